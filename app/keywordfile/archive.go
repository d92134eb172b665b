package keywordfile

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
)

// maxFiles is how many files of a zip are looked at.
const maxFiles = 100

// documents are zips that are no archives, by a file that each has.
var documents = map[string]string{
	"word/document.xml": "a Word document", "ppt/presentation.xml": "a presentation", "content.xml": "an OpenDocument file", "Index/Document.iwa": "an Apple document",
}

// openZip opens what is packed as a zip: a workbook, or an archive of files.
func openZip(name string, data []byte) (parts []part, closing func() error, err error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, nil, refusal("%s is a damaged zip or workbook. Download it again.", name)
	}
	workbook, unpacked := false, uint64(0)
	for _, file := range archive.File {
		workbook = workbook || file.Name == "xl/workbook.xml"
		unpacked += file.UncompressedSize64
		if what, ok := documents[file.Name]; ok {
			return nil, nil, refusal("%s is %s, no keyword table. Save it as CSV or as an Excel workbook (.xlsx), then drop that file.", name, what)
		}
	}
	if unpacked > MaxUnpacked {
		return nil, nil, refusal("%s unpacks to more than %d MB. Export fewer keywords at once, or split the file.", name, MaxUnpacked>>20)
	}
	if workbook {
		return openWorkbook(name, data)
	}
	parts, err = openArchive(name, archive)
	return parts, func() error { return nil }, err
}

// openArchive returns the files of a zip, such as Search Console's. Files that cannot be a list are parts that say why.
func openArchive(name string, archive *zip.Reader) ([]part, error) {
	var parts []part
	left := int64(MaxUnpacked)
	for _, file := range archive.File {
		title := path.Base(strings.ReplaceAll(file.Name, `\`, "/"))
		if file.FileInfo().IsDir() || strings.HasPrefix(title, ".") || strings.HasPrefix(file.Name, "__MACOSX/") {
			continue
		}
		if len(parts) == maxFiles {
			return nil, refusal("%s has more than %d files. Drop only the keyword files inside.", name, maxFiles)
		}
		content, err := unpack(file, min(MaxBytes, left))
		if errors.Is(err, errTooLarge) {
			return nil, refusal("%s unpacks to more than is read: %s is too large. Drop fewer or smaller files.", name, title)
		}
		if err != nil {
			return nil, refusal("%s is a damaged zip: %s cannot be unpacked. Download it again.", name, title)
		}
		left -= int64(len(content))
		p, err := inside(title, content)
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
	}
	return parts, nil
}

var errTooLarge = errors.New("too large")

// unpack reads a file of the archive. Its declared size is not believed.
func unpack(file *zip.File, limit int64) ([]byte, error) {
	r, err := file.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	content, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(content)) > limit {
		err = errTooLarge
	}
	return content, err
}

// inside is a file of a zip as a part. One that is no text is skipped with the reason, not refused: the others may be good.
func inside(title string, content []byte) (part, error) {
	var refused *Refusal
	err := refuse(title, content)
	if err == nil && bytes.HasPrefix(content, []byte(zipMagic)) {
		err = refusal("%s is a workbook or zip inside of a zip. Drop it by itself.", title)
	}
	p := part{name: title}
	if err == nil {
		p, err = textPart(title, content)
		p.name = title
	}
	if errors.As(err, &refused) {
		return part{name: title, refusal: refused.Sentence}, nil
	}
	return p, err
}
