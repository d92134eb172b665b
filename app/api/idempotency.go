package api

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
)

const idempotencyKey = "Idempotency-Key"

// idempotent repeats the first answer to a request that carries a key it has carried before. An answer of the server's own
// failure is not kept: the request may be tried again. Nor is one under /auth: requests and answers hold passwords and tokens.
func (a *API) idempotent(c *fiber.Ctx) error {
	key := c.Get(idempotencyKey)
	_, signedIn := accounts.MemberFrom(c.UserContext())
	if key == "" || !signedIn || c.Method() == get || underAuth(c.Path()) {
		return c.Next()
	}
	ctx := c.UserContext()
	sum := sha256.New()
	sum.Write([]byte(c.Method() + " " + c.OriginalURL() + "\n"))
	sum.Write(c.Body())
	request := hex.EncodeToString(sum.Sum(nil))
	answer, err := a.Accounts.Remembered(ctx, key, request)
	if err != nil {
		return err
	}
	if answer != nil {
		c.Set(fiber.HeaderContentType, answer.ContentType)
		c.Set("Idempotent-Replay", "true")
		return c.Status(answer.Status).Send(answer.Body)
	}
	if err := c.Next(); err != nil {
		if forgotten := a.Accounts.Forget(ctx, key, request); forgotten != nil {
			return forgotten
		}
		return err
	}
	if c.Response().StatusCode() >= fiber.StatusInternalServerError {
		return a.Accounts.Forget(ctx, key, request)
	}
	return a.Accounts.Remember(ctx, key, request, accounts.Answer{
		Status: c.Response().StatusCode(), ContentType: string(c.Response().Header.ContentType()), Body: c.Response().Body(),
	})
}

// underAuth compares like the router, which takes capital letters for small ones.
func underAuth(path string) bool { return strings.HasPrefix(strings.ToLower(path), prefix+"/auth/") }
