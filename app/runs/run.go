package runs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/sites"
)

// Phase is where a run stands.
type Phase string

// Phases returns the phases in order, then the three ends.
func Phases() []Phase {
	return []Phase{PhaseInit, PhasePrep, PhaseCall, PhaseParse, PhaseSave, PhaseDone, PhaseFailed, PhaseCancelled}
}

// The phases in order, then the three ends. A run that is taken over after a crash begins again at PREP.
const (
	PhaseInit      Phase = "INIT"
	PhasePrep      Phase = "PREP"
	PhaseCall      Phase = "AI_CALL"
	PhaseParse     Phase = "PARSE"
	PhaseSave      Phase = "SAVE"
	PhaseDone      Phase = "DONE"
	PhaseFailed    Phase = "FAILED"
	PhaseCancelled Phase = "CANCELLED"
)

// notEnded is the condition of runs that wait or run, and queued that of those of them that need no approval or have it. The indexes on
// them have the same conditions.
const (
	notEnded = "phase NOT IN ('DONE', 'FAILED', 'CANCELLED')"
	queued   = notEnded + " AND " + needsNoApproval
)

// BuiltIn is the provider of runs that ask no remote model.
const BuiltIn = "built_in"

// Run is one execution: what was asked, its phase, and what it took and cost.
type Run struct {
	ID             string
	AccountID      string  `gorm:"<-:create"`
	SiteID         string  `gorm:"<-:create"`
	SectorID       *string `gorm:"<-:create"` // nil for work on a site
	UserID         string
	BatchID        string          // empty: none
	Function       string          // the name of its kind
	Lane           string          // runs of one lane run one after the other
	Payload        json.RawMessage `gorm:"serializer:json"`
	Phase          Phase
	Percent        int64
	Message        string // for people: what it is doing, or how it ended
	CreditsQuoted  int64
	CreditsCharged int64     // for what was saved; 0 until DONE
	Failed         []Failure `gorm:"serializer:json"` // what could not be saved, once the run has ended
	RetryOf        string    // the run whose failed items it asks for again; empty: none
	Record
	TokensIn   int64
	TokensOut  int64
	Attempt    int64
	LeaseOwner string
	LeaseUntil *time.Time
	Slot       int64      // of the account, while there is a lease
	NotBefore  *time.Time // the run waits for its provider until then; nil: it does not wait
	Approval   Approval
	DecidedBy  string // who approved or declined; empty: no decision was needed
	DecidedAt  *time.Time
	AskedAt    time.Time // when it was queued last
	CreatedAt  time.Time
	UpdatedAt  time.Time
	StartedAt  *time.Time
	FinishedAt *time.Time
}

// Record says who does the work of a run, and what its answers were made from.
type Record struct {
	Provider      string // BuiltIn, or the kind of server that answers
	IntegrationID string // of the account's own server; empty: the installation's, or none
	Model         string
	Parameters    Parameters  `gorm:"serializer:json"`
	PromptVersion string      // of everything that was sent to the model except the data
	Prompts       []PromptUse `gorm:"serializer:json"` // the texts, as they were when the run began
	InputsHash    string
	Rerun         Rerun  // where the answers come from, if the model is not asked
	OriginID      string // the run whose answers are used
}

// Parameters are the other settings that influence the answer and the price.
type Parameters struct {
	Units     int64 `json:"units"`
	UnitPrice int64 `json:"unit_price"`
	MaxTokens int   `json:"max_tokens,omitempty"`
	// Server is the host of the account's own server, empty for the installation's.
	Server string `json:"server,omitempty"`
}

// PromptUse is the text that a run used for one kind of question.
type PromptUse struct {
	Name   string `json:"name"`
	Source string `json:"source"`           // where the text came from, as package prompt names it
	Number int64  `json:"number,omitempty"` // of the version, where the source has versions
	Digest string `json:"digest"`           // of the text
}

// String describes the use: "version 3 of the site".
func (u PromptUse) String() string {
	switch u.Source {
	case "default":
		return "default"
	case "installation":
		return "file of the installation"
	}
	return fmt.Sprintf("version %d of the %s", u.Number, u.Source)
}

// Rerun says how a run repeats an earlier one. A run that repeats takes its answers from the record: it asks nobody and is free.
type Rerun string

// The ways to repeat a run.
const (
	Asked  Rerun = ""       // it repeats none: it asks for its answers
	Reuse  Rerun = "reuse"  // the answers of the latest run with the same question
	Replay Rerun = "replay" // the answers of the run with the origin's id
)

// TableName returns the table of runs.
func (Run) TableName() string { return "runs" }

// Ended reports whether the run is in one of its three ends.
func (r Run) Ended() bool {
	return r.Phase == PhaseDone || r.Phase == PhaseFailed || r.Phase == PhaseCancelled
}

// Running reports whether a worker has begun the run.
func (r Run) Running() bool { return !r.Ended() && r.Phase != PhaseInit }

// Sector returns the id of the sector, empty for a function that works on a site.
func (r Run) Sector() string {
	if r.SectorID == nil {
		return ""
	}
	return *r.SectorID
}

// CreditsHeld returns the credits that the run reserves: its quote until it ends, then 0.
func (r Run) CreditsHeld() int64 {
	if r.Ended() {
		return 0
	}
	return r.CreditsQuoted
}

// Request returns the request of the run.
func (r Run) Request() Request {
	return Request{SiteID: r.SiteID, SectorID: r.Sector(), Payload: r.Payload}
}

// Get returns the run with the id.
func (e *Engine) Get(ctx context.Context, id string) (Run, error) { return find(e.db.Read(ctx), id) }

func find(tx *gorm.DB, id string) (Run, error) {
	return database.One[Run](tx, "AI task", id)
}

// Filter chooses runs. Empty fields choose all.
type Filter struct {
	SiteID, SectorID, Function string
	Waiting                    bool // only those that have not ended
	Unapproved                 bool // only those that wait for an admin's approval
	Limit                      int
	Cursor                     string
}

// List returns the runs that the filter chooses, newest first.
func (e *Engine) List(ctx context.Context, f Filter) (database.Page[Run], error) {
	query := e.db.Read(ctx).Model(&Run{})
	if f.SiteID == "" {
		query = query.Where("site_id IN (?)", e.db.Read(ctx).Model(&sites.Site{}).Select("id")) // those of a site in the trash are out of sight
	}
	for column, value := range map[string]string{"site_id": f.SiteID, "sector_id": f.SectorID, "function": f.Function} {
		if value != "" {
			query = query.Where(column+" = ?", value)
		}
	}
	if f.Waiting {
		query = query.Where(notEnded)
	}
	if f.Unapproved {
		query = query.Where("approval = ?", ApprovalWaiting).Where(notEnded)
	}
	order := database.Order{Column: "created_at", Falling: true, Kind: database.Time}
	return database.List(query, order, f.Limit, f.Cursor, func(r Run) database.Position {
		return database.Position{Value: r.CreatedAt, ID: r.ID}
	})
}

// Latest returns the last run on the site of each of the functions that has one, by function.
func (e *Engine) Latest(ctx context.Context, siteID string, functions ...string) (map[string]Run, error) {
	ids, last := make([]string, len(functions)), make([]any, len(functions))
	for i, function := range functions {
		ids[i] = "id = (?)"
		last[i] = e.db.Read(ctx).Model(&Run{}).Select("id").Where("site_id = ? AND function = ?", siteID, function).Order("created_at DESC, id DESC").Limit(1)
	}
	var found []Run
	if err := e.db.Read(ctx).Where(strings.Join(ids, " OR "), last...).Find(&found).Error; err != nil {
		return nil, fmt.Errorf("list the last runs: %w", err)
	}
	latest := make(map[string]Run, len(found))
	for _, run := range found {
		latest[run.Function] = run
	}
	return latest, nil
}

// Active returns the first run of the function on the sector or site that has not ended; ok is false when there is none.
func (e *Engine) Active(ctx context.Context, place, function string) (run Run, ok bool, err error) {
	err = e.db.Read(ctx).Where("lane = ?", lane(function, place)).Where(notEnded).Order("created_at, id").Take(&run).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Run{}, false, nil
	}
	if err != nil {
		return Run{}, false, fmt.Errorf("read active run: %w", err)
	}
	return run, true, nil
}

func lane(function, place string) string { return function + " " + place }

// Wait polls until the run or ctx has ended.
func (e *Engine) Wait(ctx context.Context, id string) (Run, error) {
	const first, slowest = 20 * time.Millisecond, 500 * time.Millisecond
	for pause := first; ; pause = min(pause*3/2, slowest) {
		run, err := e.Get(ctx, id)
		if err != nil || run.Ended() {
			return run, err
		}
		if err := Sleep(ctx, pause); err != nil {
			return run, err
		}
	}
}

func Sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-timer.C:
		return nil
	}
}

// Log returns a logger with the ids of the run.
func (r Run) Log() *slog.Logger {
	return slog.With("run", r.ID, "function", r.Function, "account", r.AccountID, "attempt", r.Attempt)
}
