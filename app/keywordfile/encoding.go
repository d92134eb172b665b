package keywordfile

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// western is the encoding of older Windows programs; it makes a text of any bytes.
const western = "Windows-1252"

// decode finds the encoding by the mark at the beginning, by the pattern of zero bytes, or by trying, and returns the text. A file that is
// UTF-8 but for a few rows stays UTF-8: those rows are rejected by name instead of spoiling all the others.
func decode(name string, data []byte) (text, encoding string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return utf16(data[2:], unicode.LittleEndian, "UTF-16LE")
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return utf16(data[2:], unicode.BigEndian, "UTF-16BE")
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return string(data[3:]), "UTF-8", nil
	}
	sample := data[:min(len(data), 4096)]
	even, odd := zeros(sample)
	half := len(sample) / 2
	switch {
	case odd > half/3 && even < half/20+1:
		return utf16(data, unicode.LittleEndian, "UTF-16LE")
	case even > half/3 && odd < half/20+1:
		return utf16(data, unicode.BigEndian, "UTF-16BE")
	case bytes.IndexByte(sample, 0) >= 0:
		return "", "", refusal("%s is no text file. Drop the file that your keyword tool exports as CSV.", name)
	case mostlyUTF8(data):
		return string(data), "UTF-8", nil
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(decoded), western, err
}

func utf16(data []byte, order unicode.Endianness, name string) (string, string, error) {
	decoded, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(data)
	return string(decoded), name, err
}

// zeros counts the zero bytes at even and at odd places: Latin text in UTF-16 has one in every pair.
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

// mostlyUTF8 says whether there are at least as many characters of several bytes as bytes that belong to none.
func mostlyUTF8(data []byte) bool {
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

// validText refuses what cannot be a cell: bytes of another encoding, control characters.
func validText(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0x7f })
}
