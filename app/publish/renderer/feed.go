package renderer

import (
	"bytes"
	"encoding/xml"
	"html"
	"strings"
	"time"
	"unicode"
)

// feedLength is the number of articles in the feed, the newest first.
const feedLength = 50

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Language string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Link       atomLink       `xml:"link"`
	Published  string         `xml:"published,omitempty"`
	Updated    string         `xml:"updated"`
	Summary    string         `xml:"summary,omitempty"`
	Categories []atomCategory `xml:"category"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

// feed returns the newest articles as Atom (RFC 4287).
func (o *outline) feed() ([]byte, error) {
	feed := atomFeed{
		Language: o.Language, ID: o.BaseURL + "/", Title: o.Name, Subtitle: o.Tagline, Updated: o.Built.Format(time.RFC3339), Author: o.Name,
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: o.BaseURL + "/feed.xml"},
			{Rel: "alternate", Type: "text/html", Href: o.BaseURL + "/"},
		},
	}
	for _, p := range o.articles {
		if len(feed.Entries) == feedLength {
			break
		}
		if o.indexed(p) {
			feed.Entries = append(feed.Entries, o.feedEntry(p))
		}
	}
	return document(feed)
}

func (o *outline) feedEntry(p *Page) atomEntry {
	entry := atomEntry{
		ID: o.url(p), Title: p.heading(), Summary: p.Description, Updated: o.Built.Format(time.RFC3339),
		Link: atomLink{Rel: "alternate", Type: "text/html", Href: o.url(p)},
	}
	if !p.Published.IsZero() {
		entry.Published = p.Published.Format(time.RFC3339)
	}
	if !p.Updated.IsZero() {
		entry.Updated = p.Updated.Format(time.RFC3339)
	}
	for _, tag := range p.tags() {
		entry.Categories = append(entry.Categories, atomCategory{Term: tag})
	}
	return entry
}

type urlSet struct {
	XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []siteURL `xml:"url"`
}

type siteURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

// sitemap returns a sitemap of every page that search engines may show, by its own address.
func (o *outline) sitemap() ([]byte, error) {
	var set urlSet
	for i := range o.Pages {
		p := &o.Pages[i]
		if !o.indexed(p) {
			continue
		}
		entry := siteURL{Loc: o.url(p)}
		if changed := o.changed(p); !changed.IsZero() {
			entry.LastMod = changed.Format(time.RFC3339)
		}
		set.URLs = append(set.URLs, entry)
	}
	return document(set)
}

// changed returns the time of the last change of a page or of anything that it lists; zero if unknown.
func (o *outline) changed(p *Page) time.Time {
	last := p.Updated
	pages := o.listed(p)
	if p.Kind == Home {
		pages = o.latest()
	}
	for _, child := range pages {
		if child.Updated.After(last) {
			last = child.Updated
		}
	}
	return last
}

func (o *outline) robots() ([]byte, error) {
	if o.Plan {
		return []byte("User-agent: *\nDisallow: /\n"), nil
	}
	return []byte("User-agent: *\nDisallow:\n\nSitemap: " + o.BaseURL + "/sitemap.xml\n"), nil
}

var favicons = map[string]string{"blog": "#a63a16", "ecommerce": "#1b6a4c", "company": "#1f4f94"}

// favicon returns an icon with the first letter of the site's name in the site's colour.
func (o *outline) favicon() ([]byte, error) {
	letter := "•"
	if i := strings.IndexFunc(o.Name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }); i >= 0 {
		letter = string(unicode.ToUpper([]rune(o.Name[i:])[0]))
	}
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="` + favicons[o.Type] +
		`"/><text x="32" y="46" text-anchor="middle" font-family="Georgia,serif" font-weight="700" font-size="40" fill="#fff">` +
		html.EscapeString(letter) + "</text></svg>\n"), nil
}

func document(value any) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(xml.Header)
	encoder := xml.NewEncoder(&out)
	encoder.Indent("", " ")
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}
