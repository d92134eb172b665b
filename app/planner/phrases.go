package planner

// angleKind is what a searcher behind a keyword wants to have in the end. It decides title, headings and angle of a built-in idea.
type angleKind int

const (
	learn    angleKind = iota // understand something
	howTo                     // do something
	define                    // know what it is
	question                  // have one question answered
	versus                    // choose between things that are named
	best                      // choose among many
	cost                      // know a price
	review                    // know whether it is any good
	instead                   // find something else
	local                     // find one nearby
	mend                      // solve a problem
	example                   // see or take one
	purchase                  // buy it
	visit                     // get to a known place
)

// phrasebook is what the built-in engine knows of a language. %s is the subject of a page. What stands first wins.
type phrasebook struct {
	signs     []sign          // words that tell the kind
	questions []string        // words that begin a question
	small     map[string]bool // words that carry no subject
	titles    map[angleKind]string
	frames    map[angleKind][]string // headings; the first one opens the page, the others fill up what the keywords leave open
	general   []string               // headings that suit every kind
	plain     []string               // and those that need no subject
	aims      map[angleKind]string   // the second half of an angle
	angle     string                 // main keyword, aim
	covers    string                 // and what else it covers: keywords
	capitals  bool                   // titles capitalise their words
}

type sign struct {
	kind    angleKind
	phrases []string
	leading bool // counts at the beginning of a keyword only
}

// phrasebooks are the languages in which the built-in engine can phrase. In any other it uses the words of the keywords alone.
var phrasebooks = map[string]*phrasebook{"en": english, "de": german, "fr": french, "es": spanish}

var english = &phrasebook{
	signs: []sign{
		{define, []string{"what is", "what are", "what does", "meaning of"}, true},
		{howTo, []string{"how to", "how do i", "how do you", "steps to"}, true},
		{versus, []string{"vs", "versus", "compared to", "or"}, false},
		{instead, []string{"alternative", "alternatives", "alternative to", "alternatives to", "instead of"}, false},
		{best, []string{"best", "top", "cheapest", "list of"}, false},
		{cost, []string{"price", "prices", "pricing", "cost", "costs", "how much", "cheap"}, false},
		{review, []string{"review", "reviews", "worth it", "rating", "ratings"}, false},
		{local, []string{"near me", "nearby", "in my area"}, false},
		{mend, []string{"not working", "error", "fix", "problem", "problems", "issue", "issues", "failed", "won't"}, false},
		{example, []string{"template", "templates", "example", "examples", "sample", "ideas", "checklist"}, false},
		{purchase, []string{"buy", "for sale", "order", "coupon", "discount", "deal", "deals", "shop"}, false},
		{visit, []string{"login", "log in", "sign in", "download", "website", "app", "github", "contact"}, false},
		{question, []string{"why", "when", "where", "who", "which", "can", "is", "are", "do", "does", "should", "will", "how"}, true},
	},
	questions: []string{"what", "how", "why", "when", "where", "who", "which", "can", "is", "are", "do", "does", "should", "will"},
	small:     words("a an the of in on at to for with and or vs is are do does what how why when where who which can your my i you it"),
	titles: map[angleKind]string{
		learn: "%s: A Practical Guide", howTo: "%s: Step by Step", define: "%s? A Plain Explanation", question: "%s? The Answer in Detail",
		versus: "%s: The Differences and How to Choose", best: "%s: How They Compare and How to Choose", cost: "%s: What You Pay and What For",
		review: "%s: What to Know Before You Decide", instead: "%s: What Else There Is and When It Fits", local: "%s: How to Find the Right One",
		mend: "%s: Causes and What Helps", example: "%s: What They Look Like and How to Use Them", purchase: "%s: What to Check Before You Buy",
		visit: "%s: What It Is and How to Get There",
	},
	frames: map[angleKind][]string{
		learn:    {"%s at a glance", "How %s works in practice", "Where to begin with %s"},
		howTo:    {"What you need to %s", "How to %s, step by step", "How to tell that it worked", "What to do when it does not work"},
		define:   {"%s in one sentence", "How %s works", "What %s is used for", "What %s is not"},
		question: {"The short answer", "Why that is so", "When the answer is different", "What to do next"},
		versus:   {"The difference in short", "What both have in common", "When to choose the first", "When to choose the second"},
		best:     {"What matters when choosing %s", "How the options for %s compare", "Which one suits whom", "What to leave out"},
		cost:     {"What %s costs", "What drives the price of %s", "Where to save and where not", "What is not in the price"},
		review:   {"What %s promises", "What %s does well", "Where %s falls short", "Who should look elsewhere"},
		instead:  {"Why people look for something else", "What a replacement for %s must do", "The options side by side", "How to switch"},
		local:    {"What to look for in %s", "Questions to ask before you book", "What to expect from the first visit", "How to compare offers"},
		mend:     {"What is behind %s", "What to check first", "How to solve it for good", "When to ask for help"},
		example:  {"What makes a good one", "%s to start from", "How to adapt it to your case", "What to leave out"},
		purchase: {"What to check before you buy %s", "Which kind of %s you need", "New, used or rented", "After you have bought it"},
		visit:    {"What you find under %s", "How to get there", "What you need to get in", "When it does not open"},
	},
	general: []string{"Common mistakes with %s", "What to look out for with %s", "%s for beginners", "A checklist for %s", "Next steps with %s"},
	plain:   []string{"Common mistakes", "A checklist before you start", "Questions that come up on the way", "Next steps"},
	aims: map[angleKind]string{
		learn: "explains the subject from the ground up with practical examples", howTo: "leads through the task in the order in which it is done",
		define: "says in plain words what it is before it goes into detail", question: "gives the answer first and the reasons after it",
		versus: "puts both side by side on the points that decide", best: "compares the choices by what matters in use instead of ranking them blindly",
		cost: "shows what is paid for and what moves the price", review: "weighs strengths against weaknesses for different needs",
		instead: "compares the alternatives by the reason for which people switch", local: "helps to find and compare providers nearby",
		mend: "goes from the likely cause to the rare one", example: "shows examples that can be used at once",
		purchase: "clears up what has to be decided before the purchase", visit: "leads to the right place and says what is to be found there",
	},
	angle: "For people who search for “%s”: the page %s.", covers: "It also covers %s.", capitals: true,
}

var german = &phrasebook{
	signs: []sign{
		{define, []string{"was ist", "was sind", "was bedeutet", "bedeutung von"}, true},
		{howTo, []string{"wie kann ich", "wie macht man", "anleitung"}, true},
		{versus, []string{"vs", "oder", "unterschied", "vergleich zu"}, false},
		{instead, []string{"alternative", "alternativen", "statt", "ersatz"}, false},
		{best, []string{"beste", "bester", "bestes", "besten", "top", "vergleich"}, false},
		{cost, []string{"preis", "preise", "kosten", "kostet", "günstig", "was kostet"}, false},
		{review, []string{"test", "erfahrung", "erfahrungen", "bewertung", "bewertungen"}, false},
		{local, []string{"in der nähe", "in meiner nähe"}, false},
		{mend, []string{"funktioniert nicht", "geht nicht", "fehler", "problem", "probleme", "hilfe bei"}, false},
		{example, []string{"vorlage", "vorlagen", "muster", "beispiel", "beispiele", "ideen", "checkliste"}, false},
		{purchase, []string{"kaufen", "bestellen", "angebot", "angebote", "rabatt", "shop"}, false},
		{visit, []string{"login", "anmelden", "download", "app", "kontakt"}, false},
		{question, []string{"warum", "wann", "wo", "wer", "welche", "welcher", "welches", "kann", "ist", "sind", "wie", "was"}, true},
	},
	questions: []string{"was", "wie", "warum", "wann", "wo", "wer", "welche", "welcher", "welches", "kann", "ist", "sind", "wieviel"},
	small:     words("der die das ein eine einen einem einer und oder in im am an auf zu zum zur für mit von vom bei ist sind was wie warum wann wo wer welche kann man ich"),
	titles: map[angleKind]string{
		learn: "%s: der praktische Leitfaden", howTo: "%s: Schritt für Schritt", define: "%s? Verständlich erklärt", question: "%s? Die Antwort im Einzelnen",
		versus: "%s: Unterschiede und Entscheidungshilfe", best: "%s: Vergleich und Auswahlhilfe", cost: "%s: was man zahlt und wofür",
		review: "%s: was man vor der Entscheidung wissen sollte", instead: "%s: was es sonst gibt und wann es passt", local: "%s: so finden Sie den richtigen Anbieter",
		mend: "%s: Ursachen und was hilft", example: "%s: so sehen sie aus, so nutzt man sie", purchase: "%s: worauf es vor dem Kauf ankommt",
		visit: "%s: was es ist und wie man hinkommt",
	},
	frames: map[angleKind][]string{
		learn:    {"%s im Überblick", "Wie %s in der Praxis funktioniert", "Der Einstieg: %s"},
		howTo:    {"Was man dafür braucht: %s", "Die Schritte der Reihe nach", "Woran man erkennt, dass es geklappt hat", "Was tun, wenn es nicht klappt"},
		define:   {"%s in einem Satz", "Wie %s funktioniert", "Wofür man %s braucht", "Womit man %s nicht verwechseln sollte"},
		question: {"Die kurze Antwort", "Warum das so ist", "Wann die Antwort anders ausfällt", "Was jetzt zu tun ist"},
		versus:   {"Der Unterschied in Kürze", "Was beide gemeinsam haben", "Wann das Erste besser passt", "Wann das Zweite besser passt"},
		best:     {"Worauf es ankommt: %s", "Die Möglichkeiten im Vergleich: %s", "Was für wen passt", "Worauf man verzichten kann"},
		cost:     {"Was man zahlt: %s", "Was den Preis bestimmt", "Wo sich sparen lässt und wo nicht", "Was nicht im Preis enthalten ist"},
		review:   {"Was %s verspricht", "Die Stärken: %s", "Die Schwächen: %s", "Für wen es sich nicht eignet"},
		instead:  {"Warum viele etwas anderes suchen", "Was ein Ersatz können muss", "Die Möglichkeiten nebeneinander", "So gelingt der Wechsel"},
		local:    {"Worauf man achten sollte: %s", "Fragen vor dem ersten Termin", "Was beim ersten Termin geschieht", "Angebote richtig vergleichen"},
		mend:     {"Was dahintersteckt: %s", "Was man zuerst prüft", "So löst man es dauerhaft", "Wann man Hilfe holen sollte"},
		example:  {"Woran man ein gutes erkennt", "%s für den Anfang", "So passt man es an den eigenen Fall an", "Was man weglassen kann"},
		purchase: {"Was man vorher klären sollte: %s", "Welche Art die richtige ist", "Neu, gebraucht oder gemietet", "Nach dem Kauf"},
		visit:    {"Was man dort findet: %s", "So kommt man hin", "Was man für den Zugang braucht", "Wenn es sich nicht öffnet"},
	},
	general: []string{"Häufige Fehler: %s", "Worauf man achten sollte: %s", "Für Einsteiger: %s", "Checkliste: %s", "Die nächsten Schritte"},
	plain:   []string{"Häufige Fehler", "Checkliste für den Anfang", "Fragen, die unterwegs auftauchen", "Die nächsten Schritte"},
	aims: map[angleKind]string{
		learn: "erklärt das Thema von Grund auf und mit Beispielen aus der Praxis", howTo: "führt in der Reihenfolge durch die Aufgabe, in der man sie erledigt",
		define: "sagt erst in einfachen Worten, worum es geht, und dann die Einzelheiten", question: "gibt zuerst die Antwort und danach die Gründe",
		versus: "stellt beides bei den Punkten gegenüber, die entscheiden", best: "vergleicht die Möglichkeiten danach, was im Alltag zählt",
		cost: "zeigt, wofür man zahlt und was den Preis bewegt", review: "wägt Stärken und Schwächen für verschiedene Bedürfnisse ab",
		instead: "vergleicht die Alternativen nach dem Grund für den Wechsel", local: "hilft, Anbieter in der Nähe zu finden und zu vergleichen",
		mend: "geht von der wahrscheinlichen Ursache zur seltenen", example: "zeigt Beispiele, die sich sofort verwenden lassen",
		purchase: "klärt, was vor dem Kauf zu entscheiden ist", visit: "führt an die richtige Stelle und sagt, was dort zu finden ist",
	},
	angle: "Für Menschen, die nach „%s“ suchen: Die Seite %s.", covers: "Dazu kommen %s.",
}
