package web

import (
	"net/url"

	"igny8/app/fault"
	"igny8/app/planner"
	"igny8/views/address"
)

// viewed are the screens of the lists that have views.
var viewed = map[string]func(siteID string) string{planner.KeywordList: address.Keywords, planner.ClusterList: address.Clusters}

func (x *exchange) saveView() error {
	v, err := x.Planner.SaveView(x.ctx(), planner.View{SiteID: x.site.ID, List: x.value("list"), Name: x.value("name"), Query: x.value("query")})
	return x.toView(err, "Saved. The view "+v.Name+" stands above the list.")
}

// changeView renames a saved view or deletes it.
func (x *exchange) changeView() error {
	id := x.Params("id")
	switch x.value("do") {
	case "rename":
		name := x.value("name")
		v, err := x.Planner.ChangeView(x.ctx(), id, planner.ViewChange{Name: &name})
		return x.toView(err, "The view is called "+v.Name+" now.")
	case "delete":
		return x.toView(x.Planner.DeleteView(x.ctx(), id), "The view is deleted. What it showed is still there.")
	}
	return fault.New(fault.Invalid, "A view can be renamed or deleted.")
}

// toView goes on to the list of the view as the person saw it, and says what was done or what is wrong.
func (x *exchange) toView(err error, done string) error {
	p, missing := x.place()
	if missing != nil {
		return missing
	}
	switch {
	case err == nil:
		x.say("good", done)
	case fault.KindOf(err) == fault.Invalid:
		x.say("bad", fault.Sentence(err))
	default:
		return err
	}
	screen, ok := viewed[x.value("list")]
	parameters, wrong := url.ParseQuery(x.value("query"))
	if !ok || wrong != nil {
		return x.to(p.At(address.Planner(p.SiteID)))
	}
	var pairs []string
	for name := range parameters {
		pairs = append(pairs, name, parameters.Get(name))
	}
	return x.to(p.At(screen(p.SiteID), pairs...))
}
