package keywordfile

import (
	"bufio"
	"errors"
	"io"
)

// scanner splits text into rows of cells like encoding/csv with lazy quotes. It stops at the first row beyond a limit before it has built
// that row.
type scanner struct {
	name      string // of the file, for refusals
	r         *bufio.Reader
	delimiter byte
	line      int // the current line, from 1
	row       int // the line in which the current row begins
	text      []byte
	ends      []int // of the cells, in text
	length    int   // characters of the last cell
	cells     []string
}

func newScanner(name string, r io.Reader, delimiter byte) *scanner {
	return &scanner{name: name, r: bufio.NewReaderSize(r, 64<<10), delimiter: delimiter, line: 1}
}

// next returns the next row that is not empty, and the line in which it begins. The cells are valid until the next call. After the last
// row it returns io.EOF.
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

// cell reads one cell that begins with b and reports whether its row has another.
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

// quoted reads the rest of a cell that began with a quote. A quote inside the cell that is not doubled is part of the text.
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

// ended returns nil for io.EOF, otherwise the error.
func ended(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// read returns the next byte. It returns both kinds of line end as \n, and drops a carriage return at the very end.
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
