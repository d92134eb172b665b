-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE wallets (
    id             TEXT NOT NULL,
    account_id     TEXT NOT NULL UNIQUE REFERENCES accounts (id) ON DELETE CASCADE,
    balance        BIGINT NOT NULL DEFAULT 0,
    held           BIGINT NOT NULL DEFAULT 0,
    unmetered      BOOLEAN NOT NULL DEFAULT FALSE,
    approval_above BIGINT CHECK (approval_above >= 0),
    created_at     ${DB_TS} NOT NULL,
    updated_at     ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    CHECK (held >= 0),
    CHECK (balance >= held)
);

-- The ledger. A movement is two entries, one in each of two books, whose amounts add up to zero. reference is the name that the other side has for it:
-- a movement of one kind and reference is booked once.
CREATE TABLE credit_entries (
    id          TEXT NOT NULL,
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
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, movement_id, book)
);
CREATE UNIQUE INDEX credit_entries_reference ON credit_entries (account_id, kind, reference, book) WHERE reference <> '';
CREATE INDEX credit_entries_time ON credit_entries (account_id, book, created_at);

CREATE TABLE credit_holds (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    run_id     TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    amount     BIGINT NOT NULL CHECK (amount >= 0),
    state      TEXT NOT NULL CHECK (state IN ('open', 'settled', 'released')),
    ended_at   ${DB_TS},
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, run_id)
);

-- The most credits that a site may spend in a month. A site without a row has no limit.
CREATE TABLE site_limits (
    id              TEXT NOT NULL,
    account_id      TEXT NOT NULL,
    site_id         TEXT NOT NULL,
    monthly_credits BIGINT NOT NULL CHECK (monthly_credits >= 0),
    created_at      ${DB_TS} NOT NULL,
    updated_at      ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE site_limits;
DROP TABLE credit_holds;
DROP TABLE credit_entries;
DROP TABLE wallets;
