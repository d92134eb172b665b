// Package blocks is the body of a content: a list of blocks with stable ids that a person reviews one by one, a model drafts
// and every destination renders. It reads and writes JSON, HTML, Markdown and WordPress markup, compares two documents and
// merges three. No text is trusted: one policy sanitises it when it is read and again when it is written. The package is
// pure: it imports nothing of the application and reads no file, clock or network.
package blocks

import (
	"fmt"
	"strings"
)

// The limits of a document. Clean refuses what is larger.
const (
	MaxBlocks  = 2_000
	MaxSize    = 100 << 10 // bytes of one block
	MaxLength  = 2 << 20   // bytes of all blocks
	maxColumns = 100
	maxID      = 64
	maxWords   = 20_000 // the most words that a slot may ask for
)

// Field is a fault of one value of a document.
type Field struct {
	Path    string // "blocks[3].text", counted from 0
	Message string // a sentence for people
}

// Error lists the faults of a document, at most 100. Nothing of the document was accepted.
type Error struct{ Fields []Field }

func (e *Error) Error() string {
	said := make([]string, len(e.Fields))
	for i, f := range e.Fields {
		said[i] = f.Path + ": " + f.Message
	}
	return strings.Join(said, " ")
}

// maxFaults is the number of faults that an Error lists at most.
const maxFaults = 100

func (e *Error) add(path, format string, args ...any) {
	if len(e.Fields) == maxFaults {
		return
	}
	e.Fields = append(e.Fields, Field{Path: path, Message: fmt.Sprintf(format, args...)})
}

// orNil returns nil for an empty list of faults, so that it does not become a non-nil error.
func (e *Error) orNil() error {
	if len(e.Fields) == 0 {
		return nil
	}
	return e
}
