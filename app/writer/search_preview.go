package writer

import (
	"context"
	"strings"

	"golang.org/x/text/unicode/norm"

	"igny8/app/pages"
)

// A screen on which search results are shown.
const (
	Desktop = "desktop"
	Mobile  = "mobile"
)

// Searchers publish no limits. These are the widths at which results are commonly seen cut, in pixels of Arial, and its size there.
var resultLimits = []struct {
	screen                  string
	title, description      int
	titleSize, describeSize float64
}{
	{Desktop, 580, 920, 20, 14},
	{Mobile, 920, 680, 20, 14}, // the title may take two lines
}

// Measured is a line as a search result shows it.
type Measured struct {
	Text  string // cut, with an ellipsis, where it is too wide
	Width int    // of the whole line, in pixels
	Limit int
}

// Fits says whether all of it is shown.
func (m Measured) Fits() bool { return m.Width <= m.Limit }

// Snippet is the page as a result on one kind of screen.
type Snippet struct {
	Screen             string
	Title, Description Measured
}

// SearchPreview is how searchers show the page, if they take its own title and description.
type SearchPreview struct {
	Content  Content
	Page     pages.Page
	Host     string
	Site     string
	Snippets []Snippet
	Proposal *MetaProposal // that waits for a decision
}

// SearchPreview measures the title and the description of the content.
func (s *Service) SearchPreview(ctx context.Context, contentID string) (SearchPreview, error) {
	c, err := s.Content(ctx, contentID)
	if err != nil {
		return SearchPreview{}, err
	}
	p := SearchPreview{Content: c, Snippets: snippets(c.Title, c.Description)}
	site, err := s.sites.Get(ctx, c.SiteID)
	if err != nil {
		return p, err
	}
	p.Host, p.Site = site.Domain, site.Name
	if p.Page, err = s.pages.Get(ctx, c.PageID); err != nil {
		return p, err
	}
	p.Proposal, err = s.metaProposal(ctx, c.ID)
	return p, err
}

func snippets(title, description string) []Snippet {
	list := make([]Snippet, len(resultLimits))
	for i, l := range resultLimits {
		list[i] = Snippet{l.screen, measured(title, l.titleSize, l.title), measured(description, l.describeSize, l.description)}
	}
	return list
}

const ellipsis = " ..."

// measured cuts a line before the word that does not fit, as searchers do.
func measured(text string, size float64, limit int) Measured {
	m := Measured{Text: text, Width: width(text, size), Limit: limit}
	if m.Fits() {
		return m
	}
	kept := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(kept + " " + word)
		if width(longer+ellipsis, size) > limit {
			break
		}
		kept = longer
	}
	m.Text = strings.TrimRight(kept, ",;:–—- ") + ellipsis
	return m
}

// width is how wide Arial sets the text at a size in pixels, without kerning.
func width(text string, size float64) int {
	thousandths := 0
	for _, r := range norm.NFD.String(text) {
		thousandths += runeWidth(r)
	}
	return int(float64(thousandths)*size/1000 + 0.5)
}

// arial is the width of the printable characters of ASCII from the blank on, in thousandths of the size, as the font's metrics give them.
var arial = [...]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // blank to /
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
}

var arialOthers = map[rune]int{
	'–': 556, '—': 1000, '…': 1000, '“': 333, '”': 333, '„': 333, '‘': 222, '’': 222, '‚': 222, '•': 350, '·': 333, '«': 556, '»': 556, '‹': 333, '›': 333,
	'€': 556, '£': 556, '¥': 556, '§': 556, '°': 400, '©': 737, '®': 737, '™': 1000, '¿': 611, '¡': 333, '×': 584, '÷': 584, '±': 584, '½': 834, '¼': 834, '¾': 834,
	'ß': 611, 'æ': 889, 'Æ': 1000, 'œ': 944, 'Œ': 1000, 'ø': 611, 'Ø': 778, 'ł': 222, 'Ł': 556, 'đ': 556, 'ı': 278, '\u00a0': 278, '\u202f': 200,
}

// runeWidth is exact for what is common in European languages, and typical of the script elsewhere.
func runeWidth(r rune) int {
	if r >= ' ' && int(r-' ') < len(arial) {
		return arial[r-' ']
	}
	if w, ok := arialOthers[r]; ok {
		return w
	}
	switch {
	case r >= 0x0300 && r <= 0x036F, r < ' ':
		return 0
	case r >= 0x1100 && (r <= 0x115F || r >= 0x2E80 && r <= 0xD7FF || r >= 0xF900 && r <= 0xFAFF || r >= 0xFF00 && r <= 0xFF60 || r >= 0x1F300):
		return 1000
	}
	return 580
}
