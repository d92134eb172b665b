package outbound

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"
)

// Terms are how long a call waits for its server and what it takes from it.
type Terms struct {
	FirstByte time.Duration // until the response begins
	Silence   time.Duration // between two bytes of the response
	Signs     time.Duration // in all, while the server sends nothing but signs of life
	// Streamed says that the body is a stream of events, read part by part and not kept: comments are left out of it, and
	// Useful tells which parts are more than signs of life. Without it, every byte is a sign of life and nothing more.
	Streamed bool
}

// Silence is the end of a call whose server kept it waiting.
type Silence struct {
	For   time.Duration
	Signs bool // the server sent signs of life and nothing else
}

func (s *Silence) Error() string {
	what := "nothing"
	if s.Signs {
		what = "nothing but signs of life"
	}
	if s.For%time.Minute == 0 && s.For > time.Minute {
		return fmt.Sprintf("sent %s for %d minutes", what, s.For/time.Minute)
	}
	return fmt.Sprintf("sent %s for %.0f seconds", what, s.For.Seconds())
}

// Watch ends a call whose server breaks the terms. The cause of its context is a *Silence then.
type Watch struct {
	terms  Terms
	cancel context.CancelCauseFunc
	alarm  *time.Timer

	mu       sync.Mutex
	last     time.Time // when something came last; zero: nothing has
	sign     bool      // that was a sign of life, as far as anybody has said
	waited   time.Duration
	patience time.Duration // that the alarm is set to
}

type watchKey struct{}

// Attend watches the calls that are made with the context. The transport must be Attentive. Stop ends it.
func Attend(ctx context.Context, t Terms) (context.Context, *Watch) {
	w := &Watch{terms: t, patience: t.FirstByte}
	ctx, w.cancel = context.WithCancelCause(ctx)
	w.alarm = time.AfterFunc(t.FirstByte, w.silent)
	return context.WithValue(ctx, watchKey{}, w), w
}

func watchOf(ctx context.Context) *Watch {
	w, _ := ctx.Value(watchKey{}).(*Watch)
	return w
}

// Stop ends the watch and its context.
func (w *Watch) Stop() {
	w.alarm.Stop()
	w.cancel(nil)
}

// Useful says that what came last was part of the answer.
func (w *Watch) Useful() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.sign = false
}

func (w *Watch) silent() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.cancel(&Silence{For: w.patience})
}

// heard sets the alarm anew. The time since a sign of life has been waited through for its sake.
func (w *Watch) heard() {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := time.Now()
	if w.sign {
		w.waited += now.Sub(w.last)
	}
	w.last, w.sign, w.patience = now, true, w.terms.Silence
	w.alarm.Reset(w.terms.Silence)
	if w.waited > w.terms.Signs {
		w.cancel(&Silence{For: w.terms.Signs, Signs: true})
	}
}

// longestRefusal is what is read of a response that is an error.
const longestRefusal = 64 << 10

// Attentive returns the transport with the terms of watched calls. Bodies end at their longest length, of whoever the server is.
func Attentive(next http.RoundTripper) http.RoundTripper { return attentive{next} }

type attentive struct{ next http.RoundTripper }

func (a attentive) RoundTrip(r *http.Request) (*http.Response, error) {
	response, err := a.next.RoundTrip(r)
	if err != nil {
		return response, err
	}
	response.Body = &body{ReadCloser: response.Body, left: longest}
	if response.StatusCode >= http.StatusBadRequest {
		response.Body = reading{io.LimitReader(response.Body, longestRefusal), response.Body}
	}
	w := watchOf(r.Context())
	if w == nil {
		return response, nil
	}
	w.heard()
	response.Body = watched{response.Body, w}
	if w.terms.Streamed {
		response.Body = reading{&events{next: response.Body, first: true}, response.Body}
	}
	return response, nil
}

// reading is a body that is read through something else.
type reading struct {
	io.Reader
	io.Closer
}

// watched tells the watch of every byte that comes.
type watched struct {
	io.ReadCloser
	watch *Watch
}

func (b watched) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if n > 0 {
		b.watch.heard()
	}
	return n, err
}
