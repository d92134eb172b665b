package writer

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"igny8/app/blocks"
	"igny8/app/pages"
)

// What can be wrong with a link.
const (
	LinkBroken  = "broken"  // no page of the site has the address
	LinkWaiting = "waiting" // its page is not published yet: the link leads nowhere until it is
	LinkInsert  = "insert"  // no part of this page has the name behind the #
)

// Link is a link of a text.
type Link struct {
	BlockID  string
	Words    string // what is clicked
	Address  string
	Page     string // the title of the page of this site that it leads to
	Internal bool
	Problem  string // empty: none that we know of
}

// Links are the links of a content in the order of reading.
type Links struct {
	Content Content
	Links   []Link
	Missing []string // what the brief asks for and the text has not
}

// Problems is how many links lead nowhere.
func (l Links) Problems() int {
	n := 0
	for _, link := range l.Links {
		if link.Problem == LinkBroken || link.Problem == LinkInsert {
			n++
		}
	}
	return n
}

// Links says where the links of the content lead. Other sites are not asked: whether their pages exist is not known.
func (s *Service) Links(ctx context.Context, contentID string) (Links, error) {
	v, err := s.viewOf(ctx, contentID)
	if err != nil {
		return Links{}, err
	}
	site, err := s.sites.Get(ctx, v.content.SiteID)
	if err != nil {
		return Links{}, err
	}
	all, err := s.pages.List(ctx, site.ID)
	if err != nil {
		return Links{}, err
	}
	m := mapOf{host: site.Domain, pages: map[string]pages.Page{}, inserts: map[string]bool{}}
	for _, p := range all {
		if p.State != pages.Removed {
			m.pages[withSlash(p.Path)] = p
		}
	}
	for _, h := range v.content.Blocks.Headings() {
		m.inserts[h.Anchor] = true
	}
	l := Links{Content: v.content}
	for _, b := range v.content.Blocks {
		for _, found := range linksOf(b) {
			l.Links = append(l.Links, m.judge(found))
		}
	}
	for _, wanted := range v.brief.Links {
		if !slices.ContainsFunc(l.Links, func(have Link) bool { return withSlash(have.Address) == withSlash(wanted) }) {
			l.Missing = append(l.Missing, wanted)
		}
	}
	return l, nil
}

// linksOf are the links of a block with their words.
func linksOf(b blocks.Block) []Link {
	if b.Type == blocks.TypeCTA && b.Href != "" {
		return []Link{{BlockID: b.ID, Words: blocks.Text(b.Label), Address: b.Href}}
	}
	var list []Link
	listed := map[Link]bool{}
	for _, inline := range append(prose(b), b.Text) {
		for _, found := range anchored.FindAllStringSubmatch(inline, -1) {
			link := Link{BlockID: b.ID, Words: blocks.Text(found[2]), Address: blocks.Text(found[1])}
			if !listed[link] {
				listed[link] = true
				list = append(list, link)
			}
		}
	}
	return list
}

// mapOf is what a site's links can lead to.
type mapOf struct {
	host    string
	pages   map[string]pages.Page // by path
	inserts map[string]bool       // of this page
}

func (m mapOf) judge(l Link) Link {
	u, err := url.Parse(l.Address)
	if err != nil {
		l.Problem = LinkBroken
		return l
	}
	own := strings.TrimPrefix(strings.ToLower(u.Host), "www.") == strings.TrimPrefix(strings.ToLower(m.host), "www.")
	switch {
	case u.Scheme == "mailto" || u.Scheme == "tel":
		return l
	case u.Host != "" && !own:
		return l
	case u.Host == "" && u.Path == "":
		l.Internal = true
		if u.Fragment != "" && !m.inserts[u.Fragment] {
			l.Problem = LinkInsert
		}
		return l
	}
	l.Internal = true
	page, ok := m.pages[withSlash(u.Path)]
	l.Page = page.Title
	switch {
	case !ok:
		l.Problem = LinkBroken
	case page.Kind == pages.Article && page.State != pages.Published:
		l.Problem = LinkWaiting
	}
	return l
}

func withSlash(path string) string {
	if path == "" || strings.HasSuffix(path, "/") {
		return path
	}
	return path + "/"
}
