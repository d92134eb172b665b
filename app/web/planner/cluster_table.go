package planner

import (
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner"
	"igny8/views/form"
	views "igny8/views/planner"
)

// clusterQuery returns the filters, from the address of a table or the fields of its bulk bar. The table shows one level at
// a time, because a row's numbers include the clusters under it.
func (x handler) clusterQuery(p views.Place) planner.ClusterQuery {
	q := planner.ClusterQuery{
		SectorID: p.Sector.ID, Q: x.Value("q"), Level: x.Value("level"), State: planner.ClusterState(x.Value("state")), Role: x.Value("role"), UnderID: x.Value("under"),
		Sort: x.Value("sort"), Cursor: x.Query("cursor"),
	}
	if q.Level == "" {
		q.Level = planner.LevelPage
	}
	switch x.Value("locked") {
	case "yes":
		q.Locked = new(true)
	case "no":
		q.Locked = new(false)
	}
	return q
}

func (x handler) showClusterTable(p views.Place, problem error) error {
	v := views.ClusterTable{Place: p, Query: x.clusterQuery(p), Problems: form.Of(problem)}
	if problem != nil {
		v.Into, v.Above, v.NewRole = x.Value("into"), x.Value("above"), x.Value("new_role")
	}
	page, err := x.Planner.ClusterPage(x.Context(), v.Query)
	if err != nil {
		return err
	}
	v.List, v.Next = page.Items, page.Next
	if v.Total, err = x.Planner.CountClusters(x.Context(), v.Query); err != nil {
		return err
	}
	if v.Labels, err = x.labels(v.List); err != nil {
		return err
	}
	if v.Worth, err = x.Planner.Opportunities(x.Context(), v.List); err != nil {
		return err
	}
	pillars, err := x.Planner.ClusterPage(x.Context(),
		planner.ClusterQuery{SectorID: p.Sector.ID, Level: planner.LevelPillar, Limit: pillarsAtOnce})
	if err != nil {
		return err
	}
	v.Pillars = pillars.Items
	if v.Query.UnderID != "" {
		within, err := x.Planner.Cluster(x.Context(), v.Query.UnderID)
		if err != nil {
			return err
		}
		v.Within = &within
	}
	if v.HasProposed, err = x.hasProposed(p); err != nil {
		return err
	}
	if v.Views, err = x.Planner.Views(x.Context(), p.SiteID, planner.ClusterList); err != nil {
		return err
	}
	c := x.Staged("Clusters", gates.Planner)
	whole, part := views.ClusterTablePage(c, v), views.ClusterTablePart(c, v)
	if problem != nil {
		return x.Again(problem, whole, part)
	}
	return x.Show(whole, part)
}

// clusterDecisions maps the buttons of the bulk bar to decisions about the selected clusters.
var clusterDecisions = map[string]planner.Decision{
	"approve": {State: new(planner.ClusterApproved)},
	"propose": {State: new(planner.ClusterProposed)},
	"exclude": {State: new(planner.ClusterExcluded)},
	"lock":    {Locked: new(true)},
	"unlock":  {Locked: new(false)},
}

// changeClusters applies the action in the form to the selected clusters.
func (x handler) changeClusters() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	if err := x.decideClusters(p); err != nil {
		return x.showClusterTable(p, err)
	}
	if err := x.sayChange(p); err != nil {
		return err
	}
	return x.To(views.ClusterTable{Place: p, Query: x.clusterQuery(p)}.At())
}

func (x handler) decideClusters(p views.Place) error {
	chosen := planner.ClusterSelection{IDs: x.Values("ids")}
	if x.Checked("all") {
		q := x.clusterQuery(p)
		chosen = planner.ClusterSelection{Matching: &q}
	}
	do, level := x.Value("do"), x.clusterQuery(p).Level
	if decision, ok := clusterDecisions[do]; ok {
		_, err := x.Planner.DecideClusters(x.Context(), p.Sector.ID, chosen, decision)
		return err
	}
	switch do {
	case "role":
		_, err := x.Planner.DecideClusters(x.Context(), p.Sector.ID, chosen, planner.Decision{Role: new(x.Value("new_role"))})
		return err
	case "merge":
		into, err := x.named(p.Sector.ID, level, "into")
		if err == nil {
			_, err = x.Planner.MergeClusters(x.Context(), p.Sector.ID, chosen, into.ID)
		}
		return err
	case "place":
		above, err := x.named(p.Sector.ID, views.Above(level), "above")
		if err == nil {
			_, err = x.Planner.PlaceClusters(x.Context(), p.Sector.ID, chosen, above.ID)
		}
		return err
	}
	return fault.New(fault.Invalid, "There is nothing of that name to do with clusters.")
}
