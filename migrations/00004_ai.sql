-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE ai_runs (
    id              TEXT PRIMARY KEY,
    account_id      TEXT NOT NULL,
    site_id         TEXT NOT NULL,
    sector_id       TEXT,
    user_id         TEXT NOT NULL,
    function        TEXT NOT NULL,
    payload         ${DB_JSON} NOT NULL,
    phase           TEXT NOT NULL CHECK (phase IN ('INIT', 'PREP', 'AI_CALL', 'PARSE', 'SAVE', 'DONE', 'FAILED', 'CANCELLED')),
    percent         BIGINT NOT NULL DEFAULT 0,
    message         TEXT NOT NULL,
    cancel_asked    BOOLEAN NOT NULL DEFAULT FALSE,
    credits_quoted  BIGINT NOT NULL,
    credits_charged BIGINT NOT NULL DEFAULT 0,
    provider        TEXT NOT NULL,
    model           TEXT NOT NULL,
    parameters      ${DB_JSON} NOT NULL,
    prompt_version  TEXT NOT NULL,
    inputs_hash     TEXT NOT NULL,
    tokens_in       BIGINT NOT NULL DEFAULT 0,
    tokens_out      BIGINT NOT NULL DEFAULT 0,
    attempt         BIGINT NOT NULL DEFAULT 0,
    lease_owner     TEXT NOT NULL DEFAULT '',
    lease_until     ${DB_TS},
    created_at      ${DB_TS} NOT NULL,
    updated_at      ${DB_TS} NOT NULL,
    started_at      ${DB_TS},
    finished_at     ${DB_TS},
    UNIQUE (account_id, id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE
);
CREATE INDEX ai_runs_queue ON ai_runs (account_id, sector_id, function, created_at, id);
CREATE INDEX ai_runs_lease ON ai_runs (phase, lease_until);

-- What each item of a run got from the model, kept the moment it came: a run taken over after a crash asks only for the rest.
CREATE TABLE ai_outputs (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    run_id      TEXT NOT NULL,
    item        TEXT NOT NULL,
    output      TEXT NOT NULL,
    tokens_in   BIGINT NOT NULL DEFAULT 0,
    tokens_out  BIGINT NOT NULL DEFAULT 0,
    created_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, run_id, item),
    FOREIGN KEY (account_id, run_id) REFERENCES ai_runs (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE ai_outputs;
DROP TABLE ai_runs;
