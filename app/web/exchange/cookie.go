package exchange

import "github.com/gofiber/fiber/v2"

// CookieName returns the name of a cookie. Over TLS the prefix makes the browser refuse one that another host, a sub-domain
// or an unencrypted page has set: RFC 6265bis, 4.1.3.2.
func CookieName(base string, secure bool) string {
	if secure {
		return "__Host-" + base
	}
	return base
}

// NewCookie returns a cookie with the attributes that all our cookies share and that the prefix of its name demands.
func NewCookie(base string, secure bool) *fiber.Cookie {
	return &fiber.Cookie{
		Name: CookieName(base, secure), Path: "/", HTTPOnly: true, Secure: secure, SameSite: fiber.CookieSameSiteLaxMode,
	}
}
