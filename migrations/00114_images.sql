-- +goose Up
-- +goose ENVSUB ON
-- A picture of a page: the prompt that describes it and, when there is one, the chosen variant and the files made from it.
CREATE TABLE images (
    id            TEXT NOT NULL,
    account_id    TEXT NOT NULL,
    site_id       TEXT NOT NULL,
    page_id       TEXT NOT NULL,
    prompt        TEXT NOT NULL,
    prompt_edited BOOLEAN NOT NULL DEFAULT FALSE,
    alt           TEXT NOT NULL,
    cover         BOOLEAN NOT NULL DEFAULT FALSE,
    variant_id    TEXT,
    cut           ${DB_JSON} NOT NULL,
    files         ${DB_JSON} NOT NULL,
    share         ${DB_JSON} NOT NULL,
    created_at    ${DB_TS} NOT NULL,
    updated_at    ${DB_TS} NOT NULL,
    deleted_at    ${DB_TS},
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, page_id) REFERENCES pages (account_id, id) ON DELETE CASCADE
);
CREATE INDEX images_of_page ON images (account_id, page_id);
CREATE INDEX images_of_site ON images (account_id, site_id, created_at);
CREATE UNIQUE INDEX images_cover ON images (account_id, page_id) WHERE cover AND deleted_at IS NULL;

CREATE TABLE image_variants (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    image_id   TEXT NOT NULL,
    origin     TEXT NOT NULL,
    model      TEXT NOT NULL,
    run_id     TEXT,
    kept       ${DB_JSON} NOT NULL,
    thumb      ${DB_JSON} NOT NULL,
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, image_id) REFERENCES images (account_id, id) ON DELETE CASCADE
);
CREATE INDEX image_variants_of_image ON image_variants (account_id, image_id);

-- +goose Down
DROP TABLE image_variants;
DROP TABLE images;
