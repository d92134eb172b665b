package sites

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/gates"
)

// StageState is whether the gate of a stage has been passed.
type StageState string

// The states of a stage.
const (
	StageOpen   StageState = "open"
	StagePassed StageState = "passed"
)

// Stage is the stored result of the gate of one stage, computed when something that it depends on last changed. The shell and lists read
// it. A refusal and the page of a gate compute the gate again.
type Stage struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	Gate      string
	State     StageState
	Percent   int64  // percentage of checks that are green
	Reason    string // why the first red check is red; empty when all are green
	CreatedAt time.Time
	UpdatedAt time.Time
}

// ComputeGate computes one gate of a site from what db sees, which may be a transaction.
type ComputeGate func(db *gorm.DB, siteID string) (gates.Gate, error)

// ComputeStage registers the function that computes the stage. Each module calls it once, when it is built.
func (s *Service) ComputeStage(gate string, compute ComputeGate) { s.stages[gate] = compute }

// SetStage computes the gates of the site at the end of the transaction and stores the results. A module calls it wherever it changes
// something that a gate depends on. A row is written only when it changes.
func (s *Service) SetStage(tx *gorm.DB, siteID string, names ...string) error {
	for _, gate := range names {
		if s.stages[gate] == nil {
			continue // the module is not part of this program
		}
		key := fmt.Sprintf("stage %s %d", siteID, place(gate))
		if err := database.AtEnd(tx, key, func(tx *gorm.DB) error { return s.setStage(tx, siteID, gate) }); err != nil {
			return err
		}
	}
	return nil
}

// setStage locks the row before it computes: if two transactions change the site at once, the second one sees what the first has written.
func (s *Service) setStage(tx *gorm.DB, siteID, gate string) error {
	row, err := lockStage(tx, siteID, gate)
	if err != nil {
		return err
	}
	g, err := s.stages[gate](tx, siteID)
	if err != nil {
		return fmt.Errorf("compute the %s stage: %w", gate, err)
	}
	now := row
	now.set(g)
	if now == row {
		return nil
	}
	if err := tx.Model(&now).Select("state", "percent", "reason").Updates(&now).Error; err != nil {
		return fmt.Errorf("write stage: %w", err)
	}
	return nil
}

func (st *Stage) set(g gates.Gate) {
	st.State, st.Percent, st.Reason = StageOpen, int64(g.Percent()), g.Missing()
	if g.Passed {
		st.State = StagePassed
	}
}

func lockStage(tx *gorm.DB, siteID, gate string) (row Stage, err error) {
	find := func() error {
		return database.Locked(tx).Where("site_id = ? AND gate = ?", siteID, gate).Take(&row).Error
	}
	if err = find(); errors.Is(err, gorm.ErrRecordNotFound) {
		fresh := Stage{ID: database.NewID(), SiteID: siteID, Gate: gate, State: StageOpen}
		if err := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&fresh).Error; err != nil {
			return row, fmt.Errorf("create stage: %w", err)
		}
		err = find()
	}
	if err != nil {
		return row, fmt.Errorf("lock stage: %w", err)
	}
	return row, nil
}

// Stages returns the stages of each site by its id, in the order of the gates. It first computes those of a site that an older version
// created.
func (s *Service) Stages(ctx context.Context, siteIDs ...string) (map[string][]Stage, error) {
	found, err := s.readStages(ctx, siteIDs)
	if err != nil {
		return nil, err
	}
	for _, id := range siteIDs {
		if len(found[id]) == len(s.stages) {
			continue
		}
		err := s.db.Tx(ctx, func(tx *gorm.DB) error { return s.SetStage(tx, id, slices.Collect(maps.Keys(s.stages))...) })
		if err != nil {
			return nil, err
		}
		made, err := s.readStages(ctx, []string{id})
		if err != nil {
			return nil, err
		}
		found[id] = made[id]
	}
	return found, nil
}

// mostSites is how many sites one statement names.
const mostSites = 500

func (s *Service) readStages(ctx context.Context, siteIDs []string) (map[string][]Stage, error) {
	found := map[string][]Stage{}
	for part := range slices.Chunk(siteIDs, mostSites) {
		var rows []Stage
		if err := s.db.Read(ctx).Where("site_id IN ?", part).Find(&rows).Error; err != nil {
			return nil, fmt.Errorf("load stages: %w", err)
		}
		for _, row := range rows {
			found[row.SiteID] = append(found[row.SiteID], row)
		}
	}
	for _, rows := range found {
		slices.SortFunc(rows, byGate)
	}
	return found, nil
}

func byGate(a, b Stage) int { return place(a.Gate) - place(b.Gate) }

func place(gate string) int { return slices.Index(gates.Names(), gate) }
