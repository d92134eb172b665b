// Package images keeps the pictures of pages: what is asked for in words, the variants that were uploaded, drawn or made by
// a model, the one that was chosen of them, how it is cut, and the files that are shown. It refuses what is no picture, and
// keeps of a stranger's file nothing but its pixels (see images/picture).
//
// Rows are in the database, files behind the one interface Blobs. A file is named by the hash of its content and never
// changes, so that whoever copies it, such as a release, keeps what was approved.
//
// The package stands below writer: a picture belongs to a page. What it has to know of the page's text it asks through
// Texts, which writer satisfies.
package images

import (
	"context"

	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/history"
	"igny8/app/pages"
	"igny8/app/sites"
)

// Text is what a page says, as far as its pictures have to know.
type Text struct {
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Headings    []string `json:"headings"`
	Opening     string   `json:"opening"`
}

// Texts knows the texts of pages.
type Texts interface {
	// TextOf returns what the page says now; a fault when nothing is written yet.
	TextOf(ctx context.Context, pageID string) (Text, error)
	// Showing returns the titles of the pages of the site whose text, as it is or as it was approved, shows the picture.
	Showing(ctx context.Context, siteID, imageID string) ([]string, error)
}

// Service keeps pictures.
type Service struct {
	db     *database.DB
	trash  *history.Trash
	blobs  Blobs
	sites  *sites.Service
	pages  *pages.Service
	engine *ai.Engine
	texts  func() Texts
}

// Needs are the modules that the pictures stand on.
type Needs struct {
	DB     *database.DB
	Trash  *history.Trash
	Blobs  Blobs
	Sites  *sites.Service
	Pages  *pages.Service
	Engine *ai.Engine
	Texts  func() Texts // asked for when it is needed: it is made after the pictures
}

// New makes the Service and registers the functions for pictures with the engine.
func New(n Needs) *Service {
	s := &Service{db: n.DB, trash: n.Trash, blobs: n.Blobs, sites: n.Sites, pages: n.Pages, engine: n.Engine, texts: n.Texts}
	s.trash.Register(history.TrashKind{
		Noun: "image", Model: &Image{}, Under: map[string]string{"site_id": "site", "page_id": "page"}, Restore: restore, Purge: s.purge,
	})
	s.engine.Register(s.generatePrompts())
	s.engine.Register(s.generateImages())
	return s
}
