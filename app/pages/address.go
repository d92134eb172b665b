package pages

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
)

// maxSlug is the length of a slug in characters: search results cut longer addresses, and each character may take three
// bytes of the 255 of a file name.
const maxSlug = 60

// spelled are the Latin letters without a decomposition into a plain one.
var spelled = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'þ': "th", 'ı': "i", 'ħ': "h", 'ŋ': "n",
}

// Slug returns the last part of an address for the title: lower case, Latin letters without marks, other scripts unchanged,
// single hyphens, at most 60 characters, cut between words. It is never empty.
func Slug(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(norm.NFKC.String(title)) {
		switch {
		case spelled[r] != "":
			b.WriteString(spelled[r])
		case r == '\'' || r == '’':
		case unicode.Is(unicode.Latin, r):
			b.WriteRune(firstRune(norm.NFD.String(string(r))))
		case unicode.In(r, unicode.L, unicode.M, unicode.Nd):
			b.WriteRune(r)
		default:
			b.WriteByte('-')
		}
	}
	words := strings.FieldsFunc(b.String(), func(r rune) bool { return r == '-' })
	slug, length := "", 0
	for _, word := range words {
		if length += len([]rune(word)) + 1; length > maxSlug+1 && slug != "" {
			break
		}
		slug += "-" + word
	}
	runes := []rune(strings.TrimPrefix(slug, "-"))
	return cmp.Or(string(runes[:min(len(runes), maxSlug)]), "page")
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return '-'
}

// reserved are first parts of addresses that a published site needs itself.
var reserved = map[string]bool{"assets": true}

// atFreePath calls write with the first free address of path, path-2, path-3 and so on. Another page may take the address
// before the write, so a refused write moves on to the next; the savepoint keeps the transaction alive.
func atFreePath(tx *gorm.DB, siteID, pageID, path string, write func(tx *gorm.DB, path string) error) error {
	if !strings.HasPrefix(path, "/") || !strings.HasSuffix(path, "/") {
		return fault.New(fault.Invalid, "The address %q must begin and end with a slash.", path)
	}
	stem := strings.TrimSuffix(path, "/")
	var taken []string
	query := tx.Model(&Page{}).Where("site_id = ? AND id <> ?", siteID, pageID)
	if err := query.Where(`path = ? OR path LIKE ? ESCAPE '\'`, path, database.EscapeLike(stem)+`-%`).Pluck("path", &taken).Error; err != nil {
		return fmt.Errorf("look for a free address: %w", err)
	}
	held := map[string]bool{}
	for _, p := range taken {
		held[p] = true
	}
	for n := 1; ; n++ {
		candidate := path
		if n > 1 {
			candidate = stem + "-" + strconv.Itoa(n) + "/"
		}
		if held[candidate] || reserved[strings.Trim(candidate, "/")] {
			continue
		}
		err := tx.Transaction(func(tx *gorm.DB) error { return write(tx, candidate) })
		if !errors.Is(err, gorm.ErrDuplicatedKey) {
			return err
		}
	}
}

// lastSegment returns the slug in a path, "" for the home page.
func lastSegment(path string) string {
	segments := strings.Split(strings.Trim(path, "/"), "/")
	return segments[len(segments)-1]
}
