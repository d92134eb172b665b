package ai

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/ai/prompt"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/runs"
)

// promptText is a text that runs have used. It stays when its version, file or program is gone.
type promptText struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	Digest    string
	Text      string
	CreatedAt time.Time
}

func (promptText) TableName() string { return "prompt_texts" }

// pin stores the texts of the run when it begins. An attempt after a crash uses the same texts, whatever was edited or
// installed since.
func (a *attempt) pin(ctx context.Context) error {
	a.texts = map[string]string{}
	digests := make([]string, len(a.Run.Prompts))
	pinned := map[string]string{}
	for i, use := range a.Run.Prompts {
		digests[i], pinned[use.Digest] = use.Digest, use.Name
	}
	var kept []promptText
	if err := a.db.Read(ctx).Where("digest IN ?", digests).Find(&kept).Error; err != nil {
		return fmt.Errorf("read prompts of run: %w", err)
	}
	for _, text := range kept {
		a.texts[pinned[text.Digest]] = text.Text
	}
	var missing []Prompt
	for _, s := range a.definition.steps {
		if _, ok := a.texts[s.name]; !ok {
			missing = append(missing, s.own(a.definition))
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return a.db.Tx(ctx, func(tx *gorm.DB) error { return a.pinNow(tx, missing) })
}

func (a *attempt) pinNow(tx *gorm.DB, prompts []Prompt) error {
	if err := resolve(tx, a.Run.SiteID, prompts); err != nil {
		return err
	}
	var texts []promptText
	for _, p := range prompts {
		use := runs.PromptUse{Name: p.Name, Source: string(p.Source), Number: p.Number, Digest: digest(p.Name, p.Text)}
		a.Run.Prompts, a.texts[p.Name] = append(a.Run.Prompts, use), p.Text
		texts = append(texts, promptText{ID: database.NewID(), Digest: use.Digest, Text: p.Text})
	}
	if err := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&texts).Error; err != nil {
		return fmt.Errorf("keep prompts of run: %w", err)
	}
	uses, err := json.Marshal(a.Run.Prompts)
	if err != nil {
		return fmt.Errorf("write prompts of run: %w", err)
	}
	return a.Change(tx, map[string]any{"prompts": string(uses)})
}

// version returns a digest of all that the run sends to the model in its function's name, except the data.
func (a *attempt) version() string {
	said := []string{system}
	for _, s := range a.definition.steps {
		said = append(said, a.texts[s.name], string(s.schema))
	}
	return digest(said...)
}

// prompt returns the question of a step with its data. A text that no longer fits the program fails the run with a message. Data that make
// the program's own text too long, such as a very long answer to an earlier question, fail the item.
func (a *attempt) prompt(ctx context.Context, s *step, in any) (string, error) {
	question, err := render(ctx, s.name, a.texts[s.name], in, a.site)
	if err == nil || ctx.Err() != nil {
		return question, err
	}
	var spent prompt.OverBudget
	for _, use := range a.Run.Prompts {
		if use.Name != s.name || use.Source == string(FromDefault) {
			continue
		}
		if errors.As(err, &spent) {
			return "", fault.Wrap(err, fault.Invalid, "The prompt %s (%s) asks for too much: %s. Nothing was saved and nothing was charged. Shorten its loops or restore the default under Prompts, then try again.", s.name, use, string(spent))
		}
		return "", fault.Wrap(err, fault.Invalid, "The prompt %s (%s) does not fit what it is filled with: %s. Nothing was saved and nothing was charged. Mend it or restore the default under Prompts, then try again.", s.name, use, prompt.Where(err.Error()))
	}
	if errors.As(err, &spent) {
		return "", Unusable(err, "What the AI model would be told is too much: %s.", string(spent))
	}
	return "", fmt.Errorf("prompt of %s: %w", s.name, err)
}
