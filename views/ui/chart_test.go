package ui

import (
	"math"
	"testing"
)

// The fields of a map fill it exactly, and the area of each field is proportional to the size of its cell.
func TestAreaMapDrawsProportionalAreas(t *testing.T) {
	t.Parallel()
	sizes := []int64{48000, 26000, 21000, 9000, 4000, 4000, 900, 12, 1}
	p := AreaMapProps{}
	total := 0.0
	for _, s := range sizes {
		p.Cells = append(p.Cells, MapCell{Size: &s})
		total += float64(s)
	}
	got := p.fields()
	if len(got) != len(sizes) {
		t.Fatalf("%d fields for %d cells", len(got), len(sizes))
	}
	for i, f := range got {
		want := float64(sizes[i]) / total * mapWidth * mapHeight
		if math.Abs(f.w*f.h-want) > 0.001*mapWidth {
			t.Errorf("field %d has %.1f, want %.1f", i, f.w*f.h, want)
		}
		if f.x < 0 || f.y < 0 || f.x+f.w > mapWidth+0.01 || f.y+f.h > mapHeight+0.01 {
			t.Errorf("field %d leaves the map: %+v", i, f)
		}
	}
}

func TestChartsAcceptMissingValues(t *testing.T) {
	t.Parallel()
	if got := (AreaMapProps{}).fields(); len(got) != 0 {
		t.Errorf("fields of nothing: %v", got)
	}
	bars := BarChartProps{Bars: []Bar{{Label: "a"}}}
	if got := bars.length(bars.Bars[0]); got != "0" {
		t.Errorf("the bar of an unknown value is %s long", got)
	}
	columns := ColumnChartProps{Points: []Point{{Label: "a"}}}
	if got := columns.column(0).height; got != "0" {
		t.Errorf("the column of an unknown value is %s high", got)
	}
}
