// Package integrations stores the outside systems that an account connects: the address, a sealed key, the settings of the
// kind, and the result of the last trial. Modules register the kinds that they can use; this package knows none of them.
//
// A key is sealed for its row and never shown again, and never sent to a server that it was not entered for. Modules that
// use an outside system, such as the AI engine, get the connection here.
package integrations

import (
	"context"
	"time"

	"gorm.io/gorm"

	"igny8/app/config"
	"igny8/app/database"
	"igny8/app/tasks"
	"igny8/app/vault"
)

// Kind describes a kind of outside system.
type Kind struct {
	Name    string // stored; the database accepts any
	Title   string // for people, in the middle of a sentence: "AI server"
	Server  string // the default host
	Address string // a sentence about the form of an address, for refusals
	Fields  []Field
	// Try sends the system a harmless request and describes the result in a sentence for people.
	Try func(ctx context.Context, i Integration) (ok bool, said string, err error)
	// Changed runs in the transaction that changes or removes an integration, or that stores a successful trial. After runs
	// when it is committed.
	Changed func(tx *gorm.DB, id string) error
	After   func(ctx context.Context, id string)
}

// Field is a setting of a kind besides address and key.
type Field struct {
	Name    string // of the setting
	Label   string // for people, after "The name of the"
	Missing string // the sentence that asks for it; empty: it is optional
}

// Needs are the services that this one uses.
type Needs struct {
	DB           *database.DB
	Queue        *tasks.Queue
	Vault        *vault.Vault // seals the keys
	AllowPrivate bool         // servers may have private addresses
}

// Service stores the integrations.
type Service struct {
	db      *database.DB
	needs   Needs
	kinds   map[string]Kind
	ordered []string // names of kinds, in the order in which they were registered
}

// New returns the service. The queue rotates keys at its start and every hour.
func New(n Needs) *Service {
	s := &Service{db: n.DB, needs: n, kinds: map[string]Kind{}}
	n.Queue.Every(time.Hour, "integrations.rotate", s.Rotate)
	return s
}

// Register adds a kind. It panics if the name is taken, which is a mistake in the program.
func (s *Service) Register(k Kind) {
	if _, taken := s.kinds[k.Name]; taken {
		panic("integrations: the kind " + k.Name + " is registered twice")
	}
	s.kinds[k.Name] = k
	s.ordered = append(s.ordered, k.Name)
}

// Connection is what an account enters to connect a system.
type Connection struct {
	Kind     string
	BaseURL  string // empty: the default server of the kind
	Key      config.Secret
	Settings map[string]string // by the name of the kind's field
}
