package prose

import (
	"math"
	"strings"
	"testing"

	"igny8/app/blocks"
	"igny8/app/language"
)

func TestClaimsFollowTheRulesOfTheLanguage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ language, text, want string }{
		{"en", "It feels good in the hand.", ""},
		{"en", "An A4 sheet fits into the MP3 player.", ""},
		{"en", "Step 3 follows, see section 4.", ""},
		{"en", "1. Open the tap.", ""},
		{"en", "Two or three drops are enough.", ""},
		{"en", "We may march on.", ""},
		{"en", "It is a crest of waves and a best friend.", ""},
		{"en", "It weighs 3 kg and is 40% lighter.", "number"},
		{"en", "The range is 3–5 bar.", "number"},
		{"en", "It costs $1,299.00 a year.", "price"},
		{"en", "It costs 20 pounds, tax included.", "price"},
		{"en", "We have been here since 1971.", "date"},
		{"en", "It opened on 3 May 2021.", "date"},
		{"en", "It opened in May 2021 with 40 seats.", "date number"},
		{"en", "It is the most durable hose.", "superlative"},
		{"en", "Ours is the world's lightest reel at 900 g for €20.", "price number superlative"},
		{"de", "Er liegt gut in der Hand.", ""},
		{"de", "Schritt 3 kommt danach.", ""},
		{"de", "Die Liste der Kosten steht am nächsten Tag fest.", ""},
		{"de", "Er wiegt 3,5 kg.", "number"},
		{"de", "Der Versand kostet 4,90 €.", "price"},
		{"de", "Er kostet 20,- Euro.", "price"},
		{"de", "Seit 1971 reparieren wir Schläuche.", "date"},
		{"de", "Am 3. Mai 2021 haben wir eröffnet.", "date"},
		{"de", "Das ist der günstigste Schlauch.", "superlative"},
		{"de", "Wir liefern am schnellsten.", "superlative"},
		{"fr", "Il tient bien en main.", ""},
		{"fr", "C'est la pompe la plus puissante.", "superlative"},
		{"fr", "Il coûte 1 299 € depuis mars 2021.", "price date"},
		{"es", "Cabe en la mano.", ""},
		{"es", "Es la manguera más resistente.", "superlative"},
		{"es", "El 3 de mayo de 2021 costaba 20 €.", "price date"},
		{"tlh", "Waży 3 kg i kosztuje 20 PLN.", "price number"},
		{"", "Since 2021.", "date"},
	} {
		kinds, told := claimsIn(c.text, c.language)
		if got := strings.Join(kinds, " "); got != c.want {
			t.Errorf("%s %q claims %q (%v), want %q", c.language, c.text, got, told, c.want)
		}
	}
}

func TestParagraphsAreCutIntoSentences(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ language, text, want string }{
		{"en", "It holds. It holds, e.g. in rain! Does it? “Yes.” It does", "It holds.|It holds, e.g. in rain!|Does it?|“Yes.”|It does"},
		{"en", "It weighs 3.5 kg. The end", "It weighs 3.5 kg.|The end"},
		{"de", "Am 3. Mai ist z. B. Ruhetag. Danach nicht.", "Am 3. Mai ist z. B. Ruhetag.|Danach nicht."},
		{"es", "Cabe. ¿Cabe? Sí.", "Cabe.|¿Cabe?|Sí."},
		{"en", "", ""},
	} {
		if got := strings.Join(SplitParagraph(c.text, c.language), "|"); got != c.want {
			t.Errorf("%q is cut into %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSnippetsAreMeasuredInPixels(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"": 0, "iiii": 18, "WWWW": 76, "Garden hose": 116, "Größe": 57, "é": 11, "水水": 40} {
		if got := DesktopTitle.width(text); got != want {
			t.Errorf("%q is %d pixels wide, want %d", text, got, want)
		}
	}
	long := strings.Repeat("Garden hoses, ", 10)
	cut := DesktopTitle.Measure(long)
	if cut.Fits() || !strings.HasSuffix(cut.Text, "hoses ...") || !DesktopTitle.Fits(cut.Text) || DesktopTitle.Fits(cut.Text+" Garden hoses,") {
		t.Errorf("cut to %q of %d pixels", cut.Text, cut.Width)
	}
	if whole := DesktopTitle.Measure("Garden hose"); !whole.Fits() || whole.Text != "Garden hose" {
		t.Errorf("what fits became %q", whole.Text)
	}
	if word := DesktopTitle.Measure(strings.Repeat("W", 100)); word.Text != ellipsis {
		t.Errorf("one long word became %q", word.Text)
	}
}

func TestReadabilityUsesTheFormulaOfTheLanguage(t *testing.T) {
	t.Parallel()
	paragraph := func(text string) blocks.Document {
		return blocks.Document{{ID: "p", Type: blocks.TypeParagraph, Text: strings.TrimSpace(strings.Repeat(text+" ", 25))}}
	}
	for _, c := range []struct {
		language, text string
		score          float64
		verdict        string
	}{
		{"en", "The cat sat on the mat.", 116.1, "easy"},                                                   // 6 words, 6 syllables
		{"de", "Die Katze sitzt auf der Matte.", 96, "easy"},                                               // 6 words, 8 syllables
		{"en", "International organisations communicate extraordinary misunderstandings.", -181.9, "hard"}, // 5 words
		{"sv", "Katten sitter på mattan.", 4, "easy"},
	} {
		r := MeasureReadability(paragraph(c.text), c.language)
		if r.Score == nil || math.Abs(*r.Score-c.score) > 40 || r.Verdict != c.verdict {
			t.Errorf("%s %q: %v %s, want about %.1f %s", c.language, c.text, *r.Score, r.Verdict, c.score, c.verdict)
		}
	}
	if r := MeasureReadability(paragraph("Kot siedzi na macie."), "tlh"); r.Formula != "" || r.Score != nil || r.PerSentence == nil {
		t.Errorf("a language without a formula: %+v", r)
	}
	if r := MeasureReadability(blocks.Document{}, "en"); r.Score != nil || r.PerSentence != nil {
		t.Errorf("an empty text: %+v", r)
	}
	long := MeasureReadability(blocks.Document{{ID: "p", Type: blocks.TypeParagraph, Text: strings.Repeat("word ", 130) + "end."}}, "en")
	if len(long.Long) != 1 || len(long.Heavy) != 1 || long.Long[0].BlockID != "p" {
		t.Errorf("long sentences %v, heavy paragraphs %v", long.Long, long.Heavy)
	}
	for word, want := range map[string]int{"cat": 1, "code": 1, "table": 2, "the": 1, "readability": 5} {
		if got := language.Of("en").Formula.Syllables(word); got != want {
			t.Errorf("%q has %d syllables, want %d", word, got, want)
		}
	}
}
