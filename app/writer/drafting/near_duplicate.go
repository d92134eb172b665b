package drafting

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/minhash"
	"igny8/app/runs"
	"igny8/app/text"
	"igny8/app/writer"
)

const (
	// duplicateShare is the share of common phrases from which on two pages are one text in two places. Pages on
	// neighbouring subjects that were written apart share a few in a hundred.
	duplicateShare = 0.35
	// compareShare is the estimate from which on the texts themselves are compared: an estimate from sketches may be off by as much.
	compareShare = duplicateShare - 0.15
	// maxCompared bounds how many texts are compared, the likeliest first.
	maxCompared = 5
	maxPassages = 3
	// together is how many rows one statement reads or writes.
	together = 200
)

// NearDuplicate is what paused a batch: two pages of the site that say the same.
type NearDuplicate struct {
	ContentID  string   `json:"content_id"` // the new draft
	Title      string   `json:"title"`
	OtherID    string   `json:"other_id"`
	OtherTitle string   `json:"other_title"`
	Percent    int      `json:"percent"`  // of the phrases of either that both have
	Passages   []string `json:"passages"` // the longest that both have, in lower case
}

// DuplicateOf returns what paused the batch; nil when it was paused by a person, or not at all.
func DuplicateOf(b runs.Batch) *NearDuplicate {
	var d *NearDuplicate
	if len(b.Evidence) == 0 || json.Unmarshal(b.Evidence, &d) != nil {
		return nil
	}
	return d
}

// Sketch is the MinHash sketch of a content at a revision, stored so that others can be compared with it.
type Sketch struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	ContentID string `gorm:"<-:create"`
	Revision  int64
	Sketch    []byte
}

// pauseOnDuplicate pauses the run's batch when one of the drafts is a near duplicate of another content of the site, of this batch or from
// before.
func (s *Service) pauseOnDuplicate(tx *gorm.DB, run runs.Run, drafts map[string]writer.Content) error {
	if braked, err := s.engine.Braked(tx, run); err != nil || !braked {
		return err
	}
	for _, taskID := range slices.Sorted(maps.Keys(drafts)) {
		d, err := duplicateOf(tx, drafts[taskID])
		if err != nil {
			return fmt.Errorf("compare draft %s: %w", taskID, err)
		}
		if d == nil {
			continue
		}
		reason := fmt.Sprintf("“%s” is too much like “%s”: they share %d%% of their phrases. No further page is begun until somebody has looked at the two.", d.Title, d.OtherTitle, d.Percent)
		if err := s.engine.Brake(tx, run, reason, d); err != nil {
			return err
		}
	}
	return nil
}

// duplicateOf returns the content of the site that c is a near duplicate of, the most alike one; nil if there is none.
func duplicateOf(tx *gorm.DB, c writer.Content) (*NearDuplicate, error) {
	sketches, err := sketchesOf(tx, c.SiteID)
	if err != nil {
		return nil, err
	}
	own, most := sketches[c.ID], (*NearDuplicate)(nil)
	ours := minhash.Of(c.Blocks.PlainText())
	for _, id := range nearest(sketches, c.ID) {
		if own.Alike(sketches[id]) < compareShare {
			break
		}
		var other writer.Content
		if err := tx.Take(&other, "id = ?", id).Error; err != nil {
			return nil, fmt.Errorf("load content: %w", err)
		}
		theirs := minhash.Of(other.Blocks.PlainText())
		percent := int(100 * minhash.Resemblance(ours, theirs))
		if percent < int(100*duplicateShare) || most != nil && percent <= most.Percent {
			continue
		}
		most = &NearDuplicate{ContentID: c.ID, Title: c.Title, OtherID: id, OtherTitle: other.Title, Percent: percent, Passages: []string{}}
		for _, p := range minhash.Passages(ours, theirs, maxPassages) {
			most.Passages = append(most.Passages, text.Clean(p.Words, writer.MaxTitle))
		}
	}
	return most, nil
}

// nearest returns the ids of the contents whose sketches are most like that of the one, the most alike first.
func nearest(sketches map[string]minhash.Sketch, id string) []string {
	var ids []string
	for other := range sketches {
		if other != id {
			ids = append(ids, other)
		}
	}
	own := sketches[id]
	slices.Sort(ids)
	slices.SortStableFunc(ids, func(a, b string) int {
		switch x, y := own.Alike(sketches[a]), own.Alike(sketches[b]); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return ids[:min(len(ids), maxCompared)]
}

// sketchesOf returns the sketches of the site's contents as they are now. Those that are missing or old are computed. Contents in
// the trash have none, and neither have outlines of the built-in engine: they share its questions, and are no texts yet.
func sketchesOf(tx *gorm.DB, siteID string) (map[string]minhash.Sketch, error) {
	var contents []writer.Content
	if err := tx.Select("id", "revision").Where("site_id = ? AND NOT (built_in AND unwritten > 0)", siteID).Find(&contents).Error; err != nil {
		return nil, fmt.Errorf("list contents: %w", err)
	}
	var stored []Sketch
	if err := tx.Where("site_id = ?", siteID).Find(&stored).Error; err != nil {
		return nil, fmt.Errorf("list sketches: %w", err)
	}
	byContent := map[string]Sketch{}
	for _, one := range stored {
		byContent[one.ContentID] = one
	}
	sketches := map[string]minhash.Sketch{}
	var stale []string
	for _, c := range contents {
		one, ok := byContent[c.ID]
		if !ok || one.Revision != c.Revision {
			stale = append(stale, c.ID)
			continue
		}
		sketch, err := minhash.Parse(one.Sketch)
		if err != nil {
			return nil, err
		}
		sketches[c.ID] = sketch
	}
	for part := range slices.Chunk(stale, together) {
		if err := computeSketches(tx, part, sketches); err != nil {
			return nil, err
		}
	}
	return sketches, nil
}

// computeSketches stores the sketches of contents as they are now.
func computeSketches(tx *gorm.DB, ids []string, sketches map[string]minhash.Sketch) error {
	var contents []writer.Content
	if err := tx.Where("id IN ?", ids).Find(&contents).Error; err != nil {
		return fmt.Errorf("load contents: %w", err)
	}
	rows := make([]Sketch, len(contents))
	for i, c := range contents {
		sketch := minhash.Of(c.Blocks.PlainText()).Sketch()
		sketches[c.ID] = sketch
		rows[i] = Sketch{ID: database.NewID(), SiteID: c.SiteID, ContentID: c.ID, Revision: c.Revision, Sketch: sketch.Bytes()}
	}
	conflict := clause.OnConflict{Columns: []clause.Column{{Name: "account_id"}, {Name: "content_id"}}, DoUpdates: clause.AssignmentColumns([]string{"revision", "sketch"})}
	if err := tx.Clauses(conflict).Create(&rows).Error; err != nil {
		return fmt.Errorf("save sketches: %w", err)
	}
	return nil
}
