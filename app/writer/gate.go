package writer

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/gates"
	"igny8/app/sites"
	"igny8/app/text"
)

// Tally counts the contents of a site.
type Tally struct {
	Contents    int64
	Approved    int64 // those that can be published
	Unwritten   int64 // those with parts that nobody has written
	Claims      int64 // claims that nobody has settled
	ClaimsTexts int64 // contents with such claims
}

// Waiting returns how many contents would not be published.
func (t Tally) Waiting() int64 { return t.Contents - t.Approved }

// Tally counts the contents of the site.
func (s *Service) Tally(ctx context.Context, siteID string) (Tally, error) {
	return tally(s.db.Read(ctx), siteID)
}

func tally(db *gorm.DB, siteID string) (Tally, error) {
	var t struct {
		Tally
		Outlined int64
	}
	err := db.Model(&Content{}).Where("site_id = ?", siteID).Select("COUNT(*) AS contents, COUNT(CASE WHEN unwritten > 0 THEN 1 END) AS unwritten, " +
		"COALESCE(SUM(open_claims), 0) AS claims, COUNT(CASE WHEN open_claims > 0 THEN 1 END) AS claims_texts, " +
		"COUNT(CASE WHEN NOT outlined THEN approved_revision END) AS approved, COUNT(CASE WHEN outlined THEN approved_revision END) AS outlined").Take(&t).Error
	if err != nil {
		return Tally{}, fmt.Errorf("count contents: %w", err)
	}
	if t.Outlined == 0 {
		return t.Tally, nil
	}
	// What was approved since there are slots has none. Older outlines tell by their text alone.
	outlines, err := asApproved(db, siteID, "approved_revision IS NOT NULL AND outlined")
	t.Approved += int64(len(outlines))
	return t.Tally, err
}

// Gate returns the Writer's gate: there is approved content. Drafts that are not approved close it, unless somebody waives that.
func (s *Service) Gate(ctx context.Context, siteID string) (gates.Gate, error) {
	return computeGate(s.db.Read(ctx), siteID)
}

func computeGate(db *gorm.DB, siteID string) (gates.Gate, error) {
	n, err := tally(db, siteID)
	if err != nil {
		return gates.Gate{}, err
	}
	board := gates.Where{Site: siteID, Screen: gates.WriterBoard}
	written := gates.Check{Key: "written", OK: n.Contents > 0, Label: "There is content", Where: board}
	if !written.OK {
		written.Reason = "Nothing has been written yet."
	}
	approved := gates.Check{Key: "approved", OK: n.Approved > 0, Label: "Content is approved", Where: board}
	if !approved.OK {
		approved.Reason = "No content has been approved yet."
	}
	worst, err := lastLacking(db, siteID, n)
	if err != nil {
		return gates.Gate{}, err
	}
	reviewed, claims := checkReviewed(siteID, n, worst, board), checkClaims(siteID, n, worst, board)
	return sites.Judge(db, siteID, gates.Writer, written, approved, reviewed, claims)
}

// setStage stores what the gates say that contents decide about: the Writer's own and the last one.
func (s *Service) setStage(tx *gorm.DB, siteID string) error {
	return s.sites.SetStage(tx, siteID, gates.Writer, gates.Publish)
}

// lacking are the contents of a site that lack something and were changed last, without their blocks: one with parts that nobody has
// written, and one with open claims. Outside of a transaction somebody may have changed them since they were counted: then they are nil.
type lacking struct{ words, sources *Content }

func lastLacking(db *gorm.DB, siteID string, n Tally) (l lacking, err error) {
	if n.Unwritten+n.Claims == 0 {
		return l, nil
	}
	last := func(condition string) *gorm.DB {
		contents := db.Session(&gorm.Session{NewDB: true}).Model(&Content{})
		return contents.Select("id").Where("site_id = ?", siteID).Where(condition).Order("updated_at DESC").Order("id").Limit(1)
	}
	var found []Content
	err = db.Select("id", "title", "unwritten", "open_claims", "updated_at").Where("id = (?) OR id = (?)", last("unwritten > 0"), last("open_claims > 0")).
		Order("updated_at DESC").Order("id").Find(&found).Error
	if err != nil {
		return l, fmt.Errorf("find contents that lack something: %w", err)
	}
	for _, c := range found {
		if c.Unwritten > 0 && l.words == nil {
			l.words = &c
		}
		if c.OpenClaims > 0 && l.sources == nil {
			l.sources = &c
		}
	}
	return l, nil
}

// checkReviewed passes when every content is approved. Otherwise it names one that is still to be written, if there is one.
func checkReviewed(siteID string, n Tally, worst lacking, board gates.Where) gates.Check {
	check := gates.Check{Key: "reviewed", OK: n.Waiting() == 0, Label: "No draft waits for approval", Where: board, CanWaive: n.Approved > 0}
	if !check.OK {
		check.Reason = text.Count(int(n.Waiting()), "draft is", "drafts are") + " not approved and will not be published."
	}
	if worst.words == nil {
		return check
	}
	check.Where = gates.Where{Site: siteID, Screen: gates.WriterContent, ID: worst.words.ID}
	if check.OK {
		return check
	}
	check.Reason += " " + text.Count(int(n.Unwritten), "page has", "pages have") + " parts that nobody has written: “" + text.Clean(worst.words.Title, 80) + "”"
	if more := int(n.Unwritten) - 1; more > 0 {
		check.Reason += " and " + text.Count(more, "other", "others")
	}
	check.Reason += "."
	return check
}

// checkClaims passes when no text of the site has an open claim.
func checkClaims(siteID string, n Tally, worst lacking, board gates.Where) gates.Check {
	check := gates.Check{Key: claimsCheck, OK: n.Claims == 0, Label: "Every claim has a source, is an own fact or an opinion", Where: board, CanWaive: true}
	if check.OK {
		return check
	}
	if worst.sources != nil {
		check.Where = gates.Where{Site: siteID, Screen: gates.WriterClaims, ID: worst.sources.ID}
	}
	check.Reason = fmt.Sprintf("%s in %s nobody has settled.", text.Count(int(n.Claims), "claim", "claims"), text.Count(int(n.ClaimsTexts), "text", "texts"))
	return check
}
