package keywordfile

import (
	"regexp"
	"strings"
)

// The formats that have rules of their own for rows.
const (
	semrushAPI     = "Semrush API"
	keywordPlanner = "Google Keyword Planner"
	searchConsole  = "Google Search Console"
	exported       = "IGNY8 export"
	strategy       = "Semrush Keyword Strategy Builder"
)

// marks are the headers by which a format is recognised, the most specific first.
var marks = []struct {
	format string
	all    []string
}{
	{exported, []string{header(ExportedOpportunity), header(ExportedIntentBy), header(ExportedWhy)}},
	{strategy, []string{"seed keyword"}},
	{"Semrush Organic Positions", []string{"position type"}},
	{"Semrush Organic Positions", []string{"traffic cost", "position"}},
	{semrushAPI, []string{"keyword difficulty index"}},
	{"Ahrefs Site Explorer", []string{"current url", "kd"}},
	{"Ahrefs Keywords Explorer", []string{"parent keyword"}},
	{"Ahrefs Keywords Explorer", []string{"parent topic"}},
	{"Ahrefs Keywords Explorer", []string{"global volume"}},
	{keywordPlanner, []string{"avg. monthly searches"}},
	{"Bing Webmaster Tools", []string{"query", "average position", "impressions"}},
	{"Semrush Keyword Magic", []string{"keyword difficulty", "serp features"}},
	{"Semrush Keyword Magic", []string{"keyword difficulty", "number of results"}},
	{"SE Ranking", []string{"search vol."}},
	{"Ubersuggest", []string{"paid difficulty"}},
	{"Ubersuggest", []string{"pd", "sd"}},
	{"Mangools KWFinder", []string{"avg. search volume"}},
	{"Moz Keyword Explorer", []string{"organic ctr"}},
	{"Keywords Everywhere", []string{"vol", "competition"}},
	{"Keyword Insights", []string{"cluster", "search volume"}},
}

func formatOf(s sheet) string {
	if s.header == nil {
		return "Keyword list"
	}
	present, fields := map[string]bool{}, map[Field]bool{}
	for i, cell := range s.header {
		present[header(cell)] = true
		fields[s.fields[i]] = true
	}
	for _, mark := range marks {
		all := true
		for _, name := range mark.all {
			all = all && present[name]
		}
		if all {
			return mark.format
		}
	}
	if fields[FieldClicks] && fields[FieldImpressions] {
		return searchConsole
	}
	return "Keyword table"
}

// intents maps the words and letters of the tools to intents.
var intents = map[string]string{
	"informational": "informational", "information": "informational", "i": "informational", "commercial": "commercial", "c": "commercial",
	"transactional": "transactional", "t": "transactional", "navigational": "navigational", "n": "navigational",
}

// apiIntents maps the numbers of Semrush's API to intents.
var apiIntents = map[string]string{"0": "commercial", "1": "informational", "2": "navigational", "3": "transactional"}

func intentsIn(cell, format string) []string {
	words := intents
	if format == semrushAPI {
		words = apiIntents
	}
	var list []string
	for _, part := range strings.FieldsFunc(strings.ToLower(cell), func(r rune) bool { return strings.ContainsRune(",;/|&", r) }) {
		if intent, ok := words[strings.TrimSpace(part)]; ok && !has(list, intent) {
			list = append(list, intent)
		}
	}
	return list
}

func has(list []string, s string) bool {
	for _, other := range list {
		if other == s {
			return true
		}
	}
	return false
}

// countryOf returns the country code in a cell, "" if the cell is no code of two letters.
func countryOf(cell string) string {
	s := strings.ToLower(strings.TrimSpace(cell))
	s = strings.TrimPrefix(s, "mobile-")
	if len(s) != 2 || s[0] < 'a' || s[0] > 'z' || s[1] < 'a' || s[1] > 'z' {
		return ""
	}
	if s == "uk" {
		return "gb"
	}
	return s
}

var (
	marketInName = regexp.MustCompile(`(?i)(?:^google_|broad-match_|phrase-match_|exact-match_|related_|questions_|positions-|_)([a-z]{2})[_-](?:\d{4}-?\d{2}-?\d{2}|[a-z0-9-]+_matching)`)
	dayInName    = regexp.MustCompile(`(20\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])`)
)

// dateIn returns the date in the name of a file, as YYYY-MM-DD.
func dateIn(name string) string {
	m := dayInName.FindStringSubmatch(name)
	if m == nil {
		return ""
	}
	return m[1] + "-" + m[2] + "-" + m[3]
}

func marketIn(name string) string {
	m := marketInName.FindStringSubmatch(name)
	if m == nil {
		return ""
	}
	return countryOf(m[1])
}
