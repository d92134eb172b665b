package ai

import (
	"context"
	"fmt"

	"igny8/app/fault"
)

// Reprise says where the answers of a run come from when nobody is asked for them. Such a run is free.
type Reprise string

// The reprises.
const (
	Asked  Reprise = ""       // the answers are asked for
	Reuse  Reprise = "reuse"  // the answers of an earlier run that was asked the very same
	Replay Reprise = "replay" // the answers of the run that is named, read and saved again
)

// Again starts a new run that is asked the same as an earlier one, at today's price.
func (e *Engine) Again(ctx context.Context, id string) (Run, error) {
	origin, err := e.Get(ctx, id)
	if err != nil {
		return Run{}, err
	}
	return e.RunAITask(ctx, origin.Function, origin.request())
}

// QuoteAgain is the price of Again, and of Retry.
func (e *Engine) QuoteAgain(ctx context.Context, id string) (Quote, error) {
	run, err := e.Get(ctx, id)
	if err != nil {
		return Quote{}, err
	}
	return e.Quote(ctx, run.Function, run.request())
}

// Reprise starts a new run that takes its answers from the record, free of charge. A Reuse takes them from the newest run of the account
// that is done and had the same function, inputs, prompt, model and parameters; whether there is one shows when the inputs have
// been read. A Replay takes those of this run, whatever the inputs are today. Only a run that is done has a record.
func (e *Engine) Reprise(ctx context.Context, id string, how Reprise) (Run, error) {
	origin, err := e.Get(ctx, id)
	if err != nil {
		return Run{}, err
	}
	if origin.Phase != PhaseDone {
		return Run{}, fault.New(fault.Conflict, "Only a task that is done has a record to take answers from. Nothing was started.")
	}
	p, err := e.plan(ctx, origin.Function, origin.request())
	if err != nil {
		return Run{}, err
	}
	if p.definition.work != nil {
		return Run{}, fault.New(fault.Conflict, "%s asks no model, so there is no record to take answers from. Start it again instead.", p.definition.title)
	}
	p = p.free(how, origin)
	if how == Replay {
		p.origin = origin.ID
	}
	return e.start(ctx, p)
}

// free is the plan without a price: nobody will be asked. A replay is by whom the run was, not by whom it would be today.
func (p plan) free(how Reprise, run Run) plan {
	p.credits, p.approval, p.allowance, p.reprise = 0, false, nil, how
	if how == Replay {
		p.provider, p.model, p.own = run.Provider, run.Model, run.IntegrationID
		p.parameters, p.promptVersion, p.prompts = run.Parameters, run.PromptVersion, run.Prompts
	}
	return p
}

// recorded takes the answers of a reprise from the record, once the inputs are known.
func (a *attempt) recorded(ctx context.Context, items []item) ([]result, error) {
	origin, err := a.origin(ctx)
	if err != nil {
		return nil, err
	}
	kept, err := a.record(ctx, origin)
	if err != nil {
		return nil, err
	}
	results := make([]result, len(items))
	for i, it := range items {
		row, ok := kept[it.key]
		if !ok {
			return nil, fault.New(fault.Conflict, "The record has no answer for %q: it was not asked for then, or was too long to be kept. Nothing was saved and nothing was charged. Run it again instead.", it.label)
		}
		out, err := a.reread(origin, it, row)
		if err != nil {
			return nil, fault.Wrap(err, fault.Conflict, "The recorded answer for %q cannot be used any more (%s). Nothing was saved and nothing was charged. Run it again instead.", it.label, brief(err))
		}
		results[i] = result{item: it, out: out, builtIn: origin.Provider == BuiltIn}
	}
	return results, nil
}

// reread makes of a row of the record what its item was answered: the model's text goes through the schema once more.
func (a *attempt) reread(origin Run, it item, row output) (any, error) {
	text := []byte(row.Output)
	if !row.Final {
		var err error
		if text, err = a.definition.steps[0].read(row.Output); err != nil {
			return nil, err
		}
	}
	out, err := a.definition.decode(text)
	if err != nil {
		return nil, fmt.Errorf("not what the function expects: %w", err)
	}
	if origin.Provider == BuiltIn {
		return out, nil
	}
	return a.definition.parse(it, out)
}

// origin is the run whose record is used. That of a reuse is found now, and written down.
func (a *attempt) origin(ctx context.Context) (Run, error) {
	if a.run.Reprise == Replay {
		origin, err := a.Get(ctx, a.run.OriginID)
		if fault.KindOf(err) == fault.NotFound {
			err = fault.New(fault.Conflict, "The task whose record was to be used is deleted. Nothing was saved and nothing was charged.")
		}
		return origin, err
	}
	var same []Run
	err := a.db.Read(ctx).Where("function = ? AND inputs_hash = ? AND prompt_version = ? AND provider = ? AND model = ? AND phase = ?",
		a.run.Function, a.run.InputsHash, a.run.PromptVersion, a.run.Provider, a.run.Model, PhaseDone).
		Where("reprise = ?", Asked).Order("created_at DESC, id DESC").Limit(20).Find(&same).Error
	if err != nil {
		return Run{}, fmt.Errorf("find run with the same inputs: %w", err)
	}
	for _, run := range same {
		if run.Parameters.MaxTokens == a.run.Parameters.MaxTokens && run.Parameters.Server == a.run.Parameters.Server {
			return run, a.write(ctx, map[string]any{"origin_id": run.ID})
		}
	}
	return Run{}, fault.New(fault.Conflict, "No earlier task was asked exactly this: the data, the prompt, the model or its parameters have changed since. Nothing was saved and nothing was charged. Run it again at its price instead.")
}

// record are the answers of a run that is done, by the item's key.
func (a *attempt) record(ctx context.Context, origin Run) (map[string]output, error) {
	var rows []output
	err := a.db.Read(ctx).Where("run_id = ?", origin.ID).Where(answers(a.definition, origin)).Order("created_at, id").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("read record: %w", err)
	}
	kept := make(map[string]output, len(rows))
	for _, row := range rows {
		kept[row.Item] = row
	}
	return kept, nil
}

// answers is the condition of the rows that answer whole items. A function that asks one question for each item has them as the
// model gave them; all others have them as they were saved.
func answers(d *Definition, origin Run) string {
	if origin.Provider != BuiltIn && d.compose == nil {
		return "NOT final"
	}
	return "final"
}
