package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strconv"

	"gorm.io/gorm"
	"gorm.io/gorm/callbacks"
	"gorm.io/gorm/clause"
	"gorm.io/gorm/logger"
	"gorm.io/gorm/schema"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// sqliteDialect is the GORM dialect over modernc.org/sqlite. The official one imports a C driver and does not translate its
// errors. It has no Migrator: goose owns the schema.
type sqliteDialect struct{ pool *sql.DB }

// openSQLite opens the file as one connection that writes, or as a pool of connections that only read. With one writer the
// waiting transactions queue fairly in Go; several writers would get SQLITE_BUSY.
func openSQLite(path string, writer bool) (*sql.DB, error) {
	cache := "cache_size(-16000)" // KiB, of each connection
	if writer {
		cache = "cache_size(-64000)" // otherwise a large import writes each page several times
	}
	q := url.Values{
		"_pragma":      {"foreign_keys(1)", "busy_timeout(10000)", "synchronous(NORMAL)", cache},
		"_time_format": {"sqlite"},
	}
	if writer {
		q.Set("_txlock", "immediate")
		q["_pragma"] = append(q["_pragma"], "journal_mode(WAL)")
	} else {
		q["_pragma"] = append(q["_pragma"], "query_only(1)")
	}
	pool, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Opaque: url.PathEscape(path), RawQuery: q.Encode()}).String())
	if err != nil {
		return nil, err
	}
	connections := 8
	if writer {
		connections = 1
	}
	pool.SetMaxOpenConns(connections)
	pool.SetMaxIdleConns(connections)
	return pool, pool.PingContext(context.Background())
}

// unusable returns the error for an operator of a file that SQLite does not open: its own errors do not name the file.
func unusable(path string, err error) error {
	switch sqliteCode(err) {
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%s is not an IGNY8 database: %w", path, err)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("this process may not write %s: %w", path, err)
	}
	return fmt.Errorf("%s cannot be opened as a database: %w", path, err)
}

func (sqliteDialect) Name() string { return "sqlite" }

func (d sqliteDialect) Initialize(db *gorm.DB) error {
	db.ConnPool = d.pool
	callbacks.RegisterDefaultCallbacks(db, &callbacks.Config{
		CreateClauses:        []string{"INSERT", "VALUES", "ON CONFLICT", "RETURNING"},
		UpdateClauses:        []string{"UPDATE", "SET", "FROM", "WHERE", "RETURNING"},
		DeleteClauses:        []string{"DELETE", "FROM", "WHERE", "RETURNING"},
		LastInsertIDReversed: true,
	})
	db.ClauseBuilders["LIMIT"] = buildLimit
	db.ClauseBuilders["FOR"] = func(clause.Clause, clause.Builder) {}
	return nil
}

// buildLimit writes LIMIT -1 if only an offset is given, because SQLite has no OFFSET without LIMIT.
func buildLimit(c clause.Clause, builder clause.Builder) {
	limit, ok := c.Expression.(clause.Limit)
	if !ok {
		return
	}
	count := -1
	if limit.Limit != nil {
		count = *limit.Limit
	}
	_, _ = builder.WriteString("LIMIT " + strconv.Itoa(count))
	if limit.Offset > 0 {
		_, _ = builder.WriteString(" OFFSET " + strconv.Itoa(limit.Offset))
	}
}

func (sqliteDialect) Migrator(*gorm.DB) gorm.Migrator { return nil }
func (sqliteDialect) DataTypeOf(*schema.Field) string { return "" }
func (sqliteDialect) DefaultValueOf(*schema.Field) clause.Expression {
	return clause.Expr{SQL: "NULL"}
}

func (sqliteDialect) BindVarTo(writer clause.Writer, _ *gorm.Statement, _ any) {
	_ = writer.WriteByte('?')
}

func (sqliteDialect) QuoteTo(writer clause.Writer, name string) {
	_ = writer.WriteByte('`')
	for i := range len(name) {
		switch name[i] {
		case '.':
			_, _ = writer.WriteString("`.`")
		case '`':
			_, _ = writer.WriteString("``")
		default:
			_ = writer.WriteByte(name[i])
		}
	}
	_ = writer.WriteByte('`')
}

func (sqliteDialect) Explain(sql string, vars ...any) string {
	return logger.ExplainSQL(sql, nil, `"`, vars...)
}

func (sqliteDialect) SavePoint(tx *gorm.DB, name string) error {
	return tx.Exec("SAVEPOINT " + name).Error
}

func (sqliteDialect) RollbackTo(tx *gorm.DB, name string) error {
	return tx.Exec("ROLLBACK TO SAVEPOINT " + name).Error
}

// Translate maps SQLite's constraint errors to the same errors as PostgreSQL's.
func (sqliteDialect) Translate(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() {
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
		return gorm.ErrDuplicatedKey
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
		return gorm.ErrForeignKeyViolated
	case sqlite3.SQLITE_CONSTRAINT_CHECK:
		return gorm.ErrCheckConstraintViolated
	}
	return err
}
