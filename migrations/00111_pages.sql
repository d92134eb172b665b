-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE pages (
    id                TEXT NOT NULL,
    account_id        TEXT NOT NULL,
    site_id           TEXT NOT NULL,
    sector_id         TEXT,
    cluster_id        TEXT,
    parent_id         TEXT,
    kind              TEXT NOT NULL,
    origin            TEXT NOT NULL,
    state             TEXT NOT NULL CHECK (state IN ('proposed', 'planned', 'briefed', 'drafted', 'in_review', 'approved', 'published', 'removed')),
    path              ${DB_KEY} NOT NULL,
    slug              TEXT NOT NULL,
    title             TEXT NOT NULL,
    description       TEXT NOT NULL,
    canonical         TEXT NOT NULL,
    schema_type       TEXT NOT NULL,
    role              TEXT NOT NULL,
    intent            TEXT NOT NULL,
    target_keywords   ${DB_JSON} NOT NULL,
    no_cluster_reason TEXT NOT NULL DEFAULT '',
    position          BIGINT NOT NULL DEFAULT 0,
    created_at        ${DB_TS} NOT NULL,
    updated_at        ${DB_TS} NOT NULL,
    deleted_at        ${DB_TS},
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, cluster_id) REFERENCES clusters (account_id, id),
    FOREIGN KEY (account_id, parent_id) REFERENCES pages (account_id, id)
);
CREATE UNIQUE INDEX pages_path ON pages (account_id, site_id, path) WHERE deleted_at IS NULL;
CREATE INDEX pages_cluster ON pages (account_id, cluster_id);

CREATE TABLE taxonomies (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    name       TEXT NOT NULL,
    slug       ${DB_KEY} NOT NULL,
    position   BIGINT NOT NULL DEFAULT 0,
    created_at ${DB_TS} NOT NULL,
    updated_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, slug),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

CREATE TABLE terms (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    taxonomy_id TEXT NOT NULL,
    name        TEXT NOT NULL,
    slug        ${DB_KEY} NOT NULL,
    position    BIGINT NOT NULL DEFAULT 0,
    created_at  ${DB_TS} NOT NULL,
    updated_at  ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, taxonomy_id, slug),
    FOREIGN KEY (account_id, taxonomy_id) REFERENCES taxonomies (account_id, id) ON DELETE CASCADE
);

CREATE TABLE page_terms (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    page_id    TEXT NOT NULL,
    term_id    TEXT NOT NULL,
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, page_id, term_id),
    FOREIGN KEY (account_id, page_id) REFERENCES pages (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, term_id) REFERENCES terms (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE page_terms;
DROP TABLE terms;
DROP TABLE taxonomies;
DROP TABLE pages;
