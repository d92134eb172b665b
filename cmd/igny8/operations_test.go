package main_test

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
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

// TestUnwritableDirectoryIsRefusedByName checks directories that nobody can write: below a file, where even root cannot.
func TestUnwritableDirectoryIsRefusedByName(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"IGNY8_DATA_DIR", "IGNY8_SITES_DIR"} {
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
