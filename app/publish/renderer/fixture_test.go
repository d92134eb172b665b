package renderer_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"igny8/app/blocks"
	"igny8/app/publish/renderer"
)

var built = time.Date(2026, 3, 9, 8, 30, 0, 0, time.UTC)

// doc parses a body as the API does.
func doc(t testing.TB, body string) blocks.Document {
	t.Helper()
	var d blocks.Document
	if err := json.Unmarshal([]byte(body), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// roastery returns a small site with a page of every kind.
func roastery(t testing.TB) renderer.Site {
	t.Helper()
	coffee := renderer.Term{Taxonomy: "categories", Name: "Coffee", Slug: "coffee"}
	return renderer.Site{
		Name: "Slow Roast", Tagline: "Coffee worth waiting for", Description: "Notes on roasting and brewing at home.",
		Language: "en", BaseURL: "https://slowroast.example", Type: "blog", Built: built,
		Facts: renderer.Facts{
			About: "Two people and a drum roaster in a shed.", Author: "Ada Ferris", Email: "hello@slowroast.example",
			Phone: "+44 20 7946 0000", Address: "1 Shed Lane\nLondon",
		},
		Pages: []renderer.Page{
			{ID: "home", Kind: renderer.Home, Path: "/", Title: "Slow Roast"},
			{ID: "grind", Kind: renderer.Hub, Path: "/grinding/", Title: "Grinding coffee: everything that matters", Description: "From blade to burr."},
			{
				ID: "burr", HubID: "grind", Kind: renderer.Article, Path: "/grinding/burr-grinders/", Title: "How burr grinders work",
				Description:    "Why two burrs beat one blade.",
				TargetKeywords: []string{"burr grinder", "how burr grinders work"}, Terms: []renderer.Term{coffee},
				Published: built.AddDate(0, 0, -3), Updated: built.AddDate(0, 0, -1), Body: doc(t, burrBody),
			},
			{
				ID: "blade", HubID: "grind", Kind: renderer.Article, Path: "/grinding/blade-grinders/", Title: "When a blade grinder is enough",
				Description: "Cheap, loud and sometimes fine.", Published: built.AddDate(0, 0, -2),
				Body: doc(t, `[{"id":"p","type":"paragraph","text":"A blade chops."}]`),
			},
			{ID: "lone", Kind: renderer.Article, Path: "/storing-beans/", Title: "Where to keep beans", Description: "Dark and dry.", Terms: []renderer.Term{coffee}},
			{ID: "cat", Kind: renderer.Category, Path: "/category/coffee/", Title: "Coffee", Terms: []renderer.Term{coffee}},
			{ID: "about", Kind: renderer.About, Path: "/about/", Title: "About us", Body: doc(t, `[{"id":"p","type":"paragraph","text":"We roast."}]`)},
			{ID: "contact", Kind: renderer.Contact, Path: "/contact/", Title: "Contact"},
			{ID: "terms", Kind: renderer.Plain, Path: "/terms/", Title: "Terms of use", NoIndex: true},
		},
	}
}

const burrBody = `[
 {"id":"a","type":"paragraph","text":"See <a href=\"/grinding/blade-grinders/\">blades</a>, <a href=\"/grinding/\">the hub</a>, <a href=\"/gone/\">a page that is gone</a> and <a href=\"https://other.example/x\">others</a>."},
 {"id":"b","type":"heading","level":2,"text":"Two burrs"},
 {"id":"c","type":"paragraph","text":"Beans fall between them."},
 {"id":"d","type":"heading","level":2,"text":"Conical or flat"},
 {"id":"e","type":"table","head":["Shape","Speed"],"rows":[["Conical","Slow"],["Flat","Fast"]],"caption":"Two shapes"},
 {"id":"f","type":"heading","level":2,"text":"Questions"},
 {"id":"g","type":"faq","items":[{"question":"Is it loud?","answer":"Less than a <strong>blade</strong>."}]},
 {"id":"h","type":"image","image_id":"burrs","alt":"Two steel burrs","caption":"Burrs"}
]`

// shelf returns a site of n articles in hubs of ten.
func shelf(n int) renderer.Site {
	site := renderer.Site{Name: "Shelf", BaseURL: "https://shelf.example", Built: built, Pages: []renderer.Page{
		{ID: "home", Kind: renderer.Home, Path: "/", Title: "Shelf"},
	}}
	var body blocks.Document
	if err := json.Unmarshal([]byte(burrBody), &body); err != nil {
		panic(err)
	}
	for i := range n {
		hub := fmt.Sprintf("hub-%d", i/10)
		if i%10 == 0 {
			site.Pages = append(site.Pages, renderer.Page{ID: hub, Kind: renderer.Hub, Path: "/" + hub + "/", Title: fmt.Sprintf("Hub %d", i/10)})
		}
		site.Pages = append(site.Pages, renderer.Page{
			ID: fmt.Sprint(i), HubID: hub, Kind: renderer.Article, Path: fmt.Sprintf("/%s/article-%d/", hub, i), Title: fmt.Sprintf("Article %d", i),
			Description: "One of many.", Published: built.Add(-time.Duration(i) * time.Hour), Body: body,
		})
	}
	return site
}
