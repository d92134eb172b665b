package accounts_test

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/fault"
)

func TestCommonPasswordsAreRefusedEverywhere(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	owner := accountstest.Email(accountstest.Owner)
	must(t, c.Accounts.RequestReset(t.Context(), owner, ""))
	c.Deliver()
	reset := c.Mails.Token(owner)
	_, err := c.Accounts.Invite(c.Ctx(accountstest.Owner), accounts.Invite{Email: "guest@example.com", Role: accounts.Viewer})
	must(t, err)
	invitation := c.Mails.Token("guest@example.com")
	for _, password := range []string{"1234567890", "passwordpassword", "qwertyuiop", "QwertyUiop", " password123 ", "iloveyou123"} {
		_, signedUp := c.Accounts.SignUp(t.Context(), accounts.SignUp{AccountName: "G", Name: "G", Email: "g@example.com", Password: password})
		_, accepted := c.Accounts.Accept(t.Context(), accounts.Accept{Token: invitation, Name: "G", Password: password})
		_, created := c.Accounts.CreateUser(t.Context(), accounts.NewUser{Email: "g@example.com", Password: password, Role: accounts.Owner})
		for what, err := range map[string]error{
			"sign-up": signedUp, "invitation": accepted, "operator": created, "reset": c.Accounts.Reset(t.Context(), reset, password),
		} {
			refused(t, what+" with "+password, err, fault.Invalid)
			if !strings.Contains(fault.Sentence(err), "common") {
				t.Errorf("%s with %q: %v", what, password, err)
			}
		}
	}
	must(t, c.Accounts.Reset(t.Context(), reset, "a hedge in every garden"))
}

// The list must have 10,000 passwords, each at least minPassword long.
func TestListOfCommonPasswordsIsComplete(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("common_passwords.txt")
	must(t, err)
	count, before := 0, ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "# ") {
			continue
		}
		if utf8.RuneCountInString(line) < 10 || line != strings.ToLower(line) || line <= before {
			t.Fatalf("%q after %q: want lower case, 10 characters and more, sorted", line, before)
		}
		before = line
		count++
	}
	if count != 10_000 {
		t.Errorf("%d passwords, want 10,000", count)
	}
}
