package ai

import (
	"context"

	"igny8/app/config"
	"igny8/app/integrations"
)

// Kind is a kind of AI server that an account can add.
type Kind string

// The kinds of servers.
const (
	OpenAI  Kind = "openai"  // OpenAI, and every server with its API
	Runware Kind = "runware" // images
)

// Connection describes a server. Its zero value is OpenAI's own server without key and model.
type Connection struct {
	Kind           Kind
	BaseURL        string // includes /v1; empty: the default server of the kind
	Key            config.Secret
	Model          string // answers questions
	ImageModel     string
	EmbeddingModel string
}

// The settings of an integration with an AI server.
const (
	modelSetting     = "model"
	imageSetting     = "image_model"
	embeddingSetting = "embedding_model"
)

// Entered returns the connection as an integration stores it.
func (c Connection) Entered() integrations.Connection {
	return integrations.Connection{Kind: string(c.Kind), BaseURL: c.BaseURL, Key: c.Key, Settings: map[string]string{
		modelSetting: c.Model, imageSetting: c.ImageModel, embeddingSetting: c.EmbeddingModel,
	}}
}

// ConnectionOf returns the connection of the integration, without the key.
func ConnectionOf(i integrations.Integration) Connection {
	return Connection{
		Kind: Kind(i.Kind), BaseURL: i.BaseURL,
		Model: i.Settings[modelSetting], ImageModel: i.Settings[imageSetting], EmbeddingModel: i.Settings[embeddingSetting],
	}
}

// registerKinds lets accounts add AI servers.
func (e *Engine) registerKinds() {
	model := integrations.Field{Name: modelSetting, Label: "model"}
	image := integrations.Field{Name: imageSetting, Label: "model for images"}
	embedding := integrations.Field{Name: embeddingSetting, Label: "model for vectors"}
	kind := integrations.Kind{
		Title:   "AI server",
		Address: "The address begins with https:// and ends in /v1, such as https://openrouter.ai/api/v1.",
		Try:     e.tryServer,
		// The runs that wait for the server may ask it at once.
		Changed: closeCircuit,
		After: func(ctx context.Context, id string) {
			e.connections.drop(id)
			e.Wake(ctx)
		},
	}
	writes, draws := model, image
	writes.Missing = "Name the model that answers, as the server calls it."
	draws.Missing = "Name the model that makes pictures, as the server calls it."
	kind.Name, kind.Server, kind.Fields = string(OpenAI), "api.openai.com", []integrations.Field{writes, image, embedding}
	e.options.Integrations.Register(kind)
	kind.Name, kind.Server, kind.Fields = string(Runware), "api.runware.ai", []integrations.Field{model, draws, embedding}
	e.options.Integrations.Register(kind)
}

// tryServer asks the server of the integration one small question, as a run would.
func (e *Engine) tryServer(ctx context.Context, i integrations.Integration) (ok bool, said string, err error) {
	c, err := e.connect(i)
	if err != nil {
		return false, "", err
	}
	ok, said = c.probe(ctx)
	return ok, said, nil
}
