package ideas

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/text"
)

// IdeaState is what people decided about an idea.
type IdeaState string

// The states of an idea.
const (
	IdeaProposed IdeaState = "proposed"
	IdeaAccepted IdeaState = "accepted" // there is a task for it: set by the Writer
	IdeaRejected IdeaState = "rejected"
)

// IdeaStates returns the states of an idea.
func IdeaStates() []IdeaState { return []IdeaState{IdeaProposed, IdeaAccepted, IdeaRejected} }

// from returns the states that an idea may leave for this one. What is accepted is a task and stays so.
func (s IdeaState) from() []IdeaState {
	switch s {
	case IdeaProposed:
		return []IdeaState{IdeaRejected}
	case IdeaRejected:
		return []IdeaState{IdeaProposed}
	}
	return []IdeaState{IdeaProposed, IdeaRejected}
}

// Idea is a proposed page for a cluster. There is one for a page.
type Idea struct {
	ID             string
	AccountID      string `gorm:"<-:create"`
	SiteID         string `gorm:"<-:create"`
	SectorID       string `gorm:"<-:create"`
	ClusterID      string
	PageID         string `gorm:"<-:create"`
	RunID          *string
	Title          string
	Angle          string // in a sentence or two, what makes this page worth reading
	Intent         string
	Outline        []string `gorm:"serializer:json"` // the headings, in order
	TargetKeywords []string `gorm:"serializer:json"` // the greatest demand first
	State          IdeaState
	Edited         bool // a person changed it: no run does
	Demand         *int64
	PlannedOn      string   // YYYY-MM-DD, empty: no date
	Waivers        []Waiver `gorm:"serializer:json"` // of conflicts, see Conflicts
	ExtendsPageID  *string  // it was closed in favour of this page, which has its keywords now
	CreatedAt      time.Time
	UpdatedAt      time.Time
	DeletedAt      *time.Time // in the trash since
}

// Idea returns the idea with the id.
func (s *Service) Idea(ctx context.Context, id string) (Idea, error) {
	return database.One[Idea](s.db.Read(ctx), "idea", id)
}

// IdeaChange is a person's change of an idea; nil keeps what is there.
type IdeaChange struct {
	Title, Angle, Intent    *string
	Outline, TargetKeywords *[]string
	PlannedOn               *string    // YYYY-MM-DD, empty for no date
	State                   *IdeaState // proposed or rejected; accepting is the Writer's
}

// UpdateIdea changes an idea and the metadata of its page with it. An idea that has been accepted is the task's: it stays as it is.
func (s *Service) UpdateIdea(ctx context.Context, id string, c IdeaChange) (Idea, error) {
	var changed Idea
	err := s.change(ctx, id, func(tx *gorm.DB, idea Idea) error {
		if idea.State == IdeaAccepted {
			return fault.New(fault.Conflict, "The idea %q has been accepted and is a task now. Change the task.", idea.Title)
		}
		columns, err := idea.edit(c)
		if err != nil {
			return err
		}
		if err := writeIdea(tx, idea, columns...); err != nil {
			return err
		}
		changed = idea
		return describePage(tx, idea)
	})
	return changed, err
}

// RejectIdeas rejects the ideas of the site, all or none, and says how many were not rejected or accepted before: those that
// have been accepted are tasks and stay so.
func (s *Service) RejectIdeas(ctx context.Context, siteID string, ids []string) (int64, error) {
	ids = database.Distinct(ids)
	if !text.Printable(strings.Join(ids, "")) {
		return 0, fault.Missing("idea")
	}
	var rejected int64
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := planner.LockSectors(tx, siteID); err != nil {
			return err
		}
		var known int64
		for part := range slices.Chunk(ids, batch) {
			var some int64
			if err := tx.Model(&Idea{}).Where("site_id = ? AND id IN ?", siteID, part).Count(&some).Error; err != nil {
				return fmt.Errorf("count ideas: %w", err)
			}
			done := tx.Model(&Idea{}).Where("site_id = ? AND id IN ? AND state IN ?", siteID, part, IdeaRejected.from()).Update("state", IdeaRejected)
			if done.Error != nil {
				return fmt.Errorf("reject ideas: %w", done.Error)
			}
			known, rejected = known+some, rejected+done.RowsAffected
		}
		if int(known) < len(ids) {
			return fault.Missing("idea")
		}
		return nil
	})
	return rejected, err
}

// ProposeIdeas lets rejected ideas of the site wait for a decision again, and says how many. Those that were closed in
// favour of a page stay closed.
func (s *Service) ProposeIdeas(ctx context.Context, siteID string, ids []string) (int64, error) {
	if !text.Printable(strings.Join(ids, "")) {
		return 0, fault.Missing("idea")
	}
	var proposed int64
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := planner.LockSectors(tx, siteID); err != nil {
			return err
		}
		for part := range slices.Chunk(ids, batch) {
			done := tx.Model(&Idea{}).Where("site_id = ? AND id IN ? AND state IN ? AND extends_page_id IS NULL", siteID, part, IdeaProposed.from()).Update("state", IdeaProposed)
			if done.Error != nil {
				return fmt.Errorf("propose ideas: %w", done.Error)
			}
			proposed += done.RowsAffected
		}
		return nil
	})
	return proposed, err
}

// edit changes the idea and names the columns that it has changed.
func (i *Idea) edit(c IdeaChange) (columns []string, err error) {
	var wrong fault.Fields
	for _, f := range []struct {
		name, noun string
		field      *string
		value      *string
		limit      int
	}{
		{"title", "title", &i.Title, c.Title, 300},
		{"angle", "angle", &i.Angle, c.Angle, 2000},
	} {
		if f.value == nil {
			continue
		}
		line := strings.Join(strings.Fields(*f.value), " ")
		wrong.Check(line != "" && utf8.RuneCountInString(line) <= f.limit && text.Printable(line), f.name, "The %s has 1 to %d characters that can be shown.", f.noun, f.limit)
		*f.field, columns = line, append(columns, f.name)
	}
	for _, f := range []struct {
		name, noun string
		field      *[]string
		value      *[]string
	}{
		{"outline", "outline", &i.Outline, c.Outline},
		{"target_keywords", "list of target keywords", &i.TargetKeywords, c.TargetKeywords},
	} {
		if f.value == nil {
			continue
		}
		lines := tidyLines(*f.value)
		wrong.Check(len(lines) <= 50 && text.Printable(strings.Join(lines, "")), f.name, "The %s has at most 50 entries, of characters that can be shown.", f.noun)
		*f.field, columns = lines, append(columns, f.name)
	}
	if c.Intent != nil {
		intent, err := planner.ParseIntents(*c.Intent)
		if err != nil {
			wrong.Add("intent", "%s", fault.Sentence(err))
		}
		i.Intent, columns = intent, append(columns, "intent")
	}
	if len(columns) > 0 {
		i.Edited, columns = true, append(columns, "edited")
	}
	if c.PlannedOn != nil {
		wrong.Check(isDate(*c.PlannedOn), "planned_on", "Give a date as year, month and day, such as 2027-01-31.")
		i.PlannedOn, columns = *c.PlannedOn, append(columns, "planned_on")
	}
	if c.State != nil {
		wrong.Check(*c.State == IdeaProposed || *c.State == IdeaRejected, "state", "An idea is made proposed or rejected here. To accept it, make a task of it in the Writer.")
		i.State, i.ExtendsPageID, columns = *c.State, nil, append(columns, "state", "extends_page_id")
	}
	return columns, wrong.Err()
}

// isDate says whether the text is a day, or empty.
func isDate(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return text == "" || err == nil
}

func tidyLines(lines []string) []string {
	tidy := []string{}
	for _, line := range lines {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			tidy = append(tidy, line)
		}
	}
	return tidy
}

// writeIdea stores the named columns of the idea.
func writeIdea(tx *gorm.DB, i Idea, columns ...string) error {
	if len(columns) == 0 {
		return nil
	}
	if err := tx.Model(&i).Select(columns).Updates(&i).Error; err != nil {
		return fmt.Errorf("update idea: %w", err)
	}
	return nil
}

// describePage gives the idea's metadata to its page.
func describePage(tx *gorm.DB, i Idea) error {
	return pages.SetMetadata(tx, i.PageID, pages.Metadata{Title: &i.Title, Intent: &i.Intent, TargetKeywords: &i.TargetKeywords})
}

// AcceptIdeas marks the ideas as accepted and carries what they decided to their pages. It is for the Writer, which has
// locked the sectors and writes the tasks of the ideas in the same transaction.
func AcceptIdeas(tx *gorm.DB, ideas []Idea) error {
	ids, pageIDs := make([]string, len(ideas)), make([]string, len(ideas))
	for i, idea := range ideas {
		ids[i], pageIDs[i] = idea.ID, idea.PageID
	}
	for part := range slices.Chunk(ids, batch) {
		done := tx.Model(&Idea{}).Where("id IN ?", part).Update("state", IdeaAccepted)
		if done.Error != nil {
			return fmt.Errorf("accept ideas: %w", done.Error)
		}
		if int(done.RowsAffected) != len(part) {
			return fault.Missing("idea")
		}
	}
	held, err := pages.LockedByID(tx, pageIDs...)
	if err != nil {
		return err
	}
	for _, idea := range ideas {
		p := held[idea.PageID]
		if p.Title == idea.Title && p.Intent == idea.Intent && slices.Equal(p.TargetKeywords, idea.TargetKeywords) {
			continue
		}
		if err := describePage(tx, idea); err != nil {
			return err
		}
	}
	return nil
}
