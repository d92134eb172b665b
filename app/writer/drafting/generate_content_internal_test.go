package drafting

import (
	"strings"
	"testing"

	"igny8/app/writer"
)

func TestBuiltInDraftIsAnOutlineWithoutText(t *testing.T) {
	t.Parallel()
	a := assignment{Language: "en", Title: "Garden Hose: A Practical Guide", Brief: writer.Brief{Outline: []string{"Garden hose reel", "Common mistakes with garden hose"}}}
	d, err := localDraft(t.Context(), a, func(float64, string) {})
	if err == nil {
		d, err = checkDraft(a, d)
	}
	if err != nil {
		t.Fatal(err)
	}
	if d.Description != "" || len(d.Intro)+len(d.Questions) > 0 {
		t.Errorf("it says %q and %q, and answers %q, on a subject that it does not know", d.Description, d.Intro, d.Questions)
	}
	for _, s := range d.Sections {
		if s.Slot == nil || len(s.Points)+len(s.Paragraphs) > 0 {
			t.Errorf("section %+v, want a heading and a slot", s)
		}
	}
	doc, err := d.document(t.Context(), a)
	if err != nil || doc.Words() != len(strings.Fields(strings.Join(a.Brief.Outline, " "))) {
		t.Errorf("the text has %d words, want those of the headings; %v", doc.Words(), err)
	}
}
