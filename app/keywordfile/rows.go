package keywordfile

import (
	"crypto/sha256"
	"strings"

	"igny8/app/spill"
)

// rows collects the keywords of a file while it is read. The rows are in a temporary file; memory holds only the position of each row and
// the hash of each keyword. Rows with the same keyword are joined when they are read back, so that the stored data never exceeds the data
// that was read.
type rows struct {
	kept *spill.File
	list []keptRow
	last map[keywordHash]uint32 // index in list of the latest row of each keyword
}

type keywordHash [16]byte

// keptRow is a row in the temporary file.
type keptRow struct {
	at       uint32
	next     uint32 // index in list of the next row with the same keyword; 0 if there is none
	repeated bool   // an earlier row has the same keyword
}

func newRows() *rows { return &rows{kept: spill.NewFile(MaxUnpacked), last: map[keywordHash]uint32{}} }

// add stores the row and reports whether an earlier row has the same keyword. It returns spill.ErrFull when the file is full.
func (r *rows) add(row Row) (repeated bool, err error) {
	packed, err := row.AppendBinary(nil)
	if err != nil {
		return false, err
	}
	at, err := r.kept.Append(packed)
	if err != nil {
		return false, err
	}
	sum := sha256.Sum256([]byte(strings.ToLower(row.Keyword) + "\n" + row.Country))
	hash, place := keywordHash(sum[:16]), uint32(len(r.list))
	before, repeated := r.last[hash]
	if repeated {
		r.list[before].next = place
	}
	r.last[hash] = place
	r.list = append(r.list, keptRow{at: uint32(at), repeated: repeated})
	return repeated, nil
}

// each visits the keywords in the order of their first rows. No row may be added after that.
func (r *rows) each(visit func(Row) error) error {
	r.last = nil
	for _, kept := range r.list {
		if kept.repeated {
			continue
		}
		row, err := r.read(kept)
		if err != nil {
			return err
		}
		for kept.next > 0 {
			kept = r.list[kept.next]
			other, err := r.read(kept)
			if err != nil {
				return err
			}
			row.join(other)
		}
		if err := visit(row); err != nil {
			return err
		}
	}
	return nil
}

func (r *rows) read(kept keptRow) (row Row, err error) {
	packed, err := r.kept.At(int64(kept.at))
	if err != nil {
		return row, err
	}
	return row, row.UnmarshalBinary(packed)
}

func (r *rows) close() error { return r.kept.Close() }
