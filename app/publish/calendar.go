package publish

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"igny8/app/planner/ideas"
	"igny8/app/writer"
)

// The kinds of entries of a calendar.
const (
	EntryIdea = "idea" // proposed, with a planned date
	EntryTask = "task" // is to be written by its planned date
	EntryLive = "live" // went live on that day
)

// Entry is something on a day of the calendar: planned for it, or live since.
type Entry struct {
	Day   string // YYYY-MM-DD
	Kind  string
	ID    string // of the idea, the task or the content
	Title string
	State string
}

// Calendar is a month of a site.
type Calendar struct {
	Month   time.Time // its first day, UTC
	Entries []Entry   // in the order of their days
	Undated []Entry   // ideas and open tasks without a date, the greatest demand first; at most fifty
}

// maxUndated is the number of entries without a date that a calendar lists at most.
const maxUndated = 50

// Calendar returns the month of the site that contains the day.
func (s *Service) Calendar(ctx context.Context, siteID string, day time.Time) (Calendar, error) {
	c := Calendar{Month: time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)}
	if _, err := s.Sites.Get(ctx, siteID); err != nil {
		return c, err
	}
	for _, add := range []func(context.Context, string, *Calendar) error{s.addIdeas, s.addTasks, s.addLive} {
		if err := add(ctx, siteID, &c); err != nil {
			return Calendar{}, err
		}
	}
	slices.SortStableFunc(c.Entries, func(a, b Entry) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Title, b.Title)) })
	c.Undated = c.Undated[:min(len(c.Undated), maxUndated)]
	return c, nil
}

// add puts the entry on its day, if the day is in the month.
func (c *Calendar) add(e Entry) {
	switch {
	case e.Day == "":
		c.Undated = append(c.Undated, e)
	case e.Day >= c.Month.Format(time.DateOnly) && e.Day < c.Month.AddDate(0, 1, 0).Format(time.DateOnly):
		c.Entries = append(c.Entries, e)
	}
}

func (s *Service) addIdeas(ctx context.Context, siteID string, c *Calendar) error {
	q := ideas.IdeaQuery{SiteID: siteID, State: ideas.IdeaProposed, Limit: 200}
	for {
		page, err := s.Ideas.Ideas(ctx, q)
		if err != nil {
			return err
		}
		for _, idea := range page.Items {
			c.add(Entry{Day: idea.PlannedOn, Kind: EntryIdea, ID: idea.ID, Title: idea.Title, State: string(idea.State)})
		}
		if q.Cursor = page.Next; q.Cursor == "" {
			return nil
		}
	}
}

func (s *Service) addTasks(ctx context.Context, siteID string, c *Calendar) error {
	tasks, err := s.Writer.Tasks(ctx, siteID, "")
	if err != nil {
		return err
	}
	for _, t := range tasks {
		if t.PlannedOn != "" || t.State == writer.TaskOpen {
			c.add(Entry{Day: t.PlannedOn, Kind: EntryTask, ID: t.ID, Title: t.Page.Title, State: string(t.State)})
		}
	}
	return nil
}

func (s *Service) addLive(ctx context.Context, siteID string, c *Calendar) error {
	var list []Publication
	query := s.DB.Read(ctx).Where("site_id = ? AND remote_state = ? AND created_at >= ? AND created_at < ?", siteID, PublicationLive, c.Month, c.Month.AddDate(0, 1, 0))
	if err := query.Find(&list).Error; err != nil {
		return fmt.Errorf("list publications: %w", err)
	}
	if len(list) == 0 {
		return nil
	}
	contents, err := s.Writer.Contents(ctx, siteID)
	if err != nil {
		return err
	}
	titles := make(map[string]string, len(contents))
	for _, content := range contents {
		titles[content.ID] = content.Title
	}
	for _, p := range list {
		c.add(Entry{
			Day: p.CreatedAt.UTC().Format(time.DateOnly), Kind: EntryLive, ID: p.ContentID, Title: titles[p.ContentID],
			State: string(PublicationLive),
		})
	}
	return nil
}
