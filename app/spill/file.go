// Package spill stores records that are too many for the memory. They are in temporary files without a name, so that nothing
// is left behind however the process ends. A few records stay in memory and make no file. It is pure: it imports nothing of
// the application.
package spill

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// ErrFull says that the records exceed the limit.
var ErrFull = errors.New("the records take more room than they may")

// Temp returns an empty temporary file without a name. The system frees its space when it is closed or no longer used.
func Temp() (*os.File, error) {
	f, err := os.CreateTemp("", "igny8-*")
	if err != nil {
		return nil, fmt.Errorf("make temporary file: %w", err)
	}
	if err := os.Remove(f.Name()); err != nil {
		return nil, errors.Join(fmt.Errorf("make temporary file: %w", err), f.Close())
	}
	return f, nil
}

const (
	buffered = 256 << 10 // bytes that wait in memory before they are written
	block    = 8 << 10   // bytes that are read at once
)

// File stores records that are read again by their position.
type File struct {
	limit   int64
	file    *os.File
	written int64
	tail    []byte // not written yet
	ahead   []byte // of the file, from aheadAt
	aheadAt int64
}

// NewFile returns a File of at most limit bytes.
func NewFile(limit int64) *File { return &File{limit: limit} }

// Append stores a copy of the record and returns its position. At the limit it returns ErrFull.
func (f *File) Append(record []byte) (at int64, err error) {
	at = f.written + int64(len(f.tail))
	if at+int64(len(record)) > f.limit {
		return 0, ErrFull
	}
	f.tail = binary.AppendUvarint(f.tail, uint64(len(record)))
	f.tail = append(f.tail, record...)
	if len(f.tail) < buffered {
		return at, nil
	}
	return at, f.flush()
}

func (f *File) flush() (err error) {
	if f.file == nil {
		if f.file, err = Temp(); err != nil {
			return err
		}
	}
	if _, err := f.file.WriteAt(f.tail, f.written); err != nil {
		return fmt.Errorf("write records: %w", err)
	}
	f.written += int64(len(f.tail))
	f.tail = f.tail[:0]
	return nil
}

// At returns the record at the position. It is valid until the next call.
func (f *File) At(at int64) ([]byte, error) {
	if at >= f.written {
		return cut(f.tail[at-f.written:])
	}
	if at < f.aheadAt || at >= f.aheadAt+int64(len(f.ahead)) {
		if err := f.read(at, block); err != nil {
			return nil, err
		}
	}
	record, err := cut(f.ahead[at-f.aheadAt:])
	if err == nil {
		return record, nil
	}
	if err := f.read(at, block); err != nil {
		return nil, err
	}
	size, prefix := binary.Uvarint(f.ahead)
	if whole := int(size) + prefix; whole > len(f.ahead) {
		if err := f.read(at, whole); err != nil {
			return nil, err
		}
	}
	return cut(f.ahead)
}

func (f *File) read(at int64, size int) error {
	f.ahead = append(f.ahead[:0], make([]byte, size)...)
	n, err := f.file.ReadAt(f.ahead, at)
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("read records: %w", err)
	}
	f.ahead, f.aheadAt = f.ahead[:n], at
	return nil
}

// cut returns the record at the beginning of the bytes.
func cut(b []byte) ([]byte, error) {
	size, prefix := binary.Uvarint(b)
	if prefix <= 0 || uint64(len(b)-prefix) < size {
		return nil, io.ErrUnexpectedEOF
	}
	return b[prefix : prefix+int(size)], nil
}

// Close deletes the records.
func (f *File) Close() error {
	f.tail, f.ahead = nil, nil
	if f.file == nil {
		return nil
	}
	return f.file.Close()
}
