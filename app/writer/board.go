package writer

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/text"
)

// The stages of a task, in order: where it stands, its text included.
const (
	StageBrief     = "brief" // the brief waits for an approval
	StageReady     = "ready" // the page can be drafted
	StageDraft     = "draft"
	StageReview    = "in_review"
	StageApproved  = "approved"
	StagePublished = "published"
)

// Stages are the columns of the board.
var Stages = []string{StageBrief, StageReady, StageDraft, StageReview, StageApproved, StagePublished}

// stage is the place in Stages of a task, and assignee the name of who writes it.
const (
	stage = `(CASE WHEN tasks.state = 'open' AND tasks.brief_approved_at IS NULL THEN 0 WHEN tasks.state = 'open' THEN 1
		ELSE COALESCE((SELECT CASE contents.state WHEN 'draft' THEN 2 WHEN 'in_review' THEN 3 WHEN 'approved' THEN 4 ELSE 5 END
			FROM contents WHERE contents.account_id = tasks.account_id AND contents.page_id = tasks.page_id AND contents.deleted_at IS NULL), 2) END)`
	assignee = `(SELECT LOWER(users.name) FROM users WHERE users.id = tasks.assignee_id)`
	planned  = `NULLIF(tasks.planned_on, '')`
)

// What the filters for who and when may say besides a user's id.
const (
	Nobody   = "nobody"  // of Assignee
	Overdue  = "overdue" // of Planned: before today, and not drafted yet
	ThisWeek = "week"    // today and the six days after
	Undated  = "undated"
)

// TaskQuery chooses and sorts tasks of a site. Empty fields choose all.
type TaskQuery struct {
	SiteID, SectorID string
	Stage            string
	Assignee         string // a user's id, or Nobody
	Planned          string // Overdue, ThisWeek or Undated
	Sort             string // state, assignee or planned, with - for falling; the newest first without
	Limit            int
	Cursor           string
}

// ranked is a task with what it can be sorted by.
type ranked struct {
	Task
	Stage        int64   `gorm:"->"`
	AssigneeName *string `gorm:"->"`
	Due          *string `gorm:"->"`
}

// TableName returns the table of tasks.
func (ranked) TableName() string { return "tasks" }

var taskOrders = map[string]database.Order{
	"":          {Column: "created_at", Falling: true, Kind: database.Time},
	"state":     {Column: stage},
	"-state":    {Column: stage, Falling: true},
	"assignee":  {Column: assignee, Nullable: true, Kind: database.Text},
	"-assignee": {Column: assignee, Nullable: true, Falling: true, Kind: database.Text},
	"planned":   {Column: planned, Nullable: true, Kind: database.Text},
	"-planned":  {Column: planned, Nullable: true, Falling: true, Kind: database.Text},
}

func (q TaskQuery) position(t ranked) database.Position {
	at := database.Position{ID: t.ID}
	text := func(s *string) {
		if s != nil {
			at.Value = *s
		}
	}
	switch q.Sort {
	case "state", "-state":
		at.Value = t.Stage
	case "assignee", "-assignee":
		text(t.AssigneeName)
	case "planned", "-planned":
		text(t.Due)
	default:
		at.Value = t.CreatedAt
	}
	return at
}

// where returns the query without the stage and the order.
func (s *Service) where(ctx context.Context, q TaskQuery) *gorm.DB {
	query := s.db.Read(ctx).Where("tasks.site_id = ?", q.SiteID)
	if q.SectorID != "" {
		query = query.Where("tasks.sector_id = ?", q.SectorID)
	}
	switch q.Assignee {
	case "":
	case Nobody:
		query = query.Where("tasks.assignee_id = ''")
	default:
		query = query.Where("tasks.assignee_id = ?", q.Assignee)
	}
	today := database.Now()
	switch q.Planned {
	case Overdue:
		query = query.Where("tasks.planned_on <> '' AND tasks.planned_on < ? AND tasks.state = 'open'", today.Format(time.DateOnly))
	case ThisWeek:
		query = query.Where("tasks.planned_on BETWEEN ? AND ?", today.Format(time.DateOnly), today.AddDate(0, 0, 6).Format(time.DateOnly))
	case Undated:
		query = query.Where("tasks.planned_on = ''")
	}
	return query
}

func (q TaskQuery) check() error {
	var f fault.Fields
	_, sorted := taskOrders[q.Sort]
	f.Check(sorted, "sort", "Tasks are sorted by state, assignee or planned, with a - before it for falling.")
	f.Check(q.Stage == "" || slices.Contains(Stages, q.Stage), "state", "The state of a task is one of %v.", Stages)
	f.Check(slices.Contains([]string{"", Overdue, ThisWeek, Undated}, q.Planned), "planned", "Tasks are planned overdue, for the week or undated.")
	f.Check(text.Printable(q.Assignee+q.SectorID+q.SiteID), "assignee", "Nobody has such an id.")
	return f.Err()
}

// TaskList returns one page of the tasks that the query chooses, each with its page and what is known of its text.
func (s *Service) TaskList(ctx context.Context, q TaskQuery) (database.Page[Listed], error) {
	if err := q.check(); err != nil {
		return database.Page[Listed]{}, err
	}
	query := s.where(ctx, q).Select("tasks.*, " + stage + " AS stage, " + assignee + " AS assignee_name, " + planned + " AS due")
	if q.Stage != "" {
		query = query.Where(stage+" = ?", slices.Index(Stages, q.Stage))
	}
	found, err := database.List(query, taskOrders[q.Sort], q.Limit, q.Cursor, q.position)
	if err != nil {
		return database.Page[Listed]{}, err
	}
	list, err := s.listed(ctx, found.Items)
	for i := range list {
		list[i].Stage = Stages[found.Items[i].Stage]
	}
	return database.Page[Listed]{Items: list, Next: found.Next}, err
}

// Board returns the first tasks of each stage that the query chooses, at most as many as each.
func (s *Service) Board(ctx context.Context, q TaskQuery, each int) (map[string][]Listed, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	order := taskOrders[q.Sort].SQL()
	places := s.where(ctx, q).Model(&Task{}).Select("tasks.id AS id, ROW_NUMBER() OVER (PARTITION BY " + stage + " ORDER BY " + order + ") AS place")
	var found []ranked
	err := s.db.Read(ctx).Select("tasks.*, "+stage+" AS stage").Where("tasks.id IN (SELECT placed.id FROM (?) AS placed WHERE placed.place <= ?)", places, each).
		Order(order).Find(&found).Error
	if err != nil {
		return nil, fmt.Errorf("list the first tasks of each stage: %w", err)
	}
	list, err := s.listed(ctx, found)
	columns := map[string][]Listed{}
	for i, t := range list {
		t.Stage = Stages[found[i].Stage]
		columns[t.Stage] = append(columns[t.Stage], t)
	}
	return columns, err
}

// listed adds the pages and contents of tasks.
func (s *Service) listed(ctx context.Context, tasks []ranked) ([]Listed, error) {
	if len(tasks) == 0 {
		return nil, nil
	}
	ids := make([]string, len(tasks))
	for i, t := range tasks {
		ids[i] = t.PageID
	}
	var found []pages.Page
	if err := s.db.Read(ctx).Where("id IN ?", ids).Find(&found).Error; err != nil {
		return nil, fmt.Errorf("list pages of tasks: %w", err)
	}
	var contents []Content
	if err := s.db.Read(ctx).Select("id", "page_id", "state").Where("page_id IN ?", ids).Find(&contents).Error; err != nil {
		return nil, fmt.Errorf("list contents of tasks: %w", err)
	}
	byID, byPage := map[string]pages.Page{}, map[string]Content{}
	for _, p := range found {
		byID[p.ID] = p
	}
	for _, c := range contents {
		byPage[c.PageID] = c
	}
	list := make([]Listed, len(tasks))
	for i, t := range tasks {
		c := byPage[t.PageID]
		list[i] = Listed{Task: t.Task, Page: byID[t.PageID], ContentID: c.ID, Content: c.State}
	}
	return list, nil
}

// MaxTasks is how many tasks are named at once.
const MaxTasks = 200

// TasksByID returns the tasks of the site with the ids, the oldest first; one that is not there is not found.
func (s *Service) TasksByID(ctx context.Context, siteID string, ids []string) ([]Listed, error) {
	if !text.Printable(strings.Join(ids, "")) {
		return nil, fault.Missing("task")
	}
	tasks, err := s.TasksOfSite(ctx, siteID, ids, MaxTasks)
	if err != nil {
		return nil, err
	}
	rows := make([]ranked, len(tasks))
	for i, t := range tasks {
		rows[i].Task = t
	}
	return s.listed(ctx, rows)
}

// ListedAmong returns those of the tasks with the ids that the site has, by id.
func (s *Service) ListedAmong(ctx context.Context, siteID string, ids []string) (map[string]Listed, error) {
	tasks, err := s.TasksAmong(ctx, siteID, ids)
	if err != nil {
		return nil, err
	}
	rows := make([]ranked, len(tasks))
	for i, t := range tasks {
		rows[i].Task = t
	}
	list, err := s.listed(ctx, rows)
	byID := make(map[string]Listed, len(list))
	for _, t := range list {
		byID[t.ID] = t
	}
	return byID, err
}

// StageCounts returns how many tasks the query would choose in each stage.
func (s *Service) StageCounts(ctx context.Context, q TaskQuery) (map[string]int64, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	var rows []struct{ Stage, Tasks int64 }
	if err := s.where(ctx, q).Model(&Task{}).Select(stage + " AS stage, COUNT(*) AS tasks").Group("stage").Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("count tasks: %w", err)
	}
	counts := map[string]int64{}
	for _, r := range rows {
		counts[Stages[r.Stage]] = r.Tasks
	}
	return counts, nil
}

// ChangeTasks changes who writes tasks of the site and when, all or none. A change of the brief is for one task alone.
func (s *Service) ChangeTasks(ctx context.Context, siteID string, ids []string, c TaskChange) error {
	if err := c.check(); err != nil {
		return err
	}
	values := map[string]any{}
	if c.AssigneeID != nil {
		values["assignee_id"] = *c.AssigneeID
	}
	if c.PlannedOn != nil {
		values["planned_on"] = *c.PlannedOn
	}
	var f fault.Fields
	f.Check(len(ids) > 0, "ids", "Choose at least one task.")
	f.Check(len(values) > 0, "assignee", "Say who writes them, or when.")
	if err := f.Err(); err != nil {
		return err
	}
	if !text.Printable(strings.Join(ids, "")) {
		return fault.Missing("task")
	}
	ids = database.Distinct(ids)
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if c.AssigneeID != nil && *c.AssigneeID != "" {
			if err := isMember(tx, *c.AssigneeID); err != nil {
				return err
			}
		}
		if err := lockTasks(tx, siteID, ids); err != nil {
			return err
		}
		for part := range slices.Chunk(ids, batch) {
			if err := tx.Model(&Task{}).Where("id IN ?", part).Updates(values).Error; err != nil {
				return fmt.Errorf("change tasks: %w", err)
			}
		}
		return nil
	})
}
