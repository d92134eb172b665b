package imports

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

// waits puts an import of the account in the queue and hears when it is its turn; then it holds the turn until leave.
func waits(t *testing.T, q *importQueue, account string) (turn chan func()) {
	t.Helper()
	turn, queued := make(chan func(), 1), make(chan struct{})
	go func() {
		leave, err := q.enter(in(t, account), func(before int) {
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

func TestImportQueueServesTheAccountThatWaitedLongest(t *testing.T) {
	t.Parallel()
	q := newImportQueue()
	s := &Service{queue: q}
	leave, err := q.enter(in(t, "greedy"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.ImportQueue(in(t, "greedy")).Words(); got != "Your file is being read." {
		t.Errorf("whoever is served hears %q", got)
	}
	if got := s.ImportQueue(in(t, "honest")).Words(); got != "Another file is being read. What you send now is read after it." {
		t.Errorf("whoever has sent nothing hears %q", got)
	}
	second, third := waits(t, q, "greedy"), waits(t, q, "greedy")
	honest := waits(t, q, "honest")
	if got := s.ImportQueue(in(t, "honest")).Words(); got != "Another file is being read. Yours is next." {
		t.Errorf("whoever is next hears %q", got)
	}
	leave()
	(<-honest)()
	(<-second)()
	(<-third)()
	if line := s.ImportQueue(in(t, "honest")); line != (QueuePosition{}) || line.Words() != "" {
		t.Errorf("when all are done the line is %+v: %q", line, line.Words())
	}
}

func TestImportQueueLetsNobodyWaitForEver(t *testing.T) {
	t.Parallel()
	q := newImportQueue()
	leave, err := q.enter(in(t, "first"), nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(in(t, "second"))
	end()
	if _, err := q.enter(ctx, nil); fault.KindOf(err) != fault.Unavailable {
		t.Errorf("whoever waits when the time is up gets %v, want %s", err, fault.Unavailable)
	}
	var turns []chan func()
	for range mostWaiting {
		turns = append(turns, waits(t, q, "third"))
	}
	if _, err := q.enter(in(t, "third"), nil); fault.KindOf(err) != fault.Unavailable {
		t.Errorf("an account with %d imports in line gets %v, want %s", mostWaiting, err, fault.Unavailable)
	}
	if len(q.waiting) != mostWaiting {
		t.Errorf("%d imports are in line, want %d: whoever gave up has left it", len(q.waiting), mostWaiting)
	}
	leave()
	for _, turn := range turns {
		(<-turn)()
	}
}
