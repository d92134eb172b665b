package writer

import (
	"html"
	"regexp"
	"strings"

	"igny8/app/blocks"
)

// People type a text with a few formatting signs: **strong**, *emphasis*, `code`, [words](address). A line break is a line break,
// and a backslash escapes a sign. People type rarer elements as HTML.

// Typed returns an inline HTML text as a person types it. Inline is the reverse.
func Typed(inline string) string { return typist{}.write(inline) }

// typedLine returns the same as Typed on a single line.
func typedLine(inline string) string { return typist{oneLine: true}.write(inline) }

func typedLines(list []string) string {
	all := make([]string, len(list))
	for i, text := range list {
		all[i] = typedLine(text)
	}
	return strings.Join(all, "\n")
}

// typist converts inline HTML into the text that a person types.
type typist struct {
	oneLine bool // writes a line break as HTML
	escapes bool // writes a backslash before every sign that could be read as formatting
	tags    bool // writes elements as HTML
}

var (
	tag      = regexp.MustCompile(`<[^>]*>`)
	bareLink = regexp.MustCompile(`^<a href="([^"()\s\\]+)">$`)
	signs    = regexp.MustCompile("[\\\\*`\\[\\]<|]")
)

// write returns the simplest spelling that Inline converts back to the same text.
func (w typist) write(inline string) string {
	inline = blocks.Inline(inline)
	for _, w.escapes = range []bool{false, true} {
		if typed := w.spell(inline); Inline(typed) == inline {
			return typed
		}
	}
	w.tags = true
	return w.spell(inline)
}

func (w typist) spell(inline string) string {
	var out strings.Builder
	var links []string
	at := 0
	for _, span := range tag.FindAllStringIndex(inline, -1) {
		out.WriteString(w.text(inline[at:span[0]]))
		at = span[1]
		element := inline[span[0]:span[1]]
		switch {
		case w.tags:
			out.WriteString(element)
		case element == "</a>":
			out.WriteString(links[len(links)-1])
			links = links[:len(links)-1]
		case bareLink.MatchString(element):
			out.WriteString("[")
			links = append(links, "]("+html.UnescapeString(bareLink.FindStringSubmatch(element)[1])+")")
		default:
			if strings.HasPrefix(element, "<a") {
				links = append(links, "</a>")
			}
			out.WriteString(w.sign(element))
		}
	}
	out.WriteString(w.text(inline[at:]))
	return out.String()
}

func (w typist) sign(element string) string {
	switch element {
	case "<strong>", "</strong>":
		return "**"
	case "<em>", "</em>":
		return "*"
	case "<code>", "</code>":
		return "`"
	case "<br>":
		if !w.oneLine {
			return "\n"
		}
	}
	return element
}

func (w typist) text(escaped string) string {
	text := html.UnescapeString(escaped)
	if !w.escapes {
		return text
	}
	return signs.ReplaceAllString(text, `\$0`)
}

// Inline returns what a person typed as inline HTML, sanitised.
func Inline(typed string) string {
	return blocks.Inline(markUp(strings.TrimSpace(strings.ReplaceAll(typed, "\r\n", "\n"))))
}

// element matches a tag that people may type.
var element = regexp.MustCompile(`^</?(?:a|strong|em|code|sub|sup|mark|br)(?:\s[^<>]*)?>`)

func markUp(typed string) string {
	var out strings.Builder
	for len(typed) > 0 {
		markup, rest := next(typed)
		out.WriteString(markup)
		typed = rest
	}
	return out.String()
}

// next splits off the first sign, element or character of a typed text.
func next(typed string) (markup, rest string) {
	switch {
	case len(typed) > 1 && typed[0] == '\\' && signs.MatchString(typed[1:2]):
		return html.EscapeString(typed[1:2]), typed[2:]
	case typed[0] == '\n':
		return "<br>", typed[1:]
	case typed[0] == '`':
		if inside, rest, ok := within(typed, "`"); ok {
			return "<code>" + html.EscapeString(inside) + "</code>", rest
		}
	case strings.HasPrefix(typed, "**"):
		if inside, rest, ok := within(typed, "**"); ok {
			return "<strong>" + markUp(inside) + "</strong>", rest
		}
		return "**", typed[2:]
	case typed[0] == '*':
		if inside, rest, ok := within(typed, "*"); ok {
			return "<em>" + markUp(inside) + "</em>", rest
		}
	case typed[0] == '[':
		if link := typedLink.FindStringSubmatch(typed); link != nil {
			return `<a href="` + html.EscapeString(link[2]) + `">` + markUp(link[1]) + "</a>", typed[len(link[0]):]
		}
	case typed[0] == '<':
		if element := element.FindString(typed); element != "" {
			return element, typed[len(element):]
		}
	}
	return html.EscapeString(typed[:1]), typed[1:]
}

var typedLink = regexp.MustCompile(`^\[((?:[^\[\]\\]|\\.)+)\]\(([^()\s]+)\)`)

// within returns the text between two delimiters. Delimiters with blanks beside them are ordinary characters, as in 2 * 3.
func within(typed, delimiter string) (inside, rest string, ok bool) {
	text := typed[len(delimiter):]
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && delimiter != "`":
			i++
		case delimiter == "*" && strings.HasPrefix(text[i:], "**"):
			i++
		case strings.HasPrefix(text[i:], delimiter):
			inside = text[:i]
			return inside, text[i+len(delimiter):], inside != "" && inside == strings.TrimSpace(inside)
		}
	}
	return "", "", false
}
