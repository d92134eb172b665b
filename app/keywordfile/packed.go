package keywordfile

import (
	"encoding/binary"
	"errors"
	"math"
)

// AppendBinary appends the row in a compact form, so that many rows can be stored. UnmarshalBinary reads it.
func (r Row) AppendBinary(b []byte) ([]byte, error) {
	b = binary.AppendUvarint(b, uint64(r.Line))
	b = r.Values.pack(b)
	for _, text := range r.texts() {
		b = appendText(b, *text)
	}
	for _, list := range r.lists() {
		b = binary.AppendUvarint(b, uint64(len(*list)))
		for _, text := range *list {
			b = appendText(b, text)
		}
	}
	return b, nil
}

func (r *Row) texts() [6]*string {
	return [6]*string{&r.Keyword, &r.Currency, &r.Country, &r.Parent, &r.GivenPage, &r.GivenTopic}
}

func (r *Row) lists() [2]*[]string { return [2]*[]string{&r.Intent, &r.URLs} }

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// UnmarshalBinary reads a row that AppendBinary has written. It does not retain the bytes.
func (r *Row) UnmarshalBinary(data []byte) error {
	p := packed{bytes: data, text: string(data)}
	*r = Row{Line: int(p.count())}
	r.Values.unpack(&p)
	for _, text := range r.texts() {
		*text = p.string()
	}
	for _, list := range r.lists() {
		for range p.count() {
			if p.broken {
				break
			}
			*list = append(*list, p.string())
		}
	}
	if p.broken {
		return errors.New("the packed row is broken")
	}
	return nil
}

// packed is the unread rest of a packed row, as bytes and as text.
type packed struct {
	bytes  []byte
	text   string
	broken bool
}

// skip advances by n bytes and reports whether there were that many.
func (p *packed) skip(n int) bool {
	if n <= 0 || n > len(p.bytes) {
		p.broken, p.bytes, p.text = true, nil, ""
		return false
	}
	p.bytes, p.text = p.bytes[n:], p.text[n:]
	return true
}

func (p *packed) count() uint64 {
	value, n := binary.Uvarint(p.bytes)
	if !p.skip(n) {
		return 0
	}
	return value
}

func (p *packed) integer() int64 {
	value, n := binary.Varint(p.bytes)
	p.skip(n)
	return value
}

func (p *packed) fraction() float64 {
	if len(p.bytes) < 8 {
		p.skip(8)
		return 0
	}
	value := math.Float64frombits(binary.LittleEndian.Uint64(p.bytes))
	p.skip(8)
	return value
}

func (p *packed) string() string {
	n := p.count()
	if n == 0 {
		return ""
	}
	if n > uint64(len(p.text)) {
		p.skip(len(p.bytes) + 1)
		return ""
	}
	s := p.text[:n]
	p.skip(int(n))
	return s
}
