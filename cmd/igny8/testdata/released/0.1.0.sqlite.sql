PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);
CREATE TABLE oldest_program (
    version TEXT NOT NULL
);
CREATE TABLE accounts (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);
CREATE TABLE users (
    id              TEXT PRIMARY KEY,
    email           TEXT NOT NULL,
    email_key       TEXT NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    password_hash   TEXT NOT NULL,
    developer       BOOLEAN NOT NULL DEFAULT FALSE,
    last_account_id TEXT NOT NULL DEFAULT '',
    created_at      TIMESTAMP NOT NULL,
    updated_at      TIMESTAMP NOT NULL
);
CREATE TABLE memberships (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role       TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'editor', 'viewer')),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, user_id)
);
CREATE INDEX memberships_user ON memberships (user_id);
CREATE UNIQUE INDEX memberships_owner ON memberships (account_id) WHERE role = 'owner';
CREATE TABLE invitations (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    email       TEXT NOT NULL,
    email_key   TEXT NOT NULL,
    role        TEXT NOT NULL CHECK (role IN ('admin', 'editor', 'viewer')),
    access      TEXT NOT NULL,
    token_hash  TEXT NOT NULL UNIQUE,
    invited_by  TEXT NOT NULL,
    expires_at  TIMESTAMP NOT NULL,
    accepted_at TIMESTAMP,
    created_at  TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE TABLE password_resets (
    id         TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash TEXT NOT NULL UNIQUE,
    expires_at TIMESTAMP NOT NULL,
    used_at    TIMESTAMP,
    created_at TIMESTAMP NOT NULL
);
CREATE TABLE email_changes (
    id         TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    email      TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    expires_at TIMESTAMP NOT NULL,
    used_at    TIMESTAMP,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX email_changes_user ON email_changes (user_id);
CREATE TABLE sessions (
    id         TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    user_id    TEXT REFERENCES users (id) ON DELETE CASCADE,
    device     TEXT NOT NULL,
    address    TEXT NOT NULL,
    data       BLOB NOT NULL,
    seen_at    TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX sessions_expiry ON sessions (expires_at);
CREATE INDEX sessions_user ON sessions (user_id);
CREATE TABLE token_families (
    id           TEXT PRIMARY KEY,
    user_id      TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    account_id   TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    current_hash TEXT NOT NULL,
    revoked_at   TIMESTAMP,
    expires_at   TIMESTAMP NOT NULL,
    device       TEXT NOT NULL,
    address      TEXT NOT NULL,
    used_at      TIMESTAMP NOT NULL,
    created_at   TIMESTAMP NOT NULL
);
CREATE INDEX token_families_user ON token_families (user_id);
CREATE TABLE sign_in_failures (
    id        TEXT PRIMARY KEY,
    email_key TEXT NOT NULL,
    address   TEXT NOT NULL,
    failed_at TIMESTAMP NOT NULL
);
CREATE INDEX sign_in_failures_email ON sign_in_failures (email_key, failed_at);
CREATE INDEX sign_in_failures_address ON sign_in_failures (address, failed_at);
CREATE TABLE pending_sign_ups (
    id            TEXT PRIMARY KEY,
    email         TEXT NOT NULL,
    email_key     TEXT NOT NULL,
    name          TEXT NOT NULL,
    account_name  TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    token_hash    TEXT NOT NULL UNIQUE,
    expires_at    TIMESTAMP NOT NULL,
    created_at    TIMESTAMP NOT NULL
);
CREATE INDEX pending_sign_ups_email ON pending_sign_ups (email_key);
CREATE INDEX pending_sign_ups_expiry ON pending_sign_ups (expires_at);
CREATE TABLE throttles (
    key     TEXT PRIMARY KEY,
    count   BIGINT NOT NULL,
    ends_at TIMESTAMP NOT NULL
);
CREATE INDEX throttles_end ON throttles (ends_at);
CREATE TABLE idempotency_keys (
    id           TEXT NOT NULL,
    account_id   TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    key          TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status       BIGINT NOT NULL,
    content_type TEXT NOT NULL,
    body         BLOB NOT NULL,
    created_at   TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, key)
);
CREATE TABLE mailbox_messages (
    id         TEXT PRIMARY KEY,
    recipient  TEXT NOT NULL,
    subject    TEXT NOT NULL,
    body_text  TEXT NOT NULL,
    body_html  TEXT NOT NULL,
    expires_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX mailbox_messages_expiry ON mailbox_messages (expires_at);
CREATE TABLE sites (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    domain     TEXT NOT NULL,
    language   TEXT NOT NULL,
    market     TEXT NOT NULL,
    type       TEXT NOT NULL,
    sample     BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE TABLE sectors (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, name_key),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE TABLE site_accesses (
    id              TEXT NOT NULL,
    account_id      TEXT NOT NULL,
    membership_id   TEXT NOT NULL,
    site_id         TEXT NOT NULL,
    can_publish     BOOLEAN NOT NULL DEFAULT FALSE,
    monthly_credits BIGINT,
    created_at      TIMESTAMP NOT NULL,
    updated_at      TIMESTAMP NOT NULL,
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
    name_key   TEXT NOT NULL,
    value      TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, name_key),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE TABLE former_facts (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL,
    value      TEXT NOT NULL,
    value_key  TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, name_key, value_key),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE TABLE site_voices (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    tone       TEXT NOT NULL,
    names      TEXT NOT NULL,
    never_say  TEXT NOT NULL,
    samples    TEXT NOT NULL,
    revision   BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE TABLE gate_passages (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    gate       TEXT NOT NULL,
    passed_at  TIMESTAMP NOT NULL,
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
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, gate, check_key),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE TABLE stages (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    gate       TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('open', 'passed')),
    percent    BIGINT NOT NULL,
    reason     TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, gate),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE TABLE changes (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    sector_id  TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    text       TEXT NOT NULL,
    rows       BIGINT NOT NULL,
    undone_at  TIMESTAMP,
    undone_by  TEXT NOT NULL DEFAULT '',
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE
);
CREATE INDEX changes_sector ON changes (account_id, sector_id, created_at, id);
CREATE TABLE change_rows (
    account_id TEXT NOT NULL,
    change_id  TEXT NOT NULL,
    noun       TEXT NOT NULL,
    row_id     TEXT NOT NULL,
    before     TEXT,
    after      TEXT,
    PRIMARY KEY (account_id, change_id, noun, row_id),
    FOREIGN KEY (account_id, change_id) REFERENCES changes (account_id, id) ON DELETE CASCADE
);
CREATE TABLE integrations (
    id            TEXT NOT NULL,
    account_id    TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    kind          TEXT NOT NULL,
    base_url      TEXT NOT NULL,
    settings      TEXT NOT NULL,
    sealed_key    TEXT NOT NULL,
    key_tail      TEXT NOT NULL,
    tried_at      TIMESTAMP,
    tried_ok      BOOLEAN NOT NULL DEFAULT FALSE,
    tried_message TEXT NOT NULL DEFAULT '',
    created_at    TIMESTAMP NOT NULL,
    updated_at    TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, kind)
);
CREATE TABLE wallets (
    id             TEXT NOT NULL,
    account_id     TEXT NOT NULL UNIQUE REFERENCES accounts (id) ON DELETE CASCADE,
    balance        BIGINT NOT NULL DEFAULT 0,
    held           BIGINT NOT NULL DEFAULT 0,
    unmetered      BOOLEAN NOT NULL DEFAULT FALSE,
    approval_above BIGINT CHECK (approval_above >= 0),
    created_at     TIMESTAMP NOT NULL,
    updated_at     TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    CHECK (held >= 0),
    CHECK (balance >= held)
);
CREATE TABLE credit_entries (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    movement_id TEXT NOT NULL,
    book        TEXT NOT NULL,
    amount      BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    reference   TEXT NOT NULL DEFAULT '',
    run_id      TEXT,
    site_id     TEXT,
    user_id     TEXT NOT NULL,
    function    TEXT NOT NULL,
    note        TEXT NOT NULL,
    created_at  TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, movement_id, book)
);
CREATE UNIQUE INDEX credit_entries_reference ON credit_entries (account_id, kind, reference, book) WHERE reference <> '';
CREATE INDEX credit_entries_time ON credit_entries (account_id, book, created_at);
CREATE TABLE credit_holds (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    run_id     TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    amount     BIGINT NOT NULL CHECK (amount >= 0),
    state      TEXT NOT NULL CHECK (state IN ('open', 'settled', 'released')),
    ended_at   TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, run_id)
);
CREATE TABLE site_limits (
    id              TEXT NOT NULL,
    account_id      TEXT NOT NULL,
    site_id         TEXT NOT NULL,
    monthly_credits BIGINT NOT NULL CHECK (monthly_credits >= 0),
    created_at      TIMESTAMP NOT NULL,
    updated_at      TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE TABLE run_batches (
    id             TEXT NOT NULL,
    account_id     TEXT NOT NULL,
    site_id        TEXT NOT NULL,
    user_id        TEXT NOT NULL,
    function       TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('going', 'paused')),
    size           BIGINT NOT NULL,
    credits_quoted BIGINT NOT NULL,
    braked         BOOLEAN NOT NULL,
    reason         TEXT NOT NULL DEFAULT '',
    evidence       TEXT,
    created_at     TIMESTAMP NOT NULL,
    updated_at     TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE INDEX run_batches_of_site ON run_batches (account_id, site_id, created_at, id);
CREATE TABLE runs (
    id              TEXT NOT NULL,
    account_id      TEXT NOT NULL,
    site_id         TEXT NOT NULL,
    sector_id       TEXT,
    user_id         TEXT NOT NULL,
    batch_id        TEXT NOT NULL DEFAULT '',
    function        TEXT NOT NULL,
    lane            TEXT NOT NULL,
    payload         TEXT NOT NULL,
    phase           TEXT NOT NULL CHECK (phase IN ('INIT', 'PREP', 'AI_CALL', 'PARSE', 'SAVE', 'DONE', 'FAILED', 'CANCELLED')),
    percent         BIGINT NOT NULL DEFAULT 0,
    message         TEXT NOT NULL,
    credits_quoted  BIGINT NOT NULL,
    credits_charged BIGINT NOT NULL DEFAULT 0,
    provider        TEXT NOT NULL,
    integration_id  TEXT NOT NULL DEFAULT '',
    model           TEXT NOT NULL,
    parameters      TEXT NOT NULL,
    prompt_version  TEXT NOT NULL,
    prompts         TEXT,
    inputs_hash     TEXT NOT NULL,
    tokens_in       BIGINT NOT NULL DEFAULT 0,
    tokens_out      BIGINT NOT NULL DEFAULT 0,
    attempt         BIGINT NOT NULL DEFAULT 0,
    lease_owner     TEXT NOT NULL DEFAULT '',
    lease_until     TIMESTAMP,
    slot            BIGINT NOT NULL DEFAULT 0,
    not_before      TIMESTAMP,
    approval        TEXT NOT NULL DEFAULT '' CHECK (approval IN ('', 'waiting', 'approved', 'declined')),
    decided_by      TEXT NOT NULL DEFAULT '',
    decided_at      TIMESTAMP,
    rerun           TEXT NOT NULL DEFAULT '',
    origin_id       TEXT NOT NULL DEFAULT '',
    started_at      TIMESTAMP,
    finished_at     TIMESTAMP,
    asked_at        TIMESTAMP,
    created_at      TIMESTAMP NOT NULL,
    updated_at      TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE
);
CREATE INDEX runs_lane ON runs (account_id, lane, created_at, id);
CREATE UNIQUE INDEX runs_leased ON runs (account_id, lane) WHERE lease_owner <> '';
CREATE UNIQUE INDEX runs_slots ON runs (account_id, slot) WHERE lease_owner <> '';
CREATE INDEX runs_inputs ON runs (account_id, function, inputs_hash) WHERE phase = 'DONE';
CREATE INDEX runs_time ON runs (account_id, created_at, id);
CREATE INDEX runs_waiting ON runs (account_id, created_at) WHERE phase NOT IN ('DONE', 'FAILED', 'CANCELLED');
CREATE INDEX runs_batch ON runs (account_id, batch_id) WHERE batch_id <> '';
CREATE INDEX runs_asked ON runs (account_id, user_id, asked_at);
CREATE TABLE run_subjects (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    run_id     TEXT NOT NULL,
    function   TEXT NOT NULL,
    subject    TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, function, subject),
    FOREIGN KEY (account_id, run_id) REFERENCES runs (account_id, id) ON DELETE CASCADE
);
CREATE INDEX run_subjects_run ON run_subjects (account_id, run_id);
CREATE TABLE ai_outputs (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    run_id     TEXT NOT NULL,
    item       TEXT NOT NULL,
    input_hash TEXT NOT NULL,
    label      TEXT NOT NULL DEFAULT '',
    final      BOOLEAN NOT NULL DEFAULT FALSE,
    output     TEXT NOT NULL,
    tokens_in  BIGINT NOT NULL DEFAULT 0,
    tokens_out BIGINT NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, run_id, item, input_hash),
    FOREIGN KEY (account_id, run_id) REFERENCES runs (account_id, id) ON DELETE CASCADE
);
CREATE TABLE ai_circuits (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    provider   TEXT NOT NULL,
    failures   BIGINT NOT NULL,
    reason     TEXT NOT NULL,
    opened_at  TIMESTAMP,
    open_until TIMESTAMP,
    trials     BIGINT NOT NULL DEFAULT 0,
    trial_run  TEXT NOT NULL DEFAULT '',
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, provider)
);
CREATE TABLE prompt_versions (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    site_id    TEXT,
    place      TEXT NOT NULL,
    name       TEXT NOT NULL,
    number     BIGINT NOT NULL CHECK (number > 0),
    text       TEXT NOT NULL,
    note       TEXT NOT NULL,
    author_id  TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, place, name, number),
    CHECK (place = COALESCE(site_id, '')),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE TABLE prompt_texts (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    digest     TEXT NOT NULL,
    text       TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, digest)
);
CREATE TABLE keyword_mappings (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    header_key TEXT NOT NULL,
    header     TEXT NOT NULL,
    fields     TEXT NOT NULL,
    headerless BOOLEAN NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, header_key)
);
CREATE TABLE keyword_imports (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    sector_id  TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    files      TEXT NOT NULL,
    rows       BIGINT NOT NULL,
    imported   BIGINT NOT NULL,
    updated    BIGINT NOT NULL,
    duplicates BIGINT NOT NULL,
    rejected   BIGINT NOT NULL,
    declined   BIGINT NOT NULL DEFAULT 0,
    excluded   BIGINT NOT NULL DEFAULT 0,
    state      TEXT NOT NULL CHECK (state IN ('checked', 'done')),
    run_id     TEXT,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE
);
CREATE INDEX keyword_imports_sector ON keyword_imports (account_id, sector_id, created_at);
CREATE TABLE keyword_import_pieces (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    sector_id  TEXT NOT NULL,
    import_id  TEXT NOT NULL,
    number     BIGINT NOT NULL,
    piece      BIGINT NOT NULL,
    name       TEXT NOT NULL,
    packed     BLOB NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, import_id, number, piece),
    FOREIGN KEY (account_id, import_id) REFERENCES keyword_imports (account_id, id) ON DELETE CASCADE
);
CREATE TABLE keyword_import_changes (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    sector_id   TEXT NOT NULL,
    import_id   TEXT NOT NULL,
    kind        TEXT NOT NULL,
    key         TEXT NOT NULL,
    text        TEXT NOT NULL,
    pinned      BOOLEAN NOT NULL,
    differences TEXT NOT NULL,
    accepted    BOOLEAN NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, import_id, kind, key),
    FOREIGN KEY (account_id, import_id) REFERENCES keyword_imports (account_id, id) ON DELETE CASCADE
);
CREATE TABLE clusters (
    id            TEXT NOT NULL,
    account_id    TEXT NOT NULL,
    site_id       TEXT NOT NULL,
    sector_id     TEXT NOT NULL,
    parent_id     TEXT,
    level         TEXT NOT NULL CHECK (level IN ('pillar', 'topic', 'page')),
    role          TEXT NOT NULL CHECK (role IN ('hub', 'supporting', 'attribute')),
    name          TEXT NOT NULL,
    name_key      TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('proposed', 'approved', 'excluded')),
    locked        BOOLEAN NOT NULL DEFAULT FALSE,
    renamed       BOOLEAN NOT NULL DEFAULT FALSE,
    placed        BOOLEAN NOT NULL DEFAULT FALSE,
    keyword_count BIGINT NOT NULL DEFAULT 0,
    volume        BIGINT,
    demand        BIGINT,
    difficulty    DOUBLE PRECISION,
    opportunity   BIGINT,
    run_id        TEXT,
    created_at    TIMESTAMP NOT NULL,
    updated_at    TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, parent_id) REFERENCES clusters (account_id, id)
);
CREATE INDEX clusters_tree ON clusters (account_id, sector_id, parent_id);
CREATE INDEX clusters_parent ON clusters (account_id, parent_id);
CREATE INDEX clusters_opportunity ON clusters (account_id, sector_id, level, (opportunity IS NULL), opportunity, id);
CREATE INDEX clusters_demand ON clusters (account_id, sector_id, level, (demand IS NULL), demand, id);
CREATE INDEX clusters_volume ON clusters (account_id, sector_id, level, (volume IS NULL), volume, id);
CREATE INDEX clusters_difficulty ON clusters (account_id, sector_id, level, (difficulty IS NULL), difficulty, id);
CREATE INDEX clusters_keywords ON clusters (account_id, sector_id, level, keyword_count, id);
CREATE INDEX clusters_name ON clusters (account_id, sector_id, level, name_key, id);
CREATE TABLE keywords (
    id             TEXT NOT NULL,
    account_id     TEXT NOT NULL,
    site_id        TEXT NOT NULL,
    sector_id      TEXT NOT NULL,
    import_id      TEXT,
    text           TEXT NOT NULL,
    key            TEXT NOT NULL,
    volume         BIGINT,
    volume_low     BIGINT,
    volume_high    BIGINT,
    estimated      BOOLEAN NOT NULL DEFAULT FALSE,
    difficulty     DOUBLE PRECISION,
    cpc            DOUBLE PRECISION,
    currency       TEXT NOT NULL DEFAULT '',
    intent         TEXT NOT NULL DEFAULT '',
    question       BOOLEAN NOT NULL DEFAULT FALSE,
    intent_by      TEXT NOT NULL DEFAULT '',
    country        TEXT NOT NULL DEFAULT '',
    impressions    BIGINT,
    clicks         BIGINT,
    position       DOUBLE PRECISION,
    demand         BIGINT,
    opportunity    BIGINT GENERATED ALWAYS AS (CAST(ROUND(CAST(demand * (100.0 - COALESCE(difficulty, 50)) / 100.0 AS NUMERIC)) AS BIGINT)) STORED,
    parent_keyword TEXT NOT NULL DEFAULT '',
    urls           TEXT NOT NULL,
    given_group    TEXT NOT NULL DEFAULT '',
    given_topic    TEXT NOT NULL DEFAULT '',
    sources        TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('new', 'clustered', 'excluded')),
    cluster_id     TEXT,
    evidence       TEXT NOT NULL,
    evidence_bits  BIGINT NOT NULL DEFAULT 0, -- a bit for each kind of evidence, in the order of planner.EvidenceKinds; lists filter by it
    strength       DOUBLE PRECISION,
    weak           BOOLEAN NOT NULL DEFAULT FALSE,
    pinned         BOOLEAN NOT NULL DEFAULT FALSE,
    created_at     TIMESTAMP NOT NULL,
    updated_at     TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, sector_id, key),
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, cluster_id) REFERENCES clusters (account_id, id)
);
CREATE INDEX keywords_cluster ON keywords (account_id, cluster_id);
CREATE INDEX keywords_state ON keywords (account_id, site_id, state);
CREATE INDEX keywords_sector ON keywords (account_id, sector_id, state);
CREATE INDEX keywords_volume ON keywords (account_id, sector_id, (volume IS NULL), volume, id);
CREATE INDEX keywords_difficulty ON keywords (account_id, sector_id, (difficulty IS NULL), difficulty, id);
CREATE INDEX keywords_facets ON keywords (account_id, sector_id, key, id, site_id, state, weak, pinned, question, intent, intent_by, volume, difficulty, opportunity, evidence_bits);
CREATE INDEX keywords_opportunity ON keywords (account_id, sector_id, (opportunity IS NULL), opportunity, id);
CREATE TABLE saved_views (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    list       TEXT NOT NULL,
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL,
    query      TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, list, name_key),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE TABLE pages (
    id                TEXT NOT NULL,
    account_id        TEXT NOT NULL,
    site_id           TEXT NOT NULL,
    sector_id         TEXT,
    cluster_id        TEXT,
    parent_id         TEXT,
    kind              TEXT NOT NULL,
    origin            TEXT NOT NULL,
    state             TEXT NOT NULL CHECK (state IN ('proposed', 'planned', 'briefed', 'drafted', 'in_review', 'approved', 'published', 'removed')),
    path              TEXT NOT NULL,
    slug              TEXT NOT NULL,
    title             TEXT NOT NULL,
    description       TEXT NOT NULL,
    canonical         TEXT NOT NULL,
    schema_type       TEXT NOT NULL,
    role              TEXT NOT NULL,
    intent            TEXT NOT NULL,
    target_keywords   TEXT NOT NULL,
    no_cluster_reason TEXT NOT NULL DEFAULT '',
    position          BIGINT NOT NULL DEFAULT 0,
    created_at        TIMESTAMP NOT NULL,
    updated_at        TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, path),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, cluster_id) REFERENCES clusters (account_id, id),
    FOREIGN KEY (account_id, parent_id) REFERENCES pages (account_id, id)
);
CREATE INDEX pages_cluster ON pages (account_id, cluster_id);
CREATE TABLE taxonomies (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    name       TEXT NOT NULL,
    slug       TEXT NOT NULL,
    position   BIGINT NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, slug),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE TABLE terms (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    taxonomy_id TEXT NOT NULL,
    name        TEXT NOT NULL,
    slug        TEXT NOT NULL,
    position    BIGINT NOT NULL DEFAULT 0,
    created_at  TIMESTAMP NOT NULL,
    updated_at  TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, taxonomy_id, slug),
    FOREIGN KEY (account_id, taxonomy_id) REFERENCES taxonomies (account_id, id) ON DELETE CASCADE
);
CREATE TABLE page_terms (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    page_id    TEXT NOT NULL,
    term_id    TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, page_id, term_id),
    FOREIGN KEY (account_id, page_id) REFERENCES pages (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, term_id) REFERENCES terms (account_id, id) ON DELETE CASCADE
);
CREATE TABLE ideas (
    id              TEXT NOT NULL,
    account_id      TEXT NOT NULL,
    site_id         TEXT NOT NULL,
    sector_id       TEXT NOT NULL,
    cluster_id      TEXT NOT NULL,
    page_id         TEXT NOT NULL,
    run_id          TEXT,
    title           TEXT NOT NULL,
    angle           TEXT NOT NULL,
    intent          TEXT NOT NULL,
    outline         TEXT NOT NULL,
    target_keywords TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'rejected')),
    edited          BOOLEAN NOT NULL DEFAULT FALSE,
    demand          BIGINT,
    planned_on      TEXT NOT NULL DEFAULT '', -- YYYY-MM-DD
    waivers         TEXT NOT NULL,
    extends_page_id TEXT,
    created_at      TIMESTAMP NOT NULL,
    updated_at      TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, page_id),
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, cluster_id) REFERENCES clusters (account_id, id),
    FOREIGN KEY (account_id, page_id) REFERENCES pages (account_id, id) ON DELETE CASCADE
);
CREATE INDEX ideas_site ON ideas (account_id, site_id, (demand IS NULL), demand, id);
CREATE INDEX ideas_sector ON ideas (account_id, sector_id, (demand IS NULL), demand, id);
CREATE INDEX ideas_planned ON ideas (account_id, site_id, planned_on);
CREATE INDEX ideas_cluster ON ideas (account_id, cluster_id);
CREATE TABLE blueprints (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    business    TEXT NOT NULL,
    step        TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('draft', 'approved')),
    approved_at TIMESTAMP,
    approved_by TEXT NOT NULL DEFAULT '',
    created_at  TIMESTAMP NOT NULL,
    updated_at  TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE TABLE blueprint_clusters (
    id           TEXT NOT NULL,
    account_id   TEXT NOT NULL,
    site_id      TEXT NOT NULL,
    blueprint_id TEXT NOT NULL,
    cluster_id   TEXT NOT NULL,
    role         TEXT NOT NULL CHECK (role IN ('hub', 'supporting', 'attribute')),
    created_at   TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, blueprint_id, cluster_id),
    FOREIGN KEY (account_id, blueprint_id) REFERENCES blueprints (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, cluster_id) REFERENCES clusters (account_id, id) ON DELETE CASCADE
);
CREATE INDEX blueprint_clusters_cluster ON blueprint_clusters (account_id, cluster_id);
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
    cut           TEXT NOT NULL,
    files         TEXT NOT NULL,
    share         TEXT NOT NULL,
    created_at    TIMESTAMP NOT NULL,
    updated_at    TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, page_id) REFERENCES pages (account_id, id) ON DELETE CASCADE
);
CREATE INDEX images_of_page ON images (account_id, page_id);
CREATE INDEX images_of_site ON images (account_id, site_id, created_at);
CREATE UNIQUE INDEX images_cover ON images (account_id, page_id) WHERE cover;
CREATE TABLE image_variants (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    image_id   TEXT NOT NULL,
    origin     TEXT NOT NULL,
    model      TEXT NOT NULL,
    run_id     TEXT,
    kept       TEXT NOT NULL,
    thumb      TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, image_id) REFERENCES images (account_id, id) ON DELETE CASCADE
);
CREATE INDEX image_variants_of_image ON image_variants (account_id, image_id);
CREATE TABLE tasks (
    id                TEXT NOT NULL,
    account_id        TEXT NOT NULL,
    site_id           TEXT NOT NULL,
    sector_id         TEXT,
    page_id           TEXT NOT NULL,
    idea_id           TEXT,
    assignee_id       TEXT NOT NULL DEFAULT '',
    planned_on        TEXT NOT NULL DEFAULT '',
    brief             TEXT NOT NULL,
    brief_edited      BOOLEAN NOT NULL DEFAULT FALSE,
    brief_approved_at TIMESTAMP,
    brief_approved_by TEXT NOT NULL DEFAULT '',
    state             TEXT NOT NULL CHECK (state IN ('open', 'drafted', 'done')),
    created_at        TIMESTAMP NOT NULL,
    updated_at        TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, page_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, page_id) REFERENCES pages (account_id, id),
    FOREIGN KEY (account_id, idea_id) REFERENCES ideas (account_id, id)
);
CREATE TABLE contents (
    id                TEXT NOT NULL,
    account_id        TEXT NOT NULL,
    site_id           TEXT NOT NULL,
    sector_id         TEXT,
    page_id           TEXT NOT NULL,
    task_id           TEXT,
    title             TEXT NOT NULL,
    slug              TEXT NOT NULL,
    description       TEXT NOT NULL,
    blocks            TEXT NOT NULL,
    state             TEXT NOT NULL CHECK (state IN ('draft', 'in_review', 'approved', 'published')),
    revision          BIGINT NOT NULL,
    approved_revision BIGINT,
    approved_at       TIMESTAMP,
    return_reason     TEXT NOT NULL DEFAULT '',
    built_in          BOOLEAN NOT NULL DEFAULT FALSE,
    words             BIGINT NOT NULL DEFAULT 0,
    open_claims       BIGINT NOT NULL DEFAULT 0,
    outlined          BOOLEAN NOT NULL DEFAULT FALSE,
    unwritten         BIGINT NOT NULL DEFAULT 0,
    created_at        TIMESTAMP NOT NULL,
    updated_at        TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, page_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, page_id) REFERENCES pages (account_id, id),
    FOREIGN KEY (account_id, task_id) REFERENCES tasks (account_id, id)
);
CREATE TABLE revisions (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    content_id  TEXT NOT NULL,
    number      BIGINT NOT NULL,
    title       TEXT NOT NULL,
    slug        TEXT NOT NULL,
    description TEXT NOT NULL,
    blocks      TEXT NOT NULL,
    author_id   TEXT NOT NULL,
    run_id      TEXT,
    note        TEXT NOT NULL,
    created_at  TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, content_id, number),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);
CREATE TABLE sketches (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    content_id TEXT NOT NULL,
    revision   BIGINT NOT NULL,
    sketch     BLOB NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, content_id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);
CREATE TABLE suggestions (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    content_id TEXT NOT NULL,
    block_id   TEXT NOT NULL,
    run_id     TEXT NOT NULL,
    how        TEXT NOT NULL,
    wish       TEXT NOT NULL,
    before     TEXT NOT NULL,
    after      TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'rejected', 'replaced')),
    decided_by TEXT NOT NULL DEFAULT '',
    decided_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX suggestions_open ON suggestions (account_id, content_id, block_id) WHERE state = 'open';
CREATE INDEX suggestions_content ON suggestions (account_id, content_id, created_at);
CREATE TABLE threads (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    content_id  TEXT NOT NULL,
    block_id    TEXT NOT NULL,
    quote       TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('open', 'resolved')),
    resolved_by TEXT NOT NULL DEFAULT '',
    resolved_at TIMESTAMP,
    created_at  TIMESTAMP NOT NULL,
    updated_at  TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);
CREATE INDEX threads_content ON threads (account_id, content_id, created_at);
CREATE TABLE comments (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    content_id TEXT NOT NULL,
    thread_id  TEXT NOT NULL,
    author_id  TEXT NOT NULL,
    text       TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, thread_id) REFERENCES threads (account_id, id) ON DELETE CASCADE
);
CREATE INDEX comments_thread ON comments (account_id, content_id, created_at);
CREATE TABLE mentions (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    thread_id  TEXT NOT NULL,
    comment_id TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    waits      BOOLEAN NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, comment_id, user_id),
    FOREIGN KEY (account_id, comment_id) REFERENCES comments (account_id, id) ON DELETE CASCADE
);
CREATE INDEX mentions_waiting ON mentions (account_id, user_id, created_at) WHERE waits;
CREATE TABLE claim_decisions (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    content_id TEXT NOT NULL,
    mark       TEXT NOT NULL,
    verdict    TEXT NOT NULL,
    source     TEXT NOT NULL DEFAULT '',
    user_id    TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, content_id, mark),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);
CREATE TABLE meta_proposals (
    id          TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    site_id     TEXT NOT NULL,
    content_id  TEXT NOT NULL,
    run_id      TEXT NOT NULL,
    title       TEXT NOT NULL,
    description TEXT NOT NULL,
    created_at  TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, content_id),
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);
CREATE TABLE destinations (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL,
    address    TEXT NOT NULL DEFAULT '',
    applied_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, name),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE TABLE publications (
    id             TEXT NOT NULL,
    account_id     TEXT NOT NULL,
    site_id        TEXT NOT NULL,
    destination_id TEXT NOT NULL,
    content_id     TEXT NOT NULL,
    revision       BIGINT NOT NULL,
    remote_id      TEXT NOT NULL,
    remote_state   TEXT NOT NULL,
    created_at     TIMESTAMP NOT NULL,
    updated_at     TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, destination_id, content_id),
    FOREIGN KEY (account_id, destination_id) REFERENCES destinations (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, content_id) REFERENCES contents (account_id, id) ON DELETE CASCADE
);
CREATE INDEX publications_site ON publications (account_id, site_id, remote_state);
CREATE TABLE releases (
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
    contents       TEXT NOT NULL,
    user_id        TEXT NOT NULL,
    activated_at   TIMESTAMP,
    created_at     TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, site_id, number),
    UNIQUE (account_id, site_id, build),
    FOREIGN KEY (account_id, destination_id) REFERENCES destinations (account_id, id) ON DELETE CASCADE
);
CREATE TABLE release_runs (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    release_id TEXT NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, release_id) REFERENCES releases (account_id, id) ON DELETE CASCADE
);
CREATE TABLE events (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    object_id  TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    subject    TEXT NOT NULL,
    detail     TEXT NOT NULL,
    data       TEXT NOT NULL,
    audited    BOOLEAN NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE INDEX events_audited ON events (account_id, created_at, id) WHERE audited;
CREATE TABLE event_deliveries (
    id         TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,
    lane       TEXT NOT NULL,
    event      TEXT NOT NULL,
    told       TEXT NOT NULL,
    attempts   BIGINT NOT NULL,
    due_at     TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX event_deliveries_due ON event_deliveries (due_at, id);
CREATE INDEX event_deliveries_lane ON event_deliveries (lane, id);
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (1, 0, 1, '2026-11-29 16:07:19');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (10, 109, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (11, 110, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (12, 111, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (13, 112, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (14, 113, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (15, 114, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (16, 115, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (17, 116, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (18, 117, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (19, 118, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (2, 101, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (3, 102, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (4, 103, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (5, 104, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (6, 105, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (7, 106, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (8, 107, 1, '2026-11-29 16:07:20');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (9, 108, 1, '2026-11-29 16:07:20');
INSERT INTO oldest_program (version) VALUES ('0.1.0');
INSERT INTO accounts (id, name, created_at, updated_at) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'Birds', '2026-11-29 16:07:21.464951+00:00', '2026-11-29 16:07:21.464951+00:00');
INSERT INTO users (id, email, email_key, name, password_hash, developer, last_account_id, created_at, updated_at) VALUES ('01a2280f-9c78-77b4-b6f2-f9373464a246', 'ada@birds.test', 'ada@birds.test', 'Ada', '$argon2id$v=19$m=19456,t=2,p=1$LzEyiqs5yUXXDU3+6TBY2w$7Wv/7apWkBXJucqAKpKm0yuVWsrN6dl45xTVKVdS0Gc', 0, '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '2026-11-29 16:07:21.464685+00:00', '2026-11-29 16:07:21.712228+00:00');
INSERT INTO memberships (id, account_id, user_id, role, created_at, updated_at) VALUES ('01a2280f-9c79-71e4-b386-5de44ddbad9f', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'owner', '2026-11-29 16:07:21.465211+00:00', '2026-11-29 16:07:21.465211+00:00');
INSERT INTO token_families (id, user_id, account_id, current_hash, revoked_at, expires_at, device, address, used_at, created_at) VALUES ('01a2280f-9d70-7172-9196-55634d4ef75b', '01a2280f-9c78-77b4-b6f2-f9373464a246', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '11dcc7e48e71773c3907eb7a0bf2ae0ca94a70eb4e305a6a16eb0cd0c6ff63e0', NULL, '2026-12-29 16:07:21.712089+00:00', 'Go-http-client/1.1', '127.0.0.1', '2026-11-29 16:07:21.712089+00:00', '2026-11-29 16:07:21.712127+00:00');
INSERT INTO throttles (key, count, ends_at) VALUES ('sign-up 127.0.0.1', 1, '2026-11-29 17:07:21.2031+00:00');
INSERT INTO sites (id, account_id, name, domain, language, market, type, sample, created_at, updated_at) VALUES ('01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'Garden birds', '', 'en', '', 'blog', 0, '2026-11-29 16:07:21.715503+00:00', '2026-11-29 16:07:22.148587+00:00');
INSERT INTO sectors (id, account_id, site_id, name, name_key, created_at, updated_at) VALUES ('01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', 'Sector 1', 'sector 1', '2026-11-29 16:07:21.736334+00:00', '2026-11-29 16:07:21.736334+00:00');
INSERT INTO sectors (id, account_id, site_id, name, name_key, created_at, updated_at) VALUES ('01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', 'Sector 2', 'sector 2', '2026-11-29 16:07:21.783651+00:00', '2026-11-29 16:07:21.783651+00:00');
INSERT INTO gate_passages (id, account_id, site_id, gate, passed_at) VALUES ('01a2280f-9f24-7109-ba80-8f9435743bc4', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', 'planner', '2026-11-29 16:07:22.148068+00:00');
INSERT INTO gate_passages (id, account_id, site_id, gate, passed_at) VALUES ('01a2280f-9fd8-7cda-8862-01bd85c9be50', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', 'builder', '2026-11-29 16:07:22.328842+00:00');
INSERT INTO gate_passages (id, account_id, site_id, gate, passed_at) VALUES ('01a2280f-a14b-7025-8598-ec9ddad91564', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', 'writer', '2026-11-29 16:07:22.699009+00:00');
INSERT INTO stages (id, account_id, site_id, gate, state, percent, reason, created_at, updated_at) VALUES ('01a2280f-9d73-7cf0-8372-af1df9991fd3', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', 'planner', 'passed', 100, '', '2026-11-29 16:07:21.715853+00:00', '2026-11-29 16:07:22.132639+00:00');
INSERT INTO stages (id, account_id, site_id, gate, state, percent, reason, created_at, updated_at) VALUES ('01a2280f-9d74-7c6b-a159-936d68f7f870', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', 'builder', 'passed', 100, '', '2026-11-29 16:07:21.716818+00:00', '2026-11-29 16:07:22.222104+00:00');
INSERT INTO stages (id, account_id, site_id, gate, state, percent, reason, created_at, updated_at) VALUES ('01a2280f-9d75-7a7a-9fcd-dc6b243ce543', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', 'writer', 'passed', 100, '', '2026-11-29 16:07:21.717691+00:00', '2026-11-29 16:07:22.678358+00:00');
INSERT INTO stages (id, account_id, site_id, gate, state, percent, reason, created_at, updated_at) VALUES ('01a2280f-9d85-7a24-9ed8-4a1e5911ff11', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', 'publish', 'passed', 100, '', '2026-11-29 16:07:21.733672+00:00', '2026-11-29 16:07:23.039778+00:00');
INSERT INTO changes (id, account_id, site_id, sector_id, user_id, text, rows, undone_at, undone_by, created_at) VALUES ('01a2280f-9ebb-76ea-be32-dc17bf4d8471', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9c78-77b4-b6f2-f9373464a246', '“finch red size”: approved.', 7, NULL, '', '2026-11-29 16:07:22.043453+00:00');
INSERT INTO changes (id, account_id, site_id, sector_id, user_id, text, rows, undone_at, undone_by, created_at) VALUES ('01a2280f-9ef1-749e-889a-38b1196ec30b', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9c78-77b4-b6f2-f9373464a246', '“finch red size”: approved.', 7, NULL, '', '2026-11-29 16:07:22.097303+00:00');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ebb-76ea-be32-dc17bf4d8471', 'clusters', '01a2280f-9dfe-7682-b373-e215e1d36c71', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ebb-76ea-be32-dc17bf4d8471', 'clusters', '01a2280f-9dfe-768e-8ecc-6cea5ce8da9d', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ebb-76ea-be32-dc17bf4d8471', 'clusters', '01a2280f-9dfe-768f-b123-4461c7bd3e13', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ebb-76ea-be32-dc17bf4d8471', 'clusters', '01a2280f-9dfe-7694-9222-43f2f14ec322', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ebb-76ea-be32-dc17bf4d8471', 'clusters', '01a2280f-9dfe-7699-9db6-a365fa1378e7', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ebb-76ea-be32-dc17bf4d8471', 'clusters', '01a2280f-9dfe-769f-bbf8-e8e8fff65cc3', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ebb-76ea-be32-dc17bf4d8471', 'clusters', '01a2280f-9dfe-76a4-9186-e514c5239ba7', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ef1-749e-889a-38b1196ec30b', 'clusters', '01a2280f-9e7d-75a0-a92d-b648f7ecefdf', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ef1-749e-889a-38b1196ec30b', 'clusters', '01a2280f-9e7d-75a9-bdc5-1bc9d71e3533', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ef1-749e-889a-38b1196ec30b', 'clusters', '01a2280f-9e7d-75ab-ace8-603fd3e6a018', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ef1-749e-889a-38b1196ec30b', 'clusters', '01a2280f-9e7d-75b3-98e9-3256847b1008', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ef1-749e-889a-38b1196ec30b', 'clusters', '01a2280f-9e7d-75b8-a2c9-e4a45303b331', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ef1-749e-889a-38b1196ec30b', 'clusters', '01a2280f-9e7d-75bd-9bb0-da3ac9097039', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ef1-749e-889a-38b1196ec30b', 'clusters', '01a2280f-9e7d-75c3-9b51-a981890142c1', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO wallets (id, account_id, balance, held, unmetered, approval_above, created_at, updated_at) VALUES ('01a2280f-9c79-7e39-8ab8-349456e6a3fb', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 992, 0, 0, NULL, '2026-11-29 16:07:21.465985+00:00', '2026-11-29 16:07:22.710448+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a2280f-9c7a-724c-9e9a-2ab976e60984', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9c7a-724a-98e4-f2fdae1bf3a9', 'wallet', 1000, 'grant', 'sign-up', NULL, NULL, '01a2280f-9c78-77b4-b6f2-f9373464a246', '', 'Welcome credits', '2026-11-29 16:07:21.466184+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a2280f-9c7a-724d-ae50-20e668d86e5a', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9c7a-724a-98e4-f2fdae1bf3a9', 'grants', -1000, 'grant', 'sign-up', NULL, NULL, '01a2280f-9c78-77b4-b6f2-f9373464a246', '', 'Welcome credits', '2026-11-29 16:07:21.466184+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a2280f-9e2c-7016-8f0f-b6a0702b65d0', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9e2c-7010-88ce-e343399a7ee5', 'wallet', -1, 'charge', '01a2280f-9ddc-7028-b482-e1004dcad2f7', '01a2280f-9ddc-7028-b482-e1004dcad2f7', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'auto_cluster', '', '2026-11-29 16:07:21.900034+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a2280f-9e2c-7018-ad1c-3c88a6b5c481', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9e2c-7010-88ce-e343399a7ee5', 'usage', 1, 'charge', '01a2280f-9ddc-7028-b482-e1004dcad2f7', '01a2280f-9ddc-7028-b482-e1004dcad2f7', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'auto_cluster', '', '2026-11-29 16:07:21.900034+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a2280f-9e83-7b3f-8582-45d3bb0687ac', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9e83-7b3c-88e2-fdd2f336a709', 'wallet', -1, 'charge', '01a2280f-9e6a-763d-9e4e-3b02283b1a56', '01a2280f-9e6a-763d-9e4e-3b02283b1a56', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'auto_cluster', '', '2026-11-29 16:07:21.987751+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a2280f-9e83-7b40-92cf-5bba4f331ee7', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9e83-7b3c-88e2-fdd2f336a709', 'usage', 1, 'charge', '01a2280f-9e6a-763d-9e4e-3b02283b1a56', '01a2280f-9e6a-763d-9e4e-3b02283b1a56', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'auto_cluster', '', '2026-11-29 16:07:21.987751+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a2280f-9fb6-73a2-bbc1-4f806d04fe57', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9fb6-73a1-bcdd-3c9217692ab2', 'wallet', -3, 'charge', '01a2280f-9f78-7123-877c-cc82406cf6aa', '01a2280f-9f78-7123-877c-cc82406cf6aa', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'generate_ideas', '', '2026-11-29 16:07:22.29425+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a2280f-9fb6-73a4-90cb-e5396ed0323b', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9fb6-73a1-bcdd-3c9217692ab2', 'usage', 3, 'charge', '01a2280f-9f78-7123-877c-cc82406cf6aa', '01a2280f-9f78-7123-877c-cc82406cf6aa', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'generate_ideas', '', '2026-11-29 16:07:22.29425+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a2280f-a087-7016-a54d-6deaaa6715ba', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-a087-700f-9ffb-a7068adca0ae', 'wallet', -3, 'charge', '01a2280f-a035-781f-80be-3b5fb6e1d530', '01a2280f-a035-781f-80be-3b5fb6e1d530', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'generate_content', '', '2026-11-29 16:07:22.503055+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a2280f-a087-7018-9d40-958b88ca6418', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-a087-700f-9ffb-a7068adca0ae', 'usage', 3, 'charge', '01a2280f-a035-781f-80be-3b5fb6e1d530', '01a2280f-a035-781f-80be-3b5fb6e1d530', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'generate_content', '', '2026-11-29 16:07:22.503055+00:00');
INSERT INTO credit_holds (id, account_id, run_id, site_id, user_id, amount, state, ended_at, created_at) VALUES ('01a2280f-9ddc-7871-8551-3342119e80aa', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9ddc-7028-b482-e1004dcad2f7', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-77b4-b6f2-f9373464a246', 1, 'settled', '2026-11-29 16:07:21.898162+00:00', '2026-11-29 16:07:21.820557+00:00');
INSERT INTO credit_holds (id, account_id, run_id, site_id, user_id, amount, state, ended_at, created_at) VALUES ('01a2280f-9e6a-7ce6-ae0f-fa1b0b5f4b49', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9e6a-763d-9e4e-3b02283b1a56', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-77b4-b6f2-f9373464a246', 1, 'settled', '2026-11-29 16:07:21.987546+00:00', '2026-11-29 16:07:21.962849+00:00');
INSERT INTO credit_holds (id, account_id, run_id, site_id, user_id, amount, state, ended_at, created_at) VALUES ('01a2280f-9f78-7615-b521-c9f2a4e566e4', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9f78-7123-877c-cc82406cf6aa', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-77b4-b6f2-f9373464a246', 3, 'settled', '2026-11-29 16:07:22.293972+00:00', '2026-11-29 16:07:22.232402+00:00');
INSERT INTO credit_holds (id, account_id, run_id, site_id, user_id, amount, state, ended_at, created_at) VALUES ('01a2280f-a035-7ed2-b50d-87dad9ec61e6', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-a035-781f-80be-3b5fb6e1d530', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-77b4-b6f2-f9373464a246', 3, 'settled', '2026-11-29 16:07:22.499141+00:00', '2026-11-29 16:07:22.421974+00:00');
INSERT INTO credit_holds (id, account_id, run_id, site_id, user_id, amount, state, ended_at, created_at) VALUES ('01a2280f-a156-75c7-a933-838f524b2e89', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-a14b-775e-b240-6dfaaa44455c', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-77b4-b6f2-f9373464a246', 0, 'settled', '2026-11-29 16:07:22.945926+00:00', '2026-11-29 16:07:22.710384+00:00');
INSERT INTO runs (id, account_id, site_id, sector_id, user_id, batch_id, function, lane, payload, phase, percent, message, credits_quoted, credits_charged, provider, integration_id, model, parameters, prompt_version, prompts, inputs_hash, tokens_in, tokens_out, attempt, lease_owner, lease_until, slot, not_before, approval, decided_by, decided_at, rerun, origin_id, started_at, finished_at, asked_at, created_at, updated_at) VALUES ('01a2280f-9ddc-7028-b482-e1004dcad2f7', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9c78-77b4-b6f2-f9373464a246', '', 'auto_cluster', 'auto_cluster 01a2280f-9d88-7458-b5bc-86da90e2b653', '{}', 'DONE', 100, '20 keywords are in 5 page clusters.', 1, 1, 'built_in', '', '', '{"units":1,"unit_price":1}', '', NULL, '3b308d572fc9a41d15507838f5a0923072581e04cabda0be318650c3bff30333', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 16:07:21.851329+00:00', '2026-11-29 16:07:21.900201+00:00', '2026-11-29 16:07:21.82001+00:00', '2026-11-29 16:07:21.820123+00:00', '2026-11-29 16:07:21.900222+00:00');
INSERT INTO runs (id, account_id, site_id, sector_id, user_id, batch_id, function, lane, payload, phase, percent, message, credits_quoted, credits_charged, provider, integration_id, model, parameters, prompt_version, prompts, inputs_hash, tokens_in, tokens_out, attempt, lease_owner, lease_until, slot, not_before, approval, decided_by, decided_at, rerun, origin_id, started_at, finished_at, asked_at, created_at, updated_at) VALUES ('01a2280f-9e6a-763d-9e4e-3b02283b1a56', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9c78-77b4-b6f2-f9373464a246', '', 'auto_cluster', 'auto_cluster 01a2280f-9db7-79ca-b99c-5907561be7be', '{}', 'DONE', 100, '20 keywords are in 5 page clusters.', 1, 1, 'built_in', '', '', '{"units":1,"unit_price":1}', '', NULL, '51942fad95306a829fd46d7dd0218e93252e5c2b532146556d36be351df3a8ed', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 16:07:21.978812+00:00', '2026-11-29 16:07:21.987835+00:00', '2026-11-29 16:07:21.962409+00:00', '2026-11-29 16:07:21.962433+00:00', '2026-11-29 16:07:21.987848+00:00');
INSERT INTO runs (id, account_id, site_id, sector_id, user_id, batch_id, function, lane, payload, phase, percent, message, credits_quoted, credits_charged, provider, integration_id, model, parameters, prompt_version, prompts, inputs_hash, tokens_in, tokens_out, attempt, lease_owner, lease_until, slot, not_before, approval, decided_by, decided_at, rerun, origin_id, started_at, finished_at, asked_at, created_at, updated_at) VALUES ('01a2280f-9f78-7123-877c-cc82406cf6aa', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9c78-77b4-b6f2-f9373464a246', '', 'generate_ideas', 'generate_ideas 01a2280f-9d88-7458-b5bc-86da90e2b653', '{}', 'DONE', 100, '3 ideas are ready.', 3, 3, 'built_in', '', '', '{"units":3,"unit_price":1}', '', NULL, 'cf20cec20a5ab0b68f10c0343b784f6bbb103c3e22235ed591ab2a96182d28b9', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 16:07:22.255237+00:00', '2026-11-29 16:07:22.294378+00:00', '2026-11-29 16:07:22.232075+00:00', '2026-11-29 16:07:22.232091+00:00', '2026-11-29 16:07:22.294402+00:00');
INSERT INTO runs (id, account_id, site_id, sector_id, user_id, batch_id, function, lane, payload, phase, percent, message, credits_quoted, credits_charged, provider, integration_id, model, parameters, prompt_version, prompts, inputs_hash, tokens_in, tokens_out, attempt, lease_owner, lease_until, slot, not_before, approval, decided_by, decided_at, rerun, origin_id, started_at, finished_at, asked_at, created_at, updated_at) VALUES ('01a2280f-a035-781f-80be-3b5fb6e1d530', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', NULL, '01a2280f-9c78-77b4-b6f2-f9373464a246', '', 'generate_content', 'generate_content 01a2280f-9d73-745c-8b69-fda15ce49afa', '{"task_ids":["01a2280f-9fe8-7de1-9c0a-a067103a0bda","01a2280f-a004-72a5-8e72-2e0e63b494ad","01a2280f-a01c-704e-b790-1a7c0b535601"]}', 'DONE', 100, '3 outlines are ready to be written.', 3, 3, 'built_in', '', '', '{"units":3,"unit_price":1}', '', NULL, 'cc0c7fd39bbb6f5ce7868e57142de88fef4cc1de85fa3e7b81439299aca914b3', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 16:07:22.443333+00:00', '2026-11-29 16:07:22.50325+00:00', '2026-11-29 16:07:22.421532+00:00', '2026-11-29 16:07:22.421548+00:00', '2026-11-29 16:07:22.503273+00:00');
INSERT INTO runs (id, account_id, site_id, sector_id, user_id, batch_id, function, lane, payload, phase, percent, message, credits_quoted, credits_charged, provider, integration_id, model, parameters, prompt_version, prompts, inputs_hash, tokens_in, tokens_out, attempt, lease_owner, lease_until, slot, not_before, approval, decided_by, decided_at, rerun, origin_id, started_at, finished_at, asked_at, created_at, updated_at) VALUES ('01a2280f-a14b-775e-b240-6dfaaa44455c', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', NULL, '01a2280f-9c78-77b4-b6f2-f9373464a246', '', 'publish_site', 'publish_site 01a2280f-9d73-745c-8b69-fda15ce49afa', '{"destination_id":"01a2280f-a14a-76fc-add1-d4da5bfc4206"}', 'DONE', 100, 'The release is built.', 0, 0, 'built_in', '', '', '{"units":0,"unit_price":0}', '', NULL, '', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 16:07:22.736295+00:00', '2026-11-29 16:07:22.946038+00:00', '2026-11-29 16:07:22.699483+00:00', '2026-11-29 16:07:22.699493+00:00', '2026-11-29 16:07:22.946046+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a2280f-9e1e-76e6-b7ee-21ba464e1f19', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9ddc-7028-b482-e1004dcad2f7', '01a2280f-9d88-7458-b5bc-86da90e2b653', '3b308d572fc9a41d', '20 keywords', 1, '{"Pages":[{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red eggs","Members":[{"Key":"finch red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"robin red eggs\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red food","Members":[{"Key":"finch red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"robin red food\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red nest","Members":[{"Key":"finch red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"robin red nest\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red size","Members":[{"Key":"finch red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"robin red size\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red song","Members":[{"Key":"finch red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"robin red song\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true}]}],"GivenPages":0,"Review":""}', 0, 0, '2026-11-29 16:07:21.886577+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a2280f-9e83-755e-8b11-cdde673e5fd7', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9e6a-763d-9e4e-3b02283b1a56', '01a2280f-9db7-79ca-b99c-5907561be7be', '51942fad95306a82', '20 keywords', 1, '{"Pages":[{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red eggs","Members":[{"Key":"finch red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"robin red eggs\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red food","Members":[{"Key":"finch red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"robin red food\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red nest","Members":[{"Key":"finch red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"robin red nest\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red size","Members":[{"Key":"finch red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"robin red size\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red song","Members":[{"Key":"finch red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"robin red song\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true}]}],"GivenPages":0,"Review":""}', 0, 0, '2026-11-29 16:07:21.987396+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a2280f-9fb5-7908-9834-510a1264dfb8', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9f78-7123-877c-cc82406cf6aa', '01a2280f-9dfe-769f-bbf8-e8e8fff65cc3', 'cf20cec20a5ab0b6', 'finch red size', 1, '{"title":"Finch Red Size: A Practical Guide","angle":"For people who search for “finch red size”: the page explains the subject from the ground up with practical examples. It also covers sparrow red size, wren red size, robin red size.","intent":"informational","outline":["Finch red size at a glance","Sparrow red size","Wren red size","Robin red size","How finch red size works in practice","Where to begin with finch red size"],"target_keywords":["finch red size","sparrow red size","wren red size","robin red size"]}', 0, 0, '2026-11-29 16:07:22.29366+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a2280f-9fb5-794d-bfea-ce537151abf4', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9f78-7123-877c-cc82406cf6aa', '01a2280f-9dfe-76a4-9186-e514c5239ba7', 'cf20cec20a5ab0b6', 'finch red song', 1, '{"title":"Finch Red Song: A Practical Guide","angle":"For people who search for “finch red song”: the page explains the subject from the ground up with practical examples. It also covers sparrow red song, wren red song, robin red song.","intent":"informational","outline":["Finch red song at a glance","Sparrow red song","Wren red song","Robin red song","How finch red song works in practice","Where to begin with finch red song"],"target_keywords":["finch red song","sparrow red song","wren red song","robin red song"]}', 0, 0, '2026-11-29 16:07:22.29366+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a2280f-9fb5-796c-b52b-02bf9efed91c', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9f78-7123-877c-cc82406cf6aa', '01a2280f-9dfe-7694-9222-43f2f14ec322', 'cf20cec20a5ab0b6', 'finch red food', 1, '{"title":"Finch Red Food: A Practical Guide","angle":"For people who search for “finch red food”: the page explains the subject from the ground up with practical examples. It also covers sparrow red food, wren red food, robin red food.","intent":"informational","outline":["Finch red food at a glance","Sparrow red food","Wren red food","Robin red food","How finch red food works in practice","Where to begin with finch red food"],"target_keywords":["finch red food","sparrow red food","wren red food","robin red food"]}', 0, 0, '2026-11-29 16:07:22.29366+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a2280f-a078-7024-b24a-5a971545d3bc', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a035-781f-80be-3b5fb6e1d530', '01a2280f-9fe8-7de1-9c0a-a067103a0bda', 'cc0c7fd39bbb6f5c', 'Finch Red Size: A Practical Guide', 1, '{"title":"Finch Red Size: A Practical Guide","description":"","opening":{"prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red size, wren red size and robin red size.","keywords":["finch red size"],"words":80},"intro":null,"sections":[{"heading":"Finch red size at a glance","paragraphs":null,"points":null,"slot":{"prompt":"What is it, in one sentence? What is it used for, and by whom?","words":150,"answer":"prose"}},{"heading":"Sparrow red size","paragraphs":null,"points":null,"slot":{"prompt":"What is the usual figure, and in which unit? What makes it higher, and what lower?","words":150,"answer":"number"}},{"heading":"Wren red size","paragraphs":null,"points":null,"slot":{"prompt":"How is it measured in your own case?","words":150,"answer":"number"}},{"heading":"Robin red size","paragraphs":null,"points":null,"slot":{"prompt":"When does it matter, and when not? Which example makes it clear?","words":150,"answer":"number"}},{"heading":"How finch red size works in practice","paragraphs":null,"points":null,"slot":{"prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","words":150,"answer":"prose"}},{"heading":"Where to begin with finch red size","paragraphs":null,"points":null,"slot":{"prompt":"In which order do the steps go? How long does each of them take?","words":150,"answer":"prose"}}],"questions":null}', 0, 0, '2026-11-29 16:07:22.488075+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a2280f-a078-70a1-9bc3-c084f747bca1', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a035-781f-80be-3b5fb6e1d530', '01a2280f-a004-72a5-8e72-2e0e63b494ad', 'cc0c7fd39bbb6f5c', 'Finch Red Song: A Practical Guide', 1, '{"title":"Finch Red Song: A Practical Guide","description":"","opening":{"prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red song, wren red song and robin red song.","keywords":["finch red song"],"words":80},"intro":null,"sections":[{"heading":"Finch red song at a glance","paragraphs":null,"points":null,"slot":{"prompt":"What is it, in one sentence? What is it used for, and by whom?","words":150,"answer":"prose"}},{"heading":"Sparrow red song","paragraphs":null,"points":null,"slot":{"prompt":"When does it matter, and when not? Which example makes it clear?","words":150,"answer":"prose"}},{"heading":"Wren red song","paragraphs":null,"points":null,"slot":{"prompt":"What do people mean by it?","words":150,"answer":"prose"}},{"heading":"Robin red song","paragraphs":null,"points":null,"slot":{"prompt":"What should readers know about “Robin red song” afterwards?","words":150,"answer":"prose"}},{"heading":"How finch red song works in practice","paragraphs":null,"points":null,"slot":{"prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","words":150,"answer":"prose"}},{"heading":"Where to begin with finch red song","paragraphs":null,"points":null,"slot":{"prompt":"In which order do the steps go? How long does each of them take?","words":150,"answer":"prose"}}],"questions":null}', 0, 0, '2026-11-29 16:07:22.488075+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a2280f-a078-70f4-9372-9946c83dcc30', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a035-781f-80be-3b5fb6e1d530', '01a2280f-a01c-704e-b790-1a7c0b535601', 'cc0c7fd39bbb6f5c', 'Finch Red Food: A Practical Guide', 1, '{"title":"Finch Red Food: A Practical Guide","description":"","opening":{"prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red food, wren red food and robin red food.","keywords":["finch red food"],"words":80},"intro":null,"sections":[{"heading":"Finch red food at a glance","paragraphs":null,"points":null,"slot":{"prompt":"What is it, in one sentence? What is it used for, and by whom?","words":150,"answer":"prose"}},{"heading":"Sparrow red food","paragraphs":null,"points":null,"slot":{"prompt":"When does it matter, and when not? Which example makes it clear?","words":150,"answer":"prose"}},{"heading":"Wren red food","paragraphs":null,"points":null,"slot":{"prompt":"What do people mean by it?","words":150,"answer":"prose"}},{"heading":"Robin red food","paragraphs":null,"points":null,"slot":{"prompt":"What should readers know about “Robin red food” afterwards?","words":150,"answer":"prose"}},{"heading":"How finch red food works in practice","paragraphs":null,"points":null,"slot":{"prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","words":150,"answer":"prose"}},{"heading":"Where to begin with finch red food","paragraphs":null,"points":null,"slot":{"prompt":"In which order do the steps go? How long does each of them take?","words":150,"answer":"prose"}}],"questions":null}', 0, 0, '2026-11-29 16:07:22.488075+00:00');
INSERT INTO keyword_imports (id, account_id, site_id, sector_id, user_id, files, rows, imported, updated, duplicates, rejected, declined, excluded, state, run_id, created_at) VALUES ('01a2280f-9d89-7779-b597-16b49ac9efa6', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9c78-77b4-b6f2-f9373464a246', '[{"Name":"birds.csv","Format":"Keyword table","Encoding":"UTF-8","Delimiter":"comma","HeaderRow":1,"Market":"","Date":"","Columns":[{"Header":"Keyword","Field":"keyword"},{"Header":"Volume","Field":"volume"}],"Rows":20,"Imported":20,"Updated":0,"Duplicates":0,"RejectedCount":0,"Declined":0,"Accepted":20,"Joined":0,"UnknownVolumes":0,"Rejected":null,"Ignored":null,"Tables":[{"Part":"","Key":"106966f7b39d4d9c6a7aef05817f5a53","HeaderRow":1,"Header":["Keyword","Volume"],"Fields":["keyword","volume"],"Sample":[["robin red nest","10"],["robin red eggs","11"],["robin red food","12"]],"Mapped":false,"Headerless":false}],"Parts":null,"Notes":null,"Refusal":""}]', 20, 20, 0, 0, 0, 0, 0, 'done', NULL, '2026-11-29 16:07:21.752917+00:00');
INSERT INTO keyword_imports (id, account_id, site_id, sector_id, user_id, files, rows, imported, updated, duplicates, rejected, declined, excluded, state, run_id, created_at) VALUES ('01a2280f-9db9-7559-83c8-97a9ed6c2433', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9c78-77b4-b6f2-f9373464a246', '[{"Name":"birds.csv","Format":"Keyword table","Encoding":"UTF-8","Delimiter":"comma","HeaderRow":1,"Market":"","Date":"","Columns":[{"Header":"Keyword","Field":"keyword"},{"Header":"Volume","Field":"volume"}],"Rows":20,"Imported":20,"Updated":0,"Duplicates":0,"RejectedCount":0,"Declined":0,"Accepted":20,"Joined":0,"UnknownVolumes":0,"Rejected":null,"Ignored":null,"Tables":[{"Part":"","Key":"106966f7b39d4d9c6a7aef05817f5a53","HeaderRow":1,"Header":["Keyword","Volume"],"Fields":["keyword","volume"],"Sample":[["robin red nest","10"],["robin red eggs","11"],["robin red food","12"]],"Mapped":false,"Headerless":false}],"Parts":null,"Notes":null,"Refusal":""}]', 20, 20, 0, 0, 0, 0, 0, 'done', NULL, '2026-11-29 16:07:21.811417+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at) VALUES ('01a2280f-9dfe-7682-b373-e215e1d36c71', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9dfe-768e-8ecc-6cea5ce8da9d', 'page', 'supporting', 'finch red eggs', 'finch red eggs', 'approved', 0, 0, 0, 4, 104, 104, NULL, 54, '01a2280f-9ddc-7028-b482-e1004dcad2f7', '2026-11-29 16:07:21.884452+00:00', '2026-11-29 16:07:22.044792+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at) VALUES ('01a2280f-9dfe-768e-8ecc-6cea5ce8da9d', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9dfe-768f-b123-4461c7bd3e13', 'topic', 'hub', 'finch red size', 'finch red size', 'approved', 0, 0, 0, 20, 540, 540, NULL, 274, '01a2280f-9ddc-7028-b482-e1004dcad2f7', '2026-11-29 16:07:21.883863+00:00', '2026-11-29 16:07:22.044792+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at) VALUES ('01a2280f-9dfe-768f-b123-4461c7bd3e13', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', NULL, 'pillar', 'hub', 'finch red size', 'finch red size', 'approved', 0, 0, 0, 20, 540, 540, NULL, 274, '01a2280f-9ddc-7028-b482-e1004dcad2f7', '2026-11-29 16:07:21.854487+00:00', '2026-11-29 16:07:22.068509+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at) VALUES ('01a2280f-9dfe-7694-9222-43f2f14ec322', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9dfe-768e-8ecc-6cea5ce8da9d', 'page', 'supporting', 'finch red food', 'finch red food', 'approved', 0, 0, 0, 4, 108, 108, NULL, 54, '01a2280f-9ddc-7028-b482-e1004dcad2f7', '2026-11-29 16:07:21.884452+00:00', '2026-11-29 16:07:22.044792+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at) VALUES ('01a2280f-9dfe-7699-9db6-a365fa1378e7', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9dfe-768e-8ecc-6cea5ce8da9d', 'page', 'supporting', 'finch red nest', 'finch red nest', 'approved', 0, 0, 0, 4, 100, 100, NULL, 50, '01a2280f-9ddc-7028-b482-e1004dcad2f7', '2026-11-29 16:07:21.884452+00:00', '2026-11-29 16:07:22.044792+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at) VALUES ('01a2280f-9dfe-769f-bbf8-e8e8fff65cc3', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9dfe-768e-8ecc-6cea5ce8da9d', 'page', 'hub', 'finch red size', 'finch red size', 'approved', 0, 0, 0, 4, 116, 116, NULL, 58, '01a2280f-9ddc-7028-b482-e1004dcad2f7', '2026-11-29 16:07:21.884452+00:00', '2026-11-29 16:07:22.044792+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at) VALUES ('01a2280f-9dfe-76a4-9186-e514c5239ba7', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9dfe-768e-8ecc-6cea5ce8da9d', 'page', 'supporting', 'finch red song', 'finch red song', 'approved', 0, 0, 0, 4, 112, 112, NULL, 58, '01a2280f-9ddc-7028-b482-e1004dcad2f7', '2026-11-29 16:07:21.884452+00:00', '2026-11-29 16:07:22.044792+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at) VALUES ('01a2280f-9e7d-75a0-a92d-b648f7ecefdf', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9e7d-75a9-bdc5-1bc9d71e3533', 'page', 'supporting', 'finch red eggs', 'finch red eggs', 'approved', 0, 0, 0, 4, 104, 104, NULL, 54, '01a2280f-9e6a-763d-9e4e-3b02283b1a56', '2026-11-29 16:07:21.982006+00:00', '2026-11-29 16:07:22.098384+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at) VALUES ('01a2280f-9e7d-75a9-bdc5-1bc9d71e3533', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9e7d-75ab-ace8-603fd3e6a018', 'topic', 'hub', 'finch red size', 'finch red size', 'approved', 0, 0, 0, 20, 540, 540, NULL, 274, '01a2280f-9e6a-763d-9e4e-3b02283b1a56', '2026-11-29 16:07:21.98175+00:00', '2026-11-29 16:07:22.098384+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at) VALUES ('01a2280f-9e7d-75ab-ace8-603fd3e6a018', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', NULL, 'pillar', 'hub', 'finch red size', 'finch red size', 'approved', 0, 0, 0, 20, 540, 540, NULL, 274, '01a2280f-9e6a-763d-9e4e-3b02283b1a56', '2026-11-29 16:07:21.981409+00:00', '2026-11-29 16:07:22.100872+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at) VALUES ('01a2280f-9e7d-75b3-98e9-3256847b1008', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9e7d-75a9-bdc5-1bc9d71e3533', 'page', 'supporting', 'finch red food', 'finch red food', 'approved', 0, 0, 0, 4, 108, 108, NULL, 54, '01a2280f-9e6a-763d-9e4e-3b02283b1a56', '2026-11-29 16:07:21.982006+00:00', '2026-11-29 16:07:22.098384+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at) VALUES ('01a2280f-9e7d-75b8-a2c9-e4a45303b331', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9e7d-75a9-bdc5-1bc9d71e3533', 'page', 'supporting', 'finch red nest', 'finch red nest', 'approved', 0, 0, 0, 4, 100, 100, NULL, 50, '01a2280f-9e6a-763d-9e4e-3b02283b1a56', '2026-11-29 16:07:21.982006+00:00', '2026-11-29 16:07:22.098384+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at) VALUES ('01a2280f-9e7d-75bd-9bb0-da3ac9097039', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9e7d-75a9-bdc5-1bc9d71e3533', 'page', 'hub', 'finch red size', 'finch red size', 'approved', 0, 0, 0, 4, 116, 116, NULL, 58, '01a2280f-9e6a-763d-9e4e-3b02283b1a56', '2026-11-29 16:07:21.982006+00:00', '2026-11-29 16:07:22.098384+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at) VALUES ('01a2280f-9e7d-75c3-9b51-a981890142c1', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9e7d-75a9-bdc5-1bc9d71e3533', 'page', 'supporting', 'finch red song', 'finch red song', 'approved', 0, 0, 0, 4, 112, 112, NULL, 58, '01a2280f-9e6a-763d-9e4e-3b02283b1a56', '2026-11-29 16:07:21.982006+00:00', '2026-11-29 16:07:22.098384+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7bff-b642-a2db6c264c19', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'finch red eggs', 'finch red eggs', 41, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 41, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":41}]', 'clustered', '01a2280f-9dfe-7682-b373-e215e1d36c71', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"robin red eggs\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c05-b5bf-0a05bccb0bf8', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'finch red food', 'finch red food', 42, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 42, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":42}]', 'clustered', '01a2280f-9dfe-7694-9222-43f2f14ec322', '[{"kind":"shared_words","text":"shares \"red food\" with \"robin red food\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c0a-954d-8e825a47b2f7', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'finch red nest', 'finch red nest', 40, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 40, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":40}]', 'clustered', '01a2280f-9dfe-7699-9db6-a365fa1378e7', '[{"kind":"shared_words","text":"shares \"red nest\" with \"robin red nest\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c10-9737-382edd86aa75', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'finch red size', 'finch red size', 44, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 44, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":44}]', 'clustered', '01a2280f-9dfe-769f-bbf8-e8e8fff65cc3', '[{"kind":"shared_words","text":"shares \"red size\" with \"robin red size\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c11-872e-044a0022f196', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'finch red song', 'finch red song', 43, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 43, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":43}]', 'clustered', '01a2280f-9dfe-76a4-9186-e514c5239ba7', '[{"kind":"shared_words","text":"shares \"red song\" with \"robin red song\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c1a-8bd6-ff319adb8362', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'robin red eggs', 'robin red eggs', 11, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 11, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":11}]', 'clustered', '01a2280f-9dfe-7682-b373-e215e1d36c71', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c1c-bea7-7c29a8bb14e1', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'robin red food', 'robin red food', 12, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 12, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":12}]', 'clustered', '01a2280f-9dfe-7694-9222-43f2f14ec322', '[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c1d-b902-d04bddab4678', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'robin red nest', 'robin red nest', 10, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 10, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":10}]', 'clustered', '01a2280f-9dfe-7699-9db6-a365fa1378e7', '[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c1e-ac86-1411b9b81078', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'robin red size', 'robin red size', 14, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 14, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":14}]', 'clustered', '01a2280f-9dfe-769f-bbf8-e8e8fff65cc3', '[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c28-aba8-d5eb1af400d9', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'robin red song', 'robin red song', 13, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 13, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":13}]', 'clustered', '01a2280f-9dfe-76a4-9186-e514c5239ba7', '[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c29-aac1-92c20381109b', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'sparrow red eggs', 'sparrow red eggs', 31, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 31, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":31}]', 'clustered', '01a2280f-9dfe-7682-b373-e215e1d36c71', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c2a-bee1-917cd9bf70db', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'sparrow red food', 'sparrow red food', 32, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 32, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":32}]', 'clustered', '01a2280f-9dfe-7694-9222-43f2f14ec322', '[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c2b-9671-ebb3e61217b2', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'sparrow red nest', 'sparrow red nest', 30, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 30, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":30}]', 'clustered', '01a2280f-9dfe-7699-9db6-a365fa1378e7', '[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c2c-aa7e-3bb7fd21e980', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'sparrow red size', 'sparrow red size', 34, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 34, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":34}]', 'clustered', '01a2280f-9dfe-769f-bbf8-e8e8fff65cc3', '[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c2d-a50d-8e886c4a8ac6', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'sparrow red song', 'sparrow red song', 33, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 33, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":33}]', 'clustered', '01a2280f-9dfe-76a4-9186-e514c5239ba7', '[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c2e-8b38-2580c3fd5f30', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'wren red eggs', 'wren red eggs', 21, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 21, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":21}]', 'clustered', '01a2280f-9dfe-7682-b373-e215e1d36c71', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c2f-966c-8961f1488c5b', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'wren red food', 'wren red food', 22, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 22, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":22}]', 'clustered', '01a2280f-9dfe-7694-9222-43f2f14ec322', '[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c30-8685-f6f7ff628270', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'wren red nest', 'wren red nest', 20, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 20, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":20}]', 'clustered', '01a2280f-9dfe-7699-9db6-a365fa1378e7', '[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c3f-ac11-81cd166fa601', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'wren red size', 'wren red size', 24, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 24, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":24}]', 'clustered', '01a2280f-9dfe-769f-bbf8-e8e8fff65cc3', '[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9d96-7c40-b67d-e73532294131', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9d89-7779-b597-16b49ac9efa6', 'wren red song', 'wren red song', 23, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 23, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":23}]', 'clustered', '01a2280f-9dfe-76a4-9186-e514c5239ba7', '[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.751002+00:00', '2026-11-29 16:07:21.885215+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7e54-88ef-65d8f0421606', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'finch red eggs', 'finch red eggs', 41, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 41, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":41}]', 'clustered', '01a2280f-9e7d-75a0-a92d-b648f7ecefdf', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"robin red eggs\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7eeb-8a29-746ad6060d5e', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'finch red food', 'finch red food', 42, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 42, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":42}]', 'clustered', '01a2280f-9e7d-75b3-98e9-3256847b1008', '[{"kind":"shared_words","text":"shares \"red food\" with \"robin red food\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7ef0-8d70-6358cbe0ff3e', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'finch red nest', 'finch red nest', 40, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 40, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":40}]', 'clustered', '01a2280f-9e7d-75b8-a2c9-e4a45303b331', '[{"kind":"shared_words","text":"shares \"red nest\" with \"robin red nest\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7ef8-a005-c4dcf03e9ab5', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'finch red size', 'finch red size', 44, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 44, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":44}]', 'clustered', '01a2280f-9e7d-75bd-9bb0-da3ac9097039', '[{"kind":"shared_words","text":"shares \"red size\" with \"robin red size\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7efb-81bc-75ecb9c265d1', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'finch red song', 'finch red song', 43, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 43, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":43}]', 'clustered', '01a2280f-9e7d-75c3-9b51-a981890142c1', '[{"kind":"shared_words","text":"shares \"red song\" with \"robin red song\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7efe-b99a-6b6e7a82f9a4', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'robin red eggs', 'robin red eggs', 11, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 11, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":11}]', 'clustered', '01a2280f-9e7d-75a0-a92d-b648f7ecefdf', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7f00-9345-37fffc063013', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'robin red food', 'robin red food', 12, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 12, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":12}]', 'clustered', '01a2280f-9e7d-75b3-98e9-3256847b1008', '[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7f01-b409-2ac32b0fd5c3', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'robin red nest', 'robin red nest', 10, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 10, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":10}]', 'clustered', '01a2280f-9e7d-75b8-a2c9-e4a45303b331', '[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7f02-8128-8b3f55903a44', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'robin red size', 'robin red size', 14, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 14, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":14}]', 'clustered', '01a2280f-9e7d-75bd-9bb0-da3ac9097039', '[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7f0c-ad52-3e98e42eaa84', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'robin red song', 'robin red song', 13, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 13, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":13}]', 'clustered', '01a2280f-9e7d-75c3-9b51-a981890142c1', '[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7f0e-80ef-8573a124ea55', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'sparrow red eggs', 'sparrow red eggs', 31, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 31, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":31}]', 'clustered', '01a2280f-9e7d-75a0-a92d-b648f7ecefdf', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7f0f-a492-7446a45ede63', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'sparrow red food', 'sparrow red food', 32, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 32, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":32}]', 'clustered', '01a2280f-9e7d-75b3-98e9-3256847b1008', '[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7f10-a423-39926d561b6a', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'sparrow red nest', 'sparrow red nest', 30, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 30, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":30}]', 'clustered', '01a2280f-9e7d-75b8-a2c9-e4a45303b331', '[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7f11-9584-74c1457acbcb', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'sparrow red size', 'sparrow red size', 34, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 34, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":34}]', 'clustered', '01a2280f-9e7d-75bd-9bb0-da3ac9097039', '[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7f12-8053-ab8be3b93ecb', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'sparrow red song', 'sparrow red song', 33, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 33, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":33}]', 'clustered', '01a2280f-9e7d-75c3-9b51-a981890142c1', '[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7f13-af0a-28c8f4c6583a', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'wren red eggs', 'wren red eggs', 21, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 21, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":21}]', 'clustered', '01a2280f-9e7d-75a0-a92d-b648f7ecefdf', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7f14-9bc0-0cf19cc27c4e', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'wren red food', 'wren red food', 22, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 22, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":22}]', 'clustered', '01a2280f-9e7d-75b3-98e9-3256847b1008', '[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7f15-ba93-bed63033fe4c', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'wren red nest', 'wren red nest', 20, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 20, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":20}]', 'clustered', '01a2280f-9e7d-75b8-a2c9-e4a45303b331', '[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7f21-9855-4cb664d0d04b', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'wren red size', 'wren red size', 24, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 24, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":24}]', 'clustered', '01a2280f-9e7d-75bd-9bb0-da3ac9097039', '[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a2280f-9dc0-7f22-a43b-a98371bb9f7c', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9db7-79ca-b99c-5907561be7be', '01a2280f-9db9-7559-83c8-97a9ed6c2433', 'wren red song', 'wren red song', 23, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, 23, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":23}]', 'clustered', '01a2280f-9e7d-75c3-9b51-a981890142c1', '[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 16:07:21.793164+00:00', '2026-11-29 16:07:21.982385+00:00');
INSERT INTO pages (id, account_id, site_id, sector_id, cluster_id, parent_id, kind, origin, state, path, slug, title, description, canonical, schema_type, role, intent, target_keywords, no_cluster_reason, position, created_at, updated_at) VALUES ('01a2280f-9f3d-75bf-90f8-7db86d47c42a', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', NULL, NULL, NULL, 'home', 'own', 'planned', '/', 'garden-birds', 'Garden birds', '', '', '', '', '', '[]', 'Every site has a home page.', 0, '2026-11-29 16:07:22.187431+00:00', '2026-11-29 16:07:22.221605+00:00');
INSERT INTO pages (id, account_id, site_id, sector_id, cluster_id, parent_id, kind, origin, state, path, slug, title, description, canonical, schema_type, role, intent, target_keywords, no_cluster_reason, position, created_at, updated_at) VALUES ('01a2280f-9f4b-7a2b-849a-3c9dd942f4b8', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9dfe-769f-bbf8-e8e8fff65cc3', NULL, 'article', 'own', 'published', '/finch-red-size/', 'finch-red-size', 'Finch Red Size: A Practical Guide', '', '', '', 'hub', 'informational', '["finch red size","sparrow red size","wren red size","robin red size"]', '', 1, '2026-11-29 16:07:22.187797+00:00', '2026-11-29 16:07:23.00931+00:00');
INSERT INTO pages (id, account_id, site_id, sector_id, cluster_id, parent_id, kind, origin, state, path, slug, title, description, canonical, schema_type, role, intent, target_keywords, no_cluster_reason, position, created_at, updated_at) VALUES ('01a2280f-9f4c-731a-9bd1-c67f9e556977', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9dfe-76a4-9186-e514c5239ba7', NULL, 'article', 'own', 'published', '/finch-red-song/', 'finch-red-song', 'Finch Red Song: A Practical Guide', '', '', '', 'supporting', 'informational', '["finch red song","sparrow red song","wren red song","robin red song"]', '', 2, '2026-11-29 16:07:22.188281+00:00', '2026-11-29 16:07:23.009387+00:00');
INSERT INTO pages (id, account_id, site_id, sector_id, cluster_id, parent_id, kind, origin, state, path, slug, title, description, canonical, schema_type, role, intent, target_keywords, no_cluster_reason, position, created_at, updated_at) VALUES ('01a2280f-9f4c-7cba-9393-5641824b0ce1', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9dfe-7694-9222-43f2f14ec322', NULL, 'article', 'own', 'published', '/finch-red-food/', 'finch-red-food', 'Finch Red Food: A Practical Guide', '', '', '', 'supporting', 'informational', '["finch red food","sparrow red food","wren red food","robin red food"]', '', 3, '2026-11-29 16:07:22.188915+00:00', '2026-11-29 16:07:23.00945+00:00');
INSERT INTO pages (id, account_id, site_id, sector_id, cluster_id, parent_id, kind, origin, state, path, slug, title, description, canonical, schema_type, role, intent, target_keywords, no_cluster_reason, position, created_at, updated_at) VALUES ('01a2280f-9f4d-7419-b786-9d91e31f8379', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', NULL, NULL, NULL, 'about', 'own', 'planned', '/about/', 'about', 'About Garden birds', '', '', '', '', '', '[]', 'Readers and search engines look for who writes here.', 4, '2026-11-29 16:07:22.189349+00:00', '2026-11-29 16:07:22.221605+00:00');
INSERT INTO pages (id, account_id, site_id, sector_id, cluster_id, parent_id, kind, origin, state, path, slug, title, description, canonical, schema_type, role, intent, target_keywords, no_cluster_reason, position, created_at, updated_at) VALUES ('01a2280f-9f5c-75d1-9a3a-cccf0199f95c', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', NULL, NULL, NULL, 'contact', 'own', 'planned', '/contact/', 'contact', 'Contact', '', '', '', '', '', '[]', 'Readers need a way to reach the business.', 5, '2026-11-29 16:07:22.204676+00:00', '2026-11-29 16:07:22.221605+00:00');
INSERT INTO ideas (id, account_id, site_id, sector_id, cluster_id, page_id, run_id, title, angle, intent, outline, target_keywords, state, edited, demand, planned_on, waivers, extends_page_id, created_at, updated_at) VALUES ('01a2280f-9fa5-71bf-bd00-2c7d489a7a38', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9dfe-769f-bbf8-e8e8fff65cc3', '01a2280f-9f4b-7a2b-849a-3c9dd942f4b8', '01a2280f-9f78-7123-877c-cc82406cf6aa', 'Finch Red Size: A Practical Guide', 'For people who search for “finch red size”: the page explains the subject from the ground up with practical examples. It also covers sparrow red size, wren red size, robin red size.', 'informational', '["Finch red size at a glance","Sparrow red size","Wren red size","Robin red size","How finch red size works in practice","Where to begin with finch red size"]', '["finch red size","sparrow red size","wren red size","robin red size"]', 'accepted', 0, 116, '', '[]', NULL, '2026-11-29 16:07:22.277636+00:00', '2026-11-29 16:07:22.34494+00:00');
INSERT INTO ideas (id, account_id, site_id, sector_id, cluster_id, page_id, run_id, title, angle, intent, outline, target_keywords, state, edited, demand, planned_on, waivers, extends_page_id, created_at, updated_at) VALUES ('01a2280f-9fa5-7e1a-bf07-ecfd1d5b8980', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9dfe-76a4-9186-e514c5239ba7', '01a2280f-9f4c-731a-9bd1-c67f9e556977', '01a2280f-9f78-7123-877c-cc82406cf6aa', 'Finch Red Song: A Practical Guide', 'For people who search for “finch red song”: the page explains the subject from the ground up with practical examples. It also covers sparrow red song, wren red song, robin red song.', 'informational', '["Finch red song at a glance","Sparrow red song","Wren red song","Robin red song","How finch red song works in practice","Where to begin with finch red song"]', '["finch red song","sparrow red song","wren red song","robin red song"]', 'accepted', 0, 112, '', '[]', NULL, '2026-11-29 16:07:22.278228+00:00', '2026-11-29 16:07:22.372192+00:00');
INSERT INTO ideas (id, account_id, site_id, sector_id, cluster_id, page_id, run_id, title, angle, intent, outline, target_keywords, state, edited, demand, planned_on, waivers, extends_page_id, created_at, updated_at) VALUES ('01a2280f-9fa6-75e8-9e74-ad186d4e7e4d', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9dfe-7694-9222-43f2f14ec322', '01a2280f-9f4c-7cba-9393-5641824b0ce1', '01a2280f-9f78-7123-877c-cc82406cf6aa', 'Finch Red Food: A Practical Guide', 'For people who search for “finch red food”: the page explains the subject from the ground up with practical examples. It also covers sparrow red food, wren red food, robin red food.', 'informational', '["Finch red food at a glance","Sparrow red food","Wren red food","Robin red food","How finch red food works in practice","Where to begin with finch red food"]', '["finch red food","sparrow red food","wren red food","robin red food"]', 'accepted', 0, 108, '', '[]', NULL, '2026-11-29 16:07:22.278682+00:00', '2026-11-29 16:07:22.396037+00:00');
INSERT INTO blueprints (id, account_id, site_id, business, step, state, approved_at, approved_by, created_at, updated_at) VALUES ('01a2280f-9f24-7a5f-a026-70f2d52e92e8', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '{"name":"Garden birds","description":"For people who watch birds.","audience":"","tagline":"","offer":"","author":"","email":"","phone":"","address":""}', 'review', 'approved', '2026-11-29 16:07:22.221327+00:00', '01a2280f-9c78-77b4-b6f2-f9373464a246', '2026-11-29 16:07:22.148688+00:00', '2026-11-29 16:07:22.221349+00:00');
INSERT INTO blueprint_clusters (id, account_id, site_id, blueprint_id, cluster_id, role, created_at) VALUES ('01a2280f-9f25-70a9-9587-e23bf0f98d22', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9f24-7a5f-a026-70f2d52e92e8', '01a2280f-9dfe-769f-bbf8-e8e8fff65cc3', 'hub', '2026-11-29 16:07:22.149086+00:00');
INSERT INTO blueprint_clusters (id, account_id, site_id, blueprint_id, cluster_id, role, created_at) VALUES ('01a2280f-9f25-70ad-bf14-f5a514e032c9', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9f24-7a5f-a026-70f2d52e92e8', '01a2280f-9dfe-76a4-9186-e514c5239ba7', 'supporting', '2026-11-29 16:07:22.149086+00:00');
INSERT INTO blueprint_clusters (id, account_id, site_id, blueprint_id, cluster_id, role, created_at) VALUES ('01a2280f-9f25-70b1-800f-64cd20b52705', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9f24-7a5f-a026-70f2d52e92e8', '01a2280f-9dfe-7694-9222-43f2f14ec322', 'supporting', '2026-11-29 16:07:22.149086+00:00');
INSERT INTO tasks (id, account_id, site_id, sector_id, page_id, idea_id, assignee_id, planned_on, brief, brief_edited, brief_approved_at, brief_approved_by, state, created_at, updated_at) VALUES ('01a2280f-9fe8-7de1-9c0a-a067103a0bda', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9f4b-7a2b-849a-3c9dd942f4b8', '01a2280f-9fa5-71bf-bd00-2c7d489a7a38', '', '', '{"audience":"","angle":"For people who search for “finch red size”: the page explains the subject from the ground up with practical examples. It also covers sparrow red size, wren red size, robin red size.","intent":"informational","outline":["Finch red size at a glance","Sparrow red size","Wren red size","Robin red size","How finch red size works in practice","Where to begin with finch red size"],"keywords":["finch red size","sparrow red size","wren red size","robin red size"],"questions":null,"terms":null,"links":null,"facts":null,"out_of_scope":null,"length":0}', 0, '2026-11-29 16:07:22.369259+00:00', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'done', '2026-11-29 16:07:22.361405+00:00', '2026-11-29 16:07:22.677701+00:00');
INSERT INTO tasks (id, account_id, site_id, sector_id, page_id, idea_id, assignee_id, planned_on, brief, brief_edited, brief_approved_at, brief_approved_by, state, created_at, updated_at) VALUES ('01a2280f-a004-72a5-8e72-2e0e63b494ad', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9f4c-731a-9bd1-c67f9e556977', '01a2280f-9fa5-7e1a-bf07-ecfd1d5b8980', '', '', '{"audience":"","angle":"For people who search for “finch red song”: the page explains the subject from the ground up with practical examples. It also covers sparrow red song, wren red song, robin red song.","intent":"informational","outline":["Finch red song at a glance","Sparrow red song","Wren red song","Robin red song","How finch red song works in practice","Where to begin with finch red song"],"keywords":["finch red song","sparrow red song","wren red song","robin red song"],"questions":null,"terms":null,"links":null,"facts":null,"out_of_scope":null,"length":0}', 0, '2026-11-29 16:07:22.393661+00:00', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'done', '2026-11-29 16:07:22.381572+00:00', '2026-11-29 16:07:22.640941+00:00');
INSERT INTO tasks (id, account_id, site_id, sector_id, page_id, idea_id, assignee_id, planned_on, brief, brief_edited, brief_approved_at, brief_approved_by, state, created_at, updated_at) VALUES ('01a2280f-a01c-704e-b790-1a7c0b535601', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9f4c-7cba-9393-5641824b0ce1', '01a2280f-9fa6-75e8-9e74-ad186d4e7e4d', '', '', '{"audience":"","angle":"For people who search for “finch red food”: the page explains the subject from the ground up with practical examples. It also covers sparrow red food, wren red food, robin red food.","intent":"informational","outline":["Finch red food at a glance","Sparrow red food","Wren red food","Robin red food","How finch red food works in practice","Where to begin with finch red food"],"keywords":["finch red food","sparrow red food","wren red food","robin red food"],"questions":null,"terms":null,"links":null,"facts":null,"out_of_scope":null,"length":0}', 0, '2026-11-29 16:07:22.413876+00:00', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'done', '2026-11-29 16:07:22.396379+00:00', '2026-11-29 16:07:22.586261+00:00');
INSERT INTO contents (id, account_id, site_id, sector_id, page_id, task_id, title, slug, description, blocks, state, revision, approved_revision, approved_at, return_reason, built_in, words, open_claims, outlined, unwritten, created_at, updated_at) VALUES ('01a2280f-a06d-75c6-9f40-383207fa998a', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9f4b-7a2b-849a-3c9dd942f4b8', '01a2280f-9fe8-7de1-9c0a-a067103a0bda', 'Finch Red Size: A Practical Guide', 'finch-red-size', '', '[{"id":"b0b6ca54b9a8d","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"be9972a9008d8","type":"heading","level":2,"text":"Finch red size at a glance"},{"id":"b24b8dbf374c3","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bd4e57f4377bf","type":"heading","level":2,"text":"Sparrow red size"},{"id":"b54490a57e696","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b61e41ccdc3ed","type":"heading","level":2,"text":"Wren red size"},{"id":"b4fc1f875b741","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bb02eb9b14da9","type":"heading","level":2,"text":"Robin red size"},{"id":"bbae9b322f161","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bb8194da478a3","type":"heading","level":2,"text":"How finch red size works in practice"},{"id":"b54e13bea342f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bb6c29456a687","type":"heading","level":2,"text":"Where to begin with finch red size"},{"id":"b0cead341db76","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."}]', 'published', 2, 2, '2026-11-29 16:07:22.67768+00:00', '', 0, 120, 0, 0, 0, '2026-11-29 16:07:22.47753+00:00', '2026-11-29 16:07:23.0088+00:00');
INSERT INTO contents (id, account_id, site_id, sector_id, page_id, task_id, title, slug, description, blocks, state, revision, approved_revision, approved_at, return_reason, built_in, words, open_claims, outlined, unwritten, created_at, updated_at) VALUES ('01a2280f-a076-7687-80f3-72fab8002fd6', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9f4c-731a-9bd1-c67f9e556977', '01a2280f-a004-72a5-8e72-2e0e63b494ad', 'Finch Red Song: A Practical Guide', 'finch-red-song', '', '[{"id":"b637c6f85041f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bfc48b36a3ea2","type":"heading","level":2,"text":"Finch red song at a glance"},{"id":"b24b8dbf374c3","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b99c1803b1665","type":"heading","level":2,"text":"Sparrow red song"},{"id":"b5af13e890ca7","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bae34a2fe9c29","type":"heading","level":2,"text":"Wren red song"},{"id":"bc51032c00a27","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bbfbe5ea7db19","type":"heading","level":2,"text":"Robin red song"},{"id":"b9583739689ce","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b75911e6aa85e","type":"heading","level":2,"text":"How finch red song works in practice"},{"id":"b54e13bea342f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b43ff74d45fb7","type":"heading","level":2,"text":"Where to begin with finch red song"},{"id":"b0cead341db76","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."}]', 'published', 2, 2, '2026-11-29 16:07:22.640921+00:00', '', 0, 120, 0, 0, 0, '2026-11-29 16:07:22.486527+00:00', '2026-11-29 16:07:23.008932+00:00');
INSERT INTO contents (id, account_id, site_id, sector_id, page_id, task_id, title, slug, description, blocks, state, revision, approved_revision, approved_at, return_reason, built_in, words, open_claims, outlined, unwritten, created_at, updated_at) VALUES ('01a2280f-a077-74eb-9de0-5467678b0e6a', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d88-7458-b5bc-86da90e2b653', '01a2280f-9f4c-7cba-9393-5641824b0ce1', '01a2280f-a01c-704e-b790-1a7c0b535601', 'Finch Red Food: A Practical Guide', 'finch-red-food', '', '[{"id":"b946c63e646dc","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bcb0825ad9449","type":"heading","level":2,"text":"Finch red food at a glance"},{"id":"b24b8dbf374c3","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b572d69c03c70","type":"heading","level":2,"text":"Sparrow red food"},{"id":"b5af13e890ca7","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b98a00f41c351","type":"heading","level":2,"text":"Wren red food"},{"id":"bc51032c00a27","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bfc9e03fc0421","type":"heading","level":2,"text":"Robin red food"},{"id":"b73b0ea160bee","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b7ebca82146bd","type":"heading","level":2,"text":"How finch red food works in practice"},{"id":"b54e13bea342f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b1ed31daabb03","type":"heading","level":2,"text":"Where to begin with finch red food"},{"id":"b0cead341db76","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."}]', 'published', 2, 2, '2026-11-29 16:07:22.586238+00:00', '', 0, 120, 0, 0, 0, '2026-11-29 16:07:22.487427+00:00', '2026-11-29 16:07:23.008993+00:00');
INSERT INTO revisions (id, account_id, site_id, content_id, number, title, slug, description, blocks, author_id, run_id, note, created_at) VALUES ('01a2280f-a06d-7bd1-bc11-4c79e9fa2d20', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a06d-75c6-9f40-383207fa998a', 1, 'Finch Red Size: A Practical Guide', 'finch-red-size', '', '[{"id":"b0b6ca54b9a8d","type":"slot","prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red size, wren red size and robin red size.","keywords":["finch red size"],"words":80,"answer":"prose","must":true,"left_out":""},{"id":"be9972a9008d8","type":"heading","level":2,"text":"Finch red size at a glance"},{"id":"b24b8dbf374c3","type":"slot","prompt":"What is it, in one sentence? What is it used for, and by whom?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"bd4e57f4377bf","type":"heading","level":2,"text":"Sparrow red size"},{"id":"b54490a57e696","type":"slot","prompt":"What is the usual figure, and in which unit? What makes it higher, and what lower?","keywords":[],"words":150,"answer":"number","must":true,"left_out":""},{"id":"b61e41ccdc3ed","type":"heading","level":2,"text":"Wren red size"},{"id":"b4fc1f875b741","type":"slot","prompt":"How is it measured in your own case?","keywords":[],"words":150,"answer":"number","must":true,"left_out":""},{"id":"bb02eb9b14da9","type":"heading","level":2,"text":"Robin red size"},{"id":"bbae9b322f161","type":"slot","prompt":"When does it matter, and when not? Which example makes it clear?","keywords":[],"words":150,"answer":"number","must":true,"left_out":""},{"id":"bb8194da478a3","type":"heading","level":2,"text":"How finch red size works in practice"},{"id":"b54e13bea342f","type":"slot","prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"bb6c29456a687","type":"heading","level":2,"text":"Where to begin with finch red size"},{"id":"b0cead341db76","type":"slot","prompt":"In which order do the steps go? How long does each of them take?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""}]', '01a2280f-9c78-77b4-b6f2-f9373464a246', '01a2280f-a035-781f-80be-3b5fb6e1d530', 'drafted', '2026-11-29 16:07:22.477881+00:00');
INSERT INTO revisions (id, account_id, site_id, content_id, number, title, slug, description, blocks, author_id, run_id, note, created_at) VALUES ('01a2280f-a076-7a1d-b134-804a7b6e2fd3', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a076-7687-80f3-72fab8002fd6', 1, 'Finch Red Song: A Practical Guide', 'finch-red-song', '', '[{"id":"b637c6f85041f","type":"slot","prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red song, wren red song and robin red song.","keywords":["finch red song"],"words":80,"answer":"prose","must":true,"left_out":""},{"id":"bfc48b36a3ea2","type":"heading","level":2,"text":"Finch red song at a glance"},{"id":"b24b8dbf374c3","type":"slot","prompt":"What is it, in one sentence? What is it used for, and by whom?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"b99c1803b1665","type":"heading","level":2,"text":"Sparrow red song"},{"id":"b5af13e890ca7","type":"slot","prompt":"When does it matter, and when not? Which example makes it clear?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"bae34a2fe9c29","type":"heading","level":2,"text":"Wren red song"},{"id":"bc51032c00a27","type":"slot","prompt":"What do people mean by it?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"bbfbe5ea7db19","type":"heading","level":2,"text":"Robin red song"},{"id":"b9583739689ce","type":"slot","prompt":"What should readers know about “Robin red song” afterwards?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"b75911e6aa85e","type":"heading","level":2,"text":"How finch red song works in practice"},{"id":"b54e13bea342f","type":"slot","prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"b43ff74d45fb7","type":"heading","level":2,"text":"Where to begin with finch red song"},{"id":"b0cead341db76","type":"slot","prompt":"In which order do the steps go? How long does each of them take?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""}]', '01a2280f-9c78-77b4-b6f2-f9373464a246', '01a2280f-a035-781f-80be-3b5fb6e1d530', 'drafted', '2026-11-29 16:07:22.486669+00:00');
INSERT INTO revisions (id, account_id, site_id, content_id, number, title, slug, description, blocks, author_id, run_id, note, created_at) VALUES ('01a2280f-a077-7887-afbb-5185cb8f8885', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a077-74eb-9de0-5467678b0e6a', 1, 'Finch Red Food: A Practical Guide', 'finch-red-food', '', '[{"id":"b946c63e646dc","type":"slot","prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red food, wren red food and robin red food.","keywords":["finch red food"],"words":80,"answer":"prose","must":true,"left_out":""},{"id":"bcb0825ad9449","type":"heading","level":2,"text":"Finch red food at a glance"},{"id":"b24b8dbf374c3","type":"slot","prompt":"What is it, in one sentence? What is it used for, and by whom?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"b572d69c03c70","type":"heading","level":2,"text":"Sparrow red food"},{"id":"b5af13e890ca7","type":"slot","prompt":"When does it matter, and when not? Which example makes it clear?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"b98a00f41c351","type":"heading","level":2,"text":"Wren red food"},{"id":"bc51032c00a27","type":"slot","prompt":"What do people mean by it?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"bfc9e03fc0421","type":"heading","level":2,"text":"Robin red food"},{"id":"b73b0ea160bee","type":"slot","prompt":"What should readers know about “Robin red food” afterwards?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"b7ebca82146bd","type":"heading","level":2,"text":"How finch red food works in practice"},{"id":"b54e13bea342f","type":"slot","prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"b1ed31daabb03","type":"heading","level":2,"text":"Where to begin with finch red food"},{"id":"b0cead341db76","type":"slot","prompt":"In which order do the steps go? How long does each of them take?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""}]', '01a2280f-9c78-77b4-b6f2-f9373464a246', '01a2280f-a035-781f-80be-3b5fb6e1d530', 'drafted', '2026-11-29 16:07:22.487562+00:00');
INSERT INTO revisions (id, account_id, site_id, content_id, number, title, slug, description, blocks, author_id, run_id, note, created_at) VALUES ('01a2280f-a0a4-7199-8def-05d0cb79d6fc', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a077-74eb-9de0-5467678b0e6a', 2, 'Finch Red Food: A Practical Guide', 'finch-red-food', '', '[{"id":"b946c63e646dc","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bcb0825ad9449","type":"heading","level":2,"text":"Finch red food at a glance"},{"id":"b24b8dbf374c3","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b572d69c03c70","type":"heading","level":2,"text":"Sparrow red food"},{"id":"b5af13e890ca7","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b98a00f41c351","type":"heading","level":2,"text":"Wren red food"},{"id":"bc51032c00a27","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bfc9e03fc0421","type":"heading","level":2,"text":"Robin red food"},{"id":"b73b0ea160bee","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b7ebca82146bd","type":"heading","level":2,"text":"How finch red food works in practice"},{"id":"b54e13bea342f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b1ed31daabb03","type":"heading","level":2,"text":"Where to begin with finch red food"},{"id":"b0cead341db76","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."}]', '01a2280f-9c78-77b4-b6f2-f9373464a246', NULL, 'edited', '2026-11-29 16:07:22.532116+00:00');
INSERT INTO revisions (id, account_id, site_id, content_id, number, title, slug, description, blocks, author_id, run_id, note, created_at) VALUES ('01a2280f-a0f7-777a-ae60-cf57f7b32086', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a076-7687-80f3-72fab8002fd6', 2, 'Finch Red Song: A Practical Guide', 'finch-red-song', '', '[{"id":"b637c6f85041f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bfc48b36a3ea2","type":"heading","level":2,"text":"Finch red song at a glance"},{"id":"b24b8dbf374c3","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b99c1803b1665","type":"heading","level":2,"text":"Sparrow red song"},{"id":"b5af13e890ca7","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bae34a2fe9c29","type":"heading","level":2,"text":"Wren red song"},{"id":"bc51032c00a27","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bbfbe5ea7db19","type":"heading","level":2,"text":"Robin red song"},{"id":"b9583739689ce","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b75911e6aa85e","type":"heading","level":2,"text":"How finch red song works in practice"},{"id":"b54e13bea342f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b43ff74d45fb7","type":"heading","level":2,"text":"Where to begin with finch red song"},{"id":"b0cead341db76","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."}]', '01a2280f-9c78-77b4-b6f2-f9373464a246', NULL, 'edited', '2026-11-29 16:07:22.615501+00:00');
INSERT INTO revisions (id, account_id, site_id, content_id, number, title, slug, description, blocks, author_id, run_id, note, created_at) VALUES ('01a2280f-a11c-7bcd-8b02-e9031b6f41c1', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a06d-75c6-9f40-383207fa998a', 2, 'Finch Red Size: A Practical Guide', 'finch-red-size', '', '[{"id":"b0b6ca54b9a8d","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"be9972a9008d8","type":"heading","level":2,"text":"Finch red size at a glance"},{"id":"b24b8dbf374c3","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bd4e57f4377bf","type":"heading","level":2,"text":"Sparrow red size"},{"id":"b54490a57e696","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b61e41ccdc3ed","type":"heading","level":2,"text":"Wren red size"},{"id":"b4fc1f875b741","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bb02eb9b14da9","type":"heading","level":2,"text":"Robin red size"},{"id":"bbae9b322f161","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bb8194da478a3","type":"heading","level":2,"text":"How finch red size works in practice"},{"id":"b54e13bea342f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bb6c29456a687","type":"heading","level":2,"text":"Where to begin with finch red size"},{"id":"b0cead341db76","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."}]', '01a2280f-9c78-77b4-b6f2-f9373464a246', NULL, 'edited', '2026-11-29 16:07:22.652784+00:00');
INSERT INTO destinations (id, account_id, site_id, kind, name, address, applied_at, created_at, updated_at) VALUES ('01a2280f-a14a-76fc-add1-d4da5bfc4206', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', 'renderer', 'IGNY8 renderer', '', '2026-11-29 16:07:22.945836+00:00', '2026-11-29 16:07:22.698465+00:00', '2026-11-29 16:07:22.945844+00:00');
INSERT INTO publications (id, account_id, site_id, destination_id, content_id, revision, remote_id, remote_state, created_at, updated_at) VALUES ('01a2280f-a270-7b5c-9080-9056fbd9f7ca', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a14a-76fc-add1-d4da5bfc4206', '01a2280f-a06d-75c6-9f40-383207fa998a', 2, '/finch-red-size/', 'live', '2026-11-29 16:07:22.992748+00:00', '2026-11-29 16:07:22.992748+00:00');
INSERT INTO publications (id, account_id, site_id, destination_id, content_id, revision, remote_id, remote_state, created_at, updated_at) VALUES ('01a2280f-a27f-7b0b-8652-6056d64347f6', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a14a-76fc-add1-d4da5bfc4206', '01a2280f-a076-7687-80f3-72fab8002fd6', 2, '/finch-red-song/', 'live', '2026-11-29 16:07:23.007756+00:00', '2026-11-29 16:07:23.007756+00:00');
INSERT INTO publications (id, account_id, site_id, destination_id, content_id, revision, remote_id, remote_state, created_at, updated_at) VALUES ('01a2280f-a27f-7d6b-92e5-2d93ad4324dd', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a14a-76fc-add1-d4da5bfc4206', '01a2280f-a077-74eb-9de0-5467678b0e6a', 2, '/finch-red-food/', 'live', '2026-11-29 16:07:23.007886+00:00', '2026-11-29 16:07:23.007886+00:00');
INSERT INTO releases (id, account_id, site_id, destination_id, number, build, digest, page_count, file_count, bytes, contents, user_id, activated_at, created_at) VALUES ('01a2280f-a241-79f9-8c0a-14da76eefb8a', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a14a-76fc-add1-d4da5bfc4206', 1, '20261129T160722Z-ca8e5aa7eab3', 'ca8e5aa7eab355bfb103490c936472f1c4b79cb87949ad59619f3f56fb94646e', 5, 11, 45808, '[{"content_id":"01a2280f-a06d-75c6-9f40-383207fa998a","revision":2,"path":"/finch-red-size/"},{"content_id":"01a2280f-a076-7687-80f3-72fab8002fd6","revision":2,"path":"/finch-red-song/"},{"content_id":"01a2280f-a077-74eb-9de0-5467678b0e6a","revision":2,"path":"/finch-red-food/"}]', '01a2280f-9c78-77b4-b6f2-f9373464a246', '2026-11-29 16:07:22.992183+00:00', '2026-11-29 16:07:22.945663+00:00');
INSERT INTO release_runs (id, account_id, release_id) VALUES ('01a2280f-a14b-775e-b240-6dfaaa44455c', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-a241-79f9-8c0a-14da76eefb8a');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-9c79-77f9-b6b4-1b0f5e8e802d', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'signed_up', '', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'ada@birds.test', 'Birds', '{}', 1, '2026-11-29 16:07:21.465523+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-9c7a-75a0-945b-0a11f6cf7db2', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'credits_granted', '', '01a2280f-9c7a-724c-9e9a-2ab976e60984', '01a2280f-9c78-77b4-b6f2-f9373464a246', '', 'Welcome credits', '{"credits":1000,"reference":"sign-up"}', 0, '2026-11-29 16:07:21.466368+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-9d73-792b-97c8-3ebf207583bc', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'site_created', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'Garden birds', '', '{}', 1, '2026-11-29 16:07:21.715601+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-9e2c-74d1-806c-fff18d6a84f1', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'run_ended', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9ddc-7028-b482-e1004dcad2f7', '01a2280f-9c78-77b4-b6f2-f9373464a246', '', '', '{"function":"auto_cluster","outcome":"DONE","credits":1}', 0, '2026-11-29 16:07:21.900316+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-9e83-7d89-b3fd-55b9b555ca69', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'run_ended', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9e6a-763d-9e4e-3b02283b1a56', '01a2280f-9c78-77b4-b6f2-f9373464a246', '', '', '{"function":"auto_cluster","outcome":"DONE","credits":1}', 0, '2026-11-29 16:07:21.987887+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-9fb6-774e-9a35-58238e8f2455', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'run_ended', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-9f78-7123-877c-cc82406cf6aa', '01a2280f-9c78-77b4-b6f2-f9373464a246', '', '', '{"function":"generate_ideas","outcome":"DONE","credits":3}', 0, '2026-11-29 16:07:22.294479+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-a087-757a-b988-35fefdf26909', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'run_ended', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a035-781f-80be-3b5fb6e1d530', '01a2280f-9c78-77b4-b6f2-f9373464a246', '', '', '{"function":"generate_content","outcome":"DONE","credits":3}', 0, '2026-11-29 16:07:22.503359+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-a0bd-7700-8633-8cb1c8ed549b', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'content_submitted', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a077-74eb-9de0-5467678b0e6a', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'Finch Red Food: A Practical Guide', '', '{"revision":2}', 0, '2026-11-29 16:07:22.557459+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-a0da-77af-90d7-7269fd2f4db5', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'content_approved', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a077-74eb-9de0-5467678b0e6a', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'Finch Red Food: A Practical Guide', '', '{"revision":2}', 0, '2026-11-29 16:07:22.586504+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-a0fd-79bc-b876-315fb1c96d31', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'content_submitted', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a076-7687-80f3-72fab8002fd6', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'Finch Red Song: A Practical Guide', '', '{"revision":2}', 0, '2026-11-29 16:07:22.621638+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-a111-7236-8407-cc10190b2f44', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'content_approved', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a076-7687-80f3-72fab8002fd6', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'Finch Red Song: A Practical Guide', '', '{"revision":2}', 0, '2026-11-29 16:07:22.641145+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-a12b-7dcf-b6fc-df81c42ae35d', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'content_submitted', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a06d-75c6-9f40-383207fa998a', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'Finch Red Size: A Practical Guide', '', '{"revision":2}', 0, '2026-11-29 16:07:22.667905+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-a135-7dbd-9615-29e08f879237', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'content_approved', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a06d-75c6-9f40-383207fa998a', '01a2280f-9c78-77b4-b6f2-f9373464a246', 'Finch Red Size: A Practical Guide', '', '{"revision":2}', 0, '2026-11-29 16:07:22.6779+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-a242-7137-b521-fef797cef08a', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'run_ended', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a14b-775e-b240-6dfaaa44455c', '01a2280f-9c78-77b4-b6f2-f9373464a246', '', '', '{"function":"publish_site","outcome":"DONE"}', 0, '2026-11-29 16:07:22.946079+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a2280f-a270-7791-8072-aad00ae70e9c', '01a2280f-9c78-7d6e-9e5e-27a401e7609b', 'release_live', '01a2280f-9d73-745c-8b69-fda15ce49afa', '01a2280f-a241-79f9-8c0a-14da76eefb8a', '01a2280f-9c78-77b4-b6f2-f9373464a246', '', '', '{"number":1}', 0, '2026-11-29 16:07:22.992496+00:00');
COMMIT;
