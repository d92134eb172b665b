package builder

import (
	"cmp"
	"strings"

	"igny8/app/sitebuilder"
	"igny8/views/address"
	views "igny8/views/builder"
)

// fillClusters loads the clusters that the step Clusters shows: a suggestion while none is attached, the attached ones, what matches a
// search, or a level of the tree.
func (x handler) fillClusters(v *views.View) (err error) {
	c := &v.Candidates
	c.Show = x.Query("show")
	c.Query = sitebuilder.CandidateQuery{Q: strings.TrimSpace(x.Query("q")), UnderID: x.Query("under")}
	if c.All, c.Attached, err = x.Builder.Candidates(x.Context(), v.Plan.Blueprint); err != nil {
		return err
	}
	small := c.All <= rowsAtOnce // the whole tree is shown
	if c.Attached == 0 {
		suggestion, err := x.Builder.Suggestion(x.Context(), v.Plan.Blueprint)
		if err != nil {
			return err
		}
		v.Suggested = map[string]string{}
		for _, s := range suggestion {
			v.Suggested[s.ID] = s.Role
		}
		if c.Show == "" && !small {
			c.Show = views.ShowSuggested
		}
		if c.Show == views.ShowSuggested && c.Query.Q == "" {
			c.Rows = suggestion
			return x.nameAbove(c)
		}
	}
	if c.Show != views.ShowAttached {
		c.Show = views.ShowTree
	}
	c.Query.Attached = c.Show == views.ShowAttached
	switch {
	case c.Query.Q != "" || c.Query.Attached:
		return x.fillList(v)
	case small && c.Query.UnderID == "":
		c.Rows, err = x.Builder.CandidateTree(x.Context(), v.Plan.Blueprint)
		return err
	}
	return x.fillBranch(v)
}

// fillList loads a page of what matches.
func (x handler) fillList(v *views.View) error {
	c := &v.Candidates
	page, err := x.Builder.CandidatePage(x.Context(), v.Plan.Blueprint, c.Query, rowsAtOnce, x.Query("cursor"))
	if err != nil {
		return err
	}
	if c.Matching, err = x.Builder.CountCandidates(x.Context(), v.Plan.Blueprint, c.Query); err != nil {
		return err
	}
	c.Rows, c.Next = page.Items, page.Next
	return x.nameAbove(c)
}

// fillBranch loads a page of the tree below the cluster that the address names, or of its roots.
func (x handler) fillBranch(v *views.View) error {
	c := &v.Candidates
	page, err := x.Builder.CandidateBranch(x.Context(), v.Plan.Blueprint, c.Query.UnderID, rowsAtOnce, x.Query("cursor"))
	if err != nil {
		return err
	}
	c.Rows, c.Next = page.Items, page.Next
	if c.Query.UnderID == "" || x.Partial() {
		return nil
	}
	at, err := x.Planner.Cluster(x.Context(), c.Query.UnderID)
	if err != nil {
		return err
	}
	c.At = &at
	c.Matching, err = x.Builder.CountCandidates(x.Context(), v.Plan.Blueprint, c.Query)
	return err
}

// nameAbove names the clusters above the rows of a list.
func (x handler) nameAbove(c *views.Candidates) error {
	var ids []string
	for _, row := range c.Rows {
		if row.ParentID != nil {
			ids = append(ids, *row.ParentID)
		}
	}
	above, err := x.Planner.ClustersByID(x.Context(), ids)
	c.Above = map[string]string{}
	for id, parent := range above {
		c.Above[id] = parent.Name
	}
	return err
}

// saveClusters stores what the form changes: rows that it does not show stay as they are.
func (x handler) saveClusters() error {
	change := sitebuilder.Change{Edit: x.clusterEdit()}
	q := &sitebuilder.CandidateQuery{Q: x.Value("q"), UnderID: x.Value("under"), Attached: x.Value("show") == views.ShowAttached}
	do := x.Value("do")
	switch {
	case do == "attach":
		change.Edit.AttachAll = q
	case do == "detach":
		change.Edit.DetachAll = q
	default:
		return x.saveStep(sitebuilder.StepClusters, sitebuilder.StepTaxonomies, change)
	}
	if err := x.Builder.Store(x.Context(), x.Site.ID, change); err != nil {
		return x.showStep(sitebuilder.StepClusters, err)
	}
	return x.To(address.With(address.BuilderStep(x.Site.ID, string(sitebuilder.StepClusters)),
		"show", cmp.Or(x.Value("show"), views.ShowTree), "q", q.Q, "under", q.UnderID))
}

// clusterEdit compares the ticked rows with what they were when the form was loaded.
func (x handler) clusterEdit() *sitebuilder.ClusterEdit {
	ticked, was := map[string]bool{}, map[string]string{}
	for _, id := range x.Values("cluster") {
		ticked[id] = true
	}
	edit := &sitebuilder.ClusterEdit{}
	for _, row := range x.Values("was") {
		id, role, _ := strings.Cut(row, " ")
		was[id] = role
		if !ticked[id] {
			edit.Detach = append(edit.Detach, id)
		}
	}
	for _, id := range x.Values("cluster") {
		role := x.Value("role-" + id)
		if before, attached := was[id]; attached && before == role {
			continue
		}
		edit.Attach = append(edit.Attach, sitebuilder.Attach{ClusterID: id, Role: role})
	}
	return edit
}
