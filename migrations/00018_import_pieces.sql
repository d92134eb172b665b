-- +goose Up
-- +goose ENVSUB ON
-- The files of an import that waits for a person's word, packed and in pieces, so that none has to be in memory as a whole.
CREATE TABLE keyword_import_pieces (
    id         TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    sector_id  TEXT NOT NULL,
    import_id  TEXT NOT NULL,
    number     BIGINT NOT NULL,
    piece      BIGINT NOT NULL,
    name       TEXT NOT NULL,
    packed     ${DB_BLOB} NOT NULL,
    created_at ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, import_id, number, piece),
    FOREIGN KEY (account_id, import_id) REFERENCES keyword_imports (account_id, id) ON DELETE CASCADE
);
INSERT INTO keyword_import_pieces (id, account_id, site_id, sector_id, import_id, number, piece, name, packed, created_at)
SELECT id, account_id, site_id, sector_id, import_id, number, 0, name, packed, created_at FROM keyword_import_files;
DROP TABLE keyword_import_files;

-- +goose Down
-- +goose ENVSUB ON
CREATE TABLE keyword_import_files (
    id         TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    sector_id  TEXT NOT NULL,
    import_id  TEXT NOT NULL,
    number     BIGINT NOT NULL,
    name       TEXT NOT NULL,
    packed     ${DB_BLOB} NOT NULL,
    created_at ${DB_TS} NOT NULL,
    UNIQUE (account_id, id),
    UNIQUE (account_id, import_id, number),
    FOREIGN KEY (account_id, import_id) REFERENCES keyword_imports (account_id, id) ON DELETE CASCADE
);
DROP TABLE keyword_import_pieces;
