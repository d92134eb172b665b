-- +goose Up
-- +goose ENVSUB ON
-- The servers that an account has chosen itself, one of each kind. The key is sealed (app/vault) with the id of its row.
CREATE TABLE integrations (
    id              TEXT PRIMARY KEY,
    account_id      TEXT NOT NULL,
    kind            TEXT NOT NULL CHECK (kind IN ('openai', 'runware')),
    base_url        TEXT NOT NULL,
    model           TEXT NOT NULL,
    image_model     TEXT NOT NULL,
    embedding_model TEXT NOT NULL,
    sealed_key      TEXT NOT NULL,
    key_tail        TEXT NOT NULL,
    tried_at        ${DB_TS},
    tried_ok        BOOLEAN NOT NULL DEFAULT FALSE,
    tried_message   TEXT NOT NULL DEFAULT '',
    created_at      ${DB_TS} NOT NULL,
    updated_at      ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, kind)
);

-- What became of an account's questions to one provider. A row with opened_at is an open circuit: nobody asks before open_until, and then one
-- run alone, as a trial. No row is the usual state.
CREATE TABLE ai_circuits (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    provider    TEXT NOT NULL,
    failures    BIGINT NOT NULL,
    reason      TEXT NOT NULL,
    opened_at   ${DB_TS},
    open_until  ${DB_TS},
    trials      BIGINT NOT NULL DEFAULT 0,
    trial_run   TEXT NOT NULL DEFAULT '',
    created_at  ${DB_TS} NOT NULL,
    updated_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, provider)
);

-- +goose Down
DROP TABLE ai_circuits;
DROP TABLE integrations;
