package api

import (
	"context"
	"net/http"
	"time"

	"igny8/app/accounts"
	"igny8/app/planner"
	"igny8/app/sites"
)

// Keyword is a search phrase with what is known about it.
type Keyword struct {
	ID            string   `json:"id"`
	Keyword       string   `json:"keyword"`
	Volume        *int64   `json:"volume" doc:"Searches a month; never filled from impressions."`
	Estimated     bool     `json:"estimated" doc:"The volume is an estimate."`
	Difficulty    *float64 `json:"difficulty" doc:"0 to 100."`
	CPC           *float64 `json:"cpc"`
	Currency      *string  `json:"currency"`
	Intent        *string  `json:"intent" doc:"One or more of informational, commercial, transactional, navigational, separated by a comma."`
	Country       *string  `json:"country"`
	Impressions   *int64   `json:"impressions"`
	Clicks        *int64   `json:"clicks"`
	Position      *float64 `json:"position"`
	Demand        *int64   `json:"demand" doc:"Exact volume, else an estimate, else impressions."`
	State         string   `json:"state" enum:"new,clustered,excluded"`
	ClusterID     *string  `json:"cluster_id"`
	Evidence      []string `json:"evidence" doc:"Why it is in its cluster."`
	EvidenceKinds []string `json:"evidence_kinds" doc:"The kind of each reason: shared_words, parent_keyword, same_page, same_serp, given, alone or by_hand."`
	Strength      *float64 `json:"strength"`
	Weak          bool     `json:"weak"`
	Pinned        bool     `json:"pinned"`
}

type keywordQuery struct {
	ByID
	Paging
	Q         string `query:"q" maxLength:"200"`
	ClusterID string `query:"cluster_id"`
	Intent    string `query:"intent"`
	State     string `query:"state" enum:"new,clustered,excluded"`
	Evidence  string `query:"evidence" enum:"shared_words,parent_keyword,same_page,same_serp,given,alone,by_hand"`
	Sort      string `query:"sort" enum:"volume,-volume,difficulty,-difficulty,keyword,-keyword"`
}

type keywordChange struct {
	ByID
	Body struct {
		ClusterID *string `json:"cluster_id,omitempty" doc:"A page cluster of the same sector; empty takes the keyword out of its cluster."`
		State     *string `json:"state,omitempty" enum:"new,clustered,excluded"`
		Pinned    *bool   `json:"pinned,omitempty"`
		Intent    *string `json:"intent,omitempty"`
	}
}

func (a *API) keywordOperations() {
	add(a, operation{method: get, path: "/sectors/{id}/keywords", id: "keywords", summary: "The keywords of a sector", may: accounts.See, site: of[sites.Sector]("sector")},
		func(ctx context.Context, in *keywordQuery) (*List[Keyword], error) {
			page, err := a.Planner.Keywords(ctx, planner.KeywordQuery{
				SectorID: in.ID, Q: in.Q, ClusterID: in.ClusterID, Intent: in.Intent, State: in.State, Evidence: in.Evidence, Sort: in.Sort, Limit: in.Limit, Cursor: in.Cursor,
			})
			return listed(page, err, keywordOf)
		})
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

func keywordOf(k planner.Keyword) Keyword {
	reasons, kinds := []string{}, []string{}
	for _, e := range k.Evidence {
		reasons, kinds = append(reasons, e.Text), append(kinds, e.Kind)
	}
	return Keyword{
		ID: k.ID, Keyword: k.Text, Volume: k.Volume, Estimated: k.Estimated, Difficulty: k.Difficulty, CPC: k.CPC, Currency: known(k.Currency),
		Intent: known(k.Intent), Country: known(k.Country), Impressions: k.Impressions, Clicks: k.Clicks, Position: k.Position, Demand: k.Demand,
		State: k.State, ClusterID: k.ClusterID, Evidence: reasons, EvidenceKinds: kinds, Strength: k.Strength, Weak: k.Weak, Pinned: k.Pinned,
	}
}

// known is null for a text that is not known.
func known(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// utc is the moment in UTC, null where there is none.
func utc(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	at := t.UTC()
	return &at
}
