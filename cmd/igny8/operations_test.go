package main_test

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"igny8/app/ai/aitest"
	"igny8/app/planner/ideas"
)

// TestHealthcheckAsksTheRunningProcess checks the command that containers call: one line, and an exit code.
func TestHealthcheckAsksTheRunningProcess(t *testing.T) {
	t.Parallel()
	address := freeAddress(t)
	_, port, _ := strings.Cut(address, ":")
	where := install(t, "IGNY8_METRICS_ADDR=:"+port)
	if got := run(t, where.env, "", "healthcheck"); got.code != 1 || !strings.Contains(got.err, "127.0.0.1:"+port+"/readyz does not answer") || strings.Count(got.err, "\n") != 1 {
		t.Errorf("nothing runs: %+v", got)
	}
	server := startAt(t, where.env, freeAddress(t), address)
	if got := run(t, where.env, "", "healthcheck"); got.code != 0 || got.out != "ready\n" || got.err != "" {
		t.Errorf("serve runs: %+v", got)
	}
	server.stop()
}

func TestVersionIsAlsoAFlag(t *testing.T) {
	t.Parallel()
	command, flag := run(t, nil, "", "version"), run(t, nil, "", "--version")
	if flag.code != 0 || flag.out != command.out || flag.out == "" {
		t.Errorf("--version: %+v, version: %+v", flag, command)
	}
}

// TestLogTellsOfRequestsAndNoSecrets makes requests that carry secrets and reads the log as a program would.
func TestLogTellsOfRequestsAndNoSecrets(t *testing.T) {
	t.Parallel()
	where := install(t, "IGNY8_LOG_FORMAT=json", "IGNY8_LOG_LEVEL=debug", "IGNY8_SINGUP=closed", "OPENAI_API_KEY=sk-hidden", "OPENAI_BASE_URL=http://127.0.0.1:1/v1",
		"IGNY8_AI_MODEL=none", "SMTP_URL=smtp://u:hidden@127.0.0.1:1?tls=off", "IGNY8_SIGNUP=open")
	server := start(t, where.env)
	user := signUp(t, server.base, http.DefaultClient)
	user.post("/sites", map[string]any{"name": "Garden birds"}, nil)
	const invitation = "K7QZ2M5VK7QZ2M5VK7QZ2M5VK7"
	for _, path := range []string{"/invitations/" + invitation, "/invitations/" + invitation + "/x", "/reset?token=" + invitation, "/preview/" + invitation + "/index.html", "/nothing"} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.base+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("X-Request-ID", "from-the-proxy-1")
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		if id := answer.Header.Get("X-Request-ID"); id != "from-the-proxy-1" {
			t.Errorf("the answer to a trusted proxy has the id %q", id)
		}
		_ = answer.Body.Close()
	}
	server.stop()
	log := server.log.String()
	for _, secret := range []string{"hidden", invitation, user.token, "a sentence is best", "a key of 32 characters"} {
		if strings.Contains(log, secret) {
			t.Errorf("the log contains the secret %q", secret)
		}
	}
	type line struct {
		Level, Msg, Method, Path, Request, Account string
		Status, Bytes                              int
	}
	byPath := map[string]line{}
	for text := range strings.Lines(log) {
		var l line
		if err := json.Unmarshal([]byte(text), &l); err != nil {
			t.Errorf("not a line of JSON: %s", text)
		}
		if l.Msg == "request" {
			byPath[l.Path] = l
		}
	}
	if l := byPath["/api/v1/sites"]; l.Level != "INFO" || l.Method != "POST" || l.Status != 201 || l.Bytes == 0 || l.Request == "" || l.Account == "" {
		t.Errorf("an API request: %+v", l)
	}
	if l := byPath["/nothing"]; l.Status != 404 || l.Request != "from-the-proxy-1" {
		t.Errorf("an unknown page: %+v", l)
	}
	if l := byPath["/readyz"]; l.Level != "DEBUG" {
		t.Errorf("a question of a monitor: %+v", l)
	}
	if !strings.Contains(log, "the variable IGNY8_SINGUP is not known and has no effect") {
		t.Errorf("a misspelt variable is not in the log")
	}
}

// TestUnusablePathsAreRefusedByName checks paths that nobody can use: below a file, where even root cannot write.
func TestUnusablePathsAreRefusedByName(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"IGNY8_DATA_DIR", "IGNY8_SITES_DIR", "IGNY8_PROMPTS_DIR", "IGNY8_PRICES"} {
		where := install(t, name+"="+filepath.Join(file, "below"))
		if name == "IGNY8_DATA_DIR" {
			where.env = append(where.env, name+"="+filepath.Join(file, "below"))
		}
		got := run(t, where.env, "", "serve", "--addr", freeAddress(t))
		if got.code != 1 || !strings.Contains(got.err, name+" names "+filepath.Join(file, "below")) || strings.Count(got.err, "\n") != 1 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestMetricsTellOfRunsAndServers reads the metrics while the model thinks about one run and another waits, and after it has refused.
func TestMetricsTellOfRunsAndServers(t *testing.T) {
	t.Parallel()
	model, awake := aitest.New(t, aitest.Always(aitest.Fails(http.StatusBadRequest))).About(clusterInPrompt), make(chan struct{})
	where := install(t, "OPENAI_BASE_URL="+model.URL, "OPENAI_API_KEY=none", "IGNY8_AI_MODEL=slow")
	server := start(t, where.env)
	user := signUp(t, server.base, http.DefaultClient)
	sector := user.approvedSector()
	model.Follow(thinking(model, awake))
	first := user.queue(ideas.GenerateIdeas, on{"sector_id": sector})
	eventually(t, "the model thinks", func() bool { return model.Open() > 0 })
	var site named
	user.post("/sites", map[string]any{"name": "Another"}, &site)
	server.wantMetrics(t, "while the model thinks", `igny8_runs{pool="run.remote",state="running"} 1`, `igny8_runs{pool="run.remote",state="waiting"} 0`,
		`igny8_runs_ended_total{function="auto_cluster",outcome="DONE"} 1`, `igny8_worker_processes 1`, `igny8_ai_circuits_open{server="installation"} 0`,
		`igny8_build_info{go="go`, `igny8_http_request_seconds_count{method="POST",route="/api/v1/sites",status="201"} 2`, `state="in use"}`,
		`igny8_provider_tokens_total{direction="in",provider="openai",server="installation"}`, `igny8_tasks_waiting{queue="igny8"} 0`)
	if held := server.metric(t, "igny8_credits_held"); held == "0" || held == "" {
		t.Errorf("credits held %q while a run works", held)
	}
	model.Follow(aitest.Always(aitest.Fails(http.StatusUnauthorized)))
	close(awake)
	user.wait(first.ID)
	refused := user.queue(ideas.GenerateIdeas, on{"sector_id": sector})
	if run := user.wait(refused.ID); run.Phase != "FAILED" {
		t.Errorf("the second run: %+v", run)
	}
	server.wantMetrics(t, "after a refusal", `igny8_credits_held 0`, `igny8_provider_failures_total{provider="openai",reason="denied",server="installation"}`)
	server.stop()
}

func (s *server) metrics(t *testing.T) string {
	t.Helper()
	answer, err := http.Get(s.base + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(answer.Body)
	_ = answer.Body.Close()
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("metrics: %d %v", answer.StatusCode, err)
	}
	return string(data)
}

func (s *server) wantMetrics(t *testing.T, when string, wanted ...string) {
	t.Helper()
	all := s.metrics(t)
	for _, want := range wanted {
		if !strings.Contains(all, want) {
			name, _, _ := strings.Cut(want, "{")
			var found []string
			for line := range strings.Lines(all) {
				if strings.HasPrefix(line, name) {
					found = append(found, line)
				}
			}
			t.Errorf("%s, the metrics lack %s; there is %s", when, want, found[:min(len(found), 10)])
		}
	}
}

// metric returns the value of a metric without labels.
func (s *server) metric(t *testing.T, name string) string {
	t.Helper()
	for line := range strings.Lines(s.metrics(t)) {
		if value, found := strings.CutPrefix(line, name+" "); found {
			return strings.TrimSpace(value)
		}
	}
	return ""
}
