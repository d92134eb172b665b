package ai

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"

	"gorm.io/gorm"

	"igny8/app/runs"
	"igny8/app/sites"
)

// Item is one question, that is one call of the model.
type Item[In any] struct {
	Key   string // unique in the run and the same every time, such as the id of a row
	Label string // for people
	In    In     // the data of the prompt, as JSON
	// LeftOut says why the item is not asked for, in a sentence for people: what it is about has changed since the run was queued. It is
	// listed as failed.
	LeftOut string
}

// Result is the answer to an item.
type Result[In, Out any] struct {
	Item    Item[In]
	Out     Out
	BuiltIn bool // made by the built-in engine
}

// Failed says that the item could not be saved, with the reason in a sentence for people.
func (r Result[In, Out]) Failed(reason string) runs.Failure {
	return runs.Failure{Subject: r.Item.Key, Label: r.Item.Label, Reason: reason}
}

// Step is one kind of question of a composed function. The name of its prompt is the function's and the step's, with a dot
// between.
type Step struct {
	Name      string
	Prompt    string          // as Function.Prompt; its dot is the In of the Question
	Schema    json.RawMessage // strict JSON schema of the answer
	MaxTokens int             // of one answer; 0: the model's own limit
	In        any             // an empty value of the type of Question.In: prompts may use its fields, and are checked against it
}

// Function is one operation of the engine. Units, Prepare and Save are required, and so is Local or a remote side. The
// remote side is one question for each item (Prompt and Schema), or several that the function asks itself (Steps and
// Compose). The payload is decoded strictly: unknown fields are refused.
type Function[Payload, In, Out any] struct {
	Name, Title string // "auto_cluster", "Group keywords"
	Per         string // what a unit is, for the price list: "started 1,000 keywords"
	PerSite     bool   // works on a site, not on a sector
	Price       Price  // per unit
	LocalOnly   bool   // never asks a remote model
	Pictures    bool   // a remote model only helps: the run does not wait for one that does not answer
	Help        bool   // a remote model only helps: the run does not wait for one that does not answer

	// Prompt is the default text/template of an item's prompt. Its dot is the item's In. {{data "name" .}} writes a value as
	// fenced data. If a prompt fences nothing, the whole In is fenced at its end.
	Prompt    string
	Schema    json.RawMessage // strict JSON schema of one item's answer
	MaxTokens int             // of one answer; 0: the model's own limit

	Steps []Step
	// Compose only asks for pictures: it may Draw, and has no Steps
	Compose func(context.Context, In, *Model, runs.Progress) (Out, error)
	Calls   int // the most calls of Compose for an item, retries included; 0: no limit

	// Admit refuses with a fault what is not to be started, when the run is quoted and queued. It is not called when the run begins or is
	// tried again: Units does not count, and Prepare leaves out, what has changed by then. It may be nil.
	Admit func(context.Context, runs.Input[Payload]) error
	// Units validates the payload, refuses it with a fault, and returns the number of units to pay for. It is called when
	// the run is queued and again when it begins.
	Units func(context.Context, runs.Input[Payload]) (int64, error)
	// Subjects returns what the run is about, such as the ids of rows. Two runs of the function that have not ended cannot
	// share a subject. It may be nil.
	Subjects func(runs.Input[Payload]) []string
	// Narrow returns the payload that asks for the items with the keys alone, to try again those that failed. Without it they are not
	// tried again. It may be nil.
	Narrow func(p Payload, keys []string) Payload
	// Prepare loads the items.
	Prepare func(context.Context, runs.Input[Payload]) ([]Item[In], error)
	// Local is the built-in engine. It must be deterministic and return when the context ends.
	Local func(context.Context, In, runs.Progress) (Out, error)
	// Parse checks and completes what the schema cannot express. Its error is shown to the model once. It may be nil.
	Parse func(In, Out) (Out, error)
	// Texts returns the texts of an answer that readers will see, so that words which the site never uses can be replaced.
	// It may be nil.
	Texts func(*Out) []*string
	// Save writes the domain rows of the items that have an answer with tx, and returns what it wrote: the units, which are charged, the
	// message of the run, and the items that it could not write with their reason, such as a row that was deleted meanwhile. The run's
	// Parameters.Units are those of all items. It may run again after a failed transaction, never after a successful one.
	Save func(ctx context.Context, tx *gorm.DB, run runs.Run, results []Result[In, Out]) (runs.Saved, error)
}

// Definition is a Function without its types.
type Definition struct {
	name, title, per   string
	perSite, localOnly bool
	help, pictures     bool
	price              Price
	steps              []*step // by name; a function that is not composed has one, named like the function
	calls              int

	payload  reflect.Type
	admit    func(context.Context, runs.Request) error
	units    func(context.Context, runs.Request) (int64, error)
	subjects func(runs.Request) ([]string, error)
	narrow   func(payload json.RawMessage, keys []string) (json.RawMessage, error) // nil: its items are not tried again alone
	prepare  func(context.Context, runs.Request) ([]item, error)
	hasLocal bool
	local    func(context.Context, item, runs.Progress) (any, error)
	compose  func(context.Context, item, *Model, runs.Progress) (any, error) // nil: one question for each item
	decode   func([]byte) (any, error)
	parse    func(item, any) (any, error)
	mend     func(out any, site sites.Profile, builtIn bool) any
	save     func(context.Context, *gorm.DB, runs.Run, []result) (runs.Saved, error)
}

// item and result are Item and Result without their types.
type item struct {
	key, label string
	in         any
	leftOut    string
}

type result struct {
	item    item
	out     any
	builtIn bool
	failed  string // why there is no answer, for people; empty: there is one
}

// Define returns the definition of a function, ready to register.
func Define[Payload, In, Out any](f Function[Payload, In, Out]) Definition {
	d := Definition{
		name: f.Name, title: f.Title, per: f.Per, perSite: f.PerSite, localOnly: f.LocalOnly, help: f.Help, pictures: f.Pictures,
		price: f.Price, calls: f.Calls,
		payload: reflect.TypeFor[Payload](),
		admit: func(ctx context.Context, r runs.Request) error {
			in, err := runs.Read[Payload](r)
			if err != nil || f.Admit == nil {
				return err
			}
			return f.Admit(ctx, in)
		},
		units: func(ctx context.Context, r runs.Request) (int64, error) {
			in, err := runs.Read[Payload](r)
			if err != nil {
				return 0, err
			}
			return f.Units(ctx, in)
		},
		subjects: func(r runs.Request) ([]string, error) {
			in, err := runs.Read[Payload](r)
			if err != nil || f.Subjects == nil {
				return nil, err
			}
			return f.Subjects(in), nil
		},
		prepare: func(ctx context.Context, r runs.Request) ([]item, error) {
			in, err := runs.Read[Payload](r)
			if err != nil {
				return nil, err
			}
			typed, err := f.Prepare(ctx, in)
			items := make([]item, len(typed))
			for i, t := range typed {
				items[i] = item{key: t.Key, label: t.Label, in: t.In, leftOut: t.LeftOut}
			}
			return items, err
		},
		hasLocal: f.Local != nil,
		local: func(ctx context.Context, i item, p runs.Progress) (any, error) {
			return f.Local(ctx, i.in.(In), p)
		},
		decode: func(data []byte) (any, error) {
			var out Out
			err := json.Unmarshal(data, &out)
			return out, err
		},
		parse: func(i item, out any) (any, error) {
			if f.Parse == nil {
				return out, nil
			}
			return f.Parse(i.in.(In), out.(Out))
		},
		mend: func(out any, site sites.Profile, builtIn bool) any {
			typed := out.(Out)
			if f.Texts == nil {
				return typed
			}
			replacer := site.Replacer()
			for _, text := range f.Texts(&typed) {
				*text = replacer.Replace(*text, builtIn)
			}
			return typed
		},
		save: func(ctx context.Context, tx *gorm.DB, run runs.Run, results []result) (runs.Saved, error) {
			return f.Save(ctx, tx, run, typedResults[In, Out](results))
		},
	}
	if len(f.Schema) > 0 {
		d.steps = append(d.steps, &step{
			name: f.Name, prompt: f.Prompt, in: reflect.TypeFor[In](), schema: f.Schema,
			maxTokens: f.MaxTokens,
		})
	}
	if f.Narrow != nil {
		d.narrow = func(payload json.RawMessage, keys []string) (json.RawMessage, error) {
			p, err := runs.Decode[Payload](payload)
			if err != nil {
				return nil, err
			}
			return json.Marshal(f.Narrow(p, keys))
		}
	}
	for _, s := range f.Steps {
		d.steps = append(d.steps, &step{name: f.Name + "." + s.Name, prompt: s.Prompt, in: reflect.TypeOf(s.In), schema: s.Schema, maxTokens: s.MaxTokens})
	}
	if f.Compose != nil {
		d.compose = func(ctx context.Context, i item, m *Model, p runs.Progress) (any, error) {
			return f.Compose(ctx, i.in.(In), m, p)
		}
	}
	return d
}

func typedResults[In, Out any](results []result) []Result[In, Out] {
	typed := make([]Result[In, Out], len(results))
	for i, r := range results {
		typed[i] = Result[In, Out]{
			Item: Item[In]{Key: r.item.key, Label: r.item.label, In: r.item.in.(In)}, Out: r.out.(Out),
			BuiltIn: r.builtIn,
		}
	}
	return typed
}

// compile checks the definition and compiles its schemas.
func (d *Definition) compile() error {
	if d.name == "" || d.title == "" || d.units == nil {
		return errors.New("name, title and Units are required")
	}
	if d.pictures && d.compose == nil {
		return errors.New("pictures without Compose")
	}
	if d.localOnly || (len(d.steps) == 0 && !d.pictures) {
		if !d.hasLocal {
			return errors.New("neither Local nor a schema for a remote model")
		}
		d.localOnly = true
		return nil
	}
	if d.compose == nil && (len(d.steps) > 1 || d.steps[0].name != d.name) {
		return errors.New("steps without Compose")
	}
	for _, s := range d.steps {
		if err := s.compile(); err != nil {
			return err
		}
	}
	return nil
}

// step returns the step with the full name, or nil.
func (d *Definition) step(name string) *step {
	for _, s := range d.steps {
		if s.name == name {
			return s
		}
	}
	return nil
}

// maxTokens returns the longest answer that any question of the function allows; 0: the model's own limit.
func (d *Definition) maxTokens() int {
	longest := 0
	for _, s := range d.steps {
		if s.maxTokens == 0 {
			return 0
		}
		longest = max(longest, s.maxTokens)
	}
	return longest
}
