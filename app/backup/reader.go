package backup

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"slices"

	"igny8/app/fault"
)

// visitor gets what an archive holds, in order.
type visitor struct {
	head  func(Head) error
	entry func(h *tar.Header, content io.Reader) error
}

// read reads an archive from its beginning to its end. One that was cut off or changed is refused, at the latest after the last entry was
// visited: its sums are at the end.
func read(from io.Reader, visit visitor) (Contents, error) {
	source := bufio.NewReaderSize(from, 1<<16)
	if got, err := source.Peek(len(beginning)); err != nil || !slices.Equal(got, beginning) {
		return Contents{}, fault.Wrap(err, fault.Invalid, "The file is no archive of igny8 backup, or its first bytes were changed.")
	}
	unpacked, err := gzip.NewReader(source)
	if err != nil {
		return Contents{}, damaged(err)
	}
	unpacked.Multistream(false)
	entries := tar.NewReader(unpacked)
	head, err := readHead(entries)
	if err != nil {
		return Contents{}, err
	}
	if err := visit.head(head); err != nil {
		return Contents{}, err
	}
	parts, err := readParts(entries, visit)
	if err != nil {
		return Contents{}, err
	}
	var contents Contents
	if err := json.NewDecoder(entries).Decode(&contents); err != nil {
		return Contents{}, damaged(err)
	}
	if _, err := entries.Next(); !errors.Is(err, io.EOF) {
		return Contents{}, damaged(err)
	}
	if _, err := io.Copy(io.Discard, unpacked); err != nil { // the checksum of gzip is at its end
		return Contents{}, damaged(err)
	}
	if _, err := source.ReadByte(); !errors.Is(err, io.EOF) {
		return Contents{}, damaged(err)
	}
	if !slices.EqualFunc(parts, contents.Parts, Part.same) {
		return Contents{}, damaged(errors.New("the sums differ"))
	}
	return contents, nil
}

func readHead(entries *tar.Reader) (head Head, err error) {
	if h, err := entries.Next(); err != nil || h.Name != headName {
		return head, damaged(err)
	}
	if err := json.NewDecoder(entries).Decode(&head); err != nil {
		return head, damaged(err)
	}
	if head.Format > format {
		return head, fault.New(fault.Conflict, "The archive was made by igny8 %s, in a form that this version cannot read. Use that version or later.", head.Program)
	}
	return head, nil
}

// readParts visits the entries up to the contents and returns their sums.
func readParts(entries *tar.Reader, visit visitor) ([]Part, error) {
	var s sums
	for {
		h, err := entries.Next()
		if err != nil {
			return nil, damaged(err)
		}
		if h.Name == contentsName {
			s.close()
			return s.parts, nil
		}
		content := &strict{from: io.TeeReader(entries, s.entry(h))}
		if err := visit.entry(h, content); err != nil {
			return nil, errors.Join(content.broken, err)
		}
		if _, err := io.Copy(io.Discard, content); err != nil {
			return nil, err
		}
	}
}

// same reports whether the part was read as it was written. The number of rows is checked where they are loaded.
func (p Part) same(written Part) bool {
	p.Rows = written.Rows
	return p == written
}

// strict reads an entry, and remembers that the archive is damaged in it.
type strict struct {
	from   io.Reader
	broken error
}

func (s *strict) Read(into []byte) (int, error) {
	n, err := s.from.Read(into)
	if err != nil && !errors.Is(err, io.EOF) {
		s.broken = damaged(err)
		return n, s.broken
	}
	return n, err
}

func damaged(cause error) error {
	return fault.Wrap(cause, fault.Invalid, "The archive is damaged: it was cut off, or changed after it was made. Nothing was restored.")
}
