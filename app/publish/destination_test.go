package publish_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/blocks"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/publish"
	"igny8/app/runs"
	"igny8/app/writer"
)

// scripted is a second kind of destination, as another package could implement it. It publishes one content after the other.
type scripted struct {
	mu      sync.Mutex
	shows   map[string]int64 // revisions by content
	applies int
	at      func(ctx context.Context, apply int) error // called during each Apply; may be nil
	removed bool
}

func (*scripted) Kind() string { return "scripted" }

func (s *scripted) Live(context.Context, publish.Destination) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Repeat("x", len(s.shows)), nil
}

func (s *scripted) Plan(_ context.Context, _ publish.Destination, snapshot publish.Snapshot) (p publish.Preflight, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range snapshot.Shown() {
		if s.shows[c.ContentID] != c.Revision {
			p.Changes = append(p.Changes, publish.Change{Path: c.Path, Kind: "changed"})
		}
	}
	return p, nil
}

func (s *scripted) Apply(ctx context.Context, j publish.Job) (publish.Outcome, error) {
	j.Progress(0.5, "Half of it is there.")
	s.mu.Lock()
	s.applies++
	apply := s.applies
	s.mu.Unlock()
	if s.at != nil {
		if err := s.at(ctx, apply); err != nil {
			return publish.Outcome{}, err
		}
	}
	return publish.Outcome{Summary: "It is there.", Shown: j.Snapshot.Shown(), Switch: func() error {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.shows = map[string]int64{}
		for _, c := range j.Snapshot.Shown() {
			s.shows[c.ContentID] = c.Revision
		}
		return nil
	}}, nil
}

func (s *scripted) Remove(context.Context, publish.Destination) error { s.removed = true; return nil }

// desk is a site that is live at its own renderer and has a second destination.
type desk struct {
	*apptest.World
	*testing.T
	things apptest.Things
	owner  context.Context
	second publish.Destination
	*scripted
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	w := apptest.New(t)
	d := &desk{World: w, T: t, owner: w.Ctx(accountstest.Owner), scripted: &scripted{}}
	w.Publish.Register(d.scripted)
	d.things = w.Furnish()
	before, err := w.Publish.Find(d.owner, elsewhere(d.things.Site))
	d.must(err)
	if before.ID != "" {
		t.Error("looking for a destination made it")
	}
	d.second, err = w.Publish.Ensure(d.owner, elsewhere(d.things.Site))
	d.must(err)
	return d
}

func elsewhere(siteID string) publish.NewDestination {
	return publish.NewDestination{SiteID: siteID, Kind: "scripted", Name: "Elsewhere", Address: "https://elsewhere.example"}
}

func (d *desk) must(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

// rewrite approves a new text of the first content.
func (d *desk) rewrite(text string) {
	d.Helper()
	c, err := d.Writer.Content(d.owner, d.things.Content)
	d.must(err)
	document := blocks.Document{{ID: "p1", Type: blocks.TypeParagraph, Text: text}}
	c, err = d.Writer.Save(d.owner, c.ID, writer.Change{Revision: c.Revision, Blocks: &document})
	d.must(err)
	_, err = d.Writer.Approve(d.owner, c.ID, c.Revision)
	d.must(err)
}

func (d *desk) start() runs.Run {
	d.Helper()
	run, err := d.Publish.Start(d.owner, d.second, true)
	d.must(err)
	return run
}

func (d *desk) ends(run runs.Run, want runs.Phase) runs.Run {
	d.Helper()
	run, err := d.Runs.Wait(d.owner, run.ID)
	if err != nil || run.Phase != want {
		d.Fatalf("the publish is %s (%s), want %s: %v", run.Phase, run.Message, want, err)
	}
	return run
}

// is checks the state of the first content, and whether the gate is passed.
func (d *desk) is(state writer.ContentState, passed bool) {
	d.Helper()
	c, err := d.Writer.Content(d.owner, d.things.Content)
	d.must(err)
	g, err := d.Publish.Gate(d.owner, d.things.Site)
	d.must(err)
	if c.State != state || g.Passed != passed {
		d.Errorf("the content is %s and the gate passed: %v; want %s and %v", c.State, g.Passed, state, passed)
	}
}

func TestDestinationRefusals(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	unknown, err := d.Publish.Ensure(d.owner, publish.NewDestination{SiteID: d.things.Site, Kind: "carrier pigeon", Name: "Pigeon"})
	d.must(err)
	moved := d.second
	moved.SiteID = d.OtherSite
	for name, c := range map[string]struct {
		ctx  context.Context
		to   publish.Destination
		want fault.Kind
	}{
		"an unknown kind":                 {d.owner, unknown, fault.Unavailable},
		"a destination of another site":   {d.owner, moved, fault.NotFound},
		"a person who may not publish":    {d.Ctx(accountstest.Viewer), d.second, fault.Forbidden},
		"the other account":               {d.Foreign, d.second, fault.NotFound},
		"a destination that is not there": {d.owner, publish.Destination{ID: "x", SiteID: d.things.Site}, fault.NotFound},
	} {
		if _, err := d.Publish.Start(c.ctx, c.to, true); fault.KindOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	if _, err := d.Publish.Destination(d.Foreign, d.second.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the other account reads the destination: %v", err)
	}
	if again, err := d.Publish.Ensure(d.owner, elsewhere(d.things.Site)); err != nil || again.ID != d.second.ID {
		t.Errorf("the destination was made twice: %v, %v", again, err)
	}
}

// TestSecondDestinationKeepsWhatTheFirstShows publishes to one of two destinations at a time. A content stays published
// while either shows it.
func TestSecondDestinationKeepsWhatTheFirstShows(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.is(writer.ContentPublished, true)
	d.ends(d.start(), runs.PhaseDone)
	d.is(writer.ContentPublished, true)

	d.rewrite("The hose is green.")
	d.is(writer.ContentApproved, false)
	d.ends(d.start(), runs.PhaseDone)
	d.is(writer.ContentPublished, false) // live at one, and outdated at the other
	d.PublishSite(d.owner, d.things.Site)
	d.is(writer.ContentPublished, true)

	// Rolling back the first one does not unpublish what the second shows.
	_, err := d.Releases.Activate(d.owner, d.things.Release)
	d.must(err)
	d.is(writer.ContentPublished, false)
	var live []publish.Publication
	d.must(d.DB.Read(d.owner).Where("content_id = ? AND remote_state = ?", d.things.Content, publish.PublicationLive).Find(&live).Error)
	if len(live) != 2 || live[0].Revision == live[1].Revision {
		t.Errorf("publications %+v, want two revisions", live)
	}

	// A destination that shows nothing does not unpublish what the other shows.
	d.must(d.DB.Tx(d.owner, func(tx *gorm.DB) error { return publish.Show(tx, d.second, nil) }))
	d.is(writer.ContentApproved, false)
	page, err := d.Pages.Get(d.owner, d.content().PageID)
	d.must(err)
	if page.State != "published" {
		t.Errorf("the page is %s although one destination shows it", page.State)
	}
	d.must(d.Publish.DeleteSite(d.owner, d.things.Site))
	if !d.removed {
		t.Error("the second destination was not told that the site is deleted")
	}
}

func (d *desk) content() writer.Content {
	d.Helper()
	c, err := d.Writer.Content(d.owner, d.things.Content)
	d.must(err)
	return c
}

// TestFailedPublishChangesNothing lets publishes fail in every way. What readers see stays, and a retry is possible.
func TestFailedPublishChangesNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.at = func(ctx context.Context, apply int) error {
		switch apply {
		case 1:
			return fault.New(fault.Unavailable, "Elsewhere does not answer.")
		case 2:
			<-ctx.Done()
			return ctx.Err()
		}
		return nil
	}
	failed := d.ends(d.start(), runs.PhaseFailed)
	if failed.Message != "Elsewhere does not answer." || len(d.shows) != 0 {
		t.Errorf("failed with %q, and readers see %v", failed.Message, d.shows)
	}
	run, err := d.Runs.Retry(d.owner, failed.ID)
	d.must(err)
	for deadline := time.Now().Add(30 * time.Second); run.Phase != runs.PhaseCall &&
		time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		run, err = d.Runs.Get(d.owner, run.ID)
		d.must(err)
	}
	_, err = d.Runs.Cancel(d.owner, run.ID)
	d.must(err)
	if len(d.shows) != 0 {
		t.Errorf("a cancelled publish shows %v", d.shows)
	}
	_, err = d.Runs.Retry(d.owner, run.ID)
	d.must(err)
	if done := d.ends(run, runs.PhaseDone); done.Message != "It is there." || len(d.shows) == 0 {
		t.Errorf("done with %q, and readers see %v", done.Message, d.shows)
	}
}

// TestPublishRefusesASecondRun starts a second publish to a destination while the first is running. It is refused and names the
// first. Only a person who may publish can cancel the first.
func TestPublishRefusesASecondRun(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.at = func(ctx context.Context, _ int) error {
		<-ctx.Done()
		return ctx.Err()
	}
	first := d.start()
	var underway *runs.Underway
	if _, err := d.Publish.Start(d.owner, d.second, false); !errors.As(err, &underway) || underway.Run.ID != first.ID {
		t.Errorf("a second publish: %v, want the first one named", err)
	}
	for _, who := range []accountstest.Person{accountstest.Editor, accountstest.Viewer} {
		if _, err := d.Runs.Cancel(d.Ctx(who), first.ID); fault.KindOf(err) != fault.Forbidden {
			t.Errorf("cancelled by %s: %v, want forbidden", who, err)
		}
	}
	_, err := d.Runs.Cancel(d.owner, first.ID)
	d.must(err)
	if _, err := d.Runs.Retry(d.Ctx(accountstest.Editor), first.ID); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("tried again by an editor: %v, want forbidden", err)
	}
	d.at = nil
	d.ends(d.start(), runs.PhaseDone)
}

// TestPublishSurvivesItsWorker lets a worker stop in the middle of a publish. Another worker takes over and ends the run;
// then the first continues. Its late work must not count.
func TestPublishSurvivesItsWorker(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	silent, wake := make(chan struct{}), make(chan struct{})
	d.at = func(_ context.Context, apply int) error {
		if apply == 1 {
			close(silent)
			<-wake
		}
		return nil
	}
	queued := d.start()
	<-silent
	if len(d.shows) != 0 {
		t.Errorf("readers see %v of a publish that is not done", d.shows)
	}
	d.must(d.DB.Tx(d.owner, func(tx *gorm.DB) error {
		lost := map[string]any{"lease_owner": "a process that is gone", "lease_until": database.Now().Add(-time.Second)}
		return tx.Model(&runs.Run{}).Where("id = ?", queued.ID).Updates(lost).Error
	}))
	done := d.ends(queued, runs.PhaseDone)
	close(wake)
	if done.Attempt < 2 || len(d.shows) == 0 {
		t.Errorf("run %+v, and readers see %v", done, d.shows)
	}
	d.is(writer.ContentPublished, true)
}
