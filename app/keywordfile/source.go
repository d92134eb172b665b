package keywordfile

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
)

// source is a file on disk, or a part of one.
type source struct {
	ctx  context.Context
	data io.ReaderAt
	size int64
}

// from returns a reader of the source from the offset on.
func (s source) from(at int64) io.Reader {
	return patient{s.ctx, io.NewSectionReader(s.data, at, s.size-at)}
}

// head returns the beginning of the source, from which its type is detected.
func (s source) head() ([]byte, error) {
	head := make([]byte, min(s.size, detected))
	if _, err := io.ReadFull(s.from(0), head); err != nil {
		return nil, fmt.Errorf("read the beginning: %w", err)
	}
	return head, nil
}

// blank reports whether the source has only white space.
func (s source) blank() (bool, error) {
	r, buffer := s.from(0), make([]byte, 64<<10)
	for first := true; ; first = false {
		n, err := io.ReadFull(r, buffer)
		read := buffer[:n]
		if first {
			read = bytes.TrimPrefix(read, []byte("\ufeff"))
		}
		if len(bytes.TrimSpace(read)) > 0 {
			return false, nil
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return true, nil
		}
		if err != nil {
			return false, err
		}
	}
}

// patient is a reader that stops when its context ends.
type patient struct {
	ctx context.Context
	r   io.Reader
}

func (p patient) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.r.Read(b)
}
