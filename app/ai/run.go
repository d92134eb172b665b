package ai

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/runs"
	"igny8/app/sites"
)

// attempt is one claim of a run of a function.
type attempt struct {
	*runs.Attempt
	*Engine
	definition *Definition
	texts      map[string]string // of the prompts, by name
	site       sites.Profile
	provider   connected    // none: the built-in engine
	silence    atomic.Int64 // how long calls have waited for a server that did not answer, in nanoseconds
}

// kind returns the definition of the function for the engine of runs.
func (e *Engine) kind(d *Definition) runs.Definition {
	return runs.Definition{
		Name: d.name, Title: d.title, PerSite: d.perSite,
		Plan: func(ctx context.Context, r runs.Request, prior *runs.Run) (runs.Terms, error) {
			return e.terms(ctx, d, r, prior)
		},
		Narrow: d.narrow,
		Work: func(ctx context.Context, a *runs.Attempt) (runs.Outcome, error) {
			return (&attempt{Attempt: a, Engine: e, definition: d}).work(ctx)
		},
	}
}

// RunAITask queues a run of the function: it validates, quotes, and writes the run and the hold of its credits in one
// transaction. It refuses kinds of runs that are no AI function.
func (e *Engine) RunAITask(ctx context.Context, function string, r runs.Request) (runs.Run, error) {
	if _, err := e.function(function); err != nil {
		return runs.Run{}, err
	}
	return e.Start(ctx, function, r)
}

// Quote returns what RunAITask would hold. It refuses what RunAITask would refuse, except for a lack of credits.
func (e *Engine) Quote(ctx context.Context, function string, r runs.Request) (runs.Quote, error) {
	if _, err := e.function(function); err != nil {
		return runs.Quote{}, err
	}
	return e.Engine.Quote(ctx, function, r)
}

func (e *Engine) function(name string) (*Definition, error) {
	if d := e.functions[name]; d != nil {
		return d, nil
	}
	return nil, fault.Fields{{Name: "function", Message: fmt.Sprintf("There is no AI function %q.", name)}}.Err()
}

// terms returns the checked request with who answers and the price. A rerun that is retried stays a rerun.
func (e *Engine) terms(ctx context.Context, d *Definition, r runs.Request, prior *runs.Run) (runs.Terms, error) {
	t, err := e.quoteUnit(ctx, d)
	if err != nil {
		return t, err
	}
	if prior == nil {
		if err := d.admit(ctx, r); err != nil {
			return t, err
		}
	}
	if t.Parameters.Units, err = d.units(ctx, r); err != nil {
		return t, err
	}
	if prior != nil && t.Parameters.Units == 0 { // a retry leaves out what has changed, unless that is all of it
		if err := d.admit(ctx, r); err != nil {
			return t, err
		}
	}
	if t.Subjects, err = d.subjects(r); err != nil {
		return t, err
	}
	if prior != nil && prior.Rerun != runs.Asked {
		t = free(t, prior.Rerun, *prior)
	}
	return t, nil
}

// quoteUnit returns who answers a function's questions, and the price of a unit.
func (e *Engine) quoteUnit(ctx context.Context, d *Definition) (t runs.Terms, err error) {
	remote, err := e.providerFor(ctx, d)
	if err != nil {
		return t, err
	}
	if remote.Provider != nil {
		t.Provider, t.Model, t.IntegrationID = remote.Name(), remote.Model(), remote.integration
		t.Parameters = runs.Parameters{UnitPrice: e.price(d).Remote, MaxTokens: d.maxTokens(), Server: remote.server}
		return t, nil
	}
	if !d.hasLocal {
		return t, fault.New(fault.Unavailable, "%s needs an AI model, and neither this account nor this installation has one. Nothing was started; an admin can add one under Integrations.", d.title)
	}
	t.Provider, t.Parameters.UnitPrice = runs.BuiltIn, e.price(d).Local
	return t, nil
}

// Asks reports whether a run of the function asks a remote model.
func (e *Engine) Asks(ctx context.Context, function string) (bool, error) {
	d := e.functions[function]
	if d == nil {
		return false, nil
	}
	remote, err := e.providerFor(ctx, d)
	return remote.Provider != nil, err
}

// providerFor returns the provider that a run of the function asks, or none for the built-in engine.
func (e *Engine) providerFor(ctx context.Context, d *Definition) (connected, error) {
	if d.localOnly {
		return connected{}, nil
	}
	if d.pictures {
		return e.imager(ctx)
	}
	return e.remote(ctx)
}

// work does the phases up to SAVE.
func (a *attempt) work(ctx context.Context) (runs.Outcome, error) {
	if err := a.checkProvider(ctx); err != nil {
		return runs.Outcome{}, err
	}
	items, err := a.prepare(ctx)
	if err != nil {
		return runs.Outcome{}, err
	}
	items, left := splitItems(items)
	results, err := a.call(ctx, items)
	if err != nil {
		return runs.Outcome{}, err
	}
	if err := a.parse(ctx, results); err != nil {
		return runs.Outcome{}, err
	}
	good, failed := splitResults(results)
	failed = append(left, failed...)
	if len(good) == 0 && len(failed) > 0 {
		return runs.Outcome{}, runs.NothingSaved(failed)
	}
	return runs.Outcome{Save: func(ctx context.Context, tx *gorm.DB) (runs.Saved, error) {
		saved, err := a.definition.save(ctx, tx, a.Run, good)
		if err != nil {
			return saved, err
		}
		saved.Failed = append(saved.Failed, failed...)
		return saved, a.recordAnswers(tx, good)
	}}, nil
}

// checkProvider makes sure that the run can be done in the way that was paid for.
func (a *attempt) checkProvider(ctx context.Context) (err error) {
	if !a.asksModel() || a.Run.Rerun != runs.Asked {
		return nil
	}
	if a.provider, err = a.providerOf(ctx, a.Run); err != nil {
		return err
	}
	return a.begin(ctx)
}

func (a *attempt) asksModel() bool { return a.Run.Provider != runs.BuiltIn }

func (a *attempt) prepare(ctx context.Context) ([]item, error) {
	if err := a.Enter(ctx, runs.PhasePrep, runs.PercentPrep, "Reading what is needed.", nil); err != nil {
		return nil, err
	}
	ctx = database.Remembering(ctx)
	units, err := a.definition.units(ctx, a.Run.Request())
	if err != nil {
		return nil, err
	}
	items, err := a.definition.prepare(ctx, a.Run.Request())
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		units = 0
	}
	a.Run.Parameters.Units = units
	if a.site, err = a.options.Site(ctx, a.Run.SiteID); err != nil {
		return nil, err
	}
	h := sha256.New()
	encoder := json.NewEncoder(h)
	if err := encoder.Encode(a.site); err != nil {
		return nil, fmt.Errorf("encode site: %w", err)
	}
	for _, i := range items {
		if err := encoder.Encode([]any{i.key, i.in}); err != nil {
			return nil, fmt.Errorf("encode item %s: %w", i.key, err)
		}
	}
	a.Run.InputsHash = hex.EncodeToString(h.Sum(nil))
	if a.asksModel() && a.Run.Rerun != runs.Replay {
		if err := a.pin(ctx); err != nil {
			return nil, err
		}
		a.Run.PromptVersion = a.version()
		if a.Run.Rerun == runs.Asked {
			a.Run.Model = a.provider.Model()
		}
	}
	return items, nil
}

// call gets an answer for every item: from the remote model several at a time, from the built-in engine one after the other.
func (a *attempt) call(ctx context.Context, items []item) ([]result, error) {
	if err := a.Enter(ctx, runs.PhaseCall, runs.PercentCall, "Working.", map[string]any{
		"inputs_hash": a.Run.InputsHash, "model": a.Run.Model, "prompt_version": a.Run.PromptVersion,
	}); err != nil {
		return nil, err
	}
	if a.Run.Rerun != runs.Asked {
		return a.recorded(ctx, items)
	}
	results := make([]result, len(items))
	if a.asksModel() {
		return results, a.callRemote(ctx, items, results)
	}
	for i, it := range items {
		out, err := a.definition.local(ctx, it, func(fraction float64, sentence string) {
			a.Progress(ctx, (float64(i)+min(max(fraction, 0), 1))/float64(len(items)), sentence)
		})
		if results[i], err = a.resultOf(it, out, true, err); err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(items) > 1 {
			a.Progress(ctx, float64(i+1)/float64(len(items)), fmt.Sprintf("%d of %d: %s", i+1, len(items), it.label))
		}
	}
	return results, nil
}

func (a *attempt) callRemote(ctx context.Context, items []item, results []result) error {
	kept, err := a.outputs(ctx)
	if err != nil {
		return err
	}
	told := &share{attempt: a, of: make([]float64, len(items))}
	group, within := errgroup.WithContext(ctx)
	group.SetLimit(a.options.Parallel)
	a.WithoutPlace(func() {
		for i, it := range items {
			group.Go(func() error {
				if err := a.AcquirePlace(within); err != nil {
					return err
				}
				defer a.ReleasePlace()
				tell := func(fraction float64, sentence string) { told.tell(within, i, fraction, sentence) }
				out, err := a.answerTo(within, it, kept, tell)
				if results[i], err = a.resultOf(it, out, false, err); err != nil {
					return err
				}
				told.done(ctx, i, it.label)
				return nil
			})
		}
		err = group.Wait()
	})
	return err
}

// parse checks all answers together. Those of a remote model were checked when they came, and are checked again, because the words that the
// site never uses are replaced.
func (a *attempt) parse(ctx context.Context, results []result) error {
	if err := a.Enter(ctx, runs.PhaseParse, runs.PercentParse, "Checking the answers.", nil); err != nil {
		return err
	}
	for i, r := range results {
		if r.failed != "" {
			continue
		}
		out, err := a.definition.parse(r.item, a.definition.mend(r.out, a.site, r.builtIn))
		if err != nil {
			if e := a.setAside(ctx, r.item); e != nil {
				return e
			}
			err = refused(r.item, err)
		}
		if results[i], err = a.resultOf(r.item, out, r.builtIn, err); err != nil {
			return err
		}
	}
	return nil
}

// share adds up the progress of several items that are worked on at the same time.
type share struct {
	*attempt
	adding   sync.Mutex
	of       []float64 // from 0 to 1
	finished int
}

func (s *share) tell(ctx context.Context, i int, fraction float64, sentence string) {
	s.adding.Lock()
	defer s.adding.Unlock()
	s.of[i] = max(s.of[i], min(fraction, 1))
	sum := 0.0
	for _, f := range s.of {
		sum += f
	}
	s.Progress(ctx, sum/float64(len(s.of)), sentence)
}

func (s *share) done(ctx context.Context, i int, label string) {
	s.adding.Lock()
	s.finished++
	sentence := fmt.Sprintf("%d of %d: %s", s.finished, len(s.of), label)
	s.adding.Unlock()
	s.tell(ctx, i, 1, sentence)
}
