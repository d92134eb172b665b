package keywordfile

import (
	"bufio"
	"bytes"
	"errors"
	"html"
	"io"
)

// markup reads XML as a stream of tags and texts. It holds one tag or one text at a time, does not store the enclosing tags, and knows
// only character entities.
type markup struct {
	r      *bufio.Reader
	name   string // of the tag, without its prefix
	inside []byte // the text in the tag after the name
	text   []byte
	closes bool // the tag closes itself
}

type token int

const (
	opening token = iota
	closing
	characters
)

var errMarkup = errors.New("the XML is damaged")

// maxMarkup is the most bytes that a tag or a text may have.
const maxMarkup = 1 << 20

func newMarkup(r io.Reader) *markup { return &markup{r: bufio.NewReaderSize(r, 64<<10)} }

// next returns the next token. After the last it returns io.EOF.
func (m *markup) next() (token, error) {
	if m.closes {
		m.closes = false
		return closing, nil
	}
	for {
		if err := m.until('<', &m.text); err != nil {
			return 0, err
		}
		if len(m.text) > 1 {
			m.text = m.text[:len(m.text)-1]
			return characters, m.r.UnreadByte()
		}
		first, err := m.r.Peek(1)
		if err != nil {
			return 0, errMarkup
		}
		switch first[0] {
		case '!':
			cdata, err := m.declaration()
			if err != nil || cdata {
				return characters, err
			}
			continue
		case '?':
			if err := m.skip("?>"); err != nil {
				return 0, err
			}
			continue
		}
		return m.tag()
	}
}

// until reads up to the byte and includes it. At the end of the input it returns io.EOF.
func (m *markup) until(end byte, into *[]byte) error {
	*into = (*into)[:0]
	for {
		read, err := m.r.ReadSlice(end)
		if len(*into)+len(read) > maxMarkup {
			return errMarkup
		}
		*into = append(*into, read...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

// skip reads to the end of a part that does not belong to the document.
func (m *markup) skip(end string) error {
	matched := 0
	for matched < len(end) {
		b, err := m.r.ReadByte()
		if err != nil {
			return errMarkup
		}
		switch {
		case b == end[matched]:
			matched++
		case matched == 2 && b == end[1]: // "--" before "->"
		case b == end[0]:
			matched = 1
		default:
			matched = 0
		}
	}
	return nil
}

// declaration skips a comment and reports whether a CDATA section begins. Anything else does not occur in workbooks and counts as damage.
func (m *markup) declaration() (cdata bool, err error) {
	begin, _ := m.r.Peek(len("![CDATA["))
	if bytes.HasPrefix(begin, []byte("!--")) {
		_, _ = m.r.Discard(3)
		return false, m.skip("-->")
	}
	if string(begin) != "![CDATA[" {
		return false, errMarkup
	}
	_, _ = m.r.Discard(len(begin))
	m.text = m.text[:0]
	for !bytes.HasSuffix(m.text, []byte("]]>")) {
		b, err := m.r.ReadByte()
		if err != nil || len(m.text) == maxMarkup {
			return false, errMarkup
		}
		m.text = append(m.text, b)
	}
	m.text = bytes.ReplaceAll(m.text[:len(m.text)-3], []byte("&"), []byte("&amp;"))
	return true, nil
}

func (m *markup) tag() (token, error) {
	m.inside = m.inside[:0]
	for quote := byte(0); ; {
		b, err := m.r.ReadByte()
		if err != nil || len(m.inside) == maxMarkup {
			return 0, errMarkup
		}
		if quote == 0 && b == '>' {
			break
		}
		switch {
		case quote == 0 && (b == '"' || b == '\''):
			quote = b
		case b == quote:
			quote = 0
		}
		m.inside = append(m.inside, b)
	}
	kind := opening
	if bytes.HasPrefix(m.inside, []byte("/")) {
		kind, m.inside = closing, m.inside[1:]
	} else if rest, ok := bytes.CutSuffix(m.inside, []byte("/")); ok {
		m.closes, m.inside = true, rest
	}
	end := bytes.IndexAny(m.inside, " \t\r\n")
	if end < 0 {
		end = len(m.inside)
	}
	m.name, m.inside = local(m.inside[:end]), m.inside[end:]
	return kind, nil
}

// known are the names that the workbook reader uses. It ignores all others.
var known = map[string]string{
	"sheet": "sheet", "Relationship": "Relationship", "si": "si", "t": "t", "rPh": "rPh", "row": "row",
	"c": "c", "v": "v", "is": "is", "sheetData": "sheetData",
	"name": "name", "id": "id", "Id": "Id", "Target": "Target", "r": "r",
}

// local returns a name without its prefix, "" if the name is not in known.
func local(name []byte) string {
	if colon := bytes.IndexByte(name, ':'); colon >= 0 {
		name = name[colon+1:]
	}
	return known[string(name)]
}

// attribute returns the value of the tag's attribute with the name.
func (m *markup) attribute(name string) string {
	rest := m.inside
	for {
		equals := bytes.IndexByte(rest, '=')
		if equals < 0 {
			return ""
		}
		key := bytes.TrimSpace(rest[:equals])
		rest = bytes.TrimSpace(rest[equals+1:])
		if len(rest) == 0 {
			return ""
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return ""
		}
		if local(key) == name {
			return html.UnescapeString(string(rest[1 : end+1]))
		}
		rest = rest[end+2:]
	}
}

// appendText appends the text with its escapes decoded.
func (m *markup) appendText(b []byte) []byte {
	text := bytes.ReplaceAll(m.text, []byte("\r\n"), []byte("\n"))
	if bytes.IndexByte(text, '&') < 0 {
		return append(b, text...)
	}
	return append(b, html.UnescapeString(string(text))...)
}
