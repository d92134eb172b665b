package renderer

import (
	"context"
	"strings"

	"github.com/a-h/templ"
	bcp47 "golang.org/x/text/language"

	"igny8/app/blocks"
	"igny8/app/language"
	"igny8/views/themes"
)

const (
	titleLength       = 65 // about as long as search results show
	descriptionLength = 155
	openingLength     = 420
	contentsFrom      = 3 // headings from which a page gets a table of contents
	wordsPerMinute    = 220
)

var rightToLeft = map[string]bool{"Arab": true, "Hebr": true, "Thaa": true, "Syrc": true, "Nkoo": true, "Adlm": true, "Rohg": true}

// chrome returns what every page of the site shows around its content.
func (o *outline) chrome(stylesheet string) themes.Site {
	script, _ := bcp47.Make(o.Language).Script()
	direction := "ltr"
	if rightToLeft[script.String()] {
		direction = "rtl"
	}
	site := themes.Site{
		Name: o.Name, Tagline: o.Tagline, Description: o.Description, Type: o.Type,
		Language: o.Language, Direction: direction, Words: language.ThemeOf(o.Language),
		Stylesheet: stylesheet, Facts: o.Facts, Year: o.Built.Year(), Plan: o.Plan,
	}
	topics := o.topHubs()
	if o.Type == "ecommerce" || len(topics) == 0 {
		topics = append(o.categories[:len(o.categories):len(o.categories)], topics...)
	}
	site.Nav = links(topics[:min(topicsInNav, len(topics))])
	for _, kind := range []string{About, Contact} {
		if p := o.first(kind); p != nil {
			site.Nav = append(site.Nav, link(p))
		}
	}
	site.Topics = links(topics[:min(topicsInFooter, len(topics))])
	site.Pages = links(o.standalone)
	return site
}

// view returns the page as a component of the theme.
func (b *build) view(ctx context.Context, page *Page) (templ.Component, error) {
	body, err := b.body(ctx, page)
	if err != nil {
		return nil, err
	}
	cover, err := b.cover(ctx, page)
	if err != nil {
		return nil, err
	}
	if cover != "" {
		body.image = cover
	}
	chrome, err := b.pageChrome(page, body)
	if err != nil {
		return nil, err
	}
	switch page.Kind {
	case Home:
		return themes.Home(b.homePage(page, chrome, body)), nil
	case Hub, Category:
		return themes.Listing(b.listingPage(page, chrome, body)), nil
	case Article:
		return themes.Article(b.articlePage(page, chrome, body)), nil
	default:
		standfirst := page.Description
		if page.Kind == About && standfirst == "" && body.text == "" {
			standfirst = b.Facts.About
		}
		return themes.Plain(themes.PlainPage{
			Chrome: chrome, Heading: page.heading(), Standfirst: standfirst, Body: body.html,
			Contact: page.Kind == Contact, Draft: page.Draft, Below: b.sections(page, b.shared.Words.Related),
		}), nil
	}
}

func (b *build) pageChrome(page *Page, body body) (themes.Chrome, error) {
	ancestors, err := b.ancestors(page)
	if err != nil {
		return themes.Chrome{}, err
	}
	site := b.shared
	site.Nav = markCurrent(site.Nav, page)
	chrome := themes.Chrome{Site: site}
	if page.Kind != Home {
		chrome.Crumbs = append([]themes.Link{{Label: site.Words.Home, Href: "/"}}, links(append(ancestors, page))...)
		if last := len(chrome.Crumbs) - 1; chrome.Crumbs[last].Label == chrome.Crumbs[last-1].Label {
			chrome.Crumbs[last].Label = page.heading()
		}
	}
	chrome.Head = themes.Head{
		Title: b.title(page), Description: b.description(page, body), Canonical: b.canonical(page), NoIndex: page.NoIndex,
		Kind: "website", Published: page.Published, Updated: page.Updated, Image: body.image,
	}
	if page.Kind == Article && !b.Plan {
		chrome.Head.Kind, chrome.Head.Tags = "article", page.tags()
		if hub := b.hub(page); hub != nil {
			chrome.Head.Section = hub.label()
		}
	}
	chrome.Head.Data = b.linkedData(page, chrome, body)
	return chrome, nil
}

func (b *build) homePage(page *Page, chrome themes.Chrome, body body) themes.HomePage {
	view := themes.HomePage{
		Chrome: chrome, Heading: page.heading(), Standfirst: page.Description, Body: body.html,
		Categories: b.cards(b.categories), More: b.cards(b.orphans()),
		About: optional(b.first(About)), Contact: optional(b.first(Contact)),
	}
	if view.Standfirst == "" {
		view.Standfirst = b.Description
	}
	if latest := b.cards(b.latest()); len(latest) > 0 {
		view.Lead, view.Latest = &latest[0], latest[1:]
		if !b.Plan {
			view.Lead.Opening = firstWords(b.latest()[0])
		}
	}
	for _, hub := range b.topHubs() {
		pages := b.listed(hub)
		view.Topics = append(view.Topics, themes.Section{
			Title: hub.label(), Href: href(hub), Description: hub.Description, Cards: b.cards(pages[:min(pagesPerTopic, len(pages))]),
		})
	}
	return view
}

func (b *build) listingPage(page *Page, chrome themes.Chrome, body body) themes.ListingPage {
	title := b.shared.Words.InThis
	if page.Kind == Category {
		title = b.shared.Words.OnShelf
	}
	return themes.ListingPage{
		Chrome: chrome, Heading: page.heading(), Standfirst: page.Description, Body: body.html,
		Draft: page.Draft, Sections: b.sections(page, title),
	}
}

func (b *build) articlePage(page *Page, chrome themes.Chrome, body body) themes.ArticlePage {
	view := themes.ArticlePage{
		Chrome: chrome, Heading: page.heading(), Standfirst: page.Description, Body: body.html,
		Author: b.Facts.Author, Minutes: (body.words + wordsPerMinute/2) / wordsPerMinute, Draft: page.Draft,
	}
	switch {
	case b.Plan:
		view.Author = ""
	case view.Author == "":
		view.Author = b.Name
	}
	if len(body.contents) >= contentsFrom {
		view.Contents = body.contents
	}
	for _, term := range page.Terms {
		if shelf := b.shelves[term.key()]; shelf != nil {
			view.Terms = append(view.Terms, link(shelf))
		}
	}
	view.Related = themes.Section{Title: b.shared.Words.Related, Cards: b.cards(b.related(page))}
	if hub := b.hub(page); hub != nil {
		to := link(hub)
		view.Hub, view.Related.Href = &to, to.Href
		view.Related.Title = b.shared.Words.OnTopic(to.Label)
		for i := range view.Related.Cards {
			view.Related.Cards[i].Kicker = ""
		}
	}
	return view
}

func (b *build) sections(page *Page, title string) []themes.Section {
	cards := b.cards(b.listed(page))
	if len(cards) == 0 {
		return nil
	}
	for i := range cards {
		cards[i].Kicker = ""
	}
	return []themes.Section{{Title: title, Cards: cards}}
}

func (o *outline) cards(pages []*Page) []themes.Card {
	cards := make([]themes.Card, 0, len(pages))
	for _, p := range pages {
		card := themes.Card{Title: p.heading(), Href: href(p), Description: p.Description}
		switch p.Kind {
		case Article:
			card.Date = p.Published
		case Category:
			card.Title = p.label()
		}
		if hub := o.hub(p); hub != nil {
			card.Kicker = hub.label()
		}
		cards = append(cards, card)
	}
	return cards
}

// title returns the title element: the page's title, and the site's name if there is room.
func (o *outline) title(p *Page) string {
	if p.Kind == Home && p.Title == o.Name && o.Tagline != "" {
		return o.Name + ": " + o.Tagline
	}
	if strings.Contains(p.Title, o.Name) || len([]rune(p.Title+" – "+o.Name)) > titleLength {
		return p.Title
	}
	return p.Title + " – " + o.Name
}

// description returns the meta description. Without one it uses the first words of the page.
func (o *outline) description(p *Page, b body) string {
	for _, text := range []string{p.Description, shorten(b.text, descriptionLength)} {
		if text != "" {
			return text
		}
	}
	for _, text := range []string{o.Description, o.Tagline} {
		if text != "" && p.Kind == Home {
			return text
		}
	}
	if o.Tagline != "" {
		return p.heading() + " – " + o.Name + ": " + o.Tagline
	}
	return p.heading() + " – " + o.Name
}

// firstWords returns the beginning of the text of a page, at most its first paragraph.
func firstWords(p *Page) string {
	for _, block := range p.Body {
		if text := tidy(block.PlainText()); block.Type == blocks.TypeParagraph && text != "" {
			return shorten(text, openingLength)
		}
	}
	return ""
}

// shorten cuts a text after the last word that fits.
func shorten(text string, length int) string {
	runes := []rune(text)
	if len(runes) <= length {
		return text
	}
	cut := string(runes[:length])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–-") + "…"
}

// tags returns the target keywords and terms of a page without repetitions.
func (p *Page) tags() []string {
	seen := map[string]bool{}
	var tags []string
	add := func(tag string) {
		if tag = tidy(tag); tag != "" && !seen[strings.ToLower(tag)] {
			seen[strings.ToLower(tag)] = true
			tags = append(tags, tag)
		}
	}
	for _, keyword := range p.TargetKeywords {
		add(keyword)
	}
	for _, term := range p.Terms {
		add(term.Name)
	}
	return tags
}

func (b *build) notFound() themes.NotFoundPage {
	title := b.shared.Words.NotFound + " – " + b.Name
	return themes.NotFoundPage{
		Chrome: themes.Chrome{Site: b.shared, Head: themes.Head{
			Title: title, Description: b.shared.Words.NotFoundText, NoIndex: true, Kind: "website",
		}},
		Topics: b.shared.Topics,
	}
}

func link(p *Page) themes.Link { return themes.Link{Label: p.label(), Href: href(p)} }

func links(pages []*Page) []themes.Link {
	list := make([]themes.Link, 0, len(pages))
	for _, p := range pages {
		list = append(list, link(p))
	}
	return list
}

func optional(p *Page) *themes.Link {
	if p == nil {
		return nil
	}
	to := link(p)
	return &to
}

// markCurrent returns the navigation with the entry of the page marked.
func markCurrent(nav []themes.Link, page *Page) []themes.Link {
	seen := make([]themes.Link, len(nav))
	for i, l := range nav {
		l.Current = l.Href == href(page)
		seen[i] = l
	}
	return seen
}
