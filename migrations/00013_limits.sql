-- +goose Up
-- +goose ENVSUB ON
-- The most credits that a site may spend in a month. A site without a row has no limit.
CREATE TABLE site_limits (
    id              TEXT PRIMARY KEY,
    account_id      TEXT NOT NULL,
    site_id         TEXT NOT NULL,
    monthly_credits BIGINT NOT NULL CHECK (monthly_credits >= 0),
    created_at      ${DB_TS} NOT NULL,
    updated_at      ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, site_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE site_limits;
