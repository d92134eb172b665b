package keywordfile_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"igny8/app/keywordfile"
)

// workbook writes a workbook of sheets: the name, then the rows.
func workbook(t *testing.T, sheets ...[][]any) string {
	t.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	for i, rows := range sheets {
		name := rows[0][0].(string)
		if i == 0 {
			if err := f.SetSheetName("Sheet1", name); err != nil {
				t.Fatal(err)
			}
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for n, row := range rows[1:] {
			cell, _ := excelize.CoordinatesToCellName(1, n+1)
			if err := f.SetSheetRow(name, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// archive writes a zip of names and contents.
func archive(t *testing.T, pairs ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(pairs); i += 2 {
		file, err := w.Create(pairs[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := file.Write([]byte(pairs[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func refused(t *testing.T, name, content string) string {
	t.Helper()
	_, err := keywordfile.Read(t.Context(), name, strings.NewReader(content), int64(len(content)), keywordfile.Options{},
		func(keywordfile.Row) error { return nil })
	var refusal *keywordfile.Refusal
	if !errors.As(err, &refusal) || !strings.Contains(refusal.Sentence, name) {
		t.Fatalf("got %v, want a sentence with %q", err, name)
	}
	return refusal.Sentence
}

func TestDamagedPackedFilesAreRefused(t *testing.T) {
	t.Parallel()
	bomb := &bytes.Buffer{}
	w := zip.NewWriter(bomb)
	for name, size := range map[string]uint64{"xl/workbook.xml": 10, "xl/worksheets/sheet1.xml": keywordfile.MaxUnpacked} {
		raw, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Store, UncompressedSize64: size, CompressedSize64: 1, CRC32: crc32.ChecksumIEEE([]byte("x"))})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := raw.Write([]byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	many := make([]string, 0, 202)
	for i := range 101 {
		many = append(many, strings.Repeat("a", i+1)+".csv", "x")
	}
	cases := map[string]struct{ content, says string }{
		"cut.xlsx":    {workbook(t, [][]any{{"Keywords"}, {"Keyword"}, {"hose"}})[:900], "damaged"},
		"bomb.xlsx":   {bomb.String(), "300 MB"},
		"wrong.xlsx":  {workbook(t, [][]any{{"Colours"}, {"Colour", "Size"}, {"red", 5}}), "Colour, Size"},
		"letter.docx": {archive(t, "word/document.xml", "<w/>"), "Word"},
		"none.zip":    {archive(t), "empty"},
		"many.zip":    {archive(t, many...), "more than 100 files"},
		"photos.zip":  {archive(t, "a.png", "\x89PNG", "b.png", "\x89PNG"), "picture"},
		"large.zip":   {archive(t, "Queries.csv", "Top queries,Clicks,Impressions\n"+strings.Repeat("a", keywordfile.MaxBytes)), "too large"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := refused(t, name, c.content); !strings.Contains(got, c.says) {
				t.Errorf("got %q, want a sentence with %q", got, c.says)
			}
		})
	}
}

func TestWorkbookIsReadSheetBySheet(t *testing.T) {
	t.Parallel()
	rows, report := read(t, "hose_broad-match_us_2026-05-01.xlsx", workbook(
		t,
		[][]any{{"About"}, {"This file was made by a tool."}},
		[][]any{
			{"Keywords"},
			{"Keyword", "Intent", "Volume", "Keyword Difficulty", "CPC (USD)", "SERP Features"},
			{"garden hose", "Commercial, Informational", 8100, 20.5, 1.25, "Image"},
			{},
			{"2026", nil, 1234567, nil, nil, nil},
			{nil, nil, 5, nil, nil, nil},
		},
		[][]any{{"More"}, {"Keyword", "Volume"}, {"Garden Hose", 9000}, {"=1+1", nil}},
		[][]any{{"Colours"}, {"Colour", "Size"}, {"red", 5}},
		[][]any{{"Empty"}},
	))
	got := make([]string, len(rows))
	for i, row := range rows {
		got[i] = spell(row)
	}
	want := []string{"garden hose vol=9000 kd=20.5 cpc=1.25USD intent=[commercial informational]", "2026 vol=1234567", "=1+1"}
	if !slices.Equal(got, want) || report.Format != "Semrush Keyword Magic" || report.Market != "us" || report.Date != "2026-05-01" || report.Duplicates != 1 {
		t.Errorf("read %q of %+v", got, report)
	}
	if len(report.Rejected) != 1 || report.Rejected[0].Row != 5 || !strings.Contains(report.Rejected[0].Reason, "In Keywords") {
		t.Errorf("rejected %+v", report.Rejected)
	}
	skipped := map[string]string{}
	for _, p := range report.Parts {
		skipped[p.Name] = p.Skipped
	}
	if len(report.Parts) != 5 || skipped["Keywords"] != "" || skipped["More"] != "" || !strings.Contains(skipped["Colours"], "Colour, Size") || !strings.Contains(skipped["About"], "no header") || skipped["Empty"] == "" {
		t.Errorf("parts %+v", report.Parts)
	}
	if rows, _ := read(t, "list.xlsx", workbook(t, [][]any{{"Sheet"}, {"garden hose"}, {"rain barrel"}})); len(rows) != 2 {
		t.Errorf("a list in a workbook: %d keywords, want 2", len(rows))
	}
}

func TestSearchConsoleExport(t *testing.T) {
	t.Parallel()
	zipped := archive(
		t,
		"Suchanfragen.csv", "Häufigste Suchanfragen,Klicks,Impressionen,CTR,Position\nschlauch,3,1.204,\"3,0 %\",4.5\n",
		"Seiten.csv", "Die häufigsten Seiten,Klicks,Impressionen,CTR,Position\nhttps://a.example/,3,4,1%,2\n",
		"Filter.csv", "Filter,Wert\nSuchtyp,Web\nDatum,Letzte 3 Monate\nLand,Deutschland\n",
		"__MACOSX/._Filter.csv", "x",
	)
	rows, report := read(t, "a.example-Performance-on-Search-2026-05-01.zip", zipped)
	if len(rows) != 1 || spell(rows[0]) != "schlauch imp=1204 clicks=3 pos=4.5" || report.Format != "Google Search Console" || report.Market != "de" || report.Date != "2026-05-01" {
		t.Errorf("read %+v of %+v", rows, report)
	}
	if len(report.Parts) != 3 || len(report.Notes) != 1 || !strings.Contains(report.Notes[0], "Datum Letzte 3 Monate") {
		t.Errorf("parts %+v, notes %q", report.Parts, report.Notes)
	}
	book := workbook(
		t,
		[][]any{{"Queries"}, {"Top queries", "Clicks", "Impressions", "CTR", "Position"}, {"hose", 3, 1204, 0.03, 4.5}},
		[][]any{{"Pages"}, {"Top pages", "Clicks", "Impressions", "CTR", "Position"}, {"https://a.example/", 3, 4, 0.5, 2}},
		[][]any{{"Filters"}, {"Filter", "Value"}, {"Search type", "Web"}},
	)
	rows, report = read(t, "export.xlsx", book)
	if len(rows) != 1 || spell(rows[0]) != "hose imp=1204 clicks=3 pos=4.5" || report.Market != "" || len(report.Notes) != 2 || !strings.Contains(report.Notes[1], "all countries") {
		t.Errorf("read %+v of %+v", rows, report)
	}
}

func BenchmarkReadWorkbook100k(b *testing.B) {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	header := []any{"Keyword", "Intent", "Volume", "Keyword Difficulty", "CPC (USD)", "SERP Features"}
	for i := range 100_001 {
		row := []any{fmt.Sprintf("garden hose number %d", i), "Informational, Commercial", i % 5000, i % 100, 0.5, "Image, Video"}
		if i == 0 {
			row = header
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), row); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(out.Len()))
	b.ReportAllocs()
	for b.Loop() {
		report, err := keywordfile.Read(b.Context(), "bench.xlsx", bytes.NewReader(out.Bytes()), int64(out.Len()), keywordfile.Options{}, func(keywordfile.Row) error { return nil })
		if err != nil || report.Accepted != 100_000 {
			b.Fatal(report.Accepted, err)
		}
	}
}
