package renderer

import (
	"context"
	"io"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/views/themes"
)

// The kinds of pages. Hub and category pages list others beside their own text.
const (
	Home     = "home"
	Hub      = "hub"
	Article  = "article"
	Category = "category"
	About    = "about"
	Contact  = "contact"
	Plain    = "page"
)

// maxPages is the number of addresses that one sitemap.xml may hold (sitemaps.org).
const maxPages = 50_000

// Site is the whole input of a release. The same value gives the same bytes.
type Site struct {
	Name, Tagline, Description string
	// Language is a BCP 47 tag; empty is English.
	Language string
	// BaseURL is the canonical origin, https://example.com.
	BaseURL string
	// Type is blog, ecommerce or company; empty is blog.
	Type  string
	Facts Facts
	// Pages are in the order in which navigation and hubs list them. Exactly one is the home page.
	Pages []Page
	// Images opens the pictures that bodies refer to. Nil leaves them out.
	Images Images `json:"-"`
	// Plan builds a preview of a site that is not written yet. Every page says so and asks search engines not to index it,
	// robots.txt disallows everything, there is no Article data and no feed entry, and a slot shows only that it is to be
	// written.
	Plan bool
	// Built is the time of the release. It is part of the value so that the result does not depend on the clock.
	Built time.Time
}

// Facts are the business facts. Empty ones are left out.
type Facts = themes.Facts

// Images finds a picture by its id. If it does not exist, the error is fault.NotFound and the picture is left out.
type Images func(ctx context.Context, imageID string) (Image, error)

// Image is a picture in several sizes.
type Image struct {
	Alt   string      // describes the picture; an alt text in the document takes precedence
	Files []ImageFile // the narrowest first
	Share ImageFile   // the size for social networks; without Open there is none
}

// ImageFile opens one size: PNG, JPEG, GIF or WebP. Width and Height are 0 if unknown.
type ImageFile struct {
	Width, Height int
	Open          func(context.Context) (io.ReadCloser, error)
}

// Page is one page of a site with its metadata. A ParentID or HubID that is not in the site is ignored.
type Page struct {
	ID, ParentID, HubID string
	Kind                string
	// Path is the address, /guides/x/; that of the home page is /.
	Path string
	// Title goes into the title element; H1 (default Title) on the page; Label (default a short form of H1) into navigation.
	Title, H1, Label string
	Description      string
	// Canonical is another address that stands for this page; empty means its own.
	Canonical string
	// CoverID is the image for links to the page; empty means the first of its body.
	CoverID string
	// SchemaType is a schema.org type; empty means the default of Kind.
	SchemaType string
	// Terms are the categories and tags of the page. Those of a category page are the terms whose pages it lists.
	Terms []Term
	Body  blocks.Document
	// Published and Updated may be zero, which means unknown.
	Published, Updated time.Time
	NoIndex            bool
	// Draft shows a notice that nobody has reviewed this page.
	Draft          bool
	TargetKeywords []string
}

// Term is a term of a taxonomy.
type Term struct {
	Taxonomy, Name, Slug string
}

var (
	kinds      = map[string]bool{Home: true, Hub: true, Article: true, Category: true, About: true, Contact: true, Plain: true}
	types      = map[string]bool{"blog": true, "ecommerce": true, "company": true}
	reserved   = map[string]bool{"assets": true, "index.html": true, "404.html": true, "sitemap.xml": true, "robots.txt": true, "feed.xml": true, "favicon.svg": true}
	schemaName = regexp.MustCompile(`^[A-Z][A-Za-z]{1,63}$`)
)

// checked returns the site with tidy texts and defaults, or a fault that says what is wrong.
func (s Site) checked() (Site, error) {
	s.Name, s.Tagline, s.Description = tidy(s.Name), tidy(s.Tagline), tidy(s.Description)
	if s.Name == "" {
		return s, fault.New(fault.Invalid, "The site has no name. Give it one, then build again.")
	}
	if s.Built.IsZero() {
		return s, fault.New(fault.Invalid, "The release has no build time.")
	}
	s.Built = s.Built.UTC().Truncate(time.Second)
	if s.Type == "" {
		s.Type = "blog"
	}
	if !types[s.Type] {
		return s, fault.New(fault.Invalid, "The site type %q is unknown. It can be blog, ecommerce or company.", s.Type)
	}
	if s.Language == "" {
		s.Language = "en"
	}
	tag, err := language.Parse(s.Language)
	if err != nil {
		return s, fault.New(fault.Invalid, "The site's language %q is not a language tag like en or de-AT.", s.Language)
	}
	s.Language = tag.String()
	if s.BaseURL, err = origin(s.BaseURL); err != nil {
		return s, err
	}
	s.Facts = Facts{
		About: tidy(s.Facts.About), Email: tidy(s.Facts.Email), Phone: tidy(s.Facts.Phone),
		Address: tidyLines(s.Facts.Address), Author: tidy(s.Facts.Author),
	}
	if s.Pages, err = checkedPages(s.Pages); err != nil {
		return s, err
	}
	if s.Plan {
		for i := range s.Pages {
			s.Pages[i] = s.Pages[i].planned()
		}
	}
	if base, _ := tag.Base(); base.String() == "fr" {
		for i := range s.Pages {
			p := &s.Pages[i]
			p.Title, p.H1, p.Description = frenchSpacing.Replace(p.Title), frenchSpacing.Replace(p.H1), frenchSpacing.Replace(p.Description)
		}
	}
	return s, nil
}

// frenchSpacing keeps French punctuation on the same line as the word before it.
var frenchSpacing = strings.NewReplacer(" :", "\u00a0:", " ;", "\u00a0;", " ?", "\u00a0?", " !", "\u00a0!", "« ", "«\u00a0", " »", "\u00a0»")

func checkedPages(pages []Page) ([]Page, error) {
	if len(pages) > maxPages {
		return nil, fault.New(fault.TooLarge, "The site has %d pages; a release holds at most %d.", len(pages), maxPages)
	}
	ids, paths := map[string]string{}, map[string]string{}
	homes := 0
	checked := make([]Page, 0, len(pages))
	for _, p := range pages {
		p, err := p.checked()
		if err != nil {
			return nil, err
		}
		if other, taken := ids[p.ID]; taken {
			return nil, fault.New(fault.Invalid, "The pages %q and %q have the same id.", other, p.Title)
		}
		folded := strings.ToLower(p.Path)
		if other, taken := paths[folded]; taken {
			return nil, fault.New(fault.Invalid, "The pages %q and %q have the same address %s. Change the slug of one.", other, p.Title, p.Path)
		}
		ids[p.ID], paths[folded] = p.Title, p.Title
		if p.Kind == Home {
			homes++
		}
		checked = append(checked, p)
	}
	if homes != 1 {
		return nil, fault.New(fault.Invalid, "The site has %d home pages; it needs exactly one.", homes)
	}
	return checked, nil
}

// planned returns the page as a preview of the plan shows it. Nobody has written it, so it has no date and is no article.
func (p Page) planned() Page {
	p.NoIndex, p.Published, p.Updated, p.CoverID = true, time.Time{}, time.Time{}, ""
	if articleTypes[p.SchemaType] {
		p.SchemaType = ""
	}
	return p
}

func (p Page) checked() (Page, error) {
	p.Title, p.H1, p.Label, p.Description = tidy(p.Title), tidy(p.H1), tidy(p.Label), tidy(p.Description)
	p.Path = norm.NFC.String(p.Path)
	name := p.Title
	if name == "" {
		name = p.Path
	}
	refuse := func(format string, args ...any) (Page, error) {
		return p, fault.New(fault.Invalid, "The page %q "+format, append([]any{name}, args...)...)
	}
	if p.Title == "" {
		return refuse("has no title.")
	}
	if p.ID == "" {
		return refuse("has no id.")
	}
	if !kinds[p.Kind] {
		return refuse("is of the unknown kind %q.", p.Kind)
	}
	if (p.Kind == Home) != (p.Path == "/") {
		return refuse("has the address %q: the home page, and only it, is at /.", p.Path)
	}
	if wrong := pathFault(p.Path); wrong != "" {
		return refuse("has the address %q: %s.", p.Path, wrong)
	}
	if p.SchemaType != "" && !schemaName.MatchString(p.SchemaType) {
		return refuse("has the schema type %q, which is no type of schema.org.", p.SchemaType)
	}
	if p.Canonical != "" && !absolute(p.Canonical) {
		return refuse("has the canonical address %q; it must begin with https:// or http://.", p.Canonical)
	}
	p.Published, p.Updated = p.Published.UTC(), p.Updated.UTC()
	if p.Updated.Before(p.Published) {
		p.Updated = p.Published
	}
	return p, nil
}

// pathFault says what is wrong with a path. "" means that it may become a directory.
func pathFault(path string) string {
	if path == "/" {
		return ""
	}
	if !utf8.ValidString(path) || !strings.HasPrefix(path, "/") || !strings.HasSuffix(path, "/") || len(path) < 3 {
		return "it must begin and end with a slash"
	}
	if len(path) > 1000 {
		return "it is too long"
	}
	segments := strings.Split(path[1:len(path)-1], "/")
	if reserved[strings.ToLower(segments[0])] {
		return "the first part is a name that the site itself needs"
	}
	for _, segment := range segments {
		if segment == "" || strings.HasPrefix(segment, ".") || strings.EqualFold(segment, "index.html") {
			return "a part of it is empty, begins with a dot or is index.html"
		}
		if len(segment) > 200 {
			return "a part of it is longer than a file name may be"
		}
		if i := strings.IndexFunc(segment, notInSlug); i >= 0 {
			return "only letters, digits and - _ . ~ may stand in it"
		}
	}
	return ""
}

func notInSlug(r rune) bool {
	return !unicode.In(r, unicode.L, unicode.M, unicode.Nd) && !strings.ContainsRune("-_.~", r)
}

func origin(base string) (string, error) {
	u, err := url.Parse(strings.TrimRight(strings.TrimSpace(base), "/"))
	if err != nil || !absolute(base) || u.Host == "" || u.Path != "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return "", fault.New(fault.Invalid, "The address of the site, %q, must be a plain origin like https://example.com.", base)
	}
	return u.Scheme + "://" + strings.ToLower(u.Host), nil
}

func absolute(address string) bool {
	u, err := url.Parse(strings.TrimSpace(address))
	return err == nil && u.Host != "" && (u.Scheme == "https" || u.Scheme == "http")
}

// tidy makes a line of text safe for HTML, XML and JSON: valid UTF-8, single spaces, no control characters. It returns "" if
// nothing of it is visible.
func tidy(text string) string {
	text = strings.Join(strings.Fields(strings.Map(printable, strings.ToValidUTF8(text, ""))), " ")
	if strings.TrimFunc(text, func(r rune) bool { return unicode.In(r, unicode.Cf, unicode.Z) }) == "" {
		return ""
	}
	return text
}

func tidyLines(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = tidy(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func printable(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r), r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef:
		return -1
	}
	return r
}
