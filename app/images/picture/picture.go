// Package picture reads uploaded pictures, cuts them, makes their sizes and draws covers. It trusts no name and no header:
// the content decides what a file is, and a file that would take too much memory is refused before it is decoded. Everything
// that is stored was decoded and encoded again, rotated as its camera says, so that only pixels remain: no place, no name of
// a camera, no script.
//
// Readers get WebP, written by gen2brain/webp: libwebp as WebAssembly in wazero, so that no C compiler is needed. The
// encoders in pure Go know only lossless WebP, which makes photographs ten times as large as JPEG. Built without the tag
// nodynamic it uses the libwebp of the machine, if there is one.
package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math"
	"runtime/debug"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/webp"

	"igny8/app/fault"
)

// The limits of input.
const (
	MaxBytes  = 20 << 20
	MaxPixels = 40_000_000 // four bytes each in memory
	MaxSide   = 16_000
	MinSide   = 16
	keptSide  = 2560 // the longer side of what is stored
)

// Type is a media type.
type Type string

// The types that can be read. JPEG, PNG and WebP can also be written.
const (
	JPEG Type = "image/jpeg"
	PNG  Type = "image/png"
	WebP Type = "image/webp"
	GIF  Type = "image/gif"
)

// Types returns the types that are written.
func Types() []Type { return []Type{JPEG, PNG, WebP} }

// Extension returns the extension of a file of the type.
func (t Type) Extension() string {
	switch t {
	case JPEG:
		return ".jpg"
	case PNG:
		return ".png"
	case GIF:
		return ".gif"
	}
	return ".webp"
}

// codec reads one type.
type codec struct {
	size   func([]byte) (image.Config, error)
	decode func([]byte) (image.Image, error)
}

var codecs = map[Type]codec{
	JPEG: {
		func(b []byte) (image.Config, error) { return jpeg.DecodeConfig(bytes.NewReader(b)) },
		func(b []byte) (image.Image, error) { return jpeg.Decode(bytes.NewReader(b)) },
	},
	PNG: {
		func(b []byte) (image.Config, error) { return png.DecodeConfig(bytes.NewReader(b)) },
		func(b []byte) (image.Image, error) { return png.Decode(bytes.NewReader(b)) },
	},
	WebP: {
		func(b []byte) (image.Config, error) { return webp.DecodeConfig(bytes.NewReader(b)) },
		func(b []byte) (image.Image, error) { return webp.Decode(bytes.NewReader(b)) },
	},
	GIF: {
		func(b []byte) (image.Config, error) { return gif.DecodeConfig(bytes.NewReader(b)) },
		func(b []byte) (image.Image, error) { return gif.Decode(bytes.NewReader(b)) },
	},
}

// Read decodes a JPEG, PNG, WebP or the first frame of a GIF, turns it upright and reduces its longer side to at most 2,560
// pixels and deep colours to eight bits. It refuses everything else, and what would take too much memory, with a sentence
// for people. Call it within Alone.
func Read(data []byte) (*image.NRGBA, error) {
	t, err := sniff(data)
	if err != nil {
		return nil, err
	}
	c := codecs[t]
	size, err := c.size(data)
	if err != nil {
		return nil, broken(err)
	}
	if err := bounded(size); err != nil {
		return nil, err
	}
	takes := memory(t, data, size)
	if takes > mostMemory {
		return nil, fault.New(fault.TooLarge, "The picture is %d by %d pixels in a form that takes too much memory to read: 16 bits a colour, interlaced or progressive. "+
			"Save it with 8 bits a colour in one pass, or make it smaller, and add it again.", size.Width, size.Height)
	}
	decoded, err := c.decode(data)
	if err != nil {
		return nil, broken(err)
	}
	// The decoded size may differ from the size in the header.
	if err := bounded(image.Config{Width: decoded.Bounds().Dx(), Height: decoded.Bounds().Dy()}); err != nil {
		return nil, err
	}
	fit := fitted(decoded, keptSide)
	if decoded = nil; takes > 32<<20 {
		debug.FreeOSMemory() // before the sizes are made, so that the two need not fit into memory together
	}
	return upright(fit, orientation(t, data)), nil
}

func bounded(size image.Config) error {
	w, h := size.Width, size.Height
	if w > MaxSide || h > MaxSide || w*h > MaxPixels {
		return fault.New(fault.TooLarge, "The picture is %d by %d pixels, which is more than is read here (40 megapixels, and 16,000 on one side). Make it smaller and add it again.", w, h)
	}
	if w < MinSide || h < MinSide {
		return fault.New(fault.Invalid, "The picture is %d by %d pixels; it needs at least %d on each side.", w, h, MinSide)
	}
	return nil
}

func broken(cause error) error {
	return fault.Wrap(cause, fault.Invalid, "The picture cannot be read: the file is damaged or not complete. Save it anew in a graphics program and add it again.")
}

// sniff returns the type of the content, whatever the file is called.
func sniff(data []byte) (Type, error) {
	refuse := func(format string, args ...any) (Type, error) {
		return "", fault.New(fault.Invalid, format+" Add a JPEG, PNG, WebP or GIF.", args...)
	}
	has := func(at int, magic string) bool {
		return len(data) >= at+len(magic) && string(data[at:at+len(magic)]) == magic
	}
	switch {
	case len(data) == 0:
		return refuse("The file is empty.")
	case len(data) > MaxBytes:
		return "", fault.New(fault.TooLarge, "The file is larger than %d MB. Make the picture smaller and add it again.", MaxBytes>>20)
	case has(0, "\xff\xd8\xff"):
		return JPEG, nil
	case has(0, "\x89PNG\r\n\x1a\n"):
		return PNG, nil
	case has(0, "RIFF") && has(8, "WEBP"):
		if has(12, "VP8X") && len(data) > 20 && data[20]&0x02 != 0 {
			return refuse("The WebP moves, and only still pictures are taken.")
		}
		return WebP, nil
	case has(0, "GIF87a"), has(0, "GIF89a"):
		return GIF, nil
	case has(4, "ftyp"):
		return refuse("The file is a HEIC, AVIF or video, which cannot be read here.")
	case has(0, "BM"), has(0, "II*\x00"), has(0, "MM\x00*"):
		return refuse("The file is a BMP or TIFF, which browsers do not all show.")
	case has(0, "%PDF"):
		return refuse("The file is a PDF, not a picture.")
	}
	head := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 1024)], "\xef\xbb\xbf \t\r\n"))
	if bytes.HasPrefix(head, []byte("<")) && bytes.Contains(head, []byte("<svg")) {
		return refuse("The file is an SVG. Drawings of that kind can carry scripts and are not taken.")
	}
	return refuse("The file is no picture, whatever its name says.")
}

// fitted returns the picture with its longer side at most as long as longest, as NRGBA from 0, 0.
func fitted(src image.Image, longest int) *image.NRGBA {
	b := src.Bounds()
	w, h := b.Dx(), b.Dy()
	if side := max(w, h); side > longest {
		w, h = max(1, w*longest/side), max(1, h*longest/side)
	}
	return Scaled(src, b, w, h)
}

// Scaled returns a part of the picture in another size.
func Scaled(src image.Image, part image.Rectangle, w, h int) *image.NRGBA {
	to := image.NewNRGBA(image.Rect(0, 0, w, h))
	if part.Dx() == w && part.Dy() == h {
		draw.Draw(to, to.Bounds(), src, part.Min, draw.Src)
		return to
	}
	if w <= part.Dx() && h <= part.Dy() {
		return reduced(src, part, w, h)
	}
	xdraw.CatmullRom.Scale(to, to.Bounds(), src, part, draw.Src, nil)
	return to
}

// opaque reports whether no pixel is transparent.
func opaque(m *image.NRGBA) bool { return m.Opaque() }

// Kept returns the picture in the form in which it is stored: PNG if it has transparency, else JPEG of high quality.
func Kept(m *image.NRGBA) ([]byte, Type, error) {
	if !opaque(m) {
		data, err := encodePNG(m)
		return data, PNG, err
	}
	data, err := encodeJPEG(m, 92)
	return data, JPEG, err
}

// Open decodes what Kept wrote.
func Open(data []byte) (*image.NRGBA, error) {
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if m, ok := decoded.(*image.NRGBA); ok {
		return m, nil
	}
	return fitted(decoded, math.MaxInt32), nil
}

// flattened returns the picture on white.
func flattened(m *image.NRGBA) *image.NRGBA {
	if opaque(m) {
		return m
	}
	to := image.NewNRGBA(m.Bounds())
	draw.Draw(to, to.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(to, to.Bounds(), m, m.Bounds().Min, draw.Over)
	return to
}
