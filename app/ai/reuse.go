package ai

import (
	"context"
	"fmt"

	"igny8/app/fault"
	"igny8/app/runs"
)

// Again starts a new run with the request of an earlier one, at today's price.
func (e *Engine) Again(ctx context.Context, id string) (runs.Run, error) {
	origin, err := e.Get(ctx, id)
	if err != nil {
		return runs.Run{}, err
	}
	return e.Start(ctx, origin.Function, origin.Request())
}

// QuoteAgain returns the price of Again.
func (e *Engine) QuoteAgain(ctx context.Context, id string) (runs.Quote, error) {
	run, err := e.Get(ctx, id)
	if err != nil {
		return runs.Quote{}, err
	}
	return e.Engine.Quote(ctx, run.Function, run.Request())
}

// Rerun starts a new run that takes its answers from the record, free of charge. A Reuse takes them from the newest run of
// the account that is done and had the same function, inputs, prompt, model and parameters; whether there is one is known
// only when the inputs have been read. A Replay takes those of this run, whatever the inputs are today. Only a run that is
// done has a record.
func (e *Engine) Rerun(ctx context.Context, id string, how runs.Rerun) (runs.Run, error) {
	origin, err := e.Get(ctx, id)
	if err != nil {
		return runs.Run{}, err
	}
	if origin.Phase != runs.PhaseDone {
		return runs.Run{}, fault.New(fault.Conflict, "Only a task that is done has a record to take answers from. Nothing was started.")
	}
	d, err := e.function(origin.Function)
	if err != nil {
		return runs.Run{}, fault.New(fault.Conflict, "A task of this kind asks no model, so there is no record to take answers from. Start it again instead.")
	}
	terms, err := e.terms(ctx, d, origin.Request(), nil)
	if err != nil {
		return runs.Run{}, err
	}
	terms = free(terms, how, origin)
	if how == runs.Replay {
		terms.OriginID = origin.ID
	}
	return e.StartAs(ctx, origin.Function, origin.Request(), terms)
}

// free returns the terms without a price, since no model is asked. A replay names the model of its run, not today's.
func free(t runs.Terms, how runs.Rerun, run runs.Run) runs.Terms {
	t.Free, t.Rerun = true, how
	if how == runs.Replay {
		t.Provider, t.Model, t.IntegrationID = run.Provider, run.Model, run.IntegrationID
		t.Parameters, t.PromptVersion, t.Prompts = run.Parameters, run.PromptVersion, run.Prompts
	}
	return t
}

// recorded returns the answers of a rerun from the record, once the inputs are known.
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
		out, err := a.reread(origin, it, kept)
		if results[i], err = a.resultOf(it, out, origin.Provider == runs.BuiltIn, err); err != nil {
			return nil, err
		}
	}
	return results, nil
}

// reread returns the recorded answer for the item.
func (a *attempt) reread(origin runs.Run, it item, kept map[string]output) (any, error) {
	row, ok := kept[it.key]
	if !ok {
		return nil, Unusable(nil, "The record has no answer for %q: it was not asked for then, got none, or was too long to be kept. Run it again instead.", it.label)
	}
	out, err := a.decoded(origin, it, row)
	if err != nil {
		return nil, Unusable(err, "The recorded answer for %q cannot be used any more (%s). Run it again instead.", it.label, errorKind(err))
	}
	return out, nil
}

// decoded decodes a stored answer for its item. A model's text is checked against the schema again.
func (a *attempt) decoded(origin runs.Run, it item, row output) (any, error) {
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
	if origin.Provider == runs.BuiltIn {
		return out, nil
	}
	return a.definition.parse(it, out)
}

// origin returns the run whose record is used. A reuse looks for it now, and stores its id.
func (a *attempt) origin(ctx context.Context) (runs.Run, error) {
	if a.Run.Rerun == runs.Replay {
		origin, err := a.Get(ctx, a.Run.OriginID)
		if fault.KindOf(err) == fault.NotFound {
			err = fault.New(fault.Conflict, "The task whose record was to be used is deleted. Nothing was saved and nothing was charged.")
		}
		return origin, err
	}
	var same []runs.Run
	err := a.db.Read(ctx).Where("function = ? AND inputs_hash = ? AND prompt_version = ? AND provider = ? AND model = ? AND phase = ?",
		a.Run.Function, a.Run.InputsHash, a.Run.PromptVersion, a.Run.Provider, a.Run.Model, runs.PhaseDone).
		Where("rerun = ?", runs.Asked).Order("created_at DESC, id DESC").Limit(20).Find(&same).Error
	if err != nil {
		return runs.Run{}, fmt.Errorf("find run with the same inputs: %w", err)
	}
	for _, run := range same {
		if run.Parameters.MaxTokens == a.Run.Parameters.MaxTokens && run.Parameters.Server == a.Run.Parameters.Server {
			return run, a.Write(ctx, map[string]any{"origin_id": run.ID})
		}
	}
	return runs.Run{}, fault.New(fault.Conflict, "No earlier task was asked exactly this: the data, the prompt, the model or its parameters have changed since. Nothing was saved and nothing was charged. Run it again at its price instead.")
}

// record returns the answers of a run that is done, by the item's key.
func (a *attempt) record(ctx context.Context, origin runs.Run) (map[string]output, error) {
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

// answers returns the condition of the rows that answer whole items. A function that asks one question for each item has
// them as the model gave them; all others have them as they were saved.
func answers(d *Definition, origin runs.Run) string {
	if origin.Provider != runs.BuiltIn && d.compose == nil {
		return "NOT final"
	}
	return "final"
}
