package accounts

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/sites"
	"igny8/app/tenancy"
)

// Access is the grant by which an editor or viewer reaches a site.
type Access struct {
	SiteID         string `json:"site_id"`
	CanPublish     bool   `json:"can_publish"`
	MonthlyCredits *int64 `json:"monthly_credits"` // nil: no limit
}

// Member is a person in an account, with everything that decides what they may do.
type Member struct {
	MembershipID string // empty for a developer in an account where they are no member
	UserID       string
	AccountID    string
	AccountName  string
	Name         string
	Email        string
	Role         Role
	Access       []Access // of editors and viewers; the others reach every site
	// Stamp changes with the password: sessions and tokens with another stamp have ended.
	Stamp string
}

// Scope returns the tenancy scope of the member.
func (m Member) Scope() tenancy.Scope {
	s := tenancy.Scope{Account: m.AccountID, User: m.UserID}
	if m.Role.wholeAccount() {
		return s
	}
	s.Sites = make([]string, len(m.Access))
	for i, a := range m.Access {
		s.Sites[i] = a.SiteID
	}
	return s
}

// MonthlyCredits returns the most credits that the member may spend on the site in a month, nil for no limit.
func (m Member) MonthlyCredits(siteID string) *int64 {
	for _, a := range m.Access {
		if a.SiteID == siteID && !m.Role.wholeAccount() {
			return a.MonthlyCredits
		}
	}
	return nil
}

type memberKey struct{}

// WithMember returns a context in which the member acts, within their tenancy scope.
func WithMember(ctx context.Context, m Member) context.Context {
	return context.WithValue(tenancy.With(ctx, m.Scope()), memberKey{}, m)
}

// MemberFrom returns the member who acts. ok is false in background tasks and before sign-in.
func MemberFrom(ctx context.Context) (m Member, ok bool) {
	m, ok = ctx.Value(memberKey{}).(Member)
	return m, ok
}

// Membership is the row of a person's place in an account.
type Membership struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	UserID    string
	Role      Role
	CreatedAt time.Time
	UpdatedAt time.Time
}

// SiteAccess is the row of an Access.
type SiteAccess struct {
	ID             string
	AccountID      string `gorm:"<-:create"`
	MembershipID   string
	SiteID         string `gorm:"<-:create"`
	CanPublish     bool
	MonthlyCredits *int64
	CreatedAt      time.Time
	UpdatedAt      time.Time
}

// TableName is needed because the plural of access is irregular.
func (SiteAccess) TableName() string { return "site_accesses" }

// Member returns the user's place in the account. With an empty accountID it takes the account used last, otherwise the first one. A
// developer has a place in every account. A user without a place gets not found.
func (s *Service) Member(ctx context.Context, userID, accountID string) (Member, error) {
	return member(s.db.Read(tenancy.System(ctx, "find the place of a user")), userID, accountID)
}

func member(tx *gorm.DB, userID, accountID string) (Member, error) {
	u, err := take[User](tx, "user", "id = ?", userID)
	if err != nil {
		return Member{}, err
	}
	return memberOf(tx, u, accountID)
}

func memberOf(tx *gorm.DB, u User, accountID string) (Member, error) {
	if accountID == "" {
		var err error
		if accountID, err = lastAccount(tx, u); err != nil {
			return Member{}, err
		}
	}
	place, err := take[Membership](tx, "account", "user_id = ? AND account_id = ?", u.ID, accountID)
	if err != nil && !(u.Developer && fault.KindOf(err) == fault.NotFound) {
		return Member{}, err
	}
	a, err := take[Account](tx, "account", "id = ?", accountID)
	if err != nil {
		return Member{}, err
	}
	if u.Developer {
		place.Role = Developer
	}
	return seat(tx, u, a, place)
}

// lastAccount returns the account that the user used last, if they may still work in it, otherwise their first.
func lastAccount(tx *gorm.DB, u User) (string, error) {
	list, err := accountsOf(tx, u)
	if err != nil {
		return "", err
	}
	if len(list) == 0 {
		return "", fault.Missing("account")
	}
	for _, a := range list {
		if a.ID == u.LastAccountID {
			return a.ID, nil
		}
	}
	return list[0].ID, nil
}

// seat builds a Member from the rows of a person's place.
func seat(tx *gorm.DB, u User, a Account, m Membership) (Member, error) {
	if m.Role.wholeAccount() {
		return place{u, m, a, nil}.member(), nil
	}
	var granted []SiteAccess
	if err := tx.Where("membership_id = ? AND site_id IN (?)", m.ID, tx.Session(&gorm.Session{NewDB: true}).Model(&sites.Site{}).Select("id")).Order("site_id").Find(&granted).Error; err != nil {
		return Member{}, fmt.Errorf("load site access: %w", err)
	}
	var access []Access
	for _, g := range granted {
		access = append(access, Access{g.SiteID, g.CanPublish, g.MonthlyCredits})
	}
	return place{u, m, a, access}.member(), nil
}

// Enter returns the user's place like Member, and stores the account as the one used last. Every sign-in and every change of the account
// calls Enter or Issue: both record a developer's entry.
func (s *Service) Enter(ctx context.Context, userID, accountID string) (Member, error) {
	ctx = tenancy.System(ctx, "enter an account")
	m, err := s.Member(ctx, userID, accountID)
	if err != nil {
		return Member{}, err
	}
	return m, s.db.Tx(ctx, func(tx *gorm.DB) error { return arrive(ctx, tx, m) })
}

// Resume returns the user's place like Member, for a session or token family that continues. A developer who stays in a foreign account
// longer than entryLife enters it again.
func (s *Service) Resume(ctx context.Context, userID, accountID string) (Member, error) {
	if m, ok := arrivalFrom(ctx).member(userID, accountID); ok {
		return m, nil
	}
	m, err := s.Member(ctx, userID, accountID)
	if err != nil || m.MembershipID != "" {
		return m, err
	}
	var recent int64
	err = s.db.Read(WithMember(ctx, m)).Model(&events.Event{}).Where("audited AND created_at > ?", database.Now().Add(-entryLife)).
		Where("user_id = ? AND kind = ?", m.UserID, events.DeveloperEntered).Count(&recent).Error
	if err != nil {
		return Member{}, fmt.Errorf("look for the entry of a developer: %w", err)
	}
	if recent > 0 {
		return m, nil
	}
	return s.Enter(ctx, userID, accountID)
}

// entryLife is how long a developer's entry into an account lasts.
const entryLife = 12 * time.Hour

// arrive stores the member's account as the one used last. It records a developer's entry into a foreign account there.
func arrive(ctx context.Context, tx *gorm.DB, m Member) error {
	if m.MembershipID == "" {
		inside := tx.WithContext(WithMember(ctx, m))
		if err := events.Record(inside, events.Event{Kind: events.DeveloperEntered, ObjectID: m.UserID, Subject: m.Email}); err != nil {
			return err
		}
	}
	return remember(tx, m.UserID, m.AccountID)
}

// remember stores the account as the one used last.
func remember(tx *gorm.DB, userID, accountID string) error {
	err := tx.Model(&User{}).Where("id = ?", userID).Update("last_account_id", accountID).Error
	if err != nil {
		return fmt.Errorf("remember account: %w", err)
	}
	return nil
}
