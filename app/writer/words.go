package writer

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// words are the sentences of the built-in engine in one language. %s and %d are filled in with what is known.
type words struct {
	tag                language.Tag
	questions, related string
	plain              []string // headings for a page without an outline
	or                 string   // between the last two of a list

	looking   string            // %s: phrases
	together  string            // %s: number
	intent    map[string]string // what searchers with the intent want
	written   string            // %s business, %s audience
	one       string            // %s phrase, %s number
	unknown   string            // %s phrase
	several   string            // %s phrases
	angle     string            // %s angle
	begin     []string          // sentences for a section, in turn; %s: heading in lower case
	answering string            // %s: question
	contact   string            // %s: business
	covers    string            // %s: phrases; the description
}

var english = words{
	tag: language.English, questions: "Questions people ask", related: "Read on", or: " or ",
	plain:    []string{"In short", "What to look at", "What to do next"},
	looking:  "You may have come here by typing %s.",
	together: "Together these searches come up about %s times a month, so you are not the only one who asks.",
	intent: map[string]string{
		"informational": "Most people who search for this want to understand it first, so the page explains before it advises.",
		"commercial":    "Most people who search for this compare before they choose, so the page lays out what to compare.",
		"transactional": "Most people who search for this are ready to act, so the page says what to check before you do.",
		"navigational":  "Most people who search for this look for one certain place, so the page says where to find it.",
	},
	written: "%s writes it for %s.",
	one:     "“%s” alone is searched for about %s times a month.",
	unknown: "“%s” is one of the ways people ask about it.",
	several: "Under this heading belong the questions behind %s.",
	angle:   "What this page adds: %s",
	begin: []string{
		"Begin with %s: what follows builds on it.",
		"Take %s one step at a time, and keep the question you came with in mind.",
		"With %s the details decide, so look at your own case before you settle.",
		"For %s, write down what you know already; what is missing then shows by itself.",
	},
	answering: "The sections above answer “%s” step by step.",
	contact:   " If yours is a special case, ask %s.",
	covers:    "An overview of %s.",
}

var german = words{
	tag: language.German, questions: "Häufige Fragen", related: "Weiterlesen", or: " oder ",
	plain:    []string{"Kurz gesagt", "Worauf es ankommt", "Die nächsten Schritte"},
	looking:  "Vielleicht haben Sie nach %s gesucht.",
	together: "Zusammen kommen diese Suchen auf etwa %s im Monat: Sie sind mit der Frage nicht allein.",
	intent: map[string]string{
		"informational": "Wer danach sucht, will es meist erst verstehen. Darum erklärt diese Seite, bevor sie rät.",
		"commercial":    "Wer danach sucht, vergleicht meist vor der Entscheidung. Darum zeigt diese Seite, was zu vergleichen ist.",
		"transactional": "Wer danach sucht, will meist gleich handeln. Darum sagt diese Seite, was vorher zu prüfen ist.",
		"navigational":  "Wer danach sucht, sucht meist einen bestimmten Ort. Darum sagt diese Seite, wo er zu finden ist.",
	},
	written: "%s schreibt sie für: %s.",
	one:     "Allein nach „%s“ wird etwa %s Mal im Monat gesucht.",
	unknown: "„%s“ ist eine der Formulierungen, mit denen danach gefragt wird.",
	several: "Hierher gehören die Fragen hinter %s.",
	angle:   "Was diese Seite beiträgt: %s",
	begin: []string{
		"Am Anfang steht: %s. Alles Weitere baut darauf auf.",
		"Gehen Sie bei „%s“ Schritt für Schritt vor und behalten Sie Ihre eigene Frage im Blick.",
		"Bei „%s“ entscheiden die Einzelheiten. Sehen Sie zuerst auf Ihren eigenen Fall.",
		"Schreiben Sie zu „%s“ auf, was Sie schon wissen; was fehlt, zeigt sich dann von selbst.",
	},
	answering: "Die Abschnitte oben beantworten „%s“ Schritt für Schritt.",
	contact:   " Liegt Ihr Fall anders, fragen Sie %s.",
	covers:    "Ein Überblick über %s.",
}

var french = words{
	tag: language.French, questions: "Questions fréquentes", related: "À lire aussi", or: " ou ",
	plain:    []string{"En bref", "Les points à regarder", "Et ensuite"},
	looking:  "Vous avez peut-être cherché %s.",
	together: "Ensemble, ces recherches reviennent environ %s fois par mois : vous n’êtes pas seul à vous poser la question.",
	intent: map[string]string{
		"informational": "La plupart des personnes qui cherchent cela veulent d’abord comprendre : la page explique avant de conseiller.",
		"commercial":    "La plupart des personnes qui cherchent cela comparent avant de choisir : la page montre ce qu’il faut comparer.",
		"transactional": "La plupart des personnes qui cherchent cela sont prêtes à agir : la page dit quoi vérifier avant.",
		"navigational":  "La plupart des personnes qui cherchent cela veulent un endroit précis : la page dit où le trouver.",
	},
	written: "%s l’écrit pour : %s.",
	one:     "À elle seule, la recherche « %s » revient environ %s fois par mois.",
	unknown: "« %s » est l’une des façons de poser la question.",
	several: "Ici se rangent les questions derrière %s.",
	angle:   "Ce que cette page apporte : %s",
	begin: []string{
		"Commencez par ceci : %s. La suite s’appuie dessus.",
		"Pour « %s », avancez pas à pas et gardez votre propre question en tête.",
		"Pour « %s », les détails décident : regardez d’abord votre propre cas.",
		"Pour « %s », notez ce que vous savez déjà ; ce qui manque se verra de soi-même.",
	},
	answering: "Les sections ci-dessus répondent pas à pas à « %s ».",
	contact:   " Si votre cas est particulier, demandez à %s.",
	covers:    "Un aperçu de %s.",
}

var spanish = words{
	tag: language.Spanish, questions: "Preguntas frecuentes", related: "Seguir leyendo", or: " o ",
	plain:    []string{"En resumen", "En qué fijarse", "Los siguientes pasos"},
	looking:  "Quizá hayas llegado buscando %s.",
	together: "Juntas, estas búsquedas aparecen unas %s veces al mes: no eres la única persona que lo pregunta.",
	intent: map[string]string{
		"informational": "La mayoría de quienes buscan esto quieren entenderlo primero, así que la página explica antes de aconsejar.",
		"commercial":    "La mayoría de quienes buscan esto comparan antes de elegir, así que la página muestra qué comparar.",
		"transactional": "La mayoría de quienes buscan esto están a punto de actuar, así que la página dice qué comprobar antes.",
		"navigational":  "La mayoría de quienes buscan esto quieren llegar a un sitio concreto, así que la página dice dónde está.",
	},
	written: "%s la escribe para: %s.",
	one:     "Solo «%s» se busca unas %s veces al mes.",
	unknown: "«%s» es una de las maneras de preguntarlo.",
	several: "Aquí van las preguntas que hay detrás de %s.",
	angle:   "Lo que aporta esta página: %s",
	begin: []string{
		"Empieza por esto: %s. Lo demás se apoya en ello.",
		"Con «%s», avanza paso a paso y no pierdas de vista tu propia pregunta.",
		"Con «%s» deciden los detalles: mira primero tu propio caso.",
		"Sobre «%s», apunta lo que ya sabes; lo que falta se verá solo.",
	},
	answering: "Los apartados de arriba responden paso a paso a «%s».",
	contact:   " Si tu caso es especial, pregunta a %s.",
	covers:    "Un resumen de %s.",
}

var languages = []words{english, german, french, spanish}

// wordsOf are the sentences in the language, English where the built-in engine has none.
func wordsOf(code string) words {
	wanted, err := language.Parse(code)
	if err != nil {
		return english
	}
	base, _ := wanted.Base()
	for _, w := range languages {
		if own, _ := w.tag.Base(); own == base {
			return w
		}
	}
	return english
}

func (w words) number(n int64) string { return message.NewPrinter(w.tag).Sprintf("%d", n) }

// list writes up to three phrases in quotation marks.
func (w words) list(searches []search) string {
	searches = searches[:min(len(searches), 3)]
	quoted := make([]string, len(searches))
	for i, s := range searches {
		quoted[i] = w.quoted(s.Phrase)
	}
	if len(quoted) < 2 {
		return strings.Join(quoted, "")
	}
	return strings.Join(quoted[:len(quoted)-1], ", ") + w.or + quoted[len(quoted)-1]
}

func (w words) quoted(s string) string {
	switch w.tag {
	case language.German:
		return "„" + s + "“"
	case language.French:
		return "« " + s + " »"
	case language.Spanish:
		return "«" + s + "»"
	}
	return "“" + s + "”"
}

func (w words) introduce(a assignment) []string {
	var first, second []string
	if len(a.Searches) > 0 {
		first = append(first, fmt.Sprintf(w.looking, w.list(a.Searches)))
	}
	if total, known := volume(a.Searches); known && len(a.Searches) > 1 && total > 0 {
		first = append(first, fmt.Sprintf(w.together, w.number(total)))
	}
	intent, _, _ := strings.Cut(a.Brief.Intent, ",")
	if sentence := w.intent[intent]; sentence != "" {
		first = append(first, sentence)
	}
	if a.Brief.Angle != "" {
		second = append(second, fmt.Sprintf(w.angle, a.Brief.Angle))
	}
	if a.Business.Name != "" && a.Brief.Audience != "" {
		second = append(second, fmt.Sprintf(w.written, a.Business.Name, strings.TrimSuffix(a.Brief.Audience, ".")))
	}
	var paragraphs []string
	for _, sentences := range [][]string{first, second} {
		if len(sentences) > 0 {
			paragraphs = append(paragraphs, strings.Join(sentences, " "))
		}
	}
	if len(paragraphs) == 0 {
		paragraphs = append(paragraphs, fmt.Sprintf(w.covers, a.Title))
	}
	return paragraphs
}

func (w words) section(a assignment, i int, heading string, used map[string]bool) section {
	sentences := []string{fmt.Sprintf(w.begin[i%len(w.begin)], lowered(heading))}
	near := closest(a.Searches, heading, used, 4)
	if len(near) > 0 {
		sentences = append(sentences, w.demand(near[0]))
	}
	s := section{Heading: heading, Paragraphs: []string{strings.Join(sentences, " ")}}
	if len(near) > 1 {
		s.Paragraphs = append(s.Paragraphs, fmt.Sprintf(w.several, w.list(near[1:])))
		for _, n := range near[1:] {
			s.Points = append(s.Points, headline(n.Phrase))
		}
	}
	return s
}

func (w words) demand(s search) string {
	if s.Volume == nil || *s.Volume == 0 {
		return fmt.Sprintf(w.unknown, s.Phrase)
	}
	return fmt.Sprintf(w.one, s.Phrase, w.number(*s.Volume))
}

func (w words) answer(a assignment, q string) string {
	text := fmt.Sprintf(w.answering, strings.TrimSuffix(q, "?"))
	if a.Business.Name != "" {
		text += fmt.Sprintf(w.contact, a.Business.Name)
	}
	return text
}

// describe is the meta description: what the page is about, cut between words at 155 characters.
func (w words) describe(a assignment) string {
	text := a.Brief.Angle
	if text == "" && len(a.Searches) > 0 {
		text = fmt.Sprintf(w.covers, w.list(a.Searches))
	}
	if text == "" {
		text = fmt.Sprintf(w.covers, a.Title)
	}
	runes := []rune(text)
	if len(runes) <= 155 {
		return text
	}
	cut := string(runes[:154])
	if i := strings.LastIndex(cut, " "); i > 60 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

// lowered is a heading inside a sentence: its first letter small, unless more capitals follow as in a name.
func lowered(heading string) string {
	runes := []rune(strings.TrimRight(heading, "?!."))
	if len(runes) > 1 && strings.ToLower(string(runes[1:])) == string(runes[1:]) {
		return strings.ToLower(string(runes[:1])) + string(runes[1:])
	}
	return string(runes)
}
