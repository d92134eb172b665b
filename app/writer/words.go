package writer

import (
	"slices"
	"strings"

	"igny8/app/text"

	"golang.org/x/text/language"
)

// kind is what a heading promises. It decides which questions the text under it has to answer.
type kind int

const (
	topic    kind = iota // anything else
	meaning              // what it is
	steps                // how it is done
	needs                // what is needed for it
	proof                // how to tell that it worked
	amount               // how much, how long, how many
	choice               // which to take
	fit                  // when or for whom it is the right one
	omit                 // what is not worth it
	versus               // how things differ
	cost                 // what it costs
	reason               // why, whether
	mistakes             // what goes wrong
	trouble              // what to do when it has gone wrong
	next                 // what comes after it
)

// sign is a kind and the words or beginnings of phrases that give it away.
type sign struct {
	kind    kind
	phrases []string
}

// words are what the built-in engine can say in one language. %s is filled in with what is known.
type words struct {
	tag          language.Tag
	questions    string   // heading over answered questions
	plain        []string // headings for a page without an outline
	and          string   // between the last two of a list
	open, closed string   // quotation marks
	signs        []sign   // what stands first wins
	asking       []string // words that begin a question
	asks         map[kind][]string
	about        string // %s heading: the question that suits every heading
	opening      string // %s list of what the page covers: what the introduction has to say
}

var languages = map[string]*words{"en": english, "de": german, "fr": french, "es": spanish}

// wordsOf are the words of the language, nil where the built-in engine has none.
func wordsOf(code string) *words {
	tag, err := language.Parse(code)
	if err != nil {
		return nil
	}
	base, _ := tag.Base()
	return languages[base.String()]
}

func (w *words) quoted(s string) string { return w.open + s + w.closed }

// list writes the items as people do, parted by semicolons where one of them has a comma.
func (w *words) list(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	if strings.Contains(strings.Join(items, ""), ",") {
		return strings.Join(items, "; ")
	}
	return strings.Join(items[:len(items)-1], ", ") + w.and + items[len(items)-1]
}

// ask is the phrase as a question if it is one, else as a headline.
func (w *words) ask(phrase string) string {
	bare := strings.Trim(phrase, "¿? ")
	first, _, _ := strings.Cut(strings.ToLower(bare), " ")
	if !slices.Contains(w.asking, first) && bare == strings.TrimSpace(phrase) {
		return text.Headline(bare)
	}
	switch w {
	case french:
		return text.Headline(bare) + " ?"
	case spanish:
		return "¿" + text.Headline(bare) + "?"
	}
	return text.Headline(bare) + "?"
}

// lowered is a heading inside a sentence: its first letter small, unless capitals follow as in a name. In German, nouns keep theirs.
func (w *words) lowered(heading string) string {
	heading = strings.Trim(heading, "¿?!. ")
	rest := []rune(heading)
	if w == german || len(rest) < 2 || strings.ToLower(string(rest[1:])) != string(rest[1:]) {
		return heading
	}
	return strings.ToLower(string(rest[:1])) + string(rest[1:])
}

// kindOf is what the heading promises.
func (w *words) kindOf(heading string) kind {
	padded := " " + strings.Join(strings.FieldsFunc(strings.ToLower(heading), notInWord), " ") + " "
	for _, s := range w.signs {
		for _, phrase := range s.phrases {
			if strings.Contains(padded, " "+phrase+" ") {
				return s.kind
			}
		}
	}
	return topic
}

var english = &words{
	tag: language.English, questions: "Questions people ask", and: " and ", open: "“", closed: "”",
	plain: []string{"What it is about", "What to look at", "Next steps"},
	signs: []sign{
		{mistakes, []string{"mistakes", "mistake", "look out", "avoid", "pitfalls"}},
		{omit, []string{"leave out", "falls short", "is not", "where not"}},
		{fit, []string{"suits", "the first", "the second", "does well", "look elsewhere", "when it fits"}},
		{trouble, []string{"not work", "not working", "not open", "fix", "problem", "problems", "error", "behind", "check first", "solve", "ask for help", "repair"}},
		{proof, []string{"tell that", "it worked", "good one"}},
		{choice, []string{"kind of"}},
		{needs, []string{"you need", "need to", "before you start", "checklist", "tools", "kit"}},
		{next, []string{"next", "after you", "switch", "adapt"}},
		{cost, []string{"cost", "costs", "price", "prices", "pricing", "pay", "save", "cheap"}},
		{versus, []string{"vs", "versus", "difference", "differences", "compare", "compared", "side by side", "in common", "alternatives"}},
		{amount, []string{"how long", "how much", "how many", "how often", "ratio", "temperature", "size", "sizes"}},
		{steps, []string{"how to", "how do", "step by step", "steps", "begin", "beginners", "start", "get there"}},
		{choice, []string{"best", "top", "choosing", "choose", "matters", "which", "buy", "look for", "new used", "before you"}},
		{meaning, []string{"what is", "what are"}},
		{reason, []string{"why", "answer", "is", "are", "can", "does", "do", "should", "will", "when"}},
		{meaning, []string{"what", "meaning", "at a glance", "in one sentence", "works", "used for", "in practice"}},
	},
	asking: []string{"how", "what", "why", "when", "where", "which", "who", "can", "is", "are", "does", "do", "should", "will"},
	asks: map[kind][]string{
		topic:    {"When does it matter, and when not?", "Which example makes it clear?", "What do people mean by it?"},
		meaning:  {"What is it, in one sentence?", "What is it used for, and by whom?", "What is it often taken for, and what sets it apart?", "What happens, in which order?"},
		steps:    {"In which order do the steps go?", "How long does each of them take?", "Which step decides the result?", "What is a good first try?"},
		needs:    {"What has to be there before the first step?", "What can take its place if it is missing?", "How much time should be set aside?"},
		proof:    {"What does a good result look like?", "By which sign do you notice early that it went wrong?"},
		amount:   {"What is the usual figure, and in which unit?", "What makes it higher, and what lower?", "How is it measured in your own case?"},
		choice:   {"What is it to be used for most, and how often?", "Which properties can you not do without?", "What has to be settled before you decide?", "Who is better served by something else?"},
		fit:      {"For whom is it the right one?", "What has to be given up for it?", "In which cases does it pay off?", "What speaks against it?"},
		omit:     {"What is advised often and changes little?", "What can wait until later?"},
		versus:   {"On which points do they really differ?", "Which of these points matter in your case?", "What would make you take the other one?", "What is the same whichever you take?"},
		cost:     {"What is in the price, and what comes on top?", "What moves the price up or down?", "Where does paying less cost more later?"},
		reason:   {"Which one sentence answers it?", "What is that based on?", "In which cases is it different?", "How can readers find out for themselves?"},
		mistakes: {"What goes wrong most often, and at which point?", "How can it be noticed in time?", "What can still be put right?", "Which sign warns early?"},
		trouble:  {"What exactly happens, and since when?", "What can be ruled out quickly?", "When is it time to ask somebody?"},
		next:     {"What can be done today?", "What is worth a second look later?"},
	},
	about:   "What should readers know about %s afterwards?",
	opening: "Answer the main question in two or three sentences. Then say what the page covers: %s.",
}

var german = &words{
	tag: language.German, questions: "Häufige Fragen", and: " und ", open: "„", closed: "“",
	plain: []string{"Worum es geht", "Worauf es ankommt", "Die nächsten Schritte"},
	signs: []sign{
		{mistakes, []string{"fehler vermeiden", "häufige fehler", "verwechseln", "worauf man achten", "vermeiden"}},
		{omit, []string{"weglassen", "verzichten", "schwächen", "nicht im preis"}},
		{fit, []string{"das erste", "das zweite", "für wen", "passt", "stärken"}},
		{trouble, []string{"nicht klappt", "funktioniert nicht", "geht nicht", "nicht öffnet", "problem", "probleme", "fehler", "dahintersteckt", "zuerst prüft", "dauerhaft", "hilfe", "reparieren"}},
		{proof, []string{"woran man", "geklappt"}},
		{needs, []string{"braucht", "checkliste", "voraussetzungen", "zubehör"}},
		{next, []string{"nächsten schritte", "nach dem kauf", "jetzt zu tun", "wechsel", "eigenen fall"}},
		{cost, []string{"kosten", "kostet", "preis", "preise", "zahlt", "sparen", "günstig"}},
		{versus, []string{"vs", "unterschied", "unterschiede", "vergleich", "vergleichen", "gemeinsam", "nebeneinander", "oder", "alternativen"}},
		{amount, []string{"wie lange", "wie viel", "wie viele", "wie oft", "wieviel", "verhältnis", "temperatur", "größe", "größen"}},
		{steps, []string{"wie kann", "wie macht", "schritt für schritt", "schritte", "einstieg", "einsteiger", "anleitung", "so kommt", "anfang"}},
		{choice, []string{"beste", "bester", "bestes", "besten", "worauf es ankommt", "welche", "welcher", "welches", "wer", "kaufen", "vorher klären", "neu gebraucht"}},
		{meaning, []string{"was ist", "was sind", "worum"}},
		{reason, []string{"warum", "wieso", "antwort", "ist", "sind", "kann", "können", "darf", "wann"}},
		{meaning, []string{"was", "bedeutung", "im überblick", "in einem satz", "funktioniert", "wofür"}},
	},
	asking: []string{"wie", "was", "warum", "wann", "wo", "welche", "welcher", "welches", "wer", "kann", "ist", "sind"},
	asks: map[kind][]string{
		topic:    {"Wann spielt es eine Rolle, und wann nicht?", "Welches Beispiel macht es klar?", "Was ist damit gemeint?"},
		meaning:  {"Was ist es, in einem Satz?", "Wofür wird es verwendet, und von wem?", "Womit wird es oft verwechselt, und was unterscheidet es davon?", "Was geschieht dabei, und in welcher Reihenfolge?"},
		steps:    {"In welcher Reihenfolge geht man vor?", "Wie lange dauert jeder Schritt?", "Welcher Schritt entscheidet über das Ergebnis?", "Womit gelingt ein erster Versuch?"},
		needs:    {"Was muss vor dem ersten Schritt bereitliegen?", "Was kann es ersetzen, wenn es fehlt?", "Wie viel Zeit sollte man einplanen?"},
		proof:    {"Wie sieht ein gutes Ergebnis aus?", "Woran merkt man früh, dass etwas schiefgeht?"},
		amount:   {"Welcher Wert ist üblich, und in welcher Einheit?", "Was erhöht ihn, was verringert ihn?", "Wie misst man ihn im eigenen Fall?"},
		choice:   {"Wofür soll es vor allem dienen, und wie oft?", "Auf welche Eigenschaften kann man nicht verzichten?", "Was ist vor der Entscheidung zu klären?", "Wem ist mit etwas anderem besser gedient?"},
		fit:      {"Für wen ist es das Richtige?", "Worauf muss man dafür verzichten?", "In welchen Fällen lohnt es sich?", "Was spricht dagegen?"},
		omit:     {"Was wird oft geraten und ändert wenig?", "Was hat Zeit bis später?"},
		versus:   {"In welchen Punkten liegt wirklich ein Unterschied?", "Welche dieser Punkte zählen im eigenen Fall?", "Was spräche für die andere Wahl?", "Was bleibt gleich, wie man sich auch entscheidet?"},
		cost:     {"Was ist im Preis enthalten, was kommt hinzu?", "Was macht es teurer, was billiger?", "Wo kostet Sparen später mehr?"},
		reason:   {"Welcher eine Satz beantwortet es?", "Worauf stützt er sich?", "In welchen Fällen ist es anders?", "Wie lässt es sich selbst nachprüfen?"},
		mistakes: {"Was geht am häufigsten schief, und an welcher Stelle?", "Wie bemerkt man es rechtzeitig?", "Was lässt sich noch in Ordnung bringen?", "Welches Zeichen warnt früh?"},
		trouble:  {"Was genau geschieht, und seit wann?", "Was lässt sich schnell ausschließen?", "Wann sollte man jemanden fragen?"},
		next:     {"Was lässt sich heute schon tun?", "Was lohnt später einen zweiten Blick?"},
	},
	about:   "Was sollte man danach über %s wissen?",
	opening: "Beantworten Sie die wichtigste Frage in zwei oder drei Sätzen. Sagen Sie dann, was auf der Seite steht: %s.",
}
