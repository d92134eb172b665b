package web

import (
	"context"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"igny8/app/body"
	"igny8/app/fault"
)

// verb is a method together with what a request of it may bring. It stands first in each line of the route tables.
type verb int

const (
	get    verb = iota
	post        // a form
	save        // what the editor saves or pastes
	upload      // a form with files, for somebody who is signed in
)

func (v verb) method() string {
	if v == get {
		return fiber.MethodGet
	}
	return fiber.MethodPost
}

// patience is how long the answer may take once the request has arrived.
func (v verb) patience() time.Duration {
	if v == upload {
		return body.UploadPatience
	}
	return body.Patience
}

func (v verb) limit(signedIn bool) int {
	switch {
	case !signedIn:
		return body.Stranger
	case v == save || v == upload:
		return body.Editor
	}
	return body.Member
}

// receive reads the body that the route allows, checks the token of the form, and admits the request. The files of an upload are read last: nobody
// sends files to a route that is not theirs.
func (x *exchange) receive(r route) error {
	if r.verb == get {
		return x.admit(r)
	}
	if r.verb == upload && strings.HasPrefix(x.Get(fiber.HeaderContentType), fiber.MIMEMultipartForm) {
		return x.receiveFiles(r)
	}
	stream := x.Request().BodyStream()
	data, err := body.Read(stream, x.Request().Header.ContentLength(), r.verb.limit(x.signedIn()))
	if x.signedIn() {
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
func (x *exchange) receiveFiles(r route) error {
	if !x.signedIn() {
		return signedOut()
	}
	// The line of the person may be slow: they get the time that an upload needs.
	if err := x.Context().Conn().SetReadDeadline(time.Now().Add(body.UploadArrival)); err != nil {
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
func (x *exchange) limited(limit time.Duration, handle func(*exchange) error) error {
	before := x.ctx()
	ctx, cancel := context.WithTimeout(before, limit)
	defer cancel()
	defer x.SetUserContext(before)
	x.SetUserContext(ctx)
	return handle(x)
}

// FormValue is a text field of the form, whether it came with files or not.
func (x *exchange) FormValue(name string, _ ...string) string {
	if x.form == nil {
		return x.Ctx.FormValue(name)
	}
	if all := x.form.Values[name]; len(all) > 0 {
		return all[0]
	}
	return ""
}

// files are the files that came under the name.
func (x *exchange) files(name string) []body.File {
	if x.form == nil {
		return nil
	}
	return x.form.Files[name]
}

func tooLong() error {
	return fault.New(fault.HeadTooLarge, "The address and the headers of the request are longer than %d KB together. Nothing was read. Delete the cookies of this site, or shorten the address.", maxHead>>10)
}
