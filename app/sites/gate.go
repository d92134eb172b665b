package sites

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// GatePassage records that a site has passed a gate, which then stays open.
type GatePassage struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	Gate      string
	PassedAt  time.Time
}

// GateWaiver is the decision that a red check does not stop the site.
type GateWaiver struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	Gate      string
	CheckKey  string
	Reason    string
	UserID    string
	CreatedAt time.Time
}

// Judge returns the gate with its checks, the stored waivers and the stored passage applied.
func Judge(db *gorm.DB, siteID, gate string, checks ...gates.Check) (gates.Gate, error) {
	if _, err := database.One[Site](db, "site", siteID); err != nil {
		return gates.Gate{}, err
	}
	var rows []struct {
		CheckKey, Reason string
		Entered          bool
	}
	if err := tenancy.SQL(db, waiversAndPassage, map[string]any{"site": siteID, "gate": gate}).Scan(&rows).Error; err != nil {
		return gates.Gate{}, fmt.Errorf("load waivers and passage: %w", err)
	}
	var waivers []gates.Waiver
	entered := false
	for _, row := range rows {
		entered = row.Entered
		if row.CheckKey != "" {
			waivers = append(waivers, gates.Waiver{Check: row.CheckKey, Reason: row.Reason})
		}
	}
	return gates.Of(gate, entered, waivers, checks...), nil
}

// waiversAndPassage selects a row for each waiver of a gate of a site, and one row if there is none.
const waiversAndPassage = `SELECT gate_waivers.check_key, gate_waivers.reason, gate_passages.id IS NOT NULL AS entered
	FROM sites
	LEFT JOIN gate_passages ON gate_passages.account_id = sites.account_id AND gate_passages.site_id = sites.id AND gate_passages.gate = @gate
	LEFT JOIN gate_waivers ON gate_waivers.account_id = sites.account_id AND gate_waivers.site_id = sites.id AND gate_waivers.gate = @gate
	WHERE sites.account_id = @account AND sites.id = @site AND sites.deleted_at IS NULL
	ORDER BY gate_waivers.id`

// Waived reports whether somebody decided that the check of the gate does not stop the site when it is red.
func Waived(db *gorm.DB, siteID, gate, check string) (bool, error) {
	var n int64
	if err := db.Model(&GateWaiver{}).Where("site_id = ? AND gate = ? AND check_key = ?", siteID, gate, check).Count(&n).Error; err != nil {
		return false, fmt.Errorf("load waiver: %w", err)
	}
	return n > 0, nil
}

// Enter lets the site through a gate that is passed, and records it. A closed gate is refused with its checks.
func (s *Service) Enter(ctx context.Context, siteID string, g gates.Gate) error {
	if err := gates.Require(g); err != nil {
		return err
	}
	if _, err := s.Get(ctx, siteID); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		p := GatePassage{ID: database.NewID(), SiteID: siteID, Gate: g.Name, PassedAt: database.Now()}
		made := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&p)
		if made.Error != nil {
			return fmt.Errorf("remember passage: %w", made.Error)
		}
		if made.RowsAffected == 0 {
			return nil
		}
		return s.SetStage(tx, siteID, g.Name)
	})
}

// Waive stores the decision that a check of the gate does not stop the site, and records it. It refuses a check that cannot be waived. A
// second waiver replaces the reason.
func (s *Service) Waive(ctx context.Context, siteID string, g gates.Gate, key, reason string) error {
	var f fault.Fields
	reason = text.Line(&f, "reason", reason, 500)
	f.Check(reason != "", "reason", "Say why this check may be passed over. The reason is kept.")
	f.Check(slices.Contains(gates.Names(), g.Name), "gate", "The gates are planner, builder, writer and publish.")
	f.Check(key != "", "check", "Name the check.")
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		site, err := database.One[Site](tx, "site", siteID)
		if err != nil {
			return err
		}
		if err := f.Err(); err != nil {
			return err
		}
		check, err := g.Waivable(key)
		if err != nil {
			return err
		}
		w := GateWaiver{ID: database.NewID(), SiteID: siteID, Gate: g.Name, CheckKey: key, Reason: reason, UserID: tenancy.User(ctx)}
		replace := clause.OnConflict{
			Columns:   []clause.Column{{Name: "account_id"}, {Name: "site_id"}, {Name: "gate"}, {Name: "check_key"}},
			DoUpdates: clause.AssignmentColumns([]string{"reason", "user_id", "created_at"}),
		}
		if err := tx.Clauses(replace).Create(&w).Error; err != nil {
			return fmt.Errorf("waive check: %w", err)
		}
		if err := s.SetStage(tx, siteID, g.Name); err != nil {
			return err
		}
		label := strings.TrimSuffix(check.Label, ".")
		return events.Record(tx, events.Event{
			Kind: events.CheckWaived, SiteID: siteID, ObjectID: siteID, Subject: site.Name, Data: events.Data{Reason: reason},
			Detail: fmt.Sprintf("%s stage, “%s”: %s", text.Headline(g.Name), label, reason),
		})
	})
}
