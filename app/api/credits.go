package api

import (
	"context"
	"time"

	"igny8/app/accounts"
	"igny8/app/billing"
)

// Credits is the wallet of the account.
type Credits struct {
	Balance   int64 `json:"balance"`
	Held      int64 `json:"held"`
	Available int64 `json:"available" doc:"balance - held"`
	Unmetered bool  `json:"unmetered"`
}

// Transaction is one movement of the wallet.
type Transaction struct {
	ID        string    `json:"id"`
	Kind      string    `json:"kind" enum:"grant,charge"`
	Amount    int64     `json:"amount" doc:"Negative for a charge."`
	Function  *string   `json:"function"`
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

func transactionOf(e billing.Entry) Transaction {
	return Transaction{e.ID, string(e.Kind), e.Amount, known(e.Function), e.RunID, e.SiteID, known(e.Note), e.CreatedAt.UTC()}
}
