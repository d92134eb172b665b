-- +goose Up
-- +goose ENVSUB ON
-- Outside systems that an account has connected. settings holds what a kind needs beside address and key. The key is sealed by app/vault, with the id of its row.
CREATE TABLE integrations (
    id            TEXT NOT NULL,
    account_id    TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
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
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, kind)
);

-- +goose Down
DROP TABLE integrations;
