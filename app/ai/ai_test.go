package ai_test

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/fault"
	"igny8/app/integrations"
	"igny8/app/runs"
	"igny8/app/tasks"
	"igny8/app/tenancy"
)

// The tables that these tests need and other packages own.
type account struct {
	ID, Name             string
	CreatedAt, UpdatedAt time.Time
}

type site struct {
	ID, AccountID, Name, Domain, Language, Market, Type string
	CreatedAt, UpdatedAt                                time.Time
}

type sector struct {
	ID, AccountID, SiteID, Name, NameKey string
	CreatedAt, UpdatedAt                 time.Time
}

// world has account a, with a site of two sectors and 100 credits, and account b, which has no access to it.
type world struct {
	*testing.T
	db             *database.DB
	ledger         *billing.Service
	queue          *tasks.Queue
	engine         *ai.Engine
	integrations   *integrations.Service // of the latest process; nil: accounts cannot add servers
	a, b           context.Context
	site           string
	sector, second string
	shout          *shout
}

// newWorld creates a world with one process. with may hold runs.Options and an own.
func newWorld(t *testing.T, o ai.Options, with ...any) *world {
	t.Helper()
	w := &world{T: t, db: dbtest.New(t), site: database.NewID(), sector: database.NewID(), second: database.NewID()}
	w.ledger = billing.New(w.db, billing.Options{SignupCredits: 100})
	for _, ctx := range []*context.Context{&w.a, &w.b} {
		id := database.NewID()
		w.must(w.db.Tx(t.Context(), func(tx *gorm.DB) error { return tx.Create(&account{ID: id, Name: id}).Error }))
		*ctx = tenancy.With(t.Context(), tenancy.Scope{Account: id, User: database.NewID()})
		w.must(w.db.Tx(*ctx, func(tx *gorm.DB) error { return w.ledger.GrantSignup(*ctx, tx) }))
	}
	w.must(w.db.Tx(w.a, func(tx *gorm.DB) error {
		if err := tx.Create(&site{ID: w.site, Name: "Tea", Type: "blog"}).Error; err != nil {
			return err
		}
		return tx.Create([]sector{{ID: w.sector, SiteID: w.site, Name: "green", NameKey: "green"}, {ID: w.second, SiteID: w.site, Name: "black", NameKey: "black"}}).Error
	}))
	w.shout = &shout{}
	w.queue, w.engine = w.process(o, with...)
	return w
}

// sharing is the name of a queue that several processes share, on TEST_REDIS_URL.
type sharing string

// process starts another process on the same database with its own queue: the content of the earlier Redis is lost.
func (w *world) process(o ai.Options, with ...any) (*tasks.Queue, *ai.Engine) {
	w.Helper()
	name := "test-" + rand.Text()
	for _, part := range with {
		if shared, ok := part.(sharing); ok {
			name = string(shared)
		}
	}
	queue, err := tasks.Open(w.Context(), tasks.Options{URL: os.Getenv("TEST_REDIS_URL"), Name: name})
	w.must(err)
	w.Cleanup(func() { _ = queue.Shutdown(context.WithoutCancel(w.Context())) })
	var work runs.Options
	for _, part := range with {
		switch part := part.(type) {
		case runs.Options:
			work = part
		case sharing:
		case own:
			part.into(w, queue, &o)
		default:
			w.Fatalf("a process knows no %T", part)
		}
	}
	engine, err := ai.NewEngine(ai.Needs{
		DB: w.db, Queue: queue, Billing: w.ledger,
		Runs: runs.New(runs.Needs{DB: w.db, Queue: queue, Billing: w.ledger}, work),
	}, o)
	w.must(err)
	engine.Register(ai.Define(w.shout.function()))
	return queue, engine
}

func (w *world) start() *world {
	w.Helper()
	w.must(w.queue.Start())
	return w
}

func (w *world) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

func (w *world) run(payload string) runs.Run {
	w.Helper()
	run, err := w.engine.RunAITask(w.a, "shout", runs.Request{SectorID: w.sector, Payload: json.RawMessage(payload)})
	w.must(err)
	return run
}

func (w *world) wait(id string) runs.Run {
	w.Helper()
	return w.ended(w.a, id)
}

// charged fails unless the balance is the initial one minus the credits, with no credits held.
func (w *world) charged(credits int64) {
	w.Helper()
	wallet, err := w.ledger.Wallet(w.a)
	w.must(err)
	if wallet.Balance != 100-credits || wallet.Held != 0 {
		w.Errorf("balance %d, held %d; want %d charged and nothing held", wallet.Balance, wallet.Held, credits)
	}
}

// saved returns the names of the sectors that the function has saved, in order.
func (w *world) saved() []string {
	w.Helper()
	var names []string
	w.must(w.db.Read(w.a).Model(&sector{}).Where("name LIKE ?", "%!").Order("created_at, id").Pluck("name", &names).Error)
	return names
}

// shout is a function that puts words into capitals and saves each as a sector. Its hooks let tests block a phase.
type shout struct {
	mu    sync.Mutex
	hook  map[string]func(ctx context.Context, word string) error
	calls map[string]int
	drop  map[string]string // why a word is not saved
	gone  string            // a word that is refused
	// saving is called in the transaction of SAVE; it may be nil.
	saving func(tx *gorm.DB, run runs.Run) error
}

func (s *shout) at(phase string, hook func(ctx context.Context, word string) error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.hook == nil {
		s.hook = map[string]func(context.Context, string) error{}
	}
	s.hook[phase] = hook
}

func (s *shout) pass(ctx context.Context, phase, word string) error {
	s.mu.Lock()
	if s.calls == nil {
		s.calls = map[string]int{}
	}
	s.calls[phase]++
	hook := s.hook[phase]
	s.mu.Unlock()
	if hook == nil {
		return nil
	}
	return hook(ctx, word)
}

// loses sets why words are not saved, and which word is refused from now on.
func (s *shout) loses(drop map[string]string, gone string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drop, s.gone = drop, gone
}

func (s *shout) dropped(word string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.drop[word]
}

func (s *shout) isGone(words []string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Contains(words, s.gone)
}

func (s *shout) count(phase string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.calls[phase]
}

type whisper struct {
	Word string `json:"word"`
}

type loud struct {
	Loud string `json:"loud"`
}

// shouted is the payload of shout.
type shouted struct {
	Words []string `json:"words"`
}

func (s *shout) function() ai.Function[shouted, whisper, loud] {
	words := func(r runs.Input[shouted]) (words []string, err error) {
		if len(r.Payload.Words) == 0 {
			return nil, fault.New(fault.Invalid, "Give some words.")
		}
		if s.isGone(r.Payload.Words) {
			return nil, fault.Missing("word")
		}
		return r.Payload.Words, nil
	}
	return ai.Function[shouted, whisper, loud]{
		Name: "shout", Title: "Shout", Per: "word", Price: ai.Price{Remote: 5, Local: 2},
		Prompt: `Shout. {{data "word" .Word}}`,
		Schema: json.RawMessage(`{"type":"object","properties":{"loud":{"type":"string"}},"required":["loud"],"additionalProperties":false}`),
		Units: func(_ context.Context, r runs.Input[shouted]) (int64, error) {
			w, err := words(r)
			return int64(len(w)), err
		},
		Narrow: func(_ shouted, words []string) shouted { return shouted{words} },
		Prepare: func(ctx context.Context, r runs.Input[shouted]) ([]ai.Item[whisper], error) {
			w, err := words(r)
			if err != nil {
				return nil, err
			}
			items := make([]ai.Item[whisper], len(w))
			for i, word := range w {
				items[i] = ai.Item[whisper]{Key: word, Label: word, In: whisper{word}}
			}
			return items, s.pass(ctx, "PREP", w[0])
		},
		Local: func(ctx context.Context, in whisper, progress runs.Progress) (loud, error) {
			progress(0.5, "Shouting "+in.Word)
			return loud{strings.ToUpper(in.Word)}, s.pass(ctx, "AI_CALL", in.Word)
		},
		Parse: func(in whisper, out loud) (loud, error) {
			if !strings.EqualFold(in.Word, strings.TrimSuffix(out.Loud, "!")) {
				return out, fault.New(fault.Invalid, "Another word was shouted.")
			}
			out.Loud = strings.TrimSuffix(out.Loud, "!") + "!"
			return out, s.pass(context.Background(), "PARSE", in.Word)
		},
		Save: func(ctx context.Context, tx *gorm.DB, run runs.Run, results []ai.Result[whisper, loud]) (saved runs.Saved, _ error) {
			for _, r := range results {
				if reason := s.dropped(r.Item.In.Word); reason != "" {
					saved.Failed = append(saved.Failed, runs.Failure{Subject: r.Item.Key, Label: r.Item.Label, Reason: reason})
					continue
				}
				id := database.NewID()
				if err := tx.Create(&sector{ID: id, SiteID: run.SiteID, Name: r.Out.Loud, NameKey: id}).Error; err != nil {
					return saved, err
				}
				saved.Units++
			}
			if s.saving != nil {
				if err := s.saving(tx, run); err != nil {
					return saved, err
				}
			}
			saved.Summary = fmt.Sprintf("Shouted %d words.", saved.Units)
			return saved, s.pass(ctx, "SAVE", results[0].Item.In.Word)
		},
	}
}

func TestRunTimeIncludesSaving(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}).start()
	var saved time.Time
	w.shout.at("SAVE", func(context.Context, string) error {
		saved = time.Now()
		return nil
	})
	if run := w.wait(w.run(`{"words": ["oolong"]}`).ID); run.FinishedAt == nil || run.FinishedAt.Before(saved.Truncate(time.Microsecond)) {
		t.Errorf("finished at %v, saved at %v", run.FinishedAt, saved)
	}
}

func TestBuiltInRun(t *testing.T) {
	t.Parallel()
	observed := make(chan string, 10)
	w := newWorld(t, ai.Options{}, runs.Options{Observe: func(function, phase string, seconds float64) {
		if seconds < 0 {
			t.Errorf("%s of %s took %v seconds", phase, function, seconds)
		}
		observed <- phase
	}}).start()
	queued := w.run(`{"words": ["oolong", "sencha"]}`)
	if queued.CreditsHeld() != 4 || queued.CreditsCharged != 0 || queued.Phase != runs.PhaseInit {
		t.Errorf("queued run %+v", queued)
	}
	run := w.wait(queued.ID)
	if run.Phase != runs.PhaseDone || run.Percent != 100 || run.CreditsCharged != 4 || run.CreditsHeld() != 0 || run.Message != "Shouted 2 words." ||
		run.LeaseOwner != "" || run.LeaseUntil != nil || run.FinishedAt == nil || run.InputsHash == "" || !run.UpdatedAt.After(queued.UpdatedAt) {
		t.Errorf("finished run %+v", run)
	}
	if got := w.saved(); len(got) != 2 || got[0] != "OOLONG!" {
		t.Errorf("saved %v", got)
	}
	w.charged(4)
	for _, want := range []string{"PREP", "AI_CALL", "PARSE", "SAVE", "DONE"} {
		if got := <-observed; got != want {
			t.Errorf("observed %s, want %s", got, want)
		}
	}
}
