package blocks_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"igny8/app/blocks"
	"igny8/app/blocks/blockstest"
)

func TestParseRefuses(t *testing.T) {
	t.Parallel()
	wide := "[" + strings.Repeat(`"x",`, 100) + `"x"]`
	tall := "[" + wide[:len(wide)-len(`,"x"]`)] + "]" + strings.Repeat(`,[]`, 20_000) + "]"
	for name, c := range map[string]struct{ json, path, says string }{
		"nothing":               {``, "blocks", "JSON list"},
		"null":                  {`null`, "blocks", "JSON list"},
		"an object":             {`{"type":"paragraph"}`, "blocks", "JSON list"},
		"broken JSON":           {`[{"type":"paragraph"`, "blocks", "JSON list"},
		"two documents":         {`[][]`, "blocks", "JSON list"},
		"too many blocks":       {"[" + strings.Repeat(`{"type":"paragraph"},`, 2_000) + `{"type":"paragraph"}]`, "blocks", "at most 2000"},
		"a block of text":       {`[{"type":"paragraph"},"x"]`, "blocks[1]", "an object"},
		"a null block":          {`[null]`, "blocks[0]", "an object"},
		"no type":               {`[{"text":"x"}]`, "blocks[0].type", "no block of type"},
		"an unknown type":       {`[{"type":"paragraph"},{"type":"video"}]`, "blocks[1].type", `"video"`},
		"a type that is a list": {`[{"type":["paragraph"]}]`, "blocks[0].type", "a text"},
		"an unknown field":      {`[{"type":"paragraph","onclick":"x"}]`, "blocks[0].onclick", "no field"},
		"another type's field":  {`[{"type":"paragraph","level":2}]`, "blocks[0].level", "no field"},
		"an unknown faq field":  {`[{"type":"faq","items":[{"question":"a","answer":"b","html":"c"}]}]`, "blocks[0].items", "question and answer"},
		"texts in an faq":       {`[{"type":"faq","items":["a"]}]`, "blocks[0].items", "question and answer"},
		"questions in a list":   {`[{"type":"list","items":[{"question":"a"}]}]`, "blocks[0].items", "list of texts"},
		"a level of text":       {`[{"type":"heading","level":"2"}]`, "blocks[0].level", "whole number"},
		"level 1":               {`[{"type":"heading","level":1,"text":"x"}]`, "blocks[0].level", "2, 3 or 4"},
		"level 5":               {`[{"type":"heading","level":5,"text":"x"}]`, "blocks[0].level", "2, 3 or 4"},
		"no level":              {`[{"type":"heading","text":"x"}]`, "blocks[0].level", "2, 3 or 4"},
		"text of numbers":       {`[{"type":"paragraph","text":7}]`, "blocks[0].text", "a text"},
		"ordered by name":       {`[{"type":"list","ordered":"yes"}]`, "blocks[0].ordered", "true or false"},
		"a flat table":          {`[{"type":"table","rows":["x"]}]`, "blocks[0].rows", "list of rows"},
		"a wide table":          {`[{"type":"table","rows":[` + wide + `]}]`, "blocks[0].rows", "100 columns"},
		"a table that explodes": {`[{"type":"table","rows":` + tall + `}]`, "blocks[0].rows", "100 KB"},
		"an id with a space":    {`[{"id":"a b","type":"paragraph"}]`, "blocks[0].id", "An id"},
		"an id of markup":       {`[{"id":"\"><script>","type":"paragraph"}]`, "blocks[0].id", "An id"},
		"an endless id":         {`[{"id":"` + strings.Repeat("a", 65) + `","type":"paragraph"}]`, "blocks[0].id", "at most 64"},
		"a cta to a script":     {`[{"type":"cta","label":"x","href":"JaVaScript:alert(1)"}]`, "blocks[0].href", "https://"},
		"a cta to data":         {`[{"type":"cta","label":"x","href":"data:text/html,x"}]`, "blocks[0].href", "https://"},
		"100 KB and a byte":     {`[{"type":"code","text":"` + strings.Repeat("x", 100<<10) + `y"}]`, "blocks[0]", "100 KB"},
		"100 KB once escaped":   {`[{"type":"paragraph","text":"` + strings.Repeat("&", 50<<10) + `"}]`, "blocks[0]", "100 KB"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, err := blocks.Parse(context.Background(), []byte(c.json))
			var wrong *blocks.Error
			if !errors.As(err, &wrong) || d != nil {
				t.Fatalf("parsed %v, %v", d, err)
			}
			for _, f := range wrong.Fields {
				if f.Path == c.path && strings.Contains(f.Message, c.says) {
					return
				}
			}
			t.Errorf("%q says nothing about %s: %s", wrong.Fields, c.path, c.says)
		})
	}
}

func TestParseReportsEveryFault(t *testing.T) {
	t.Parallel()
	_, err := blocks.Parse(context.Background(), []byte(`[{"type":"heading","level":9},{"type":"paragraph"},{"type":"heading","level":0,"id":"!"}]`))
	var wrong *blocks.Error
	if !errors.As(err, &wrong) || len(wrong.Fields) != 3 {
		t.Fatalf("want three faults, got %v", err)
	}
}

func TestParseKeepsEachType(t *testing.T) {
	t.Parallel()
	for _, exact := range []string{
		`[]`,
		`[{"id":"a","type":"heading","level":2,"text":"x"}]`,
		`[{"id":"a","type":"paragraph","text":"\u003cstrong\u003ex\u003c/strong\u003e \u0026amp; y"}]`,
		`[{"id":"a","type":"quote","text":"x","cite":"y"}]`,
		`[{"id":"a","type":"list","ordered":true,"items":["x","y"]}]`,
		`[{"id":"a","type":"list","ordered":false,"items":[]}]`,
		`[{"id":"a","type":"table","head":["x"],"rows":[["y"]],"caption":"z"}]`,
		`[{"id":"a","type":"table","head":[],"rows":[],"caption":""}]`,
		`[{"id":"a","type":"image","image_id":"x","alt":"y","caption":"z"}]`,
		`[{"id":"a","type":"faq","items":[{"question":"x","answer":"y"}]}]`,
		`[{"id":"a","type":"faq","items":[]}]`,
		`[{"id":"a","type":"cta","text":"x","label":"y","href":"/z"}]`,
		`[{"id":"a","type":"code","text":"\u003cscript\u003e\n  x"}]`,
		`[{"id":"a","type":"html","text":"\u003cp\u003ex\u003c/p\u003e"}]`,
	} {
		d, err := blocks.Parse(context.Background(), []byte(exact))
		if err != nil {
			t.Errorf("%s: %v", exact, err)
			continue
		}
		if got := encode(t, d); got != exact {
			t.Errorf("%s\nbecame %s", exact, got)
		}
	}
}

func TestCleanGivesIDs(t *testing.T) {
	t.Parallel()
	d := blocks.Document{
		{Type: blocks.TypeParagraph, Text: "same"},
		{Type: blocks.TypeParagraph, Text: "same"},
		{ID: "mine", Type: blocks.TypeParagraph, Text: "first"},
		{ID: "mine", Type: blocks.TypeParagraph, Text: "second"},
	}
	once, again := clean(t, d), clean(t, d)
	seen := map[string]bool{}
	for i, b := range once {
		if b.ID == "" || seen[b.ID] {
			t.Errorf("block %d has the id %q", i, b.ID)
		}
		seen[b.ID] = true
		if b.ID != again[i].ID {
			t.Errorf("block %d is %q and then %q", i, b.ID, again[i].ID)
		}
	}
	if once[2].ID != "mine" {
		t.Errorf("the first of two lost its id to %q", once[2].ID)
	}
	if d[0].ID != "" {
		t.Error("the document given was changed")
	}
}

func TestCleanDropsFieldsOfOtherTypes(t *testing.T) {
	t.Parallel()
	d := clean(t, blocks.Document{
		{ID: "a", Type: blocks.TypeParagraph, Text: " x \n y ", Level: 3, Items: []string{"z"}, Href: "javascript:x"},
		{ID: "b", Type: blocks.TypeTable, Head: []string{"x"}, Rows: [][]string{{"1", "2"}, {"3"}}},
		{ID: "c", Type: blocks.TypeImage, ImageID: " i ", Alt: `<b>Tom</b> & "Jerry"`},
	})
	want := blocks.Document{
		{ID: "a", Type: blocks.TypeParagraph, Text: "x y"},
		{ID: "b", Type: blocks.TypeTable, Head: []string{"x", ""}, Rows: [][]string{{"1", "2"}, {"3", ""}}},
		{ID: "c", Type: blocks.TypeImage, ImageID: "i", Alt: `Tom &amp; "Jerry"`},
	}
	if !reflect.DeepEqual(d, want) {
		t.Errorf("got %#v", d)
	}
}

func TestDocumentIsStoredAsJSON(t *testing.T) {
	t.Parallel()
	d := clean(t, oneOfEach())
	value, err := d.Value()
	if err != nil {
		t.Fatal(err)
	}
	var fromText, fromBytes, fromNothing blocks.Document
	if err := fromText.Scan(value); err != nil || !reflect.DeepEqual(fromText, d) {
		t.Errorf("from text %v, %v", fromText, err)
	}
	if err := fromBytes.Scan([]byte(value.(string))); err != nil || !reflect.DeepEqual(fromBytes, d) {
		t.Errorf("from bytes %v, %v", fromBytes, err)
	}
	if err := fromNothing.Scan(nil); err != nil || len(fromNothing) != 0 {
		t.Errorf("from nothing %v, %v", fromNothing, err)
	}
	for _, broken := range []any{7, "{}", "[{"} {
		if err := fromNothing.Scan(broken); err == nil {
			t.Errorf("%v was read", broken)
		}
	}
	if empty, err := blocks.Document(nil).Value(); err != nil || empty != "[]" {
		t.Errorf("nothing is stored as %v, %v", empty, err)
	}
}

// TestParseIsIdempotent holds the rule that every save relies on: a cleaned document never changes by itself.
func TestParseIsIdempotent(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		once, err := drawDocument(t, "doc").Clean(context.Background())
		if err != nil {
			t.Skip(err)
		}
		data, err := json.Marshal(once)
		if err != nil {
			t.Fatal(err)
		}
		again, err := blocks.Parse(context.Background(), data)
		if err != nil || !reflect.DeepEqual(once, again) {
			t.Fatalf("%s\nbecame %#v, %v", data, again, err)
		}
	})
}

func FuzzParse(f *testing.F) {
	data, err := json.Marshal(oneOfEach())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	for i, bad := range blockstest.Attacks {
		f.Add(fmt.Appendf(nil, `[{"type":"paragraph","text":%q},{"id":"x%d","type":"html","text":%q}]`, bad, i, bad))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := blocks.Parse(context.Background(), data)
		if err != nil {
			return
		}
		checkHarmless(t, d.HTML(blocks.HTMLOptions{}))
		again, err := d.Clean(context.Background())
		if err != nil || !reflect.DeepEqual(d, again) {
			t.Fatalf("%#v\nbecame %#v, %v", d, again, err)
		}
	})
}

func TestCleanBesideCleansWhatHasChanged(t *testing.T) {
	clean, err := oneOfEach().Clean(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	dirty := blocks.Block{Type: blocks.TypeParagraph, Text: `Words <script>alert(1)</script>`}
	for name, change := range map[string]func(doc blocks.Document) blocks.Document{
		"nothing":       func(doc blocks.Document) blocks.Document { return doc },
		"a new block":   func(doc blocks.Document) blocks.Document { return append(doc, dirty) },
		"another order": func(doc blocks.Document) blocks.Document { doc[0], doc[1] = doc[1], doc[0]; return doc },
		"one less":      func(doc blocks.Document) blocks.Document { return doc[1:] },
		"the same id": func(doc blocks.Document) blocks.Document {
			doc[0].Text = dirty.Text
			return append(doc, doc[1])
		},
	} {
		doc := change(slices.Clone(clean))
		want, err := doc.Clean(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		got, err := doc.CleanBeside(t.Context(), clean)
		if err != nil || !slices.EqualFunc(got, want, blocks.Block.Equal) {
			t.Errorf("%s: %v, %v, want %v", name, got, err, want)
		}
		if more := got.MoreWords(clean); more != want.Words()-clean.Words() {
			t.Errorf("%s: %d more words, want %d", name, more, want.Words()-clean.Words())
		}
	}
	if _, err := append(slices.Clone(clean), blocks.Block{Type: "poem"}).CleanBeside(t.Context(), clean); err == nil {
		t.Error("a block of an unknown type is clean")
	}
}

// oneOfEach returns a document with a block of every type.
func oneOfEach() blocks.Document {
	return blocks.Document{
		{ID: "h", Type: blocks.TypeHeading, Level: 2, Text: "Grinding &amp; brewing"},
		{ID: "p", Type: blocks.TypeParagraph, Text: `A <strong>burr</strong> is <em>not</em> a <a href="/blade/" title="Blades">blade</a>.`},
		{ID: "q", Type: blocks.TypeQuote, Text: "Wait for it.", Cite: "Ada Ferris"},
		{ID: "l", Type: blocks.TypeList, Ordered: true, Items: []string{"Weigh", "Grind"}},
		{ID: "t", Type: blocks.TypeTable, Head: []string{"Shape", "Speed"}, Rows: [][]string{{"Flat", "Fast"}}, Caption: "Two shapes"},
		{ID: "i", Type: blocks.TypeImage, ImageID: "burrs", Alt: "Two burrs", Caption: "Steel"},
		{ID: "f", Type: blocks.TypeFAQ, Questions: []blocks.QA{{Question: "Is it loud?", Answer: "Less than a blade."}}},
		{ID: "c", Type: blocks.TypeCTA, Text: "Ready?", Label: "Buy beans", Href: "https://slowroast.example/beans?a=1&b=2"},
		{ID: "x", Type: blocks.TypeCode, Text: "if a < b {\n\treturn\n}"},
		{ID: "w", Type: blocks.TypeHTML, Text: "<h3>Old page</h3><p>Kept.</p>"},
	}
}

// drawDocument draws documents from few ids and few words, so that ids and words repeat.
func drawDocument(t *rapid.T, label string) blocks.Document {
	texts := rapid.OneOf(
		rapid.SampledFrom([]string{"", "one", "two words", "three <strong>bold</strong> words", "a &amp; b", `<a href="/x">x</a>`}),
		rapid.SampledFrom(blockstest.Attacks), rapid.String(),
	)
	block := rapid.Custom(func(t *rapid.T) blocks.Block {
		text := func(name string) string { return texts.Draw(t, name) }
		return blocks.Block{
			ID: rapid.SampledFrom([]string{"", "a", "b", "c", "d", "e", "f"}).Draw(t, "id"), Type: rapid.SampledFrom(blocks.Types).Draw(t, "type"),
			Level: rapid.IntRange(2, 4).Draw(t, "level"), Text: text("text"), Cite: text("cite"), Ordered: rapid.Bool().Draw(t, "ordered"),
			Items: rapid.SliceOfN(texts, 0, 3).Draw(t, "items"), Questions: []blocks.QA{{Question: text("question"), Answer: text("answer")}},
			Head: rapid.SliceOfN(texts, 0, 3).Draw(t, "head"), Rows: rapid.SliceOfN(rapid.SliceOfN(texts, 0, 3), 0, 3).Draw(t, "rows"),
			Caption: text("caption"), ImageID: text("image"), Alt: text("alt"), Label: text("label"),
			Href:   rapid.SampledFrom([]string{"", "/x", "https://a.example/ü?q=1&r=[2]", "mailto:a@b.example", "tel:+44 1"}).Draw(t, "href"),
			Prompt: text("prompt"), Keywords: rapid.SliceOfN(texts, 0, 3).Draw(t, "keywords"), Length: rapid.IntRange(0, 500).Draw(t, "words"),
			Answer: rapid.SampledFrom(append(blocks.Answers, "")).Draw(t, "answer"), Must: rapid.Bool().Draw(t, "must"), LeftOut: text("left out"),
		}
	})
	return rapid.SliceOfN(block, 0, 8).Draw(t, label)
}

func clean(t testing.TB, d blocks.Document) blocks.Document {
	t.Helper()
	cleaned, err := d.Clean(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return cleaned
}

func encode(t testing.TB, d blocks.Document) string {
	t.Helper()
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
