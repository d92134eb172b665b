package accounts

// place is a person's place in an account, with everything that a Member is made of.
type place struct {
	user       User
	membership Membership
	account    Account
	access     []Access
}

// placeRow is a row of a statement with placeColumns: one for each site that the place reaches by a grant, or one if there is none.
type placeRow struct {
	UserID, Email, UserName, PasswordHash, LastAccountID string
	Developer                                            bool

	MembershipID, AccountID, AccountName string
	Role                                 Role

	GrantedSite    string
	CanPublish     bool
	MonthlyCredits *int64
}

const (
	placeColumns = `users.id AS user_id, users.email, users.name AS user_name, users.password_hash, users.last_account_id, users.developer,
		memberships.id AS membership_id, memberships.role, accounts.id AS account_id, accounts.name AS account_name,
		granted.site_id AS granted_site, granted.can_publish, granted.monthly_credits`
	joinGrants = `LEFT JOIN (SELECT site_accesses.* FROM site_accesses
		JOIN sites ON sites.account_id = site_accesses.account_id AND sites.id = site_accesses.site_id AND sites.deleted_at IS NULL
	) AS granted ON granted.account_id = memberships.account_id AND granted.membership_id = memberships.id`
)

func (r placeRow) user() User {
	return User{
		ID: r.UserID, Email: r.Email, Name: r.UserName, PasswordHash: r.PasswordHash,
		Developer: r.Developer, LastAccountID: r.LastAccountID,
	}
}

// places returns the places of rows in which those of one place follow each other.
func places(rows []placeRow) (list []place) {
	for _, r := range rows {
		if r.MembershipID == "" {
			continue
		}
		if len(list) == 0 || list[len(list)-1].membership.ID != r.MembershipID {
			list = append(list, place{
				user:       r.user(),
				membership: Membership{ID: r.MembershipID, AccountID: r.AccountID, UserID: r.UserID, Role: r.Role},
				account:    Account{ID: r.AccountID, Name: r.AccountName},
			})
		}
		if p := &list[len(list)-1]; r.GrantedSite != "" {
			p.access = append(p.access, Access{r.GrantedSite, r.CanPublish, r.MonthlyCredits})
		}
	}
	return list
}

func (p place) member() Member {
	m := Member{
		MembershipID: p.membership.ID, UserID: p.user.ID, AccountID: p.account.ID, AccountName: p.account.Name,
		Name: p.user.Name, Email: p.user.Email, Role: p.membership.Role, Stamp: p.user.stamp(),
	}
	if !m.Role.wholeAccount() {
		m.Access = p.access
	}
	return m
}
