package picture

import (
	"image"
	"slices"
)

// Cut says which part of a picture is shown. Its zero value is all of it, with the focus in the middle.
type Cut struct {
	Ratio  string `json:"ratio,omitempty"` // one of Ratios; empty: X, Y, Width and Height, and with Width 0 all
	X      int    `json:"x,omitempty"`     // pixels of the whole picture
	Y      int    `json:"y,omitempty"`
	Width  int    `json:"width,omitempty"`
	Height int    `json:"height,omitempty"`
	FocusX int    `json:"focus_x,omitempty"` // percent of the whole picture from its left; see Focus
	FocusY int    `json:"focus_y,omitempty"` // and from its top; 0, 0: the middle
}

// Ratio is a shape that people choose by name.
type Ratio struct {
	Name          string
	Width, Height int
}

// Ratios returns the shapes, the widest first.
func Ratios() []Ratio {
	return []Ratio{{"2:1", 2, 1}, {"16:9", 16, 9}, {"3:2", 3, 2}, {"4:3", 4, 3}, {"1:1", 1, 1}, {"3:4", 3, 4}, {"9:16", 9, 16}}
}

// KnownRatio reports whether there is a shape of the name.
func KnownRatio(name string) bool {
	return slices.ContainsFunc(Ratios(), func(r Ratio) bool { return r.Name == name })
}

// Of returns the part of a picture of the size, never empty and never outside.
func (c Cut) Of(w, h int) image.Rectangle {
	whole := image.Rect(0, 0, w, h)
	for _, r := range Ratios() {
		if r.Name == c.Ratio {
			return c.around(whole, whole, r.Width, r.Height)
		}
	}
	if c.Width <= 0 || c.Height <= 0 {
		return whole
	}
	part := image.Rect(c.X, c.Y, c.X+c.Width, c.Y+c.Height).Intersect(whole)
	if part.Empty() {
		return whole
	}
	return part
}

// ShareOf returns the part for social networks: as much of the cut as their shape can hold.
func (c Cut) ShareOf(w, h int) image.Rectangle {
	return c.around(image.Rect(0, 0, w, h), c.Of(w, h), ShareWidth, ShareHeight)
}

// around returns the largest rectangle of the shape inside a part of the whole picture, with the focus as close to its
// middle as possible.
func (c Cut) around(whole, within image.Rectangle, ratioW, ratioH int) image.Rectangle {
	w, h := within.Dx(), within.Dx()*ratioH/ratioW
	if h > within.Dy() {
		w, h = within.Dy()*ratioW/ratioH, within.Dy()
	}
	w, h = max(w, 1), max(h, 1)
	fx, fy := c.Focus()
	x := min(max(whole.Dx()*fx/100-w/2, within.Min.X), within.Max.X-w)
	y := min(max(whole.Dy()*fy/100-h/2, within.Min.Y), within.Max.Y-h)
	return image.Rect(x, y, x+w, y+h)
}

// Focus returns the point that must stay visible, in percent of the whole picture.
func (c Cut) Focus() (x, y int) {
	if c.FocusX == 0 && c.FocusY == 0 {
		return 50, 50
	}
	return c.FocusX, c.FocusY
}
