package keywordfile

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// western is the encoding of older Windows programs. It decodes any bytes.
const western = "Windows-1252"

// encoding is the character encoding of a file.
type encoding struct {
	name string
	mark int64                 // bytes before the text
	in   transform.Transformer // nil for UTF-8
}

// text returns the decoded text of r after the byte order mark.
func (e encoding) text(r io.Reader) io.Reader {
	if e.in == nil {
		return r
	}
	e.in.Reset()
	return transform.NewReader(r, e.in)
}

// encodingOf detects the encoding from the byte order mark, from the pattern of zero bytes, or by trying. A file that is UTF-8 except for
// a few rows stays UTF-8: those rows are rejected and named, and all others stay readable.
func encodingOf(name string, head []byte) (encoding, error) {
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return encoding{"UTF-16LE", 2, little.NewDecoder()}, nil
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return encoding{"UTF-16BE", 2, big.NewDecoder()}, nil
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return encoding{"UTF-8", 3, nil}, nil
	}
	sample := head[:min(len(head), 4096)]
	even, odd := zeros(sample)
	half := len(sample) / 2
	switch {
	case odd > half/3 && even < half/20+1:
		return encoding{"UTF-16LE", 0, little.NewDecoder()}, nil
	case even > half/3 && odd < half/20+1:
		return encoding{"UTF-16BE", 0, big.NewDecoder()}, nil
	case bytes.IndexByte(sample, 0) >= 0:
		return encoding{}, refusal("%s is no text file. Drop the file that your keyword tool exports as CSV.", name)
	case mostlyUTF8(head):
		return encoding{"UTF-8", 0, nil}, nil
	}
	return encoding{western, 0, charmap.Windows1252.NewDecoder()}, nil
}

// zeros counts the zero bytes at even and at odd positions: Latin text in UTF-16 has one in every pair.
func zeros(sample []byte) (even, odd int) {
	for i, b := range sample {
		if b != 0 {
			continue
		}
		if i%2 == 0 {
			even++
		} else {
			odd++
		}
	}
	return even, odd
}

// mostlyUTF8 reports whether the data has at least as many multi-byte characters as invalid bytes. A character that is cut off at the end
// counts as valid.
func mostlyUTF8(data []byte) bool {
	for i := len(data) - 1; i >= max(0, len(data)-utf8.UTFMax); i-- {
		if utf8.RuneStart(data[i]) && len(data) == detected {
			if !utf8.FullRune(data[i:]) {
				data = data[:i]
			}
			break
		}
	}
	if utf8.Valid(data) {
		return true
	}
	several, broken := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			several++
		}
		data = data[size:]
	}
	return several > 0 && several >= broken
}

// validText reports whether the text can be a cell: it has no bytes of another encoding and no control characters.
func validText(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0x7f })
}
