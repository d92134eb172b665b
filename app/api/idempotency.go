package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"
	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
)

const idempotencyKey = "Idempotency-Key"

// idempotent sends the first answer again if the key of the request was used before. It stores no answer with a status of 500 or
// above, so that the request may be tried again.
func (a *API) idempotent(hc huma.Context, next func(huma.Context)) {
	ctx, key := hc.Context(), hc.Header(idempotencyKey)
	_, signedIn := accounts.MemberFrom(ctx)
	if key == "" || !signedIn {
		next(hc)
		return
	}
	c := humafiber.Unwrap(hc)
	request := fingerprint(c, ctx)
	answer, err := a.Accounts.Remembered(ctx, key, request)
	if err != nil {
		a.refuse(hc, err)
		return
	}
	if answer != nil {
		c.Set(fiber.HeaderContentType, answer.ContentType)
		c.Set("Idempotent-Replay", "true")
		_ = c.Status(answer.Status).Send(answer.Body)
		return
	}
	if err := a.remember(c, key, request, func() { next(hc) }); err != nil {
		a.refuse(hc, err)
	}
}

// fingerprint returns a digest of the method, address and body, to tell different requests with the same key apart.
func fingerprint(c *fiber.Ctx, ctx context.Context) string {
	sum := sha256.New()
	sum.Write([]byte(c.Method() + " " + c.OriginalURL() + "\n"))
	if form := formOf(ctx); form != nil {
		sum.Write(form.Digest())
	}
	digest, _ := ctx.Value(digestKey{}).([]byte)
	sum.Write(digest)
	return hex.EncodeToString(sum.Sum(nil))
}

// remember stores the answer of the operation under the key. It frees the key if the operation panics or fails.
func (a *API) remember(c *fiber.Ctx, key, request string, operate func()) error {
	ctx, done := c.UserContext(), false
	defer func() {
		if !done {
			_ = a.Accounts.Forget(ctx, key, request)
		}
	}()
	operate()
	done = true
	if c.Response().StatusCode() >= fiber.StatusInternalServerError {
		return a.Accounts.Forget(ctx, key, request)
	}
	return a.Accounts.Remember(ctx, key, request, accounts.Answer{
		Status: c.Response().StatusCode(), ContentType: string(c.Response().Header.ContentType()), Body: c.Response().Body(),
	})
}
