package web_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/images"
	"igny8/app/pages"
	"igny8/app/planner/ideas"
	"igny8/app/writer"
)

// mostOfARow, mostOfAnIdea, mostOfAList and mostRows are how many bytes a row has, how many the row of an idea, which has what the decision
// about it needs, how many a packed list, and how many rows a list shows.
const (
	mostOfARow   = 1 << 10
	mostOfAnIdea = 2300
	mostOfAList  = 15 << 10
	mostRows     = 50
)

// TestListsOfTheWriterWeighLittle shows each list of the Writer with few rows and with many.
func TestListsOfTheWriterWeighLittle(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	lists := map[string]string{ // what begins a row of each
		"writer": `<td class="select-cell">`, "writer?view=board": `class="board-card"`, "writer/ideas": `id="idea-`, "images": `/images/`,
	}
	size := func(list string) int {
		if list == "writer/ideas" {
			return mostOfAnIdea
		}
		return mostOfARow
	}
	few := map[string]int{} // what a list has beside its rows, and a link to the next page
	for list, row := range lists {
		got := d.editor.Get("/app/sites/" + d.things.Site + "/" + list)
		d.wants(list, got, http.StatusOK)
		few[list] = len(got.Body) + 1000 - strings.Count(got.Body, row)*size(list)
	}
	d.multiply(60)
	for list, row := range lists {
		got := d.editor.Get("/app/sites/" + d.things.Site + "/" + list)
		d.wants(list, got, http.StatusOK)
		rows := strings.Count(got.Body, row)
		packed := packedSize(t, got.Body)
		t.Logf("%s: %d rows, %d bytes, %d packed", list, rows, len(got.Body), packed)
		if rows < mostRows/4 || rows > 2*mostRows {
			t.Errorf("%s shows %d rows", list, rows)
		}
		if most := few[list] + rows*size(list); len(got.Body) > most {
			t.Errorf("%s has %d bytes for %d rows, want %d at most", list, len(got.Body), rows, most)
		}
		if packed > mostOfAList {
			t.Errorf("%s weighs %d bytes packed, want %d at most", list, packed, mostOfAList)
		}
		if n := strings.Count(got.Body, `name="_csrf"`); n > 10 {
			t.Errorf("%s says the token %d times", list, n)
		}
	}
	outline := d.viewer.Get("/app/sites/"+d.things.Site+"/writer/ideas/"+d.things.Idea+"?part=outline", "HX-Request", "true")
	d.wants("the outline of an idea", outline, http.StatusOK, "<li>")
}

// multiply makes copies of an idea, a task and a picture, each with a page of its own.
func (d writerScreens) multiply(copies int) {
	d.Helper()
	ctx := d.w.Ctx(accountstest.Owner)
	idea, err := d.w.Ideas.Idea(ctx, d.things.Idea)
	if err != nil {
		d.Fatal(err)
	}
	task, err := d.w.Writer.Task(ctx, d.things.Task)
	if err != nil {
		d.Fatal(err)
	}
	image, err := d.w.Images.Get(ctx, d.things.Image)
	if err != nil {
		d.Fatal(err)
	}
	page, err := d.w.Pages.Get(ctx, idea.PageID)
	if err != nil {
		d.Fatal(err)
	}
	err = d.w.DB.Tx(ctx, func(tx *gorm.DB) error {
		for n := range copies {
			page.ID, page.Path, page.Title = database.NewID(), fmt.Sprintf("/copy-%d/", n), fmt.Sprintf("How to build a raised garden bed, part %d", n)
			page.Slug = fmt.Sprintf("copy-%d", n)
			idea.ID, idea.PageID, idea.Title, idea.State = database.NewID(), page.ID, page.Title, ideas.IdeaProposed
			task.ID, task.PageID, task.IdeaID, task.State = database.NewID(), page.ID, nil, writer.TaskOpen
			image.ID, image.PageID = database.NewID(), page.ID
			for _, row := range []any{&[]pages.Page{page}, &[]ideas.Idea{idea}, &[]writer.Task{task}, &[]images.Image{image}} {
				if err := tx.Create(row).Error; err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		d.Fatal(err)
	}
}
