-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE tasks (
    id                TEXT NOT NULL,
    account_id        TEXT NOT NULL,
    site_id           TEXT NOT NULL,
    sector_id         TEXT,
    page_id           TEXT NOT NULL,
    idea_id           TEXT,
    assignee_id       TEXT NOT NULL DEFAULT '',
    planned_on        TEXT NOT NULL DEFAULT '',
    brief             ${DB_JSON} NOT NULL,
    brief_edited      BOOLEAN NOT NULL DEFAULT FALSE,
    brief_approved_at ${DB_TS},
    brief_approved_by TEXT NOT NULL DEFAULT '',
    state             TEXT NOT NULL CHECK (state IN ('open', 'drafted', 'done')),
    created_at        ${DB_TS} NOT NULL,
    updated_at        ${DB_TS} NOT NULL,
    deleted_at        ${DB_TS},
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, page_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, page_id) REFERENCES pages (account_id, id),
    FOREIGN KEY (account_id, idea_id) REFERENCES ideas (account_id, id)
);

CREATE TABLE contents (
    id                TEXT NOT NULL,
    account_id        TEXT NOT NULL,
    site_id           TEXT NOT NULL,
    sector_id         TEXT,
    page_id           TEXT NOT NULL,
    task_id           TEXT,
    title             TEXT NOT NULL,
    slug              TEXT NOT NULL,
    description       TEXT NOT NULL,
    blocks            ${DB_JSON} NOT NULL,
    state             TEXT NOT NULL CHECK (state IN ('draft', 'in_review', 'approved', 'published')),
    revision          BIGINT NOT NULL,
    approved_revision BIGINT,
    approved_at       ${DB_TS},
    return_reason     TEXT NOT NULL DEFAULT '',
    built_in          BOOLEAN NOT NULL DEFAULT FALSE,
    words             BIGINT NOT NULL DEFAULT 0,
    open_claims       BIGINT NOT NULL DEFAULT 0,
    outlined          BOOLEAN NOT NULL DEFAULT FALSE,
    unwritten         BIGINT NOT NULL DEFAULT 0,
    created_at        ${DB_TS} NOT NULL,
    updated_at        ${DB_TS} NOT NULL,
    deleted_at        ${DB_TS},
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, page_id) REFERENCES pages (account_id, id),
    FOREIGN KEY (account_id, task_id) REFERENCES tasks (account_id, id)
);
CREATE UNIQUE INDEX contents_page ON contents (account_id, page_id) WHERE deleted_at IS NULL;
CREATE INDEX contents_of_page ON contents (account_id, page_id); -- for the foreign key, when pages are deleted

CREATE TABLE revisions (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    content_id  TEXT NOT NULL,
    number      BIGINT NOT NULL,
    title       TEXT NOT NULL,
    slug        TEXT NOT NULL,
    description TEXT NOT NULL,
    blocks      ${DB_JSON} NOT NULL,
    author_id   TEXT NOT NULL,
    run_id      TEXT,
    note        TEXT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, content_id, number),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);

-- Sketches (app/minhash) of contents, to find texts that are alike. A sketch of an older revision is computed again when it is needed.
CREATE TABLE sketches (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    content_id TEXT NOT NULL,
    revision   BIGINT NOT NULL,
    sketch     ${DB_BLOB} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, content_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);

-- Proposals of the AI for a block. before is the block as the AI read it: if the block differs from it, somebody has changed the block since.
CREATE TABLE suggestions (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    content_id TEXT NOT NULL,
    block_id   ${DB_KEY} NOT NULL,
    run_id     TEXT NOT NULL,
    how        TEXT NOT NULL,
    wish       TEXT NOT NULL,
    before     ${DB_JSON} NOT NULL,
    after      ${DB_JSON} NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'rejected', 'replaced')),
    decided_by TEXT NOT NULL DEFAULT '',
    decided_at ${DB_TS},
    created_at ${DB_TS} NOT NULL,
    updated_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX suggestions_open ON suggestions (account_id, content_id, block_id) WHERE state = 'open';
CREATE INDEX suggestions_content ON suggestions (account_id, content_id, created_at);

-- Threads of comments on a block. quote is the block's text when the thread began, so that the thread can be read when the block is gone.
CREATE TABLE threads (
    id          TEXT NOT NULL,
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
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);
CREATE INDEX threads_content ON threads (account_id, content_id, created_at);

CREATE TABLE comments (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    content_id TEXT NOT NULL,
    thread_id  TEXT NOT NULL,
    author_id  TEXT NOT NULL,
    text       TEXT NOT NULL,
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, thread_id) REFERENCES threads (account_id, id) ON DELETE CASCADE
);
CREATE INDEX comments_thread ON comments (account_id, content_id, created_at);

-- A mention waits for a person until the person answers, the thread is resolved, or the person puts it aside.
CREATE TABLE mentions (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    thread_id  TEXT NOT NULL,
    comment_id TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    waits      BOOLEAN NOT NULL,
    created_at ${DB_TS} NOT NULL,
    updated_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, comment_id, user_id),
    FOREIGN KEY (account_id, comment_id) REFERENCES comments (account_id, id) ON DELETE CASCADE
);
CREATE INDEX mentions_waiting ON mentions (account_id, user_id, created_at) WHERE waits;

CREATE TABLE claim_decisions (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    content_id TEXT NOT NULL,
    mark       TEXT NOT NULL,
    verdict    TEXT NOT NULL,
    source     TEXT NOT NULL DEFAULT '',
    user_id    TEXT NOT NULL,
    created_at ${DB_TS} NOT NULL,
    updated_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, content_id, mark),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);

CREATE TABLE meta_proposals (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    content_id  TEXT NOT NULL,
    run_id      TEXT NOT NULL,
    title       TEXT NOT NULL,
    description TEXT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, content_id),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE meta_proposals;
DROP TABLE claim_decisions;
DROP TABLE mentions;
DROP TABLE comments;
DROP TABLE threads;
DROP TABLE suggestions;
DROP TABLE sketches;
DROP TABLE revisions;
DROP TABLE contents;
DROP TABLE tasks;
