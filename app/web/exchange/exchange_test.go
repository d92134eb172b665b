package exchange

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/a-h/templ"
	"github.com/gofiber/fiber/v2"
	"github.com/valyala/fasthttp"
)

// An answer is sent after its handler has returned; until then other people are answered too.
func TestAnAnswerIsNobodyElses(t *testing.T) {
	t.Parallel()
	app := fiber.New()
	answer := func(c *fiber.Ctx, page string) {
		if err := Render(c, templ.Raw(page)); err != nil {
			t.Error(err)
		}
	}
	app.Get("/", func(c *fiber.Ctx) error {
		answer(c, "what is theirs")
		other := app.AcquireCtx(&fasthttp.RequestCtx{})
		defer app.ReleaseCtx(other)
		answer(other, "somebody else's")
		if got := string(c.Response().Body()); got != "what is theirs" {
			t.Errorf("the first answer is now %q", got)
		}
		return nil
	})
	if _, err := app.Test(httptest.NewRequest(http.MethodGet, "/", nil)); err != nil {
		t.Fatal(err)
	}
}
