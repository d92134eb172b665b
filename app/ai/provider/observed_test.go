package provider_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"igny8/app/ai/provider"
)

// scripted answers with what it holds.
type scripted struct {
	provider.ImagesOnly
	err error
}

func (scripted) Name() string  { return "scripted" }
func (scripted) Model() string { return "none" }

func (s scripted) Complete(context.Context, provider.Completion) (provider.Answer, error) {
	return provider.Answer{Text: "yes", TokensIn: 3, TokensOut: 4}, s.err
}

type painter struct{ scripted }

func (painter) ImageModel() string { return "brush" }

func (p painter) GenerateImages(context.Context, string, provider.Size, int) ([][]byte, error) {
	return nil, p.err
}

func TestCallsAreReported(t *testing.T) {
	t.Parallel()
	var got []provider.Call
	report := func(c provider.Call) {
		c.Took = 0
		got = append(got, c)
	}
	denied := &provider.Failure{Reason: provider.Denied, Err: errors.New("401")}
	good, bad := provider.Observed(scripted{}, false, report), provider.Observed(painter{scripted{err: denied}}, true, report)
	if _, isImager := good.(provider.Imager); isImager {
		t.Error("a server that makes no pictures seems to make them")
	}
	if answer, err := good.Complete(t.Context(), provider.Completion{}); err != nil || answer.Text != "yes" {
		t.Errorf("answer %v, %v", answer, err)
	}
	imager, isImager := bad.(provider.Imager)
	if !isImager || imager.ImageModel() != "brush" {
		t.Fatal("a server that makes pictures lost that")
	}
	if _, err := imager.GenerateImages(t.Context(), "a hedge", provider.Size{}, 1); !errors.Is(err, denied) {
		t.Errorf("error %v", err)
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	_, _ = bad.Complete(stopped, provider.Completion{})
	cancelled, cancelFor := context.WithCancelCause(t.Context())
	cancelFor(errors.New("the person has cancelled the run"))
	_, _ = bad.Complete(cancelled, provider.Completion{})
	want := []provider.Call{
		{Provider: "scripted", TokensIn: 3, TokensOut: 4},
		{Provider: "scripted", Own: true, Reason: provider.Denied},
	}
	if !slices.Equal(got, want) {
		t.Errorf("reported %+v, want %+v", got, want)
	}
}
