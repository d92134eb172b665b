package web_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"igny8/app/accounts/accountstest"
	"igny8/app/planner/ideas"
	"igny8/app/publish"
)

func TestCalendarShowsPlannedAndLivePagesSeparately(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	w, things, editor, ctx := d.w, d.things, d.editor, d.w.Ctx(accountstest.Owner)
	run, err := w.Ideas.StartIdeas(ctx, things.Sector, nil)
	if err == nil {
		_, err = w.Engine.Wait(ctx, run.ID)
	}
	if err != nil {
		t.Fatal(err)
	}
	list, err := w.Ideas.Ideas(ctx, ideas.IdeaQuery{SiteID: things.Site, State: ideas.IdeaProposed})
	if err != nil || len(list.Items) == 0 {
		t.Fatalf("%d ideas, %v", len(list.Items), err)
	}
	idea, path := list.Items[0], "/app/sites/"+things.Site+"/planner/calendar"
	for _, bad := range []string{"2027", "x", "%00", "2027-13"} {
		d.wants("the month "+bad, editor.Get(path+"?month="+bad), http.StatusUnprocessableEntity)
	}
	d.wants("today", editor.Get(path), http.StatusOK, "Without a date", idea.Title)
	d.wants("no day", editor.Post(path, "kind", "idea", "id", idea.ID, "day", "tomorrow"), http.StatusUnprocessableEntity, "year, month and day")
	d.wants("what went live", editor.Post(path, "kind", "live", "id", things.Content, "day", "2027-02-28"), http.StatusUnprocessableEntity)
	d.wants("no idea", editor.Post(path, "kind", "idea", "id", things.Task, "day", "2027-02-28"), http.StatusNotFound)
	d.wants("no task", editor.Post(path, "kind", "task", "id", "a\x00", "day", "2027-02-28"), http.StatusNotFound)
	d.wants("an idea", editor.Post(path+"?month=2027-02", "kind", "idea", "id", idea.ID, "day", "2027-02-28"), http.StatusSeeOther)
	d.wants("a task", editor.Post(path+"?month=2027-02", "kind", "task", "id", things.Task, "day", "2027-02-01"), http.StatusSeeOther)
	february := editor.Get(path + "?month=2027-02")
	d.wants("february", february, http.StatusOK, "February 2027", "To write", idea.Title)
	if before, after, _ := strings.Cut(february.Body, "Without a date"); !strings.Contains(before, idea.Title) || strings.Contains(after, idea.Title) {
		t.Error("the idea is not on its day alone")
	}
	release := w.PublishSite(ctx, things.Site)
	month, err := w.Publish.Calendar(ctx, things.Site, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	live := 0
	for _, e := range month.Entries {
		if e.Kind == publish.EntryLive && e.Day == time.Now().UTC().Format(time.DateOnly) && e.Title != "" {
			live++
		}
	}
	if live == 0 {
		t.Errorf("nothing of the release %s went live today: %+v", release.ID, month.Entries)
	}
	d.wants("the other account", w.Browse(accountstest.Stranger).Get(path), http.StatusNotFound)
	d.wants("a viewer", w.Browse(accountstest.Viewer).Post(path, "kind", "idea", "id", idea.ID, "day", ""), http.StatusForbidden)
}
