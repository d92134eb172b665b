-- +goose Up
-- +goose ENVSUB ON
-- Kinds of destinations grow, and a site may have several of one kind: the CHECK and the old unique key go. SQLite cannot drop them in place.
CREATE TABLE destinations_next (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    kind        TEXT NOT NULL,
    name        TEXT NOT NULL,
    address     TEXT NOT NULL DEFAULT '',
    applied_at  ${DB_TS},
    created_at  ${DB_TS} NOT NULL,
    updated_at  ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, name),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

CREATE TABLE releases_next (
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
    FOREIGN KEY (account_id, destination_id) REFERENCES destinations_next (account_id, id) ON DELETE CASCADE
);

CREATE TABLE publications_next (
    id             TEXT NOT NULL,
    account_id     TEXT NOT NULL,
    site_id        TEXT NOT NULL,
    destination_id TEXT NOT NULL,
    content_id     TEXT NOT NULL,
    revision       BIGINT NOT NULL,
    remote_id      TEXT NOT NULL,
    remote_state   TEXT NOT NULL,
    created_at     ${DB_TS} NOT NULL,
    updated_at     ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, destination_id, content_id),
    FOREIGN KEY (account_id, destination_id) REFERENCES destinations_next (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);

INSERT INTO destinations_next (id, account_id, site_id, kind, name, applied_at, created_at, updated_at)
    SELECT id, account_id, site_id, kind, name, created_at, created_at, updated_at FROM destinations;
INSERT INTO releases_next (id, account_id, site_id, destination_id, number, build, digest, page_count, file_count, bytes, contents, user_id, activated_at, created_at)
    SELECT id, account_id, site_id, destination_id, number, build, digest, page_count, file_count, bytes, contents, user_id, activated_at, created_at FROM releases;
INSERT INTO publications_next (id, account_id, site_id, destination_id, content_id, revision, remote_id, remote_state, created_at, updated_at)
    SELECT id, account_id, site_id, destination_id, content_id, revision, remote_id, remote_state, created_at, updated_at FROM publications;

DROP TABLE publications;
DROP TABLE releases;
DROP TABLE destinations;
ALTER TABLE destinations_next RENAME TO destinations;
ALTER TABLE releases_next RENAME TO releases;
ALTER TABLE publications_next RENAME TO publications;

CREATE INDEX publications_site ON publications (account_id, site_id, remote_state);

CREATE TABLE release_runs (
    run_id     TEXT NOT NULL,
    account_id TEXT NOT NULL,
    release_id TEXT NOT NULL,
    PRIMARY KEY (account_id, run_id),
    FOREIGN KEY (account_id, release_id) REFERENCES releases (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE release_runs;
