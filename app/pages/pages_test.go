package pages_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/pages"
)

type world struct {
	testing.TB
	*accountstest.Cast
	db    *database.DB
	pages *pages.Service
	ctx   context.Context
}

func newWorld(t testing.TB) *world {
	db := dbtest.New(t)
	w := &world{TB: t, Cast: accountstest.NewCast(t, db), db: db, pages: pages.New(db, history.NewTrash(db))}
	w.ctx = w.Ctx(accountstest.Editor)
	return w
}

func (w *world) tx(fn func(tx *gorm.DB) error) error { return w.db.Tx(w.ctx, fn) }

func (w *world) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

func (w *world) propose(page pages.Page) pages.Page {
	w.Helper()
	page.SiteID = w.Site
	var made pages.Page
	w.must(w.tx(func(tx *gorm.DB) (err error) { made, err = pages.Propose(tx, page); return err }))
	return made
}

func p[T any](v T) *T { return &v }

func TestSlug(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"":                          "page",
		"?!":                        "page",
		"How to Crate-Train  a Dog": "how-to-crate-train-a-dog",
		"Größe & Übung: Öl":         "grosse-ubung-ol",
		"L’été à Nîmes, c'est bon":  "lete-a-nimes-cest-bon",
		"Łódź Ærø":                  "lodz-aero",
		"犬の しつけ":                    "犬の-しつけ",
		"がっこう":                      "がっこう",
		"собака и кошка":            "собака-и-кошка",
		"हिन्दी में":                "हिन्दी-में",
		"../../etc/passwd":          "etc-passwd",
		"ﬁve ①":                     "five-1",
		"100% = a.b_c":              "100-a-b-c",
	} {
		if got := pages.Slug(title); got != want {
			t.Errorf("Slug(%q) = %q, want %q", title, got, want)
		}
	}
	long := pages.Slug(strings.Repeat("wonderful ", 20))
	if long != strings.TrimSuffix(strings.Repeat("wonderful-", 6), "-") {
		t.Errorf("a long title became %q", long)
	}
	if one := pages.Slug(strings.Repeat("ж", 300)); len([]rune(one)) != 60 {
		t.Errorf("a long word became %d characters", len([]rune(one)))
	}
}

func TestPropose(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, bad := range []pages.Page{{SiteID: w.Site}, {SiteID: w.Site, Title: "a", Path: "a"}} {
		if err := w.tx(func(tx *gorm.DB) error { _, err := pages.Propose(tx, bad); return err }); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%+v: got %v", bad, err)
		}
	}
	var paths []string
	for _, title := range []string{"Dog food", "Dog Food!", "Dög food", "Dog food 2", "Assets"} {
		paths = append(paths, w.propose(pages.Page{Title: title}).Path)
	}
	if want := []string{"/dog-food/", "/dog-food-2/", "/dog-food-3/", "/dog-food-2-2/", "/assets-2/"}; !slices.Equal(paths, want) {
		t.Fatalf("got %v, want %v", paths, want)
	}
	home := w.propose(pages.Page{Title: "Home", Kind: pages.Home, Path: "/", NoClusterReason: "home"})
	page, err := w.pages.Get(w.ctx, home.ID)
	w.must(err)
	if page.Path != "/" || page.Slug != "home" || page.State != pages.Proposed || page.Origin != pages.Own || page.TargetKeywords == nil {
		t.Fatalf("got %+v", page)
	}
	if twice := w.propose(pages.Page{Title: "Home", Path: "/"}); twice.Path == "/" {
		t.Fatal("there are two pages at /")
	}
}

func TestChanges(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	hub, page := w.propose(pages.Page{Title: "Hub"}), w.propose(pages.Page{Title: "Page", NoClusterReason: "x"})
	for name, fn := range map[string]func(tx *gorm.DB) error{
		"itself": func(tx *gorm.DB) error {
			_, err := pages.Place(tx, page.ID, pages.Placement{ParentID: page.ID})
			return err
		},
		"unknown": func(tx *gorm.DB) error { return pages.SetState(tx, page.ID, "lost") },
	} {
		if w.tx(fn) == nil {
			t.Errorf("%s was taken", name)
		}
	}
	var placed pages.Page
	w.must(w.tx(func(tx *gorm.DB) (err error) {
		if err := pages.SetMetadata(tx, page.ID, pages.Metadata{Title: p("New"), TargetKeywords: &[]string{"a", "b"}}); err != nil {
			return err
		}
		if err := pages.SetMetadata(tx, page.ID, pages.Metadata{Description: p("About it.")}); err != nil {
			return err
		}
		if err := pages.SetState(tx, page.ID, pages.Planned); err != nil {
			return err
		}
		placed, err = pages.Place(tx, page.ID, pages.Placement{Kind: pages.Hub, ParentID: hub.ID, Path: "/hub/", Position: 7})
		return err
	}))
	got, err := w.pages.Get(w.ctx, page.ID)
	w.must(err)
	if got.Title != "New" || got.Description != "About it." || !slices.Equal(got.TargetKeywords, []string{"a", "b"}) || got.State != pages.Planned ||
		got.Path != "/hub-2/" || got.Slug != "hub-2" || *got.ParentID != hub.ID || got.Position != 7 || got.NoClusterReason != "" || placed.Path != got.Path {
		t.Fatalf("got %+v", got)
	}
	w.must(w.tx(func(tx *gorm.DB) error { _, err := pages.Place(tx, page.ID, pages.Placement{}); return err }))
	if again, _ := w.pages.Get(w.ctx, page.ID); again.Path != "/hub-2/" || again.ParentID != nil {
		t.Fatalf("got %+v", again)
	}
}

func TestTaxonomies(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	plan := func(names ...string) pages.Taxonomy {
		taxonomy := pages.Taxonomy{Name: names[0]}
		for _, name := range names[1:] {
			taxonomy.Terms = append(taxonomy.Terms, pages.Term{Name: name})
		}
		return taxonomy
	}
	set := func(plans ...pages.Taxonomy) error {
		return w.tx(func(tx *gorm.DB) error { return pages.SetTaxonomies(tx, w.Site, plans) })
	}
	if err := set(plan("Tags"), plan("tags")); fault.KindOf(err) != fault.Invalid {
		t.Fatalf("got %v", err)
	}
	w.must(set(plan("Categories", "Food", "Care"), plan("Tags", "puppies")))
	before, err := w.pages.Taxonomies(w.ctx, w.Site)
	w.must(err)
	page := w.propose(pages.Page{Title: "Page"})
	ids := []string{before[0].Terms[1].ID, before[0].Terms[0].ID, before[1].Terms[0].ID}
	err = w.tx(func(tx *gorm.DB) error { return pages.SetTerms(tx, page.ID, []string{ids[0], "nobody"}) })
	if fault.KindOf(err) != fault.NotFound {
		t.Fatalf("got %v", err)
	}
	w.must(w.tx(func(tx *gorm.DB) error { return pages.SetTerms(tx, page.ID, ids) }))

	w.must(set(plan("Categories", "CARE", "Play", "Food")))
	after, err := w.pages.Taxonomies(w.ctx, w.Site)
	w.must(err)
	if len(after) != 1 || after[0].ID != before[0].ID || len(after[0].Terms) != 3 || after[0].Terms[0].ID != before[0].Terms[1].ID || after[0].Terms[0].Name != "CARE" {
		t.Fatalf("got %+v", after)
	}
	list, err := w.pages.Taxonomies(w.ctx, w.Site)
	if err != nil {
		t.Fatal(err)
	}
	of, err := w.pages.TermsOf(w.ctx, w.Site, list)
	w.must(err)
	if terms := of[page.ID]; len(terms) != 2 || terms[0].Slug != "care" || terms[1].Slug != "food" {
		t.Fatalf("the page carries %+v", terms)
	}
}

func TestTheOtherAccountSeesNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	page := w.propose(pages.Page{Title: "Page"})
	w.must(w.tx(func(tx *gorm.DB) error {
		return pages.SetTaxonomies(tx, w.Site, []pages.Taxonomy{{Name: "Tags", Terms: []pages.Term{{Name: "a"}}}})
	}))
	own, err := w.pages.Taxonomies(w.ctx, w.Site)
	w.must(err)
	for _, person := range []accountstest.Person{accountstest.Stranger, accountstest.Newcomer} {
		ctx := w.Ctx(person)
		in := func(fn func(tx *gorm.DB) error) func() error { return func() error { return w.db.Tx(ctx, fn) } }
		for name, call := range map[string]func() error{
			"Get":         func() error { _, err := w.pages.Get(ctx, page.ID); return err },
			"SetMetadata": in(func(tx *gorm.DB) error { return pages.SetMetadata(tx, page.ID, pages.Metadata{Title: p("x")}) }),
			"Place":       in(func(tx *gorm.DB) error { _, err := pages.Place(tx, page.ID, pages.Placement{}); return err }),
			"SetState":    in(func(tx *gorm.DB) error { return pages.SetState(tx, page.ID, pages.Removed) }),
			"SetTerms":    in(func(tx *gorm.DB) error { return pages.SetTerms(tx, page.ID, []string{own[0].Terms[0].ID}) }),
		} {
			if err := call(); fault.KindOf(err) != fault.NotFound {
				t.Errorf("%s by %s: got %v, want not found", name, person, err)
			}
		}
		list, err := w.pages.List(ctx, w.Site)
		w.must(err)
		taxonomies, err := w.pages.Taxonomies(ctx, w.Site)
		w.must(err)
		if len(list)+len(taxonomies) != 0 {
			t.Errorf("%s sees %v %v", person, list, taxonomies)
		}
		if w.db.Tx(ctx, func(tx *gorm.DB) error {
			_, err := pages.Propose(tx, pages.Page{SiteID: w.Site, Title: "Mine"})
			return err
		}) == nil {
			t.Errorf("%s made a page on somebody else's site", person)
		}
	}
}
