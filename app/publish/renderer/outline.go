package renderer

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"igny8/app/fault"
	"igny8/app/language"
)

const (
	latestOnBlog   = 5 // a lead story and four beside it
	latestOnHome   = 6 // two rows of three
	topicsInNav    = 4
	topicsInFooter = 10
	pagesPerTopic  = 4
	relatedShown   = 3
)

// outline is the site with the relations between its pages: parents, hubs with their articles, terms with their pages.
type outline struct {
	Site
	byID, byPath map[string]*Page
	lists        map[*Page][]*Page
	carriers     map[Term][]*Page
	shelves      map[Term]*Page
	home         *Page
	hubs         []*Page
	categories   []*Page
	articles     []*Page
	standalone   []*Page // about, contact and pages outside every topic
}

func newOutline(site Site) (*outline, error) {
	site, err := site.checked()
	if err != nil {
		return nil, err
	}
	o := &outline{
		Site: site, byID: map[string]*Page{}, byPath: map[string]*Page{}, lists: map[*Page][]*Page{},
		carriers: map[Term][]*Page{}, shelves: map[Term]*Page{},
	}
	for i := range o.Pages {
		p := &o.Pages[i]
		o.byID[p.ID], o.byPath[p.Path] = p, p
	}
	for i := range o.Pages {
		if err := o.place(&o.Pages[i]); err != nil {
			return nil, err
		}
	}
	o.list()
	slices.SortStableFunc(o.articles, func(a, b *Page) int { return b.Published.Compare(a.Published) })
	return o, nil
}

func (o *outline) place(p *Page) error {
	switch words := language.ThemeOf(o.Language); {
	case p.Label != "":
	case p.Kind == About:
		p.Label = words.About
	case p.Kind == Contact:
		p.Label = words.Contact
	}
	if _, err := o.ancestors(p); err != nil {
		return err
	}
	for _, term := range p.Terms {
		if p.Kind == Category {
			o.shelves[term.key()] = p
			continue
		}
		o.carriers[term.key()] = append(o.carriers[term.key()], p)
	}
	switch p.Kind {
	case Home:
		o.home = p
	case Hub:
		o.hubs = append(o.hubs, p)
	case Category:
		o.categories = append(o.categories, p)
	case Article:
		o.articles = append(o.articles, p)
	default:
		if p.Kind != Plain || o.parent(p) == nil {
			o.standalone = append(o.standalone, p)
		}
	}
	return nil
}

// parent returns the page above p in the tree, or nil directly below home.
func (o *outline) parent(p *Page) *Page {
	for _, id := range []string{p.ParentID, p.HubID} {
		if parent := o.byID[id]; parent != nil && parent.Kind != Home && parent != p {
			return parent
		}
	}
	return nil
}

// hub returns the hub page of p, or nil.
func (o *outline) hub(p *Page) *Page {
	for _, id := range []string{p.HubID, p.ParentID} {
		if hub := o.byID[id]; hub != nil && hub.Kind == Hub && hub != p {
			return hub
		}
	}
	return nil
}

// ancestors returns the pages from just below home down to the parent of p.
func (o *outline) ancestors(p *Page) ([]*Page, error) {
	var chain []*Page
	for at := o.parent(p); at != nil; at = o.parent(at) {
		if at == p || slices.Contains(chain, at) {
			return nil, fault.New(fault.Invalid, "The page %q is above itself in the page tree. Give it another parent.", p.Title)
		}
		chain = append(chain, at)
	}
	slices.Reverse(chain)
	return chain, nil
}

// listed returns the pages that p lists: its children, the articles of its hub, the pages with its terms.
func (o *outline) listed(p *Page) []*Page { return o.lists[p] }

func (o *outline) list() {
	for i := range o.Pages {
		p := &o.Pages[i]
		if parent := o.parent(p); parent != nil {
			o.lists[parent] = append(o.lists[parent], p)
		}
		if hub := o.hub(p); hub != nil && hub != o.parent(p) {
			o.lists[hub] = append(o.lists[hub], p)
		}
	}
	for _, p := range o.categories {
		seen := map[*Page]bool{p: true}
		for _, child := range o.lists[p] {
			seen[child] = true
		}
		for _, term := range p.Terms {
			for _, carrier := range o.carriers[term.key()] {
				if !seen[carrier] {
					seen[carrier] = true
					o.lists[p] = append(o.lists[p], carrier)
				}
			}
		}
	}
}

// related returns the next articles of the same hub, in a circle, so that links are spread evenly. Without a hub it returns
// articles with the same terms.
func (o *outline) related(p *Page) []*Page {
	circle := o.siblings(p)
	at := slices.Index(circle, p)
	var next []*Page
	for i := 1; i < len(circle) && len(next) < relatedShown; i++ {
		next = append(next, circle[(at+i+len(circle))%len(circle)])
	}
	return next
}

func (o *outline) siblings(p *Page) []*Page {
	if hub := o.hub(p); hub != nil {
		return o.articlesWith(o.listed(hub), p)
	}
	for _, term := range p.Terms {
		if circle := o.articlesWith(o.carriers[term.key()], p); len(circle) > 1 {
			return circle
		}
	}
	return o.articlesWith(o.articles, p)
}

// articlesWith returns the articles among pages, and p itself.
func (o *outline) articlesWith(pages []*Page, p *Page) []*Page {
	var kept []*Page
	for _, page := range pages {
		if page.Kind == Article || page == p {
			kept = append(kept, page)
		}
	}
	if !slices.Contains(kept, p) {
		kept = append(kept, p)
	}
	return kept
}

// latest returns the newest articles for the home page.
func (o *outline) latest() []*Page {
	shown := latestOnHome
	if o.Type == "blog" {
		shown = latestOnBlog
	}
	return o.articles[:min(shown, len(o.articles))]
}

// orphans returns the pages that no other page links to. The home page lists them.
func (o *outline) orphans() []*Page {
	reached := map[*Page]bool{o.home: true}
	for _, group := range [][]*Page{o.latest(), o.topHubs(), o.categories, o.standalone} {
		for _, p := range group {
			reached[p] = true
		}
	}
	for i := range o.Pages {
		p := &o.Pages[i]
		if p.Kind == Article {
			continue
		}
		for _, child := range o.listed(p) {
			reached[child] = true
		}
	}
	var pages []*Page
	for i := range o.Pages {
		if p := &o.Pages[i]; !reached[p] {
			pages = append(pages, p)
		}
	}
	return pages
}

// topHubs returns the hubs that are below no other page.
func (o *outline) topHubs() []*Page {
	var top []*Page
	for _, hub := range o.hubs {
		if o.parent(hub) == nil {
			top = append(top, hub)
		}
	}
	return top
}

// first returns the first page of the kind, or nil.
func (o *outline) first(kind string) *Page {
	for i := range o.Pages {
		if o.Pages[i].Kind == kind {
			return &o.Pages[i]
		}
	}
	return nil
}

// url returns the absolute address of a page.
func (o *outline) url(p *Page) string { return o.BaseURL + href(p) }

// canonical returns the address that search engines should index for p.
func (o *outline) canonical(p *Page) string {
	if p.Canonical != "" {
		return p.Canonical
	}
	return o.url(p)
}

// indexed reports whether p belongs in the sitemap and the feed.
func (o *outline) indexed(p *Page) bool {
	return !p.NoIndex && o.canonical(p) == o.url(p)
}

// href returns the root-relative address of a page, percent-encoded.
func href(p *Page) string { return (&url.URL{Path: p.Path}).EscapedPath() }

func (p *Page) heading() string {
	if p.H1 != "" {
		return p.H1
	}
	return p.Title
}

// label returns a short name of a page: the term of a category, else the title without its explanation.
func (p *Page) label() string {
	if p.Label != "" {
		return p.Label
	}
	if p.Kind == Category && len(p.Terms) > 0 && tidy(p.Terms[0].Name) != "" {
		return tidy(p.Terms[0].Name)
	}
	for _, mark := range []string{": ", " | ", " – ", " — ", " - "} {
		if short, _, found := strings.Cut(p.heading(), mark); found && utf8.RuneCountInString(short) >= 3 {
			return strings.TrimSpace(short)
		}
	}
	return p.heading()
}

// key returns what identifies a term: taxonomy and slug.
func (t Term) key() Term { return Term{Taxonomy: t.Taxonomy, Slug: t.Slug} }
