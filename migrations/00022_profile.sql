-- +goose Up
-- +goose ENVSUB ON
-- A session says whose it is and where it was begun. Nothing of that is known of the sessions there are: people sign in once more.
DROP TABLE sessions;
CREATE TABLE sessions (
    id          TEXT PRIMARY KEY,
    token_hash  TEXT NOT NULL UNIQUE,
    user_id     TEXT REFERENCES users (id) ON DELETE CASCADE,
    device      TEXT NOT NULL,
    address     TEXT NOT NULL,
    data        ${DB_BLOB} NOT NULL,
    seen_at     ${DB_TS} NOT NULL,
    expires_at  ${DB_TS} NOT NULL,
    created_at  ${DB_TS} NOT NULL
);
CREATE INDEX sessions_expiry ON sessions (expires_at);
CREATE INDEX sessions_user ON sessions (user_id);

ALTER TABLE token_families ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE token_families ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE token_families ADD COLUMN used_at ${DB_TS} NOT NULL DEFAULT '1970-01-01 00:00:00+00:00';
UPDATE token_families SET used_at = created_at;
CREATE INDEX token_families_user ON token_families (user_id);

CREATE TABLE email_changes (
    id          TEXT PRIMARY KEY,
    user_id     TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    email       TEXT NOT NULL,
    token_hash  TEXT NOT NULL UNIQUE,
    expires_at  ${DB_TS} NOT NULL,
    used_at     ${DB_TS},
    created_at  ${DB_TS} NOT NULL
);
CREATE INDEX email_changes_user ON email_changes (user_id);

-- +goose Down
DROP TABLE email_changes;
DROP INDEX token_families_user;
ALTER TABLE token_families DROP COLUMN used_at;
ALTER TABLE token_families DROP COLUMN address;
ALTER TABLE token_families DROP COLUMN device;
DROP TABLE sessions;
CREATE TABLE sessions (
    token_hash  TEXT PRIMARY KEY,
    data        ${DB_BLOB} NOT NULL,
    expires_at  ${DB_TS} NOT NULL
);
CREATE INDEX sessions_expiry ON sessions (expires_at);
