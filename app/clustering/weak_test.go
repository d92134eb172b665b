package clustering_test

import (
	"testing"

	"igny8/app/clustering"
	"igny8/app/language"
)

// tray reports the share of weak memberships, and the share of their page with the same label, for weak and for other
// keywords.
func (t *table) tray(test *testing.T, sets []labelled) {
	t.row("\n| set | weak | of their page, weak ones belong with | others |\n|---|---|---|---|")
	for _, set := range sets {
		if set.level == clustering.Page {
			d := doubts(run(test, set.keywords, clustering.Options{}), set)
			t.row("| %s | %.1f%% | %.0f%% | %.0f%% |", set.name, 100*d.weak, 100*d.rightWeak, 100*d.rightOther)
		}
	}
}

type doubt struct{ weak, rightWeak, rightOther float64 }

func doubts(result clustering.Result, set labelled) doubt {
	truth, pages := map[string]string{}, map[int][]clustering.Membership{}
	for i, k := range set.keywords {
		truth[language.Key(k.Text)] = set.truth[i]
	}
	for _, m := range result.Memberships {
		pages[m.Page] = append(pages[m.Page], m)
	}
	var right, all [2]float64
	weak := 0.
	for _, page := range pages {
		for i, m := range page {
			kind := 0
			if m.Weak {
				kind, weak = 1, weak+1
			}
			for k, other := range page {
				if k == i {
					continue
				}
				part := 1 / float64(len(page)-1)
				all[kind] += part
				if truth[m.Key] == truth[other.Key] {
					right[kind] += part
				}
			}
		}
	}
	return doubt{weak / float64(len(result.Memberships)), right[1] / max(1, all[1]), right[0] / max(1, all[0])}
}

func TestWeakMarksTheLeastSimilarMembers(t *testing.T) {
	for _, granularity := range []clustering.Granularity{clustering.Fine, clustering.Normal, clustering.Coarse} {
		result := run(t, invented(2000), clustering.Options{Granularity: granularity})
		weak, strongest, weakest := 0, 0., 1.
		for _, m := range result.Memberships {
			if m.Weak {
				weak++
				strongest = max(strongest, m.Strength)
			} else {
				weakest = min(weakest, m.Strength)
			}
		}
		if part := float64(weak) / float64(len(result.Memberships)); part < .01 || part > .3 || strongest > weakest {
			t.Errorf("%s: %.3f are weak, up to %.2f; others from %.2f", granularity, part, strongest, weakest)
		}
	}
}
