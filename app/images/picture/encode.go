package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"

	"github.com/gen2brain/webp"
)

// Written is a picture as a file.
type Written struct {
	Type          Type
	Width, Height int
	Data          []byte
}

// quality is that of the files for readers. effort is from 0 to 6: 4 makes files 6% smaller in three times the time.
const (
	quality = 82
	effort  = 2
)

// The size that social networks show beside a link.
const (
	ShareWidth  = 1200
	ShareHeight = 630
)

// widths are the widths of the files that are made of a picture, as far as it is wide enough.
var widths = []int{320, 640, 1280, 1920}

// Sizes returns the files of a part of the picture, the narrowest first. The widest is the part itself, at most 1,920 pixels
// wide.
func Sizes(m *image.NRGBA, part image.Rectangle) ([]Written, error) {
	var all []Written
	widest := min(part.Dx(), widths[len(widths)-1])
	for _, width := range append(widths[:len(widths):len(widths)], widest) {
		// A size close to the widest saves too little.
		if width > widest || (width != widest && width*5 > widest*4) {
			continue
		}
		if n := len(all); n > 0 && all[n-1].Width == width {
			continue
		}
		file, err := Write(Scaled(m, part, width, max(1, part.Dy()*width/part.Dx())))
		if err != nil {
			return nil, err
		}
		all = append(all, file)
	}
	return all, nil
}

// Thumb returns a small file of the whole picture, for lists.
func Thumb(m *image.NRGBA) (Written, error) { return Write(fitted(m, 480)) }

// ShareFile returns a part of the picture for social networks: a JPEG, which all of them can read.
func ShareFile(m *image.NRGBA, part image.Rectangle) (Written, error) {
	data, err := encodeJPEG(Scaled(flattened(m), part, ShareWidth, ShareHeight), quality)
	return Written{Type: JPEG, Width: ShareWidth, Height: ShareHeight, Data: data}, err
}

// Write returns the picture as a WebP.
func Write(m *image.NRGBA) (Written, error) {
	var out bytes.Buffer
	err := webp.Encode(&out, m, webp.Options{Quality: quality, Method: effort})
	return Written{Type: WebP, Width: m.Bounds().Dx(), Height: m.Bounds().Dy(), Data: out.Bytes()}, err
}

func encodeJPEG(m *image.NRGBA, quality int) ([]byte, error) {
	var out bytes.Buffer
	err := jpeg.Encode(&out, m, &jpeg.Options{Quality: quality})
	return out.Bytes(), err
}

func encodePNG(m *image.NRGBA) ([]byte, error) {
	var out bytes.Buffer
	err := png.Encode(&out, m)
	return out.Bytes(), err
}
