package api

import (
	"context"
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/sites"
)

const get, post, put, patch, remove = http.MethodGet, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete

// operation declares an operation: its address, permission and limits.
type operation struct {
	method, path string
	id, summary  string
	may          accounts.Permission // open: no token needed
	site         finder              // how the site is found; nil: the account as a whole
	status       int                 // 0: 200
	later        bool                // it may also answer 202: the work is done later
	maxBytes     int                 // the limit of the body; 0: the limit of every member
	secret       bool                // its answer holds a link that is shown once
	functions    bool                // its body names an AI function and has the payload of that function
	form         *huma.Schema        // for an upload: the fields of its multipart form
	file         []string            // for a file as the answer: its media types
	fails        []int               // the error statuses that its shape does not imply, see failures
}

// open is the permission of operations that need no token.
const open accounts.Permission = ""

// finder returns the site that an operation is about. It answers "not found" for a site that the person may not reach.
type finder func(a *API, ctx huma.Context) (siteID string, err error)

func inSite(a *API, ctx huma.Context) (string, error) {
	site, err := a.Sites.Get(ctx.Context(), ctx.Param("id"))
	return site.ID, err
}

func of[T any](noun string) finder {
	return func(a *API, ctx huma.Context) (string, error) {
		return sites.Of[T](ctx.Context(), a.Sites, noun, ctx.Param("id"))
	}
}

// add registers the operation; with GET also its HEAD. Errors of the handler become problems.
func add[I, O any](a *API, op operation, handle func(context.Context, *I) (*O, error)) {
	var known []string // the names of the query parameters; filled in below, once huma has registered the operation
	o := a.humaOperation(op)
	if op.may != open {
		o.Middlewares = append(o.Middlewares, a.admit(op))
	}
	o.Middlewares = append(o.Middlewares, a.refuseUnknown(&known), a.receive(op))
	if op.takesKey() {
		o.Middlewares = append(o.Middlewares, a.idempotent)
	}
	answer := func(ctx context.Context, in *I) (*O, error) {
		out, err := handle(ctx, in)
		if err != nil {
			return nil, problemOf(ctx, err)
		}
		return out, nil
	}
	huma.Register(a.huma, o, answer)
	documented := a.inDocument(op)
	for _, p := range documented.Parameters {
		if p.In == "query" {
			known = append(known, p.Name)
		}
	}
	a.finish(op, documented, reflect.TypeFor[I](), reflect.TypeFor[O]())
	if op.method == get {
		o.Method, o.Hidden = http.MethodHead, true
		huma.Register(a.huma, o, answer)
	}
}

// admit lets a request through if the person has the permission on the site. Otherwise it answers 401, 404 or 403, in this order.
func (a *API) admit(op operation) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		member, ok := accounts.MemberFrom(ctx.Context())
		if !ok {
			a.refuse(ctx, fault.New(fault.Unauthenticated, "Send a bearer token: POST /api/v1/auth/token gives one."))
			return
		}
		siteID := ""
		if op.site != nil {
			var err error
			if siteID, err = op.site(a, ctx); err != nil {
				a.refuse(ctx, err)
				return
			}
		}
		if !member.May(op.may, siteID) {
			a.refuse(ctx, fault.New(fault.Forbidden, "Your role does not allow that."))
			return
		}
		next(ctx)
	}
}

// refuseUnknown refuses query parameters that the operation does not have. Otherwise a misspelt filter would be ignored.
func (a *API) refuseUnknown(known *[]string) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		address := ctx.URL()
		var unknown []string
		for name, values := range address.Query() {
			if !slices.Contains(*known, name) {
				unknown = append(unknown, name)
			}
			for _, value := range values {
				if !utf8.ValidString(value) || strings.ContainsRune(value, 0) {
					p := problem(fault.Invalid, http.StatusUnprocessableEntity, "A query parameter holds characters that cannot be stored.")
					p.Errors = []Detail{{Location: "query", Message: "It is no text in UTF-8, or holds a NUL character."}}
					a.refuse(ctx, p)
					return
				}
			}
		}
		if len(unknown) == 0 {
			next(ctx)
			return
		}
		slices.Sort(unknown)
		takes := "This call takes none."
		if len(*known) > 0 {
			takes = "This call takes " + strings.Join(*known, ", ") + "."
		}
		p := problem(fault.Invalid, http.StatusUnprocessableEntity, fmt.Sprintf("There is no query parameter %q. %s", unknown[0], takes))
		for _, name := range unknown {
			p.Errors = append(p.Errors, Detail{Location: "query." + name, Message: "There is no such parameter."})
		}
		a.refuse(ctx, p)
	}
}

// refuse answers with err as a problem.
func (a *API) refuse(ctx huma.Context, err error) {
	p := problemOf(ctx.Context(), err)
	for name, values := range p.GetHeaders() {
		ctx.SetHeader(name, values[0])
	}
	_ = huma.WriteErr(a.huma, ctx, p.Status, p.Detail, p)
}
