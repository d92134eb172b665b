// Package dbtest gives each test its own database: a copy of a migrated SQLite file, or a clone of a migrated PostgreSQL
// template if TEST_DATABASE_URL names a server.
package dbtest

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"igny8/app/database"
	"igny8/migrations"
)

// Variable names the PostgreSQL server for tests. Without it they run on SQLite.
const Variable = "TEST_DATABASE_URL"

// connections is how many connections to PostgreSQL a test may use at the same time.
const connections = 20

// New opens a migrated, empty database that lives as long as the test.
func New(t testing.TB) *database.DB {
	t.Helper()
	db, err := open(t)
	if err != nil {
		t.Fatalf("test database: %v", err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func open(t testing.TB) (*database.DB, error) {
	if os.Getenv(Variable) == "" {
		path := filepath.Join(t.TempDir(), database.FileName)
		data, err := sqliteTemplate()
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			return nil, err
		}
		return database.OpenSQLite(path)
	}
	return database.OpenPostgres(t.Context(), PostgresURL(t), connections)
}

// PostgresURL creates a migrated PostgreSQL database for the test and returns its address. TEST_DATABASE_URL must be set.
func PostgresURL(t testing.TB) string {
	t.Helper()
	server := os.Getenv(Variable)
	template, err := postgresTemplate(server)
	if err != nil {
		t.Fatalf("test database: %v", err)
	}
	return createDatabase(t, server, " TEMPLATE "+template)
}

// EmptyPostgresURL creates a PostgreSQL database without tables for the test and returns its address. TEST_DATABASE_URL must
// be set.
func EmptyPostgresURL(t testing.TB) string {
	t.Helper()
	return createDatabase(t, os.Getenv(Variable), "")
}

func createDatabase(t testing.TB, server, from string) string {
	t.Helper()
	name := "test_" + strings.ReplaceAll(database.NewID(), "-", "")
	if err := onServer(server, "CREATE DATABASE "+name+from); err != nil {
		t.Fatalf("test database: %v", err)
	}
	t.Cleanup(func() {
		if err := onServer(server, fmt.Sprintf("DROP DATABASE IF EXISTS %s WITH (FORCE)", name)); err != nil {
			t.Errorf("drop test database: %v", err)
		}
	})
	return withDatabase(server, name)
}

var sqliteTemplate = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "igny8-template-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	path := filepath.Join(dir, database.FileName)
	db, err := database.OpenSQLite(path)
	if err != nil {
		return nil, err
	}
	if err := db.Migrate(context.Background()); err != nil {
		return nil, err
	}
	if err := db.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

var templates sync.Map

// postgresTemplate returns the name of the migrated template. It is made once per server for this state of the migrations.
// Test binaries run at the same time, so an advisory lock lets only one of them make it.
func postgresTemplate(server string) (string, error) {
	if name, ok := templates.Load(server); ok {
		return name.(string), nil
	}
	name, err := templateName()
	if err != nil {
		return "", err
	}
	pool, err := sql.Open("pgx", server)
	if err != nil {
		return "", err
	}
	defer func() { _ = pool.Close() }()
	ctx := context.Background()
	conn, err := pool.Conn(ctx)
	if err != nil {
		return "", err
	}
	defer func() { _ = conn.Close() }()
	if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock(1198)"); err != nil {
		return "", err
	}
	defer func() { _, _ = conn.ExecContext(ctx, "SELECT pg_advisory_unlock(1198)") }()

	var exists bool
	if err := conn.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = $1)", name).Scan(&exists); err != nil {
		return "", err
	}
	if !exists {
		if err := makeTemplate(ctx, conn, server, name); err != nil {
			return "", err
		}
	}
	templates.Store(server, name)
	return name, nil
}

// makeTemplate migrates under another name first, so that an interrupted test leaves no incomplete template.
func makeTemplate(ctx context.Context, conn *sql.Conn, server, name string) error {
	draft := name + "_draft"
	for _, statement := range []string{"DROP DATABASE IF EXISTS " + draft, "CREATE DATABASE " + draft} {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	db, err := database.OpenPostgres(ctx, withDatabase(server, draft), connections)
	if err != nil {
		return err
	}
	if err := db.Migrate(ctx); err != nil {
		return err
	}
	if err := db.Close(); err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, fmt.Sprintf("ALTER DATABASE %s RENAME TO %s", draft, name))
	return err
}

func templateName() (string, error) {
	h := sha256.New()
	err := fs.WalkDir(migrations.Files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := migrations.Files.ReadFile(path)
		h.Write([]byte(path))
		h.Write(data)
		return err
	})
	return "igny8_template_" + hex.EncodeToString(h.Sum(nil))[:16], err
}

func onServer(server, statement string) error {
	pool, err := sql.Open("pgx", server)
	if err != nil {
		return err
	}
	defer func() { _ = pool.Close() }()
	_, err = pool.Exec(statement)
	return err
}

func withDatabase(server, name string) string {
	u, err := url.Parse(server)
	if err != nil {
		return server
	}
	u.Path = "/" + name
	return u.String()
}
