package ui_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"

	"igny8/static"
	"igny8/views/ui"
)

const evil = `</title><script>alert(1)</script>"'&`

func render(t *testing.T, c templ.Component) string {
	t.Helper()
	var b strings.Builder
	if err := c.Render(templ.WithChildren(context.Background(), ui.Text("children "+evil)), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func document(t *testing.T, c templ.Component) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(render(t, c)))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// A browser does not send a form whose required select has an empty option selected, even if that option is a valid choice.
func TestSelectAllowsEmptyChoice(t *testing.T) {
	t.Parallel()
	option := []ui.Option{{Value: "1", Label: "One"}}
	for name, c := range map[string]struct {
		p        ui.SelectProps
		required bool
	}{
		"an empty option": {ui.SelectProps{Name: "after", Label: "Where", Required: true, Options: append([]ui.Option{{Label: "At the beginning"}}, option...)}, false},
		"a blank":         {ui.SelectProps{Name: "who", Label: "Who", Required: true, Blank: "Anybody", Options: option}, false},
		"no empty one":    {ui.SelectProps{Name: "level", Label: "Level", Required: true, Options: option}, true},
		"optional":        {ui.SelectProps{Name: "level", Label: "Level", Options: option}, false},
	} {
		doc := document(t, ui.Select(c.p))
		if _, required := doc.Find("select").Attr("required"); required != c.required {
			t.Errorf("%s: required is %v, want %v", name, required, c.required)
		}
		if marked := strings.Contains(doc.Text(), "optional"); marked == c.p.Required {
			t.Errorf("%s: marked as optional: %v", name, marked)
		}
	}
}

func TestComponentsEscape(t *testing.T) {
	t.Parallel()
	n := int64(7)
	link := "javascript:alert(1)"
	button := ui.ButtonProps{Label: evil, Href: link, Icon: "check", Opens: evil}
	for name, c := range map[string]templ.Component{
		"button":      ui.Button(ui.ButtonProps{Label: evil, Name: evil, Value: evil, Confirm: evil, ID: evil, Form: evil}),
		"held":        ui.Button(ui.ButtonProps{Label: evil, Reason: evil, IconOnly: true}),
		"link":        ui.Button(button),
		"post button": ui.PostButton(ui.PostButtonProps{Action: link, CSRF: evil, Fields: []ui.HiddenField{{Name: evil, Value: evil}}, Button: button}),
		"field":       ui.Field(ui.FieldProps{Name: evil, Label: evil, Value: evil, Error: evil, Hint: evil, Unit: evil, Placeholder: evil, Autocomplete: evil}),
		"textarea":    ui.TextArea(ui.FieldProps{Name: evil, Label: evil, Value: "</textarea>" + evil}),
		"select":      ui.Select(ui.SelectProps{Name: evil, Label: evil, Blank: evil, Options: []ui.Option{{Value: evil, Label: evil, Group: evil}}}),
		"checkbox":    ui.Checkbox(ui.CheckboxProps{Name: evil, Label: evil, Value: evil, Error: evil}),
		"radio cards": ui.RadioCards(ui.RadioCardsProps{Name: evil, Label: evil, Cards: []ui.RadioCard{{Value: evil, Label: evil, Text: evil, Badge: evil, Reason: evil}}, Error: evil, Hint: evil}),
		"file drop":   ui.FileDrop(ui.FileDropProps{Name: evil, Label: evil, Text: evil, Accept: evil, Error: evil}),
		"form":        ui.Form(ui.FormProps{Action: link, CSRF: evil, ID: evil}),
		"fieldset":    ui.Fieldset(ui.FieldsetProps{Legend: evil, Hint: evil}),
		"summary":     ui.ErrorSummary(evil, []ui.FieldError{{Field: evil, Message: evil}}),
		"filters":     ui.Filters(link, link),
		"inline edit": ui.InlineEdit(ui.InlineEditProps{Action: link, CSRF: evil, Name: evil, Label: evil, Value: evil, Error: evil, ID: evil}),
		"table":       ui.Table(ui.TableProps{ID: evil, Label: evil, SelectForm: evil, Columns: []ui.Column{{Label: evil, SortHref: link}, {Label: evil, Hidden: true}, {Label: evil}}}),
		"select cell": ui.SelectCell(ui.SelectCellProps{Form: evil, Value: evil, Label: evil}),
		"bulk bar":    ui.BulkBar(ui.BulkBarProps{ID: evil, Action: link, CSRF: evil, One: evil, Many: evil, Total: 3, Fields: []ui.HiddenField{{Name: evil, Value: evil}}}),
		"pager":       ui.Pager(ui.PagerProps{First: link, Next: link, Shown: 1, Total: &n, One: evil, Many: evil}),
		"card":        ui.Card(ui.CardProps{ID: evil, Title: evil, Text: evil, Href: link}),
		"section":     ui.Section(ui.SectionProps{ID: evil, Title: evil, Text: evil}),
		"page head":   ui.PageHead(ui.PageHeadProps{Title: evil, Lead: evil, Crumbs: []ui.Crumb{{Label: evil, Href: link}, {Label: evil}}}),
		"badge":       ui.Badge(ui.BadgeProps{Text: evil}),
		"state":       ui.State(evil),
		"progress":    ui.Progress(ui.ProgressProps{ID: evil, Title: evil, Message: evil, State: "running", Poll: evil, PTag: evil, Phases: []ui.Phase{{Label: evil}}}),
		"loading":     ui.Loading(evil, evil),
		"gate":        ui.Gate(ui.GateProps{ID: evil, Title: evil, CSRF: evil, Checks: []ui.Check{{Key: evil, Label: evil, Reason: evil, Link: link, LinkText: evil, WaiveAction: link}, {Label: evil, OK: true, WaivedFor: evil}}}),
		"empty":       ui.Empty(ui.EmptyProps{Title: evil, Text: evil}),
		"error":       ui.Error(ui.ErrorProps{Status: evil, Title: evil, Text: evil, Ref: evil}),
		"notice":      ui.Notice(ui.NoticeProps{ID: evil, Title: evil, Text: evil, Link: link, LinkText: evil}),
		"dialog":      ui.Dialog(ui.DialogProps{ID: evil, Title: evil, Text: evil}),
		"toast":       ui.Toast(evil),
		"menu":        ui.Menu(ui.MenuProps{Label: evil, CSRF: evil, Items: []ui.MenuItem{{Label: evil, Href: link}, {Label: evil, Action: link, Confirm: evil, Fields: []ui.HiddenField{{Name: evil, Value: evil}}}, {Label: evil, Opens: evil}}}),
		"tabs":        ui.Tabs(evil, []ui.Tab{{Label: evil, Href: link, Tally: evil}}),
		"stepper":     ui.Stepper(evil, []ui.Step{{Label: evil, Href: link}, {Label: evil, Reason: evil}}),
		"stat":        ui.Stat(ui.StatProps{Label: evil, Value: ui.Text(evil), Hint: evil, Href: link}),
		"definitions": ui.Definitions([]ui.Definition{{Term: evil, Text: evil}}),
		"tree":        ui.Tree(ui.TreeProps{ID: evil, Label: evil, Nodes: []ui.TreeNode{{ID: evil, Label: evil, Href: link, Tally: evil, Children: []ui.TreeNode{{Label: evil}}}}}),
		"diff":        ui.Diff([]ui.Span{{Text: evil}, {Change: ui.Added, Text: evil}, {Change: ui.Removed, Text: evil}}),
		"block":       ui.Block(ui.BlockProps{ID: evil, Label: evil, Kind: evil}),
		"bar chart":   ui.BarChart(ui.BarChartProps{Title: evil, Head: evil, Unit: evil, Bars: []ui.Bar{{Label: evil, Value: &n, Href: link}}}),
		"columns":     ui.ColumnChart(ui.ColumnChartProps{Title: evil, Head: evil, Unit: evil, Points: []ui.Point{{Label: evil, Value: &n}}}),
		"area map":    ui.AreaMap(ui.AreaMapProps{Title: evil, Head: evil, Unit: evil, Legend: []ui.LegendEntry{{Text: evil}}, Cells: []ui.MapCell{{Label: evil, Note: evil, Href: link}}}),
		"dial":        ui.Dial(ui.DialProps{Label: evil}),
		"money":       ui.Money(new(float64), evil),
	} {
		html := strings.ToLower(render(t, c))
		if strings.Contains(html, "<script") || strings.Contains(html, "javascript:") {
			t.Errorf("%s lets markup or a script address through:\n%s", name, html)
		}
	}
}

// The kit must not write anything that the Content-Security-Policy blocks.
func TestKitFollowsContentSecurityPolicy(t *testing.T) {
	t.Parallel()
	doc := document(t, ui.Kit())
	ids := map[string]bool{}
	doc.Find("*").Each(func(_ int, s *goquery.Selection) {
		for _, a := range s.Nodes[0].Attr {
			switch {
			case a.Key == "style", strings.HasPrefix(a.Key, "on"), strings.HasPrefix(a.Key, "hx-on"):
				t.Errorf("%s has the attribute %s=%q", s.Nodes[0].Data, a.Key, a.Val)
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("the id %q stands twice", a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			}
		}
	})
	if n := doc.Find("script, style").Length(); n > 0 {
		t.Errorf("%d inline scripts or styles", n)
	}
	if len(ids) < 20 {
		t.Errorf("only %d ids: is the kit shown at all?", len(ids))
	}
}

func TestKitControlsHaveNamesAndValidReferences(t *testing.T) {
	t.Parallel()
	doc := document(t, ui.Kit())
	doc.Find("label[for], [aria-describedby], [aria-labelledby], [commandfor], button[form]").Each(func(_ int, s *goquery.Selection) {
		for _, attr := range []string{"for", "aria-describedby", "aria-labelledby", "commandfor", "form"} {
			for _, id := range strings.Fields(s.AttrOr(attr, "")) {
				if doc.Find(`[id="`+id+`"]`).Length() != 1 {
					t.Errorf("%s=%q leads nowhere", attr, id)
				}
			}
		}
	})
	doc.Find("form[method=post]").Each(func(_ int, s *goquery.Selection) {
		if s.Find(`input[name=_csrf][value=kit]`).Length() != 1 {
			t.Errorf("a form to %q carries no token", s.AttrOr("action", ""))
		}
	})
	doc.Find("input:not([type=hidden]), select, textarea").Each(func(_ int, s *goquery.Selection) {
		id, named := s.Attr("id")
		named = named && doc.Find(`label[for="`+id+`"]`).Length() > 0
		if _, labelled := s.Attr("aria-label"); !named && !labelled && s.Closest("label").Length() == 0 {
			t.Errorf("the control %q has no label", s.AttrOr("name", ""))
		}
	})
}

func TestSpriteHasEveryIcon(t *testing.T) {
	t.Parallel()
	sprite, _ := static.Open(static.URL("icons/sprite.svg"))
	doc := document(t, ui.Kit())
	if doc.Find("use").Length() == 0 {
		t.Fatal("no icons")
	}
	doc.Find("use").Each(func(_ int, s *goquery.Selection) {
		_, name, _ := strings.Cut(s.AttrOr("href", ""), "#")
		if !strings.Contains(string(sprite.Data), `id="`+name+`"`) {
			t.Errorf("no icon %q in the sprite", name)
		}
	})
}

func TestNumbersAreFormatted(t *testing.T) {
	t.Parallel()
	count, zero, f := int64(104812), int64(0), 1234.5
	percent := 62
	for _, test := range []struct {
		name string
		got  templ.Component
		want string
	}{
		{"unknown count", ui.Count(nil), "—"},
		{"unknown float", ui.Float(nil, 1), "—"},
		{"unknown money", ui.Money(nil, "USD"), "—"},
		{"unknown percent", ui.Percent(nil), "—"},
		{"unknown time", ui.Moment(time.Time{}), "—"},
		{"zero is not unknown", ui.Count(&zero), "0"},
		{"count", ui.Count(&count), "104,812"},
		{"float", ui.Float(&f, 1), "1,234.5"},
		{"dollars", ui.Money(&f, "USD"), "$1,234.50"},
		{"other currency", ui.Money(&f, "SEK"), "1,234.50\u00a0SEK"},
		{"percent", ui.Percent(&percent), "62%"},
		{"day", ui.Day(time.Date(2026, 5, 1, 1, 0, 0, 0, time.FixedZone("", 3*3600))), "30 Apr 2026"},
	} {
		html := render(t, test.got)
		if !strings.Contains(html, test.want) {
			t.Errorf("%s: %q is not in %s", test.name, test.want, html)
		}
		if unknown := strings.Contains(html, `title="unknown"`); unknown != (test.want == "—") && !strings.HasPrefix(test.name, "unknown") {
			t.Errorf("%s: unknown is %v in %s", test.name, unknown, html)
		}
	}
	if got := ui.Plural(1, "keyword", "keywords") + ", " + ui.Plural(4812, "keyword", "keywords"); got != "1 keyword, 4,812 keywords" {
		t.Errorf("Plural: %s", got)
	}
}

func TestProgressStopsPolling(t *testing.T) {
	t.Parallel()
	running := document(t, ui.Progress(ui.ProgressProps{ID: "run", Title: "Group", State: "running", Percent: 140, Poll: "/p", PTag: "7"}))
	if got := running.Find(`#run[hx-get="/p"][hx-trigger="every 1s"][hx-ptag="7"]`).Length(); got != 1 {
		t.Errorf("a running progress polls: %d", got)
	}
	if got := running.Find("progress").AttrOr("value", ""); got != "100" {
		t.Errorf("the bar stands at %s", got)
	}
	done := document(t, ui.Progress(ui.ProgressProps{ID: "run", Title: "Group", State: "done"}))
	if got := done.Find("#run[hx-get], #run[hx-trigger]").Length(); got != 0 {
		t.Error("a finished progress still polls")
	}
}

func TestDisabledButtonShowsReason(t *testing.T) {
	t.Parallel()
	doc := document(t, ui.Button(ui.ButtonProps{Label: "Publish", Reason: "Approve two drafts first.", Href: "/publish"}))
	if doc.Find("button[disabled]").Length() != 1 || doc.Find("a").Length() != 0 || !strings.Contains(doc.Text(), "Approve two drafts first.") {
		t.Errorf("got %s", doc.Text())
	}
}

func TestGateCountsOpenChecks(t *testing.T) {
	t.Parallel()
	open := ui.Check{Label: "a", Reason: "r"}
	done := ui.Check{Label: "b", OK: true}
	for want, p := range map[string]ui.GateProps{
		"1 check is still open of 2.":  {Checks: []ui.Check{open, done}},
		"2 checks are still open of 2": {Checks: []ui.Check{open, open}},
		"Everything is ready.":         {Checks: []ui.Check{done}},
		"stays open. 1 check asks":     {Checks: []ui.Check{open}, Passed: true},
	} {
		if html := render(t, ui.Gate(p)); !strings.Contains(html, want) {
			t.Errorf("%q is not in %s", want, html)
		}
	}
}
