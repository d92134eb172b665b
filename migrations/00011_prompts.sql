-- +goose Up
-- +goose ENVSUB ON
-- Versions are only ever added: the newest of a place is what the place says, and an empty text says nothing.
CREATE TABLE prompt_versions (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    site_id     TEXT,
    place       ${DB_KEY} NOT NULL,
    name        ${DB_KEY} NOT NULL,
    number      BIGINT NOT NULL CHECK (number > 0),
    text        TEXT NOT NULL,
    note        TEXT NOT NULL,
    author_id   TEXT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, place, name, number),
    CHECK (place = COALESCE(site_id, '')),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

-- The texts that runs have asked with, by their digest.
CREATE TABLE prompt_texts (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    digest      ${DB_KEY} NOT NULL,
    text        TEXT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, digest)
);

-- +goose Down
DROP TABLE prompt_texts;
DROP TABLE prompt_versions;
