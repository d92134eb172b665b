package outbound_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"igny8/app/outbound"
)

// write sends the text at once.
func write(w http.ResponseWriter, text string) {
	_, _ = io.WriteString(w, text)
	w.(http.Flusher).Flush()
}

// again sends the text every few milliseconds until the client is gone.
func again(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			write(w, text)
			time.Sleep(5 * time.Millisecond)
		}
	}
}

func hang(r *http.Request) { <-r.Context().Done() }

// call reads the whole answer of the server under the terms. It returns the answer, and why it ended.
func call(t *testing.T, terms outbound.Terms, server http.HandlerFunc, useful func(*outbound.Watch, string)) (body string, err error) {
	t.Helper()
	s := httptest.NewServer(server)
	t.Cleanup(s.Close)
	ctx, watch := outbound.Attend(t.Context(), terms)
	defer watch.Stop()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Transport: outbound.Attentive(http.DefaultTransport)}
	response, err := client.Do(request)
	if err != nil {
		return "", cause(ctx, err)
	}
	defer func() { _ = response.Body.Close() }()
	part := make([]byte, 4096)
	for {
		n, err := response.Body.Read(part)
		body += string(part[:n])
		if useful != nil {
			useful(watch, string(part[:n]))
		}
		if errors.Is(err, io.EOF) {
			return body, nil
		}
		if err != nil {
			return body, cause(ctx, err)
		}
	}
}

func cause(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

func TestWatchEndsCallsThatKeepWaiting(t *testing.T) {
	t.Parallel()
	const short, long = 60 * time.Millisecond, time.Minute
	cases := []struct {
		name  string
		terms outbound.Terms
		serve http.HandlerFunc
		want  outbound.Silence
	}{
		{
			"nothing at all",
			outbound.Terms{FirstByte: short, Silence: long, Signs: long},
			func(_ http.ResponseWriter, r *http.Request) { hang(r) },
			outbound.Silence{For: short},
		},
		{
			"a response that stops",
			outbound.Terms{FirstByte: long, Silence: short, Signs: long},
			func(w http.ResponseWriter, r *http.Request) { write(w, "data: {}\n\n"); hang(r) },
			outbound.Silence{For: short},
		},
		{
			"a response without a body",
			outbound.Terms{FirstByte: long, Silence: short, Signs: long, Streamed: true},
			func(w http.ResponseWriter, r *http.Request) { write(w, ""); hang(r) },
			outbound.Silence{For: short},
		},
		{"comments alone", outbound.Terms{FirstByte: long, Silence: long, Signs: short, Streamed: true}, again(": wait\n\n"), outbound.Silence{For: short, Signs: true}},
		{"empty lines alone", outbound.Terms{FirstByte: long, Silence: long, Signs: short, Streamed: true}, again("\r\n"), outbound.Silence{For: short, Signs: true}},
		{"parts that nobody calls useful", outbound.Terms{FirstByte: long, Silence: long, Signs: short, Streamed: true}, again("data: {}\n\n"), outbound.Silence{For: short, Signs: true}},
		{"spaces before an answer that is read as a whole", outbound.Terms{FirstByte: long, Silence: long, Signs: short}, again(" "), outbound.Silence{For: short, Signs: true}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := call(t, c.terms, c.serve, nil)
			var silence *outbound.Silence
			if !errors.As(err, &silence) || *silence != c.want {
				t.Errorf("ended by %v, want %v", err, c.want)
			}
		})
	}
}

func TestWatchLeavesUsefulStreamsAlone(t *testing.T) {
	t.Parallel()
	terms := outbound.Terms{FirstByte: time.Minute, Silence: time.Minute, Signs: time.Second, Streamed: true}
	parts := 0
	body, err := call(t, terms, func(w http.ResponseWriter, _ *http.Request) {
		write(w, ": hello\n\n")
		for range 100 { // twice as long as signs of life would do
			write(w, "data: x\r\n\r\n")
			time.Sleep(20 * time.Millisecond)
		}
	}, func(watch *outbound.Watch, part string) {
		if strings.Contains(part, "x") {
			parts += strings.Count(part, "x")
			watch.Useful()
		}
	})
	if err != nil || parts != 100 || strings.Contains(body, "hello") || strings.Count(body, "data: x\r\n") != 100 {
		t.Errorf("%d parts, %q, %v", parts, body, err)
	}
}

func TestSilenceIsToldInWords(t *testing.T) {
	t.Parallel()
	for want, silence := range map[string]outbound.Silence{
		"sent nothing for 60 seconds":                   {For: time.Minute},
		"sent nothing for 2 minutes":                    {For: 2 * time.Minute},
		"sent nothing but signs of life for 10 minutes": {For: 10 * time.Minute, Signs: true},
	} {
		if got := silence.Error(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestLongBodiesAreCut(t *testing.T) {
	t.Parallel()
	terms := outbound.Terms{FirstByte: time.Minute, Silence: time.Minute, Signs: time.Minute}
	page, err := call(t, terms, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusBadGateway)
		_, _ = io.WriteString(w, strings.Repeat("x", 1<<20))
	}, nil)
	if err != nil || len(page) != 64<<10 {
		t.Errorf("an error page of %d bytes, %v", len(page), err)
	}
	terms.Streamed = true
	line, err := call(t, terms, func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, "data: "+strings.Repeat("x", 2<<20))
	}, nil)
	if !errors.Is(err, outbound.ErrTooLong) || len(line) > 1<<20 {
		t.Errorf("a line of %d bytes, %v", len(line), err)
	}
}

// TestLargeBodiesShareTheirMemory reads answers that together are larger than the memory for them, and a stream beside them.
func TestLargeBodiesShareTheirMemory(t *testing.T) {
	t.Parallel()
	block := make([]byte, 50<<20)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(block) }))
	t.Cleanup(server.Close)
	client := &http.Client{Transport: outbound.Attentive(outbound.Transport(true))}
	read := func(ctx context.Context) (io.Closer, error) {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL, nil)
		if err != nil {
			t.Fatal(err)
		}
		response, err := client.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = response.Body.Close() })
		_, err = io.Copy(io.Discard, response.Body)
		return response.Body, err
	}
	first, err := read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := read(t.Context()); err != nil {
		t.Fatal(err)
	}
	third, err := read(t.Context())
	if !errors.Is(err, outbound.ErrCrowded) {
		t.Errorf("the third large answer: %v", err)
	}
	streaming, watch := outbound.Attend(t.Context(),
		outbound.Terms{FirstByte: time.Minute, Silence: time.Minute, Signs: time.Minute, Streamed: true})
	defer watch.Stop()
	if _, err := read(streaming); errors.Is(err, outbound.ErrCrowded) {
		t.Errorf("a stream, which is not kept: %v", err)
	}
	_, _ = third.Close(), first.Close()
	if _, err := read(t.Context()); err != nil {
		t.Errorf("after one was closed: %v", err)
	}
}
