// Package ai runs every AI function through one entry, RunAITask. A run is a row that moves INIT, PREP, AI_CALL, PARSE,
// SAVE, DONE (or FAILED, CANCELLED). It is paid by a hold when it is queued and charged in the transaction that saves its
// result, so it is charged once, whatever crashes.
//
// The row is the truth, not the queue. A worker claims it with a lease and writes only while the lease is its own; the
// sweeper hands out again what waits and what a dead worker left. The functions themselves stand in the modules they
// serve; this package knows none of them. Remote models are Providers; the built-in engine is each function's Local.
package ai

import (
	"context"
	"fmt"
	"slices"
	"sync/atomic"
	"time"

	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/integrations"
	"igny8/app/sites"
	"igny8/app/tasks"
)

// Options are the decisions of the installation. Zero values mean the defaults.
type Options struct {
	Provider   Provider // the installation's remote model; nil: the built-in engine alone
	Images     Provider // the installation's maker of pictures, an Imager; nil: the built-in engine draws
	PromptsDir string   // <function>.txt and <function>.<step>.txt replace default prompts
	PricesFile string   // JSON {"function": {"remote": n, "built_in": n}} replaces default prices

	Lease       time.Duration // how long a silent worker keeps a run; 20 s
	Heartbeat   time.Duration // how often a worker renews its lease, and learns that it lost it; 2 s
	SweepEvery  time.Duration // how often lost runs are looked for; 5 s
	Parallel    int           // calls that one run makes at the same time; 4
	RunTimeout  time.Duration // for all questions of a run, waits included; 2 h
	CallTimeout time.Duration // for one call of a remote model, however lively its server is; 15 min
	Backoff     time.Duration // before the first repetition of a failed call, doubled each time; 1 s
	LongestWait time.Duration // the longest pause that a server may ask for; 2 min
	Pause       time.Duration // how long a server that does not answer is left alone at first; 30 times Backoff
	PerAccount  int           // runs of one account at the same time in each pool: built in, the installation's servers, its own; 4

	// Integrations stores the accounts' own servers, and Connect makes their providers; without them accounts bring none.
	Integrations *integrations.Service
	Connect      func(Connection) Provider

	// Site is what prompts are told of a site besides the data of their questions. It may be nil.
	Site func(ctx context.Context, siteID string) (sites.Profile, error)
	// Observe is told what each phase took, and with the last phase what the whole run took since its first start.
	Observe func(function, phase string, seconds float64)
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
	set(&o.RunTimeout, 2*time.Hour)
	set(&o.CallTimeout, 15*time.Minute)
	set(&o.Backoff, time.Second)
	set(&o.LongestWait, 2*time.Minute)
	set(&o.Pause, 30*o.Backoff)
	if o.Parallel <= 0 {
		o.Parallel = 4
	}
	if o.Site == nil {
		o.Site = func(context.Context, string) (sites.Profile, error) { return sites.Profile{}, nil }
	}
	if o.PerAccount <= 0 {
		o.PerAccount = 4
	}
	if o.Observe == nil {
		o.Observe = func(string, string, float64) {}
	}
	return o
}

// maxAttempts is how often a run is begun before it is given up.
const maxAttempts = 5

// Engine runs AI functions.
type Engine struct {
	db        *database.DB
	queue     *tasks.Queue
	billing   *billing.Service
	options   Options
	pools     []*pool
	functions map[string]*Definition
	order     []string // of registration
	prompts   map[string]string
	prices    map[string]override
	working   atomic.Int64 // runs that this process has claimed

	connections connections
}

// NewEngine reads the files that replace prompts and prices, and gives the queue its worker and its sweeper. Register the
// functions before the queue is started.
func NewEngine(db *database.DB, queue *tasks.Queue, ledger *billing.Service, o Options) (*Engine, error) {
	prompts, err := readPrompts(o.PromptsDir)
	if err != nil {
		return nil, fmt.Errorf("prompts: %w", err)
	}
	prices, err := readPrices(o.PricesFile)
	if err != nil {
		return nil, fmt.Errorf("prices: %w", err)
	}
	e := &Engine{
		db: db, queue: queue, billing: ledger, options: o.withDefaults(), pools: newPools(), functions: map[string]*Definition{},
		prompts: prompts, prices: prices,
	}
	for _, p := range e.pools {
		e.work(p)
	}
	queue.Every(e.options.SweepEvery, "ai.sweep", e.Sweep)
	if e.connects() {
		e.registerKinds()
	}
	return e, nil
}

// Register adds a function. It panics on a definition that cannot work: that is a mistake in the program.
func (e *Engine) Register(d Definition) {
	if err := d.compile(); err != nil {
		panic(fmt.Sprintf("ai: function %q: %v", d.name, err))
	}
	if e.functions[d.name] != nil {
		panic(fmt.Sprintf("ai: function %q is registered twice", d.name))
	}
	for _, s := range d.steps {
		s.file = e.prompts[s.name]
	}
	e.functions[d.name] = &d
	e.order = append(e.order, d.name)
}

// Verify refuses files that replace the prompt or price of a function nobody registered: they would do nothing, silently.
func (e *Engine) Verify() error {
	for name := range e.prompts {
		if !slices.Contains(e.promptNames(), name) {
			return fmt.Errorf("prompts: %s.txt replaces no prompt; the prompts are %v", name, e.promptNames())
		}
	}
	for name := range e.prices {
		if e.functions[name] == nil {
			return fmt.Errorf("prices: there is no function %q; the functions are %v", name, e.order)
		}
	}
	return nil
}

// Functions are the names of the functions, in the order in which they were registered.
func (e *Engine) Functions() []string { return slices.Clone(e.order) }

// promptNames are the names of all prompts, in the order in which their functions were registered.
func (e *Engine) promptNames() []string {
	var names []string
	for _, function := range e.order {
		for _, s := range e.functions[function].steps {
			names = append(names, s.name)
		}
	}
	return names
}

// delivery is what travels through the queue.
type delivery struct {
	Run string `json:"run"`
}

// work gives the queue the workers of the pool.
func (e *Engine) work(p *pool) {
	handler := func(ctx context.Context, payload []byte) error { return e.deliver(ctx, p, payload) }
	if p.runs == 0 {
		e.queue.Handle(p.kind, handler)
		return
	}
	e.queue.HandleApart(p.kind, p.runs, handler)
}

// enqueue hands the run to the workers. If Redis does not answer, the sweeper will do it later.
func (e *Engine) enqueue(ctx context.Context, run Run, occasion string) {
	id := run.ID
	if occasion != "" {
		id += ":" + occasion
	}
	if err := e.queue.Enqueue(ctx, e.pool(run).kind, id, delivery{Run: run.ID}); err != nil {
		run.log().Warn("run not enqueued; the sweeper will do it", "error", err)
	}
}
