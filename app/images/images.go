// Package images stores the pictures of pages: their prompts, the variants that were uploaded, drawn or made by a model, the
// chosen variant, its cut, and the files that are shown. It refuses what is no picture, and keeps only the pixels of an
// uploaded file (see images/picture).
//
// Rows are in the database, files behind the one interface Blobs. A file is named by the hash of its content and never
// changes, so that a release that copies it keeps what was approved.
//
// The package stands below writer: a picture belongs to a page. It asks for the page's text through Texts, which writer
// implements.
package images

import (
	"context"

	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/history"
	"igny8/app/pages"
	"igny8/app/sites"
)

// Text is what pictures need to know about the text of a page.
type Text struct {
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Headings    []string `json:"headings"`
	Opening     string   `json:"opening"`
}

// Texts reads the texts of pages.
type Texts interface {
	// TextOf returns the current text of the page, or a fault if nothing is written yet.
	TextOf(ctx context.Context, pageID string) (Text, error)
	// Showing returns the titles of the pages of the site whose current or approved text shows the picture.
	Showing(ctx context.Context, siteID, imageID string) ([]string, error)
}

// Service stores pictures.
type Service struct {
	db     *database.DB
	trash  *history.Trash
	blobs  Blobs
	sites  *sites.Service
	pages  *pages.Service
	engine *ai.Engine
	texts  func() Texts
}

// Needs are the modules that the service uses.
type Needs struct {
	DB     *database.DB
	Trash  *history.Trash
	Blobs  Blobs
	Sites  *sites.Service
	Pages  *pages.Service
	Engine *ai.Engine
	Texts  func() Texts // called later, because it is made after the pictures
}

// New makes the Service and registers its functions with the engine.
func New(n Needs) *Service {
	s := &Service{db: n.DB, trash: n.Trash, blobs: n.Blobs, sites: n.Sites, pages: n.Pages, engine: n.Engine, texts: n.Texts}
	s.trash.Register(history.TrashKind{
		Noun: "image", Model: &Image{}, Under: map[string]string{"site_id": "site", "page_id": "page"}, Restore: restore, Purge: s.purge,
	})
	s.engine.Register(s.generatePrompts())
	s.engine.Register(s.generateImages())
	return s
}
