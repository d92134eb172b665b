package exchange

import (
	"context"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"igny8/app/body"
)

// verb is a method together with what a request of it may bring. It stands first in each line of the route tables.
type verb int

const (
	Get    verb = iota
	Post        // a form
	Save        // what the editor saves or pastes
	Upload      // a form with files, for somebody who is signed in
)

func (v verb) Method() string {
	if v == Get {
		return fiber.MethodGet
	}
	return fiber.MethodPost
}

// patience returns how long the answer may take once the request has arrived.
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

// receive reads the body that the route allows, checks the token of the form, and admits the request. The files of an upload
// are read last: nobody sends files to a route that is not theirs.
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

// receiveFiles reads a form whose first part is its token, unless a header brings it. Nothing that follows a wrong token is read.
func (x *Exchange) receiveFiles(r Route[*Exchange]) error {
	if !x.SignedIn() {
		return signedOut()
	}
	// The line of the person may be slow: they get the time that an upload needs.
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

// limited gives the handler its time, which begins when the request has arrived. What comes after the handler has time of its own.
func (x *Exchange) limited(limit time.Duration, handle func(*Exchange) error) error {
	before := x.Context()
	ctx, cancel := context.WithTimeout(before, limit)
	defer cancel()
	defer x.SetUserContext(before)
	x.SetUserContext(ctx)
	return handle(x)
}

// FormValue returns a text field of the form, whether it came with files or not.
func (x *Exchange) FormValue(name string, _ ...string) string {
	if x.form == nil {
		return x.Ctx.FormValue(name)
	}
	if all := x.form.Values[name]; len(all) > 0 {
		return all[0]
	}
	return ""
}

// Files returns the files that came under the name.
func (x *Exchange) Files(name string) []body.File {
	if x.form == nil {
		return nil
	}
	return x.form.Files[name]
}
