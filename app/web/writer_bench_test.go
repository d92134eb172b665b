package web_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/blocks"
	"igny8/app/writer"
)

// BenchmarkOpenDraft opens a draft of 500 blocks and 100 revisions, its list of revisions, and the comparison of revisions 2 and
// 101. It prints the milliseconds that the server takes for each page: the fastest of five requests.
func BenchmarkOpenDraft(b *testing.B) {
	w := apptest.New(b)
	things := w.Furnish()
	ctx := w.Ctx(accountstest.Owner)
	c, err := w.Writer.Content(ctx, things.Content)
	doc := make(blocks.Document, 500)
	for i := range doc {
		doc[i] = blocks.Block{ID: fmt.Sprintf("b%d", i), Type: blocks.TypeParagraph, Text: strings.Repeat(fmt.Sprintf("Words of block %d, <strong>some</strong> of them strong. ", i), 6)}
	}
	for n := range 100 {
		if err != nil {
			b.Fatal(err)
		}
		doc[n*5].Text = fmt.Sprintf("Changed for the %d. time. ", n) + doc[n*5].Text
		c, err = w.Writer.Save(ctx, c.ID, writer.Change{Revision: c.Revision, Blocks: &doc})
	}
	editor := w.Browse(accountstest.Editor)
	path := "/app/sites/" + things.Site + "/writer/contents/" + c.ID
	for b.Loop() {
		for unit, page := range map[string]string{"ms/open": path, "ms/revisions": path + "/revisions", "ms/compare": path + "/compare?from=2&to=101"} {
			best := time.Hour
			for range 5 {
				start := time.Now()
				if got := editor.Get(page); got.Status != http.StatusOK {
					b.Fatalf("%s: %d", page, got.Status)
				}
				best = min(best, time.Since(start))
			}
			b.ReportMetric(best.Seconds()*1000, unit)
			b.ReportMetric(float64(len(editor.Get(page).Body))/1024, strings.Replace(unit, "ms/", "KB-", 1))
		}
	}
	b.ReportMetric(0, "ns/op")
}

// BenchmarkSaveBlock opens a draft of 1,000 blocks and saves one of them. It prints the milliseconds of the server, the fastest of five
// requests, and the KB that it sends, packed.
func BenchmarkSaveBlock(b *testing.B) {
	w := apptest.New(b)
	things := w.Furnish()
	ctx := w.Ctx(accountstest.Owner)
	c, err := w.Writer.Content(ctx, things.Content)
	if err != nil {
		b.Fatal(err)
	}
	doc := make(blocks.Document, 1000)
	for i := range doc {
		doc[i] = blocks.Block{ID: fmt.Sprintf("b%d", i), Type: blocks.TypeParagraph, Text: strings.Repeat(fmt.Sprintf("Words of block %d, <strong>some</strong> of them strong. ", i), 6)}
	}
	if c, err = w.Writer.Save(ctx, c.ID, writer.Change{Revision: c.Revision, Blocks: &doc}); err != nil {
		b.Fatal(err)
	}
	editor := w.Browse(accountstest.Editor)
	path := "/app/sites/" + things.Site + "/writer/contents/" + c.ID
	revision := c.Revision
	measure := func(what string, ask func() apptest.Reply) {
		best, sent := time.Hour, 0
		for range 5 {
			start := time.Now()
			got := ask()
			if best = min(best, time.Since(start)); got.Status != http.StatusOK {
				b.Fatalf("%s: %d", what, got.Status)
			}
			sent = packedSize(b, got.Body)
		}
		b.ReportMetric(best.Seconds()*1000, "ms/"+what)
		b.ReportMetric(float64(sent)/1024, "KB/"+what)
	}
	for b.Loop() {
		measure("open", func() apptest.Reply { return editor.Get(path) })
		measure("save", func() apptest.Reply {
			got := editor.Swap(path+"/blocks/b500", "revision", fmt.Sprint(revision), "type", "paragraph", "text", fmt.Sprintf("Changed in revision %d", revision))
			revision++
			return got
		})
	}
	b.ReportMetric(0, "ns/op")
}
