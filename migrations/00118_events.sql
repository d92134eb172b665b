-- +goose Up
-- +goose ENVSUB ON
-- What happened in an account. Events stay when what they are about is deleted.
CREATE TABLE events (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    object_id  TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    subject    TEXT NOT NULL,
    detail     TEXT NOT NULL,
    data       ${DB_JSON} NOT NULL,
    audited    BOOLEAN NOT NULL,
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE INDEX events_audited ON events (account_id, created_at, id) WHERE audited;

-- What subscribers have not been told yet, of accounts and of people who have none.
CREATE TABLE event_deliveries (
    id         TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,
    lane       TEXT NOT NULL,
    event      ${DB_JSON} NOT NULL,
    told       ${DB_JSON} NOT NULL,
    attempts   BIGINT NOT NULL,
    due_at     ${DB_TS} NOT NULL,
    created_at ${DB_TS} NOT NULL
);
CREATE INDEX event_deliveries_due ON event_deliveries (due_at, id);
CREATE INDEX event_deliveries_lane ON event_deliveries (lane, id);

-- +goose Down
DROP TABLE event_deliveries;
DROP TABLE events;
