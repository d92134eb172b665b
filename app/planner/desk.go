package planner

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"sync"

	"igny8/app/fault"
	"igny8/app/tenancy"
)

// desk is where files are read, one import at a time in this process: a reading takes up to a hundred megabytes and a core for some
// seconds. Others wait in line, and of those the account that was served longest ago is next, so that nobody can fill the line.
//
// A check waits inside of its request. It could be a run instead, but a run that waits would hold a place that other work needs, and a
// file of usual size is read before a page could say that it waits. The import page asks for the line meanwhile, see Line, so that
// whoever waits sees it.
type desk struct {
	mu      sync.Mutex
	busy    bool
	account string         // that is served, while busy
	line    []*waiting     // the next one first
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

func newDesk() *desk { return &desk{served: map[string]int{}} }

// enter waits for a turn, which ends with leave. Somebody who watches hears how many others come first, and 0 when it is the turn after
// all.
func (d *desk) enter(ctx context.Context, watch func(before int)) (leave func(), err error) {
	w := &waiting{account: tenancy.Account(ctx), told: make(chan int, 1)}
	if err := d.join(w); err != nil {
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
				return d.leave, nil
			}
		case <-ctx.Done():
			d.giveUp(w)
			return nil, fault.Wrap(ctx.Err(), fault.Unavailable,
				"Other files were being read until the time was up. Yours was not read; send it again in a few minutes.")
		}
	}
}

func (d *desk) join(w *waiting) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	count := 0
	for _, other := range d.line {
		if other.account == w.account {
			count++
		}
	}
	if count == mostWaiting {
		return fault.New(fault.Unavailable, "%d imports of this account wait to be read already. "+
			"Yours was not read; send it again when they are done.", count)
	}
	d.line = append(d.line, w)
	d.call()
	return nil
}

// leave ends the turn.
func (d *desk) leave() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.busy = false
	d.call()
}

// giveUp takes the import out of the line. If its turn has come meanwhile, the turn ends.
func (d *desk) giveUp(w *waiting) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if i := slices.Index(d.line, w); i >= 0 {
		d.line = slices.Delete(d.line, i, i+1)
	} else {
		d.busy = false
	}
	d.call()
}

// call gives the turn to the account that was served longest ago, and tells the others how many come first.
func (d *desk) call() {
	slices.SortStableFunc(d.line, func(a, b *waiting) int { return cmp.Compare(d.served[a.account], d.served[b.account]) })
	if !d.busy && len(d.line) > 0 {
		w := d.line[0]
		d.line = slices.Delete(d.line, 0, 1)
		d.turns++
		d.busy, d.account, d.served[w.account] = true, w.account, d.turns
		close(w.told)
	}
	if !d.busy {
		clear(d.served)
	}
	for i, w := range d.line {
		select {
		case <-w.told: // nobody has heard it yet, and now it is otherwise
		default:
		}
		w.told <- i + 1
	}
}

// Line says what is read now, as far as the account of the context waits for it.
type Line struct {
	Busy    bool // something is read
	Reading bool // and it is the account's
	Before  int  // how many others come before the account's next import; 0 if none waits
}

// Line is the line at the desk of this process.
func (s *Service) Line(ctx context.Context) Line {
	s.desk.mu.Lock()
	defer s.desk.mu.Unlock()
	account := tenancy.Account(ctx)
	at := slices.IndexFunc(s.desk.line, func(w *waiting) bool { return w.account == account })
	return Line{Busy: s.desk.busy, Reading: s.desk.busy && s.desk.account == account, Before: at + 1}
}

// Words say it to the person who waits; empty if there is nothing to wait for.
func (l Line) Words() string {
	switch {
	case l.Reading:
		return "Your file is being read."
	case l.Before == 1:
		return "Another file is being read. Yours is next."
	case l.Before > 1:
		return strconv.Itoa(l.Before) + " imports are read before yours."
	case l.Busy:
		return "Another file is being read. What you send now is read after it."
	}
	return ""
}
