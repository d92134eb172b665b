package sites

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Silence finds what a site never says: whole words and phrases, whatever their case and white space.
type Silence struct {
	pattern *regexp.Regexp  // nil: the site says everything
	words   map[string]Word // by their keys
}

// Silence is that of the profile's words.
func (p Profile) Silence() Silence {
	s := Silence{words: map[string]Word{}}
	var patterns []string
	for _, w := range p.NeverSay {
		parts := strings.Fields(w.Word)
		if len(parts) == 0 {
			continue
		}
		s.words[wordKey(w.Word)] = w
		for i, part := range parts {
			parts[i] = regexp.QuoteMeta(part)
		}
		patterns = append(patterns, strings.Join(parts, `\s+`))
	}
	if len(patterns) == 0 {
		return s
	}
	slices.SortFunc(patterns, func(a, b string) int { return cmp.Compare(len(b), len(a)) }) // the longest phrase wins
	s.pattern = regexp.MustCompile(`(?i)(?:` + strings.Join(patterns, "|") + `)`)
	return s
}

func wordKey(word string) string { return strings.ToLower(strings.Join(strings.Fields(word), " ")) }

// next is the first place where the text says what the site does not.
func (s Silence) next(text string) (start, end int, word Word, found bool) {
	for from := 0; s.pattern != nil && from < len(text); {
		at := s.pattern.FindStringIndex(text[from:])
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
			return start, end, s.words[wordKey(text[start:end])], true
		}
		from = end + rest
	}
	return 0, 0, Word{}, false
}

// afterElement says whether a place lies within the tag of an element, such as the address of a link, and where in after the tag ends.
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

// Said are the words of the text that the site never says, each once.
func (s Silence) Said(text string) []string {
	var said []string
	for {
		_, end, word, found := s.next(text)
		if !found {
			return said
		}
		if !slices.Contains(said, word.Word) {
			said = append(said, word.Word)
		}
		text = text[end:]
	}
}

// Mend is the text with what the site says instead. drop leaves out the words that have no other, too; a text of which nothing
// would remain keeps them.
func (s Silence) Mend(text string, drop bool) string {
	var b strings.Builder
	rest := text
	for {
		start, end, word, found := s.next(rest)
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
	mended := b.String() + rest
	if mended == text {
		return text
	}
	if mended = smooth(mended); mended == "" {
		return text
	}
	return likewise(text, mended)
}

// likewise is the text with a capital where the model has one.
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

// smooth mends the white space and the commas around words that were left out.
func smooth(text string) string {
	text = emptied.ReplaceAllString(text, "")
	text = loose.ReplaceAllString(gaps.ReplaceAllString(text, " "), "$1")
	text = hollow.ReplaceAllString(repeated.ReplaceAllString(text, "$1"), "$1")
	return strings.TrimLeft(strings.TrimSpace(text), ",;:.!?… ")
}
