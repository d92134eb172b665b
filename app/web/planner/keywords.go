package planner

import (
	"strings"

	"github.com/gofiber/fiber/v2"

	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/planner"
	"igny8/app/planner/exports"
	"igny8/views/form"
	views "igny8/views/planner"
)

// keywordQuery returns the filters, from the address of a list or the fields of its bulk bar.
func (x handler) keywordQuery(p views.Place) (planner.KeywordQuery, error) {
	q, err := planner.KeywordQueryOf(p.Sector.ID, x.Value)
	q.Cursor = x.Query("cursor")
	return q, err
}

func (x handler) keywords() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	return x.showKeywords(p, nil)
}

func (x handler) showKeywords(p views.Place, problem error) error {
	v, err := x.keywordList(p)
	if err != nil {
		return err
	}
	v.Problems = form.Of(problem)
	if problem != nil {
		v.Move = x.Value("cluster")
	}
	if v.Query.Matches, err = x.Planner.CountKeywords(x.Context(), v.Query); err != nil {
		return err
	}
	list, err := x.Planner.Keywords(x.Context(), v.Query)
	if err != nil {
		return err
	}
	v.List, v.Next = list.Items, list.Next
	if err := x.nameClusters(&v); err != nil {
		return err
	}
	pillars, err := x.Planner.ClusterPage(x.Context(),
		planner.ClusterQuery{SectorID: p.Sector.ID, Level: planner.LevelPillar, Limit: pillarsAtOnce})
	if err != nil {
		return err
	}
	v.Pillars = pillars.Items
	if v.Views, err = x.Planner.Views(x.Context(), p.SiteID, planner.KeywordList); err != nil {
		return err
	}
	c := x.Staged("Keywords", gates.Planner)
	page, part := views.KeywordsPage(c, v), views.KeywordsPart(c, v)
	if problem != nil {
		return x.Again(problem, page, part)
	}
	return x.Show(page, part)
}

// keywordList returns the list that the address asks for, without its rows.
func (x handler) keywordList(p views.Place) (views.Keywords, error) {
	v := views.Keywords{Place: p, Names: map[string]string{}}
	var err error
	if v.Query, err = x.keywordQuery(p); err != nil || v.Query.ImportID == "" {
		return v, err
	}
	im, err := x.Imports.ImportReport(x.Context(), v.Query.ImportID)
	v.Import = &im
	return v, err
}

// nameClusters loads the names of the clusters in the list and in its filter.
func (x handler) nameClusters(v *views.Keywords) error {
	if v.Query.ClusterID != "" {
		cluster, err := x.Planner.Cluster(x.Context(), v.Query.ClusterID)
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
	clusters, err := x.Planner.ClustersByID(x.Context(), ids)
	if err != nil {
		return err
	}
	for id, cluster := range clusters {
		v.Names[id] = cluster.Name
	}
	return nil
}

// chosenKeywords returns the selected keywords, or all that match the filters.
func (x handler) chosenKeywords(p views.Place) (planner.Selection, error) {
	if !x.Checked("all") {
		return planner.Selection{IDs: x.Values("ids")}, nil
	}
	q, err := x.keywordQuery(p)
	return planner.Selection{Matching: &q}, err
}

// keywordActions maps the actions on selected keywords to their functions.
var keywordActions = map[string]func(x handler, sectorID string, chosen planner.Selection) error{
	"move": handler.moveKeywords,
	"exclude": func(x handler, sectorID string, chosen planner.Selection) error {
		_, err := x.Planner.ExcludeKeywords(x.Context(), sectorID, chosen)
		return err
	},
	"include": func(x handler, sectorID string, chosen planner.Selection) error {
		_, err := x.Planner.IncludeKeywords(x.Context(), sectorID, chosen)
		return err
	},
	"pin": func(x handler, sectorID string, chosen planner.Selection) error {
		_, err := x.Planner.PinKeywords(x.Context(), sectorID, chosen, true)
		return err
	},
	"unpin": func(x handler, sectorID string, chosen planner.Selection) error {
		_, err := x.Planner.PinKeywords(x.Context(), sectorID, chosen, false)
		return err
	},
	"intent": func(x handler, sectorID string, chosen planner.Selection) error {
		_, err := x.Planner.SetIntents(x.Context(), sectorID, chosen, strings.Join(x.Values("to_intent"), ","))
		return err
	},
	"forget_intent": func(x handler, sectorID string, chosen planner.Selection) error {
		_, err := x.Planner.ForgetIntents(x.Context(), sectorID, chosen)
		return err
	},
	"keep": func(x handler, sectorID string, chosen planner.Selection) error {
		_, err := x.Planner.KeepKeywords(x.Context(), sectorID, chosen)
		return err
	},
}

// decideKeywords applies the action do to the selected keywords.
func (x handler) decideKeywords(do, sectorID string, chosen planner.Selection) error {
	act := keywordActions[do]
	if act == nil {
		return fault.New(fault.Invalid, "There is nothing of that name to do with keywords.")
	}
	return act(x, sectorID, chosen)
}

func (x handler) changeKeywords() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	chosen, err := x.chosenKeywords(p)
	if err != nil {
		return err
	}
	problem := x.decideKeywords(x.Value("do"), p.Sector.ID, chosen)
	if problem != nil {
		return x.showKeywords(p, problem)
	}
	if err := x.sayChange(p); err != nil {
		return err
	}
	v, err := x.keywordList(p)
	if err != nil {
		return err
	}
	return x.To(v.Address())
}

func (x handler) moveKeywords(sectorID string, chosen planner.Selection) error {
	to, err := x.named(sectorID, planner.LevelPage, "cluster")
	if err != nil {
		return err
	}
	_, err = x.Planner.MoveKeywords(x.Context(), chosen, to.ID)
	return err
}

// exportSector answers with a file of the sector. A file of keywords has those that match the filters in the address.
func (x handler) exportSector() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	q, err := x.keywordQuery(p)
	if err != nil {
		return err
	}
	e := exports.Export{What: x.Value("what"), Format: x.Value("format"), Keywords: q}
	file, size, err := x.Exports.ExportFile(x.Context(), e)
	if err != nil {
		return err
	}
	x.Set(fiber.HeaderContentType, e.MediaType())
	x.Set(fiber.HeaderContentDisposition, `attachment; filename="`+e.Name()+`"`)
	return x.SendStream(file, int(size))
}
