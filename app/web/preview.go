package web

import (
	"net/url"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
)

// preview shows a build under its signed path. It serves other people's content from our origin, so the sandbox policy
// disables scripts and forms and gives the page another origin.
func (s *Server) preview(c *fiber.Ctx) error {
	// The router drops the last slash of a parameter, but here it distinguishes a page from a file.
	path, err := url.PathUnescape(strings.TrimPrefix(c.Path(), "/preview/"))
	token, file, found := strings.Cut(path, "/")
	if err != nil || token == "" {
		return fiber.ErrNotFound
	}
	if !found {
		return c.Redirect(c.Path()+"/", fiber.StatusSeeOther)
	}
	p, err := s.Releases.Preview(token, file, time.Now())
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderContentSecurityPolicy, "sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; base-uri 'none'")
	c.Set(fiber.HeaderReferrerPolicy, "no-referrer")
	c.Set("X-Robots-Tag", "noindex, nofollow")
	c.Set(fiber.HeaderCacheControl, "private, no-store")
	c.Set(fiber.HeaderContentType, p.Type)
	if !p.Found {
		c.Status(fiber.StatusNotFound)
	}
	return c.Send(p.Data)
}
