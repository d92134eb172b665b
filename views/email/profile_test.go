package email_test

import (
	"strings"
	"testing"
	"time"

	"igny8/app/accounts"
	"igny8/views/email"
)

func TestNoticeSaysWhatHappenedAndWhatToDo(t *testing.T) {
	t.Parallel()
	for event, want := range map[accounts.NoticeEvent]string{
		accounts.EmailChangeAsked: "new@example.com",
		accounts.EmailChanged:     "new@example.com",
		accounts.EmailTaken:       "nothing was changed",
		accounts.PasswordChanged:  "signed out everywhere else",
	} {
		l := email.Notice(accounts.NoticeMail{To: "old@example.com", Name: "Vera", Event: event, Email: "new@example.com", Link: "https://igny8.test/login"})
		text := l.Text()
		if l.To != "old@example.com" || l.Subject == "" || len(l.Links) == 0 || !strings.Contains(text, want) || !strings.Contains(text, "https://igny8.test/login") ||
			!strings.Contains(text, "If it was not you") || !strings.HasPrefix(text, "Hello Vera,") {
			t.Errorf("%s: %q\n%s", event, l.Subject, text)
		}
	}
	if text := email.Notice(accounts.NoticeMail{Event: accounts.EmailTaken}).Text(); !strings.HasPrefix(text, "Hello there,\n") {
		t.Errorf("a mail to somebody without a name begins with %q", text[:20])
	}
}

func TestEmailChangeNamesAddressLinkAndExpiry(t *testing.T) {
	t.Parallel()
	text := email.EmailChange(accounts.EmailChangeMail{
		To: "new@example.com", Name: "Vera", Link: "https://igny8.test/email/confirm?token=T", ExpiresAt: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC),
	}).Text()
	for _, want := range []string{"Hello Vera,", "new@example.com", "https://igny8.test/email/confirm?token=T", "1 March 2026, 12:00 UTC", "nothing changes"} {
		if !strings.Contains(text, want) {
			t.Errorf("the mail does not say %q:\n%s", want, text)
		}
	}
}
