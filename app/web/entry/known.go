package entry

import (
	"igny8/app/web/exchange"
)

// knownAge is how long a browser is remembered after the last sign-in in it, in seconds.
const knownAge = 365 * 24 * 3600

// knownCookie marks a browser in which somebody has signed in. It grants nothing; see accounts.KnownBrowser.
const knownCookie = "igny8_known"

func (x handler) knownBrowser() string {
	return x.Cookies(exchange.CookieName(knownCookie, x.OverTLS()))
}

func (x handler) markBrowser(userID string) {
	cookie := exchange.NewCookie(knownCookie, x.OverTLS())
	cookie.Value, cookie.MaxAge = x.Accounts.KnownBrowser(userID), knownAge
	x.Cookie(cookie)
}
