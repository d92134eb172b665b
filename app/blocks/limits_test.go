package blocks_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"igny8/app/blocks"
)

func TestFromHTMLRefusesLargeInput(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ markup, says string }{
		"more than 1 MB":          {"<p>" + strings.Repeat("word ", blocks.MaxMarkup/5) + "</p>", "1 MB"},
		"2,001 paragraphs":        {strings.Repeat("<p>hello</p>", blocks.MaxBlocks+1), "2000 paragraphs"},
		"80,000 equal paragraphs": {strings.Repeat("<p>hello</p>", 80_000), "2000 paragraphs"},
		"101 boxes":               {strings.Repeat("<div>", 101) + "deep", "100 levels"},
		"600 bold words":          {strings.Repeat("<strong>", 600) + "deep", "100 levels"},
		"200 lists":               {strings.Repeat("<ul><li>x", 200), "100 levels"},
		"wide cells":              {"<table>" + strings.Repeat("<tr><td colspan=50>x<td colspan=50>y", 400) + "</table>", "100 KB"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, err := blocks.FromHTML(context.Background(), c.markup)
			if !tooLarge(err) || !strings.Contains(err.Error(), c.says) || d != nil {
				t.Errorf("read %d blocks, %v; want a limit of %s", len(d), err, c.says)
			}
		})
	}
	if d := fromHTML(t, strings.Repeat("<p>hello</p>", blocks.MaxBlocks)); len(d) != blocks.MaxBlocks {
		t.Errorf("2,000 paragraphs are read as %d", len(d))
	}
	if d := fromHTML(t, strings.Repeat("<div>", 90)+"deep"); len(d) != 1 || d[0].Text != "deep" {
		t.Errorf("90 boxes are read as %v", d)
	}
}

func TestCleanRefusesLongDocuments(t *testing.T) {
	t.Parallel()
	d := blocks.Document{}
	for range blocks.MaxLength/(90<<10) + 1 {
		d = append(d, blocks.Block{Type: blocks.TypeCode, Text: strings.Repeat("x", 90<<10)})
	}
	var wrong *blocks.Error
	if _, err := d.Clean(context.Background()); !errors.As(err, &wrong) || !strings.Contains(err.Error(), "at most 2 MB") {
		t.Errorf("a text of %d blocks of 90 KB: %v", len(d), err)
	}
	clean(t, d[:len(d)-2])
}

func TestParseReportsAtMostAHundredFaults(t *testing.T) {
	t.Parallel()
	var fields []string
	for i := range 10_000 {
		fields = append(fields, fmt.Sprintf(`"f%d":1`, i))
	}
	_, err := blocks.Parse(context.Background(), []byte(`[{"type":"paragraph",`+strings.Join(fields, ",")+`}]`))
	var wrong *blocks.Error
	if !errors.As(err, &wrong) || len(wrong.Fields) != 100 {
		t.Errorf("10,000 unknown fields are %d faults", len(wrong.Fields))
	}
}

// ending is a context that ends after Err was called a number of times.
type ending struct {
	context.Context
	left int
}

func (e *ending) Err() error {
	if e.left--; e.left < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

// TestReadingStopsAtTheDeadline lets the deadline pass before the work begins, and in the middle of it.
func TestReadingStopsAtTheDeadline(t *testing.T) {
	t.Parallel()
	markup := strings.Repeat("<p>one <b>two</b> three</p>", 1_500)
	for _, left := range []int{0, 1, 3, 30} {
		ctx := &ending{context.Background(), left}
		if d, err := blocks.FromHTML(ctx, markup); !errors.Is(err, context.DeadlineExceeded) || d != nil {
			t.Errorf("FromHTML with %d looks at the deadline: %d blocks, %v", left, len(d), err)
		}
		ctx = &ending{context.Background(), left}
		if d, err := fromHTML(t, markup).Clean(ctx); !errors.Is(err, context.DeadlineExceeded) || d != nil {
			t.Errorf("Clean with %d looks at the deadline: %d blocks, %v", left, len(d), err)
		}
		ctx = &ending{context.Background(), left}
		if _, err := blocks.Parse(ctx, []byte(encode(t, fromHTML(t, markup)))); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Parse with %d looks at the deadline: %v", left, err)
		}
	}
}

// allocated returns the number of bytes that a function allocates. No other test may run at the same time.
func allocated(work func()) float64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}

// TestWorkGrowsLinearly doubles the input and expects about twice the allocations at most.
func TestWorkGrowsLinearly(t *testing.T) {
	repeated := func(before, each string, wanted int) string { return before + strings.Repeat(each, wanted) }
	read := func(markup string) func() {
		return func() {
			if _, err := blocks.FromHTML(context.Background(), markup); err != nil {
				t.Fatal(err)
			}
		}
	}
	var formatting strings.Builder
	for i := range 60 {
		fmt.Fprintf(&formatting, "<b a=%d>", i)
	}
	paragraphs := func(n int, text string) blocks.Document {
		d := make(blocks.Document, n)
		for i := range d {
			d[i] = blocks.Block{Type: blocks.TypeParagraph, Text: text}
		}
		return clean(t, d)
	}
	for name, c := range map[string]struct {
		size int
		work func(n int) func()
	}{
		"equal paragraphs":             {900, func(n int) func() { return read(repeated("", "<p>hello</p>", n)) }},
		"paragraphs of a quote":        {500, func(n int) func() { return read(repeated("<blockquote>", "<p>x</p>", n)) }},
		"words in nested tables":       {500, func(n int) func() { return read(repeated(strings.Repeat("<table><tr><td>", 30), "<b>x</b>", n)) }},
		"words in nested elements":     {500, func(n int) func() { return read(repeated(strings.Repeat("<span>", 90), "<b>x</b>", n) + "<p>") }},
		"words in nested lists":        {500, func(n int) func() { return read(repeated(strings.Repeat("<ul><li>", 45), "<b>x</b>", n)) }},
		"words in nested figures":      {500, func(n int) func() { return read(repeated(strings.Repeat("<figure>", 90), "<b>x</b>", n)) }},
		"paragraphs in open elements":  {450, func(n int) func() { return read(repeated(formatting.String(), "<p>x", n)) }},
		"lines":                        {2_000, func(n int) func() { return read(repeated(strings.Repeat(" ", 10_000), "<br>x", n)) }},
		"questions":                    {500, func(n int) func() { return read(repeated("", "<details><summary>a</summary>b</details>", n)) }},
		"items that Word wrote":        {500, func(n int) func() { return read(repeated("", "<p style='mso-list:l0'>x</p>", n)) }},
		"anchors of equal headings":    {500, func(n int) func() { return read(repeated("", "<h2>x</h2>", n)) }},
		"cells":                        {500, func(n int) func() { return read(repeated("<table>", "<tr><td>a<td>b", n)) }},
		"cleaning of equal paragraphs": {900, func(n int) func() { return func() { paragraphs(n, "x") } }},
		"difference of word orders": {900, func(n int) func() {
			before := paragraphs(n, "x")
			after := append(before[n/2:n:n], before[:n/2]...)
			return func() { blocks.Diff(before, after) }
		}},
		"difference of long texts": {20_000, func(n int) func() {
			return func() { blocks.DiffText(strings.Repeat("a ", n), strings.Repeat("b ", 90)) }
		}},
		"merging of insertions": {450, func(n int) func() {
			base := paragraphs(4, "x")
			mine, theirs := append(paragraphs(n, "mine"), base...), append(base[:4:4], paragraphs(n, "theirs")...)
			return func() { blocks.Merge(base, mine, theirs) }
		}},
	} {
		once, twice := c.work(c.size), c.work(2*c.size)
		once() // caches are filled by the first call
		if one, two := allocated(once), allocated(twice); two > 2.6*one+100_000 {
			t.Errorf("%s: %d take %.0f KB and %d take %.0f KB", name, c.size, one/1024, 2*c.size, two/1024)
		}
	}
}

// TestDiffOfManyLongTextsIsBounded compares 200 blocks whose words are all new. Each alone would be compared; all
// together are too many.
func TestDiffOfManyLongTextsIsBounded(t *testing.T) {
	t.Parallel()
	text := func(word string, block int) string { return strings.Repeat(fmt.Sprint(word, block, " "), 1_500) }
	var before, after blocks.Document
	for i := range 100 {
		id := fmt.Sprint("b", i)
		before = append(before, blocks.Block{ID: id, Type: blocks.TypeParagraph, Text: text("old", i) + "same " + text("old", i)})
		after = append(after, blocks.Block{ID: id, Type: blocks.TypeParagraph, Text: text("new", i) + "same " + text("new", i)})
	}
	replaced := 0
	for _, change := range blocks.Diff(before[:1], after[:1]) {
		if len(change.Text) == 2 {
			replaced++
		}
	}
	if replaced != 1 {
		t.Errorf("a block of 3,000 other words is not shown as one replacement")
	}
	for i := range before {
		before[i].Text, after[i].Text = text("old", i)+"same", text("new", i)+"same other"
	}
	compared := 0
	for _, change := range blocks.Diff(before, after) {
		if len(change.Text) > 2 {
			compared++
		}
	}
	if compared != 1 {
		t.Errorf("%d of 100 long texts were compared word by word; want one", compared)
	}
}
