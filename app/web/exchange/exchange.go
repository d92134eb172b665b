package exchange

import (
	"context"
	"encoding/json"
	"net/url"
	"strconv"
	"strings"

	"github.com/a-h/templ"
	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/body"
	"igny8/app/fault"
	"igny8/app/sites"
	"igny8/views/address"
)

// Exchange is one request and its answer: the person who asks, the site, and the methods that answer.
type Exchange struct {
	*fiber.Ctx
	*Shared
	Member accounts.Member // zero when nobody is signed in
	Site   sites.Site      // set if the route has a site
	form   *body.Form      // set if the route accepts files
	frame  *frame          // nil until it is needed
}

func (x *Exchange) Context() context.Context { return x.UserContext() }

func (x *Exchange) SignedIn() bool { return x.Member.UserID != "" }

// Partial reports whether the answer is swapped into the page that the browser shows.
func (x *Exchange) Partial() bool { return partial(x.Ctx) }

func partial(c *fiber.Ctx) bool {
	return c.Get("HX-Request") == "true" && c.Get("HX-Boosted") != "true" && c.Get("HX-History-Restore-Request") != "true"
}

// Show answers with the page, or with its part when the request swaps a part.
func (x *Exchange) Show(page, part templ.Component) error {
	if x.Partial() {
		page = part
	}
	return Render(x.Ctx, page)
}

// Render writes the component into the buffer of the answer, which nothing else uses until the answer is sent. If the
// component fails halfway, Render drops what was written, so that the answer can still become an error page.
func Render(c *fiber.Ctx, component templ.Component) error {
	answer := c.Response()
	answer.ResetBody()
	if err := component.Render(c.UserContext(), answer.BodyWriter()); err != nil {
		answer.ResetBody()
		return err
	}
	c.Vary("HX-Request")
	c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	return nil
}

// Again shows the form with its errors: 422, or the status that err asks for. It returns an error that the person cannot
// correct in the form.
func (x *Exchange) Again(err error, page, part templ.Component) error {
	switch kind := fault.KindOf(err); kind {
	case fault.Invalid, fault.Conflict, fault.Throttled, fault.NoCredits, fault.Unauthenticated, fault.TooLarge:
		x.Status(kind.Status())
		RetryAfter(x.Ctx, err)
		return x.Show(page, part)
	}
	return err
}

// To redirects the browser to the path after a change.
func (x *Exchange) To(path string) error {
	if x.Partial() {
		x.Set("HX-Redirect", path)
		return x.SendStatus(fiber.StatusOK)
	}
	return x.Redirect(path, fiber.StatusSeeOther)
}

// Back redirects the browser to the page it came from, or to the fallback.
func (x *Exchange) Back(fallback string) error {
	from := x.Get("HX-Current-URL", x.Get(fiber.HeaderReferer))
	if u, err := url.Parse(from); err == nil && u.Host == x.Hostname() && address.Inside(u.Path) {
		return x.To(u.RequestURI())
	}
	return x.To(fallback)
}

type Flash struct {
	Kind string `json:"kind"` // ok, warning, error
	Text string `json:"text"`
	Undo string `json:"undo,omitempty"` // the address that undoes the change
}

// Say stores a sentence in the session; the next page shows it.
func (x *Exchange) Say(kind, text string) { x.Keep(Flash{Kind: kind, Text: text}) }

func (x *Exchange) Keep(f Flash) {
	data, _ := json.Marshal(f)
	x.Sessions.Put(x.Context(), sessionFlash, string(data))
}

// said returns the stored sentence and removes it from the session.
func (x *Exchange) said() (Flash, bool) {
	var f Flash
	if x.Locals(sessionLoaded) == nil || !x.Sessions.Exists(x.Context(), sessionFlash) {
		return f, false
	}
	return f, json.Unmarshal([]byte(x.Sessions.PopString(x.Context(), sessionFlash)), &f) == nil
}

// Value returns a trimmed form field.
func (x *Exchange) Value(name string) string { return strings.TrimSpace(Plain(x.FormValue(name))) }

// Values returns all the values of a repeated form field.
func (x *Exchange) Values(name string) []string {
	var all []string
	if x.form != nil {
		for _, v := range x.form.Values[name] {
			all = append(all, Plain(v))
		}
		return all
	}
	for _, v := range x.Request().PostArgs().PeekMulti(name) {
		all = append(all, Plain(string(v)))
	}
	return all
}

// Plain returns the text without zero bytes and invalid UTF-8, which no browser sends and not every database stores.
func Plain(s string) string { return strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "") }

// Checked reports whether a checkbox was ticked.
func (x *Exchange) Checked(name string) bool { return x.FormValue(name) != "" }

// RetryAfter tells the client how long to wait if err contains a time.
func RetryAfter(c *fiber.Ctx, err error) {
	if seconds := fault.RetryAfter(err); seconds > 0 {
		c.Set(fiber.HeaderRetryAfter, strconv.Itoa(seconds))
	}
}

// SentFile returns the picture that was uploaded with the form.
func (x *Exchange) SentFile() (body.File, error) {
	all := x.Files("file")
	if len(all) == 0 {
		return body.File{}, fault.Fields{{Name: "file", Message: "Choose a file."}}.Err()
	}
	return all[0], nil
}
