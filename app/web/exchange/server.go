// Package exchange is what all pages share: one request and its answer, the tables of routes with their permissions,
// sessions, form tokens and the shell around a screen. The packages beside it, one for each module, hold the handlers and
// do not import each other.
package exchange

import (
	"context"
	"crypto/hkdf"
	"crypto/sha256"
	"fmt"
	"strings"

	"github.com/alexedwards/scs/v2"

	"igny8/app/config"
	"igny8/app/modules"
	"igny8/views/console"
)

// Services are the modules that the pages call, and facts about the installation that they show.
type Services struct {
	modules.Modules
	// Mailbox returns the mails that an installation without SMTP stores, newest first.
	Mailbox func(context.Context) ([]console.Mail, error)
}

// Shared holds what all requests share.
type Shared struct {
	Services
	Config   config.Config
	Sessions *scs.SessionManager
	csrfKey  []byte
}

// NewShared prepares sessions and form tokens. The secret key signs the form tokens.
func NewShared(c config.Config, secret []byte, services Services) (*Shared, error) {
	key, err := hkdf.Key(sha256.New, secret, nil, "igny8 form tokens", 32)
	if err != nil {
		return nil, fmt.Errorf("form token key: %w", err)
	}
	return &Shared{Services: services, Config: c, csrfKey: key, Sessions: newSessions(services.Accounts.SessionStore())}, nil
}

// OverTLS reports whether people reach the pages over TLS.
func (s *Shared) OverTLS() bool { return Secure(s.Config) }

func Secure(c config.Config) bool { return strings.HasPrefix(c.BaseURL, "https://") }
