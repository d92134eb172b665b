package planner

import (
	"igny8/app/gates"
	"igny8/app/planner"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/planner"
)

// keyword shows a keyword by itself; as a part of the list it shows its row, unfolded or folded.
func (x handler) keyword() error {
	v, err := x.oneKeyword()
	if err != nil {
		return err
	}
	return x.showKeyword(v, nil)
}

func (x handler) oneKeyword() (v views.OneKeyword, err error) {
	if v.Keyword, err = x.Planner.Keyword(x.Context(), x.Params("id")); err != nil {
		return v, err
	}
	if v.Place, err = x.placeAt(v.Keyword.SectorID); err != nil || v.Keyword.ClusterID == nil {
		return v, err
	}
	cluster, err := x.Planner.Cluster(x.Context(), *v.Keyword.ClusterID)
	v.Cluster = cluster.Name
	return v, err
}

func (x handler) showKeyword(v views.OneKeyword, problem error) error {
	c := x.Staged(v.Keyword.Text, gates.Planner)
	page, row := views.KeywordPage(c, v), views.UnfoldedKeyword(c, v)
	if x.Query("folded") != "" {
		row = views.FoldedKeyword(v)
	}
	if problem != nil {
		return x.Again(problem, page, row)
	}
	return x.Show(page, row)
}

// changeKeyword applies an action of the list to the one keyword.
func (x handler) changeKeyword() error {
	v, err := x.oneKeyword()
	if err != nil {
		return err
	}
	problem := x.decideKeywords(x.Value("do"), v.Sector.ID, planner.Selection{IDs: []string{v.Keyword.ID}})
	if problem != nil {
		v.Problems, v.Move = form.Of(problem), x.Value("cluster")
		return x.showKeyword(v, problem)
	}
	if !x.Partial() {
		if err := x.sayChange(v.Place); err != nil {
			return err
		}
		return x.To(address.Keyword(v.SiteID, v.Keyword.ID))
	}
	if v, err = x.oneKeyword(); err != nil {
		return err
	}
	return x.showKeyword(v, nil)
}
