// Package api is the JSON API v1: the same services as the pages, described by its own OpenAPI document. It holds no rule and
// no query; an operation binds, calls one service method and shapes the answer. The permission of each operation stands
// beside it. Errors are problem+json. A token names one account; cookies are never looked at.
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

// API is the operations over the services.
type API struct {
	modules.Modules
	huma     huma.API
	examples map[string]example
}

const prefix = "/api/v1"

// Mount installs the API, its document and the page that shows it.
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

// Document returns the OpenAPI document, for tests that walk it.
func (a *API) Document() *huma.OpenAPI { return a.huma.OpenAPI() }

// authenticate finds the member of a bearer token. Without one only open operations answer.
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

// bearer returns the token that the request carries, empty if it carries none.
func bearer(c *fiber.Ctx) string {
	scheme, token, _ := strings.Cut(c.Get(fiber.HeaderAuthorization), " ")
	if !strings.EqualFold(scheme, "bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

// unrouted answers what no operation took: with the methods that the path has, or that there is no such path.
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

// methods returns those that the path takes.
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

// matches reports whether the path is one of the template's, whose {parts} are anything.
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
