package web

import (
	"context"
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/valyala/fasthttp"

	"igny8/app/body"
	"igny8/app/config"
	"igny8/app/database"
	"igny8/app/web/exchange"
)

const requestIDKey = "request id"

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-src 'self'; frame-ancestors 'none'; manifest-src 'self'"

func headers(c *fiber.Ctx) error {
	promise(c)
	return c.Next()
}

// commonHeaders sets the headers of every answer, including the API and errors. Static files and previews set other cache
// headers.
func (s *Server) commonHeaders(c *fiber.Ctx) error {
	setCommon(&c.Response().Header, s.Config)
	return c.Next()
}

func setCommon(h *fasthttp.ResponseHeader, c config.Config) {
	h.Set(fiber.HeaderCacheControl, "no-store")
	h.Set(fiber.HeaderXContentTypeOptions, "nosniff")
	if exchange.Secure(c) {
		h.Set(fiber.HeaderStrictTransportSecurity, "max-age=31536000")
	}
}

// promise sets the security headers of pages.
func promise(c *fiber.Ctx) {
	c.Set(fiber.HeaderContentSecurityPolicy, policy)
	c.Set(fiber.HeaderReferrerPolicy, "strict-origin-when-cross-origin")
	c.Set(fiber.HeaderPermissionsPolicy, "camera=(), geolocation=(), microphone=()")
	c.Set("Cross-Origin-Opener-Policy", "same-origin")
}

func requestID(c *fiber.Ctx) error {
	id := database.NewID()
	c.Locals(requestIDKey, id)
	c.Set(fiber.HeaderXRequestID, id)
	return c.Next()
}

// observe counts the request and logs it when it failed or took long.
func (s *Server) observe(c *fiber.Ctx) error {
	begun := time.Now()
	err := c.Next()
	if err != nil {
		// Call the error handler here: it sets the status that is counted.
		if handled := c.App().ErrorHandler(c, err); handled != nil {
			return handled
		}
	}
	status, took := c.Response().StatusCode(), time.Since(begun)
	s.Metrics.request(c.Method(), c.Route().Path, status, took)
	if status >= fiber.StatusInternalServerError || took > 5*time.Second {
		logger(c).Warn("request", "method", c.Method(), "path", loggable(c), "status", status, "took", took.Round(time.Millisecond))
	}
	return nil
}

func recovered(c *fiber.Ctx) (err error) {
	defer func() {
		if r := recover(); r != nil {
			logger(c).Error("panic", "value", r, "stack", string(debug.Stack()))
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return c.Next()
}

// deadline gives the request a context of its own, because Fiber's is never cancelled. It runs around observe, so that an
// error page is made before the context ends. A request with a body gets additional time to arrive; its handler gets a
// deadline after that.
func deadline(c *fiber.Ctx) error {
	limit := body.Patience
	if c.Request().BodyStream() != nil {
		limit = body.UploadArrival + body.UploadPatience
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	c.SetUserContext(ctx)
	return c.Next()
}

// loggable returns the address of the request without secrets: the tokens of previews, invitations and other links.
func loggable(c *fiber.Ctx) string {
	path, token := c.Path(), c.Params("token")
	switch {
	case strings.HasPrefix(path, "/preview/"):
		return "/preview/***"
	case token != "":
		return strings.ReplaceAll(path, token, "***")
	}
	return path
}
