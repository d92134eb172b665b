-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE ideas (
    id              TEXT NOT NULL,
    account_id      TEXT NOT NULL,
    site_id         TEXT NOT NULL,
    sector_id       TEXT NOT NULL,
    cluster_id      TEXT NOT NULL,
    page_id         TEXT NOT NULL,
    run_id          TEXT,
    title           TEXT NOT NULL,
    angle           TEXT NOT NULL,
    intent          TEXT NOT NULL,
    outline         ${DB_JSON} NOT NULL,
    target_keywords ${DB_JSON} NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'rejected')),
    edited          BOOLEAN NOT NULL DEFAULT FALSE,
    demand          BIGINT,
    planned_on      TEXT NOT NULL DEFAULT '', -- YYYY-MM-DD
    waivers         ${DB_JSON} NOT NULL,
    extends_page_id TEXT,
    created_at      ${DB_TS} NOT NULL,
    updated_at      ${DB_TS} NOT NULL,
    deleted_at      ${DB_TS},
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, cluster_id) REFERENCES clusters (account_id, id),
    FOREIGN KEY (account_id, page_id) REFERENCES pages (account_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ideas_page ON ideas (account_id, page_id) WHERE deleted_at IS NULL;
CREATE INDEX ideas_of_page ON ideas (account_id, page_id); -- for the foreign key, when pages are deleted
CREATE INDEX ideas_site ON ideas (account_id, site_id, (demand IS NULL), demand, id);
CREATE INDEX ideas_sector ON ideas (account_id, sector_id, (demand IS NULL), demand, id);
CREATE INDEX ideas_planned ON ideas (account_id, site_id, planned_on);
CREATE INDEX ideas_cluster ON ideas (account_id, cluster_id);

-- +goose Down
DROP TABLE ideas;
