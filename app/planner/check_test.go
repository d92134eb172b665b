package planner_test

import (
	"slices"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/fault"
	"igny8/app/keywordfile"
	"igny8/app/planner"
	"igny8/app/planner/imports"
)

const ahrefs = "Keyword,Country,Difficulty,Volume,CPC,Parent Keyword"

func (w *world) checks(files ...imports.File) imports.Import {
	w.Helper()
	im, err := w.imports.CheckFiles(w.ctx, w.Sector, files)
	w.must(err)
	return im
}

// imported runs the import to its end and is its report.
func (w *world) imported(im imports.Import) imports.Import {
	w.Helper()
	run, err := w.imports.StartImport(w.ctx, im.ID)
	w.must(err)
	w.await(run)
	report, err := w.imports.ImportReport(w.ctx, im.ID)
	w.must(err)
	return report
}

// changes are the changes of the kind, each as "keyword name: before > after".
func (w *world) changes(im imports.Import, kind string) []string {
	w.Helper()
	page, err := w.imports.ImportChanges(w.ctx, im.ID, kind, 200, "")
	w.must(err)
	var list []string
	for _, c := range page.Items {
		words := c.Text
		for _, d := range c.Differences {
			words += " " + d.Name + ": " + d.Before + " > " + d.After
		}
		list = append(list, words)
	}
	return list
}

func TestAnImportIsShownBeforeItIsWritten(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, err := w.imports.CheckFiles(w.ctx, w.Sector, nil)
	w.refused(err, fault.Invalid, "Choose a keyword file")
	_, err = w.imports.CheckFiles(w.ctx, w.Sector, []imports.File{imports.TextFile("logo.png", "\x89PNG\r\n")})
	w.refused(err, fault.Invalid, "logo.png")

	im := w.checks(file("k.csv", ahrefs, "puppy food,us,10,500,,", "puppy toys,us,,,,", "puppy food,us,10,500,,"))
	if im.State != imports.ImportChecked || im.Rows != 3 || im.Imported != 2 || im.Duplicates != 1 {
		t.Fatalf("checked: %+v", im)
	}
	if has, err := w.planner.HasKeywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector}); err != nil || has {
		t.Fatalf("there are keywords before anybody said so: %v", err)
	}
	if counts, err := w.imports.ChangeCounts(w.ctx, im.ID); err != nil || len(counts) > 0 {
		t.Fatalf("an empty sector has nothing to be different from: %v, %v", counts, err)
	}
	report := w.imported(im)
	if report.State != imports.ImportDone || report.Imported != 2 || w.keyword("puppy food").Sources[0].Tool != "Ahrefs Keywords Explorer" {
		t.Fatalf("imported: %+v", report)
	}
	_, err = w.imports.StartImport(w.ctx, im.ID)
	w.refused(err, fault.Conflict, "is done")
	w.refused(w.imports.DiscardImport(w.ctx, im.ID), fault.Conflict, "is done")
	_, err = w.imports.MapColumns(w.ctx, im.ID, "x", keywordfile.Mapping{})
	w.refused(err, fault.Conflict, "is done")

	unwanted := w.checks(file("k.csv", "Keyword", "rake"))
	w.must(w.imports.DiscardImport(w.ctx, unwanted.ID))
	_, err = w.imports.ImportReport(w.ctx, unwanted.ID)
	w.refused(err, fault.NotFound, "import")
}

func TestAReimportIsADiff(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	planted := w.tree()
	pinned, pin := w.keyword("crate training"), true
	_, err := w.planner.UpdateKeyword(w.ctx, pinned.ID, planner.KeywordChange{Pinned: &pin})
	w.must(err)
	w.importLines("puppy toys,us,5,50,,toys")

	im := w.checks(file("k.csv", ahrefs, "puppy food,us,12,700,,", "best puppy food,us,20,100,,", "puppy toys,us,5,50,,dog toys", "puppy bed,us,1,10,,", "puppy bowl,us,1,10,,"))
	for kind, want := range map[string][]string{
		imports.ChangeNew:      {"puppy bed", "puppy bowl"},
		imports.ChangeChanged:  {"puppy food Volume: 500 > 700 Difficulty: 10 > 12"},
		imports.ChangeMoved:    {"puppy toys Parent keyword: toys > dog toys"},
		imports.ChangeVanished: {"crate training", "how to crate train", "raw dog food", "raw food for dogs"},
	} {
		if got := w.changes(im, kind); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
	_, err = w.imports.ImportChanges(w.ctx, im.ID, "odd", 0, "")
	w.refused(err, fault.Invalid, "vanished")
	w.refused(w.imports.AcceptChanges(w.ctx, im.ID, imports.ChangeNew, []string{pinned.ID}, false), fault.NotFound, "change")

	fresh, err := w.imports.ImportChanges(w.ctx, im.ID, imports.ChangeNew, 1, "")
	w.must(err)
	w.must(w.imports.AcceptChanges(w.ctx, im.ID, imports.ChangeNew, []string{fresh.Items[0].ID}, false)) // puppy bed
	w.must(w.imports.AcceptChanges(w.ctx, im.ID, imports.ChangeMoved, nil, false))
	w.must(w.imports.AcceptChanges(w.ctx, im.ID, imports.ChangeVanished, nil, true))
	report := w.imported(im)
	if report.Imported != 1 || report.Updated != 1 || report.Declined != 2 || report.Excluded != 3 || report.Rows != 5 {
		t.Errorf("the report is %+v", report)
	}
	if got := report.Imported + report.Updated + report.Duplicates + report.Rejected + report.Declined; got != report.Rows {
		t.Errorf("%d rows of %d are accounted for", got, report.Rows)
	}
	if k := w.keyword("crate training"); k.State != planner.KeywordClustered || !k.Pinned {
		t.Errorf("the pinned keyword is %s", k.State)
	}
	if k := w.keyword("raw dog food"); k.State != planner.KeywordExcluded {
		t.Errorf("the vanished keyword is %s", k.State)
	}
	if k := w.keyword("puppy toys"); k.ParentKeyword != "toys" {
		t.Errorf("what was declined has become %q", k.ParentKeyword)
	}
	if k := w.keyword("puppy food"); *k.Volume != 700 || *k.ClusterID != planted["puppy food"].ID {
		t.Errorf("what was accepted is %+v", k)
	}
	if c := w.cluster(planted["raw dog food"].ID); c.KeywordCount != 0 {
		t.Errorf("the cluster counts %d keywords", c.KeywordCount)
	}
	if counts, err := w.imports.ChangeCounts(w.ctx, im.ID); err != nil || len(counts) > 0 {
		t.Errorf("changes are left: %v, %v", counts, err)
	}
}

func TestAnExportOfAnotherCountryVanishesNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.importLines("puppy food,us,10,500,,")
	for name, f := range map[string]imports.File{"another country": file("k.csv", ahrefs, "chiot,fr,1,1,,"), "another tool": file("k.csv", "Top queries,Clicks,Impressions,CTR,Position", "chiot,1,2,3%,4")} {
		if got := w.changes(w.checks(f), imports.ChangeVanished); len(got) > 0 {
			t.Errorf("%s: %q have vanished", name, got)
		}
	}
}

func TestAMappingIsRememberedForTheAccountAndTheHeader(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	own := func() imports.File { return file("own.csv", "Wort,Menge,Notiz", "Harke,70,x", "Spaten,5,y") }
	im := w.checks(own())
	table := im.Files[0].Tables[0]
	if im.Files[0].Refusal == "" || table.Header[0] != "Wort" {
		t.Fatalf("checked: %+v", im.Files[0])
	}
	_, err := w.imports.StartImport(w.ctx, im.ID)
	w.refused(err, fault.Invalid, "no column of keywords")
	const keyword, volume, ignored = keywordfile.FieldKeyword, keywordfile.FieldVolume, keywordfile.FieldIgnored
	for words, fields := range map[string][]keywordfile.Field{
		"3 columns":                    {keyword},
		"which column has":             {ignored, volume, ignored},
		"Two columns are the volume":   {keyword, volume, volume},
		`There is no field "whatever"`: {keyword, volume, "whatever"},
	} {
		_, err := w.imports.MapColumns(w.ctx, im.ID, table.Key, keywordfile.Mapping{Fields: fields})
		w.refused(err, fault.Invalid, words)
	}
	good := keywordfile.Mapping{Fields: []keywordfile.Field{keyword, volume, ignored}}
	_, err = w.imports.MapColumns(w.ctx, im.ID, "another", good)
	w.refused(err, fault.NotFound, "table")
	im, err = w.imports.MapColumns(w.ctx, im.ID, table.Key, good)
	w.must(err)
	if im.Imported != 2 || im.Files[0].Refusal != "" {
		t.Fatalf("mapped: %+v", im.Files[0])
	}
	w.imported(im)
	if k := w.keyword("Harke"); *k.Volume != 70 {
		t.Errorf("the volume is %v", k.Volume)
	}
	if again := w.checks(own()); again.Files[0].Refusal != "" || !again.Files[0].Tables[0].Mapped {
		t.Errorf("the mapping is forgotten: %+v", again.Files[0])
	}
	stranger := w.Ctx(accountstest.Stranger)
	_, err = w.imports.CheckFiles(w.Foreign, w.ForeignSector, []imports.File{own()})
	w.must(err)
	theirs, err := w.imports.ImportPage(w.Foreign, w.ForeignSector, 100, "")
	w.must(err)
	if theirs.Items[0].Files[0].Refusal == "" {
		t.Error("the other account reads with our mapping")
	}
	if again, err := w.imports.MapColumns(w.ctx, w.checks(own()).ID, table.Key, keywordfile.Mapping{}); err != nil || again.Files[0].Refusal == "" {
		t.Errorf("the mapping is not forgotten: %v", err)
	}
	for name, err := range map[string]error{
		"StartImport":   second(w.imports.StartImport(stranger, im.ID)),
		"MapColumns":    second(w.imports.MapColumns(stranger, im.ID, table.Key, good)),
		"ChangeCounts":  second(w.imports.ChangeCounts(stranger, im.ID)),
		"ImportChanges": second(w.imports.ImportChanges(stranger, im.ID, imports.ChangeNew, 0, "")),
		"AcceptChanges": w.imports.AcceptChanges(stranger, im.ID, imports.ChangeNew, nil, true),
		"Discard":       w.imports.DiscardImport(stranger, im.ID),
		"Check":         second(w.imports.CheckFiles(stranger, w.Sector, []imports.File{own()})),
	} {
		if fault.KindOf(err) != fault.NotFound {
			t.Errorf("%s by the other account: %v", name, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

// What three files say of a keyword stays apart by file, and the best known of it is the keyword's.
func TestEveryValueIsKeptByItsSource(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	im := w.checks(
		file("rough_2026-01-01.csv", "Keyword\tCurrency\tAvg. monthly searches\tCompetition", "rake\tEUR\t1K – 10K\tLow"),
		file("exact_broad-match_us_2026-02-01.csv", "Keyword,Intent,Volume,Keyword Difficulty,CPC (USD),SERP Features", "rake,Commercial,1300,20,1.5,"),
		file("Queries.csv", "Top queries,Clicks,Impressions,CTR,Position", "rake,3,90,3%,12"),
	)
	if got := w.imported(im); got.Imported != 1 || got.Duplicates != 2 {
		t.Fatalf("the report is %+v", got)
	}
	k := w.keyword("rake")
	if *k.Volume != 1300 || k.Estimated || *k.Impressions != 90 || *k.Demand != 1300 {
		t.Errorf("the keyword is %+v", k)
	}
	var tools []string
	for _, s := range k.Sources {
		tools = append(tools, s.Tool+" "+s.Date)
		if s.Tool == "Google Search Console" && s.Volume != nil {
			t.Error("a volume was made of impressions")
		}
	}
	if want := []string{"Semrush Keyword Magic 2026-02-01", "Google Keyword Planner 2026-01-01", "Google Search Console "}; !slices.Equal(tools, want) {
		t.Errorf("the sources are %q, want %q", tools, want)
	}
	w.imported(w.checks(file("Queries.csv", "Top queries,Clicks,Impressions,CTR,Position", "rake,4,95,3%,11")))
	if k := w.keyword("rake"); len(k.Sources) != 3 || *k.Sources[2].Impressions != 95 || *k.Volume != 1300 {
		t.Errorf("a file that was read again is %+v", k.Sources)
	}
}

func TestAReimportNeverTurnsAPassedGateRed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.tree()
	w.must(w.planner.ApproveAll(w.ctx, w.Sector))
	g, err := w.planner.Gate(w.ctx, w.Site)
	w.must(err)
	w.must(w.Sites.Enter(w.ctx, w.Site, g))
	w.imported(w.checks(file("k.csv", ahrefs, "puppy bed,us,1,10,,", "puppy bowl,us,1,10,,")))
	g, err = w.planner.Gate(w.ctx, w.Site)
	w.must(err)
	for _, c := range g.Checks {
		if !c.OK {
			t.Errorf("%s is red after a re-import: %s", c.Key, c.Reason)
		}
		if c.Key == "grouped" && !strings.Contains(c.Waits, "2 keywords are in no cluster") {
			t.Errorf("the new keywords do not wait: %q", c.Waits)
		}
	}
	if k := w.keyword("puppy bed"); k.State != planner.KeywordNew || !g.Passed {
		t.Errorf("the new keyword is %s, the gate passed: %v", k.State, g.Passed)
	}
}
