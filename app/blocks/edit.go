package blocks

import "slices"

// Edit is one change of a document. It returns a changed copy.
type Edit func(Document) Document

// Place is where blocks are put into a document.
type Place struct {
	Block string // the id of the block that they replace; empty: they are added
	After string // the id of the block that they follow when they are added; empty: they come first
}

// In returns the index of the place in the document. A block that is gone is at the end, so that what was typed is not lost.
func (p Place) In(doc Document) int {
	id, offset := p.Block, 0
	if id == "" {
		if p.After == "" {
			return 0
		}
		id, offset = p.After, 1
	}
	if at := doc.Index(id); at >= 0 {
		return at + offset
	}
	return len(doc)
}

// Put puts the blocks at the place.
func Put(at Place, list Document) Edit {
	return func(doc Document) Document {
		begin := at.In(doc)
		end := begin
		if at.Block != "" && begin < len(doc) {
			end++
		}
		return slices.Concat(doc[:begin], list, doc[end:])
	}
}

// MoveUp moves the block one place up. The first one stays.
func MoveUp(id string) Edit {
	return func(doc Document) Document { return swap(doc, doc.Index(id), -1) }
}

// MoveDown moves the block one place down. The last one stays.
func MoveDown(id string) Edit {
	return func(doc Document) Document { return swap(doc, doc.Index(id), 1) }
}

func swap(doc Document, at, step int) Document {
	moved := slices.Clone(doc)
	if to := at + step; at >= 0 && to >= 0 && to < len(doc) {
		moved[at], moved[to] = moved[to], moved[at]
	}
	return moved
}

// MoveBefore moves the block before another one; to the end if that is not in the document.
func MoveBefore(id, before string) Edit {
	return func(doc Document) Document {
		at := doc.Index(id)
		if at < 0 || id == before {
			return slices.Clone(doc)
		}
		moved := Remove(id)(doc)
		to := moved.Index(before)
		if to < 0 {
			to = len(moved)
		}
		return slices.Insert(moved, to, doc[at])
	}
}

// Remove takes the block out.
func Remove(id string) Edit {
	return func(doc Document) Document {
		return slices.DeleteFunc(slices.Clone(doc), func(b Block) bool { return b.ID == id })
	}
}
