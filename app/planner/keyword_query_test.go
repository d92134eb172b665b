package planner_test

import (
	"net/url"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/fault"
	"igny8/app/planner"
)

func TestFiltersOfKeywords(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importLines("copper kettle,us,10,500,,", "how to mend a kettle,us,20,50,,", "kettle,us,90,9000,,", "buy kettles,us,,,,", "howdah kettle,us,40,0,,")
	second := w.importLines("kettle shelf,us,5,40,,", "kettle,us,90,9000,,")
	w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
		return tx.Model(&planner.Keyword{}).Where("key = ?", "copper kettle").Updates(map[string]any{"weak": true, "pinned": true}).Error
	}))
	for address, want := range map[string]string{
		"":                                    "buy kettles, copper kettle, how to mend a kettle, howdah kettle, kettle, kettle shelf",
		"q=kettle":                            "buy kettles, copper kettle, how to mend a kettle, howdah kettle, kettle, kettle shelf",
		"q=kettle+copper&match=words":         "copper kettle",
		"q=kettle&match=words":                "copper kettle, how to mend a kettle, howdah kettle, kettle, kettle shelf",
		"q=_ettle&match=words":                "",
		"question=yes":                        "how to mend a kettle",
		"weak=yes":                            "copper kettle",
		"weak=no&volume_min=500":              "kettle",
		"pinned=yes":                          "copper kettle",
		"volume=unknown":                      "buy kettles",
		"volume_min=50&volume_max=500":        "copper kettle, how to mend a kettle",
		"volume_max=0":                        "howdah kettle",
		"difficulty_min=20&difficulty_max=40": "how to mend a kettle, howdah kettle",
		"difficulty_max=5.5":                  "kettle shelf",
		"intent=transactional":                "buy kettles",
		"intent=unknown":                      "copper kettle, howdah kettle, kettle, kettle shelf",
		"intent_by=rules":                     "buy kettles, how to mend a kettle",
		"intent_by=hand":                      "",
		"import_id=" + second.ID:              "kettle shelf",
	} {
		parameters, err := url.ParseQuery(address)
		w.must(err)
		q, err := planner.KeywordQueryOf(w.Sector, parameters.Get)
		w.must(err)
		if back := q.Parameters(); back.Encode() != parameters.Encode() {
			t.Errorf("%s comes back as %s", address, back.Encode())
		}
		if q.Filtered() == (address == "") {
			t.Errorf("%s: filtered is %v", address, q.Filtered())
		}
		q.Sort = "keyword"
		list, err := w.planner.Keywords(w.ctx, q)
		w.must(err)
		var got []string
		for _, k := range list.Items {
			got = append(got, k.Text)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %q, want %q", address, got, want)
		}
		count, err := w.planner.CountKeywords(w.ctx, q)
		w.must(err)
		if int(count) != len(list.Items) {
			t.Errorf("%s: %d of %d", address, len(list.Items), count)
		}
	}
	for _, wrong := range []string{"weak=perhaps", "pinned=1", "volume=known", "volume_min=many", "volume_max=-1", "difficulty_min=101", "difficulty_max=NaN", "match=letters", "question=no"} {
		parameters, err := url.ParseQuery(wrong)
		w.must(err)
		_, err = planner.KeywordQueryOf(w.Sector, parameters.Get)
		w.refused(err, fault.Invalid, "")
	}
	_, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, IntentBy: "rumour"})
	w.refused(err, fault.Invalid, "rumour")
	_, err = w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, ImportID: "nothing"})
	w.refused(err, fault.NotFound, "import")
}

func TestSavedViews(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	view := func(list, name, query string) planner.View {
		return planner.View{SiteID: w.Site, List: list, Name: name, Query: query}
	}
	for _, c := range []struct {
		view planner.View
		kind fault.Kind
	}{
		{planner.View{SiteID: "nowhere", List: planner.KeywordList, Name: "Mine"}, fault.NotFound},
		{view("ideas", "Mine", ""), fault.Invalid},
		{view(planner.KeywordList, "", ""), fault.Invalid},
		{view(planner.KeywordList, strings.Repeat("x", 61), ""), fault.Invalid},
		{view(planner.KeywordList, "a\x00", ""), fault.Invalid},
		{view(planner.KeywordList, "not GROUPED", ""), fault.Invalid}, // built in
		{view(planner.KeywordList, "Mine", "%zz"), fault.Invalid},
		{view(planner.KeywordList, "Mine", "q="+strings.Repeat("x", 3000)), fault.Invalid},
	} {
		_, err := w.planner.SaveView(w.ctx, c.view)
		w.refused(err, c.kind, "")
	}
	mine, err := w.planner.SaveView(w.ctx, view(planner.KeywordList, "Mine", "state=new&cursor=abc&q=&sort=-volume&sector=other"))
	w.must(err)
	if mine.Query != "sort=-volume&state=new" || !mine.Shows(url.Values{"state": {"new"}, "sort": {"-volume"}, "cursor": {"x"}}) || mine.Shows(url.Values{"state": {"new"}}) {
		t.Errorf("saved as %s", mine.Query)
	}
	_, err = w.planner.SaveView(w.ctx, view(planner.KeywordList, "mine", ""))
	w.refused(err, fault.Invalid, "mine")
	_, err = w.planner.SaveView(w.ctx, view(planner.ClusterList, "Mine", "")) // of another list
	w.must(err)
	other, err := w.planner.SaveView(w.ctx, view(planner.KeywordList, "Another", "weak=yes"))
	w.must(err)
	_, err = w.planner.ChangeView(w.ctx, other.ID, planner.ViewChange{Name: p("MINE")})
	w.refused(err, fault.Invalid, "MINE")
	_, err = w.planner.ChangeView(w.ctx, other.ID, planner.ViewChange{Name: p("Zebra"), Query: p("weak=no")})
	w.must(err)

	stranger := w.Ctx(accountstest.Stranger)
	_, err = w.planner.ChangeView(stranger, other.ID, planner.ViewChange{Name: p("Theirs")})
	w.refused(err, fault.NotFound, "view")
	w.refused(w.planner.DeleteView(stranger, other.ID), fault.NotFound, "view")
	_, err = w.planner.Views(stranger, w.Site, planner.KeywordList)
	w.refused(err, fault.NotFound, "")

	names := func() string {
		list, err := w.planner.Views(w.ctx, w.Site, planner.KeywordList)
		w.must(err)
		var names []string
		for _, v := range list {
			names = append(names, v.Name+"?"+v.Query)
		}
		return strings.Join(names, " ")
	}
	if got := names(); !strings.HasPrefix(got, "All? ") || !strings.HasSuffix(got, "Mine?sort=-volume&state=new Zebra?weak=no") {
		t.Errorf("got %s", got)
	}
	w.must(w.planner.DeleteView(w.ctx, other.ID))
	if got := names(); strings.Contains(got, "Zebra") {
		t.Errorf("got %s", got)
	}
	for _, v := range mustViews(w) {
		parameters, err := url.ParseQuery(v.Query)
		w.must(err)
		_, err = planner.KeywordQueryOf(w.Sector, parameters.Get)
		w.must(err)
	}
}

func mustViews(w *world) []planner.View {
	list, err := w.planner.Views(w.ctx, w.Site, planner.KeywordList)
	w.must(err)
	return list
}

// TestEachKindOfEvidenceIsFound holds the bits of the column to the kinds.
func TestEachKindOfEvidenceIsFound(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importLines("plain,us,,1,,")
	kinds := planner.EvidenceKinds()
	for i, kind := range kinds {
		w.importLines(kind + ",us,,1,,")
		w.must(w.db.Tx(w.ctx, func(tx *gorm.DB) error {
			return tx.Model(&planner.Keyword{}).Where("key = ?", kind).Update("evidence_bits", 1<<i).Error
		}))
	}
	for _, kind := range kinds {
		list, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, Evidence: kind})
		w.must(err)
		if len(list.Items) != 1 || list.Items[0].Text != kind {
			t.Errorf("by %s are found %+v", kind, list.Items)
		}
	}
	_, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector, Evidence: "hearsay"})
	w.refused(err, fault.Invalid, "hearsay")
}
