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
