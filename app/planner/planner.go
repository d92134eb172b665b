// Package planner is the first stage: keywords come in from files, are grouped into clusters of three levels, and each
// approved page cluster gets an idea for a page. It owns keywords, clusters and saved views. The packages above it read
// files (planner/imports), group keywords (planner/grouping), propose pages (planner/ideas) and write files
// (planner/exports). Here are the rules about what is kept: an unknown value never overwrites a known one, and what a
// person decided (a moved keyword, a renamed, locked, approved or excluded cluster) survives every later run.
//
// It stands above pages and sites, and below the Site Builder, whose door its Gate is.
package planner

import (
	"errors"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/history"
	"igny8/app/pages"
	"igny8/app/sites"
)

// Service is the Planner.
type Service struct {
	db        *database.DB
	trash     *history.Trash
	sites     *sites.Service
	pages     *pages.Service
	followers func() []Follower
	log       *history.Log
}

// Needs are the modules that the Planner stands on.
type Needs struct {
	DB        *database.DB
	Trash     *history.Trash
	Sites     *sites.Service
	Pages     *pages.Service
	Followers func() []Follower // asked for when they are needed, as they are made after the Planner; nil: there are none
}

// New makes the Planner.
func New(n Needs) *Service {
	s := &Service{db: n.DB, trash: n.Trash, sites: n.Sites, pages: n.Pages, followers: n.Followers}
	if s.followers == nil {
		s.followers = func() []Follower { return nil }
	}
	s.sites.ComputeStage(gates.Planner, computeGate)
	s.trash.Register(trashKind())
	s.log = history.New(s.db, s.hooks())
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
