// Package ai holds the functions that may ask a model. Each is one literal of Function: its price, its questions, and how an
// answer is checked and saved. Package runs keeps the runs; this package does their work: it prepares the items, asks for
// each, stores every answer at once, lets the model repair a bad one once, and saves all answers together.
//
// An item without a usable answer fails alone: the others are saved and charged. What concerns every item, such as a key that is refused,
// ends the run, or makes it wait for its server; what was answered is kept for the next attempt.
//
// The functions themselves are in the modules that they serve; this package knows none of them. Remote models are Providers;
// the built-in engine is the function's Local.
package ai

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"time"

	"igny8/app/ai/provider"
	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/integrations"
	"igny8/app/runs"
	"igny8/app/sites"
	"igny8/app/tasks"
)

// Options are the settings of the installation. Zero values mean the defaults.
type Options struct {
	Provider   provider.Provider // the installation's remote model; nil: the built-in engine alone
	Images     provider.Provider // the installation's maker of pictures, an Imager; nil: the built-in engine draws
	PromptsDir string            // <function>.txt and <function>.<step>.txt replace default prompts
	PricesFile string            // JSON {"function": {"remote": n, "built_in": n}} replaces default prices

	Parallel    int           // calls that one run makes at the same time; 4
	CallTimeout time.Duration // for one call of a remote model, however lively its server is; 15 min
	Backoff     time.Duration // before the first repetition of a failed call, doubled each time; 1 s
	LongestWait time.Duration // the longest pause that a server may ask for while the run keeps its worker; 2 min
	Pause       time.Duration // how long a server that does not answer is left alone at first; 30 times Backoff
	// HelpPatience is how long a server that only helps a run may be silent in all, before the run goes on without it; 5 min.
	HelpPatience time.Duration

	// Integrations stores the accounts' own servers, and Connect makes providers for them. Without both, accounts have no
	// servers of their own.
	Integrations *integrations.Service
	Connect      func(Connection) provider.Provider

	// Site returns what prompts say about a site besides the data of their questions. It may be nil.
	Site func(ctx context.Context, siteID string) (sites.Profile, error)
}

func (o Options) withDefaults() Options {
	set := func(d *time.Duration, fallback time.Duration) {
		if *d <= 0 {
			*d = fallback
		}
	}
	set(&o.CallTimeout, 15*time.Minute)
	set(&o.Backoff, time.Second)
	set(&o.LongestWait, 2*time.Minute)
	set(&o.HelpPatience, 5*time.Minute)
	set(&o.Pause, 30*o.Backoff)
	if o.Parallel <= 0 {
		o.Parallel = 4
	}
	if o.Site == nil {
		o.Site = func(context.Context, string) (sites.Profile, error) { return sites.Profile{}, nil }
	}
	return o
}

// Engine runs AI functions. It embeds the engine of the runs.
type Engine struct {
	*runs.Engine
	db        *database.DB
	billing   *billing.Service
	options   Options
	functions map[string]*Definition
	order     []string // of registration
	prompts   map[string]string
	prices    map[string]override

	connections connections
}

// Needs are the services that the engine uses.
type Needs struct {
	DB      *database.DB
	Queue   *tasks.Queue
	Billing *billing.Service
	Runs    *runs.Engine
}

// NewEngine reads the files that replace prompts and prices. Register the functions before the queue starts.
func NewEngine(n Needs, o Options) (*Engine, error) {
	prompts, err := readPrompts(o.PromptsDir)
	if err != nil {
		return nil, fmt.Errorf("prompts: %w", err)
	}
	prices, err := readPrices(o.PricesFile)
	if err != nil {
		return nil, fmt.Errorf("prices: %w", err)
	}
	e := &Engine{
		Engine: n.Runs, db: n.DB, billing: n.Billing, options: o.withDefaults(), functions: map[string]*Definition{}, prompts: prompts,
		prices: prices,
	}
	if e.connects() {
		e.registerKinds()
	}
	return e, nil
}

// Register adds a function. It panics on an incomplete definition, which is a mistake in the program.
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
	e.Engine.Register(e.kind(&d))
}

// Verify refuses files that replace the prompt or price of an unknown function: otherwise they would silently have no
// effect.
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

// Functions returns the names of the functions, in the order in which they were registered.
func (e *Engine) Functions() []string { return slices.Clone(e.order) }

// Payload returns the type of the payload that the function takes. The function has to be registered.
func (e *Engine) Payload(function string) reflect.Type { return e.functions[function].payload }

// promptNames returns the names of all prompts, in the order in which their functions were registered.
func (e *Engine) promptNames() []string {
	var names []string
	for _, function := range e.order {
		for _, s := range e.functions[function].steps {
			names = append(names, s.name)
		}
	}
	return names
}
