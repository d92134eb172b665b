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
    deleted_at TIMESTAMP,
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
    deleted_at TIMESTAMP,
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
CREATE TABLE trash_items (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    site_id    TEXT NOT NULL,
    noun       TEXT NOT NULL,
    row_id     TEXT NOT NULL,
    name       TEXT NOT NULL,
    released   TEXT NOT NULL,
    trashed_by TEXT NOT NULL,
    trashed_at TIMESTAMP NOT NULL,
    deleted_at TIMESTAMP, -- when the site of the item went into the trash itself
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, noun, row_id),
    UNIQUE (account_id, trashed_at),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE
);
CREATE INDEX trash_items_age ON trash_items (trashed_at);
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
    deleted_at    TIMESTAMP,
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
    trend          TEXT, -- the searches of twelve months, oldest first, in percent of the highest
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
    deleted_at        TIMESTAMP,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, cluster_id) REFERENCES clusters (account_id, id),
    FOREIGN KEY (account_id, parent_id) REFERENCES pages (account_id, id)
);
CREATE UNIQUE INDEX pages_path ON pages (account_id, site_id, path) WHERE deleted_at IS NULL;
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
    deleted_at      TIMESTAMP,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, sector_id) REFERENCES sectors (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, cluster_id) REFERENCES clusters (account_id, id),
    FOREIGN KEY (account_id, page_id) REFERENCES pages (account_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ideas_page ON ideas (account_id, page_id) WHERE deleted_at IS NULL;
CREATE INDEX ideas_of_page ON ideas (account_id, page_id);
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
    deleted_at    TIMESTAMP,
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
    deleted_at        TIMESTAMP,
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
    deleted_at        TIMESTAMP,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, site_id) REFERENCES sites (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, page_id) REFERENCES pages (account_id, id),
    FOREIGN KEY (account_id, task_id) REFERENCES tasks (account_id, id)
);
CREATE UNIQUE INDEX contents_page ON contents (account_id, page_id) WHERE deleted_at IS NULL;
CREATE INDEX contents_of_page ON contents (account_id, page_id);
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
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (1, 0, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (10, 109, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (11, 110, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (12, 111, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (13, 112, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (14, 113, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (15, 114, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (16, 115, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (17, 116, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (18, 117, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (19, 118, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (2, 101, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (3, 102, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (4, 103, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (5, 104, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (6, 105, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (7, 106, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (8, 107, 1, '2026-11-29 17:06:34');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (9, 108, 1, '2026-11-29 17:06:34');
INSERT INTO oldest_program (version) VALUES ('0.1.0');
INSERT INTO accounts (id, name, created_at, updated_at) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', 'Birds', '2026-11-29 17:06:34.919892+00:00', '2026-11-29 17:06:34.919892+00:00');
INSERT INTO users (id, email, email_key, name, password_hash, developer, last_account_id, created_at, updated_at) VALUES ('01a22845-d527-7852-82b0-17d84b2187f0', 'ada@birds.test', 'ada@birds.test', 'Ada', '$argon2id$v=19$m=19456,t=2,p=1$jHuxs70kNS9jVSpaeNF5QQ$UVYUNVh/LU14Rv6evHtwhXISH0I68Xi+lxWM+CHrcwM', 0, '01a22845-d527-7cb2-82f0-9fd991bff3b4', '2026-11-29 17:06:34.919661+00:00', '2026-11-29 17:06:34.963828+00:00');
INSERT INTO memberships (id, account_id, user_id, role, created_at, updated_at) VALUES ('01a22845-d528-70b7-9320-d1ca965c211c', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d527-7852-82b0-17d84b2187f0', 'owner', '2026-11-29 17:06:34.920096+00:00', '2026-11-29 17:06:34.920096+00:00');
INSERT INTO token_families (id, user_id, account_id, current_hash, revoked_at, expires_at, device, address, used_at, created_at) VALUES ('01a22845-d553-794d-825e-d69fdca8a61b', '01a22845-d527-7852-82b0-17d84b2187f0', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '9022b7f9a31190c91e32addb9c850eea22d0054b796a3c98bed628c08f22a6ae', NULL, '2026-12-29 17:06:34.963605+00:00', 'Go-http-client/1.1', '127.0.0.1', '2026-11-29 17:06:34.963605+00:00', '2026-11-29 17:06:34.963666+00:00');
INSERT INTO throttles (key, count, ends_at) VALUES ('sign-up 127.0.0.1', 1, '2026-11-29 18:06:34.869131+00:00');
INSERT INTO sites (id, account_id, name, domain, language, market, type, sample, created_at, updated_at, deleted_at) VALUES ('01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'Garden birds', '', 'en', '', 'blog', 0, '2026-11-29 17:06:34.965085+00:00', '2026-11-29 17:06:35.112724+00:00', NULL);
INSERT INTO sectors (id, account_id, site_id, name, name_key, created_at, updated_at, deleted_at) VALUES ('01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', 'Sector 1', 'sector 1', '2026-11-29 17:06:34.97167+00:00', '2026-11-29 17:06:34.97167+00:00', NULL);
INSERT INTO sectors (id, account_id, site_id, name, name_key, created_at, updated_at, deleted_at) VALUES ('01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', 'Sector 2', 'sector 2', '2026-11-29 17:06:34.979626+00:00', '2026-11-29 17:06:34.979626+00:00', NULL);
INSERT INTO gate_passages (id, account_id, site_id, gate, passed_at) VALUES ('01a22845-d5e8-737a-b0fd-c518a6f5f00f', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', 'planner', '2026-11-29 17:06:35.112228+00:00');
INSERT INTO gate_passages (id, account_id, site_id, gate, passed_at) VALUES ('01a22845-d62c-7b2e-8db3-73077c821d1f', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', 'builder', '2026-11-29 17:06:35.180733+00:00');
INSERT INTO gate_passages (id, account_id, site_id, gate, passed_at) VALUES ('01a22845-d6d0-7744-9ce8-7a1b258a098a', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', 'writer', '2026-11-29 17:06:35.344476+00:00');
INSERT INTO stages (id, account_id, site_id, gate, state, percent, reason, created_at, updated_at) VALUES ('01a22845-d555-7930-b062-1e5e856fc32d', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', 'planner', 'passed', 100, '', '2026-11-29 17:06:34.965608+00:00', '2026-11-29 17:06:35.107113+00:00');
INSERT INTO stages (id, account_id, site_id, gate, state, percent, reason, created_at, updated_at) VALUES ('01a22845-d557-741b-9a19-c704edd51f4c', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', 'builder', 'passed', 100, '', '2026-11-29 17:06:34.967276+00:00', '2026-11-29 17:06:35.123217+00:00');
INSERT INTO stages (id, account_id, site_id, gate, state, percent, reason, created_at, updated_at) VALUES ('01a22845-d558-735a-a6a0-43a019045b80', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', 'writer', 'passed', 100, '', '2026-11-29 17:06:34.968224+00:00', '2026-11-29 17:06:35.342904+00:00');
INSERT INTO stages (id, account_id, site_id, gate, state, percent, reason, created_at, updated_at) VALUES ('01a22845-d558-7bee-aba8-2c10dd5f1e1e', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', 'publish', 'passed', 100, '', '2026-11-29 17:06:34.968786+00:00', '2026-11-29 17:06:35.45762+00:00');
INSERT INTO changes (id, account_id, site_id, sector_id, user_id, text, rows, undone_at, undone_by, created_at) VALUES ('01a22845-d5d5-71bc-8bcb-26a934224a47', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d527-7852-82b0-17d84b2187f0', '“finch red size”: approved.', 7, NULL, '', '2026-11-29 17:06:35.093114+00:00');
INSERT INTO changes (id, account_id, site_id, sector_id, user_id, text, rows, undone_at, undone_by, created_at) VALUES ('01a22845-d5dd-7a35-99f4-9be1cbfe6259', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d527-7852-82b0-17d84b2187f0', '“finch red size”: approved.', 7, NULL, '', '2026-11-29 17:06:35.101669+00:00');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5d5-71bc-8bcb-26a934224a47', 'clusters', '01a22845-d587-71c0-926a-e7c02c953bd9', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5d5-71bc-8bcb-26a934224a47', 'clusters', '01a22845-d587-71ca-b844-7e8213665126', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5d5-71bc-8bcb-26a934224a47', 'clusters', '01a22845-d587-71cc-a696-8866635ee24f', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5d5-71bc-8bcb-26a934224a47', 'clusters', '01a22845-d587-71d0-a903-531e0c130c83', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5d5-71bc-8bcb-26a934224a47', 'clusters', '01a22845-d587-71d4-b15f-2a380fde7aa7', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5d5-71bc-8bcb-26a934224a47', 'clusters', '01a22845-d587-71d9-a433-0c6a4196f25f', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5d5-71bc-8bcb-26a934224a47', 'clusters', '01a22845-d587-71de-8efa-0d47d1ca6b45', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5dd-7a35-99f4-9be1cbfe6259', 'clusters', '01a22845-d5ca-7604-a9b4-6a41e1414452', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5dd-7a35-99f4-9be1cbfe6259', 'clusters', '01a22845-d5ca-760e-b14b-1afadc5167d8', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5dd-7a35-99f4-9be1cbfe6259', 'clusters', '01a22845-d5ca-7612-885c-14e2e5c7fb86', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5dd-7a35-99f4-9be1cbfe6259', 'clusters', '01a22845-d5ca-7615-902e-29937e063b6f', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5dd-7a35-99f4-9be1cbfe6259', 'clusters', '01a22845-d5ca-7619-a129-c152d3092f91', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5dd-7a35-99f4-9be1cbfe6259', 'clusters', '01a22845-d5ca-761d-a56a-f7c7cfb9c93e', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO change_rows (account_id, change_id, noun, row_id, before, after) VALUES ('01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5dd-7a35-99f4-9be1cbfe6259', 'clusters', '01a22845-d5ca-762e-9cf2-e33ec5858e96', '{"state":"proposed"}', '{"state":"approved"}');
INSERT INTO wallets (id, account_id, balance, held, unmetered, approval_above, created_at, updated_at) VALUES ('01a22845-d528-7b43-933c-b9090f64d06d', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 992, 0, 0, NULL, '2026-11-29 17:06:34.920781+00:00', '2026-11-29 17:06:35.345193+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a22845-d529-7011-8d6f-035ce5feee93', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d529-700f-ae66-99f38e671dc9', 'wallet', 1000, 'grant', 'sign-up', NULL, NULL, '01a22845-d527-7852-82b0-17d84b2187f0', '', 'Welcome credits', '2026-11-29 17:06:34.921035+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a22845-d529-7013-bc26-80192e3aeff3', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d529-700f-ae66-99f38e671dc9', 'grants', -1000, 'grant', 'sign-up', NULL, NULL, '01a22845-d527-7852-82b0-17d84b2187f0', '', 'Welcome credits', '2026-11-29 17:06:34.921035+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a22845-d589-79c2-8937-3541bab74192', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d589-79c1-a6d4-696b0303553f', 'wallet', -1, 'charge', '01a22845-d568-77dc-b138-d12378dcf6ee', '01a22845-d568-77dc-b138-d12378dcf6ee', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7852-82b0-17d84b2187f0', 'auto_cluster', '', '2026-11-29 17:06:35.017647+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a22845-d589-79c3-a61f-473d0ca17efe', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d589-79c1-a6d4-696b0303553f', 'usage', 1, 'charge', '01a22845-d568-77dc-b138-d12378dcf6ee', '01a22845-d568-77dc-b138-d12378dcf6ee', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7852-82b0-17d84b2187f0', 'auto_cluster', '', '2026-11-29 17:06:35.017647+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a22845-d5cc-79e0-a890-47a9cd1deda3', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5cc-79df-9247-3633cf8873bf', 'wallet', -1, 'charge', '01a22845-d59e-79fd-baf1-3eab6c4b0327', '01a22845-d59e-79fd-baf1-3eab6c4b0327', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7852-82b0-17d84b2187f0', 'auto_cluster', '', '2026-11-29 17:06:35.084654+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a22845-d5cc-79e1-9a1a-f5f7738b2f03', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5cc-79df-9247-3633cf8873bf', 'usage', 1, 'charge', '01a22845-d59e-79fd-baf1-3eab6c4b0327', '01a22845-d59e-79fd-baf1-3eab6c4b0327', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7852-82b0-17d84b2187f0', 'auto_cluster', '', '2026-11-29 17:06:35.084654+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a22845-d613-7a13-9426-645f7b6136d7', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d613-7a11-9b45-dfe202807c2e', 'wallet', -3, 'charge', '01a22845-d5f4-7db4-8644-aed4adf61bc0', '01a22845-d5f4-7db4-8644-aed4adf61bc0', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7852-82b0-17d84b2187f0', 'generate_ideas', '', '2026-11-29 17:06:35.155668+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a22845-d613-7a15-af2a-472ce9f3b95c', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d613-7a11-9b45-dfe202807c2e', 'usage', 3, 'charge', '01a22845-d5f4-7db4-8644-aed4adf61bc0', '01a22845-d5f4-7db4-8644-aed4adf61bc0', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7852-82b0-17d84b2187f0', 'generate_ideas', '', '2026-11-29 17:06:35.155668+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a22845-d67d-7a18-81e8-dc1681505ab9', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d67d-7a16-b7cc-fc78dd578508', 'wallet', -3, 'charge', '01a22845-d63b-7c3e-9e83-e3a8dc6cfea9', '01a22845-d63b-7c3e-9e83-e3a8dc6cfea9', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7852-82b0-17d84b2187f0', 'generate_content', '', '2026-11-29 17:06:35.261675+00:00');
INSERT INTO credit_entries (id, account_id, movement_id, book, amount, kind, reference, run_id, site_id, user_id, function, note, created_at) VALUES ('01a22845-d67d-7a19-bd1e-fd24f93bf6e7', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d67d-7a16-b7cc-fc78dd578508', 'usage', 3, 'charge', '01a22845-d63b-7c3e-9e83-e3a8dc6cfea9', '01a22845-d63b-7c3e-9e83-e3a8dc6cfea9', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7852-82b0-17d84b2187f0', 'generate_content', '', '2026-11-29 17:06:35.261675+00:00');
INSERT INTO credit_holds (id, account_id, run_id, site_id, user_id, amount, state, ended_at, created_at) VALUES ('01a22845-d568-7e1f-a05e-913bd5739053', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d568-77dc-b138-d12378dcf6ee', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7852-82b0-17d84b2187f0', 1, 'settled', '2026-11-29 17:06:35.017356+00:00', '2026-11-29 17:06:34.984929+00:00');
INSERT INTO credit_holds (id, account_id, run_id, site_id, user_id, amount, state, ended_at, created_at) VALUES ('01a22845-d59f-70c6-bfab-49835431f070', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d59e-79fd-baf1-3eab6c4b0327', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7852-82b0-17d84b2187f0', 1, 'settled', '2026-11-29 17:06:35.084495+00:00', '2026-11-29 17:06:35.039054+00:00');
INSERT INTO credit_holds (id, account_id, run_id, site_id, user_id, amount, state, ended_at, created_at) VALUES ('01a22845-d5f5-7224-941a-e64de2002903', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d5f4-7db4-8644-aed4adf61bc0', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7852-82b0-17d84b2187f0', 3, 'settled', '2026-11-29 17:06:35.15551+00:00', '2026-11-29 17:06:35.125144+00:00');
INSERT INTO credit_holds (id, account_id, run_id, site_id, user_id, amount, state, ended_at, created_at) VALUES ('01a22845-d63c-726e-933e-13f76d63be3b', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d63b-7c3e-9e83-e3a8dc6cfea9', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7852-82b0-17d84b2187f0', 3, 'settled', '2026-11-29 17:06:35.261487+00:00', '2026-11-29 17:06:35.196162+00:00');
INSERT INTO credit_holds (id, account_id, run_id, site_id, user_id, amount, state, ended_at, created_at) VALUES ('01a22845-d6d1-723d-b7e0-c48cf815cb50', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d6d0-7d32-bef7-e1b2fa977a4e', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7852-82b0-17d84b2187f0', 0, 'settled', '2026-11-29 17:06:35.409256+00:00', '2026-11-29 17:06:35.345151+00:00');
INSERT INTO runs (id, account_id, site_id, sector_id, user_id, batch_id, function, lane, payload, phase, percent, message, credits_quoted, credits_charged, provider, integration_id, model, parameters, prompt_version, prompts, inputs_hash, tokens_in, tokens_out, attempt, lease_owner, lease_until, slot, not_before, approval, decided_by, decided_at, rerun, origin_id, started_at, finished_at, asked_at, created_at, updated_at) VALUES ('01a22845-d568-77dc-b138-d12378dcf6ee', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d527-7852-82b0-17d84b2187f0', '', 'auto_cluster', 'auto_cluster 01a22845-d55b-797c-ae3d-9c36a3370f30', '{}', 'DONE', 100, '20 keywords are in 5 page clusters.', 1, 1, 'built_in', '', '', '{"units":1,"unit_price":1}', '', NULL, '8b9f4db775ffd841dac7a9d430d512518a1208476ccbc0b3073759e1e75fa825', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 17:06:35.011704+00:00', '2026-11-29 17:06:35.017718+00:00', '2026-11-29 17:06:34.984515+00:00', '2026-11-29 17:06:34.984592+00:00', '2026-11-29 17:06:35.017725+00:00');
INSERT INTO runs (id, account_id, site_id, sector_id, user_id, batch_id, function, lane, payload, phase, percent, message, credits_quoted, credits_charged, provider, integration_id, model, parameters, prompt_version, prompts, inputs_hash, tokens_in, tokens_out, attempt, lease_owner, lease_until, slot, not_before, approval, decided_by, decided_at, rerun, origin_id, started_at, finished_at, asked_at, created_at, updated_at) VALUES ('01a22845-d59e-79fd-baf1-3eab6c4b0327', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d527-7852-82b0-17d84b2187f0', '', 'auto_cluster', 'auto_cluster 01a22845-d563-7978-8543-8c07783d1d38', '{}', 'DONE', 100, '20 keywords are in 5 page clusters.', 1, 1, 'built_in', '', '', '{"units":1,"unit_price":1}', '', NULL, '26499d8cf04ae8090f8d7b9306a2b2d98dbe7e7c76b0242a0bf1675c06ddea16', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 17:06:35.079679+00:00', '2026-11-29 17:06:35.08472+00:00', '2026-11-29 17:06:35.038655+00:00', '2026-11-29 17:06:35.038668+00:00', '2026-11-29 17:06:35.084726+00:00');
INSERT INTO runs (id, account_id, site_id, sector_id, user_id, batch_id, function, lane, payload, phase, percent, message, credits_quoted, credits_charged, provider, integration_id, model, parameters, prompt_version, prompts, inputs_hash, tokens_in, tokens_out, attempt, lease_owner, lease_until, slot, not_before, approval, decided_by, decided_at, rerun, origin_id, started_at, finished_at, asked_at, created_at, updated_at) VALUES ('01a22845-d5f4-7db4-8644-aed4adf61bc0', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d527-7852-82b0-17d84b2187f0', '', 'generate_ideas', 'generate_ideas 01a22845-d55b-797c-ae3d-9c36a3370f30', '{}', 'DONE', 100, '3 ideas are ready.', 3, 3, 'built_in', '', '', '{"units":3,"unit_price":1}', '', NULL, 'bde820b91961f423610acd3574852eb2244bf81b345f3a5881029b8063cdc29a', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 17:06:35.14894+00:00', '2026-11-29 17:06:35.155738+00:00', '2026-11-29 17:06:35.124898+00:00', '2026-11-29 17:06:35.124908+00:00', '2026-11-29 17:06:35.155745+00:00');
INSERT INTO runs (id, account_id, site_id, sector_id, user_id, batch_id, function, lane, payload, phase, percent, message, credits_quoted, credits_charged, provider, integration_id, model, parameters, prompt_version, prompts, inputs_hash, tokens_in, tokens_out, attempt, lease_owner, lease_until, slot, not_before, approval, decided_by, decided_at, rerun, origin_id, started_at, finished_at, asked_at, created_at, updated_at) VALUES ('01a22845-d63b-7c3e-9e83-e3a8dc6cfea9', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', NULL, '01a22845-d527-7852-82b0-17d84b2187f0', '', 'generate_content', 'generate_content 01a22845-d555-704a-8b87-a5e9c5e606f7', '{"task_ids":["01a22845-d630-7326-ad3d-dd69b695f145","01a22845-d634-7ec8-9001-58944ea0a568","01a22845-d639-7296-aecb-9417f0457a0d"]}', 'DONE', 100, '3 outlines are ready to be written.', 3, 3, 'built_in', '', '', '{"units":3,"unit_price":1}', '', NULL, 'c37a4cbce8b5c0d600047a97f95e0ac17bbb7068cc6c2c667c0fe69170f54507', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 17:06:35.25096+00:00', '2026-11-29 17:06:35.261753+00:00', '2026-11-29 17:06:35.195802+00:00', '2026-11-29 17:06:35.195813+00:00', '2026-11-29 17:06:35.261762+00:00');
INSERT INTO runs (id, account_id, site_id, sector_id, user_id, batch_id, function, lane, payload, phase, percent, message, credits_quoted, credits_charged, provider, integration_id, model, parameters, prompt_version, prompts, inputs_hash, tokens_in, tokens_out, attempt, lease_owner, lease_until, slot, not_before, approval, decided_by, decided_at, rerun, origin_id, started_at, finished_at, asked_at, created_at, updated_at) VALUES ('01a22845-d6d0-7d32-bef7-e1b2fa977a4e', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', NULL, '01a22845-d527-7852-82b0-17d84b2187f0', '', 'publish_site', 'publish_site 01a22845-d555-704a-8b87-a5e9c5e606f7', '{"destination_id":"01a22845-d6d0-7217-80ae-37f9d0b9cbc6"}', 'DONE', 100, 'The release is built.', 0, 0, 'built_in', '', '', '{"units":0,"unit_price":0}', '', NULL, '', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 17:06:35.387292+00:00', '2026-11-29 17:06:35.409362+00:00', '2026-11-29 17:06:35.344865+00:00', '2026-11-29 17:06:35.344874+00:00', '2026-11-29 17:06:35.409374+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a22845-d589-7218-bccb-3b6564b93745', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d568-77dc-b138-d12378dcf6ee', '01a22845-d55b-797c-ae3d-9c36a3370f30', '8b9f4db775ffd841', '20 keywords', 1, '{"Pages":[{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red eggs","Members":[{"Key":"finch red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"robin red eggs\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red food","Members":[{"Key":"finch red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"robin red food\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red nest","Members":[{"Key":"finch red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"robin red nest\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red size","Members":[{"Key":"finch red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"robin red size\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red song","Members":[{"Key":"finch red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"robin red song\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true}]}],"GivenPages":0,"Review":""}', 0, 0, '2026-11-29 17:06:35.0172+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a22845-d5cc-7520-a28c-c8b4f638abec', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d59e-79fd-baf1-3eab6c4b0327', '01a22845-d563-7978-8543-8c07783d1d38', '26499d8cf04ae809', '20 keywords', 1, '{"Pages":[{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red eggs","Members":[{"Key":"finch red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"robin red eggs\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red food","Members":[{"Key":"finch red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"robin red food\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red nest","Members":[{"Key":"finch red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"robin red nest\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red size","Members":[{"Key":"finch red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"robin red size\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red song","Members":[{"Key":"finch red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"robin red song\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true}]}],"GivenPages":0,"Review":""}', 0, 0, '2026-11-29 17:06:35.084373+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a22845-d613-746b-aaad-1c0f58115a57', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d5f4-7db4-8644-aed4adf61bc0', '01a22845-d587-71d9-a433-0c6a4196f25f', 'bde820b91961f423', 'finch red size', 1, '{"title":"Finch Red Size: A Practical Guide","angle":"For people who search for “finch red size”: the page explains the subject from the ground up with practical examples. It also covers sparrow red size, wren red size, robin red size.","intent":"informational","outline":["Finch red size at a glance","Sparrow red size","Wren red size","Robin red size","How finch red size works in practice","Where to begin with finch red size"],"target_keywords":["finch red size","sparrow red size","wren red size","robin red size"]}', 0, 0, '2026-11-29 17:06:35.155333+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a22845-d613-7498-85a2-855f47da301d', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d5f4-7db4-8644-aed4adf61bc0', '01a22845-d587-71de-8efa-0d47d1ca6b45', 'bde820b91961f423', 'finch red song', 1, '{"title":"Finch Red Song: A Practical Guide","angle":"For people who search for “finch red song”: the page explains the subject from the ground up with practical examples. It also covers sparrow red song, wren red song, robin red song.","intent":"informational","outline":["Finch red song at a glance","Sparrow red song","Wren red song","Robin red song","How finch red song works in practice","Where to begin with finch red song"],"target_keywords":["finch red song","sparrow red song","wren red song","robin red song"]}', 0, 0, '2026-11-29 17:06:35.155333+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a22845-d613-74bb-bae6-7e05c204a4dc', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d5f4-7db4-8644-aed4adf61bc0', '01a22845-d587-71d0-a903-531e0c130c83', 'bde820b91961f423', 'finch red food', 1, '{"title":"Finch Red Food: A Practical Guide","angle":"For people who search for “finch red food”: the page explains the subject from the ground up with practical examples. It also covers sparrow red food, wren red food, robin red food.","intent":"informational","outline":["Finch red food at a glance","Sparrow red food","Wren red food","Robin red food","How finch red food works in practice","Where to begin with finch red food"],"target_keywords":["finch red food","sparrow red food","wren red food","robin red food"]}', 0, 0, '2026-11-29 17:06:35.155333+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a22845-d67d-720d-afac-4e3ca76a2fa5', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d63b-7c3e-9e83-e3a8dc6cfea9', '01a22845-d630-7326-ad3d-dd69b695f145', 'c37a4cbce8b5c0d6', 'Finch Red Size: A Practical Guide', 1, '{"title":"Finch Red Size: A Practical Guide","description":"","opening":{"prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red size, wren red size and robin red size.","keywords":["finch red size"],"words":80},"intro":null,"sections":[{"heading":"Finch red size at a glance","paragraphs":null,"points":null,"slot":{"prompt":"What is it, in one sentence? What is it used for, and by whom?","words":150,"answer":"prose"}},{"heading":"Sparrow red size","paragraphs":null,"points":null,"slot":{"prompt":"What is the usual figure, and in which unit? What makes it higher, and what lower?","words":150,"answer":"number"}},{"heading":"Wren red size","paragraphs":null,"points":null,"slot":{"prompt":"How is it measured in your own case?","words":150,"answer":"number"}},{"heading":"Robin red size","paragraphs":null,"points":null,"slot":{"prompt":"When does it matter, and when not? Which example makes it clear?","words":150,"answer":"number"}},{"heading":"How finch red size works in practice","paragraphs":null,"points":null,"slot":{"prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","words":150,"answer":"prose"}},{"heading":"Where to begin with finch red size","paragraphs":null,"points":null,"slot":{"prompt":"In which order do the steps go? How long does each of them take?","words":150,"answer":"prose"}}],"questions":null}', 0, 0, '2026-11-29 17:06:35.261326+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a22845-d67d-7281-bc6c-61cee0f90356', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d63b-7c3e-9e83-e3a8dc6cfea9', '01a22845-d634-7ec8-9001-58944ea0a568', 'c37a4cbce8b5c0d6', 'Finch Red Song: A Practical Guide', 1, '{"title":"Finch Red Song: A Practical Guide","description":"","opening":{"prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red song, wren red song and robin red song.","keywords":["finch red song"],"words":80},"intro":null,"sections":[{"heading":"Finch red song at a glance","paragraphs":null,"points":null,"slot":{"prompt":"What is it, in one sentence? What is it used for, and by whom?","words":150,"answer":"prose"}},{"heading":"Sparrow red song","paragraphs":null,"points":null,"slot":{"prompt":"When does it matter, and when not? Which example makes it clear?","words":150,"answer":"prose"}},{"heading":"Wren red song","paragraphs":null,"points":null,"slot":{"prompt":"What do people mean by it?","words":150,"answer":"prose"}},{"heading":"Robin red song","paragraphs":null,"points":null,"slot":{"prompt":"What should readers know about “Robin red song” afterwards?","words":150,"answer":"prose"}},{"heading":"How finch red song works in practice","paragraphs":null,"points":null,"slot":{"prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","words":150,"answer":"prose"}},{"heading":"Where to begin with finch red song","paragraphs":null,"points":null,"slot":{"prompt":"In which order do the steps go? How long does each of them take?","words":150,"answer":"prose"}}],"questions":null}', 0, 0, '2026-11-29 17:06:35.261326+00:00');
INSERT INTO ai_outputs (id, account_id, site_id, run_id, item, input_hash, label, final, output, tokens_in, tokens_out, created_at) VALUES ('01a22845-d67d-7458-b061-d70d90c4df90', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d63b-7c3e-9e83-e3a8dc6cfea9', '01a22845-d639-7296-aecb-9417f0457a0d', 'c37a4cbce8b5c0d6', 'Finch Red Food: A Practical Guide', 1, '{"title":"Finch Red Food: A Practical Guide","description":"","opening":{"prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red food, wren red food and robin red food.","keywords":["finch red food"],"words":80},"intro":null,"sections":[{"heading":"Finch red food at a glance","paragraphs":null,"points":null,"slot":{"prompt":"What is it, in one sentence? What is it used for, and by whom?","words":150,"answer":"prose"}},{"heading":"Sparrow red food","paragraphs":null,"points":null,"slot":{"prompt":"When does it matter, and when not? Which example makes it clear?","words":150,"answer":"prose"}},{"heading":"Wren red food","paragraphs":null,"points":null,"slot":{"prompt":"What do people mean by it?","words":150,"answer":"prose"}},{"heading":"Robin red food","paragraphs":null,"points":null,"slot":{"prompt":"What should readers know about “Robin red food” afterwards?","words":150,"answer":"prose"}},{"heading":"How finch red food works in practice","paragraphs":null,"points":null,"slot":{"prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","words":150,"answer":"prose"}},{"heading":"Where to begin with finch red food","paragraphs":null,"points":null,"slot":{"prompt":"In which order do the steps go? How long does each of them take?","words":150,"answer":"prose"}}],"questions":null}', 0, 0, '2026-11-29 17:06:35.261326+00:00');
INSERT INTO keyword_imports (id, account_id, site_id, sector_id, user_id, files, rows, imported, updated, duplicates, rejected, declined, excluded, state, run_id, created_at) VALUES ('01a22845-d55d-7307-b0d1-ae8a983dcbe8', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d527-7852-82b0-17d84b2187f0', '[{"name":"birds.csv","format":"Keyword table","encoding":"UTF-8","delimiter":"comma","header_row":1,"market":"","date":"","columns":[{"header":"Keyword","field":"keyword"},{"header":"Volume","field":"volume"}],"rows":20,"imported":20,"updated":0,"duplicates":0,"rejected_count":0,"declined":0,"accepted":20,"joined":0,"unknown_volumes":0,"rejected":null,"ignored":null,"tables":[{"part":"","key":"106966f7b39d4d9c6a7aef05817f5a53","header_row":1,"header":["Keyword","Volume"],"fields":["keyword","volume"],"sample":[["robin red nest","10"],["robin red eggs","11"],["robin red food","12"]],"mapped":false,"headerless":false}],"parts":null,"notes":null,"refusal":""}]', 20, 20, 0, 0, 0, 0, 0, 'done', NULL, '2026-11-29 17:06:34.977184+00:00');
INSERT INTO keyword_imports (id, account_id, site_id, sector_id, user_id, files, rows, imported, updated, duplicates, rejected, declined, excluded, state, run_id, created_at) VALUES ('01a22845-d564-7454-b855-4a45d161739d', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d527-7852-82b0-17d84b2187f0', '[{"name":"birds.csv","format":"Keyword table","encoding":"UTF-8","delimiter":"comma","header_row":1,"market":"","date":"","columns":[{"header":"Keyword","field":"keyword"},{"header":"Volume","field":"volume"}],"rows":20,"imported":20,"updated":0,"duplicates":0,"rejected_count":0,"declined":0,"accepted":20,"joined":0,"unknown_volumes":0,"rejected":null,"ignored":null,"tables":[{"part":"","key":"106966f7b39d4d9c6a7aef05817f5a53","header_row":1,"header":["Keyword","Volume"],"fields":["keyword","volume"],"sample":[["robin red nest","10"],["robin red eggs","11"],["robin red food","12"]],"mapped":false,"headerless":false}],"parts":null,"notes":null,"refusal":""}]', 20, 20, 0, 0, 0, 0, 0, 'done', NULL, '2026-11-29 17:06:34.982537+00:00');
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d587-71c0-926a-e7c02c953bd9', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d587-71ca-b844-7e8213665126', 'page', 'supporting', 'finch red eggs', 'finch red eggs', 'approved', 0, 0, 0, 4, 104, 104, NULL, 54, '01a22845-d568-77dc-b138-d12378dcf6ee', '2026-11-29 17:06:35.016017+00:00', '2026-11-29 17:06:35.094345+00:00', NULL);
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d587-71ca-b844-7e8213665126', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d587-71cc-a696-8866635ee24f', 'topic', 'hub', 'finch red size', 'finch red size', 'approved', 0, 0, 0, 20, 540, 540, NULL, 274, '01a22845-d568-77dc-b138-d12378dcf6ee', '2026-11-29 17:06:35.015757+00:00', '2026-11-29 17:06:35.094345+00:00', NULL);
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d587-71cc-a696-8866635ee24f', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', NULL, 'pillar', 'hub', 'finch red size', 'finch red size', 'approved', 0, 0, 0, 20, 540, 540, NULL, 274, '01a22845-d568-77dc-b138-d12378dcf6ee', '2026-11-29 17:06:35.015176+00:00', '2026-11-29 17:06:35.097745+00:00', NULL);
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d587-71d0-a903-531e0c130c83', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d587-71ca-b844-7e8213665126', 'page', 'supporting', 'finch red food', 'finch red food', 'approved', 0, 0, 0, 4, 108, 108, NULL, 54, '01a22845-d568-77dc-b138-d12378dcf6ee', '2026-11-29 17:06:35.016017+00:00', '2026-11-29 17:06:35.094345+00:00', NULL);
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d587-71d4-b15f-2a380fde7aa7', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d587-71ca-b844-7e8213665126', 'page', 'supporting', 'finch red nest', 'finch red nest', 'approved', 0, 0, 0, 4, 100, 100, NULL, 50, '01a22845-d568-77dc-b138-d12378dcf6ee', '2026-11-29 17:06:35.016017+00:00', '2026-11-29 17:06:35.094345+00:00', NULL);
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d587-71d9-a433-0c6a4196f25f', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d587-71ca-b844-7e8213665126', 'page', 'hub', 'finch red size', 'finch red size', 'approved', 0, 0, 0, 4, 116, 116, NULL, 58, '01a22845-d568-77dc-b138-d12378dcf6ee', '2026-11-29 17:06:35.016017+00:00', '2026-11-29 17:06:35.094345+00:00', NULL);
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d587-71de-8efa-0d47d1ca6b45', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d587-71ca-b844-7e8213665126', 'page', 'supporting', 'finch red song', 'finch red song', 'approved', 0, 0, 0, 4, 112, 112, NULL, 58, '01a22845-d568-77dc-b138-d12378dcf6ee', '2026-11-29 17:06:35.016017+00:00', '2026-11-29 17:06:35.094345+00:00', NULL);
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d5ca-7604-a9b4-6a41e1414452', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d5ca-760e-b14b-1afadc5167d8', 'page', 'supporting', 'finch red eggs', 'finch red eggs', 'approved', 0, 0, 0, 4, 104, 104, NULL, 54, '01a22845-d59e-79fd-baf1-3eab6c4b0327', '2026-11-29 17:06:35.083356+00:00', '2026-11-29 17:06:35.102383+00:00', NULL);
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d5ca-760e-b14b-1afadc5167d8', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d5ca-7612-885c-14e2e5c7fb86', 'topic', 'hub', 'finch red size', 'finch red size', 'approved', 0, 0, 0, 20, 540, 540, NULL, 274, '01a22845-d59e-79fd-baf1-3eab6c4b0327', '2026-11-29 17:06:35.08309+00:00', '2026-11-29 17:06:35.102383+00:00', NULL);
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d5ca-7612-885c-14e2e5c7fb86', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', NULL, 'pillar', 'hub', 'finch red size', 'finch red size', 'approved', 0, 0, 0, 20, 540, 540, NULL, 274, '01a22845-d59e-79fd-baf1-3eab6c4b0327', '2026-11-29 17:06:35.082435+00:00', '2026-11-29 17:06:35.104223+00:00', NULL);
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d5ca-7615-902e-29937e063b6f', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d5ca-760e-b14b-1afadc5167d8', 'page', 'supporting', 'finch red food', 'finch red food', 'approved', 0, 0, 0, 4, 108, 108, NULL, 54, '01a22845-d59e-79fd-baf1-3eab6c4b0327', '2026-11-29 17:06:35.083356+00:00', '2026-11-29 17:06:35.102383+00:00', NULL);
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d5ca-7619-a129-c152d3092f91', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d5ca-760e-b14b-1afadc5167d8', 'page', 'supporting', 'finch red nest', 'finch red nest', 'approved', 0, 0, 0, 4, 100, 100, NULL, 50, '01a22845-d59e-79fd-baf1-3eab6c4b0327', '2026-11-29 17:06:35.083356+00:00', '2026-11-29 17:06:35.102383+00:00', NULL);
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d5ca-761d-a56a-f7c7cfb9c93e', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d5ca-760e-b14b-1afadc5167d8', 'page', 'hub', 'finch red size', 'finch red size', 'approved', 0, 0, 0, 4, 116, 116, NULL, 58, '01a22845-d59e-79fd-baf1-3eab6c4b0327', '2026-11-29 17:06:35.083356+00:00', '2026-11-29 17:06:35.102383+00:00', NULL);
INSERT INTO clusters (id, account_id, site_id, sector_id, parent_id, level, role, name, name_key, state, locked, renamed, placed, keyword_count, volume, demand, difficulty, opportunity, run_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d5ca-762e-9cf2-e33ec5858e96', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d5ca-760e-b14b-1afadc5167d8', 'page', 'supporting', 'finch red song', 'finch red song', 'approved', 0, 0, 0, 4, 112, 112, NULL, 58, '01a22845-d59e-79fd-baf1-3eab6c4b0327', '2026-11-29 17:06:35.083356+00:00', '2026-11-29 17:06:35.102383+00:00', NULL);
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-76bf-ab82-53222d2dc641', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'finch red eggs', 'finch red eggs', 41, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 41, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":41}]', 'clustered', '01a22845-d587-71c0-926a-e7c02c953bd9', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"robin red eggs\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-76c3-af4d-f399a6158fd1', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'finch red food', 'finch red food', 42, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 42, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":42}]', 'clustered', '01a22845-d587-71d0-a903-531e0c130c83', '[{"kind":"shared_words","text":"shares \"red food\" with \"robin red food\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-76d4-9b06-66c14f87dd6d', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'finch red nest', 'finch red nest', 40, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 40, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":40}]', 'clustered', '01a22845-d587-71d4-b15f-2a380fde7aa7', '[{"kind":"shared_words","text":"shares \"red nest\" with \"robin red nest\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-76dc-bb89-fba48925bac5', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'finch red size', 'finch red size', 44, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 44, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":44}]', 'clustered', '01a22845-d587-71d9-a433-0c6a4196f25f', '[{"kind":"shared_words","text":"shares \"red size\" with \"robin red size\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-76dd-acc7-623399f8967c', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'finch red song', 'finch red song', 43, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 43, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":43}]', 'clustered', '01a22845-d587-71de-8efa-0d47d1ca6b45', '[{"kind":"shared_words","text":"shares \"red song\" with \"robin red song\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-76e5-9baa-706d4a39929c', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'robin red eggs', 'robin red eggs', 11, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 11, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":11}]', 'clustered', '01a22845-d587-71c0-926a-e7c02c953bd9', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-76e7-8e36-07cfbb8bcde1', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'robin red food', 'robin red food', 12, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 12, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":12}]', 'clustered', '01a22845-d587-71d0-a903-531e0c130c83', '[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-76ec-8b89-12f7e2ddbbb9', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'robin red nest', 'robin red nest', 10, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 10, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":10}]', 'clustered', '01a22845-d587-71d4-b15f-2a380fde7aa7', '[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-76ed-9757-e40229b36230', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'robin red size', 'robin red size', 14, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 14, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":14}]', 'clustered', '01a22845-d587-71d9-a433-0c6a4196f25f', '[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-76f9-b791-322550200140', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'robin red song', 'robin red song', 13, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 13, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":13}]', 'clustered', '01a22845-d587-71de-8efa-0d47d1ca6b45', '[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-76fa-bc24-a51ad4dc320c', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'sparrow red eggs', 'sparrow red eggs', 31, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 31, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":31}]', 'clustered', '01a22845-d587-71c0-926a-e7c02c953bd9', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-76ff-b118-160d3bdf1e34', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'sparrow red food', 'sparrow red food', 32, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 32, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":32}]', 'clustered', '01a22845-d587-71d0-a903-531e0c130c83', '[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-7702-b576-01a2706d906a', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'sparrow red nest', 'sparrow red nest', 30, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 30, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":30}]', 'clustered', '01a22845-d587-71d4-b15f-2a380fde7aa7', '[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-7704-8bc5-5896473a5a7a', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'sparrow red size', 'sparrow red size', 34, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 34, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":34}]', 'clustered', '01a22845-d587-71d9-a433-0c6a4196f25f', '[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-7705-81ea-338727339716', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'sparrow red song', 'sparrow red song', 33, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 33, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":33}]', 'clustered', '01a22845-d587-71de-8efa-0d47d1ca6b45', '[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-7706-8b1f-9b06ab6b8a05', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'wren red eggs', 'wren red eggs', 21, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 21, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":21}]', 'clustered', '01a22845-d587-71c0-926a-e7c02c953bd9', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-7707-9714-4657df11fc20', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'wren red food', 'wren red food', 22, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 22, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":22}]', 'clustered', '01a22845-d587-71d0-a903-531e0c130c83', '[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-7718-83a9-4af536db82bf', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'wren red nest', 'wren red nest', 20, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 20, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":20}]', 'clustered', '01a22845-d587-71d4-b15f-2a380fde7aa7', '[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-771d-bb00-fc94691eeb99', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'wren red size', 'wren red size', 24, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 24, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":24}]', 'clustered', '01a22845-d587-71d9-a433-0c6a4196f25f', '[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d55e-771e-b9a6-b45db288a07f', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d55d-7307-b0d1-ae8a983dcbe8', 'wren red song', 'wren red song', 23, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 23, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":23}]', 'clustered', '01a22845-d587-71de-8efa-0d47d1ca6b45', '[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.974758+00:00', '2026-11-29 17:06:35.016436+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7d99-b96f-161a258281e3', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'finch red eggs', 'finch red eggs', 41, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 41, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":41}]', 'clustered', '01a22845-d5ca-7604-a9b4-6a41e1414452', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"robin red eggs\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7d9d-9eae-2abffd34fe9f', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'finch red food', 'finch red food', 42, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 42, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":42}]', 'clustered', '01a22845-d5ca-7615-902e-29937e063b6f', '[{"kind":"shared_words","text":"shares \"red food\" with \"robin red food\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7d9f-96fc-845a4b875cf4', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'finch red nest', 'finch red nest', 40, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 40, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":40}]', 'clustered', '01a22845-d5ca-7619-a129-c152d3092f91', '[{"kind":"shared_words","text":"shares \"red nest\" with \"robin red nest\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7da4-940c-9a97b437797a', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'finch red size', 'finch red size', 44, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 44, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":44}]', 'clustered', '01a22845-d5ca-761d-a56a-f7c7cfb9c93e', '[{"kind":"shared_words","text":"shares \"red size\" with \"robin red size\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7da5-9dcd-b29a8f5b7a77', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'finch red song', 'finch red song', 43, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 43, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":43}]', 'clustered', '01a22845-d5ca-762e-9cf2-e33ec5858e96', '[{"kind":"shared_words","text":"shares \"red song\" with \"robin red song\""}]', 1, 0.57853152797854612, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7db3-b723-81b701d67467', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'robin red eggs', 'robin red eggs', 11, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 11, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":11}]', 'clustered', '01a22845-d5ca-7604-a9b4-6a41e1414452', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7db5-b87e-f0e99133769f', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'robin red food', 'robin red food', 12, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 12, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":12}]', 'clustered', '01a22845-d5ca-7615-902e-29937e063b6f', '[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7db6-8de6-4ebdc812ed07', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'robin red nest', 'robin red nest', 10, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 10, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":10}]', 'clustered', '01a22845-d5ca-7619-a129-c152d3092f91', '[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7db7-88ee-21cad8fa767f', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'robin red size', 'robin red size', 14, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 14, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":14}]', 'clustered', '01a22845-d5ca-761d-a56a-f7c7cfb9c93e', '[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7dbd-acc3-d615129cd888', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'robin red song', 'robin red song', 13, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 13, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":13}]', 'clustered', '01a22845-d5ca-762e-9cf2-e33ec5858e96', '[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7dbe-876b-73d48675954d', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'sparrow red eggs', 'sparrow red eggs', 31, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 31, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":31}]', 'clustered', '01a22845-d5ca-7604-a9b4-6a41e1414452', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7dc0-8300-fc3d8ac172f9', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'sparrow red food', 'sparrow red food', 32, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 32, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":32}]', 'clustered', '01a22845-d5ca-7615-902e-29937e063b6f', '[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7dc2-86cc-dec85a3ca83c', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'sparrow red nest', 'sparrow red nest', 30, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 30, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":30}]', 'clustered', '01a22845-d5ca-7619-a129-c152d3092f91', '[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7dc4-bc9c-af739d0a8336', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'sparrow red size', 'sparrow red size', 34, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 34, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":34}]', 'clustered', '01a22845-d5ca-761d-a56a-f7c7cfb9c93e', '[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7dc5-b697-3c09cb4dde6f', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'sparrow red song', 'sparrow red song', 33, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 33, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":33}]', 'clustered', '01a22845-d5ca-762e-9cf2-e33ec5858e96', '[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7dc6-8ae0-cf43c016ac68', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'wren red eggs', 'wren red eggs', 21, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 21, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":21}]', 'clustered', '01a22845-d5ca-7604-a9b4-6a41e1414452', '[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7dc7-b845-45f84532d34d', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'wren red food', 'wren red food', 22, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 22, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":22}]', 'clustered', '01a22845-d5ca-7615-902e-29937e063b6f', '[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7dd3-b7cd-00315d059443', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'wren red nest', 'wren red nest', 20, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 20, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":20}]', 'clustered', '01a22845-d5ca-7619-a129-c152d3092f91', '[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7dd5-b01c-7f6d641de600', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'wren red size', 'wren red size', 24, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 24, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":24}]', 'clustered', '01a22845-d5ca-761d-a56a-f7c7cfb9c93e', '[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO keywords (id, account_id, site_id, sector_id, import_id, text, key, volume, volume_low, volume_high, estimated, difficulty, cpc, currency, intent, question, intent_by, country, impressions, clicks, position, trend, demand, parent_keyword, urls, given_group, given_topic, sources, state, cluster_id, evidence, evidence_bits, strength, weak, pinned, created_at, updated_at) VALUES ('01a22845-d564-7dd6-ac99-6694f6c73551', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d563-7978-8543-8c07783d1d38', '01a22845-d564-7454-b855-4a45d161739d', 'wren red song', 'wren red song', 23, NULL, NULL, 0, NULL, NULL, '', '', 0, '', '', NULL, NULL, NULL, NULL, 23, '', '[]', '', '', '[{"file":"birds.csv","tool":"Keyword table","volume":23}]', 'clustered', '01a22845-d5ca-762e-9cf2-e33ec5858e96', '[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}]', 1, 0.57853154784676109, 1, 0, '2026-11-29 17:06:34.981012+00:00', '2026-11-29 17:06:35.083748+00:00');
INSERT INTO pages (id, account_id, site_id, sector_id, cluster_id, parent_id, kind, origin, state, path, slug, title, description, canonical, schema_type, role, intent, target_keywords, no_cluster_reason, position, created_at, updated_at, deleted_at) VALUES ('01a22845-d5ec-739c-b2f6-a63e23b2488f', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', NULL, NULL, NULL, 'home', 'own', 'planned', '/', 'garden-birds', 'Garden birds', '', '', '', '', '', '[]', 'Every site has a home page.', 0, '2026-11-29 17:06:35.116334+00:00', '2026-11-29 17:06:35.122251+00:00', NULL);
INSERT INTO pages (id, account_id, site_id, sector_id, cluster_id, parent_id, kind, origin, state, path, slug, title, description, canonical, schema_type, role, intent, target_keywords, no_cluster_reason, position, created_at, updated_at, deleted_at) VALUES ('01a22845-d5ec-76c1-be05-d5e11f94072a', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d587-71d9-a433-0c6a4196f25f', NULL, 'article', 'own', 'published', '/finch-red-size/', 'finch-red-size', 'Finch Red Size: A Practical Guide', '', '', '', 'hub', 'informational', '["finch red size","sparrow red size","wren red size","robin red size"]', '', 1, '2026-11-29 17:06:35.116524+00:00', '2026-11-29 17:06:35.455224+00:00', NULL);
INSERT INTO pages (id, account_id, site_id, sector_id, cluster_id, parent_id, kind, origin, state, path, slug, title, description, canonical, schema_type, role, intent, target_keywords, no_cluster_reason, position, created_at, updated_at, deleted_at) VALUES ('01a22845-d5ec-7ce6-9655-8ab2532d9d31', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d587-71de-8efa-0d47d1ca6b45', NULL, 'article', 'own', 'published', '/finch-red-song/', 'finch-red-song', 'Finch Red Song: A Practical Guide', '', '', '', 'supporting', 'informational', '["finch red song","sparrow red song","wren red song","robin red song"]', '', 2, '2026-11-29 17:06:35.116949+00:00', '2026-11-29 17:06:35.455329+00:00', NULL);
INSERT INTO pages (id, account_id, site_id, sector_id, cluster_id, parent_id, kind, origin, state, path, slug, title, description, canonical, schema_type, role, intent, target_keywords, no_cluster_reason, position, created_at, updated_at, deleted_at) VALUES ('01a22845-d5ed-76b4-af15-c104ee320ac8', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d587-71d0-a903-531e0c130c83', NULL, 'article', 'own', 'published', '/finch-red-food/', 'finch-red-food', 'Finch Red Food: A Practical Guide', '', '', '', 'supporting', 'informational', '["finch red food","sparrow red food","wren red food","robin red food"]', '', 3, '2026-11-29 17:06:35.11764+00:00', '2026-11-29 17:06:35.455421+00:00', NULL);
INSERT INTO pages (id, account_id, site_id, sector_id, cluster_id, parent_id, kind, origin, state, path, slug, title, description, canonical, schema_type, role, intent, target_keywords, no_cluster_reason, position, created_at, updated_at, deleted_at) VALUES ('01a22845-d5ee-711d-bc80-c6a4a47d01b3', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', NULL, NULL, NULL, 'about', 'own', 'planned', '/about/', 'about', 'About Garden birds', '', '', '', '', '', '[]', 'Readers and search engines look for who writes here.', 4, '2026-11-29 17:06:35.118183+00:00', '2026-11-29 17:06:35.122251+00:00', NULL);
INSERT INTO pages (id, account_id, site_id, sector_id, cluster_id, parent_id, kind, origin, state, path, slug, title, description, canonical, schema_type, role, intent, target_keywords, no_cluster_reason, position, created_at, updated_at, deleted_at) VALUES ('01a22845-d5ee-78d2-8df9-656140683063', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', NULL, NULL, NULL, 'contact', 'own', 'planned', '/contact/', 'contact', 'Contact', '', '', '', '', '', '[]', 'Readers need a way to reach the business.', 5, '2026-11-29 17:06:35.11869+00:00', '2026-11-29 17:06:35.122251+00:00', NULL);
INSERT INTO ideas (id, account_id, site_id, sector_id, cluster_id, page_id, run_id, title, angle, intent, outline, target_keywords, state, edited, demand, planned_on, waivers, extends_page_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d611-7b4c-9679-b4c74d9ed662', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d587-71d9-a433-0c6a4196f25f', '01a22845-d5ec-76c1-be05-d5e11f94072a', '01a22845-d5f4-7db4-8644-aed4adf61bc0', 'Finch Red Size: A Practical Guide', 'For people who search for “finch red size”: the page explains the subject from the ground up with practical examples. It also covers sparrow red size, wren red size, robin red size.', 'informational', '["Finch red size at a glance","Sparrow red size","Wren red size","Robin red size","How finch red size works in practice","Where to begin with finch red size"]', '["finch red size","sparrow red size","wren red size","robin red size"]', 'accepted', 0, 116, '', '[]', NULL, '2026-11-29 17:06:35.154128+00:00', '2026-11-29 17:06:35.184255+00:00', NULL);
INSERT INTO ideas (id, account_id, site_id, sector_id, cluster_id, page_id, run_id, title, angle, intent, outline, target_keywords, state, edited, demand, planned_on, waivers, extends_page_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d612-754a-b32b-9b3ccf64da4a', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d587-71de-8efa-0d47d1ca6b45', '01a22845-d5ec-7ce6-9655-8ab2532d9d31', '01a22845-d5f4-7db4-8644-aed4adf61bc0', 'Finch Red Song: A Practical Guide', 'For people who search for “finch red song”: the page explains the subject from the ground up with practical examples. It also covers sparrow red song, wren red song, robin red song.', 'informational', '["Finch red song at a glance","Sparrow red song","Wren red song","Robin red song","How finch red song works in practice","Where to begin with finch red song"]', '["finch red song","sparrow red song","wren red song","robin red song"]', 'accepted', 0, 112, '', '[]', NULL, '2026-11-29 17:06:35.15459+00:00', '2026-11-29 17:06:35.18899+00:00', NULL);
INSERT INTO ideas (id, account_id, site_id, sector_id, cluster_id, page_id, run_id, title, angle, intent, outline, target_keywords, state, edited, demand, planned_on, waivers, extends_page_id, created_at, updated_at, deleted_at) VALUES ('01a22845-d612-7db0-8f98-9d2045908da1', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d587-71d0-a903-531e0c130c83', '01a22845-d5ed-76b4-af15-c104ee320ac8', '01a22845-d5f4-7db4-8644-aed4adf61bc0', 'Finch Red Food: A Practical Guide', 'For people who search for “finch red food”: the page explains the subject from the ground up with practical examples. It also covers sparrow red food, wren red food, robin red food.', 'informational', '["Finch red food at a glance","Sparrow red food","Wren red food","Robin red food","How finch red food works in practice","Where to begin with finch red food"]', '["finch red food","sparrow red food","wren red food","robin red food"]', 'accepted', 0, 108, '', '[]', NULL, '2026-11-29 17:06:35.155178+00:00', '2026-11-29 17:06:35.193183+00:00', NULL);
INSERT INTO blueprints (id, account_id, site_id, business, step, state, approved_at, approved_by, created_at, updated_at) VALUES ('01a22845-d5e8-7c61-b4d3-42eec5cc9744', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '{"name":"Garden birds","description":"For people who watch birds.","audience":"","tagline":"","offer":"","author":"","email":"","phone":"","address":""}', 'review', 'approved', '2026-11-29 17:06:35.122004+00:00', '01a22845-d527-7852-82b0-17d84b2187f0', '2026-11-29 17:06:35.112818+00:00', '2026-11-29 17:06:35.122013+00:00');
INSERT INTO blueprint_clusters (id, account_id, site_id, blueprint_id, cluster_id, role, created_at) VALUES ('01a22845-d5e9-7214-b6b0-3a67aeb719d6', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d5e8-7c61-b4d3-42eec5cc9744', '01a22845-d587-71d9-a433-0c6a4196f25f', 'hub', '2026-11-29 17:06:35.113237+00:00');
INSERT INTO blueprint_clusters (id, account_id, site_id, blueprint_id, cluster_id, role, created_at) VALUES ('01a22845-d5e9-7219-8267-5f567a631673', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d5e8-7c61-b4d3-42eec5cc9744', '01a22845-d587-71de-8efa-0d47d1ca6b45', 'supporting', '2026-11-29 17:06:35.113237+00:00');
INSERT INTO blueprint_clusters (id, account_id, site_id, blueprint_id, cluster_id, role, created_at) VALUES ('01a22845-d5e9-721c-81b2-653d6cd8226b', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d5e8-7c61-b4d3-42eec5cc9744', '01a22845-d587-71d0-a903-531e0c130c83', 'supporting', '2026-11-29 17:06:35.113237+00:00');
INSERT INTO tasks (id, account_id, site_id, sector_id, page_id, idea_id, assignee_id, planned_on, brief, brief_edited, brief_approved_at, brief_approved_by, state, created_at, updated_at, deleted_at) VALUES ('01a22845-d630-7326-ad3d-dd69b695f145', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d5ec-76c1-be05-d5e11f94072a', '01a22845-d611-7b4c-9679-b4c74d9ed662', '', '', '{"audience":"","angle":"For people who search for “finch red size”: the page explains the subject from the ground up with practical examples. It also covers sparrow red size, wren red size, robin red size.","intent":"informational","outline":["Finch red size at a glance","Sparrow red size","Wren red size","Robin red size","How finch red size works in practice","Where to begin with finch red size"],"keywords":["finch red size","sparrow red size","wren red size","robin red size"],"questions":null,"terms":null,"links":null,"facts":null,"out_of_scope":null,"length":0}', 0, '2026-11-29 17:06:35.187096+00:00', '01a22845-d527-7852-82b0-17d84b2187f0', 'done', '2026-11-29 17:06:35.185153+00:00', '2026-11-29 17:06:35.342278+00:00', NULL);
INSERT INTO tasks (id, account_id, site_id, sector_id, page_id, idea_id, assignee_id, planned_on, brief, brief_edited, brief_approved_at, brief_approved_by, state, created_at, updated_at, deleted_at) VALUES ('01a22845-d634-7ec8-9001-58944ea0a568', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d5ec-7ce6-9655-8ab2532d9d31', '01a22845-d612-754a-b32b-9b3ccf64da4a', '', '', '{"audience":"","angle":"For people who search for “finch red song”: the page explains the subject from the ground up with practical examples. It also covers sparrow red song, wren red song, robin red song.","intent":"informational","outline":["Finch red song at a glance","Sparrow red song","Wren red song","Robin red song","How finch red song works in practice","Where to begin with finch red song"],"keywords":["finch red song","sparrow red song","wren red song","robin red song"],"questions":null,"terms":null,"links":null,"facts":null,"out_of_scope":null,"length":0}', 0, '2026-11-29 17:06:35.191502+00:00', '01a22845-d527-7852-82b0-17d84b2187f0', 'done', '2026-11-29 17:06:35.189631+00:00', '2026-11-29 17:06:35.327221+00:00', NULL);
INSERT INTO tasks (id, account_id, site_id, sector_id, page_id, idea_id, assignee_id, planned_on, brief, brief_edited, brief_approved_at, brief_approved_by, state, created_at, updated_at, deleted_at) VALUES ('01a22845-d639-7296-aecb-9417f0457a0d', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d5ed-76b4-af15-c104ee320ac8', '01a22845-d612-7db0-8f98-9d2045908da1', '', '', '{"audience":"","angle":"For people who search for “finch red food”: the page explains the subject from the ground up with practical examples. It also covers sparrow red food, wren red food, robin red food.","intent":"informational","outline":["Finch red food at a glance","Sparrow red food","Wren red food","Robin red food","How finch red food works in practice","Where to begin with finch red food"],"keywords":["finch red food","sparrow red food","wren red food","robin red food"],"questions":null,"terms":null,"links":null,"facts":null,"out_of_scope":null,"length":0}', 0, '2026-11-29 17:06:35.194869+00:00', '01a22845-d527-7852-82b0-17d84b2187f0', 'done', '2026-11-29 17:06:35.193501+00:00', '2026-11-29 17:06:35.313215+00:00', NULL);
INSERT INTO contents (id, account_id, site_id, sector_id, page_id, task_id, title, slug, description, blocks, state, revision, approved_revision, approved_at, return_reason, built_in, words, open_claims, outlined, unwritten, created_at, updated_at, deleted_at) VALUES ('01a22845-d679-7777-94da-d5266eeac844', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d5ec-76c1-be05-d5e11f94072a', '01a22845-d630-7326-ad3d-dd69b695f145', 'Finch Red Size: A Practical Guide', 'finch-red-size', '', '[{"id":"b0b6ca54b9a8d","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"be9972a9008d8","type":"heading","level":2,"text":"Finch red size at a glance"},{"id":"b24b8dbf374c3","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bd4e57f4377bf","type":"heading","level":2,"text":"Sparrow red size"},{"id":"b54490a57e696","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b61e41ccdc3ed","type":"heading","level":2,"text":"Wren red size"},{"id":"b4fc1f875b741","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bb02eb9b14da9","type":"heading","level":2,"text":"Robin red size"},{"id":"bbae9b322f161","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bb8194da478a3","type":"heading","level":2,"text":"How finch red size works in practice"},{"id":"b54e13bea342f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bb6c29456a687","type":"heading","level":2,"text":"Where to begin with finch red size"},{"id":"b0cead341db76","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."}]', 'published', 2, 2, '2026-11-29 17:06:35.342257+00:00', '', 0, 120, 0, 0, 0, '2026-11-29 17:06:35.257623+00:00', '2026-11-29 17:06:35.4546+00:00', NULL);
INSERT INTO contents (id, account_id, site_id, sector_id, page_id, task_id, title, slug, description, blocks, state, revision, approved_revision, approved_at, return_reason, built_in, words, open_claims, outlined, unwritten, created_at, updated_at, deleted_at) VALUES ('01a22845-d67a-7804-8a0e-2011be4a50e9', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d5ec-7ce6-9655-8ab2532d9d31', '01a22845-d634-7ec8-9001-58944ea0a568', 'Finch Red Song: A Practical Guide', 'finch-red-song', '', '[{"id":"b637c6f85041f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bfc48b36a3ea2","type":"heading","level":2,"text":"Finch red song at a glance"},{"id":"b24b8dbf374c3","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b99c1803b1665","type":"heading","level":2,"text":"Sparrow red song"},{"id":"b5af13e890ca7","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bae34a2fe9c29","type":"heading","level":2,"text":"Wren red song"},{"id":"bc51032c00a27","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bbfbe5ea7db19","type":"heading","level":2,"text":"Robin red song"},{"id":"b9583739689ce","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b75911e6aa85e","type":"heading","level":2,"text":"How finch red song works in practice"},{"id":"b54e13bea342f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b43ff74d45fb7","type":"heading","level":2,"text":"Where to begin with finch red song"},{"id":"b0cead341db76","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."}]', 'published', 2, 2, '2026-11-29 17:06:35.3272+00:00', '', 0, 120, 0, 0, 0, '2026-11-29 17:06:35.25866+00:00', '2026-11-29 17:06:35.454674+00:00', NULL);
INSERT INTO contents (id, account_id, site_id, sector_id, page_id, task_id, title, slug, description, blocks, state, revision, approved_revision, approved_at, return_reason, built_in, words, open_claims, outlined, unwritten, created_at, updated_at, deleted_at) VALUES ('01a22845-d67b-79e0-bb77-36b1dab3741f', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d55b-797c-ae3d-9c36a3370f30', '01a22845-d5ed-76b4-af15-c104ee320ac8', '01a22845-d639-7296-aecb-9417f0457a0d', 'Finch Red Food: A Practical Guide', 'finch-red-food', '', '[{"id":"b946c63e646dc","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bcb0825ad9449","type":"heading","level":2,"text":"Finch red food at a glance"},{"id":"b24b8dbf374c3","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b572d69c03c70","type":"heading","level":2,"text":"Sparrow red food"},{"id":"b5af13e890ca7","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b98a00f41c351","type":"heading","level":2,"text":"Wren red food"},{"id":"bc51032c00a27","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bfc9e03fc0421","type":"heading","level":2,"text":"Robin red food"},{"id":"b73b0ea160bee","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b7ebca82146bd","type":"heading","level":2,"text":"How finch red food works in practice"},{"id":"b54e13bea342f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b1ed31daabb03","type":"heading","level":2,"text":"Where to begin with finch red food"},{"id":"b0cead341db76","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."}]', 'published', 2, 2, '2026-11-29 17:06:35.313197+00:00', '', 0, 120, 0, 0, 0, '2026-11-29 17:06:35.25985+00:00', '2026-11-29 17:06:35.454786+00:00', NULL);
INSERT INTO revisions (id, account_id, site_id, content_id, number, title, slug, description, blocks, author_id, run_id, note, created_at) VALUES ('01a22845-d679-7c7b-88d4-d6f607461bbf', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d679-7777-94da-d5266eeac844', 1, 'Finch Red Size: A Practical Guide', 'finch-red-size', '', '[{"id":"b0b6ca54b9a8d","type":"slot","prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red size, wren red size and robin red size.","keywords":["finch red size"],"words":80,"answer":"prose","must":true,"left_out":""},{"id":"be9972a9008d8","type":"heading","level":2,"text":"Finch red size at a glance"},{"id":"b24b8dbf374c3","type":"slot","prompt":"What is it, in one sentence? What is it used for, and by whom?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"bd4e57f4377bf","type":"heading","level":2,"text":"Sparrow red size"},{"id":"b54490a57e696","type":"slot","prompt":"What is the usual figure, and in which unit? What makes it higher, and what lower?","keywords":[],"words":150,"answer":"number","must":true,"left_out":""},{"id":"b61e41ccdc3ed","type":"heading","level":2,"text":"Wren red size"},{"id":"b4fc1f875b741","type":"slot","prompt":"How is it measured in your own case?","keywords":[],"words":150,"answer":"number","must":true,"left_out":""},{"id":"bb02eb9b14da9","type":"heading","level":2,"text":"Robin red size"},{"id":"bbae9b322f161","type":"slot","prompt":"When does it matter, and when not? Which example makes it clear?","keywords":[],"words":150,"answer":"number","must":true,"left_out":""},{"id":"bb8194da478a3","type":"heading","level":2,"text":"How finch red size works in practice"},{"id":"b54e13bea342f","type":"slot","prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"bb6c29456a687","type":"heading","level":2,"text":"Where to begin with finch red size"},{"id":"b0cead341db76","type":"slot","prompt":"In which order do the steps go? How long does each of them take?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""}]', '01a22845-d527-7852-82b0-17d84b2187f0', '01a22845-d63b-7c3e-9e83-e3a8dc6cfea9', 'drafted', '2026-11-29 17:06:35.257919+00:00');
INSERT INTO revisions (id, account_id, site_id, content_id, number, title, slug, description, blocks, author_id, run_id, note, created_at) VALUES ('01a22845-d67a-7c8c-839d-0cf8e4dc9149', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d67a-7804-8a0e-2011be4a50e9', 1, 'Finch Red Song: A Practical Guide', 'finch-red-song', '', '[{"id":"b637c6f85041f","type":"slot","prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red song, wren red song and robin red song.","keywords":["finch red song"],"words":80,"answer":"prose","must":true,"left_out":""},{"id":"bfc48b36a3ea2","type":"heading","level":2,"text":"Finch red song at a glance"},{"id":"b24b8dbf374c3","type":"slot","prompt":"What is it, in one sentence? What is it used for, and by whom?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"b99c1803b1665","type":"heading","level":2,"text":"Sparrow red song"},{"id":"b5af13e890ca7","type":"slot","prompt":"When does it matter, and when not? Which example makes it clear?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"bae34a2fe9c29","type":"heading","level":2,"text":"Wren red song"},{"id":"bc51032c00a27","type":"slot","prompt":"What do people mean by it?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"bbfbe5ea7db19","type":"heading","level":2,"text":"Robin red song"},{"id":"b9583739689ce","type":"slot","prompt":"What should readers know about “Robin red song” afterwards?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"b75911e6aa85e","type":"heading","level":2,"text":"How finch red song works in practice"},{"id":"b54e13bea342f","type":"slot","prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"b43ff74d45fb7","type":"heading","level":2,"text":"Where to begin with finch red song"},{"id":"b0cead341db76","type":"slot","prompt":"In which order do the steps go? How long does each of them take?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""}]', '01a22845-d527-7852-82b0-17d84b2187f0', '01a22845-d63b-7c3e-9e83-e3a8dc6cfea9', 'drafted', '2026-11-29 17:06:35.258829+00:00');
INSERT INTO revisions (id, account_id, site_id, content_id, number, title, slug, description, blocks, author_id, run_id, note, created_at) VALUES ('01a22845-d67c-7147-b34c-799d81866c1d', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d67b-79e0-bb77-36b1dab3741f', 1, 'Finch Red Food: A Practical Guide', 'finch-red-food', '', '[{"id":"b946c63e646dc","type":"slot","prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red food, wren red food and robin red food.","keywords":["finch red food"],"words":80,"answer":"prose","must":true,"left_out":""},{"id":"bcb0825ad9449","type":"heading","level":2,"text":"Finch red food at a glance"},{"id":"b24b8dbf374c3","type":"slot","prompt":"What is it, in one sentence? What is it used for, and by whom?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"b572d69c03c70","type":"heading","level":2,"text":"Sparrow red food"},{"id":"b5af13e890ca7","type":"slot","prompt":"When does it matter, and when not? Which example makes it clear?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"b98a00f41c351","type":"heading","level":2,"text":"Wren red food"},{"id":"bc51032c00a27","type":"slot","prompt":"What do people mean by it?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"bfc9e03fc0421","type":"heading","level":2,"text":"Robin red food"},{"id":"b73b0ea160bee","type":"slot","prompt":"What should readers know about “Robin red food” afterwards?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"b7ebca82146bd","type":"heading","level":2,"text":"How finch red food works in practice"},{"id":"b54e13bea342f","type":"slot","prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""},{"id":"b1ed31daabb03","type":"heading","level":2,"text":"Where to begin with finch red food"},{"id":"b0cead341db76","type":"slot","prompt":"In which order do the steps go? How long does each of them take?","keywords":[],"words":150,"answer":"prose","must":true,"left_out":""}]', '01a22845-d527-7852-82b0-17d84b2187f0', '01a22845-d63b-7c3e-9e83-e3a8dc6cfea9', 'drafted', '2026-11-29 17:06:35.260092+00:00');
INSERT INTO revisions (id, account_id, site_id, content_id, number, title, slug, description, blocks, author_id, run_id, note, created_at) VALUES ('01a22845-d6aa-7b9f-8681-24cf720abbcc', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d67b-79e0-bb77-36b1dab3741f', 2, 'Finch Red Food: A Practical Guide', 'finch-red-food', '', '[{"id":"b946c63e646dc","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bcb0825ad9449","type":"heading","level":2,"text":"Finch red food at a glance"},{"id":"b24b8dbf374c3","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b572d69c03c70","type":"heading","level":2,"text":"Sparrow red food"},{"id":"b5af13e890ca7","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b98a00f41c351","type":"heading","level":2,"text":"Wren red food"},{"id":"bc51032c00a27","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bfc9e03fc0421","type":"heading","level":2,"text":"Robin red food"},{"id":"b73b0ea160bee","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b7ebca82146bd","type":"heading","level":2,"text":"How finch red food works in practice"},{"id":"b54e13bea342f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b1ed31daabb03","type":"heading","level":2,"text":"Where to begin with finch red food"},{"id":"b0cead341db76","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."}]', '01a22845-d527-7852-82b0-17d84b2187f0', NULL, 'edited', '2026-11-29 17:06:35.306796+00:00');
INSERT INTO revisions (id, account_id, site_id, content_id, number, title, slug, description, blocks, author_id, run_id, note, created_at) VALUES ('01a22845-d6b8-79c4-8ca2-92ec86a42610', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d67a-7804-8a0e-2011be4a50e9', 2, 'Finch Red Song: A Practical Guide', 'finch-red-song', '', '[{"id":"b637c6f85041f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bfc48b36a3ea2","type":"heading","level":2,"text":"Finch red song at a glance"},{"id":"b24b8dbf374c3","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b99c1803b1665","type":"heading","level":2,"text":"Sparrow red song"},{"id":"b5af13e890ca7","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bae34a2fe9c29","type":"heading","level":2,"text":"Wren red song"},{"id":"bc51032c00a27","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bbfbe5ea7db19","type":"heading","level":2,"text":"Robin red song"},{"id":"b9583739689ce","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b75911e6aa85e","type":"heading","level":2,"text":"How finch red song works in practice"},{"id":"b54e13bea342f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b43ff74d45fb7","type":"heading","level":2,"text":"Where to begin with finch red song"},{"id":"b0cead341db76","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."}]', '01a22845-d527-7852-82b0-17d84b2187f0', NULL, 'edited', '2026-11-29 17:06:35.320649+00:00');
INSERT INTO revisions (id, account_id, site_id, content_id, number, title, slug, description, blocks, author_id, run_id, note, created_at) VALUES ('01a22845-d6c8-73a2-a0c4-87e77f1b219d', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d679-7777-94da-d5266eeac844', 2, 'Finch Red Size: A Practical Guide', 'finch-red-size', '', '[{"id":"b0b6ca54b9a8d","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"be9972a9008d8","type":"heading","level":2,"text":"Finch red size at a glance"},{"id":"b24b8dbf374c3","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bd4e57f4377bf","type":"heading","level":2,"text":"Sparrow red size"},{"id":"b54490a57e696","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"b61e41ccdc3ed","type":"heading","level":2,"text":"Wren red size"},{"id":"b4fc1f875b741","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bb02eb9b14da9","type":"heading","level":2,"text":"Robin red size"},{"id":"bbae9b322f161","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bb8194da478a3","type":"heading","level":2,"text":"How finch red size works in practice"},{"id":"b54e13bea342f","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."},{"id":"bb6c29456a687","type":"heading","level":2,"text":"Where to begin with finch red size"},{"id":"b0cead341db76","type":"paragraph","text":"We looked at it in our own garden and tell what we saw."}]', '01a22845-d527-7852-82b0-17d84b2187f0', NULL, 'edited', '2026-11-29 17:06:35.336246+00:00');
INSERT INTO destinations (id, account_id, site_id, kind, name, address, applied_at, created_at, updated_at) VALUES ('01a22845-d6d0-7217-80ae-37f9d0b9cbc6', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', 'renderer', 'IGNY8 renderer', '', '2026-11-29 17:06:35.409163+00:00', '2026-11-29 17:06:35.344141+00:00', '2026-11-29 17:06:35.409175+00:00');
INSERT INTO publications (id, account_id, site_id, destination_id, content_id, revision, remote_id, remote_state, created_at, updated_at) VALUES ('01a22845-d73e-713e-a133-cccd04a0323f', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d6d0-7217-80ae-37f9d0b9cbc6', '01a22845-d679-7777-94da-d5266eeac844', 2, '/finch-red-size/', 'live', '2026-11-29 17:06:35.454084+00:00', '2026-11-29 17:06:35.454084+00:00');
INSERT INTO publications (id, account_id, site_id, destination_id, content_id, revision, remote_id, remote_state, created_at, updated_at) VALUES ('01a22845-d73e-722a-8c06-cfd958e6d884', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d6d0-7217-80ae-37f9d0b9cbc6', '01a22845-d67a-7804-8a0e-2011be4a50e9', 2, '/finch-red-song/', 'live', '2026-11-29 17:06:35.454144+00:00', '2026-11-29 17:06:35.454144+00:00');
INSERT INTO publications (id, account_id, site_id, destination_id, content_id, revision, remote_id, remote_state, created_at, updated_at) VALUES ('01a22845-d73e-7292-82a2-cd8ba28cce15', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d6d0-7217-80ae-37f9d0b9cbc6', '01a22845-d67b-79e0-bb77-36b1dab3741f', 2, '/finch-red-food/', 'live', '2026-11-29 17:06:35.45417+00:00', '2026-11-29 17:06:35.45417+00:00');
INSERT INTO releases (id, account_id, site_id, destination_id, number, build, digest, page_count, file_count, bytes, contents, user_id, activated_at, created_at) VALUES ('01a22845-d710-7ebc-991f-4cc32e9b56fc', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d6d0-7217-80ae-37f9d0b9cbc6', 1, '20261129T170635Z-a734807f9550', 'a734807f9550f34fbd517d88930703219d2148422c46eacbd060d4c0d8b58c2e', 5, 11, 45808, '[{"content_id":"01a22845-d679-7777-94da-d5266eeac844","revision":2,"path":"/finch-red-size/"},{"content_id":"01a22845-d67a-7804-8a0e-2011be4a50e9","revision":2,"path":"/finch-red-song/"},{"content_id":"01a22845-d67b-79e0-bb77-36b1dab3741f","revision":2,"path":"/finch-red-food/"}]', '01a22845-d527-7852-82b0-17d84b2187f0', '2026-11-29 17:06:35.453539+00:00', '2026-11-29 17:06:35.408975+00:00');
INSERT INTO release_runs (id, account_id, release_id) VALUES ('01a22845-d6d0-7d32-bef7-e1b2fa977a4e', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d710-7ebc-991f-4cc32e9b56fc');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d528-7683-84b6-16dbf9985129', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'signed_up', '', '01a22845-d527-7cb2-82f0-9fd991bff3b4', '01a22845-d527-7852-82b0-17d84b2187f0', 'ada@birds.test', 'Birds', '{}', 1, '2026-11-29 17:06:34.920427+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d529-743a-a5d9-7fb0e7814a23', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'credits_granted', '', '01a22845-d529-7011-8d6f-035ce5feee93', '01a22845-d527-7852-82b0-17d84b2187f0', '', 'Welcome credits', '{"credits":1000,"reference":"sign-up"}', 0, '2026-11-29 17:06:34.921277+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d555-734e-83a4-f4ca089b32ab', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'site_created', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d527-7852-82b0-17d84b2187f0', 'Garden birds', '', '{}', 1, '2026-11-29 17:06:34.965216+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d589-7bad-a17f-d8f187560ab1', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'run_ended', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d568-77dc-b138-d12378dcf6ee', '01a22845-d527-7852-82b0-17d84b2187f0', '', '', '{"function":"auto_cluster","outcome":"DONE","credits":1}', 0, '2026-11-29 17:06:35.017765+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d5cc-7b86-b212-75ef57d7dbcf', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'run_ended', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d59e-79fd-baf1-3eab6c4b0327', '01a22845-d527-7852-82b0-17d84b2187f0', '', '', '{"function":"auto_cluster","outcome":"DONE","credits":1}', 0, '2026-11-29 17:06:35.084755+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d613-7bdb-9c10-0e6eb26a17ad', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'run_ended', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d5f4-7db4-8644-aed4adf61bc0', '01a22845-d527-7852-82b0-17d84b2187f0', '', '', '{"function":"generate_ideas","outcome":"DONE","credits":3}', 0, '2026-11-29 17:06:35.155777+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d67d-7c2b-a2a2-5cd81cc03048', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'run_ended', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d63b-7c3e-9e83-e3a8dc6cfea9', '01a22845-d527-7852-82b0-17d84b2187f0', '', '', '{"function":"generate_content","outcome":"DONE","credits":3}', 0, '2026-11-29 17:06:35.261797+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d6ad-7915-9d43-69579d5788b9', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'content_submitted', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d67b-79e0-bb77-36b1dab3741f', '01a22845-d527-7852-82b0-17d84b2187f0', 'Finch Red Food: A Practical Guide', '', '{"revision":2}', 0, '2026-11-29 17:06:35.309595+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d6b1-78b7-afbc-c7e258873678', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'content_approved', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d67b-79e0-bb77-36b1dab3741f', '01a22845-d527-7852-82b0-17d84b2187f0', 'Finch Red Food: A Practical Guide', '', '{"revision":2}', 0, '2026-11-29 17:06:35.313571+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d6bb-70eb-9bc3-cd3f1162baa8', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'content_submitted', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d67a-7804-8a0e-2011be4a50e9', '01a22845-d527-7852-82b0-17d84b2187f0', 'Finch Red Song: A Practical Guide', '', '{"revision":2}', 0, '2026-11-29 17:06:35.32306+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d6bf-798b-8ba6-6b7a7e82e4bb', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'content_approved', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d67a-7804-8a0e-2011be4a50e9', '01a22845-d527-7852-82b0-17d84b2187f0', 'Finch Red Song: A Practical Guide', '', '{"revision":2}', 0, '2026-11-29 17:06:35.327625+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d6cb-774b-b804-f0ef4d4bd252', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'content_submitted', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d679-7777-94da-d5266eeac844', '01a22845-d527-7852-82b0-17d84b2187f0', 'Finch Red Size: A Practical Guide', '', '{"revision":2}', 0, '2026-11-29 17:06:35.339478+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d6ce-76d2-bd42-28345b37e97d', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'content_approved', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d679-7777-94da-d5266eeac844', '01a22845-d527-7852-82b0-17d84b2187f0', 'Finch Red Size: A Practical Guide', '', '{"revision":2}', 0, '2026-11-29 17:06:35.342447+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d711-7647-b469-7a2f93375c4c', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'run_ended', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d6d0-7d32-bef7-e1b2fa977a4e', '01a22845-d527-7852-82b0-17d84b2187f0', '', '', '{"function":"publish_site","outcome":"DONE"}', 0, '2026-11-29 17:06:35.409411+00:00');
INSERT INTO events (id, account_id, kind, site_id, object_id, user_id, subject, detail, data, audited, created_at) VALUES ('01a22845-d73d-7cd8-b290-311aaa818603', '01a22845-d527-7cb2-82f0-9fd991bff3b4', 'release_live', '01a22845-d555-704a-8b87-a5e9c5e606f7', '01a22845-d710-7ebc-991f-4cc32e9b56fc', '01a22845-d527-7852-82b0-17d84b2187f0', '', '', '{"number":1}', 0, '2026-11-29 17:06:35.453842+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d528-7683-84b6-16dbf9985129', 'signed_up', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d527-7cb2-82f0-9fd991bff3b4', '{"id":"01a22845-d528-7683-84b6-16dbf9985129","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"signed_up","object_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","subject":"ada@birds.test","detail":"Birds","created_at":"2026-11-29T17:06:34.920427Z"}', '[]', 0, '2026-11-29 17:06:34.920427+00:00', '2026-11-29 17:06:34.920427+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d529-743a-a5d9-7fb0e7814a23', 'credits_granted', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d529-7011-8d6f-035ce5feee93', '{"id":"01a22845-d529-743a-a5d9-7fb0e7814a23","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"credits_granted","object_id":"01a22845-d529-7011-8d6f-035ce5feee93","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","detail":"Welcome credits","data":{"credits":1000,"reference":"sign-up"},"created_at":"2026-11-29T17:06:34.921277Z"}', '[]', 0, '2026-11-29 17:06:34.921277+00:00', '2026-11-29 17:06:34.921277+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d555-734e-83a4-f4ca089b32ab', 'site_created', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d555-704a-8b87-a5e9c5e606f7', '{"id":"01a22845-d555-734e-83a4-f4ca089b32ab","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"site_created","site_id":"01a22845-d555-704a-8b87-a5e9c5e606f7","object_id":"01a22845-d555-704a-8b87-a5e9c5e606f7","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","subject":"Garden birds","created_at":"2026-11-29T17:06:34.965216Z"}', '[]', 0, '2026-11-29 17:06:34.965216+00:00', '2026-11-29 17:06:34.965216+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d589-7bad-a17f-d8f187560ab1', 'run_ended', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d568-77dc-b138-d12378dcf6ee', '{"id":"01a22845-d589-7bad-a17f-d8f187560ab1","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"run_ended","site_id":"01a22845-d555-704a-8b87-a5e9c5e606f7","object_id":"01a22845-d568-77dc-b138-d12378dcf6ee","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","data":{"function":"auto_cluster","outcome":"DONE","credits":1},"created_at":"2026-11-29T17:06:35.017765Z"}', '[]', 0, '2026-11-29 17:06:35.017765+00:00', '2026-11-29 17:06:35.017765+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d5cc-7b86-b212-75ef57d7dbcf', 'run_ended', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d59e-79fd-baf1-3eab6c4b0327', '{"id":"01a22845-d5cc-7b86-b212-75ef57d7dbcf","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"run_ended","site_id":"01a22845-d555-704a-8b87-a5e9c5e606f7","object_id":"01a22845-d59e-79fd-baf1-3eab6c4b0327","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","data":{"function":"auto_cluster","outcome":"DONE","credits":1},"created_at":"2026-11-29T17:06:35.084755Z"}', '[]', 0, '2026-11-29 17:06:35.084755+00:00', '2026-11-29 17:06:35.084755+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d613-7bdb-9c10-0e6eb26a17ad', 'run_ended', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d5f4-7db4-8644-aed4adf61bc0', '{"id":"01a22845-d613-7bdb-9c10-0e6eb26a17ad","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"run_ended","site_id":"01a22845-d555-704a-8b87-a5e9c5e606f7","object_id":"01a22845-d5f4-7db4-8644-aed4adf61bc0","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","data":{"function":"generate_ideas","outcome":"DONE","credits":3},"created_at":"2026-11-29T17:06:35.155777Z"}', '[]', 0, '2026-11-29 17:06:35.155777+00:00', '2026-11-29 17:06:35.155777+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d67d-7c2b-a2a2-5cd81cc03048', 'run_ended', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d63b-7c3e-9e83-e3a8dc6cfea9', '{"id":"01a22845-d67d-7c2b-a2a2-5cd81cc03048","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"run_ended","site_id":"01a22845-d555-704a-8b87-a5e9c5e606f7","object_id":"01a22845-d63b-7c3e-9e83-e3a8dc6cfea9","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","data":{"function":"generate_content","outcome":"DONE","credits":3},"created_at":"2026-11-29T17:06:35.261797Z"}', '[]', 0, '2026-11-29 17:06:35.261797+00:00', '2026-11-29 17:06:35.261797+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d6ad-7915-9d43-69579d5788b9', 'content_submitted', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d67b-79e0-bb77-36b1dab3741f', '{"id":"01a22845-d6ad-7915-9d43-69579d5788b9","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"content_submitted","site_id":"01a22845-d555-704a-8b87-a5e9c5e606f7","object_id":"01a22845-d67b-79e0-bb77-36b1dab3741f","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","subject":"Finch Red Food: A Practical Guide","data":{"revision":2},"created_at":"2026-11-29T17:06:35.309595Z"}', '[]', 0, '2026-11-29 17:06:35.309595+00:00', '2026-11-29 17:06:35.309595+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d6b1-78b7-afbc-c7e258873678', 'content_approved', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d67b-79e0-bb77-36b1dab3741f', '{"id":"01a22845-d6b1-78b7-afbc-c7e258873678","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"content_approved","site_id":"01a22845-d555-704a-8b87-a5e9c5e606f7","object_id":"01a22845-d67b-79e0-bb77-36b1dab3741f","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","subject":"Finch Red Food: A Practical Guide","data":{"revision":2},"created_at":"2026-11-29T17:06:35.313571Z"}', '[]', 0, '2026-11-29 17:06:35.313571+00:00', '2026-11-29 17:06:35.313571+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d6bb-70eb-9bc3-cd3f1162baa8', 'content_submitted', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d67a-7804-8a0e-2011be4a50e9', '{"id":"01a22845-d6bb-70eb-9bc3-cd3f1162baa8","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"content_submitted","site_id":"01a22845-d555-704a-8b87-a5e9c5e606f7","object_id":"01a22845-d67a-7804-8a0e-2011be4a50e9","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","subject":"Finch Red Song: A Practical Guide","data":{"revision":2},"created_at":"2026-11-29T17:06:35.32306Z"}', '[]', 0, '2026-11-29 17:06:35.32306+00:00', '2026-11-29 17:06:35.32306+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d6bf-798b-8ba6-6b7a7e82e4bb', 'content_approved', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d67a-7804-8a0e-2011be4a50e9', '{"id":"01a22845-d6bf-798b-8ba6-6b7a7e82e4bb","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"content_approved","site_id":"01a22845-d555-704a-8b87-a5e9c5e606f7","object_id":"01a22845-d67a-7804-8a0e-2011be4a50e9","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","subject":"Finch Red Song: A Practical Guide","data":{"revision":2},"created_at":"2026-11-29T17:06:35.327625Z"}', '[]', 0, '2026-11-29 17:06:35.327625+00:00', '2026-11-29 17:06:35.327625+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d6cb-774b-b804-f0ef4d4bd252', 'content_submitted', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d679-7777-94da-d5266eeac844', '{"id":"01a22845-d6cb-774b-b804-f0ef4d4bd252","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"content_submitted","site_id":"01a22845-d555-704a-8b87-a5e9c5e606f7","object_id":"01a22845-d679-7777-94da-d5266eeac844","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","subject":"Finch Red Size: A Practical Guide","data":{"revision":2},"created_at":"2026-11-29T17:06:35.339478Z"}', '[]', 0, '2026-11-29 17:06:35.339478+00:00', '2026-11-29 17:06:35.339478+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d6ce-76d2-bd42-28345b37e97d', 'content_approved', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d679-7777-94da-d5266eeac844', '{"id":"01a22845-d6ce-76d2-bd42-28345b37e97d","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"content_approved","site_id":"01a22845-d555-704a-8b87-a5e9c5e606f7","object_id":"01a22845-d679-7777-94da-d5266eeac844","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","subject":"Finch Red Size: A Practical Guide","data":{"revision":2},"created_at":"2026-11-29T17:06:35.342447Z"}', '[]', 0, '2026-11-29 17:06:35.342447+00:00', '2026-11-29 17:06:35.342447+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d711-7647-b469-7a2f93375c4c', 'run_ended', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d6d0-7d32-bef7-e1b2fa977a4e', '{"id":"01a22845-d711-7647-b469-7a2f93375c4c","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"run_ended","site_id":"01a22845-d555-704a-8b87-a5e9c5e606f7","object_id":"01a22845-d6d0-7d32-bef7-e1b2fa977a4e","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","data":{"function":"publish_site","outcome":"DONE"},"created_at":"2026-11-29T17:06:35.409411Z"}', '[]', 0, '2026-11-29 17:06:35.409411+00:00', '2026-11-29 17:06:35.409411+00:00');
INSERT INTO event_deliveries (id, kind, lane, event, told, attempts, due_at, created_at) VALUES ('01a22845-d73d-7cd8-b290-311aaa818603', 'release_live', '01a22845-d527-7cb2-82f0-9fd991bff3b4/01a22845-d710-7ebc-991f-4cc32e9b56fc', '{"id":"01a22845-d73d-7cd8-b290-311aaa818603","account_id":"01a22845-d527-7cb2-82f0-9fd991bff3b4","kind":"release_live","site_id":"01a22845-d555-704a-8b87-a5e9c5e606f7","object_id":"01a22845-d710-7ebc-991f-4cc32e9b56fc","user_id":"01a22845-d527-7852-82b0-17d84b2187f0","data":{"number":1},"created_at":"2026-11-29T17:06:35.453842Z"}', '[]', 0, '2026-11-29 17:06:35.453842+00:00', '2026-11-29 17:06:35.453842+00:00');
COMMIT;
