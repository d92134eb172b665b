package ai

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/ai/provider"
	"igny8/app/database"
	"igny8/app/runs"
)

// output is a model's answer to one item, stored as it came.
type output struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	RunID     string
	Item      string
	InputHash string
	Label     string // of the item, for people
	Final     bool   // it is exactly what was saved; else it is what the model said
	Output    string
	TokensIn  int64
	TokensOut int64
	CreatedAt time.Time
}

func (output) TableName() string { return "ai_outputs" }

// question identifies an answer: the item and the hash of the question.
type question struct{ item, hash string }

// outputs returns the answers that earlier attempts of this run got, and those of the runs whose failed items it asks for again: a text
// of which one section failed is not written anew.
func (a *attempt) outputs(ctx context.Context) (map[question]string, error) {
	origins, err := a.origins(ctx)
	if err != nil {
		return nil, err
	}
	var rows []output
	if err := a.db.Read(ctx).Where("run_id IN ?", origins).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read answers: %w", err)
	}
	kept := make(map[question]string, len(rows))
	for _, row := range rows {
		kept[question{row.Item, row.InputHash}] = row.Output
	}
	return kept, nil
}

// origins returns the ids of this run and of those whose failed items it asks for again.
func (a *attempt) origins(ctx context.Context) ([]string, error) {
	ids := []string{a.Run.ID}
	for of := a.Run.RetryOf; of != ""; {
		earlier, err := a.Get(ctx, of)
		if err != nil {
			return nil, err
		}
		ids, of = append(ids, of), earlier.RetryOf
	}
	return ids, nil
}

// setAside keeps the answers for the item in the record, and has them asked for anew when the item is tried again: together they could not
// be used.
func (a *attempt) setAside(ctx context.Context, it item) error {
	origins, err := a.origins(ctx)
	if err != nil {
		return err
	}
	return a.db.Tx(ctx, func(tx *gorm.DB) error {
		of := tx.Model(&output{}).Where("run_id IN ? AND (item = ? OR SUBSTR(item, 1, ?) = ?)", origins, it.key, len([]rune(it.key))+1, it.key+" ")
		if err := of.Update("input_hash", gorm.Expr("id")).Error; err != nil {
			return fmt.Errorf("set answers aside: %w", err)
		}
		return nil
	})
}

// maxRecord bounds the stored answers of the built-in engine. It gives the same answer to the same input, and its largest,
// the clusters of a sector, are in the domain rows.
const maxRecord = 64 << 10

// recordAnswers stores the answers that no model gave as a whole: those of the built-in engine and those that a function
// composed. It runs in the transaction that saves them. An answer is final only if it decodes to what was saved: otherwise a
// replay would save something else.
func (a *attempt) recordAnswers(tx *gorm.DB, results []result) error {
	if a.Run.Rerun != runs.Asked || a.asksModel() && a.definition.compose == nil {
		return nil
	}
	var rows []output
	for _, r := range results {
		data, err := json.Marshal(r.out)
		if err != nil {
			return fmt.Errorf("record answer: %w", err)
		}
		if len(data) > maxRecord {
			continue
		}
		back, err := a.definition.decode(data)
		rows = append(rows, output{
			ID: database.NewID(), SiteID: a.Run.SiteID, RunID: a.Run.ID, Item: r.item.key, Label: r.item.label,
			InputHash: a.Run.InputsHash[:16],
			Output:    string(data), Final: err == nil && reflect.DeepEqual(back, r.out),
		})
	}
	if len(rows) == 0 {
		return nil
	}
	if err := tx.Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(rows, 50).Error; err != nil {
		return fmt.Errorf("record answers: %w", err)
	}
	return nil
}

// countTokens adds the tokens of a call whose answer is not stored, while the lease is held.
func (a *attempt) countTokens(ctx context.Context, in int64) error {
	return a.db.Tx(ctx, func(tx *gorm.DB) error {
		return a.Change(tx, map[string]any{"tokens_in": gorm.Expr("tokens_in + ?", in)})
	})
}

// keepOutput stores an answer and counts its tokens as soon as it has come, while the lease is held. The answer was paid
// for, so it is stored even if another question of the run has failed.
func (a *attempt) keepOutput(ctx context.Context, q question, label string, answer provider.Answer) error {
	return a.db.Tx(context.WithoutCancel(ctx), func(tx *gorm.DB) error {
		if err := a.Change(tx, map[string]any{
			"tokens_in": gorm.Expr("tokens_in + ?", answer.TokensIn), "tokens_out": gorm.Expr("tokens_out + ?", answer.TokensOut),
		}); err != nil {
			return err
		}
		row := output{
			ID: database.NewID(), SiteID: a.Run.SiteID, RunID: a.Run.ID, Item: q.item, Label: label, InputHash: q.hash,
			Output: answer.Text, TokensIn: answer.TokensIn, TokensOut: answer.TokensOut,
		}
		if err := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error; err != nil {
			return fmt.Errorf("keep answer: %w", err)
		}
		return nil
	})
}

// Output is an answer in the record of a run.
type Output struct {
	Item, Label         string
	Text                string
	Final               bool // exactly what was saved; else what a model said
	TokensIn, TokensOut int64
	CreatedAt           time.Time
}

// Outputs returns the stored answers of the run in the order in which they came, at most as many as a page can show. A rerun
// has none of its own.
func (e *Engine) Outputs(ctx context.Context, runID string) ([]Output, error) {
	if _, err := e.Get(ctx, runID); err != nil {
		return nil, err
	}
	var rows []output
	if err := e.db.Read(ctx).Where("run_id = ?", runID).Order("created_at, id").Limit(maxOutputs).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read record: %w", err)
	}
	shown := make([]Output, len(rows))
	for i, r := range rows {
		shown[i] = Output{
			Item: r.Item, Label: r.Label, Text: r.Output, Final: r.Final, TokensIn: r.TokensIn, TokensOut: r.TokensOut,
			CreatedAt: r.CreatedAt,
		}
	}
	return shown, nil
}

// maxOutputs is the number of answers that Outputs returns at most.
const maxOutputs = 200
