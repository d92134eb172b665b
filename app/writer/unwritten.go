package writer

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/prose"
	"igny8/app/text"
)

// Unwritten is the refusal to approve a content with gaps. It is a fault of kind Conflict, and carries a check for each gap.
type Unwritten struct {
	Gaps   []prose.Gap
	closed *gates.Closed
}

func (e *Unwritten) Error() string { return e.closed.Error() }
func (e *Unwritten) Unwrap() error { return e.closed }

// Gaps returns the places of the content that are still to be written, in the order of reading.
func (s *Service) Gaps(ctx context.Context, c Content) ([]prose.Gap, error) {
	return gapsOf(s.db.Read(ctx), c)
}

func gapsOf(tx *gorm.DB, c Content) ([]prose.Gap, error) {
	outline, err := outlineTexts(tx, c)
	if err != nil {
		return nil, err
	}
	return prose.Gaps(c.Blocks, outline), nil
}

// outlineTexts returns the texts that the built-in engine drafted of the content, if that was before it left slots.
func outlineTexts(tx *gorm.DB, c Content) (prose.Outline, error) {
	if !c.Outlined {
		return nil, nil
	}
	var first Revision
	if err := tx.Where("content_id = ? AND number = 1", c.ID).Take(&first).Error; err != nil {
		return nil, fmt.Errorf("load the first revision of an outline: %w", err)
	}
	return prose.OutlineOf(first.Blocks), nil
}

// countGaps counts the gaps of the content as it is about to be stored.
func countGaps(tx *gorm.DB, c *Content) error {
	gaps, err := gapsOf(tx, *c)
	c.Unwritten = int64(len(gaps))
	return err
}

// complete refuses a content with gaps.
func complete(tx *gorm.DB, c Content) error {
	gaps, err := gapsOf(tx, c)
	if err != nil || len(gaps) == 0 {
		return err
	}
	gate := gates.Gate{Name: gates.Writer}
	for _, g := range gaps {
		gate.Checks = append(gate.Checks, checkGap(c, g))
	}
	refused := fault.New(fault.Conflict, "%s still to be written. Write each of them or take it out, then approve. Nothing was changed.", text.Count(len(gaps), "part of this page is", "parts of this page are"))
	return &Unwritten{Gaps: gaps, closed: gates.Refuse(gate, refused)}
}

func checkGap(c Content, g prose.Gap) gates.Check {
	label := "The page is written"
	if g.Heading != "" {
		label = fmt.Sprintf("“%s” is written", text.Clean(g.Heading, 80))
	}
	where := gates.Where{Site: c.SiteID, Screen: gates.WriterContent, ID: c.ID, Block: g.BlockID}
	return gates.Check{Key: "written:" + g.BlockID, Label: label, Reason: g.Missing, Where: where}
}
