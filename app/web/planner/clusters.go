package planner

import (
	"strings"

	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner"
	"igny8/app/planner/grouping"
	"igny8/views/address"
	views "igny8/views/planner"
)

const (
	treeAtOnce    = 50 // clusters of any level; a larger tree shows pillars, and what is under one of them
	pillarsAtOnce = 20
	branchAtOnce  = 30 // topics of a pillar, and pages under them
	optionsAtOnce = 20
)

// clusters shows the clusters as the address asks: as a tree, a table or a map. Only the table has filters.
func (x handler) clusters() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	switch view := x.Query("view"); {
	case view == "map":
		return x.clusterMap(p)
	case view == "table", x.Query("q")+x.Query("level")+x.Query("state")+x.Query("role")+x.Query("locked")+x.Query("under")+x.Query("sort") != "":
		return x.showClusterTable(p, nil)
	}
	return x.clusterTree(p)
}

func (x handler) clusterTree(p views.Place) error {
	v := views.Clusters{Place: p, Open: x.Query("pillar"), Cursor: x.Query("cursor")}
	err := x.branches(&v)
	if err != nil {
		return err
	}
	if v.Waiting, err = x.Planner.Waiting(x.Context(), p.Sector.ID); err != nil {
		return err
	}
	run, active, err := x.Engine.Active(x.Context(), p.Sector.ID, grouping.AutoCluster)
	if err != nil {
		return err
	}
	if active {
		shown := x.RunView(run)
		v.Run = &shown
	}
	c := x.Staged("Clusters", gates.Planner)
	return x.Show(views.ClustersPage(c, v), views.ClustersPart(c, v))
}

func (x handler) hasProposed(p views.Place) (bool, error) {
	page, err := x.Planner.ClusterPage(x.Context(), planner.ClusterQuery{SectorID: p.Sector.ID, State: planner.ClusterProposed, Limit: 1})
	return len(page.Items) > 0, err
}

// branches loads the whole tree if it is small, else a page of pillars and the branch of the open one.
func (x handler) branches(v *views.Clusters) error {
	all, err := x.Planner.CountClusters(x.Context(), planner.ClusterQuery{SectorID: v.Sector.ID})
	if err != nil {
		return err
	}
	if v.All = all <= treeAtOnce; v.All {
		v.Pillars, err = x.Planner.Tree(x.Context(), v.Sector.ID)
		return err
	}
	page, err := x.Planner.ClusterPage(x.Context(),
		planner.ClusterQuery{SectorID: v.Sector.ID, Level: planner.LevelPillar, Limit: pillarsAtOnce, Cursor: v.Cursor})
	if err != nil {
		return err
	}
	v.Next = page.Next
	for i, pillar := range page.Items {
		node := planner.Node{Cluster: pillar}
		if pillar.ID == v.Open || (v.Open == "" && i == 0) {
			v.Open = pillar.ID
			if node, err = x.Planner.Branch(x.Context(), pillar, branchAtOnce); err != nil {
				return err
			}
		}
		v.Pillars = append(v.Pillars, node)
	}
	return nil
}

// approval shows what approving everything would do.
func (x handler) approval() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	v := views.Approval{Place: p}
	if v.Waiting, err = x.Planner.Waiting(x.Context(), p.Sector.ID); err != nil {
		return err
	}
	c := x.Staged("Approve all", gates.Planner)
	return x.Show(views.ApprovalPage(c, v), views.ApprovalPart(c, v))
}

func (x handler) approveClusters() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	if err := x.Planner.ApproveAll(x.Context(), p.Sector.ID); err != nil {
		return err
	}
	if err := x.sayChange(p); err != nil {
		return err
	}
	return x.To(p.At(address.Planner(p.SiteID)))
}

// between separates the names of a label.
const between = " › "

// labelOf returns the names of the clusters above a cluster and its own name: a name alone is unique among siblings only.
func labelOf(trail []planner.Cluster) string {
	if len(trail) == 0 {
		return ""
	}
	names := []string{trail[len(trail)-1].Name}
	if len(trail) > 1 {
		names = append([]string{trail[len(trail)-2].Name}, names...)
	}
	return strings.Join(names, between)
}

// labels returns the label of each cluster, in the same order.
func (x handler) labels(list []planner.Cluster) ([]string, error) {
	var parents []string
	for _, c := range list {
		if c.ParentID != nil {
			parents = append(parents, *c.ParentID)
		}
	}
	byID, err := x.Planner.ClustersByID(x.Context(), parents)
	if err != nil {
		return nil, err
	}
	labels := make([]string, len(list))
	for i, c := range list {
		trail := []planner.Cluster{c}
		if c.ParentID != nil {
			trail = []planner.Cluster{byID[*c.ParentID], c}
		}
		labels[i] = labelOf(trail)
	}
	return labels, nil
}

// clusterOptions proposes clusters for the text in a field: a part of a name, or a label whose last name may be incomplete.
func (x handler) clusterOptions() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	typed := strings.TrimSpace(x.Query(x.Query("field")))
	query := planner.ClusterQuery{SectorID: p.Sector.ID, Level: x.Query("level"), Open: true, Q: typed, Limit: optionsAtOnce}
	page, err := x.Planner.ClusterPage(x.Context(), query)
	if at := strings.LastIndex(typed, between); err == nil && at >= 0 && len(page.Items) == 0 {
		query.Q = typed[at+len(between):]
		page, err = x.Planner.ClusterPage(x.Context(), query)
	}
	if err != nil {
		return err
	}
	labels, err := x.labels(page.Items)
	if err != nil {
		return err
	}
	part := views.Options(labels)
	return x.Show(part, part)
}

// namesIn returns the possible last names of a label: the whole label, and the text after each separator. A name may contain
// the separator.
func namesIn(label string) []string {
	names := []string{label}
	for {
		_, rest, found := strings.Cut(label, between)
		if !found {
			return names
		}
		names, label = append(names, rest), rest
	}
}

// named returns the cluster of the level that the form field names, by its label or, if the name is unique, by its name.
func (x handler) named(sectorID, level, field string) (planner.Cluster, error) {
	typed := x.Value(field)
	list, err := x.Planner.ClustersNamed(x.Context(), sectorID, level, namesIn(typed)...)
	if err != nil {
		return planner.Cluster{}, err
	}
	labels, err := x.labels(list)
	if err != nil {
		return planner.Cluster{}, err
	}
	var found []planner.Cluster
	for i, c := range list {
		if strings.EqualFold(labels[i], typed) {
			return c, nil
		}
		if strings.EqualFold(c.Name, typed) {
			found = append(found, c)
		}
	}
	var wrong fault.Fields
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		wrong.Check(typed != "", field, "Name the %s.", level)
		wrong.Check(typed == "", field, "There is no %s %q here. Type a part of its name and choose from the list.", level, typed)
	default:
		wrong.Add(field, "%d clusters are called %q. Choose from the list, which says what they stand under.", len(found), typed)
	}
	return planner.Cluster{}, wrong.Err()
}
