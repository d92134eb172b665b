package web

import (
	"encoding/json"
	"net/http"

	"igny8/app/accounts"
	"igny8/app/clustering"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner"
	"igny8/app/runs"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/planner"
)

// quoteOf is what a run of the function on the sector would cost, and the run that is under way.
func (x *exchange) quoteOf(p views.Place, function string, problem error) (views.Quote, error) {
	v := views.Quote{Place: p, Once: database.NewID(), Problems: form.Of(problem)}
	run, active, err := x.Engine.Active(x.ctx(), p.Sector.ID, function)
	if err != nil {
		return v, err
	}
	if active {
		shown := x.runView(run)
		v.Run = &shown
	}
	v.Quote, err = x.Engine.Quote(x.ctx(), function, runs.Request{SectorID: p.Sector.ID, Payload: json.RawMessage("{}")})
	if kind := fault.KindOf(err); err != nil && kind != fault.Internal {
		v.Obstacle, err = fault.Sentence(err), nil
	}
	return v, err
}

func (x *exchange) groupForm() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	last, err := x.Planner.LastGrouping(x.ctx(), p.Sector.ID)
	if err != nil {
		return err
	}
	waiting, grouped, err := x.groupedKeywords(p.Sector.ID)
	if err != nil {
		return err
	}
	last.Keep = waiting > 0 && grouped > 0 // whoever adds to a list wants the rest as it is
	return x.showGroup(p, last, nil)
}

// groupedKeywords is how many keywords of the sector wait for a place, and how many have one.
func (x *exchange) groupedKeywords(sectorID string) (waiting, grouped int64, err error) {
	if waiting, err = x.Planner.CountKeywords(x.ctx(), planner.KeywordQuery{SectorID: sectorID, State: planner.KeywordNew}); err != nil {
		return 0, 0, err
	}
	grouped, err = x.Planner.CountKeywords(x.ctx(), planner.KeywordQuery{SectorID: sectorID, State: planner.KeywordClustered})
	return waiting, grouped, err
}

func (x *exchange) showGroup(p views.Place, choice planner.GroupingChoice, problem error) error {
	v := views.Group{Choice: choice}
	var err error
	if v.Given, err = x.Planner.CountGiven(x.ctx(), p.Sector.ID); err != nil {
		return err
	}
	if v.Waiting, v.Grouped, err = x.groupedKeywords(p.Sector.ID); err != nil {
		return err
	}
	if v.Quote, err = x.quoteOf(p, planner.AutoCluster, problem); err != nil {
		return err
	}
	if v.Asks, err = x.Engine.Asks(x.ctx(), planner.AutoCluster); err != nil {
		return err
	}
	c := x.staged("Group keywords", gates.Planner)
	page, part := views.GroupPage(c, v), views.GroupPart(c, v)
	if problem != nil {
		return x.again(problem, page, part)
	}
	return x.show(page, part)
}

func (x *exchange) groupKeywords() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	choice := planner.GroupingChoice{
		Granularity: clustering.Granularity(x.value("granularity")), Given: x.value("given") != "", Keep: x.value("keep") != "", WordsOnly: x.value("words_only") != "",
	}
	err = x.startOnce(planner.AutoCluster, p.Sector.ID, func() error {
		_, err := x.Planner.StartGrouping(x.ctx(), p.Sector.ID, choice)
		return err
	})
	if err != nil {
		return x.showGroup(p, choice, err)
	}
	return x.to(p.At(address.Planner(p.SiteID)))
}

func (x *exchange) ideasForm() error { return x.showIdeasForm(nil) }

func (x *exchange) showIdeasForm(problem error) error {
	p, err := x.place()
	if err != nil {
		return err
	}
	v, err := x.quoteOf(p, planner.GenerateIdeas, problem)
	if err != nil {
		return err
	}
	c := x.staged("Generate ideas", gates.Planner)
	page, part := views.IdeasPage(c, v), views.IdeasPart(c, v)
	if problem != nil {
		return x.again(problem, page, part)
	}
	return x.show(page, part)
}

func (x *exchange) generateIdeas() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	err = x.startOnce(planner.GenerateIdeas, p.Sector.ID, func() error {
		_, err := x.Planner.StartIdeas(x.ctx(), p.Sector.ID, nil)
		return err
	})
	if err != nil {
		return x.showIdeasForm(err)
	}
	return x.to(p.At(address.Planner(p.SiteID)))
}

// startOnce starts a run of the function on the sector or site for a form: a single time however often the form is sent, and none while one
// is under way.
func (x *exchange) startOnce(function, on string, start func() error) error {
	_, active, err := x.Engine.Active(x.ctx(), on, function)
	if err != nil || active {
		return err
	}
	key, request := "form "+x.value("once"), function+" "+on
	answer, err := x.Accounts.Remembered(x.ctx(), key, request)
	if err != nil || answer != nil {
		return err
	}
	if err := start(); err != nil {
		if freed := x.Accounts.Forget(x.ctx(), key, request); freed != nil {
			return freed
		}
		return err
	}
	return x.Accounts.Remember(x.ctx(), key, request, accounts.Answer{Status: http.StatusSeeOther})
}
