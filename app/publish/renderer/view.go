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
	titleLength       = 65 // about what a result page shows
	descriptionLength = 155
	openingLength     = 420
	contentsFrom      = 3 // headings from which a table of contents helps
	wordsPerMinute    = 220
)

var rightToLeft = map[string]bool{"Arab": true, "Hebr": true, "Thaa": true, "Syrc": true, "Nkoo": true, "Adlm": true, "Rohg": true}

// chrome is what every page of the site shows around its content.
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
	site.Pages = links(o.standing)
	return site
}

// view is the page as the theme shows it.
func (p *press) view(ctx context.Context, page *Page) (templ.Component, error) {
	body, err := p.body(ctx, page)
	if err != nil {
		return nil, err
	}
	cover, err := p.cover(ctx, page)
	if err != nil {
		return nil, err
	}
	if cover != "" {
		body.image = cover
	}
	chrome, err := p.around(page, body)
	if err != nil {
		return nil, err
	}
	switch page.Kind {
	case Home:
		return themes.Home(p.homePage(page, chrome, body)), nil
	case Hub, Category:
		return themes.Listing(p.listingPage(page, chrome, body)), nil
	case Article:
		return themes.Article(p.articlePage(page, chrome, body)), nil
	default:
		standfirst := page.Description
		if page.Kind == About && standfirst == "" && body.text == "" {
			standfirst = p.Facts.About
		}
		return themes.Plain(themes.PlainPage{
			Chrome: chrome, Heading: page.heading(), Standfirst: standfirst, Body: body.html,
			Contact: page.Kind == Contact, Draft: page.Draft, Below: p.sections(page, p.shared.Words.Related),
		}), nil
	}
}

func (p *press) around(page *Page, body body) (themes.Chrome, error) {
	ancestors, err := p.ancestors(page)
	if err != nil {
		return themes.Chrome{}, err
	}
	site := p.shared
	site.Nav = marked(site.Nav, page)
	chrome := themes.Chrome{Site: site}
	if page.Kind != Home {
		chrome.Crumbs = append([]themes.Link{{Label: site.Words.Home, Href: "/"}}, links(append(ancestors, page))...)
		if last := len(chrome.Crumbs) - 1; chrome.Crumbs[last].Label == chrome.Crumbs[last-1].Label {
			chrome.Crumbs[last].Label = page.heading()
		}
	}
	chrome.Head = themes.Head{
		Title: p.title(page), Description: p.description(page, body), Canonical: p.canonical(page), NoIndex: page.NoIndex,
		Kind: "website", Published: page.Published, Updated: page.Updated, Image: body.image,
	}
	if page.Kind == Article && !p.Plan {
		chrome.Head.Kind, chrome.Head.Tags = "article", page.tags()
		if hub := p.hub(page); hub != nil {
			chrome.Head.Section = hub.label()
		}
	}
	chrome.Head.Data = p.linkedData(page, chrome, body)
	return chrome, nil
}

func (p *press) homePage(page *Page, chrome themes.Chrome, body body) themes.HomePage {
	view := themes.HomePage{
		Chrome: chrome, Heading: page.heading(), Standfirst: page.Description, Body: body.html,
		Categories: p.cards(p.categories), More: p.cards(p.astray()),
		About: optional(p.first(About)), Contact: optional(p.first(Contact)),
	}
	if view.Standfirst == "" {
		view.Standfirst = p.Description
	}
	if latest := p.cards(p.latest()); len(latest) > 0 {
		view.Lead, view.Latest = &latest[0], latest[1:]
		if !p.Plan {
			view.Lead.Opening = opening(p.latest()[0])
		}
	}
	for _, hub := range p.topHubs() {
		pages := p.listed(hub)
		view.Topics = append(view.Topics, themes.Section{
			Title: hub.label(), Href: href(hub), Description: hub.Description, Cards: p.cards(pages[:min(pagesPerTopic, len(pages))]),
		})
	}
	return view
}

func (p *press) listingPage(page *Page, chrome themes.Chrome, body body) themes.ListingPage {
	title := p.shared.Words.InThis
	if page.Kind == Category {
		title = p.shared.Words.OnShelf
	}
	return themes.ListingPage{
		Chrome: chrome, Heading: page.heading(), Standfirst: page.Description, Body: body.html,
		Draft: page.Draft, Sections: p.sections(page, title),
	}
}

func (p *press) articlePage(page *Page, chrome themes.Chrome, body body) themes.ArticlePage {
	view := themes.ArticlePage{
		Chrome: chrome, Heading: page.heading(), Standfirst: page.Description, Body: body.html,
		Author: p.Facts.Author, Minutes: (body.words + wordsPerMinute/2) / wordsPerMinute, Draft: page.Draft,
	}
	switch {
	case p.Plan:
		view.Author = ""
	case view.Author == "":
		view.Author = p.Name
	}
	if len(body.contents) >= contentsFrom {
		view.Contents = body.contents
	}
	for _, term := range page.Terms {
		if shelf := p.shelves[term.key()]; shelf != nil {
			view.Terms = append(view.Terms, link(shelf))
		}
	}
	view.Related = themes.Section{Title: p.shared.Words.Related, Cards: p.cards(p.related(page))}
	if hub := p.hub(page); hub != nil {
		to := link(hub)
		view.Hub, view.Related.Href = &to, to.Href
		view.Related.Title = p.shared.Words.OnTopic(to.Label)
		for i := range view.Related.Cards {
			view.Related.Cards[i].Kicker = ""
		}
	}
	return view
}

func (p *press) sections(page *Page, title string) []themes.Section {
	cards := p.cards(p.listed(page))
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

// title is the title element: the page's title, and the site's name where there is room.
func (o *outline) title(p *Page) string {
	if p.Kind == Home && p.Title == o.Name && o.Tagline != "" {
		return o.Name + ": " + o.Tagline
	}
	if strings.Contains(p.Title, o.Name) || len([]rune(p.Title+" – "+o.Name)) > titleLength {
		return p.Title
	}
	return p.Title + " – " + o.Name
}

// description is the meta description; a page without one is described by its first words.
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

// opening is how the text of a page begins, as far as its first paragraph goes.
func opening(p *Page) string {
	for _, block := range p.Body {
		if text := tidy(block.PlainText()); block.Type == blocks.TypeParagraph && text != "" {
			return shorten(text, openingLength)
		}
	}
	return ""
}

// shorten cuts a text at the last word that fits.
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

// tags are the target keywords and terms of a page, each once.
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

func (p *press) notFound() themes.NotFoundPage {
	title := p.shared.Words.NotFound + " – " + p.Name
	return themes.NotFoundPage{
		Chrome: themes.Chrome{Site: p.shared, Head: themes.Head{
			Title: title, Description: p.shared.Words.NotFoundText, NoIndex: true, Kind: "website",
		}},
		Topics: p.shared.Topics,
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

// marked is the navigation as it looks from page.
func marked(nav []themes.Link, page *Page) []themes.Link {
	seen := make([]themes.Link, len(nav))
	for i, l := range nav {
		l.Current = l.Href == href(page)
		seen[i] = l
	}
	return seen
}
