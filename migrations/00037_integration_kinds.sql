-- +goose Up
-- +goose ENVSUB ON
-- Outside systems of any kind: what a kind asks for beside address and key is in settings. The key is sealed (app/vault) with the id of its row.
CREATE TABLE integrations_new (
    id            TEXT PRIMARY KEY,
    account_id    TEXT NOT NULL,
    kind          TEXT NOT NULL,
    base_url      TEXT NOT NULL,
    settings      ${DB_JSON} NOT NULL,
    sealed_key    TEXT NOT NULL,
    key_tail      TEXT NOT NULL,
    tried_at      ${DB_TS},
    tried_ok      BOOLEAN NOT NULL DEFAULT FALSE,
    tried_message TEXT NOT NULL DEFAULT '',
    created_at    ${DB_TS} NOT NULL,
    updated_at    ${DB_TS} NOT NULL,
    UNIQUE (account_id, id)
);
INSERT INTO integrations_new (id, account_id, kind, base_url, settings, sealed_key, key_tail, tried_at, tried_ok, tried_message, created_at, updated_at)
    SELECT id, account_id, kind, base_url,
        CAST('{"model": "' || replace(replace(model, '\', '\\'), '"', '\"') || '", "image_model": "' || replace(replace(image_model, '\', '\\'), '"', '\"')
            || '", "embedding_model": "' || replace(replace(embedding_model, '\', '\\'), '"', '\"') || '"}' AS ${DB_JSON}),
        sealed_key, key_tail, tried_at, tried_ok, tried_message, created_at, updated_at
    FROM integrations;
DROP TABLE integrations;
ALTER TABLE integrations_new RENAME TO integrations;
CREATE UNIQUE INDEX integrations_kind ON integrations (account_id, kind);

-- +goose Down
DROP TABLE integrations;
CREATE TABLE integrations (
    id              TEXT PRIMARY KEY,
    account_id      TEXT NOT NULL,
    kind            TEXT NOT NULL,
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
