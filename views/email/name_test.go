package email_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"igny8/app/accounts"
	"igny8/app/writer"
	"igny8/views/email"
)

func TestNameRemovesAddresses(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{
		"Åsa Öberg":                             "Åsa Öberg",
		"Dr. Strange & Co. 2.0":                 "Dr. Strange & Co. 2.0",
		"Shop.example":                          "Shop",
		"You won! https://evil.example/x claim": "You won! claim",
		"Win at WWW.EVIL.EXAMPLE now":           "Win at WWW now",
		"Win at www.evil.example/x":             "Win at evil",
		"Write to win@evil.example":             "Write to",
		"evil\u200b.example":                    "evil",
		"evil\uff0eexample":                     "evil",
		"evil\u3002example":                     "evil",
		"\u202eelpmaxe":                         "elpmaxe",
		"https://evil.example":                  "Somebody",
		"":                                      "Somebody",
		strings.Repeat("é", 100):                strings.Repeat("é", 59) + "…",
	} {
		l := email.Invitation(accounts.InvitationMail{To: "a@example.com", InviterName: given, AccountName: "Alpha", Link: "https://igny8.test/i", Role: accounts.Viewer})
		if got, _, _ := strings.Cut(l.Subject, " invites you to "); got != want {
			t.Errorf("%q is shown as %q, want %q", given, got, want)
		}
	}
}

// The names in every mail are addresses here: no mail may show an address, and each name is cut.
func TestEveryMailCleansNames(t *testing.T) {
	t.Parallel()
	bad := "Click https://evil.example/win or evil.example " + strings.Repeat("now ", 60)
	for what, l := range map[string]email.Letter{
		"invitation":     email.Invitation(accounts.InvitationMail{InviterName: bad, AccountName: bad, Role: accounts.Editor}),
		"reset":          email.PasswordReset(accounts.ResetMail{Name: bad}),
		"sign-up":        email.SignUp(accounts.SignUpMail{Name: bad, AccountName: bad}),
		"account exists": email.AccountExists(accounts.AccountExistsMail{Name: bad}),
		"e-mail change":  email.EmailChange(accounts.EmailChangeMail{Name: bad}),
		"notice":         email.Notice(accounts.NoticeMail{Name: bad, Event: accounts.PasswordChanged}),
		"mention":        email.Mention(writer.MentionMail{Author: bad, Name: bad, Title: "Hoses"}),
	} {
		if all := l.Subject + l.Text(); strings.Contains(all, "evil.example") || strings.Contains(all, strings.Repeat("now ", 20)) {
			t.Errorf("%s shows the address, or the whole name:\n%s", what, all)
		}
		if n := utf8.RuneCountInString(l.Subject); n > 160 {
			t.Errorf("%s: the subject has %d characters", what, n)
		}
	}
	if l := email.SignUp(accounts.SignUpMail{ExpiresAt: time.Unix(0, 0)}); !l.Ends.Equal(time.Unix(0, 0)) {
		t.Error("a letter with a secret link does not say when it ends")
	}
}
