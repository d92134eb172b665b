package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"
	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/body"
)

type (
	formKey   struct{}
	digestKey struct{}
)

// receive reads the body within the limits of the operation: JSON into memory, the files of a form to disk. It runs after
// admit, so that nobody can send files to an operation without the permission for it.
func (a *API) receive(op operation) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		c := humafiber.Unwrap(ctx)
		limit := body.Patience
		if op.form != nil {
			limit = body.UploadPatience
			form, err := receiveFiles(c)
			defer func() { _ = form.Close() }()
			if err != nil {
				a.refuse(ctx, err)
				return
			}
			ctx = huma.WithValue(ctx, formKey{}, form)
		} else {
			data, err := op.read(ctx.Context(), c)
			if err != nil {
				a.refuse(ctx, err)
				return
			}
			c.Request().SetBodyStream(bytes.NewReader(data), len(data))
			sum := sha256.Sum256(data)
			ctx = huma.WithValue(ctx, digestKey{}, sum[:])
		}
		timed, cancel := context.WithTimeout(ctx.Context(), limit)
		defer cancel()
		next(huma.WithContext(ctx, timed))
	}
}

func (op operation) read(ctx context.Context, c *fiber.Ctx) ([]byte, error) {
	stream, size := c.Request().BodyStream(), c.Request().Header.ContentLength()
	if _, signedIn := accounts.MemberFrom(ctx); !signedIn {
		return body.Read(stream, size, body.Stranger)
	}
	data, err := body.Read(stream, size, max(body.Member, op.maxBytes))
	return data, body.Drained(stream, err)
}

func receiveFiles(c *fiber.Ctx) (*body.Form, error) {
	if err := c.Context().Conn().SetReadDeadline(time.Now().Add(body.UploadArrival)); err != nil {
		return &body.Form{}, err
	}
	stream := c.Request().BodyStream()
	form, err := body.Open(stream, c.Get(fiber.HeaderContentType), c.Request().Header.ContentLength())
	if err == nil {
		err = form.Receive()
	}
	return form, body.Drained(stream, err)
}

// formOf returns the form that receive has read, nil if there is none.
func formOf(ctx context.Context) *body.Form {
	form, _ := ctx.Value(formKey{}).(*body.Form)
	return form
}
