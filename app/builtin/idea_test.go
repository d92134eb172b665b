package builtin

import (
	"slices"
	"strings"
	"testing"

	"igny8/app/language"
)

func clusterIn(language, name string, keywords ...string) PageCluster {
	c := PageCluster{Cluster: name, Topic: "topic", Pillar: "pillar", Language: language, Siblings: []string{"a neighbour"}}
	for i, text := range append([]string{name}, keywords...) {
		demand := int64(1000 - i)
		c.Keywords = append(c.Keywords, Keyword{Keyword: text, Demand: &demand})
	}
	return c
}

func TestProposeIdea(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		cluster               PageCluster
		title, intent, opener string
	}{
		{clusterIn("en", "ai writing tools", "free ai writing tools"), "AI Writing Tools: A Practical Guide", "informational", "AI writing tools at a glance"},
		{clusterIn("en-GB", "how to crate train", "crate train at night"), "How to Crate Train: Step by Step", "informational", "What you need to crate train"},
		{clusterIn("", "what is dify", "dify pricing"), "What Is Dify? A Plain Explanation", "informational", "Dify in one sentence"},
		{clusterIn("en", "dify vs n8n", "n8n or dify"), "Dify vs n8n: The Differences and How to Choose", "commercial", "The difference in short"},
		{clusterIn("en", "best puppy food", "puppy food brands"), "Best Puppy Food: How They Compare and How to Choose", "commercial", "What matters when choosing puppy food"},
		{clusterIn("en", "why do dogs bark", "dogs barking at night"), "Why Do Dogs Bark? The Answer in Detail", "informational", "The short answer"},
		{clusterIn("en", "dog walker near me"), "Dog Walker Near Me: How to Find the Right One", "transactional", "What to look for in dog walker"},
		{clusterIn("de", "hundefutter kosten", "was kostet hundefutter"), "Hundefutter kosten: was man zahlt und wofür", "commercial", "Was man zahlt: hundefutter"},
		{clusterIn("fr", "comment dresser un chien", "dresser un chien adulte"), "Comment dresser un chien : les étapes", "informational", "Ce qu’il faut avant de commencer"},
		{clusterIn("es", "mejor pienso para perros", "pienso para cachorros"), "Mejor pienso para perros: comparación y cómo elegir", "commercial", "Qué importa al elegir: pienso para perros"},
		{clusterIn("en", "comment dresser un chien", "dresser un chien adulte", "comment dresser un chiot"), "Comment dresser un chien : les étapes", "informational", "Ce qu’il faut avant de commencer"},
	} {
		got := ProposeIdea(c.cluster)
		if got.Title != c.title || got.Intent != c.intent || got.Outline[0] != c.opener {
			t.Errorf("%s: got %q, %s, %q", c.cluster.Cluster, got.Title, got.Intent, got.Outline[0])
		}
		if len(got.Outline) < fewestHeadings || len(got.Outline) > mostHeadings || !slices.Contains(got.TargetKeywords, c.cluster.Cluster) {
			t.Errorf("%s: got outline %q, targets %q", c.cluster.Cluster, got.Outline, got.TargetKeywords)
		}
		if !strings.Contains(got.Angle, c.cluster.Cluster) {
			t.Errorf("%s: the angle is %q", c.cluster.Cluster, got.Angle)
		}
		if strings.Contains(strings.Join(got.Outline, got.Angle), "%!") {
			t.Errorf("%s: a frame has no place for its subject: %q", c.cluster.Cluster, got.Outline)
		}
	}
}

func TestOutlineUsesTheKeywordsOfTheCluster(t *testing.T) {
	t.Parallel()
	got := ProposeIdea(clusterIn("en", "dify", "dify pricing", "dify price", "is dify free", "dify self hosted", "self hosted dify", "dify login", "DIFY", "dify selfhosted", "difi pricng"))
	want := []string{"Dify pricing", "Dify price", "Is dify free?", "Dify self hosted", "Dify login"}
	if !slices.Equal(got.Outline[1:6], want) {
		t.Fatalf("got %q", got.Outline)
	}
}

func TestIdeaInAnUnknownLanguageUsesKeywordsAlone(t *testing.T) {
	t.Parallel()
	got := ProposeIdea(clusterIn("tlh", "cibo per cani", "cibo umido per cani", "prezzo cibo per cani"))
	if got.Title != "Cibo per cani" || !strings.HasPrefix(got.Angle, "cibo per cani · ") || got.Outline[0] != "Cibo umido per cani" {
		t.Fatalf("got %+v", got)
	}
}

func TestLanguagesHaveEveryPhrase(t *testing.T) {
	t.Parallel()
	for _, l := range language.All() {
		book := l.Outline
		if book == nil {
			continue
		}
		for kind := language.PageLearn; kind <= language.PageVisit; kind++ {
			if !strings.Contains(book.Titles[kind], "%s") || book.Aims[kind] == "" || len(book.Frames[kind]) < 3 {
				t.Errorf("%s lacks phrases for kind %d", l.Name, kind)
			}
		}
		if len(book.Plain) < 3 || len(book.General) < 3 || strings.Count(book.Angle, "%s") != 2 || strings.Count(book.Covers, "%s") != 1 {
			t.Errorf("%s lacks general phrases", l.Name)
		}
	}
}

func TestAlikeWordsDifferByOneLetter(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"", "", true},
		{"cat", "car", false},
		{"living", "livin", true},
		{"independent", "independant", true},
		{"housing", "houding", true},
		{"recieve", "receive", true},
		{"living", "leaving", false},
		{"model1", "model2", false},
		{"price", "prices", true},
		{"tables", "stable", false},
	} {
		if got := alike(c.a, c.b); got != c.want || alike(c.b, c.a) != c.want {
			t.Errorf("alike(%q, %q) = %v", c.a, c.b, got)
		}
	}
}
