package backup

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"strings"
	"time"

	"igny8/app/database"
)

// format is the version of the archive's own form. A program reads the formats up to its own.
const format = 1

// The entries of an archive: the head, the rows of each table, the files of pictures and releases, and the contents at its end.
const (
	headName     = "igny8-backup.json"
	contentsName = "contents.json"
	rowsDir      = "rows"
	picturesDir  = "images"
	sitesDir     = "sites"
)

// beginning is how every archive begins: the header of a gzip stream. Neither sums nor gzip notice a change of it, so it is compared.
var beginning = []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 0xff}

// Head is the first entry: what has to be known before the rest is read.
type Head struct {
	Format    int              `json:"format"`
	Program   string           `json:"program"`   // the version that made the archive
	Migration int64            `json:"migration"` // the newest one of its schema
	Database  string           `json:"database"`  // sqlite or postgres
	MadeAt    time.Time        `json:"made_at"`
	Key       string           `json:"key"` // the fingerprint of the secret key, empty without one
	Tables    []database.Table `json:"tables"`
}

// Contents is the last entry. An archive without it was cut off.
type Contents struct {
	Parts    []Part  `json:"parts"`
	Releases int64   `json:"releases"`
	Missing  Missing `json:"missing"` // what the archive should hold and does not
}

// Part is a table, the pictures, or the releases of one site.
type Part struct {
	Name    string `json:"name"`
	Entries int64  `json:"entries"`
	Rows    int64  `json:"rows,omitempty"`
	Bytes   int64  `json:"bytes"`
	SHA256  string `json:"sha256"` // over the names, sizes and contents of the entries
}

// rows returns the number of rows of each table.
func (c Contents) rows() map[string]int64 {
	found := map[string]int64{}
	for _, p := range c.Parts {
		if table, ok := strings.CutPrefix(p.Name, rowsDir+"/"); ok {
			found[table] = p.Rows
		}
	}
	return found
}

// sums adds up the parts, in the same way while an archive is written and while it is read.
type sums struct {
	parts []Part
	hash  hash.Hash
}

// entry begins an entry and returns what its content is to be written to.
func (s *sums) entry(h *tar.Header) io.Writer {
	words := strings.SplitN(h.Name, "/", 3)
	name := words[0]
	if name != picturesDir && len(words) > 1 {
		name += "/" + words[1]
	}
	if n := len(s.parts); n == 0 || s.parts[n-1].Name != name {
		s.close()
		s.parts, s.hash = append(s.parts, Part{Name: name}), sha256.New()
	}
	p := &s.parts[len(s.parts)-1]
	p.Entries, p.Bytes = p.Entries+1, p.Bytes+h.Size
	fmt.Fprintf(s.hash, "%q %q %d\n", h.Name, h.Linkname, h.Size)
	return s.hash
}

func (s *sums) close() {
	if n := len(s.parts); n > 0 {
		s.parts[n-1].SHA256 = hex.EncodeToString(s.hash.Sum(nil))
	}
}

// writer writes an archive.
type writer struct {
	sums
	out  *bufio.Writer
	gzip *gzip.Writer
	tar  *tar.Writer
	at   time.Time // of all entries
}

func newWriter(to io.Writer, head Head) (*writer, error) {
	w := &writer{out: bufio.NewWriterSize(to, 1<<16), at: head.MadeAt}
	var err error
	// Most of an archive are pictures, which no level makes smaller.
	if w.gzip, err = gzip.NewWriterLevel(w.out, gzip.BestSpeed); err != nil {
		return nil, err
	}
	w.tar = tar.NewWriter(w.gzip)
	return w, w.json(headName, head)
}

// json writes an entry that is no part.
func (w *writer) json(name string, value any) error {
	data, err := json.MarshalIndent(value, "", " ")
	if err != nil {
		return err
	}
	if err := w.tar.WriteHeader(w.header(name, int64(len(data)))); err != nil {
		return err
	}
	_, err = w.tar.Write(data)
	return err
}

func (w *writer) header(name string, size int64) *tar.Header {
	return &tar.Header{Typeflag: tar.TypeReg, Name: name, Size: size, Mode: 0o600, ModTime: w.at}
}

// add writes an entry of the size.
func (w *writer) add(name string, size int64, from io.Reader) error {
	h := w.header(name, size)
	if err := w.tar.WriteHeader(h); err != nil {
		return err
	}
	_, err := io.CopyN(io.MultiWriter(w.tar, w.entry(h)), from, size)
	return err
}

// link writes a symbolic link.
func (w *writer) link(name, target string) error {
	h := &tar.Header{Typeflag: tar.TypeSymlink, Name: name, Linkname: target, Mode: 0o777, ModTime: w.at}
	w.entry(h)
	return w.tar.WriteHeader(h)
}

// end writes the contents, with the parts, and everything that is buffered.
func (w *writer) end(c Contents) (Contents, error) {
	w.close()
	c.Parts = w.parts
	if err := w.json(contentsName, c); err != nil {
		return c, err
	}
	return c, errors.Join(w.tar.Close(), w.gzip.Close(), w.out.Flush())
}
