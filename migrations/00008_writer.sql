-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE tasks (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    sector_id   TEXT,
    page_id     TEXT NOT NULL,
    idea_id     TEXT,
    assignee_id TEXT NOT NULL DEFAULT '',
    planned_on  TEXT NOT NULL DEFAULT '',
    brief       ${DB_JSON} NOT NULL,
    brief_edited      BOOLEAN NOT NULL DEFAULT FALSE,
    brief_approved_at ${DB_TS},
    brief_approved_by TEXT NOT NULL DEFAULT '',
    state       TEXT NOT NULL CHECK (state IN ('open', 'drafted', 'done')),
    created_at  ${DB_TS} NOT NULL,
    updated_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, page_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, page_id) REFERENCES pages (account_id, id),
    FOREIGN KEY (account_id, idea_id) REFERENCES ideas (account_id, id)
);

CREATE TABLE contents (
    id                TEXT PRIMARY KEY,
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
    created_at        ${DB_TS} NOT NULL,
    updated_at        ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, page_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, page_id) REFERENCES pages (account_id, id),
    FOREIGN KEY (account_id, task_id) REFERENCES tasks (account_id, id)
);

CREATE TABLE revisions (
    id          TEXT PRIMARY KEY,
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
    UNIQUE (account_id, id),
    UNIQUE (account_id, content_id, number),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE revisions;
DROP TABLE contents;
DROP TABLE tasks;
