package email

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxName is how much of a name stands in a mail, in characters.
const maxName = 60

// domain is where a word begins to look like the rest of a host name, and so what a mail program would make a link of.
var domain = regexp.MustCompile(`[.\x{3002}]\pL{2}`)

// name returns a name as a mail shows it. People choose their names and those of their accounts, and invitations go to
// strangers: so it holds no address of a page or mailbox, nothing that turns or hides text, and no more than maxName
// characters. What is left of "Shop.example" is "Shop". Where nothing is left it is the fallback.
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
