package planner_test

import (
	"bytes"
	"encoding/csv"
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

func (w *world) export(e exports.Export) []byte {
	w.Helper()
	var out bytes.Buffer
	w.must(w.exports.Export(w.ctx, e, &out))
	return out.Bytes()
}

func (w *world) exportCSV(what string) [][]string {
	w.Helper()
	e := exports.Export{What: what, Format: exports.CSV, Keywords: planner.KeywordQuery{SectorID: w.Sector}}
	rows, err := csv.NewReader(bytes.NewReader(w.export(e))).ReadAll()
	w.must(err)
	return rows
}

func TestExport(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.tree()
	w.importLines("=cmd|calc!A1,us,,5,,", "@mention,us,,,,")
	approved := planner.ClusterApproved
	_, err := w.planner.UpdateCluster(w.ctx, c["puppy food"].ID, planner.ClusterChange{State: &approved})
	w.must(err)
	w.generateIdeas("puppy food")
	here := planner.KeywordQuery{SectorID: w.Sector}
	for _, wrong := range []exports.Export{
		{What: exports.Keywords, Format: "pdf", Keywords: here},
		{What: "dreams", Format: exports.CSV, Keywords: here},
		{What: exports.Everything, Format: exports.CSV, Keywords: here},
		{What: exports.Keywords, Format: exports.CSV, Keywords: planner.KeywordQuery{SectorID: w.Sector, State: "old"}},
	} {
		w.refused(w.exports.Export(w.ctx, wrong, &bytes.Buffer{}), fault.Invalid, "")
	}

	keywords := w.exportCSV(exports.Keywords)
	if len(keywords) != 9 || keywords[0][0] != "Keyword" {
		t.Fatalf("got %d rows: %v", len(keywords), keywords)
	}
	place := slices.Index(keywords[0], "Pillar")
	for _, row := range keywords {
		for _, cell := range row {
			if strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "@") {
				t.Errorf("the cell %q is a formula", cell)
			}
		}
		if row[0] == "raw dog food" && (row[1] != "" || strings.Join(row[place:place+3], ">") != "dogs>food>raw dog food") {
			t.Errorf("got %v", row)
		}
	}
	clusters := w.exportCSV(exports.Clusters)
	if len(clusters) != 7 || strings.Join(clusters[1][:5], ",") != "dogs,,,pillar,supporting" {
		t.Errorf("got %v", clusters)
	}
	proposed := w.exportCSV(exports.Ideas)
	if len(proposed) != 2 || proposed[1][6] != "puppy food" {
		t.Errorf("got %v", proposed)
	}
	some := w.export(exports.Export{What: exports.Keywords, Format: exports.CSV, Keywords: planner.KeywordQuery{SectorID: w.Sector, ClusterID: c["training"].ID}})
	if lines := bytes.Count(some, []byte("\n")); lines != 3 {
		t.Errorf("%d lines of the filtered list", lines)
	}
}

// What is exported can be imported again, and nothing that is known of the keywords is lost on the way.
func TestAnExportComesBackWhole(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.tree()
	w.intents("how to crate train,Commercial", "best puppy food,\"Informational, Transactional\"")
	for name, lines := range map[string][]string{
		"ads.csv":   {"Keyword,Min volume,Max volume,Difficulty,CPC (EUR),URL", "kennel,10,100,5.5,0.25,https://a.example/x", "loner,,,,,"},
		"gsc.csv":   {"Top queries,Clicks,Impressions,CTR,Position", "bowl,3,70,1%,4.2"},
		"quirk.csv": {"Keyword,Volume", "=1+1 bowls,20", "@dogs,", "+1 dog,1", "'quoted,2", `"dog, ""big""",3`},
	} {
		_, err := w.imports.ImportFiles(w.ctx, w.Sector, []imports.File{file(name, lines...)}, false)
		w.must(err)
	}
	before := w.known(w.Sector)
	for _, format := range []string{exports.CSV, exports.XLSX} {
		for _, what := range []string{exports.Keywords, exports.Everything} {
			if what == exports.Everything && format == exports.CSV {
				continue
			}
			e := exports.Export{What: what, Format: format, Keywords: planner.KeywordQuery{SectorID: w.Sector}}
			data := w.export(e)
			sector, err := w.Sites.CreateSector(w.Ctx(accountstest.Owner), w.Site, format+what)
			w.must(err)
			im, err := w.imports.ImportFiles(w.ctx, sector.ID, []imports.File{imports.TextFile(e.Name(), string(data))}, false)
			w.must(err)
			if im.Rejected > 0 || im.Files[0].Format != "IGNY8 export" {
				t.Errorf("%s: %d rows are rejected, the format is %s", e.Name(), im.Rejected, im.Files[0].Format)
			}
			if after := w.known(sector.ID); after != before {
				t.Errorf("%s: got\n%s\nwant\n%s", e.Name(), after, before)
			}
			list, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: sector.ID, Q: "best puppy food"})
			w.must(err)
			if k := list.Items[0]; k.GivenGroup != "puppy food" || k.GivenTopic != "food" {
				t.Errorf("%s: the clusters are %q in %q", e.Name(), k.GivenGroup, k.GivenTopic)
			}
		}
	}
}

// known is what is known of the sector's keywords, a line for each.
func (w *world) known(sectorID string) string {
	w.Helper()
	list, err := w.planner.Keywords(w.ctx, planner.KeywordQuery{SectorID: sectorID, Sort: "keyword", Limit: 200})
	w.must(err)
	var lines []string
	for _, k := range list.Items {
		lines = append(lines, fmt.Sprint(k.Text, "|", value(k.Volume), value(k.VolumeLow), value(k.VolumeHigh), k.Estimated, value(k.Difficulty), value(k.CPC), k.Currency, "|",
			k.Intent, k.IntentBy, "|", k.Country, value(k.Impressions), value(k.Clicks), value(k.Position), value(k.Demand), value(k.Opportunity), k.ParentKeyword, k.URLs))
	}
	return strings.Join(lines, "\n")
}
