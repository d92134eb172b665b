package web

import (
	"strconv"
	"strings"

	"github.com/gofiber/fiber/v2"
	"github.com/valyala/fasthttp"
)

// packable reports whether answers of the kind are text, which packing makes much smaller.
func packable(kind string) bool {
	return strings.HasPrefix(kind, "text/") || strings.HasSuffix(kind, "json") || strings.HasSuffix(kind, "xml") || strings.HasSuffix(kind, "yaml")
}

// gzipQuickly packs the body of the answer: pages change with each request, and a better level costs more time than it saves.
var gzipQuickly = fasthttp.CompressHandlerLevel(func(*fasthttp.RequestCtx) {}, fasthttp.CompressBestSpeed)

// packed packs answers for those who take them packed. What is secret in a page cannot be guessed from the length of the packed page,
// because the token of its forms is another text each time.
func packed(c *fiber.Ctx) error {
	if err := c.Next(); err != nil {
		return err
	}
	head := &c.Response().Header
	kind, _, _ := strings.Cut(string(head.ContentType()), ";")
	if !packable(kind) || len(head.ContentEncoding()) > 0 {
		return nil
	}
	c.Vary(fiber.HeaderAcceptEncoding)
	if takes(c, "gzip") {
		gzipQuickly(c.Context())
	}
	return nil
}

// takes reports whether the request names the content coding and does not refuse it.
func takes(c *fiber.Ctx, coding string) bool {
	for part := range strings.SplitSeq(c.Get(fiber.HeaderAcceptEncoding), ",") {
		name, quality, _ := strings.Cut(part, ";")
		if strings.EqualFold(strings.TrimSpace(name), coding) {
			weight, err := strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(quality), "q="), 64)
			return err != nil || weight > 0
		}
	}
	return false
}
