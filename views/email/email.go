// Package email holds the mails. A Letter says its words once; both parts of the mail, text and HTML, are made from it. There is
// no style and no picture in them: they are read in every mail program and pass the policy of the mailbox page.
package email

import (
	"fmt"
	"strings"
	"time"

	"igny8/app/accounts"
	"igny8/app/writer"
)

// Letter is a mail to one person with one thing to do.
type Letter struct {
	To      string
	Subject string
	Lines   []string // paragraphs before the link
	Action  string   // what the link does
	Link    string
	Closing string // the paragraph after the link
}

// Text is the letter as plain text.
func (l Letter) Text() string {
	parts := append([]string{}, l.Lines...)
	return strings.Join(append(parts, l.Action+":\n"+l.Link, l.Closing, "IGNY8"), "\n\n") + "\n"
}

// Invitation asks a person into an account.
func Invitation(m accounts.InvitationMail) Letter {
	return Letter{
		To:      m.To,
		Subject: fmt.Sprintf("%s invites you to %s on IGNY8", m.InviterName, m.AccountName),
		Lines: []string{
			"Hello,",
			fmt.Sprintf("%s invites you to work in %s as %s. IGNY8 plans, writes and publishes websites from search keywords.",
				m.InviterName, m.AccountName, m.Role),
		},
		Action:  "Accept the invitation",
		Link:    m.Link,
		Closing: fmt.Sprintf("The link works until %s. If you did not expect this mail, do nothing.", day(m.ExpiresAt)),
	}
}

// PasswordReset lets a person choose a new password.
func PasswordReset(m accounts.ResetMail) Letter {
	return Letter{
		To:      m.To,
		Subject: "Choose a new password for IGNY8",
		Lines: []string{
			fmt.Sprintf("Hello %s,", m.Name),
			"somebody, we think you, asked for a new password.",
		},
		Action:  "Choose a new password",
		Link:    m.Link,
		Closing: fmt.Sprintf("The link works once, until %s. If it was not you, do nothing: your password stays as it is.", day(m.ExpiresAt)),
	}
}

// Mention tells a person what somebody said to them in a comment.
func Mention(m writer.MentionMail) Letter {
	return Letter{
		To:      m.To,
		Subject: fmt.Sprintf("%s mentions you on %q", m.Author, m.Title),
		Lines: []string{
			fmt.Sprintf("Hello %s,", m.Name),
			fmt.Sprintf("%s writes about %q:", m.Author, m.Title),
			m.Text,
			fmt.Sprintf("The comment is about this place: %q", m.Quote),
		},
		Action:  "Read and answer",
		Link:    m.Link,
		Closing: "The mention waits for you on the first page of IGNY8 until you answer or put it aside.",
	}
}

func day(t time.Time) string { return t.UTC().Format("2 January 2006, 15:04 UTC") }
