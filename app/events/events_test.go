package events_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/events"
	"igny8/app/tenancy"
)

type account struct {
	ID, Name             string
	CreatedAt, UpdatedAt time.Time
}

// stage is two accounts, each with a person who acts.
type stage struct {
	*testing.T
	db   *database.DB
	a, b context.Context
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{T: t, db: dbtest.New(t)}
	for _, ctx := range []*context.Context{&s.a, &s.b} {
		id := database.NewID()
		s.must(s.db.Tx(t.Context(), func(tx *gorm.DB) error { return tx.Create(&account{ID: id, Name: id}).Error }))
		*ctx = tenancy.With(t.Context(), tenancy.Scope{Account: id, User: database.NewID()})
	}
	return s
}

func (s *stage) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func (s *stage) record(ctx context.Context, e events.Event) {
	s.Helper()
	s.must(s.db.Tx(ctx, func(tx *gorm.DB) error { return events.Record(tx, e) }))
}

func (s *stage) waiting(want int64) {
	s.Helper()
	if n, err := events.Waiting(s.db.Read(s.Context())); err != nil || n != want {
		s.Errorf("%d events wait, %v; want %d", n, err, want)
	}
}

// outbox is the table of what waits, without the guard.
func (s *stage) outbox(tx *gorm.DB) *gorm.DB { return tx.Table("event_deliveries") }

// later makes every event due that waits.
func (s *stage) later() {
	s.Helper()
	s.must(s.db.Tx(tenancy.System(s.Context(), "test"), func(tx *gorm.DB) error {
		return s.outbox(tx).Where("id <> ''").UpdateColumns(map[string]any{"due_at": database.Now().Add(-time.Second)}).Error
	}))
}

// ids is a subscriber that notes the objects of what it is told.
type ids struct {
	mu   sync.Mutex
	told []string
}

func (i *ids) tell(_ context.Context, e events.Event) error {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.told = append(i.told, e.ObjectID)
	return nil
}

func TestEventBelongsToItsTransaction(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	lost := errors.New("lost")
	err := s.db.Tx(s.a, func(tx *gorm.DB) error {
		s.must(events.Record(tx, events.Event{Kind: events.SiteDeleted, Subject: "Tea"}))
		return lost
	})
	if !errors.Is(err, lost) {
		t.Fatal(err)
	}
	s.waiting(0)
	err = s.db.Tx(t.Context(), func(tx *gorm.DB) error { return events.Record(tx, events.Event{Kind: events.SiteDeleted}) })
	if !errors.Is(err, tenancy.ErrNoAccount) {
		t.Errorf("recorded in no account: %v", err)
	}
	s.record(s.a, events.Event{Kind: events.SiteCreated, SiteID: "site", ObjectID: "site", Subject: "Tea", Detail: "tea.example"})
	s.waiting(1)
	log, err := events.New(s.db).Log(s.a, 10, "")
	s.must(err)
	if len(log.Items) != 1 || log.Items[0].Action() != "site created" || log.Items[0].UserID != tenancy.User(s.a) || log.Items[0].SiteID != "site" {
		t.Errorf("log %+v", log.Items)
	}
	if log, err := events.New(s.db).Log(s.b, 10, ""); err != nil || len(log.Items) != 0 {
		t.Errorf("the other account sees %+v, %v", log.Items, err)
	}
}

func TestAuditLogLeavesOutEverydayWork(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	limited := tenancy.With(t.Context(), tenancy.Scope{Account: tenancy.Account(s.a), User: "editor", Sites: []string{"site"}})
	s.record(s.a, events.Event{Kind: events.ContentApproved, SiteID: "site", ObjectID: "content", Subject: "A text"})
	s.record(limited, events.Event{Kind: events.EmailChanged, ObjectID: "editor", Subject: "ed@example.com"})
	s.record(s.a, events.Event{Kind: events.CheckWaived, SiteID: "other site", Subject: "Shop"})
	for who, ctx := range map[string]context.Context{"the owner": s.a, "an editor of one site": limited} {
		log, err := events.New(s.db).Log(ctx, 10, "")
		s.must(err)
		var actions []string
		for _, e := range log.Items {
			actions = append(actions, e.Action())
		}
		if want := []string{"check waived", "e-mail changed"}; !slices.Equal(actions, want) {
			t.Errorf("%s reads %v, want %v", who, actions, want)
		}
	}
}

func TestSubscribersAreToldOnceEach(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	service, sure, shaky := events.New(s.db), 0, 0
	service.Subscribe("sure", events.ContentApproved, func(ctx context.Context, e events.Event) error {
		scope, _ := tenancy.From(ctx)
		if scope.Account != tenancy.Account(s.a) || scope.User != tenancy.User(s.a) || scope.Sites != nil || e.Data.Revision != 3 {
			t.Errorf("told %+v in %+v", e, scope)
		}
		sure++
		return nil
	})
	service.Subscribe("shaky", events.ContentApproved, func(context.Context, events.Event) error {
		switch shaky++; shaky {
		case 1:
			return errors.New("no connection")
		case 2:
			panic("no connection")
		}
		return nil
	})
	s.record(s.a, events.Event{Kind: events.ContentApproved, ObjectID: "content", Data: events.Data{Revision: 3}})
	s.record(s.a, events.Event{Kind: events.ContentReturned, ObjectID: "another"})
	s.must(service.Deliver(t.Context()))
	s.must(service.Deliver(t.Context())) // the wait is not over
	if sure != 1 || shaky != 1 {
		t.Errorf("told %d and %d times before the wait is over", sure, shaky)
	}
	s.waiting(1)
	for range 4 {
		s.later()
		s.must(service.Deliver(t.Context()))
	}
	if sure != 1 || shaky != 3 {
		t.Errorf("told %d and %d times, want 1 and 3", sure, shaky)
	}
	s.waiting(0)
}

func TestAnnouncementLeavesNothing(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	service, told := events.New(s.db), &ids{}
	service.Subscribe("mail", events.SignUpAsked, func(ctx context.Context, e events.Event) error {
		if _, ok := tenancy.From(ctx); ok {
			t.Error("the announcement is told in an account")
		}
		return told.tell(ctx, e)
	})
	s.must(s.db.Tx(t.Context(), func(tx *gorm.DB) error {
		return events.Announce(tx, events.Event{Kind: events.SignUpAsked, ObjectID: "pending"})
	}))
	s.must(service.Deliver(t.Context()))
	var kept int64
	s.must(s.db.Read(tenancy.System(t.Context(), "test")).Model(&events.Event{}).Count(&kept).Error)
	if kept != 0 || !slices.Equal(told.told, []string{"pending"}) {
		t.Errorf("told %v, kept %d events", told.told, kept)
	}
	s.waiting(0)
}

func TestEventIsGivenUpAfterTwelveAttempts(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	service, attempts, before := events.New(s.db), 0, time.Duration(0)
	service.Subscribe("never", events.ContentApproved, func(context.Context, events.Event) error {
		attempts++
		return errors.New("no connection")
	})
	s.record(s.a, events.Event{Kind: events.ContentApproved})
	for range 14 {
		s.later()
		s.must(service.Deliver(t.Context()))
		var due []time.Time
		s.must(s.outbox(s.db.Read(tenancy.System(t.Context(), "test"))).Pluck("due_at", &due).Error)
		if len(due) == 0 {
			continue
		}
		wait := time.Until(due[0]).Round(10 * time.Second)
		if wait < max(before, 10*time.Second) || wait > time.Hour {
			t.Errorf("after attempt %d it waits %s, before that %s", attempts, wait, before)
		}
		before = wait
	}
	if attempts != 12 || before != time.Hour {
		t.Errorf("%d attempts, the last wait %s; want 12 and an hour", attempts, before)
	}
	s.waiting(0)
}

func TestEventsOfAnObjectAreToldInOrder(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	service, told, fails := events.New(s.db), &ids{}, true
	tell := func(ctx context.Context, e events.Event) error {
		if fails && e.ObjectID == "first" {
			return errors.New("no connection")
		}
		e.ObjectID += " " + string(e.Kind)
		return told.tell(ctx, e)
	}
	for _, kind := range []events.Kind{events.ContentSubmitted, events.ContentApproved} {
		service.Subscribe("hook", kind, tell)
		s.record(s.a, events.Event{Kind: kind, ObjectID: "first"})
		s.record(s.a, events.Event{Kind: kind, ObjectID: "second"})
	}
	s.must(service.Deliver(t.Context()))
	if want := "second content_submitted, second content_approved"; strings.Join(told.told, ", ") != want {
		t.Errorf("told %v while the first content waits, want %s", told.told, want)
	}
	fails, told.told = false, nil
	s.later()
	s.must(service.Deliver(t.Context()))
	if want := "first content_submitted, first content_approved"; strings.Join(told.told, ", ") != want {
		t.Errorf("told %v, want %s", told.told, want)
	}
}

// TestDeliveryOutlivesItsProcess ends the goroutine that delivers, as a kill does: after the subscriber has been called, and
// before that is noted.
func TestDeliveryOutlivesItsProcess(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.record(s.a, events.Event{Kind: events.ContentApproved, ObjectID: "content"})
	died := events.New(s.db)
	died.Subscribe("mail", events.ContentApproved, func(context.Context, events.Event) error {
		runtime.Goexit()
		return nil
	})
	s.must(died.Deliver(t.Context()))
	heir, told := events.New(s.db), &ids{}
	heir.Subscribe("mail", events.ContentApproved, told.tell)
	s.must(heir.Deliver(t.Context()))
	if len(told.told) != 0 {
		t.Error("told while the lease of the dead process holds")
	}
	s.later()
	s.must(heir.Deliver(t.Context()))
	s.must(heir.Deliver(t.Context()))
	if len(told.told) != 1 {
		t.Errorf("told %d times, want once", len(told.told))
	}
	s.waiting(0)
}

func TestSeveralProcessesTellOnce(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	told, want := &ids{}, []string{}
	for i := range 60 {
		id := fmt.Sprintf("content %02d", i)
		want = append(want, id)
		s.record([]context.Context{s.a, s.b}[i%2], events.Event{Kind: events.ContentApproved, ObjectID: id})
	}
	var group sync.WaitGroup
	for range 4 {
		service := events.New(s.db)
		service.Subscribe("mail", events.ContentApproved, told.tell)
		group.Go(func() { s.must(service.Deliver(t.Context())) })
	}
	group.Wait()
	slices.Sort(told.told)
	if !slices.Equal(told.told, want) {
		t.Errorf("told %v", told.told)
	}
	s.waiting(0)
}
