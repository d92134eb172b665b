// Package static holds what the browser loads: stylesheets, scripts, icons. Every file has an address that changes with its
// content, so that it may be cached for ever. The layers of the stylesheet are joined into one file. It imports nothing
// of the application and knows no HTTP framework: app/web serves what Open returns.
package static

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"mime"
	"path"
	"strings"
	"sync"
)

// Prefix is the path under which the files are served.
const Prefix = "/static/"

// Stylesheet is the name of the joined layers.
const Stylesheet = "css/app.css"

//go:embed css/*.css js icons
var files embed.FS

// layers are the parts of the stylesheet in the order of their precedence.
var layers = []string{"reset", "tokens", "base", "layout", "components", "shell", "pages"}

// File is what the browser loads from one address.
type File struct {
	Data        []byte
	ContentType string
	packed      map[string]func() []byte // by content coding, packed once; nil: packing does not make it smaller
}

// Codings are the content codings in which files are packed, the best first.
var Codings = []string{"br", "gzip"}

// Packed returns the content in the coding, one of Codings. ok is false if the file is only served as it is.
func (f File) Packed(coding string) (data []byte, ok bool) {
	pack, ok := f.packed[coding]
	if !ok {
		return nil, false
	}
	return pack(), true
}

type bundle struct {
	urls  map[string]string // name -> URL
	files map[string]File   // hashed name -> content
}

var load = sync.OnceValue(func() bundle {
	b := bundle{urls: map[string]string{}, files: map[string]File{}}
	b.add(Stylesheet, stylesheet())
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) == ".css" || path.Ext(name) == ".txt" {
			return err
		}
		data, err := files.ReadFile(name)
		if err != nil {
			return err
		}
		b.add(name, data)
		return nil
	})
	if err != nil {
		panic("static: embedded files are unreadable: " + err.Error())
	}
	return b
})

// URL returns the address of a file by its name, such as "js/app.js" or Stylesheet. A name that does not exist is a mistake in
// the program and panics; a test walks all names the pages use.
func URL(name string) string {
	url, ok := load().urls[name]
	if !ok {
		panic("static: no file " + name)
	}
	return url
}

// Open returns the file behind a URL's path, with or without Prefix. Only the present hash is known.
func Open(hashed string) (f File, ok bool) {
	f, ok = load().files[strings.TrimPrefix(hashed, Prefix)]
	return f, ok
}

func (b bundle) add(name string, data []byte) {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	hashed := strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:6]) + ext
	b.urls[name] = Prefix + hashed
	f := File{Data: data, ContentType: contentType(ext)}
	if !strings.HasPrefix(f.ContentType, "image/") || ext == ".svg" {
		f.packed = map[string]func() []byte{
			"br":   sync.OnceValue(func() []byte { return brotliOf(data) }),
			"gzip": sync.OnceValue(func() []byte { return gzipOf(data) }),
		}
	}
	b.files[hashed] = f
}

func contentType(ext string) string {
	switch ext {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	}
	return mime.TypeByExtension(ext)
}

func stylesheet() []byte {
	var b bytes.Buffer
	for _, layer := range layers {
		data, err := files.ReadFile("css/" + layer + ".css")
		if err != nil {
			panic("static: " + err.Error())
		}
		b.Write(data)
	}
	return b.Bytes()
}
