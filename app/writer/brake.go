package writer

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/minhash"
	"igny8/app/runs"
	"igny8/app/text"
)

const (
	// tooAlike is the share of phrases from which on two pages are one text in two places. Pages on neighbouring subjects that were written apart
	// share a few in a hundred.
	tooAlike = 0.35
	// nearlyAlike is from which estimate on the texts themselves are compared: what the sketches say may be off by as much.
	nearlyAlike = tooAlike - 0.15
	// mostCompared bounds how many texts are compared, the likeliest first.
	mostCompared = 5
	mostPassages = 3
)

// Likeness is what stopped a batch: two pages of the site that say the same.
type Likeness struct {
	ContentID  string   `json:"content_id"` // the new draft
	Title      string   `json:"title"`
	OtherID    string   `json:"other_id"`
	OtherTitle string   `json:"other_title"`
	Percent    int      `json:"percent"`  // of the phrases of either that both have
	Passages   []string `json:"passages"` // the longest that both have, in lower case
}

// LikenessOf is what stopped the batch; nil when it was stopped by a person, or not at all.
func LikenessOf(b runs.Batch) *Likeness {
	var l *Likeness
	if len(b.Evidence) == 0 || json.Unmarshal(b.Evidence, &l) != nil {
		return nil
	}
	return l
}

// Sketch is kept of a content as it was at a revision, so that others can be compared with it.
type Sketch struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	ContentID string `gorm:"<-:create"`
	Revision  int64
	Sketch    []byte
}

// brake pauses the run's batch when the draft of the task is too alike to another content of the site: of this batch or from before.
func (s *Service) brake(tx *gorm.DB, run runs.Run, taskID string) error {
	if braked, err := s.engine.Braked(tx, run); err != nil || !braked {
		return err
	}
	var c Content
	err := tx.Take(&c, "task_id = ?", taskID).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load draft: %w", err)
	}
	l, err := alike(tx, c)
	if err != nil || l == nil {
		return err
	}
	reason := fmt.Sprintf("“%s” is too much like “%s”: they share %d%% of their phrases. No further page is begun until somebody has looked at the two.", l.Title, l.OtherTitle, l.Percent)
	return s.engine.Brake(tx, run, reason, l)
}

// alike is the content of the site that c is most like, when it is too much so.
func alike(tx *gorm.DB, c Content) (*Likeness, error) {
	sketches, err := sketchesOf(tx, c.SiteID)
	if err != nil {
		return nil, err
	}
	own, most := sketches[c.ID], (*Likeness)(nil)
	ours := minhash.Of(c.Blocks.PlainText())
	for _, id := range nearest(sketches, c.ID) {
		if own.Alike(sketches[id]) < nearlyAlike {
			break
		}
		var other Content
		if err := tx.Take(&other, "id = ?", id).Error; err != nil {
			return nil, fmt.Errorf("load content: %w", err)
		}
		theirs := minhash.Of(other.Blocks.PlainText())
		percent := int(100 * minhash.Resemblance(ours, theirs))
		if percent < int(100*tooAlike) || most != nil && percent <= most.Percent {
			continue
		}
		most = &Likeness{ContentID: c.ID, Title: c.Title, OtherID: id, OtherTitle: other.Title, Percent: percent, Passages: []string{}}
		for _, p := range minhash.Passages(ours, theirs, mostPassages) {
			most.Passages = append(most.Passages, text.Clean(p.Words, maxTitle))
		}
	}
	return most, nil
}

// nearest are the contents whose sketches are most like that of the one, by falling likeness.
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
	return ids[:min(len(ids), mostCompared)]
}

// sketchesOf are the sketches of the site's contents as they are now. Those that are missing or old are drawn. Outlines of the built-in engine are
// left out: they share its questions, and are no texts yet.
func sketchesOf(tx *gorm.DB, siteID string) (map[string]minhash.Sketch, error) {
	var contents []Content
	if err := tx.Select("id", "revision").Where("site_id = ? AND NOT (built_in AND unwritten > 0)", siteID).Find(&contents).Error; err != nil {
		return nil, fmt.Errorf("list contents: %w", err)
	}
	var kept []Sketch
	if err := tx.Where("site_id = ?", siteID).Find(&kept).Error; err != nil {
		return nil, fmt.Errorf("list sketches: %w", err)
	}
	revisions, sketches := map[string]int64{}, map[string]minhash.Sketch{}
	for _, k := range kept {
		sketch, err := minhash.Parse(k.Sketch)
		if err != nil {
			return nil, err
		}
		revisions[k.ContentID], sketches[k.ContentID] = k.Revision, sketch
	}
	var stale []string
	for _, c := range contents {
		if revisions[c.ID] != c.Revision {
			stale = append(stale, c.ID)
		}
	}
	for part := range slices.Chunk(stale, batch) {
		if err := draw(tx, part, sketches); err != nil {
			return nil, err
		}
	}
	return sketches, nil
}

// draw keeps the sketches of contents as they are now.
func draw(tx *gorm.DB, ids []string, sketches map[string]minhash.Sketch) error {
	var contents []Content
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
		return fmt.Errorf("keep sketches: %w", err)
	}
	return nil
}
