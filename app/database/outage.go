package database

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"igny8/app/fault"
)

// Outage returns an Unavailable fault for people if err means that the database cannot serve at the moment: it does not answer, has no
// connection left, takes no changes, or its disk is full. It returns other errors unchanged. Pages and API call it for every error of a
// handler, so that clients and proxies know that the same request may succeed later.
func Outage(err error) error {
	if err == nil || fault.KindOf(err) != fault.Internal || errors.Is(err, context.Canceled) {
		return err
	}
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return fault.Later(err, 30*time.Second, "This took too long and was stopped. If you changed something, look whether it was saved "+
			"before you repeat it; please try again in half a minute.")
	case full(err):
		return fault.Later(err, 5*time.Minute, "The disk of this installation is full, so this was not saved. Nothing that was saved before is lost. "+
			"Whoever runs the installation has to make room; please try again in a few minutes.")
	case readOnly(err):
		return fault.Later(err, 5*time.Minute, "This installation takes no changes at the moment, so this was not saved. Nothing that was saved "+
			"before is lost. Please try again in a few minutes.")
	case crowded(err):
		return fault.Later(err, 5*time.Second, "The database has no free connection at the moment. Nothing that was saved is lost. Please try again in a few seconds.")
	case away(err):
		return fault.Later(err, 30*time.Second, "The database does not answer at the moment. Nothing that was saved is lost. Please try again in half a minute.")
	}
	return err
}

func full(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || postgresCode(err) == "53100" || sqliteCode(err) == sqlite3.SQLITE_FULL
}

func readOnly(err error) bool {
	return errors.Is(err, syscall.EROFS) || postgresCode(err) == "25006" || sqliteCode(err) == sqlite3.SQLITE_READONLY
}

func crowded(err error) bool {
	return postgresCode(err) == "53300" || sqliteCode(err) == sqlite3.SQLITE_BUSY
}

// away reports whether the connection broke, or the server ended it or does not take a new one.
func away(err error) bool {
	// A server that dies leaves a bare unexpected EOF. What people send is read to its end before the database is asked, and its errors are
	// faults.
	for _, broken := range []error{io.ErrUnexpectedEOF, driver.ErrBadConn, sql.ErrConnDone} {
		if errors.Is(err, broken) {
			return true
		}
	}
	if errors.As(err, new(*pgconn.ConnectError)) || errors.As(err, new(net.Error)) {
		return true
	}
	// Class 08 is about connections, 53 about resources, 57P about servers that stop or start, 58 about their machine.
	for _, class := range []string{"08", "53", "57P", "58"} {
		if strings.HasPrefix(postgresCode(err), class) {
			return true
		}
	}
	switch sqliteCode(err) {
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN:
		return true
	}
	var connection interface{ SafeToRetry() bool } // the errors of pgx about a connection have it, those about a statement have not
	return errors.As(err, &connection)
}

// postgresCode returns the SQLSTATE of the server's error, or an empty string.
func postgresCode(err error) string {
	if e := (*pgconn.PgError)(nil); errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// sqliteCode returns the primary result code of SQLite, or SQLITE_OK.
func sqliteCode(err error) int {
	if e := (*sqlite.Error)(nil); errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return sqlite3.SQLITE_OK
}
