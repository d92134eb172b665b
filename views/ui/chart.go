package ui

import (
	"math"
	"strconv"
)

// Bar is one row of a BarChart; a nil Value is unknown.
type Bar struct {
	Label string
	Value *int64
	Tone  Tone
	Href  string
}

// BarChartProps describes a chart that compares quantities.
type BarChartProps struct {
	Title string // says what is compared
	Head  string // the heading of the labels: "Intent"
	Unit  string // the heading of the numbers: "Searches a month"
	Bars  []Bar
}

func (p BarChartProps) length(b Bar) string {
	var longest int64
	for _, bar := range p.Bars {
		if bar.Value != nil {
			longest = max(longest, *bar.Value)
		}
	}
	if b.Value == nil || longest == 0 {
		return "0"
	}
	return number(float64(*b.Value) / float64(longest) * 100)
}

// Point is one column of a ColumnChart, in order; a nil Value is unknown.
type Point struct {
	Label string
	Value *int64
}

// ColumnChartProps describes a chart of a quantity over time.
type ColumnChartProps struct {
	Title  string
	Head   string // the heading of the labels: "Day"
	Unit   string // the heading of the numbers: "Credits"
	Points []Point
}

const (
	columnStep   = 20
	columnHeight = 120
)

type column struct{ x, y, height string }

func (p ColumnChartProps) width() string { return strconv.Itoa(len(p.Points) * columnStep) }

func (p ColumnChartProps) top() int64 {
	var top int64
	for _, point := range p.Points {
		if point.Value != nil {
			top = max(top, *point.Value)
		}
	}
	return top
}

func (p ColumnChartProps) column(i int) column {
	x := number(float64(i*columnStep) + 3)
	v := p.Points[i].Value
	if v == nil || *v <= 0 {
		return column{x: x, y: strconv.Itoa(columnHeight), height: "0"}
	}
	h := math.Max(2, float64(*v)/float64(p.top())*columnHeight)
	return column{x: x, y: number(columnHeight - h), height: number(h)}
}

// MapCell is one field of an AreaMap.
type MapCell struct {
	Label string
	Size  *int64 // its area; nil is unknown and gets the smallest field
	Tone  Tone   // its colour: Good covered, Warn in part, Plain not
	Note  string // the meaning of the colour in words: "covered by 3 pages"
	Href  string

	Inside []MapCell // its parts, largest first; drawn inside it if there is room
}

// AreaMapProps describes a map that shows parts of a whole as areas, such as clusters by demand.
type AreaMapProps struct {
	Title string
	Head  string // the heading of the labels: "Cluster"
	Unit  string // the heading of the sizes: "Demand"
	Cells []MapCell

	Legend []LegendEntry // what the colours mean
}

// LegendEntry says what a colour of an AreaMap means.
type LegendEntry struct {
	Tone Tone
	Text string
}

const (
	mapWidth  = 960.0
	mapHeight = 400.0
)

type frame struct{ x, y, w, h float64 }

type field struct {
	frame
	cell   MapCell
	parent string // the label of the cell it is drawn in
}

// labelHeight is the height of the line with a cell's label above the cells inside it.
const labelHeight = 24

// inside returns the space for the cells inside the field; ok is false if there is too little.
func (f field) inside() (room frame, ok bool) {
	room = frame{f.x + 3, f.y + labelHeight, f.w - 6, f.h - labelHeight - 3}
	return room, len(f.cell.Inside) > 0 && room.w > 60 && room.h > 30
}

func (f field) name() string {
	if f.parent == "" {
		return f.cell.Label
	}
	return f.parent + ": " + f.cell.Label
}

func (f field) shown() bool { return f.w > 56 && f.h > 22 }

// words returns as much of the label as fits into the field at the map's font size.
func (f field) words() string {
	letter := 7.5
	if len(f.cell.Inside) > 0 {
		letter = 8.6 // bold
	}
	room := int((f.w - 12) / letter)
	label := []rune(f.cell.Label)
	if len(label) <= room {
		return f.cell.Label
	}
	return string(label[:max(room-1, 1)]) + "…"
}

// fields lays out the cells, and the cells inside them if there is room, as rectangles that are nearly squares: Bruls, Huizing,
// van Wijk, Squarified Treemaps (2000). It takes the cells in their given order, largest first.
func (p AreaMapProps) fields() []field {
	var all []field
	for _, f := range squarify(p.Cells, frame{0, 0, mapWidth, mapHeight}) {
		all = append(all, f)
		room, ok := f.inside()
		if !ok {
			continue
		}
		for _, part := range squarify(f.cell.Inside, room) {
			part.parent = f.cell.Label
			all = append(all, part)
		}
	}
	return all
}

func squarify(cells []MapCell, in frame) []field {
	total := 0.0
	sizes := make([]float64, len(cells))
	for i, c := range cells {
		sizes[i] = 1
		if c.Size != nil {
			sizes[i] = math.Max(1, float64(*c.Size))
		}
		total += sizes[i]
	}
	out := make([]field, 0, len(cells))
	x, y, w, h := in.x, in.y, in.w, in.h
	for start := 0; start < len(sizes); {
		scale := w * h / total
		short := math.Min(w, h)
		end, sum := start+1, sizes[start]
		for end < len(sizes) && worst(sizes[start:end+1], sum+sizes[end], short, scale) <= worst(sizes[start:end], sum, short, scale) {
			sum += sizes[end]
			end++
		}
		thick := sum * scale / short
		at := 0.0
		for i := start; i < end; i++ {
			long := sizes[i] * scale / thick
			if w >= h {
				out = append(out, field{frame: frame{x, y + at, thick, long}, cell: cells[i]})
			} else {
				out = append(out, field{frame: frame{x + at, y, long, thick}, cell: cells[i]})
			}
			at += long
		}
		if w >= h {
			x, w = x+thick, w-thick
		} else {
			y, h = y+thick, h-thick
		}
		total -= sum
		start = end
	}
	return out
}

// worst returns the largest ratio of sides among the rectangles of a row along the short side.
func worst(sizes []float64, sum, short, scale float64) float64 {
	thick := sum * scale / short
	ratio := 0.0
	for _, s := range sizes {
		long := s * scale / thick
		ratio = math.Max(ratio, math.Max(long/thick, thick/long))
	}
	return ratio
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) }
