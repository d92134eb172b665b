-- +goose Up
-- +goose ENVSUB ON
-- The meaning of the columns under a header, as a person has chosen it.
CREATE TABLE keyword_mappings (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    header_key TEXT NOT NULL,
    header     ${DB_JSON} NOT NULL,
    fields     ${DB_JSON} NOT NULL,
    headerless BOOLEAN NOT NULL,
    updated_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, header_key)
);

CREATE TABLE keyword_imports (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    sector_id  TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    files      ${DB_JSON} NOT NULL,
    rows       BIGINT NOT NULL,
    imported   BIGINT NOT NULL,
    updated    BIGINT NOT NULL,
    duplicates BIGINT NOT NULL,
    rejected   BIGINT NOT NULL,
    declined   BIGINT NOT NULL DEFAULT 0,
    excluded   BIGINT NOT NULL DEFAULT 0,
    state      TEXT NOT NULL CHECK (state IN ('checked', 'done')),
    run_id     TEXT,
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE
);
CREATE INDEX keyword_imports_sector ON keyword_imports (account_id, sector_id, created_at);

-- The files of an import that waits for a decision, compressed and in pieces, so that no file has to be in memory as a whole.
CREATE TABLE keyword_import_pieces (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    sector_id  TEXT NOT NULL,
    import_id  TEXT NOT NULL,
    number     BIGINT NOT NULL,
    piece      BIGINT NOT NULL,
    name       TEXT NOT NULL,
    packed     ${DB_BLOB} NOT NULL,
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, import_id, number, piece),
    FOREIGN KEY (account_id, import_id) REFERENCES keyword_imports (account_id, id) ON DELETE CASCADE
);

-- What an import would change, keyword by keyword.
CREATE TABLE keyword_import_changes (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    sector_id   TEXT NOT NULL,
    import_id   TEXT NOT NULL,
    kind        TEXT NOT NULL,
    key         ${DB_KEY} NOT NULL,
    text        TEXT NOT NULL,
    pinned      BOOLEAN NOT NULL,
    differences ${DB_JSON} NOT NULL,
    accepted    BOOLEAN NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, import_id, kind, key),
    FOREIGN KEY (account_id, import_id) REFERENCES keyword_imports (account_id, id) ON DELETE CASCADE
);

CREATE TABLE clusters (
    id            TEXT NOT NULL,
    account_id    TEXT NOT NULL,
    site_id       TEXT NOT NULL,
    sector_id     TEXT NOT NULL,
    parent_id     TEXT,
    level         TEXT NOT NULL CHECK (level IN ('pillar', 'topic', 'page')),
    role          TEXT NOT NULL CHECK (role IN ('hub', 'supporting', 'attribute')),
    name          TEXT NOT NULL,
    name_key      ${DB_KEY} NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('proposed', 'approved', 'excluded')),
    locked        BOOLEAN NOT NULL DEFAULT FALSE,
    renamed       BOOLEAN NOT NULL DEFAULT FALSE,
    placed        BOOLEAN NOT NULL DEFAULT FALSE,
    keyword_count BIGINT NOT NULL DEFAULT 0,
    volume        BIGINT,
    demand        BIGINT,
    difficulty    DOUBLE PRECISION,
    opportunity   BIGINT,
    run_id        TEXT,
    created_at    ${DB_TS} NOT NULL,
    updated_at    ${DB_TS} NOT NULL,
    deleted_at    ${DB_TS},
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, parent_id) REFERENCES clusters (account_id, id)
);
CREATE INDEX clusters_tree ON clusters (account_id, sector_id, parent_id);
CREATE INDEX clusters_parent ON clusters (account_id, parent_id); -- for the foreign key, when clusters are deleted
CREATE INDEX clusters_opportunity ON clusters (account_id, sector_id, level, (opportunity IS NULL), opportunity, id);
CREATE INDEX clusters_demand ON clusters (account_id, sector_id, level, (demand IS NULL), demand, id);
CREATE INDEX clusters_volume ON clusters (account_id, sector_id, level, (volume IS NULL), volume, id);
CREATE INDEX clusters_difficulty ON clusters (account_id, sector_id, level, (difficulty IS NULL), difficulty, id);
CREATE INDEX clusters_keywords ON clusters (account_id, sector_id, level, keyword_count, id);
CREATE INDEX clusters_name ON clusters (account_id, sector_id, level, name_key, id);

CREATE TABLE keywords (
    id             TEXT NOT NULL,
    account_id     TEXT NOT NULL,
    site_id        TEXT NOT NULL,
    sector_id      TEXT NOT NULL,
    import_id      TEXT,
    text           TEXT NOT NULL,
    key            ${DB_KEY} NOT NULL,
    volume         BIGINT,
    volume_low     BIGINT,
    volume_high    BIGINT,
    estimated      BOOLEAN NOT NULL DEFAULT FALSE,
    difficulty     DOUBLE PRECISION,
    cpc            DOUBLE PRECISION,
    currency       TEXT NOT NULL DEFAULT '',
    intent         TEXT NOT NULL DEFAULT '',
    question       BOOLEAN NOT NULL DEFAULT FALSE,
    intent_by      TEXT NOT NULL DEFAULT '',
    country        TEXT NOT NULL DEFAULT '',
    impressions    BIGINT,
    clicks         BIGINT,
    position       DOUBLE PRECISION,
    trend          ${DB_JSON}, -- the searches of twelve months, oldest first, in percent of the highest
    demand         BIGINT,
    opportunity    BIGINT GENERATED ALWAYS AS (CAST(ROUND(CAST(demand * (100.0 - COALESCE(difficulty, 50)) / 100.0 AS NUMERIC)) AS BIGINT)) STORED,
    parent_keyword TEXT NOT NULL DEFAULT '',
    urls           ${DB_JSON} NOT NULL,
    given_group    TEXT NOT NULL DEFAULT '',
    given_topic    TEXT NOT NULL DEFAULT '',
    sources        ${DB_JSON} NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('new', 'clustered', 'excluded')),
    cluster_id     TEXT,
    evidence       ${DB_JSON} NOT NULL,
    evidence_bits  BIGINT NOT NULL DEFAULT 0, -- a bit for each kind of evidence, in the order of planner.EvidenceKinds; lists filter by it
    strength       DOUBLE PRECISION,
    weak           BOOLEAN NOT NULL DEFAULT FALSE,
    pinned         BOOLEAN NOT NULL DEFAULT FALSE,
    created_at     ${DB_TS} NOT NULL,
    updated_at     ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, sector_id, key),
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, cluster_id) REFERENCES clusters (account_id, id)
);
CREATE INDEX keywords_cluster ON keywords (account_id, cluster_id);
CREATE INDEX keywords_state ON keywords (account_id, site_id, state);
CREATE INDEX keywords_sector ON keywords (account_id, sector_id, state);
CREATE INDEX keywords_volume ON keywords (account_id, sector_id, (volume IS NULL), volume, id);
CREATE INDEX keywords_difficulty ON keywords (account_id, sector_id, (difficulty IS NULL), difficulty, id);
-- Holds all that lists filter by, so that SQLite finds rows without reading them.
CREATE INDEX keywords_facets ON keywords (account_id, sector_id, key, id, site_id, state, weak, pinned, question, intent, intent_by, volume, difficulty, opportunity, evidence_bits);
CREATE INDEX keywords_opportunity ON keywords (account_id, sector_id, (opportunity IS NULL), opportunity, id);

CREATE TABLE saved_views (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    list       TEXT NOT NULL,
    name       TEXT NOT NULL,
    name_key   ${DB_KEY} NOT NULL,
    query      TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    created_at ${DB_TS} NOT NULL,
    updated_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, list, name_key),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE saved_views;
DROP TABLE keywords;
DROP TABLE clusters;
DROP TABLE keyword_import_changes;
DROP TABLE keyword_import_pieces;
DROP TABLE keyword_imports;
DROP TABLE keyword_mappings;
