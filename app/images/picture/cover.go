package picture

import (
	"hash/fnv"
	"image"
	"image/color"
	"image/draw"
	"math"
	"math/rand/v2"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// The size of drawings. It is the shape that social networks show, so that they cut nothing off.
const (
	drawnWidth  = 1600
	drawnHeight = 840
	margin      = 96
)

// Palette holds the colours of a site.
type Palette struct{ Paper, Ink, Accent color.NRGBA }

// PaletteOf returns the colours that the theme gives a site of the type (views/themes/site.css).
func PaletteOf(siteType string) Palette {
	p := Palette{
		Paper: color.NRGBA{0xfc, 0xfa, 0xf6, 255}, Ink: color.NRGBA{0x1f, 0x22, 0x28, 255},
		Accent: color.NRGBA{0xa6, 0x3a, 0x16, 255},
	}
	switch siteType {
	case "ecommerce":
		p.Accent = color.NRGBA{0x1b, 0x6a, 0x4c, 255}
	case "company":
		p.Accent = color.NRGBA{0x1f, 0x4f, 0x94, 255}
	}
	return p
}

// Drawing describes a picture to draw. The same value gives the same pixels.
type Drawing struct {
	Title   string // set in large letters; empty: shapes alone
	Name    string // of the site, in small ones
	Palette Palette
	Seed    string // drawings of different seeds differ
}

// Draw draws shapes, the title and the name. It omits a title with letters that the font does not have.
func Draw(d Drawing) *image.NRGBA {
	hash := fnv.New64a()
	_, _ = hash.Write([]byte(d.Seed))
	c := canvas{
		to: image.NewNRGBA(image.Rect(0, 0, drawnWidth, drawnHeight)), palette: d.Palette, chance: rand.New(rand.NewPCG(hash.Sum64(), 8)),
	}
	dark := c.chance.IntN(3) == 0
	if dark {
		c.palette.Paper, c.palette.Ink = shade(d.Palette.Accent, 0.55), d.Palette.Paper
		c.palette.Accent = tint(d.Palette.Accent, 0.35)
	}
	draw.Draw(c.to, c.to.Bounds(), image.NewUniform(c.palette.Paper), image.Point{}, draw.Src)
	shapes := []func(){c.arcs, c.bars, c.hills, c.tiles}
	shapes[c.chance.IntN(len(shapes))]()
	c.letters(d.Title, d.Name)
	return c.to
}

// canvas is an unfinished drawing.
type canvas struct {
	to      *image.NRGBA
	palette Palette
	chance  *rand.Rand
}

type point struct{ x, y float64 }

// fill fills an outline, which may extend beyond the edges. It works only on the area of the outline.
func (c canvas) fill(with color.NRGBA, outline []point) {
	low, high := point{drawnWidth, drawnHeight}, point{}
	for _, p := range outline {
		low = point{min(low.x, p.x), min(low.y, p.y)}
		high = point{max(high.x, p.x), max(high.y, p.y)}
	}
	box := image.Rect(int(low.x), int(low.y), int(high.x)+1, int(high.y)+1).Intersect(c.to.Bounds())
	if box.Empty() {
		return
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	for i, p := range outline {
		x, y := float32(p.x)-float32(box.Min.X), float32(p.y)-float32(box.Min.Y)
		if i == 0 {
			r.MoveTo(x, y)
			continue
		}
		r.LineTo(x, y)
	}
	r.ClosePath()
	r.Draw(c.to, box, image.NewUniform(with), image.Point{})
}

// tone returns a colour between the paper and the accent.
func (c canvas) tone(share float64) color.NRGBA {
	return mixed(c.palette.Paper, c.palette.Accent, share)
}

func (c canvas) disc(x, y, radius float64, with color.NRGBA) {
	const steps = 180
	outline := make([]point, steps)
	for i := range outline {
		a := 2 * math.Pi * float64(i) / steps
		outline[i] = point{x + radius*math.Cos(a), y + radius*math.Sin(a)}
	}
	c.fill(with, outline)
}

func (c canvas) box(x, y, w, h float64, with color.NRGBA) {
	draw.Draw(c.to, image.Rect(int(x), int(y), int(x+w), int(y+h)), image.NewUniform(with), image.Point{}, draw.Src)
}

// arcs draws rings around a point on the right.
func (c canvas) arcs() {
	x, y := drawnWidth*(0.86+0.1*c.chance.Float64()), drawnHeight*(0.15+0.7*c.chance.Float64())
	rings := 5 + c.chance.IntN(3)
	for i := range rings {
		share := 0.12 + 0.13*float64(i)
		if i == rings-1 {
			share = 1
		}
		c.disc(x, y, 560*(1-float64(i)/float64(rings)), c.tone(min(share, 1)))
	}
}

// bars draws columns that rise to the right.
func (c canvas) bars() {
	count := 6 + c.chance.IntN(3)
	width := drawnWidth * 0.4 / float64(count)
	for i := range count {
		height := drawnHeight * (0.15 + 0.7*float64(i)/float64(count) + 0.12*c.chance.Float64())
		c.box(drawnWidth*0.6+float64(i)*width, drawnHeight-height, width*0.82, height, c.tone(0.15+0.85*float64(i)/float64(count-1)))
	}
}

// hills draws waves along the lower edge, under a sun.
func (c canvas) hills() {
	c.disc(drawnWidth*(0.72+0.18*c.chance.Float64()), drawnHeight*0.3, 130, c.tone(1))
	for i := range 4 {
		base, height, phase := drawnHeight*(0.74+0.08*float64(i)), 40+50*c.chance.Float64(), 6*c.chance.Float64()
		outline := []point{{0, drawnHeight}}
		for x := 0.0; x <= drawnWidth; x += 20 {
			outline = append(outline, point{x, base + height*math.Sin(phase+x/260)})
		}
		c.fill(c.tone(0.14+0.16*float64(i)), append(outline, point{drawnWidth, drawnHeight}))
	}
}

// tiles draws squares and quarter discs in a grid on the right.
func (c canvas) tiles() {
	const side = 168.0
	for row := range 5 {
		for column := range 4 {
			x, y := drawnWidth-side*float64(4-column), side*float64(row)
			with := c.tone([]float64{0.1, 0.25, 0.5, 1}[c.chance.IntN(4)])
			switch c.chance.IntN(3) {
			case 0:
				c.box(x, y, side, side, with)
			case 1:
				c.disc(x+side/2, y+side/2, side/2, with)
			}
		}
	}
}

// letters writes the title on the left, as large as its length allows, and the name below it.
func (c canvas) letters(title, name string) {
	title, name = strings.Join(strings.Fields(title), " "), strings.Join(strings.Fields(name), " ")
	const wide = drawnWidth*0.56 - margin
	y := float64(margin)
	if spelt(gobold.TTF, title) {
		for _, size := range []float64{104, 88, 74, 62, 52} {
			face := mustFace(gobold.TTF, size)
			lines := folded(face, title, wide)
			if tooTall := float64(len(lines))*size*1.18 > drawnHeight-3*margin; tooTall && size > 52 {
				continue
			}
			for _, line := range lines[:min(len(lines), 7)] {
				y += size * 1.18
				c.write(face, c.palette.Ink, margin, y-size*0.18, line)
			}
			break
		}
		c.box(margin, margin-40, 120, 12, c.palette.Accent)
	}
	if spelt(goregular.TTF, name) {
		face := mustFace(goregular.TTF, 34)
		if lines := folded(face, name, wide); len(lines) > 0 {
			c.write(face, c.palette.Ink, margin, drawnHeight-margin+20, lines[0])
		}
	}
}

func (c canvas) write(face font.Face, with color.NRGBA, x, y float64, text string) {
	drawer := font.Drawer{Dst: c.to, Src: image.NewUniform(with), Face: face, Dot: fixed.P(int(x), int(y))}
	drawer.DrawString(text)
}

// folded returns the lines of the text, each at most as wide as wide, except for a word that is wider.
func folded(face font.Face, text string, wide float64) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		last := len(lines) - 1
		if last >= 0 && float64(font.MeasureString(face, lines[last]+" "+word).Round()) <= wide {
			lines[last] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}

// spelt reports whether the font has all the letters of the text.
func spelt(ttf []byte, text string) bool {
	parsed, err := opentype.Parse(ttf)
	if err != nil || text == "" {
		return false
	}
	var buffer sfnt.Buffer
	for _, r := range text {
		if glyph, err := parsed.GlyphIndex(&buffer, r); err != nil || glyph == 0 {
			return false
		}
	}
	return true
}

// mustFace returns the font in a size. The fonts are part of the program, so it panics on an error.
func mustFace(ttf []byte, size float64) font.Face {
	parsed, err := opentype.Parse(ttf)
	if err != nil {
		panic(err)
	}
	face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		panic(err)
	}
	return face
}

func mixed(a, b color.NRGBA, share float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*share) }
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}

func shade(c color.NRGBA, share float64) color.NRGBA {
	return mixed(c, color.NRGBA{0, 0, 0, 255}, share)
}

func tint(c color.NRGBA, share float64) color.NRGBA {
	return mixed(c, color.NRGBA{255, 255, 255, 255}, share)
}
