package planner

import (
	"encoding/json"

	"igny8/app/clustering"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner"
	"igny8/app/planner/grouping"
	"igny8/app/planner/ideas"
	"igny8/app/runs"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/planner"
)

// quoteOf returns the price of a run of the function on the sector, and the run that is under way.
func (x handler) quoteOf(p views.Place, function string, problem error) (views.Quote, error) {
	v := views.Quote{Place: p, Once: database.NewID(), Problems: form.Of(problem)}
	run, active, err := x.Engine.Active(x.Context(), p.Sector.ID, function)
	if err != nil {
		return v, err
	}
	if active {
		shown := x.RunView(run)
		v.Run = &shown
	}
	v.Quote, err = x.Engine.Quote(x.Context(), function, runs.Request{SectorID: p.Sector.ID, Payload: json.RawMessage("{}")})
	if kind := fault.KindOf(err); err != nil && kind != fault.Internal {
		v.Obstacle, err = fault.Sentence(err), nil
	}
	return v, err
}

func (x handler) groupForm() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	last, err := x.Grouping.LastGrouping(x.Context(), p.Sector.ID)
	if err != nil {
		return err
	}
	return x.showGroup(p, last, nil)
}

// groupedKeywords returns how many keywords of the sector have no cluster yet, and how many have one.
func (x handler) groupedKeywords(sectorID string) (waiting, grouped int64, err error) {
	if waiting, err = x.Planner.CountKeywords(x.Context(),
		planner.KeywordQuery{SectorID: sectorID, State: planner.KeywordNew}); err != nil {
		return 0, 0, err
	}
	grouped, err = x.Planner.CountKeywords(x.Context(), planner.KeywordQuery{SectorID: sectorID, State: planner.KeywordClustered})
	return waiting, grouped, err
}

func (x handler) showGroup(p views.Place, choice grouping.Choice, problem error) error {
	v := views.Group{Choice: choice}
	var err error
	if v.Given, err = x.Grouping.CountGiven(x.Context(), p.Sector.ID); err != nil {
		return err
	}
	if v.Waiting, v.Grouped, err = x.groupedKeywords(p.Sector.ID); err != nil {
		return err
	}
	if problem == nil {
		v.Choice.Keep = v.Waiting > 0 && v.Grouped > 0 // who adds keywords wants the existing clusters unchanged
	}
	if v.Quote, err = x.quoteOf(p, grouping.AutoCluster, problem); err != nil {
		return err
	}
	if v.Asks, err = x.Engine.Asks(x.Context(), grouping.AutoCluster); err != nil {
		return err
	}
	c := x.Staged("Group keywords", gates.Planner)
	page, part := views.GroupPage(c, v), views.GroupPart(c, v)
	if problem != nil {
		return x.Again(problem, page, part)
	}
	return x.Show(page, part)
}

func (x handler) groupKeywords() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	choice := grouping.Choice{
		Granularity: clustering.Granularity(x.Value("granularity")), Given: x.Value("given") != "", Keep: x.Value("keep") != "", WordsOnly: x.Value("words_only") != "",
	}
	err = x.StartOnce(grouping.AutoCluster+" "+p.Sector.ID, func() error {
		_, err := x.Grouping.StartGrouping(x.Context(), p.Sector.ID, choice)
		return err
	})
	if err != nil {
		return x.showGroup(p, choice, err)
	}
	return x.To(p.At(address.Planner(p.SiteID)))
}

func (x handler) ideasForm() error { return x.showIdeasForm(nil) }

func (x handler) showIdeasForm(problem error) error {
	p, err := x.place()
	if err != nil {
		return err
	}
	v, err := x.quoteOf(p, ideas.GenerateIdeas, problem)
	if err != nil {
		return err
	}
	c := x.Staged("Generate ideas", gates.Planner)
	page, part := views.IdeasPage(c, v), views.IdeasPart(c, v)
	if problem != nil {
		return x.Again(problem, page, part)
	}
	return x.Show(page, part)
}

func (x handler) generateIdeas() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	err = x.StartOnce(ideas.GenerateIdeas+" "+p.Sector.ID, func() error {
		_, err := x.Ideas.StartIdeas(x.Context(), p.Sector.ID, nil)
		return err
	})
	if err != nil {
		return x.showIdeasForm(err)
	}
	return x.To(p.At(address.Planner(p.SiteID)))
}
