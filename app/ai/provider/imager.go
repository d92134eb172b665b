package provider

import (
	"context"
	"errors"
)

// Size is the wanted size of a picture in pixels. A server makes the nearest that it can.
type Size struct{ Width, Height int }

// Imager is a Provider that makes pictures. If it makes nothing else, it embeds ImagesOnly.
type Imager interface {
	Provider
	ImageModel() string // empty: it makes none
	// GenerateImages makes n pictures of the prompt. It returns fewer than n files only with an error, a *Failure: those were
	// made before it.
	GenerateImages(ctx context.Context, prompt string, size Size, n int) ([][]byte, error)
}

// ImagesOnly implements the methods for questions of a Provider that only makes pictures: it refuses them.
type ImagesOnly struct{}

var errWordless = errors.New("this server makes pictures and answers no questions")

// Complete refuses every question.
func (ImagesOnly) Complete(context.Context, Completion) (Answer, error) {
	return Answer{}, &Failure{Reason: Wrong, Err: errWordless}
}

// Embeds returns false.
func (ImagesOnly) Embeds() bool { return false }

// Embed refuses every text.
func (ImagesOnly) Embed(context.Context, []string) ([][]float32, int64, error) {
	return nil, 0, &Failure{Reason: Wrong, Err: errWordless}
}
