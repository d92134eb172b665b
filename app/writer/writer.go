// Package writer turns accepted ideas into approved content: tasks with briefs, editing with a revision for every save, suggestions,
// comments and review. It refuses a save that was made from a stale revision, and writing on a site whose blueprint nobody has approved.
// Drafts and suggestions come from writer/drafting, which stands above it.
package writer

import (
	"igny8/app/accounts"
	"igny8/app/database"
	"igny8/app/gates"
	"igny8/app/history"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
)

// Service keeps tasks and contents.
type Service struct {
	accounts  *accounts.Service
	db        *database.DB
	trash     *history.Trash
	sites     *sites.Service
	pages     *pages.Service
	planner   *planner.Service
	ideas     *ideas.Service
	builder   *sitebuilder.Service
	mailer    Mailer
	addresses Addresses
}

// Needs are the modules that the Writer stands on, and what it asks of the installation.
type Needs struct {
	DB        *database.DB
	Trash     *history.Trash
	Accounts  *accounts.Service
	Sites     *sites.Service
	Pages     *pages.Service
	Planner   *planner.Service
	Ideas     *ideas.Service
	Builder   *sitebuilder.Service
	Mailer    Mailer    // nil: nothing is mailed
	Addresses Addresses // of the links in mails
}

// New makes the Writer.
func New(n Needs) *Service {
	s := &Service{
		db: n.DB, trash: n.Trash, accounts: n.Accounts, sites: n.Sites, pages: n.Pages, planner: n.Planner, ideas: n.Ideas,
		builder: n.Builder,
		mailer:  n.Mailer, addresses: n.Addresses,
	}
	s.trash.Register(trashKinds()...)
	s.sites.ComputeStage(gates.Writer, computeGate)
	return s
}
