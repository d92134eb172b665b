// Package imports brings keyword files into the sectors of the Planner: it reads them when it is their turn, compares them
// with what a sector has, lets a person decide on each change before anything is written, and remembers what the columns of
// a file mean. An unknown value never replaces a known one, and an estimate never an exact volume. It owns imports, their
// files and changes, and mappings of columns; keywords are written by the Planner.
//
// It stands above the Planner. Reading a file is keywordfile's.
package imports

import (
	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/planner"
	"igny8/app/sites"
)

// Service imports keyword files.
type Service struct {
	db      *database.DB
	sites   *sites.Service
	planner *planner.Service
	engine  *ai.Engine
	queue   *importQueue // where files are read
}

// Needs are the modules that imports stand on.
type Needs struct {
	DB      *database.DB
	Sites   *sites.Service
	Planner *planner.Service
	Engine  *ai.Engine
}

// New makes the service and registers its function with the engine.
func New(n Needs) *Service {
	s := &Service{db: n.DB, sites: n.Sites, planner: n.Planner, engine: n.Engine, queue: newImportQueue()}
	s.engine.Register(s.importKeywords())
	return s
}
