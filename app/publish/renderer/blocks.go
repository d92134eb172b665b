package renderer

import (
	"context"

	"igny8/app/blocks"
)

// markup is the document of a page as HTML; its pictures go into the release.
func (p *press) markup(ctx context.Context, page *Page) (string, error) {
	var failed error
	markup := page.Body.HTML(blocks.HTMLOptions{Image: func(id string) (src string, width, height int, ok bool) {
		made, err := p.picture(ctx, id)
		if err != nil {
			failed = err
		}
		usual := made.usual()
		return usual.src, usual.width, usual.height, usual.src != ""
	}})
	return markup, failed
}

// questions are the FAQ blocks of a document as schema.org has them.
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
