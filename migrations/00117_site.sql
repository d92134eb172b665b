-- +goose Up
-- +goose ENVSUB ON
-- The files of a site as they were at one time.
CREATE TABLE releases (
    id             TEXT NOT NULL,
    account_id     TEXT NOT NULL,
    site_id        TEXT NOT NULL,
    destination_id TEXT NOT NULL,
    number         BIGINT NOT NULL,
    build          TEXT NOT NULL,
    digest         TEXT NOT NULL,
    page_count     BIGINT NOT NULL,
    file_count     BIGINT NOT NULL,
    bytes          BIGINT NOT NULL,
    contents       ${DB_JSON} NOT NULL,
    user_id        TEXT NOT NULL,
    activated_at   ${DB_TS},
    created_at     ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, number),
    UNIQUE (account_id, site_id, build),
    FOREIGN KEY (account_id, destination_id) REFERENCES destinations (account_id, id) ON DELETE CASCADE
);

-- The release that a run has made or has found made. id is the run's.
CREATE TABLE release_runs (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    release_id TEXT NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, release_id) REFERENCES releases (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE release_runs;
DROP TABLE releases;
