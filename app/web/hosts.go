package web

import (
	"strings"

	"github.com/gofiber/fiber/v2"

	"igny8/views/address"
)

// hosts keeps the marketing page and the application on hosts of their own where the installation names two.
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

// siteAllowed tells Caddy whether a host is one of our sites before it asks for a certificate.
func (s *Server) siteAllowed(c *fiber.Ctx) error {
	if !s.Publish.Serves(c.Query("domain")) {
		return c.SendStatus(fiber.StatusNotFound)
	}
	return c.SendStatus(fiber.StatusOK)
}
