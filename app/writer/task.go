package writer

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/text"
)

// TaskState is where a task stands: open until its page is drafted, done once the content is approved, and drafted again
// when that is taken back.
type TaskState string

// The states of a task.
const (
	TaskOpen    TaskState = "open"
	TaskDrafted TaskState = "drafted"
	TaskDone    TaskState = "done"
)

// Task is an idea accepted for writing. A page has at most one.
type Task struct {
	ID         string
	AccountID  string `gorm:"<-:create"`
	SiteID     string `gorm:"<-:create"`
	SectorID   *string
	PageID     string
	IdeaID     *string
	AssigneeID string // empty: nobody yet
	PlannedOn  string // YYYY-MM-DD, empty: no date
	Brief      Brief  `gorm:"serializer:json"`
	// BriefEdited says that a person has changed the brief: later runs do not change what they wrote.
	BriefEdited     bool
	BriefApprovedAt *time.Time // nil: the brief waits for an approval
	BriefApprovedBy string     // a user's id
	State           TaskState
	CreatedAt       time.Time
	UpdatedAt       time.Time
	DeletedAt       *time.Time // in the trash since, with its page
}

// Listed is a task with the page it writes and the content, once there is one.
type Listed struct {
	Task
	Page      pages.Page
	ContentID string
	Content   ContentState // of the content, once there is one
	Stage     string       // where the task stands, one of Stages; only TaskList says
}

// enter refuses writing until the Site Builder's gate is passed, and stores that it was.
func (s *Service) enter(ctx context.Context, siteID string) error {
	g, err := s.builder.Gate(ctx, siteID)
	if err != nil {
		return err
	}
	return s.sites.Enter(ctx, siteID, g)
}

// Tasks returns the tasks of the site, the newest first; sectorID may be empty.
func (s *Service) Tasks(ctx context.Context, siteID, sectorID string) ([]Listed, error) {
	query := s.db.Read(ctx).Where("site_id = ?", siteID)
	if sectorID != "" {
		query = query.Where("sector_id = ?", sectorID)
	}
	var tasks []Task
	if err := query.Order("created_at DESC").Order("id DESC").Find(&tasks).Error; err != nil {
		return nil, fmt.Errorf("list tasks: %w", err)
	}
	all, err := s.pages.List(ctx, siteID)
	if err != nil {
		return nil, err
	}
	byID := map[string]pages.Page{}
	for _, p := range all {
		byID[p.ID] = p
	}
	var contents []Content
	if err := s.db.Read(ctx).Omit("blocks").Where("site_id = ?", siteID).Find(&contents).Error; err != nil {
		return nil, fmt.Errorf("list tasks: %w", err)
	}
	byPage := map[string]Content{}
	for _, c := range contents {
		byPage[c.PageID] = c
	}
	listed := make([]Listed, len(tasks))
	for i, t := range tasks {
		listed[i] = Listed{Task: t, Page: byID[t.PageID], ContentID: byPage[t.PageID].ID, Content: byPage[t.PageID].State}
	}
	return listed, nil
}

// TaskPage returns one page of a sector's tasks, newest first, for the API.
func (s *Service) TaskPage(ctx context.Context, sectorID string, limit int, cursor string) (database.Page[Task], error) {
	if _, err := s.sites.Sector(ctx, sectorID); err != nil {
		return database.Page[Task]{}, err
	}
	return database.List(s.db.Read(ctx).Where("sector_id = ?", sectorID), database.Order{Column: "created_at", Falling: true, Kind: database.Time}, limit, cursor,
		func(t Task) database.Position { return database.Position{Value: t.CreatedAt, ID: t.ID} })
}

// Task returns the task with the id.
func (s *Service) Task(ctx context.Context, id string) (Task, error) {
	return database.One[Task](s.db.Read(ctx), "task", id)
}

// TaskOf returns the id of the task that writes the page, empty if there is none.
func (s *Service) TaskOf(ctx context.Context, pageID string) (string, error) {
	var ids []string
	if err := s.db.Read(ctx).Model(&Task{}).Where("page_id = ?", pageID).Limit(1).Pluck("id", &ids).Error; err != nil {
		return "", fmt.Errorf("find the task of a page: %w", err)
	}
	return strings.Join(ids, ""), nil
}

// TaskChange is a change of a task; nil keeps what is there.
type TaskChange struct {
	AssigneeID *string // a member's user id, empty for nobody
	PlannedOn  *string // YYYY-MM-DD, empty for no date
	Brief      *Brief
	Seen       string // the Mark of the brief that it was made from; empty takes the place of any
}

func (c TaskChange) check() error {
	var f fault.Fields
	if c.PlannedOn != nil && *c.PlannedOn != "" {
		_, err := time.Parse(time.DateOnly, *c.PlannedOn)
		f.Check(err == nil, "planned_on", "Write the date as YYYY-MM-DD.")
	}
	if c.Brief != nil {
		c.Brief.check(&f)
	}
	return f.Err()
}

// UpdateTask changes who writes a task, when, or its brief. A brief that changes has to be approved again.
func (s *Service) UpdateTask(ctx context.Context, id string, c TaskChange) (Task, error) {
	var t Task
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		if t, err = database.One[Task](database.Locked(tx), "task", id); err != nil {
			return err
		}
		if err := c.check(); err != nil {
			return err
		}
		columns, err := t.edit(c)
		if err != nil || len(columns) == 0 {
			return err
		}
		if c.AssigneeID != nil && *c.AssigneeID != "" {
			if err := isMember(tx, *c.AssigneeID); err != nil {
				return err
			}
		}
		return t.write(tx, columns...)
	})
	return t, err
}

// edit changes the task and names the columns that it has changed.
func (t *Task) edit(c TaskChange) (columns []string, err error) {
	if c.Brief != nil {
		if err := c.Brief.overtaken(t.Brief, c.Seen); err != nil {
			return nil, err
		}
		t.rewrite(*c.Brief)
		columns = append(columns, briefColumns...)
	}
	if c.AssigneeID != nil {
		t.AssigneeID, columns = *c.AssigneeID, append(columns, "assignee_id")
	}
	if c.PlannedOn != nil {
		t.PlannedOn, columns = *c.PlannedOn, append(columns, "planned_on")
	}
	return columns, nil
}

// briefColumns are what rewrite changes.
var briefColumns = []string{"brief", "brief_edited", "brief_approved_at", "brief_approved_by"}

// write stores the named columns of the task, which is locked.
func (t *Task) write(tx *gorm.DB, columns ...string) error {
	if err := tx.Model(t).Select(columns).Updates(t).Error; err != nil {
		return fmt.Errorf("write task: %w", err)
	}
	return nil
}

// lockedTasks loads and locks those of the tasks that are there, in the order of their ids.
func lockedTasks(tx *gorm.DB, ids []string) (map[string]Task, error) {
	found := map[string]Task{}
	for part := range slices.Chunk(slices.Sorted(slices.Values(ids)), batch) {
		var list []Task
		if err := database.Locked(tx).Where("id IN ?", part).Order("id").Find(&list).Error; err != nil {
			return nil, fmt.Errorf("lock tasks: %w", err)
		}
		for _, t := range list {
			found[t.ID] = t
		}
	}
	return found, nil
}

// lockTasks locks the tasks of the site, whose ids come sorted and once each. One that is not there is missing.
func lockTasks(tx *gorm.DB, siteID string, ids []string) error {
	held, err := lockedTasks(tx.Where("site_id = ?", siteID), ids)
	if err == nil && len(held) != len(ids) {
		err = fault.Missing("task")
	}
	return err
}

// isMember refuses a person who does not belong to the account.
func isMember(tx *gorm.DB, userID string) error {
	var n int64
	if text.Printable(userID) {
		if err := tx.Model(&accounts.Membership{}).Where("user_id = ?", userID).Count(&n).Error; err != nil {
			return fmt.Errorf("look for member: %w", err)
		}
	}
	var f fault.Fields
	f.Check(n > 0, "assignee", "Nobody with that id belongs to this account.")
	return f.Err()
}

// TasksOfSite returns the named tasks of the site, the oldest first. One that is not there is missing; more than most are refused.
func (s *Service) TasksOfSite(ctx context.Context, siteID string, taskIDs []string, most int) ([]Task, error) {
	ids := database.Distinct(taskIDs)
	var f fault.Fields
	f.Check(len(ids) > 0, "payload.task_ids", "Choose at least one task.")
	f.Check(len(ids) <= most, "payload.task_ids", "At most %d tasks at once.", most)
	if err := f.Err(); err != nil {
		return nil, err
	}
	tasks, err := s.TasksAmong(ctx, siteID, ids)
	if err == nil && len(tasks) != len(ids) {
		err = fault.Missing("task")
	}
	return tasks, err
}

// TasksAmong returns those of the named tasks of the site that are there, the oldest first.
func (s *Service) TasksAmong(ctx context.Context, siteID string, ids []string) ([]Task, error) {
	var tasks []Task
	if err := s.db.Read(ctx).Where("site_id = ? AND id IN ?", siteID, ids).Order("created_at").Order("id").Find(&tasks).Error; err != nil {
		return nil, fmt.Errorf("load tasks: %w", err)
	}
	return tasks, nil
}

// Why a run leaves a task as it is, for people.
const (
	PageGone        = "Its page was deleted in the meantime."
	PageWritten     = "Its page has got a text in the meantime."
	BriefApproved   = "Its brief was approved in the meantime. It stays as it is."
	BriefUnapproved = "Its brief was changed in the meantime and waits for an approval."
	briefComplete   = "A person has written all of its brief. It stays as it is."
)
