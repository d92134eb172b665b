package renderer

import (
	"context"

	"igny8/app/blocks"
)

// markup returns the document of a page as HTML and adds its pictures to the release.
func (b *build) markup(ctx context.Context, page *Page) (string, error) {
	var failed error
	body := page.Body
	if b.Plan {
		body = wireframe(body, b.shared.Words.Unwritten)
	}
	markup := body.HTML(blocks.HTMLOptions{Image: func(id string) (src string, width, height int, ok bool) {
		made, err := b.picture(ctx, id)
		if err != nil {
			failed = err
		}
		usual := made.defaultSource()
		return usual.src, usual.width, usual.height, usual.src != ""
	}})
	return markup, failed
}

// wireframe returns the document as a preview of the plan shows it: its headings, and a note where text is to be written.
func wireframe(doc blocks.Document, unwritten string) blocks.Document {
	var shown blocks.Document
	for _, b := range doc {
		switch {
		case b.Type == blocks.TypeHeading:
			shown = append(shown, b)
		case b.Unwritten():
			shown = append(shown, blocks.Block{Type: blocks.TypeParagraph, Text: "<em>" + blocks.FromPlain(unwritten) + "</em>"})
		}
	}
	return shown
}

// questions returns the FAQ blocks of a document as schema.org questions.
func questions(doc blocks.Document) []node {
	var list []node
	for _, block := range doc {
		for _, item := range block.Questions {
			question, answer := tidy(blocks.Text(item.Question)), tidy(blocks.Text(item.Answer))
			if question != "" && answer != "" {
				list = append(list, node{"@type": "Question", "name": question, "acceptedAnswer": node{"@type": "Answer", "text": answer}})
			}
		}
	}
	return list
}
