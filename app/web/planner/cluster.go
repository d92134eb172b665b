package planner

import (
	"errors"

	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/planner"
)

// childrenAtOnce is how many keywords or clusters the page of a cluster shows.
const childrenAtOnce = 100

func (x handler) cluster() error {
	c, err := x.Planner.Cluster(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showCluster(c, nil)
}

func (x handler) showCluster(cluster planner.Cluster, problem error) error {
	p, err := x.placeAt(cluster.SectorID)
	if err != nil {
		return err
	}
	v := views.Cluster{Place: p, Cluster: cluster, Cursor: x.Query("cursor"), Problems: form.Of(problem)}
	if v.Trail, err = x.Planner.Trail(x.Context(), cluster); err != nil {
		return err
	}
	v.Form = views.ClusterForm{Name: cluster.Name, Role: cluster.Role, Parent: labelOf(v.Trail)}
	if problem != nil {
		x.retype(&v.Form)
	}
	if err := x.contents(&v); err != nil {
		return err
	}
	c := x.Staged(cluster.Name, gates.Planner)
	page, part := views.ClusterPage(c, v), views.ClusterPart(c, v)
	if problem != nil {
		return x.Again(problem, page, part)
	}
	return x.Show(page, part)
}

// retype fills the form with the values that were typed into the refused form.
func (x handler) retype(f *views.ClusterForm) {
	f.Into, f.Move, f.Split = x.Value("into"), x.Value("cluster"), x.Value("split_name")
	if x.Value("do") == "save" {
		f.Name, f.Role, f.Parent = x.Value("name"), x.Value("role"), x.Value("parent")
	}
}

// contents loads the keywords of a page cluster, or the clusters under any other.
func (x handler) contents(v *views.Cluster) error {
	if v.Cluster.Level == planner.LevelPage {
		page, err := x.Planner.Keywords(x.Context(),
			planner.KeywordQuery{SectorID: v.Cluster.SectorID, ClusterID: v.Cluster.ID, Limit: childrenAtOnce, Cursor: v.Cursor})
		v.Keywords, v.Next = page.Items, page.Next
		return err
	}
	page, err := x.Planner.ClusterPage(x.Context(),
		planner.ClusterQuery{SectorID: v.Cluster.SectorID, ParentID: v.Cluster.ID, Limit: childrenAtOnce, Cursor: v.Cursor})
	v.Children, v.Next = page.Items, page.Next
	return err
}

// clusterActions maps the actions of the forms on a cluster's page to their functions. Each returns the cluster to show next.
var clusterActions = map[string]func(handler, planner.Cluster) (next planner.Cluster, err error){
	"save":    handler.saveCluster,
	"approve": decides(planner.Decision{State: new(planner.ClusterApproved)}),
	"propose": decides(planner.Decision{State: new(planner.ClusterProposed)}),
	"exclude": decides(planner.Decision{State: new(planner.ClusterExcluded)}),
	"lock":    decides(planner.Decision{Locked: new(true)}),
	"unlock":  decides(planner.Decision{Locked: new(false)}),
	"merge":   handler.mergeCluster,
	"split":   handler.splitCluster,
	"divide":  handler.divideCluster,

	"move":             decidesMembers("move"),
	"keep":             decidesMembers("keep"),
	"exclude_keywords": decidesMembers("exclude"),
	"include_keywords": decidesMembers("include"),

	"approve_children": decidesChildren(planner.ClusterApproved),
	"propose_children": decidesChildren(planner.ClusterProposed),
	"exclude_children": decidesChildren(planner.ClusterExcluded),
}

func (x handler) changeCluster() error {
	c, err := x.Planner.Cluster(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	act := clusterActions[x.Value("do")]
	if act == nil {
		return fault.New(fault.Invalid, "There is nothing of that name to do with a cluster.")
	}
	next, err := act(x, c)
	if err != nil {
		return x.showCluster(c, err)
	}
	p, err := x.placeAt(c.SectorID)
	if err != nil {
		return err
	}
	if err := x.sayChange(p); err != nil {
		return err
	}
	if x.Value("back") == "tree" {
		return x.toTree(p, c)
	}
	return x.To(p.At(address.Cluster(p.SiteID, next.ID)))
}

// toTree redirects to the place of a pillar or topic in the tree.
func (x handler) toTree(p views.Place, c planner.Cluster) error {
	pillar := c.ID
	if c.ParentID != nil {
		pillar = *c.ParentID
	}
	return x.To(p.At(address.Clusters(p.SiteID), "pillar", pillar, "cursor", x.Value("cursor")) + views.Anchor(c))
}

func decides(d planner.Decision) func(handler, planner.Cluster) (planner.Cluster, error) {
	return func(x handler, c planner.Cluster) (planner.Cluster, error) {
		return x.Planner.UpdateCluster(x.Context(), c.ID, planner.ClusterChange{State: d.State, Locked: d.Locked})
	}
}

// saveCluster stores the fields that differ. A name that is sent unchanged does not count as chosen by a person.
func (x handler) saveCluster(c planner.Cluster) (planner.Cluster, error) {
	var change planner.ClusterChange
	if name := x.Value("name"); name != c.Name {
		change.Name = &name
	}
	if role := x.Value("role"); role != c.Role {
		change.Role = &role
	}
	trail, err := x.Planner.Trail(x.Context(), c)
	if err != nil {
		return c, err
	}
	if typed := x.Value("parent"); typed != "" && typed != labelOf(trail) && len(trail) > 0 {
		parent, err := x.named(c.SectorID, trail[len(trail)-1].Level, "parent")
		if err != nil {
			return c, err
		}
		change.ParentID = &parent.ID
	}
	return x.Planner.UpdateCluster(x.Context(), c.ID, change)
}

func (x handler) mergeCluster(c planner.Cluster) (planner.Cluster, error) {
	into, err := x.named(c.SectorID, c.Level, "into")
	if err != nil {
		return c, err
	}
	return x.Planner.Merge(x.Context(), c.ID, into.ID)
}

func (x handler) splitCluster(c planner.Cluster) (planner.Cluster, error) {
	made, err := x.Planner.Split(x.Context(), c.ID, x.Values("ids"), x.Value("split_name"))
	return made, renamed(err, "name", "split_name")
}

// renamed moves the errors of one field to another field.
func renamed(err error, from, to string) error {
	var f *fault.Error
	if !errors.As(err, &f) {
		return err
	}
	var fields fault.Fields
	for _, field := range f.Fields {
		if field.Name == from {
			field.Name = to
		}
		fields = append(fields, field)
	}
	if fields == nil {
		return err
	}
	return fields.Err()
}

// decidesMembers returns an action that applies an action of the keyword list to keywords of the cluster.
func decidesMembers(do string) func(handler, planner.Cluster) (planner.Cluster, error) {
	return func(x handler, c planner.Cluster) (planner.Cluster, error) {
		return c, x.decideKeywords(do, c.SectorID, planner.Selection{IDs: x.Values("ids")})
	}
}

// decidesChildren returns an action that sets the state of the selected clusters under a cluster.
func decidesChildren(state planner.ClusterState) func(handler, planner.Cluster) (planner.Cluster, error) {
	return func(x handler, c planner.Cluster) (planner.Cluster, error) {
		_, err := x.Planner.DecideClusters(x.Context(), c.SectorID, planner.ClusterSelection{IDs: x.Values("ids")}, planner.Decision{State: &state})
		return c, err
	}
}
