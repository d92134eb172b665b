package web

import (
	"bytes"

	"github.com/gofiber/fiber/v2"

	"igny8/app/database"
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
		SectorID: p.Sector.ID, Q: x.value("q"), Intent: x.value("intent"), State: x.value("state"), ClusterID: x.value("cluster_id"),
		Sort: x.value("sort"), Cursor: x.Query("cursor"),
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
	if v.Total, err = x.total(v); err != nil {
		return err
	}
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
	for _, k := range v.List {
		if k.ClusterID == nil || v.Names[*k.ClusterID] != "" {
			continue
		}
		cluster, err := x.Planner.Cluster(x.ctx(), *k.ClusterID)
		if err != nil {
			return err
		}
		v.Names[cluster.ID] = cluster.Name
	}
	return nil
}

// total is how many keywords match, as far as that is counted anywhere.
func (x *exchange) total(v views.Keywords) (*int64, error) {
	q := v.Query
	if len(v.Sectors) > 1 || q.Q != "" || q.Intent != "" || q.ClusterID != "" {
		return nil, nil
	}
	sum, err := x.Planner.Summary(x.ctx(), v.SiteID)
	if err != nil {
		return nil, err
	}
	count := map[string]int64{"": sum.Keywords, planner.KeywordNew: sum.New, planner.KeywordClustered: sum.Clustered, planner.KeywordExcluded: sum.Excluded}[q.State]
	return &count, nil
}

// chosenKeywords are the ids that were selected, or of everything that matches the filters.
func (x *exchange) chosenKeywords(p views.Place) ([]string, error) {
	if !x.checked("all") {
		return x.values("ids"), nil
	}
	q := x.keywordQuery(p)
	q.Limit = database.MaxLimit
	var ids []string
	for {
		page, err := x.Planner.Keywords(x.ctx(), q)
		if err != nil {
			return nil, err
		}
		for _, k := range page.Items {
			ids = append(ids, k.ID)
		}
		if page.Next == "" {
			return ids, nil
		}
		q.Cursor = page.Next
	}
}

func (x *exchange) changeKeywords() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	acts := map[string]func(sectorID string, ids []string) (string, error){
		"move": x.moveKeywords, "exclude": x.excludeKeywords, "include": x.includeKeywords, "pin": x.pinKeywords, "unpin": x.unpinKeywords,
	}
	act := acts[x.value("do")]
	if act == nil {
		return fault.New(fault.Invalid, "Keywords can be moved, excluded, included, pinned and unpinned.")
	}
	ids, err := x.chosenKeywords(p)
	if err != nil {
		return err
	}
	said, err := act(p.Sector.ID, ids)
	if err != nil {
		return x.showKeywords(p, err)
	}
	x.say("good", said)
	return x.to(p.At("/keywords", "q", x.value("q"), "intent", x.value("intent"), "state", x.value("state"), "cluster_id", x.value("cluster_id"), "sort", x.value("sort")))
}

func noneChosen() error {
	return fault.New(fault.Invalid, "Choose the keywords first. Nothing was changed.")
}

func (x *exchange) moveKeywords(sectorID string, ids []string) (string, error) {
	if len(ids) == 0 {
		return "", noneChosen()
	}
	to, err := x.named(sectorID, planner.Page, "cluster")
	if err != nil {
		return "", err
	}
	return ui.Plural(len(ids), "keyword is", "keywords are") + " in " + to.Name + " now, and pinned there.", x.Planner.MoveKeywords(x.ctx(), ids, to.ID)
}

func (x *exchange) excludeKeywords(sectorID string, ids []string) (string, error) {
	if len(ids) == 0 {
		return "", noneChosen()
	}
	return ui.Plural(len(ids), "keyword is", "keywords are") + " excluded.", x.Planner.ExcludeKeywords(x.ctx(), sectorID, ids)
}

// includeKeywords takes excluded keywords back, into the cluster that each remembers if it can hold them.
func (x *exchange) includeKeywords(sectorID string, ids []string) (string, error) {
	err := x.eachKeyword(sectorID, ids, func(k planner.Keyword) planner.KeywordChange {
		state := k.State
		switch {
		case state != planner.KeywordExcluded:
		case k.ClusterID == nil:
			state = planner.KeywordNew
		default:
			state = planner.KeywordClustered
		}
		return planner.KeywordChange{State: &state}
	})
	return ui.Plural(len(ids), "keyword is", "keywords are") + " included.", err
}

func (x *exchange) pinKeywords(sectorID string, ids []string) (string, error) {
	err := x.eachKeyword(sectorID, ids, func(planner.Keyword) planner.KeywordChange { return planner.KeywordChange{Pinned: new(true)} })
	return ui.Plural(len(ids), "keyword is", "keywords are") + " pinned: no run moves them.", err
}

func (x *exchange) unpinKeywords(sectorID string, ids []string) (string, error) {
	err := x.eachKeyword(sectorID, ids, func(planner.Keyword) planner.KeywordChange { return planner.KeywordChange{Pinned: new(false)} })
	return ui.Plural(len(ids), "keyword is", "keywords are") + " unpinned.", err
}

// eachKeyword changes one keyword after the other; those before one that is refused stay changed.
func (x *exchange) eachKeyword(sectorID string, ids []string, change func(planner.Keyword) planner.KeywordChange) error {
	if len(ids) == 0 {
		return noneChosen()
	}
	for _, id := range ids {
		k, err := x.Planner.Keyword(x.ctx(), id)
		if err != nil {
			return err
		}
		if k.SectorID != sectorID {
			return fault.Missing("keyword")
		}
		if _, err := x.Planner.UpdateKeyword(x.ctx(), id, change(k)); err != nil {
			return err
		}
	}
	return nil
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
