package billing

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// Kind says why credits moved.
type Kind string

// The kinds of movements. The database accepts others, too, so that purchases, refunds and expiries need no change of the
// schema.
const (
	Granted Kind = "grant"
	Charged Kind = "charge"
)

// The books: every movement is between the wallet and another book.
const (
	inWallet = "wallet"
	grants   = "grants"
	usage    = "usage"
)

// Entry is one line of the ledger. In the book of the wallet a grant is positive and a charge negative.
type Entry struct {
	ID         string
	AccountID  string `gorm:"<-:create"`
	MovementID string
	Book       string
	Amount     int64
	Kind       Kind
	Reference  string // unique in the account and kind; empty: none
	RunID      *string
	SiteID     *string `gorm:"<-:create"`
	UserID     string
	Function   string
	Note       string
	CreatedAt  time.Time
}

// TableName returns the ledger's table.
func (Entry) TableName() string { return "credit_entries" }

// Entries returns the movements of the account's wallet, newest first.
func (s *Service) Entries(ctx context.Context, limit int, cursor string) (database.Page[Entry], error) {
	query := s.db.Read(ctx).Model(&Entry{}).Where("book = ?", inWallet)
	order := database.Order{Column: "created_at", Falling: true, Kind: database.Time}
	return database.List(query, order, limit, cursor, func(e Entry) database.Position {
		return database.Position{Value: e.CreatedAt, ID: e.ID}
	})
}

// record writes the wallet's entry and its counterpart in the other book. It returns the first.
func record(tx *gorm.DB, e Entry, other string) (Entry, error) {
	e.MovementID, e.Book = database.NewID(), inWallet
	if e.UserID == "" {
		e.UserID = tenancy.User(tx.Statement.Context)
	}
	counterpart := e
	counterpart.Book, counterpart.Amount = other, -e.Amount
	e.ID, counterpart.ID = database.NewID(), database.NewID()
	both := []Entry{e, counterpart}
	if err := tx.Create(both).Error; err != nil {
		return Entry{}, fmt.Errorf("write ledger: %w", err)
	}
	return both[0], nil
}
