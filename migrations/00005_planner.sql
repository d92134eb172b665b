-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE keyword_imports (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    sector_id   TEXT NOT NULL,
    user_id     TEXT NOT NULL,
    files       ${DB_JSON} NOT NULL,
    rows        BIGINT NOT NULL,
    imported    BIGINT NOT NULL,
    updated     BIGINT NOT NULL,
    duplicates  BIGINT NOT NULL,
    rejected    BIGINT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE
);

CREATE TABLE clusters (
    id            TEXT PRIMARY KEY,
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
    run_id        TEXT,
    created_at    ${DB_TS} NOT NULL,
    updated_at    ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, parent_id) REFERENCES clusters (account_id, id)
);
CREATE INDEX clusters_tree ON clusters (account_id, sector_id, parent_id);
CREATE INDEX clusters_parent ON clusters (account_id, parent_id); -- for the foreign key, when clusters are deleted
CREATE INDEX clusters_level ON clusters (account_id, sector_id, level, demand);

CREATE TABLE keywords (
    id             TEXT PRIMARY KEY,
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
    country        TEXT NOT NULL DEFAULT '',
    impressions    BIGINT,
    clicks         BIGINT,
    position       DOUBLE PRECISION,
    demand         BIGINT,
    parent_keyword TEXT NOT NULL DEFAULT '',
    urls           ${DB_JSON} NOT NULL,
    given_group    TEXT NOT NULL DEFAULT '',
    given_topic    TEXT NOT NULL DEFAULT '',
    sources        ${DB_JSON} NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('new', 'clustered', 'excluded')),
    cluster_id     TEXT,
    evidence       ${DB_JSON} NOT NULL,
    strength       DOUBLE PRECISION,
    weak           BOOLEAN NOT NULL DEFAULT FALSE,
    pinned         BOOLEAN NOT NULL DEFAULT FALSE,
    created_at     ${DB_TS} NOT NULL,
    updated_at     ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, sector_id, key),
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, cluster_id) REFERENCES clusters (account_id, id)
);
CREATE INDEX keywords_cluster ON keywords (account_id, cluster_id);
CREATE INDEX keywords_state ON keywords (account_id, site_id, state);
CREATE INDEX keywords_sector ON keywords (account_id, sector_id, state);
CREATE INDEX keywords_volume ON keywords (account_id, sector_id, (volume IS NULL), volume, id);
CREATE INDEX keywords_difficulty ON keywords (account_id, sector_id, (difficulty IS NULL), difficulty, id);

-- +goose Down
DROP TABLE keywords;
DROP TABLE clusters;
DROP TABLE keyword_imports;
