package pipeline

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"igny8/app/clustering"
	"igny8/app/pages"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
)

// languageOf is the language in which the keywords are written. A writing that one language has most readers of tells it by
// itself; Latin and Cyrillic ones are told apart by their words.
func languageOf(keywords []string) string {
	count, letters := map[string]int{}, 0
	for _, r := range strings.Join(keywords, "") {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		for _, s := range scripts {
			if unicode.Is(s.table, r) {
				count[s.language]++
			}
		}
	}
	if count["ja"] > 0 {
		count["ja"] += count["zh"]
	}
	for _, s := range scripts {
		if 2*count[s.language] > letters {
			return s.language
		}
	}
	return clustering.Language(keywords)
}

// scripts are writings and the language that is most often written so. Japanese uses the Chinese signs too and stands before it.
var scripts = []struct {
	language string
	table    *unicode.RangeTable
}{
	{"ar", unicode.Arabic},
	{"el", unicode.Greek},
	{"he", unicode.Hebrew},
	{"hi", unicode.Devanagari},
	{"th", unicode.Thai},
	{"ko", unicode.Hangul},
	{"ja", unicode.Hiragana},
	{"ja", unicode.Katakana},
	{"zh", unicode.Han},
}

// tongue is how the pipeline names in one language what no keyword names.
type tongue struct {
	promise string // what the site does, by its name
	about   string // the title of the page about it, by its name
	contact string
	shelves map[string]string // what categories are called, by the type of the site
}

var tongues = map[string]tongue{
	"en": {
		"%s answers what people search for, one page per question.", "About %s", "Contact",
		map[string]string{sites.Blog: "Categories", sites.Ecommerce: "Product categories", sites.Company: "Services"},
	},
	"de": {
		"%s beantwortet, wonach Menschen suchen: eine Seite für jede Frage.", "Über %s", "Kontakt",
		map[string]string{sites.Blog: "Kategorien", sites.Ecommerce: "Produktkategorien", sites.Company: "Leistungen"},
	},
	"fr": {
		"%s répond à ce que les gens cherchent, une page par question.", "À propos de %s", "Contact",
		map[string]string{sites.Blog: "Catégories", sites.Ecommerce: "Catégories de produits", sites.Company: "Services"},
	},
	"es": {
		"%s responde a lo que la gente busca, con una página por pregunta.", "Sobre %s", "Contacto",
		map[string]string{sites.Blog: "Categorías", sites.Ecommerce: "Categorías de productos", sites.Company: "Servicios"},
	},
	"it": {
		"%s risponde a ciò che la gente cerca, una pagina per ogni domanda.", "Chi siamo: %s", "Contatti",
		map[string]string{sites.Blog: "Categorie", sites.Ecommerce: "Categorie di prodotti", sites.Company: "Servizi"},
	},
	"nl": {
		"%s geeft antwoord op wat mensen zoeken, met één pagina per vraag.", "Over %s", "Contact",
		map[string]string{sites.Blog: "Categorieën", sites.Ecommerce: "Productcategorieën", sites.Company: "Diensten"},
	},
	"pt": {
		"%s responde ao que as pessoas pesquisam, com uma página por pergunta.", "Sobre %s", "Contato",
		map[string]string{sites.Blog: "Categorias", sites.Ecommerce: "Categorias de produtos", sites.Company: "Serviços"},
	},
}

// tongueOf is the tongue of the BCP 47 tag. Of another language it has no sentences: the name stands alone there.
func tongueOf(tag string) tongue {
	base, _ := language.Make(tag).Base()
	if t, known := tongues[base.String()]; known {
		return t
	}
	english := tongues["en"]
	return tongue{"%s", "%s", english.contact, english.shelves}
}

func (t tongue) describe(name string) string { return fmt.Sprintf(t.promise, name) }

// standing are the pages that every site has.
func (t tongue) standing(name string) []sitebuilder.PagePlan {
	return []sitebuilder.PagePlan{
		{Kind: pages.About, Title: fmt.Sprintf(t.about, name), Slug: "about", NoClusterReason: "Readers and search engines look for who writes here."},
		{Kind: pages.Contact, Title: t.contact, Slug: "contact", NoClusterReason: "Readers need a way to reach the business."},
	}
}
