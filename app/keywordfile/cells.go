package keywordfile

import (
	"bufio"
	"errors"
	"io"
)

// scanner takes text apart into rows of cells, in the way of encoding/csv with lazy quotes, and stops at the first row that breaks a
// bound before it has built that row.
type scanner struct {
	name      string // of the file, for refusals
	r         *bufio.Reader
	delimiter byte
	line      int // that is read, from 1
	row       int // the line in which the row begins
	text      []byte
	ends      []int // of the cells, in text
	length    int   // characters of the last cell
	cells     []string
}

func newScanner(name string, r io.Reader, delimiter byte) *scanner {
	return &scanner{name: name, r: bufio.NewReaderSize(r, 64<<10), delimiter: delimiter, line: 1}
}

// next returns the next row that is not empty, and the line in which it begins. The cells live until the next call. After
// the last row it is io.EOF.
func (s *scanner) next() (line int, cells []string, err error) {
	b, err := s.read()
	for err == nil && b == '\n' {
		b, err = s.read()
	}
	if err != nil {
		return 0, nil, err
	}
	s.row, s.text, s.ends = s.line, s.text[:0], s.ends[:0]
	for more := true; more; {
		if len(s.ends) == MaxWidth {
			return 0, nil, tooWide(s.name, s.row)
		}
		s.length = 0
		if more, err = s.cell(b); err != nil {
			return 0, nil, err
		}
		s.ends = append(s.ends, len(s.text))
		if !more {
			break
		}
		if b, err = s.read(); errors.Is(err, io.EOF) {
			b = '\n' // the last cell is empty
		} else if err != nil {
			return 0, nil, err
		}
	}
	return s.row, s.split(), nil
}

// cell reads one cell that begins with b and says whether another follows in its row.
func (s *scanner) cell(b byte) (more bool, err error) {
	if b == '"' {
		return s.quoted()
	}
	for {
		switch b {
		case s.delimiter:
			return true, nil
		case '\n':
			return false, nil
		}
		if err := s.add(b); err != nil {
			return false, err
		}
		if b, err = s.read(); err != nil {
			return false, ended(err)
		}
	}
}

// quoted reads the rest of a cell that began with a quote. A quote inside that is not doubled belongs to the text.
func (s *scanner) quoted() (more bool, err error) {
	for {
		b, err := s.read()
		if err != nil {
			return false, ended(err)
		}
		if b == '"' {
			if b, err = s.read(); err != nil {
				return false, ended(err)
			}
			switch b {
			case s.delimiter:
				return true, nil
			case '\n':
				return false, nil
			case '"':
			default:
				if err := s.add('"'); err != nil {
					return false, err
				}
			}
		}
		if err := s.add(b); err != nil {
			return false, err
		}
	}
}

// ended returns nil at the end of the text.
func ended(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// read returns the next byte. Both ways to end a line are one, and a carriage return at the very end is none.
func (s *scanner) read() (byte, error) {
	b, err := s.r.ReadByte()
	if err != nil {
		return 0, err
	}
	if b == '\r' {
		next, err := s.r.Peek(1)
		if err != nil {
			return 0, err
		}
		if next[0] == '\n' {
			b, _ = s.r.ReadByte()
		}
	}
	if b == '\n' {
		s.line++
	}
	return b, nil
}

func (s *scanner) add(b byte) error {
	if b&0xc0 != 0x80 { // the first byte of a character
		s.length++
	}
	if s.length > MaxCell {
		return tooLong(s.name, s.row, len(s.ends)+1)
	}
	if len(s.text) == maxRow {
		return tooLarge(s.name, s.row)
	}
	s.text = append(s.text, b)
	return nil
}

func (s *scanner) split() []string {
	text, from := string(s.text), 0
	s.cells = s.cells[:0]
	for _, end := range s.ends {
		s.cells = append(s.cells, text[from:end])
		from = end
	}
	return s.cells
}
