package ai

import (
	"bytes"
	"context"
	"encoding/json"

	"gorm.io/gorm"

	"igny8/app/fault"
)

// RunKind is a kind of long work that asks no model: publishing a site, taking an inventory. It is free of charge. Its run is started, watched,
// cancelled and tried again like every other.
type RunKind[Payload, Output any] struct {
	Name, Title string // "publish_site", "Publish the site"
	PerSite     bool   // works on a site, not on a sector

	// Check refuses a request with a fault. It is asked when the run is queued and again when it begins. It may be nil.
	Check func(context.Context, Input[Payload]) error
	// Work does everything but saving. It returns when the context ends: the run was cancelled, or the process stops. After a crash it runs
	// again from its beginning.
	Work func(context.Context, Run, Payload, Progress) (Output, error)
	// Save writes the domain rows with tx, the transaction that ends the run. It may run again after a failed transaction, never after a
	// successful one. It may be nil.
	Save func(ctx context.Context, tx *gorm.DB, run Run, out Output) error
	// Summary is the sentence of a run that is done. It may be nil.
	Summary func(Output) string
}

// Input is what a run works on, its payload decoded.
type Input[Payload any] struct {
	SiteID, SectorID string
	Payload          Payload
}

// DefineRunKind makes a kind ready to be registered.
func DefineRunKind[Payload, Output any](k RunKind[Payload, Output]) Definition {
	return Definition{
		name: k.Name, title: k.Title, perSite: k.PerSite, localOnly: true, hasLocal: true,
		units: func(ctx context.Context, r Request) (int64, error) {
			payload, err := decodePayload[Payload](r.Payload)
			if err != nil || k.Check == nil {
				return 0, err
			}
			return 0, k.Check(ctx, Input[Payload]{r.SiteID, r.SectorID, payload})
		},
		prepare: func(context.Context, Request) ([]item, error) { return nil, nil },
		work: func(ctx context.Context, run Run, progress Progress) (any, error) {
			payload, err := decodePayload[Payload](run.Payload)
			if err != nil {
				return nil, err
			}
			return k.Work(ctx, run, payload, progress)
		},
		save: func(ctx context.Context, tx *gorm.DB, run Run, results []result) error {
			if k.Save == nil {
				return nil
			}
			return k.Save(ctx, tx, run, results[0].out.(Output))
		},
		summary: func(results []result) string {
			if k.Summary == nil {
				return "Done."
			}
			return k.Summary(results[0].out.(Output))
		},
	}
}

// decodePayload reads a payload strictly: a misspelt name would otherwise be a silent default.
func decodePayload[Payload any](data json.RawMessage) (payload Payload, err error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&payload); err != nil {
		return payload, fault.Fields{{Name: "payload", Message: "This function does not take the payload. " + fault.JSON(err)}}.Err()
	}
	return payload, nil
}

// doWork is AI_CALL of a run that asks no model.
func (a *attempt) doWork(ctx context.Context) ([]result, error) {
	out, err := a.definition.work(ctx, a.run, func(fraction float64, sentence string) {
		a.progress(ctx, min(max(fraction, 0), 1), sentence)
	})
	if err == nil {
		err = ctx.Err()
	}
	return []result{{out: out, builtIn: true}}, err
}
