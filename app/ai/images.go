package ai

import (
	"context"
	"encoding/json"
	"fmt"

	"igny8/app/ai/provider"
)

// imageProvider is a provider in functions for pictures: its model is the one that makes pictures.
type imageProvider struct{ provider.Imager }

func (d imageProvider) Model() string { return d.ImageModel() }

// forImages returns the provider for pictures, or none if it makes none.
func (c connected) forImages() connected {
	imager, ok := c.Provider.(provider.Imager)
	if !ok || imager.ImageModel() == "" {
		return connected{}
	}
	c.Provider = imageProvider{imager}
	return c
}

// imager returns the server that makes the account's pictures: its own, preferably one only for pictures, else the
// installation's. If it has no provider, the built-in engine draws.
func (e *Engine) imager(ctx context.Context) (connected, error) {
	installation := connected{Provider: e.options.Images}.forImages()
	if !e.connects() {
		return installation, nil
	}
	for _, kind := range []Kind{Runware, OpenAI} {
		own, err := e.options.Integrations.OfKind(ctx, string(kind))
		if err != nil {
			return connected{}, err
		}
		if own == nil {
			continue
		}
		c, err := e.connect(*own)
		if err != nil {
			return connected{}, err
		}
		if c = c.forImages(); c.Provider != nil {
			return c, nil
		}
	}
	return installation, nil
}

// Draw makes n pictures, in one call unless it gives fewer: then it is asked for the others. Only the prompt is sent. With an error it
// returns the pictures that were made all the same: they are paid for.
func (m *Model) Draw(ctx context.Context, label, prompt string, size provider.Size, n int) (files [][]byte, err error) {
	imager := m.attempt.provider.Provider.(imageProvider)
	err = m.retryCall(ctx, label, func(ctx context.Context) error {
		more, err := imager.GenerateImages(ctx, prompt, size, n-len(files))
		files = append(files, more...)
		if err == nil && len(files) < n {
			err = &provider.Failure{Reason: provider.Broken, Err: fmt.Errorf("%d pictures of %d", len(files), n)}
		}
		return err
	})
	return files, err
}

// Maker returns the name of the model that answers.
func (m *Model) Maker() string { return m.attempt.provider.Model() }

// Once runs a step of a composed function that costs something and stores its result, so that it does not run again after a
// crash. key is unique in the item; label is for people. A run that asks for what another could not do runs it anew: what that one has
// made of the step is saved and charged.
func Once[Out any](ctx context.Context, m *Model, key, label string, do func(context.Context) (Out, error)) (Out, error) {
	named := question{m.item.key + " " + key, digest(m.attempt.Run.ID, m.attempt.Run.Model, key)}
	var out Out
	if kept, ok := m.kept[named]; ok && json.Unmarshal([]byte(kept), &out) == nil {
		return out, nil
	}
	out, err := do(ctx)
	if err != nil {
		return out, err
	}
	text, err := json.Marshal(out)
	if err != nil {
		return out, fmt.Errorf("keep answer: %w", err)
	}
	return out, m.attempt.keepOutput(ctx, named, label, provider.Answer{Text: string(text)})
}
