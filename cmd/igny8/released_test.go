package main_test

import (
	"bytes"
	"context"
	"database/sql"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/migrations"
)

var record = flag.Bool("record", false, "write testdata/released anew for the version that is under way; a released one is never written again")

// released returns the path of the stored database of one version and one kind of database: SQL that creates the schema and its rows.
func released(kind, version string) string {
	return filepath.Join("testdata", "released", version+"."+kind+".sql")
}

// TestReleasedDatabasesMigrate opens the database of every released version. The program migrates it, shows its content and continues the
// work that the earlier version began.
func TestReleasedDatabasesMigrate(t *testing.T) {
	t.Parallel()
	kind := "sqlite"
	if os.Getenv(dbtest.Variable) != "" {
		kind = "postgres"
	}
	if *record {
		keep(t, kind, released(kind, migrations.Program))
	}
	kept, err := filepath.Glob(released(kind, "*"))
	if err != nil || !slices.Contains(kept, released(kind, migrations.Program)) && !slices.Contains(kept, released(kind, "0.1.0")) {
		t.Fatalf("kept databases: %v %v", kept, err)
	}
	for _, file := range kept {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			where := emptyInstallation(t)
			where.load(t, file)
			if got := run(t, where.env, "", "migrate", "up"); got.code != 0 || strings.Contains(got.out, "pending") {
				t.Fatalf("migrate: %+v", got)
			}
			program := start(t, where.env)
			s := &script{t: t, base: program.base, client: http.DefaultClient}
			s.checkStored()
			s.continueWork()
			program.stop()
		})
	}
}

// checkStored signs in as the person who created the stored database and reads its content.
func (s *script) checkStored() {
	s.t.Helper()
	s.checkSignIn()
	var sites, sectors, contents, releases struct{ Items []named }
	s.get("/sites", &sites)
	if len(sites.Items) != 1 || sites.Items[0].Name != "Garden birds" {
		s.t.Fatalf("sites: %+v", sites)
	}
	s.site = sites.Items[0].ID
	s.get("/sites/"+s.site+"/sectors", &sectors)
	s.get("/sites/"+s.site+"/contents", &contents)
	s.get("/sites/"+s.site+"/releases", &releases)
	if len(sectors.Items) != 2 || len(contents.Items) == 0 || len(releases.Items) != 1 {
		s.t.Fatalf("%d sectors, %d contents, %d releases", len(sectors.Items), len(contents.Items), len(releases.Items))
	}
	var keywords struct {
		Total int64
		Items []named
	}
	s.get("/sectors/"+sectors.Items[0].ID+"/keywords?limit=1", &keywords)
	if len(keywords.Items) != 1 {
		s.t.Fatalf("keywords: %+v", keywords)
	}
}

// checkSignIn signs in as the person of signUp.
func (s *script) checkSignIn() {
	s.t.Helper()
	var pair struct {
		AccessToken string `json:"access_token"`
	}
	s.post("/auth/token", map[string]any{"email": "ada@birds.test", "password": "a sentence is best"}, &pair)
	s.token = pair.AccessToken
}

func (s *script) continueWork() {
	s.t.Helper()
	var contents struct{ Items []named }
	s.get("/sites/"+s.site+"/contents", &contents)
	id := contents.Items[0].ID
	var content struct {
		Revision int64
		Blocks   []map[string]any
	}
	s.get("/contents/"+id, &content)
	content.Blocks = append(content.Blocks, map[string]any{"type": "paragraph", "text": "We came back to it a year later."})
	s.patch("/contents/"+id, map[string]any{"revision": content.Revision, "blocks": content.Blocks})
	s.post("/contents/"+id+"/submit", nil, nil)
	s.post("/contents/"+id+"/approve", nil, nil)
	var queued named
	s.post("/sites/"+s.site+"/releases", nil, &queued)
	if run := s.wait(queued.ID); run.Phase != "DONE" {
		s.t.Fatalf("publish: %+v", run)
	}
	var sector named
	s.post("/sites/"+s.site+"/sectors", map[string]any{"name": "Waterfowl"}, &sector)
	s.upload(sector.ID, "birds.csv", phrases(3, 4))
	if run := s.cluster(sector.ID); run.Phase != "DONE" {
		s.t.Fatalf("grouping: %+v", run)
	}
	s.approve(sector.ID)
}

// keep creates an account, takes it from keywords to a published site, and writes its database to the file.
func keep(t *testing.T, kind, file string) {
	t.Helper()
	where := emptyInstallation(t)
	if got := run(t, where.env, "", "migrate", "up"); got.code != 0 {
		t.Fatalf("migrate: %+v", got)
	}
	program := start(t, where.env)
	s := signUp(t, program.base, http.DefaultClient)
	s.publishedSite()
	program.stop()
	text := ""
	if kind == "postgres" {
		text = dumpPostgres(t, where.url)
	} else {
		text = dumpSQLite(t, filepath.Join(where.data, database.FileName))
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// load puts the stored rows into the empty database of the installation.
func (i *installation) load(t *testing.T, file string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	driver, source := "sqlite", filepath.Join(i.data, database.FileName)
	if i.url != "" {
		driver, source = "pgx", i.url+"&default_query_exec_mode=simple_protocol"
	}
	db, err := sql.Open(driver, source)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, err := db.ExecContext(t.Context(), string(text)); err != nil {
		t.Fatalf("load %s: %v", file, err)
	}
}

// dumpPostgres returns the schema and the rows as statements. It needs pg_dump.
func dumpPostgres(t *testing.T, url string) string {
	t.Helper()
	var text, complaint bytes.Buffer
	dump := exec.Command("pg_dump", "--no-owner", "--no-privileges", "--inserts", "--rows-per-insert=100", url)
	dump.Stdout, dump.Stderr = &text, &complaint
	if err := dump.Run(); err != nil {
		t.Fatalf("pg_dump: %v %s", err, &complaint)
	}
	lines := slices.DeleteFunc(strings.Split(text.String(), "\n"), func(line string) bool {
		return strings.HasPrefix(line, `\`) || strings.HasPrefix(line, "--") || line == "" // only psql reads \restrict
	})
	return strings.Join(lines, "\n") + "\n"
}

// dumpSQLite returns the schema and the rows as statements, with the tables in the order of their creation.
func dumpSQLite(t *testing.T, path string) string {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	text := bytes.NewBufferString("PRAGMA foreign_keys = OFF;\nBEGIN;\n")
	for _, made := range rows(t, db, "SELECT sql FROM sqlite_master WHERE sql <> '' AND name NOT LIKE 'sqlite_%' ORDER BY rowid") {
		fmt.Fprintf(text, "%s;\n", made)
	}
	for _, table := range rows(t, db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid") {
		columns := rows(t, db, "SELECT name FROM pragma_table_info('"+table+"')") // without generated ones
		quoted := "quote(" + strings.Join(columns, ") || ', ' || quote(") + ")"
		for _, row := range rows(t, db, "SELECT "+quoted+" FROM "+table+" ORDER BY 1") {
			fmt.Fprintf(text, "INSERT INTO %s (%s) VALUES (%s);\n", table, strings.Join(columns, ", "), row)
		}
	}
	text.WriteString("COMMIT;\n")
	return text.String()
}

func rows(t *testing.T, db *sql.DB, query string) []string {
	t.Helper()
	found, err := db.QueryContext(context.Background(), query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer func() { _ = found.Close() }()
	var list []string
	for found.Next() {
		var one string
		if err := found.Scan(&one); err != nil {
			t.Fatal(err)
		}
		list = append(list, one)
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}
