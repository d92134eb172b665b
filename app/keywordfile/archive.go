package keywordfile

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"path"
	"strings"

	"igny8/app/spill"
)

const (
	// MaxUnpacked is the most bytes that a workbook or zip may unpack to. A small file that unpacks to more is a bomb.
	MaxUnpacked = 300 << 20
	maxFiles    = 100    // files of a zip, or sheets of a workbook, that are read
	maxEntries  = 10_000 // in the directory of a zip
)

// documents are formats that are zips but no archives, by a file that each contains.
var documents = map[string]string{
	"word/document.xml": "a Word document", "ppt/presentation.xml": "a presentation", "content.xml": "an OpenDocument file", "Index/Document.iwa": "an Apple document",
}

// openZip reads a zip file: a workbook, or an archive of files.
func (g *gathering) openZip(src source, o Options) error {
	entries, err := entriesOf(src)
	if err != nil {
		return err
	}
	if entries > maxEntries {
		return refusal("%s has more than %d files. Drop only the keyword files inside.", g.file, maxFiles)
	}
	archive, err := zip.NewReader(src.data, src.size)
	if err != nil {
		return refusal("%s is a damaged zip or workbook. Download it again.", g.file)
	}
	workbook, unpacked := false, uint64(0)
	for _, file := range archive.File {
		workbook = workbook || file.Name == "xl/workbook.xml"
		if what, ok := documents[file.Name]; ok {
			return refusal("%s is %s, no keyword table. Save it as CSV or as an Excel workbook (.xlsx), then drop that file.", g.file, what)
		}
		if unpacked += min(file.UncompressedSize64, MaxUnpacked+1); unpacked > MaxUnpacked {
			return tooMuchUnpacked(g.file)
		}
	}
	files := &unpacking{ctx: src.ctx, name: g.file, left: MaxUnpacked}
	if workbook {
		return g.openWorkbook(archive, files, o)
	}
	return g.openArchive(archive, files, o)
}

func tooMuchUnpacked(name string) error {
	return refusal("%s unpacks to more than %d MB. Export fewer keywords at once, or split the file.", name, MaxUnpacked>>20)
}

// entriesOf counts the possible entries of a zip's directory before the directory is parsed: each begins with the same four bytes.
func entriesOf(src source) (count int, err error) {
	const mark = "PK\x01\x02"
	r, buffer, kept := src.from(0), make([]byte, 64<<10), 0
	for {
		n, err := r.Read(buffer[kept:])
		read := buffer[:kept+n]
		count += bytes.Count(read, []byte(mark))
		if err != nil {
			return count, ended(err)
		}
		kept = copy(buffer, read[max(0, len(read)-len(mark)+1):])
	}
}

// unpacking unpacks files of a zip up to a total limit. It does not trust their declared sizes.
type unpacking struct {
	ctx  context.Context
	name string // of the zip
	left int64
}

func (u *unpacking) open(file *zip.File) (io.ReadCloser, error) {
	r, err := file.Open()
	if err != nil {
		return nil, err
	}
	return unpacked{u, r}, nil
}

type unpacked struct {
	of *unpacking
	io.ReadCloser
}

func (u unpacked) Read(b []byte) (int, error) {
	if err := u.of.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := u.ReadCloser.Read(b)
	if u.of.left -= int64(n); u.of.left < 0 {
		return 0, tooMuchUnpacked(u.of.name)
	}
	return n, err
}

// openArchive reads the files of a zip, such as an export of Search Console. A file that cannot be a list becomes a part with the reason.
func (g *gathering) openArchive(archive *zip.Reader, files *unpacking, o Options) error {
	var found []*zip.File
	for _, file := range archive.File {
		title := titleOf(file)
		if file.FileInfo().IsDir() || strings.HasPrefix(title, ".") || strings.HasPrefix(file.Name, "__MACOSX/") {
			continue
		}
		if len(found) == maxFiles {
			return refusal("%s has more than %d files. Drop only the keyword files inside.", g.file, maxFiles)
		}
		found = append(found, file)
	}
	return g.readAll(len(found), func(visit func(part) error) error {
		for _, file := range found {
			if err := files.unpack(file, visit); err != nil {
				return err
			}
		}
		return nil
	}, o)
}

func titleOf(file *zip.File) string { return cut(path.Base(strings.ReplaceAll(file.Name, `\`, "/"))) }

// unpack unpacks the file into a temporary file and calls visit with it as a part.
func (u *unpacking) unpack(file *zip.File, visit func(part) error) error {
	title := titleOf(file)
	whole, err := spill.Temp()
	if err != nil {
		return err
	}
	defer func() { _ = whole.Close() }()
	size, err := u.copy(whole, file)
	var refused *Refusal
	switch {
	case errors.As(err, &refused) || u.ctx.Err() != nil:
		return err
	case err != nil:
		return refusal("%s is a damaged zip: %s cannot be unpacked. Download it again.", u.name, title)
	case size > MaxBytes:
		return refusal("%s unpacks to more than is read: %s is too large. Drop fewer or smaller files.", u.name, title)
	}
	p, err := inside(u.name, title, source{u.ctx, whole, size})
	if err != nil {
		return err
	}
	return visit(p)
}

func (u *unpacking) copy(to io.Writer, file *zip.File) (size int64, err error) {
	r, err := u.open(file)
	if err != nil {
		return 0, err
	}
	defer func() { _ = r.Close() }()
	return io.Copy(to, io.LimitReader(r, MaxBytes+1))
}

// inside returns a file of a zip as a part. A file that is no text is skipped with the reason and not refused, because the others may be
// valid.
func inside(name, title string, src source) (part, error) {
	var refused *Refusal
	head, err := refuse(title, src)
	if err == nil && bytes.HasPrefix(head, []byte(zipMagic)) {
		err = refusal("%s is a workbook or zip inside of a zip. Drop it by itself.", title)
	}
	p := part{name: title}
	if err == nil {
		p, err = textPart(title+" in "+name, src, head)
		p.name = title
	}
	if errors.As(err, &refused) {
		return part{name: title, refusal: refused.Sentence}, nil
	}
	return p, err
}
