-- +goose Up
-- +goose ENVSUB ON
-- Runs that were started together.
CREATE TABLE run_batches (
    id             TEXT NOT NULL,
    account_id     TEXT NOT NULL,
    site_id        TEXT NOT NULL,
    user_id        TEXT NOT NULL,
    function       TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('going', 'paused')),
    size           BIGINT NOT NULL,
    credits_quoted BIGINT NOT NULL,
    braked         BOOLEAN NOT NULL,
    reason         TEXT NOT NULL DEFAULT '',
    evidence       ${DB_JSON},
    created_at     ${DB_TS} NOT NULL,
    updated_at     ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE INDEX run_batches_of_site ON run_batches (account_id, site_id, created_at, id);

CREATE TABLE runs (
    id              TEXT NOT NULL,
    account_id      TEXT NOT NULL,
    site_id         TEXT NOT NULL,
    sector_id       TEXT,
    user_id         TEXT NOT NULL,
    batch_id        TEXT NOT NULL DEFAULT '',
    function        TEXT NOT NULL,
    lane            ${DB_KEY} NOT NULL,
    payload         ${DB_JSON} NOT NULL,
    phase           TEXT NOT NULL CHECK (phase IN ('INIT', 'PREP', 'AI_CALL', 'PARSE', 'SAVE', 'DONE', 'FAILED', 'CANCELLED')),
    percent         BIGINT NOT NULL DEFAULT 0,
    message         TEXT NOT NULL,
    credits_quoted  BIGINT NOT NULL,
    credits_charged BIGINT NOT NULL DEFAULT 0,
    provider        TEXT NOT NULL,
    integration_id  TEXT NOT NULL DEFAULT '',
    model           TEXT NOT NULL,
    parameters      ${DB_JSON} NOT NULL,
    prompt_version  TEXT NOT NULL,
    prompts         ${DB_JSON},
    inputs_hash     TEXT NOT NULL,
    tokens_in       BIGINT NOT NULL DEFAULT 0,
    tokens_out      BIGINT NOT NULL DEFAULT 0,
    attempt         BIGINT NOT NULL DEFAULT 0,
    lease_owner     TEXT NOT NULL DEFAULT '',
    lease_until     ${DB_TS},
    slot            BIGINT NOT NULL DEFAULT 0,
    not_before      ${DB_TS},
    approval        TEXT NOT NULL DEFAULT '' CHECK (approval IN ('', 'waiting', 'approved', 'declined')),
    decided_by      TEXT NOT NULL DEFAULT '',
    decided_at      ${DB_TS},
    rerun           TEXT NOT NULL DEFAULT '',
    origin_id       TEXT NOT NULL DEFAULT '',
    started_at      ${DB_TS},
    finished_at     ${DB_TS},
    asked_at        ${DB_TS},
    created_at      ${DB_TS} NOT NULL,
    updated_at      ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE
);
-- A lane is one function on one sector or site. Its runs follow each other: at most one of them holds a lease.
CREATE INDEX runs_lane ON runs (account_id, lane, created_at, id);
CREATE UNIQUE INDEX runs_leased ON runs (account_id, lane) WHERE lease_owner <> '';
-- An account has a number of slots. A run that holds a lease takes one of them.
CREATE UNIQUE INDEX runs_slots ON runs (account_id, slot) WHERE lease_owner <> '';
CREATE INDEX runs_inputs ON runs (account_id, function, inputs_hash) WHERE phase = 'DONE';
CREATE INDEX runs_time ON runs (account_id, created_at, id);
CREATE INDEX runs_waiting ON runs (account_id, created_at) WHERE phase NOT IN ('DONE', 'FAILED', 'CANCELLED');
CREATE INDEX runs_batch ON runs (account_id, batch_id) WHERE batch_id <> '';
CREATE INDEX runs_asked ON runs (account_id, user_id, asked_at);

-- What a run is about, until it ends. Two runs of one function are never about the same subject at the same time.
CREATE TABLE run_subjects (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    run_id     TEXT NOT NULL,
    function   TEXT NOT NULL,
    subject    ${DB_KEY} NOT NULL,
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, function, subject),
    FOREIGN KEY (account_id, run_id) REFERENCES runs (account_id, id) ON DELETE CASCADE
);
CREATE INDEX run_subjects_run ON run_subjects (account_id, run_id);

-- +goose Down
DROP TABLE run_subjects;
DROP TABLE runs;
DROP TABLE run_batches;
