package runs

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// Backlog is the runs of one pool that have not ended, of all accounts.
type Backlog struct {
	Pool     string
	Waiting  int64         // for a worker, or for another run of their lane
	Running  int64         // with a worker
	Parked   int64         // until their server answers again, or while their batch is paused
	Approval int64         // for a person
	Oldest   time.Duration // how long the oldest of Waiting has waited; 0 if there is none
}

// Backlogs counts the runs that have not ended, for metrics. It reads the rows of the partial index of such runs alone.
func (e *Engine) Backlogs(ctx context.Context) ([]Backlog, error) {
	all := make([]Backlog, len(e.pools))
	for i, p := range e.pools {
		unended := e.db.Read(tenancy.System(ctx, "count the runs that have not ended")).Model(&Run{}).Where(p.rows).Where(notEnded)
		var err error
		if all[i], err = backlog(unended, database.Now()); err != nil {
			return nil, fmt.Errorf("count runs: %w", err)
		}
		all[i].Pool = p.kind
	}
	return all, nil
}

func backlog(unended *gorm.DB, now time.Time) (b Backlog, err error) {
	var rows []struct {
		State string
		Runs  int64
	}
	unended = unended.Session(&gorm.Session{})
	err = unended.Select(`COUNT(*) AS runs, CASE WHEN lease_owner <> '' THEN 'running' WHEN approval = 'waiting' THEN 'approval'
		WHEN not_before > ? OR NOT (`+notPaused+`) THEN 'parked' ELSE 'waiting' END AS state`, now).Group("state").Scan(&rows).Error
	if err != nil {
		return b, err
	}
	of := map[string]int64{}
	for _, row := range rows {
		of[row.State] = row.Runs
	}
	b = Backlog{Waiting: of["waiting"], Running: of["running"], Parked: of["parked"], Approval: of["approval"]}
	if b.Waiting == 0 {
		return b, nil
	}
	var oldest []Run
	err = unended.Select("id", "account_id", "asked_at").Where("lease_owner = ''").Where(needsNoApproval).Where(due, map[string]any{"now": now}).
		Where(notPaused).Order("asked_at").Limit(1).Find(&oldest).Error
	if len(oldest) > 0 {
		b.Oldest = max(0, now.Sub(oldest[0].AskedAt))
	}
	return b, err
}
