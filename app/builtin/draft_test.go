package builtin

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"igny8/app/language"
)

var hoses = Page{
	Language: "en", Title: "Garden Hose: A Practical Guide", Words: 150,
	Searches:  []string{"garden hose", "garden hose reel", "garden hose reel with wheels", "how to repair a garden hose", "kink in the hose", "garden hose", "kink in the hose"},
	Headings:  []string{"What matters when choosing garden hose", "Garden hose reel", "How to repair a garden hose?", "Common mistakes with garden hose", "What to look out for with garden hose", "Which kind you need", "New, used or rented"},
	Questions: []string{"how to repair a garden hose", "can a hose freeze"},
}

func TestOutlineInventsNothing(t *testing.T) {
	t.Parallel()
	o := OutlinePage(hoses)
	seen := map[string]bool{}
	text := o.Opening.Prompt
	for i, s := range o.Sections {
		if s.Heading != hoses.Headings[i] || s.Slot.Prompt == "" {
			t.Errorf("section %d is %+v, want a heading and a slot", i, s)
			continue
		}
		for _, asked := range append([]string{s.Slot.Prompt}, s.Slot.Keywords...) {
			if seen[asked] {
				t.Errorf("%q stands there twice", asked)
			}
			seen[asked] = true
			text += " " + asked
		}
	}
	for _, want := range []string{"garden hose reel with wheels", "kink in the hose", "Can a hose freeze?"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q has no place: %s", want, text)
		}
	}
	if !slices.Contains(o.Sections[1].Slot.Keywords, "garden hose reel with wheels") {
		t.Errorf("the reel with wheels does not stand under the reel: %+v", o.Sections[1].Slot)
	}
	for _, number := range regexp.MustCompile(`\d[\d,.]*\d`).FindAllString(text, -1) {
		t.Errorf("the number %s is invented", number)
	}
	for _, bare := range []Page{{Language: "en", Title: "Hoses"}, {Language: "it", Title: "Tubi"}, {Title: "?"}} {
		if o := OutlinePage(bare); strings.Contains(fmt.Sprint(o), "searches") || len(o.Sections) < 2 {
			t.Errorf("a page of which nothing is known has the outline %+v", o)
		}
	}
}

// drafting returns the languages that the built-in engine drafts in.
func drafting() []*language.Language {
	return slices.DeleteFunc(language.All(), func(l *language.Language) bool { return l.Draft == nil })
}

// An outline must not change what the next one is made of.
func TestOutlineKeepsTheWordsOfTheLanguage(t *testing.T) {
	t.Parallel()
	before := map[string]string{}
	for _, l := range drafting() {
		before[l.Code] = fmt.Sprint(l.Draft.Prompts)
	}
	long := hoses
	for i := range 30 {
		long.Headings = append(slices.Clone(long.Headings), fmt.Sprintf("Which hose for garden %d", i))
	}
	first := fmt.Sprint(OutlinePage(hoses))
	OutlinePage(long)
	if again := fmt.Sprint(OutlinePage(hoses)); again != first {
		t.Errorf("first %s, then %s", first, again)
	}
	for _, l := range drafting() {
		if fmt.Sprint(l.Draft.Prompts) != before[l.Code] {
			t.Errorf("the questions of %s changed", l.Name)
		}
	}
}

func TestHeadingsTellWhatTheyPromise(t *testing.T) {
	t.Parallel()
	english := language.Of("en").Draft
	for heading, want := range map[string]language.HeadingKind{
		"Garden hose reel": language.HeadingTopic, "What is a hose": language.HeadingMeaning, "How to mend a hose": language.HeadingSteps, "What you need to mend a hose": language.HeadingNeeds, "How to tell that it worked": language.HeadingProof,
		"How long does a hose last?": language.HeadingAmount, "Which kind of hose you need": language.HeadingChoice, "Which one suits whom": language.HeadingFit, "Hose vs pipe": language.HeadingVersus, "What drives the price": language.HeadingCost,
		"Why hoses burst": language.HeadingReason, "Common mistakes": language.HeadingMistakes, "What to do when it does not work": language.HeadingTrouble, "Next steps": language.HeadingNext, "What to leave out": language.HeadingOmit,
	} {
		if got := english.Kind(heading); got != want {
			t.Errorf("%q is of kind %d, want %d", heading, got, want)
		}
	}
	for _, l := range drafting() {
		for _, heading := range l.Draft.Plain {
			if l.Draft.Kind(heading) == language.HeadingTopic {
				t.Errorf("%s: %q promises nothing", l.Name, heading)
			}
		}
		if len(l.Draft.Prompts) != len(english.Prompts) {
			t.Errorf("%s has questions for %d kinds, English for %d", l.Name, len(l.Draft.Prompts), len(english.Prompts))
		}
	}
}

func TestOutlineSpeaksTheLanguageOfItsHeadings(t *testing.T) {
	t.Parallel()
	german := []string{"Worauf es ankommt: gartenschlauch", "Häufige Fehler: gartenschlauch", "Die nächsten Schritte"}
	for _, c := range []struct {
		language string
		outline  []string
		want     string
	}{
		{"en", hoses.Headings, "Answer the main question"},
		{"en-GB", nil, "Answer the main question"},
		{"de", german, "Beantworten Sie"},
		{"en", german, "Beantworten Sie"},
		{"fr", []string{"Les critères qui comptent : tuyau", "Comment réparer un tuyau"}, "Répondez à la question"},
		{"es", []string{"Qué importa al elegir: manguera", "Cómo reparar una manguera"}, "Responda a la pregunta"},
		{"tlh", []string{"Come scegliere", "Errori comuni"}, "Answer the main question"},
		{"no language", []string{"One", "Two"}, "Answer the main question"},
	} {
		p := hoses
		p.Language, p.Headings = c.language, c.outline
		if o := OutlinePage(p); !strings.HasPrefix(o.Opening.Prompt, c.want) {
			t.Errorf("in %s with %v it begins with %q, want %q", c.language, c.outline, o.Opening.Prompt, c.want)
		}
	}
	for phrase, want := range map[string]string{"how to mend it": "How to mend it?", "garden hose": "Garden hose", "mend it?": "Mend it?"} {
		if got := language.Of("en").Draft.Ask(phrase); got != want {
			t.Errorf("%q is asked as %q, want %q", phrase, got, want)
		}
	}
	if got := language.Of("es").Draft.Ask("cómo repararla"); got != "¿Cómo repararla?" {
		t.Errorf("in Spanish: %q", got)
	}
}
