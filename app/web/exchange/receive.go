package exchange

import (
	"context"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"igny8/app/body"
)

// verb is a method together with the kind of body that the request may have. It is the first value in each line of the route tables.
type verb int

const (
	Get    verb = iota
	Post        // a form
	Save        // a form of the editor: a saved or pasted text
	Upload      // a form with files, for somebody who is signed in
)

func (v verb) Method() string {
	if v == Get {
		return fiber.MethodGet
	}
	return fiber.MethodPost
}

// patience returns how long the handler may take after the request has arrived.
func (v verb) patience() time.Duration {
	if v == Upload {
		return body.UploadPatience
	}
	return body.Patience
}

func (v verb) limit(signedIn bool) int {
	switch {
	case !signedIn:
		return body.Stranger
	case v == Save || v == Upload:
		return body.Editor
	}
	return body.Member
}

// receive reads the body that the route allows, checks the token of the form, and checks the permission. It reads the files
// of an upload last, so that only people with the permission can send files.
func (x *Exchange) receive(r Route[*Exchange]) error {
	if r.Verb == Get {
		return x.admit(r)
	}
	if r.Verb == Upload && strings.HasPrefix(x.Get(fiber.HeaderContentType), fiber.MIMEMultipartForm) {
		return x.receiveFiles(r)
	}
	stream := x.Request().BodyStream()
	data, err := body.Read(stream, x.Request().Header.ContentLength(), r.Verb.limit(x.SignedIn()))
	if x.SignedIn() {
		err = body.Drained(stream, err)
	}
	if err != nil {
		return err
	}
	x.Request().SetBodyRaw(data)
	if err := x.checkToken(x.FormValue(csrfField)); err != nil {
		return err
	}
	return x.admit(r)
}

// receiveFiles reads a form with files. Its first part is the token, unless a header has it. After a wrong token it reads nothing more.
func (x *Exchange) receiveFiles(r Route[*Exchange]) error {
	if !x.SignedIn() {
		return signedOut()
	}
	// The person may have a slow connection: allow the time that an upload needs.
	if err := x.Ctx.Context().Conn().SetReadDeadline(time.Now().Add(body.UploadArrival)); err != nil {
		return err
	}
	stream := x.Request().BodyStream()
	form, err := body.Open(stream, x.Get(fiber.HeaderContentType), x.Request().Header.ContentLength())
	if err != nil {
		return body.Drained(stream, err)
	}
	x.form = form
	token, err := form.First(csrfField)
	if err != nil {
		return err
	}
	if err := x.checkToken(token); err != nil {
		return err
	}
	if err := x.admit(r); err != nil {
		return body.Drained(stream, err)
	}
	return body.Drained(stream, form.Receive())
}

// limited runs the handler with a deadline that begins when the request has arrived. The deadline ends with the handler.
func (x *Exchange) limited(limit time.Duration, handle func(*Exchange) error) error {
	before := x.Context()
	ctx, cancel := context.WithTimeout(before, limit)
	defer cancel()
	defer x.SetUserContext(before)
	x.SetUserContext(ctx)
	return handle(x)
}

// FormValue returns a text field of the form, with or without files.
func (x *Exchange) FormValue(name string, _ ...string) string {
	if x.form == nil {
		return x.Ctx.FormValue(name)
	}
	if all := x.form.Values[name]; len(all) > 0 {
		return all[0]
	}
	return ""
}

// Files returns the files of the named form field.
func (x *Exchange) Files(name string) []body.File {
	if x.form == nil {
		return nil
	}
	return x.form.Files[name]
}
