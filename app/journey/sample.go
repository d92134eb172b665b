package journey

import (
	"context"
	_ "embed"

	"igny8/app/planner"
	"igny8/app/sitebuilder"
)

// sampleKeywords is a small export, written for this purpose, of a bakery that teaches.
//
//go:embed sample.csv
var sampleKeywords string

// SampleName is what the sample site is called.
const SampleName = "Crumb & Crust"

// Sample makes the sample site in the account: a few articles, planned, drafted, approved and live. Deleting the site
// removes all of it.
func (s *Service) Sample(ctx context.Context) (Summary, error) {
	made, err := s.Run(ctx, Trip{
		Files: []planner.File{planner.TextFile("sample.csv", sampleKeywords)},
		Name:  SampleName, Domain: "crumb-and-crust.example", Type: "blog", Pages: 6, Sample: true,
		Business: sitebuilder.Business{
			Name: SampleName, Description: "A small bakery that teaches sourdough to people who bake at home.",
			Audience: "people who bake bread at home", Offer: "Book a seat in the Saturday class", Author: "The bakers of Crumb & Crust",
			Email: "hello@crumb-and-crust.example",
		},
	})
	if err != nil {
		return made, err
	}
	_, err = s.publish.Publish(ctx, made.SiteID)
	return made, err
}
