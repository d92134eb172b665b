package writer

import (
	"slices"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
	"igny8/views/address"
	"igny8/views/ui"
	views "igny8/views/writer"
)

// taskQuery returns the filter in the address or the form. The assignee "me" means the person who asks.
func (x handler) taskQuery() (writer.TaskQuery, error) {
	q := writer.TaskQuery{
		SiteID: x.Site.ID, SectorID: x.Value("sector"), Stage: x.Value("state"), Assignee: x.Value("assignee_is"), Planned: x.Value("planned"), Sort: x.Value("sort"), Cursor: x.Value("cursor"),
	}
	if q.Assignee == "me" {
		q.Assignee = x.Member.UserID
	}
	if q.SectorID == "" {
		return q, nil
	}
	sector, err := x.Sites.Sector(x.Context(), q.SectorID)
	if err == nil && sector.SiteID != x.Site.ID {
		err = fault.Missing("sector")
	}
	return q, err
}

func (x handler) writerStage() error {
	v := views.Stage{
		SiteID: x.Site.ID, Rights: x.writerRights(), Sector: x.Query("sector"), State: x.Query("state"), Assignee: x.Query("assignee_is"), Planned: x.Query("planned"),
		Sort: x.Query("sort"), Cursor: x.Query("cursor"), Board: x.Query("view") == "board",
	}
	q, err := x.taskQuery()
	if err != nil {
		return err
	}
	// Load the runs first: a run that ends after this is shown as running, and the page reloads when it polls.
	runs, err := x.Current(drafting.GenerateContent, drafting.GenerateBrief)
	if err != nil {
		return err
	}
	v.Run, v.Briefs = runs[drafting.GenerateContent], runs[drafting.GenerateBrief]
	if v.Batch, err = x.Drafting.OpenBatch(x.Context(), x.Site.ID); err != nil {
		return err
	}
	if v.Entry, err = x.Entry(gates.Builder); err != nil {
		return err
	}
	if v.Gate, err = x.Writer.Gate(x.Context(), x.Site.ID); err != nil {
		return err
	}
	if v.Sectors, err = x.Sites.Sectors(x.Context(), x.Site.ID); err != nil {
		return err
	}
	if v.Members, err = x.Accounts.Members(x.Context()); err != nil {
		return err
	}
	if err := x.tasksOf(&v, q); err != nil {
		return err
	}
	if err := x.nextOf(&v); err != nil {
		return err
	}
	c := x.Staged("Writer", gates.Writer)
	return x.Show(views.Page(c, v), views.Part(c, v))
}

// nextOf loads what the person does next: a content to review, or ideas to choose from if there is none.
func (x handler) nextOf(v *views.Stage) (err error) {
	if v.All[writer.StageReview]+v.All[writer.StageDraft] > 0 {
		if v.Unreviewed, err = x.Writer.NextToReview(x.Context(), x.Site.ID); err != nil || v.Unreviewed != "" {
			return err
		}
	}
	tally, err := x.Ideas.Tally(x.Context(), x.Site.ID)
	v.Proposed = tally.Proposed
	return err
}

// cards is how many tasks a column of the board shows.
const cards = 12

// tasksOf loads the tasks that the board or the table shows, and their number.
func (x handler) tasksOf(v *views.Stage, q writer.TaskQuery) (err error) {
	if v.All, err = x.Writer.StageCounts(x.Context(), writer.TaskQuery{SiteID: x.Site.ID}); err != nil {
		return err
	}
	if v.Counts = v.All; v.Sector+v.Assignee+v.Planned != "" {
		counted := q
		counted.Stage = ""
		if v.Counts, err = x.Writer.StageCounts(x.Context(), counted); err != nil {
			return err
		}
	}
	if v.Board {
		v.Columns, err = x.Writer.Board(x.Context(), q, cards)
		return err
	}
	page, err := x.Writer.TaskList(x.Context(), q)
	v.Tasks, v.Next = page.Items, page.Next
	return err
}

// chosenTasks returns the selected tasks, or all open ones that match the filters, oldest first; left is how many do not fit
// into a batch.
func (x handler) chosenTasks() (chosen []writer.Listed, left int, err error) {
	if !x.Checked("all") {
		chosen, err = x.Writer.TasksByID(x.Context(), x.Site.ID, x.Values("ids"))
		return chosen, 0, err
	}
	q, err := x.taskQuery()
	if err != nil {
		return nil, 0, err
	}
	q.Sort, q.Cursor, q.Limit = "", "", database.MaxLimit
	for _, stage := range []string{writer.StageReady, writer.StageBrief} {
		if given := x.Value("state"); given != "" && given != stage {
			continue
		}
		for q.Stage, q.Cursor = stage, ""; ; {
			list, err := x.Writer.TaskList(x.Context(), q)
			if err != nil {
				return nil, 0, err
			}
			chosen = append(chosen, list.Items...)
			if q.Cursor = list.Next; q.Cursor == "" {
				break
			}
		}
	}
	slices.SortFunc(chosen, func(a, b writer.Listed) int { return a.CreatedAt.Compare(b.CreatedAt) })
	fits := min(len(chosen), writer.MaxTasks)
	return chosen[:fits], len(chosen) - fits, nil
}

func idsOf(tasks []writer.Listed) []string {
	ids := make([]string, len(tasks))
	for i, t := range tasks {
		ids[i] = t.ID
	}
	return ids
}

// changeTasks assigns the selected tasks, sets their date, or both.
func (x handler) changeTasks() error {
	var c writer.TaskChange
	if who := x.Value("assignee"); who == writer.Nobody {
		c.AssigneeID = new(string)
	} else if who != "" {
		c.AssigneeID = &who
	}
	if x.Checked("undated") {
		c.PlannedOn = new(string)
	} else if day := x.Value("planned_on"); day != "" {
		c.PlannedOn = &day
	}
	ids := x.Values("ids")
	if err := x.Writer.ChangeTasks(x.Context(), x.Site.ID, ids, c); err != nil {
		wrong := fault.FieldsOf(err)
		if len(wrong) == 0 {
			return err
		}
		x.Say("bad", "Nothing was changed. "+wrong[0].Message)
		return x.Back(address.Writer(x.Site.ID))
	}
	x.Say("good", ui.Plural(len(ids), "task is", "tasks are")+" changed.")
	return x.Back(address.Writer(x.Site.ID))
}
