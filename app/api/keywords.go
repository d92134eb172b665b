package api

import (
	"context"
	"net/http"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"

	"igny8/app/accounts"
	"igny8/app/keywordfile"
	"igny8/app/planner"
	"igny8/app/planner/exports"
	"igny8/app/sites"
)

// Keyword is a search phrase with its figures.
type Keyword struct {
	ID      string `json:"id"`
	Keyword string `json:"keyword"`
	keywordfile.Values
	Currency      *string  `json:"currency"`
	Intent        *string  `json:"intent" doc:"One or more of informational, commercial, transactional, navigational, separated by a comma."`
	IntentBy      *string  `json:"intent_by" values:"intent by" doc:"Who said so: file, rules (by the words of the keyword) or hand, which imports and rules leave alone."`
	Country       *string  `json:"country"`
	Demand        *int64   `json:"demand" doc:"Exact volume, else an estimate, else impressions."`
	Opportunity   *int64   `json:"opportunity" doc:"Demand × (1 − difficulty ÷ 100); a difficulty that is not known counts as 50."`
	State         string   `json:"state" values:"keyword state"`
	ClusterID     *string  `json:"cluster_id"`
	Evidence      []string `json:"evidence" doc:"Why it is in its cluster."`
	EvidenceKinds []string `json:"evidence_kinds" values:"evidence" doc:"The kind of each reason, in their order."`
	Strength      *float64 `json:"strength"`
	Weak          bool     `json:"weak"`
	Pinned        bool     `json:"pinned"`
	Sources       []Source `json:"sources" doc:"What each file said, the latest first."`
}

// Source holds the values that one file gave for a keyword.
type Source struct {
	File    string  `json:"file"`
	Tool    string  `json:"tool"`
	Date    *string `json:"date"`
	Country *string `json:"country"`
	keywordfile.Values
	Currency *string `json:"currency"`
	Intent   *string `json:"intent"`
}

// KeywordFilters are the filters and the order of a list. planner.KeywordQueryOf reads them.
type KeywordFilters struct {
	Q             string `query:"q" maxLength:"200" doc:"A part of the keyword."`
	Match         string `query:"match" enum:"words" doc:"words: q is whole words, in any order."`
	ClusterID     string `query:"cluster_id" doc:"With its subtree."`
	State         string `query:"state" values:"keyword state"`
	Intent        string `query:"intent" values:"intent filter" doc:"A keyword with several intents matches each of them."`
	IntentBy      string `query:"intent_by" values:"intent by"`
	Evidence      string `query:"evidence" values:"evidence"`
	ImportID      string `query:"import_id" doc:"The import that brought the keyword."`
	Question      string `query:"question" enum:"yes" doc:"It begins with a question word."`
	Weak          string `query:"weak" values:"yes or no" doc:"yes: its place should be checked."`
	Pinned        string `query:"pinned" values:"yes or no"`
	Volume        string `query:"volume" enum:"unknown" doc:"unknown: its volume is not known."`
	VolumeMin     string `query:"volume_min" doc:"A whole number."`
	VolumeMax     string `query:"volume_max" doc:"A whole number."`
	DifficultyMin string `query:"difficulty_min" doc:"0 to 100."`
	DifficultyMax string `query:"difficulty_max" doc:"0 to 100."`
}

func (f KeywordFilters) query(sectorID, sort string) (planner.KeywordQuery, error) {
	values := map[string]string{"sort": sort}
	fields := reflect.ValueOf(f)
	for i := range fields.NumField() {
		values[fields.Type().Field(i).Tag.Get("query")] = fields.Field(i).String()
	}
	return planner.KeywordQueryOf(sectorID, func(name string) string { return values[name] })
}

type keywordQuery struct {
	ByID
	Paging
	KeywordFilters
	Sort string `query:"sort" values:"keyword sort"`
}

type export struct {
	ByID
	KeywordFilters
	What   string `query:"what" values:"export" default:"keywords" doc:"all is a workbook with a sheet for each, so xlsx only."`
	Format string `query:"format" values:"export format" default:"csv"`
}

type keywordChange struct {
	ByID
	Body struct {
		ClusterID *string               `json:"cluster_id,omitempty" doc:"A page cluster of the same sector; empty takes the keyword out of its cluster."`
		State     *planner.KeywordState `json:"state,omitempty" values:"keyword state"`
		Pinned    *bool                 `json:"pinned,omitempty"`
		Intent    *string               `json:"intent,omitempty"`
	}
}

func (a *API) keywordOperations() {
	add(a, operation{method: get, path: "/sectors/{id}/keywords", id: "keywords", summary: "The keywords of a sector", may: accounts.See, site: of[sites.Sector]("sector")},
		func(ctx context.Context, in *keywordQuery) (*List[Keyword], error) {
			q, err := in.query(in.ID, in.Sort)
			if err != nil {
				return nil, err
			}
			q.Limit, q.Cursor = in.Limit, in.Cursor
			page, err := a.Planner.Keywords(ctx, q)
			return listed(page, err, keywordOf)
		})
	add(a, operation{method: get, path: "/sectors/{id}/export", id: "export", summary: "Keywords, clusters and ideas of a sector as a file", may: accounts.See, site: of[sites.Sector]("sector"), file: exports.MediaTypes()}, a.export)
	add(a, operation{method: patch, path: "/keywords/{id}", id: "update-keyword", summary: "Move, pin or exclude a keyword", may: accounts.Work, site: of[planner.Keyword]("keyword")},
		func(ctx context.Context, in *keywordChange) (*Answer[Keyword], error) {
			k, err := a.Planner.UpdateKeyword(ctx, in.ID, planner.KeywordChange(in.Body))
			return answer(keywordOf(k), err)
		})
	add(a, operation{method: remove, path: "/keywords/{id}", id: "delete-keyword", summary: "Delete a keyword", may: accounts.Work, site: of[planner.Keyword]("keyword"), status: http.StatusNoContent},
		func(ctx context.Context, in *ByID) (*struct{}, error) {
			return nil, a.Planner.DeleteKeyword(ctx, in.ID)
		})
}

// export sends the file. It takes the same filters as the operation keywords.
func (a *API) export(ctx context.Context, in *export) (*huma.StreamResponse, error) {
	q, err := in.query(in.ID, "")
	if err != nil {
		return nil, err
	}
	e := exports.Export{What: in.What, Format: in.Format, Keywords: q}
	file, size, err := a.Exports.ExportFile(ctx, e)
	if err != nil {
		return nil, err
	}
	return &huma.StreamResponse{Body: func(ctx huma.Context) {
		ctx.SetHeader("Content-Type", e.MediaType())
		ctx.SetHeader("Content-Disposition", `attachment; filename="`+e.Name()+`"`)
		_ = humafiber.Unwrap(ctx).SendStream(file, int(size)) // SendStream closes the file
	}}, nil
}

func keywordOf(k planner.Keyword) Keyword {
	reasons, kinds := []string{}, []string{}
	for _, e := range k.Evidence {
		reasons, kinds = append(reasons, e.Text), append(kinds, e.Kind)
	}
	return Keyword{
		ID: k.ID, Keyword: k.Text, Values: keywordValues(k.Values), Currency: orNil(k.Currency), Intent: orNil(k.Intent),
		Country: orNil(k.Country), Demand: k.Demand,
		State: string(k.State), ClusterID: k.ClusterID, Evidence: reasons, EvidenceKinds: kinds, Strength: k.Strength, Weak: k.Weak,
		Pinned:      k.Pinned,
		Opportunity: k.Opportunity, IntentBy: orNil(k.IntentBy), Sources: sourcesOf(k),
	}
}

func sourcesOf(k planner.Keyword) []Source {
	list := make([]Source, len(k.Sources))
	for i, s := range k.Sources {
		list[i] = Source{s.File, s.Tool, orNil(s.Date), orNil(s.Country), keywordValues(s.Values), orNil(s.Currency), orNil(s.Intent)}
	}
	return list
}

// orNil returns nil for an empty text, which means that the value is not known.
func orNil(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// utc returns the time in UTC, nil for nil.
func utc(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	at := t.UTC()
	return &at
}

// keywordValues returns the values with an empty list instead of a missing trend: a list of the API is never null.
func keywordValues(v keywordfile.Values) keywordfile.Values {
	v.Trend = append([]int64{}, v.Trend...)
	return v
}
