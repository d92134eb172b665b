package accounts

import (
	"context"
	"strings"
	"unicode"
)

// Visit is where somebody comes from. It is kept with the session or the tokens that they get, so that they recognise them in their
// profile.
type Visit struct {
	UserID  string // empty before sign-in
	Device  string // the User-Agent as it was sent
	Address string
}

const maxDevice = 300

type visitKey struct{}

// WithVisit returns a context in which sessions and token families are begun for the visit.
func WithVisit(ctx context.Context, v Visit) context.Context {
	v.Device, v.Address = storedText(v.Device), storedText(v.Address)
	return context.WithValue(ctx, visitKey{}, v)
}

func visitFrom(ctx context.Context) (v Visit, ok bool) {
	v, ok = ctx.Value(visitKey{}).(Visit)
	return v, ok
}

// storedText drops what not every database stores and cuts the rest.
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

// A User-Agent names its forerunners, too: Edge says Chrome and Safari. The first entry that is found in it is meant.
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

// deviceName is a User-Agent in words, such as "Firefox on Linux". A program goes by the name that it gives itself.
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
