// Package drafting has the functions that write: briefs, drafts of pages, titles and descriptions, and other words for blocks, by a model
// or by the built-in engine. What they make waits for a person: a draft for a review, a suggestion for a decision. It stands above the
// Writer, which owns the texts and stores what the functions hand to it; the Writer knows nothing of runs and models.
package drafting

import (
	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
	"igny8/app/writer"
)

// Service starts the functions that write.
type Service struct {
	db      *database.DB
	sites   *sites.Service
	pages   *pages.Service
	planner *planner.Service
	builder *sitebuilder.Service
	writer  *writer.Service
	engine  *ai.Engine
}

// Needs are the modules that drafting stands on.
type Needs struct {
	DB      *database.DB
	Sites   *sites.Service
	Pages   *pages.Service
	Planner *planner.Service
	Builder *sitebuilder.Service
	Writer  *writer.Service
	Engine  *ai.Engine
}

// New makes the service and registers its functions with the engine.
func New(n Needs) *Service {
	s := &Service{db: n.DB, sites: n.Sites, pages: n.Pages, planner: n.Planner, builder: n.Builder, writer: n.Writer, engine: n.Engine}
	for _, function := range []ai.Definition{s.generateBrief(), s.generateContent(), s.generateMeta(), s.rewriteBlock()} {
		s.engine.Register(function)
	}
	return s
}
