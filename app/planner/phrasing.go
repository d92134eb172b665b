package planner

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"igny8/app/language"
	"igny8/app/text"
)

// brief is what an idea is made from: a page cluster and where it stands.
type brief struct {
	Cluster  string         `json:"cluster" about:"the name of the page cluster"`
	Topic    string         `json:"topic" about:"the cluster above it"`
	Pillar   string         `json:"pillar" about:"the cluster above the topic"`
	Siblings []string       `json:"neighbouring_pages" about:"the other page clusters of the topic"`
	Role     string         `json:"role" about:"hub, supporting or attribute"`
	Language string         `json:"language" about:"code of the language to write in"`
	Market   string         `json:"market" about:"the country whose searches are meant"`
	Site     string         `json:"site" about:"the name of the site"`
	SiteType string         `json:"site_type" about:"blog, ecommerce or company"`
	Keywords []briefKeyword `json:"keywords" about:"what people search for, the greatest demand first"`
}

type briefKeyword struct {
	Keyword string `json:"keyword"`
	Volume  *int64 `json:"volume" about:"searches a month, nothing where unknown"`
	Demand  *int64 `json:"demand" about:"volume, an estimate or impressions"`
	Intent  string `json:"intent"`
}

// proposal is what an idea says.
type proposal struct {
	Title          string   `json:"title"`
	Angle          string   `json:"angle"`
	Intent         string   `json:"intent"`
	Outline        []string `json:"outline"`
	TargetKeywords []string `json:"target_keywords"`
}

// The sizes of a built-in idea.
const (
	fewestHeadings = 6
	mostHeadings   = 9
	mostTargets    = 20
	longestTitle   = 75
)

// propose is the built-in engine's idea for a page: the same brief gives the same idea. Every heading is one of the cluster's own keywords or
// questions, or says about the subject what a searcher of this kind asks next.
func propose(b brief) proposal {
	main := b.Cluster
	book := bookFor(b)
	p := proposal{Intent: dominantIntent(b.Keywords), TargetKeywords: targets(b.Keywords)}
	if book == nil {
		p.Title, p.Angle = text.Headline(main), strings.Join(p.TargetKeywords[:min(5, len(p.TargetKeywords))], " · ")
		p.Outline = outline(own(&phrasebook{&language.Outline{}}, b), slices.Concat(b.Siblings, []string{b.Topic, b.Pillar}))
		p.Intent = cmp.Or(p.Intent, Intents[0])
		return p
	}
	kind := book.kindOfPage(b, p.Intent)
	p.Intent = cmp.Or(p.Intent, intentOf(kind))
	p.Title = book.title(kind, main)
	subject := book.subject(kind, language.Key(main))
	headings := own(book, b)
	p.Angle = book.describe(kind, main, headings)
	opening := fill(book.Frames[kind][:1], subject)
	rest := fill(book.Frames[kind][1:], subject)
	if kind == language.PageHowTo || kind == language.PageQuestion {
		subject = ""
	}
	rest = slices.Concat(rest, fill(book.General, subject), book.Plain)
	p.Outline = outline(slices.Concat(opening, headings), rest)
	return p
}

// outline is the headings, filled up from the rest where they are too few; none stands there twice.
func outline(headings, rest []string) []string {
	seen, lines := map[string]bool{}, []string{}
	add := func(list []string, limit int) {
		for _, heading := range list {
			if key := language.Key(heading); key != "" && !seen[key] && len(lines) < limit {
				seen[key] = true
				lines = append(lines, text.Headline(heading))
			}
		}
	}
	add(headings, mostHeadings)
	add(rest, fewestHeadings)
	return lines
}

// fill puts the subject into the frames. Without a subject only those that need none are left.
func fill(frames []string, subject string) []string {
	var filled []string
	for _, frame := range frames {
		switch {
		case !strings.Contains(frame, "%s"):
			filled = append(filled, frame)
		case subject != "":
			filled = append(filled, fmt.Sprintf(frame, subject))
		}
	}
	return filled
}

// own are headings from the cluster's other keywords, as far as each brings a word that has not been there before: other spellings, accents and plurals
// of the same words make no heading.
func own(book *phrasebook, b brief) []string {
	used := book.content(language.Key(b.Cluster))
	seen := map[string]bool{unspaced(b.Cluster): true}
	var list []string
	for _, k := range b.Keywords {
		key := language.Key(k.Keyword)
		fresh := false
		for _, word := range book.content(key) {
			if !slices.ContainsFunc(used, func(u string) bool { return alike(u, word) }) {
				fresh, used = true, append(used, word)
			}
		}
		if !fresh || seen[unspaced(key)] || utf8.RuneCountInString(key) > longestTitle || len(list) == mostHeadings-1 {
			continue
		}
		seen[unspaced(key)] = true
		heading := acronyms(k.Keyword)
		if book.Asks(key) {
			heading = strings.TrimRight(heading, "? ") + "?"
		}
		list = append(list, heading)
	}
	return list
}

func unspaced(key string) string { return strings.ReplaceAll(language.Key(key), " ", "") }

// content is the words of a keyword that carry its subject, without accents and plural s; a question word at the beginning counts too.
func (book *phrasebook) content(key string) []string {
	var list []string
	for i, word := range strings.FieldsFunc(key, notInWord) {
		if book.Small[word] && (i > 0 || !slices.Contains(book.Questions, word)) {
			continue
		}
		word = strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, norm.NFD.String(word))
		if len(word) > 3 {
			word = strings.TrimSuffix(word, "s")
		}
		list = append(list, word)
	}
	return list
}

// alike says whether two words are the same but for one letter too many, too few, other or swapped. Short words must be equal.
func alike(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == b {
		return true
	}
	if len(a) < 5 || len(b)-len(a) > 1 || strings.ContainsFunc(a+b, unicode.IsDigit) {
		return false
	}
	at := 0
	for at < len(a) && a[at] == b[at] {
		at++
	}
	if len(a) < len(b) {
		return a[at:] == b[at+1:]
	}
	return a[at+1:] == b[at+1:] || (at+1 < len(a) && a[at] == b[at+1] && a[at+1] == b[at] && a[at+2:] == b[at+2:])
}

func notInWord(r rune) bool {
	return !unicode.In(r, unicode.L, unicode.M, unicode.Nd)
}

// phrasebook phrases ideas in one language.
type phrasebook struct{ *language.Outline }

// bookFor returns the phrasebook of the language that the keywords are in. It is nil in a language that the built-in engine cannot phrase in.
func bookFor(b brief) *phrasebook {
	spoken := spokenIn(b.Language, b.Keywords)
	if spoken.Outline == nil {
		return nil
	}
	return &phrasebook{spoken.Outline}
}

// spokenIn returns the language of the tag, or that of the keywords where they are clearly in another one that ideas can be phrased in.
func spokenIn(tag string, list []briefKeyword) *language.Language {
	keywords := make([]string, len(list))
	for i, k := range list {
		keywords[i] = k.Keyword
	}
	return language.Spoken(cmp.Or(tag, "en"), keywords, func(l *language.Language) bool { return l.Outline != nil })
}

// kindOfPage is what the main keyword gives away, else what half of the demand is after, else what suits the intent.
func (book *phrasebook) kindOfPage(b brief, intent string) language.PageKind {
	if kind, _, _, ok := book.Sign(language.Key(b.Cluster)); ok {
		return kind
	}
	weights, total := map[language.PageKind]int64{}, int64(0)
	for _, k := range b.Keywords {
		weight := weight(k)
		total += weight
		if kind, _, leading, ok := book.Sign(language.Key(k.Keyword)); ok && !leading {
			weights[kind] += weight
		}
	}
	for kind := language.PageLearn; kind <= language.PageVisit; kind++ {
		if weights[kind]*2 > total {
			return kind
		}
	}
	switch first, _, _ := strings.Cut(intent, ","); first {
	case "commercial":
		return language.PageBest
	case "transactional":
		return language.PagePurchase
	case "navigational":
		return language.PageVisit
	}
	return language.PageLearn
}

func weight(k briefKeyword) int64 {
	if k.Demand == nil {
		return 1
	}
	return *k.Demand + 1
}

// intentOf returns what people of this kind mostly want.
func intentOf(kind language.PageKind) string {
	switch kind {
	case language.PageVersus, language.PageBest, language.PageCost, language.PageReview, language.PageInstead:
		return "commercial"
	case language.PageLocal, language.PagePurchase:
		return "transactional"
	case language.PageVisit:
		return "navigational"
	}
	return "informational"
}

// subject is what the page is about: the main keyword without the words that gave its kind away.
func (book *phrasebook) subject(kind language.PageKind, main string) string {
	if kind == language.PageQuestion || kind == language.PageVersus {
		return ""
	}
	if kind == language.PageSolve || kind == language.PageExample || kind == language.PageLearn {
		return acronyms(main)
	}
	if _, phrase, _, ok := book.Sign(main); ok {
		without := strings.Fields(strings.Replace(" "+main+" ", " "+phrase+" ", " ", 1))
		for len(without) > 0 && kind != language.PageHowTo && book.Small[without[0]] {
			without = without[1:]
		}
		for len(without) > 0 && book.Small[without[len(without)-1]] {
			without = without[:len(without)-1]
		}
		if len(without) > 0 {
			main = strings.Join(without, " ")
		}
	}
	return acronyms(main)
}

func (book *phrasebook) title(kind language.PageKind, main string) string {
	headline := text.Headline(strings.TrimRight(acronyms(main), "?! "))
	if book.Capitals {
		headline = headlined(headline)
	}
	title := fmt.Sprintf(book.Titles[kind], headline)
	if utf8.RuneCountInString(title) > longestTitle {
		return headline
	}
	return title
}

func (book *phrasebook) describe(kind language.PageKind, main string, headings []string) string {
	angle := fmt.Sprintf(book.Angle, main, book.Aims[kind])
	if len(headings) == 0 {
		return angle
	}
	quoted := make([]string, 0, 3)
	for _, heading := range headings[:min(3, len(headings))] {
		quoted = append(quoted, strings.TrimSuffix(heading, "?"))
	}
	return angle + " " + fmt.Sprintf(book.Covers, strings.Join(quoted, ", "))
}

// dominantIntent is the intent behind most of the demand, empty when no keyword has one.
func dominantIntent(list []briefKeyword) string {
	weights := map[string]int64{}
	for _, k := range list {
		for i, intent := range strings.Split(k.Intent, ",") {
			if slices.Contains(Intents, intent) {
				weights[intent] += weight(k) * int64(2-min(i, 1))
			}
		}
	}
	dominant := ""
	for _, intent := range Intents {
		if weights[intent] > weights[dominant] {
			dominant = intent
		}
	}
	return dominant
}

func targets(list []briefKeyword) []string {
	texts := []string{}
	for _, k := range list[:min(mostTargets, len(list))] {
		texts = append(texts, k.Keyword)
	}
	return texts
}

// known abbreviations are written in capitals wherever they stand.
var abbreviations = words("ai ki api seo sem ppc crm erp cms faq pdf html css url sql gpu cpu usb tv diy usa uk eu b2b b2c saas ssl vpn dns iot ml llm gpt ui ux pc hr")

func acronyms(text string) string {
	fields := strings.Fields(text)
	for i, word := range fields {
		if abbreviations[strings.ToLower(word)] {
			fields[i] = strings.ToUpper(word)
		}
	}
	return strings.Join(fields, " ")
}

// lowerInTitles are the words that an English headline does not capitalise.
var lowerInTitles = words("a an the of in on at to for with and or vs by from")

func headlined(title string) string {
	fields := strings.Fields(title)
	for i, word := range fields {
		if i == 0 || !lowerInTitles[strings.ToLower(word)] {
			fields[i] = text.Headline(word)
		}
	}
	return strings.Join(fields, " ")
}

func words(text string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(text) {
		set[word] = true
	}
	return set
}
