package web

import (
	"context"
	"encoding/json"
	"net/url"
	"strings"

	"github.com/a-h/templ"
	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/body"
	"igny8/app/fault"
	"igny8/app/sites"
	"igny8/views/address"
)

// exchange is one request on its way to a page: who asks, on which site, and how to answer.
type exchange struct {
	*fiber.Ctx
	*Server
	member accounts.Member // zero when nobody is signed in
	site   sites.Site      // where the route has a site
	form   *body.Form      // where the route takes files
}

func (x *exchange) ctx() context.Context { return x.UserContext() }

func (x *exchange) signedIn() bool { return x.member.UserID != "" }

// partial says whether the answer is swapped into a page that is already there.
func (x *exchange) partial() bool { return partial(x.Ctx) }

func partial(c *fiber.Ctx) bool {
	return c.Get("HX-Request") == "true" && c.Get("HX-Boosted") != "true" && c.Get("HX-History-Restore-Request") != "true"
}

// show answers with the page, or with its part when the request swaps a part.
func (x *exchange) show(page, part templ.Component) error {
	if x.partial() {
		page = part
	}
	return render(x.Ctx, page)
}

// render writes the component into the answer's own buffer, which belongs to nobody else until the answer is sent. What a failure leaves half
// written is dropped: it can still become an error page.
func render(c *fiber.Ctx, component templ.Component) error {
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

// again shows the form with what is wrong: 422, or the status that err asks for. An error that no person can mend in the form is
// passed on.
func (x *exchange) again(err error, page, part templ.Component) error {
	switch kind := fault.KindOf(err); kind {
	case fault.Invalid, fault.Conflict, fault.Throttled, fault.NoCredits, fault.Unauthenticated, fault.TooLarge:
		x.Status(kind.Status())
		retryAfter(x.Ctx, err)
		return x.show(page, part)
	}
	return err
}

// to sends the browser on after something was done.
func (x *exchange) to(path string) error {
	if x.partial() {
		x.Set("HX-Redirect", path)
		return x.SendStatus(fiber.StatusOK)
	}
	return x.Redirect(path, fiber.StatusSeeOther)
}

// back sends the browser to the page it came from, or to the fallback.
func (x *exchange) back(fallback string) error {
	from := x.Get("HX-Current-URL", x.Get(fiber.HeaderReferer))
	if u, err := url.Parse(from); err == nil && u.Host == x.Hostname() && address.Inside(u.Path) {
		return x.to(u.RequestURI())
	}
	return x.to(fallback)
}

type flash struct {
	Kind string `json:"kind"` // ok, warning, error
	Text string `json:"text"`
	Undo string `json:"undo,omitempty"` // where what was done is undone
}

// say keeps a sentence for the next page.
func (x *exchange) say(kind, text string) { x.keep(flash{Kind: kind, Text: text}) }

func (x *exchange) keep(f flash) {
	data, _ := json.Marshal(f)
	x.sessions.Put(x.ctx(), sessionFlash, string(data))
}

// said is the sentence that was kept, once.
func (x *exchange) said() (flash, bool) {
	var f flash
	if x.Locals(sessionLoaded) == nil || !x.sessions.Exists(x.ctx(), sessionFlash) {
		return f, false
	}
	return f, json.Unmarshal([]byte(x.sessions.PopString(x.ctx(), sessionFlash)), &f) == nil
}

// value is a trimmed form field.
func (x *exchange) value(name string) string { return strings.TrimSpace(plain(x.FormValue(name))) }

// values are all the values of a repeated form field.
func (x *exchange) values(name string) []string {
	var all []string
	if x.form != nil {
		for _, v := range x.form.Values[name] {
			all = append(all, plain(v))
		}
		return all
	}
	for _, v := range x.Request().PostArgs().PeekMulti(name) {
		all = append(all, plain(string(v)))
	}
	return all
}

// plain is the text without what is no text: zero bytes and broken characters, which no browser sends and not every
// database stores.
func plain(s string) string { return strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "") }

// checked says whether a checkbox was ticked.
func (x *exchange) checked(name string) bool { return x.FormValue(name) != "" }
