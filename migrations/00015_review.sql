-- +goose Up
-- +goose ENVSUB ON
-- What the AI would make of a block. before is the block that it read: a block that reads otherwise by now was changed since.
CREATE TABLE suggestions (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    content_id  TEXT NOT NULL,
    block_id    ${DB_KEY} NOT NULL,
    run_id      TEXT NOT NULL,
    how         TEXT NOT NULL,
    wish        TEXT NOT NULL,
    before      ${DB_JSON} NOT NULL,
    after       ${DB_JSON} NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'rejected', 'replaced')),
    decided_by  TEXT NOT NULL DEFAULT '',
    decided_at  ${DB_TS},
    created_at  ${DB_TS} NOT NULL,
    updated_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX suggestions_open ON suggestions (account_id, content_id, block_id) WHERE state = 'open';
CREATE INDEX suggestions_content ON suggestions (account_id, content_id, created_at);

-- quote is what the block said when the thread was begun: the thread stays readable when the block is gone.
CREATE TABLE threads (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    content_id  TEXT NOT NULL,
    block_id    ${DB_KEY} NOT NULL,
    quote       TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('open', 'resolved')),
    resolved_by TEXT NOT NULL DEFAULT '',
    resolved_at ${DB_TS},
    created_at  ${DB_TS} NOT NULL,
    updated_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);
CREATE INDEX threads_content ON threads (account_id, content_id, created_at);

CREATE TABLE comments (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    content_id  TEXT NOT NULL,
    thread_id   TEXT NOT NULL,
    author_id   TEXT NOT NULL,
    text        TEXT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    FOREIGN KEY (account_id, thread_id) REFERENCES threads (account_id, id) ON DELETE CASCADE
);
CREATE INDEX comments_thread ON comments (account_id, content_id, created_at);

-- A mention waits for the person until they have answered, the thread is resolved, or they have put it aside.
CREATE TABLE mentions (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    thread_id   TEXT NOT NULL,
    comment_id  TEXT NOT NULL,
    user_id     TEXT NOT NULL,
    waits       BOOLEAN NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    updated_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, comment_id, user_id),
    FOREIGN KEY (account_id, comment_id) REFERENCES comments (account_id, id) ON DELETE CASCADE
);
CREATE INDEX mentions_waiting ON mentions (account_id, user_id, created_at) WHERE waits;

-- +goose Down
DROP TABLE mentions;
DROP TABLE comments;
DROP TABLE threads;
DROP TABLE suggestions;
