package provider

import (
	"context"
	"errors"
	"time"
)

// Call is what is known of one call once it has ended.
type Call struct {
	Provider            string // the kind of server
	Own                 bool   // the server is an account's, not the installation's
	Reason              Reason // why it has no answer; empty: it has one
	Took                time.Duration
	TokensIn, TokensOut int64
}

// Observed returns the provider with each of its calls reported. Calls that the caller gave up are not.
func Observed(p Provider, own bool, report func(Call)) Provider {
	o := observed{Provider: p, own: own, report: report}
	if imager, ok := p.(Imager); ok {
		return observedImager{o, imager}
	}
	return o
}

type observed struct {
	Provider
	own    bool
	report func(Call)
}

func (o observed) Complete(ctx context.Context, c Completion) (Answer, error) {
	begun := time.Now()
	answer, err := o.Provider.Complete(ctx, c)
	o.ended(ctx, begun, err, answer.TokensIn, answer.TokensOut)
	return answer, err
}

func (o observed) Embed(ctx context.Context, texts []string) ([][]float32, int64, error) {
	begun := time.Now()
	vectors, tokens, err := o.Provider.Embed(ctx, texts)
	o.ended(ctx, begun, err, tokens, 0)
	return vectors, tokens, err
}

func (o observed) ended(ctx context.Context, begun time.Time, err error, in, out int64) {
	if errors.Is(ctx.Err(), context.Canceled) {
		return
	}
	call := Call{Provider: o.Name(), Own: o.own, Took: time.Since(begun), TokensIn: in, TokensOut: out}
	if err != nil {
		call.Reason = FailureOf(err).Reason
	}
	o.report(call)
}

type observedImager struct {
	observed
	imager Imager
}

func (o observedImager) ImageModel() string { return o.imager.ImageModel() }

func (o observedImager) GenerateImages(ctx context.Context, prompt string, size Size, n int) ([][]byte, error) {
	begun := time.Now()
	files, err := o.imager.GenerateImages(ctx, prompt, size, n)
	o.ended(ctx, begun, err, 0, 0)
	return files, err
}
