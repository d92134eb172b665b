-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE wallets (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL UNIQUE REFERENCES accounts (id) ON DELETE CASCADE,
    balance     BIGINT NOT NULL DEFAULT 0,
    held        BIGINT NOT NULL DEFAULT 0,
    unmetered   BOOLEAN NOT NULL DEFAULT FALSE,
    approval_above BIGINT CHECK (approval_above >= 0),
    created_at  ${DB_TS} NOT NULL,
    updated_at  ${DB_TS} NOT NULL,
    CHECK (held >= 0),
    CHECK (balance >= held)
);

-- A movement is two entries whose amounts add up to zero.
CREATE TABLE credit_entries (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    movement_id TEXT NOT NULL,
    book        TEXT NOT NULL CHECK (book IN ('wallet', 'grants', 'usage')),
    amount      BIGINT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('grant', 'charge')),
    run_id      TEXT,
    site_id     TEXT,
    user_id     TEXT NOT NULL,
    function    TEXT NOT NULL,
    note        TEXT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, movement_id, book)
);
CREATE UNIQUE INDEX credit_entries_run ON credit_entries (account_id, run_id, book) WHERE run_id IS NOT NULL;
CREATE INDEX credit_entries_time ON credit_entries (account_id, book, created_at);

CREATE TABLE credit_holds (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    run_id      TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    user_id     TEXT NOT NULL,
    amount      BIGINT NOT NULL CHECK (amount >= 0),
    state       TEXT NOT NULL CHECK (state IN ('open', 'settled', 'released')),
    created_at  ${DB_TS} NOT NULL,
    ended_at    ${DB_TS},
    UNIQUE (account_id, id),
    UNIQUE (account_id, run_id)
);

-- +goose Down
DROP TABLE credit_holds;
DROP TABLE credit_entries;
DROP TABLE wallets;
