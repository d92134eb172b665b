package database_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// checkOutage checks that people read what happened and that clients learn when to try again.
func checkOutage(t *testing.T, what string, err error, words string) {
	t.Helper()
	got := database.Outage(err)
	kind, sentence, wait := fault.KindOf(got), fault.Sentence(got), fault.RetryAfter(got)
	if kind != fault.Unavailable || wait == 0 || !strings.Contains(sentence, words) || !errors.Is(got, err) {
		t.Errorf("%s: %v (%T) is told as %s %q, retry after %d", what, err, err, kind, sentence, wait)
	}
}

func TestOtherErrorsAreNoOutage(t *testing.T) {
	t.Parallel()
	for _, err := range []error{nil, errors.New("a mistake"), gorm.ErrRecordNotFound, gorm.ErrDuplicatedKey, context.Canceled, fault.Missing("site")} {
		if got := database.Outage(err); got != err {
			t.Errorf("%v became %v", err, got)
		}
	}
	db := dbtest.New(t)
	err := db.Tx(tenancy.System(t.Context(), "test"), func(tx *gorm.DB) error { return tx.Exec("SELECT * FROM nothing").Error })
	if got := database.Outage(err); err == nil || got != err {
		t.Errorf("a wrong statement: %v", got)
	}
}

func TestFullDiskIsAnOutage(t *testing.T) {
	t.Parallel()
	checkOutage(t, "a file", fmt.Errorf("write picture: %w", &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}), "disk of this installation is full")
	db, err := database.OpenSQLite(filepath.Join(t.TempDir(), "full.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	ctx := tenancy.System(t.Context(), "test")
	err = db.Tx(ctx, func(tx *gorm.DB) error {
		return errors.Join(tx.Exec("CREATE TABLE notes (text TEXT)").Error, tx.Exec("PRAGMA max_page_count = 20").Error)
	})
	if err != nil {
		t.Fatal(err)
	}
	err = db.Tx(ctx, func(tx *gorm.DB) error {
		return tx.Exec("INSERT INTO notes (text) VALUES (?)", strings.Repeat("x", 1<<20)).Error
	})
	checkOutage(t, "SQLite", err, "disk of this installation is full")
	var n int64
	if err := db.Read(ctx).Raw("SELECT count(*) FROM notes").Scan(&n).Error; err != nil || n != 0 {
		t.Errorf("afterwards: %d notes, %v", n, err)
	}
}

func TestReadOnlySQLiteIsAnOutage(t *testing.T) {
	t.Parallel()
	db, err := database.OpenSQLite(filepath.Join(t.TempDir(), "readonly.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	err = db.Tx(tenancy.System(t.Context(), "test"), func(tx *gorm.DB) error {
		return errors.Join(tx.Exec("PRAGMA query_only = 1").Error, tx.Exec("CREATE TABLE x (y TEXT)").Error)
	})
	checkOutage(t, "read only", err, "takes no changes")
}

// TestPostgresOutages makes the server refuse in the ways that operators meet.
func TestPostgresOutages(t *testing.T) {
	t.Parallel()
	if os.Getenv(dbtest.Variable) == "" {
		t.Skip("needs " + dbtest.Variable)
	}
	ctx := tenancy.System(t.Context(), "test")
	address := dbtest.PostgresURL(t)
	owner, err := database.OpenPostgres(ctx, address, 2)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = owner.Close() }()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	name := strings.Trim(u.Path, "/")
	exec := func(statement string) error {
		return owner.Tx(ctx, func(tx *gorm.DB) error { return tx.Exec(statement).Error })
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(exec(`CREATE ROLE "` + name + `" LOGIN CONNECTION LIMIT 1`))
	defer func() { _ = exec(`DROP ROLE "` + name + `"`) }()
	u.User = url.User(name)
	few, err := database.OpenPostgres(ctx, u.String(), 2)
	must(err)
	defer func() { _ = few.Close() }()

	err = few.Tx(ctx, func(tx *gorm.DB) error { return few.Read(ctx).Exec("SELECT 1").Error })
	checkOutage(t, "a role without connections left", err, "no free connection")

	err = few.Tx(ctx, func(tx *gorm.DB) error {
		must(exec("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + name + "'"))
		return tx.Exec("SELECT 1").Error
	})
	checkOutage(t, "a connection that the server ended", err, "does not answer")

	must(exec(`ALTER DATABASE "` + name + `" SET default_transaction_read_only = on`))
	must(exec("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + name + "'"))
	err = few.Tx(ctx, func(tx *gorm.DB) error {
		return tx.Exec("CREATE TEMPORARY TABLE x (y TEXT); DELETE FROM accounts").Error
	})
	checkOutage(t, "a database that is read only", err, "takes no changes")

	line := newLine(t, u.Host)
	u.User, u.Host = url.User("igny8"), line.address
	far, err := database.OpenPostgres(ctx, u.String(), 2)
	must(err)
	defer func() { _ = far.Close() }()
	err = far.Tx(ctx, func(tx *gorm.DB) error {
		line.cut()
		return tx.Exec("SELECT 1").Error
	})
	checkOutage(t, "a connection that was cut", err, "does not answer")
	checkOutage(t, "the network is away", far.Read(ctx).Exec("SELECT 1").Error, "does not answer")

	u.Host = "127.0.0.1:1"
	_, err = database.OpenPostgres(ctx, u.String(), 2)
	checkOutage(t, "nobody listens", err, "does not answer")
}

// line is a connection to a server that the test can cut, as a network or a machine that fails does.
type line struct {
	address  string
	listener net.Listener
	mu       sync.Mutex
	open     []net.Conn
}

func newLine(t *testing.T, server string) *line {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l := &line{address: listener.Addr().String(), listener: listener}
	t.Cleanup(l.cut)
	go func() {
		for {
			near, err := listener.Accept()
			if err != nil {
				return
			}
			far, err := net.Dial("tcp", server)
			if err != nil {
				_ = near.Close()
				continue
			}
			l.mu.Lock()
			l.open = append(l.open, near, far)
			l.mu.Unlock()
			go func() { _, _ = io.Copy(far, near) }()
			go func() { _, _ = io.Copy(near, far) }()
		}
	}()
	return l
}

func (l *line) cut() {
	_ = l.listener.Close()
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, c := range l.open {
		_ = c.Close()
	}
}
