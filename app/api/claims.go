package api

import (
	"context"

	"igny8/app/accounts"
	"igny8/app/writer"
)

// Claim is a sentence that states a number, a date, a price or a superlative.
type Claim struct {
	Mark    string   `json:"mark" doc:"Names the sentence in its content as long as its words stay."`
	BlockID string   `json:"block_id"`
	Text    string   `json:"text"`
	Kinds   []string `json:"kinds" values:"claim kind" doc:"What it states."`
	Verdict string   `json:"verdict" values:"verdict" doc:"Open ones hold the approval."`
	Source  *string  `json:"source" doc:"The address of a sourced one."`
	Fact    *string  `json:"fact" doc:"A known fact that an open one seems to state."`
}

func claimOf(c writer.Claim) Claim {
	return Claim{
		Mark: c.Mark, BlockID: c.BlockID, Text: c.Text, Kinds: c.Kinds, Verdict: string(c.Verdict), Source: orNil(c.Source),
		Fact: orNil(c.Fact),
	}
}

type decideClaims struct {
	ByID
	Body struct {
		Marks   []string `json:"marks" minItems:"1" maxItems:"500"`
		Verdict string   `json:"verdict" values:"verdict" doc:"Open takes a decision back."`
		Source  string   `json:"source,omitempty" maxLength:"2000" doc:"The address that says so, of a sourced one."`
	}
}

func (a *API) claimOperations() {
	site := of[writer.Content]("content")
	add(a, operation{method: get, path: "/contents/{id}/claims", id: "claims", summary: "What a content claims, and what each claim rests on", may: accounts.See, site: site},
		func(ctx context.Context, in *Within) (*List[Claim], error) {
			page, err := a.Writer.ClaimPage(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, claimOf)
		})
	add(a, operation{method: post, path: "/contents/{id}/claims", id: "decide-claims", summary: "Say what sentences rest on", may: accounts.Work, site: site},
		func(ctx context.Context, in *decideClaims) (*List[Claim], error) {
			l, err := a.Writer.DecideClaims(ctx, in.ID,
				writer.ClaimVerdict{Marks: in.Body.Marks, Verdict: writer.Verdict(in.Body.Verdict), Source: in.Body.Source})
			if err != nil {
				return nil, err
			}
			return whole(l.Claims, claimOf), nil
		})
}
