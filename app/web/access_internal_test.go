package web

import (
	"io"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gofiber/fiber/v2"
)

func TestLoggedAddressContainsNoSecret(t *testing.T) {
	t.Parallel()
	app := fiber.New()
	say := func(c *fiber.Ctx) error { return c.SendString(loggable(c)) }
	app.Get("/invitations/:token", say)
	app.Post("/invitations/:token/later", say)
	app.Get("/preview/*", say)
	app.Use(say)
	for request, want := range map[string]string{
		"GET /invitations/K7QZ2M5V":                               "/invitations/***",
		"POST /invitations/K7QZ2M5V/later":                        "/invitations/***/later",
		"GET /preview/eyJhbGciOi/a/b.html":                        "/preview/***",
		"GET /app/sites/42?token=K7QZ2M5V":                        "/app/sites/42",
		"GET /invitation/K7QZ2M5VK7QZ2M5VK7QZ2M5VK7/x":            "/invitation/***/x",
		"GET /app/sites/0195a2f0-3c1e-7c55-9f1e-0123456789ab/api": "/app/sites/0195a2f0-3c1e-7c55-9f1e-0123456789ab/api",
	} {
		method, path, _ := strings.Cut(request, " ")
		answer, err := app.Test(httptest.NewRequest(method, path, nil))
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(answer.Body)
		_ = answer.Body.Close()
		if err != nil || string(got) != want {
			t.Errorf("%s is logged as %q, want %q; %v", request, got, want, err)
		}
	}
}

// TestRequestIDIsTakenFromTrustedProxiesAlone sends ids that could break a line of the log, or that anybody could invent.
func TestRequestIDIsTakenFromTrustedProxiesAlone(t *testing.T) {
	t.Parallel()
	const peer = "0.0.0.0" // the address of requests in app.Test
	for _, c := range []struct {
		trusted, given string
		taken          bool
	}{
		{peer, "edge-7f3a.21", true},
		{peer, "short", false},
		{peer, "with a space in it", false},
		{peer, `quoted"and=split`, false},
		{peer, strings.Repeat("x", 65), false},
		{peer, "", false},
		{"10.0.0.1", "edge-7f3a.21", false},
	} {
		app := fiber.New(fiber.Config{EnableTrustedProxyCheck: true, TrustedProxies: []string{c.trusted}})
		app.Use(requestID)
		app.Get("/", func(c *fiber.Ctx) error { return c.SendString("") })
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set(fiber.HeaderXRequestID, c.given)
		answer, err := app.Test(r)
		if err != nil {
			t.Fatal(err)
		}
		_ = answer.Body.Close()
		if id := answer.Header.Get(fiber.HeaderXRequestID); (id == c.given) != c.taken || id == "" {
			t.Errorf("%q from a peer where %s is trusted: the request has the id %q", c.given, c.trusted, id)
		}
	}
}
