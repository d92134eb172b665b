package main_test

import (
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// postgres is a PostgreSQL server of the test's own, which it can stop.
type postgres struct {
	t         *testing.T
	bin, data string
	url       string
	options   string // of the server
}

// startPostgres creates and starts a server. PostgreSQL refuses to run as root, so root runs it as the user postgres.
func startPostgres(t *testing.T) *postgres {
	t.Helper()
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil || len(found) == 0 {
		t.Skip("needs the programs of PostgreSQL in /usr/lib/postgresql")
	}
	dir := t.TempDir()
	for _, folder := range []string{filepath.Dir(dir), dir} {
		if err := os.Chmod(folder, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	address := freeAddress(t)
	_, port, _ := net.SplitHostPort(address)
	p := &postgres{t: t, bin: found[len(found)-1], data: filepath.Join(dir, "data"), url: "postgres://igny8@" + address + "/postgres?sslmode=disable"}
	p.do("initdb", "-D", p.data, "-A", "trust", "-U", "igny8", "-E", "UTF8", "--no-sync")
	p.options = "-p " + port + " -c listen_addresses=127.0.0.1 -c fsync=off -k " + dir
	p.start()
	t.Cleanup(func() { _ = p.command("pg_ctl", "-D", p.data, "-m", "immediate", "stop").Run() })
	return p
}

func (p *postgres) start() {
	p.t.Helper()
	p.do("pg_ctl", "-D", p.data, "-l", filepath.Join(filepath.Dir(p.data), "log"), "-w", "-o", p.options, "start")
}

func (p *postgres) command(name string, args ...string) *exec.Cmd {
	words := append([]string{filepath.Join(p.bin, name)}, args...)
	if os.Getuid() == 0 {
		words = append([]string{"runuser", "-u", "postgres", "--"}, words...)
	}
	c := exec.Command(words[0], words[1:]...)
	c.Dir = "/"
	return c
}

func (p *postgres) do(name string, args ...string) {
	p.t.Helper()
	c := p.command(name, args...)
	c.Stdout = io.Discard // pg_ctl gives its standard output to the server, which would keep a pipe open
	if err := c.Run(); err != nil {
		p.t.Fatalf("%s: %v", name, err)
	}
}

// TestPostgresAway stops a real PostgreSQL under the running program and starts it again.
func TestPostgresAway(t *testing.T) {
	t.Parallel()
	p := startPostgres(t)
	env := []string{"IGNY8_DATA_DIR=" + t.TempDir(), "IGNY8_SECRET_KEY=a key of 32 characters for the tests", "DATABASE_URL=" + p.url, "IGNY8_LOG_FORMAT=json"}
	if got := run(t, env, "", "migrate", "up"); got.code != 0 {
		t.Fatalf("migrate: %+v", got)
	}
	server := start(t, env)
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("log: %s", server.log)
		}
	})
	user := signUp(t, server.base, http.DefaultClient)
	user.post("/sites", map[string]any{"name": "Garden birds"}, nil)

	p.do("pg_ctl", "-D", p.data, "-m", "immediate", "-w", "stop")
	var ids []string
	for _, c := range []struct{ method, path, body, kind string }{
		{"GET", "/api/v1/sites", "", "application/problem+json"},
		{"POST", "/api/v1/sites", `{"name": "More birds"}`, "application/problem+json"},
		{"POST", "/api/v1/auth/token", `{"email": "ada@birds.test", "password": "a sentence is best"}`, "application/problem+json"},
		{"GET", "/app", "", "text/html; charset=utf-8"},
		{"GET", "/login", "", "text/html; charset=utf-8"},
		{"GET", "/readyz", "", "text/plain; charset=utf-8"},
	} {
		r, err := http.NewRequestWithContext(t.Context(), c.method, server.base+c.path, strings.NewReader(c.body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Cookie", "igny8_session=stale")
		if strings.HasPrefix(c.path, "/api/") && !strings.Contains(c.path, "auth") {
			r.Header.Set("Authorization", "Bearer "+user.token)
		}
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		said, _ := io.ReadAll(answer.Body)
		_ = answer.Body.Close()
		if c.path == "/login" && answer.StatusCode == http.StatusOK {
			continue // needs no database
		}
		if answer.StatusCode != http.StatusServiceUnavailable || answer.Header.Get("Retry-After") == "" || answer.Header.Get("Content-Type") != c.kind {
			t.Errorf("%s %s: %d %v %.300s", c.method, c.path, answer.StatusCode, answer.Header, said)
		}
		if c.path != "/readyz" {
			ids = append(ids, answer.Header.Get("X-Request-Id"))
			if !strings.Contains(string(said), "The database does not answer at the moment. Nothing that was saved is lost.") {
				t.Errorf("%s %s says %.300s", c.method, c.path, said)
			}
		}
	}
	p.start()
	eventually(t, "the same process answers again", func() bool {
		answer, err := http.Get(server.base + "/readyz")
		if err != nil {
			return false
		}
		_ = answer.Body.Close()
		return answer.StatusCode == http.StatusOK
	})
	var sites struct{ Items []named }
	user.get("/sites", &sites)
	if len(sites.Items) != 1 {
		t.Errorf("afterwards there are the sites %v, want the one that was saved", sites.Items)
	}
	server.stop()

	failed := map[string]int{}
	for text := range strings.Lines(server.log.String()) {
		var l struct{ Msg, Request, Error string }
		if err := json.Unmarshal([]byte(text), &l); err == nil && l.Msg == "request failed" && l.Error != "" {
			failed[l.Request]++
		}
	}
	for _, id := range ids {
		if failed[id] != 1 {
			t.Errorf("request %s has %d lines with its cause, want one", id, failed[id])
		}
	}
	if known := slices.Contains(ids, ""); known {
		t.Errorf("an answer has no request id: %q", ids)
	}
}
