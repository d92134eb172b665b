package database_test

import (
	"context"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// note is a row of a table that only these tests have.
type note struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	Text      string
	Worth     *int64
	CreatedAt time.Time
}

func notes(t *testing.T) (*database.DB, context.Context) {
	t.Helper()
	db := dbtest.New(t)
	err := db.Tx(tenancy.System(t.Context(), "test"), func(tx *gorm.DB) error {
		ts := "TIMESTAMP"
		if db.Postgres() {
			ts = "TIMESTAMPTZ"
		}
		return tx.Exec("CREATE TABLE notes (id TEXT PRIMARY KEY, account_id TEXT NOT NULL, text TEXT NOT NULL UNIQUE, worth BIGINT, created_at " + ts + " NOT NULL)").Error
	})
	if err != nil {
		t.Fatal(err)
	}
	return db, tenancy.With(t.Context(), tenancy.Scope{Account: "a"})
}

func TestErrorsHaveOneNameOnBothDatabases(t *testing.T) {
	t.Parallel()
	db, ctx := notes(t)
	insert := func(id string) error {
		return db.Tx(ctx, func(tx *gorm.DB) error { return tx.Create(&note{ID: id, Text: "same"}).Error })
	}
	if err := insert("1"); err != nil {
		t.Fatal(err)
	}
	if err := insert("2"); !errors.Is(err, gorm.ErrDuplicatedKey) {
		t.Fatalf("second insert: %v, want ErrDuplicatedKey", err)
	}
}

func TestTimesComeBackAsTheyWentIn(t *testing.T) {
	t.Parallel()
	db, ctx := notes(t)
	zone := time.FixedZone("somewhere", 5*3600)
	at := time.Date(2026, 3, 1, 2, 30, 0, 123456000, zone).UTC()
	if err := db.Tx(ctx, func(tx *gorm.DB) error { return tx.Create(&note{ID: "1", Text: "t", CreatedAt: at}).Error }); err != nil {
		t.Fatal(err)
	}
	var got note
	if err := db.Read(ctx).Where("created_at = ?", at).Take(&got).Error; err != nil {
		t.Fatal(err)
	}
	if !got.CreatedAt.Equal(at) {
		t.Fatalf("got %s, want %s", got.CreatedAt, at)
	}
}

func TestNestedTransactionRollsBackAlone(t *testing.T) {
	t.Parallel()
	db, ctx := notes(t)
	err := db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Create(&note{ID: "1", Text: "outer"}).Error; err != nil {
			return err
		}
		inner := tx.Transaction(func(tx *gorm.DB) error {
			if err := tx.Create(&note{ID: "2", Text: "inner"}).Error; err != nil {
				return err
			}
			return errors.New("no")
		})
		if inner == nil {
			t.Error("the inner transaction did not fail")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	if err := db.Read(ctx).Model(&note{}).Pluck("text", &kept).Error; err != nil {
		t.Fatal(err)
	}
	if len(kept) != 1 || kept[0] != "outer" {
		t.Fatalf("kept %v, want the outer row alone", kept)
	}
}

// execute runs statements without an account, such as those of migrations.
func execute(t *testing.T, db *database.DB, statements ...string) {
	t.Helper()
	err := db.Tx(tenancy.System(t.Context(), "test"), func(tx *gorm.DB) error {
		for _, statement := range statements {
			if err := tx.Exec(statement).Error; err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestProgramRefusesDatabasesItCannotUse(t *testing.T) {
	t.Parallel()
	later := "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, TRUE)"
	for _, c := range []struct {
		name       string
		statements []string
		want       error
	}{
		{"later, for later programs alone", []string{later, "UPDATE oldest_program SET version = '99.0.0'"}, database.ErrNewer},
		{"before 0.1.0", []string{"DELETE FROM goose_db_version WHERE version_id > 0", "INSERT INTO goose_db_version (version_id, is_applied) VALUES (42, TRUE)"}, database.ErrUnreleased},
		{"current", nil, nil},
		{"later, for this program, too", []string{later}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			db := dbtest.New(t)
			execute(t, db, c.statements...)
			if err := db.Check(t.Context()); !errors.Is(err, c.want) {
				t.Errorf("Check = %v, want %v", err, c.want)
			}
			if err := db.Migrate(t.Context()); !errors.Is(err, c.want) {
				t.Errorf("Migrate = %v, want %v", err, c.want)
			}
		})
	}
}

func TestADatabaseWithoutMigrationsIsBehind(t *testing.T) {
	t.Parallel()
	db, err := database.OpenSQLite(filepath.Join(t.TempDir(), "new.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	if err := db.Check(t.Context()); !errors.Is(err, database.ErrBehind) {
		t.Fatalf("Check = %v, want ErrBehind", err)
	}
	list, err := db.Migrations(t.Context())
	if err != nil || len(list) == 0 || list[0].Applied {
		t.Fatalf("Migrations = %+v, %v; want a list of steps not applied", list, err)
	}
}

func TestListPagesThroughAllRowsOnceInOrder(t *testing.T) {
	t.Parallel()
	db, ctx := notes(t)
	worth := func(n int64) *int64 { return &n }
	rows := []note{
		{ID: "1", Text: "b", Worth: worth(5)},
		{ID: "2", Text: "a", Worth: nil},
		{ID: "3", Text: "é", Worth: worth(5)},
		{ID: "4", Text: "B", Worth: worth(0)},
		{ID: "5", Text: "c", Worth: nil},
		{ID: "6", Text: "d", Worth: worth(70)},
	}
	start := database.Now()
	for i := range rows {
		rows[i].CreatedAt = start.Add(time.Duration(-i) * time.Microsecond)
	}
	if err := db.Tx(ctx, func(tx *gorm.DB) error { return tx.Create(&rows).Error }); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name  string
		order database.Order
		at    func(note) any
		want  string
	}{
		{"rising, unknown last", database.Order{Column: "worth", Nullable: true}, func(n note) any { return value(n.Worth) }, "413625"},
		{"falling, unknown last", database.Order{Column: "worth", Nullable: true, Falling: true}, func(n note) any { return value(n.Worth) }, "631452"},
		{"rising, of few", database.Order{Column: "worth", Nullable: true, Filtered: true}, func(n note) any { return value(n.Worth) }, "413625"},
		{"falling, of few", database.Order{Column: "worth", Nullable: true, Falling: true, Filtered: true}, func(n note) any { return value(n.Worth) }, "631452"},
		{"by time", database.Order{Column: "created_at", Kind: database.Time}, func(n note) any { return n.CreatedAt }, "654321"},
	}
	for _, c := range cases {
		for limit := 1; limit <= 7; limit++ {
			got, cursor := "", ""
			for range rows {
				page, err := database.List(db.Read(ctx).Model(&note{}), c.order, limit, cursor,
					func(n note) database.Position { return database.Position{Value: c.at(n), ID: n.ID} })
				if err != nil {
					t.Fatalf("%s, limit %d: %v", c.name, limit, err)
				}
				for _, n := range page.Items {
					got += n.ID
				}
				if cursor = page.Next; cursor == "" {
					break
				}
			}
			if got != c.want {
				t.Errorf("%s, limit %d: got %s, want %s", c.name, limit, got, c.want)
			}
		}
	}
}

func value(n *int64) any {
	if n == nil {
		return nil
	}
	return *n
}

func TestAWrongCursorIsRefused(t *testing.T) {
	t.Parallel()
	db, ctx := notes(t)
	number := database.Order{Column: "worth", Nullable: true}
	strict, text := database.Order{Column: "worth"}, database.Order{Column: "text", Kind: database.Text}
	moment := database.Order{Column: "created_at", Kind: database.Time}
	of := func(json string) string { return base64.RawURLEncoding.EncodeToString([]byte(json)) }
	for _, c := range []struct {
		name   string
		order  database.Order
		cursor string
	}{
		{"no letters", number, "!"},
		{"NUL", number, "\x00"},
		{"no UTF-8", number, "\xff\xfe"},
		{"no JSON", number, of("not json")},
		{"an empty list", number, of("[]")},
		{"an object", number, of(`{"a":1}`)},
		{"an id that is no text", number, of("[1,2]")},
		{"three parts", number, of(`[1,"1",2]`)},
		{"more after the list", number, of(`[1,"1"] x`)},
		{"blanks that no cursor has", number, of(`[1, "1"]`)},
		{"line feeds in it", number, of(`[1,"1"]`)[:4] + "\n" + of(`[1,"1"]`)[4:]},
		{"unknown where all is known", strict, of(`[null,"1"]`)},
		{"a text for a number", number, of(`["x","1"]`)},
		{"a fraction for an integer", number, of(`[1.5,"1"]`)},
		{"too large for an integer", number, of(`[1e300,"1"]`)},
		{"too large for any number", database.Order{Column: "worth", Kind: database.Real}, of(`[1e999,"1"]`)},
		{"a truth for a number", number, of(`[true,"1"]`)},
		{"NUL in the id", number, of(`[1,"a\u0000b"]`)},
		{"NUL in the text", text, of(`["a\u0000b","1"]`)},
		{"no UTF-8 in the text", text, of("[\"\xff\",\"1\"]")},
		{"a number for a text", text, of(`[5,"1"]`)},
		{"no time", moment, of(`["yesterday","1"]`)},
		{"a number for a time", moment, of(`[5,"1"]`)},
	} {
		at := func(n note) database.Position { return database.Position{Value: n.Text, ID: n.ID} }
		_, err := database.List(db.Read(ctx).Model(&note{}), c.order, 5, c.cursor, at)
		if fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: %v, want a refusal", c.name, err)
		}
	}
}

func TestDatabaseFilesAreTheirOwnersAlone(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, database.FileName)
	open := func() {
		db, err := database.OpenSQLite(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = db.Close() })
		if err := db.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	open()
	if err := os.Chmod(path, 0o644); err != nil { // as an older version has left it
		t.Fatal(err)
	}
	open()
	files, err := os.ReadDir(folder)
	if err != nil || len(files) < 3 {
		t.Fatalf("files: %v %v, want the database, its log and its index", files, err)
	}
	for _, file := range files {
		info, err := file.Info()
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v %v, want 0600", file.Name(), info.Mode(), err)
		}
	}
}
