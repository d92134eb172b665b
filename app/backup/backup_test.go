package backup_test

import (
	"archive/tar"
	"bytes"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/backup"
	"igny8/app/config"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/fault"
	"igny8/app/publish/renderer"
	"igny8/app/sites"
	"igny8/app/tenancy"
	"igny8/migrations"
)

var key = []byte("a secret key of thirty-two characters or more")

// newInstallation returns an installation without pictures and releases over the database.
func newInstallation(t *testing.T, db *database.DB) *backup.Service {
	t.Helper()
	return backup.New(backup.Needs{
		DB: db, PicturesDir: filepath.Join(t.TempDir(), "images"), SitesDir: filepath.Join(t.TempDir(), "sites"), Program: "1.2.3", Keys: [][]byte{key},
	})
}

// empties returns an installation without a schema for each database that the tests have.
func empties(t *testing.T) map[string]*backup.Service {
	t.Helper()
	all := map[string]*backup.Service{"sqlite": newInstallation(t, emptySQLite(t))}
	if os.Getenv(dbtest.Variable) != "" {
		all["postgres"] = newInstallation(t, emptyPostgres(t))
	}
	return all
}

func emptySQLite(t *testing.T) *database.DB {
	t.Helper()
	db, err := database.OpenSQLite(filepath.Join(t.TempDir(), database.FileName))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func emptyPostgres(t *testing.T) *database.DB {
	t.Helper()
	db, err := database.OpenPostgres(t.Context(), dbtest.EmptyPostgresURL(t), 5)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// addAccount writes an account with the name.
func addAccount(t *testing.T, db *database.DB, name string) {
	t.Helper()
	err := db.Tx(tenancy.System(t.Context(), "test"), func(tx *gorm.DB) error {
		return tx.Create(&accounts.Account{ID: database.NewID(), Name: name}).Error
	})
	if err != nil {
		t.Fatal(err)
	}
}

// furnished returns an installation with an object of each kind: a site with pictures, whose first release is live.
func furnished(t *testing.T) (*apptest.World, apptest.Things, *backup.Service) {
	t.Helper()
	var c config.Config
	w := apptest.New(t, func(of *config.Config) { c = *of })
	things := w.Furnish()
	w.Deliver() // otherwise events leave the outbox while the test compares
	return w, things, backup.New(backup.Needs{
		DB: w.DB, PicturesDir: filepath.Join(c.DataDir, "images"), SitesDir: c.SitesDir, Program: "1.2.3", Keys: [][]byte{key},
	})
}

// archiveOf backs up to a new file.
func archiveOf(t *testing.T, s *backup.Service) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "igny8.tar.gz")
	if _, err := s.ToFile(t.Context(), name); err != nil {
		t.Fatal(err)
	}
	return name
}

// everyRow returns the rows of all tables that are archived, sorted, with JSON written in one way.
func everyRow(t *testing.T, db *database.DB) []string {
	t.Helper()
	var all []string
	err := db.Snapshot(t.Context(), func(s *database.Snapshot) error {
		for _, table := range s.Tables {
			if backup.LeavesOut(table.Name) {
				continue
			}
			err := s.Each(t.Context(), table, func(values []any) error {
				row := []any{table.Name}
				for i, c := range table.Columns {
					row = append(row, c.Name, oneWay(values[i]))
				}
				line, err := json.Marshal(row)
				all = append(all, string(line))
				return err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return all
}

func oneWay(value any) any {
	text, ok := value.(string)
	var decoded any
	if !ok || !strings.ContainsAny(text[:min(1, len(text))], "[{") || json.Unmarshal([]byte(text), &decoded) != nil {
		return value
	}
	return decoded
}

// sameRows compares all rows and names the first that differs.
func sameRows(t *testing.T, got, want []string) {
	t.Helper()
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("row %d:\n%.1000s\nwant\n%.1000s", i, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d rows, want %d", len(got), len(want))
	}
}

func TestBackupRefuses(t *testing.T) {
	t.Parallel()
	full := newInstallation(t, dbtest.New(t))
	dir := t.TempDir()
	taken, begun := filepath.Join(dir, "taken"), filepath.Join(dir, "begun")
	for _, name := range []string{taken, begun + ".part"} {
		if err := os.WriteFile(name, []byte("kept"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		of   *backup.Service
		file string
		want string
	}{
		"a file that exists":       {full, taken, taken + " exists already"},
		"a file that is begun":     {full, begun, "another backup writes it"},
		"a folder that is missing": {full, filepath.Join(dir, "no", "folder"), "no such file"},
		"an empty database":        {newInstallation(t, emptySQLite(t)), filepath.Join(dir, "new"), "nothing to back up"},
	} {
		if _, err := c.of.ToFile(t.Context(), c.file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) != 2 {
		t.Errorf("left: %v", left)
	}
	for _, name := range []string{taken, begun + ".part"} {
		if data, err := os.ReadFile(name); err != nil || string(data) != "kept" {
			t.Errorf("%s: %q %v", name, data, err)
		}
	}
}

func TestRestoreRefuses(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	addAccount(t, db, "Birds")
	archive := archiveOf(t, newInstallation(t, db))
	other := filepath.Join(t.TempDir(), "other")
	if err := os.WriteFile(other, []byte("PK\x03\x04 something else"), 0o600); err != nil {
		t.Fatal(err)
	}
	occupied := func(dir func(*backup.Service) string) func(*backup.Service) {
		return func(s *backup.Service) {
			if err := os.MkdirAll(filepath.Join(dir(s), "something"), 0o750); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, c := range map[string]struct {
		file    string
		prepare func(*backup.Service)
		want    string
	}{
		"a file that is no archive": {other, nil, "no archive of igny8 backup"},
		"a file that is missing":    {archive + "x", nil, "no such file"},
		"a newer schema":            {rewritten(t, archive, withHead(func(h *backup.Head) { h.Migration = 9_000_000 })), nil, "newer than this one"},
		"a newer form":              {rewritten(t, archive, withHead(func(h *backup.Head) { h.Format = 2 })), nil, "Use that version or later"},
		"a column nobody knows":     {rewritten(t, archive, withHead(func(h *backup.Head) { h.Tables[0].Columns[0].Name = "colour" })), nil, "column colour"},
		"another type":              {rewritten(t, archive, withHead(func(h *backup.Head) { h.Tables[0].Columns[0].Type = database.BooleanColumn })), nil, "does not know"},
		"a database with rows": {archive, func(s *backup.Service) {
			if err := s.DB.Migrate(t.Context()); err != nil {
				t.Fatal(err)
			}
			addAccount(t, s.DB, "Others")
		}, "rows in accounts (1)"},
		"pictures": {archive, occupied(func(s *backup.Service) string { return s.PicturesDir }), "holds something"},
		"releases": {archive, occupied(func(s *backup.Service) string { return s.SitesDir }), "holds something"},
	} {
		for kind, s := range empties(t) {
			if c.prepare != nil {
				c.prepare(s)
			}
			if _, err := s.Restore(t.Context(), c.file); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s on %s: %v", name, kind, err)
			}
			if counts, err := s.DB.Counts(t.Context()); err != nil || counts["accounts"] > 1 || (c.prepare == nil && counts["accounts"] > 0) {
				t.Errorf("%s on %s: %v %v", name, kind, counts, err)
			}
		}
	}
}

// What the tables of the migrations are is read from their text, as a person would.
func TestArchiveHoldsEveryTable(t *testing.T) {
	t.Parallel()
	name := archiveOf(t, newInstallation(t, dbtest.New(t)))
	head := headOf(t, name)
	archived := map[string]database.Table{}
	for _, table := range head.Tables {
		archived[table.Name] = table
	}
	text := ""
	files, err := migrations.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := migrations.Files.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		up, _, _ := strings.Cut(string(data), "-- +goose Down")
		text += up
	}
	tables := regexp.MustCompile(`(?s)CREATE TABLE (\w+) \((.*?)\n\);`).FindAllStringSubmatch(text, -1)
	if len(tables) < 50 {
		t.Fatalf("only %d tables", len(tables))
	}
	for _, table := range tables {
		if backup.LeavesOut(table[1]) {
			continue
		}
		columns := regexp.MustCompile(`(?m)^    ([a-z_]+) .*$`).FindAllStringSubmatch(table[2], -1)
		for _, c := range columns {
			held := slices.ContainsFunc(archived[table[1]].Columns, func(of database.TableColumn) bool { return of.Name == c[1] })
			if held == strings.Contains(c[0], "GENERATED ALWAYS") {
				t.Errorf("%s.%s: archived %v", table[1], c[1], held)
			}
		}
	}
}

// The program and its archive hold no secret key.
func TestSecretKeyIsNotInTheArchive(t *testing.T) {
	t.Parallel()
	s := newInstallation(t, dbtest.New(t))
	name := archiveOf(t, s)
	eachEntry(t, name, func(h *tar.Header, content []byte) {
		if bytes.Contains(content, key) {
			t.Errorf("%s holds the key", h.Name)
		}
	})
	head := headOf(t, name)
	if !s.Opens(head) {
		t.Error("the key is not known again")
	}
	if s.Keys = [][]byte{[]byte("another key"), key}; !s.Opens(head) {
		t.Error("an earlier key is not known again")
	}
	if s.Keys = [][]byte{[]byte("another key")}; s.Opens(head) {
		t.Error("another key is taken for that of the archive")
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("permissions: %v %v", info.Mode(), err)
	}
}

// An installation goes from one database to the other and back. All rows and files are as they were, and the site is live.
func TestRestoreBringsBackEverything(t *testing.T) {
	t.Parallel()
	w, things, from := furnished(t)
	signedIn, err := w.DB.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want, files := everyRow(t, w.DB), filesOf(t, from)
	if len(want) < 100 || len(files) < 15 {
		t.Fatalf("%d rows, %d files", len(want), len(files))
	}
	for kind, first := range empties(t) {
		if _, err := first.Restore(t.Context(), archiveOf(t, from)); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		for back, second := range empties(t) {
			made, err := second.Restore(t.Context(), archiveOf(t, first))
			if err != nil {
				t.Fatalf("%s to %s: %v", kind, back, err)
			}
			sameRows(t, everyRow(t, second.DB), want)
			if got := filesOf(t, second); !slices.Equal(got, files) {
				t.Errorf("%s to %s: %d files, want %d", kind, back, len(got), len(files))
			}
			if live, err := renderer.Live(filepath.Join(second.SitesDir, things.Site)); err != nil || live == "" {
				t.Errorf("%s to %s: live %q, %v", kind, back, live, err)
			}
			m, err := second.Missing(t.Context())
			if err != nil || m.Any() || made.Missing.Any() || made.Releases != 1 || made.Pictures == 0 {
				t.Errorf("%s to %s: %+v %v %+v", kind, back, m, err, made)
			}
			counts, err := second.DB.Counts(t.Context())
			if err != nil || counts["token_families"]+counts["sessions"] != 0 {
				t.Errorf("%s to %s: %d of %d are signed in, %v", kind, back, counts["token_families"], signedIn["token_families"], err)
			}
			orphan := sites.Site{ID: database.NewID(), Name: "Of an account that does not exist"}
			nobody := tenancy.With(t.Context(), tenancy.Scope{Account: database.NewID()})
			err = second.DB.Tx(nobody, func(tx *gorm.DB) error { return tx.Create(&orphan).Error })
			if !errors.Is(err, gorm.ErrForeignKeyViolated) {
				t.Errorf("%s to %s: the foreign keys are gone: %v", kind, back, err)
			}
			if _, err := second.Restore(t.Context(), archiveOf(t, first)); fault.KindOf(err) != fault.Conflict {
				t.Errorf("a second time: %v", err)
			}
		}
	}
}

// A database that was only migrated is empty, too. It is newer than the archive: its tables are dropped first.
func TestRestoreIntoANewerEmptyDatabase(t *testing.T) {
	t.Parallel()
	for kind, older := range empties(t) {
		if err := older.DB.MigrateEmpty(t.Context(), 118); err != nil { // the schema of version 0.1.0
			t.Fatal(err)
		}
		addAccount(t, older.DB, "Birds")
		name := archiveOf(t, older)
		for newer, s := range empties(t) {
			if err := s.DB.Migrate(t.Context()); err != nil {
				t.Fatal(err)
			}
			sum, err := s.Restore(t.Context(), name)
			if err != nil || sum.Migration != 118 {
				t.Fatalf("%s to %s: %d %v", kind, newer, sum.Migration, err)
			}
			if err := s.DB.Check(t.Context()); err != nil {
				t.Errorf("%s to %s: it is not up to date: %v", kind, newer, err)
			}
			sameRows(t, everyRow(t, s.DB), everyRow(t, older.DB))
		}
	}
}

// Values that only one of the databases stores as they are.
func TestRestoreTakesWhatPostgresDoesNotStore(t *testing.T) {
	t.Parallel()
	db := emptySQLite(t)
	if err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	addAccount(t, db, "A\x00b \U0001F426 \u2028 <&> \\u0000")
	run := func(statement string) {
		err := db.Tx(tenancy.With(t.Context(), tenancy.Scope{Account: "a"}), func(tx *gorm.DB) error {
			_, err := tenancy.Run(tx, statement, nil)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	run(`INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at)
		SELECT @account, '', '', '{"a": "\u0000 \ud800 \ud83d\udc26 \\u0000 \\\u0000"}', '[]', 9007199254740993, '2026-02-03 04:05:06.123456+00:00', '2026-02-03 04:05:06+00:00'`)
	name := archiveOf(t, newInstallation(t, db))
	for kind, s := range empties(t) {
		if _, err := s.Restore(t.Context(), name); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		found := strings.Join(everyRow(t, s.DB), "\n")
		want := []string{`9007199254740993`, `2026-02-03T04:05:06.123456Z`, "\U0001F426", `\\u0000`}
		if kind == "postgres" {
			want = append(want, "A\ufffdb")
		}
		for _, part := range want {
			if !strings.Contains(found, part) {
				t.Errorf("%s: %q is not in %s", kind, part, found)
			}
		}
	}
}

// The rows of an archive are of one moment, whatever is written meanwhile.
func TestBackupIsOfOneMoment(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	addAccount(t, db, "Before")
	s := newInstallation(t, db)
	var archive bytes.Buffer
	wrote := false
	if _, err := s.To(t.Context(), writerFunc(func(data []byte) (int, error) {
		if !wrote { // the first bytes leave when the snapshot is open
			wrote = true
			addAccount(t, db, "Meanwhile")
		}
		return archive.Write(data)
	})); err != nil {
		t.Fatal(err)
	}
	if counts, err := db.Counts(t.Context()); err != nil || !wrote || counts["accounts"] != 2 {
		t.Fatalf("%v %v: the test wrote nothing meanwhile", counts["accounts"], err)
	}
	eachEntry(t, saved(t, archive.Bytes()), func(h *tar.Header, content []byte) {
		if bytes.Contains(content, []byte("Meanwhile")) {
			t.Errorf("%s holds what came later", h.Name)
		}
	})
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(data []byte) (int, error) { return f(data) }

// A backup and a restore hold one piece of a table in memory, however long the table is.
func TestTablesAreArchivedInPieces(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	const rows = 3000
	err := db.Tx(tenancy.System(t.Context(), "test"), func(tx *gorm.DB) error {
		list := make([]accounts.Account, rows)
		for i := range list {
			list[i] = accounts.Account{ID: database.NewID(), Name: strings.Repeat("bird ", 400)}
		}
		return tx.CreateInBatches(list, 500).Error
	})
	if err != nil {
		t.Fatal(err)
	}
	name := archiveOf(t, newInstallation(t, db))
	pieces, largest := 0, 0
	eachEntry(t, name, func(h *tar.Header, content []byte) {
		if strings.HasPrefix(h.Name, "rows/accounts/") {
			pieces, largest = pieces+1, max(largest, len(content))
		}
	})
	if pieces < 5 || largest > 1<<20+4096 {
		t.Errorf("%d pieces, the largest of %d bytes", pieces, largest)
	}
	for kind, s := range empties(t) {
		sum, err := s.Restore(t.Context(), name)
		counts, failed := s.DB.Counts(t.Context())
		if err := errors.Join(err, failed); err != nil || counts["accounts"] != rows || sum.Rows != rows+1 {
			t.Errorf("%s: %d accounts, %d rows, %v", kind, counts["accounts"], sum.Rows, err)
		}
	}
}

// An archive that is cut anywhere is refused, and so is one of which a byte is another, unless it still holds the same: a few bits of a
// compressed stream mean nothing. Nothing is written.
func TestDamagedArchivesAreRefused(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	addAccount(t, db, "Birds")
	whole, err := os.ReadFile(archiveOf(t, newInstallation(t, db)))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "damaged")
	refused := func(how string, at int, data []byte) {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := backup.Check(name); fault.KindOf(err) != fault.Invalid && !bytes.Equal(unpacked(data), unpacked(whole)) {
			t.Errorf("%s at %d of %d: %v", how, at, len(whole), err)
		}
	}
	const step = 13
	for at := rand.IntN(step); at < len(whole); at += step {
		refused("cut", at, whole[:at])
		changed := slices.Clone(whole)
		changed[at] ^= 0xff
		refused("changed", at, changed)
	}
	for at := range 10 {
		changed := slices.Clone(whole)
		changed[at] ^= 1
		refused("changed", at, changed)
	}
	refused("lengthened", len(whole), append(slices.Clone(whole), 0))
	refused("doubled", len(whole), append(slices.Clone(whole), whole...))
	for kind, s := range empties(t) {
		if _, err := s.Restore(t.Context(), name); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: %v", kind, err)
		}
		if counts, err := s.DB.Counts(t.Context()); err != nil || len(counts) > 0 {
			t.Errorf("%s: %d tables were written, %v", kind, len(counts), err)
		}
	}
}

// A disk that is full after any number of bytes fails the backup.
func TestBackupFailsOnAFullDisk(t *testing.T) {
	t.Parallel()
	_, _, s := furnished(t)
	var whole bytes.Buffer
	if _, err := s.To(t.Context(), &whole); err != nil {
		t.Fatal(err)
	}
	for space := 0; space < whole.Len(); space += 1 + whole.Len()/40 {
		left := space
		_, err := s.To(t.Context(), writerFunc(func(data []byte) (int, error) {
			if left -= len(data); left < 0 {
				return 0, errors.New("no space left on device")
			}
			return len(data), nil
		}))
		if err == nil || !strings.Contains(err.Error(), "no space left") {
			t.Errorf("%d bytes free: %v", space, err)
		}
	}
	if full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0); err == nil {
		defer func() { _ = full.Close() }()
		if _, err := s.To(t.Context(), full); err == nil || !strings.Contains(err.Error(), "no space left") {
			t.Errorf("/dev/full: %v", err)
		}
	}
}

// A restore that fails at its end, here because the number of rows is wrong, leaves an installation in which it can be repeated.
func TestRestoreThatFailsLeavesNothing(t *testing.T) {
	t.Parallel()
	_, _, from := furnished(t)
	name := archiveOf(t, from)
	wrong := rewritten(t, name, func(entry string, content []byte) []byte {
		if entry == "contents.json" {
			return regexp.MustCompile(`"rows": [0-9]+`).ReplaceAll(content, []byte(`"rows": 1234567`))
		}
		return content
	})
	for kind, s := range empties(t) {
		killed := filepath.Join(s.PicturesDir, ".restoring", "left by a restore that was killed")
		if err := os.MkdirAll(killed, 0o750); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Restore(t.Context(), wrong); err == nil || !strings.Contains(err.Error(), "1234567") {
			t.Errorf("%s: %v", kind, err)
		}
		counts, err := s.DB.Counts(t.Context())
		if files := filesOf(t, s); err != nil || counts["accounts"] != 0 || len(files) != 0 {
			t.Errorf("%s: left %d accounts and %v, %v", kind, counts["accounts"], files, err)
		}
		if _, err := s.Restore(t.Context(), name); err != nil {
			t.Errorf("%s: the second time: %v", kind, err)
		}
	}
}

// A database without its files says what is missing, and an archive of it, too.
func TestMissingFilesAreNamed(t *testing.T) {
	t.Parallel()
	w, things, from := furnished(t)
	if m, err := from.Missing(t.Context()); err != nil || m.Any() || m.Lines() != nil {
		t.Fatalf("nothing is missing: %+v %v", m, err)
	}
	copied := backup.New(from.Needs)
	copied.PicturesDir, copied.SitesDir = t.TempDir(), t.TempDir()
	m, err := copied.Missing(t.Context())
	text := strings.Join(m.Lines(), "\n")
	if err != nil || m.Releases != 1 || m.Pictures == 0 || !strings.Contains(text, "release 1 of ") || !strings.Contains(text, things.Site) ||
		!strings.Contains(text, copied.SitesDir) {
		t.Errorf("%+v %v\n%s", m, err, text)
	}
	sum, err := backup.Check(archiveOf(t, copied))
	if err != nil || sum.Releases != 0 || sum.Missing.Releases != 1 || sum.Missing.Pictures != m.Pictures {
		t.Errorf("archived: %+v %v", sum, err)
	}
	// A site in the trash is off the web.
	if err := w.Publish.DeleteSite(w.Ctx(accountstest.Owner), things.Site); err != nil {
		t.Fatal(err)
	}
	if m, err := copied.Missing(t.Context()); err != nil || len(m.Live) != 0 {
		t.Errorf("in the trash: %+v %v", m, err)
	}
}

// A release whose manifest cannot be read, as after a full disk, counts as missing. It does not keep the rest from being archived and
// restored.
func TestUnreadableReleaseIsMissing(t *testing.T) {
	t.Parallel()
	_, things, from := furnished(t)
	manifests, err := filepath.Glob(filepath.Join(from.SitesDir, things.Site, "releases", "*", "release.json"))
	if err != nil || len(manifests) != 1 {
		t.Fatal(manifests, err)
	}
	if err := os.Truncate(manifests[0], 0); err != nil {
		t.Fatal(err)
	}
	name := archiveOf(t, from)
	sum, err := backup.Check(name)
	if text := strings.Join(sum.Missing.Lines(), "\n"); err != nil || sum.Releases != 0 || !strings.Contains(text, "visitors should see release 1 of ") {
		t.Errorf("%+v %v", sum, err)
	}
	for kind, s := range empties(t) {
		if _, err := s.Restore(t.Context(), name); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		if m, err := s.Missing(t.Context()); err != nil || len(m.Live) != 1 || m.Pictures != 0 {
			t.Errorf("%s: %+v %v", kind, m, err)
		}
	}
}

// A folder may be a mounted disk, in which the file system keeps a folder of its own.
func TestFoldersMayBeMountedDisks(t *testing.T) {
	t.Parallel()
	mounted := func(s *backup.Service) {
		for _, dir := range []string{s.PicturesDir, s.SitesDir} {
			if err := os.MkdirAll(filepath.Join(dir, "lost+found"), 0o750); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink("nowhere", filepath.Join(dir, "lost+found", "live")); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "lost+found", "#12"), []byte("left by fsck"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	_, _, from := furnished(t)
	want := filesOf(t, from)
	mounted(from)
	name := archiveOf(t, from)
	for kind, s := range empties(t) {
		if _, err := s.Restore(t.Context(), name); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if got := filesOf(t, s); !slices.Equal(got, want) {
			t.Errorf("%s: restored %v, want %v", kind, got, want)
		}
	}
	for kind, s := range empties(t) {
		mounted(s)
		if _, err := s.Restore(t.Context(), name); err != nil {
			t.Errorf("into mounted disks, %s: %v", kind, err)
		}
	}
}
