package outbound

import "io"

// longestLine is the longest line of a stream of events. Readers hold one line at a time in memory.
const longestLine = 1 << 20

// events is a stream of server-sent events without its comments and empty lines: they carry nothing, and a server may send
// them without end.
type events struct {
	next    io.Reader
	first   bool // the next byte is the first of its line
	comment bool // so is the rest of the line
	length  int  // of the line so far
}

func (e *events) Read(p []byte) (int, error) {
	for {
		n, err := e.next.Read(p)
		kept, wrong := e.keep(p[:n])
		if wrong != nil {
			return kept, wrong
		}
		if kept > 0 || err != nil || len(p) == 0 {
			return kept, err
		}
	}
}

// keep moves the bytes to keep to the front of p, and counts them.
func (e *events) keep(p []byte) (kept int, err error) {
	for _, c := range p {
		if e.first {
			e.first, e.comment, e.length = false, c == ':' || c == '\r' || c == '\n', 0
		}
		if !e.comment {
			if e.length++; e.length > longestLine {
				return kept, ErrTooLong
			}
			p[kept] = c
			kept++
		}
		e.first = c == '\n'
	}
	return kept, nil
}
