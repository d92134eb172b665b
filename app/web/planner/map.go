package planner

import (
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner"
	views "igny8/views/planner"
)

// clusterMap shows the pillars by area, or the clusters in the pillar or topic that the address names.
func (x handler) clusterMap(p views.Place) error {
	v := views.Map{Place: p}
	q := planner.ClusterQuery{SectorID: p.Sector.ID, Level: planner.LevelPillar, Limit: views.Mapped}
	if id := x.Query("at"); id != "" {
		c, err := x.Planner.Cluster(x.Context(), id)
		if err != nil {
			return err
		}
		if c.SectorID != p.Sector.ID || c.Level == planner.LevelPage {
			return fault.Missing("cluster")
		}
		if v.Trail, err = x.Planner.Trail(x.Context(), c); err != nil {
			return err
		}
		v.Open, q.ParentID, q.Level = &c, c.ID, ""
		if c.Level == planner.LevelTopic {
			q.Limit = views.Drawn // nothing is inside page clusters
		}
	}
	page, err := x.Planner.ClusterPage(x.Context(), q)
	if err != nil {
		return err
	}
	v.More = page.Next != ""
	if v.Nodes, err = x.Planner.Inside(x.Context(), page.Items, views.Drawn-len(page.Items)); err != nil {
		return err
	}
	if v.ByCoverage = x.Query("colour") == "coverage"; v.ByCoverage {
		if v.Covered, err = x.Planner.Covered(x.Context(), p.Sector.ID, v.IDs()); err != nil {
			return err
		}
	}
	if v.HasProposed, err = x.hasProposed(p); err != nil {
		return err
	}
	c := x.Staged("Clusters", gates.Planner)
	return x.Show(views.MapPage(c, v), views.MapPart(c, v))
}
