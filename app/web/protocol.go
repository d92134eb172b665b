package web

import (
	"bytes"
	"io"
	"log/slog"
	"net/netip"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/valyala/fasthttp"

	"igny8/app/config"
	"igny8/app/fault"
)

// maxHead is the largest head of a request in bytes: its address and its headers. The server reads a little more, so that
// it knows the address of most requests that are too long and can answer them properly.
const (
	maxHead    = 16 << 10
	readBuffer = maxHead + 8<<10
)

// unread limits in bytes and time how much of an unwanted body is read before the answer. If the body is longer, the
// connection is closed, because the rest of a body must not be read as the next request.
const (
	unread         = 64 << 10
	unreadPatience = 5 * time.Second
)

// plainly refuses dangerous requests before it is known who asks: a compressed body (a few bytes unpack to gigabytes), a
// head that is too long, a header whose name a proxy may read in another way (RFC 9112, 5.1).
func plainly(c *fiber.Ctx) error {
	head := &c.Request().Header
	for _, encoding := range head.PeekAll(fiber.HeaderContentEncoding) {
		if !strings.EqualFold(strings.TrimSpace(string(encoding)), "identity") && len(encoding) > 0 {
			return fault.New(fault.Unsupported, "Send the body as it is, without Content-Encoding: packed bodies are not read.")
		}
	}
	raw := head.RawHeaders()
	if len(raw)+len(head.RequestURI()) > maxHead {
		return tooLong()
	}
	if spacedName(raw) {
		c.Context().SetConnectionClose()
		return fault.New(fault.Malformed, "A header of the request has a space before its colon.")
	}
	return c.Next()
}

func spacedName(raw []byte) bool {
	for line := range bytes.Lines(raw) {
		name, _, found := bytes.Cut(line, []byte(":"))
		if found && (bytes.ContainsAny(name, " \t") || len(name) == 0) {
			return true
		}
	}
	return false
}

// finished reads the rest of the request, so that the connection can take the next one, or closes the connection.
func finished(c *fiber.Ctx) error {
	err := c.Next()
	stream := c.Request().BodyStream()
	if stream == nil {
		return err
	}
	_ = c.Context().Conn().SetReadDeadline(time.Now().Add(unreadPatience))
	if _, rest := io.CopyN(io.Discard, stream, unread); rest != io.EOF {
		c.Context().SetConnectionClose()
	}
	return err
}

// proxied reduces X-Forwarded-For to the one address that can be trusted: from the right, the first that is no trusted
// proxy's. Fiber reads the header only if the request itself comes from a trusted proxy.
func (s *Server) proxied(c *fiber.Ctx) error {
	if said := c.Get(fiber.HeaderXForwardedFor); said != "" {
		c.Request().Header.Set(fiber.HeaderXForwardedFor, s.client(strings.Split(said, ",")))
	}
	return c.Next()
}

func (s *Server) client(chain []string) string {
	client := ""
	for i := len(chain) - 1; i >= 0; i-- {
		address, err := netip.ParseAddr(strings.TrimSpace(chain[i]))
		if err != nil {
			break // no trusted proxy wrote the addresses to the left of it
		}
		client = address.Unmap().String()
		if !s.trusts(address.Unmap()) {
			break
		}
	}
	return client
}

func (s *Server) trusts(address netip.Addr) bool {
	for _, proxy := range s.Config.TrustedProxies {
		if proxy.Contains(address) {
			return true
		}
	}
	return false
}

// ForAPI reports whether the request is for the API, which answers errors with problem documents instead of pages.
func ForAPI(c *fiber.Ctx) bool { return strings.HasPrefix(c.Path(), "/api/") }

// addressed restores the address of a request that could not be parsed, so that the answer has the right form (page or API).
// It reads the address from the server's error, which quotes how the request began. Such a request passes no middleware,
// so addressed also sets the common headers and writes the line of the access log.
func addressed(c config.Config, next func(*fasthttp.RequestCtx, error)) func(*fasthttp.RequestCtx, error) {
	return func(ctx *fasthttp.RequestCtx, err error) {
		setCommon(&ctx.Response.Header, c)
		_, beginning, _ := strings.Cut(err.Error(), `contents: "`)
		if _, address, found := strings.Cut(beginning, " "); found {
			address, _, _ = strings.Cut(address, " ")
			ctx.Request.SetRequestURI(address)
		}
		next(ctx, err)
		slog.Info("request", "method", string(ctx.Method()), "path", masked(string(ctx.Path())), "status", ctx.Response.StatusCode(), "error", "not readable")
	}
}

func tooLong() error {
	return fault.New(fault.HeadTooLarge, "The address and the headers of the request are longer than %d KB together. Nothing was read. Delete the cookies of this site, or shorten the address.", maxHead>>10)
}
