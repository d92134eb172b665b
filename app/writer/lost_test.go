package writer_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/pages"
	"igny8/app/planner/ideas"
	"igny8/app/writer"
)

// rivalOf proposes an idea whose keyword the page is to take over.
func (d *desk) rivalOf(page pages.Page, keyword string) (idea ideas.Idea) {
	d.Helper()
	d.must(d.DB.Tx(d.ctx, func(tx *gorm.DB) error {
		other, err := pages.Propose(tx, pages.Page{SiteID: page.SiteID, SectorID: page.SectorID, ClusterID: page.ClusterID, Title: keyword})
		if err != nil {
			return err
		}
		idea = ideas.Idea{
			ID: database.NewID(), SiteID: page.SiteID, SectorID: *page.SectorID, ClusterID: *page.ClusterID, PageID: other.ID,
			State: ideas.IdeaProposed, Title: keyword, Outline: []string{"a"}, TargetKeywords: []string{keyword}, Waivers: []ideas.Waiver{},
		}
		return tx.Create(&idea).Error
	}))
	return idea
}

func TestContentTaskAndIdeaKeepWhatWritersChangeAtOnce(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	page, err := d.Pages.Get(d.ctx, d.content().PageID)
	d.must(err)
	edited := d.rivalOf(page, "an idea that people edit")
	person := d.Member(accountstest.Editor).UserID
	save := func(c writer.Change) func() error {
		return func() error { _, err := d.Writer.Join(d.ctx, d.things.Content, c); return err }
	}
	change := func(c writer.TaskChange) func() error {
		return func() error { _, err := d.Writer.UpdateTask(d.ctx, d.things.Task, c); return err }
	}
	edit := func(c ideas.IdeaChange) func() error {
		return func() error { _, err := d.Ideas.UpdateIdea(d.ctx, edited.ID, c); return err }
	}
	for n := range 40 {
		before, text, day := d.content(), fmt.Sprintf("Round %d", n), time.Now().AddDate(0, 0, n).Format(time.DateOnly)
		keyword, assignee, brief := fmt.Sprintf("hose nozzle %d", n), []string{person, ""}[n%2], writer.Brief{Angle: text}
		rival := d.rivalOf(page, keyword)
		dbtest.Together(
			t,
			save(writer.Change{Revision: before.Revision, Title: &text}),
			save(writer.Change{Revision: before.Revision, Description: &text}),
			func() error { _, err := d.Ideas.ExtendPage(d.ctx, rival.ID, page.ID); return err },
			change(writer.TaskChange{AssigneeID: &assignee}), change(writer.TaskChange{Brief: &brief}),
			func() error {
				return d.Writer.ChangeTasks(d.ctx, d.things.Site, []string{d.things.Task}, writer.TaskChange{PlannedOn: &day})
			},
			edit(ideas.IdeaChange{Angle: &text}), edit(ideas.IdeaChange{Outline: &[]string{text}}),
			func() error {
				_, err := d.Ideas.PlanIdeas(d.ctx, d.things.Site, []string{edited.ID}, ideas.Pace{Begin: day})
				return err
			},
		)
		c, task := d.content(), d.task(d.things.Task)
		if c.Title != text || c.Description != text {
			t.Fatalf("round %d: the content is %q, %q", n, c.Title, c.Description)
		}
		got, err := d.Pages.Get(d.ctx, page.ID)
		d.must(err)
		if got.Title != text || got.Description != text || !slices.Contains(got.TargetKeywords, keyword) {
			t.Fatalf("round %d: the page is %q, %q with the keywords %q", n, got.Title, got.Description, got.TargetKeywords)
		}
		if task.AssigneeID != assignee || task.PlannedOn != day || task.Brief.Angle != text {
			t.Fatalf("round %d: the task is %q's on %s with the angle %q", n, task.AssigneeID, task.PlannedOn, task.Brief.Angle)
		}
		idea, err := d.Ideas.Idea(d.ctx, edited.ID)
		d.must(err)
		if idea.Angle != text || !slices.Equal(idea.Outline, []string{text}) || idea.PlannedOn != day {
			t.Fatalf("round %d: the idea is %q, %q on %s", n, idea.Angle, idea.Outline, idea.PlannedOn)
		}
	}
}
