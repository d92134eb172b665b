package prose

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Replacement is a word or phrase, and what is written in its place; empty: nothing is known that says the same.
type Replacement struct{ Word, Instead string }

// Replacer finds words and phrases in inline texts and replaces them: whole words, whatever their case and white space. Addresses of links
// and other attributes of elements are not touched.
type Replacer struct {
	pattern      *regexp.Regexp         // nil: it finds nothing
	replacements map[string]Replacement // by wordKey
}

// NewReplacer returns the replacer of the words.
func NewReplacer(words []Replacement) Replacer {
	r := Replacer{replacements: map[string]Replacement{}}
	var patterns []string
	for _, w := range words {
		parts := strings.Fields(w.Word)
		if len(parts) == 0 {
			continue
		}
		r.replacements[wordKey(w.Word)] = w
		for i, part := range parts {
			parts[i] = regexp.QuoteMeta(part)
		}
		patterns = append(patterns, strings.Join(parts, `\s+`))
	}
	if len(patterns) == 0 {
		return r
	}
	slices.SortFunc(patterns, func(a, b string) int { return cmp.Compare(len(b), len(a)) }) // the longest phrase wins
	r.pattern = regexp.MustCompile(`(?i)(?:` + strings.Join(patterns, "|") + `)`)
	return r
}

func wordKey(word string) string { return strings.ToLower(strings.Join(strings.Fields(word), " ")) }

// next returns the first place of one of the words.
func (r Replacer) next(text string) (start, end int, word Replacement, found bool) {
	for from := 0; r.pattern != nil && from < len(text); {
		at := r.pattern.FindStringIndex(text[from:])
		if at == nil {
			break
		}
		start, end = from+at[0], from+at[1]
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		_, size := utf8.DecodeRuneInString(text[start:])
		from = start + size
		if inWord(before) || inWord(after) {
			continue
		}
		rest, inside := afterElement(text[:start], text[end:])
		if !inside {
			return start, end, r.replacements[wordKey(text[start:end])], true
		}
		from = end + rest
	}
	return 0, 0, Replacement{}, false
}

// afterElement reports whether a place lies within the tag of an element, such as the address of a link, and where in after the tag ends.
func afterElement(before, after string) (end int, inside bool) {
	if last := strings.LastIndexAny(before, "<>"); last < 0 || before[last] == '>' {
		return 0, false
	}
	end = strings.IndexAny(after, "<>")
	return end, end >= 0 && after[end] == '>'
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// Find returns those of the words that stand in the text, each once.
func (r Replacer) Find(text string) []string {
	var words []string
	for {
		_, end, word, found := r.next(text)
		if !found {
			return words
		}
		if !slices.Contains(words, word.Word) {
			words = append(words, word.Word)
		}
		text = text[end:]
	}
}

// Replace returns the text with the replacements. drop leaves out the words that have none; a text of which nothing would remain is
// returned as it is.
func (r Replacer) Replace(text string, drop bool) string {
	var b strings.Builder
	rest := text
	for {
		start, end, word, found := r.next(rest)
		if !found {
			break
		}
		switch {
		case word.Instead != "":
			b.WriteString(rest[:start] + likewise(rest[start:end], word.Instead))
		case drop:
			b.WriteString(rest[:start])
		default:
			b.WriteString(rest[:end])
		}
		rest = rest[end:]
	}
	replaced := b.String() + rest
	if replaced == text {
		return text
	}
	if replaced = smooth(replaced); replaced == "" {
		return text
	}
	return likewise(text, replaced)
}

// likewise returns the text with a capital where the model has one.
func likewise(model, text string) string {
	first, _ := utf8.DecodeRuneInString(model)
	begin, size := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(first) {
		return text
	}
	return string(unicode.ToUpper(begin)) + text[size:]
}

var (
	gaps     = regexp.MustCompile(`[ \t]{2,}`)
	loose    = regexp.MustCompile(`[ \t]+([,.;:!?…)\]])`)
	repeated = regexp.MustCompile(`([,;:])(?:[ \t]*[,;:])+`)
	emptied  = regexp.MustCompile(`\([ \t]*\)|\[[ \t]*\]|“[ \t]*”|„[ \t]*“|«[ \t]*»|"[ \t]*"`)
	hollow   = regexp.MustCompile(`([(\[„“«])[ \t]+`)
)

// smooth repairs the white space and the commas around words that were left out.
func smooth(text string) string {
	text = emptied.ReplaceAllString(text, "")
	text = loose.ReplaceAllString(gaps.ReplaceAllString(text, " "), "$1")
	text = hollow.ReplaceAllString(repeated.ReplaceAllString(text, "$1"), "$1")
	return strings.TrimLeft(strings.TrimSpace(text), ",;:.!?… ")
}
