-- +goose Up
-- +goose ENVSUB ON
-- What people did to rows, so that it can be undone.
CREATE TABLE changes (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    sector_id  TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    text       TEXT NOT NULL,
    rows       BIGINT NOT NULL,
    undone_at  ${DB_TS},
    undone_by  TEXT NOT NULL DEFAULT '',
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE
);
CREATE INDEX changes_sector ON changes (account_id, sector_id, created_at, id);

-- What a change did to each row: the columns that differ, before and after the change.
CREATE TABLE change_rows (
    account_id TEXT NOT NULL,
    change_id  TEXT NOT NULL,
    noun       TEXT NOT NULL,
    row_id     TEXT NOT NULL,
    before     ${DB_JSON},
    after      ${DB_JSON},
    PRIMARY KEY (account_id, change_id, noun, row_id),
    FOREIGN KEY (account_id, change_id) REFERENCES changes (account_id, id) ON DELETE CASCADE
);

-- What people deleted and can restore. The rows themselves stay in their tables, with deleted_at set to trashed_at.
CREATE TABLE trash_items (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    noun       TEXT NOT NULL,
    row_id     TEXT NOT NULL,
    name       TEXT NOT NULL,
    released   ${DB_JSON} NOT NULL,
    trashed_by TEXT NOT NULL,
    trashed_at ${DB_TS} NOT NULL,
    deleted_at ${DB_TS}, -- when the site of the item went into the trash itself
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, noun, row_id),
    UNIQUE (account_id, trashed_at),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE INDEX trash_items_age ON trash_items (trashed_at); -- to purge what is old, of all accounts

-- +goose Down
DROP TABLE trash_items;
DROP TABLE change_rows;
DROP TABLE changes;
