package planner

import (
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/planner"
)

func (x handler) coverage() error { return x.showCoverage(nil) }

func (x handler) showCoverage(problem error) error {
	p, err := x.place()
	if err != nil {
		return err
	}
	v := views.Coverage{Place: p, Once: database.NewID(), Problems: form.Of(problem)}
	if v.Coverage, err = x.Planner.Coverage(x.Context(), p.Sector.ID); err != nil {
		return err
	}
	if v.Price, err = x.priceOfIdea(p, v.Coverage.Gaps); err != nil {
		return err
	}
	c := x.Staged("Coverage", gates.Planner)
	page, part := views.CoveragePage(c, v), views.CoveragePart(c, v)
	if problem != nil {
		return x.Again(problem, page, part)
	}
	return x.Show(page, part)
}

// priceOfIdea returns the price in credits of an idea for a gap.
func (x handler) priceOfIdea(p views.Place, gaps []planner.Cluster) (int64, error) {
	if len(gaps) == 0 || !p.Work {
		return 0, nil
	}
	quote, err := x.Ideas.QuoteOne(x.Context(), p.SiteID)
	return quote.UpperBound, err
}

// fillGaps starts a run that creates ideas for the selected clusters.
func (x handler) fillGaps() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	ids := x.Values("ids")
	if len(ids) == 0 {
		return x.showCoverage(fault.New(fault.Invalid, "Choose the page clusters first. Nothing was started."))
	}
	err = x.StartOnce(ideas.GenerateIdeas+" "+p.Sector.ID, func() error {
		_, err := x.Ideas.StartIdeas(x.Context(), p.Sector.ID, ids)
		return err
	})
	if err != nil {
		return x.showCoverage(err)
	}
	return x.To(p.At(address.Planner(p.SiteID)))
}
