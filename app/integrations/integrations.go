// Package integrations stores the outside systems that an account connects: the address, a sealed key, the settings of the kind, and what the last
// trial said. Modules register the kinds that they can reach; this package knows none of them.
//
// A key is sealed for its row and never shown again. It is never sent to a server that it was not entered for. It stands between billing and
// sites; what asks an outside system, such as the AI engine, asks this package for the connection.
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

// Kind is what a module knows of a kind of outside system.
type Kind struct {
	Name    string // stored; the database takes any
	Title   string // for people, in the middle of a sentence: "AI server"
	Server  string // the host that is asked when no address is entered
	Address string // a sentence about how an address looks, for the refusal of one that is wrong
	Fields  []Field
	// Try asks the system something harmless, and says in a sentence for people what happened.
	Try func(ctx context.Context, i Integration) (ok bool, said string, err error)
	// Changed runs in the transaction that changes or removes an integration, or in which a trial succeeded. After runs when it is committed.
	Changed func(tx *gorm.DB, id string) error
	After   func(ctx context.Context, id string)
}

// Field is a setting of a kind beside address and key.
type Field struct {
	Name    string // of the setting
	Label   string // for people, after "The name of the"
	Missing string // the sentence that asks for it; empty: it may be left out
}

// Needs are what the service works with.
type Needs struct {
	DB           *database.DB
	Queue        *tasks.Queue
	Vault        *vault.Vault // seals the keys
	AllowPrivate bool         // people may name servers at private addresses
}

// Service stores the integrations.
type Service struct {
	db      *database.DB
	needs   Needs
	kinds   map[string]Kind
	ordered []string // names of kinds, in the order in which they were registered
}

// New returns the service, and lets the queue seal keys anew at its start and every hour.
func New(n Needs) *Service {
	s := &Service{db: n.DB, needs: n, kinds: map[string]Kind{}}
	n.Queue.Every(time.Hour, "integrations.rotate", s.Rotate)
	return s
}

// Register adds a kind. It panics when the name is taken: that is a mistake in the program.
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
	BaseURL  string // empty: the server of whoever the kind is named after
	Key      config.Secret
	Settings map[string]string // by the name of the kind's field
}
