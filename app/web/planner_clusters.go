package web

import (
	"slices"
	"strings"

	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner"
	views "igny8/views/planner"
)

const (
	pillarsAtOnce = 50
	fewClusters   = 300 // page clusters that are shown with all branches open
	optionsAtOnce = 20
)

func (x *exchange) clusters() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	v := views.Clusters{Place: p, Open: x.Query("pillar"), From: x.Query("from")}
	if v.Pillars, err = x.Planner.Tree(x.ctx(), p.Sector.ID); err != nil {
		return err
	}
	survey(&v)
	v.Next = turn(&v.Pillars, v.From)
	if v.Open == "" && len(v.Pillars) > 0 {
		v.Open = v.Pillars[0].ID
	}
	run, active, err := x.Engine.Active(x.ctx(), p.Sector.ID, planner.AutoCluster)
	if err != nil {
		return err
	}
	if active {
		shown := x.runView(run)
		v.Run = &shown
	}
	c := x.staged("Clusters", gates.Planner)
	return x.show(views.ClustersPage(c, v), views.ClustersPart(c, v))
}

// survey counts what the tree holds and takes its topics out for the map.
func survey(v *views.Clusters) {
	count := func(c planner.Cluster) {
		if c.State == planner.Proposed {
			v.Proposed++
		}
		if c.Level == planner.Page && c.State != planner.Excluded {
			v.Pages++
		}
	}
	for _, pillar := range v.Pillars {
		count(pillar.Cluster)
		for _, topic := range pillar.Children {
			count(topic.Cluster)
			if topic.State != planner.Excluded {
				v.Topics = append(v.Topics, topic.Cluster)
			}
			for _, page := range topic.Children {
				count(page.Cluster)
			}
		}
	}
	v.All = v.Pages <= fewClusters
	slices.SortStableFunc(v.Topics, func(a, b planner.Cluster) int { return compareDemand(b, a) })
}

// compareDemand orders by demand; unknown is below all that is known.
func compareDemand(a, b planner.Cluster) int {
	of := func(c planner.Cluster) int64 {
		if c.Demand == nil {
			return -1
		}
		return *c.Demand
	}
	switch first, second := of(a), of(b); {
	case first < second:
		return -1
	case first > second:
		return 1
	}
	return 0
}

// turn leaves the pillars that follow the one with the id from, as many as a page shows; next is where the page after begins.
func turn(pillars *[]planner.Node, from string) (next string) {
	list := *pillars
	if at := slices.IndexFunc(list, func(n planner.Node) bool { return n.ID == from }); at >= 0 {
		list = list[at+1:]
	}
	if len(list) > pillarsAtOnce {
		list = list[:pillarsAtOnce]
		next = list[pillarsAtOnce-1].ID
	}
	*pillars = list
	return next
}

func (x *exchange) approveClusters() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	if err := x.Planner.ApproveAll(x.ctx(), p.Sector.ID); err != nil {
		return err
	}
	x.say("good", "All clusters of "+p.Sector.Name+" are approved.")
	return x.to(p.At(""))
}

// between stands between the names of a label.
const between = " › "

// labelOf names a cluster by what it stands under and its name: names alone are unique among siblings only.
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

// labels are the clusters of a level that can hold something, by their labels.
func (x *exchange) labels(sectorID, level string) ([]planner.Cluster, []string, error) {
	all, err := x.Planner.Clusters(x.ctx(), sectorID, "")
	if err != nil {
		return nil, nil, err
	}
	byID := map[string]planner.Cluster{}
	for _, c := range all {
		byID[c.ID] = c
	}
	var list []planner.Cluster
	var labels []string
	for _, c := range all {
		if c.Level != level || c.State == planner.Excluded {
			continue
		}
		trail := []planner.Cluster{c}
		if c.ParentID != nil {
			trail = []planner.Cluster{byID[*c.ParentID], c}
		}
		list, labels = append(list, c), append(labels, labelOf(trail))
	}
	return list, labels, nil
}

// clusterOptions proposes clusters for what is typed into a field.
func (x *exchange) clusterOptions() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	_, labels, err := x.labels(p.Sector.ID, x.Query("level"))
	if err != nil {
		return err
	}
	typed := strings.ToLower(strings.TrimSpace(x.Query(x.Query("field"))))
	labels = slices.DeleteFunc(labels, func(label string) bool { return !strings.Contains(strings.ToLower(label), typed) })
	part := views.Options(labels[:min(optionsAtOnce, len(labels))])
	return x.show(part, part)
}

// named is the cluster of the level that the form field names, by its label or, where there is only one, by its name.
func (x *exchange) named(sectorID, level, field string) (planner.Cluster, error) {
	typed := x.value(field)
	list, labels, err := x.labels(sectorID, level)
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
