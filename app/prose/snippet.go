package prose

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// The screens on which search results are shown.
const (
	Desktop = "desktop"
	Mobile  = "mobile"
)

// ResultLine is a line of a search result: the size of its letters and how wide it may be, both in pixels.
type ResultLine struct {
	Size  float64
	Limit int
}

// Search engines publish no limits. These are the widths at which results are commonly seen cut, for Arial at its usual size.
var (
	DesktopTitle       = ResultLine{20, 580}
	DesktopDescription = ResultLine{14, 920}
	mobileTitle        = ResultLine{20, 920} // may take two lines
	mobileDescription  = ResultLine{14, 680}
)

// Measured is a text as a line of a search result shows it.
type Measured struct {
	Text  string // cut, with an ellipsis, where it is too wide
	Width int    // of the whole text, in pixels
	Limit int
}

// Fits reports whether all of the text is shown.
func (m Measured) Fits() bool { return m.Width <= m.Limit }

// Snippet is a page as a result on one kind of screen.
type Snippet struct {
	Screen             string
	Title, Description Measured
}

// Snippets shows the title and the description of a page as a search result, on a desktop first and then on a phone.
func Snippets(title, description string) []Snippet {
	return []Snippet{
		{Desktop, DesktopTitle.Measure(title), DesktopDescription.Measure(description)},
		{Mobile, mobileTitle.Measure(title), mobileDescription.Measure(description)},
	}
}

const ellipsis = " ..."

// Measure cuts a text that is too wide before the first word that does not fit, as search engines do.
func (l ResultLine) Measure(text string) Measured {
	m := Measured{Text: text, Width: l.width(text), Limit: l.Limit}
	if m.Fits() {
		return m
	}
	shown := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(shown + " " + word)
		if !l.Fits(longer + ellipsis) {
			break
		}
		shown = longer
	}
	m.Text = strings.TrimRight(shown, ",;:–—- ") + ellipsis
	return m
}

// Shorten returns as much of a text as the line shows, without an ellipsis.
func (l ResultLine) Shorten(text string) string {
	return strings.TrimSuffix(l.Measure(text).Text, ellipsis)
}

// Fits reports whether the line shows all of the text.
func (l ResultLine) Fits(text string) bool { return l.width(text) <= l.Limit }

// Fills reports whether the text takes more than half of the line.
func (l ResultLine) Fills(text string) bool { return l.width(text) > l.Limit/2 }

// width returns how wide Arial sets the text, without kerning.
func (l ResultLine) width(text string) int {
	thousandths := 0
	for _, r := range norm.NFD.String(text) {
		thousandths += runeWidth(r)
	}
	return int(float64(thousandths)*l.Size/1000 + 0.5)
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

// runeWidth returns the width of a character in thousandths of the size: exact for what is common in European languages, typical of the
// script elsewhere.
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
	case r >= 0x1100 && (r <= 0x115F || r >= 0x2E80 && r <= 0xD7FF || r >= 0xF900 && r <= 0xFAFF || r >= 0xFF00 && r <= 0xFF60 ||
		r >= 0x1F300):
		return 1000
	}
	return 580
}
