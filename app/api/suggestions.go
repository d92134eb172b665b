package api

import (
	"context"
	"time"

	"igny8/app/accounts"
	"igny8/app/writer"
)

// Suggestion is a new text for a block by the AI. It changes nothing until a person accepts it.
type Suggestion struct {
	ID        string    `json:"id"`
	BlockID   string    `json:"block_id"`
	TaskID    string    `json:"ai_task_id"`
	How       string    `json:"how" values:"rewriting"`
	Wish      *string   `json:"wish"`
	Before    string    `json:"before" doc:"The text that was read."`
	After     string    `json:"after" doc:"The text that is suggested."`
	CreatedAt time.Time `json:"created_at"`
}

func suggestionOf(s writer.Suggestion) Suggestion {
	return Suggestion{
		ID: s.ID, BlockID: s.BlockID, TaskID: s.RunID, How: s.How, Wish: orNil(s.Wish), Before: s.Before.PlainText(),
		After: s.After.PlainText(), CreatedAt: s.CreatedAt.UTC(),
	}
}

type decideSuggestions struct {
	ByID
	Body struct {
		Do string `json:"do" enum:"accept,reject" doc:"accept leaves suggestions open that no longer fit their block."`
	}
}

func (a *API) suggestionOperations() {
	site := of[writer.Content]("content")
	add(a, operation{method: get, path: "/contents/{id}/suggestions", id: "suggestions", summary: "The open suggestions for a content", may: accounts.See, site: site},
		func(ctx context.Context, in *Within) (*List[Suggestion], error) {
			page, err := a.Writer.SuggestionPage(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, suggestionOf)
		})
	add(a, operation{method: post, path: "/contents/{id}/suggestions", id: "decide-suggestions", summary: "Accept or reject all open suggestions", may: accounts.Work, site: site}, a.decideSuggestions)
}

func (a *API) decideSuggestions(ctx context.Context, in *decideSuggestions) (*Answer[Content], error) {
	if in.Body.Do == "accept" {
		c, _, err := a.Writer.AcceptSuggestions(ctx, in.ID)
		return a.withMetadata(ctx)(c, err)
	}
	c, _, err := a.Writer.RejectSuggestions(ctx, in.ID)
	return a.withMetadata(ctx)(c, err)
}
