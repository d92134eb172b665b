package accounts

import (
	"context"
	"strings"
	"unicode"
)

// Visit is the origin of a request. It is stored with the session or the tokens that begin with it, so that people recognise them in
// their profile.
type Visit struct {
	UserID  string // empty before sign-in
	Device  string // the User-Agent header
	Address string
}

const maxDevice = 300

type visitKey struct{}

// WithVisit returns a context in which new sessions and token families store the visit.
func WithVisit(ctx context.Context, v Visit) context.Context {
	v.Device, v.Address = storedText(v.Device), storedText(v.Address)
	return context.WithValue(ctx, visitKey{}, v)
}

func visitFrom(ctx context.Context) (v Visit, ok bool) {
	v, ok = ctx.Value(visitKey{}).(Visit)
	return v, ok
}

// storedText removes characters that a database cannot store and shortens the text.
func storedText(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	if len(s) > maxDevice {
		s = strings.ToValidUTF8(s[:maxDevice], "")
	}
	return s
}

// A User-Agent also names older browsers: Edge names Chrome and Safari. The first entry of the list that it contains is the browser.
var (
	browsers = []struct{ token, name string }{
		{"Edg", "Edge"},
		{"OPR/", "Opera"},
		{"Vivaldi/", "Vivaldi"},
		{"SamsungBrowser/", "Samsung Internet"},
		{"Firefox/", "Firefox"},
		{"FxiOS/", "Firefox"},
		{"HeadlessChrome/", "Chrome"},
		{"Chrome/", "Chrome"},
		{"CriOS/", "Chrome"},
		{"Safari/", "Safari"},
	}
	systems = []struct{ token, name string }{
		{"iPhone", "iPhone"},
		{"iPad", "iPad"},
		{"Android", "Android"},
		{"Windows", "Windows"},
		{"Macintosh", "macOS"},
		{"CrOS", "ChromeOS"},
		{"Linux", "Linux"},
	}
)

// deviceName returns the browser and system of a User-Agent, such as "Firefox on Linux". A program is shown under the name that it gives
// itself.
func deviceName(userAgent string) string {
	system := ""
	for _, s := range systems {
		if strings.Contains(userAgent, s.token) {
			system = " on " + s.name
			break
		}
	}
	for _, b := range browsers {
		if strings.Contains(userAgent, b.token) {
			return b.name + system
		}
	}
	name, _, _ := strings.Cut(userAgent, "/")
	name = strings.TrimSpace(name)
	if name == "" || name == "Mozilla" {
		return "Unknown device" + system
	}
	if short := []rune(name); len(short) > 40 {
		name = string(short[:40]) + "…"
	}
	return name + system
}
