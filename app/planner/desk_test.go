package planner

import (
	"context"
	"testing"

	"igny8/app/fault"
	"igny8/app/tenancy"
)

// in is a context of the account.
func in(t *testing.T, account string) context.Context {
	t.Helper()
	return tenancy.With(t.Context(), tenancy.Scope{Account: account})
}

// waits puts an import of the account in line and hears when it is its turn; then it holds the turn until leave.
func waits(t *testing.T, d *desk, account string) (turn chan func()) {
	t.Helper()
	turn, queued := make(chan func(), 1), make(chan struct{})
	go func() {
		leave, err := d.enter(in(t, account), func(before int) {
			if queued != nil {
				close(queued)
				queued = nil
			}
		})
		if err != nil {
			t.Error(err)
		}
		turn <- leave
	}()
	<-queued
	return turn
}

func TestDeskServesTheAccountThatWaitedLongest(t *testing.T) {
	t.Parallel()
	d := newDesk()
	s := &Service{desk: d}
	leave, err := d.enter(in(t, "greedy"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Line(in(t, "greedy")).Words(); got != "Your file is being read." {
		t.Errorf("whoever is served hears %q", got)
	}
	if got := s.Line(in(t, "honest")).Words(); got != "Another file is being read. What you send now is read after it." {
		t.Errorf("whoever has sent nothing hears %q", got)
	}
	second, third := waits(t, d, "greedy"), waits(t, d, "greedy")
	honest := waits(t, d, "honest")
	if got := s.Line(in(t, "honest")).Words(); got != "Another file is being read. Yours is next." {
		t.Errorf("whoever is next hears %q", got)
	}
	leave()
	(<-honest)()
	(<-second)()
	(<-third)()
	if line := s.Line(in(t, "honest")); line != (Line{}) || line.Words() != "" {
		t.Errorf("when all are done the line is %+v: %q", line, line.Words())
	}
}

func TestDeskLetsNobodyWaitForEver(t *testing.T) {
	t.Parallel()
	d := newDesk()
	leave, err := d.enter(in(t, "first"), nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(in(t, "second"))
	end()
	if _, err := d.enter(ctx, nil); fault.KindOf(err) != fault.Unavailable {
		t.Errorf("whoever waits when the time is up gets %v, want %s", err, fault.Unavailable)
	}
	var turns []chan func()
	for range mostWaiting {
		turns = append(turns, waits(t, d, "third"))
	}
	if _, err := d.enter(in(t, "third"), nil); fault.KindOf(err) != fault.Unavailable {
		t.Errorf("an account with %d imports in line gets %v, want %s", mostWaiting, err, fault.Unavailable)
	}
	if len(d.line) != mostWaiting {
		t.Errorf("%d imports are in line, want %d: whoever gave up has left it", len(d.line), mostWaiting)
	}
	leave()
	for _, turn := range turns {
		(<-turn)()
	}
}
