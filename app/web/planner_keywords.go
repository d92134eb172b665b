package web

import (
	"bytes"

	"github.com/gofiber/fiber/v2"

	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner"
	"igny8/views/form"
	views "igny8/views/planner"
	"igny8/views/ui"
)

// keywordQuery are the filters, from the address of a list or the fields of its bulk bar.
func (x *exchange) keywordQuery(p views.Place) planner.KeywordQuery {
	return planner.KeywordQuery{
		SectorID: p.Sector.ID, Q: x.value("q"), Intent: x.value("intent"), State: x.value("state"), Evidence: x.value("evidence"),
		ClusterID: x.value("cluster_id"), Sort: x.value("sort"), Cursor: x.Query("cursor"),
	}
}

func (x *exchange) keywords() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	return x.showKeywords(p, nil)
}

func (x *exchange) showKeywords(p views.Place, problem error) error {
	v := views.Keywords{Place: p, Query: x.keywordQuery(p), Names: map[string]string{}, Problems: form.Of(problem)}
	if problem != nil {
		v.Move = x.value("cluster")
	}
	list, err := x.Planner.Keywords(x.ctx(), v.Query)
	if err != nil {
		return err
	}
	v.List, v.Next = list.Items, list.Next
	if err := x.nameClusters(&v); err != nil {
		return err
	}
	pillars, err := x.Planner.ClusterPage(x.ctx(), planner.ClusterQuery{SectorID: p.Sector.ID, Level: planner.Pillar, Limit: pillarsAtOnce})
	if err != nil {
		return err
	}
	v.Pillars = pillars.Items
	count, err := x.total(v)
	if err != nil {
		return err
	}
	v.Total = &count
	c := x.staged("Keywords", gates.Planner)
	page, part := views.KeywordsPage(c, v), views.KeywordsPart(c, v)
	if problem != nil {
		return x.again(problem, page, part)
	}
	return x.show(page, part)
}

// nameClusters looks up the clusters that the list and its filter speak of.
func (x *exchange) nameClusters(v *views.Keywords) error {
	if v.Query.ClusterID != "" {
		cluster, err := x.Planner.Cluster(x.ctx(), v.Query.ClusterID)
		if err != nil {
			return err
		}
		if cluster.SectorID != v.Sector.ID {
			return fault.Missing("cluster")
		}
		v.Within = &cluster
	}
	var ids []string
	for _, k := range v.List {
		if k.ClusterID != nil {
			ids = append(ids, *k.ClusterID)
		}
	}
	clusters, err := x.Planner.ClustersByID(x.ctx(), ids)
	if err != nil {
		return err
	}
	for id, cluster := range clusters {
		v.Names[id] = cluster.Name
	}
	return nil
}

// total is how many keywords match. Those of the only sector are counted by state for the whole site, which is quicker.
func (x *exchange) total(v views.Keywords) (int64, error) {
	q := v.Query
	if len(v.Sectors) > 1 || q.Q != "" || q.Intent != "" || q.Evidence != "" || q.ClusterID != "" {
		return x.Planner.CountKeywords(x.ctx(), q)
	}
	sum, err := x.Planner.Summary(x.ctx(), v.SiteID)
	return map[string]int64{"": sum.Keywords, planner.KeywordNew: sum.New, planner.KeywordClustered: sum.Clustered, planner.KeywordExcluded: sum.Excluded}[q.State], err
}

// chosenKeywords are the keywords that were selected, or everything that matches the filters.
func (x *exchange) chosenKeywords(p views.Place) planner.Selection {
	if !x.checked("all") {
		return planner.Selection{IDs: x.values("ids")}
	}
	q := x.keywordQuery(p)
	return planner.Selection{Matching: &q}
}

// keywordActions are what can be done with chosen keywords. Each says how many there are and what was done.
var keywordActions = map[string]func(x *exchange, sectorID string, chosen planner.Selection) (count int64, said string, err error){
	"move": (*exchange).moveKeywords,
	"exclude": func(x *exchange, sectorID string, chosen planner.Selection) (int64, string, error) {
		count, err := x.Planner.ExcludeKeywords(x.ctx(), sectorID, chosen)
		return count, "excluded.", err
	},
	"include": func(x *exchange, sectorID string, chosen planner.Selection) (int64, string, error) {
		count, err := x.Planner.IncludeKeywords(x.ctx(), sectorID, chosen)
		return count, "included.", err
	},
	"pin": func(x *exchange, sectorID string, chosen planner.Selection) (int64, string, error) {
		count, err := x.Planner.PinKeywords(x.ctx(), sectorID, chosen, true)
		return count, "pinned: no run moves what is pinned.", err
	},
	"unpin": func(x *exchange, sectorID string, chosen planner.Selection) (int64, string, error) {
		count, err := x.Planner.PinKeywords(x.ctx(), sectorID, chosen, false)
		return count, "unpinned.", err
	},
}

// decideKeywords does with the chosen keywords what the form asks for, and is the sentence about it.
func (x *exchange) decideKeywords(do, sectorID string, chosen planner.Selection) (string, error) {
	act := keywordActions[do]
	if act == nil {
		return "", fault.New(fault.Invalid, "Keywords can be moved, excluded, included, pinned and unpinned.")
	}
	count, said, err := act(x, sectorID, chosen)
	return ui.Plural(count, "keyword is", "keywords are") + " " + said, err
}

func (x *exchange) changeKeywords() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	said, err := x.decideKeywords(x.value("do"), p.Sector.ID, x.chosenKeywords(p))
	if err != nil {
		return x.showKeywords(p, err)
	}
	x.say("good", said)
	q := x.keywordQuery(p)
	return x.to(p.At("/keywords", "q", q.Q, "intent", q.Intent, "state", q.State, "evidence", q.Evidence, "cluster_id", q.ClusterID, "sort", q.Sort))
}

func (x *exchange) moveKeywords(sectorID string, chosen planner.Selection) (int64, string, error) {
	to, err := x.named(sectorID, planner.Page, "cluster")
	if err != nil {
		return 0, "", err
	}
	count, err := x.Planner.MoveKeywords(x.ctx(), chosen, to.ID)
	return count, "in " + to.Name + " now, and pinned there.", err
}

func (x *exchange) downloadKeywords() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := x.Planner.WriteCSV(x.ctx(), p.Sector.ID, &file); err != nil {
		return err
	}
	x.Set(fiber.HeaderContentType, "text/csv; charset=utf-8")
	x.Set(fiber.HeaderContentDisposition, `attachment; filename="keywords.csv"`)
	return x.Send(file.Bytes())
}
