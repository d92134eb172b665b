// Package mail sends what accounts and the Writer ask for: over SMTP where a server is configured, else into a mailbox that developers
// read. A link in a mail is a secret: it never reaches the log.
package mail

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"strings"

	"igny8/app/accounts"
	"igny8/app/database"
	"igny8/app/writer"
	"igny8/views/email"
)

// Service sends mails. It implements accounts.Mailer and writer.Mailer.
type Service struct {
	db   *database.DB
	smtp *courier // nil: the mailbox
}

// New returns the service that sends by the server of smtpURL: smtp:// or smtps://, with user, password and port where
// needed, ?from= for the sender, and tls=off for a server that cannot encrypt. An empty smtpURL keeps mails in the mailbox.
// baseURL names the sender where smtpURL does not.
func New(db *database.DB, smtpURL, baseURL string) (*Service, error) {
	if smtpURL == "" {
		return &Service{db: db}, nil
	}
	c, err := newCourier(smtpURL, hostOf(baseURL))
	if err != nil {
		return nil, err
	}
	return &Service{db: db, smtp: c}, nil
}

func hostOf(baseURL string) string {
	u, err := url.Parse(baseURL)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// Invitation sends an invitation.
func (s *Service) Invitation(ctx context.Context, m accounts.InvitationMail) error {
	return s.send(ctx, "invitation", email.Invitation(m))
}

// PasswordReset sends the link to a new password.
func (s *Service) PasswordReset(ctx context.Context, m accounts.ResetMail) error {
	return s.send(ctx, "password reset", email.PasswordReset(m))
}

// EmailChange sends the link that confirms a new address.
func (s *Service) EmailChange(ctx context.Context, m accounts.EmailChangeMail) error {
	return s.send(ctx, "e-mail change", email.EmailChange(m))
}

// Notice tells a person what happened to their user.
func (s *Service) Notice(ctx context.Context, m accounts.NoticeMail) error {
	return s.send(ctx, string(m.Event), email.Notice(m))
}

// SignUp sends the link that confirms an address.
func (s *Service) SignUp(ctx context.Context, m accounts.SignUpMail) error {
	return s.send(ctx, "sign-up", email.SignUp(m))
}

// AccountExists tells a person who signs up that they have a user already.
func (s *Service) AccountExists(ctx context.Context, m accounts.AccountExistsMail) error {
	return s.send(ctx, "account exists", email.AccountExists(m))
}

// Mention sends what somebody said to a person in a comment.
func (s *Service) Mention(ctx context.Context, m writer.MentionMail) error {
	return s.send(ctx, "mention", email.Mention(m))
}

func (s *Service) send(ctx context.Context, kind string, l email.Letter) error {
	var html strings.Builder
	if err := l.HTML().Render(ctx, &html); err != nil {
		return fmt.Errorf("write %s mail: %w", kind, err)
	}
	if s.smtp != nil {
		if err := s.smtp.send(ctx, l, html.String()); err != nil {
			return fmt.Errorf("send %s mail: %w", kind, err)
		}
		slog.InfoContext(ctx, "mail sent", "kind", kind)
		return nil
	}
	id, err := s.keep(ctx, l, html.String())
	if err != nil {
		return fmt.Errorf("keep %s mail: %w", kind, err)
	}
	slog.InfoContext(ctx, "mail kept in the mailbox, no SMTP_URL is set", "kind", kind, "message", id)
	return nil
}
