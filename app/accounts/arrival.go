package accounts

import (
	"context"
	"fmt"
	"time"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// arrival is what one statement finds out about the request of a browser: its session, the person, and their places.
type arrival struct {
	tokenHash string
	session   Session // its ID is empty if there is none
	user      User    // its ID is empty before sign-in
	places    []place // by the names of their accounts
}

type arrivalKey struct{}

func arrivalFrom(ctx context.Context) arrival {
	a, _ := ctx.Value(arrivalKey{}).(arrival)
	return a
}

const arriving = `SELECT sessions.id AS session_id, sessions.data, sessions.seen_at, ` + placeColumns + `
	FROM sessions
	LEFT JOIN users ON users.id = sessions.user_id
	LEFT JOIN memberships ON memberships.user_id = users.id
	LEFT JOIN accounts ON accounts.id = memberships.account_id
	` + joinGrants + `
	WHERE sessions.token_hash = @hash AND sessions.expires_at > @now AND sessions.seen_at > @idle
	ORDER BY accounts.name, accounts.id, granted.site_id`

// Arrive returns a context that knows the session with the token, its person and their accounts: the store of the sessions, Resume and
// AccountsOf do not ask for them again.
func (s *Service) Arrive(ctx context.Context, token string) (context.Context, error) {
	now := database.Now()
	a := arrival{tokenHash: hashSecret(token)}
	var rows []struct {
		SessionID string
		Data      []byte
		SeenAt    time.Time
		Place     placeRow `gorm:"embedded"`
	}
	err := s.db.Read(tenancy.System(ctx, "find the session of a request")).Raw(arriving, map[string]any{
		"hash": a.tokenHash, "now": now, "idle": now.Add(-SessionIdle),
	}).Scan(&rows).Error
	if err != nil {
		return ctx, fmt.Errorf("find session: %w", err)
	}
	list := make([]placeRow, len(rows))
	for i, row := range rows {
		a.session = Session{ID: row.SessionID, TokenHash: a.tokenHash, Data: row.Data, SeenAt: row.SeenAt}
		a.user, list[i] = row.Place.user(), row.Place
	}
	a.places = places(list)
	return context.WithValue(ctx, arrivalKey{}, a), nil
}

// member returns the person's place in the account; ok is false if the arrival does not know it.
func (a arrival) member(userID, accountID string) (m Member, ok bool) {
	for _, p := range a.places {
		if p.user.ID != userID || p.account.ID != accountID {
			continue
		}
		if p.user.Developer {
			p.membership.Role = Developer
		}
		return p.member(), true
	}
	return Member{}, false
}

// accounts returns the accounts of the person; ok is false if the arrival does not know them all.
func (a arrival) accounts(userID string) (list []Account, ok bool) {
	if a.user.ID == "" || a.user.ID != userID || a.user.Developer {
		return nil, false
	}
	for _, p := range a.places {
		list = append(list, p.account)
	}
	return list, true
}
