package mail_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"strings"
	"testing"
	"time"

	"igny8/app/accounts"
	"igny8/app/database/dbtest"
	"igny8/app/fault"
	"igny8/app/mail"
)

const link = "https://igny8.test/invitations/SECRETTOKEN"

func invitation() accounts.InvitationMail {
	return accounts.InvitationMail{
		To: "zoë@example.com", Link: link, AccountName: "Käse & <b>Co</b>", InviterName: "Åsa", Role: accounts.Editor,
		ExpiresAt: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC),
	}
}

func TestWrongAddressesOfTheServer(t *testing.T) {
	t.Parallel()
	for _, address := range []string{
		"smtp://u:hunter2@mail.example.com?tls=maybe", "smtps://u:hunter2@mail.example.com?tls=off",
		"mail.example.com:25", "http://u:hunter2@mail.example.com", "smtp://", "smtp://u:hunter2@mail.example.com?from=nobody", "smtp://u:hunter2@mail.example.com:port",
	} {
		_, err := mail.New(nil, address, "https://igny8.test")
		if err == nil {
			t.Errorf("%s was accepted", address)
			continue
		}
		if strings.Contains(err.Error(), "hunter2") {
			t.Errorf("the error repeats the password: %v", err)
		}
	}
}

func TestAServerThatDoesNotTakeTheMail(t *testing.T) {
	t.Parallel()
	utf8 := []string{"8BITMIME", "SMTPUTF8"}
	cases := []struct {
		name    string
		login   string
		offers  []string
		answers map[string]string
		never   string // must not be said
	}{
		{"refuses the recipient", "", utf8, map[string]string{"RCPT": "550 no such user"}, "DATA"},
		{"refuses the mail", "", utf8, map[string]string{"DATA": "554 no"}, "SECRETTOKEN"},
		{"is silent", "", utf8, map[string]string{"MAIL": ""}, "DATA"},
		{"wants the password in the clear", "user:hunter2@", append(utf8, "AUTH PLAIN LOGIN"), nil, "AUTH"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, c.offers, c.answers)
			post, err := mail.New(nil, "smtp://"+c.login+s.address()+"?tls=off", "https://igny8.test")
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
			defer cancel()
			if err := post.Invitation(ctx, invitation()); err == nil {
				t.Error("the failure was not told")
			}
			if strings.Contains(s.said(), c.never) {
				t.Errorf("%q was said:\n%s", c.never, s.said())
			}
		})
	}
}

func TestMailIsNotSentInTheClear(t *testing.T) {
	t.Parallel()
	utf8 := []string{"8BITMIME", "SMTPUTF8"}
	for _, c := range []struct {
		name, query string
		offers      []string
		answers     map[string]string
		words       string // of the error
	}{
		{"the server offers no encryption", "", utf8, nil, "no encryption"},
		{"the offer is stripped on the way, with a sender", "?from=hello@example.com", utf8, nil, "tls=off"},
		{"the server takes the offer back", "", append(utf8, "STARTTLS"), map[string]string{"STARTTLS": "454 not now"}, "454"},
		{"the server has no certificate", "", append(utf8, "STARTTLS"), map[string]string{"STARTTLS": "220 go on"}, "tls"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, c.offers, c.answers)
			post, err := mail.New(nil, "smtp://"+s.address()+c.query, "https://igny8.test")
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
			defer cancel()
			if err := post.Invitation(ctx, invitation()); err == nil || !strings.Contains(err.Error(), c.words) {
				t.Errorf("error %v, want it to say %q", err, c.words)
			}
			if strings.Contains(s.said(), "MAIL FROM") || strings.Contains(s.said(), "SECRETTOKEN") {
				t.Errorf("said in the clear:\n%s", s.said())
			}
		})
	}
}

func TestAMailBySMTP(t *testing.T) {
	t.Parallel()
	s := serve(t, []string{"8BITMIME", "SMTPUTF8"}, nil)
	post, err := mail.New(nil, "smtp://"+s.address()+"?tls=off&from=IGNY8+%3Chello@example.com%3E", "https://igny8.test")
	if err != nil {
		t.Fatal(err)
	}
	if err := post.Invitation(t.Context(), invitation()); err != nil {
		t.Fatal(err)
	}
	_, data, ok := strings.Cut(s.said(), "DATA\n")
	if !ok {
		t.Fatalf("no mail in:\n%s", s.said())
	}
	data, _, _ = strings.Cut(data, "\n.\n")
	m, err := netmail.ReadMessage(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	subject, _ := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if subject != "Åsa invites you to Käse & <b>Co</b> on IGNY8" || !strings.Contains(m.Header.Get("From"), "hello@example.com") {
		t.Errorf("subject %q from %q", subject, m.Header.Get("From"))
	}
	text, html := parts(t, m)
	if !strings.Contains(text, link) || !strings.Contains(text, "Käse & <b>Co</b>") {
		t.Errorf("text part:\n%s", text)
	}
	if !strings.Contains(html, `href="`+link+`"`) || !strings.Contains(html, "Käse &amp; &lt;b&gt;Co&lt;/b&gt;") {
		t.Errorf("html part:\n%s", html)
	}
}

func parts(t *testing.T, m *netmail.Message) (text, html string) {
	t.Helper()
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	for r := multipart.NewReader(m.Body, params["boundary"]); ; {
		p, err := r.NextRawPart()
		if err == io.EOF {
			return text, html
		}
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(quotedprintable.NewReader(p))
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(p.Header.Get("Content-Type"), "text/plain") {
			text = string(body)
		} else {
			html = string(body)
		}
	}
}

// It changes the log of the process, so it is not parallel.
func TestWithoutAServerMailsGoToTheMailbox(t *testing.T) {
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	t.Cleanup(func() { slog.SetDefault(before) })

	post, err := mail.New(dbtest.New(t), "", "https://igny8.test")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := post.Message(t.Context(), "no such id"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("Message of nothing: %v, want not found", err)
	}
	reset := accounts.ResetMail{To: "ann@example.com", Name: "Ann", Link: "https://igny8.test/password/reset?token=OTHERTOKEN", ExpiresAt: time.Now()}
	if err := post.Invitation(t.Context(), invitation()); err != nil {
		t.Fatal(err)
	}
	if err := post.PasswordReset(t.Context(), reset); err != nil {
		t.Fatal(err)
	}
	page, err := post.Messages(t.Context(), 10, "")
	if err != nil || len(page.Items) != 2 || page.Items[0].Recipient != reset.To {
		t.Fatalf("mailbox = %+v, %v; want both mails, the newest first", page, err)
	}
	m, err := post.Message(t.Context(), page.Items[1].ID)
	if err != nil || !strings.Contains(m.BodyText, link) || !strings.Contains(m.BodyHTML, link) {
		t.Errorf("kept %+v, %v; want the link in both parts", m, err)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(post.SignUp(t.Context(), accounts.SignUpMail{To: "zoe@example.com", Name: "Zoë", AccountName: "Käse", Link: "https://igny8.test/signup/confirm?token=THIRDTOKEN", ExpiresAt: time.Now().Add(time.Hour)}))
	must(post.DeleteExpired(t.Context()))
	page, err = post.Messages(t.Context(), 10, "")
	if err != nil || len(page.Items) != 1 || page.Items[0].Recipient != "zoe@example.com" {
		t.Errorf("after the links of the others ended: %+v, %v", page, err)
	}
	if post.Sends() {
		t.Error("the mailbox is said to send")
	}
	if strings.Count(log.String(), "mail kept") != 3 || strings.Contains(log.String(), "TOKEN") {
		t.Errorf("the log must tell of the mails, without their links:\n%s", log.String())
	}
}
