package accounts

import (
	"strings"
	"testing"
)

func TestDeviceName(t *testing.T) {
	t.Parallel()
	const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0"
	for agent, want := range map[string]string{
		"":                                    "Unknown device",
		"Mozilla/5.0 (compatible; something)": "Unknown device",
		"Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0":                                                                     "Firefox on Linux",
		"Mozilla/5.0 (X11; Linux x86_64) " + chrome + " Safari/537.36":                                                                               "Chrome on Linux",
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) " + chrome + " Safari/537.36 Edg/131.0.0.0":                                                       "Edge on Windows",
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) " + chrome + " Safari/537.36 OPR/115.0.0.0":                                                       "Opera on Windows",
		"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15":                      "Safari on macOS",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1":    "Safari on iPhone",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1":     "Chrome on iPhone",
		"Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36": "Samsung Internet on Android",
		"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) " + chrome + " Safari/537.36":                                                                      "Chrome on ChromeOS",
		"curl/8.5.0":             "curl",
		"Go-http-client/2.0":     "Go-http-client",
		strings.Repeat("a", 300): strings.Repeat("a", 40) + "…",
	} {
		if got := deviceName(agent); got != want {
			t.Errorf("%q is %q, want %q", agent, got, want)
		}
	}
}

func TestVisitKeepsOnlyTextThatCanBeStored(t *testing.T) {
	t.Parallel()
	v, _ := visitFrom(WithVisit(t.Context(), Visit{Device: "a\x00b\xff\n" + strings.Repeat("é", 200), Address: "192.0.2.1\x00"}))
	if v.Device != "ab"+strings.Repeat("é", 149) || v.Address != "192.0.2.1" {
		t.Errorf("kept %d bytes %q from %q", len(v.Device), v.Device, v.Address)
	}
}
