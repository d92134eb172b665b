package ai

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/ai/prompt"
	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/sites"
	"igny8/app/tenancy"
)

// Source is where the text of a prompt comes from.
type Source string

// The sources. A later one replaces an earlier one.
const (
	FromDefault      Source = "default"      // in the program, beside the function
	FromInstallation Source = "installation" // a file in IGNY8_PROMPTS_DIR
	FromAccount      Source = "account"
	FromSite         Source = "site"
)

// PromptVersion is a text that replaces a prompt in the account or on one of its sites. Versions are never changed or
// deleted.
type PromptVersion struct {
	ID        string
	AccountID string  `gorm:"<-:create"`
	SiteID    *string `gorm:"<-:create"` // nil: the account
	Place     string  // the site's id, empty for the account
	Name      string
	Number    int64  // from 1, in its place
	Text      string // empty: from this version on, nothing is replaced in this place
	Note      string // how it was made
	AuthorID  string
	CreatedAt time.Time
}

// Prompt is the text of a question, with its source.
type Prompt struct {
	Name     string // the function, or the function and the step with a dot between
	Function string // the title of the function
	Step     string // empty for a function that asks one question
	Text     string
	Source   Source
	Number   int64  // of the version, 0 unless the source is the account or a site
	Below    string // what would apply if this place replaced nothing
	Default  string // the text in the program
	Seen     int64  // the last version of this place, whatever its text; 0: none

	in reflect.Type // type of the question's data; nil: not declared
}

// Variables returns what the prompt may use. It is empty for a question with undeclared data.
func (p Prompt) Variables() []prompt.Variable { return prompt.VariablesOf(p.in) }

// Prompts returns the prompts that apply to the site, or with an empty siteID to the account, in the order of their
// functions.
func (e *Engine) Prompts(ctx context.Context, siteID string) ([]Prompt, error) {
	if err := e.place(ctx, siteID); err != nil {
		return nil, err
	}
	var list []Prompt
	for _, name := range e.order {
		for _, s := range e.functions[name].steps {
			list = append(list, s.own(e.functions[name]))
		}
	}
	return list, resolve(e.db.Read(ctx), siteID, list)
}

// PromptPage returns one page of Prompts, for the API.
func (e *Engine) PromptPage(ctx context.Context, siteID string, limit int, cursor string) (database.Page[Prompt], error) {
	all, err := e.Prompts(ctx, siteID)
	if err != nil {
		return database.Page[Prompt]{}, err
	}
	return database.PageOf(all, limit, cursor, func(p Prompt) string { return p.Name })
}

// Prompt returns one of Prompts.
func (e *Engine) Prompt(ctx context.Context, siteID, name string) (Prompt, error) {
	if err := e.place(ctx, siteID); err != nil {
		return Prompt{}, err
	}
	p, err := e.promptNamed(name)
	if err != nil {
		return Prompt{}, err
	}
	list := []Prompt{p}
	err = resolve(e.db.Read(ctx), siteID, list)
	return list[0], err
}

// PromptVersions returns the versions of the place, the newest first.
func (e *Engine) PromptVersions(ctx context.Context, siteID, name string) ([]PromptVersion, error) {
	if err := e.place(ctx, siteID); err != nil {
		return nil, err
	}
	var list []PromptVersion
	err := e.db.Read(ctx).Where("place = ? AND name = ?", siteID, name).Order("number DESC").Limit(maxVersions).Find(&list).Error
	if err != nil {
		return nil, fmt.Errorf("list versions of a prompt: %w", err)
	}
	return list, nil
}

// maxVersions is the number of versions of one prompt that are shown.
const maxVersions = 100

// PromptChange is a new text of a prompt in a place.
type PromptChange struct {
	SiteID string // empty: the account
	Name   string
	Text   string
	Seen   int64 // Prompt.Seen when the person began to edit
}

// SavePrompt saves the text as the next version of its place. It refuses a text that does not fit the data of its question,
// with the names that it could use, and a text that was edited from an older version. A text that applies already makes no
// version.
func (e *Engine) SavePrompt(ctx context.Context, c PromptChange) (Prompt, error) {
	before, err := e.Prompt(ctx, c.SiteID, c.Name)
	if err != nil {
		return Prompt{}, err
	}
	text := tidy(c.Text)
	if err := prompt.CheckEntered(ctx, c.Name, text, before.in); err != nil {
		return before, err
	}
	if text == before.Text {
		return before, nil
	}
	return e.addVersion(ctx, c.SiteID, c.Name, c.Seen, func(*gorm.DB, Prompt) (PromptVersion, error) {
		return PromptVersion{Text: text, Note: "edited"}, nil
	})
}

// RestorePrompt makes an older version of the place the newest again. Number 0 ends the replacement, so that the text above
// it applies: the account's, the installation's or the default.
func (e *Engine) RestorePrompt(ctx context.Context, siteID, name string, number, seen int64) (Prompt, error) {
	if err := e.place(ctx, siteID); err != nil {
		return Prompt{}, err
	}
	return e.addVersion(ctx, siteID, name, seen, func(tx *gorm.DB, p Prompt) (PromptVersion, error) {
		if number == 0 {
			return PromptVersion{Note: "restored the default"}, nil
		}
		old, err := database.Take[PromptVersion](tx.Where("place = ? AND name = ? AND number = ?", siteID, name, number), "version")
		if err != nil {
			return old, err
		}
		if old.Text != "" {
			if err := prompt.CheckEntered(ctx, name, old.Text, p.in); err != nil {
				return old, err
			}
		}
		return PromptVersion{Text: old.Text, Note: fmt.Sprintf("restored version %d", number)}, nil
	})
}

// addVersion writes the next version of a place, or refuses if somebody else saved first.
func (e *Engine) addVersion(ctx context.Context, siteID, name string, seen int64,
	next func(*gorm.DB, Prompt) (PromptVersion, error),
) (Prompt, error) {
	p, err := e.promptNamed(name)
	if err != nil {
		return Prompt{}, err
	}
	after := []Prompt{p}
	err = e.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := resolve(tx, siteID, after); err != nil {
			return err
		}
		if after[0].Seen != seen {
			return overtaken(after[0].Seen)
		}
		v, err := next(tx, after[0])
		if err != nil {
			return err
		}
		v.ID, v.Place, v.Name, v.Number, v.AuthorID = database.NewID(), siteID, name, seen+1, tenancy.User(ctx)
		if siteID != "" {
			v.SiteID = &siteID
		}
		if err := tx.Create(&v).Error; errors.Is(err, gorm.ErrDuplicatedKey) {
			return overtaken(seen + 1)
		} else if err != nil {
			return fmt.Errorf("save prompt: %w", err)
		}
		if err := events.Record(tx, events.Event{
			Kind: events.PromptChanged, SiteID: siteID, ObjectID: v.ID, Subject: name,
			Detail: v.Note,
		}); err != nil {
			return err
		}
		after[0] = p
		return resolve(tx, siteID, after)
	})
	return after[0], err
}

func overtaken(number int64) error {
	return fault.New(fault.Conflict, "Somebody saved version %d in the meantime. Nothing of yours was saved; your text is still here. Compare it with theirs, then save again.", number)
}

// place refuses a site that the person cannot reach.
func (e *Engine) place(ctx context.Context, siteID string) error {
	if siteID == "" {
		return nil
	}
	_, err := database.One[sites.Site](e.db.Read(ctx), "site", siteID)
	return err
}

func (e *Engine) promptNamed(name string) (Prompt, error) {
	if d := e.functionOf(name); d != nil {
		if s := d.step(name); s != nil {
			return s.own(d), nil
		}
	}
	return Prompt{}, fault.Missing("prompt")
}

// functionOf returns the function whose prompt has the name, or nil.
func (e *Engine) functionOf(prompt string) *Definition {
	function, _, _ := strings.Cut(prompt, ".")
	return e.functions[function]
}

// own returns the prompt of the step as the installation defines it.
func (s *step) own(d *Definition) Prompt {
	_, name, _ := strings.Cut(s.name, ".")
	p := Prompt{Name: s.name, Function: d.title, Step: name, Text: s.prompt, Source: FromDefault, Default: s.prompt, in: s.in}
	if s.file != "" {
		p.Text, p.Source = s.file, FromInstallation
	}
	p.Below = p.Text
	return p
}

// resolve replaces the prompts of the installation by the versions of the account and of the site.
func resolve(tx *gorm.DB, siteID string, prompts []Prompt) error {
	names, at := make([]string, len(prompts)), map[string]*Prompt{}
	for i := range prompts {
		names[i], at[prompts[i].Name] = prompts[i].Name, &prompts[i]
	}
	of := func() *gorm.DB {
		return tx.Model(&PromptVersion{}).Where("place IN ? AND name IN ?", []string{"", siteID}, names)
	}
	last := of().Select("place, name, MAX(number)").Group("place, name")
	var versions []PromptVersion
	if err := of().Where("(place, name, number) IN (?)", last).Order("place").Find(&versions).Error; err != nil {
		return fmt.Errorf("resolve prompts: %w", err)
	}
	for _, v := range versions { // the account's, whose place is empty, come before the site's
		p := at[v.Name]
		if v.Place == siteID {
			p.Below, p.Seen = p.Text, v.Number
		}
		if v.Text == "" {
			continue
		}
		p.Text, p.Source, p.Number = v.Text, FromAccount, v.Number
		if v.Place != "" {
			p.Source = FromSite
		} else if siteID != "" {
			p.Below = v.Text
		}
	}
	return nil
}

// tidy returns a text from a form with the line ends of files.
func tidy(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
}
