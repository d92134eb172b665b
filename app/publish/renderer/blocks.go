package renderer

import (
	"context"

	"igny8/app/blocks"
)

// markup is the document of a page as HTML, and its pictures by the address that they got.
func (p *press) markup(ctx context.Context, page *Page) (string, map[string]picture, error) {
	pictures := map[string]picture{}
	var failed error
	markup := page.Body.HTML(blocks.HTMLOptions{ImageURL: func(id string) string {
		made, err := p.picture(ctx, id)
		if err != nil {
			failed = err
			return ""
		}
		pictures[made.src] = made
		return made.src
	}})
	return markup, pictures, failed
}

// questions are the FAQ blocks of a document as schema.org has them.
func questions(doc blocks.Document) []node {
	var list []node
	for _, block := range doc {
		for _, item := range block.FAQ {
			question, answer := plain(item.Question), plain(item.Answer)
			if question != "" && answer != "" {
				list = append(list, node{"@type": "Question", "name": question, "acceptedAnswer": node{"@type": "Answer", "text": answer}})
			}
		}
	}
	return list
}
