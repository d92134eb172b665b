package runware

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"igny8/app/ai/provider"
)

func TestSilentServerIsLeft(t *testing.T) {
	t.Parallel()
	for name, step := range map[string]http.HandlerFunc{
		"nothing": func(_ http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body)
			<-r.Context().Done()
		},
		"nothing but signs of life": func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				_, _ = io.WriteString(w, " ")
				w.(http.Flusher).Flush()
				time.Sleep(time.Millisecond)
			}
		},
	} {
		server := httptest.NewServer(step)
		t.Cleanup(server.Close)
		p := New(Server{BaseURL: server.URL, Key: "rw-secret"})
		p.terms.FirstByte, p.terms.Signs = 30*time.Millisecond, 30*time.Millisecond
		_, err := p.GenerateImages(t.Context(), "a hose", provider.Size{Width: 512, Height: 512}, 1)
		var failure *provider.Failure
		if !errors.As(err, &failure) || failure.Reason != provider.Silent || !strings.HasPrefix(failure.Told, "sent "+name+" for") {
			t.Errorf("the server sends %s: %v", name, err)
		}
	}
}
