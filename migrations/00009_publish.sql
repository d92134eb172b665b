-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE destinations (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('renderer')),
    name        TEXT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    updated_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, site_id, kind),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

CREATE TABLE releases (
    id             TEXT PRIMARY KEY,
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
    UNIQUE (account_id, id),
    UNIQUE (account_id, site_id, number),
    UNIQUE (account_id, site_id, build),
    FOREIGN KEY (account_id, destination_id) REFERENCES destinations (account_id, id) ON DELETE CASCADE
);

CREATE TABLE publications (
    id             TEXT PRIMARY KEY,
    account_id     TEXT NOT NULL,
    site_id        TEXT NOT NULL,
    destination_id TEXT NOT NULL,
    content_id     TEXT NOT NULL,
    revision       BIGINT NOT NULL,
    remote_id      TEXT NOT NULL,
    remote_state   TEXT NOT NULL,
    created_at     ${DB_TS} NOT NULL,
    updated_at     ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, destination_id, content_id),
    FOREIGN KEY (account_id, destination_id) REFERENCES destinations (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE publications;
DROP TABLE releases;
DROP TABLE destinations;
