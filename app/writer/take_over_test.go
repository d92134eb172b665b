package writer_test

import (
	"slices"
	"testing"

	"igny8/app/planner/ideas"
	"igny8/app/writer"
)

func TestTakeOverAddsKeywordsOfAClosedIdea(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	open := d.task(d.unapproved(1)[0])
	d.must(d.Writer.ApproveBriefs(d.ctx, open.SiteID, []string{open.ID}))
	drafted := d.task(d.things.Task)
	waiting, err := d.Ideas.Ideas(d.ctx, ideas.IdeaQuery{SiteID: open.SiteID, State: ideas.IdeaProposed})
	d.must(err)
	shared := []string{open.Brief.Keywords[0], drafted.Brief.Keywords[0]}
	targets := append(shared, "how to mend a kettle", "kettle mending")
	extend := func(idea ideas.Idea, t writer.Task) writer.Task {
		_, err := d.Ideas.UpdateIdea(d.ctx, idea.ID, ideas.IdeaChange{TargetKeywords: &targets})
		d.must(err)
		_, err = d.Ideas.ExtendPage(d.ctx, idea.ID, t.PageID)
		d.must(err)
		return d.task(t.ID)
	}
	got := extend(waiting.Items[0], open)
	want := append(slices.Clone(open.Brief.Keywords), "how to mend a kettle", "kettle mending")
	if shared[1] != shared[0] {
		want = slices.Insert(want, len(open.Brief.Keywords), shared[1])
	}
	if !slices.Equal(got.Brief.Keywords, want) || !slices.Contains(got.Brief.Questions, "how to mend a kettle") || slices.Contains(got.Brief.Questions, "kettle mending") {
		t.Errorf("the brief has the keywords %q and the questions %q", got.Brief.Keywords, got.Brief.Questions)
	}
	if got.BriefApprovedAt != nil || !got.BriefEdited {
		t.Errorf("the changed brief is approved at %v", got.BriefApprovedAt)
	}
	if after := extend(waiting.Items[1], drafted); drafted.State == writer.TaskOpen ||
		!slices.Equal(after.Brief.Keywords, drafted.Brief.Keywords) {
		t.Errorf("the brief of a %s task has changed to %q", drafted.State, after.Brief.Keywords)
	}
}
