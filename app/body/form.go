package body

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"mime"
	"mime/multipart"
	"os"
	"path"
	"strings"

	"igny8/app/fault"
)

// Limits of a form with files.
const (
	maxFields = Editor // bytes of all text fields together
	maxParts  = 1000
)

// File is a file of a form. It is on disk until its form is closed.
type File struct {
	Name string // from the sender, without folders
	Size int64
	*os.File
	remove string // its path on disk, if it has one
}

// Form is a form with files (multipart/form-data). Its text fields are in memory, its files on disk until Close.
type Form struct {
	Values map[string][]string // by the name of the field
	Files  map[string][]File

	source  *counted
	reader  *multipart.Reader
	pending *multipart.Part // was read to find the first part, and is no text field of the name
	parts   int
	fields  int64
	digest  hash.Hash
}

// Open begins to read a form. declared is the Content-Length, -1 if the request has none. Close the form, also when it was
// refused.
func Open(r io.Reader, contentType string, declared int) (*Form, error) {
	f := &Form{Values: map[string][]string{}, Files: map[string][]File{}, digest: sha256.New()}
	kind, parameters, err := mime.ParseMediaType(contentType)
	if err != nil || kind != "multipart/form-data" || parameters["boundary"] == "" || r == nil {
		return f, fault.New(fault.Unsupported, "Send a form with files: multipart/form-data with a boundary.")
	}
	if declared > Upload {
		return f, tooLargeForm()
	}
	f.source = &counted{r: r, left: Upload, declared: int64(declared)}
	f.reader = multipart.NewReader(f.source, parameters["boundary"])
	return f, nil
}

func tooLargeForm() error {
	return fault.New(fault.TooLarge, "That is more than %d MB at once. Nothing was kept. Send the files one by one; each may have 50 MB.", Upload>>20)
}

// First reads the first part and returns its value if it is the text field of the name, else "".
func (f *Form) First(name string) (string, error) {
	part, err := f.next()
	if err != nil || part == nil {
		return "", err
	}
	if part.FormName() != name || part.FileName() != "" {
		f.pending = part
		return "", nil
	}
	if err := f.keep(part); err != nil {
		return "", err
	}
	return f.Values[name][0], nil
}

// Receive reads the remaining parts. Files go to disk.
func (f *Form) Receive() error {
	for {
		part, err := f.next()
		if err != nil || part == nil {
			return err
		}
		if err := f.keep(part); err != nil {
			return err
		}
	}
}

// next returns the next part, or nil after the last.
func (f *Form) next() (*multipart.Part, error) {
	if part := f.pending; part != nil {
		f.pending = nil
		return part, nil
	}
	part, err := f.reader.NextRawPart()
	// At the end of the form the error is io.EOF itself. If the form ends too early, it is wrapped, and also if it has no
	// part at all.
	if err == io.EOF || (errors.Is(err, io.EOF) && f.parts == 0 && f.source.whole()) {
		return nil, nil
	}
	if err != nil {
		return nil, f.broken(err)
	}
	if f.parts++; f.parts > maxParts {
		return nil, fault.New(fault.TooLarge, "The form has more than %d fields and files. Nothing was kept.", maxParts)
	}
	return part, nil
}

// Digest returns the SHA-256 of the names and contents of all parts: equal forms have the same digest, whatever their
// boundaries.
func (f *Form) Digest() []byte { return f.digest.Sum(nil) }

func (f *Form) keep(part *multipart.Part) error {
	fmt.Fprintf(f.digest, "%q %q\n", part.FormName(), part.FileName())
	keep := f.keepFile
	if part.FileName() == "" {
		keep = f.keepField
	}
	size, err := keep(part)
	fmt.Fprintf(f.digest, "\n%d\n", size)
	return err
}

func (f *Form) keepField(part *multipart.Part) (size int64, err error) {
	value, err := io.ReadAll(io.LimitReader(part, maxFields-f.fields+1))
	if err != nil {
		return 0, f.broken(err)
	}
	if f.fields += int64(len(value)); f.fields > maxFields {
		return 0, fault.New(fault.TooLarge, "The text in the form is longer than %d MB. Nothing was kept. Send it as a file.", maxFields>>20)
	}
	f.digest.Write(value)
	f.Values[part.FormName()] = append(f.Values[part.FormName()], string(value))
	return int64(len(value)), nil
}

func (f *Form) keepFile(part *multipart.Part) (size int64, err error) {
	file, err := os.CreateTemp("", "igny8-upload-*")
	if err != nil {
		return 0, noRoom(err)
	}
	kept := File{Name: baseName(part.FileName()), File: file}
	// Where the system allows it, the path is removed at once, so that a killed process leaves nothing behind.
	if os.Remove(file.Name()) != nil {
		kept.remove = file.Name()
	}
	f.Files[part.FormName()] = append(f.Files[part.FormName()], kept)
	all := f.Files[part.FormName()]
	size, err = io.Copy(onDisk{file}, io.TeeReader(part, f.digest))
	all[len(all)-1].Size = size
	var full *diskError
	if errors.As(err, &full) {
		return size, noRoom(full.error)
	}
	if err != nil {
		return size, f.broken(err)
	}
	_, err = file.Seek(0, io.SeekStart)
	return size, err
}

// Close removes the files.
func (f *Form) Close() error {
	var all error
	for _, files := range f.Files {
		for _, file := range files {
			all = errors.Join(all, file.Close())
			if file.remove != "" {
				all = errors.Join(all, os.Remove(file.remove))
			}
		}
	}
	f.Files = nil
	return all
}

// baseName drops the folders that some browsers send with the name.
func baseName(name string) string { return path.Base(strings.ReplaceAll(name, `\`, "/")) }

var errFormTooLarge = errors.New("the form is too large")

// counted is a reader with a limit, for requests that do not announce their size.
type counted struct {
	r              io.Reader
	left, declared int64 // declared: -1 when unknown
	read           int64
}

// whole reports whether everything that was announced has arrived.
func (c *counted) whole() bool { return c.read >= c.declared }

func (c *counted) Read(p []byte) (int, error) {
	if c.left < 0 {
		return 0, errFormTooLarge
	}
	if int64(len(p)) > c.left+1 {
		p = p[:c.left+1]
	}
	n, err := c.r.Read(p)
	c.read += int64(n)
	if c.left -= int64(n); c.left < 0 {
		return n, errFormTooLarge
	}
	return n, err
}

// onDisk marks errors of the disk, so that they differ from those of the connection.
type onDisk struct{ file *os.File }

type diskError struct{ error }

func (e *diskError) Unwrap() error { return e.error }

func (d onDisk) Write(p []byte) (int, error) {
	n, err := d.file.Write(p)
	if err != nil {
		return n, &diskError{err}
	}
	return n, nil
}

func noRoom(err error) error {
	return fault.Wrap(err, fault.Unavailable, "The server has no room for the file at the moment. Nothing was kept; try again later.")
}

// broken returns why a form ended too early.
func (f *Form) broken(err error) error {
	switch {
	case errors.Is(err, errFormTooLarge):
		return tooLargeForm()
	case errors.Is(err, multipart.ErrMessageTooLarge):
		return fault.Wrap(err, fault.TooLarge, "A part of the form has too many or too long headers. Nothing was kept.")
	case networkError(err) != nil, !f.source.whole() && (errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)):
		return interrupted(err)
	}
	return fault.Wrap(err, fault.Invalid, "The form cannot be read: it is not written as multipart/form-data says. Nothing was kept.")
}
