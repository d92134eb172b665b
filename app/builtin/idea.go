package builtin

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

// PageCluster is what an idea is made from: a page cluster and where it stands.
type PageCluster struct {
	Cluster  string    `json:"cluster" about:"the name of the page cluster"`
	Topic    string    `json:"topic" about:"the cluster above it"`
	Pillar   string    `json:"pillar" about:"the cluster above the topic"`
	Siblings []string  `json:"neighbouring_pages" about:"the other page clusters of the topic"`
	Role     string    `json:"role" about:"hub, supporting or attribute"`
	Language string    `json:"language" about:"code of the language to write in"`
	Market   string    `json:"market" about:"the country whose searches are meant"`
	Site     string    `json:"site" about:"the name of the site"`
	SiteType string    `json:"site_type" about:"blog, ecommerce or company"`
	Keywords []Keyword `json:"keywords" about:"what people search for, the greatest demand first"`
}

// Keyword is a keyword of a page cluster.
type Keyword struct {
	Keyword string `json:"keyword"`
	Volume  *int64 `json:"volume" about:"searches a month, nothing where unknown"`
	Demand  *int64 `json:"demand" about:"volume, an estimate or impressions"`
	Intent  string `json:"intent"`
}

// Idea is what an idea says of its page.
type Idea struct {
	Title          string   `json:"title"`
	Angle          string   `json:"angle"`
	Intent         string   `json:"intent"`
	Outline        []string `json:"outline"`
	TargetKeywords []string `json:"target_keywords"`
}

// intents are what searchers may want. Where two are wanted as much, the first one counts.
var intents = []string{"informational", "commercial", "transactional", "navigational"}

// The sizes of an idea.
const (
	fewestHeadings = 6
	mostHeadings   = 9
	mostTargets    = 20
	longestTitle   = 75
)

// ProposeIdea returns the idea for the page of a cluster. The same cluster gives the same idea. Every heading is one of the cluster's own
// keywords or questions, or what a searcher of this kind asks next about the subject.
func ProposeIdea(c PageCluster) Idea {
	main := c.Cluster
	book := bookFor(c)
	idea := Idea{Intent: dominantIntent(c.Keywords), TargetKeywords: TargetKeywords(c.Keywords)}
	if book == nil {
		idea.Title, idea.Angle = text.Headline(main), strings.Join(idea.TargetKeywords[:min(5, len(idea.TargetKeywords))], " · ")
		idea.Outline = fillOutline(headingsOf(&phrasebook{&language.Outline{}}, c), slices.Concat(c.Siblings, []string{c.Topic, c.Pillar}))
		idea.Intent = cmp.Or(idea.Intent, intents[0])
		return idea
	}
	kind := book.kindOfPage(c, idea.Intent)
	idea.Intent = cmp.Or(idea.Intent, intentOf(kind))
	idea.Title = book.title(kind, main)
	subject := book.subject(kind, language.Key(main))
	headings := headingsOf(book, c)
	idea.Angle = book.describe(kind, main, headings)
	opening := fill(book.Frames[kind][:1], subject)
	rest := fill(book.Frames[kind][1:], subject)
	if kind == language.PageHowTo || kind == language.PageQuestion {
		subject = ""
	}
	rest = slices.Concat(rest, fill(book.General, subject), book.Plain)
	idea.Outline = fillOutline(slices.Concat(opening, headings), rest)
	return idea
}

// fillOutline returns the headings, filled up from the rest where they are too few. No heading appears twice.
func fillOutline(headings, rest []string) []string {
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

// fill puts the subject into the frames. Without a subject it returns only those that need none.
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

// headingsOf makes headings of the cluster's other keywords. A keyword needs a word that no heading has yet: other spellings, accents and
// plurals of the same words make no heading.
func headingsOf(book *phrasebook, c PageCluster) []string {
	used := book.subjectWords(language.Key(c.Cluster))
	seen := map[string]bool{unspaced(c.Cluster): true}
	var list []string
	for _, k := range c.Keywords {
		key := language.Key(k.Keyword)
		fresh := false
		for _, word := range book.subjectWords(key) {
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

// subjectWords returns the words of a keyword that carry its subject, without accents and plural s. A question word at the beginning
// counts, too.
func (book *phrasebook) subjectWords(key string) []string {
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

// alike reports whether two words differ by at most one letter: added, missing, replaced or swapped. Short words must be equal.
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

// phrasebook writes ideas in one language.
type phrasebook struct{ *language.Outline }

// bookFor returns the phrasebook of the language that the keywords are in; nil for a language that the built-in engine has no phrases of.
func bookFor(c PageCluster) *phrasebook {
	spoken := IdeaLanguage(c.Language, c.Keywords)
	if spoken.Outline == nil {
		return nil
	}
	return &phrasebook{spoken.Outline}
}

// IdeaLanguage returns the language of the tag, or that of the keywords where they are clearly in another one that ideas can be written in.
func IdeaLanguage(tag string, list []Keyword) *language.Language {
	keywords := make([]string, len(list))
	for i, k := range list {
		keywords[i] = k.Keyword
	}
	return language.Spoken(cmp.Or(tag, "en"), keywords, func(l *language.Language) bool { return l.Outline != nil })
}

// kindOfPage returns the kind that the main keyword tells, else the kind behind more than half of the demand, else one that suits the
// intent.
func (book *phrasebook) kindOfPage(c PageCluster, intent string) language.PageKind {
	if kind, _, _, ok := book.Sign(language.Key(c.Cluster)); ok {
		return kind
	}
	weights, total := map[language.PageKind]int64{}, int64(0)
	for _, k := range c.Keywords {
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

func weight(k Keyword) int64 {
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

// subject returns what the page is about: the main keyword without the words that told its kind.
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

// dominantIntent returns the intent behind most of the demand; empty when no keyword has one.
func dominantIntent(list []Keyword) string {
	weights := map[string]int64{}
	for _, k := range list {
		for i, intent := range strings.Split(k.Intent, ",") {
			if slices.Contains(intents, intent) {
				weights[intent] += weight(k) * int64(2-min(i, 1))
			}
		}
	}
	dominant := ""
	for _, intent := range intents {
		if weights[intent] > weights[dominant] {
			dominant = intent
		}
	}
	return dominant
}

// TargetKeywords returns the keywords that a page is to serve: the first ones.
func TargetKeywords(list []Keyword) []string {
	texts := []string{}
	for _, k := range list[:min(mostTargets, len(list))] {
		texts = append(texts, k.Keyword)
	}
	return texts
}

// abbreviations are written in capitals everywhere.
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

// lowerInTitles are the words that an English headline does not capitalize.
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
