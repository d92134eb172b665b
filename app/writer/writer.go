// Package writer turns accepted ideas into approved content: tasks with briefs, drafts by the AI engine, editing with a
// revision for every save, and review. It refuses a save that was made from a stale revision, and writing on a site whose
// blueprint nobody has approved.
package writer

import (
	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
)

// Service keeps tasks and contents.
type Service struct {
	db      *database.DB
	sites   *sites.Service
	pages   *pages.Service
	planner *planner.Service
	builder *sitebuilder.Service
	engine  *ai.Engine
}

// New is a Service over the modules below it. It registers generate_content with the engine.
func New(db *database.DB, sites *sites.Service, pages *pages.Service, planner *planner.Service, builder *sitebuilder.Service, engine *ai.Engine) *Service {
	s := &Service{db: db, sites: sites, pages: pages, planner: planner, builder: builder, engine: engine}
	engine.Register(s.generateContent())
	return s
}
