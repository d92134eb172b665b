// Package api is the JSON API v1: the same services as the pages, described by its own OpenAPI document. It holds no rule and
// no query; an operation binds, calls one service method and shapes the answer. The permission of each operation stands
// beside it. Errors are problem+json. A token names one account; cookies are never looked at.
package api

import (
	"context"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"
	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/billing"
	"igny8/app/fault"
	"igny8/app/images"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/publish"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
	"igny8/app/writer"
)

// Services are the modules that the API speaks to.
type Services struct {
	Accounts *accounts.Service
	Sites    *sites.Service
	Billing  *billing.Service
	Engine   *ai.Engine
	Pages    *pages.Service
	Planner  *planner.Service
	Builder  *sitebuilder.Service
	Images   *images.Service
	Writer   *writer.Service
	Publish  *publish.Service
}

// API is the operations over the services.
type API struct {
	Services
	huma huma.API
}

const prefix = "/api/v1"

// Mount installs the API, its document and the page that shows it.
func Mount(app *fiber.App, version string, services Services) *API {
	huma.NewError = newProblem
	huma.NewErrorWithContext = func(_ huma.Context, status int, message string, errs ...error) huma.StatusError {
		return newProblem(status, message, errs...)
	}
	c := huma.DefaultConfig("IGNY8 API", version)
	c.OpenAPIPath, c.DocsPath, c.SchemasPath, c.CreateHooks = "/api/openapi", "", "", nil
	c.Info.Description = "From a file of keywords to a published site. Lists answer items and next_cursor; unknown numbers are null; errors are RFC 9457 problems."
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"bearer": {Type: "http", Scheme: "bearer", BearerFormat: "JWT"}}

	a := &API{Services: services}
	app.Use(prefix, a.authenticate)
	a.huma = humafiber.New(app, c)
	for _, operations := range []func(){
		a.authOperations, a.entryOperations, a.memberOperations, a.siteOperations, a.keywordOperations, a.importOperations, a.importCheckOperations, a.columnMappingOperations, a.viewOperations, a.clusterOperations, a.changeOperations, a.coverageOperations, a.taskOperations,
		a.ideaOperations, a.writingTaskOperations, a.contentOperations, a.suggestionOperations, a.claimOperations, a.imageOperations, a.blueprintOperations, a.gateOperations, a.releaseOperations, a.creditOperations, a.repeatOperations, a.spendingOperations, a.integrationOperations, a.factOperations, a.promptOperations,
	} {
		operations()
	}
	app.Get("/api/docs", a.docs)
	app.Use("/api", func(c *fiber.Ctx) error { return fault.New(fault.NotFound, "There is no such address in the API.") })
	return a
}

// Document is the OpenAPI document, for tests that walk it.
func (a *API) Document() *huma.OpenAPI { return a.huma.OpenAPI() }

// operation is what stands beside a path.
type operation struct {
	method, path string
	id, summary  string
	may          accounts.Permission // open: no token needed
	site         finder              // how the site is found; nil: the account as a whole
	status       int                 // 0: 200
	maxBytes     int64               // of the body; 0: what a member may send
	files        bool                // it takes a form with files
}

// open is the permission that nobody needs to have.
const open accounts.Permission = ""

// finder says which site an operation is about. A site out of reach does not exist.
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

// add registers the operation. What its handler refuses becomes a problem.
func add[I, O any](a *API, op operation, handle func(context.Context, *I) (*O, error)) {
	o := huma.Operation{
		OperationID: op.id, Method: op.method, Path: prefix + op.path, Summary: op.summary, DefaultStatus: op.status, MaxBodyBytes: -1,
		Tags: []string{strings.Split(strings.TrimPrefix(op.path, "/"), "/")[0]},
	}
	if op.may != open {
		o.Security = []map[string][]string{{"bearer": {}}}
		o.Middlewares = huma.Middlewares{a.admit(op)}
	}
	o.Middlewares = append(o.Middlewares, a.receive(op))
	if !strings.HasPrefix(op.path, "/auth/") { // requests and answers there hold passwords and tokens, which are not kept
		o.Middlewares = append(o.Middlewares, a.idempotent)
	}
	huma.Register(a.huma, o, func(ctx context.Context, in *I) (*O, error) {
		out, err := handle(ctx, in)
		if err != nil {
			return nil, problemOf(ctx, err)
		}
		return out, nil
	})
}

// admit lets through who has the permission on the site: 401, then 404, then 403.
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

// refuse answers an operation with what stands in its way.
func (a *API) refuse(ctx huma.Context, err error) {
	p := problemOf(ctx.Context(), err)
	_ = huma.WriteErr(a.huma, ctx, p.GetStatus(), p.Error(), err)
}

// authenticate finds the member of a bearer token. Without one only open operations answer.
func (a *API) authenticate(c *fiber.Ctx) error {
	header := c.Get(fiber.HeaderAuthorization)
	if header == "" {
		return c.Next()
	}
	scheme, token, _ := strings.Cut(header, " ")
	if !strings.EqualFold(scheme, "bearer") {
		return fault.New(fault.Unauthenticated, "The Authorization header must carry a bearer token.")
	}
	member, err := a.Accounts.Verify(c.UserContext(), strings.TrimSpace(token))
	if err != nil {
		return err
	}
	c.SetUserContext(accounts.WithMember(c.UserContext(), member))
	return c.Next()
}

const get, post, put, patch, remove = http.MethodGet, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete
