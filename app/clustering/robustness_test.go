package clustering_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"igny8/app/clustering"
)

const (
	misspeltPart = 5      // one keyword in misspeltPart is misspelt
	grownPart    = 21     // one keyword in grownPart is new
	robustSize   = 20_000 // largest set that is run several times
)

// robustness reports what misspelling a fifth of the keywords costs, and how many decisions on the old keywords stay when a
// twentieth is added. It measures only sets whose level is known.
func (t *table) robustness(test *testing.T, sets []labelled) {
	t.row("\n| set | level | AMI | AMI, 20%% misspelt | lost | ARI of the old keywords, 5%% new | of their pairs, decided as before |\n|---|---|---|---|---|---|---|")
	lost, kept, agree, count := 0., 0., 0., 0.
	for _, set := range sets {
		if set.level == "" || len(set.keywords) > robustSize {
			continue
		}
		l, k := lostToMisspellings(test, set), keptWhenGrown(test, set)
		t.row("| %s | %s | %.4f | %.4f | %.4f | %.4f | %.4f |", set.name, set.level, l.before, l.after, l.before-l.after, k.ari, k.agree)
		lost, kept, agree, count = lost+l.before-l.after, kept+k.ari, agree+k.agree, count+1
	}
	if count > 0 {
		t.row("| **average** | | | | %.4f | %.4f | %.4f |", lost/count, kept/count, agree/count)
	}
}

type change struct{ before, after float64 }

func lostToMisspellings(t require, set labelled) change {
	source, wrong := rand.New(rand.NewPCG(3, 5)), append([]clustering.Keyword(nil), set.keywords...)
	for i := range wrong {
		if source.IntN(misspeltPart) == 0 {
			wrong[i].Text = misspell(source, wrong[i].Text)
		}
	}
	ami := func(list []clustering.Keyword) float64 {
		return measure(labels(run(t, list, clustering.Options{}), list)[set.level], set.truth).ami
	}
	return change{ami(set.keywords), ami(wrong)}
}

func keptWhenGrown(t require, set labelled) quality {
	source := rand.New(rand.NewPCG(7, 11))
	var old []clustering.Keyword
	for _, k := range set.keywords {
		if source.IntN(grownPart) > 0 {
			old = append(old, k)
		}
	}
	before, after := run(t, old, clustering.Options{}), run(t, set.keywords, clustering.Options{})
	return measure(labels(after, old)[set.level], labels(before, old)[set.level])
}

// hobbies returns an invented set: pages of some subjects, each with several searches.
func hobbies() labelled {
	set := labelled{level: clustering.Page}
	for _, hobby := range []struct{ subject, pages string }{
		{"greenhouse", "ventilation, glass panels, tomato growing, winter heater, shelving kit"},
		{"trampoline", "safety net, spring replacement, fitness workout, ground anchor, rain cover"},
		{"telescope", "eyepiece set, tripod mount, moon photography, lens cleaning, star finder"},
		{"aquarium", "water filter, led lights, snail removal, coral food, stand cabinet"},
		{"hammock", "tree straps, sleeping pad, mosquito screen, camping tarp, steel frame"},
		{"saxophone", "reed strength, mouthpiece size, jazz lessons, neck sling, fingering chart"},
		{"typewriter", "ribbon ink, letter repair, portable case, collector value, manual pdf"},
		{"microscope", "slide preparation, digital camera, bacteria view, oil immersion, school project"},
	} {
		for page := range strings.SplitSeq(hobby.pages, ", ") {
			for _, form := range []string{"%s %s", "best %s %s", "%s %s near me", "cheap %s %s", "how to find %s %s", "%s %s reviews", "%s %s 2026", "what is %s %s"} {
				set.keywords = append(set.keywords, clustering.Keyword{Text: fmt.Sprintf(form, hobby.subject, page)})
				set.truth = append(set.truth, hobby.subject+" "+page)
			}
		}
	}
	return set
}

func TestClusteringToleratesMisspellings(t *testing.T) {
	if l := lostToMisspellings(t, hobbies()); l.before < .8 || l.before-l.after > .01 {
		t.Errorf("AMI %.3f, misspelt %.3f", l.before, l.after)
	}
}

func TestClusteringKeepsDecisionsWhenTheListGrows(t *testing.T) {
	set := hobbies()
	for _, set.level = range levels {
		if kept := keptWhenGrown(t, set); kept.ari < .95 || kept.agree < .95 {
			t.Errorf("%ss: an ARI of %.3f, %.3f of the pair decisions stay", set.level, kept.ari, kept.agree)
		}
	}
}

// misspell swaps two neighbouring letters or drops one. It picks a word of at least five letters if there is one.
func misspell(source *rand.Rand, text string) string {
	letters, run := []rune(text), 0
	var places []int
	for i, r := range letters {
		if run++; r == ' ' {
			run = 0
		}
		if run >= 4 && i+1 < len(letters) && letters[i+1] != ' ' {
			places = append(places, i)
		}
	}
	if len(places) == 0 {
		return text
	}
	at := places[source.IntN(len(places))]
	if source.IntN(2) == 0 {
		return string(letters[:at]) + string(letters[at+1:])
	}
	letters[at], letters[at+1] = letters[at+1], letters[at]
	return string(letters)
}
