package planner_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/planner"
	"igny8/app/planner/imports"
)

// imported are the columns that a bare INSERT of the same keywords writes.
var imported = strings.Fields(`account_id id site_id sector_id import_id text key volume volume_low volume_high estimated difficulty cpc currency
	intent intent_by question country impressions clicks position demand parent_keyword urls given_group given_topic sources state evidence evidence_bits pinned weak created_at updated_at`)

// BenchmarkImport reads a file of 100,000 invented keywords into an empty sector, and writes the same rows with nothing but
// a batched INSERT through the same driver. "ratio" is how many times as long the import takes.
func BenchmarkImport(b *testing.B) {
	const rows = 100_000
	file := inventedExport(rows)
	var whole, bare time.Duration
	for b.Loop() {
		w := newWorld(b)
		start := time.Now()
		im, err := w.imports.ImportFiles(w.ctx, w.Sector, []imports.File{imports.TextFile("invented.csv", file)}, false)
		whole += time.Since(start)
		if err != nil || im.Imported != rows {
			b.Fatalf("%d keywords were imported: %v", im.Imported, err)
		}
		arguments := storedArguments(w)
		empty := dbtest.New(b)
		other := accountstest.NewCast(b, empty)
		for _, row := range arguments {
			row[0], row[2], row[3] = other.Member(accountstest.Editor).AccountID, other.Site, other.Sector
		}
		start = time.Now()
		insertBare(b, empty, other.Ctx(accountstest.Editor), arguments)
		bare += time.Since(start)
	}
	b.ReportMetric(whole.Seconds()/float64(b.N), "s/import")
	b.ReportMetric(bare.Seconds()/float64(b.N), "s/insert")
	b.ReportMetric(whole.Seconds()/bare.Seconds(), "ratio")
	b.ReportMetric(0, "ns/op")
}

// inventedExport is an export of Ahrefs with keywords of invented words.
func inventedExport(rows int) string {
	var b strings.Builder
	b.WriteString("Keyword,Country,Difficulty,Volume,CPC,Parent Keyword,Intent\n")
	starts, ends := strings.Fields("lan mor tek bra sil vod kar pel nim zor"), strings.Fields("ter ina ock ell uma ish ora dex bul wen")
	for i := range rows {
		word := func(n int) string { return starts[n%10] + ends[n/10%10] }
		volume := ""
		if i%7 > 0 {
			volume = fmt.Sprint(i * 7919 % 90000)
		}
		fmt.Fprintf(&b, "%s %s for %s,us,%d,%s,%.2f,%s,Informational\n", word(i), word(i/100), word(i/10000), i%101, volume, float64(i%900)/100, word(i))
	}
	return b.String()
}

// storedArguments are the keywords as they are stored, in the order of the columns.
func storedArguments(w *world) [][]any {
	w.Helper()
	var all [][]any
	rows, err := w.db.Read(w.ctx).Model(&planner.Keyword{}).Select(imported).Order("id").Rows()
	w.must(err)
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		row, targets := make([]any, len(imported)), make([]any, len(imported))
		for i := range row {
			targets[i] = &row[i]
		}
		w.must(rows.Scan(targets...))
		all = append(all, row)
	}
	w.must(rows.Err())
	return all
}

func insertBare(b *testing.B, db *database.DB, ctx context.Context, all [][]any) {
	b.Helper()
	const batch = 900
	err := db.Tx(ctx, func(tx *gorm.DB) error {
		for len(all) > 0 {
			part := all[:min(batch, len(all))]
			all = all[len(part):]
			arguments := make([]any, 0, len(part)*len(imported))
			for _, row := range part {
				arguments = append(arguments, row...)
			}
			if _, err := tx.Statement.ConnPool.ExecContext(ctx, insertOf(len(part), db.Postgres()), arguments...); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

func insertOf(rows int, postgres bool) string {
	var b strings.Builder
	b.WriteString("INSERT INTO keywords (" + strings.Join(imported, ", ") + ") VALUES ")
	for i := range rows * len(imported) {
		switch {
		case i == 0:
			b.WriteString("(")
		case i%len(imported) == 0:
			b.WriteString("), (")
		default:
			b.WriteString(", ")
		}
		if postgres {
			fmt.Fprintf(&b, "$%d", i+1)
		} else {
			b.WriteString("?")
		}
	}
	return b.String() + ")"
}
