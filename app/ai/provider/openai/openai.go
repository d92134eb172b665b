// Package openai asks OpenAI, and every server with its API, over streams: a stream shows early that the server has stopped,
// and only one that ends with a finish reason counts as complete. Failures are *ai.Failure. Nothing is asked twice here,
// except for a server that does not know response formats: the engine decides about retries.
package openai

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"

	client "github.com/sashabaranov/go-openai"

	"igny8/app/ai/provider"
	"igny8/app/outbound"
)

// longestText is the longest answer that is read, in bytes. It is about fifty pages.
const longestText = 256 << 10

// Provider is one model on one server.
type Provider struct {
	client   *client.Client
	key      string
	model    string
	vectors  string         // the model that embeds; empty: none
	pictures string         // the model that makes pictures; empty: none
	modern   bool           // the limit of an answer has the name that OpenAI's newer models want
	terms    outbound.Terms // of a question or vectors
	drawing  outbound.Terms // of pictures
	plain    atomic.Bool    // the server has refused a response format: the schema is written into the prompt
}

// Server is the address of a server and the names of its models.
type Server struct {
	BaseURL        string // includes its /v1; empty: OpenAI itself
	Key            string // may be empty for servers that ask for none
	Model          string
	EmbeddingModel string            // empty: the provider has no vectors
	ImageModel     string            // empty: the provider makes no pictures
	Transport      http.RoundTripper // nil: the default one
}

// New returns the provider that asks the server.
func New(s Server) *Provider {
	config := client.DefaultConfig(s.Key)
	if s.BaseURL != "" {
		config.BaseURL = strings.TrimRight(s.BaseURL, "/")
	}
	if s.Transport == nil {
		s.Transport = http.DefaultTransport
	}
	config.HTTPClient = &http.Client{Transport: headers{outbound.Attentive(s.Transport)}}
	return &Provider{
		client: client.NewClientWithConfig(config), key: s.Key, model: s.Model, vectors: s.EmbeddingModel, pictures: s.ImageModel,
		terms: provider.Patience, drawing: provider.PicturePatience,
		modern: s.BaseURL == "" || strings.Contains(s.BaseURL, "api.openai.com") || reasoning(s.Model),
	}
}

// reasoning reports whether the library refuses the old name of the token limit for the model.
func reasoning(model string) bool {
	for _, prefix := range []string{"o1", "o3", "o4", "gpt-5"} {
		if strings.HasPrefix(model, prefix) {
			return true
		}
	}
	return false
}

// Name returns the kind of server.
func (*Provider) Name() string { return "openai" }

// Model returns the model that answers.
func (p *Provider) Model() string { return p.model }

// Complete asks the model once.
func (p *Provider) Complete(ctx context.Context, c provider.Completion) (provider.Answer, error) {
	plain := p.plain.Load()
	answer, err := p.stream(ctx, c, plain)
	if err == nil || plain || !formatRefused(err) {
		return answer, err
	}
	p.plain.Store(true)
	return p.stream(ctx, c, true)
}

func (p *Provider) request(c provider.Completion, plain bool) client.ChatCompletionRequest {
	r := client.ChatCompletionRequest{
		Model: p.model, Stream: true, StreamOptions: &client.StreamOptions{IncludeUsage: true},
		ResponseFormat: &client.ChatCompletionResponseFormat{
			Type:       client.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &client.ChatCompletionResponseFormatJSONSchema{Name: c.SchemaName, Schema: c.Schema, Strict: true},
		},
	}
	if plain {
		r.ResponseFormat = nil
		c.System += "\n\nThe JSON schema of the answer:\n" + string(c.Schema)
	}
	r.Messages = []client.ChatCompletionMessage{
		{Role: client.ChatMessageRoleSystem, Content: c.System},
		{Role: client.ChatMessageRoleUser, Content: c.Prompt},
	}
	if p.modern {
		r.MaxCompletionTokens = c.MaxTokens
	} else {
		//lint:ignore SA1019 servers other than OpenAI's know only the old name
		r.MaxTokens = c.MaxTokens
	}
	return r
}

func (p *Provider) stream(ctx context.Context, c provider.Completion, plain bool) (provider.Answer, error) {
	terms := p.terms
	terms.Streamed = true
	ctx, watch := outbound.Attend(ctx, terms)
	defer watch.Stop()
	ctx, wait := withWait(ctx)

	stream, err := p.client.CreateChatCompletionStream(ctx, p.request(c, plain))
	if err != nil {
		return provider.Answer{}, p.classify(ctx, err, wait.asked())
	}
	defer func() { _ = stream.Close() }()
	var got reply
	for {
		part, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return got.answer()
		}
		if err != nil {
			return provider.Answer{}, p.classify(ctx, err, wait.asked())
		}
		said, useful := got.add(part)
		if useful {
			watch.Useful()
		}
		if got.text.Len()+got.refusal.Len() > longestText {
			return provider.Answer{}, &provider.Failure{Reason: provider.TooLong, Err: fmt.Errorf("an answer of more than %d bytes", longestText)}
		}
		if said != "" && c.Heard != nil {
			c.Heard(said)
		}
	}
}

// reply collects the parts of an answer.
type reply struct {
	text, refusal strings.Builder
	finish        client.FinishReason
	in, out       int64
}

// add adds the next part. It returns the text in it, and whether the part shows that the model works: reasoning counts, too.
func (r *reply) add(part client.ChatCompletionStreamResponse) (said string, useful bool) {
	if part.Usage != nil {
		r.in, r.out = int64(part.Usage.PromptTokens), int64(part.Usage.CompletionTokens)
	}
	for _, choice := range part.Choices {
		r.text.WriteString(choice.Delta.Content)
		said += choice.Delta.Content
		r.refusal.WriteString(choice.Delta.Refusal)
		if choice.FinishReason != "" {
			r.finish = choice.FinishReason
		}
		d := choice.Delta
		useful = useful || d.Content+d.Refusal+d.ReasoningContent+string(choice.FinishReason) != ""
	}
	return said, useful
}

// answer returns the answer or a failure, depending on how it ended.
func (r *reply) answer() (provider.Answer, error) {
	fail := func(reason provider.Reason, format string, args ...any) (provider.Answer, error) {
		return provider.Answer{}, &provider.Failure{Reason: reason, Err: fmt.Errorf(format, args...)}
	}
	switch {
	case r.refusal.Len() > 0:
		return fail(provider.Refused, "refusal: %s", r.refusal.String())
	case r.finish == client.FinishReasonContentFilter:
		return fail(provider.Refused, "content filter")
	case r.finish == client.FinishReasonLength:
		return fail(provider.CutOff, "finish reason length after %d tokens", r.out)
	case r.finish == "":
		return fail(provider.Broken, "stream ended without a finish reason")
	case r.finish != client.FinishReasonStop:
		return fail(provider.Broken, "finish reason %s", r.finish)
	}
	return provider.Answer{Text: r.text.String(), TokensIn: r.in, TokensOut: r.out}, nil
}
