package runs

import (
	"bytes"
	"context"
	"encoding/json"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/fault"
)

// Request is what a run is asked to work on. The engine fills in the site of a sector.
type Request struct {
	SiteID, SectorID string
	Payload          json.RawMessage // a JSON object, {} when nothing was given
}

// Input is a request with its payload decoded.
type Input[Payload any] struct {
	SiteID, SectorID string
	Payload          Payload
}

// Progress reports how far the work is, from 0 to 1, and what it is doing in one sentence.
type Progress func(fraction float64, sentence string)

// Definition is a kind of work as the engine stores it.
type Definition struct {
	Name, Title string // "publish_site", "Publish the site"
	PerSite     bool   // works on a site, not on a sector
	// Permission is what it takes to start, cancel and try again a run of the kind; accounts.Work if empty.
	Permission accounts.Permission
	// Plan checks a request, refuses it with a fault, and returns its terms. It is called when the run is queued. prior is
	// the run that is retried, nil for a new one.
	Plan func(ctx context.Context, r Request, prior *Run) (Terms, error)
	// Narrow returns the payload that asks for the given subjects of failures alone. Without it a run that is done is not tried again.
	Narrow func(payload json.RawMessage, subjects []string) (json.RawMessage, error)
	// Work does everything but saving, under a lease that the engine renews meanwhile. It returns when the context ends.
	Work func(context.Context, *Attempt) (Outcome, error)
}

// Terms describe a run before it is queued.
type Terms struct {
	Record            // who does it; Parameters hold its price
	Subjects []string // what it is about, such as the ids of rows. Two runs of a kind that have not ended cannot share one
	Free     bool     // it costs nothing, whatever its parameters say, and needs no approval
}

// Outcome is finished work that waits to be saved.
type Outcome struct {
	// Save writes the domain rows with tx, the transaction that ends the run, and returns what it wrote. If it returns failures and no
	// units, the run fails and tx is rolled back. It may run again after a failed transaction, never after a successful one.
	Save func(ctx context.Context, tx *gorm.DB) (Saved, error)
}

// Kind is a kind of long work that asks no model, such as publishing a site or taking an inventory. It is free of charge.
type Kind[Payload, Output any] struct {
	Name, Title string // "publish_site", "Publish the site"
	PerSite     bool   // works on a site, not on a sector
	// Permission is what it takes to start, cancel and try again a run of the kind; accounts.Work if empty.
	Permission accounts.Permission

	// Check refuses a request with a fault. It is called when the run is queued and again when it begins. It may be nil.
	Check func(context.Context, Input[Payload]) error
	// Subjects returns what the run is about, such as the ids of rows. Two runs of the kind that have not ended cannot share
	// a subject. It may be nil.
	Subjects func(Input[Payload]) []string
	// Work does everything but saving. It returns when the context ends: the run was cancelled, or the process stops. After
	// a crash it begins again.
	Work func(context.Context, Run, Payload, Progress) (Output, error)
	// Save writes the domain rows with tx, the transaction that ends the run. It may run again after a failed transaction, never after a
	// successful one. It may be nil.
	Save func(ctx context.Context, tx *gorm.DB, run Run, out Output) error
	// Summary returns the message of a run that is done. It may be nil.
	Summary func(Output) string
}

// Define returns the definition of a kind, ready to register.
func Define[Payload, Output any](k Kind[Payload, Output]) Definition {
	return Definition{
		Name: k.Name, Title: k.Title, PerSite: k.PerSite, Permission: k.Permission,
		Plan: func(ctx context.Context, r Request, _ *Run) (Terms, error) {
			in, err := k.checked(ctx, r)
			t := Terms{Record: Record{Provider: BuiltIn}}
			if err == nil && k.Subjects != nil {
				t.Subjects = k.Subjects(in)
			}
			return t, err
		},
		Work: k.work,
	}
}

func (k Kind[Payload, Output]) checked(ctx context.Context, r Request) (Input[Payload], error) {
	in, err := Read[Payload](r)
	if err == nil && k.Check != nil {
		err = k.Check(ctx, in)
	}
	return in, err
}

func (k Kind[Payload, Output]) work(ctx context.Context, a *Attempt) (Outcome, error) {
	if err := a.Enter(ctx, PhasePrep, PercentPrep, "Reading what is needed.", nil); err != nil {
		return Outcome{}, err
	}
	in, err := k.checked(ctx, a.Run.Request())
	if err != nil {
		return Outcome{}, err
	}
	if err := a.Enter(ctx, PhaseCall, PercentCall, "Working.", nil); err != nil {
		return Outcome{}, err
	}
	out, err := k.Work(ctx, a.Run, in.Payload, func(fraction float64, sentence string) {
		a.Progress(ctx, min(max(fraction, 0), 1), sentence)
	})
	if err == nil {
		err = ctx.Err()
	}
	return Outcome{Save: func(ctx context.Context, tx *gorm.DB) (Saved, error) { return k.save(ctx, tx, a.Run, out) }}, err
}

func (k Kind[Payload, Output]) save(ctx context.Context, tx *gorm.DB, run Run, out Output) (Saved, error) {
	s := Saved{Summary: "Done."}
	if k.Summary != nil {
		s.Summary = k.Summary(out)
	}
	if k.Save == nil {
		return s, nil
	}
	return s, k.Save(ctx, tx, run, out)
}

// Read returns the request with its payload decoded.
func Read[Payload any](r Request) (Input[Payload], error) {
	payload, err := Decode[Payload](r.Payload)
	return Input[Payload]{SiteID: r.SiteID, SectorID: r.SectorID, Payload: payload}, err
}

// Decode reads a payload strictly, because a misspelt name would otherwise silently mean the default.
func Decode[Payload any](data json.RawMessage) (payload Payload, err error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&payload); err != nil {
		return payload, fault.Fields{{Name: "payload", Message: "This function does not take the payload. " + fault.JSON(err)}}.Err()
	}
	return payload, nil
}
