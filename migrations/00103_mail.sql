-- +goose Up
-- +goose ENVSUB ON
-- Mails that are shown in the application because no mail server is set up. They are deleted when the link in them ends.
CREATE TABLE mailbox_messages (
    id         TEXT PRIMARY KEY,
    recipient  TEXT NOT NULL,
    subject    TEXT NOT NULL,
    body_text  TEXT NOT NULL,
    body_html  TEXT NOT NULL,
    expires_at ${DB_TS},
    created_at ${DB_TS} NOT NULL
);
CREATE INDEX mailbox_messages_expiry ON mailbox_messages (expires_at);

-- +goose Down
DROP TABLE mailbox_messages;
