package writer

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/planner"
)

// The states of a task.
const (
	Open    = "open"
	Drafted = "drafted"
	Done    = "done"
)

// Brief is what the writer of a page is told.
type Brief struct {
	Audience  string   `json:"audience"`
	Angle     string   `json:"angle"`
	Intent    string   `json:"intent"`
	Outline   []string `json:"outline"`
	Keywords  []string `json:"keywords"`
	Questions []string `json:"questions"`
}

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
	State      string
	CreatedAt  time.Time
	UpdatedAt  time.Time
}

// Listed is a task with the page it writes and the content, once there is one.
type Listed struct {
	Task
	Page      pages.Page
	ContentID string
	Content   string // the state of the content
}

// AcceptIdea makes a task of the idea, as AcceptIdeas does.
func (s *Service) AcceptIdea(ctx context.Context, ideaID string) (Task, error) {
	idea, err := s.planner.Idea(ctx, ideaID)
	if err != nil {
		return Task{}, err
	}
	tasks, err := s.AcceptIdeas(ctx, idea.SiteID, []string{idea.ID})
	if err != nil {
		return Task{}, err
	}
	return tasks[0], nil
}

// AcceptIdeas makes tasks of the site's ideas, of all or of none: their pages become planned ones with the ideas' metadata. It
// is refused until the Site Builder's gate is passed. Accepting twice is accepting once. The tasks come in the order of the ids.
func (s *Service) AcceptIdeas(ctx context.Context, siteID string, ids []string) ([]Task, error) {
	if err := s.enter(ctx, siteID); err != nil {
		return nil, err
	}
	plan, err := s.builder.Plan(ctx, siteID)
	if err != nil {
		return nil, err
	}
	var tasks []Task
	accept := func(tx *gorm.DB) (err error) {
		tasks, err = acceptAll(tx, siteID, ids, plan.Business.Audience)
		return err
	}
	err = s.db.Tx(ctx, accept)
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		// Somebody accepted one of them at the same moment: theirs is the task.
		err = s.db.Tx(ctx, accept)
	}
	if err != nil {
		return nil, fmt.Errorf("accept ideas: %w", err)
	}
	return tasks, nil
}

func acceptAll(tx *gorm.DB, siteID string, ids []string, audience string) ([]Task, error) {
	ideas, tasks := map[string]planner.Idea{}, map[string]Task{} // tasks by page
	for part := range slices.Chunk(ids, 200) {
		var found []planner.Idea
		if err := tx.Where("site_id = ? AND id IN ?", siteID, part).Find(&found).Error; err != nil {
			return nil, err
		}
		pageIDs := make([]string, len(found))
		for i, idea := range found {
			ideas[idea.ID], pageIDs[i] = idea, idea.PageID
		}
		var existing []Task
		if err := tx.Where("page_id IN ?", pageIDs).Find(&existing).Error; err != nil {
			return nil, err
		}
		for _, t := range existing {
			tasks[t.PageID] = t
		}
	}
	list := make([]Task, len(ids))
	for i, id := range ids {
		idea, ok := ideas[id]
		if !ok {
			return nil, fault.Missing("idea")
		}
		task, exists := tasks[idea.PageID]
		if !exists {
			task = taskOf(idea, audience)
			if err := tx.Create(&task).Error; err != nil {
				return nil, err
			}
			if err := acceptPage(tx, idea); err != nil {
				return nil, err
			}
			tasks[idea.PageID] = task
		}
		list[i] = task
	}
	return list, nil
}

func taskOf(idea planner.Idea, audience string) Task {
	return Task{
		ID: database.NewID(), SiteID: idea.SiteID, SectorID: &idea.SectorID, PageID: idea.PageID, IdeaID: &idea.ID, State: Open,
		Brief: Brief{
			Audience: audience, Angle: idea.Angle, Intent: idea.Intent, Outline: idea.Outline,
			Keywords: idea.TargetKeywords, Questions: questions(idea.TargetKeywords),
		},
	}
}

// acceptPage carries what the idea decided to the page's one record.
func acceptPage(tx *gorm.DB, idea planner.Idea) error {
	keywords := []string(idea.TargetKeywords)
	err := pages.SetMetadata(tx, idea.PageID, pages.Metadata{Title: &idea.Title, Intent: &idea.Intent, TargetKeywords: &keywords})
	if err != nil {
		return err
	}
	var page pages.Page
	if err := tx.Take(&page, "id = ?", idea.PageID).Error; err != nil {
		return err
	}
	if page.State == pages.Proposed {
		if err := pages.SetState(tx, page.ID, pages.Planned); err != nil {
			return err
		}
	}
	return planner.SetIdeaState(tx, idea.ID, planner.IdeaAccepted)
}

// enter refuses writing until the Site Builder's gate is passed, and remembers that it was.
func (s *Service) enter(ctx context.Context, siteID string) error {
	g, err := s.builder.Gate(ctx, siteID)
	if err != nil {
		return err
	}
	return s.sites.Enter(ctx, siteID, g)
}

// Tasks are the tasks of the site, the newest first; sectorID may be empty.
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

// TaskPage is one page of a sector's tasks, newest first, for the API.
func (s *Service) TaskPage(ctx context.Context, sectorID string, limit int, cursor string) (database.Page[Task], error) {
	if _, err := s.sites.Sector(ctx, sectorID); err != nil {
		return database.Page[Task]{}, err
	}
	return database.List(s.db.Read(ctx).Where("sector_id = ?", sectorID), database.Order{Column: "created_at", Falling: true, Kind: database.Time}, limit, cursor,
		func(t Task) database.Position { return database.Position{Value: t.CreatedAt, ID: t.ID} })
}

// Task is the task with the id.
func (s *Service) Task(ctx context.Context, id string) (Task, error) {
	var t Task
	err := s.db.Read(ctx).Take(&t, "id = ?", id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return t, fault.Missing("task")
	}
	return t, err
}

// TaskChange is a change of a task; nil keeps what is there.
type TaskChange struct {
	AssigneeID *string // a member's user id, empty for nobody
	PlannedOn  *string // YYYY-MM-DD, empty for no date
	Brief      *Brief
}

// UpdateTask changes who writes a task, when, or its brief.
func (s *Service) UpdateTask(ctx context.Context, id string, c TaskChange) (Task, error) {
	t, err := s.Task(ctx, id)
	if err != nil {
		return t, err
	}
	if c.PlannedOn != nil && *c.PlannedOn != "" {
		if _, err := time.Parse(time.DateOnly, *c.PlannedOn); err != nil {
			return t, fault.Fields{{Name: "planned_on", Message: "Write the date as YYYY-MM-DD."}}.Err()
		}
	}
	for field, value := range map[*string]*string{&t.AssigneeID: c.AssigneeID, &t.PlannedOn: c.PlannedOn} {
		if value != nil {
			*field = *value
		}
	}
	if c.Brief != nil {
		t.Brief = *c.Brief
	}
	return t, s.db.Tx(ctx, func(tx *gorm.DB) error {
		return tx.Model(&t).Select("assignee_id", "planned_on", "brief").Updates(&t).Error
	})
}

// StartDrafts asks the engine for a draft of each task. Tasks that have one already are refused.
func (s *Service) StartDrafts(ctx context.Context, siteID string, taskIDs []string) (ai.Run, error) {
	return s.engine.RunAITask(ctx, GenerateContent, draftRequest(siteID, taskIDs))
}

// QuoteDrafts says what StartDrafts would cost.
func (s *Service) QuoteDrafts(ctx context.Context, siteID string, taskIDs []string) (ai.Quote, error) {
	return s.engine.Quote(ctx, GenerateContent, draftRequest(siteID, taskIDs))
}
