package api

import (
	"context"

	"igny8/app/accounts"
	"igny8/app/writer"
)

// Claim is a sentence that states a number, a date, a price or a superlative.
type Claim struct {
	Mark    string   `json:"mark" doc:"The key of the sentence in its content. It stays the same until the words change."`
	BlockID string   `json:"block_id"`
	Text    string   `json:"text"`
	Kinds   []string `json:"kinds" values:"claim kind" doc:"What it states."`
	Verdict string   `json:"verdict" values:"verdict" doc:"An open claim prevents the approval of the content."`
	Source  *string  `json:"source" doc:"The address of the source, if the verdict is sourced."`
	Fact    *string  `json:"fact" doc:"The fact of the site that an open claim seems to state."`
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
		Verdict string   `json:"verdict" values:"verdict" doc:"open withdraws a decision."`
		Source  string   `json:"source,omitempty" maxLength:"2000" doc:"The address of the source, if the verdict is sourced."`
	}
}

func (a *API) claimOperations() {
	site := of[writer.Content]("content")
	add(a, operation{method: get, path: "/contents/{id}/claims", id: "claims", summary: "The claims of a content, with their sources", may: accounts.See, site: site},
		func(ctx context.Context, in *Within) (*List[Claim], error) {
			page, err := a.Writer.ClaimPage(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, claimOf)
		})
	add(a, operation{method: post, path: "/contents/{id}/claims", id: "decide-claims", summary: "Decide on claims of a content", may: accounts.Work, site: site},
		func(ctx context.Context, in *decideClaims) (*List[Claim], error) {
			l, err := a.Writer.DecideClaims(ctx, in.ID,
				writer.ClaimVerdict{Marks: in.Body.Marks, Verdict: writer.Verdict(in.Body.Verdict), Source: in.Body.Source})
			if err != nil {
				return nil, err
			}
			return whole(l.Claims, claimOf), nil
		})
}
