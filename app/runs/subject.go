package runs

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/text"
)

// subject is what a run is about, until the run ends. A unique key keeps two runs of a kind from having the same subject, so
// that the same work is not paid twice.
type subject struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	RunID     string
	Function  string
	Subject   string // the id of a row, or a text that the kind makes of several
	CreatedAt time.Time
}

func (subject) TableName() string { return "run_subjects" }

// Underway refuses a start because a run of the kind with the same subject has not ended.
type Underway struct {
	Run     Run
	refusal *fault.Error
}

func (u *Underway) Error() string { return u.refusal.Error() }

// Unwrap returns the refusal: a conflict with a sentence for people.
func (u *Underway) Unwrap() error { return u.refusal }

func (e *Engine) underway(run Run, taken, of int) *Underway {
	sentence := "this is on its way already. Nothing was started; wait for that run to end."
	if of > 1 {
		are := "are"
		if taken == 1 {
			are = "is"
		}
		sentence = fmt.Sprintf("%d of these %s on the way already. Nothing was started; choose others, or wait for that run to end.", taken, are)
	}
	return &Underway{run, fault.New(fault.Conflict, "%s: %s", e.kinds[run.Function].Title, sentence)}
}

// Joined returns the run that is under way instead of the refusal, for callers that accept it as their own.
func Joined(run Run, err error) (Run, error) {
	if u := (*Underway)(nil); errors.As(err, &u) {
		return u.Run, nil
	}
	return run, err
}

// About returns the run of the kind that has not ended and has one of the subjects; ok is false if there is none.
func (e *Engine) About(ctx context.Context, kind string, subjects ...string) (run Run, ok bool, err error) {
	return e.AboutAny(ctx, []string{kind}, subjects...)
}

// AboutAny is About for several kinds. A run of an earlier kind comes first.
func (e *Engine) AboutAny(ctx context.Context, kinds []string, subjects ...string) (run Run, ok bool, err error) {
	if slices.ContainsFunc(subjects, func(s string) bool { return !text.Printable(s) }) {
		return Run{}, false, nil // no run is about what the database cannot store
	}
	var taken []subject
	if err := e.db.Read(ctx).Where("function IN ? AND subject IN ?", kinds, subjects).Order("subject").Find(&taken).Error; err != nil {
		return Run{}, false, fmt.Errorf("read subjects of runs: %w", err)
	}
	for _, kind := range kinds {
		if i := slices.IndexFunc(taken, func(s subject) bool { return s.Function == kind }); i >= 0 {
			run, err = e.Get(ctx, taken[i].RunID)
			return run, err == nil, err
		}
	}
	return Run{}, false, nil
}

// CheckSubjects refuses subjects of a run that has not ended, as Start would.
func (e *Engine) CheckSubjects(ctx context.Context, kind string, subjects ...string) error {
	return e.checkSubjects(e.db.Read(ctx), "", kind, subjects)
}

// Subjects returns the subjects of the runs of the kind that have not ended, as a part of another query: what such a run is at
// work on is neither deleted nor replaced.
func Subjects(tx *gorm.DB, kind string) *gorm.DB {
	return tx.Model(&subject{}).Select("subject").Where("function = ?", kind)
}

// checkSubjects is CheckSubjects for the run with the id. A subject that the database cannot store is refused, since it is
// no id.
func (e *Engine) checkSubjects(tx *gorm.DB, runID, kind string, subjects []string) error {
	if slices.ContainsFunc(subjects, func(s string) bool { return !text.Printable(s) }) {
		return fault.New(fault.Invalid, "%s: one of the ids holds a character that no id has.", e.kinds[kind].Title)
	}
	var taken []subject
	if err := tx.Where("function = ? AND run_id <> ? AND subject IN ?", kind, runID, subjects).Order("subject").Find(&taken).Error; err != nil {
		return fmt.Errorf("read subjects of runs: %w", err)
	}
	if len(taken) == 0 {
		return nil
	}
	run, err := find(tx, taken[0].RunID)
	if err != nil {
		return err
	}
	return e.underway(run, len(taken), len(subjects))
}

// claimSubjects stores the subjects of the run, in the transaction that queues it. It waits for another start that has
// written one of them and has not ended its transaction.
func (e *Engine) claimSubjects(tx *gorm.DB, run Run, subjects []string) error {
	subjects = database.Distinct(subjects) // in one order, so that two starts do not wait for each other
	if len(subjects) == 0 {
		return nil
	}
	rows := make([]subject, len(subjects))
	for i, s := range subjects {
		rows[i] = subject{ID: database.NewID(), RunID: run.ID, Function: run.Function, Subject: s}
	}
	done := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&rows)
	if done.Error != nil {
		return fmt.Errorf("write subjects of run: %w", done.Error)
	}
	if int(done.RowsAffected) == len(rows) {
		return nil
	}
	if err := e.checkSubjects(tx, run.ID, run.Function, subjects); err != nil {
		return err
	}
	return fault.New(fault.Conflict, "%s: a run about the same has just ended. Nothing was started; look at it, then try again.", e.kinds[run.Function].Title)
}

// freeSubjects releases the subjects of the run, in the transaction that ends it.
func freeSubjects(tx *gorm.DB, runID string) error {
	if err := tx.Where("run_id = ?", runID).Delete(&subject{}).Error; err != nil {
		return fmt.Errorf("free subjects of run: %w", err)
	}
	return nil
}
