package writer

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// Brief says what a page is to be written from. A page is drafted from an approved brief.
type Brief struct {
	Audience   string   `json:"audience"`
	Angle      string   `json:"angle"`
	Intent     string   `json:"intent"`
	Outline    []string `json:"outline" about:"the headings"`
	Keywords   []string `json:"keywords"`
	Questions  []string `json:"questions"`
	Terms      []string `json:"terms" about:"words that belong on the page"`
	Links      []string `json:"links" about:"addresses that the page should lead to"`
	Facts      []string `json:"facts" about:"what the page may state"`
	OutOfScope []string `json:"out_of_scope" about:"what other pages say"`
	Length     int      `json:"length" about:"words, about; 0: as many as it takes"`
}

// The bounds of a brief: what a model can be given, and what can be written in one go.
const (
	longestField = 2000 // characters
	MaxLines     = 50
	shortestPage = 100 // words
	longestPage  = 10_000
)

// Lists returns the fields that are lists of lines, by name.
func (b *Brief) Lists() map[string]*[]string {
	return map[string]*[]string{
		"outline": &b.Outline, "keywords": &b.Keywords, "questions": &b.Questions, "terms": &b.Terms,
		"links": &b.Links, "facts": &b.Facts, "out_of_scope": &b.OutOfScope,
	}
}

// Mark returns a fingerprint of the brief, which changes with every word of it.
func (b Brief) Mark() string {
	text, _ := json.Marshal(b)
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

// overtaken refuses a brief that was made from an older one than the task has now, unless both are the same.
func (b Brief) overtaken(now Brief, seen string) error {
	if seen == "" || seen == now.Mark() || b.says(now) {
		return nil
	}
	return fault.New(fault.Conflict, "This brief was changed in the meantime, by somebody else or by a run. What you typed stands below and is not saved: save it again to replace theirs, or load the page again to see it.")
}

// says reports whether both briefs are the same. No list and an empty list are the same.
func (b Brief) says(other Brief) bool {
	for field, lines := range b.Lists() {
		if before := other.Lists()[field]; slices.Equal(*lines, *before) {
			*lines = *before
		}
	}
	return reflect.DeepEqual(b, other)
}

// check refuses a brief that no model could be given.
func (b *Brief) check(f *fault.Fields) {
	for field, value := range map[string]string{"audience": b.Audience, "angle": b.Angle} {
		f.Check(utf8.RuneCountInString(value) <= longestField, field, "Shorten this to 2,000 characters.")
		f.Check(text.Multiline(value), field, "This has characters that cannot be shown. Remove them.")
	}
	for field, lines := range b.Lists() {
		f.Check(len(*lines) <= MaxLines, field, "At most %d lines.", MaxLines)
		for _, line := range *lines {
			f.Check(utf8.RuneCountInString(line) <= MaxTitle && text.Multiline(line), field, "Each line has at most %d characters that can be shown.", MaxTitle)
		}
	}
	f.Check(b.Length == 0 || b.Length >= shortestPage && b.Length <= longestPage, "length", "A page has %d to 10,000 words. Leave the length empty if it does not matter.", shortestPage)
}

// Clean cuts a brief to what can be stored: lines of text, not too many, and a length that a page can have.
func (b *Brief) Clean() {
	for _, lines := range b.Lists() {
		for i, line := range *lines {
			(*lines)[i] = text.Clean(line, MaxTitle)
		}
		*lines = slices.DeleteFunc(*lines, func(line string) bool { return line == "" })
		*lines = (*lines)[:min(len(*lines), MaxLines)]
	}
	b.Audience, b.Angle = text.Clean(b.Audience, longestField), text.Clean(b.Angle, longestField)
	b.Length = min(max(b.Length, shortestPage), longestPage)
}

// Fill completes the brief with another: only what is empty.
func (b *Brief) Fill(with Brief) {
	from := with.Lists()
	for field, lines := range b.Lists() {
		if len(*lines) == 0 {
			*lines = *from[field]
		}
	}
	for text, other := range map[*string]string{&b.Audience: with.Audience, &b.Angle: with.Angle, &b.Intent: with.Intent} {
		if *text == "" {
			*text = other
		}
	}
	if b.Length == 0 {
		b.Length = with.Length
	}
}

// rewrite gives the task a brief that a person wrote. A brief that is the same keeps its approval.
func (t *Task) rewrite(b Brief) {
	if b.says(t.Brief) {
		return
	}
	t.Brief, t.BriefEdited, t.BriefApprovedAt, t.BriefApprovedBy = b, true, nil, ""
}

// ApproveBriefs approves the briefs of open tasks of the site, of all or of none. Approving twice is approving once. Whoever may have pages
// drafted may approve what they are drafted from; the text itself is approved by whoever may publish.
func (s *Service) ApproveBriefs(ctx context.Context, siteID string, taskIDs []string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error { return ApproveBriefs(tx, siteID, taskIDs) })
}

// ApproveBrief approves the brief of one task, as ApproveBriefs does. seen is the Mark of the brief that the person was shown: one that was
// changed since is a fault of kind Conflict. Empty approves the brief as it is.
func (s *Service) ApproveBrief(ctx context.Context, taskID, seen string) (Task, error) {
	var t Task
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		if t, err = database.One[Task](database.Locked(tx), "task", taskID); err != nil {
			return err
		}
		if seen != "" && seen != t.Brief.Mark() {
			return fault.New(fault.Conflict, "This brief was changed since you were shown it. It is not approved. Look at it as it is now, and approve it then.")
		}
		if err := ApproveBriefs(tx, t.SiteID, []string{t.ID}); err != nil {
			return err
		}
		t, err = database.One[Task](tx, "task", taskID)
		return err
	})
	return t, err
}

// WithdrawBrief takes the approval of a brief back. It is refused once the page is drafted.
func WithdrawBrief(tx *gorm.DB, taskID string) (Task, error) {
	t, err := database.One[Task](database.Locked(tx), "task", taskID)
	if err != nil {
		return t, err
	}
	if t.State != TaskOpen {
		return t, fault.New(fault.Conflict, "This page is drafted already. The approval of its brief stays.")
	}
	t.BriefApprovedAt, t.BriefApprovedBy = nil, ""
	return t, t.write(tx, "brief_approved_at", "brief_approved_by")
}

// CompleteBriefs writes the briefs of tasks, by task. It returns why the others stay as they are, by task.
func CompleteBriefs(tx *gorm.DB, briefs map[string]Brief) (left map[string]string, err error) {
	tasks, err := lockedTasks(tx, slices.Collect(maps.Keys(briefs)))
	if err != nil {
		return nil, err
	}
	left = map[string]string{}
	for id, b := range briefs {
		t, there := tasks[id]
		if !there {
			left[id] = PageGone
			continue
		}
		if reason := t.complete(b); reason != "" {
			left[id] = reason
			continue
		}
		if err := t.write(tx, "brief"); err != nil {
			return nil, err
		}
	}
	return left, nil
}

// complete gives the task a brief that a run has made, or says why it keeps its own: somebody has approved it, or the page is drafted from
// it. Of a brief that a person has edited only the gaps are filled.
func (t *Task) complete(with Brief) (reason string) {
	switch {
	case t.State != TaskOpen:
		return PageWritten
	case t.BriefApprovedAt != nil:
		return BriefApproved
	case !t.BriefEdited:
		t.Brief = with
		return ""
	}
	filled := t.Brief
	if filled.Fill(with); filled.says(t.Brief) {
		return briefComplete
	}
	t.Brief = filled
	return ""
}

// ApproveBriefs is the method of that name, inside a transaction.
func ApproveBriefs(tx *gorm.DB, siteID string, taskIDs []string) error {
	ids := database.Distinct(taskIDs)
	if err := lockTasks(tx, siteID, ids); err != nil {
		return err
	}
	for part := range slices.Chunk(ids, batch) {
		waiting := tx.Model(&Task{}).Where("site_id = ? AND id IN ? AND brief_approved_at IS NULL", siteID, part)
		if err := waiting.Updates(map[string]any{"brief_approved_at": database.Now(), "brief_approved_by": tenancy.User(tx.Statement.Context)}).Error; err != nil {
			return fmt.Errorf("approve briefs: %w", err)
		}
	}
	return nil
}
