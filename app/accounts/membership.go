package accounts

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/sites"
	"igny8/app/tenancy"
)

// grantable reports whether a member can be given the role: the owner's is transferred, the developer's is given by the operator.
func grantable(r Role) bool { return r == Admin || r == Editor || r == Viewer }

// superior returns the actor of ctx, who must manage the account and outrank each of the roles.
func superior(ctx context.Context, roles ...Role) (Member, error) {
	actor, ok := MemberFrom(ctx)
	if !ok || !actor.May(Manage, "") {
		return Member{}, fault.New(fault.Forbidden, "Your role in this account does not allow that. An owner or admin can do it.")
	}
	for _, r := range roles {
		if may[r] != nil && !actor.Role.Outranks(r) {
			return Member{}, fault.New(fault.Forbidden, "You can manage only people below your own role, and give only roles below it.")
		}
	}
	return actor, nil
}

// join stores a membership with its site access.
func join(tx *gorm.DB, accountID, userID string, role Role, access []Access) (Membership, error) {
	place := Membership{ID: database.NewID(), AccountID: accountID, UserID: userID, Role: role}
	if err := tx.Create(&place).Error; err != nil {
		return Membership{}, fmt.Errorf("create membership: %w", err)
	}
	return place, grantAccess(tx, place, access)
}

// grantAccess replaces the site access of a membership. Access to a site in the trash stays until the site is restored.
func grantAccess(tx *gorm.DB, place Membership, access []Access) error {
	if err := tx.Where("membership_id = ? AND site_id IN (?)", place.ID, tx.Session(&gorm.Session{NewDB: true}).Model(&sites.Site{}).Select("id")).Delete(&SiteAccess{}).Error; err != nil {
		return fmt.Errorf("replace site access: %w", err)
	}
	if place.Role.wholeAccount() || len(access) == 0 {
		return nil
	}
	rows := make([]SiteAccess, len(access))
	for i, a := range access {
		rows[i] = SiteAccess{
			ID: database.NewID(), AccountID: place.AccountID, MembershipID: place.ID,
			SiteID: a.SiteID, CanPublish: a.CanPublish, MonthlyCredits: a.MonthlyCredits,
		}
	}
	if err := tx.Create(&rows).Error; err != nil {
		return fmt.Errorf("grant site access: %w", err)
	}
	return nil
}

// existing returns the sites of the access that exist.
func existing(tx *gorm.DB, access []Access) ([]string, error) {
	wanted := make([]string, len(access))
	for i, a := range access {
		wanted[i] = a.SiteID
	}
	var found []string
	if err := tx.Model(&sites.Site{}).Where("id IN ?", wanted).Pluck("id", &found).Error; err != nil {
		return nil, fmt.Errorf("look for sites: %w", err)
	}
	return found, nil
}

// checkAccess refuses sites that the account does not have, limits below 0, and a site that is named twice.
func checkAccess(tx *gorm.DB, access []Access) ([]Access, error) {
	sites, err := existing(tx, access)
	if err != nil {
		return nil, err
	}
	var f fault.Fields
	for i, a := range access {
		if !slices.Contains(sites, a.SiteID) {
			return nil, fault.Missing("site")
		}
		twice := slices.ContainsFunc(access[:i], func(b Access) bool { return b.SiteID == a.SiteID })
		f.Check(!twice, "access", "Name each site once.")
		f.Check(a.MonthlyCredits == nil || *a.MonthlyCredits >= 0, "access", "A monthly limit cannot be below 0. Leave it empty for no limit.")
	}
	return append([]Access{}, access...), f.Err()
}

const membersOfAccount = `SELECT ` + placeColumns + `
	FROM memberships
	JOIN users ON users.id = memberships.user_id
	JOIN accounts ON accounts.id = memberships.account_id
	` + joinGrants + `
	WHERE memberships.account_id = @account
	ORDER BY memberships.created_at, memberships.id, granted.site_id`

// Members returns the people of the account, highest role first, then by name.
func (s *Service) Members(ctx context.Context) ([]Member, error) {
	var rows []placeRow
	if err := tenancy.SQL(s.db.Read(ctx), membersOfAccount, nil).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("list members: %w", err)
	}
	var members []Member
	for _, p := range places(rows) {
		members = append(members, p.member())
	}
	ranks := Roles()
	slices.SortStableFunc(members, func(a, b Member) int { return slices.Index(ranks, a.Role) - slices.Index(ranks, b.Role) })
	return members, nil
}

// MemberPage returns one page of Members, for the API.
func (s *Service) MemberPage(ctx context.Context, limit int, cursor string) (database.Page[Member], error) {
	all, err := s.Members(ctx)
	if err != nil {
		return database.Page[Member]{}, err
	}
	return database.PageOf(all, limit, cursor, func(m Member) string { return m.MembershipID })
}

// MemberByID returns the person with the membership.
func (s *Service) MemberByID(ctx context.Context, id string) (Member, error) {
	return memberByID(s.db.Read(ctx), id)
}

func memberByID(tx *gorm.DB, id string) (Member, error) {
	place, err := take[Membership](tx, "member", "id = ?", id)
	if err != nil {
		return Member{}, err
	}
	u, err := take[User](tx, "user", "id = ?", place.UserID)
	if err != nil {
		return Member{}, err
	}
	a, err := take[Account](tx, "account", "id = ?", place.AccountID)
	if err != nil {
		return Member{}, err
	}
	return seat(tx, u, a, place)
}

// MemberChange is a change of a member. A nil field stays unchanged.
type MemberChange struct {
	Role   *Role
	Access *[]Access
}

// UpdateMember changes role or site access of a member whom the actor outranks.
func (s *Service) UpdateMember(ctx context.Context, id string, change MemberChange) (Member, error) {
	var m Member
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		var err error
		if m, err = memberByID(tx, id); err != nil {
			return err
		}
		role, access := m.Role, m.Access
		if change.Role != nil {
			role = *change.Role
		}
		if _, err := superior(ctx, m.Role, role); err != nil {
			return err
		}
		if !grantable(role) {
			var f fault.Fields
			f.Add("role", "Choose admin, editor or viewer.")
			return f.Err()
		}
		if change.Access != nil {
			if access, err = checkAccess(tx, *change.Access); err != nil {
				return err
			}
		}
		place := Membership{ID: m.MembershipID, AccountID: m.AccountID, Role: role}
		if err := changeRole(tx, m, role); err != nil {
			return err
		}
		if err := grantAccess(tx, place, access); err != nil {
			return err
		}
		err = events.Record(tx, events.Event{
			Kind: events.MemberChanged, ObjectID: m.MembershipID, Subject: m.Email,
			Detail: fmt.Sprintf("%s to %s, %d sites", m.Role, role, len(access)), Data: events.Data{Role: string(role)},
		})
		if err != nil {
			return err
		}
		m, err = memberByID(tx, id)
		return err
	})
	return m, err
}

func errChangedMeanwhile() error {
	return fault.New(fault.Conflict, "Somebody else changed this member just now. Look again, then repeat it.")
}

// changeRole changes the role. If the role is no longer that of m, it returns a conflict.
func changeRole(tx *gorm.DB, m Member, role Role) error {
	changed := tx.Model(&Membership{}).Where("id = ? AND role = ?", m.MembershipID, m.Role).Update("role", role)
	if changed.Error != nil && !errors.Is(changed.Error, gorm.ErrDuplicatedKey) {
		return fmt.Errorf("change role: %w", changed.Error)
	}
	if changed.Error != nil || changed.RowsAffected == 0 { // a duplicate key means a second owner
		return errChangedMeanwhile()
	}
	return nil
}

// RemoveMember removes a member whom the actor outranks from the account. Their user and their work stay.
func (s *Service) RemoveMember(ctx context.Context, id string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		m, err := memberByID(tx, id)
		if err != nil {
			return err
		}
		if _, err := superior(ctx, m.Role); err != nil {
			return err
		}
		removed := tx.Where("id = ? AND role = ?", m.MembershipID, m.Role).Delete(&Membership{})
		if removed.Error != nil {
			return fmt.Errorf("remove member: %w", removed.Error)
		}
		if removed.RowsAffected == 0 {
			return errChangedMeanwhile()
		}
		return events.Record(tx, events.Event{
			Kind: events.MemberRemoved, ObjectID: m.MembershipID, Subject: m.Email,
			Detail: string(m.Role),
		})
	})
}

// TransferOwnership makes the member the owner of the account, and the owner an admin. Only an owner or a developer may do this.
func (s *Service) TransferOwnership(ctx context.Context, id string) error {
	actor, ok := MemberFrom(ctx)
	if !ok || !actor.May(Own, "") {
		return fault.New(fault.Forbidden, "Only the owner can hand the account over.")
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		m, err := memberByID(tx, id)
		if err != nil {
			return err
		}
		if m.Role == Owner {
			return fault.New(fault.Conflict, "%s owns the account already.", m.Name)
		}
		owner := tx.Model(&Membership{}).Where("role = ?", Owner)
		if actor.Role == Owner {
			owner = owner.Where("user_id = ?", actor.UserID)
		}
		stepped := owner.Update("role", Admin)
		if stepped.Error != nil {
			return fmt.Errorf("hand over: %w", stepped.Error)
		}
		if stepped.RowsAffected == 0 {
			return errChangedMeanwhile()
		}
		if err := changeRole(tx, m, Owner); err != nil {
			return err
		}
		place := Membership{ID: m.MembershipID, AccountID: m.AccountID, Role: Owner}
		if err := grantAccess(tx, place, nil); err != nil {
			return err
		}
		return events.Record(tx, events.Event{
			Kind: events.OwnershipTransferred, ObjectID: m.MembershipID, Subject: m.Email, Detail: "from " + actor.Email, Data: events.Data{Role: string(Owner)},
		})
	})
}
