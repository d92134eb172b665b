// Package tenancy keeps accounts apart. It puts the account, the person and the sites that they may see into the context.
// Its guard makes GORM add them to every statement and refuse a statement without them. It knows no module: a table is
// scoped by having an account_id column, and by site if it also has a site_id column (the table sites by its id).
//
// SQL runs hand-written SQL with the account as a required parameter. System bypasses the guard, for the few callers that a
// test lists.
package tenancy

import (
	"context"
	"errors"
	"slices"
	"strings"
)

// Scope is who acts, and what they can reach.
type Scope struct {
	Account string
	User    string
	// Sites are the only sites that can be reached, nil for all of the account. An empty, non-nil list reaches none.
	Sites []string
}

// Reaches reports whether the scope covers the site.
func (s Scope) Reaches(site string) bool {
	return s.Sites == nil || slices.Contains(s.Sites, site)
}

type contextKey int

const (
	scopeKey contextKey = iota
	systemKey
)

// With returns a context that acts in the scope. A scope without an account is ignored.
func With(ctx context.Context, s Scope) context.Context {
	ctx = context.WithValue(ctx, systemKey, "")
	return context.WithValue(ctx, scopeKey, s)
}

// From returns the scope of the context; ok is false when there is none.
func From(ctx context.Context) (Scope, bool) {
	if ctx == nil {
		return Scope{}, false
	}
	s, ok := ctx.Value(scopeKey).(Scope)
	return s, ok && s.Account != ""
}

// Account returns the account of the context, empty when there is none.
func Account(ctx context.Context) string {
	s, _ := From(ctx)
	return s.Account
}

// User returns the person who acts, empty when there is none.
func User(ctx context.Context) string {
	s, _ := From(ctx)
	return s.User
}

// System returns a context that bypasses the guard. purpose is for the reader; a test lists all callers.
func System(ctx context.Context, purpose string) context.Context {
	return context.WithValue(ctx, systemKey, purpose)
}

func system(ctx context.Context) bool {
	if ctx == nil {
		return false
	}
	purpose, _ := ctx.Value(systemKey).(string)
	return purpose != ""
}

// Reach returns a text that is the same for contexts in which the same rows can be reached.
func Reach(ctx context.Context) string {
	if system(ctx) {
		return ""
	}
	s, _ := From(ctx)
	if s.Sites == nil {
		return s.Account
	}
	return s.Account + ":" + strings.Join(s.Sites, ",")
}

// Errors of the guard. They are programming errors and never shown to people.
var (
	ErrNoAccount   = errors.New("tenancy: statement without an account in its context")
	ErrRawSQL      = errors.New("tenancy: raw SQL, string join or table without model; use tenancy.SQL")
	ErrMove        = errors.New("tenancy: the account or site of a row cannot be changed")
	ErrForeign     = errors.New("tenancy: row belongs to another account or site")
	ErrUnknown     = errors.New("tenancy: table has no account_id and is not listed as shared")
	ErrNoParameter = errors.New("tenancy: SQL without the @account parameter")
)
