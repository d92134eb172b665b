package language

import "github.com/blevesearch/snowballstem/italian"

var it = &Language{
	Code: "it", Name: "Italian",
	FunctionWords: foldedSet(`a ad agli ai al alla alle allo anche c che chi ci come con cosa cui d da dagli dai dal dalla dalle dei degli del
della delle dello di do dove e è ed era essere fa fare gli ha hai hanno ho i il in io l la le lei li lo loro lui ma me mi mia
mio ne negli nei nel nella nelle no noi non o per perché più può quale quali quando quanto quanti quanta quello questa queste
questo se sei si sia sono sta su sua sue sugli sui sul sulla suo te ti tra tu tua tuo un una uno vi voi`),
	Qualifiers: foldedSet(`economico facile gratis gratuito gratuita lista migliore migliori nuovo nuova nuovi online semplice top veloce`),
	Letters:    "òìù",
	Stemmer:    settled(italian.Stem),
	Asking:     set("come cosa cos'è quando dove chi perché quanto quale quali"),
	Intents: &IntentWords{
		Opening: "chi, quando, dove, quale, quali, è, sono, si può, posso",
		Informational: "come, cosa, cos è, cosa è, che cos è, che cosa è, cosa sono, cosa significa, perché, perche, quanto, quanti, quanto tempo, guida, significato, definizione, spiegazione, " +
			"esempio, esempi, idea, idee, sintomi, cause, storia, imparare, ricetta, ricette, passo passo, vantaggi, benefici, effetti collaterali, statistiche, differenza tra, modello, " +
			"per principianti, introduzione, elenco, tipi di, consigli, trucchi, fai da te, a cosa serve, rimedi, calcolo",
		Commercial: "migliore, migliori, miglior, confronto, confrontare, comparazione, recensione, recensioni, opinioni, opinione, classifica, consigliato, consigliati, marche, " +
			"differenza, differenze, alternativa, alternative, o, più economico, fornitori",
		Transactional: "comprare, acquistare, acquisto, dove comprare, ordinare, prezzo, prezzi, costo, costi, quanto costa, economico, economica, economici, offerta, offerte, sconto, sconti, " +
			"buono sconto, codice sconto, coupon, vicino a me, nelle vicinanze, noleggio, noleggiare, affitto, prenotare, prenotazione, abbonamento, prova gratuita, spedizione, negozio, " +
			"negozi, ingrosso, in vendita, usato, usata, usati, preventivo, scaricare, saldi, vendita",
		Navigational: "accedi, accesso, area clienti, il mio account, servizio clienti, assistenza clienti, numero di telefono, numero verde, orari, indirizzo, contatti, sito ufficiale",
	},
	Formula: &Formula{
		Name: "Gulpease", Source: "Lucisano and Piemontese 1988", Easy: 60, Hard: 40,
		Score: func(c Counts) float64 {
			return min(100, 89+(300*float64(c.Sentences)-10*float64(c.Letters))/float64(c.Words))
		},
	},
	Site: &Site{
		Promise: "%s risponde a ciò che la gente cerca, una pagina per ogni domanda.", About: "Chi siamo: %s", Contact: "Contatti",
		Shelves: map[string]string{"blog": "Categorie", "ecommerce": "Categorie di prodotti", "company": "Servizi"},
	},
	Theme: &Theme{
		Home: "Home", Skip: "Vai al contenuto", Menu: "Menu principale", Breadcrumb: "Percorso", Contents: "Indice",
		Latest: "Ultimi articoli", Topics: "Argomenti", Services: "Cosa facciamo", Guides: "Guide all’acquisto", Categories: "Per categoria",
		More: "Altre letture", RelatedTo: "Altro su {topic}", Related: "Articoli correlati", InThis: "In questa guida", OnShelf: "In questa categoria", Filed: "Archiviato in",
		By: "Di", Updated: "Aggiornato il", Minutes: "{n} min di lettura", Articles: "articoli", Article: "articolo",
		About: "Chi siamo", Contact: "Contatti", Email: "E-mail", Phone: "Telefono", Address: "Indirizzo", GetInTouch: "Contattaci",
		NotFound: "Questa pagina non esiste", NotFoundText: "Forse l’indirizzo è errato o la pagina è stata spostata. Da qui si può proseguire.", ToHome: "Vai alla home",
		Draft: "Questa è una bozza che nessuno ha ancora rivisto.", Plan: "Questo è un piano: qui non c’è ancora nulla di scritto.", Unwritten: "Ancora da scrivere.", Feed: "Feed RSS", Footer: "Su questo sito",
		Months: [12]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"},
		Day:    "{d} {m} {y}",
	},
}
