// Package planner is the first stage: keywords come in from files, are grouped into clusters of three levels, and each
// approved page cluster gets an idea for a page. It owns keywords, clusters and ideas. The rooms above it read files
// (planner/imports), group keywords (planner/grouping) and write files (planner/exports). Here are the rules about what
// is kept: an unknown value never overwrites a known one, and what a person decided (a moved keyword, a renamed, locked,
// approved or excluded cluster, an edited idea) survives every later run.
//
// It stands above pages, sites and ai, and below the Site Builder, whose door its Gate is.
package planner

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/history"
	"igny8/app/pages"
	"igny8/app/sites"
)

// Service is the Planner.
type Service struct {
	db     *database.DB
	sites  *sites.Service
	pages  *pages.Service
	engine *ai.Engine
	above  Above
	log    *history.Log
}

// Needs are the modules that the Planner stands on.
type Needs struct {
	DB     *database.DB
	Sites  *sites.Service
	Pages  *pages.Service
	Engine *ai.Engine
	Above  Above
}

// Above is what stands above the Planner. It is made after the Planner, so it is asked for when it is needed. Nil: there is none.
type Above struct {
	Follower func() Follower
	Author   func() Author
}

// New makes the Planner and registers its functions with the engine.
func New(n Needs) *Service {
	s := &Service{db: n.DB, sites: n.Sites, pages: n.Pages, engine: n.Engine, above: n.Above}
	s.sites.ComputeStage(gates.Planner, computeGate)
	s.log = history.New(s.db, s.hooks())
	s.engine.Register(s.generateIdeas())
	return s
}

// batch is how many rows one statement writes or names: below the number of parameters that either database takes.
const batch = 900

// LockSector makes changes of one sector wait for each other where the database has more than one writer, and returns the
// sector: fault.NotFound when it cannot be seen.
func LockSector(tx *gorm.DB, id string) (sites.Sector, error) {
	var sector sites.Sector
	err := database.Locked(tx).Take(&sector, "id = ?", id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return sector, fault.Missing("sector")
	}
	if err != nil {
		return sector, fmt.Errorf("load sector: %w", err)
	}
	return sector, nil
}

// LockSectors makes every change of the site's keywords, clusters and ideas wait until the transaction has ended.
func LockSectors(tx *gorm.DB, siteID string) error {
	var ids []string
	if err := database.Locked(tx).Model(&sites.Sector{}).Where("site_id = ?", siteID).Order("id").Pluck("id", &ids).Error; err != nil {
		return fmt.Errorf("lock sectors: %w", err)
	}
	return nil
}

// change runs fn on the row with the id, in a transaction that no other change of the row's sector meets.
func change[T interface{ sector() string }](ctx context.Context, s *Service, noun, id string, fn func(tx *gorm.DB, row T) error) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		row, err := database.One[T](tx, noun, id)
		if err != nil {
			return err
		}
		if _, err := LockSector(tx, row.sector()); err != nil {
			return err
		}
		if row, err = database.One[T](tx, noun, id); err != nil {
			return err
		}
		return fn(tx, row)
	})
}
