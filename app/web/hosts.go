package web

import (
	"strings"

	"github.com/gofiber/fiber/v2"

	"igny8/views/address"
)

// hosts separates the marketing page and the application if the installation names a host for each.
func (s *Server) hosts(c *fiber.Ctx) error {
	app, marketing := s.Config.AppHost, s.Config.MarketingHost
	if app == "" || marketing == "" || strings.EqualFold(app, marketing) || c.Method() != fiber.MethodGet {
		return c.Next()
	}
	home := c.Path() == "/"
	switch host := strings.ToLower(c.Hostname()); {
	case host == strings.ToLower(marketing) && !home:
		return c.Redirect(s.scheme()+app+string(c.Request().URI().RequestURI()), fiber.StatusSeeOther)
	case host == strings.ToLower(app) && home:
		return c.Redirect(address.Dashboard, fiber.StatusSeeOther)
	}
	return c.Next()
}

func (s *Server) scheme() string {
	scheme, _, _ := strings.Cut(s.Config.BaseURL, "://")
	return scheme + "://"
}

// siteAllowed tells Caddy whether a host is one of our sites. Caddy asks this before it orders a certificate.
func (s *Server) siteAllowed(c *fiber.Ctx) error {
	if !s.Releases.Serves(c.Query("domain")) {
		return c.SendStatus(fiber.StatusNotFound)
	}
	return c.SendStatus(fiber.StatusOK)
}
