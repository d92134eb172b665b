-- +goose Up
-- +goose ENVSUB ON
-- The model's answer to each question of a run, stored as soon as it arrives: another worker that takes the run over asks only the questions that are left.
-- input_hash is the hash of the question: a retry asks again when the question has changed.
CREATE TABLE ai_outputs (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    run_id     TEXT NOT NULL,
    item       TEXT NOT NULL,
    input_hash TEXT NOT NULL,
    label      TEXT NOT NULL DEFAULT '',
    final      BOOLEAN NOT NULL DEFAULT FALSE,
    output     TEXT NOT NULL,
    tokens_in  BIGINT NOT NULL DEFAULT 0,
    tokens_out BIGINT NOT NULL DEFAULT 0,
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, run_id, item, input_hash),
    FOREIGN KEY (account_id, run_id) REFERENCES runs (account_id, id) ON DELETE CASCADE
);

-- Failures of an account's questions to one provider. A row with opened_at is an open circuit: no run asks before open_until; after it one run asks as a
-- trial. A provider that answers has no row.
CREATE TABLE ai_circuits (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    provider   TEXT NOT NULL,
    failures   BIGINT NOT NULL,
    reason     TEXT NOT NULL,
    opened_at  ${DB_TS},
    open_until ${DB_TS},
    trials     BIGINT NOT NULL DEFAULT 0,
    trial_run  TEXT NOT NULL DEFAULT '',
    created_at ${DB_TS} NOT NULL,
    updated_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, provider)
);

-- Versions of prompts. Rows are only added. The newest version of a place counts; an empty text means that the place has no prompt of its own.
CREATE TABLE prompt_versions (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    site_id    TEXT,
    place      ${DB_KEY} NOT NULL,
    name       ${DB_KEY} NOT NULL,
    number     BIGINT NOT NULL CHECK (number > 0),
    text       TEXT NOT NULL,
    note       TEXT NOT NULL,
    author_id  TEXT NOT NULL,
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, place, name, number),
    CHECK (place = COALESCE(site_id, '')),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

-- The prompts that runs have used, by digest.
CREATE TABLE prompt_texts (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    digest     ${DB_KEY} NOT NULL,
    text       TEXT NOT NULL,
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, digest)
);

-- +goose Down
DROP TABLE prompt_texts;
DROP TABLE prompt_versions;
DROP TABLE ai_circuits;
DROP TABLE ai_outputs;
