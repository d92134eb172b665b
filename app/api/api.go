// Package api is the JSON API v1. It offers the same services as the pages, and describes itself by an OpenAPI document. It has no
// rules and no queries of its own: an operation reads the request, calls one service method and shapes the answer. Each operation
// declares its permission. Errors are problem+json. A token belongs to one account; cookies are ignored.
package api

import (
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"
	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/modules"
)

// API registers the operations and calls the services.
type API struct {
	modules.Modules
	huma     huma.API
	examples map[string]example
}

const prefix = "/api/v1"

// Mount installs the API, its OpenAPI document and the reference page.
func Mount(app *fiber.App, version string, services modules.Modules) *API {
	speakPlainly()
	a := &API{Modules: services, examples: examples()}
	app.Use(prefix, a.authenticate)
	a.huma = humafiber.New(app, configuration(version))
	for _, operations := range []func(){
		a.authOperations, a.entryOperations, a.memberOperations, a.siteOperations, a.keywordOperations, a.importOperations,
		a.importCheckOperations, a.columnMappingOperations, a.viewOperations, a.clusterOperations, a.changeOperations,
		a.coverageOperations, a.taskOperations, a.runOperations,
		a.ideaOperations, a.writingTaskOperations, a.contentOperations, a.suggestionOperations, a.claimOperations, a.imageOperations,
		a.blueprintOperations, a.gateOperations, a.releaseOperations, a.creditOperations, a.repeatOperations, a.spendingOperations,
		a.integrationOperations, a.factOperations, a.promptOperations, a.trashOperations,
	} {
		operations()
	}
	app.Get("/api/docs", a.docs)
	app.Use("/api", a.unrouted)
	return a
}

// Document returns the OpenAPI document. Tests read it.
func (a *API) Document() *huma.OpenAPI { return a.huma.OpenAPI() }

// authenticate puts the member of the bearer token into the context. Requests without a token reach open operations only.
func (a *API) authenticate(c *fiber.Ctx) error {
	if c.Get(fiber.HeaderAuthorization) == "" {
		return c.Next()
	}
	token := bearer(c)
	if token == "" {
		return fault.New(fault.Unauthenticated, "The Authorization header must carry a bearer token.")
	}
	member, err := a.Accounts.Verify(c.UserContext(), token)
	if err != nil {
		return err
	}
	c.SetUserContext(accounts.WithMember(c.UserContext(), member))
	return c.Next()
}

// bearer returns the bearer token of the request, or an empty string.
func bearer(c *fiber.Ctx) string {
	scheme, token, _ := strings.Cut(c.Get(fiber.HeaderAuthorization), " ")
	if !strings.EqualFold(scheme, "bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

// unrouted answers requests that match no operation: with the methods of the path, or with 404 if there is no such path.
func (a *API) unrouted(c *fiber.Ctx) error {
	methods := a.methods(c.Path())
	if len(methods) == 0 {
		return fault.New(fault.NotFound, "There is no such address in the API.")
	}
	allowed := strings.Join(methods, ", ")
	c.Set(fiber.HeaderAllow, allowed)
	if c.Method() == fiber.MethodOptions {
		return c.SendStatus(fiber.StatusNoContent)
	}
	return fiber.NewError(fiber.StatusMethodNotAllowed, "This address takes "+allowed+", not "+c.Method()+".")
}

// methods returns the methods that the path has.
func (a *API) methods(path string) []string {
	path = strings.TrimSuffix(path, "/")
	switch {
	case path == "/api/docs":
		return []string{get, http.MethodHead}
	case slices.Contains(documentFiles, strings.TrimPrefix(path, documentPath)):
		return []string{get}
	}
	var methods []string
	for template, item := range a.Document().Paths {
		if !matches(template, path) {
			continue
		}
		for _, o := range operationsOf(item) {
			methods = append(methods, o.Method)
			if o.Method == get {
				methods = append(methods, http.MethodHead)
			}
		}
	}
	slices.Sort(methods)
	return slices.Compact(methods)
}

// matches reports whether the path fits the template. A {part} of the template fits any text.
func matches(template, path string) bool {
	parts, given := strings.Split(template, "/"), strings.Split(path, "/")
	if len(parts) != len(given) {
		return false
	}
	for i, part := range parts {
		if !strings.HasPrefix(part, "{") && !strings.EqualFold(part, given[i]) {
			return false
		}
	}
	return true
}
