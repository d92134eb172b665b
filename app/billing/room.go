package billing

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
)

// Allowance is a monthly limit with what was used of it.
type Allowance struct{ Limit, Spent, Held int64 }

// Left returns what is left of the limit.
func (a Allowance) Left() int64 { return max(a.Limit-a.Spent-a.Held, 0) }

// Room is what somebody can spend on a site now.
type Room struct {
	Wallet Wallet
	Person *Allowance // of the person on the site; nil: no limit
	Site   *Allowance // of everybody on the site; nil: no limit
	Renews time.Time  // when the next month begins
}

// Spender is who spends, on which site, and within which limit of their own.
type Spender struct {
	SiteID, UserID string
	MonthlyLimit   *int64 // of this person on this site, nil for none
}

// Room returns what the spender can spend now.
func (s *Service) Room(ctx context.Context, by Spender) (Room, error) {
	return room(s.db.Read(ctx), by, "")
}

// room counts what is spent and held, without the named run.
func room(tx *gorm.DB, by Spender, run string) (r Room, err error) {
	if r.Wallet, err = wallet(tx); err != nil || r.Wallet.Unmetered {
		return r, err
	}
	now := database.Now()
	month := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC)
	r.Renews = month.AddDate(0, 1, 0)
	if by.MonthlyLimit != nil {
		if r.Person, err = taken(tx.Where("user_id = ?", by.UserID), by.SiteID, run, month); err != nil {
			return r, err
		}
		r.Person.Limit = *by.MonthlyLimit
	}
	var limit siteLimit
	err = tx.Take(&limit, "site_id = ?", by.SiteID).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return r, nil
	}
	if err != nil {
		return r, fmt.Errorf("read limit of site: %w", err)
	}
	if r.Site, err = taken(tx, by.SiteID, run, month); err != nil {
		return r, err
	}
	r.Site.Limit = limit.MonthlyCredits
	return r, nil
}

// taken returns what was charged on the site since the month began, and what is held.
func taken(tx *gorm.DB, siteID, run string, month time.Time) (*Allowance, error) {
	tx = tx.Session(&gorm.Session{}) // both sums begin with the conditions of the caller
	var a Allowance
	if err := tx.Model(&Entry{}).Select("COALESCE(SUM(amount), 0)").
		Where("book = ? AND kind = ? AND site_id = ? AND created_at >= ?", usage, Charged, siteID, month).
		Scan(&a.Spent).Error; err != nil {
		return nil, fmt.Errorf("sum charges: %w", err)
	}
	if err := tx.Model(&hold{}).Select("COALESCE(SUM(amount), 0)").
		Where("state = ? AND site_id = ? AND run_id <> ?", open, siteID, run).
		Scan(&a.Held).Error; err != nil {
		return nil, fmt.Errorf("sum holds: %w", err)
	}
	return &a, nil
}

// Refusal returns why the credits cannot be spent, or nil.
func (r Room) Refusal(credits int64) error {
	w := r.Wallet
	switch {
	case w.Unmetered || credits == 0:
		return nil
	case w.Available() < credits:
		return r.tooLittle(credits)
	case r.Person != nil && r.Person.Left() < credits:
		return r.over(credits, "your", *r.Person)
	case r.Site != nil && r.Site.Left() < credits:
		return r.over(credits, "the", *r.Site)
	}
	return nil
}

func (r Room) tooLittle(credits int64) error {
	w := r.Wallet
	return fault.New(fault.NoCredits, "This costs up to %d credits and %d are available (balance %d, %d held by tasks that have not ended). Nothing was started.",
		credits, w.Available(), w.Balance, w.Held)
}

func (r Room) over(credits int64, whose string, a Allowance) error {
	return fault.New(fault.NoCredits, "This costs up to %d credits, and of %s %d credits a month on this site %d are left: %d are spent and %d held by tasks that have not ended. "+
		"Nothing was started. The month begins anew on %s; an owner or admin can raise the limit before.",
		credits, whose, a.Limit, a.Left(), a.Spent, a.Held, r.Renews.Format("2 January 2006"))
}
