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

// New returns the ledger in the database.
func New(db *database.DB, o Options) *Service { return &Service{db: db, options: o} }

// Wallet is what an account has. In an unmetered wallet everything costs nothing.
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

// Available returns what new work may cost at most.
func (w Wallet) Available() int64 { return w.Balance - w.Held }

// Wallet returns the account's; an account that was never granted anything has an empty one.
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
