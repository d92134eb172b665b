package web

import (
	"igny8/app/gates"
	"igny8/app/planner"
	views "igny8/views/planner"
)

// division shows how a cluster could be divided, before anything is.
func (x *exchange) division() error {
	c, err := x.Planner.Cluster(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	p, err := x.placeAt(c.SectorID)
	if err != nil {
		return err
	}
	v := views.Division{Place: p, Cluster: c}
	if v.Trail, err = x.Planner.Trail(x.ctx(), c); err != nil {
		return err
	}
	if v.Proposals, err = x.Planner.ProposeSplit(x.ctx(), c.ID); err != nil {
		return err
	}
	chrome := x.staged("Divide "+c.Name, gates.Planner)
	return x.show(views.DivisionPage(chrome, v), views.DivisionPart(chrome, v))
}

func (x *exchange) divideCluster(c planner.Cluster) (planner.Cluster, error) {
	_, err := x.Planner.Divide(x.ctx(), c.ID, x.values("ids"))
	return c, err
}
