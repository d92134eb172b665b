package web

import "github.com/gofiber/fiber/v2"

// knownAge is how long a browser is remembered after the last sign-in in it, in seconds.
const knownAge = 365 * 24 * 3600

// knownCookie marks a browser in which somebody has signed in. It grants nothing; see accounts.KnownBrowser.
func (s *Server) knownCookie() string {
	if s.sessions.Cookie.Secure {
		return "__Host-igny8_known"
	}
	return "igny8_known"
}

func (x *exchange) knownBrowser() string { return x.Cookies(x.knownCookie()) }

func (x *exchange) markBrowser(userID string) {
	x.Cookie(&fiber.Cookie{
		Name: x.knownCookie(), Value: x.Accounts.KnownBrowser(userID), Path: "/", MaxAge: knownAge,
		HTTPOnly: true, Secure: x.sessions.Cookie.Secure, SameSite: fiber.CookieSameSiteLaxMode,
	})
}
