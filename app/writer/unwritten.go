package writer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/text"
)

// Gap is a place of a content where something is still to be written.
type Gap struct {
	BlockID string
	Heading string // the heading above it; empty before the first
	Missing string // what is to be written there, a sentence
}

// Unwritten is the refusal to approve a content with gaps. It is a fault of kind Conflict, and carries a check for each gap.
type Unwritten struct {
	Gaps   []Gap
	closed *gates.Closed
}

func (e *Unwritten) Error() string { return e.closed.Error() }
func (e *Unwritten) Unwrap() error { return e.closed }

// Gaps are the places of the content that are still to be written, in the order of reading: slots, what is left of an outline of the built-in
// engine, headings with nothing under them and questions without an answer.
func (s *Service) Gaps(ctx context.Context, c Content) ([]Gap, error) {
	return gapsOf(s.db.Read(ctx), c)
}

func gapsOf(tx *gorm.DB, c Content) ([]Gap, error) {
	drafted, err := outlineTexts(tx, c)
	if err != nil {
		return nil, err
	}
	return gapsIn(c.Blocks, drafted), nil
}

// drafted are the texts of an outline that the built-in engine made before it left slots; nil for any other content.
type drafted map[string]bool

func outlineTexts(tx *gorm.DB, c Content) (drafted, error) {
	if !c.Outlined {
		return nil, nil
	}
	var first Revision
	if err := tx.Where("content_id = ? AND number = 1", c.ID).Take(&first).Error; err != nil {
		return nil, fmt.Errorf("load the first revision of an outline: %w", err)
	}
	texts := drafted{}
	for _, b := range first.Blocks {
		switch b.Type {
		case blocks.TypeParagraph:
			texts[b.Text] = true
		case blocks.TypeList:
			for _, item := range b.Items {
				texts[item] = true
			}
		}
	}
	return texts, nil
}

// has says whether something of the outline stands in the block as it was drafted.
func (d drafted) has(b blocks.Block) bool {
	switch b.Type {
	case blocks.TypeParagraph:
		return d[b.Text]
	case blocks.TypeList:
		return slices.ContainsFunc(b.Items, func(item string) bool { return d[item] })
	}
	return false
}

// unwritten says whether the block is still to be written.
func (d drafted) unwritten(b blocks.Block) bool { return b.Unwritten() || d.has(b) }

// written is the document without what is still to be written.
func (d drafted) written(doc blocks.Document) blocks.Document {
	return slices.DeleteFunc(slices.Clone(doc), d.unwritten)
}

// open says whether the document has a slot or a block of the outline.
func (d drafted) open(doc blocks.Document) bool { return slices.ContainsFunc(doc, d.unwritten) }

func gapsIn(doc blocks.Document, d drafted) []Gap {
	var gaps []Gap
	heading := ""
	for i, b := range doc {
		switch {
		case b.Type == blocks.TypeHeading:
			heading = b.PlainText()
			switch {
			case heading == "": // it is left out of the page
			case strings.Trim(heading, ".… ") == "":
				gaps = append(gaps, Gap{b.ID, "", "A heading has no words."})
			case empty(doc[i+1:], b.Level):
				gaps = append(gaps, Gap{b.ID, heading, fmt.Sprintf("Nothing stands under “%s”.", text.Clean(heading, 80))})
			}
		case d.unwritten(b):
			gaps = append(gaps, Gap{b.ID, heading, missing(b)})
		case b.Type == blocks.TypeFAQ:
			gaps = append(gaps, unanswered(b, heading)...)
		}
	}
	return gaps
}

// empty says whether nothing follows the heading of the level but headings of its own section. A slot is something: it is a gap itself.
func empty(rest blocks.Document, level int) bool {
	for _, b := range rest {
		switch {
		case b.Type == blocks.TypeHeading && b.Level <= level:
			return true
		case b.Type == blocks.TypeHeading, b.Type == blocks.TypeSlot && !b.Unwritten():
		case b.Type == blocks.TypeSlot, b.Type == blocks.TypeImage && b.ImageID != "", !b.Blank():
			return false
		}
	}
	return true
}

func unanswered(b blocks.Block, heading string) (gaps []Gap) {
	for _, q := range b.Questions {
		if question := blocks.Text(q.Question); question != "" && blocks.Text(q.Answer) == "" {
			gaps = append(gaps, Gap{b.ID, heading, fmt.Sprintf("“%s” has no answer.", text.Clean(question, 160))})
		}
	}
	return gaps
}

// missing says what is to be written in place of the block.
func missing(b blocks.Block) string {
	asked := b.PlainText()
	if b.Type == blocks.TypeSlot {
		asked = blocks.Text(b.Prompt)
		if asked == "" {
			asked = strings.Join(b.Keywords, ", ")
		}
	}
	if asked = text.Clean(asked, 160); asked == "" {
		return "Not written yet."
	}
	return "Not written yet: " + asked
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
		gate.Checks = append(gate.Checks, g.check(c))
	}
	refused := fault.New(fault.Conflict, "%s still to be written. Write each of them or take it out, then approve. Nothing was changed.", text.Count(len(gaps), "part of this page is", "parts of this page are"))
	return &Unwritten{Gaps: gaps, closed: gates.Refuse(gate, refused)}
}

func (g Gap) check(c Content) gates.Check {
	label := "The page is written"
	if g.Heading != "" {
		label = fmt.Sprintf("“%s” is written", text.Clean(g.Heading, 80))
	}
	where := gates.Where{Site: c.SiteID, Screen: gates.WriterContent, ID: c.ID, Block: g.BlockID}
	return gates.Check{Key: "written:" + g.BlockID, Label: label, Reason: g.Missing, Where: where}
}
