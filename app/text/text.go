// Package text holds small rules of text that every package needs: what can be shown and stored, one line of a form, a count
// with its noun, a cut and the first capital of a headline. It knows no language and no table, and imports nothing of the
// application but fault.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/unicode/norm"

	"igny8/app/fault"
)

// Printable reports whether s is one line of text: valid UTF-8 without control characters. PostgreSQL neither stores nor
// compares the character NUL, so ids and searches are checked, too.
func Printable(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
}

// Multiline reports whether s is text of one or more lines: Printable, or with tabs and line ends.
func Multiline(s string) bool {
	control := func(r rune) bool { return unicode.IsControl(r) && !strings.ContainsRune("\t\r\n", r) }
	return utf8.ValidString(s) && !strings.ContainsFunc(s, control)
}

// Line returns one line that a person typed: composed (NFC), with its white space folded. It adds a fault to the field if
// the line has more than most characters, or characters that cannot be shown.
func Line(f *fault.Fields, field, s string, most int) string {
	s = fold(norm.NFC.String(s))
	f.Check(utf8.RuneCountInString(s) <= most, field, "Shorten this to %d characters.", most)
	f.Check(Printable(s), field, "This has characters that cannot be shown. Remove them.")
	return s
}

// Clean returns one line of a foreign text, such as a model's answer: control characters become blanks, white space is
// folded, and the text is cut at most characters.
func Clean(s string, most int) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	runes := []rune(fold(s))
	return strings.TrimSpace(string(runes[:min(len(runes), most)]))
}

// Cut shortens s to at most so many characters. If it was longer, the last one is an ellipsis.
func Cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return strings.TrimSpace(string(runes[:most-1])) + "…"
}

var english = message.NewPrinter(language.English)

// Sprintf formats as fmt.Sprintf does, with separators between the thousands of a number.
func Sprintf(format string, args ...any) string { return english.Sprintf(format, args...) }

// Number writes n with separators between the thousands: "4,812".
func Number[N int | int32 | int64](n N) string { return english.Sprintf("%d", n) }

// Count writes n with the noun that goes with it: "1 keyword", "4,812 keywords".
func Count[N int | int32 | int64](n N, one, many string) string {
	return Number(n) + " " + Noun(n, one, many)
}

// Noun returns the noun that goes with n.
func Noun[N int | int32 | int64](n N, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// Headline writes a search phrase as a title: its first letter becomes a capital. Names such as dify.ai and n8n stay as
// people type them, and so does the rest of the phrase.
func Headline(phrase string) string {
	phrase = strings.TrimSpace(phrase)
	first, _, _ := strings.Cut(phrase, " ")
	if phrase == "" || strings.ContainsAny(first, ".0123456789") {
		return phrase
	}
	r, size := utf8.DecodeRuneInString(phrase)
	return string(unicode.ToTitle(r)) + phrase[size:]
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }
