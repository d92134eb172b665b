package web

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"

	"github.com/gofiber/fiber/v2"
	"github.com/valyala/fasthttp"

	"igny8/app/body"
	"igny8/app/config"
	"igny8/app/web/exchange"
)

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

func recovered(c *fiber.Ctx) (err error) {
	defer func() {
		if r := recover(); r != nil {
			slog.ErrorContext(c.UserContext(), "panic", "value", r, "stack", string(debug.Stack()))
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
	ctx, cancel := context.WithTimeout(c.UserContext(), limit)
	defer cancel()
	c.SetUserContext(ctx)
	return c.Next()
}
