-- +goose Up
-- +goose ENVSUB ON
-- What the gate of each stage of a site says. Rows that are missing are computed when they are asked for.
CREATE TABLE stages (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    gate        TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('open', 'passed')),
    percent     BIGINT NOT NULL,
    reason      TEXT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    updated_at  ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, gate),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE stages;
