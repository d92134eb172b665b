package spill

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

// sortedAtOnce is the number of bytes that are sorted in memory.
const sortedAtOnce = 8 << 20

// Sorter stores records and reads them again in the order of their keys, as often as needed. Records with the same key keep
// their order.
type Sorter struct {
	limit   int64
	size    int64
	waiting []byte // not written yet
	items   []item // in waiting
	file    *os.File
	runs    []run // sorted, in the file
}

// item is a record in memory: its key and its value.
type item struct{ start, value, end uint32 }

// run is the place of sorted records in the file.
type run struct{ from, to int64 }

// NewSorter returns a Sorter of at most limit bytes.
func NewSorter(limit int64) *Sorter { return &Sorter{limit: limit} }

// Add stores a copy of the record. At the limit it returns ErrFull. Do not add records after Rows.
func (s *Sorter) Add(key string, record []byte) error {
	if s.size += int64(len(key) + len(record)); s.size > s.limit {
		return ErrFull
	}
	if len(s.items) > 0 && len(s.waiting)+len(key)+len(record) > sortedAtOnce {
		if err := s.flush(); err != nil {
			return err
		}
	}
	it := item{start: uint32(len(s.waiting))}
	s.waiting = append(s.waiting, key...)
	it.value = uint32(len(s.waiting))
	s.waiting = append(s.waiting, record...)
	it.end = uint32(len(s.waiting))
	s.items = append(s.items, it)
	return nil
}

func (s *Sorter) sort() {
	slices.SortFunc(s.items, func(a, b item) int {
		return cmp.Or(bytes.Compare(s.waiting[a.start:a.value], s.waiting[b.start:b.value]), cmp.Compare(a.start, b.start))
	})
}

func (s *Sorter) flush() (err error) {
	if s.file == nil {
		if s.file, err = Temp(); err != nil {
			return err
		}
	}
	s.sort()
	r := run{}
	if len(s.runs) > 0 {
		r.from = s.runs[len(s.runs)-1].to
	}
	w := bufio.NewWriterSize(io.NewOffsetWriter(s.file, r.from), buffered)
	r.to = r.from
	var lengths []byte
	for _, it := range s.items {
		lengths = binary.AppendUvarint(binary.AppendUvarint(lengths[:0], uint64(it.value-it.start)), uint64(it.end-it.value))
		_, _ = w.Write(lengths) // the writer remembers its first error
		_, _ = w.Write(s.waiting[it.start:it.end])
		r.to += int64(len(lengths)) + int64(it.end-it.start)
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write sorted records: %w", err)
	}
	s.runs = append(s.runs, r)
	s.waiting, s.items = s.waiting[:0], s.items[:0]
	return nil
}

// Rows returns the records from the first. Several may be read at the same time.
func (s *Sorter) Rows() (*Rows, error) {
	if len(s.runs) > 0 && len(s.items) > 0 {
		if err := s.flush(); err != nil {
			return nil, err
		}
	}
	if len(s.runs) == 0 {
		s.sort()
		return &Rows{sources: []*source{{sorter: s}}}, nil
	}
	s.waiting, s.items = nil, nil
	rows := &Rows{}
	for _, r := range s.runs {
		rows.sources = append(rows.sources, &source{run: bufio.NewReaderSize(io.NewSectionReader(s.file, r.from, r.to-r.from), block)})
	}
	return rows, nil
}

// Close deletes the records.
func (s *Sorter) Close() error {
	s.waiting, s.items, s.runs = nil, nil, nil
	if s.file == nil {
		return nil
	}
	return s.file.Close()
}

// Rows are the sorted records, one after the other.
type Rows struct {
	sources []*source
	begun   bool
	last    *source
}

// Next returns the next record and its key, both valid until the next call. After the last it returns io.EOF.
func (r *Rows) Next() (key, record []byte, err error) {
	if err := r.advance(); err != nil {
		return nil, nil, err
	}
	r.last = nil
	for _, s := range r.sources {
		if !s.ended && (r.last == nil || bytes.Compare(s.key, r.last.key) < 0) {
			r.last = s
		}
	}
	if r.last == nil {
		return nil, nil, io.EOF
	}
	return r.last.key, r.last.record, nil
}

func (r *Rows) advance() error {
	if r.begun {
		if r.last == nil {
			return nil
		}
		return r.last.next()
	}
	r.begun = true
	for _, s := range r.sources {
		if err := s.next(); err != nil {
			return err
		}
	}
	return nil
}

// source is one run: in memory, or in the file.
type source struct {
	sorter      *Sorter
	at          int
	run         *bufio.Reader
	buffer      []byte
	key, record []byte
	ended       bool
}

func (s *source) next() error {
	if s.run != nil {
		return s.read()
	}
	if s.ended = s.at == len(s.sorter.items); s.ended {
		return nil
	}
	it, bytes := s.sorter.items[s.at], s.sorter.waiting
	s.key, s.record, s.at = bytes[it.start:it.value], bytes[it.value:it.end], s.at+1
	return nil
}

func (s *source) read() error {
	key, err := binary.ReadUvarint(s.run)
	if errors.Is(err, io.EOF) {
		s.ended = true
		return nil
	}
	if err != nil {
		return fmt.Errorf("read sorted records: %w", err)
	}
	record, err := binary.ReadUvarint(s.run)
	if err != nil {
		return fmt.Errorf("read sorted records: %w", err)
	}
	s.buffer = slices.Grow(s.buffer[:0], int(key+record))[:key+record]
	if _, err := io.ReadFull(s.run, s.buffer); err != nil {
		return fmt.Errorf("read sorted records: %w", err)
	}
	s.key, s.record = s.buffer[:key], s.buffer[key:]
	return nil
}
