-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE blueprints (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    business    ${DB_JSON} NOT NULL,
    step        TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('draft', 'approved')),
    approved_at ${DB_TS},
    approved_by TEXT NOT NULL DEFAULT '',
    created_at  ${DB_TS} NOT NULL,
    updated_at  ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

CREATE TABLE blueprint_clusters (
    id           TEXT NOT NULL,
    account_id   TEXT NOT NULL,
    site_id      TEXT NOT NULL,
    blueprint_id TEXT NOT NULL,
    cluster_id   TEXT NOT NULL,
    role         TEXT NOT NULL CHECK (role IN ('hub', 'supporting', 'attribute')),
    created_at   ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, blueprint_id, cluster_id),
    FOREIGN KEY (account_id, blueprint_id) REFERENCES blueprints (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, cluster_id) REFERENCES clusters (account_id, id) ON DELETE CASCADE
);
CREATE INDEX blueprint_clusters_cluster ON blueprint_clusters (account_id, cluster_id); -- for the foreign key, when clusters are deleted

-- +goose Down
DROP TABLE blueprint_clusters;
DROP TABLE blueprints;
