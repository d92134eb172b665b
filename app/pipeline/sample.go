package pipeline

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"igny8/app/fault"
	"igny8/app/planner/imports"
	"igny8/app/runs"
	"igny8/app/sitebuilder"
)

// sampleKeywords is a small export, written for this purpose, of a bakery that teaches.
//
//go:embed sample.csv
var sampleKeywords string

// sampleTexts are finished texts of some of its pages, written for this purpose. The file says which search it is for.
//
//go:embed sample/*.md
var sampleTexts embed.FS

// SampleName is what the sample site is called.
const SampleName = "Crumb & Crust"

// Sample makes the sample site in the account: a few articles that are planned, written, approved and live, and a few that
// are not written yet. Deleting the site removes all of it.
func (s *Service) Sample(ctx context.Context) (Summary, error) {
	texts, err := writtenTexts(sampleTexts)
	if err != nil {
		return Summary{}, err
	}
	made, err := s.Run(ctx, Request{
		Files: []imports.File{imports.TextFile("sample.csv", sampleKeywords)},
		Name:  SampleName, Domain: "crumb-and-crust.example", Type: "blog", Pages: 6, Sample: true, Texts: texts,
		Business: sitebuilder.Business{
			Name: SampleName, Description: "A small bakery that teaches sourdough to people who bake at home.",
			Audience: "people who bake bread at home", Tagline: "Sourdough, taught by bakers", Offer: "Book a seat in the Saturday class", Author: "The bakers of Crumb & Crust",
			Email: "hello@crumb-and-crust.example",
		},
	})
	if err != nil {
		return made, err
	}
	run, err := s.releases.StartPublish(ctx, made.SiteID)
	if err != nil {
		return made, err
	}
	run, err = s.engine.Wait(ctx, run.ID)
	if err == nil && run.Phase != runs.PhaseDone {
		err = fault.New(fault.Unavailable, "%s", run.Message)
	}
	return made, err
}

// writtenTexts reads the Markdown files: lines "search:", "title:" and "description:", an empty line, the text.
func writtenTexts(files fs.FS) ([]Text, error) {
	names, err := fs.Glob(files, "*/*.md")
	if err != nil {
		return nil, err
	}
	texts := make([]Text, len(names))
	for i, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		head, body, _ := strings.Cut(string(data), "\n\n")
		t := Text{Markdown: body}
		for line := range strings.Lines(head) {
			field, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			switch field {
			case "search":
				t.Search = value
			case "title":
				t.Title = value
			case "description":
				t.Description = value
			default:
				return nil, fmt.Errorf("%s begins with the unknown line %q", name, line)
			}
		}
		texts[i] = t
	}
	return texts, nil
}
