-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE sites (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    domain     TEXT NOT NULL,
    language   TEXT NOT NULL,
    market     TEXT NOT NULL,
    type       TEXT NOT NULL,
    sample     BOOLEAN NOT NULL DEFAULT FALSE,
    created_at ${DB_TS} NOT NULL,
    updated_at ${DB_TS} NOT NULL,
    deleted_at ${DB_TS},
    PRIMARY KEY (account_id, id)
);

CREATE TABLE sectors (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    name       TEXT NOT NULL,
    name_key   ${DB_KEY} NOT NULL,
    created_at ${DB_TS} NOT NULL,
    updated_at ${DB_TS} NOT NULL,
    deleted_at ${DB_TS},
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, name_key),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

-- The sites that a member may use. app/accounts writes this table; it stands here because it refers to sites.
CREATE TABLE site_accesses (
    id              TEXT NOT NULL,
    account_id      TEXT NOT NULL,
    membership_id   TEXT NOT NULL,
    site_id         TEXT NOT NULL,
    can_publish     BOOLEAN NOT NULL DEFAULT FALSE,
    monthly_credits BIGINT,
    created_at      ${DB_TS} NOT NULL,
    updated_at      ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, membership_id, site_id),
    FOREIGN KEY (account_id, membership_id) REFERENCES memberships (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

CREATE TABLE site_facts (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    name       TEXT NOT NULL,
    name_key   ${DB_KEY} NOT NULL,
    value      TEXT NOT NULL,
    created_at ${DB_TS} NOT NULL,
    updated_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, name_key),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

-- Earlier values of facts. Texts may still hold them.
CREATE TABLE former_facts (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    name       TEXT NOT NULL,
    name_key   ${DB_KEY} NOT NULL,
    value      TEXT NOT NULL,
    value_key  ${DB_KEY} NOT NULL,
    user_id    TEXT NOT NULL,
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, name_key, value_key),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

CREATE TABLE site_voices (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    tone       TEXT NOT NULL,
    names      ${DB_JSON} NOT NULL,
    never_say  ${DB_JSON} NOT NULL,
    samples    ${DB_JSON} NOT NULL,
    revision   BIGINT NOT NULL,
    created_at ${DB_TS} NOT NULL,
    updated_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

CREATE TABLE gate_passages (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    gate       TEXT NOT NULL,
    passed_at  ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, gate),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

CREATE TABLE gate_waivers (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    gate       TEXT NOT NULL,
    check_key  TEXT NOT NULL,
    reason     TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, gate, check_key),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

-- The state of each gate of a site. A row that is missing is computed when somebody asks for it.
CREATE TABLE stages (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    gate       TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('open', 'passed')),
    percent    BIGINT NOT NULL,
    reason     TEXT NOT NULL,
    created_at ${DB_TS} NOT NULL,
    updated_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, gate),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE stages;
DROP TABLE gate_waivers;
DROP TABLE gate_passages;
DROP TABLE site_voices;
DROP TABLE former_facts;
DROP TABLE site_facts;
DROP TABLE site_accesses;
DROP TABLE sectors;
DROP TABLE sites;
