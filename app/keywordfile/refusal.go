package keywordfile

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Refusal is the error for a file that cannot be read. Its sentence names the file, the reason and what to do.
type Refusal struct{ Sentence string }

func (r *Refusal) Error() string { return r.Sentence }

func refusal(format string, args ...any) error { return &Refusal{fmt.Sprintf(format, args...)} }

// kinds are file types that are no text, by their first bytes.
var kinds = []struct{ magic, sentence string }{
	{"\xd0\xcf\x11\xe0", "%s is an old Excel workbook (.xls), or one with a password. In Excel choose File, Save as, Excel workbook (.xlsx) without a password, then drop that file."},
	{"\x89PNG", "%s is a picture, no list of keywords. Drop the file that your keyword tool exports as CSV."},
	{"\xff\xd8\xff", "%s is a picture, no list of keywords. Drop the file that your keyword tool exports as CSV."},
	{"GIF8", "%s is a picture, no list of keywords. Drop the file that your keyword tool exports as CSV."},
	{"%PDF", "%s is a PDF. Drop the file that your keyword tool exports as CSV."},
	{"\x1f\x8b", "%s is compressed. Unpack it, then drop the CSV file inside."},
	{"PK\x05\x06", "%s is an empty zip. Export it again from your keyword tool."},
	{"Rar!", "%s is an archive. Unpack it, then drop the CSV file inside."},
	{"7z\xbc\xaf", "%s is an archive. Unpack it, then drop the CSV file inside."},
}

// refuse refuses a file that is too large, empty or no text. It returns the first bytes of any other file.
func refuse(name string, src source) (head []byte, err error) {
	if src.size > MaxBytes {
		return nil, refusal("%s has more than 50 MB. Export fewer keywords at once, or split the file.", name)
	}
	blank, err := src.blank()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if blank {
		return nil, refusal("%s is empty. Export it again from your keyword tool.", name)
	}
	if head, err = src.head(); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return head, foreign(name, head)
}

// foreign refuses a file whose first bytes are those of another file type.
func foreign(name string, head []byte) error {
	for _, kind := range kinds {
		if bytes.HasPrefix(head, []byte(kind.magic)) {
			return refusal(strings.Replace(kind.sentence, "%s", "%[1]s", 1), name)
		}
	}
	return nil
}

func tooWide(name string, row int) error {
	return refusal("%s has more than %d columns in row %d. "+
		"Keep the column of keywords and those with their numbers, then drop the file again.", name, MaxWidth, row)
}

func tooLong(name string, row, column int) error {
	return refusal("%s has a cell of more than 32,767 characters in row %d, column %d. Perhaps a quote does not end. "+
		"Correct it, or export the file again.", name, row, column)
}

func tooLarge(name string, row int) error {
	return refusal("Row %d of %s has more than 1 MB. "+
		"Keep the column of keywords and those with their numbers, then drop the file again.", row, name)
}

func tooMany(name string) error {
	return refusal("%s has more than 1,000,000 rows. Export fewer keywords at once, or split the file.", name)
}

// tooMuch returns the refusal of a file with more keywords than can be stored.
func tooMuch(name string) error {
	return refusal("The keywords of %s, with all that the file says of each, take more than %d MB. "+
		"Export fewer keywords at once, or split the file.", name, MaxUnpacked>>20)
}

// Neutralise makes a cell safe for spreadsheets, which would run text that begins like a formula. Plain numbers stay unchanged.
func Neutralise(cell string) string {
	trimmed := strings.TrimLeft(cell, " \t\r\n\u3000")
	first, _ := utf8.DecodeRuneInString(trimmed)
	formula := trimmed != "" && strings.ContainsRune(formulaSigns, first)
	moved := trimmed != "" && strings.ContainsAny(cell[:1], "\t\r")
	if !formula && !moved || plainNumber(trimmed) {
		return cell
	}
	return "'" + cell
}

// formulaSigns are the characters that begin a formula. Excel in Japanese also accepts the full-width ones.
const formulaSigns = "=+-@＝＋－＠"

func plainNumber(s string) bool {
	digits, dots := 0, 0
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '.':
			dots++
		case i == 0 && (r == '-' || r == '+'):
		default:
			return false
		}
	}
	return digits > 0 && dots <= 1
}
