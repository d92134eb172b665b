// Package runware makes pictures with the HTTP API of Runware: one POST with a list of tasks, answered by a list of results
// and one of errors (runware.ai/docs/en/getting-started). Results are in the answer itself and not at addresses, so that no
// other server is asked. Failures are *ai.Failure; nothing is asked twice here.
package runware

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"igny8/app/ai/provider"
	"igny8/app/outbound"
)

const (
	home = "https://api.runware.ai/v1"
	// DefaultModel is used if no other is named: FLUX dev.
	DefaultModel = "runware:101@1"
	// longestPrompt is the longest prompt of the API, in characters.
	longestPrompt = 3000
)

// Server is the server to ask.
type Server struct {
	BaseURL   string // empty: Runware itself
	Key       string
	Model     string            // empty: DefaultModel
	Transport http.RoundTripper // nil: the default one
}

// Provider is one model at Runware.
type Provider struct {
	provider.ImagesOnly
	client     *http.Client
	url, key   string
	imageModel string
	terms      outbound.Terms
}

// New returns the provider that asks the server.
func New(s Server) *Provider {
	if s.Transport == nil {
		s.Transport = http.DefaultTransport
	}
	client := &http.Client{Transport: outbound.Attentive(s.Transport)}
	p := &Provider{client: client, url: home, key: s.Key, imageModel: DefaultModel, terms: provider.PicturePatience}
	if s.BaseURL != "" {
		p.url = strings.TrimRight(s.BaseURL, "/")
	}
	if s.Model != "" {
		p.imageModel = s.Model
	}
	return p
}

// Name returns the kind of server.
func (*Provider) Name() string { return "runware" }

// Model returns the model that makes pictures. There is no other.
func (p *Provider) Model() string { return p.imageModel }

// ImageModel returns the model that makes pictures.
func (p *Provider) ImageModel() string { return p.imageModel }

// task is a request.
type task struct {
	Type           string  `json:"taskType"`
	ID             string  `json:"taskUUID,omitempty"`
	Ping           bool    `json:"ping,omitempty"`
	PositivePrompt string  `json:"positivePrompt,omitempty"`
	Model          string  `json:"model,omitempty"`
	Width          int     `json:"width,omitempty"`
	Height         int     `json:"height,omitempty"`
	NumberResults  int     `json:"numberResults,omitempty"`
	OutputType     string  `json:"outputType,omitempty"`
	OutputFormat   string  `json:"outputFormat,omitempty"`
	OutputQuality  int     `json:"outputQuality,omitempty"`
	Safety         *safety `json:"safety,omitempty"`
}

type safety struct {
	CheckContent bool `json:"checkContent"`
}

// answer is a response.
type answer struct {
	Data []struct {
		ID          string `json:"taskUUID"`
		Base64      string `json:"imageBase64Data"`
		NSFWContent bool   `json:"NSFWContent"`
	} `json:"data"`
	Errors []problem `json:"errors"`
}

type problem struct {
	Code      string `json:"code"`
	Message   string `json:"message"`
	Parameter string `json:"parameter"`
}

// GenerateImages asks for n pictures in one task.
func (p *Provider) GenerateImages(ctx context.Context, prompt string, size provider.Size, n int) ([][]byte, error) {
	if cut := []rune(prompt); len(cut) > longestPrompt {
		prompt = string(cut[:longestPrompt])
	}
	got, err := p.ask(ctx, task{
		Type: "imageInference", ID: uuid.NewString(), PositivePrompt: prompt, Model: p.imageModel, Width: whole(size.Width), Height: whole(size.Height), NumberResults: n,
		OutputType: "base64Data", OutputFormat: "JPG", OutputQuality: 95, Safety: &safety{CheckContent: true},
	})
	if err != nil {
		return nil, err
	}
	files := make([][]byte, 0, n)
	var bad error
	for _, result := range got.Data {
		file, err := base64.StdEncoding.DecodeString(result.Base64)
		switch {
		case result.NSFWContent:
			bad = &provider.Failure{Reason: provider.Refused, Err: errors.New("the picture was found unsafe")}
		case err != nil || len(file) == 0:
			bad = &provider.Failure{Reason: provider.Broken, Err: errors.New("a result without a picture")}
		default:
			files = append(files, file)
		}
	}
	return files, bad
}

// whole returns the nearest length that all models accept: a multiple of 64 from 128 to 2048.
func whole(pixels int) int { return min(max((pixels+32)/64*64, 128), 2048) }

// Ping asks the server whether it accepts the key. It costs nothing.
func (p *Provider) Ping(ctx context.Context) error {
	_, err := p.ask(ctx, task{Type: "ping", Ping: true})
	return err
}

func (p *Provider) ask(ctx context.Context, t task) (answer, error) {
	var got answer
	body, err := json.Marshal([]task{t})
	if err != nil {
		return got, fmt.Errorf("write task: %w", err)
	}
	ctx, watch := outbound.Attend(ctx, p.terms)
	defer watch.Stop()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, p.url, bytes.NewReader(body))
	if err != nil {
		return got, fmt.Errorf("write task: %w", err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+p.key)
	response, err := p.client.Do(r)
	if err != nil {
		return got, p.unreached(ctx, err)
	}
	defer func() { _ = response.Body.Close() }()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		return got, p.unreached(ctx, err)
	}
	unread := json.Unmarshal(data, &got)
	if len(got.Errors) > 0 || response.StatusCode >= http.StatusBadRequest {
		return got, p.failure(response, got.Errors)
	}
	if unread != nil {
		return got, &provider.Failure{Reason: provider.Broken, Status: response.StatusCode, Err: errors.New("the answer is no JSON of Runware's")}
	}
	return got, nil
}

func (p *Provider) unreached(ctx context.Context, err error) error {
	if ours := provider.Interrupted(ctx, err); ours != nil {
		return ours
	}
	return &provider.Failure{Reason: provider.Broken, Err: err}
}

// failure returns the first error that the server names, without the key in it, and how long it asks to wait.
func (p *Provider) failure(response *http.Response, problems []problem) error {
	f := &provider.Failure{Reason: reason(response.StatusCode, ""), Status: response.StatusCode, Err: fmt.Errorf("status %d", response.StatusCode)}
	if len(problems) > 0 {
		first := problems[0]
		f.Reason = reason(response.StatusCode, first.Code)
		said := first.Code + ": " + first.Message
		if p.key != "" {
			said = strings.ReplaceAll(said, p.key, "***")
		}
		f.Err = errors.New(said)
	}
	if seconds, err := strconv.Atoi(response.Header.Get("Retry-After")); err == nil && seconds > 0 {
		f.Wait = time.Duration(seconds) * time.Second
	}
	return f
}

func reason(status int, code string) provider.Reason {
	code = strings.ToLower(code)
	named := func(parts ...string) bool {
		for _, part := range parts {
			if strings.Contains(code, part) {
				return true
			}
		}
		return false
	}
	switch {
	case named("apikey", "unauthorized", "authentication", "credit", "balance", "payment"):
		return provider.Denied
	case named("nsfw", "moderation", "safety", "contentpolicy"):
		return provider.Refused
	case named("ratelimit", "toomanyrequests", "concurren"), status == http.StatusTooManyRequests:
		return provider.Busy
	case named("model"):
		return provider.NoModel
	case named("timeout"):
		return provider.Silent
	case status == http.StatusUnauthorized, status == http.StatusForbidden, status == http.StatusPaymentRequired:
		return provider.Denied
	case status >= http.StatusInternalServerError, named("internal", "server", "provider"):
		return provider.Broken
	}
	return provider.Wrong
}
