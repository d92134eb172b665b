// Package writer turns accepted ideas into approved content: tasks with briefs, drafts by the AI engine, editing with a
// revision for every save, and review. It refuses a save that was made from a stale revision, and writing on a site whose
// blueprint nobody has approved.
package writer

import (
	"sync"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
)

// Options are what the module asks of the installation.
type Options struct {
	Mailer  Mailer // nil: nothing is mailed
	BaseURL string // of the links in mails
}

// Service keeps tasks and contents.
type Service struct {
	accounts *accounts.Service
	db       *database.DB
	sites    *sites.Service
	pages    *pages.Service
	planner  *planner.Service
	builder  *sitebuilder.Service
	engine   *ai.Engine
	options  Options
	mails    sync.WaitGroup
}

// New is a Service over the modules below it. It registers the functions of the Writer with the engine.
func New(db *database.DB, people *accounts.Service, sites *sites.Service, pages *pages.Service, planner *planner.Service, builder *sitebuilder.Service, engine *ai.Engine, o Options) *Service {
	s := &Service{db: db, accounts: people, options: o, sites: sites, pages: pages, planner: planner, builder: builder, engine: engine}
	engine.Register(s.generateBrief())
	engine.Register(s.generateContent())
	engine.Register(s.generateMeta())
	engine.Register(s.rewriteBlock())
	return s
}
