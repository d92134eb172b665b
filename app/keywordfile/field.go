package keywordfile

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Field is the meaning of a column.
type Field string

// The fields.
const (
	FieldKeyword     Field = "keyword"
	FieldVolume      Field = "volume"
	FieldVolumeLow   Field = "volume_low"
	FieldVolumeHigh  Field = "volume_high"
	FieldDifficulty  Field = "difficulty"
	FieldCPC         Field = "cpc"
	FieldCurrency    Field = "currency"
	FieldIntent      Field = "intent"
	FieldCountry     Field = "country"
	FieldImpressions Field = "impressions"
	FieldClicks      Field = "clicks"
	FieldPosition    Field = "position"
	FieldTrend       Field = "trend"
	FieldParent      Field = "parent"
	FieldURL         Field = "url"
	FieldPage        Field = "page"
	FieldTopic       Field = "topic"
	FieldIgnored     Field = "ignored"
)

// intentField is a column of true and false for one intent, as Ahrefs' Site Explorer writes them.
const intentField = "intent:"

// Fields returns the possible meanings of a column, in the order in which the mapping offers them.
func Fields() []Field {
	list := make([]Field, len(fields))
	for i, f := range fields {
		list[i] = f.field
	}
	return list
}

// Words returns the name of the field on screens, "" for an unknown field.
func (f Field) Words() string {
	for _, known := range fields {
		if known.field == f {
			return known.words
		}
	}
	return ""
}

var fields = []struct {
	field Field
	words string
}{
	{FieldIgnored, "left out"},
	{FieldKeyword, "keyword"},
	{FieldVolume, "volume"},
	{FieldVolumeLow, "lowest volume"},
	{FieldVolumeHigh, "highest volume"},
	{FieldDifficulty, "difficulty"},
	{FieldCPC, "CPC"},
	{FieldCurrency, "currency of the CPC"},
	{FieldIntent, "intent"},
	{FieldCountry, "country"},
	{FieldImpressions, "impressions"},
	{FieldClicks, "clicks"},
	{FieldPosition, "position"},
	{FieldTrend, "trend"},
	{FieldParent, "parent keyword"},
	{FieldURL, "ranking address"},
	{FieldPage, "page it is grouped in"},
	{FieldTopic, "topic it is grouped in"},
	{intentField + "informational", "informational: yes or no"},
	{intentField + "commercial", "commercial: yes or no"},
	{intentField + "transactional", "transactional: yes or no"},
	{intentField + "navigational", "navigational: yes or no"},
}

// names are the headers of each field, normalised, in the languages of known exports.
var names = map[Field][]string{
	FieldKeyword: {
		"keyword", "keywords", "query", "queries", "top queries", "search term", "search query", "kw", "phrase", "häufigste suchanfragen", "suchanfragen",
		"requêtes les plus fréquentes", "consultas principales", "query principali", "populairste zoekopdrachten", "najpopularniejsze zapytania",
		"en popüler sorgular", "nejčastější dotazy", "vanligaste sökfrågorna", "上位のクエリ", "인기 검색어", "热门查询", "поисковый запрос",
	},
	FieldVolume: {
		"volume", "search volume", "vol", "search vol.", "search vol", "avg. monthly searches", "avg. search volume", "sv", "monthly volume", "monthly searches", "msv",
	},
	FieldVolumeLow: {"min volume"}, FieldVolumeHigh: {"max volume"},
	FieldDifficulty: {"difficulty", "kd", "kd %", "keyword difficulty", "keyword difficulty index", "seo difficulty", "sd", "kd/diff", "diff"},
	FieldCPC:        {"cpc"}, FieldCurrency: {"currency"},
	FieldIntent:  {"intent", "intents", "keyword intents", "search intent"},
	FieldCountry: {"country", "country code", "database"},
	FieldImpressions: {
		"impressions", "impressionen", "impresiones", "impressioni", "vertoningen", "wyświetlenia", "görüntüleme", "zobrazení", "visningar", "表示回数", "노출수", "展示次数", "показы",
	},
	FieldClicks: {"clicks", "klicks", "clics", "clic", "klikken", "kliknięcia", "tıklama", "kliknutí", "klick", "クリック数", "클릭수", "点击次数", "клики"},
	FieldPosition: {
		"position", "current position", "average position", "durchschnittliche position", "position moyenne", "posición media", "posizione media", "positie", "pozycja",
		"ortalama konum", "průměrná pozice", "genomsnittlig position", "掲載順位", "평균 게재순위", "平均排名", "позиция",
	},
	FieldTrend:  {"trend", "trends", "sv trend"},
	FieldParent: {"parent keyword", "parent topic"},
	FieldURL:    {"url", "current url", "serp_urls", "urls", "landing page"},
	FieldPage:   {"page", "cluster", "group"}, FieldTopic: {"topic", "spoke"},
}

// reasons tell why a known column is not used.
var reasons = map[string]string{
	"opportunity": "it is computed again", "demand": "it is computed again", "why it is there": "grouping finds its own reasons", "intent by": "said together with the intent",
	"#": "a row number", "no": "a row number",
	"global volume":             "the volume of all countries, never that of one market",
	"traffic potential":         "the traffic of the first result, not of the keyword",
	"global traffic potential":  "the traffic of the first result, not of the keyword",
	"competition":               "competition for ads, not difficulty",
	"competitive density":       "competition for ads, not difficulty",
	"competition index":         "competition for ads, not difficulty",
	"paid difficulty":           "competition for ads, not difficulty",
	"pd":                        "competition for ads, not difficulty",
	"content references":        "the same for every keyword of a page, so no evidence about one",
	"previous position":         "an older value",
	"number of results":         "says little about a keyword",
	"serp features":             "what else the result page shows is not kept",
	"serp features by keyword":  "what else the result page shows is not kept",
	"organic traffic":           "an estimate of the tool, not a fact about the keyword",
	"current organic traffic":   "an estimate of the tool, not a fact about the keyword",
	"paid traffic":              "an estimate of the tool, not a fact about the keyword",
	"language":                  "the language is found from the keywords themselves",
	"languages":                 "the language is found from the keywords themselves",
	"location":                  "the country is read where a column names it by its code",
	"entities":                  "what the tool makes of the words is not kept",
	"category":                  "what the tool makes of the words is not kept",
	"branded":                   "not an intent of its own",
	"local":                     "not an intent of its own",
	"updated":                   "when the tool looked is not kept",
	"current url inside":        "repeats the ranking address",
	"position type":             "every position counts alike",
	"tags":                      "labels of the tool's own lists",
	"page type":                 "follows from the clusters",
	"ctr":                       "follows from clicks and impressions",
	"cps":                       "clicks for each search are not kept",
	"last update":               "when the tool looked is not kept",
	"first seen":                "when the tool looked is not kept",
	"timestamp":                 "when the tool looked is not kept",
	"traffic":                   "an estimate of the tool, not a fact about the keyword",
	"traffic cost":              "an estimate of the tool, not a fact about the keyword",
	"top of page bid low range": "a bid for ads", "top of page bid high range": "a bid for ads",
}

var intentColumns = map[string]bool{"informational": true, "commercial": true, "transactional": true, "navigational": true}

var (
	suffix  = regexp.MustCompile(`\s*\(.*\)\s*$`)
	compare = regexp.MustCompile(`^last \d+ (days|weeks|months) `)
	months  = regexp.MustCompile(`^(searches: |sv trend|sv forecasting|trend)`)
	cost    = regexp.MustCompile(`\(([a-z]{3})\)`)
)

// header returns a header cell in the form in which headers are compared: NFC, lower case, no trailing bracket. The bracket in "CPC
// (USD)" names the currency.
func header(cell string) string {
	s := strings.ToLower(strings.Join(strings.Fields(spaced(norm.NFC.String(cell))), " "))
	s = strings.ReplaceAll(s, "_", " ")
	if bare := strings.TrimSpace(suffix.ReplaceAllString(s, "")); bare != "" {
		s = bare
	}
	return compare.ReplaceAllString(s, "")
}

var byName = func() map[string]Field {
	all := map[string]Field{"serp urls": FieldURL}
	for field, list := range names {
		for _, name := range list {
			all[name] = field
		}
	}
	return all
}()

// fieldOf returns the meaning of a header cell, FieldIgnored if it has none.
func fieldOf(cell string) Field {
	h := header(cell)
	if intentColumns[h] {
		return Field(intentField + h)
	}
	if field, ok := byName[h]; ok {
		return field
	}
	return FieldIgnored
}

func reasonFor(cell string) string {
	h := header(cell)
	if reason, ok := reasons[h]; ok {
		return reason
	}
	if months.MatchString(h) || strings.HasPrefix(h, "searches:") {
		return "single months are not kept"
	}
	return "not used"
}
