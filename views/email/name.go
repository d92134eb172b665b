package email

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxName is the greatest length of a name in a mail, in characters.
const maxName = 60

// domain matches where a word begins to look like a host name, which a mail program would turn into a link.
var domain = regexp.MustCompile(`[.\x{3002}]\pL{2}`)

// name returns a name as a mail shows it. People choose their names and those of their accounts, and invitations go to
// strangers. So name removes addresses of pages and mailboxes and characters that reverse or hide text, and cuts the result
// to maxName characters. "Shop.example" becomes "Shop". If nothing remains, name returns the fallback.
func name(given, fallback string) string {
	given = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKC.String(given))
	var words []string
	for _, word := range strings.Fields(given) {
		if strings.Contains(word, "://") || strings.Contains(word, "@") {
			continue
		}
		word = strings.TrimPrefix(word, "www.")
		if at := domain.FindStringIndex(word); at != nil {
			word = word[:at[0]]
		}
		if word != "" {
			words = append(words, word)
		}
	}
	short := []rune(strings.Join(words, " "))
	if len(short) > maxName {
		short = append([]rune(strings.TrimSpace(string(short[:maxName-1]))), '…')
	}
	if len(short) == 0 {
		return fallback
	}
	return string(short)
}
