package language

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key returns the identity of a keyword: NFC, lower case, single spaces, trimmed.
func Key(text string) string {
	return norm.NFC.String(strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(text))), " "))
}

// Tokens cuts a keyword into words. It keeps decimals and the trailing + and # of short names (c++, c#); each symbol and
// emoji is a token, and so is each pair of characters in scripts without spaces.
func Tokens(key string) []string {
	runes := []rune(norm.NFKC.String(key))
	var list []string
	for i := 0; i < len(runes); {
		r := runes[i]
		switch {
		case spaceless(r):
			end := i
			for end < len(runes) && spaceless(runes[end]) {
				end++
			}
			list = append(list, pairs(runes[i:end])...)
			i = end
		case wordRune(r):
			end := wordEnd(runes, i)
			list = append(list, word(string(runes[i:end])))
			i = end
		case unicode.Is(unicode.So, r):
			list = append(list, string(r))
			i++
		default:
			i++
		}
	}
	return list
}

func wordRune(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) && !spaceless(r)
}

// spaceless reports whether the script of r is written without spaces between words.
func spaceless(r rune) bool {
	return r > 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer,
		unicode.Myanmar)
}

func pairs(runes []rune) []string {
	if len(runes) == 1 {
		return []string{string(runes)}
	}
	list := make([]string, len(runes)-1)
	for i := range list {
		list[i] = string(runes[i : i+2])
	}
	return list
}

// wordEnd returns the end of the word that begins at i.
func wordEnd(runes []rune, i int) int {
	begin := i
	for i < len(runes) {
		switch {
		case wordRune(runes[i]):
			i++
		case i+1 < len(runes) && strings.ContainsRune(".,", runes[i]) && unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1]):
			i += 2
		case i+1 < len(runes) && strings.ContainsRune("'’", runes[i]) && contraction(runes[i+1:]):
			i += 2
		case i-begin <= 2 && strings.ContainsRune("+#", runes[i]):
			i++
			if i < len(runes) && runes[i] == '+' {
				i++
			}
			return i
		default:
			return i
		}
	}
	return i
}

// contraction reports whether the letters after an apostrophe are the s of a possessive or the t of a negation.
func contraction(rest []rune) bool {
	return (rest[0] == 's' || rest[0] == 't') && (len(rest) == 1 || !wordRune(rest[1]))
}

func word(s string) string {
	s = strings.ReplaceAll(s, "’", "'")
	if base, possessive := strings.CutSuffix(s, "'s"); possessive {
		return base
	}
	return strings.ReplaceAll(s, "'", "")
}

// Plain returns s without accents, since people search with and without them.
func Plain(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		if r == 'ß' {
			b.WriteString("ss")
		} else if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}
