package accounts

import (
	"fmt"
	"net/netip"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
)

// Throttle counts what was done under a key since its window began.
type Throttle struct {
	Key    string `gorm:"primaryKey"`
	Count  int64
	EndsAt time.Time
}

// limit is how often something may be done for one subject. The window begins with the first time, so that at most twice as
// much is done around the border of two windows.
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

// count counts one more for the subject. It returns how long to wait when that is more than the limit allows, else 0. One
// statement counts, and holds the row until the transaction ends: no two requests see the same number, on either database.
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

// countOnce is count for what may be tried several times because of the same event: it is counted the first time.
func (l limit) countOnce(tx *gorm.DB, subject, eventID string) (wait time.Duration, err error) {
	again, err := limit{l.name + " of event", 1, l.window}.count(tx, eventID)
	if err != nil || again > 0 {
		return 0, err
	}
	return l.count(tx, subject)
}

// network is where an address belongs to: itself for IPv4, its /64 for IPv6, of which one customer has all addresses.
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

// inWords is a wait as people say it, rounded up.
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
