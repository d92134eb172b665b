package renderer

import (
	"cmp"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Problem is a fault of a built site: the file, a key for programs, and a sentence for people.
type Problem struct {
	File, Key, Message string
}

// Check reads a built site from its directory and returns its problems, nil if there are none. It looks only at the files
// and does not use what Build knew.
func Check(dir string) ([]Problem, error) {
	c := &checker{dir: dir, files: map[string]bool{}, pages: map[string]*checkedPage{}, titles: map[string]string{}}
	if err := c.load(); err != nil {
		return nil, err
	}
	c.required()
	for _, name := range c.order {
		c.page(name, c.pages[name])
	}
	c.sitemap()
	c.reachable()
	slices.SortStableFunc(c.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Message, b.Message))
	})
	return c.problems, nil
}

type checker struct {
	dir      string
	origin   string
	files    map[string]bool
	pages    map[string]*checkedPage
	order    []string
	titles   map[string]string
	problems []Problem
}

// checkedPage is what Check reads from one HTML file.
type checkedPage struct {
	title, description, canonical, lang string
	headings                            int
	noindex                             bool
	ids                                 map[string]bool
	twice                               []string
	links, assets, unlabelled, inline   []string
	data                                []string
}

func (c *checker) load() error {
	err := filepath.WalkDir(c.dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		relative, err := filepath.Rel(c.dir, name)
		if err != nil {
			return err
		}
		relative = filepath.ToSlash(relative)
		c.files[relative] = true
		if !strings.HasSuffix(relative, ".html") {
			return nil
		}
		c.order = append(c.order, relative)
		c.pages[relative], err = readPage(name)
		return err
	})
	if err != nil {
		return fmt.Errorf("read the site: %w", err)
	}
	if home := c.pages["index.html"]; home != nil {
		if u, err := url.Parse(home.canonical); err == nil && u.Host != "" {
			c.origin = u.Scheme + "://" + u.Host
		}
	}
	return nil
}

func (c *checker) report(file, key, format string, args ...any) {
	c.problems = append(c.problems, Problem{File: file, Key: key, Message: fmt.Sprintf(format, args...)})
}

func (c *checker) required() {
	for _, name := range []string{"index.html", "404.html", "sitemap.xml", "robots.txt", "feed.xml", "favicon.svg"} {
		if !c.files[name] {
			c.report(name, "missing", "The site has no %s.", name)
		}
	}
}

func (c *checker) page(name string, p *checkedPage) {
	c.head(name, p)
	if p.headings != 1 {
		c.report(name, "h1", "The page has %d first-level headings; it needs exactly one.", p.headings)
	}
	for _, id := range p.twice {
		c.report(name, "id", "The id %q is used more than once.", id)
	}
	for _, src := range p.unlabelled {
		c.report(name, "alt", "The image %s has no alt attribute.", src)
	}
	for _, what := range p.inline {
		c.report(name, "inline", "The page has %s, which a strict Content-Security-Policy blocks.", what)
	}
	for _, data := range p.data {
		if !json.Valid([]byte(data)) {
			c.report(name, "jsonld", "The JSON-LD of the page is not valid JSON.")
		}
	}
	for _, target := range slices.Concat(p.links, p.assets) {
		if wrong := c.linkFault(name, target); wrong != "" {
			c.report(name, "link", "The link to %s leads nowhere: %s.", target, wrong)
		}
	}
}

func (c *checker) head(name string, p *checkedPage) {
	if p.title == "" {
		c.report(name, "title", "The page has no title.")
	}
	if other, taken := c.titles[p.title]; taken && p.title != "" && !p.noindex {
		c.report(name, "title", "The page has the same title as %s: %q.", other, p.title)
	}
	if !p.noindex {
		c.titles[p.title] = name
	}
	if p.description == "" {
		c.report(name, "description", "The page has no meta description.")
	}
	if p.lang == "" {
		c.report(name, "lang", "The page does not say its language.")
	}
	if name == "404.html" {
		return
	}
	if u, err := url.Parse(p.canonical); err != nil || u.Host == "" {
		c.report(name, "canonical", "The page has no absolute canonical address.")
	}
	if len(p.data) == 0 {
		c.report(name, "jsonld", "The page has no JSON-LD.")
	}
}

// linkFault says why a link of a file does not resolve. It returns "" if it resolves or leads to another site.
func (c *checker) linkFault(name, target string) string {
	u, err := url.Parse(target)
	if err != nil {
		return "it is no address"
	}
	if u.Scheme == "mailto" || u.Scheme == "tel" || u.Scheme == "data" {
		return ""
	}
	file, own := c.resolve(name, u)
	if !own {
		return ""
	}
	if !c.files[file] {
		return "the site has no such file"
	}
	if page := c.pages[file]; u.Fragment != "" && page != nil && !page.ids[u.Fragment] {
		return "the page has no such place"
	}
	return ""
}

// resolve returns the file that an address in another file leads to, and false if it is on another site.
func (c *checker) resolve(name string, u *url.URL) (string, bool) {
	if u.Host != "" && u.Scheme+"://"+u.Host != c.origin {
		return "", false
	}
	if u.Host == "" && u.Scheme != "" {
		return "", false
	}
	if u.Host == "" && u.Path == "" {
		return name, true
	}
	at := u.Path
	if u.Host == "" && !strings.HasPrefix(at, "/") {
		at = path.Join("/", path.Dir(name)) + "/" + at
	}
	if at == "" || strings.HasSuffix(at, "/") {
		at += "/index.html"
	}
	return strings.TrimPrefix(path.Clean("/"+at), "/"), true
}

// addressOf returns the address of a page's file under the origin of the site.
func (c *checker) addressOf(name string) string {
	return c.origin + (&url.URL{Path: "/" + strings.TrimSuffix(name, "index.html")}).EscapedPath()
}

// sitemap compares sitemap.xml with the pages: it must list each page that may be indexed once, and nothing else.
func (c *checker) sitemap() {
	if !c.files["sitemap.xml"] {
		return
	}
	content, err := os.ReadFile(filepath.Join(c.dir, "sitemap.xml"))
	var set urlSet
	if err := errors.Join(err, xml.Unmarshal(content, &set)); err != nil {
		c.report("sitemap.xml", "sitemap", "The sitemap cannot be read: %v.", err)
		return
	}
	listed := map[string]bool{}
	for _, entry := range set.URLs {
		if listed[entry.Loc] {
			c.report("sitemap.xml", "sitemap", "%s is listed twice.", entry.Loc)
		}
		listed[entry.Loc] = true
	}
	for _, name := range c.order {
		p, address := c.pages[name], c.addressOf(name)
		wanted := name != "404.html" && !p.noindex && p.canonical == address
		if wanted && !listed[address] {
			c.report("sitemap.xml", "sitemap", "%s is missing.", address)
		}
		if !wanted && listed[address] {
			c.report("sitemap.xml", "sitemap", "%s is listed, but search engines are told to leave it out.", address)
		}
		delete(listed, address)
	}
	for address := range listed {
		c.report("sitemap.xml", "sitemap", "%s is listed, but there is no such page.", address)
	}
}

// reachable follows the links from the home page and reports the pages that it does not find.
func (c *checker) reachable() {
	seen, queue := map[string]bool{"index.html": true}, []string{"index.html"}
	for len(queue) > 0 {
		name := queue[0]
		queue = queue[1:]
		if c.pages[name] == nil {
			continue
		}
		for _, target := range c.pages[name].links {
			u, err := url.Parse(target)
			if err != nil {
				continue
			}
			if file, own := c.resolve(name, u); own && !seen[file] {
				seen[file] = true
				queue = append(queue, file)
			}
		}
	}
	for _, name := range c.order {
		if !seen[name] && name != "404.html" && !c.pages[name].noindex {
			c.report(name, "orphan", "No path of links leads from the home page to this page.")
		}
	}
}

func readPage(name string) (*checkedPage, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	root, err := html.Parse(file)
	if err != nil {
		return nil, err
	}
	p := &checkedPage{ids: map[string]bool{}}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			p.note(n)
		}
	}
	return p, nil
}

func (p *checkedPage) note(n *html.Node) {
	p.attributes(n)
	switch n.DataAtom {
	case atom.Html:
		p.lang = attribute(n, "lang")
	case atom.Title:
		if n.Parent.DataAtom == atom.Head {
			p.title = tidy(textOf(n))
		}
	case atom.H1:
		p.headings++
	case atom.Meta:
		p.meta(n)
	case atom.Link:
		if attribute(n, "rel") == "canonical" {
			p.canonical = attribute(n, "href")
			return
		}
		p.assets = append(p.assets, attribute(n, "href"))
	case atom.A:
		if href := attribute(n, "href"); href != "" {
			p.links = append(p.links, href)
		}
	case atom.Img:
		p.assets = append(p.assets, attribute(n, "src"))
		for _, candidate := range strings.FieldsFunc(attribute(n, "srcset"), func(r rune) bool { return r == ',' }) {
			src, _, _ := strings.Cut(strings.TrimSpace(candidate), " ")
			p.assets = append(p.assets, src)
		}
		if !slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "alt" }) {
			p.unlabelled = append(p.unlabelled, attribute(n, "src"))
		}
	case atom.Style:
		p.inline = append(p.inline, "a style element")
	case atom.Script:
		if attribute(n, "type") == "application/ld+json" {
			p.data = append(p.data, textOf(n))
			return
		}
		p.inline = append(p.inline, "a script")
	}
}

func (p *checkedPage) attributes(n *html.Node) {
	for _, a := range n.Attr {
		switch {
		case a.Key == "id" && p.ids[a.Val]:
			p.twice = append(p.twice, a.Val)
		case a.Key == "id":
			p.ids[a.Val] = true
		case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
			p.inline = append(p.inline, "the attribute "+a.Key)
		}
	}
}

func (p *checkedPage) meta(n *html.Node) {
	switch attribute(n, "name") {
	case "description":
		p.description = tidy(attribute(n, "content"))
	case "robots":
		p.noindex = strings.Contains(attribute(n, "content"), "noindex")
	}
}
