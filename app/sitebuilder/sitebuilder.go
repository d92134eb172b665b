// Package sitebuilder plans a site from approved clusters: business facts, site type, attached clusters, taxonomies and the
// tree of pages. A page has a cluster or an explicit reason to have none. The blueprint holds the state of the wizard on the
// server: going back to a step loses nothing of a later one.
package sitebuilder

import (
	"igny8/app/database"
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

// Needs are the modules that the Site Builder uses.
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
