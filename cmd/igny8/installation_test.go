package main_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/planner/grouping"
	"igny8/app/tenancy"
)

// installation is what remains when a process ends: the environment, which names the database and the queue. It uses SQLite and the
// embedded Redis, or the servers in TEST_DATABASE_URL and TEST_REDIS_URL.
type installation struct {
	env  []string
	data string
	url  string // of PostgreSQL, or empty
}

func install(t *testing.T, env ...string) *installation {
	t.Helper()
	i := &installation{data: t.TempDir()}
	i.env = append(env, "IGNY8_DATA_DIR="+i.data, "IGNY8_SECRET_KEY=a key of 32 characters for the tests")
	if os.Getenv(dbtest.Variable) != "" {
		i.url = dbtest.PostgresURL(t)
		i.env = append(i.env, "DATABASE_URL="+i.url)
	}
	if server := os.Getenv("TEST_REDIS_URL"); server != "" {
		i.env = append(i.env, "REDIS_URL="+ownRedis(t, server))
	}
	return i
}

// emptyInstallation returns an installation whose database has no tables.
func emptyInstallation(t *testing.T) *installation {
	t.Helper()
	i := &installation{data: t.TempDir()}
	i.env = []string{"IGNY8_DATA_DIR=" + i.data, "IGNY8_SECRET_KEY=a key of 32 characters for the tests"}
	if os.Getenv(dbtest.Variable) != "" {
		i.url = dbtest.EmptyPostgresURL(t)
		i.env = append(i.env, "DATABASE_URL="+i.url)
	}
	return i
}

var redisDatabases atomic.Int64

// ownRedis returns a numbered database of the Redis server, so that installations do not take each other's tasks. The tests of other
// packages share number 0 with names of their own.
func ownRedis(t *testing.T, server string) string {
	t.Helper()
	u, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	u.Path = fmt.Sprintf("/%d", redisDatabases.Add(1))
	return u.String()
}

// look reads the database while the program runs or after it has ended.
func (i *installation) look(t *testing.T, fn func(ctx context.Context, db *database.DB) error) {
	t.Helper()
	ctx := tenancy.System(t.Context(), "look at what a dead process left")
	var db *database.DB
	var err error
	if i.url != "" {
		db, err = database.OpenPostgres(ctx, i.url, 2)
	} else {
		db, err = database.OpenSQLite(filepath.Join(i.data, database.FileName))
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if err := fn(ctx, db); err != nil {
		t.Fatal(err)
	}
}

// signIn gets an API token for the person in the browser.
func (v *visitor) signIn(t *testing.T, base string) *script {
	t.Helper()
	s := &script{t: t, base: base, client: http.DefaultClient}
	var pair struct {
		AccessToken string `json:"access_token"`
	}
	s.post("/auth/token", map[string]any{"email": "ada@example.com", "password": "a hedge in every garden"}, &pair)
	s.token = pair.AccessToken
	return s
}

// write puts a sentence into each part of the content that is not written yet.
func (s *script) write(id string) {
	s.t.Helper()
	var content struct {
		Revision int64
		Blocks   []map[string]any
	}
	s.get("/contents/"+id, &content)
	for i, b := range content.Blocks {
		if b["type"] == "slot" {
			content.Blocks[i] = map[string]any{"id": b["id"], "type": "paragraph", "text": "We looked at it in our own garden and tell what we saw."}
		}
	}
	s.patch("/contents/"+id, map[string]any{"revision": content.Revision, "blocks": content.Blocks})
}

// script is a program that calls the API.
type script struct {
	t           *testing.T
	base, token string
	site        string
	client      *http.Client
}

// signUp creates an account on the server and gets a token.
func signUp(t *testing.T, base string, client *http.Client) *script {
	t.Helper()
	s := &script{t: t, base: base, client: client}
	s.post("/auth/signup", map[string]any{"account_name": "Birds", "name": "Ada", "email": "ada@birds.test", "password": "a sentence is best"}, nil)
	var pair struct {
		AccessToken string `json:"access_token"`
	}
	s.post("/auth/token", map[string]any{"email": "ada@birds.test", "password": "a sentence is best"}, &pair)
	s.token = pair.AccessToken
	return s
}

func (s *script) post(path string, body, into any) {
	s.t.Helper()
	if body == nil {
		s.send(http.MethodPost, path, "", nil, into)
		return
	}
	data, err := json.Marshal(body)
	if err != nil {
		s.t.Fatal(err)
	}
	s.send(http.MethodPost, path, "application/json", bytes.NewReader(data), into)
}

func (s *script) put(path string, body any) {
	s.t.Helper()
	data, err := json.Marshal(body)
	if err != nil {
		s.t.Fatal(err)
	}
	s.send(http.MethodPut, path, "application/json", bytes.NewReader(data), nil)
}

func (s *script) patch(path string, body any) {
	s.t.Helper()
	data, err := json.Marshal(body)
	if err != nil {
		s.t.Fatal(err)
	}
	s.send(http.MethodPatch, path, "application/json", bytes.NewReader(data), nil)
}

func (s *script) get(path string, into any) {
	s.t.Helper()
	s.send(http.MethodGet, path, "", nil, into)
}

// upload imports keywords into a sector.
func (s *script) upload(sector, name, content string) {
	s.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("file", name)
	if err != nil {
		s.t.Fatal(err)
	}
	if _, err := io.WriteString(part, content); err != nil {
		s.t.Fatal(err)
	}
	if err := form.Close(); err != nil {
		s.t.Fatal(err)
	}
	s.send(http.MethodPost, "/sectors/"+sector+"/keyword-imports", form.FormDataContentType(), &body, nil)
}

func (s *script) send(method, path, kind string, body io.Reader, into any) {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), method, s.base+"/api/v1"+path, body)
	if err != nil {
		s.t.Fatal(err)
	}
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	if s.token != "" {
		r.Header.Set("Authorization", "Bearer "+s.token)
	}
	answer, err := s.client.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	data, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode >= 300 {
		s.t.Fatalf("%s %s: %d %s %v", method, path, answer.StatusCode, data, err)
	}
	if into == nil {
		return
	}
	if err := json.Unmarshal(data, into); err != nil {
		s.t.Fatalf("%s %s: %v: %s", method, path, err, data)
	}
}

type named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// sectors creates a site with this many sectors, each with the same keywords.
func (s *script) sectors(count int, keywords string) []string {
	s.t.Helper()
	var site named
	s.post("/sites", map[string]any{"name": "Garden birds"}, &site)
	s.site = site.ID
	ids := make([]string, count)
	for n := range ids {
		var sector named
		s.post("/sites/"+site.ID+"/sectors", map[string]any{"name": fmt.Sprintf("Sector %d", n+1)}, &sector)
		s.upload(sector.ID, "birds.csv", keywords)
		ids[n] = sector.ID
	}
	return ids
}

// cluster groups the keywords of the sector, and returns the run that has done it.
func (s *script) cluster(sector string) task {
	s.t.Helper()
	return s.wait(s.queue(grouping.AutoCluster, on{"sector_id": sector}).ID)
}

// approvedSector creates a site with one sector and takes it from keywords to approved clusters.
func (s *script) approvedSector() string {
	s.t.Helper()
	sector := s.sectors(1, phrases(4, 6))[0]
	s.cluster(sector)
	s.approve(sector)
	return sector
}

// publishedSite creates a site with two sectors and publishes pages about the first.
func (s *script) publishedSite() {
	s.t.Helper()
	sectors := s.sectors(2, phrases(4, 5))
	for _, sector := range sectors {
		s.cluster(sector)
	}
	s.publish(sectors)
}

// approve approves all clusters of the sector.
func (s *script) approve(sector string) {
	s.t.Helper()
	var pillars struct{ Items []named }
	s.get("/sectors/"+sector+"/clusters?level=pillar&limit=200", &pillars)
	for _, c := range pillars.Items {
		s.post("/clusters/"+c.ID+"/approve", nil, nil)
	}
}

// task is a run as the API returns it.
type task struct {
	ID             string `json:"id"`
	Phase          string `json:"phase"`
	Message        string `json:"message"`
	CreditsHeld    int64  `json:"credits_held"`
	CreditsCharged int64  `json:"credits_charged"`
}

func (t task) ended() bool { return t.Phase == "DONE" || t.Phase == "FAILED" || t.Phase == "CANCELLED" }

// on is the body of a request for a run: sector_id or site_id, and the payload.
type on map[string]any

func (s *script) queue(function string, o on) task {
	s.t.Helper()
	var run task
	o["function"] = function
	s.post("/ai-tasks", o, &run)
	return run
}

// wait waits for the end of the run.
func (s *script) wait(id string) task {
	s.t.Helper()
	var run task
	eventually(s.t, "task "+id+" ends", func() bool {
		s.get("/ai-tasks/"+id, &run)
		return run.ended()
	})
	return run
}

// eventually waits up to two minutes until the condition holds.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(2 * time.Minute); !holds(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("not in two minutes: %s", what)
		}
	}
}

// phrases returns a file of invented keywords that combine each bird with each question.
func phrases(birds, questions int) string {
	var b strings.Builder
	b.WriteString("Keyword,Volume\n")
	for i := range birds {
		for j := range questions {
			fmt.Fprintf(&b, "%s %s %s,%d\n", kinds[i%len(kinds)], colours[i/len(kinds)%len(colours)], questionWords[j%len(questionWords)], 10*(i+1)+j)
		}
	}
	return b.String()
}

var (
	kinds         = strings.Fields("robin wren sparrow finch thrush magpie heron owl swift lark crane stork plover kite falcon starling nuthatch dunnock")
	colours       = strings.Fields("red grey crested spotted northern marsh golden")
	questionWords = strings.Fields("nest eggs food song size winter migration feeder habitat predators juvenile lifespan")
)
