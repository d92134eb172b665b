package keywordfile

import (
	"errors"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// filterNames are the beginnings of the names under which Search Console exports its list of filters.
var filterNames = []string{"filt", "フィルタ", "필터", "过滤", "篩選", "фильтр"}

// filters reads the filters of the export, if the part is the list of filters: a name and a value in each row. They go into the notes,
// and a country becomes the market.
func (g *gathering) filters(p part) (found bool, err error) {
	if !slices.ContainsFunc(filterNames, func(name string) bool { return strings.HasPrefix(strings.ToLower(p.name), name) }) {
		return false, nil
	}
	var pairs []string
	err = p.readings[0].records(func(line int, cells []string) error {
		if len(pairs) == 20 {
			return errEnough
		}
		if line == 1 || len(cells) != 2 || !validText(cells[0]+cells[1]) {
			return nil
		}
		pairs = append(pairs, strings.TrimSpace(cells[0])+" "+strings.TrimSpace(cells[1]))
		if code := countryNamed(cells[1]); code != "" {
			g.filtersIn = code
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return false, err
	}
	if len(pairs) > 0 {
		g.report.Notes = append(g.report.Notes, "The export was filtered: "+strings.Join(pairs, ", ")+".")
	}
	if g.filtersIn == "" {
		g.report.Notes = append(g.report.Notes, "No country was filtered, so the numbers are of all countries together.")
	}
	return true, nil
}

// tongues are the known languages of Search Console's exports.
var tongues = []language.Tag{
	language.English, language.German, language.French, language.Spanish, language.Italian, language.Dutch, language.Polish,
	language.Turkish,
	language.Czech, language.Swedish, language.Japanese, language.Korean, language.Chinese, language.Russian, language.Portuguese,
}

// countries returns the country codes by their names in all tongues.
var countries = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for _, tongue := range tongues {
		namer := display.Regions(tongue)
		for a := 'A'; a <= 'Z'; a++ {
			for b := 'A'; b <= 'Z'; b++ {
				region, err := language.ParseRegion(string([]rune{a, b}))
				if err != nil || !region.IsCountry() || region.Canonicalize() != region {
					continue
				}
				names[strings.ToLower(namer.Name(region))] = strings.ToLower(region.String())
			}
		}
	}
	delete(names, "")
	return names
})

// countryNamed returns the code of the country with the name, "" if there is none.
func countryNamed(name string) string { return countries()[strings.ToLower(strings.TrimSpace(name))] }
