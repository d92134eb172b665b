package publish_test

import (
	"fmt"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/pipeline"
	"igny8/app/planner/imports"
)

// BenchmarkPreflight measures opening the Publish stage of a site of 200 articles, for the first time and again.
func BenchmarkPreflight(b *testing.B) {
	w := apptest.New(b)
	ctx := w.Ctx(accountstest.Owner)
	var file strings.Builder
	file.WriteString("Keyword,Volume\n")
	for i := range 250 {
		fmt.Fprintf(&file, "%s %s,%d\n", word(i), word(7*i+300), 1000-i)
	}
	made, err := w.Pipeline.Run(ctx, pipeline.Request{Name: "Shelf", Type: "blog", Pages: 200, Files: []imports.File{imports.TextFile("shelf.csv", file.String())}})
	if err != nil || made.Articles != 200 {
		b.Fatalf("made %+v, %v", made, err)
	}
	w.PublishSite(ctx, made.SiteID)
	look := func(b *testing.B) {
		if _, err := w.Releases.Preflight(ctx, made.SiteID); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			w.Publish.Forget()
			look(b)
		}
	})
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			look(b)
		}
	})
	b.Run("gate", func(b *testing.B) {
		for b.Loop() {
			if _, err := w.Publish.Gate(ctx, made.SiteID); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// word returns an invented word for a number.
func word(n int) string {
	syllables := []string{"ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"}
	var w strings.Builder
	for n++; n > 0; n /= len(syllables) {
		w.WriteString(syllables[n%len(syllables)])
	}
	return w.String() + "n"
}
