package clustering_test

import (
	"slices"
	"strings"
	"testing"

	"igny8/app/clustering"
	"igny8/app/language"
)

func pageOf(t *testing.T, result clustering.Result, text string) clustering.Membership {
	t.Helper()
	for _, m := range result.Memberships {
		if m.Key == language.Key(text) {
			return m
		}
	}
	t.Fatalf("%q is not in the result", text)
	return clustering.Membership{}
}

func kinds(m clustering.Membership) []string {
	var list []string
	for _, e := range m.Evidence {
		list = append(list, e.Kind)
	}
	return list
}

// garden returns an invented list with several subjects.
func garden() []clustering.Keyword {
	return keywords(
		"compost bin", "compost bins", "best compost bin", "compost bin for kitchen", "how to use a compost bin",
		"raised bed soil", "soil for raised beds", "raised bed soil mix", "tomato plant food", "tomato plant fertilizer",
		"watering can", "watering cans", "metal watering can", "robot lawn mower", "robotic lawn mower", "lawn mower robot",
		"hedge trimmer battery", "battery hedge trimmer", "greenhouse heater", "greenhouse heating", "slug repellent", "bird feeder pole",
	)
}

func TestEvidenceNamesTheReason(t *testing.T) {
	result := run(t, garden(), clustering.Options{})
	bin, bins := pageOf(t, result, "compost bin"), pageOf(t, result, "compost bins")
	if bin.Page != bins.Page || bin.Evidence[0].String() != `shares "compost bin" with "best compost bin"` && !strings.HasPrefix(bin.Evidence[0].String(), `shares "compost bin" with "`) {
		t.Errorf("compost bin: page %d and %d, %v", bin.Page, bins.Page, bin.Evidence)
	}
	slug := pageOf(t, result, "slug repellent")
	if !slices.Equal(kinds(slug), []string{clustering.Alone}) || slug.Weak || !strings.HasPrefix(slug.Evidence[0].String(), "alone") {
		t.Errorf("slug repellent: %v, weak %v", slug.Evidence, slug.Weak)
	}
	if robot := pageOf(t, result, "robot lawn mower"); robot.Page == bin.Page || robot.Page != pageOf(t, result, "lawn mower robot").Page {
		t.Error("word order splits a page or subjects share one")
	}
}

func TestToolValuesJoinPages(t *testing.T) {
	serp := []string{"https://a.example/1", "https://b.example/2", "https://c.example/3", "https://d.example/4"}
	for kind, given := range map[string]clustering.Keyword{
		clustering.ParentKeyword: {Parent: "Snail control"},
		clustering.Given:         {Group: "Snails"},
		clustering.SamePage:      {URLs: serp[:1]},
		clustering.SameSERP:      {URLs: serp},
	} {
		list := garden()
		a, b := given, given
		a.Text, b.Text = "slug repellent", "snail barrier copper"
		result := run(t, append(list[:20:20], list[21], a, b), clustering.Options{})
		slug, snail := pageOf(t, result, a.Text), pageOf(t, result, b.Text)
		if slug.Page != snail.Page || !slices.Equal(kinds(slug), []string{kind}) || slug.Evidence[0].Detail != b.Text ||
			!strings.Contains(slug.Evidence[0].String(), b.Text) {
			t.Errorf("%s: pages %d and %d, %v", kind, slug.Page, snail.Page, slug.Evidence)
		}
	}
}

func TestClusteringIgnoresValuesOfEveryKeyword(t *testing.T) {
	list := garden()
	want := len(run(t, list, clustering.Options{}).Clusters)
	for i := range list {
		list[i].Group = "My export"
	}
	if got := len(run(t, list, clustering.Options{}).Clusters); got != want {
		t.Errorf("%d clusters, without the group %d", got, want)
	}
}

func TestNamesAvoidTheSeed(t *testing.T) {
	volume := func(n int64) *int64 { return &n }
	list := []clustering.Keyword{{Text: "yoga mat", Volume: volume(90000)}}
	for _, use := range strings.Fields("cork travel kids thick hot cleaning storage strap bag towel") {
		for i, form := range []string{"yoga mat %s", "best yoga mat %s", "%s yoga mat", "yoga mat %s reviews"} {
			list = append(list, clustering.Keyword{Text: strings.ReplaceAll(form, "%s", use), Volume: volume(int64(100 - i))})
		}
	}
	result := run(t, list, clustering.Options{})
	home := pageOf(t, result, "yoga mat").Page
	for i, c := range result.Clusters {
		if c.Level == clustering.Page && i != home && c.Name == "yoga mat" {
			t.Errorf("the page %d is named after the seed", i)
		}
	}
	if cork := result.Clusters[pageOf(t, result, "cork yoga mat").Page]; !strings.Contains(cork.Name, "cork") {
		t.Errorf("the page of cork is named %q", cork.Name)
	}
}

func TestClusteringJoinsTyposAndCompounds(t *testing.T) {
	for name, c := range map[string]struct {
		language string
		list     []string
		together [2]string
	}{
		"plural":         {"", []string{"bicycle helmets", "bicycle helmet"}, [2]string{"bicycle helmets", "bicycle helmet"}},
		"accents":        {"fr", []string{"éduquer un chiot", "eduquer chiot"}, [2]string{"éduquer un chiot", "eduquer chiot"}},
		"detected":       {"", []string{"comment éduquer un chiot", "éduquer son chiot", "le panier pour le chat", "croquettes de chien"}, [2]string{"comment éduquer un chiot", "éduquer son chiot"}},
		"german ending":  {"de-AT", []string{"gartenmöbel reinigen", "gartenmöbel reinigung", "die hecke"}, [2]string{"gartenmöbel reinigen", "gartenmöbel reinigung"}},
		"dutch plural":   {"nl", []string{"elektrische fiets", "elektrische fietsen", "goedkope laptop"}, [2]string{"elektrische fiets", "elektrische fietsen"}},
		"danish plural":  {"da", []string{"billig madras", "billige madrasser", "rød lampe"}, [2]string{"billig madras", "billige madrasser"}},
		"italian plural": {"it", []string{"albergo economico roma", "alberghi economici roma", "scarpe rosse"}, [2]string{"albergo economico roma", "alberghi economici roma"}},
		"polish plural":  {"pl", []string{"rower elektryczny", "rowery elektryczne", "buty damskie"}, [2]string{"rower elektryczny", "rowery elektryczne"}},
		"turkish plural": {"tr", []string{"ucuz otel", "ucuz oteller", "kahve makinesi"}, [2]string{"ucuz otel", "ucuz oteller"}},
		"compound":       {"", []string{"web site builder", "website builder"}, [2]string{"web site builder", "website builder"}},
		"misspelt":       {"", []string{"greenhouse kit", "greenhouse kits", "greenhouse for sale", "greenhouse plans", "greenhouse shelf", "greanhouse kit"}, [2]string{"greenhouse kit", "greanhouse kit"}},
		"dots and names": {"", []string{"marker.io review", "marker io review", "c++ course", "c# course"}, [2]string{"marker.io review", "marker io review"}},
		"chinese":        {"", []string{"搜索引擎优化", "搜索引擎优化工具", "面包机"}, [2]string{"搜索引擎优化", "搜索引擎优化工具"}},
		"unknown":        {"xx", []string{"aba kudu", "kudu aba"}, [2]string{"aba kudu", "kudu aba"}},
	} {
		t.Run(name, func(t *testing.T) {
			result := run(t, keywords(c.list...), clustering.Options{Language: c.language})
			if a, b := pageOf(t, result, c.together[0]), pageOf(t, result, c.together[1]); a.Page != b.Page {
				t.Errorf("%q and %q are in two pages: %v", c.together[0], c.together[1], result.Clusters)
			}
		})
	}
}

func TestGranularityOrdersTheNumberOfClusters(t *testing.T) {
	count := func(g clustering.Granularity) int {
		return len(run(t, garden(), clustering.Options{Granularity: g}).Clusters)
	}
	if fine, normal, coarse := count(clustering.Fine), count(clustering.Normal), count(clustering.Coarse); fine < normal ||
		normal < coarse || fine == coarse {
		t.Errorf("fine %d, normal %d, coarse %d clusters", fine, normal, coarse)
	}
}
