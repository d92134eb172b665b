package accounts

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// Account is a tenant: one company or person.
type Account struct {
	ID        string
	Name      string
	CreatedAt time.Time
	UpdatedAt time.Time
}

// open creates an account that the user owns, with its credits.
func (s *Service) open(ctx context.Context, tx *gorm.DB, u User, name string) (Member, error) {
	a := Account{ID: database.NewID(), Name: name}
	if err := tx.Create(&a).Error; err != nil {
		return Member{}, fmt.Errorf("create account: %w", err)
	}
	if err := remember(tx, u.ID, a.ID); err != nil {
		return Member{}, err
	}
	place, err := join(tx, a.ID, u.ID, Owner, nil)
	if err != nil {
		return Member{}, err
	}
	ctx = tenancy.With(ctx, tenancy.Scope{Account: a.ID, User: u.ID})
	inside := tx.WithContext(ctx)
	if err := events.Record(inside, events.Event{Kind: events.SignedUp, ObjectID: a.ID, Subject: u.Email, Detail: a.Name}); err != nil {
		return Member{}, err
	}
	if s.options.Granter != nil {
		if err := s.options.Granter.GrantSignup(ctx, inside); err != nil {
			return Member{}, fmt.Errorf("grant sign-up credits: %w", err)
		}
	}
	if u.Developer {
		place.Role = Developer
	}
	return seat(tx, u, a, place)
}

// AccountsOf returns the accounts that the user may work in, by name. A developer may work in all.
func (s *Service) AccountsOf(ctx context.Context, userID string) ([]Account, error) {
	if list, ok := arrivalFrom(ctx).accounts(userID); ok {
		return list, nil
	}
	tx := s.db.Read(tenancy.System(ctx, "list the accounts of a user"))
	u, err := take[User](tx, "user", "id = ?", userID)
	if err != nil {
		return nil, err
	}
	return accountsOf(tx, u)
}

// AccountPage returns one page of AccountsOf, for the API.
func (s *Service) AccountPage(ctx context.Context, userID string, limit int, cursor string) (database.Page[Account], error) {
	tx := s.db.Read(tenancy.System(ctx, "list the accounts of a user"))
	u, err := take[User](tx, "user", "id = ?", userID)
	if err != nil {
		return database.Page[Account]{}, err
	}
	return database.List(open(tx, u), database.Order{Column: "name", Kind: database.Text}, limit, cursor,
		func(a Account) database.Position { return database.Position{Value: a.Name, ID: a.ID} })
}

func accountsOf(tx *gorm.DB, u User) ([]Account, error) {
	var list []Account
	if err := open(tx, u).Order("name, id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list accounts: %w", err)
	}
	return list, nil
}

// open returns a query for the accounts that the user may work in.
func open(tx *gorm.DB, u User) *gorm.DB {
	if u.Developer {
		return tx
	}
	return tx.Where("id IN (?)", tx.Model(&Membership{}).Select("account_id").Where("user_id = ?", u.ID))
}

// Rename changes the name of the account.
func (s *Service) Rename(ctx context.Context, name string) error {
	var f fault.Fields
	name = checkName(&f, "name", "the name of the account", name)
	if err := f.Err(); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		changed := tx.Model(&Account{}).Where("id = ?", tenancy.Account(ctx)).Update("name", name)
		if changed.Error != nil {
			return fmt.Errorf("rename account: %w", changed.Error)
		}
		if changed.RowsAffected == 0 {
			return fault.Missing("account")
		}
		return events.Record(tx, events.Event{Kind: events.AccountRenamed, ObjectID: tenancy.Account(ctx), Subject: name})
	})
}
