package runs

import (
	"context"

	"igny8/app/billing"
)

// Quote is the price of a run before it is started.
type Quote struct {
	Credits    int64 // what it costs
	UpperBound int64 // what is held, and the most that is charged
	Room       billing.Room
	Approval   bool  // it would wait for an admin's approval
	Started    int64 // credits that the person has started within a day without approval, if the account has a limit
}

// Refusal returns why the run would not be started, or nil.
func (q Quote) Refusal() error { return q.Room.Refusal(q.UpperBound) }

// Quote returns what Start would hold. It refuses what Start would refuse, except for a lack of credits.
func (e *Engine) Quote(ctx context.Context, kind string, r Request) (Quote, error) {
	p, err := e.plan(ctx, kind, r, nil)
	if err != nil {
		return Quote{}, err
	}
	return p.quote(), nil
}

// QuoteTerms returns the price of work on the terms on the site, before its subject is known.
func (e *Engine) QuoteTerms(ctx context.Context, siteID string, terms Terms) (Quote, error) {
	p, err := e.priced(ctx, plan{request: Request{SiteID: siteID}}, terms)
	if err != nil {
		return Quote{}, err
	}
	return p.quote(), nil
}

func (p plan) quote() Quote {
	return Quote{Credits: p.credits, UpperBound: p.credits, Room: p.room, Approval: p.approval, Started: p.started}
}
