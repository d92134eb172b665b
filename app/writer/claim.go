package writer

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/prose"
	"igny8/app/sites"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// Verdict is what a claim rests on.
type Verdict string

// The verdicts. A text with an open claim is not approved. Each verdict may follow each.
const (
	ClaimOpen    Verdict = "open"
	ClaimSourced Verdict = "sourced"  // another page says so
	ClaimOwnFact Verdict = "own_fact" // the business knows it of itself
	ClaimOpinion Verdict = "opinion"
)

// Verdicts returns all verdicts.
func Verdicts() []Verdict { return []Verdict{ClaimOpen, ClaimSourced, ClaimOwnFact, ClaimOpinion} }

// Claim is a claim of a content and what it rests on.
type Claim struct {
	prose.Claim
	Verdict Verdict
	Source  string // an address, of a sourced one
	Linked  bool   // sourced by a link in the sentence itself, by nobody's decision
	Fact    string // a fact of the site or of the brief that an open one seems to state
}

// ClaimDecision is what a person decided that a sentence rests on. It belongs to the words of the sentence: it stays after an edit
// elsewhere, a move to another block and a return to older words. With another number the claim is open again.
type ClaimDecision struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	ContentID string
	Mark      string
	Verdict   Verdict
	Source    string
	UserID    string
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Ledger are the claims of a content in the order of reading.
type Ledger struct {
	Content  Content
	Language string
	Claims   []Claim
	Known    bool // superlatives are looked for in this language; prices, years and numbers in every one
	Waived   bool // open claims hold nothing on this site: somebody waived the check
}

// Open returns the claims that nobody has decided about.
func (l Ledger) Open() []Claim {
	return slices.DeleteFunc(slices.Clone(l.Claims), func(c Claim) bool { return c.Verdict != ClaimOpen })
}

// OpenClaims is the refusal to approve a text with open claims. It is a fault of kind Conflict.
type OpenClaims struct {
	Claims []Claim
	fault  *fault.Error
}

func (e *OpenClaims) Error() string { return e.fault.Error() }
func (e *OpenClaims) Unwrap() error { return e.fault }

// claimsCheck is the key of the gate's check about claims.
const claimsCheck = "claims"

// Claims returns the ledger of the content.
func (s *Service) Claims(ctx context.Context, contentID string) (Ledger, error) {
	c, err := s.Content(ctx, contentID)
	if err != nil {
		return Ledger{}, err
	}
	l, err := ledger(s.db.Read(ctx), c)
	if err != nil {
		return l, err
	}
	if len(l.Open()) == 0 {
		return l, nil
	}
	if l.Waived, err = sites.Waived(s.db.Read(ctx), c.SiteID, gates.Writer, claimsCheck); err != nil {
		return l, err
	}
	return l, s.recall(ctx, &l)
}

// ClaimPage returns one page of the claims of a content, for the API.
func (s *Service) ClaimPage(ctx context.Context, contentID string, limit int, cursor string) (database.Page[Claim], error) {
	l, err := s.Claims(ctx, contentID)
	if err != nil {
		return database.Page[Claim]{}, err
	}
	return database.PageOf(l.Claims, limit, cursor, func(c Claim) string { return c.Mark })
}

// recall adds to each open claim the known fact that it seems to state.
func (s *Service) recall(ctx context.Context, l *Ledger) error {
	profile, err := s.sites.Profile(ctx, l.Content.SiteID)
	if err != nil {
		return err
	}
	var facts []prose.Fact
	for _, f := range profile.Facts {
		facts = append(facts, prose.NewFact(f.Name+": "+f.Value))
	}
	if l.Content.TaskID != nil {
		t, err := s.Task(ctx, *l.Content.TaskID)
		if err != nil {
			return err
		}
		for _, f := range t.Brief.Facts {
			facts = append(facts, prose.NewFact(f))
		}
	}
	for i := range l.Claims {
		if err := ctx.Err(); err != nil {
			return err
		}
		if c := &l.Claims[i]; c.Verdict == ClaimOpen {
			c.Fact = c.Supported(facts)
		}
	}
	return nil
}

// ledger returns the claims of the content with what was decided about them. Text that is still to be written claims nothing.
func ledger(tx *gorm.DB, c Content) (Ledger, error) {
	l := Ledger{Content: c}
	site, err := database.One[sites.Site](tx, "site", c.SiteID)
	if err != nil {
		return l, err
	}
	l.Language = site.Language
	l.Known = prose.FindsSuperlatives(site.Language)
	outline, err := outlineTexts(tx, c)
	if err != nil {
		return l, err
	}
	for _, found := range prose.Claims(outline.Written(c.Blocks), site.Language) {
		claim := Claim{Claim: found, Verdict: ClaimOpen}
		if found.Linked != "" {
			claim.Verdict, claim.Source, claim.Linked = ClaimSourced, found.Linked, true
		}
		l.Claims = append(l.Claims, claim)
	}
	if len(l.Claims) == 0 {
		return l, nil
	}
	var decisions []ClaimDecision
	if err := tx.Where("content_id = ?", c.ID).Find(&decisions).Error; err != nil {
		return l, fmt.Errorf("load decisions about claims: %w", err)
	}
	byMark := map[string]ClaimDecision{}
	for _, d := range decisions {
		byMark[d.Mark] = d
	}
	for i := range l.Claims {
		if d, ok := byMark[l.Claims[i].Mark]; ok {
			l.Claims[i].Verdict, l.Claims[i].Source, l.Claims[i].Linked = d.Verdict, d.Source, false
		}
	}
	return l, nil
}

// countClaims counts the open claims of the content as it is about to be stored.
func countClaims(tx *gorm.DB, c *Content) error {
	l, err := ledger(tx, *c)
	c.OpenClaims = int64(len(l.Open()))
	return err
}

// ClaimVerdict is a decision about sentences of a content: Verdict is one of the four, and Source the address of a sourced one.
type ClaimVerdict struct {
	Marks   []string
	Verdict Verdict
	Source  string
}

// DecideClaims stores what claims of the content rest on: all of them or none. ClaimOpen takes a decision back.
func (s *Service) DecideClaims(ctx context.Context, contentID string, v ClaimVerdict) (Ledger, error) {
	if err := v.check(); err != nil {
		return Ledger{}, err
	}
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		defer fault.In(&err, "decide claims")
		c, err := s.held(tx, contentID)
		if err != nil {
			return err
		}
		l, err := ledger(tx, c)
		if err != nil {
			return err
		}
		for _, mark := range v.Marks {
			if !slices.ContainsFunc(l.Claims, func(c Claim) bool { return c.Mark == mark }) {
				return fault.New(fault.Conflict, "The sentence was changed in the meantime. Nothing was decided; look at its new words first.")
			}
		}
		if err := v.store(ctx, tx, c); err != nil {
			return err
		}
		if err := countClaims(tx, &c); err != nil {
			return err
		}
		return tx.Model(&Content{}).Where("id = ?", c.ID).UpdateColumn("open_claims", c.OpenClaims).Error
	})
	if err != nil {
		return Ledger{}, err
	}
	return s.Claims(ctx, contentID)
}

// MostMarks is how many sentences are decided about at once.
const MostMarks = 500

func (v *ClaimVerdict) check() error {
	const longestSource = 2000
	var f fault.Fields
	v.Source = strings.TrimSpace(v.Source)
	f.Check(len(v.Marks) > 0 && len(v.Marks) <= MostMarks, "mark", "Choose the sentences, at most %d at once.", MostMarks)
	f.Check(slices.Contains(Verdicts(), v.Verdict), "verdict", "Say whether it is sourced, an own fact or an opinion.")
	if v.Verdict != ClaimSourced {
		v.Source = ""
		return f.Err()
	}
	u, err := url.Parse(v.Source)
	f.Check(err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && len(v.Source) <= longestSource && text.Multiline(v.Source), "source", "Give the address of the source, beginning with https:// or http://.")
	return f.Err()
}

func (v ClaimVerdict) store(ctx context.Context, tx *gorm.DB, c Content) error {
	if v.Verdict == ClaimOpen {
		return tx.Where("content_id = ? AND mark IN ?", c.ID, v.Marks).Delete(&ClaimDecision{}).Error
	}
	rows := make([]ClaimDecision, 0, len(v.Marks))
	for _, mark := range slices.Compact(slices.Sorted(slices.Values(v.Marks))) {
		rows = append(rows, ClaimDecision{
			ID: database.NewID(), SiteID: c.SiteID, ContentID: c.ID, Mark: mark, Verdict: v.Verdict,
			Source: v.Source, UserID: tenancy.User(ctx),
		})
	}
	known := clause.OnConflict{
		Columns:   []clause.Column{{Name: "account_id"}, {Name: "content_id"}, {Name: "mark"}},
		DoUpdates: clause.AssignmentColumns([]string{"verdict", "source", "user_id", "updated_at"}),
	}
	if err := tx.Clauses(known).CreateInBatches(rows, 100).Error; err != nil {
		return fmt.Errorf("save decisions about claims: %w", err)
	}
	return nil
}

// settled refuses a text with open claims.
func settled(tx *gorm.DB, c Content) error {
	l, err := ledger(tx, c)
	if err != nil {
		return err
	}
	open := l.Open()
	if len(open) == 0 {
		return nil
	}
	var quoted []string
	for _, o := range open[:min(len(open), 3)] {
		quoted = append(quoted, "“"+text.Clean(o.Text, 80)+"”")
	}
	if more := len(open) - len(quoted); more > 0 {
		quoted = append(quoted, fmt.Sprintf("and %d more", more))
	}
	return &OpenClaims{Claims: open, fault: fault.New(fault.Conflict, "%s not settled: %s. Say of each whether it has a source, is a fact of your own or an opinion, or take it out; then approve. Nothing was changed.",
		text.Count(len(open), "claim is", "claims are"), strings.Join(quoted, ", "))}
}
