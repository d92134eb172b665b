-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE ai_runs (
    id              TEXT PRIMARY KEY,
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
    reprise         TEXT NOT NULL DEFAULT '' CHECK (reprise IN ('', 'reuse', 'replay')),
    origin_id       TEXT NOT NULL DEFAULT '',
    created_at      ${DB_TS} NOT NULL,
    updated_at      ${DB_TS} NOT NULL,
    started_at      ${DB_TS},
    finished_at     ${DB_TS},
    UNIQUE (account_id, id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE
);
-- A lane is one function on one sector or site: its runs follow each other, and never two of them hold a lease.
CREATE INDEX ai_runs_lane ON ai_runs (account_id, lane, created_at, id);
CREATE UNIQUE INDEX ai_runs_leased ON ai_runs (account_id, lane) WHERE lease_owner <> '';
-- Nor do more runs of an account hold a lease than it has slots.
CREATE UNIQUE INDEX ai_runs_slots ON ai_runs (account_id, slot) WHERE lease_owner <> '';
CREATE INDEX ai_runs_inputs ON ai_runs (account_id, function, inputs_hash) WHERE phase = 'DONE';
CREATE INDEX ai_runs_time ON ai_runs (account_id, created_at, id);
CREATE INDEX ai_runs_waiting ON ai_runs (account_id, created_at) WHERE phase NOT IN ('DONE', 'FAILED', 'CANCELLED');
CREATE INDEX ai_runs_batch ON ai_runs (account_id, batch_id) WHERE batch_id <> '';

-- What each item of a run got from the model, kept the moment it came: a run taken over after a crash asks only for the rest.
-- The hash is of the question, so that a retry after the input has changed asks anew.
CREATE TABLE ai_outputs (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    run_id      TEXT NOT NULL,
    item        TEXT NOT NULL,
    input_hash  TEXT NOT NULL,
    label       TEXT NOT NULL DEFAULT '',
    final       BOOLEAN NOT NULL DEFAULT FALSE,
    output      TEXT NOT NULL,
    tokens_in   BIGINT NOT NULL DEFAULT 0,
    tokens_out  BIGINT NOT NULL DEFAULT 0,
    created_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, run_id, item, input_hash),
    FOREIGN KEY (account_id, run_id) REFERENCES ai_runs (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE ai_outputs;
DROP TABLE ai_runs;
