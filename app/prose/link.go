package prose

import (
	"net/url"
	"slices"
	"strings"

	"igny8/app/blocks"
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

// Site is what the links of a text can lead to.
type Site struct {
	Host  string
	pages map[string]linked // by path with a slash at its end
}

// linked is a page of the site.
type linked struct {
	title string
	live  bool
}

// Add makes a page known. live says that a link to it leads somewhere.
func (s *Site) Add(path, title string, live bool) {
	if s.pages == nil {
		s.pages = map[string]linked{}
	}
	s.pages[withSlash(path)] = linked{title, live}
}

// Links returns the links of a document in the order of reading, with what is wrong with those that lead to its own site. Whether pages of
// other sites exist is not known.
func (s *Site) Links(doc blocks.Document) []Link {
	anchors := map[string]bool{}
	for _, h := range doc.Headings() {
		anchors[h.Anchor] = true
	}
	var list []Link
	for _, b := range doc {
		for _, found := range linksOf(b) {
			list = append(list, s.judge(found, anchors))
		}
	}
	return list
}

// MissingLinks returns the wanted addresses that none of the links has.
func MissingLinks(links []Link, wanted []string) []string {
	var missing []string
	for _, address := range wanted {
		if !slices.ContainsFunc(links, func(have Link) bool { return withSlash(have.Address) == withSlash(address) }) {
			missing = append(missing, address)
		}
	}
	return missing
}

// linksOf returns the links of a block with their words, each once.
func linksOf(b blocks.Block) []Link {
	if b.Type == blocks.TypeCTA && b.Href != "" {
		return []Link{{BlockID: b.ID, Words: blocks.Text(b.Label), Address: b.Href}}
	}
	var list []Link
	listed := map[Link]bool{}
	for _, inline := range append(inlineTexts(b), b.Text) {
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

// judge finds where the link leads and what is wrong with it. anchors are the names of the parts of its own page.
func (s *Site) judge(l Link, anchors map[string]bool) Link {
	u, err := url.Parse(l.Address)
	if err != nil {
		l.Problem = LinkBroken
		return l
	}
	own := strings.TrimPrefix(strings.ToLower(u.Host), "www.") == strings.TrimPrefix(strings.ToLower(s.Host), "www.")
	switch {
	case u.Scheme == "mailto" || u.Scheme == "tel":
		return l
	case u.Host != "" && !own:
		return l
	case u.Host == "" && u.Path == "":
		l.Internal = true
		if u.Fragment != "" && !anchors[u.Fragment] {
			l.Problem = LinkInsert
		}
		return l
	}
	l.Internal = true
	page, ok := s.pages[withSlash(u.Path)]
	l.Page = page.title
	switch {
	case !ok:
		l.Problem = LinkBroken
	case !page.live:
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
