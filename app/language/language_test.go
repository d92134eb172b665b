package language_test

import (
	"flag"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"igny8/app/language"
)

var record = flag.Bool("record", false, "write testdata/lacks.golden anew")

// The gaps of every language are listed here, so that we find them before readers do.
func TestLanguagesLack(t *testing.T) {
	t.Parallel()
	var lines []string
	for _, l := range language.All() {
		var lacks []string
		v := reflect.ValueOf(*l)
		for i := range v.NumField() {
			switch name := v.Type().Field(i).Name; name {
			case "Scripts", "Borrows", "Letters", "Compounds", "OrdinalDot": // a property of the language, not a piece of work
			default:
				if v.Field(i).IsZero() {
					lacks = append(lacks, name)
				}
			}
		}
		lines = append(lines, l.Code+" "+l.Name+": "+strings.Join(lacks, ", "))
	}
	slices.Sort(lines)
	got := strings.Join(lines, "\n") + "\n"
	const golden = "testdata/lacks.golden"
	if *record {
		if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("languages lack something else than %s says; if that is right, run the test with -record:\n%s", golden, got)
	}
}

func TestOfFindsTheLanguageOfATag(t *testing.T) {
	t.Parallel()
	for tag, want := range map[string]string{"": "", "tlh": "tlh", "de-AT": "de", "pt_BR": "pt", "NN": "nb", "zh-Hans-CN": "zh"} {
		if got := language.Of(tag).Code; got != want {
			t.Errorf("%q: got %q, want %q", tag, got, want)
		}
	}
}

func TestDetect(t *testing.T) {
	t.Parallel()
	for texts, want := range map[string]string{
		"":         "en",
		"404; 500": "en",
		"best espresso machine; how to clean the espresso machine; espresso or filter": "en",
		"was kostet eine wärmepumpe; wärmepumpe für den altbau":                        "de",
		"comment nettoyer une chaudière; prix d'une chaudière à gaz":                   "fr",
		"cómo limpiar el horno; el mejor horno para pan":                               "es",
		"come pulire il forno; quanto costa una caldaia":                               "it",
		"hoe maak je een oven schoon; wat kost een warmtepomp":                         "nl",
		"como limpar o forno; quanto custa uma bomba de calor":                         "pt",
		"как выбрать кофемашину; какая кофемашина лучше для дома":                      "ru",
		"コーヒーの淹れ方; 珈琲豆 通販":                                                             "ja",
		"咖啡机 推荐; 家用咖啡机":                                                                "zh",
		"커피 머신 추천":                                                                     "ko",
		"πώς να καθαρίσω τη μηχανή":                                                    "el",
	} {
		g := language.Detect(strings.Split(texts, "; "))
		if g.Code != want || g.Sure < 0 || g.Sure > 1 {
			t.Errorf("%q: got %+v, want %s", texts, g, want)
		}
	}
}

func TestDetectByScript(t *testing.T) {
	t.Parallel()
	for want, keywords := range map[string]string{
		"en": "garden hose,n8n 工作流,best hose for the garden",
		"de": "gartenschlauch für den garten,wie repariert man einen schlauch",
		"ja": "犬 しつけ,犬の散歩 時間,ドッグフード おすすめ",
		"zh": "狗粮推荐,如何训练狗",
		"ko": "강아지 훈련,강아지 사료 추천",
		"el": "τροφή για σκύλους",
		"ar": "تدريب الكلاب",
	} {
		if got := language.Detect(strings.Split(keywords, ",")).Code; got != want {
			t.Errorf("%s: %s, want %s", keywords, got, want)
		}
	}
}

func TestSiteWordsAreWhole(t *testing.T) {
	t.Parallel()
	for _, l := range language.All() {
		s := l.Site
		if s == nil {
			continue
		}
		for _, phrase := range []string{s.Promise, s.About} {
			if strings.Count(phrase, "%s") != 1 {
				t.Errorf("%s: %q does not name the site", l.Code, phrase)
			}
		}
		if s.Contact == "" || len(s.Shelves) != 3 {
			t.Errorf("%s lacks names: %+v", l.Code, s)
		}
	}
	if got := language.SiteOf("tlh-KX").Describe("Hundar"); got != "Hundar" {
		t.Errorf("in a language without words: %q", got)
	}
}

func TestDetectSaysHowSure(t *testing.T) {
	t.Parallel()
	if g := language.Detect([]string{"espresso"}); g.Sure != 0 || g.Words != 0 {
		t.Errorf("a word of no language: got %+v", g)
	}
	clear := language.Detect([]string{"was kostet eine wärmepumpe für den altbau und wie lange hält sie"})
	if clear.Sure < 0.5 || clear.Words < 5 || clear.Than("en") < 0.7 {
		t.Errorf("a German sentence: got %+v", clear)
	}
}

func TestSpokenPrefersTheLanguageOfTheTexts(t *testing.T) {
	t.Parallel()
	usable := func(l *language.Language) bool { return l.Code == "en" || l.Code == "de" }
	german := []string{"was kostet eine wärmepumpe", "wärmepumpe für den altbau", "welche wärmepumpe ist die beste"}
	for _, c := range []struct {
		tag   string
		texts []string
		want  string
	}{
		{"pl", german, "pl"}, // not usable itself: nothing to choose between
		{"en", []string{"come pulire il forno", "quanto costa una caldaia", "la migliore per la casa"}, "en"}, // Italian is not usable
		{"en", german[:1], "en"}, // too little to tell
		{"en", nil, "en"},
		{"en", german, "de"},
		{"de-AT", german, "de"},
	} {
		if got := language.Spoken(c.tag, c.texts, usable); got.Code != c.want {
			t.Errorf("%s with %q: got %s, want %s", c.tag, c.texts, got.Code, c.want)
		}
	}
}
