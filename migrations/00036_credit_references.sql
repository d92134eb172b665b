-- +goose Up
-- +goose ENVSUB ON
-- The ledger anew: every movement may carry what the other side calls it, and kinds and books can grow.
CREATE TABLE credit_entries_new (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    movement_id TEXT NOT NULL,
    book        TEXT NOT NULL,
    amount      BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    reference   TEXT NOT NULL DEFAULT '',
    run_id      TEXT,
    site_id     TEXT,
    user_id     TEXT NOT NULL,
    function    TEXT NOT NULL,
    note        TEXT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, movement_id, book)
);
INSERT INTO credit_entries_new (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at)
    SELECT id, account_id, movement_id, book, amount, kind, COALESCE(run_id, ''), run_id, site_id, user_id, function, note, created_at FROM credit_entries;
DROP TABLE credit_entries;
ALTER TABLE credit_entries_new RENAME TO credit_entries;
CREATE UNIQUE INDEX credit_entries_reference ON credit_entries (account_id, kind, reference, book) WHERE reference <> '';
CREATE INDEX credit_entries_time ON credit_entries (account_id, book, created_at);

-- +goose Down
DROP INDEX credit_entries_reference;
CREATE UNIQUE INDEX credit_entries_run ON credit_entries (account_id, run_id, book) WHERE run_id IS NOT NULL;
ALTER TABLE credit_entries DROP COLUMN reference;
