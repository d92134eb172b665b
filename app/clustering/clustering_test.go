package clustering_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/text/cases"
	"pgregory.net/rapid"

	"igny8/app/clustering"
	"igny8/app/language"
)

func keywords(texts ...string) []clustering.Keyword {
	list := make([]clustering.Keyword, len(texts))
	for i, text := range texts {
		list[i] = clustering.Keyword{Text: text}
	}
	return list
}

func run(t require, list []clustering.Keyword, o clustering.Options) clustering.Result {
	t.Helper()
	result, err := clustering.Run(context.Background(), list, o)
	if err != nil {
		t.Fatalf("run: %v", err)
	}
	return result
}

// require holds the methods that *testing.T and *rapid.T share.
type require interface {
	Helper()
	Fatalf(format string, values ...any)
}

// check fails unless the result is a nested tree that holds every keyword once.
func check(t require, list []clustering.Keyword, result clustering.Result) {
	t.Helper()
	want := map[string]bool{}
	for _, k := range list {
		if key := language.Key(k.Text); key != "" {
			want[key] = true
		}
	}
	if len(result.Memberships) != len(want) {
		t.Fatalf("%d memberships for %d keywords", len(result.Memberships), len(want))
	}
	filled, before := map[int]bool{}, ""
	for _, m := range result.Memberships {
		if !want[m.Key] || m.Key <= before || language.Key(m.Text) != m.Key {
			t.Fatalf("membership %q after %q", m.Key, before)
		}
		before = m.Key
		if result.Clusters[m.Page].Level != clustering.Page {
			t.Fatalf("%q is in a %s", m.Key, result.Clusters[m.Page].Level)
		}
		if len(m.Evidence) == 0 || m.Evidence[0].String() == "" || !(m.Strength >= 0 && m.Strength <= 1) {
			t.Fatalf("%q has evidence %v, strength %v", m.Key, m.Evidence, m.Strength)
		}
		for c := m.Page; c >= 0; c = result.Clusters[c].Parent {
			filled[c] = true
		}
	}
	above := map[clustering.Level]clustering.Level{clustering.Page: clustering.Topic, clustering.Topic: clustering.Pillar}
	siblings := map[string]bool{}
	for i, c := range result.Clusters {
		if c.Parent >= i || (c.Parent < 0) != (c.Level == clustering.Pillar) {
			t.Fatalf("cluster %d, a %s, has the parent %d", i, c.Level, c.Parent)
		}
		if c.Parent >= 0 && result.Clusters[c.Parent].Level != above[c.Level] {
			t.Fatalf("a %s under a %s", c.Level, result.Clusters[c.Parent].Level)
		}
		name := fmt.Sprintf("%d %s", c.Parent, cases.Fold().String(c.Name))
		if !filled[i] || strings.TrimSpace(c.Name) == "" || siblings[name] {
			t.Fatalf("cluster %d %q: empty, without a name or named like a sibling", i, c.Name)
		}
		siblings[name] = true
	}
}

func TestKeyNormalizesSpelling(t *testing.T) {
	for text, want := range map[string]string{
		"  Code \t Review\n": "code review", "Cafe\u0301": "café", "ÉCOLE": "école", " ": "", "\u00a0a\u3000b": "a b",
	} {
		if got := language.Key(text); got != want {
			t.Errorf("Key(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestRunStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, list := range [][]clustering.Keyword{nil, keywords("a b", "b c")} {
		if _, err := clustering.Run(ctx, list, clustering.Options{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%d keywords: %v", len(list), err)
		}
	}
}

func TestRunAcceptsAnyText(t *testing.T) {
	for name, list := range map[string][]clustering.Keyword{
		"nothing":      {},
		"only blanks":  keywords("", "  "),
		"one":          keywords("code review"),
		"all the same": keywords("code review", "Code Review", " code  review "),
		"function":     keywords("how to", "to how", "the", "what is the"),
		"scripts":      keywords("搜索引擎优化", "搜索引擎优化工具", "тест", "เครื่องมือ seo", "كلمات", "キーワード"),
		"symbols":      keywords("🙂", "🙂🙂", "🙂 code", "???", "c++", "c#", "!"),
		"long":         keywords(strings.Repeat("x", 1000), strings.Repeat("ab ", 333), strings.Repeat("é", 1000), strings.Repeat("搜", 1000)),
		"broken":       keywords("\xff\xfe", "a\x00b", "s\u0301\u0301\u0301", "ſ", "s", "σ", "ς", "K", "k"),
	} {
		t.Run(name, func(t *testing.T) {
			check(t, list, run(t, list, clustering.Options{}))
		})
	}
}

func TestRunShowsTheMostSearchedSpelling(t *testing.T) {
	low, high := int64(10), int64(90)
	result := run(t, []clustering.Keyword{{Text: "SEO tools"}, {Text: "seo Tools", Volume: &low}, {Text: "Seo tools", Volume: &high}, {Text: "SEo tools", Volume: &high}}, clustering.Options{})
	if m := result.Memberships[0]; m.Text != "SEo tools" || *m.Volume != high || *result.Clusters[0].Volume != high {
		t.Errorf("shown %q with %d", m.Text, *m.Volume)
	}
	if run(t, keywords("a"), clustering.Options{}).Clusters[0].Volume != nil {
		t.Error("an unknown volume became a number")
	}
}

// phraseText draws from few words, so that keywords overlap and form clusters.
var phraseText = rapid.Custom(func(t *rapid.T) string {
	words := rapid.SliceOfN(rapid.SampledFrom(strings.Fields("code review reviews tool tools best free how to for of python jira jria github 2024 vs ai agent pricing café 代码 🙂")), 1, 5).Draw(t, "words")
	return strings.Join(words, " ")
})

var listed = rapid.Custom(func(t *rapid.T) []clustering.Keyword {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) clustering.Keyword {
		k := clustering.Keyword{Text: phraseText.Draw(t, "text"), Parent: rapid.SampledFrom([]string{"", "", "code review", "ai"}).Draw(t, "parent")}
		if rapid.Bool().Draw(t, "known") {
			v := rapid.Int64Range(0, 1000).Draw(t, "volume")
			k.Volume = &v
		}
		if rapid.Bool().Draw(t, "rated") {
			d := float64(rapid.IntRange(0, 100).Draw(t, "difficulty"))
			k.Difficulty = &d
			k.Intents = rapid.SliceOfN(rapid.SampledFrom([]string{"informational", "commercial", "transactional", "navigational", "local"}), 0, 3).Draw(t, "intents")
		}
		return k
	}), 0, 60).Draw(t, "keywords")
})

func TestRunReturnsATreeForAnyList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := listed.Draw(t, "list")
		granularity := rapid.SampledFrom([]clustering.Granularity{"", clustering.Fine, clustering.Normal, clustering.Coarse}).Draw(t, "granularity")
		check(t, list, run(t, list, clustering.Options{Granularity: granularity}))
	})
}

func TestRunIgnoresTheOrderOfKeywords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := listed.Draw(t, "list")
		want := run(t, list, clustering.Options{Workers: 1})
		shuffled := rapid.Permutation(list).Draw(t, "shuffled")
		if got := run(t, shuffled, clustering.Options{Workers: rapid.IntRange(1, 8).Draw(t, "workers")}); !reflect.DeepEqual(got, want) {
			t.Fatalf("another order, another result")
		}
	})
}

// many returns an import that is large enough for several workers.
func many(n int) []clustering.Keyword {
	source := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("code review tool agent python jira github template checklist pull request merge linter policy remote hiring interview budget travel insurance hotel flight")
	list := make([]clustering.Keyword, n)
	for i := range list {
		list[i].Text = fmt.Sprintf("%s %s %s %d", words[source.IntN(len(words))], words[source.IntN(len(words))], words[source.IntN(len(words))], source.IntN(n/4))
	}
	return list
}

func TestRunIgnoresTheNumberOfCores(t *testing.T) {
	list := many(1500)
	want := run(t, list, clustering.Options{Workers: 1})
	check(t, list, want)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if got := run(t, list, clustering.Options{}); !reflect.DeepEqual(got, want) {
		t.Error("one core, another result")
	}
	runtime.GOMAXPROCS(4)
	if got := run(t, list, clustering.Options{}); !reflect.DeepEqual(got, want) {
		t.Error("four cores, another result")
	}
}

func TestRunDetectsTheLanguage(t *testing.T) {
	t.Parallel()
	for want, keywords := range map[string][]string{
		"en": {"rain barrel", "ai tools", "best rain barrel for the garden"},
		"fr": {"croquettes pour chien", "ai croquettes", "comment dresser un chien", "chien à adopter"},
		"de": {"regentonne für den garten", "wie reinigt man eine regentonne", "regenfass günstig"},
		"es": {"comida para perros", "cómo bañar a un perro"},
		"ru": {"корм для собак"},
	} {
		if got := language.Detect(keywords).Code; got != want {
			t.Errorf("%q are %s, want %s", keywords, got, want)
		}
	}
	if got := language.Detect(nil).Code; got != "en" {
		t.Errorf("of nothing: %s", got)
	}
}
