package layout_test

import (
	"context"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"

	"igny8/static"
	"igny8/views/layout"
	"igny8/views/ui"
)

func full() layout.Chrome {
	return layout.Chrome{
		Title: "Keywords", CSRF: `t"<k`, User: &layout.User{Name: "Mira", Email: "mira@northlight.example", Role: "owner"},
		Account: "Northlight", Accounts: []layout.Link{{ID: "a1", Label: "Northlight", Current: true}, {ID: "a2", Label: "<b>Other</b>"}},
		Site: &layout.Site{ID: "s1", Name: "Almanac"}, Sites: []layout.Link{{ID: "s1", Label: "Almanac", Href: "/app/sites/s1/planner", Current: true}},
		Stage: "planner", Stages: []layout.Stage{
			{Key: "planner", Label: "Planner", Href: "/app/sites/s1/planner", State: layout.StageCurrent, Percent: 40},
			{Key: "writer", Label: "Writer", State: layout.StageLocked, Reason: "Approve the blueprint first."},
		},
		Credits: &layout.Credits{Available: 1912}, Flash: []layout.Flash{{Kind: "bad", Text: "Not saved <i>"}}, CanManage: true, Banner: "Looking on",
	}
}

func document(t *testing.T, c templ.Component) *goquery.Document {
	t.Helper()
	var b strings.Builder
	if err := c.Render(templ.WithChildren(context.Background(), ui.Text("the screen")), &b); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestLayoutsFollowContentSecurityPolicy(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]templ.Component{
		"page": layout.Page(full()), "bare page": layout.Page(layout.Chrome{}),
		"public": layout.Public(layout.PublicChrome{Title: "Sign in", Narrow: true}),
	} {
		doc := document(t, c)
		doc.Find("*").Each(func(_ int, s *goquery.Selection) {
			for _, a := range s.Nodes[0].Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") || strings.HasPrefix(a.Key, "hx-on") {
					t.Errorf("%s: %s has %s=%q", name, s.Nodes[0].Data, a.Key, a.Val)
				}
			}
		})
		doc.Find("script, link[rel=stylesheet], link[rel=icon], img").Each(func(_ int, s *goquery.Selection) {
			address := s.AttrOr("src", s.AttrOr("href", ""))
			if _, ok := static.Open(address); !ok {
				t.Errorf("%s: %q is not served", name, address)
			}
		})
		for selector, want := range map[string]int{"html[lang=en]": 1, "main#main": 1, "a.skip[href='#main']": 1, "title": 1, "i, b": 0} {
			if got := doc.Find(selector).Length(); got != want {
				t.Errorf("%s: %d of %s, want %d", name, got, selector, want)
			}
		}
		if !strings.Contains(doc.Find("main").Text(), "the screen") {
			t.Errorf("%s does not show its screen", name)
		}
	}
}

func TestPageMarksCurrentStage(t *testing.T) {
	t.Parallel()
	doc := document(t, layout.Page(full()))
	if got := doc.Find("title").Text(); got != "Keywords · IGNY8" {
		t.Errorf("title %q", got)
	}
	if got := doc.Find(`.track a[aria-current=page]`).Text(); !strings.Contains(got, "Planner") {
		t.Errorf("the current stage is %q", got)
	}
	locked := doc.Find(".track .stage.locked")
	if !locked.Is("span") || !strings.Contains(locked.Text(), "Approve the blueprint first.") {
		t.Errorf("the locked stage is %q", locked.Text())
	}
	if got := doc.Find("body").AttrOr("hx-headers:inherited", ""); got != `{"X-CSRF-Token":"t\"\u003ck"}` {
		t.Errorf("the header for htmx is %s", got)
	}
	doc.Find("form[method=post]").Each(func(_ int, s *goquery.Selection) {
		if s.Find("input[name=_csrf]").AttrOr("value", "") != `t"<k` {
			t.Errorf("the form to %s has no token", s.AttrOr("action", ""))
		}
	})
	if doc.Find(`form[action="/app/switch"] button[name=account_id][value=a2]`).Length() == 0 || doc.Find(`form[action="/logout"]`).Length() == 0 {
		t.Error("switching the account or signing out is missing")
	}
}

func TestPageHidesLinksWithoutPermission(t *testing.T) {
	t.Parallel()
	c := full()
	c.CanManage, c.Credits, c.Stages, c.Accounts = false, nil, nil, c.Accounts[:1]
	doc := document(t, layout.Page(c))
	for _, selector := range []string{`a[href="/app/settings/members"]`, `a[href="/app/credits"]`, ".bottom-bar", `form[action="/app/switch"]`} {
		if doc.Find(selector).Length() != 0 {
			t.Errorf("%s is shown", selector)
		}
	}
	if doc.Find(`a[href="/app/settings/account"]`).Length() == 0 {
		t.Error("the settings are not shown")
	}
}
