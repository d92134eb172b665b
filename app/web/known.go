package web

// knownAge is how long a browser is remembered after the last sign-in in it, in seconds.
const knownAge = 365 * 24 * 3600

// knownCookie marks a browser in which somebody has signed in. It grants nothing; see accounts.KnownBrowser.
const knownCookie = "igny8_known"

func (x *exchange) knownBrowser() string { return x.Cookies(cookieName(knownCookie, x.secure())) }

func (x *exchange) markBrowser(userID string) {
	cookie := newCookie(knownCookie, x.secure())
	cookie.Value, cookie.MaxAge = x.Accounts.KnownBrowser(userID), knownAge
	x.Cookie(cookie)
}
