package main_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"igny8/app/database"
	"igny8/app/planner/grouping"
	"igny8/app/planner/ideas"
	"igny8/app/writer/drafting"
)

const (
	appHost   = "app.igny8.test"
	sitesHost = "sites.igny8.test"
)

// TestProductionTopology runs what docker-compose.yml describes, without containers: PostgreSQL, Redis, Caddy in front with TLS, one web
// process without workers, and two workers. A person goes from sign-up to a published site over TLS, and one worker is killed while it
// works.
func TestProductionTopology(t *testing.T) {
	t.Parallel()
	caddy := os.Getenv("TEST_CADDY")
	if caddy == "" || os.Getenv("TEST_DATABASE_URL") == "" || os.Getenv("TEST_REDIS_URL") == "" {
		t.Skip("needs TEST_CADDY, TEST_DATABASE_URL and TEST_REDIS_URL")
	}
	where := install(t, "IGNY8_BASE_URL=https://"+appHost, "IGNY8_APP_HOST="+appHost, "IGNY8_TRUSTED_PROXIES=127.0.0.1")
	if got := run(t, where.env, "", "migrate", "up"); got.code != 0 {
		t.Fatalf("migrate: %+v", got)
	}
	web := start(t, where.env, "--no-worker")
	web.checkReadiness(t, "ready\nno worker is alive: runs wait until one starts\n")
	doomed, heir := work(t, where), work(t, where)
	front := startCaddy(t, caddy, strings.TrimPrefix(web.base, "http://"), filepath.Join(where.data, "sites"))

	front.checkTLSRedirect(t)
	user := signUp(t, "https://"+appHost, front.client)
	front.checkStoredAddress(t, where)
	sectors := user.sectors(6, phrases(60, 12))
	runs := make([]string, len(sectors))
	for i, sector := range sectors {
		runs[i] = user.queue(grouping.AutoCluster, on{"sector_id": sector}).ID
	}
	doomed.kill()
	for _, id := range runs {
		if run := user.wait(id); run.Phase != "DONE" {
			t.Errorf("a run that two workers had: %+v", run)
		}
	}
	where.checkLedger(t)
	heir.checkRunMetrics(t)
	web.checkReadiness(t, "ready\n")
	front.checkOperationsAreHidden(t)
	front.checkBodyLimits(t)
	front.checkSignInWaits(t)
	web = front.checkRestart(t, where, web)

	front.checkUnpublished(t, user.site)
	pages := user.publish(sectors)
	front.checkPublished(t, user.site, pages)
	heir.stop()
	web.stop()
	front.checkAway(t)
}

// checkRestart restarts the web process while people open pages: each request waits for the new process.
func (f *front) checkRestart(t *testing.T, where *installation, web *server) *server {
	t.Helper()
	restarted, answers := make(chan struct{}), make(chan map[int]int)
	for range 4 {
		go func() {
			count := map[int]int{}
			for open := true; open; {
				select {
				case <-restarted:
					open = false // one more, of the new process
				default:
				}
				status, _, _ := f.visit(t, "https://"+appHost+"/login")
				count[status]++
			}
			answers <- count
		}()
	}
	web.stop()
	address := strings.TrimPrefix(web.base, "http://")
	web = startAt(t, where.env, address, address, "--no-worker")
	close(restarted)
	for range 4 {
		if count := <-answers; len(count) != 1 || count[http.StatusOK] == 0 {
			t.Errorf("answers by status while the web process restarted: %v, want 200 alone", count)
		}
	}
	return web
}

// checkAway asks for a page, a part of one and the API while no web process runs.
func (f *front) checkAway(t *testing.T) {
	t.Helper()
	asked := make(chan struct{})
	for _, want := range []struct{ path, part, kind, text string }{
		{"/app", "", "text/html; charset=utf-8", "<h1>IGNY8 is back in a moment</h1>"},
		{"/app", "true", "text/html; charset=utf-8", `role="alert"`},
		{"/api/v1/me", "", "application/problem+json", `"status":503`},
	} {
		go func() {
			defer func() { asked <- struct{}{} }()
			r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://"+appHost+want.path, nil)
			if err != nil {
				t.Error(err)
				return
			}
			r.Header.Set("HX-Request", want.part)
			answer, err := f.client.Do(r)
			if err != nil {
				t.Error(err)
				return
			}
			defer func() { _ = answer.Body.Close() }()
			text, err := io.ReadAll(answer.Body)
			if err != nil || answer.StatusCode != http.StatusServiceUnavailable || answer.Header.Get("Retry-After") == "" ||
				answer.Header.Get("Content-Type") != want.kind || !strings.Contains(string(text), want.text) {
				t.Errorf("%s without a web process: %d %v %s, want %q", want.path, answer.StatusCode, answer.Header, text, want.text)
			}
		}()
	}
	for range 3 {
		<-asked
	}
}

// checkReadiness checks what /readyz says. A web process serves without workers, so its status is 200 all the same.
func (s *server) checkReadiness(t *testing.T, want string) {
	t.Helper()
	eventually(t, "readyz says "+want, func() bool {
		answer, err := http.Get(s.base + "/readyz")
		if err != nil {
			return false
		}
		said, err := io.ReadAll(answer.Body)
		_ = answer.Body.Close()
		return err == nil && answer.StatusCode == http.StatusOK && string(said) == want
	})
}

// checkRunMetrics reads the metrics of the worker itself: no other process counts its runs.
func (s *server) checkRunMetrics(t *testing.T) {
	t.Helper()
	for path, want := range map[string]string{"/metrics": `igny8_ai_phase_seconds_count{function="auto_cluster"`, "/readyz": "ready", "/healthz": "ok"} {
		answer, err := http.Get(s.base + path)
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(answer.Body)
		_ = answer.Body.Close()
		if err != nil || answer.StatusCode != http.StatusOK || !strings.Contains(string(data), want) {
			t.Errorf("the worker's %s: %d %v, want %q", path, answer.StatusCode, err, want)
		}
	}
}

// checkOperationsAreHidden requests the operators' addresses, in spellings that a proxy and a router may read differently.
func (f *front) checkOperationsAreHidden(t *testing.T) {
	t.Helper()
	for _, path := range []string{"/metrics", "/metrics/", "/METRICS", "//metrics", "/./metrics", "/x/../metrics", "/%6detrics", "/metrics?x", "/readyz", "/Readyz/", "/%72eadyz"} {
		if status, _, body := f.visit(t, "https://"+appHost+path); status != http.StatusNotFound || strings.Contains(body, "igny8_") || strings.Contains(body, "ready") {
			t.Errorf("%s: %d %.100s", path, status, body)
		}
	}
}

// checkBodyLimits sends bodies above the limit. Where the application refuses a body that Caddy 2.6 is still passing on, Caddy has 502 for
// it, which becomes the answer for an absent application.
func (f *front) checkBodyLimits(t *testing.T) {
	t.Helper()
	for path, size := range map[string]int{
		"/login": 100 << 10, "/nope": 8 << 20, "/api/v1/auth/token": 8 << 20, "/app/sites/x/planner/import": 100 << 20, "/app/sites/x/writer/contents/y/images": 130 << 20,
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://"+appHost+path, io.LimitReader(zeros{}, int64(size)))
		if err != nil {
			t.Fatal(err)
		}
		r.ContentLength = int64(size)
		r.Header.Set("Content-Type", "application/json")
		answer, err := f.client.Do(r)
		if err != nil {
			continue // the server closed the connection while the body was still being sent
		}
		_ = answer.Body.Close()
		if answer.StatusCode < 400 || answer.StatusCode >= 500 && (size < 5<<20 || answer.StatusCode != http.StatusServiceUnavailable) {
			t.Errorf("%d MB to %s: %d", size>>20, path, answer.StatusCode)
		}
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// work starts a worker.
func work(t *testing.T, where *installation) *server {
	t.Helper()
	address := freeAddress(t)
	s := &server{t: t, base: "http://" + address, cmd: command(t, append(slices.Clone(where.env), "IGNY8_METRICS_ADDR="+address), "worker"), log: &bytes.Buffer{}}
	s.cmd.Stderr = s.log
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.kill)
	return s
}

// publish takes grouped sectors to a published site about the first one, and returns its number of pages.
func (s *script) publish(sectors []string) int64 {
	s.t.Helper()
	for _, sector := range sectors {
		s.approve(sector)
	}
	contents := s.draft(sectors[0], 3)
	for _, id := range contents {
		s.write(id)
		s.post("/contents/"+id+"/submit", nil, nil)
		s.post("/contents/"+id+"/approve", nil, nil)
	}
	var queued struct {
		ID string `json:"id"`
	}
	s.post("/sites/"+s.site+"/releases", nil, &queued)
	s.wait(queued.ID)
	var releases struct {
		Items []struct {
			ID    string `json:"id"`
			Pages int64  `json:"pages"`
		} `json:"items"`
	}
	s.get("/sites/"+s.site+"/releases", &releases)
	release := releases.Items[0]
	s.post("/releases/"+release.ID+"/activate", nil, nil)
	return release.Pages
}

// draft plans a site of this many articles from an approved sector and drafts them.
func (s *script) draft(sector string, articles int) (contents []string) {
	s.t.Helper()
	var clusters, proposed, drafts struct{ Items []named }
	s.get(fmt.Sprintf("/sectors/%s/clusters?level=page&limit=%d", sector, articles), &clusters)
	attached := make([]map[string]any, len(clusters.Items))
	for i, c := range clusters.Items {
		attached[i] = map[string]any{"cluster_id": c.ID}
	}
	s.put("/sites/"+s.site+"/blueprint", map[string]any{
		"type": "blog", "business": map[string]any{"name": "Garden birds", "description": "For people who watch birds."}, "clusters": attached, "propose": true,
	})
	s.post("/sites/"+s.site+"/blueprint/approve", nil, nil)
	s.wait(s.queue(ideas.GenerateIdeas, on{"sector_id": sector}).ID)
	s.get(fmt.Sprintf("/sectors/%s/ideas?limit=%d", sector, articles), &proposed)
	tasks := make([]string, len(proposed.Items))
	for i, idea := range proposed.Items {
		var task named
		s.post("/ideas/"+idea.ID+"/accept", nil, &task)
		s.post("/tasks/"+task.ID+"/approve-brief", nil, nil)
		tasks[i] = task.ID
	}
	if run := s.wait(s.queue(drafting.GenerateContent, on{"site_id": s.site, "payload": on{"task_ids": tasks}}).ID); run.Phase != "DONE" {
		s.t.Fatalf("drafts: %+v", run)
	}
	s.get("/sites/"+s.site+"/contents", &drafts)
	for _, c := range drafts.Items {
		contents = append(contents, c.ID)
	}
	if len(contents) != len(tasks) || len(contents) == 0 {
		s.t.Fatalf("%d contents of %d ideas", len(contents), len(tasks))
	}
	return contents
}

// front is a running Caddy, and a client that resolves its host names as DNS would.
type front struct {
	client      *http.Client
	neighbour   *http.Client // has another address
	http, https string       // addresses
}

func startCaddy(t *testing.T, caddy, upstream, sites string) *front {
	t.Helper()
	home := t.TempDir()
	f := &front{http: freeAddress(t), https: freeAddress(t)}
	_, httpPort, _ := net.SplitHostPort(f.http)
	_, httpsPort, _ := net.SplitHostPort(f.https)
	config, err := filepath.Abs("../../Caddyfile")
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(caddy, "run", "--config", config, "--adapter", "caddyfile")
	c.Env = []string{
		"HOME=" + home, "XDG_DATA_HOME=" + home, "XDG_CONFIG_HOME=" + home, "PATH=" + os.Getenv("PATH"),
		"IGNY8_APP_HOST=" + appHost, "IGNY8_SITES_HOST=" + sitesHost, "IGNY8_TLS=internal", "IGNY8_BIND=127.0.0.1", "IGNY8_UPSTREAM=" + upstream,
		"IGNY8_SITES_DIR=" + sites, "IGNY8_AWAY_DIR=" + filepath.Join(filepath.Dir(config), "deploy", "away"), "IGNY8_HTTP_PORT=" + httpPort, "IGNY8_HTTPS_PORT=" + httpsPort,
	}
	log := &bytes.Buffer{}
	c.Stderr = log
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
		if t.Failed() {
			t.Logf("Caddy: %s", log)
		}
	})
	var root []byte
	eventually(t, "Caddy has made its authority", func() bool {
		root, err = os.ReadFile(filepath.Join(home, "caddy/pki/authorities/local/root.crt"))
		return err == nil
	})
	authorities := x509.NewCertPool()
	if !authorities.AppendCertsFromPEM(root) {
		t.Fatal("Caddy's authority cannot be read")
	}
	f.client, f.neighbour = f.visitor(authorities, 2), f.visitor(authorities, 3)
	eventually(t, "Caddy serves the application", func() bool {
		status, _, _ := f.visit(t, "https://"+appHost+"/healthz")
		return status == http.StatusOK
	})
	return f
}

// visitor returns a client with its own address, which ends in host.
func (f *front) visitor(authorities *x509.CertPool, host byte) *http.Client {
	dialer := &net.Dialer{Timeout: 5 * time.Second, LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, host)}}
	return &http.Client{
		Timeout: time.Minute,
		Transport: &http.Transport{
			TLSClientConfig: &tls.Config{RootCAs: authorities},
			DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				if strings.HasSuffix(address, ":80") {
					return dialer.DialContext(ctx, network, f.http)
				}
				return dialer.DialContext(ctx, network, f.https)
			},
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// checkSignInWaits guesses a password from one address until it has to wait, and then signs in with the right password from another.
func (f *front) checkSignInWaits(t *testing.T) {
	t.Helper()
	try := func(client *http.Client, password string) (status int, wait string) {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://"+appHost+"/api/v1/auth/token", strings.NewReader(`{"email": "ada@birds.test", "password": "`+password+`"}`))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		answer, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		_ = answer.Body.Close()
		return answer.StatusCode, answer.Header.Get("Retry-After")
	}
	status, wait := 0, ""
	for range 20 {
		if status, wait = try(f.client, "a guess"); status == http.StatusTooManyRequests {
			break
		}
	}
	if status != http.StatusTooManyRequests || wait == "" {
		t.Errorf("after 20 guesses: %d, Retry-After %q", status, wait)
	}
	if status, _ := try(f.client, "a sentence is best"); status != http.StatusTooManyRequests {
		t.Errorf("the right password where guesses came from: %d", status)
	}
	if status, _ := try(f.neighbour, "a sentence is best"); status != http.StatusOK {
		t.Errorf("the right password from another address: %d", status)
	}
}

// visit requests an address, with an id of the visitor's choice, which nobody takes. Status 0 means that there was no answer.
func (f *front) visit(t *testing.T, address string) (status int, header http.Header, body string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	const chosen = "chosen-by-a-visitor"
	r.Header.Set("X-Request-ID", chosen)
	answer, err := f.client.Do(r)
	if err != nil {
		return 0, nil, err.Error()
	}
	defer func() { _ = answer.Body.Close() }()
	if answer.Header.Get("X-Request-ID") == chosen {
		t.Errorf("%s: a visitor chose the id of the request", address)
	}
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		return 0, nil, err.Error()
	}
	return answer.StatusCode, answer.Header, string(data)
}

func (f *front) checkTLSRedirect(t *testing.T) {
	t.Helper()
	status, header, _ := f.visit(t, "http://"+appHost+"/login")
	if status != http.StatusPermanentRedirect || !strings.HasPrefix(header.Get("Location"), "https://"+appHost) {
		t.Errorf("without TLS: %d to %q", status, header.Get("Location"))
	}
	status, header, _ = f.visit(t, "https://"+appHost+"/login")
	cookie := strings.ToLower(header.Get("Set-Cookie"))
	if status != http.StatusOK || !strings.Contains(cookie, "secure") || !strings.Contains(cookie, "httponly") {
		t.Errorf("with TLS: %d and the cookie %q, want Secure and HttpOnly", status, cookie)
	}
}

// checkStoredAddress guesses a password and checks under which address the failure is stored.
func (f *front) checkStoredAddress(t *testing.T, where *installation) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://"+appHost+"/api/v1/auth/token", strings.NewReader(`{"email": "eve@birds.test", "password": "a guess"}`))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("X-Forwarded-For", "203.0.113.9")
	answer, err := f.client.Do(r)
	if err != nil || answer.StatusCode != http.StatusUnauthorized {
		t.Fatalf("a guess: %v %v", answer, err)
	}
	_ = answer.Body.Close()
	where.look(t, func(ctx context.Context, db *database.DB) error {
		var addresses []string
		err := db.Read(ctx).Table("sign_in_failures").Pluck("address", &addresses).Error
		if len(addresses) != 1 || addresses[0] != "127.0.0.2" {
			t.Errorf("the guess came from %q, want 127.0.0.2", addresses)
		}
		return err
	})
}

// checkUnpublished checks that unpublished sites get no certificate: otherwise anybody could make Caddy request one for any name.
func (f *front) checkUnpublished(t *testing.T, site string) {
	t.Helper()
	for _, host := range []string{site + "." + sitesHost, "nobody." + sitesHost} {
		if status, _, _ := f.visit(t, "https://"+host+"/"); status != 0 {
			t.Errorf("%s is not published and answers %d", host, status)
		}
	}
}

func (f *front) checkPublished(t *testing.T, site string, pages int64) {
	t.Helper()
	home := "https://" + site + "." + sitesHost
	status, header, body := f.visit(t, home+"/")
	policy := header.Get("Content-Security-Policy")
	if status != http.StatusOK || !strings.Contains(body, "Garden birds") || !strings.Contains(policy, "default-src 'none'") {
		t.Fatalf("home: %d under %q: %s", status, policy, body)
	}
	if status, _, body := f.visit(t, home+"/sitemap.xml"); status != http.StatusOK || int64(strings.Count(body, "<loc>")) > pages || !strings.Contains(body, "<loc>") {
		t.Errorf("sitemap: %d, of %d pages: %s", status, pages, body)
	}
	if status, _, body := f.visit(t, home+"/nothing-here"); status != http.StatusNotFound || !strings.Contains(body, "Garden birds") {
		t.Errorf("an unknown page: %d %s", status, body)
	}
	for _, path := range []string{"/../../../etc/passwd", "/%2e%2e/%2e%2e/igny8.db"} {
		if status, _, body := f.visit(t, home+path); status == http.StatusOK && !strings.Contains(body, "Garden birds") {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
}
