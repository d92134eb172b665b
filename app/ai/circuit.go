package ai

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/ai/provider"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/runs"
)

const (
	// brokenAfter is the number of questions in a row without an answer, all retries included, after which a server is not
	// asked for a while.
	brokenAfter = 5
	// doublings bounds the pauses between trials: 30 s, 1, 2, 4 and then always 8 minutes.
	doublings = 4
	// maxWait is how long runs wait for a server. After that they fail, until a trial succeeds.
	maxWait = time.Hour
)

// Circuit is the state of an account's questions to one provider. It opens when too many in a row are not answered: nobody
// asks until a pause is over, and then only one run, as a trial. The other runs wait meanwhile, without a worker.
type Circuit struct {
	ID        string
	AccountID string          `gorm:"<-:create"`
	Provider  string          // the id of an integration, or the name of the installation's provider
	Failures  int64           // unanswered questions in a row
	Reason    provider.Reason // of the last failure
	OpenedAt  *time.Time
	OpenUntil *time.Time
	Trials    int64
	TrialRun  string // the run that may ask although the circuit is open
	CreatedAt time.Time
	UpdatedAt time.Time
}

// TableName returns the table of circuits.
func (Circuit) TableName() string { return "ai_circuits" }

// Open reports whether the provider is not asked at the moment.
func (c Circuit) Open() bool { return c.OpenedAt != nil }

// Hopeless reports whether waiting does not help: the key is refused, or the server has not answered for too long.
func (c Circuit) Hopeless() bool {
	return c.Reason == provider.Denied || (c.OpenedAt != nil && time.Since(*c.OpenedAt) > maxWait)
}

// Circuits returns the circuits of the account with failures, by the name of their provider.
func (e *Engine) Circuits(ctx context.Context) (map[string]Circuit, error) {
	var all []Circuit
	if err := e.db.Read(ctx).Find(&all).Error; err != nil {
		return nil, fmt.Errorf("read circuits: %w", err)
	}
	by := make(map[string]Circuit, len(all))
	for _, c := range all {
		by[c.Provider] = c
	}
	return by, nil
}

func (a *attempt) circuit(ctx context.Context) (c Circuit, err error) {
	err = a.db.Read(ctx).Take(&c, "provider = ?", a.provider.circuit()).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Circuit{}, nil
	}
	if err != nil {
		return Circuit{}, fmt.Errorf("read circuit: %w", err)
	}
	return c, nil
}

// refusal returns the error for a run that may not ask: it waits, or it fails with a message.
func (a *attempt) refusal(c Circuit) error {
	if c.Hopeless() || a.definition.help {
		return fault.New(fault.Unavailable, "%s It has left %d questions in a row unanswered, so it is not asked again before %s."+runs.NothingHappened, a.sentence(c.Reason), c.Failures, clock(*c.OpenUntil))
	}
	return a.parked(*c.OpenUntil, *c.OpenedAt)
}

func clock(t time.Time) string { return t.UTC().Format("15:04 UTC") }

// begin lets the run ask its provider, unless the circuit is open. A function that can do without its model begins in any
// case.
func (a *attempt) begin(ctx context.Context) error {
	err := a.admit(ctx)
	if a.definition.help && (Unanswered(err) || errors.As(err, new(*runs.Parked))) {
		return nil
	}
	return err
}

// admit makes the first run after the pause the trial. For all others the pause is extended until its first answer.
func (a *attempt) admit(ctx context.Context) error {
	c, err := a.circuit(ctx)
	if err != nil || !c.Open() {
		return err
	}
	now := database.Now()
	if c.OpenUntil.After(now) && c.TrialRun != a.Run.ID {
		return a.refusal(c)
	}
	until := now.Add(a.options.CallTimeout + a.options.LongestWait)
	return a.db.Tx(ctx, func(tx *gorm.DB) error {
		done := tx.Model(&Circuit{}).Where("id = ? AND open_until = ? AND trial_run = ?", c.ID, c.OpenUntil, c.TrialRun).
			Updates(map[string]any{"trial_run": a.Run.ID, "open_until": until})
		if done.Error != nil {
			return fmt.Errorf("begin trial: %w", done.Error)
		}
		if done.RowsAffected == 0 {
			return a.parked(now.Add(a.options.Pause), *c.OpenedAt)
		}
		return nil
	})
}

// mayAsk refuses a question while the circuit is open, unless the run is the trial.
func (a *attempt) mayAsk(ctx context.Context) (Circuit, error) {
	c, err := a.circuit(ctx)
	if err == nil && c.Open() && c.TrialRun != a.Run.ID {
		err = a.refusal(c)
	}
	return c, err
}

// answered closes the circuit, if anything had failed when the question was asked, and wakes the runs that wait.
func (a *attempt) answered(ctx context.Context, before Circuit) error {
	if before.ID == "" {
		return nil
	}
	if err := a.db.Tx(ctx, func(tx *gorm.DB) error { return closeCircuit(tx, before.Provider) }); err != nil {
		return err
	}
	if before.Open() {
		a.Wake(ctx)
	}
	return nil
}

// closeCircuit deletes the failures. The runs that wait may begin at once.
func closeCircuit(tx *gorm.DB, provider string) error {
	if err := tx.Delete(&Circuit{}, "provider = ?", provider).Error; err != nil {
		return fmt.Errorf("close circuit: %w", err)
	}
	return runs.Unpark(tx, provider)
}

// unanswered counts a question that was given up, and returns the error that ends its run: it fails with a message, or waits
// if the circuit is open now.
func (a *attempt) unanswered(ctx context.Context, before Circuit, f *provider.Failure, label string) error {
	if !slices.Contains([]provider.Reason{provider.Broken, provider.Silent, provider.TooLong, provider.Denied}, f.Reason) {
		// The server works and has read the question: this failure says nothing about the next one.
		return cmp.Or(a.answered(ctx, before), a.asFault(f, label))
	}
	c, err := a.count(ctx, f.Reason)
	if err != nil {
		return err
	}
	if c.Open() && !c.Hopeless() && !a.definition.help {
		return a.parked(*c.OpenUntil, *c.OpenedAt)
	}
	return a.asFault(f, label)
}

// longestPostponed is how long after it was queued a run may still wait for a server that has named a time.
const longestPostponed = 24 * time.Hour

// postponed returns the error that makes the run wait until the time that the server has named, as for limits of tokens a day. It is nil if
// the run does not wait.
func (a *attempt) postponed(f *provider.Failure) error {
	until := database.Now().Add(f.Wait)
	if a.definition.help || tries[f.Reason] == 0 || until.Sub(a.Run.AskedAt) > longestPostponed {
		return nil
	}
	return &runs.Parked{
		Until:   until,
		Message: fmt.Sprintf("Waiting: the AI server has no capacity before %s, as it says; nothing is charged meanwhile.", clock(until)),
		Then:    func(context.Context) error { return nil },
	}
}

// count adds a failure, and opens the circuit when it is one too many or that of a trial.
func (a *attempt) count(ctx context.Context, reason provider.Reason) (c Circuit, err error) {
	err = a.db.Tx(ctx, func(tx *gorm.DB) error {
		name := a.provider.circuit()
		fresh := Circuit{ID: database.NewID(), Provider: name}
		if err := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&fresh).Error; err != nil {
			return fmt.Errorf("count failure: %w", err)
		}
		done := tx.Model(&Circuit{}).Where("provider = ?", name).Updates(map[string]any{"failures": gorm.Expr("failures + 1"), "reason": reason})
		if done.Error != nil {
			return fmt.Errorf("count failure: %w", done.Error)
		}
		if err := tx.Take(&c, "provider = ?", name).Error; err != nil {
			return fmt.Errorf("count failure: %w", err)
		}
		switch {
		case c.Open() && c.TrialRun == a.Run.ID:
			c.Trials++
		case c.Open() || c.Failures < brokenAfter:
			return nil
		default:
			c.OpenedAt = new(database.Now())
			a.Run.Log().Warn("circuit opened", "provider", name, "reason", reason)
		}
		c.OpenUntil, c.TrialRun = new(database.Now().Add(a.options.Pause<<min(c.Trials, doublings))), ""
		done = tx.Model(&Circuit{}).Where("id = ?", c.ID).Select("opened_at", "open_until", "trials", "trial_run").Updates(c)
		if done.Error != nil {
			return fmt.Errorf("open circuit: %w", done.Error)
		}
		return nil
	})
	return c, err
}

// parked returns the error that makes a run wait for its provider.
func (a *attempt) parked(until, since time.Time) error {
	message := fmt.Sprintf("Waiting: the AI server has not answered since %s. The next try is at %s; nothing is charged meanwhile.", clock(since), clock(until))
	return &runs.Parked{Until: until, Message: message, Then: func(ctx context.Context) error {
		// Whoever closed the circuit in the meantime did not know that this run would wait.
		c, err := a.circuit(ctx)
		if err != nil || c.Open() {
			return err
		}
		return a.db.Tx(ctx, func(tx *gorm.DB) error { return runs.Unpark(tx, a.provider.circuit()) })
	}}
}
