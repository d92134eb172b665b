package billing

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/accounts"
	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// Grant adds credits to an account.
type Grant struct {
	Amount int64
	Note   string // for people
	// Reference is the name of the movement at the other side, such as the id of a payment. The account is granted credits
	// once per reference; without one, every grant counts.
	Reference string
}

const longestReference = 200

// GrantSignup opens the wallet of a new account with the credits of the installation. It runs in the transaction of the
// sign-up.
func (s *Service) GrantSignup(ctx context.Context, tx *gorm.DB) error {
	tx = tx.WithContext(ctx)
	w := Wallet{ID: database.NewID(), Unmetered: s.options.SignupCredits < 0}
	if err := tx.Create(&w).Error; err != nil {
		return fmt.Errorf("open wallet: %w", err)
	}
	if s.options.SignupCredits <= 0 {
		return nil
	}
	_, err := grant(tx, Grant{Amount: s.options.SignupCredits, Note: "Welcome credits", Reference: "sign-up"})
	return err
}

// Grant adds credits to the account of ctx and returns the wallet's entry. If the reference is in the ledger already, it
// adds nothing and returns the first entry; with another amount it is refused as a Conflict.
func (s *Service) Grant(ctx context.Context, g Grant) (Entry, error) {
	var f fault.Fields
	f.Check(g.Amount > 0, "amount", "The number of credits must be above zero; nothing was granted.")
	g.Reference = strings.TrimSpace(g.Reference)
	f.Check(utf8.ValidString(g.Reference) && utf8.RuneCountInString(g.Reference) <= longestReference &&
		!strings.ContainsRune(g.Reference, 0),
		"reference", "A reference has at most %d characters; nothing was granted.", longestReference)
	if err := f.Err(); err != nil {
		return Entry{}, err
	}
	var entry Entry
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		entry, err = grant(tx, g)
		return err
	})
	if errors.Is(err, gorm.ErrDuplicatedKey) && g.Reference != "" {
		return s.granted(ctx, g)
	}
	return entry, err
}

// granted returns the entry with the reference of g.
func (s *Service) granted(ctx context.Context, g Grant) (Entry, error) {
	var first Entry
	if err := s.db.Read(ctx).Take(&first, "kind = ? AND reference = ? AND book = ?", Granted, g.Reference, inWallet).Error; err != nil {
		return Entry{}, fmt.Errorf("find grant %q: %w", g.Reference, err)
	}
	if first.Amount != g.Amount {
		return Entry{}, fault.New(fault.Conflict, "The reference %q was granted %d credits before, so it cannot be granted %d now. Nothing was granted.",
			g.Reference, first.Amount, g.Amount)
	}
	return first, nil
}

func grant(tx *gorm.DB, g Grant) (Entry, error) {
	opened := Wallet{ID: database.NewID()}
	if err := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&opened).Error; err != nil {
		return Entry{}, fmt.Errorf("open wallet: %w", err)
	}
	done := tx.Model(&Wallet{}).Where("balance >= 0").Updates(map[string]any{"balance": gorm.Expr("balance + ?", g.Amount)})
	if done.Error != nil {
		return Entry{}, fmt.Errorf("grant credits: %w", done.Error)
	}
	entry, err := record(tx, Entry{Kind: Granted, Amount: g.Amount, Note: g.Note, Reference: g.Reference}, grants)
	if err != nil {
		return Entry{}, err
	}
	return entry, events.Record(tx, events.Event{
		Kind: events.CreditsGranted, ObjectID: entry.ID, Detail: g.Note, Data: events.Data{Credits: g.Amount, Reference: g.Reference},
	})
}

// GrantAccount adds credits to the account with the name, for the command line.
func (s *Service) GrantAccount(ctx context.Context, name string, g Grant) (Entry, error) {
	var found []accounts.Account
	if err := s.db.Read(ctx).Where("name = ?", name).Limit(2).Find(&found).Error; err != nil {
		return Entry{}, fmt.Errorf("find account: %w", err)
	}
	if len(found) == 0 {
		return Entry{}, fault.New(fault.NotFound, "There is no account named %q; nothing was granted.", name)
	}
	if len(found) > 1 {
		return Entry{}, fault.New(fault.Conflict, "Several accounts are named %q; rename one first. Nothing was granted.", name)
	}
	return s.Grant(tenancy.With(ctx, tenancy.Scope{Account: found[0].ID}), g)
}
