package language

var de = &Language{
	Code: "de", Name: "German",
	FunctionWords: foldedSet(`aber alle allem allen aller alles als also am an andere ander auch auf aus bei beim bin bis bist da dafür damit
dann das dass dein deine dem den denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein
eine einem einen einer eines er es etwas euer für gegen gibt habe haben hat hatte hier ich ihr ihre ihrem ihren ihrer im in
ins ist ja jede jedem jeden jeder jedes kann kein keine können lässt machen macht man mehr mein meine mit muss müssen nach
nicht nichts noch nur ob oder ohne sehr sein seine sich sie sind so soll sollte solche über um und uns unser unter vom von
vor wann war warum was weil welche welchem welchen welcher welches wem wen wenn wer werden wie wieder wieso wird wo wozu
wurde zu zum zur zwischen`),
	Qualifiers: foldedSet(`beliebt beliebte beste bester bestes besten billig einfach einfache empfehlenswert empfehlung empfehlungen
gratis gut gute guter gutes günstig günstige günstigste kostenlos kostenlose kostenloser liste neu neue neueste online
preiswert schnell schnelle top übersicht`),
	Letters:    "äöüß",
	Stemmer:    germanStem,
	Compounds:  true,
	OrdinalDot: true,
	Asking:     set("wie was wann wo wer warum wieso welche welcher welches kann ist sind soll"),
	Intents: &IntentWords{
		Opening: "wer, was, wann, wo, warum, wieso, weshalb, welche, welcher, welches, ist, sind, kann, darf, muss, soll, sollte, hat, wie",
		Informational: "wie, was ist, was sind, was bedeutet, wie viel, wie viele, wie lange, wie oft, anleitung, anleitungen, ratgeber, bedeutung, definition, erklärung, erklärt, beispiel, " +
			"beispiele, ideen, symptome, ursachen, ursache, geschichte, fakten, lernen, selber machen, selbst gemacht, rezept, rezepte, schritt für schritt, vorteile, nebenwirkungen, " +
			"statistik, checkliste, unterschied zwischen, vorlage, vorlagen, muster, für anfänger, grundlagen, übersicht, einführung, arten, liste, rechner, tipps, lebenserwartung, hausmittel, zum ausdrucken, vor und nachteile",
		Commercial: "beste, bester, bestes, besten, test, tests, testbericht, testsieger, stiftung warentest, vergleich, vergleichen, im vergleich, bewertung, bewertungen, erfahrung, erfahrungen, erfahrungsberichte, " +
			"empfehlung, empfehlungen, empfehlenswert, günstigste, günstigster, anbieter, hersteller, marken, alternativen, unterschied, preisvergleich, rangliste, oder",
		Transactional: "kaufen, kauf, wo kaufen, bestellen, online bestellen, preis, preise, kosten, was kostet, günstig, günstige, günstiger, billig, billige, angebot, angebote, rabatt, " +
			"gutschein, gutscheine, gutscheincode, rabattcode, in der nähe, in meiner nähe, mieten, leihen, verleih, buchen, abo, kostenlos testen, versand, lieferung, händler, laden, " +
			"geschäft, großhandel, zu verkaufen, gebraucht, gebrauchte, termin, reservieren, herunterladen, finanzierung, ausverkauf, sonderangebot, beantragen, abschließen",
		Navigational: "anmelden, anmeldung, einloggen, mein konto, kundenservice, kundendienst, telefonnummer, öffnungszeiten, adresse, kontakt, webseite, offizielle seite, zentrale, filiale, standorte",
	},
	Outline: &Outline{
		Signs: []PageSign{
			{PageDefine, []string{"was ist", "was sind", "was bedeutet", "bedeutung von"}, true},
			{PageHowTo, []string{"wie kann ich", "wie macht man", "anleitung"}, true},
			{PageVersus, []string{"vs", "oder", "unterschied", "vergleich zu"}, false},
			{PageInstead, []string{"alternative", "alternativen", "statt", "ersatz"}, false},
			{PageBest, []string{"beste", "bester", "bestes", "besten", "top", "vergleich"}, false},
			{PageCost, []string{"preis", "preise", "kosten", "kostet", "günstig", "was kostet"}, false},
			{PageReview, []string{"test", "erfahrung", "erfahrungen", "bewertung", "bewertungen"}, false},
			{PageLocal, []string{"in der nähe", "in meiner nähe"}, false},
			{PageSolve, []string{"funktioniert nicht", "geht nicht", "fehler", "problem", "probleme", "hilfe bei"}, false},
			{PageExample, []string{"vorlage", "vorlagen", "muster", "beispiel", "beispiele", "ideen", "checkliste"}, false},
			{PagePurchase, []string{"kaufen", "bestellen", "angebot", "angebote", "rabatt", "shop"}, false},
			{PageVisit, []string{"login", "anmelden", "download", "app", "kontakt"}, false},
			{PageQuestion, []string{"warum", "wann", "wo", "wer", "welche", "welcher", "welches", "kann", "ist", "sind", "wie", "was"}, true},
		},
		Questions: []string{"was", "wie", "warum", "wann", "wo", "wer", "welche", "welcher", "welches", "kann", "ist", "sind", "wieviel"},
		Small:     set("der die das ein eine einen einem einer und oder in im am an auf zu zum zur für mit von vom bei ist sind was wie warum wann wo wer welche kann man ich"),
		Titles: map[PageKind]string{
			PageLearn: "%s: der praktische Leitfaden", PageHowTo: "%s: Schritt für Schritt", PageDefine: "%s? Verständlich erklärt", PageQuestion: "%s? Die Antwort im Einzelnen",
			PageVersus: "%s: Unterschiede und Entscheidungshilfe", PageBest: "%s: Vergleich und Auswahlhilfe", PageCost: "%s: was man zahlt und wofür",
			PageReview: "%s: was man vor der Entscheidung wissen sollte", PageInstead: "%s: was es sonst gibt und wann es passt", PageLocal: "%s: so finden Sie den richtigen Anbieter",
			PageSolve: "%s: Ursachen und was hilft", PageExample: "%s: so sehen sie aus, so nutzt man sie", PagePurchase: "%s: worauf es vor dem Kauf ankommt",
			PageVisit: "%s: was es ist und wie man hinkommt",
		},
		Frames: map[PageKind][]string{
			PageLearn:    {"%s im Überblick", "Wie %s in der Praxis funktioniert", "Der Einstieg: %s"},
			PageHowTo:    {"Was man dafür braucht: %s", "Die Schritte der Reihe nach", "Woran man erkennt, dass es geklappt hat", "Was tun, wenn es nicht klappt"},
			PageDefine:   {"%s in einem Satz", "Wie %s funktioniert", "Wofür man %s braucht", "Womit man %s nicht verwechseln sollte"},
			PageQuestion: {"Die kurze Antwort", "Warum das so ist", "Wann die Antwort anders ausfällt", "Was jetzt zu tun ist"},
			PageVersus:   {"Der Unterschied in Kürze", "Was beide gemeinsam haben", "Wann das Erste besser passt", "Wann das Zweite besser passt"},
			PageBest:     {"Worauf es ankommt: %s", "Die Möglichkeiten im Vergleich: %s", "Was für wen passt", "Worauf man verzichten kann"},
			PageCost:     {"Was man zahlt: %s", "Was den Preis bestimmt", "Wo sich sparen lässt und wo nicht", "Was nicht im Preis enthalten ist"},
			PageReview:   {"Was %s verspricht", "Die Stärken: %s", "Die Schwächen: %s", "Für wen es sich nicht eignet"},
			PageInstead:  {"Warum viele etwas anderes suchen", "Was ein Ersatz können muss", "Die Möglichkeiten nebeneinander", "So gelingt der Wechsel"},
			PageLocal:    {"Worauf man achten sollte: %s", "Fragen vor dem ersten Termin", "Was beim ersten Termin geschieht", "Angebote richtig vergleichen"},
			PageSolve:    {"Was dahintersteckt: %s", "Was man zuerst prüft", "So löst man es dauerhaft", "Wann man Hilfe holen sollte"},
			PageExample:  {"Woran man ein gutes erkennt", "%s für den Anfang", "So passt man es an den eigenen Fall an", "Was man weglassen kann"},
			PagePurchase: {"Was man vorher klären sollte: %s", "Welche Art die richtige ist", "Neu, gebraucht oder gemietet", "Nach dem Kauf"},
			PageVisit:    {"Was man dort findet: %s", "So kommt man hin", "Was man für den Zugang braucht", "Wenn es sich nicht öffnet"},
		},
		General: []string{"Häufige Fehler: %s", "Worauf man achten sollte: %s", "Für Einsteiger: %s", "Checkliste: %s", "Die nächsten Schritte"},
		Plain:   []string{"Häufige Fehler", "Checkliste für den Anfang", "Fragen, die unterwegs auftauchen", "Die nächsten Schritte"},
		Aims: map[PageKind]string{
			PageLearn: "erklärt das Thema von Grund auf und mit Beispielen aus der Praxis", PageHowTo: "führt in der Reihenfolge durch die Aufgabe, in der man sie erledigt",
			PageDefine: "sagt erst in einfachen Worten, worum es geht, und dann die Einzelheiten", PageQuestion: "gibt zuerst die Antwort und danach die Gründe",
			PageVersus: "stellt beides bei den Punkten gegenüber, die entscheiden", PageBest: "vergleicht die Möglichkeiten danach, was im Alltag zählt",
			PageCost: "zeigt, wofür man zahlt und was den Preis bewegt", PageReview: "wägt Stärken und Schwächen für verschiedene Bedürfnisse ab",
			PageInstead: "vergleicht die Alternativen nach dem Grund für den Wechsel", PageLocal: "hilft, Anbieter in der Nähe zu finden und zu vergleichen",
			PageSolve: "geht von der wahrscheinlichen Ursache zur seltenen", PageExample: "zeigt Beispiele, die sich sofort verwenden lassen",
			PagePurchase: "klärt, was vor dem Kauf zu entscheiden ist", PageVisit: "führt an die richtige Stelle und sagt, was dort zu finden ist",
		},
		Angle: "Für Menschen, die nach „%s“ suchen: Die Seite %s.", Covers: "Dazu kommen %s.",
	},
	Draft: &Draft{
		NounCapitals: true,
		Question:     "%s?", FAQ: "Häufige Fragen", And: " und ", Open: "„", Closed: "“",
		Plain: []string{"Worum es geht", "Worauf es ankommt", "Die nächsten Schritte"},
		Signs: []HeadingSign{
			{HeadingMistakes, []string{"fehler vermeiden", "häufige fehler", "verwechseln", "worauf man achten", "vermeiden"}},
			{HeadingOmit, []string{"weglassen", "verzichten", "schwächen", "nicht im preis"}},
			{HeadingFit, []string{"das erste", "das zweite", "für wen", "passt", "stärken"}},
			{HeadingTrouble, []string{"nicht klappt", "funktioniert nicht", "geht nicht", "nicht öffnet", "problem", "probleme", "fehler", "dahintersteckt", "zuerst prüft", "dauerhaft", "hilfe", "reparieren"}},
			{HeadingProof, []string{"woran man", "geklappt"}},
			{HeadingNeeds, []string{"braucht", "checkliste", "voraussetzungen", "zubehör"}},
			{HeadingNext, []string{"nächsten schritte", "nach dem kauf", "jetzt zu tun", "wechsel", "eigenen fall"}},
			{HeadingCost, []string{"kosten", "kostet", "preis", "preise", "zahlt", "sparen", "günstig"}},
			{HeadingVersus, []string{"vs", "unterschied", "unterschiede", "vergleich", "vergleichen", "gemeinsam", "nebeneinander", "oder", "alternativen"}},
			{HeadingAmount, []string{"wie lange", "wie viel", "wie viele", "wie oft", "wieviel", "verhältnis", "temperatur", "größe", "größen"}},
			{HeadingSteps, []string{"wie kann", "wie macht", "schritt für schritt", "schritte", "einstieg", "einsteiger", "anleitung", "so kommt", "anfang"}},
			{HeadingChoice, []string{"beste", "bester", "bestes", "besten", "worauf es ankommt", "welche", "welcher", "welches", "wer", "kaufen", "vorher klären", "neu gebraucht"}},
			{HeadingMeaning, []string{"was ist", "was sind", "worum"}},
			{HeadingReason, []string{"warum", "wieso", "antwort", "ist", "sind", "kann", "können", "darf", "wann"}},
			{HeadingMeaning, []string{"was", "bedeutung", "im überblick", "in einem satz", "funktioniert", "wofür"}},
		},
		Asking: []string{"wie", "was", "warum", "wann", "wo", "welche", "welcher", "welches", "wer", "kann", "ist", "sind"},
		Prompts: map[HeadingKind][]string{
			HeadingTopic:    {"Wann spielt es eine Rolle, und wann nicht?", "Welches Beispiel macht es klar?", "Was ist damit gemeint?"},
			HeadingMeaning:  {"Was ist es, in einem Satz?", "Wofür wird es verwendet, und von wem?", "Womit wird es oft verwechselt, und was unterscheidet es davon?", "Was geschieht dabei, und in welcher Reihenfolge?"},
			HeadingSteps:    {"In welcher Reihenfolge geht man vor?", "Wie lange dauert jeder Schritt?", "Welcher Schritt entscheidet über das Ergebnis?", "Womit gelingt ein erster Versuch?"},
			HeadingNeeds:    {"Was muss vor dem ersten Schritt bereitliegen?", "Was kann es ersetzen, wenn es fehlt?", "Wie viel Zeit sollte man einplanen?"},
			HeadingProof:    {"Wie sieht ein gutes Ergebnis aus?", "Woran merkt man früh, dass etwas schiefgeht?"},
			HeadingAmount:   {"Welcher Wert ist üblich, und in welcher Einheit?", "Was erhöht ihn, was verringert ihn?", "Wie misst man ihn im eigenen Fall?"},
			HeadingChoice:   {"Wofür soll es vor allem dienen, und wie oft?", "Auf welche Eigenschaften kann man nicht verzichten?", "Was ist vor der Entscheidung zu klären?", "Wem ist mit etwas anderem besser gedient?"},
			HeadingFit:      {"Für wen ist es das Richtige?", "Worauf muss man dafür verzichten?", "In welchen Fällen lohnt es sich?", "Was spricht dagegen?"},
			HeadingOmit:     {"Was wird oft geraten und ändert wenig?", "Was hat Zeit bis später?"},
			HeadingVersus:   {"In welchen Punkten liegt wirklich ein Unterschied?", "Welche dieser Punkte zählen im eigenen Fall?", "Was spräche für die andere Wahl?", "Was bleibt gleich, wie man sich auch entscheidet?"},
			HeadingCost:     {"Was ist im Preis enthalten, was kommt hinzu?", "Was macht es teurer, was billiger?", "Wo kostet Sparen später mehr?"},
			HeadingReason:   {"Welcher eine Satz beantwortet es?", "Worauf stützt er sich?", "In welchen Fällen ist es anders?", "Wie lässt es sich selbst nachprüfen?"},
			HeadingMistakes: {"Was geht am häufigsten schief, und an welcher Stelle?", "Wie bemerkt man es rechtzeitig?", "Was lässt sich noch in Ordnung bringen?", "Welches Zeichen warnt früh?"},
			HeadingTrouble:  {"Was genau geschieht, und seit wann?", "Was lässt sich schnell ausschließen?", "Wann sollte man jemanden fragen?"},
			HeadingNext:     {"Was lässt sich heute schon tun?", "Was lohnt später einen zweiten Blick?"},
		},
		About:   "Was sollte man danach über %s wissen?",
		Opening: "Beantworten Sie die wichtigste Frage in zwei oder drei Sätzen. Sagen Sie dann, was auf der Seite steht: %s.",
	},
	Claims: newClaims(
		`januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember`,
		`schritt|kapitel|abschnitt|teil|abbildung|tabelle|seite|frage|punkt|nr\.|nummer`,
		[]string{"am ersten", "am letzten", "am nächsten", "am obersten", "am untersten", "am meisten"},
		`(?:der|die|das|den|dem|des|unsere?[nmr]?|ihre?|seine?|deutschlands|europas)\s+((?:best|größt|kleinst|schnellst|langsamst|günstigst|billigst|teuerst|sicherst|stärkst|leichtest|schwerst|ältest|neue?st|längst|kürzest|höchst|niedrigst|einfachst|beliebtest|führend|einzig)e[nrsm]?)`,
		`(am\s+\p{L}{3,}sten|nummer eins|marktführer|unschlagbar|konkurrenzlos|weltweit führend)`,
	),
	Edits: &Edits{
		Fillers: "im Grunde|letztendlich|letztlich|gewissermaßen|sozusagen|an und für sich|selbstverständlich|wie bereits erwähnt",
		Plainer: map[string]string{
			"zum jetzigen Zeitpunkt": "jetzt", "zum gegenwärtigen Zeitpunkt": "jetzt", "aufgrund der Tatsache, dass": "weil", "lediglich": "nur", "zahlreiche": "viele",
			"zahlreichen": "vielen", "umgehend": "sofort", "beziehungsweise": "oder", "darüber hinaus": "außerdem", "diesbezüglich": "dazu", "in der Regel": "meist",
			"nichtsdestotrotz": "trotzdem", "eine Vielzahl von": "viele",
		},
		Joint: "aber", SecondPlace: true,
	},
	Formula: &Formula{
		Name: "Flesch Reading Ease for German", Source: "Amstad 1978", Easy: 60, Hard: 40,
		Score: func(c Counts) float64 { return 180 - c.PerSentence() - 58.5*c.PerWord() },
	},
	Site: &Site{
		Promise: "%s beantwortet, wonach Menschen suchen: eine Seite für jede Frage.", About: "Über %s", Contact: "Kontakt",
		Shelves: map[string]string{"blog": "Kategorien", "ecommerce": "Produktkategorien", "company": "Leistungen"},
	},
	Theme: &Theme{
		Home: "Startseite", Skip: "Zum Inhalt", Menu: "Hauptmenü", Breadcrumb: "Brotkrumen", Contents: "Inhalt",
		Latest: "Neu", Topics: "Themen", Services: "Was wir tun", Guides: "Kaufratgeber", Categories: "Nach Kategorie",
		More: "Mehr zum Lesen", RelatedTo: "Mehr zu {topic}", Related: "Dazu passend", InThis: "In diesem Ratgeber", OnShelf: "In dieser Kategorie", Filed: "Abgelegt unter",
		By: "Von", Updated: "Aktualisiert am", Minutes: "{n} Min. Lesezeit", Articles: "Artikel", Article: "Artikel",
		About: "Über uns", Contact: "Kontakt", Email: "E-Mail", Phone: "Telefon", Address: "Adresse", GetInTouch: "Kontakt aufnehmen",
		NotFound: "Diese Seite gibt es nicht", NotFoundText: "Vielleicht ist die Adresse vertippt oder die Seite umgezogen. Hier geht es weiter.", ToHome: "Zur Startseite",
		Draft: "Dies ist ein Entwurf, den noch niemand geprüft hat.", Plan: "Dies ist ein Plan: Hier ist noch nichts geschrieben.", Unwritten: "Noch zu schreiben.", Feed: "RSS-Feed", Footer: "Über diese Website",
		Months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
		Day:    "{d}. {m} {y}",
	},
}

// germanStem removes inflections from a German word. It is a light stemmer, since parts of words distinguish
// compounds anyway.
func germanStem(word string) string {
	word = Plain(word)
	for _, ending := range []string{"ungen", "erinnen", "erin", "ung"} {
		if base, ok := cutEnding(word, ending, 4); ok {
			return base
		}
	}
	for _, ending := range []string{"ern", "em", "en", "er", "es", "e", "n", "s"} {
		if base, ok := cutEnding(word, ending, 3); ok {
			return base
		}
	}
	return word
}
