-- +goose Up
-- +goose ENVSUB ON
-- The places where a site's contents are published.
CREATE TABLE destinations (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL,
    address    TEXT NOT NULL DEFAULT '',
    applied_at ${DB_TS},
    created_at ${DB_TS} NOT NULL,
    updated_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, name),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

-- Which revision of a content a destination shows.
CREATE TABLE publications (
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
    FOREIGN KEY (account_id, destination_id) REFERENCES destinations (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);
CREATE INDEX publications_site ON publications (account_id, site_id, remote_state);

-- +goose Down
DROP TABLE publications;
DROP TABLE destinations;
