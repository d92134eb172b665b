package api

import (
	"context"

	"igny8/app/accounts"
	"igny8/app/ai"
)

// Prompt is the text that a function sends to a model.
type Prompt struct {
	Name    string `json:"name"`
	Text    string `json:"text"`
	Source  string `json:"source" values:"prompt source"`
	Version *int64 `json:"version" doc:"null unless the account or the site has replaced it."`
	Default string `json:"default"`
	Seen    int64  `json:"seen" doc:"The last version of this account or site, 0 for none. A change sends the one that it was made from."`
}

// OnPlace names the account, or one of its sites.
type OnPlace struct {
	SiteID string `query:"site_id" doc:"The site; empty for the account."`
}

type promptQuery struct {
	OnPlace
	Paging
}

type promptChange struct {
	OnPlace
	Name string `path:"name"`
	Body struct {
		Text string `json:"text"`
		Seen int64  `json:"seen"`
	}
}

type promptRestoring struct {
	OnPlace
	Name string `path:"name"`
	Body struct {
		Version int64 `json:"version" doc:"The version to restore; 0 removes the replacement by this account or site."`
		Seen    int64 `json:"seen"`
	}
}

func (a *API) promptOperations() {
	add(a, operation{method: get, path: "/prompts", id: "prompts", summary: "The prompts in force", may: accounts.Manage},
		func(ctx context.Context, in *promptQuery) (*List[Prompt], error) {
			page, err := a.Engine.PromptPage(ctx, in.SiteID, in.Limit, in.Cursor)
			return listed(page, err, promptOf)
		})
	add(a, operation{method: put, path: "/prompts/{name}", id: "save-prompt", summary: "Replace a prompt for the account or a site", may: accounts.Manage},
		func(ctx context.Context, in *promptChange) (*Answer[Prompt], error) {
			p, err := a.Engine.SavePrompt(ctx, ai.PromptChange{SiteID: in.SiteID, Name: in.Name, Text: in.Body.Text, Seen: in.Body.Seen})
			return answer(promptOf(p), err)
		})
	add(a, operation{method: post, path: "/prompts/{name}/restore", id: "restore-prompt", summary: "Restore an older version, or the default", may: accounts.Manage},
		func(ctx context.Context, in *promptRestoring) (*Answer[Prompt], error) {
			p, err := a.Engine.RestorePrompt(ctx, in.SiteID, in.Name, in.Body.Version, in.Body.Seen)
			return answer(promptOf(p), err)
		})
}

func promptOf(p ai.Prompt) Prompt {
	shown := Prompt{Name: p.Name, Text: p.Text, Source: string(p.Source), Default: p.Default, Seen: p.Seen}
	if p.Number > 0 {
		shown.Version = &p.Number
	}
	return shown
}
