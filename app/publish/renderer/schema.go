package renderer

import (
	"time"

	"igny8/views/themes"
)

// node is an object of a JSON-LD graph. encoding/json sorts its keys, so that the output is stable.
type node map[string]any

// set adds a property unless its value is empty.
func (n node) set(key string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return
		}
	case []string:
		if len(v) == 0 {
			return
		}
	case time.Time:
		if v.IsZero() {
			return
		}
		value = v.Format(time.RFC3339)
	}
	n[key] = value
}

// articleTypes are the schema.org types with a headline and a date.
var articleTypes = map[string]bool{
	"Article": true, "BlogPosting": true, "NewsArticle": true, "TechArticle": true, "HowTo": true, "Review": true,
	"Report": true, "Guide": true,
}

// webPageTypes are the types that describe the page itself and not something on it.
var webPageTypes = map[string]bool{
	"WebPage": true, "AboutPage": true, "ContactPage": true, "CollectionPage": true, "FAQPage": true, "ItemPage": true,
	"ProfilePage": true, "CheckoutPage": true, "SearchResultsPage": true, "QAPage": true, "MedicalWebPage": true,
}

// linkedData returns the JSON-LD of a page: the organisation, the website, the page, its breadcrumbs, and its subject.
func (o *outline) linkedData(p *Page, chrome themes.Chrome, b body) node {
	kind := o.schemaType(p, b)
	page := o.webPage(p, chrome.Head, kind)
	graph := []node{o.organization(), o.website(), page}
	if !webPageTypes[kind] {
		graph = append(graph, o.subject(p, chrome.Head, kind, b))
	}
	if len(chrome.Crumbs) > 1 {
		page["breadcrumb"] = reference(o.url(p) + "#breadcrumb")
		graph = append(graph, o.breadcrumbs(p, chrome.Crumbs))
	}
	if items := o.itemList(p); len(items) > 0 && kind == "CollectionPage" {
		page["mainEntity"] = node{"@type": "ItemList", "itemListElement": items}
	}
	switch {
	case len(b.faq) == 0:
	case kind == "FAQPage":
		page["mainEntity"] = b.faq
	default:
		graph = append(graph, node{"@type": "FAQPage", "@id": o.url(p) + "#faq", "mainEntity": b.faq, "isPartOf": reference(o.url(p))})
	}
	return node{"@context": "https://schema.org", "@graph": graph}
}

// schemaType returns the page's own type if its content allows it, else the type for its kind.
func (o *outline) schemaType(p *Page, b body) string {
	if p.SchemaType != "" && (p.SchemaType != "FAQPage" || len(b.faq) > 0) {
		return p.SchemaType
	}
	if p.Kind == Article && !o.Plan {
		return "Article"
	}
	switch p.Kind {
	case Hub, Category:
		return "CollectionPage"
	case About:
		return "AboutPage"
	case Contact:
		return "ContactPage"
	default:
		return "WebPage"
	}
}

func (o *outline) organization() node {
	n := node{"@type": "Organization", "@id": o.BaseURL + "/#organization", "name": o.Name, "url": o.BaseURL + "/", "logo": o.BaseURL + "/favicon.svg"}
	n.set("description", o.Facts.About)
	n.set("email", o.Facts.Email)
	n.set("telephone", o.Facts.Phone)
	n.set("address", o.Facts.Address)
	return n
}

func (o *outline) website() node {
	n := node{
		"@type": "WebSite", "@id": o.BaseURL + "/#website", "name": o.Name, "url": o.BaseURL + "/",
		"inLanguage": o.Language, "publisher": reference(o.BaseURL + "/#organization"),
	}
	n.set("alternateName", o.Tagline)
	n.set("description", o.Description)
	return n
}

func (o *outline) webPage(p *Page, head themes.Head, kind string) node {
	n := node{
		"@type": "WebPage", "@id": o.url(p), "url": o.url(p), "name": head.Title, "inLanguage": o.Language,
		"isPartOf": reference(o.BaseURL + "/#website"),
	}
	if webPageTypes[kind] {
		n["@type"] = kind
		n.set("keywords", p.tags())
	}
	if p.Kind == Home {
		n["about"] = reference(o.BaseURL + "/#organization")
	}
	n.set("description", head.Description)
	n.set("datePublished", p.Published)
	n.set("dateModified", p.Updated)
	n.set("primaryImageOfPage", head.Image)
	return n
}

// subject returns what the page is about, if that is not the page itself: an article, a service, a product.
func (o *outline) subject(p *Page, head themes.Head, kind string, b body) node {
	n := node{"@type": kind, "@id": o.url(p) + "#main", "mainEntityOfPage": reference(o.url(p)), "url": o.url(p)}
	n.set("description", head.Description)
	n.set("image", head.Image)
	switch {
	case articleTypes[kind]:
		o.write(n, p, head, b)
	case kind == "Service":
		n["name"] = p.heading()
		n["provider"] = reference(o.BaseURL + "/#organization")
	default:
		n["name"] = p.heading()
	}
	return n
}

func (o *outline) write(n node, p *Page, head themes.Head, b body) {
	n["headline"] = shorten(p.heading(), 110)
	n["inLanguage"] = o.Language
	n["publisher"] = reference(o.BaseURL + "/#organization")
	n["author"] = n["publisher"]
	if o.Facts.Author != "" {
		n["author"] = node{"@type": "Person", "name": o.Facts.Author}
	}
	n["wordCount"] = b.words
	n.set("datePublished", p.Published)
	n.set("dateModified", p.Updated)
	n.set("articleSection", head.Section)
	n.set("keywords", p.tags())
}

func (o *outline) breadcrumbs(p *Page, crumbs []themes.Link) node {
	items := make([]node, 0, len(crumbs))
	for i, crumb := range crumbs {
		items = append(items, node{"@type": "ListItem", "position": i + 1, "name": crumb.Label, "item": o.BaseURL + crumb.Href})
	}
	return node{"@type": "BreadcrumbList", "@id": o.url(p) + "#breadcrumb", "itemListElement": items}
}

func (o *outline) itemList(p *Page) []node {
	var items []node
	for i, child := range o.listed(p) {
		items = append(items, node{"@type": "ListItem", "position": i + 1, "name": child.heading(), "url": o.url(child)})
	}
	return items
}

func reference(id string) node { return node{"@id": id} }
