package main

import (
	"encoding/json"
	"fmt"
	"io"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/message"

	"igny8/app/pipeline"
	"igny8/app/planner"
	"igny8/app/publish/renderer"
)

// report tells what was made: for people, or as one JSON object.
func (o order) report(p process, made pipeline.Summary, built renderer.Release) error {
	if o.json {
		encoder := json.NewEncoder(p.out)
		encoder.SetIndent("", "  ")
		return encoder.Encode(struct {
			pipeline.Summary
			Out   string `json:"out"`
			Files int    `json:"files"`
			Pages int    `json:"pages"`
			Bytes int64  `json:"bytes"`
			Plan  bool   `json:"plan"` // nothing is written: the files are a preview of the plan
		}{made, o.out, built.Files, built.Pages, built.Bytes, made.Written == 0})
	}
	tell := teller(p.out)
	for _, f := range made.Import.Files {
		tell("%s: %s, %s, %d rejected", f.Name, f.Format, count(f.Rows, "row"), f.RejectedCount)
		rejected(p.err, f)
	}
	tell("%s in %s, %s and %s", count(made.Keywords, "keyword"), count(made.Pillars, "pillar"), count(made.Topics, "topic"), count(made.Clusters, "page cluster"))
	if made.Written == 0 {
		tell("Planned %s in %s for the site %q. None of them is written.", count(made.Articles, "article"), nameOf(made.Language), made.Name)
	} else {
		tell("%s with %s in %s for the site %q, approved as the owner", count(made.Written, "article"), count(int(made.Words), "word"), nameOf(made.Language), made.Name)
	}
	if made.Articles < o.pages {
		tell("Asked for %s: there is no page cluster for more.", count(o.pages, "article"))
	}
	unwritten(tell, made)
	tell("%s and %s (%d KB) in %s", count(built.Pages, "page"), count(built.Files, "file"), built.Bytes/1024, o.out)
	if made.Written == 0 {
		tell("This is a preview of the plan, not a site to publish: every page says so, and search engines are told to leave it out.")
		tell("The built-in engine plans and writes no sentence. OPENAI_API_KEY and IGNY8_AI_MODEL name a model that writes the articles.")
		return tell("To look at it: python3 -m http.server --directory %q", o.out)
	}
	return tell("Put them at the root of any web server. To look at them here: python3 -m http.server --directory %q", o.out)
}

// unwritten tells which pages are not in the site because they could not be approved.
func unwritten(tell func(format string, args ...any) error, made pipeline.Summary) {
	if made.Written > 0 && made.Written < made.Articles {
		tell("Left out %s that could not be approved.", count(made.Articles-made.Written, "page"))
	}
	for _, held := range made.Held[:min(len(made.Held), mostNamed)] {
		tell("%s: %s", held.Title, held.Reason)
	}
}

// mostNamed is how many rejected rows of a file, and how many pages that were left out, are named.
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
