package ai

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
)

// Size is the size of a picture in pixels, as it is wanted: a server gives the nearest that it makes.
type Size struct{ Width, Height int }

// Imager is a Provider that makes pictures, too, or nothing else: see Wordless.
type Imager interface {
	Provider
	ImageModel() string // empty: it makes none
	// GenerateImages makes n pictures from words: the files as they came, and fewer than n only with an error, a *Failure.
	GenerateImages(ctx context.Context, prompt string, size Size, n int) ([][]byte, error)
}

// Wordless is the half of a Provider that makes pictures alone: it refuses questions.
type Wordless struct{}

var errWordless = errors.New("this server makes pictures and answers no questions")

// Complete refuses.
func (Wordless) Complete(context.Context, Completion) (Answer, error) {
	return Answer{}, &Failure{Reason: Wrong, Err: errWordless}
}

// Embeds returns false.
func (Wordless) Embeds() bool { return false }

// Embed refuses.
func (Wordless) Embed(context.Context, []string) ([][]float32, int64, error) {
	return nil, 0, &Failure{Reason: Wrong, Err: errWordless}
}

// drawing is a provider as functions for pictures know it: its model is the one that makes them.
type drawing struct{ Imager }

func (d drawing) Model() string { return d.ImageModel() }

// draws returns the provider as one for pictures; none when it makes none.
func (c connected) draws() connected {
	imager, ok := c.Provider.(Imager)
	if !ok || imager.ImageModel() == "" {
		return connected{}
	}
	c.Provider = drawing{imager}
	return c
}

// imager makes the account's pictures: its own server, one for pictures before one for both, else the installation's.
// Without a provider in it, the built-in engine draws.
func (e *Engine) imager(ctx context.Context) (connected, error) {
	installation := connected{Provider: e.options.Images}.draws()
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
		if c = c.draws(); c.Provider != nil {
			return c, nil
		}
	}
	return installation, nil
}

// Draw makes n pictures by one call. What is asked is the prompt and nothing else.
func (m *Model) Draw(ctx context.Context, label, prompt string, size Size, n int) (files [][]byte, err error) {
	imager := m.attempt.provider.Provider.(drawing)
	err = m.patiently(ctx, label, func(ctx context.Context) error {
		files, err = imager.GenerateImages(ctx, prompt, size, n)
		if err == nil && len(files) < n {
			err = &Failure{Reason: Broken, Err: fmt.Errorf("%d pictures of %d", len(files), n)}
		}
		return err
	})
	return files, err
}

// Maker returns the name of the model that answers.
func (m *Model) Maker() string { return m.attempt.provider.Model() }

// Once does a step of a composed function that costs something and keeps what came of it: after a crash it is not done again.
// key is unique in the item; label is for people.
func Once[Out any](ctx context.Context, m *Model, key, label string, do func(context.Context) (Out, error)) (Out, error) {
	named := question{m.item.key + " " + key, digest(m.attempt.Run.Model, key)}
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
	return out, m.attempt.keepOutput(ctx, named, label, Answer{Text: string(text)})
}
