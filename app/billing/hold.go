package billing

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// ErrNoHold refuses to settle a run without a hold: it was settled or released before.
var ErrNoHold = errors.New("billing: the run holds no credits")

// holdState says what became of a hold. An open one is settled or released; a retry opens a released one again.
type holdState string

// The states of a hold. Open is the only one that counts.
const (
	open     holdState = "open"
	settled  holdState = "settled"
	released holdState = "released"
)

// hold is the row of a run's hold. A retry opens the same row again.
type hold struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	RunID     string
	SiteID    string `gorm:"<-:create"`
	UserID    string
	Amount    int64
	State     holdState
	CreatedAt time.Time
	EndedAt   *time.Time
}

func (hold) TableName() string { return "credit_holds" }

// Hold is the most that a run may cost, and who is responsible for it.
type Hold struct {
	Spender
	RunID  string
	Amount int64
}

// Hold reserves the amount; in an unmetered wallet it reserves nothing. Without enough credits, or over a monthly limit of
// the person or the site, it refuses with NoCredits, and the transaction must be rolled back.
func (s *Service) Hold(tx *gorm.DB, h Hold) error {
	if h.Amount < 0 {
		return fmt.Errorf("hold %d credits", h.Amount)
	}
	w, err := wallet(tx)
	if err != nil {
		return err
	}
	if w.Unmetered {
		h.Amount = 0
	}
	// The row of the hold is always locked before the wallet's, so that no two transactions wait for each other.
	if err := openHold(tx, h); err != nil {
		return err
	}
	done := tx.Model(&Wallet{}).Where("balance - held >= ?", h.Amount).Updates(map[string]any{"held": gorm.Expr("held + ?", h.Amount)})
	if done.Error != nil {
		return fmt.Errorf("hold credits: %w", done.Error)
	}
	// The wallet's row is locked now, so no other hold is counted at the same time.
	r, err := room(tx, h.Spender, h.RunID)
	if err != nil {
		return err
	}
	if done.RowsAffected == 0 && h.Amount > 0 {
		return r.tooLittle(h.Amount)
	}
	r.Wallet.Held -= h.Amount
	return r.Refusal(h.Amount)
}

func openHold(tx *gorm.DB, h Hold) error {
	again := tx.Model(&hold{}).Where("run_id = ? AND state = ?", h.RunID, released).Updates(map[string]any{
		"state": open, "amount": h.Amount, "user_id": h.UserID, "created_at": database.Now(), "ended_at": nil,
	})
	if again.Error != nil {
		return fmt.Errorf("hold credits again: %w", again.Error)
	}
	if again.RowsAffected > 0 {
		return nil
	}
	row := hold{ID: database.NewID(), RunID: h.RunID, SiteID: h.SiteID, UserID: h.UserID, Amount: h.Amount, State: open}
	if err := tx.Create(&row).Error; err != nil {
		return fmt.Errorf("hold credits: %w", err)
	}
	return nil
}

// Settle is the final cost of a run that has saved its result.
type Settle struct {
	RunID, Function string
	Amount          int64 // at most what is held; the rest becomes available again
}

// Settle charges the run and ends its hold. A second time, or after a release, it refuses with ErrNoHold.
func (s *Service) Settle(tx *gorm.DB, p Settle) error {
	h, err := end(tx, p.RunID, settled)
	if err != nil {
		return err
	}
	if h == nil {
		return ErrNoHold
	}
	if p.Amount < 0 || p.Amount > h.Amount {
		return fmt.Errorf("settle %d of %d credits held", p.Amount, h.Amount)
	}
	if err := take(tx, p.Amount, h.Amount); err != nil || p.Amount == 0 {
		return err
	}
	_, err = record(tx, Entry{
		Kind: Charged, Amount: -p.Amount, Reference: p.RunID, RunID: &p.RunID, SiteID: &h.SiteID, UserID: h.UserID, Function: p.Function,
	}, usage)
	return err
}

// Release ends the run's hold without a charge. It does nothing for a run without a hold.
func (s *Service) Release(tx *gorm.DB, runID string) error {
	h, err := end(tx, runID, released)
	if err != nil || h == nil {
		return err
	}
	return take(tx, 0, h.Amount)
}

// end closes the open hold of the run and returns it, or nil if there is none.
func end(tx *gorm.DB, runID string, state holdState) (*hold, error) {
	var h hold
	done := tx.Model(&h).Clauses(clause.Returning{}).Where("run_id = ? AND state = ?", runID, open).
		Updates(map[string]any{"state": state, "ended_at": database.Now()})
	if done.Error != nil {
		return nil, fmt.Errorf("end hold: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		return nil, nil
	}
	return &h, nil
}

func take(tx *gorm.DB, charge, held int64) error {
	if held == 0 {
		return nil
	}
	done := tx.Model(&Wallet{}).Where("held >= ? AND balance >= ?", held, charge).Updates(map[string]any{
		"balance": gorm.Expr("balance - ?", charge), "held": gorm.Expr("held - ?", held),
	})
	if done.Error != nil {
		return fmt.Errorf("charge wallet: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		return errors.New("billing: the wallet does not cover a hold")
	}
	return nil
}

// Held identifies the run of an open hold.
type Held struct{ AccountID, RunID string }

// OpenHolds returns the oldest holds of all accounts that are older than age. The sweeper uses it to find runs that are
// gone.
func (s *Service) OpenHolds(ctx context.Context, age time.Duration) ([]Held, error) {
	var found []Held
	err := s.db.Read(tenancy.System(ctx, "sweep credit holds")).Model(&hold{}).
		Where("state = ? AND created_at < ?", open, database.Now().Add(-age)).Order("created_at").Limit(1000).Find(&found).Error
	if err != nil {
		return nil, fmt.Errorf("list open holds: %w", err)
	}
	return found, nil
}
