package events

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

const (
	atOnce      = 16               // deliveries under way in a process
	patience    = 12 * time.Second // for all subscribers of one event; a stop of the process waits longer
	lease       = 20 * time.Second // until another process may try
	firstWait   = 10 * time.Second
	longestWait = time.Hour
	maxAttempts = 12 // about three and a half hours
)

// Subscriber is told of an event, in its account and as its user. An error means: tell me again later. The process may die
// between the work of the subscriber and the note that it was told, so it must bear being told twice. One that waits for
// strangers' servers queues a task of its own.
type Subscriber func(ctx context.Context, e Event) error

type subscription struct {
	name string
	kind Kind
	tell Subscriber
}

// delivery is an event on its way to its subscribers. It is deleted when all of them have been told.
type delivery struct {
	ID        string // the event's
	Kind      Kind
	Lane      string   // deliveries of a lane wait for each other; empty: of none
	Event     Event    `gorm:"serializer:json"`
	Told      []string `gorm:"serializer:json"` // the names of the subscribers that have been told
	Attempts  int64
	DueAt     time.Time
	CreatedAt time.Time
}

func (delivery) TableName() string { return "event_deliveries" }

// untold are the kinds that are frequent and have no subscriber. They are recorded, and the outbox is spared them.
var untold = []Kind{RunEnded}

// post puts the event into the outbox. Events of the same object are told in the order in which they happened.
func post(tx *gorm.DB, e Event) error {
	if slices.Contains(untold, e.Kind) {
		return nil
	}
	d := delivery{ID: e.ID, Kind: e.Kind, Event: e, Told: []string{}, DueAt: e.CreatedAt, CreatedAt: e.CreatedAt}
	if e.ObjectID != "" {
		d.Lane = e.AccountID + "/" + e.ObjectID
	}
	if err := tx.Create(&d).Error; err != nil {
		return fmt.Errorf("post that %s: %w", e.Action(), err)
	}
	return nil
}

// Waiting counts the events of the kinds, without a kind all events, that the subscribers have not been told yet.
func Waiting(tx *gorm.DB, kinds ...Kind) (n int64, err error) {
	query := tx.Model(&delivery{})
	if len(kinds) > 0 {
		query = query.Where("kind IN ?", kinds)
	}
	if err := query.Count(&n).Error; err != nil {
		return 0, fmt.Errorf("count waiting events: %w", err)
	}
	return n, nil
}

// Service reads the events and delivers them.
type Service struct {
	db            *database.DB
	subscriptions []subscription
}

// New returns the service over the database. Deliver is to be called again and again.
func New(db *database.DB) *Service { return &Service{db: db} }

// Subscribe has the subscriber told of events of the kind. Call it before the first Deliver. The name is stored: it stays the
// same from version to version, and each subscriber of a kind has its own.
func (s *Service) Subscribe(name string, kind Kind, tell Subscriber) {
	if slices.Contains(untold, kind) {
		panic("events: " + string(kind) + " is not told: take it off the list")
	}
	s.subscriptions = append(s.subscriptions, subscription{name: name, kind: kind, tell: tell})
}

// Deliver tells subscribers of the events that are due, several events at the same time. A subscriber that fails is told again
// after a wait that doubles each time, up to an hour; after twelve attempts the event is given up and logged.
func (s *Service) Deliver(ctx context.Context) error {
	for ctx.Err() == nil {
		due, err := s.due(ctx)
		if err != nil || len(due) == 0 {
			return err
		}
		failures := make([]error, len(due))
		var group sync.WaitGroup
		for i, d := range due {
			group.Go(func() { failures[i] = s.deliver(ctx, d) })
		}
		group.Wait()
		if err := errors.Join(failures...); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// due returns deliveries whose time has come and that are the first of their lane.
func (s *Service) due(ctx context.Context) (list []delivery, err error) {
	const first = `lane = '' OR NOT EXISTS (SELECT 1 FROM event_deliveries AS earlier WHERE earlier.lane = event_deliveries.lane
		AND earlier.id < event_deliveries.id)`
	err = s.db.Read(ctx).Where("due_at <= ?", database.Now()).Where(first).Order("due_at, id").Limit(atOnce).Find(&list).Error
	if err != nil {
		return nil, fmt.Errorf("read outbox: %w", err)
	}
	return list, nil
}

// deliver claims the event for the time of the lease and tells the subscribers that have not been told.
func (s *Service) deliver(ctx context.Context, d delivery) error {
	if !slices.ContainsFunc(s.subscriptions, func(sub subscription) bool { return sub.kind == d.Kind }) {
		return s.finish(ctx, d)
	}
	claimed, err := s.claim(ctx, &d)
	if err != nil || !claimed {
		return err
	}
	failure := s.tell(ctx, &d)
	ctx = context.WithoutCancel(ctx) // what was told is noted even when the process stops
	if failure == nil {
		return s.finish(ctx, d)
	}
	log := slog.With("event", d.ID, "kind", d.Kind, "account", d.Event.AccountID, "attempt", d.Attempts)
	if d.Attempts >= maxAttempts {
		log.ErrorContext(ctx, "event given up", "error", failure)
		return s.finish(ctx, d)
	}
	log.WarnContext(ctx, "event not told", "error", failure)
	return s.postpone(ctx, d)
}

func (s *Service) tell(ctx context.Context, d *delivery) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if d.Event.AccountID != "" {
		ctx = tenancy.With(ctx, tenancy.Scope{Account: d.Event.AccountID, User: d.Event.UserID})
	}
	var failures []error
	for _, sub := range s.subscriptions {
		if sub.kind != d.Kind || slices.Contains(d.Told, sub.name) {
			continue
		}
		if err := sub.guarded(ctx, d.Event); err != nil {
			failures = append(failures, fmt.Errorf("%s: %w", sub.name, err))
			continue
		}
		d.Told = append(d.Told, sub.name)
	}
	return errors.Join(failures...)
}

// guarded turns a panic of the subscriber into an error.
func (sub subscription) guarded(ctx context.Context, e Event) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	return sub.tell(ctx, e)
}

// claim takes the delivery for the time of the lease, unless another process has it. The number of the attempt says whose it is.
func (s *Service) claim(ctx context.Context, d *delivery) (claimed bool, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		done := held(tx, *d).UpdateColumns(map[string]any{"attempts": d.Attempts + 1, "due_at": database.Now().Add(lease)})
		claimed = done.RowsAffected == 1
		return done.Error
	})
	if err != nil {
		return false, fmt.Errorf("claim event %s: %w", d.ID, err)
	}
	d.Attempts++
	return claimed, nil
}

// postpone has the delivery tried again later.
func (s *Service) postpone(ctx context.Context, d delivery) error {
	d.DueAt = database.Now().Add(min(firstWait<<(d.Attempts-1), longestWait))
	err := s.db.Tx(ctx, func(tx *gorm.DB) error { return held(tx, d).Select("told", "due_at").UpdateColumns(d).Error })
	if err != nil {
		return fmt.Errorf("postpone event %s: %w", d.ID, err)
	}
	return nil
}

// finish takes the delivery out of the outbox.
func (s *Service) finish(ctx context.Context, d delivery) error {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error { return held(tx, d).Delete(&delivery{}).Error })
	if err != nil {
		return fmt.Errorf("finish event %s: %w", d.ID, err)
	}
	return nil
}

// held finds the delivery as long as nobody else has claimed it.
func held(tx *gorm.DB, d delivery) *gorm.DB {
	return tx.Model(&delivery{}).Where("id = ? AND attempts = ?", d.ID, d.Attempts)
}
