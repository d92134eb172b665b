package imports

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"sync"

	"igny8/app/fault"
	"igny8/app/tenancy"
)

// importQueue is where files are read, one import at a time in this process: a reading takes up to a hundred megabytes and a core for some
// seconds. Others wait in a queue, and of those the account that was served longest ago is next, so that nobody can fill the queue.
//
// A check waits inside of its request. It could be a run instead, but a run that waits would hold a place that other work needs, and a
// file of usual size is read before a page could say that it waits. The import page asks for the queue meanwhile, see ImportQueue, so that
// whoever waits sees it.
type importQueue struct {
	mu      sync.Mutex
	busy    bool
	account string         // that is served, while busy
	waiting []*waiting     // the next one first
	turns   int            // that were given
	served  map[string]int // the latest turn of each account since nobody was served
}

// waiting is an import that is not read yet.
type waiting struct {
	account string
	told    chan int // how many others come first; closed when it is its turn
}

// mostWaiting is how many imports of one account wait at the same time.
const mostWaiting = 8

func newImportQueue() *importQueue { return &importQueue{served: map[string]int{}} }

// enter waits for a turn, which ends with leave. Somebody who watches hears how many others come first, and 0 when it is the turn after
// all.
func (q *importQueue) enter(ctx context.Context, watch func(before int)) (leave func(), err error) {
	w := &waiting{account: tenancy.Account(ctx), told: make(chan int, 1)}
	if err := q.join(w); err != nil {
		return nil, err
	}
	for {
		select {
		case before, later := <-w.told:
			if !later {
				before = 0
			}
			if watch != nil {
				watch(before)
			}
			if !later {
				return q.leave, nil
			}
		case <-ctx.Done():
			q.giveUp(w)
			return nil, fault.Wrap(ctx.Err(), fault.Unavailable,
				"Other files were being read until the time was up. Yours was not read; send it again in a few minutes.")
		}
	}
}

func (q *importQueue) join(w *waiting) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	count := 0
	for _, other := range q.waiting {
		if other.account == w.account {
			count++
		}
	}
	if count == mostWaiting {
		return fault.New(fault.Unavailable, "%d imports of this account wait to be read already. "+
			"Yours was not read; send it again when they are done.", count)
	}
	q.waiting = append(q.waiting, w)
	q.call()
	return nil
}

// leave ends the turn.
func (q *importQueue) leave() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.busy = false
	q.call()
}

// giveUp takes the import out of the queue. If its turn has come meanwhile, the turn ends.
func (q *importQueue) giveUp(w *waiting) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if i := slices.Index(q.waiting, w); i >= 0 {
		q.waiting = slices.Delete(q.waiting, i, i+1)
	} else {
		q.busy = false
	}
	q.call()
}

// call gives the turn to the account that was served longest ago, and tells the others how many come first.
func (q *importQueue) call() {
	slices.SortStableFunc(q.waiting, func(a, b *waiting) int { return cmp.Compare(q.served[a.account], q.served[b.account]) })
	if !q.busy && len(q.waiting) > 0 {
		w := q.waiting[0]
		q.waiting = slices.Delete(q.waiting, 0, 1)
		q.turns++
		q.busy, q.account, q.served[w.account] = true, w.account, q.turns
		close(w.told)
	}
	if !q.busy {
		clear(q.served)
	}
	for i, w := range q.waiting {
		select {
		case <-w.told: // nobody has heard it yet, and now it is otherwise
		default:
		}
		w.told <- i + 1
	}
}

// QueuePosition says what is read now, as far as the account of the context waits for it.
type QueuePosition struct {
	Busy    bool // something is read
	Reading bool // and it is the account's
	Before  int  // how many others come before the account's next import; 0 if none waits
}

// ImportQueue returns the position of the account in the queue of this process.
func (s *Service) ImportQueue(ctx context.Context) QueuePosition {
	s.queue.mu.Lock()
	defer s.queue.mu.Unlock()
	account := tenancy.Account(ctx)
	at := slices.IndexFunc(s.queue.waiting, func(w *waiting) bool { return w.account == account })
	return QueuePosition{Busy: s.queue.busy, Reading: s.queue.busy && s.queue.account == account, Before: at + 1}
}

// Words say it to the person who waits; empty if there is nothing to wait for.
func (p QueuePosition) Words() string {
	switch {
	case p.Reading:
		return "Your file is being read."
	case p.Before == 1:
		return "Another file is being read. Yours is next."
	case p.Before > 1:
		return strconv.Itoa(p.Before) + " imports are read before yours."
	case p.Busy:
		return "Another file is being read. What you send now is read after it."
	}
	return ""
}
