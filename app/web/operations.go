package web

import (
	"github.com/gofiber/fiber/v2"

	"igny8/static"
)

func (s *Server) mountOperations(app *fiber.App) {
	app.Get("/healthz", func(c *fiber.Ctx) error { return c.SendString("ok\n") })
	app.Get("/readyz", s.ready)
	app.Get("/metrics", s.metrics.serve)
}

// ready answers 503 and the name of what is missing until the process can serve.
func (s *Server) ready(c *fiber.Ctx) error {
	for name, ask := range s.Ready {
		if err := ask(c.UserContext()); err != nil {
			logger(c).Warn("not ready", "missing", name, "error", err)
			return c.Status(fiber.StatusServiceUnavailable).SendString("waiting for the " + name + "\n")
		}
	}
	return c.SendString("ready\n")
}

// staticFile serves an asset by its hashed name, which never changes what it holds.
func (s *Server) staticFile(c *fiber.Ctx) error {
	data, kind, ok := static.Open(c.Path())
	if !ok {
		return fiber.ErrNotFound
	}
	c.Set(fiber.HeaderCacheControl, "public, max-age=31536000, immutable")
	c.Set(fiber.HeaderXContentTypeOptions, "nosniff")
	c.Set(fiber.HeaderContentType, kind)
	return c.Send(data)
}
