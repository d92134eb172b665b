package writer

import (
	"context"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"

	"igny8/app/blocks"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// SuggestionState is where a suggestion stands.
type SuggestionState string

// The states of a suggestion.
const (
	SuggestionOpen     SuggestionState = "open"
	SuggestionAccepted SuggestionState = "accepted"
	SuggestionRejected SuggestionState = "rejected"
	SuggestionReplaced SuggestionState = "replaced" // by a newer one for the same block
)

// mayBecome reports whether a suggestion in the state may be moved to the next one: an open one is decided or replaced, and undo opens a
// decided one again.
func (s SuggestionState) mayBecome(next SuggestionState) bool {
	switch next {
	case SuggestionOpen:
		return s == SuggestionAccepted || s == SuggestionRejected
	default:
		return s == SuggestionOpen
	}
}

// Suggestion is other words for one block, made by the AI engine. It changes nothing until a person accepts it. A block has at most one
// open suggestion.
type Suggestion struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	ContentID string
	BlockID   string
	RunID     string
	How       string
	Wish      string       // what the person asked for in their own words
	Before    blocks.Block `gorm:"serializer:json"` // the block that was read
	After     blocks.Block `gorm:"serializer:json"`
	State     SuggestionState
	DecidedBy string
	DecidedAt *time.Time
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Fits reports whether the document still has the block as it was when the suggestion was made.
func (s Suggestion) Fits(doc blocks.Document) bool {
	at := doc.Index(s.BlockID)
	return at >= 0 && doc[at].Equal(s.Before)
}

// Undecided is the refusal of an approval while suggestions are open. It has them, so that they can be shown. It is a fault of kind
// Conflict.
type Undecided struct {
	Open  []Suggestion
	fault *fault.Error
}

func (e *Undecided) Error() string { return e.fault.Error() }
func (e *Undecided) Unwrap() error { return e.fault }

// undecided refuses to go on while suggestions for the content are open.
func undecided(tx *gorm.DB, c *Content) error {
	open, err := openSuggestions(tx, c.ID)
	if err != nil || len(open) == 0 {
		return err
	}
	return &Undecided{Open: open, fault: fault.New(fault.Conflict, "%s for a decision. Nothing was approved; accept or reject them first, or approve the text without them.", text.Count(len(open), "suggestion waits", "suggestions wait"))}
}

// Suggestions returns the open suggestions for the content, the oldest first.
func (s *Service) Suggestions(ctx context.Context, contentID string) ([]Suggestion, error) {
	return openSuggestions(s.db.Read(ctx), contentID)
}

// SuggestionPage returns one page of Suggestions, for the API.
func (s *Service) SuggestionPage(ctx context.Context, contentID string, limit int, cursor string) (database.Page[Suggestion], error) {
	open := s.db.Read(ctx).Where("content_id = ? AND state = ?", contentID, SuggestionOpen)
	return database.List(open, database.Order{Column: "created_at", Kind: database.Time}, limit, cursor,
		func(one Suggestion) database.Position { return database.Position{Value: one.CreatedAt, ID: one.ID} })
}

func openSuggestions(tx *gorm.DB, contentID string) ([]Suggestion, error) {
	var list []Suggestion
	if err := tx.Where("content_id = ? AND state = ?", contentID, SuggestionOpen).Order("created_at").Order("id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list suggestions: %w", err)
	}
	return list, nil
}

// Suggestion returns the suggestion with the id.
func (s *Service) Suggestion(ctx context.Context, id string) (Suggestion, error) {
	return database.One[Suggestion](s.db.Read(ctx), "suggestion", id)
}

// AcceptSuggestion puts the suggested text into the block, as the next revision. A block that was changed or removed since is a
// conflict. Accepting twice is accepting once.
func (s *Service) AcceptSuggestion(ctx context.Context, id string) (Content, error) {
	var saved Content
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		one, err := database.One[Suggestion](tx, "suggestion", id)
		if err != nil {
			return err
		}
		if saved, err = s.held(tx, one.ContentID); err != nil || one.State == SuggestionAccepted {
			return err
		}
		if !one.State.mayBecome(SuggestionAccepted) {
			return fault.New(fault.Conflict, "This suggestion was %s already. Nothing was changed; ask for a new one.", one.State)
		}
		if !one.Fits(saved.Blocks) {
			return fault.New(fault.Conflict, "The block was changed since this was suggested. Nothing was changed; ask for a new suggestion, or reject this one.")
		}
		return accept(tx, &saved, []Suggestion{one})
	})
	return saved, err
}

// AcceptSuggestions accepts all open suggestions that still fit, as one revision, and says how many. The others stay open.
func (s *Service) AcceptSuggestions(ctx context.Context, contentID string) (saved Content, accepted int, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		var err error
		if saved, err = s.held(tx, contentID); err != nil {
			return err
		}
		list, err := openSuggestions(tx, contentID)
		if err != nil {
			return err
		}
		list = slices.DeleteFunc(list, func(one Suggestion) bool { return !one.Fits(saved.Blocks) })
		if accepted = len(list); accepted == 0 {
			return nil
		}
		return accept(tx, &saved, list)
	})
	return saved, accepted, err
}

// accept saves the suggestions, which fit, as the next revision of the content.
func accept(tx *gorm.DB, c *Content, list []Suggestion) error {
	changed := slices.Clone(c.Blocks)
	for _, one := range list {
		one.After.ID = one.BlockID
		changed[changed.Index(one.BlockID)] = one.After
	}
	change, err := Change{Blocks: &changed}.cleaned(tx.Statement.Context)
	if err != nil {
		return err
	}
	if err := change.onto(c); err != nil {
		return err
	}
	c.State, c.BuiltIn = ContentDraft, false
	if err := store(tx, c, "accepted "+text.Count(len(list), "suggestion", "suggestions")); err != nil {
		return err
	}
	return c.decide(tx, SuggestionAccepted, list)
}

// RejectSuggestion rejects a suggestion. It is not made again for the same text. Rejecting twice is rejecting once.
func (s *Service) RejectSuggestion(ctx context.Context, id string) (Content, error) {
	var c Content
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		one, err := database.One[Suggestion](tx, "suggestion", id)
		if err != nil {
			return err
		}
		if c, err = s.held(tx, one.ContentID); err != nil || one.State == SuggestionRejected {
			return err
		}
		if !one.State.mayBecome(SuggestionRejected) {
			return fault.New(fault.Conflict, "This suggestion was %s already. Nothing was changed.", one.State)
		}
		return c.decide(tx, SuggestionRejected, []Suggestion{one})
	})
	return c, err
}

// RejectSuggestions rejects all open suggestions for the content and says how many.
func (s *Service) RejectSuggestions(ctx context.Context, contentID string) (c Content, rejected int, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		var err error
		if c, err = s.held(tx, contentID); err != nil {
			return err
		}
		err = rejectAll(tx, &c)
		rejected = len(c.decided)
		return err
	})
	return c, rejected, err
}

func rejectAll(tx *gorm.DB, c *Content) error {
	list, err := openSuggestions(tx, c.ID)
	if err != nil || len(list) == 0 {
		return err
	}
	return c.decide(tx, SuggestionRejected, list)
}

// decide stores the state of the suggestions for the content and who decided.
func (c *Content) decide(tx *gorm.DB, state SuggestionState, list []Suggestion) error {
	ids := make([]string, len(list))
	for i, one := range list {
		ids[i] = one.ID
	}
	done := tx.Model(&Suggestion{}).Where("id IN ? AND state = ?", ids, SuggestionOpen).
		Updates(map[string]any{"state": state, "decided_by": tenancy.User(tx.Statement.Context), "decided_at": database.Now()})
	if done.Error != nil {
		return fmt.Errorf("decide suggestions: %w", done.Error)
	}
	if done.RowsAffected != int64(len(list)) {
		return fault.New(fault.Conflict, "Somebody else decided about a suggestion in the same moment. Nothing of yours was done; look again.")
	}
	c.decided = ids
	return nil
}

// Suggest stores a new suggestion in the place of an older one for the same block. A block or a content that is gone by now is missing; a
// block that was changed keeps its text, and the suggestion does not fit it.
func Suggest(tx *gorm.DB, one Suggestion) error {
	c, err := database.One[Content](tx, "content", one.ContentID)
	if err != nil {
		return err
	}
	if c.Blocks.Index(one.BlockID) < 0 {
		return fault.Missing("block")
	}
	older := tx.Model(&Suggestion{}).Where("content_id = ? AND block_id = ? AND state = ?", one.ContentID, one.BlockID, SuggestionOpen)
	if err := older.Update("state", SuggestionReplaced).Error; err != nil {
		return fmt.Errorf("replace suggestion: %w", err)
	}
	one.ID, one.SiteID, one.State = database.NewID(), c.SiteID, SuggestionOpen
	if err := tx.Create(&one).Error; err != nil {
		return fmt.Errorf("save suggestion: %w", err)
	}
	return nil
}

// RejectedTexts returns what people have rejected for the blocks as they are now, by block.
func (s *Service) RejectedTexts(ctx context.Context, c Content) (map[string][]blocks.Block, error) {
	var list []Suggestion
	if err := s.db.Read(ctx).Where("content_id = ? AND state = ?", c.ID, SuggestionRejected).Order("created_at DESC").Order("id").Limit(500).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list rejected suggestions: %w", err)
	}
	rejected := map[string][]blocks.Block{}
	for _, one := range list {
		if one.Fits(c.Blocks) {
			rejected[one.BlockID] = append(rejected[one.BlockID], one.After)
		}
	}
	return rejected, nil
}
