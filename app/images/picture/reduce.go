package picture

import (
	"image"
	"image/draw"
)

// reduced returns a part of the picture in a smaller size. Each pixel is the mean of the area that it replaces. Rows are
// read one by one, so that it needs no memory besides the result. Deep colours become eight bits.
func reduced(src image.Image, part image.Rectangle, w, h int) *image.NRGBA {
	r := reduction{
		to: image.NewNRGBA(image.Rect(0, 0, w, h)), line: make([]uint64, 4*w), sum: make([]uint64, 4*w),
		area: uint64(part.Dx() * part.Dy()),
	}
	row := image.NewRGBA(image.Rect(0, 0, part.Dx(), 1))
	tall := part.Dy()
	for y := range tall {
		draw.Draw(row, row.Bounds(), src, image.Pt(part.Min.X, part.Min.Y+y), draw.Src)
		r.squeeze(row.Pix, part.Dx(), w)
		// In units of 1/h of a row, a row of the result is as high as the part.
		at := y * h / tall
		end := (at + 1) * tall
		first := min((y+1)*h, end) - y*h
		r.addRow(uint64(first))
		if (y+1)*h >= end {
			r.finish(at)
			r.addRow(uint64(h - first))
		}
	}
	return r.to
}

// reduction is the state of a reduction: line is the row that was read, in the new width, and sum the row that is being
// made.
type reduction struct {
	to        *image.NRGBA
	line, sum []uint64
	area      uint64 // what the weights of a pixel come to
}

// squeeze reduces a row of premultiplied colours to the new width.
func (r *reduction) squeeze(pix []uint8, wide, w int) {
	clear(r.line)
	for x := range wide {
		at := x * w / wide
		end := (at + 1) * wide
		first := min((x+1)*w, end) - x*w
		for c := range 4 {
			value := uint64(pix[4*x+c])
			r.line[4*at+c] += value * uint64(first)
			if first < w {
				r.line[4*at+4+c] += value * uint64(w-first)
			}
		}
	}
}

func (r *reduction) addRow(weight uint64) {
	if weight == 0 {
		return
	}
	for i, value := range r.line {
		r.sum[i] += value * weight
	}
}

// finish writes the finished row and begins the next.
func (r *reduction) finish(y int) {
	pix := r.to.Pix[r.to.PixOffset(0, y):]
	for at := 0; at < len(r.sum); at += 4 {
		opacity := r.sum[at+3]
		if opacity == 0 {
			continue
		}
		for c := range 3 {
			pix[at+c] = uint8((r.sum[at+c]*255 + opacity/2) / opacity)
		}
		pix[at+3] = uint8((opacity + r.area/2) / r.area)
	}
	clear(r.sum)
}
