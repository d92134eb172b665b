package outbound

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"
)

// Terms say how long a call waits for its server, and what it accepts.
type Terms struct {
	FirstByte time.Duration // until the response begins
	Silence   time.Duration // between two bytes of the response
	Signs     time.Duration // in total, while the server sends only signs of life
	// Streamed says that the body is a stream of events that is read part by part: comments are left out, and Useful tells
	// which parts are more than signs of life. Without it, every byte is only a sign of life.
	Streamed bool
}

// Silence is the error of a call whose server was too slow.
type Silence struct {
	For   time.Duration
	Signs bool // the server sent only signs of life
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

// Watch ends a call whose server breaks the terms. The cause of its context is then a *Silence.
type Watch struct {
	terms  Terms
	cancel context.CancelCauseFunc
	alarm  *time.Timer

	mu       sync.Mutex
	last     time.Time // time of the last bytes; zero: none yet
	sign     bool      // the last bytes were a sign of life, as far as is known
	waited   time.Duration
	patience time.Duration // that the alarm is set to
}

type watchKey struct{}

// Attend watches the calls with the returned context. The transport must be Attentive. Stop ends the watch.
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

// Useful says that the last bytes were part of the answer.
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

// heard resets the alarm. The time since the last sign of life counts as waiting.
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

// longestRefusal is how much is read of a response that is an error.
const longestRefusal = 64 << 10

// Attentive returns the transport with the terms of watched calls. Every body ends at its longest length.
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

// watched reports every byte to the watch.
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
