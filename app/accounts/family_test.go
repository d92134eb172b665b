package accounts_test

import (
	"testing"
	"time"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
)

func TestRevokedFamilyEndsItsAccessTokens(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	owner := c.Member(accountstest.Owner).UserID
	for name, end := range map[string]func(accounts.TokenPair){
		"revoked": func(pair accounts.TokenPair) { must(t, c.Accounts.Revoke(t.Context(), pair.RefreshToken)) },
		"refresh token used twice": func(pair accounts.TokenPair) {
			_, err := c.Accounts.Refresh(t.Context(), pair.RefreshToken)
			must(t, err)
			_, err = c.Accounts.Refresh(t.Context(), pair.RefreshToken)
			refused(t, "the second use", err, fault.Unauthenticated)
		},
	} {
		pair, err := c.Accounts.Issue(t.Context(), owner, c.Alpha)
		must(t, err)
		other, err := c.Accounts.Issue(t.Context(), owner, c.Alpha)
		must(t, err)
		_, err = c.Accounts.Verify(t.Context(), pair.AccessToken)
		must(t, err)
		end(pair)
		_, err = c.Accounts.Verify(t.Context(), pair.AccessToken)
		refused(t, "access token of a family that was "+name, err, fault.Unauthenticated)
		if _, err = c.Accounts.Verify(t.Context(), other.AccessToken); err != nil {
			t.Errorf("%s: the access token of another family: %v", name, err)
		}
	}
}

func TestRefreshFamilyEndsThirtyDaysAfterItBegan(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	pair, err := c.Accounts.Issue(t.Context(), c.Member(accountstest.Owner).UserID, "")
	must(t, err)
	families := func() (list []accounts.TokenFamily) {
		must(t, c.db.Read(c.System()).Find(&list).Error)
		return list
	}
	end := families()[0].ExpiresAt
	if life := end.Sub(families()[0].CreatedAt).Round(time.Hour); life != 30*24*time.Hour {
		t.Errorf("a family lives for %v, want 30 days", life)
	}
	pair, err = c.Accounts.Refresh(t.Context(), pair.RefreshToken)
	must(t, err)
	if pair.ExpiresIn != 900 {
		t.Errorf("an access token lives for %d seconds, want 900", pair.ExpiresIn)
	}
	if now := families()[0].ExpiresAt; !now.Equal(end) {
		t.Errorf("a refresh moved the end from %v to %v", end, now)
	}
	c.set(t, &accounts.TokenFamily{}, "expires_at", database.Now().Add(time.Minute))
	last, err := c.Accounts.Refresh(t.Context(), pair.RefreshToken)
	if err != nil || last.ExpiresIn > 60 {
		t.Errorf("a minute before the end an access token lives for %d seconds, %v", last.ExpiresIn, err)
	}
	c.set(t, &accounts.TokenFamily{}, "expires_at", database.Now())
	_, err = c.Accounts.Verify(t.Context(), pair.AccessToken)
	refused(t, "the access token of an expired family", err, fault.Unauthenticated)
}

func TestRefreshFamilyEndsAfterSevenDaysUnused(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	pair, err := c.Accounts.Issue(t.Context(), c.Member(accountstest.Owner).UserID, "")
	must(t, err)
	c.set(t, &accounts.TokenFamily{}, "used_at", database.Now().Add(-7*24*time.Hour+time.Hour))
	pair, err = c.Accounts.Refresh(t.Context(), pair.RefreshToken)
	must(t, err)
	pair, err = c.Accounts.Refresh(t.Context(), pair.RefreshToken)
	must(t, err) // the earlier refresh counted as a use
	c.set(t, &accounts.TokenFamily{}, "used_at", database.Now().Add(-7*24*time.Hour))
	_, err = c.Accounts.Refresh(t.Context(), pair.RefreshToken)
	refused(t, "unused for seven days", err, fault.Unauthenticated)
}

func TestDeveloperWhoStaysEntersAgain(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	staff := c.Member(accountstest.Staff)
	entries := func() (n int) {
		for _, action := range c.actions(t, accountstest.Owner) {
			if action == "developer entered" {
				n++
			}
		}
		return n
	}
	pair, err := c.Accounts.Issue(t.Context(), staff.UserID, c.Alpha)
	must(t, err)
	_, err = c.Accounts.Resume(t.Context(), staff.UserID, c.Alpha)
	must(t, err)
	pair, err = c.Accounts.Refresh(t.Context(), pair.RefreshToken)
	must(t, err)
	if got := entries(); got != 1 {
		t.Errorf("%d entries within twelve hours, want 1", got)
	}
	c.set(t, &events.Event{}, "created_at", database.Now().Add(-13*time.Hour))
	_, err = c.Accounts.Refresh(t.Context(), pair.RefreshToken)
	must(t, err)
	if got := entries(); got != 2 {
		t.Errorf("%d entries after a refresh on the next day, want 2", got)
	}
	c.set(t, &events.Event{}, "created_at", database.Now().Add(-13*time.Hour))
	_, err = c.Accounts.Resume(t.Context(), staff.UserID, c.Alpha)
	must(t, err)
	if got := entries(); got != 3 {
		t.Errorf("%d entries after a session went on on the next day, want 3", got)
	}
	_, err = c.Accounts.Resume(t.Context(), staff.UserID, c.Beta)
	must(t, err)
	if got := c.actions(t, accountstest.Stranger); got[0] != "developer entered" {
		t.Errorf("an entry into alpha counts for beta: %v", got)
	}
	_, err = c.Accounts.Resume(t.Context(), c.Member(accountstest.Owner).UserID, c.Alpha)
	must(t, err)
	if got := entries(); got != 3 {
		t.Errorf("the owner is audited like a developer: %d entries", got)
	}
}
