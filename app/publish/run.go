package publish

import (
	"context"
	"encoding/json"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/runs"
)

// PublishSite is the name of the run that publishes a site to a destination.
const PublishSite = "publish_site"

// payload is the payload of the run.
type payload struct {
	DestinationID string `json:"destination_id"`
	Live          bool   `json:"live,omitempty"` // readers see the result when the run is done
}

// applied is the result of Apply, passed on to SAVE.
type applied struct {
	payload
	destination Destination
	outcome     Outcome
}

func (s *Service) publishSite() runs.Definition {
	return runs.Define(runs.Kind[payload, applied]{
		Name: PublishSite, Title: "Publish the site", PerSite: true, Permission: accounts.Publish,
		Check: func(ctx context.Context, in runs.Input[payload]) error {
			return s.checkWriterGate(ctx, in.SiteID, in.Payload)
		},
		Subjects: func(r runs.Input[payload]) []string { return []string{r.Payload.DestinationID} },
		Work:     s.apply,
		Save:     s.save,
		Summary:  func(a applied) string { return a.outcome.Summary },
	})
}

// Start queues a run that publishes the approved contents to the destination. live says whether readers see the result when
// the run is done. While a run to the destination has not ended, Start refuses with *runs.Underway.
func (s *Service) Start(ctx context.Context, d Destination, live bool) (runs.Run, error) {
	payload, err := json.Marshal(payload{d.ID, live})
	if err != nil {
		return runs.Run{}, fmt.Errorf("encode publish: %w", err)
	}
	return s.Runs.Start(ctx, PublishSite, runs.Request{SiteID: d.SiteID, Payload: payload})
}

// Latest returns the newest publish of the site; ok is false if there is none.
func (s *Service) Latest(ctx context.Context, siteID string) (run runs.Run, ok bool, err error) {
	page, err := s.Runs.List(ctx, runs.Filter{SiteID: siteID, Function: PublishSite, Limit: 1})
	if err != nil || len(page.Items) == 0 {
		return runs.Run{}, false, err
	}
	return page.Items[0], true, nil
}

// checkWriterGate refuses a run whose destination is unknown or while the Writer's gate is not passed.
func (s *Service) checkWriterGate(ctx context.Context, siteID string, o payload) error {
	d, err := s.Destination(ctx, o.DestinationID)
	if err != nil {
		return err
	}
	if d.SiteID != siteID {
		return fault.Missing("destination")
	}
	if _, err := s.publisher(d); err != nil {
		return err
	}
	return s.RequireWriterGate(ctx, siteID)
}

// RequireWriterGate refuses to publish until the Writer's gate is passed. When it is passed, the site has entered the
// Publish stage.
func (s *Service) RequireWriterGate(ctx context.Context, siteID string) error {
	g, err := s.Writer.Gate(ctx, siteID)
	if err != nil {
		return err
	}
	return s.Sites.Enter(ctx, siteID, g)
}

func (s *Service) apply(ctx context.Context, run runs.Run, o payload, progress runs.Progress) (applied, error) {
	a := applied{payload: o}
	var err error
	if a.destination, err = s.Destination(ctx, o.DestinationID); err != nil {
		return a, err
	}
	p, err := s.publisher(a.destination)
	if err != nil {
		return a, err
	}
	snapshot, err := s.Snapshot(ctx, run.SiteID)
	if err != nil {
		return a, err
	}
	a.outcome, err = p.Apply(ctx, Job{RunID: run.ID, Destination: a.destination, Snapshot: snapshot, Live: o.Live, Progress: progress})
	return a, err
}

// save writes the rows of the publish, and makes it visible last: if the transaction fails before, readers see no change. If
// the transaction cannot be committed after the switch, readers see the new state although the run has failed, and the gate
// asks for another publish. That one finds the new state in place and writes the rows.
func (s *Service) save(ctx context.Context, tx *gorm.DB, run runs.Run, a applied) error {
	if err := Lock(tx, a.destination); err != nil {
		return err
	}
	if err := s.Sites.SetStage(tx, run.SiteID, gates.Publish); err != nil {
		return err
	}
	if a.outcome.Save != nil {
		if err := a.outcome.Save(ctx, tx); err != nil {
			return err
		}
	}
	if err := tx.Model(&Destination{}).Where("id = ?", a.destination.ID).Update("applied_at", database.Now()).Error; err != nil {
		return fmt.Errorf("mark destination: %w", err)
	}
	if !a.Live {
		return nil
	}
	if err := Show(tx, a.destination, a.outcome.Shown); err != nil {
		return err
	}
	if a.outcome.Switch == nil {
		return nil
	}
	return a.outcome.Switch()
}
