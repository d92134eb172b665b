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

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/billing"
	"igny8/app/config"
	"igny8/app/images"
	"igny8/app/journey"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/publish"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
	"igny8/app/writer"
	"igny8/views/console"
)

// BodyLimit is the largest request in bytes: two keyword files of the largest size and their envelope.
const BodyLimit = 120 << 20

// Services are the modules that the pages speak to.
type Services struct {
	Accounts *accounts.Service
	Sites    *sites.Service
	Billing  *billing.Service
	Engine   *ai.Engine
	Pages    *pages.Service
	Planner  *planner.Service
	Builder  *sitebuilder.Service
	Images   *images.Service
	Writer   *writer.Service
	Publish  *publish.Service
	Journey  *journey.Service
	// Mailbox are the mails that an installation without SMTP keeps, newest first.
	Mailbox func(context.Context) ([]console.Mail, error)
	// Ready are asked by /readyz, by the name that is shown when one does not answer.
	Ready map[string]func(context.Context) error
}

// Server is the pages of the application.
type Server struct {
	Services
	config   config.Config
	sessions *scs.SessionManager
	csrfKey  []byte
	metrics  *Metrics
	version  string
}

// New prepares the pages. The secret key signs the form tokens.
func New(c config.Config, secret []byte, version string, metrics *Metrics, services Services) (*Server, error) {
	key, err := hkdf.Key(sha256.New, secret, nil, "igny8 form tokens", 32)
	if err != nil {
		return nil, fmt.Errorf("form token key: %w", err)
	}
	s := &Server{Services: services, config: c, csrfKey: key, metrics: metrics, version: version}
	s.sessions = newSessions(services.Accounts.SessionStore())
	return s, nil
}

// secure says whether people reach the pages over TLS.
func (s *Server) secure() bool { return strings.HasPrefix(s.config.BaseURL, "https://") }

// NewFiber is the Fiber application that pages and API share. Strings must outlive the request, hence Immutable.
func NewFiber(onError fiber.ErrorHandler) *fiber.App {
	return fiber.New(fiber.Config{
		AppName:               "IGNY8",
		Immutable:             true,
		BodyLimit:             BodyLimit,
		ReadTimeout:           2 * time.Minute,
		WriteTimeout:          2 * time.Minute,
		IdleTimeout:           2 * time.Minute,
		DisableStartupMessage: true,
		ErrorHandler:          onError,
		PassLocalsToViews:     false,

		EnableTrustedProxyCheck: true,
		TrustedProxies:          proxies,
		ProxyHeader:             fiber.HeaderXForwardedFor,
		EnableIPValidation:      true,
	})
}

// proxies are the networks where a proxy in front of the program may stand: what one of these says of a visitor's address
// is believed, of anybody else it is not.
var proxies = []string{"127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"}

// Around installs what every request passes, the API's included.
func (s *Server) Around(app *fiber.App) {
	app.Use(requestID, deadline, s.observe, recovered)
}

// Mount installs the pages. It comes last: what no route takes is answered with the page that says so.
func (s *Server) Mount(app *fiber.App) {
	s.mountOperations(app)
	app.Get("/static/*", s.staticFile)
	app.Get("/favicon.ico", func(c *fiber.Ctx) error { return c.Redirect("/static/icons/favicon.svg", fiber.StatusMovedPermanently) })
	app.Get("/sites/allowed", s.siteAllowed)
	app.Get("/preview/*", s.preview)
	pages := app.Group("", headers, s.hosts, s.session, s.forms)
	for _, table := range [][]route{
		publicRoutes, profileRoutes, accountRoutes, siteRoutes, promptRoutes, factRoutes, plannerRoutes, builderRoutes, writerRoutes, reviewRoutes, panelRoutes, imageRoutes, pageImageRoutes, publishRoutes, runRoutes, usageRoutes, integrationRoutes, consoleRoutes,
	} {
		for _, r := range table {
			pages.Add(r.method, r.path, s.serve(r))
		}
	}
	pages.Use(func(*fiber.Ctx) error { return fiber.ErrNotFound })
}

// logger carries the request's id.
func logger(c *fiber.Ctx) *slog.Logger {
	id, _ := c.Locals(requestIDKey).(string)
	return slog.With("request", id)
}
