package runware_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"igny8/app/ai/provider"
	"igny8/app/ai/provider/runware"
)

const key = "rw-secret"

// asked is what a scripted server was asked: the list of tasks of one POST.
type asked []map[string]any

// scripted is Runware on loopback that answers with the step, and what it was asked.
func scripted(t *testing.T, step http.HandlerFunc) (*runware.Provider, *asked) {
	t.Helper()
	var got asked
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := json.NewDecoder(r.Body).Decode(&got); err != nil {
			t.Errorf("asked no list: %v", err)
		}
		if r.Method != http.MethodPost || r.Header.Get("Authorization") != "Bearer "+key {
			t.Errorf("asked by %s with %q", r.Method, r.Header.Get("Authorization"))
		}
		step(w, r)
	}))
	t.Cleanup(server.Close)
	return runware.New(runware.Server{BaseURL: server.URL + "/v1/", Key: key, Model: "runware:101@1"}), &got
}

func says(status int, body string, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}
}

func TestFailuresAreToldApart(t *testing.T) {
	t.Parallel()
	failed := func(code string) string {
		return fmt.Sprintf(`{"errors":[{"code":%q,"message":"no, %s","parameter":"x"}]}`, code, key)
	}
	for name, c := range map[string]struct {
		step   http.HandlerFunc
		reason provider.Reason
		wait   time.Duration
	}{
		"a wrong key":             {says(http.StatusUnauthorized, failed("invalidApiKey")), provider.Denied, 0},
		"no credit":               {says(http.StatusBadRequest, failed("insufficientCredits")), provider.Denied, 0},
		"an unknown model":        {says(http.StatusBadRequest, failed("invalidModel")), provider.NoModel, 0},
		"an unsafe prompt":        {says(http.StatusBadRequest, failed("contentPolicyViolation")), provider.Refused, 0},
		"too many":                {says(http.StatusTooManyRequests, failed("rateLimitExceeded"), "Retry-After", "7"), provider.Busy, 7 * time.Second},
		"too many, no body":       {says(http.StatusTooManyRequests, ""), provider.Busy, 0},
		"a broken server":         {says(http.StatusBadGateway, "<html>bad gateway</html>"), provider.Broken, 0},
		"a slow model":            {says(http.StatusBadRequest, failed("inferenceTimeout")), provider.Silent, 0},
		"an error beside a 200":   {says(http.StatusOK, failed("invalidModel")), provider.NoModel, 0},
		"a wrong parameter":       {says(http.StatusBadRequest, failed("invalidWidth")), provider.Wrong, 0},
		"no JSON":                 {says(http.StatusOK, "<html>hello</html>"), provider.Broken, 0},
		"no picture in a result":  {says(http.StatusOK, `{"data":[{"taskUUID":"1"}]}`), provider.Broken, 0},
		"no base64 in a result":   {says(http.StatusOK, `{"data":[{"imageBase64Data":"%%%"}]}`), provider.Broken, 0},
		"an unsafe picture":       {says(http.StatusOK, `{"data":[{"imageBase64Data":"aGk=","NSFWContent":true}]}`), provider.Refused, 0},
		"a connection that drops": {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, provider.Broken, 0},
	} {
		p, _ := scripted(t, c.step)
		_, err := p.GenerateImages(t.Context(), "a hose", provider.Size{Width: 1536, Height: 1024}, 1)
		var failure *provider.Failure
		if !errors.As(err, &failure) || failure.Reason != c.reason || failure.Wait != c.wait {
			t.Errorf("%s: %v, want %s after %s", name, err, c.reason, c.wait)
		}
		if strings.Contains(fmt.Sprint(err), key) {
			t.Errorf("%s: the key is told: %v", name, err)
		}
	}
}

func TestPicturesComeInTheAnswer(t *testing.T) {
	t.Parallel()
	one, two := base64.StdEncoding.EncodeToString([]byte("one")), base64.StdEncoding.EncodeToString([]byte("two"))
	p, got := scripted(t, says(http.StatusOK, fmt.Sprintf(`{"data":[{"imageBase64Data":%q},{"imageBase64Data":%q}]}`, one, two)))
	files, err := p.GenerateImages(t.Context(), strings.Repeat("long ", 1000), provider.Size{Width: 1500, Height: 9000}, 2)
	if err != nil || len(files) != 2 || string(files[0]) != "one" || string(files[1]) != "two" {
		t.Fatalf("%d files, %v", len(files), err)
	}
	task := (*got)[0]
	if len(*got) != 1 || task["taskType"] != "imageInference" || task["model"] != "runware:101@1" || task["outputType"] != "base64Data" || task["numberResults"] != 2.0 {
		t.Errorf("asked %v", *got)
	}
	if task["width"] != 1472.0 || task["height"] != 2048.0 {
		t.Errorf("asked for %v × %v", task["width"], task["height"])
	}
	if prompt := task["positivePrompt"].(string); len(prompt) > 3000 {
		t.Errorf("a prompt of %d", len(prompt))
	}
	if id, _ := task["taskUUID"].(string); len(id) != 36 {
		t.Errorf("the task is %q", id)
	}
}

func TestACancelledCallEnds(t *testing.T) {
	t.Parallel()
	hung := make(chan struct{})
	p, _ := scripted(t, func(_ http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
		close(hung)
	})
	ctx, cancel := context.WithCancelCause(t.Context())
	why := errors.New("a person stopped it")
	time.AfterFunc(20*time.Millisecond, func() { cancel(why) })
	if _, err := p.GenerateImages(ctx, "a hose", provider.Size{Width: 512, Height: 512}, 1); !errors.Is(err, why) {
		t.Errorf("it ended with %v", err)
	}
	<-hung // the server sees that nobody waits any more
}

func TestAPingAsksForNothing(t *testing.T) {
	t.Parallel()
	p, got := scripted(t, says(http.StatusOK, `{"data":[{"taskType":"ping","pong":true}]}`))
	if err := p.Ping(t.Context()); err != nil {
		t.Fatal(err)
	}
	if task := (*got)[0]; task["taskType"] != "ping" || task["positivePrompt"] != nil {
		t.Errorf("asked %v", task)
	}
}
