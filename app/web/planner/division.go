package planner

import (
	"igny8/app/gates"
	"igny8/app/planner"
	views "igny8/views/planner"
)

// division shows how a cluster could be divided. It changes nothing.
func (x handler) division() error {
	c, err := x.Planner.Cluster(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	p, err := x.placeAt(c.SectorID)
	if err != nil {
		return err
	}
	v := views.Division{Place: p, Cluster: c}
	if v.Trail, err = x.Planner.Trail(x.Context(), c); err != nil {
		return err
	}
	if v.Proposals, err = x.Grouping.ProposeSplit(x.Context(), c.ID); err != nil {
		return err
	}
	chrome := x.Staged("Divide "+c.Name, gates.Planner)
	return x.Show(views.DivisionPage(chrome, v), views.DivisionPart(chrome, v))
}

func (x handler) divideCluster(c planner.Cluster) (planner.Cluster, error) {
	_, err := x.Grouping.Divide(x.Context(), c.ID, x.Values("ids"))
	return c, err
}
