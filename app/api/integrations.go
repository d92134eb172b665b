package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/config"
	"igny8/app/integrations"
)

// Integration is an AI server of the account. Its key is never shown.
type Integration struct {
	ID             string     `json:"id"`
	Kind           string     `json:"kind" values:"integration kind"`
	BaseURL        *string    `json:"base_url"`
	Model          *string    `json:"model"`
	ImageModel     *string    `json:"image_model"`
	EmbeddingModel *string    `json:"embedding_model"`
	KeyTail        *string    `json:"key_tail" doc:"The last characters of the key, null if there is none."`
	TriedAt        *time.Time `json:"tried_at"`
	TriedOK        *bool      `json:"tried_ok"`
	TriedMessage   *string    `json:"tried_message"`
	UpdatedAt      time.Time  `json:"updated_at"`
}

// Connection is how to reach a server: its address, models and key.
type Connection struct {
	BaseURL        string `json:"base_url,omitempty" doc:"Ends in /v1; empty for OpenAI itself."`
	Key            string `json:"key,omitempty" doc:"Empty keeps the one that is there, as long as the server stays."`
	Model          string `json:"model,omitempty"`
	ImageModel     string `json:"image_model,omitempty"`
	EmbeddingModel string `json:"embedding_model,omitempty"`
}

func (c Connection) of(kind string) integrations.Connection {
	return ai.Connection{
		Kind: ai.Kind(kind), BaseURL: c.BaseURL, Key: config.Secret(c.Key), Model: c.Model, ImageModel: c.ImageModel,
		EmbeddingModel: c.EmbeddingModel,
	}.Entered()
}

type newIntegration struct {
	Body struct {
		Kind string `json:"kind" values:"integration kind"`
		Connection
	}
}

type integrationChange struct {
	ByID
	Body Connection
}

func (a *API) integrationOperations() {
	add(a, operation{method: get, path: "/integrations", id: "integrations", summary: "The AI servers of the account", may: accounts.Manage},
		func(ctx context.Context, in *Paging) (*List[Integration], error) {
			page, err := a.Integrations.Page(ctx, in.Limit, in.Cursor)
			return listed(page, err, integrationOf)
		})
	add(a, operation{method: post, path: "/integrations", id: "add-integration", summary: "Add an AI server", may: accounts.Manage, status: http.StatusCreated},
		func(ctx context.Context, in *newIntegration) (*Answer[Integration], error) {
			i, err := a.Integrations.Add(ctx, in.Body.of(in.Body.Kind))
			return answer(integrationOf(i), err)
		})
	add(a, operation{method: put, path: "/integrations/{id}", id: "change-integration", summary: "Change its address, models or key", may: accounts.Manage, site: ofIntegration},
		func(ctx context.Context, in *integrationChange) (*Answer[Integration], error) {
			i, err := a.Integrations.Change(ctx, in.ID, in.Body.of(""))
			return answer(integrationOf(i), err)
		})
	add(a, operation{method: post, path: "/integrations/{id}/try", id: "try-integration", summary: "Test the server with a short question", may: accounts.Manage, site: ofIntegration},
		func(ctx context.Context, in *ByID) (*Answer[Integration], error) {
			i, err := a.Integrations.Try(ctx, in.ID)
			return answer(integrationOf(i), err)
		})
	add(a, operation{method: remove, path: "/integrations/{id}", id: "remove-integration", summary: "Remove the server, and forget its key", may: accounts.Manage, site: ofIntegration, status: http.StatusNoContent},
		func(ctx context.Context, in *ByID) (*struct{}, error) {
			return nil, a.Integrations.Remove(ctx, in.ID)
		})
}

// ofIntegration fails if the account does not have the integration. It returns no site, as an integration belongs to none.
func ofIntegration(a *API, ctx huma.Context) (string, error) {
	_, err := a.Integrations.Integration(ctx.Context(), ctx.Param("id"))
	return "", err
}

func integrationOf(i integrations.Integration) Integration {
	c := ai.ConnectionOf(i)
	out := Integration{
		ID: i.ID, Kind: i.Kind, BaseURL: orNil(c.BaseURL), Model: orNil(c.Model), ImageModel: orNil(c.ImageModel),
		EmbeddingModel: orNil(c.EmbeddingModel),
		KeyTail:        orNil(i.KeyTail), UpdatedAt: i.UpdatedAt.UTC(),
	}
	if i.TriedAt != nil {
		out.TriedAt, out.TriedOK, out.TriedMessage = new(i.TriedAt.UTC()), &i.TriedOK, &i.TriedMessage
	}
	return out
}
