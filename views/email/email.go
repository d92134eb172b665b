// Package email holds the texts of the mails. Both parts of a mail, text and HTML, are made from one Letter. Mails have no
// style and no picture, so that every mail program can show them and the Content-Security-Policy of the mailbox page allows them.
package email

import (
	"fmt"
	"strings"
	"time"

	"igny8/app/accounts"
	"igny8/app/writer"
)

// Letter is a mail to one person.
type Letter struct {
	To      string
	Subject string
	Lines   []string // paragraphs before the links
	Links   []Link
	Closing string    // the paragraph after the links
	Ends    time.Time // when a secret link in it ends; zero if there is none
}

// Link is an action that the mail offers.
type Link struct{ Label, Href string }

// Text returns the letter as plain text.
func (l Letter) Text() string {
	parts := append([]string{}, l.Lines...)
	for _, link := range l.Links {
		parts = append(parts, link.Label+":\n"+link.Href)
	}
	return strings.Join(append(parts, l.Closing, "IGNY8"), "\n\n") + "\n"
}

// SignUp asks a newcomer to confirm the address.
func SignUp(m accounts.SignUpMail) Letter {
	return Letter{
		To:      m.To,
		Subject: "Confirm your address for IGNY8",
		Lines: []string{
			fmt.Sprintf("Hello %s,", name(m.Name, "there")),
			fmt.Sprintf("somebody signed up with this address to open the account %q. It is opened when you confirm.", name(m.AccountName, "without a name")),
		},
		Links:   []Link{{"Confirm the address", m.Link}},
		Closing: fmt.Sprintf("The link works once, until %s. If it was not you, do nothing: no account is opened.", day(m.ExpiresAt)),
		Ends:    m.ExpiresAt,
	}
}

// AccountExists tells a person who signs up that a user with this address exists already.
func AccountExists(m accounts.AccountExistsMail) Letter {
	return Letter{
		To:      m.To,
		Subject: "You have an account at IGNY8 already",
		Lines: []string{
			fmt.Sprintf("Hello %s,", name(m.Name, "there")),
			"somebody signed up with this address. You have an account already, so no other one was opened and nothing was changed.",
		},
		Links:   []Link{{"Sign in", m.SignInLink}, {"Choose a new password", m.ResetLink}},
		Closing: "If it was not you, do nothing.",
	}
}

// Invitation invites a person into an account.
func Invitation(m accounts.InvitationMail) Letter {
	inviter, account := name(m.InviterName, "Somebody"), name(m.AccountName, "an account")
	return Letter{
		To:      m.To,
		Subject: fmt.Sprintf("%s invites you to %s on IGNY8", inviter, account),
		Lines: []string{
			"Hello,",
			fmt.Sprintf("%s invites you to work in %s as %s. IGNY8 plans, writes and publishes websites from search keywords.", inviter, account, m.Role),
		},
		Links:   []Link{{"Accept the invitation", m.Link}},
		Closing: fmt.Sprintf("The link works until %s. If you did not expect this mail, do nothing.", day(m.ExpiresAt)),
		Ends:    m.ExpiresAt,
	}
}

// PasswordReset lets a person choose a new password.
func PasswordReset(m accounts.ResetMail) Letter {
	return Letter{
		To:      m.To,
		Subject: "Choose a new password for IGNY8",
		Lines: []string{
			fmt.Sprintf("Hello %s,", name(m.Name, "there")),
			"somebody, we think you, asked for a new password.",
		},
		Links:   []Link{{"Choose a new password", m.Link}},
		Closing: fmt.Sprintf("The link works once, until %s. If it was not you, do nothing: your password stays as it is.", day(m.ExpiresAt)),
		Ends:    m.ExpiresAt,
	}
}

// Mention tells a person that somebody mentioned them in a comment.
func Mention(m writer.MentionMail) Letter {
	return Letter{
		To:      m.To,
		Subject: fmt.Sprintf("%s mentions you on %q", name(m.Author, "Somebody"), m.Title),
		Lines: []string{
			fmt.Sprintf("Hello %s,", name(m.Name, "there")),
			fmt.Sprintf("%s writes about %q:", name(m.Author, "Somebody"), m.Title),
			m.Text,
			fmt.Sprintf("The comment is about this place: %q", m.Quote),
		},
		Links:   []Link{{"Read and answer", m.Link}},
		Closing: "The mention waits for you on the first page of IGNY8 until you answer or put it aside.",
	}
}

func day(t time.Time) string { return t.UTC().Format("2 January 2006, 15:04 UTC") }
