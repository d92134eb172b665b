package main

import (
	"encoding/json"
	"fmt"
	"io"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/message"

	"igny8/app/pipeline"
	"igny8/app/planner/imports"
	"igny8/app/publish/renderer"
	"igny8/app/text"
)

// report prints what was built, as text or as one JSON object.
func (o pipelineOptions) report(p process, made pipeline.Summary, built renderer.Release) error {
	if o.json {
		encoder := json.NewEncoder(p.out)
		encoder.SetIndent("", "  ")
		return encoder.Encode(struct {
			pipeline.Summary
			Out   string `json:"out"`
			Files int    `json:"files"`
			Pages int    `json:"pages"`
			Bytes int64  `json:"bytes"`
			Plan  bool   `json:"plan"` // no page is written: the files are a preview of the plan
		}{made, o.out, built.Files, built.Pages, built.Bytes, made.Written == 0})
	}
	tell := printer(p.out)
	for _, f := range made.Import.Files {
		tell("%s: %s, %s, %d rejected", f.Name, f.Format, text.Count(f.Rows, "row", "rows"), f.RejectedCount)
		rejected(p.err, f)
	}
	tell("%s in %s, %s and %s", text.Count(made.Keywords, "keyword", "keywords"), text.Count(made.Pillars, "pillar", "pillars"), text.Count(made.Topics, "topic", "topics"), text.Count(made.Clusters, "page cluster", "page clusters"))
	if made.Written == 0 {
		tell("Planned %s in %s for the site %q. None of them is written.", text.Count(made.Articles, "article", "articles"), nameOf(made.Language), made.Name)
	} else {
		tell("%s with %s in %s for the site %q, approved as the owner", text.Count(made.Written, "article", "articles"), text.Count(int(made.Words), "word", "words"), nameOf(made.Language), made.Name)
	}
	if made.Articles < o.pages {
		tell("Asked for %s: there is no page cluster for more.", text.Count(o.pages, "article", "articles"))
	}
	unwritten(tell, made)
	tell("%s and %s (%d KB) in %s", text.Count(built.Pages, "page", "pages"), text.Count(built.Files, "file", "files"), built.Bytes/1024, o.out)
	if made.Written == 0 {
		tell("This is a preview of the plan, not a site to publish: every page says so, and search engines are told to leave it out.")
		tell("The built-in engine plans and writes no sentence. OPENAI_API_KEY and IGNY8_AI_MODEL name a model that writes the articles.")
		return tell("To look at it: python3 -m http.server --directory %q", o.out)
	}
	return tell("Put them at the root of any web server. To look at them here: python3 -m http.server --directory %q", o.out)
}

// unwritten prints the pages that are missing from the site because they could not be approved.
func unwritten(tell func(format string, args ...any) error, made pipeline.Summary) {
	if made.Written > 0 && made.Written < made.Articles {
		tell("Left out %s that could not be approved.", text.Count(made.Articles-made.Written, "page", "pages"))
	}
	for _, held := range made.Held[:min(len(made.Held), mostNamed)] {
		tell("%s: %s", held.Title, held.Reason)
	}
}

// mostNamed is how many rejected rows of a file, and how many missing pages, are named.
const mostNamed = 5

func rejected(w io.Writer, f imports.FileReport) {
	for i, r := range f.Rejected {
		if i == mostNamed {
			return
		}
		fmt.Fprintf(w, "%s: row %d: %s\n", f.Name, r.Row, r.Reason)
	}
}

// printer returns a function that writes lines with English number formats.
func printer(w io.Writer) func(format string, args ...any) error {
	printer := message.NewPrinter(language.English)
	return func(format string, args ...any) error {
		_, err := printer.Fprintf(w, format+"\n", args...)
		return err
	}
}

func nameOf(tag string) string { return display.English.Tags().Name(language.Make(tag)) }
