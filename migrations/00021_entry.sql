-- +goose Up
-- +goose ENVSUB ON
-- A sign-up whose address is not confirmed yet. It is no user and no account: it becomes both when its link is followed, or is deleted.
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

-- How often something was done under a key since its window began. The key names what is counted and for whom.
CREATE TABLE throttles (
    key     ${DB_KEY} PRIMARY KEY,
    count   BIGINT NOT NULL,
    ends_at ${DB_TS} NOT NULL
);
CREATE INDEX throttles_end ON throttles (ends_at);

-- A mail that is kept for want of a server goes when the link in it ends.
ALTER TABLE mailbox_messages ADD COLUMN expires_at ${DB_TS};
CREATE INDEX mailbox_messages_expiry ON mailbox_messages (expires_at);

-- +goose Down
DROP INDEX mailbox_messages_expiry;
ALTER TABLE mailbox_messages DROP COLUMN expires_at;
DROP TABLE throttles;
DROP TABLE pending_sign_ups;
