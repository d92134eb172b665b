package ideas

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/language"
	"igny8/app/pages"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// Conflict is a page of the site that the page of an idea would compete with for the same searches, and on what evidence.
type Conflict struct {
	Page     pages.Page
	Own      bool     // it is the idea's own page, which has a text already
	Cluster  bool     // it serves the same cluster
	Keywords []string // target keywords that both have
	Words    string   // the words of both titles, where those say the same
	Waived   string   // the reason for which both may stand; empty: nobody has decided yet
}

// Waiver is the decision that an idea and a page may stand beside each other.
type Waiver struct {
	PageID string    `json:"page_id"`
	Reason string    `json:"reason"`
	UserID string    `json:"user_id"`
	At     time.Time `json:"at"`
}

// Conflicts returns what the ideas of the site meet among its pages that are planned, written or live, our own and remote,
// by idea; the strongest evidence first. Ideas that nobody has accepted yet do not count: which of two comes first is
// decided by accepting it.
func (s *Service) Conflicts(ctx context.Context, siteID string, ideas []Idea) (map[string][]Conflict, error) {
	if _, err := s.sites.Get(ctx, siteID); err != nil {
		return nil, err
	}
	return ConflictsOf(s.db.Read(ctx), siteID, ideas)
}

// ConflictPage returns one page of the conflicts of an idea, for the API.
func (s *Service) ConflictPage(ctx context.Context, ideaID string, limit int, cursor string) (database.Page[Conflict], error) {
	idea, err := s.Idea(ctx, ideaID)
	if err != nil {
		return database.Page[Conflict]{}, err
	}
	found, err := s.Conflicts(ctx, idea.SiteID, []Idea{idea})
	if err != nil {
		return database.Page[Conflict]{}, err
	}
	return database.PageOf(found[idea.ID], limit, cursor, func(c Conflict) string { return c.Page.ID })
}

// ConflictsOf returns the same as Conflicts, in a transaction of the Writer.
func ConflictsOf(tx *gorm.DB, siteID string, ideas []Idea) (map[string][]Conflict, error) {
	found := map[string][]Conflict{}
	if len(ideas) == 0 {
		return found, nil
	}
	standing, err := standingPages(tx, siteID)
	if err != nil {
		return nil, err
	}
	for _, idea := range ideas {
		if idea.State != IdeaProposed {
			continue
		}
		if list := idea.meets(standing); len(list) > 0 {
			found[idea.ID] = list
		}
	}
	return found, nil
}

// Meets returns the conflicts of the idea with others that are about to be accepted before it.
func (i Idea) Meets(others []Idea) []Conflict {
	if i.State != IdeaProposed {
		return nil
	}
	var coming []pages.Page
	for _, other := range others {
		if other.State == IdeaProposed && other.PageID != i.PageID {
			coming = append(coming, pages.Page{
				ID: other.PageID, ClusterID: &other.ClusterID, Title: other.Title, TargetKeywords: other.TargetKeywords,
				State: pages.Briefed,
				Path:  "/" + pages.Slug(other.Title) + "/",
			})
		}
	}
	return i.meets(rivalsOf(coming))
}

// meets returns the conflicts of the idea with the pages, the strongest evidence first.
func (i Idea) meets(standing rivals) []Conflict {
	words, keys := wordsOf(i.Title), make([]string, len(i.TargetKeywords))
	for at, keyword := range i.TargetKeywords {
		keys[at] = language.Key(keyword)
	}
	var list []Conflict
	for _, r := range standing.of(sharing(i.PageID, i.ClusterID, words, keys)) {
		c := Conflict{Page: r.page, Waived: i.waived(r.page.ID)}
		if r.page.ID == i.PageID {
			if !r.page.Written() {
				continue // it was planned for this idea
			}
			c.Own = true
			list = append(list, c)
			continue
		}
		c.Cluster = clusterOf(r.page) == i.ClusterID
		for at, keyword := range i.TargetKeywords {
			if r.keywords[keys[at]] {
				c.Keywords = append(c.Keywords, keyword)
			}
		}
		if words == r.words { // they say the same in whatever order; titles that differ in a single word may be about different things
			c.Words = words
		}
		list = append(list, c)
	}
	slices.SortStableFunc(list, func(a, b Conflict) int { return cmp.Compare(b.weight(), a.weight()) })
	return list
}

func (c Conflict) weight() int {
	weight := len(c.Keywords)
	if c.Cluster {
		weight += 10
	}
	if c.Own {
		weight += 100
	}
	return weight
}

// waived returns the reason for which the idea may stand beside the page.
func (i Idea) waived(pageID string) string {
	for _, w := range i.Waivers {
		if w.PageID == pageID {
			return w.Reason
		}
	}
	return ""
}

// Open returns the conflicts that nobody has decided on.
func Open(list []Conflict) []Conflict {
	return slices.DeleteFunc(slices.Clone(list), func(c Conflict) bool { return c.Waived != "" })
}

// Evidence returns why the two pages compete, in sentences.
func (c Conflict) Evidence() []string {
	if c.Own {
		return []string{"The page of this idea has a text already."}
	}
	var list []string
	if c.Cluster {
		list = append(list, "It serves the same cluster.")
	}
	if len(c.Keywords) > 0 {
		list = append(list, "Both are meant for: "+strings.Join(c.Keywords, ", ")+".")
	}
	if c.Words != "" {
		list = append(list, "Their titles say the same: "+c.Words+".")
	}
	return list
}

// maxReason is the length of the reason of a waiver in characters.
const maxReason = 500

// WaiveConflict lets the idea stand beside the page for the reason, which is kept and logged.
func (s *Service) WaiveConflict(ctx context.Context, ideaID, pageID, reason string) (Idea, error) {
	reason = strings.Join(strings.Fields(reason), " ")
	var wrong fault.Fields
	wrong.Check(reason != "" && utf8.RuneCountInString(reason) <= maxReason && text.Printable(reason), "reason", "Say in at most %d characters why both pages may stand.", maxReason)
	if err := wrong.Err(); err != nil {
		return Idea{}, err
	}
	return s.resolve(ctx, ideaID, pageID, func(tx *gorm.DB, idea *Idea, c Conflict) error {
		idea.Waivers = slices.DeleteFunc(idea.Waivers, func(w Waiver) bool { return w.PageID == pageID })
		idea.Waivers = append(idea.Waivers, Waiver{PageID: pageID, Reason: reason, UserID: tenancy.User(ctx), At: database.Now()})
		if err := writeIdea(tx, *idea, "waivers"); err != nil {
			return err
		}
		return events.Record(tx, events.Event{
			Kind: events.ConflictWaived, SiteID: idea.SiteID, ObjectID: idea.ID, Subject: idea.Title, Detail: c.Page.Path + ": " + reason,
			Data: events.Data{Reason: reason},
		})
	})
}

// Author is what stands above the Planner and has pages written.
type Author interface {
	// TakeOver gives keywords to what the page is about to be written from. It is called inside the transaction in which an
	// idea is closed in its favour.
	TakeOver(tx *gorm.DB, pageID string, keywords []string) error
}

// ExtendPage closes the idea in favour of the page, which takes its target keywords over, and so does what it is about to be
// written from: a page that is written is to be extended, one that is only planned is merged with the idea.
func (s *Service) ExtendPage(ctx context.Context, ideaID, pageID string) (Idea, error) {
	return s.resolve(ctx, ideaID, pageID, func(tx *gorm.DB, idea *Idea, _ Conflict) error {
		idea.State, idea.ExtendsPageID = IdeaRejected, &pageID
		if err := writeIdea(tx, *idea, "state", "extends_page_id"); err != nil {
			return err
		}
		held, err := pages.LockedByID(tx, pageID)
		if err != nil {
			return err
		}
		targets := held[pageID].TargetKeywords
		for _, keyword := range idea.TargetKeywords {
			if !slices.ContainsFunc(targets, func(t string) bool { return language.Key(t) == language.Key(keyword) }) {
				targets = append(targets, keyword)
			}
		}
		if err := pages.SetMetadata(tx, pageID, pages.Metadata{TargetKeywords: &targets}); err != nil || s.author == nil {
			return err
		}
		return s.author().TakeOver(tx, pageID, idea.TargetKeywords)
	})
}

// resolve decides on one conflict of a proposed idea.
func (s *Service) resolve(ctx context.Context, ideaID, pageID string, decide func(tx *gorm.DB, idea *Idea, c Conflict) error) (Idea,
	error,
) {
	var changed Idea
	err := s.change(ctx, ideaID, func(tx *gorm.DB, idea Idea) error {
		if idea.State != IdeaProposed {
			return fault.New(fault.Conflict, "The idea %q is %s: there is nothing to decide any more.", idea.Title, idea.State)
		}
		found, err := ConflictsOf(tx, idea.SiteID, []Idea{idea})
		if err != nil {
			return err
		}
		at := slices.IndexFunc(found[idea.ID], func(c Conflict) bool { return c.Page.ID == pageID })
		if at < 0 {
			return fault.Missing("page")
		}
		if err := decide(tx, &idea, found[idea.ID][at]); err != nil {
			return err
		}
		changed = idea
		return nil
	})
	return changed, err
}
