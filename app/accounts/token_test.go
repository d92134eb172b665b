package accounts_test

import (
	"crypto/hkdf"
	"crypto/sha256"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/fault"
)

func TestAccessTokens(t *testing.T) {
	t.Parallel()
	secret := []byte("the key of the installation")
	c := accountstest.NewCast(t, dbtest.New(t), func(o *accounts.Options) { o.SecretKey = secret })
	editor := c.Member(accountstest.Editor)
	pair, err := c.Accounts.Issue(t.Context(), editor.UserID, "")
	must(t, err)
	if pair.TokenType != "Bearer" || pair.ExpiresIn != 900 {
		t.Errorf("pair = %+v", pair)
	}
	signing, err := hkdf.Key(sha256.New, secret, nil, "igny8 access token", 32)
	must(t, err)
	forge := func(method jwt.SigningMethod, key any, change func(jwt.MapClaims)) string {
		claims := jwt.MapClaims{}
		_, _, err := jwt.NewParser().ParseUnverified(pair.AccessToken, claims)
		must(t, err)
		change(claims)
		signed, err := jwt.NewWithClaims(method, claims).SignedString(key)
		must(t, err)
		return signed
	}
	same := func(jwt.MapClaims) {}
	if m, err := c.Accounts.Verify(t.Context(), forge(jwt.SigningMethodHS256, signing, same)); err != nil || m.UserID != editor.UserID {
		t.Fatalf("the forge does not work: %+v, %v", m, err)
	}
	for what, token := range map[string]string{
		"none at all":         "",
		"a refresh token":     pair.RefreshToken,
		"another key":         forge(jwt.SigningMethodHS256, secret, same),
		"no signature":        forge(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, same),
		"another algorithm":   forge(jwt.SigningMethodHS512, signing, same),
		"expired":             forge(jwt.SigningMethodHS256, signing, func(c jwt.MapClaims) { c["exp"] = time.Now().Add(-time.Minute).Unix() }),
		"no expiry":           forge(jwt.SigningMethodHS256, signing, func(c jwt.MapClaims) { delete(c, "exp") }),
		"another issuer":      forge(jwt.SigningMethodHS256, signing, func(c jwt.MapClaims) { c["iss"] = "igny9" }),
		"no account":          forge(jwt.SigningMethodHS256, signing, func(j jwt.MapClaims) { delete(j, "account") }),
		"an account of other": forge(jwt.SigningMethodHS256, signing, func(j jwt.MapClaims) { j["account"] = c.Beta }),
		"an old password":     forge(jwt.SigningMethodHS256, signing, func(j jwt.MapClaims) { j["stamp"] = "0" }),
	} {
		_, err := c.Accounts.Verify(t.Context(), token)
		refused(t, what, err, fault.Unauthenticated)
	}
	_, err = c.Accounts.Issue(t.Context(), editor.UserID, c.Beta)
	refused(t, "a token for an account of others", err, fault.NotFound)
	m, err := c.Accounts.Verify(t.Context(), pair.AccessToken)
	if err != nil || m.AccountID != c.Alpha || !m.May(accounts.Work, c.Site) {
		t.Errorf("verified %+v, %v", m, err)
	}
	must(t, c.Accounts.RemoveMember(c.Ctx(accountstest.Owner), editor.MembershipID))
	_, err = c.Accounts.Verify(t.Context(), pair.AccessToken)
	refused(t, "of a removed member", err, fault.Unauthenticated)
	_, err = c.Accounts.Refresh(t.Context(), pair.RefreshToken)
	refused(t, "refreshed by a removed member", err, fault.Unauthenticated)
}

func TestRefreshTokensRotate(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	owner := c.Member(accountstest.Owner).UserID
	issue := func() string {
		pair, err := c.Accounts.Issue(t.Context(), owner, c.Alpha)
		must(t, err)
		return pair.RefreshToken
	}
	refresh := func(token string) (string, error) {
		pair, err := c.Accounts.Refresh(t.Context(), token)
		return pair.RefreshToken, err
	}
	first, bystander := issue(), issue()
	for _, token := range []string{"", ".", "x.y", "nul\x00.y", strings.ToLower(first)[:10]} {
		_, err := refresh(token)
		refused(t, "garbage "+token, err, fault.Unauthenticated)
		refused(t, "garbage "+token, c.Accounts.Revoke(t.Context(), token), fault.Unauthenticated)
	}
	second, err := refresh(first)
	must(t, err)
	third, err := refresh(second)
	must(t, err)
	_, err = refresh(first)
	refused(t, "used again", err, fault.Unauthenticated)
	_, err = refresh(third)
	refused(t, "the last of a family that was revoked", err, fault.Unauthenticated)
	if bystander, err = refresh(bystander); err != nil {
		t.Errorf("another family of the user: %v", err)
	}
	must(t, c.Accounts.Revoke(t.Context(), bystander))
	must(t, c.Accounts.Revoke(t.Context(), bystander))
	_, err = refresh(bystander)
	refused(t, "revoked", err, fault.Unauthenticated)

	old := issue()
	c.set(t, &accounts.TokenFamily{}, "expires_at", database.Now())
	_, err = refresh(old)
	refused(t, "expired", err, fault.Unauthenticated)
}

func TestRefreshTokenIsSpentOnce(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	pair, err := c.Accounts.Issue(t.Context(), c.Member(accountstest.Owner).UserID, "")
	must(t, err)
	var all sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		all.Go(func() { _, errs[i] = c.Accounts.Refresh(t.Context(), pair.RefreshToken) })
	}
	all.Wait()
	good := 0
	for _, err := range errs {
		if err == nil {
			good++
		} else {
			refused(t, "one too late", err, fault.Unauthenticated)
		}
	}
	if good != 1 {
		t.Errorf("%d of 8 got a new pair, want 1", good)
	}
}
