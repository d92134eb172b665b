-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE ai_batches (
    id             TEXT PRIMARY KEY,
    account_id     TEXT NOT NULL,
    site_id        TEXT NOT NULL,
    user_id        TEXT NOT NULL,
    function       TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('going', 'paused')),
    size           BIGINT NOT NULL,
    credits_quoted BIGINT NOT NULL,
    braked         BOOLEAN NOT NULL,
    reason         TEXT NOT NULL DEFAULT '',
    evidence       ${DB_JSON},
    created_at     ${DB_TS} NOT NULL,
    updated_at     ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE INDEX ai_batches_of_site ON ai_batches (account_id, site_id, created_at, id);

-- How alike texts are is told by their sketches. One that is of another revision than its content is drawn again when it is needed.
CREATE TABLE sketches (
    id         TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    content_id TEXT NOT NULL,
    revision   BIGINT NOT NULL,
    sketch     ${DB_BLOB} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, content_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE sketches;
DROP TABLE ai_batches;
