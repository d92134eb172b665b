package prose

import (
	"fmt"
	"slices"
	"strings"

	"igny8/app/blocks"
	"igny8/app/text"
)

// Gap is a place of a document where something is still to be written.
type Gap struct {
	BlockID string
	Heading string // the heading above it; empty before the first
	Missing string // what is to be written there, a sentence
}

// Outline is the texts of a document that the built-in engine drafted before it left slots: they are still to be written, too. It is nil
// for any other document.
type Outline map[string]bool

// OutlineOf returns the outline that the document is.
func OutlineOf(doc blocks.Document) Outline {
	texts := Outline{}
	for _, b := range doc {
		switch b.Type {
		case blocks.TypeParagraph:
			texts[b.Text] = true
		case blocks.TypeList:
			for _, item := range b.Items {
				texts[item] = true
			}
		}
	}
	return texts
}

// has reports whether the block has a text of the outline.
func (o Outline) has(b blocks.Block) bool {
	switch b.Type {
	case blocks.TypeParagraph:
		return o[b.Text]
	case blocks.TypeList:
		return slices.ContainsFunc(b.Items, func(item string) bool { return o[item] })
	}
	return false
}

// unwritten reports whether the block is still to be written.
func (o Outline) unwritten(b blocks.Block) bool { return b.Unwritten() || o.has(b) }

// Written returns the document without the blocks that are still to be written.
func (o Outline) Written(doc blocks.Document) blocks.Document {
	return slices.DeleteFunc(slices.Clone(doc), o.unwritten)
}

// Unwritten reports whether the document has a slot or a text of the outline.
func (o Outline) Unwritten(doc blocks.Document) bool { return slices.ContainsFunc(doc, o.unwritten) }

// Gaps returns what is still to be written in the document, in the order of reading: slots, texts of the outline, headings with nothing
// under them and questions without an answer.
func Gaps(doc blocks.Document, o Outline) []Gap {
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
		case o.unwritten(b):
			gaps = append(gaps, Gap{b.ID, heading, missing(b)})
		case b.Type == blocks.TypeFAQ:
			gaps = append(gaps, unanswered(b, heading)...)
		}
	}
	return gaps
}

// empty reports whether a heading of the level has nothing under it but headings of its own section. A slot is something: it is a gap
// itself.
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

// missing returns a sentence about what is to be written in place of the block.
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
