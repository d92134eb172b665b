// Package runs executes long work of any kind. A run is a row that moves through INIT, PREP, AI_CALL, PARSE, SAVE and DONE
// (or FAILED, CANCELLED). Its price is held when it is queued. What it saves is charged in the transaction that saves it, so it is
// charged once, whatever crashes, and nothing is charged that was not saved. A run is DONE if it saved anything of what it was asked;
// it lists the rest with the reasons, and a retry asks for that alone.
//
// The row is the truth, not the queue. A worker claims it with a lease and writes only while it has the lease. The sweeper
// delivers again what waits and what a dead worker left. The kinds of work are in the modules that they serve, and those
// that ask a model are functions of package ai; this package knows none of them.
package runs

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"sync/atomic"
	"time"

	"igny8/app/accounts"
	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tasks"
)

// Options are the settings of the installation. Zero values mean the defaults.
type Options struct {
	Lease      time.Duration // how long a run stays with a worker that does not renew; 20 s
	Heartbeat  time.Duration // how often a worker renews its lease, and notices that it is lost; 2 s
	SweepEvery time.Duration // how often lost runs are looked for; 5 s
	Timeout    time.Duration // for all the work of a run, waiting included; 2 h
	Unseen     time.Duration // how long a run of the built-in engine works before its phases are written; 100 ms
	Workers    int           // runs of a pool that read, compute and save at the same time in one process; 8
	PerAccount int           // runs of one account at the same time in each pool: built in, the installation's servers, its own; 4

	// Observe is called with the duration of each phase, and after the last phase with that of the whole run since its first
	// start.
	Observe func(kind, phase string, seconds float64)
}

func (o Options) withDefaults() Options {
	set := func(d *time.Duration, fallback time.Duration) {
		if *d <= 0 {
			*d = fallback
		}
	}
	set(&o.Lease, 20*time.Second)
	set(&o.Heartbeat, 2*time.Second)
	set(&o.SweepEvery, 5*time.Second)
	set(&o.Timeout, 2*time.Hour)
	set(&o.Unseen, 100*time.Millisecond)
	if o.PerAccount <= 0 {
		o.PerAccount = 4
	}
	if o.Observe == nil {
		o.Observe = func(string, string, float64) {}
	}
	return o
}

// maxAttempts is how often a run is begun before it fails.
const maxAttempts = 5

// Engine stores runs and does their work.
type Engine struct {
	db      *database.DB
	queue   *tasks.Queue
	billing *billing.Service
	options Options
	pools   []*pool
	kinds   map[string]*Definition
	working atomic.Int64 // runs that this process has claimed
}

// Needs are the services that the engine uses.
type Needs struct {
	DB      *database.DB
	Queue   *tasks.Queue
	Billing *billing.Service
}

// New adds the workers and the sweeper to the queue. Register the kinds before the queue starts.
func New(n Needs, o Options) *Engine {
	e := &Engine{
		db: n.DB, queue: n.Queue, billing: n.Billing, options: o.withDefaults(), pools: newPools(cmp.Or(o.Workers, 8)),
		kinds: map[string]*Definition{},
	}
	for _, p := range e.pools {
		e.addWorkers(p)
	}
	n.Queue.Every(e.options.SweepEvery, "runs.sweep", e.Sweep)
	return e
}

// Register adds a kind. It panics on an incomplete definition, which is a mistake in the program.
func (e *Engine) Register(d Definition) {
	if d.Name == "" || d.Title == "" || d.Plan == nil || d.Work == nil {
		panic(fmt.Sprintf("runs: kind %q: name, title, Plan and Work are required", d.Name))
	}
	if e.kinds[d.Name] != nil {
		panic(fmt.Sprintf("runs: kind %q is registered twice", d.Name))
	}
	if d.Permission == "" {
		d.Permission = accounts.Work
	}
	e.kinds[d.Name] = &d
}

// Kinds lists the names of the registered kinds.
func (e *Engine) Kinds() []string { return slices.Sorted(maps.Keys(e.kinds)) }

// Title returns the title of the kind, or its name if this version of the program does not know it.
func (e *Engine) Title(kind string) string {
	if d := e.kinds[kind]; d != nil {
		return d.Title
	}
	return kind
}

// May reports whether the person may start, cancel and retry runs of the kind on the site. The program itself may.
func (e *Engine) May(ctx context.Context, kind, siteID string) bool {
	member, ok := accounts.MemberFrom(ctx)
	d := e.kinds[kind]
	return !ok || d == nil || member.May(d.Permission, siteID)
}

func (e *Engine) allowed(ctx context.Context, kind, siteID string) error {
	if e.May(ctx, kind, siteID) {
		return nil
	}
	return fault.New(fault.Forbidden, "%s: your role does not allow that. Nothing was changed.", e.kinds[kind].Title)
}

// delivery is the payload of a task in the queue.
type delivery struct {
	Run string `json:"run"`
}

// addWorkers adds the workers of the pool to the queue.
func (e *Engine) addWorkers(p *pool) {
	handler := func(ctx context.Context, payload []byte) error { return e.deliver(ctx, p, payload) }
	if p.runs == 0 {
		e.queue.Handle(p.kind, handler)
		return
	}
	e.queue.HandleApart(p.kind, p.runs, handler)
}

// enqueue delivers the run to the workers. If Redis does not answer, the sweeper does it later.
func (e *Engine) enqueue(ctx context.Context, run Run, occasion string) {
	id := run.ID
	if occasion != "" {
		id += ":" + occasion
	}
	if err := e.queue.Enqueue(ctx, e.pool(run).kind, id, delivery{Run: run.ID}); err != nil {
		run.Log().Warn("run not enqueued; the sweeper will do it", "error", err)
	}
}
