package ai

import (
	"context"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// An account has a number of slots, and a run holds one as long as it has a lease. However many runs an account has
// queued, it fills its slots and no more: what else is delivered is put back by claim within milliseconds, and handed out again when a slot gets free.

// due is the condition of a run that waits for nothing but a worker.
const due = "(not_before IS NULL OR not_before <= ?) AND " + granted

// freeSlot is a slot that none of the account's other runs holds; 0 when there is none. Two that find the same one are
// told apart by a unique index.
func (e *Engine) freeSlot(tx *gorm.DB, run string) (int64, error) {
	taken, err := slots(tx.Where("id <> ?", run))
	if err != nil {
		return 0, err
	}
	for slot := int64(1); slot <= int64(e.options.PerAccount); slot++ {
		if !slices.Contains(taken, slot) {
			return slot, nil
		}
	}
	return 0, nil
}

func slots(tx *gorm.DB) (taken []int64, err error) {
	if err := tx.Model(&Run{}).Where("lease_owner <> ''").Where(notEnded).Pluck("slot", &taken).Error; err != nil {
		return nil, fmt.Errorf("read slots: %w", err)
	}
	return taken, nil
}

// wake hands out as many of the account's waiting runs as it has free slots, oldest first. What goes wrong here is mended
// by the sweeper.
func (e *Engine) wake(ctx context.Context) {
	ctx = tenancy.With(ctx, tenancy.Scope{Account: tenancy.Account(ctx), User: tenancy.User(ctx)})
	if err := e.wakeRuns(ctx); err != nil {
		Run{AccountID: tenancy.Account(ctx)}.log().Warn("waiting runs not handed out; the sweeper will do it", "error", err)
	}
}

func (e *Engine) wakeRuns(ctx context.Context) error {
	taken, err := slots(e.db.Read(ctx))
	if err != nil {
		return err
	}
	free := e.options.PerAccount - len(taken)
	if free <= 0 {
		return nil
	}
	now := database.Now()
	var runs []Run
	err = e.db.Read(ctx).Where(notEnded).Where("lease_owner = ''").Where(due, now).Where(first).Where(going).Order("created_at, id").Limit(free).Find(&runs).Error
	if err != nil {
		return fmt.Errorf("read waiting runs: %w", err)
	}
	for _, run := range runs {
		e.enqueue(ctx, run, database.NewID())
	}
	return nil
}
