-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE accounts (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    created_at ${DB_TS} NOT NULL,
    updated_at ${DB_TS} NOT NULL
);

CREATE TABLE users (
    id              TEXT PRIMARY KEY,
    email           TEXT NOT NULL,
    email_key       ${DB_KEY} NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    password_hash   TEXT NOT NULL,
    developer       BOOLEAN NOT NULL DEFAULT FALSE,
    last_account_id TEXT NOT NULL DEFAULT '',
    created_at      ${DB_TS} NOT NULL,
    updated_at      ${DB_TS} NOT NULL
);

CREATE TABLE memberships (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role       TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'editor', 'viewer')),
    created_at ${DB_TS} NOT NULL,
    updated_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, user_id)
);
CREATE INDEX memberships_user ON memberships (user_id);
CREATE UNIQUE INDEX memberships_owner ON memberships (account_id) WHERE role = 'owner';

CREATE TABLE invitations (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    email       TEXT NOT NULL,
    email_key   ${DB_KEY} NOT NULL,
    role        TEXT NOT NULL CHECK (role IN ('admin', 'editor', 'viewer')),
    access      ${DB_JSON} NOT NULL,
    token_hash  TEXT NOT NULL UNIQUE,
    invited_by  TEXT NOT NULL,
    expires_at  ${DB_TS} NOT NULL,
    accepted_at ${DB_TS},
    created_at  ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id)
);

CREATE TABLE password_resets (
    id         TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash TEXT NOT NULL UNIQUE,
    expires_at ${DB_TS} NOT NULL,
    used_at    ${DB_TS},
    created_at ${DB_TS} NOT NULL
);

CREATE TABLE email_changes (
    id         TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    email      TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    expires_at ${DB_TS} NOT NULL,
    used_at    ${DB_TS},
    created_at ${DB_TS} NOT NULL
);
CREATE INDEX email_changes_user ON email_changes (user_id);

CREATE TABLE sessions (
    id         TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    user_id    TEXT REFERENCES users (id) ON DELETE CASCADE,
    device     TEXT NOT NULL,
    address    TEXT NOT NULL,
    data       ${DB_BLOB} NOT NULL,
    seen_at    ${DB_TS} NOT NULL,
    expires_at ${DB_TS} NOT NULL,
    created_at ${DB_TS} NOT NULL
);
CREATE INDEX sessions_expiry ON sessions (expires_at);
CREATE INDEX sessions_user ON sessions (user_id);

CREATE TABLE token_families (
    id           TEXT PRIMARY KEY,
    user_id      TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    account_id   TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    current_hash TEXT NOT NULL,
    revoked_at   ${DB_TS},
    expires_at   ${DB_TS} NOT NULL,
    device       TEXT NOT NULL,
    address      TEXT NOT NULL,
    used_at      ${DB_TS} NOT NULL,
    created_at   ${DB_TS} NOT NULL
);
CREATE INDEX token_families_user ON token_families (user_id);

CREATE TABLE sign_in_failures (
    id        TEXT PRIMARY KEY,
    email_key ${DB_KEY} NOT NULL,
    address   TEXT NOT NULL,
    failed_at ${DB_TS} NOT NULL
);
CREATE INDEX sign_in_failures_email ON sign_in_failures (email_key, failed_at);
CREATE INDEX sign_in_failures_address ON sign_in_failures (address, failed_at);

-- A sign-up whose address is not confirmed yet. It becomes a user and an account when somebody follows its link; otherwise it is deleted.
CREATE TABLE pending_sign_ups (
    id            TEXT PRIMARY KEY,
    email         TEXT NOT NULL,
    email_key     ${DB_KEY} NOT NULL,
    name          TEXT NOT NULL,
    account_name  TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    token_hash    TEXT NOT NULL UNIQUE,
    expires_at    ${DB_TS} NOT NULL,
    created_at    ${DB_TS} NOT NULL
);
CREATE INDEX pending_sign_ups_email ON pending_sign_ups (email_key);
CREATE INDEX pending_sign_ups_expiry ON pending_sign_ups (expires_at);

-- How often something was done under a key since its window began. The key names what is counted, and for whom.
CREATE TABLE throttles (
    key     ${DB_KEY} PRIMARY KEY,
    count   BIGINT NOT NULL,
    ends_at ${DB_TS} NOT NULL
);
CREATE INDEX throttles_end ON throttles (ends_at);

CREATE TABLE idempotency_keys (
    id           TEXT NOT NULL,
    account_id   TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    key          ${DB_KEY} NOT NULL,
    request_hash TEXT NOT NULL,
    status       BIGINT NOT NULL,
    content_type TEXT NOT NULL,
    body         ${DB_BLOB} NOT NULL,
    created_at   ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, key)
);

-- +goose Down
DROP TABLE idempotency_keys;
DROP TABLE throttles;
DROP TABLE pending_sign_ups;
DROP TABLE sign_in_failures;
DROP TABLE token_families;
DROP TABLE sessions;
DROP TABLE email_changes;
DROP TABLE password_resets;
DROP TABLE invitations;
DROP TABLE memberships;
DROP TABLE users;
DROP TABLE accounts;
