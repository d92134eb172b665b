package writer

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"igny8/app/blocks"
	"igny8/app/fault"
)

// Rich reports whether blocks of the type are typed in place, as formatted text.
func Rich(kind blocks.Type) bool {
	return slices.Contains([]blocks.Type{blocks.TypeParagraph, blocks.TypeHeading, blocks.TypeQuote, blocks.TypeList}, kind)
}

// InPlace returns the block as clean HTML for typing in place, even if the form holds HTML that a browser has sent.
func (f BlockForm) InPlace(ctx context.Context) string {
	doc, err := f.rich(ctx)
	if err != nil {
		return ""
	}
	if f.HTML == "" {
		doc = blocks.Document{f.block()}
		if f.Type == blocks.TypeParagraph {
			doc = f.paragraphs()
		}
		if f.Type == blocks.TypeQuote {
			doc[0].Type = blocks.TypeParagraph
		}
	}
	clean, err := doc.Clean(ctx)
	if err != nil {
		return ""
	}
	if f.Type == blocks.TypeHeading && len(clean) == 1 {
		// Leave out the anchor that the heading has on the page: the editor may use the same id elsewhere.
		return "<h2>" + blocks.Inline(clean[0].Text) + "</h2>"
	}
	return clean.HTML(blocks.HTMLOptions{})
}

// rich converts the HTML that a browser sends for a block, with pasted content, into blocks: a paragraph becomes all blocks in
// the HTML, a quote becomes one quote, a list one list with the texts around it, a heading its first line and the blocks after
// it. The first block keeps the id.
func (f BlockForm) rich(ctx context.Context) (blocks.Document, error) {
	doc, err := Pasted(ctx, f.HTML)
	if err != nil {
		return nil, err
	}
	switch f.Type {
	case blocks.TypeHeading:
		if len(doc) > 0 {
			level, _ := strconv.Atoi(f.Level)
			doc[0] = blocks.Block{Type: blocks.TypeHeading, Level: level, Text: oneText(doc[:1])}
		}
	case blocks.TypeQuote:
		doc = blocks.Document{{Type: blocks.TypeQuote, Text: oneText(doc), Cite: Inline(f.Cite)}}
	case blocks.TypeList:
		doc = blocks.Document{{Type: blocks.TypeList, Ordered: f.Ordered, Items: items(doc)}}
	}
	if len(doc) > 0 {
		doc[0].ID = f.Block
	}
	return doc, nil
}

// Pasted returns the blocks of HTML from another program, such as Word or Google Docs. It leaves out pictures, which come from
// the library, and turns raw HTML into its text. It returns a fault if the HTML is too large.
func Pasted(ctx context.Context, markup string) (blocks.Document, error) {
	read, err := blocks.FromHTML(ctx, markup)
	if err != nil {
		return nil, refused(err)
	}
	var doc blocks.Document
	for _, b := range read {
		b.ID = ""
		switch b.Type {
		case blocks.TypeImage:
			continue
		case blocks.TypeHTML:
			b = blocks.Block{Type: blocks.TypeParagraph, Text: blocks.FromPlain(b.PlainText())}
		}
		if b.PlainText() != "" {
			doc = append(doc, b)
		}
	}
	return doc, nil
}

// refused returns a fault that names the limit that a text exceeds.
func refused(err error) error {
	var limit blocks.Limit
	if !errors.As(err, &limit) {
		return err
	}
	return fault.Wrap(err, fault.TooLarge, "%s Nothing was changed; add the text in parts, or as plain text.", string(limit))
}

// oneText returns the text of all blocks with line breaks between them.
func oneText(doc blocks.Document) string { return strings.Join(items(doc), "<br>") }

// items returns the texts of the blocks; each item of a list is a text of its own.
func items(doc blocks.Document) []string {
	var list []string
	for _, b := range doc {
		switch {
		case b.Type == blocks.TypeList:
			list = append(list, b.Items...)
		case b.Text != "":
			list = append(list, b.Text)
		default:
			list = append(list, blocks.FromPlain(b.PlainText()))
		}
	}
	return list
}
