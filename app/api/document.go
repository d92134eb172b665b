package api

import (
	"cmp"
	"maps"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"igny8/app/accounts"
)

// The document is available at documentPath plus each of these endings.
const documentPath = "/api/openapi"

var documentFiles = []string{".json", ".yaml", "-3.0.json", "-3.0.yaml"}

const about = `From a file of keywords to a published site.

Get a token with POST /api/v1/auth/token and send it as "Authorization: Bearer ...". A token names one account.

Lists answer items and next_cursor and take limit and cursor: ask again with cursor=next_cursor until it is null. Numbers that are not known are null. ` +
	`Times are RFC 3339 in UTC. Query parameters and fields that a call does not have are refused with 422.

Errors are RFC 9457 problems (application/problem+json). What belongs to another account is answered as what does not exist: 404.

A write takes an Idempotency-Key: the same request with the same key is answered with its first answer for 24 hours, and has no second effect.`

// configuration returns the configuration of huma: the document without operations, and the formats of bodies.
func configuration(version string) huma.Config {
	c := huma.DefaultConfig("IGNY8 API", version)
	c.OpenAPIPath, c.DocsPath, c.SchemasPath, c.CreateHooks = documentPath, "", "", nil
	c.Info.Description = about
	c.Info.License = &huma.License{Name: "Apache 2.0", Identifier: "Apache-2.0"}
	c.Servers = []*huma.Server{{URL: "/", Description: "This installation"}}
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"bearer": {Type: "http", Scheme: "bearer", BearerFormat: "JWT", Description: "The access_token of POST /api/v1/auth/token. It lives 15 minutes."},
	}
	format := huma.Format{Marshal: huma.DefaultJSONFormat.Marshal, Unmarshal: plainJSON}
	c.Formats = map[string]huma.Format{"application/json": format, "json": format}
	for _, name := range sortedKeys(tags) {
		c.Tags = append(c.Tags, &huma.Tag{Name: name, Description: tags[name]})
	}
	return c
}

// tags describe the groups of operations. A group is named by the first part of the path.
var tags = map[string]string{
	"accounts":        "The accounts that a person works in.",
	"ai-tasks":        "Runs of AI functions: their price, their start, how they go.",
	"auth":            "Ways into an account. These calls need no token.",
	"clusters":        "The tree of pillars, topics and page clusters.",
	"column-mappings": "What the columns of keyword files mean.",
	"contents":        "The texts of pages, from draft to approval.",
	"credits":         "The wallet of the account and its ledger.",
	"ideas":           "Proposed pages.",
	"images":          "Pictures of pages.",
	"integrations":    "AI servers of the account.",
	"invitations":     "Invitations that are not accepted yet.",
	"keyword-imports": "Reports of imports, and imports that are checked before they are written.",
	"keywords":        "Search phrases.",
	"limits":          "What may be spent without asking.",
	"me":              "Who the token stands for.",
	"members":         "The people of the account.",
	"prompts":         "The texts with which functions ask a model.",
	"releases":        "Builds of a site that can go live.",
	"runs":            "Runs of every kind: AI functions, builds, imports. How they go, and how they are stopped or tried again.",
	"sectors":         "What belongs to a topic area of a site: keywords, clusters, ideas, tasks.",
	"sites":           "The websites of the account and what belongs to each.",
	"tasks":           "Ideas that were accepted for writing, with their briefs.",
	"trash":           "What was deleted and can be restored.",
	"usage":           "What runs have taken.",
	"views":           "Saved filters of lists.",
}

// humaOperation returns the operation in the form that huma registers.
func (a *API) humaOperation(op operation) huma.Operation {
	o := huma.Operation{
		OperationID: op.id, Method: op.method, Path: prefix + op.path, Summary: op.summary, DefaultStatus: op.status, MaxBodyBytes: -1,
		Tags: []string{strings.Split(strings.TrimPrefix(op.path, "/"), "/")[0]}, Errors: failures(op),
	}
	if op.may != open {
		o.Security = []map[string][]string{{"bearer": {}}}
	}
	if op.takesKey() {
		o.Parameters = append(o.Parameters, &huma.Param{
			Name: idempotencyKey, In: "header", Schema: &huma.Schema{Type: huma.TypeString, MaxLength: new(200)},
			Description: "A text of your own for this request. The same request with the same key within 24 hours gets the first answer again and has no second effect; another request with it is a conflict.",
		})
	}
	return o
}

// takesKey reports whether the operation accepts an Idempotency-Key. Answers with a password, a token or a link are never stored.
func (op operation) takesKey() bool {
	return op.method != get && !op.secret && !strings.HasPrefix(op.path, "/auth/")
}

// failures returns the error statuses of the operation, derived from its shape. Every operation may answer 422, 500 and 503.
func failures(op operation) []int {
	list := append([]int{http.StatusUnprocessableEntity, http.StatusServiceUnavailable}, op.fails...)
	if op.method == post || op.method == put || op.method == patch {
		list = append(list, http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType)
	}
	if op.takesKey() {
		list = append(list, http.StatusConflict)
	}
	switch {
	case op.may == open:
		list = append(list, http.StatusUnauthorized, http.StatusConflict, http.StatusTooManyRequests)
	case op.may == accounts.See:
		list = append(list, http.StatusUnauthorized)
	default:
		list = append(list, http.StatusUnauthorized, http.StatusForbidden)
	}
	if strings.Contains(op.path, "{") || op.may == open {
		list = append(list, http.StatusNotFound)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// meaningOf says when an operation answers with a status.
var meaningOf = map[int]string{
	http.StatusBadRequest:            "The body is missing or is not JSON.",
	http.StatusUnauthorized:          "There is no token, or the token or password is no good.",
	http.StatusPaymentRequired:       "The account has too few credits.",
	http.StatusForbidden:             "The role of the person does not allow it.",
	http.StatusNotFound:              "It does not exist, or is out of reach.",
	http.StatusConflict:              "It does not fit the state of things: a newer revision, a gate that is closed, a key that was used for another request.",
	http.StatusRequestEntityTooLarge: "The body is too large.",
	http.StatusUnsupportedMediaType:  "The body is not of a media type that is taken.",
	http.StatusUnprocessableEntity:   "A value is wrong; errors names which.",
	http.StatusTooManyRequests:       "There were too many requests of this kind. Wait before the next.",
	http.StatusInternalServerError:   "Something went wrong on the server. Nothing was changed.",
	http.StatusServiceUnavailable:    "A server that is needed does not answer. Trying again may help.",
}

// inDocument returns the operation as it is in the document.
func (a *API) inDocument(op operation) *huma.Operation {
	for _, o := range operationsOf(a.Document().Paths[prefix+op.path]) {
		if o.Method == op.method {
			return o
		}
	}
	panic("api: " + op.id + " is not in the document")
}

func operationsOf(item *huma.PathItem) []*huma.Operation {
	return slices.DeleteFunc([]*huma.Operation{item.Get, item.Post, item.Put, item.Patch, item.Delete},
		func(o *huma.Operation) bool { return o == nil })
}

// functionBodies returns the schema of a body that names an AI function: one variant for each function, with its payload. It is for
// the document only. The engine decodes the payload, so that a site out of reach is 404 even if the payload is wrong.
func (a *API) functionBodies(body *huma.Schema) *huma.Schema {
	schemas := a.Document().Components.Schemas
	if body.Ref != "" {
		body = schemas.SchemaFromRef(body.Ref)
	}
	of := &huma.Schema{}
	for _, name := range a.Engine.Functions() {
		takes := a.Engine.Payload(name)
		payload := huma.SchemaFromType(schemas, takes)
		a.refine(payload, takes, true)
		payload.Description = "What " + name + " takes."
		function := *body.Properties["function"]
		function.Enum = []any{name}
		one := *body
		one.Title, one.Properties = name, maps.Clone(body.Properties)
		one.Properties["function"], one.Properties["payload"] = &function, payload
		of.OneOf = append(of.OneOf, &one)
	}
	return of
}

// finish completes the schemas that huma made from the types: values, descriptions, formats, forms, files and examples.
func (a *API) finish(op operation, o *huma.Operation, in, out reflect.Type) {
	a.finishParameters(o, in)
	if body, ok := in.FieldByName("Body"); ok {
		a.refine(o.RequestBody.Content["application/json"].Schema, body.Type, true)
	}
	if op.functions {
		o.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
			"application/json": {Schema: a.functionBodies(o.RequestBody.Content["application/json"].Schema)},
		}}
	}
	if op.form != nil {
		o.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"multipart/form-data": {Schema: op.form}}}
	}
	status := strconv.Itoa(cmp.Or(op.status, http.StatusOK))
	success := o.Responses[status]
	if body, ok := out.FieldByName("Body"); ok && len(op.file) == 0 {
		a.refine(success.Content["application/json"].Schema, body.Type, false)
	}
	if op.later {
		o.Responses["202"] = &huma.Response{Description: http.StatusText(http.StatusAccepted), Content: success.Content}
	}
	if len(op.file) > 0 {
		success.Content = map[string]*huma.MediaType{}
		for _, kind := range op.file {
			success.Content[kind] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}
		}
	}
	a.refine(o.Responses["422"].Content["application/problem+json"].Schema, reflect.TypeFor[Problem](), false)
	for code, meaning := range meaningOf {
		if response := o.Responses[strconv.Itoa(code)]; response != nil {
			response.Description = meaning
			response.Headers = headersOf(code)
		}
	}
	a.exemplify(op, o, success)
}

func headersOf(status int) map[string]*huma.Param {
	text := func(name, meaning string) map[string]*huma.Param {
		return map[string]*huma.Param{name: {Description: meaning, Schema: &huma.Schema{Type: huma.TypeString}}}
	}
	switch status {
	case http.StatusUnauthorized:
		return text("WWW-Authenticate", "Bearer, with error=\"invalid_token\" where a token was sent.")
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		return text("Retry-After", "The seconds to wait, where they are known.")
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
