package main

import (
	"encoding/json"
	"fmt"
	"io"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/message"

	"igny8/app/journey"
	"igny8/app/planner"
	"igny8/app/publish/renderer"
)

// report tells what was made: for people, or as one JSON object.
func (o order) report(p process, made journey.Summary, built renderer.Release) error {
	if o.json {
		encoder := json.NewEncoder(p.out)
		encoder.SetIndent("", "  ")
		return encoder.Encode(struct {
			journey.Summary
			Out   string `json:"out"`
			Files int    `json:"files"`
			Pages int    `json:"pages"`
			Bytes int64  `json:"bytes"`
		}{made, o.out, built.Files, built.Pages, built.Bytes})
	}
	tell := teller(p.out)
	for _, f := range made.Import.Files {
		tell("%s: %s, %s, %d rejected", f.Name, f.Format, count(f.Rows, "row"), f.RejectedCount)
		rejected(p.err, f)
	}
	tell("%s in %s, %s and %s", count(made.Keywords, "keyword"), count(made.Pillars, "pillar"), count(made.Topics, "topic"), count(made.Clusters, "page cluster"))
	tell("%s with %s in %s for the site %q, approved as the owner", count(made.Articles, "article"), count(int(made.Words), "word"), nameOf(made.Language), made.Name)
	if made.Articles < o.pages {
		tell("Asked for %s: there is no page cluster for more.", count(o.pages, "article"))
	}
	if made.BuiltIn {
		tell("The articles are outlines by the built-in engine: headings, searches and questions to be answered. OPENAI_API_KEY and IGNY8_AI_MODEL have them written by a model.")
	}
	tell("%s and %s (%d KB) in %s", count(built.Pages, "page"), count(built.Files, "file"), built.Bytes/1024, o.out)
	return tell("Put them at the root of any web server. To look at them here: python3 -m http.server --directory %q", o.out)
}

// mostNamed is how many rejected rows of a file are named.
const mostNamed = 5

func rejected(w io.Writer, f planner.FileReport) {
	for i, r := range f.Rejected {
		if i == mostNamed {
			return
		}
		fmt.Fprintf(w, "%s: row %d: %s\n", f.Name, r.Row, r.Reason)
	}
}

// teller writes lines with numbers as English writes them.
func teller(w io.Writer) func(format string, args ...any) error {
	printer := message.NewPrinter(language.English)
	return func(format string, args ...any) error {
		_, err := printer.Fprintf(w, format+"\n", args...)
		return err
	}
}

func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return message.NewPrinter(language.English).Sprintf("%d %s", n, noun)
}

func nameOf(tag string) string { return display.English.Tags().Name(language.Make(tag)) }
