package planner_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/ai/aitest"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
	"igny8/app/runs"
)

// proposesIdeas answers with an idea.
func proposesIdeas(aitest.Call) aitest.Answer {
	return aitest.Says(`{"title":"Of a model","angle":"For owners.","intent":"informational","outline":["One","Two","Three","Four","Five","Six"],"target_keywords":[]}`)
}

// ideasOf returns a request for ideas for the clusters.
func (w *world) ideasOf(ids ...string) runs.Request {
	payload, err := json.Marshal(map[string]any{"cluster_ids": ids})
	w.must(err)
	return runs.Request{SectorID: w.Sector, Payload: payload}
}

// proposedIdeas writes proposed ideas for the clusters, without a run.
func (w *world) proposedIdeas(clusters ...planner.Cluster) (list []ideas.Idea) {
	w.Helper()
	for _, c := range clusters {
		w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
			planned := pages.Page{SiteID: w.Site, SectorID: &w.Sector, ClusterID: &c.ID, Kind: pages.Article, Title: c.Name}
			page, err := pages.Propose(tx, planned)
			if err != nil {
				return err
			}
			idea := ideas.Idea{
				ID: database.NewID(), SiteID: w.Site, SectorID: w.Sector, ClusterID: c.ID, PageID: page.ID, Title: c.Name,
				State: ideas.IdeaProposed, Outline: []string{}, TargetKeywords: []string{}, Waivers: []ideas.Waiver{},
			}
			list = append(list, idea)
			return tx.Create(&idea).Error
		}))
	}
	return list
}

func (w *world) idea(id string) ideas.Idea {
	w.Helper()
	i, err := w.ideas.Idea(w.ctx, id)
	w.must(err)
	return i
}

// TestDecidedIdeasAreRefusedByName asks for ideas of clusters whose idea somebody has decided on: nothing would come of it.
func TestDecidedIdeasAreRefusedByName(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	list := w.proposedIdeas(c["puppy food"], c["raw dog food"], c["crate training"])
	_, err := w.ideas.UpdateIdea(w.ctx, list[0].ID, ideas.IdeaChange{Title: p("Mine")})
	w.must(err)
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error { return ideas.AcceptIdeas(tx, list[1:2]) }))
	all := []string{list[0].ClusterID, list[1].ClusterID, list[2].ClusterID}

	_, err = w.engine.Quote(w.ctx, ideas.GenerateIdeas, w.ideasOf(all...))
	w.refused(err, fault.Invalid, "the ideas of “puppy food”, “raw dog food”. They stay as they are")
	_, err = w.engine.RunAITask(w.ctx, ideas.GenerateIdeas, w.ideasOf(all...))
	w.refused(err, fault.Invalid, "the ideas of “puppy food”, “raw dog food”. They stay as they are")
	_, err = w.engine.Quote(w.Ctx(accountstest.Stranger), ideas.GenerateIdeas, w.ideasOf(all...))
	w.refused(err, fault.NotFound, "sector")
	run, err := w.ideas.StartIdeas(w.ctx, w.Sector, all[2:])
	w.must(err)
	if run = w.await(run); run.CreditsCharged != 1 || run.Message != "1 idea is ready." {
		t.Errorf("%s: %q, %d credits", run.Phase, run.Message, run.CreditsCharged)
	}
}

// TestIdeaDecidedBeforeTheRunBeginsIsNotCounted decides on an idea, and merges a cluster, between the start and the beginning.
func TestIdeaDecidedBeforeTheRunBeginsIsNotCounted(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	list := w.proposedIdeas(c["puppy food"], c["crate training"])
	run, err := w.ideas.StartIdeas(w.ctx, w.Sector, []string{list[0].ClusterID, list[1].ClusterID, c["raw dog food"].ID})
	w.must(err)
	_, err = w.ideas.UpdateIdea(w.ctx, list[0].ID, ideas.IdeaChange{Title: p("Mine")})
	w.must(err)
	run = w.await(run)
	if run.CreditsQuoted != 3 || run.CreditsCharged != 2 || !strings.HasPrefix(run.Message, "2 ideas are ready.") || len(run.Failed) != 1 || run.Failed[0].Label != "puppy food" {
		t.Errorf("%q, %d credits of %d, failed %+v", run.Message, run.CreditsCharged, run.CreditsQuoted, run.Failed)
	}
	if w.idea(list[0].ID).Title != "Mine" {
		t.Error("the idea of a person was replaced")
	}
}

// TestIdeaDecidedWhileTheRunWorksIsNotCharged decides on ideas while a model thinks of others: the one is charged that is written.
func TestIdeaDecidedWhileTheRunWorksIsNotCharged(t *testing.T) {
	t.Parallel()
	model := aitest.New(t, proposesIdeas)
	w := reviewedBy(t, model)
	c := w.tree()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	list := w.proposedIdeas(c["puppy food"], c["raw dog food"], c["crate training"])
	release := model.Hold()
	run, err := w.ideas.StartIdeas(w.ctx, w.Sector, []string{list[0].ClusterID, list[1].ClusterID, list[2].ClusterID})
	w.must(err)
	w.start.Do(func() { w.must(w.queue.Start()) })
	for model.Open() == 0 {
		w.must(runs.Sleep(w.ctx, time.Millisecond))
	}
	_, err = w.ideas.UpdateIdea(w.ctx, list[0].ID, ideas.IdeaChange{Title: p("Mine")})
	w.must(err)
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error { return ideas.AcceptIdeas(tx, list[1:2]) }))
	release()
	run = w.await(run)
	failed := []string{}
	for _, f := range run.Failed {
		failed = append(failed, f.Label+": "+f.Reason)
	}
	slices.Sort(failed)
	want := []string{"puppy food: Somebody has decided on its idea in the meantime. It stays as it is.", "raw dog food: Somebody has decided on its idea in the meantime. It stays as it is."}
	if run.CreditsCharged != 1 || !strings.HasPrefix(run.Message, "1 idea is ready.") || !slices.Equal(failed, want) {
		t.Errorf("%q, %d credits, failed %q", run.Message, run.CreditsCharged, failed)
	}
	if w.idea(list[0].ID).Title != "Mine" || w.idea(list[1].ID).Title != "raw dog food" || w.idea(list[2].ID).Title != "Of a model" {
		t.Error("an idea that somebody decided on was replaced")
	}
}

// TestRetryLeavesOutDecidedIdeas decides on an idea after its run has failed: the retry makes the other.
func TestRetryLeavesOutDecidedIdeas(t *testing.T) {
	t.Parallel()
	model := aitest.New(t, aitest.Always(aitest.Fails(401)))
	w := reviewedBy(t, model)
	c := w.tree()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	list := w.proposedIdeas(c["puppy food"], c["crate training"])
	run, err := w.ideas.StartIdeas(w.ctx, w.Sector, []string{list[0].ClusterID, list[1].ClusterID})
	w.must(err)
	w.start.Do(func() { w.must(w.queue.Start()) })
	if run, err = w.engine.Wait(w.ctx, run.ID); err != nil || run.Phase != runs.PhaseFailed {
		t.Fatalf("%s %q, %v", run.Phase, run.Message, err)
	}
	model.Follow(proposesIdeas)
	_, err = w.ideas.UpdateIdea(w.ctx, list[0].ID, ideas.IdeaChange{Title: p("Mine")})
	w.must(err)
	_, err = w.engine.Retry(w.ctx, run.ID)
	w.must(err)
	run = w.await(run)
	if run.CreditsCharged != 1 || len(run.Failed) != 1 || run.Failed[0].Label != "puppy food" || w.idea(list[0].ID).Title != "Mine" {
		t.Errorf("%q, %d credits, failed %+v", run.Message, run.CreditsCharged, run.Failed)
	}

	model.Follow(aitest.Always(aitest.Fails(401)))
	run, err = w.ideas.StartIdeas(w.ctx, w.Sector, []string{list[1].ClusterID})
	w.must(err)
	_, err = w.engine.Wait(w.ctx, run.ID)
	w.must(err)
	_, err = w.ideas.UpdateIdea(w.ctx, list[1].ID, ideas.IdeaChange{Title: p("Mine, too")})
	w.must(err)
	_, err = w.engine.Retry(w.ctx, run.ID)
	w.refused(err, fault.Invalid, "the idea of “crate training”")
}
