package keywordfile

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

var delimiters = []struct {
	sign byte
	name string
}{{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "pipe"}}

// textPart returns the part of a text file, with a reading for each delimiter. Its beginning decides what it is.
func textPart(name string, src source, head []byte) (part, error) {
	enc, err := encodingOf(name, head)
	if err != nil {
		return part{}, err
	}
	begin, err := io.ReadAll(enc.text(bytes.NewReader(head[enc.mark:])))
	if err != nil {
		return part{}, fmt.Errorf("decode %s: %w", name, err)
	}
	if whole := bytes.LastIndexByte(begin, '\n'); int64(len(head)) < src.size && whole >= 0 {
		begin = begin[:whole+1]
	}
	text := func() io.Reader { return enc.text(src.from(enc.mark)) }
	p := part{encoding: enc.name, list: lines(name, text), columns: tabular(string(begin))}
	for _, d := range delimiters {
		first := separated(name, func() io.Reader { return bytes.NewReader(begin) }, d.sign)
		way, err := newReading(d.name, separated(name, text, d.sign), first)
		if err != nil {
			return part{}, err
		}
		p.readings = append(p.readings, way)
	}
	return p, nil
}

func separated(name string, text func() io.Reader, delimiter byte) records {
	return func(visit func(int, []string) error) error {
		s := newScanner(name, text(), delimiter)
		for {
			line, cells, err := s.next()
			if err != nil {
				return ended(err)
			}
			if err := visit(line, cells); err != nil {
				return err
			}
		}
	}
}

// lines reads one keyword per line.
func lines(name string, text func() io.Reader) records {
	return func(visit func(int, []string) error) error {
		r := bufio.NewReaderSize(text(), 4*MaxCell)
		for number := 1; ; number++ {
			line, err := r.ReadSlice('\n')
			if errors.Is(err, bufio.ErrBufferFull) || utf8.RuneCount(line) > MaxCell {
				return tooLong(name, number, 1)
			}
			if err != nil && !errors.Is(err, io.EOF) {
				return err
			}
			if keyword := strings.Trim(strings.TrimSpace(string(line)), `"`); keyword != "" {
				if err := visit(number, []string{keyword}); err != nil {
					return err
				}
			}
			if err != nil {
				return nil
			}
		}
	}
}

// tabular reports whether the first lines have the same number of separators, at least one: a table, not phrases with commas.
func tabular(text string) bool {
	first := strings.SplitN(strings.ReplaceAll(text, "\r\n", "\n"), "\n", 6)
	if len(first) > 5 {
		first = first[:5]
	}
	for _, d := range delimiters {
		same, count := true, strings.Count(first[0], string(d.sign))
		for _, line := range first[1:] {
			same = same && (line == "" || strings.Count(line, string(d.sign)) == count)
		}
		if same && count > 0 {
			return true
		}
	}
	return false
}
