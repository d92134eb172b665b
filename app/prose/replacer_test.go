package prose

import (
	"fmt"
	"testing"
)

func TestReplacer(t *testing.T) {
	t.Parallel()
	r := NewReplacer([]Replacement{
		{Word: "cheap", Instead: "affordable"}, {Word: "dirt  cheap", Instead: "inexpensive"}, {Word: "very"}, {Word: "world-class"}, {Word: "günstig"}, {Word: "C++", Instead: "Go"},
	})
	for text, want := range map[string]string{
		"":                                   "",
		"Nothing to replace.":                "Nothing to replace.",
		"  kept   as it is  ":                "  kept   as it is  ",
		"Cheap hoses":                        "Affordable hoses",
		"a Dirt\ncheap hose":                 "a Inexpensive hose",
		"cheaper and cheapest":               "cheaper and cheapest",
		"very good, very, very cheap hoses.": "good, affordable hoses.",
		"Very":                               "Very", // nothing would remain
		"Very good":                          "Good",
		"(world-class) hoses":                "hoses",
		"Günstig kaufen":                     "Kaufen",
		"ungünstig":                          "ungünstig",
		"in C++ or C+":                       "in Go or C+",
	} {
		if got := r.Replace(text, true); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
	if got := r.Replace("very cheap", false); got != "very affordable" {
		t.Errorf("without leaving out: %q", got)
	}
	if got := fmt.Sprint(r.Find("Very cheap, dirt cheap and VERY new")); got != "[very cheap dirt  cheap]" {
		t.Errorf("found %s", got)
	}
}
