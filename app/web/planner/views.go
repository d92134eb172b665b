package planner

import (
	"net/url"

	"igny8/app/fault"
	"igny8/app/planner"
	"igny8/views/address"
)

// viewed maps each list that has saved views to the address of its screen.
var viewed = map[string]func(siteID string) string{planner.KeywordList: address.Keywords, planner.ClusterList: address.Clusters}

func (x handler) saveView() error {
	v, err := x.Planner.SaveView(x.Context(), planner.View{SiteID: x.Site.ID, List: x.Value("list"), Name: x.Value("name"), Query: x.Value("query")})
	return x.toView(err, "Saved. The view "+v.Name+" stands above the list.")
}

// changeView renames a saved view or deletes it.
func (x handler) changeView() error {
	id := x.Params("id")
	switch x.Value("do") {
	case "rename":
		name := x.Value("name")
		v, err := x.Planner.ChangeView(x.Context(), id, planner.ViewChange{Name: &name})
		return x.toView(err, "The view is called "+v.Name+" now.")
	case "delete":
		return x.toView(x.Planner.DeleteView(x.Context(), id), "The view is deleted. What it showed is still there.")
	}
	return fault.New(fault.Invalid, "A view can be renamed or deleted.")
}

// toView redirects to the list of the view as the person saw it, with a message about the result or the error.
func (x handler) toView(err error, done string) error {
	p, missing := x.place()
	if missing != nil {
		return missing
	}
	switch {
	case err == nil:
		x.Say("good", done)
	case fault.KindOf(err) == fault.Invalid:
		x.Say("bad", fault.Sentence(err))
	default:
		return err
	}
	screen, ok := viewed[x.Value("list")]
	parameters, wrong := url.ParseQuery(x.Value("query"))
	if !ok || wrong != nil {
		return x.To(p.At(address.Planner(p.SiteID)))
	}
	var pairs []string
	for name := range parameters {
		pairs = append(pairs, name, parameters.Get(name))
	}
	return x.To(p.At(screen(p.SiteID), pairs...))
}
