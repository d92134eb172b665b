package drafting

import (
	"context"
	"strings"
	"testing"
)

func TestProposedTitlesAreWhatTheTextSays(t *testing.T) {
	t.Parallel()
	in := metaInput{Language: "en", Title: "Garden hoses", Text: "A garden hose carries water to where plants need it. It lasts 10 years. Which one fits?\nMore follows."}
	for name, m := range map[string]meta{
		"no title":           {Description: "x"},
		"no description":     {Title: "x"},
		"a wide title":       {Title: strings.Repeat("Wide ", 20), Description: "x"},
		"a wide description": {Title: "x", Description: strings.Repeat("Wide ", 60)},
		"another number":     {Title: "Hoses that last 20 years", Description: "x"},
	} {
		if _, err := checkMeta(in, m); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if m, err := checkMeta(in, meta{Title: "Hoses that\nlast 10 years", Description: "All of it."}); err != nil || m.Title != "Hoses that last 10 years" {
		t.Errorf("%+v, %v", m, err)
	}
	m, err := localMeta(context.Background(), in, nil)
	if err == nil {
		m, err = checkMeta(in, m)
	}
	if err != nil || m.Title != "Garden hoses" || m.Description != "A garden hose carries water to where plants need it. It lasts 10 years." {
		t.Errorf("the built-in engine proposes %+v, %v", m, err)
	}
	for _, text := range []string{"", "…", strings.Repeat("endless ", 400), "Which? What?"} {
		in.Text, in.Title = text, strings.Repeat("Endless titles ", 20)
		if m, _ := localMeta(context.Background(), in, nil); text != "" {
			if _, err := checkMeta(in, m); err != nil {
				t.Errorf("of %.20q: %+v, %v", text, m, err)
			}
		}
	}
}
