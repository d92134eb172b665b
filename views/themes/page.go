package themes

import (
	"time"

	"igny8/app/language"
)

// Chrome is what surrounds every page: the site, what the head says about the page, and the way to it.
type Chrome struct {
	Site   Site
	Head   Head
	Crumbs []Link
}

// Site is what all pages of a site share. Hrefs are root-relative.
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
	// Plan shows on every page that nothing of the site is written yet.
	Plan bool
}

// Facts are what a business says about itself; what is empty is left out.
type Facts struct {
	About, Email, Phone, Address, Author string
}

// Head is what machines read about a page. Data is marshalled as its JSON-LD; nil leaves it out.
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

// Card is a page as a listing shows it. Kicker is the topic it belongs to, Opening how its text begins.
type Card struct {
	Title, Href, Description string
	Kicker, Opening          string
	Date                     time.Time
}

// Section is a titled listing. Href, when set, leads to the page behind the title.
type Section struct {
	Title, Href, Description string
	Cards                    []Card
}

// HomePage is the front of a site. Its sections differ by Site.Type; empty ones are left out.
type HomePage struct {
	Chrome
	Heading, Standfirst, Body string
	// Lead is the newest article, Latest those after it.
	Lead   *Card
	Latest []Card
	// Topics are the hubs with what they hold; Categories the pages of terms.
	Topics     []Section
	Categories []Card
	// More lists the articles that no other listing shows, so that none is out of reach.
	More           []Card
	About, Contact *Link
}

// ArticlePage is a page that is read.
type ArticlePage struct {
	Chrome
	Hub                       *Link
	Heading, Standfirst, Body string
	Author                    string
	Minutes                   int
	Contents                  []Heading
	Terms                     []Link
	Related                   Section
	// Draft shows the notice that nobody has reviewed this page.
	Draft bool
}

// Heading is a line of the table of contents.
type Heading struct {
	ID, Text string
}

// ListingPage is a hub or category page: its own text, then what it lists.
type ListingPage struct {
	Chrome
	Heading, Standfirst, Body string
	Sections                  []Section
	Draft                     bool
}

// PlainPage is a page that stands for itself: about, contact and the like.
type PlainPage struct {
	Chrome
	Heading, Standfirst, Body string
	// Contact shows the facts by which the business is reached.
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
