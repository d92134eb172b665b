package language

import (
	"strings"

	"github.com/blevesearch/snowballstem/dutch"
)

var nl = &Language{
	Code: "nl", Name: "Dutch",
	FunctionWords: foldedSet(`aan al alle als bij dan dat de den der deze die dit doe doen door dus een en er had heb hebben heeft het hier hij
hoe hoeveel hun ik in is je jij kan kun kunnen maar me met mijn moet naar niet nog nu of om omdat onder ons ook op over per
te tegen tot uit u uw van veel voor waar waarom wanneer was wat we wel welke werd wie wij worden wordt zal ze zelf zich zij
zijn zo zonder zou`),
	Qualifiers: foldedSet(`beste goed goede goedkoop goedkope goedkoopste gratis lijst makkelijk nieuw nieuwe nieuwste online simpel snel top`),
	Stemmer:    dutchStem,
	Compounds:  true,
	Asking:     set("hoe wat wanneer waar waarom welke hoeveel kan mag moet"),
	Intents: &IntentWords{
		Opening: "wie, wat, wanneer, waar, waarom, welke, welk, is, zijn, kan, kun, mag, moet, heeft",
		Informational: "hoe, hoe moet, hoe kan, wat is, wat zijn, wat betekent, waarom, hoeveel, hoe lang, hoe vaak, handleiding, gids, betekenis, definitie, uitleg, voorbeeld, voorbeelden, " +
			"idee, ideeën, symptomen, oorzaken, oorzaak, geschiedenis, feiten, leren, zelf maken, recept, recepten, stap voor stap, voordelen, nadelen, bijwerkingen, statistieken, " +
			"verschil tussen, sjabloon, voor beginners, basis, inleiding, lijst, soorten, stappenplan, levensverwachting, berekenen",
		Commercial: "beste, vergelijken, vergelijking, vergelijk, beoordeling, beoordelingen, ervaring, ervaringen, aanbevolen, aanrader, goedkoopste, merken, verschil, verschillen, " +
			"alternatief, alternatieven, consumentenbond, of, aanbieders, leveranciers",
		Transactional: "kopen, koop, waar kopen, waar te koop, te koop, bestellen, online bestellen, prijs, prijzen, kosten, wat kost, goedkoop, goedkope, aanbieding, aanbiedingen, korting, " +
			"kortingscode, kortingsbon, in de buurt, bij mij in de buurt, huren, verhuur, boeken, reserveren, abonnement, gratis proberen, levering, bezorgen, winkel, winkels, webshop, " +
			"groothandel, tweedehands, gebruikt, offerte, downloaden, uitverkoop, aanvragen, afsluiten",
		Navigational: "inloggen, aanmelden, mijn account, mijn, klantenservice, telefoonnummer, openingstijden, adres, contact, officiële website, officiële site, hoofdkantoor, vestigingen",
	},
	Formula: &Formula{
		Name: "Reading ease for Dutch", Source: "Douma 1960", Easy: 60, Hard: 40,
		Score: func(c Counts) float64 { return 206.84 - 0.93*c.PerSentence() - 77*c.PerWord() },
	},
	Site: &Site{
		Promise: "%s geeft antwoord op wat mensen zoeken, met één pagina per vraag.", About: "Over %s", Contact: "Contact",
		Shelves: map[string]string{"blog": "Categorieën", "ecommerce": "Productcategorieën", "company": "Diensten"},
	},
	Theme: &Theme{
		Home: "Home", Skip: "Naar de inhoud", Menu: "Hoofdmenu", Breadcrumb: "Kruimelpad", Contents: "Inhoud",
		Latest: "Nieuwste", Topics: "Onderwerpen", Services: "Wat wij doen", Guides: "Koopgidsen", Categories: "Per categorie",
		More: "Meer lezen", RelatedTo: "Meer over {topic}", Related: "Gerelateerd", InThis: "In deze gids", OnShelf: "In deze categorie", Filed: "Geplaatst in",
		By: "Door", Updated: "Bijgewerkt op", Minutes: "{n} min leestijd", Articles: "artikelen", Article: "artikel",
		About: "Over ons", Contact: "Contact", Email: "E-mail", Phone: "Telefoon", Address: "Adres", GetInTouch: "Neem contact op",
		NotFound: "Deze pagina bestaat niet", NotFoundText: "Misschien is het adres verkeerd getypt of is de pagina verplaatst. Hier kunt u verder.", ToHome: "Naar de homepage",
		Draft: "Dit is een concept dat nog niemand heeft nagekeken.", Plan: "Dit is een plan: hier is nog niets geschreven.", Unwritten: "Nog te schrijven.", Feed: "RSS-feed", Footer: "Over deze site",
		Months: [12]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},
		Day:    "{d} {m} {y}",
	},
}

var settledDutch = settled(dutch.Stem)

// dutchStem removes inflections from a Dutch word. What is left is spelled as at the end of a word, where Dutch writes one
// consonant for two, f for v and s for z: matrassen is a form of matras, huizen of huis.
func dutchStem(word string) string {
	if base, ok := cutEnding(word, "ies", 2); ok {
		word = base + "ie"
	}
	stem := Plain(settledDutch(word))
	if len(stem) <= 3 {
		return stem
	}
	last := len(stem) - 1
	switch {
	case stem[last] == 'v':
		return stem[:last] + "f"
	case stem[last] == 'z':
		return stem[:last] + "s"
	case stem[last] == stem[last-1] && !strings.ContainsRune("aeiou", rune(stem[last])):
		return stem[:last]
	}
	return stem
}
