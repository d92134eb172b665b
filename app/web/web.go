// Package web serves the pages: routes, sessions, forms and one file of short handlers per module. It holds no rule and
// no query: a handler binds, calls one service method and shows a page or its partial. Handlers return errors; errors.go
// turns their kind into a status and a page. The permission of each route stands beside it in the route tables.
package web

import (
	"context"
	"crypto/hkdf"
	"crypto/sha256"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/gofiber/fiber/v2"

	"igny8/app/config"
	"igny8/app/modules"
	"igny8/views/console"
)

// Services are the modules that the pages speak to, and what they show of the installation.
type Services struct {
	modules.Modules
	// Mailbox are the mails that an installation without SMTP keeps, newest first.
	Mailbox func(context.Context) ([]console.Mail, error)
	Operations
}

// Server is the pages of the application.
type Server struct {
	Services
	config   config.Config
	sessions *scs.SessionManager
	csrfKey  []byte
	version  string
}

// New prepares the pages. The secret key signs the form tokens.
func New(c config.Config, secret []byte, version string, services Services) (*Server, error) {
	key, err := hkdf.Key(sha256.New, secret, nil, "igny8 form tokens", 32)
	if err != nil {
		return nil, fmt.Errorf("form token key: %w", err)
	}
	s := &Server{Services: services, config: c, csrfKey: key, version: version}
	s.sessions = newSessions(services.Accounts.SessionStore())
	return s, nil
}

// secure says whether people reach the pages over TLS.
func (s *Server) secure() bool { return secure(s.config) }

func secure(c config.Config) bool { return strings.HasPrefix(c.BaseURL, "https://") }

// How long a request may take to arrive, and its answer to leave.
const (
	requestArrival = time.Minute
	answerDelivery = 2 * time.Minute
	idle           = 2 * time.Minute
)

// NewFiber is the Fiber application that pages and API share. Strings must outlive the request, hence Immutable. Handlers begin when the head of a
// request has arrived: they decide how much of its body is read.
func NewFiber(c config.Config, onError fiber.ErrorHandler) *fiber.App {
	proxies := make([]string, len(c.TrustedProxies))
	for i, proxy := range c.TrustedProxies {
		proxies[i] = proxy.String()
	}
	app := fiber.New(fiber.Config{
		AppName:               "IGNY8",
		Immutable:             true,
		BodyLimit:             1, // of a body that is read before its handler begins; receive.go reads the rest
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

// Around installs what every request passes, the API's included.
func (s *Server) Around(app *fiber.App) {
	app.Use(finished, requestID, deadline, s.commonHeaders, s.observe, recovered, plainly, s.proxied)
}

// Mount installs the pages. It comes last: what no route takes is answered with the page that says so.
func (s *Server) Mount(app *fiber.App) {
	healthy(app)
	if s.config.MetricsAddr == "" {
		s.Operations.mount(app)
	}
	app.Get("/static/*", s.staticFile)
	app.Get("/favicon.ico", func(c *fiber.Ctx) error { return c.Redirect("/static/icons/favicon.svg", fiber.StatusMovedPermanently) })
	app.Get("/sites/allowed", s.siteAllowed)
	app.Get("/preview/*", s.preview)
	pages, methods := app.Group("", headers, s.hosts, s.session, s.forms), pathMethods{}
	for _, table := range [][]route{
		publicRoutes, profileRoutes, accountRoutes, siteRoutes, promptRoutes, factRoutes, plannerRoutes, builderRoutes, writerRoutes, reviewRoutes, panelRoutes, imageRoutes, pageImageRoutes, publishRoutes, runRoutes, usageRoutes, integrationRoutes, consoleRoutes,
	} {
		for _, r := range table {
			pages.Add(r.verb.method(), r.path, s.serve(r))
			if r.verb == get {
				pages.Head(r.path, s.serve(r))
			}
			methods[r.path] = append(methods[r.path], r.verb.method())
		}
	}
	pages.Use(methods.refuse)
}

// logger carries the request's id.
func logger(c *fiber.Ctx) *slog.Logger {
	id, _ := c.Locals(requestIDKey).(string)
	return slog.With("request", id)
}
