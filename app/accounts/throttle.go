package accounts

import (
	"fmt"
	"net/netip"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
)

// Throttle counts the actions under a key since its window began.
type Throttle struct {
	Key    string `gorm:"primaryKey"`
	Count  int64
	EndsAt time.Time
}

// limit is how often something may be done for one subject. The window begins with the first action, so that at most twice the limit is
// possible around the border of two windows.
type limit struct {
	name   string
	most   int64
	window time.Duration
}

var (
	signUpsPerAddress = limit{"sign-up", 20, time.Hour}
	signUpMails       = limit{"sign-up mail", 5, time.Hour}
	signUpRepeats     = limit{"sign-up repeat", 3, time.Hour}
	resetsPerAddress  = limit{"reset", 20, time.Hour}
	resetMails        = limit{"reset mail", 5, time.Hour}
	newInvitations    = limit{"invitation", 20, 24 * time.Hour}
)

// count adds one to the count of the subject. Above the limit it returns how long to wait, otherwise 0. One statement counts and locks
// the row until the transaction ends: no two requests see the same number, on either database.
func (l limit) count(tx *gorm.DB, subject string) (wait time.Duration, err error) {
	now := database.Now()
	row := Throttle{Key: l.name + " " + subject, Count: 1, EndsAt: now.Add(l.window)}
	err = tx.Clauses(clause.OnConflict{
		Columns: []clause.Column{{Name: "key"}},
		DoUpdates: clause.Assignments(map[string]any{
			"count":   gorm.Expr("CASE WHEN throttles.ends_at <= ? THEN 1 ELSE throttles.count + 1 END", now),
			"ends_at": gorm.Expr("CASE WHEN throttles.ends_at <= ? THEN excluded.ends_at ELSE throttles.ends_at END", now),
		}),
	}).Create(&row).Error
	if err != nil {
		return 0, fmt.Errorf("count %s: %w", l.name, err)
	}
	if row, err = take[Throttle](tx, "throttle", "key = ?", row.Key); err != nil || row.Count <= l.most {
		return 0, err
	}
	return row.EndsAt.Sub(now), nil
}

// countOnce is count for an action that one event may repeat: only the first attempt counts.
func (l limit) countOnce(tx *gorm.DB, subject, eventID string) (wait time.Duration, err error) {
	again, err := limit{l.name + " of event", 1, l.window}.count(tx, eventID)
	if err != nil || again > 0 {
		return 0, err
	}
	return l.count(tx, subject)
}

// network returns the network of an address: the address itself for IPv4, its /64 for IPv6, because one customer has the whole /64.
func network(address string) string {
	a, err := netip.ParseAddr(address)
	if err != nil {
		return ""
	}
	a = a.Unmap().WithZone("")
	if a.Is4() {
		return a.String()
	}
	wide, err := a.Prefix(64)
	if err != nil {
		return ""
	}
	return wide.String()
}

// inWords returns a wait in words, rounded up.
func inWords(wait time.Duration) string {
	for _, unit := range []struct {
		name string
		size time.Duration
		from time.Duration
	}{{"hour", time.Hour, 2 * time.Hour}, {"minute", time.Minute, 2 * time.Minute}, {"second", time.Second, 0}} {
		if wait >= unit.from {
			if n := int((wait + unit.size - 1) / unit.size); n > 1 {
				return fmt.Sprintf("%d %ss", n, unit.name)
			}
			return "1 " + unit.name
		}
	}
	return "a moment"
}
