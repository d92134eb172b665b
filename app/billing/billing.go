// Package billing is the ledger of credits. Work is paid in three steps: hold when it is queued, settle in the transaction
// that saves its result, release when it fails or is cancelled. A hold lowers what is available, not the balance.
//
// Every movement is two entries that add up to zero, and a wallet's balance is the sum of its entries. All of it is
// conditional updates that the database decides; nothing here reads first and writes then.
package billing

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// Options are the decisions of the installation.
type Options struct {
	SignupCredits int64 // what a new account is granted; -1 makes its wallet unmetered
}

// Service keeps the wallets.
type Service struct {
	db      *database.DB
	options Options
}

// New is the ledger in the database.
func New(db *database.DB, o Options) *Service { return &Service{db: db, options: o} }

// Wallet is what an account has. In an unmetered wallet everything costs nothing.
type Wallet struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	Balance   int64
	Held      int64 // by work that is queued or running
	Unmetered bool
	// ApprovalAbove is what an editor may start within a day without an admin's yes; nil: as much as they like.
	ApprovalAbove *int64
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// Available is what new work may cost at most.
func (w Wallet) Available() int64 { return w.Balance - w.Held }

// Wallet is the account's; an account that was never granted anything has an empty one.
func (s *Service) Wallet(ctx context.Context) (Wallet, error) { return wallet(s.db.Read(ctx)) }

func wallet(tx *gorm.DB) (Wallet, error) {
	var w Wallet
	err := tx.Take(&w).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Wallet{}, nil
	}
	if err != nil {
		return Wallet{}, fmt.Errorf("read wallet: %w", err)
	}
	return w, nil
}

// GrantSignup opens the wallet of a new account with what the installation grants. It runs inside the sign-up's transaction.
func (s *Service) GrantSignup(ctx context.Context, tx *gorm.DB) error {
	tx = tx.WithContext(ctx)
	w := Wallet{ID: database.NewID(), Unmetered: s.options.SignupCredits < 0}
	if err := tx.Create(&w).Error; err != nil {
		return fmt.Errorf("open wallet: %w", err)
	}
	if s.options.SignupCredits <= 0 {
		return nil
	}
	return grant(tx, s.options.SignupCredits, "Welcome credits")
}

// Grant adds credits to the account of ctx.
func (s *Service) Grant(ctx context.Context, amount int64, note string) error {
	if amount <= 0 {
		return fault.New(fault.Invalid, "The number of credits must be above zero; nothing was granted.")
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error { return grant(tx, amount, note) })
}

func grant(tx *gorm.DB, amount int64, note string) error {
	done := tx.Model(&Wallet{}).Where("balance >= 0").Updates(map[string]any{"balance": gorm.Expr("balance + ?", amount)})
	if done.Error != nil {
		return fmt.Errorf("grant credits: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		if err := tx.Create(&Wallet{ID: database.NewID(), Balance: amount}).Error; err != nil {
			return fmt.Errorf("open wallet: %w", err)
		}
	}
	return record(tx, Entry{Kind: Granted, Amount: amount, Note: note}, grants)
}

// account is the little that billing knows of one.
type account struct{ ID, Name string }

// GrantAccount adds credits to the account with the name, for the operator's command line.
func (s *Service) GrantAccount(ctx context.Context, name string, amount int64, note string) error {
	var found []account
	if err := s.db.Read(ctx).Where("name = ?", name).Limit(2).Find(&found).Error; err != nil {
		return fmt.Errorf("find account: %w", err)
	}
	if len(found) == 0 {
		return fault.New(fault.NotFound, "There is no account named %q; nothing was granted.", name)
	}
	if len(found) > 1 {
		return fault.New(fault.Conflict, "Several accounts are named %q; rename one first. Nothing was granted.", name)
	}
	return s.Grant(tenancy.With(ctx, tenancy.Scope{Account: found[0].ID}), amount, note)
}
