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

// Problem is something wrong with a built site: the file, a key for machines, a sentence for people.
type Problem struct {
	File, Key, Message string
}

// Check reads a built site from its directory, as a stranger would, and returns what is wrong with it: nil for a good one. It
// looks at the files alone and trusts nothing that Build knew.
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
	c.reach()
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

// checkedPage is what one HTML file says about itself.
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

func (c *checker) say(file, key, format string, args ...any) {
	c.problems = append(c.problems, Problem{File: file, Key: key, Message: fmt.Sprintf(format, args...)})
}

func (c *checker) required() {
	for _, name := range []string{"index.html", "404.html", "sitemap.xml", "robots.txt", "feed.xml", "favicon.svg"} {
		if !c.files[name] {
			c.say(name, "missing", "The site has no %s.", name)
		}
	}
}

func (c *checker) page(name string, p *checkedPage) {
	c.head(name, p)
	if p.headings != 1 {
		c.say(name, "h1", "The page has %d first-level headings; it needs exactly one.", p.headings)
	}
	for _, id := range p.twice {
		c.say(name, "id", "The id %q is used more than once.", id)
	}
	for _, src := range p.unlabelled {
		c.say(name, "alt", "The image %s has no alt attribute.", src)
	}
	for _, what := range p.inline {
		c.say(name, "inline", "The page has %s, which a strict Content-Security-Policy blocks.", what)
	}
	for _, data := range p.data {
		if !json.Valid([]byte(data)) {
			c.say(name, "jsonld", "The JSON-LD of the page is not valid JSON.")
		}
	}
	for _, target := range slices.Concat(p.links, p.assets) {
		if wrong := c.broken(name, target); wrong != "" {
			c.say(name, "link", "The link to %s leads nowhere: %s.", target, wrong)
		}
	}
}

func (c *checker) head(name string, p *checkedPage) {
	if p.title == "" {
		c.say(name, "title", "The page has no title.")
	}
	if other, taken := c.titles[p.title]; taken && p.title != "" && !p.noindex {
		c.say(name, "title", "The page has the same title as %s: %q.", other, p.title)
	}
	if !p.noindex {
		c.titles[p.title] = name
	}
	if p.description == "" {
		c.say(name, "description", "The page has no meta description.")
	}
	if p.lang == "" {
		c.say(name, "lang", "The page does not say its language.")
	}
	if name == "404.html" {
		return
	}
	if u, err := url.Parse(p.canonical); err != nil || u.Host == "" {
		c.say(name, "canonical", "The page has no absolute canonical address.")
	}
	if len(p.data) == 0 {
		c.say(name, "jsonld", "The page has no JSON-LD.")
	}
}

// broken says why a link of a file does not resolve; empty if it does or leads to another site.
func (c *checker) broken(name, target string) string {
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

// resolve is the file that an address in another file stands for; false if it is on another site.
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

// own is the address of a page's file under the site's origin.
func (c *checker) own(name string) string {
	return c.origin + (&url.URL{Path: "/" + strings.TrimSuffix(name, "index.html")}).EscapedPath()
}

// sitemap compares sitemap.xml with the pages: each that may be indexed stands there once, and nothing else.
func (c *checker) sitemap() {
	if !c.files["sitemap.xml"] {
		return
	}
	content, err := os.ReadFile(filepath.Join(c.dir, "sitemap.xml"))
	var set urlSet
	if err := errors.Join(err, xml.Unmarshal(content, &set)); err != nil {
		c.say("sitemap.xml", "sitemap", "The sitemap cannot be read: %v.", err)
		return
	}
	listed := map[string]bool{}
	for _, entry := range set.URLs {
		if listed[entry.Loc] {
			c.say("sitemap.xml", "sitemap", "%s is listed twice.", entry.Loc)
		}
		listed[entry.Loc] = true
	}
	for _, name := range c.order {
		p, address := c.pages[name], c.own(name)
		wanted := name != "404.html" && !p.noindex && p.canonical == address
		if wanted && !listed[address] {
			c.say("sitemap.xml", "sitemap", "%s is missing.", address)
		}
		if !wanted && listed[address] {
			c.say("sitemap.xml", "sitemap", "%s is listed, but search engines are told to leave it out.", address)
		}
		delete(listed, address)
	}
	for address := range listed {
		c.say("sitemap.xml", "sitemap", "%s is listed, but there is no such page.", address)
	}
}

// reach follows the links from home and names the pages that no path leads to.
func (c *checker) reach() {
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
			c.say(name, "orphan", "No path of links leads from the home page to this page.")
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
		p.lang = get(n, "lang")
	case atom.Title:
		if n.Parent.DataAtom == atom.Head {
			p.title = tidy(text(n))
		}
	case atom.H1:
		p.headings++
	case atom.Meta:
		p.meta(n)
	case atom.Link:
		if get(n, "rel") == "canonical" {
			p.canonical = get(n, "href")
			return
		}
		p.assets = append(p.assets, get(n, "href"))
	case atom.A:
		if href := get(n, "href"); href != "" {
			p.links = append(p.links, href)
		}
	case atom.Img:
		p.assets = append(p.assets, get(n, "src"))
		for _, candidate := range strings.FieldsFunc(get(n, "srcset"), func(r rune) bool { return r == ',' }) {
			src, _, _ := strings.Cut(strings.TrimSpace(candidate), " ")
			p.assets = append(p.assets, src)
		}
		if !slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "alt" }) {
			p.unlabelled = append(p.unlabelled, get(n, "src"))
		}
	case atom.Style:
		p.inline = append(p.inline, "a style element")
	case atom.Script:
		if get(n, "type") == "application/ld+json" {
			p.data = append(p.data, text(n))
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
	switch get(n, "name") {
	case "description":
		p.description = tidy(get(n, "content"))
	case "robots":
		p.noindex = strings.Contains(get(n, "content"), "noindex")
	}
}
