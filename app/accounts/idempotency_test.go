package accounts_test

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/fault"
)

func TestIdempotencyKeys(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	owner := c.Ctx(accountstest.Owner)
	for _, key := range []string{"", strings.Repeat("k", 256), "a\x00b"} {
		_, err := c.Accounts.Remembered(owner, key, "request")
		refused(t, "the key "+key, err, fault.Invalid)
	}
	free := func(what string, a *accounts.Answer, err error) {
		t.Helper()
		if a != nil || err != nil {
			t.Errorf("%s: %+v, %v; want the key reserved", what, a, err)
		}
	}
	a, err := c.Accounts.Remembered(owner, "k", "request")
	free("the first time", a, err)
	_, err = c.Accounts.Remembered(owner, "k", "request")
	refused(t, "while the first is worked on", err, fault.Conflict)
	late, cancel := context.WithCancel(owner)
	cancel()
	must(t, c.Accounts.Forget(late, "k", "request"))
	a, err = c.Accounts.Remembered(owner, "k", "request")
	free("after a failure", a, err)

	must(t, c.Accounts.Remember(late, "k", "request", accounts.Answer{Status: 201, ContentType: "application/json", Body: []byte(`{"id":"1"}`)}))
	must(t, c.Accounts.Forget(owner, "k", "request")) // Forget never deletes an answer
	a, err = c.Accounts.Remembered(owner, "k", "request")
	if err != nil || a == nil || a.Status != 201 || a.ContentType != "application/json" || string(a.Body) != `{"id":"1"}` {
		t.Errorf("repeated: %+v, %v", a, err)
	}
	_, err = c.Accounts.Remembered(owner, "k", "another request")
	refused(t, "another request", err, fault.Conflict)
	_, err = c.Accounts.Remembered(c.Ctx(accountstest.Viewer), "k", "request")
	refused(t, "another person", err, fault.Conflict)
	a, err = c.Accounts.Remembered(c.Foreign, "k", "request")
	free("the other account", a, err)

	c.set(t, &accounts.IdempotencyKey{}, "created_at", database.Now().Add(-25*time.Hour))
	a, err = c.Accounts.Remembered(owner, "k", "another request")
	free("the next day", a, err)
	c.set(t, &accounts.IdempotencyKey{}, "created_at", database.Now().Add(-11*time.Minute))
	a, err = c.Accounts.Remembered(owner, "k", "another request")
	free("after one that died", a, err)
	_, err = c.Accounts.Remembered(owner, "k", "another request")
	refused(t, "while the one that took over works", err, fault.Conflict)
}

func TestIdempotencyKeyGoesToOneOfMany(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	var all sync.WaitGroup
	var got atomic.Int32
	for range 8 {
		all.Go(func() {
			a, err := c.Accounts.Remembered(c.Ctx(accountstest.Owner), "k", "request")
			if a == nil && err == nil {
				got.Add(1)
			} else if fault.KindOf(err) != fault.Conflict {
				t.Errorf("one too late: %+v, %v", a, err)
			}
		})
	}
	all.Wait()
	if got.Load() != 1 {
		t.Errorf("%d got the key, want 1", got.Load())
	}
}

func TestOnceCallsFunctionOnce(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	owner := c.Ctx(accountstest.Owner)
	calls := 0
	refusal := fault.New(fault.Conflict, "The other runs first.")
	err := c.Accounts.Once(owner, "k", "request", func() error { calls++; return refusal })
	refused(t, "what is refused", err, fault.Conflict)
	for range 3 {
		must(t, c.Accounts.Once(owner, "k", "request", func() error { calls++; return nil }))
	}
	if calls != 2 {
		t.Errorf("%d calls, want the refused one and one more", calls)
	}
	refused(t, "another request", c.Accounts.Once(owner, "k", "another request", func() error { calls++; return nil }), fault.Conflict)
	must(t, c.Accounts.Once(c.Foreign, "k", "request", func() error { calls++; return nil }))
	if calls != 3 {
		t.Errorf("%d calls, want one of the other account, too", calls)
	}
}
