package api

import (
	"context"
	"maps"
	"slices"
	"time"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/billing"
)

// Credits is the balance of the account.
type Credits struct {
	Balance   int64 `json:"balance"`
	Held      int64 `json:"held"`
	Available int64 `json:"available" doc:"balance - held"`
	Unmetered bool  `json:"unmetered"`
}

// Transaction is one entry in the ledger of the account.
type Transaction struct {
	ID        string    `json:"id"`
	Kind      string    `json:"kind" values:"transaction kind"`
	Amount    int64     `json:"amount" doc:"Negative for a charge."`
	Function  *string   `json:"function" values:"run"`
	AITaskID  *string   `json:"ai_task_id"`
	SiteID    *string   `json:"site_id"`
	Note      *string   `json:"note"`
	CreatedAt time.Time `json:"created_at"`
}

func (a *API) creditOperations() {
	add(a, operation{method: get, path: "/credits", id: "credits", summary: "The credits of the account", may: accounts.See},
		func(ctx context.Context, _ *struct{}) (*Answer[Credits], error) {
			w, err := a.Billing.Wallet(ctx)
			return answer(Credits{w.Balance, w.Held, w.Available(), w.Unmetered}, err)
		})
	add(a, operation{method: get, path: "/credits/transactions", id: "transactions", summary: "The ledger, newest first", may: accounts.Manage},
		func(ctx context.Context, in *Paging) (*List[Transaction], error) {
			page, err := a.Billing.Entries(ctx, in.Limit, in.Cursor)
			return listed(page, err, transactionOf)
		})
}

// Limits are the spending limits that the account has set itself.
type Limits struct {
	ApprovalAbove *int64      `json:"approval_above" minimum:"0" doc:"What an editor may start within 24 hours without an admin's approval, in credits. The task or batch that would take the sum above it waits; null: none does."`
	Sites         []SiteLimit `json:"sites" doc:"A site that is not named has no limit."`
}

// SiteLimit is the most credits that a site may spend in a month.
type SiteLimit struct {
	SiteID         string `json:"site_id"`
	MonthlyCredits int64  `json:"monthly_credits" minimum:"0"`
}

type newLimits struct{ Body Limits }

// Usage is the credits and tokens that runs have used.
type Usage struct {
	Day       string `json:"day" doc:"In UTC."`
	UserID    string `json:"user_id"`
	SiteID    string `json:"site_id"`
	Function  string `json:"function" values:"run"`
	Credits   int64  `json:"credits"`
	Runs      int64  `json:"runs"`
	TokensIn  int64  `json:"tokens_in"`
	TokensOut int64  `json:"tokens_out"`
}

// UsageOf is the usage of a period.
type UsageOf struct {
	From  string  `json:"from"`
	To    string  `json:"to"`
	Items []Usage `json:"items"`
}

type period struct {
	From string `query:"from" doc:"The first day, such as 2026-03-01; this month without one."`
	To   string `query:"to" doc:"The last day."`
}

func (a *API) spendingOperations() {
	add(a, operation{method: get, path: "/limits", id: "limits", summary: "What may be spent without asking", may: accounts.Manage},
		func(ctx context.Context, _ *struct{}) (*Answer[Limits], error) { return a.limits(ctx) })
	add(a, operation{method: put, path: "/limits", id: "set-limits", summary: "Replace the limits", may: accounts.Manage},
		func(ctx context.Context, in *newLimits) (*Answer[Limits], error) {
			l := billing.Limits{ApprovalAbove: in.Body.ApprovalAbove, Sites: map[string]int64{}}
			for _, s := range in.Body.Sites {
				l.Sites[s.SiteID] = s.MonthlyCredits
			}
			if err := a.Billing.SetLimits(ctx, l); err != nil {
				return nil, err
			}
			return a.limits(ctx)
		})
	add(a, operation{method: get, path: "/usage", id: "usage", summary: "What was used by day, person, site and function", may: accounts.Manage},
		func(ctx context.Context, in *period) (*Answer[UsageOf], error) {
			p, err := ai.ParsePeriod("", in.From, in.To)
			if err != nil {
				return nil, err
			}
			u, err := a.Engine.Usage(ctx, p)
			shown := UsageOf{From: p.From.Format(time.DateOnly), To: p.Last().Format(time.DateOnly), Items: make([]Usage, len(u.Rows))}
			for i, r := range u.Rows {
				shown.Items[i] = Usage{r.Day, r.UserID, r.SiteID, r.Function, r.Credits, r.Runs, r.TokensIn, r.TokensOut}
			}
			return answer(shown, err)
		})
}

func (a *API) limits(ctx context.Context) (*Answer[Limits], error) {
	l, err := a.Billing.Limits(ctx)
	shown := Limits{ApprovalAbove: l.ApprovalAbove, Sites: []SiteLimit{}}
	for _, id := range slices.Sorted(maps.Keys(l.Sites)) {
		shown.Sites = append(shown.Sites, SiteLimit{id, l.Sites[id]})
	}
	return answer(shown, err)
}

func transactionOf(e billing.Entry) Transaction {
	return Transaction{e.ID, string(e.Kind), e.Amount, orNil(e.Function), e.RunID, e.SiteID, orNil(e.Note), e.CreatedAt.UTC()}
}
