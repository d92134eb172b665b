package builtin

import (
	"strings"
	"unicode/utf8"

	"igny8/app/prose"
)

// Meta returns a title and a description for search results: the title, cut where a result cuts it, and the first statements of the text as
// far as they are shown. tag is the language of the text.
func Meta(title, text, tag string) (short, description string) {
	line := prose.DesktopDescription
	for paragraph := range strings.SplitSeq(text, "\n") {
		for _, sentence := range prose.SplitParagraph(paragraph, tag) {
			last, _ := utf8.DecodeLastRuneInString(sentence)
			longer := strings.TrimSpace(description + " " + sentence)
			if strings.ContainsRune(".!…。", last) && len(strings.Fields(sentence)) > 3 && line.Fits(longer) {
				description = longer
			}
		}
		if line.Fills(description) {
			break
		}
	}
	if description == "" {
		description = line.Shorten(strings.Join(strings.Fields(text), " "))
	}
	return prose.DesktopTitle.Shorten(title), description
}
