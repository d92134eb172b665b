-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE site_facts (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    name        TEXT NOT NULL,
    name_key    ${DB_KEY} NOT NULL,
    value       TEXT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    updated_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, site_id, name_key),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

-- What facts said before: texts may still say it.
CREATE TABLE former_facts (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    name        TEXT NOT NULL,
    name_key    ${DB_KEY} NOT NULL,
    value       TEXT NOT NULL,
    value_key   ${DB_KEY} NOT NULL,
    user_id     TEXT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, site_id, name_key, value_key),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

CREATE TABLE site_voices (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    tone        TEXT NOT NULL,
    names       ${DB_JSON} NOT NULL,
    never_say   ${DB_JSON} NOT NULL,
    samples     ${DB_JSON} NOT NULL,
    revision    BIGINT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    updated_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, site_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE site_voices;
DROP TABLE former_facts;
DROP TABLE site_facts;
