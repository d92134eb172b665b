package language

import "testing"

func TestIntentRules(t *testing.T) {
	t.Parallel()
	for language, keywords := range map[string]map[string]string{
		"en": {
			"how to glaze a kettle":        "informational",
			"what kettles whistle":         "informational",
			"kettle spout symptoms":        "informational",
			"can kettles rust":             "informational",
			"best copper kettle":           "commercial",
			"best kettles 2025":            "commercial",
			"top 10 kettles":               "commercial",
			"copper kettle vs steel":       "commercial",
			"copper kettle reviews":        "commercial",
			"buy copper kettle":            "transactional",
			"copper kettle price":          "transactional",
			"kettle repair near me":        "transactional",
			"kettlewood coupon code":       "transactional",
			"kettlewood login":             "navigational",
			"kettlewood.com":               "navigational",
			"www kettlewood":               "navigational",
			"kettlewood official site":     "navigational",
			"how much does a kettle cost":  "informational,transactional",
			"how to choose the best stove": "informational,commercial",
			"best cheap kettle":            "commercial,transactional",
			"best way to clean a kettle":   "informational", // the longer phrase speaks for its words
			"kettle 2025":                  "",              // a year alone tells nothing
			"copper kettle":                "",
			"what":                         "",
			"showhow kettle":               "", // part of a word is none
			"node.js kettle":               "",
			"":                             "",
			"…":                            "",
		},
		"de": {
			"wie entkalkt man einen kessel": "informational", "kessel bedeutung": "informational", "bester kupferkessel": "commercial", "kupferkessel test": "commercial",
			"kupferkessel vergleich": "commercial", "kupferkessel kaufen": "transactional", "kesselflicker in der nähe": "transactional", "kesselwald anmelden": "navigational",
			"was kostet ein kessel": "informational,transactional", "kupferkessel": "", "how to kessel": "",
		},
		"fr": {
			"comment détartrer une bouilloire": "informational", "qu'est-ce qu'une bouilloire": "informational", "meilleure bouilloire": "commercial",
			"avis bouilloire cuivre": "commercial", "acheter bouilloire": "transactional", "bouilloire pas cher": "transactional", "réparateur autour de moi": "transactional",
			"bouilleforêt connexion": "navigational", "comment choisir la meilleure bouilloire": "informational,commercial", "bouilloire": "",
		},
		"es": {
			"cómo limpiar una tetera": "informational", "qué es una tetera": "informational", "mejor tetera de cobre": "commercial", "opiniones tetera": "commercial",
			"comprar tetera": "transactional", "tetera precio": "transactional", "teteras cerca de mí": "transactional", "teteralia iniciar sesión": "navigational", "tetera": "",
		},
		"it": {
			"come pulire un bollitore": "informational", "cos'è un bollitore": "informational", "migliori bollitori": "commercial", "recensioni bollitore": "commercial",
			"comprare bollitore": "transactional", "bollitore prezzo": "transactional", "negozio bollitori vicino a me": "transactional", "bollitoria sito ufficiale": "navigational", "bollitore": "",
		},
		"nl": {
			"hoe ontkalk je een ketel": "informational", "wat is een fluitketel": "informational", "beste fluitketel": "commercial", "fluitketel ervaringen": "commercial",
			"fluitketel kopen": "transactional", "fluitketel aanbieding": "transactional", "ketelmaker in de buurt": "transactional", "ketelwoud inloggen": "navigational", "fluitketel": "",
		},
		"pt": {
			"como limpar uma chaleira": "informational", "o que é uma chaleira": "informational", "melhores chaleiras": "commercial", "chaleira vale a pena": "commercial",
			"comprar chaleira": "transactional", "chaleira preço": "transactional", "loja de chaleiras perto de mim": "transactional", "chaleirar minha conta": "navigational", "chaleira": "",
		},
		"de-CH": {"kupferkessel kaufen": "transactional"},
		"fi":    {"kupariset kattilat vs teräs": "commercial", "how to kattila": "", "kattila.com": "navigational"},
		"":      {"kattila youtube": "navigational"},
	} {
		rules := IntentRulesFor(language)
		for keyword, want := range keywords {
			if got := rules.Recognise(keyword); got != want {
				t.Errorf("%s: %q is %q, want %q", language, keyword, got, want)
			}
		}
	}
}

func BenchmarkIntentRules(b *testing.B) {
	rules := IntentRulesFor("en")
	keywords := []string{"copper kettle with a long spout", "how much does a kettle cost", "best kettles 2025", "kettlewood.com login"}
	for i := range b.N {
		rules.Recognise(keywords[i%len(keywords)])
	}
}
