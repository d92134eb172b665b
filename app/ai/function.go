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

// Item is one question: one call of the model.
type Item[In any] struct {
	Key   string // unique in the run and the same every time, such as the id of a row
	Label string // for people
	In    In     // becomes the data of the prompt as JSON
}

// Result is the answer to an item.
type Result[In, Out any] struct {
	Item    Item[In]
	Out     Out
	BuiltIn bool // made by the built-in engine
}

// Step is one kind of question of a composed function. Its prompt is named by the function and the step, with a dot between.
type Step struct {
	Name      string
	Prompt    string          // as Function.Prompt; its dot is the In of the Question
	Schema    json.RawMessage // strict JSON schema of the answer
	MaxTokens int             // of one answer; 0: the model's own limit
	In        any             // an empty value of the type that the Question carries: what prompts may name, and are checked with
}

// Function is one operation of the engine. Its payload is decoded strictly: a field that Payload does not have is refused.
// Units, Prepare and Save are required, and Local or a remote model's side, or both. The remote side is one question for
// each item (Prompt and Schema), or several that the function puts itself (Steps and Compose).
type Function[Payload, In, Out any] struct {
	Name, Title string // "auto_cluster", "Group keywords"
	Per         string // what a unit is, for the price list: "started 1,000 keywords"
	PerSite     bool   // works on a site, not on a sector
	Price       Price  // per unit
	LocalOnly   bool   // never asks a remote model
	Pictures    bool   // Compose asks for pictures and for nothing else: it may Draw, and has no Steps
	Help        bool   // a remote model only helps: the run does not wait for one that does not answer

	// Prompt is the default text/template of an item's prompt. Its dot is the item's In; {{data "name" .}} writes a value as
	// fenced data. A prompt that fences nothing gets the whole In fenced at its end.
	Prompt    string
	Schema    json.RawMessage // strict JSON schema of one item's answer
	MaxTokens int             // of one answer; 0: the model's own limit

	Steps []Step
	// Compose makes an item's answer with what it asks the model through Ask and Embed. It returns when the context ends. After a
	// crash it runs again, and gets the answers that had come without a call.
	Compose func(context.Context, In, *Model, runs.Progress) (Out, error)
	Calls   int // the most calls that Compose makes for an item, repetitions included; 0: no bound

	// Units validates the payload, refuses with a fault, and counts what is paid for. It is asked when the run is queued and
	// again when it begins.
	Units func(context.Context, runs.Input[Payload]) (int64, error)
	// Subjects are what the run is about, such as the ids of rows: no two runs of the function that have not ended are about
	// the same. It may be nil.
	Subjects func(Payload) []string
	// Prepare loads the items.
	Prepare func(context.Context, runs.Input[Payload]) ([]Item[In], error)
	// Local is the built-in engine. It must be deterministic and return when the context ends.
	Local func(context.Context, In, runs.Progress) (Out, error)
	// Parse checks and completes what the schema cannot say; its error is shown to the model once. It may be nil.
	Parse func(In, Out) (Out, error)
	// Texts are what readers will see of an answer. What the site never says is kept out of them. It may be nil.
	Texts func(*Out) []*string
	// Save writes the domain rows with tx. It may run again after a failed transaction, never after a successful one.
	Save func(ctx context.Context, tx *gorm.DB, run runs.Run, results []Result[In, Out]) error
	// Summary is the sentence of a run that is done. It may be nil.
	Summary func([]Result[In, Out]) string
}

// Definition is a Function whose types the engine need not know.
type Definition struct {
	name, title, per   string
	perSite, localOnly bool
	help, pictures     bool
	price              Price
	steps              []*step // by name; a function that is not composed has one, named like the function
	calls              int

	payload  reflect.Type
	units    func(context.Context, runs.Request) (int64, error)
	subjects func(runs.Request) ([]string, error)
	prepare  func(context.Context, runs.Request) ([]item, error)
	hasLocal bool
	local    func(context.Context, item, runs.Progress) (any, error)
	compose  func(context.Context, item, *Model, runs.Progress) (any, error) // nil: one question for each item
	decode   func([]byte) (any, error)
	parse    func(item, any) (any, error)
	mend     func(out any, site sites.Profile, builtIn bool) any
	save     func(context.Context, *gorm.DB, runs.Run, []result) error
	summary  func([]result) string
}

// item and result are Item and Result without their types.
type item struct {
	key, label string
	in         any
}

type result struct {
	item    item
	out     any
	builtIn bool
}

// Define makes a function ready to be registered.
func Define[Payload, In, Out any](f Function[Payload, In, Out]) Definition {
	d := Definition{
		name: f.Name, title: f.Title, per: f.Per, perSite: f.PerSite, localOnly: f.LocalOnly, help: f.Help, pictures: f.Pictures, price: f.Price, calls: f.Calls,
		payload: reflect.TypeFor[Payload](),
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
			return f.Subjects(in.Payload), nil
		},
		prepare: func(ctx context.Context, r runs.Request) ([]item, error) {
			in, err := runs.Read[Payload](r)
			if err != nil {
				return nil, err
			}
			typed, err := f.Prepare(ctx, in)
			items := make([]item, len(typed))
			for i, t := range typed {
				items[i] = item{key: t.Key, label: t.Label, in: t.In}
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
		save: func(ctx context.Context, tx *gorm.DB, run runs.Run, results []result) error {
			return f.Save(ctx, tx, run, typedResults[In, Out](results))
		},
		summary: func(results []result) string {
			if f.Summary == nil {
				return "Done."
			}
			return f.Summary(typedResults[In, Out](results))
		},
	}
	if len(f.Schema) > 0 {
		d.steps = append(d.steps, &step{name: f.Name, prompt: f.Prompt, in: reflect.TypeFor[In](), schema: f.Schema, maxTokens: f.MaxTokens})
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
		typed[i] = Result[In, Out]{Item: Item[In]{Key: r.item.key, Label: r.item.label, In: r.item.in.(In)}, Out: r.out.(Out), BuiltIn: r.builtIn}
	}
	return typed
}

// compile checks the definition and makes its schemas ready.
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

// step finds a step by its whole name; nil when the function has none of that name.
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
