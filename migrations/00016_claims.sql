-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE claim_decisions (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    content_id  TEXT NOT NULL,
    mark        TEXT NOT NULL,
    verdict     TEXT NOT NULL CHECK (verdict IN ('sourced', 'own_fact', 'opinion')),
    source      TEXT NOT NULL DEFAULT '',
    user_id     TEXT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    updated_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, content_id, mark),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);

CREATE TABLE meta_proposals (
    id          TEXT PRIMARY KEY,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    content_id  TEXT NOT NULL,
    run_id      TEXT NOT NULL,
    title       TEXT NOT NULL,
    description TEXT NOT NULL,
    created_at  ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, content_id),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE meta_proposals;
DROP TABLE claim_decisions;
