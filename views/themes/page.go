package themes

import (
	"time"

	"igny8/app/language"
)

// Chrome is the frame of every page: the site, the data for the head element, and the breadcrumbs.
type Chrome struct {
	Site   Site
	Head   Head
	Crumbs []Link
}

// Site holds the data that all pages of a site share. Hrefs are root-relative.
type Site struct {
	Name, Tagline, Description string
	// Type is blog, ecommerce or company.
	Type string
	// Language is a BCP 47 tag, Direction ltr or rtl.
	Language, Direction string
	Words               language.Theme
	Stylesheet          string
	Nav, Topics, Pages  []Link
	Facts               Facts
	Year                int
	// Plan shows a notice on every page that the site is only planned and no text is written yet.
	Plan bool
}

// Facts are the facts of a business. Empty ones are left out.
type Facts struct {
	About, Email, Phone, Address, Author string
}

// Head is the metadata of a page. Data is marshalled as its JSON-LD; nil leaves it out.
type Head struct {
	Title, Description string
	// Canonical is absolute; empty leaves it out.
	Canonical string
	NoIndex   bool
	// Kind is the Open Graph type, Section and Tags its article properties.
	Kind, Section      string
	Tags               []string
	Image              string
	Published, Updated time.Time
	Data               any
}

// Link is a label and where it leads. Current marks the page that shows it.
type Link struct {
	Label, Href string
	Current     bool
}

// Card is a page in a listing. Kicker is the topic it belongs to, Opening is the beginning of its text.
type Card struct {
	Title, Href, Description string
	Kicker, Opening          string
	Date                     time.Time
}

// Section is a titled listing. If Href is set, the title links to it.
type Section struct {
	Title, Href, Description string
	Cards                    []Card
}

// HomePage is the front page of a site. Its sections depend on Site.Type; empty ones are left out.
type HomePage struct {
	Chrome
	Heading, Standfirst, Body string
	// Lead is the newest article, Latest are the ones after it.
	Lead   *Card
	Latest []Card
	// Topics are the hubs with their pages; Categories are the pages of terms.
	Topics     []Section
	Categories []Card
	// More lists the articles that no other listing shows, so that every article is linked.
	More           []Card
	About, Contact *Link
}

// ArticlePage is an article.
type ArticlePage struct {
	Chrome
	Hub                       *Link
	Heading, Standfirst, Body string
	Author                    string
	Minutes                   int
	Contents                  []Heading
	Terms                     []Link
	Related                   Section
	// Draft shows a notice that nobody has reviewed this page.
	Draft bool
}

// Heading is an entry of the table of contents.
type Heading struct {
	ID, Text string
}

// ListingPage is a hub or category page: its own text, then its listings.
type ListingPage struct {
	Chrome
	Heading, Standfirst, Body string
	Sections                  []Section
	Draft                     bool
}

// PlainPage is a page that belongs to no listing, such as about or contact.
type PlainPage struct {
	Chrome
	Heading, Standfirst, Body string
	// Contact shows the contact facts of the business.
	Contact bool
	Below   []Section
	Draft   bool
}

// NotFoundPage is 404.html.
type NotFoundPage struct {
	Chrome
	Topics []Link
}

func sameDay(a, b time.Time) bool {
	return a.Format(time.DateOnly) == b.Format(time.DateOnly)
}
