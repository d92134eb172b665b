package planner_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/fault"
	"igny8/app/planner"
	"igny8/app/planner/exports"
	"igny8/app/planner/imports"
)

func counted(im imports.Import) string {
	return fmt.Sprintf("%d = %d + %d + %d + %d", im.Rows, im.Imported, im.Updated, im.Duplicates, im.Rejected)
}

func TestImportRefusals(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, err := w.imports.ImportFiles(w.ctx, w.Sector, nil, false)
	w.refused(err, fault.Invalid, "Choose a keyword file")
	_, err = w.imports.ImportFiles(w.ctx, "nobody", nil, false)
	w.refused(err, fault.NotFound, "sector")
	bad := func() []imports.File {
		return []imports.File{file("wrong.csv", "Colour,Size", "red,1"), imports.TextFile("photo.png", "\x89PNG\r\n\x1a\n\x00\x00")}
	}
	_, err = w.imports.ImportFiles(w.ctx, w.Sector, bad(), false)
	w.refused(err, fault.Invalid, "wrong.csv")
	w.refused(err, fault.Invalid, "photo.png")

	// A refused file does not stop the good one.
	im, err := w.imports.ImportFiles(w.ctx, w.Sector, append(bad(), file("good.csv", "Keyword,Volume", "a,1", "b,")), false)
	w.must(err)
	if counted(im) != "2 = 2 + 0 + 0 + 0" || len(im.Files) != 3 || im.Files[0].Refusal == "" || im.Files[1].Refusal == "" || im.Files[2].Refusal != "" {
		t.Fatalf("got %s, %+v", counted(im), im.Files)
	}
}

func TestImportCountsEveryRow(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	files := func() []imports.File {
		return []imports.File{
			file("one.csv", "Keyword,Volume", "dog food,100", "Dog  Food,90", ",5", strings.Repeat("x", 10_000)+",1", "cat food,n/a"),
			file("two.csv", "Keyword;Volume", "dog food;300", "bird seed;"),
		}
	}
	dry, err := w.imports.ImportFiles(w.ctx, w.Sector, files(), true)
	w.must(err)
	none, err := w.imports.ImportPage(w.ctx, w.Sector, 100, "")
	w.must(err)
	all, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector})
	w.must(err)
	if len(none.Items) != 0 || len(all.Items) != 0 || !dry.DryRun {
		t.Fatalf("a dry run wrote %d imports and %d keywords", len(none.Items), len(all.Items))
	}

	im, err := w.imports.ImportFiles(w.ctx, w.Sector, files(), false)
	w.must(err)
	if counted(im) != "7 = 3 + 0 + 2 + 2" || counted(im) != counted(dry) {
		t.Fatalf("got %s, dry %s", counted(im), counted(dry))
	}
	if one := im.Files[0]; one.Rows != 5 || one.RejectedCount != 2 || one.Rejected[0].Row != 4 || one.Rejected[1].Row != 5 || one.Rejected[1].Reason == "" {
		t.Fatalf("got %+v", one)
	}
	if k := w.keyword("dog food"); *k.Volume != 300 || *k.Demand != 300 || k.State != "new" {
		t.Fatalf("got %+v", k)
	}
	if k := w.keyword("cat food"); k.Volume != nil || k.Demand != nil {
		t.Fatalf("an unknown volume became %v", *k.Volume)
	}

	again, err := w.imports.ImportFiles(w.ctx, w.Sector, files(), false)
	w.must(err)
	if counted(again) != "7 = 0 + 0 + 5 + 2" {
		t.Fatalf("the same files again: %s", counted(again))
	}
	page, err := w.imports.ImportPage(w.ctx, w.Sector, 100, "")
	w.must(err)
	stored := page.Items
	if len(stored) != 2 || stored[0].ID != again.ID || counted(stored[1]) != counted(im) || stored[1].Files[0].Rejected[1].Reason == "" || stored[1].UserID != w.Member(accountstest.Editor).UserID {
		t.Fatalf("got %+v", stored)
	}
	one, err := w.imports.ImportReport(w.ctx, im.ID)
	w.must(err)
	if len(one.Files) != 2 || one.Files[1].Name != "two.csv" {
		t.Fatalf("got %+v", one.Files)
	}
}

func TestReimportKeepsWhatIsKnownAndDecided(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	fresh := func(header string, rows ...string) imports.Import {
		t.Helper()
		im, err := w.imports.ImportFiles(w.ctx, w.Sector, []imports.File{file("again.csv", append([]string{header}, rows...)...)}, false)
		w.must(err)
		return im
	}
	w.exclude([]string{w.keyword("crate training").ID})
	w.move(c["raw dog food"].ID, []string{w.keyword("best puppy food").ID})

	im := fresh("Keyword,Difficulty,Volume", "puppy food,,", "best puppy food,,150", "crate training,,1000", "raw dog food,,40")
	if counted(im) != "4 = 0 + 3 + 1 + 0" {
		t.Fatalf("got %s", counted(im))
	}
	if k := w.keyword("puppy food"); *k.Volume != 500 || *k.Difficulty != 10 || k.Country != "us" || k.State != "clustered" {
		t.Fatalf("an empty row took something away: %+v", k)
	}
	if k := w.keyword("best puppy food"); *k.Volume != 150 || !k.Pinned || *k.ClusterID != c["raw dog food"].ID {
		t.Fatalf("got %+v", k)
	}
	if k := w.keyword("crate training"); k.State != "excluded" {
		t.Fatalf("an excluded keyword came back as %s", k.State)
	}
	w.counts(c, "raw dog food 3 190 190", "puppy food 1 500 500", "food 4 690 690")

	// Impressions are demand where there is no volume, and never volume. An estimate does not replace an exact volume.
	im = fresh("Top queries,Clicks,Impressions,CTR,Position", "raw food for dogs,3,70,4%,8.5", "puppy food,1,9,4%,3", "new query,0,12,0%,40")
	if counted(im) != "3 = 1 + 2 + 0 + 0" {
		t.Fatalf("got %s", counted(im))
	}
	if k := w.keyword("raw food for dogs"); k.Volume != nil || *k.Demand != 70 || *k.Impressions != 70 || *k.Clicks != 3 || *k.Position != 8.5 {
		t.Fatalf("got %+v", k)
	}
	if k := w.keyword("puppy food"); *k.Volume != 500 || *k.Demand != 500 || *k.Impressions != 9 {
		t.Fatalf("got %+v", k)
	}
	fresh("Keyword,Volume", "puppy food,1K – 10K", "new query,1K – 10K")
	if k := w.keyword("puppy food"); *k.Volume != 500 || k.Estimated {
		t.Fatalf("an estimate replaced the exact volume: %+v", k)
	}
	if k := w.keyword("new query"); !k.Estimated || k.Demand == nil || *k.Demand < 1000 || *k.Demand > 10000 {
		t.Fatalf("got %+v", k)
	}
	fresh("Keyword,Volume", "new query,20")
	if k := w.keyword("new query"); k.Estimated || *k.Volume != 20 || *k.Demand != 20 || k.VolumeLow != nil {
		t.Fatalf("the exact volume did not replace the estimate: %+v", k)
	}
}

func TestTheOrderOfFilesChangesNothing(t *testing.T) {
	t.Parallel()
	rows := []string{"Dog Food,us,,100,,", "dog food,us,20,100,,", "dog food,,30,,1.5,pets", "DOG FOOD,de,,,2,"}
	var first planner.Keyword
	for turn := range rows {
		w := newWorld(t)
		var files []imports.File
		for _, row := range append(append([]string{}, rows[turn:]...), rows[:turn]...) {
			files = append(files, file("k.csv", "Keyword,Country,Difficulty,Volume,CPC,Parent Keyword", row))
		}
		_, err := w.imports.ImportFiles(w.ctx, w.Sector, files, false)
		w.must(err)
		list, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: w.Sector})
		w.must(err)
		k := list.Items[0]
		if turn == 0 {
			first = k
		}
		if len(list.Items) != 1 || k.Text != first.Text || *k.Volume != 100 || k.ParentKeyword != "pets" || *k.Difficulty != *first.Difficulty || *k.CPC != *first.CPC || k.Country != first.Country {
			t.Fatalf("turn %d: got %+v, want %+v", turn, k, first)
		}
	}
}

func TestImportOfManyRows(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	const rows = 2500 // more than two statements
	lines := make([]string, rows)
	for i := range lines {
		lines[i] = fmt.Sprintf("keyword %d,us,%d,%d,,", i, i%100, i)
	}
	if im := w.importLines(lines...); im.Imported != rows {
		t.Fatalf("got %s", counted(im))
	}
	if im := w.importLines(lines...); im.Duplicates != rows {
		t.Fatalf("again: %s", counted(im))
	}
}

func TestAReportKeepsWhatTheFileIs(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	refused := imports.TextFile("broken\x00\xff.csv", "Colour;Size\nred;1\n")
	_, err := w.imports.ImportFiles(w.ctx, w.Sector, []imports.File{refused}, false)
	w.refused(err, fault.Invalid, "broken.csv")

	made, err := w.imports.ImportFiles(w.ctx, w.Sector, []imports.File{
		file("dog_broad-match_us_2026-05-01.csv", "Keyword;Volume;SERP Features;Odd\x01one", "dog food;100;faq;x", "Dog Food;90;;", "cat food;n/a;;", ";5;;"),
		file("list.txt", "dog food", "bird seed"),
	}, false)
	w.must(err)
	im, err := w.imports.ImportReport(w.ctx, made.ID)
	w.must(err)
	table, list := im.Files[0], im.Files[1]
	if table.Encoding != "UTF-8" || table.Delimiter != "semicolon" || table.HeaderRow != 1 || table.Date != "2026-05-01" || table.Market != "us" || len(table.Columns) != 2 {
		t.Fatalf("got %+v", table)
	}
	if table.Rows != 4 || table.Accepted != 2 || table.Joined != 1 || table.UnknownVolumes != 1 || table.RejectedCount != 1 ||
		table.Rejected[0].Row != 5 {
		t.Fatalf("got %+v", table)
	}
	if len(table.Ignored) != 2 || table.Ignored[1].Name != "Oddone" || table.Ignored[0].Reason == "" {
		t.Fatalf("got %+v", table.Ignored)
	}
	if list.HeaderRow != 0 || list.Delimiter != "none" || list.Accepted != 2 || list.Joined != 1 || list.Imported != 1 {
		t.Fatalf("got %+v", list)
	}
}

// Whatever stands in a file, PostgreSQL gets only what it can keep.
func TestNoCellReachesTheDatabaseAsItMustNot(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	const header = "Keyword,Volume,Difficulty,CPC,Currency,Intent,Country,Parent Keyword,URL,Page"
	cells := []string{"plain", "5", "10", "1", "USD", "Commercial", "us", "parent", "https://example.com/a", "group"}
	for _, bad := range []string{"a\x00b", "\x00\x01\x02", "\xff\xfe\xfd", "é\xffé", "\u0085x\u200b", "99999999999999999999999", "-1e308", "\U0010ffff"} {
		lines := []string{header, strings.Join(cells, ","), "filler é,1"}
		for i := range cells {
			row := append([]string{}, cells...)
			row[0] = fmt.Sprintf("keyword %d", i)
			row[i] = bad
			lines = append(lines, strings.Join(row, ","))
		}
		padded := strings.Join(lines, "\n") + "\n"
		for _, text := range []string{padded, strings.Replace(padded, "Page\n", "Page"+bad+"\n", 1), header + "\n" + strings.Repeat("filler é,1\n", 500) + padded} {
			_, err := w.imports.ImportFiles(w.ctx, w.Sector, []imports.File{imports.TextFile(bad+".csv", text)}, false)
			if err != nil && fault.KindOf(err) != fault.Invalid {
				t.Errorf("%q: %v", bad, err)
			}
		}
	}
}

func TestTrendIsImportedExportedAndKept(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	semrush := "Keyword,Volume,Trend\nbird bath,900,\"0.25,0.5,1.00,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.75\"\nbird feeder,300,\n"
	_, err := w.imports.ImportFiles(w.ctx, w.Sector, []imports.File{imports.TextFile("bird_broad-match_us_2026-07-01.csv", semrush)}, false)
	w.must(err)
	want := []int64{25, 50, 100, 50, 50, 50, 50, 50, 50, 50, 50, 75}
	if k := w.keyword("bird bath"); !slices.Equal(k.Trend, want) || !slices.Equal(k.Sources[0].Trend, want) {
		t.Fatalf("the trend is %v, its source says %v", k.Trend, k.Sources[0].Trend)
	}
	if k := w.keyword("bird feeder"); k.Trend != nil {
		t.Fatalf("an unknown trend became %v", k.Trend)
	}

	// A file that does not know the trend takes nothing away.
	w.importLines("bird bath,us,10,1000,,")
	if k := w.keyword("bird bath"); !slices.Equal(k.Trend, want) || *k.Volume != 1000 {
		t.Fatalf("the trend is %v after a file without it", k.Trend)
	}

	rows := w.exportCSV(exports.Keywords)
	at := slices.Index(rows[0], "Trend")
	if at < 0 || rows[1][at] != "25, 50, 100, 50, 50, 50, 50, 50, 50, 50, 50, 75" || rows[2][at] != "" {
		t.Fatalf("exported %v", rows)
	}

	later := "Keyword,Country,SV trend (07-2024 - 06-2026)\nbird bath,us,\"1,1,1,1,1,1,1,1,1,1,1,1,10,20,40,20,20,20,20,20,20,20,20,20\"\n"
	im, err := w.imports.CheckFiles(w.ctx, w.Sector, []imports.File{imports.TextFile("google_us_bird_matching-terms_2026-07-02.csv", later)})
	w.must(err)
	changes, err := w.imports.ImportChanges(w.ctx, im.ID, imports.ChangeChanged, 10, "")
	w.must(err)
	if len(changes.Items) != 1 || len(changes.Items[0].Differences) != 1 || changes.Items[0].Differences[0].Name != "Trend" {
		t.Fatalf("the check says %+v", changes.Items)
	}
}
