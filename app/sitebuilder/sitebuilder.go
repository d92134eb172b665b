// Package sitebuilder plans a site from approved clusters: business facts, site type, attached clusters, taxonomies and the
// tree of pages. It is cluster-first: a page has a cluster or an explicit reason. The state of the wizard is the blueprint's,
// on the server; going back to a step never loses what a later one holds.
package sitebuilder

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/sites"
)

// Service plans sites.
type Service struct {
	db      *database.DB
	sites   *sites.Service
	pages   *pages.Service
	planner *planner.Service
}

// Needs are the modules that the Site Builder stands on.
type Needs struct {
	DB      *database.DB
	Sites   *sites.Service
	Pages   *pages.Service
	Planner *planner.Service
}

// New makes the Site Builder.
func New(n Needs) *Service {
	n.Sites.ComputeStage(gates.Builder, computeGate)
	return &Service{db: n.DB, sites: n.Sites, pages: n.Pages, planner: n.Planner}
}

// line is one line that people typed, its white space folded.
func line(f *fault.Fields, field, s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	f.Check(utf8.RuneCountInString(s) <= most, field, "Shorten this to %d characters.", most)
	f.Check(printable(s), field, "This has characters that cannot be shown. Remove them.")
	return s
}

// printable says whether s is text: PostgreSQL neither keeps nor looks for what is not. Lines may end in it.
func printable(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && !strings.ContainsRune("\t\r\n", r) })
}
