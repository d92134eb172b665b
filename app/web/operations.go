package web

import (
	"context"
	"log/slog"

	"github.com/gofiber/fiber/v2"

	"igny8/static"
)

// Operations holds what operators and their tools can ask a process.
type Operations struct {
	Metrics *Metrics
	// Ready holds the checks of /readyz. The key is the name that is shown when a check fails.
	Ready map[string]func(context.Context) error
	// Alive returns the number of processes that work on tasks, here and elsewhere.
	Alive func() (int, error)
}

// NewOperations returns a server with the operations only, for a listener that is not public. A worker has no other server.
func NewOperations(o Operations) *fiber.App {
	app := fiber.New(fiber.Config{
		AppName: "IGNY8", DisableStartupMessage: true, BodyLimit: 1, ReadTimeout: idle, WriteTimeout: idle, IdleTimeout: idle, GETOnly: true,
	})
	app.Use(deadline)
	healthy(app)
	o.mount(app)
	return app
}

func healthy(app *fiber.App) {
	app.Get("/healthz", func(c *fiber.Ctx) error { return c.SendString("ok\n") })
}

// mount installs the routes that must not be public.
func (o Operations) mount(app *fiber.App) {
	app.Get("/readyz", o.ready)
	app.Get("/metrics", o.Metrics.serve)
}

// ready answers 503 with the name of a failed check until the process can serve. If no worker is alive, pages and API are served all the
// same, so the status stays 200; the second line tells the operator.
func (o Operations) ready(c *fiber.Ctx) error {
	for name, ask := range o.Ready {
		if err := ask(c.UserContext()); err != nil {
			slog.WarnContext(c.UserContext(), "not ready", "missing", name, "error", err)
			c.Set(fiber.HeaderRetryAfter, "5")
			return c.Status(fiber.StatusServiceUnavailable).SendString("waiting for the " + name + "\n")
		}
	}
	if alive, err := o.Alive(); err == nil && alive == 0 {
		return c.SendString("ready\nno worker is alive: runs wait until one starts\n")
	}
	return c.SendString("ready\n")
}

// staticFile serves an asset by its hashed name. The content of such a name never changes.
func (s *Server) staticFile(c *fiber.Ctx) error {
	f, ok := static.Open(c.Path())
	if !ok {
		return fiber.ErrNotFound
	}
	c.Set(fiber.HeaderCacheControl, "public, max-age=31536000, immutable")
	c.Set(fiber.HeaderContentType, f.ContentType)
	for _, coding := range static.Codings {
		data, ok := f.Packed(coding)
		if !ok {
			break
		}
		c.Vary(fiber.HeaderAcceptEncoding)
		if takes(c, coding) {
			c.Set(fiber.HeaderContentEncoding, coding)
			return c.Send(data)
		}
	}
	return c.Send(f.Data)
}
