// Package web serves the pages. It mounts the routes of its packages, one for each module, and installs the middleware.
// These packages hold no rules and no queries: a handler reads the form, calls one service method and shows a page or its
// part. Handlers return errors; errors.go turns their kind into a status and a page. The route tables name the permission
// of each route. Package exchange holds what these packages share.
package web

import (
	"time"

	"github.com/gofiber/fiber/v2"

	"igny8/app/config"
	"igny8/app/web/builder"
	"igny8/app/web/console"
	"igny8/app/web/entry"
	"igny8/app/web/exchange"
	"igny8/app/web/images"
	"igny8/app/web/planner"
	"igny8/app/web/profile"
	"igny8/app/web/publish"
	"igny8/app/web/runs"
	"igny8/app/web/settings"
	"igny8/app/web/writer"
)

// Server serves the pages of the application.
type Server struct {
	*exchange.Shared
	Operations
	version string
}

// New prepares the pages. The secret key signs the form tokens.
func New(c config.Config, secret []byte, version string, services exchange.Services, operations Operations) (*Server, error) {
	shared, err := exchange.NewShared(c, secret, services)
	if err != nil {
		return nil, err
	}
	return &Server{Shared: shared, Operations: operations, version: version}, nil
}

// How long a request may take to arrive, and how long the server may take to write the answer.
const (
	requestArrival = time.Minute
	answerDelivery = 2 * time.Minute
	idle           = 2 * time.Minute
)

// NewFiber returns the Fiber application that pages and API share. It is immutable, because strings must outlive the
// request. Handlers begin when the head of a request has arrived: they decide how much of its body is read.
func NewFiber(c config.Config, onError fiber.ErrorHandler) *fiber.App {
	proxies := make([]string, len(c.TrustedProxies))
	for i, proxy := range c.TrustedProxies {
		proxies[i] = proxy.String()
	}
	app := fiber.New(fiber.Config{
		AppName:               "IGNY8",
		Immutable:             true,
		BodyLimit:             1, // bytes of a body that are read before its handler begins; receive.go reads the rest
		ReadBufferSize:        readBuffer,
		ReadTimeout:           requestArrival,
		WriteTimeout:          answerDelivery,
		IdleTimeout:           idle,
		DisableStartupMessage: true,
		ErrorHandler:          onError,
		PassLocalsToViews:     false,

		StreamRequestBody:            true,
		DisablePreParseMultipartForm: true,

		EnableTrustedProxyCheck: true,
		TrustedProxies:          proxies,
		ProxyHeader:             fiber.HeaderXForwardedFor,
		EnableIPValidation:      true,
	})
	app.Server().ErrorHandler = addressed(c, app.Server().ErrorHandler)
	return app
}

// Around installs the middleware for every request, including the API.
func (s *Server) Around(app *fiber.App) {
	app.Use(finished, packed, requestID, deadline, s.commonHeaders, s.observe, recovered, plainly, s.proxied)
}

// Mount installs the pages. Call it last: it answers every request that no route accepts with an error page.
func (s *Server) Mount(app *fiber.App) {
	healthy(app)
	if s.Config.MetricsAddr == "" {
		s.Operations.mount(app)
	}
	app.Get("/static/*", s.staticFile)
	app.Get("/favicon.ico", func(c *fiber.Ctx) error { return c.Redirect("/static/icons/favicon.svg", fiber.StatusMovedPermanently) })
	app.Get("/sites/allowed", s.siteAllowed)
	app.Get("/preview/*", s.preview)
	pages, methods := app.Group("", headers, s.hosts, s.Session, s.Forms), pathMethods{}
	for _, table := range [][]exchange.Route[*exchange.Exchange]{
		entry.Routes(), profile.Routes(), settings.Routes(), planner.Routes(), builder.Routes(), writer.Routes(), images.Routes(),
		publish.Routes(),
		runs.Routes(), console.Routes(),
	} {
		for _, r := range table {
			pages.Add(r.Verb.Method(), r.Path, s.Serve(r))
			if r.Verb == exchange.Get {
				pages.Head(r.Path, s.Serve(r))
			}
			methods[r.Path] = append(methods[r.Path], r.Verb.Method())
		}
	}
	pages.Use(methods.refuse)
}
