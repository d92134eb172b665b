package openai

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"igny8/app/ai/provider"
)

const schema = `{"type":"object","properties":{"loud":{"type":"string"}},"required":["loud"],"additionalProperties":false}`

// scripted returns a server on loopback that answers each call with the next step, the last one again and again.
func scripted(t *testing.T, steps ...http.HandlerFunc) (p *Provider, asked func() []map[string]any) {
	t.Helper()
	var mu sync.Mutex
	var requests []map[string]any
	done := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var body map[string]any
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			t.Errorf("request body: %v", err)
		}
		body["path"], body["key"] = r.URL.Path, r.Header.Get("Authorization")
		mu.Lock()
		requests = append(requests, body)
		step := steps[min(len(requests), len(steps))-1]
		mu.Unlock()
		step(w, r.WithContext(context.WithValue(r.Context(), doneKey{}, done)))
	}))
	t.Cleanup(func() {
		close(done)
		server.Close()
	})
	return New(Server{BaseURL: server.URL + "/v1", Key: "secret", Model: "small", EmbeddingModel: "vectors"}), func() []map[string]any {
		mu.Lock()
		defer mu.Unlock()
		return slices.Clone(requests)
	}
}

type doneKey struct{}

func status(code int, body string, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
		_, _ = io.WriteString(w, body)
	}
}

func stream(parts ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		for _, part := range parts {
			_, _ = fmt.Fprintf(w, "data: %s\n\n", part)
		}
	}
}

func part(delta, finish string) string {
	return fmt.Sprintf(`{"choices":[{"index":0,"delta":%s,"finish_reason":%s}]}`, delta, finish)
}

const used = `{"choices":[],"usage":{"prompt_tokens":11,"completion_tokens":7,"total_tokens":18}}`

// cut ends the connection in the middle of a stream.
func cut(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "1000")
	_, _ = fmt.Fprintf(w, "data: %s\n\n", part(`{"content":"{\"lo"}`, "null"))
}

// silent takes the question and says nothing until the test ends.
func silent(_ http.ResponseWriter, r *http.Request) {
	select {
	case <-r.Context().Value(doneKey{}).(chan struct{}):
	case <-r.Context().Done():
	}
}

// repeating sends the text again and again until the question is taken back.
func repeating(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			_, _ = io.WriteString(w, text)
			w.(http.Flusher).Flush()
			time.Sleep(time.Millisecond)
		}
	}
}

func ask() provider.Completion {
	return provider.Completion{System: "Be loud.", Prompt: "tea", SchemaName: "shout", Schema: json.RawMessage(schema), MaxTokens: 50}
}

func TestFailures(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name   string
		step   http.HandlerFunc
		reason provider.Reason
		wait   time.Duration
	}{
		{"429 with Retry-After", status(429, `{"error":{"message":"slow down","code":"rate_limit_exceeded"}}`, "Retry-After", "7"), provider.Busy, 7 * time.Second},
		{"429 without", status(429, `{"error":{"message":"slow down"}}`), provider.Busy, 0},
		{"429 because the money is spent", status(429, `{"error":{"message":"no money","code":"insufficient_quota"}}`), provider.Denied, 0},
		{"500", status(500, `{"error":{"message":"oops"}}`), provider.Broken, 0},
		{"502 with a page", status(502, `<html>bad gateway</html>`), provider.Broken, 0},
		{"503 with Retry-After", status(503, ``, "Retry-After", "3"), provider.Broken, 3 * time.Second},
		{"401", status(401, `{"error":{"message":"bad key","code":"invalid_api_key"}}`), provider.Denied, 0},
		{"404 as text", status(404, `{"error":"model not found"}`), provider.NoModel, 0},
		{"404 by code", status(404, `{"error":{"message":"no such thing","code":"model_not_found"}}`), provider.NoModel, 0},
		{"400 about the model", status(400, `{"error":{"message":"small is not a valid model ID"}}`), provider.NoModel, 0},
		{"404 of another server", status(404, `<html>page not found</html>`), provider.Wrong, 0},
		{"400", status(400, `{"error":{"message":"too long","code":"context_length_exceeded"}}`), provider.Wrong, 0},
		{"refusal", stream(part(`{"refusal":"I will not."}`, "null"), part(`{}`, `"stop"`), used, "[DONE]"), provider.Refused, 0},
		{"content filter", stream(part(`{"content":"{"}`, `"content_filter"`), "[DONE]"), provider.Refused, 0},
		{"cut off at its length", stream(part(`{"content":"{\"loud\":\"TE"}`, `"length"`), used, "[DONE]"), provider.CutOff, 0},
		{"end without finish reason", stream(part(`{"content":"{\"loud\":\"TEA\"}"}`, "null")), provider.Broken, 0},
		{"[DONE] without finish reason", stream(part(`{"content":"{\"loud\":\"TEA\"}"}`, "null"), "[DONE]"), provider.Broken, 0},
		{"error in the stream", stream(part(`{"content":"{"}`, "null"), `{"error":{"message":"overloaded"}}`), provider.Broken, 0},
		{"no JSON in the stream", stream(`{"choices":`), provider.Broken, 0},
		{"cut connection", cut, provider.Broken, 0},
		{"silence", silent, provider.Silent, 0},
		{"comments for too long", repeating(": PROCESSING\n\n"), provider.Silent, 0},
		{"empty parts for too long", repeating("data: " + part(`{"content":""}`, "null") + "\n\n"), provider.Silent, 0},
		{"a text that is a byte too long", stream(part(`{"content":"`+strings.Repeat("t", longestText+1)+`"}`, `"stop"`), used, "[DONE]"), provider.TooLong, 0},
		{"a text without end", repeating("data: " + part(`{"content":"`+strings.Repeat("tea ", 4096)+`"}`, "null") + "\n\n"), provider.TooLong, 0},
		{"a line without end", repeating(strings.Repeat("tea ", 4096)), provider.TooLong, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p, _ := scripted(t, c.step)
			if c.reason == provider.Silent {
				p.terms.FirstByte, p.terms.Signs = 30*time.Millisecond, 30*time.Millisecond
			}
			_, err := p.Complete(t.Context(), ask())
			var f *provider.Failure
			if !errors.As(err, &f) || f.Reason != c.reason || f.Wait != c.wait {
				t.Errorf("got %v, want %s after %v", err, c.reason, c.wait)
			}
		})
	}
	t.Run("a server that quotes the key", func(t *testing.T) {
		t.Parallel()
		p, _ := scripted(t, status(401, `{"error":{"message":"Incorrect API key provided: secret"}}`))
		if _, err := p.Complete(t.Context(), ask()); err == nil || strings.Contains(err.Error(), "secret") || !strings.Contains(err.Error(), "Incorrect API key") {
			t.Errorf("got %v", err)
		}
	})
	t.Run("nobody listens", func(t *testing.T) {
		t.Parallel()
		_, err := New(Server{BaseURL: "http://127.0.0.1:1/v1", Model: "small"}).Complete(t.Context(), ask())
		var f *provider.Failure
		if !errors.As(err, &f) || f.Reason != provider.Broken {
			t.Errorf("got %v", err)
		}
	})
	t.Run("whoever asks gives up", func(t *testing.T) {
		t.Parallel()
		p, _ := scripted(t, silent)
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		defer cancel()
		if _, err := p.Complete(ctx, ask()); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
	})
}

func TestAnswer(t *testing.T) {
	t.Parallel()
	whole := stream(part(`{"role":"assistant","content":""}`, "null"), part(`{"content":"{\"loud\":"}`, "null"), part(`{"content":"\"TEA\"}"}`, "null"), part(`{}`, `"stop"`), used, "[DONE]")
	p, asked := scripted(t, whole)
	answer, err := p.Complete(t.Context(), ask())
	if err != nil || answer != (provider.Answer{Text: `{"loud":"TEA"}`, TokensIn: 11, TokensOut: 7}) {
		t.Fatalf("answer %+v, %v", answer, err)
	}
	r := asked()[0]
	if r["path"] != "/v1/chat/completions" || r["key"] != "Bearer secret" || r["model"] != "small" || r["max_tokens"] != 50.0 || r["stream"] != true {
		t.Errorf("request %v", r)
	}
	format, _ := json.Marshal(r["response_format"])
	if !strings.Contains(string(format), `"strict":true`) || !strings.Contains(string(format), `"additionalProperties":false`) {
		t.Errorf("response format %s", format)
	}
}

// TestCommentsAreNoPartOfAnAnswer sends as many as a server does whose model has a queue.
func TestCommentsAreNoPartOfAnAnswer(t *testing.T) {
	t.Parallel()
	p, _ := scripted(t, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, strings.Repeat(": OPENROUTER PROCESSING\n\n", 1000))
		stream(part(`{"reasoning_content":"Hm."}`, "null"), part(`{"content":"{}"}`, `"stop"`), "[DONE]")(w, r)
	})
	if answer, err := p.Complete(t.Context(), ask()); err != nil || answer.Text != "{}" {
		t.Errorf("answer %+v, %v", answer, err)
	}
}

func TestSilentServersAreLeft(t *testing.T) {
	t.Parallel()
	for name, server := range map[string]http.HandlerFunc{"nothing": silent, "nothing but signs of life": repeating(" ")} {
		for call, do := range map[string]func(*Provider) error{
			"question": func(p *Provider) error { _, err := p.Complete(t.Context(), ask()); return err },
			"vectors":  func(p *Provider) error { _, _, err := p.Embed(t.Context(), []string{"tea"}); return err },
			"pictures": func(p *Provider) error {
				_, err := p.GenerateImages(t.Context(), "tea", provider.Size{Width: 1, Height: 1}, 1)
				return err
			},
		} {
			p, _ := pictured(t, "gpt-image-1", server)
			p.terms.FirstByte, p.terms.Signs = 30*time.Millisecond, 30*time.Millisecond
			p.drawing = p.terms
			var f *provider.Failure
			if err := do(p); !errors.As(err, &f) || f.Reason != provider.Silent || !strings.HasPrefix(f.Told, "sent "+name+" for") {
				t.Errorf("%s, and the server sends %s: %v", call, name, err)
			}
		}
	}
}

func TestModernModelsWantAnotherLimit(t *testing.T) {
	t.Parallel()
	p := New(Server{Key: "secret", Model: "gpt-5-mini"})
	body, err := json.Marshal(p.request(ask(), false))
	if err != nil || strings.Contains(string(body), `"max_tokens"`) || !strings.Contains(string(body), `"max_completion_tokens":50`) {
		t.Errorf("request %s, %v", body, err)
	}
}

func TestServerWithoutResponseFormats(t *testing.T) {
	t.Parallel()
	p, asked := scripted(t, status(400, `{"error":{"message":"unknown field response_format"}}`), stream(part(`{"content":"{}"}`, `"stop"`), "[DONE]"))
	for range 2 {
		if _, err := p.Complete(t.Context(), ask()); err != nil {
			t.Fatal(err)
		}
	}
	requests := asked()
	if len(requests) != 3 {
		t.Fatalf("%d requests, want one refused and two plain ones", len(requests))
	}
	for _, r := range requests[1:] {
		messages, _ := json.Marshal(r["messages"])
		if r["response_format"] != nil || !strings.Contains(string(messages), "additionalProperties") {
			t.Errorf("plain request %v", r)
		}
	}
}

func TestEmbed(t *testing.T) {
	t.Parallel()
	p, asked := scripted(t, status(200, `{"data":[{"index":1,"embedding":[0,1]},{"index":0,"embedding":[1,0]}],"usage":{"prompt_tokens":4}}`))
	vectors, tokens, err := p.Embed(t.Context(), []string{"tea", "mate"})
	if err != nil || tokens != 4 || len(vectors) != 2 || vectors[0][0] != 1 || vectors[1][1] != 1 {
		t.Errorf("%v, %d tokens, %v", vectors, tokens, err)
	}
	if r := asked()[0]; r["path"] != "/v1/embeddings" || r["model"] != "vectors" || r["dimensions"] != nil {
		t.Errorf("request %v", r)
	}
	for name, body := range map[string]string{
		"one too few":            `{"data":[{"index":0,"embedding":[1]}]}`,
		"one twice":              `{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}`,
		"one of another text":    `{"data":[{"index":0,"embedding":[1]},{"index":2,"embedding":[1]}]}`,
		"of two lengths":         `{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1,2]}]}`,
		"of no numbers":          `{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]}`,
		"nothing":                `{}`,
		"numbers without bounds": `{"data":[{"index":0,"embedding":[1e99]},{"index":1,"embedding":[1]}]}`,
	} {
		p, _ := scripted(t, status(200, body))
		var f *provider.Failure
		if _, _, err := p.Embed(t.Context(), []string{"tea", "mate"}); !errors.As(err, &f) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
