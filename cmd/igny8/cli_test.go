package main_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/publish/renderer"
)

// export returns a small keyword file, invented for the tests.
func export(t *testing.T, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "birds.csv")
	if len(lines) == 0 {
		for i, bird := range []string{"robin", "wren", "blackbird", "sparrow"} {
			for j, phrase := range []string{"%s nest box", "how to feed a %s", "%s feeder", "best %s seed", "when do %ss nest"} {
				lines = append(lines, fmt.Sprintf(phrase+",%d,Informational", bird, 100*(i+1)+7*j))
			}
		}
	}
	if err := os.WriteFile(path, []byte("Keyword,Volume,Intent\n"+strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWrongUsageExitsWithTwo(t *testing.T) {
	t.Parallel()
	file := export(t)
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "x"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "site")
	cases := []struct {
		name string
		env  []string
		args []string
	}{
		{"nothing", nil, nil},
		{"no such command", nil, []string{"fly"}},
		{"no such flag", nil, []string{"serve", "--fast"}},
		{"a word too many", nil, []string{"serve", "now"}},
		{"serve without workers needs servers", nil, []string{"serve", "--no-worker"}},
		{"worker needs servers", nil, []string{"worker"}},
		{"a wrong variable", []string{"IGNY8_SIGNUP=perhaps"}, []string{"serve"}},
		{"PostgreSQL without a key", []string{"DATABASE_URL=postgres://127.0.0.1:1/x"}, []string{"serve"}},
		{"migrate where to", nil, []string{"migrate", "down"}},
		{"pipeline without files", nil, []string{"pipeline", "--out", out}},
		{"pipeline without out", nil, []string{"pipeline", file}},
		{"pipeline into a full folder", nil, []string{"pipeline", file, "--out", full}},
		{"pipeline of a wrong type", nil, []string{"pipeline", file, "--out", out, "--type", "forum"}},
		{"pipeline of no pages", nil, []string{"pipeline", file, "--out", out, "--pages", "0"}},
		{"pipeline at no address", nil, []string{"pipeline", file, "--out", out, "--base-url", "example.com"}},
		{"pipeline of a file that is not there", nil, []string{"pipeline", "nothing.csv", "--out", out}},
		{"cluster without files", nil, []string{"cluster"}},
		{"a backup into nothing", nil, []string{"backup"}},
		{"a backup into two files", nil, []string{"backup", "a", "b"}},
		{"a restore of nothing", nil, []string{"restore", "--check"}},
		{"user without an action", nil, []string{"user"}},
		{"user with an action that is none", nil, []string{"user", "delete"}},
		{"users with a word too many", nil, []string{"user", "list", "all"}},
		{"a reset for nobody", nil, []string{"user", "reset-password"}},
		{"user without a password", nil, []string{"user", "create", "--email", "a@b.test"}},
		{"credits for nobody", nil, []string{"credits", "grant", "--amount", "5"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := run(t, append(c.env, "IGNY8_DATA_DIR="+t.TempDir()), "", c.args...)
			if got.code != 2 || strings.Count(got.err, "\n") != 1 || got.out != "" {
				t.Errorf("exit %d, standard output %q, standard error %q; want 2 and one line", got.code, got.out, got.err)
			}
		})
	}
}

func TestFailureExitsWithOne(t *testing.T) {
	t.Parallel()
	picture := filepath.Join(t.TempDir(), "photo.png")
	if err := os.WriteFile(picture, []byte("\x89PNG\r\n\x1a\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"pipeline", picture, "--out", filepath.Join(t.TempDir(), "site")}, {"cluster", picture}} {
		got := run(t, []string{"IGNY8_DATA_DIR=" + t.TempDir()}, "", args...)
		lines := strings.Split(strings.TrimSpace(got.err), "\n")
		if got.code != 1 || !strings.Contains(lines[len(lines)-1], "photo.png") {
			t.Errorf("%s: exit %d, %q; want 1 and the name of the file", args[0], got.code, got.err)
		}
	}
}

func TestOperatorCommands(t *testing.T) {
	t.Parallel()
	env := []string{"IGNY8_DATA_DIR=" + t.TempDir()}
	if got := run(t, env, "", "serve", "--help"); got.code != 0 || !strings.Contains(got.out, "--addr") || got.err != "" {
		t.Errorf("serve --help: %+v", got)
	}
	if got := run(t, env, "", "version"); got.code != 0 || strings.TrimSpace(got.out) == "" {
		t.Errorf("version: %+v", got)
	}
	if got := run(t, env, "", "migrate", "status"); got.code != 0 || !strings.Contains(got.out, "pending") {
		t.Errorf("status of a new database: %+v", got)
	}
	if got := run(t, env, "", "migrate", "up"); got.code != 0 || strings.Contains(got.out, "pending") || !strings.Contains(got.out, "applied") {
		t.Errorf("migrate up: %+v", got)
	}
	if got := run(t, env, "short\n", "user", "create", "--email", "op@igny8.test", "--password-stdin", "--account", "Ops"); got.code != 1 {
		t.Errorf("a short password: %+v", got)
	}
	for role, email := range map[string]string{"owner": "op@igny8.test"} {
		if got := run(t, env, "a sentence is best\n", "user", "create", "--email", email, "--password-stdin", "--account", "Ops", "--role", role); got.code != 0 || !strings.Contains(got.out, role) {
			t.Errorf("create %s: %+v", role, got)
		}
	}
	if got := run(t, env, "", "user", "list"); got.code != 0 || !strings.Contains(got.out, "op@igny8.test") || !strings.Contains(got.out, "Ops (owner)") {
		t.Errorf("user list: %+v", got)
	}
	if got := run(t, env, "", "user", "reset-password", "--email", "nobody@igny8.test"); got.code != 1 || got.out != "" {
		t.Errorf("a reset for an unknown person: %+v", got)
	}
	if got := run(t, env, "", "user", "reset-password", "--email", "op@igny8.test"); got.code != 0 || !strings.HasPrefix(got.out, "http://127.0.0.1:8011/password/reset?token=") {
		t.Errorf("reset-password: %+v", got)
	}
	if got := run(t, env, "", "credits", "grant", "--account", "Nobody", "--amount", "5"); got.code != 1 {
		t.Errorf("credits for an unknown account: %+v", got)
	}
	if got := run(t, env, "", "credits", "grant", "--account", "Ops", "--amount", "5"); got.code != 0 {
		t.Errorf("credits: %+v", got)
	}
	for _, amount := range []string{"7", "7"} {
		if got := run(t, env, "", "credits", "grant", "--account", "Ops", "--amount", amount, "--reference", "invoice 1"); got.code != 0 {
			t.Errorf("credits with a reference: %+v", got)
		}
	}
	if got := run(t, env, "", "credits", "grant", "--account", "Ops", "--amount", "8", "--reference", "invoice 1"); got.code != 1 {
		t.Errorf("other credits for the same reference: %+v", got)
	}
}

func TestProgramRefusesDatabaseOfNewerVersion(t *testing.T) {
	t.Parallel()
	where := install(t)
	if got := run(t, where.env, "", "migrate", "up"); got.code != 0 {
		t.Fatalf("migrate: %+v", got)
	}
	where.look(t, func(ctx context.Context, db *database.DB) error {
		return db.Tx(ctx, func(tx *gorm.DB) error {
			if err := tx.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, TRUE)").Error; err != nil {
				return err
			}
			return tx.Exec("UPDATE oldest_program SET version = '99.0.0'").Error
		})
	})
	for _, args := range [][]string{{"serve", "--addr", freeAddress(t)}, {"migrate", "up"}, {"user", "create", "--email", "a@b.test", "--password-stdin"}} {
		got := run(t, where.env, "a sentence is best\n", args...)
		if got.code != 1 || !strings.Contains(got.err, "newer version") || got.out != "" {
			t.Errorf("%s: %+v; want 1 and a sentence", args[0], got)
		}
	}
}

// TestSeveralProcessesMigrateAtOnce starts six programs on one new database: all succeed, and each step is applied once.
func TestSeveralProcessesMigrateAtOnce(t *testing.T) {
	t.Parallel()
	where := emptyInstallation(t)
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			if got := run(t, where.env, "", "migrate", "up"); got.code != 0 || strings.Contains(got.out, "pending") {
				t.Errorf("migrate up: %+v", got)
			}
		})
	}
	all.Wait()
	where.look(t, func(ctx context.Context, db *database.DB) error {
		var twice int64
		err := db.Tx(ctx, func(tx *gorm.DB) error {
			return tx.Raw("SELECT COUNT(*) FROM (SELECT version_id FROM goose_db_version GROUP BY version_id HAVING COUNT(*) > 1) AS twice").Scan(&twice).Error
		})
		if twice > 0 {
			t.Errorf("%d steps were applied twice", twice)
		}
		return err
	})
}

// TestReadinessFailsWithoutQueue cuts a running program off from its queue: it keeps running, but it is not ready.
func TestReadinessFailsWithoutQueue(t *testing.T) {
	t.Parallel()
	server := os.Getenv("TEST_REDIS_URL")
	if server == "" {
		t.Skip("needs TEST_REDIS_URL")
	}
	where := install(t)
	redis, cut := relay(t, ownRedis(t, server))
	program := start(t, append(where.env, "REDIS_URL="+redis))
	cut()
	for path, want := range map[string]int{"/healthz": http.StatusOK, "/readyz": http.StatusServiceUnavailable} {
		answer, err := http.Get(program.base + path)
		if err != nil {
			t.Fatal(err)
		}
		_ = answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("%s without a queue: %d, want %d", path, answer.StatusCode, want)
		}
	}
}

// relay forwards connections from the program to the server of the URL until cut is called.
func relay(t *testing.T, server string) (through string, cut func()) {
	t.Helper()
	u, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	context.AfterFunc(ctx, func() { _ = listener.Close() })
	target := u.Host
	go func() {
		for {
			near, err := listener.Accept()
			if err != nil {
				return
			}
			far, err := net.Dial("tcp", target)
			if err != nil {
				_ = near.Close()
				continue
			}
			context.AfterFunc(ctx, func() { _, _ = near.Close(), far.Close() })
			go func() { _, _ = io.Copy(near, far) }()
			go func() { _, _ = io.Copy(far, near) }()
		}
	}()
	u.Host = listener.Addr().String()
	return u.String(), func() {
		cancel()
		eventually(t, "the relay is cut", func() bool {
			c, err := net.Dial("tcp", u.Host)
			if err == nil {
				_ = c.Close()
			}
			return err != nil
		})
	}
}

// TestPipelineWithoutModelBuildsPlan builds a site without written pages: every page says that it is a plan and is hidden from search
// engines.
func TestPipelineWithoutModelBuildsPlan(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "site")
	got := run(t, nil, "", "pipeline", export(t), "--out", out, "--name", "Garden birds", "--pages", "6", "--base-url", "https://birds.example", "--json")
	if got.code != 0 {
		t.Fatalf("exit %d: %s", got.code, got.err)
	}
	var summary struct {
		Keywords, Articles, Written, Pages int
		Plan                               bool
		Out                                string
	}
	if err := json.Unmarshal([]byte(got.out), &summary); err != nil || summary.Keywords != 20 || summary.Articles != 6 ||
		summary.Written != 0 || !summary.Plan || summary.Out != out {
		t.Errorf("summary %+v, %v", summary, err)
	}
	problems, err := renderer.Check(out)
	if err != nil || len(problems) > 0 {
		t.Errorf("problems %+v, %v", problems, err)
	}
	for file, want := range map[string]string{
		"index.html": `<meta name="robots" content="noindex">`, "404.html": "This is a plan: nothing here is written yet.", "sitemap.xml": "<urlset", "robots.txt": "Disallow: /\n",
	} {
		data, err := os.ReadFile(filepath.Join(out, file))
		if err != nil || !strings.Contains(string(data), want) {
			t.Errorf("%s lacks %q, %v", file, want, err)
		}
	}
	err = filepath.WalkDir(out, func(name string, entry os.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".html" {
			return err
		}
		data, err := os.ReadFile(name)
		page := string(data)
		if !strings.Contains(page, `content="noindex"`) || strings.Contains(page, `"Article"`) || !strings.Contains(page, "This is a plan") {
			t.Errorf("%s can be taken for a page", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if again := run(t, nil, "", "pipeline", export(t), "--out", filepath.Join(t.TempDir(), "site"), "--pages", "2"); !strings.Contains(again.out, "preview of the plan") {
		t.Errorf("it says %q", again.out)
	}
}

func TestClusterIgnoresOrderOfKeywords(t *testing.T) {
	t.Parallel()
	lines := []string{"robin nest box,90,", "Robin Nest Box,20,", "robin nest boxes,40,", "best seed for wrens,30,", "wren seed,10,", "=1+1 bird,5,", "lonely phrase,,"}
	first := run(t, nil, "", "cluster", export(t, lines...))
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	second := run(t, nil, "", "cluster", export(t, lines...))
	if first.code != 0 || first.out != second.out {
		t.Fatalf("exit %d; the order of the input changed the output:\n%s\n%s", first.code, first.out, second.out)
	}
	records, err := csv.NewReader(strings.NewReader(first.out)).ReadAll()
	if err != nil || strings.Join(records[0], ",") != "keyword,pillar,topic,page,evidence" {
		t.Fatalf("header %v, %v", records[0], err)
	}
	seen := map[string]bool{}
	for _, r := range records[1:] {
		if r[0] == "" || r[1] == "" || r[2] == "" || r[3] == "" || seen[strings.ToLower(r[0])] {
			t.Errorf("row %q is incomplete or there twice", r)
		}
		seen[strings.ToLower(r[0])] = true
	}
	if len(seen) != 6 {
		t.Errorf("%d keywords, want 6 of 7 rows", len(seen))
	}
}
