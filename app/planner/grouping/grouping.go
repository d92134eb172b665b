// Package grouping sorts the keywords of a sector into clusters: by their words, as keyword tools grouped them, or with a
// model that reviews what the words say. It also proposes how a page cluster that became too large could be divided.
//
// It stands above the Planner, which writes the clusters and keeps what people decided. How keywords are compared is
// clustering's. It owns no table, and of the AI engine the function auto_cluster.
package grouping

import (
	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/planner"
)

// Service groups keywords.
type Service struct {
	db      *database.DB
	planner *planner.Service
	engine  *ai.Engine
}

// Needs are the modules that grouping stands on.
type Needs struct {
	DB      *database.DB
	Planner *planner.Service
	Engine  *ai.Engine
}

// New makes the Service and registers its function with the engine.
func New(n Needs) *Service {
	s := &Service{db: n.DB, planner: n.Planner, engine: n.Engine}
	s.engine.Register(s.autoCluster())
	return s
}
