// Package billing is the ledger of credits. Work is paid in three steps: hold when it is queued, settle in the transaction
// that saves its result, release when it fails or is cancelled. A hold lowers what is available, not the balance.
//
// Every movement is two entries that add up to zero, and a wallet's balance is the sum of its entries. All changes are
// conditional updates that the database decides: nothing is read first and written afterwards.
package billing

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
)

// Options are the settings of the installation.
type Options struct {
	SignupCredits int64 // credits of a new account; -1 makes its wallet unmetered
}

// Service manages the wallets.
type Service struct {
	db      *database.DB
	options Options
}

// New returns the ledger in the database.
func New(db *database.DB, o Options) *Service { return &Service{db: db, options: o} }

// Wallet holds the credits of an account. In an unmetered wallet everything is free.
type Wallet struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	Balance   int64
	Held      int64 // by work that is queued or running
	Unmetered bool
	// ApprovalAbove is what an editor may start within a day without an admin's approval; nil: as much as they like.
	ApprovalAbove *int64
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// Available returns the most that new work may cost.
func (w Wallet) Available() int64 { return w.Balance - w.Held }

// Wallet returns the wallet of the account. An account without grants has an empty one.
func (s *Service) Wallet(ctx context.Context) (Wallet, error) { return wallet(s.db.Read(ctx)) }

func wallet(tx *gorm.DB) (Wallet, error) {
	return database.Once(tx, "", func() (Wallet, error) {
		var w Wallet
		err := tx.Take(&w).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return Wallet{}, nil
		}
		if err != nil {
			return Wallet{}, fmt.Errorf("read wallet: %w", err)
		}
		return w, nil
	})
}
