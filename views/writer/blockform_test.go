package writer

import (
	"context"
	"slices"
	"testing"

	"igny8/app/blocks"
	"igny8/app/fault"
)

// The form of every kind of block returns the block unchanged.
func TestBlockFormReturnsSameBlock(t *testing.T) {
	t.Parallel()
	doc, err := blocks.Document{
		{Type: blocks.TypeHeading, Level: 3, Text: "Bread &amp; <em>butter</em>"},
		{Type: blocks.TypeParagraph, Text: `One<br>two <a href="/x/">three</a>`},
		{Type: blocks.TypeQuote, Text: "Said", Cite: "Somebody"},
		{Type: blocks.TypeList, Ordered: true, Items: []string{"first<br>line", "<strong>second</strong>"}},
		{Type: blocks.TypeTable, Head: []string{"a", ""}, Rows: [][]string{{"", "x | y"}, {"<code>p|q</code>", `back\`}}, Caption: "Sizes"},
		{Type: blocks.TypeTable, Rows: [][]string{{"only", "rows"}}},
		{Type: blocks.TypeImage, ImageID: "img-1", Alt: "A loaf &lt;cut&gt;", Caption: "Ours"},
		{Type: blocks.TypeFAQ, Questions: []blocks.QA{{Question: "Why?", Answer: "*because*"}}},
		{Type: blocks.TypeCTA, Text: "Hungry?", Label: "Order &amp; eat", Href: "/contact/"},
		{Type: blocks.TypeCode, Text: "if a < b {\n\n}"},
		{Type: blocks.TypeHTML, Text: "<div><p>kept</p></div>"},
	}.Clean(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for i, b := range doc {
		got, err := FormOf(b).put(doc)
		if err != nil {
			t.Fatalf("%s: %v", b.Type, err)
		}
		if !got[i].Equal(b) || !slices.EqualFunc(got, doc, blocks.Block.Equal) {
			t.Errorf("%s comes back as %+v, want %+v", b.Type, got[i], b)
		}
	}
}

func (f BlockForm) put(doc blocks.Document) (blocks.Document, error) {
	typed, err := f.Blocks(context.Background())
	return blocks.Put(f.Place(), typed)(doc), err
}

func TestBlockFormRefusesInvalidFields(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		form  BlockForm
		field string
	}{
		"nothing typed":         {BlockForm{Type: blocks.TypeParagraph, Text: " \n"}, "text"},
		"a heading of level 9":  {BlockForm{Type: blocks.TypeHeading, Level: "9", Text: "x"}, "level"},
		"a button to a script":  {BlockForm{Type: blocks.TypeCTA, Label: "x", Href: "javascript:x"}, "href"},
		"a button to nowhere":   {BlockForm{Type: blocks.TypeCTA, Label: "x"}, "href"},
		"a button without word": {BlockForm{Type: blocks.TypeCTA, Href: "/"}, "label"},
		"no question":           {BlockForm{Type: blocks.TypeFAQ, Questions: []Question{{}}}, "question"},
		"an unknown type":       {BlockForm{Type: "video", Text: "x"}, "text"},
	} {
		_, err := c.form.Blocks(context.Background())
		if fields := fault.FieldsOf(err); len(fields) == 0 || fields[0].Name != c.field {
			t.Errorf("%s: %v, want a fault of %s", name, err, c.field)
		}
	}
}

func TestBlockFormPutsBlockInPlace(t *testing.T) {
	t.Parallel()
	doc := blocks.Document{{ID: "a", Type: blocks.TypeParagraph, Text: "A"}, {ID: "b", Type: blocks.TypeParagraph, Text: "B"}}
	for name, c := range map[string]struct {
		form BlockForm
		want []string
	}{
		"changes":             {BlockForm{Block: "a", Text: "X"}, []string{"X", "B"}},
		"splits":              {BlockForm{Block: "a", Text: "X\r\n\r\nY"}, []string{"X", "Y", "B"}},
		"comes first":         {BlockForm{Text: "X"}, []string{"X", "A", "B"}},
		"follows":             {BlockForm{After: "a", Text: "X"}, []string{"A", "X", "B"}},
		"was removed":         {BlockForm{Block: "gone", Text: "X"}, []string{"A", "B", "X"}},
		"follows the removed": {BlockForm{After: "gone", Text: "X"}, []string{"A", "B", "X"}},
	} {
		c.form.Type = blocks.TypeParagraph
		got, err := c.form.put(doc)
		var texts []string
		for _, b := range got {
			texts = append(texts, b.Text)
		}
		if err != nil || !slices.Equal(texts, c.want) || texts[c.form.Place().In(doc)] != "X" {
			t.Errorf("%s: %v at %d, %v; want %v", name, texts, c.form.Place().In(doc), err, c.want)
		}
	}
}
