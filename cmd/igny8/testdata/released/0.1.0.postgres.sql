SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.accounts (
    id text NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.ai_circuits (
    id text NOT NULL,
    account_id text NOT NULL,
    provider text NOT NULL,
    failures bigint NOT NULL,
    reason text NOT NULL,
    opened_at timestamp with time zone,
    open_until timestamp with time zone,
    trials bigint DEFAULT 0 NOT NULL,
    trial_run text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.ai_outputs (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    run_id text NOT NULL,
    item text NOT NULL,
    input_hash text NOT NULL,
    label text DEFAULT ''::text NOT NULL,
    final boolean DEFAULT false NOT NULL,
    output text NOT NULL,
    tokens_in bigint DEFAULT 0 NOT NULL,
    tokens_out bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.blueprint_clusters (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    blueprint_id text NOT NULL,
    cluster_id text NOT NULL,
    role text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT blueprint_clusters_role_check CHECK ((role = ANY (ARRAY['hub'::text, 'supporting'::text, 'attribute'::text])))
);
CREATE TABLE public.blueprints (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    business jsonb NOT NULL,
    step text NOT NULL,
    state text NOT NULL,
    approved_at timestamp with time zone,
    approved_by text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT blueprints_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'approved'::text])))
);
CREATE TABLE public.change_rows (
    account_id text NOT NULL,
    change_id text NOT NULL,
    noun text NOT NULL,
    row_id text NOT NULL,
    before jsonb,
    after jsonb
);
CREATE TABLE public.changes (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    sector_id text NOT NULL,
    user_id text NOT NULL,
    text text NOT NULL,
    rows bigint NOT NULL,
    undone_at timestamp with time zone,
    undone_by text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.claim_decisions (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    content_id text NOT NULL,
    mark text NOT NULL,
    verdict text NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    user_id text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.clusters (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    sector_id text NOT NULL,
    parent_id text,
    level text NOT NULL,
    role text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL,
    locked boolean DEFAULT false NOT NULL,
    renamed boolean DEFAULT false NOT NULL,
    placed boolean DEFAULT false NOT NULL,
    keyword_count bigint DEFAULT 0 NOT NULL,
    volume bigint,
    demand bigint,
    difficulty double precision,
    opportunity bigint,
    run_id text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT clusters_level_check CHECK ((level = ANY (ARRAY['pillar'::text, 'topic'::text, 'page'::text]))),
    CONSTRAINT clusters_role_check CHECK ((role = ANY (ARRAY['hub'::text, 'supporting'::text, 'attribute'::text]))),
    CONSTRAINT clusters_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'excluded'::text])))
);
CREATE TABLE public.comments (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    content_id text NOT NULL,
    thread_id text NOT NULL,
    author_id text NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.contents (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    sector_id text,
    page_id text NOT NULL,
    task_id text,
    title text NOT NULL,
    slug text NOT NULL,
    description text NOT NULL,
    blocks jsonb NOT NULL,
    state text NOT NULL,
    revision bigint NOT NULL,
    approved_revision bigint,
    approved_at timestamp with time zone,
    return_reason text DEFAULT ''::text NOT NULL,
    built_in boolean DEFAULT false NOT NULL,
    words bigint DEFAULT 0 NOT NULL,
    open_claims bigint DEFAULT 0 NOT NULL,
    outlined boolean DEFAULT false NOT NULL,
    unwritten bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT contents_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in_review'::text, 'approved'::text, 'published'::text])))
);
CREATE TABLE public.credit_entries (
    id text NOT NULL,
    account_id text NOT NULL,
    movement_id text NOT NULL,
    book text NOT NULL,
    amount bigint NOT NULL,
    kind text NOT NULL,
    reference text DEFAULT ''::text NOT NULL,
    run_id text,
    site_id text,
    user_id text NOT NULL,
    function text NOT NULL,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.credit_holds (
    id text NOT NULL,
    account_id text NOT NULL,
    run_id text NOT NULL,
    site_id text NOT NULL,
    user_id text NOT NULL,
    amount bigint NOT NULL,
    state text NOT NULL,
    ended_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT credit_holds_amount_check CHECK ((amount >= 0)),
    CONSTRAINT credit_holds_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text, 'released'::text])))
);
CREATE TABLE public.destinations (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    applied_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.email_changes (
    id text NOT NULL,
    user_id text NOT NULL,
    email text NOT NULL,
    token_hash text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.event_deliveries (
    id text NOT NULL,
    kind text NOT NULL,
    lane text NOT NULL,
    event jsonb NOT NULL,
    told jsonb NOT NULL,
    attempts bigint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.events (
    id text NOT NULL,
    account_id text NOT NULL,
    kind text NOT NULL,
    site_id text NOT NULL,
    object_id text NOT NULL,
    user_id text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL,
    data jsonb NOT NULL,
    audited boolean NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.former_facts (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL,
    value_key text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.gate_passages (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    gate text NOT NULL,
    passed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.gate_waivers (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    gate text NOT NULL,
    check_key text NOT NULL,
    reason text NOT NULL,
    user_id text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.goose_db_version (
    id integer NOT NULL,
    version_id bigint NOT NULL,
    is_applied boolean NOT NULL,
    tstamp timestamp without time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.goose_db_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goose_db_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ideas (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    sector_id text NOT NULL,
    cluster_id text NOT NULL,
    page_id text NOT NULL,
    run_id text,
    title text NOT NULL,
    angle text NOT NULL,
    intent text NOT NULL,
    outline jsonb NOT NULL,
    target_keywords jsonb NOT NULL,
    state text NOT NULL,
    edited boolean DEFAULT false NOT NULL,
    demand bigint,
    planned_on text DEFAULT ''::text NOT NULL,
    waivers jsonb NOT NULL,
    extends_page_id text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT ideas_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'rejected'::text])))
);
CREATE TABLE public.idempotency_keys (
    id text NOT NULL,
    account_id text NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    request_hash text NOT NULL,
    status bigint NOT NULL,
    content_type text NOT NULL,
    body bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.image_variants (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    image_id text NOT NULL,
    origin text NOT NULL,
    model text NOT NULL,
    run_id text,
    kept jsonb NOT NULL,
    thumb jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.images (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    page_id text NOT NULL,
    prompt text NOT NULL,
    prompt_edited boolean DEFAULT false NOT NULL,
    alt text NOT NULL,
    cover boolean DEFAULT false NOT NULL,
    variant_id text,
    cut jsonb NOT NULL,
    files jsonb NOT NULL,
    share jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone
);
CREATE TABLE public.integrations (
    id text NOT NULL,
    account_id text NOT NULL,
    kind text NOT NULL,
    base_url text NOT NULL,
    settings jsonb NOT NULL,
    sealed_key text NOT NULL,
    key_tail text NOT NULL,
    tried_at timestamp with time zone,
    tried_ok boolean DEFAULT false NOT NULL,
    tried_message text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.invitations (
    id text NOT NULL,
    account_id text NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL,
    access jsonb NOT NULL,
    token_hash text NOT NULL,
    invited_by text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT invitations_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'editor'::text, 'viewer'::text])))
);
CREATE TABLE public.keyword_import_changes (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    sector_id text NOT NULL,
    import_id text NOT NULL,
    kind text NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL,
    pinned boolean NOT NULL,
    differences jsonb NOT NULL,
    accepted boolean NOT NULL
);
CREATE TABLE public.keyword_import_pieces (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    sector_id text NOT NULL,
    import_id text NOT NULL,
    number bigint NOT NULL,
    piece bigint NOT NULL,
    name text NOT NULL,
    packed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.keyword_imports (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    sector_id text NOT NULL,
    user_id text NOT NULL,
    files jsonb NOT NULL,
    rows bigint NOT NULL,
    imported bigint NOT NULL,
    updated bigint NOT NULL,
    duplicates bigint NOT NULL,
    rejected bigint NOT NULL,
    declined bigint DEFAULT 0 NOT NULL,
    excluded bigint DEFAULT 0 NOT NULL,
    state text NOT NULL,
    run_id text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT keyword_imports_state_check CHECK ((state = ANY (ARRAY['checked'::text, 'done'::text])))
);
CREATE TABLE public.keyword_mappings (
    id text NOT NULL,
    account_id text NOT NULL,
    header_key text NOT NULL,
    header jsonb NOT NULL,
    fields jsonb NOT NULL,
    headerless boolean NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.keywords (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    sector_id text NOT NULL,
    import_id text,
    text text NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    volume bigint,
    volume_low bigint,
    volume_high bigint,
    estimated boolean DEFAULT false NOT NULL,
    difficulty double precision,
    cpc double precision,
    currency text DEFAULT ''::text NOT NULL,
    intent text DEFAULT ''::text NOT NULL,
    question boolean DEFAULT false NOT NULL,
    intent_by text DEFAULT ''::text NOT NULL,
    country text DEFAULT ''::text NOT NULL,
    impressions bigint,
    clicks bigint,
    "position" double precision,
    trend jsonb,
    demand bigint,
    opportunity bigint GENERATED ALWAYS AS ((round(((((demand)::double precision * ((100.0)::double precision - COALESCE(difficulty, (50)::double precision))) / (100.0)::double precision))::numeric))::bigint) STORED,
    parent_keyword text DEFAULT ''::text NOT NULL,
    urls jsonb NOT NULL,
    given_group text DEFAULT ''::text NOT NULL,
    given_topic text DEFAULT ''::text NOT NULL,
    sources jsonb NOT NULL,
    state text NOT NULL,
    cluster_id text,
    evidence jsonb NOT NULL,
    evidence_bits bigint DEFAULT 0 NOT NULL,
    strength double precision,
    weak boolean DEFAULT false NOT NULL,
    pinned boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT keywords_state_check CHECK ((state = ANY (ARRAY['new'::text, 'clustered'::text, 'excluded'::text])))
);
CREATE TABLE public.mailbox_messages (
    id text NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    body_text text NOT NULL,
    body_html text NOT NULL,
    expires_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.memberships (
    id text NOT NULL,
    account_id text NOT NULL,
    user_id text NOT NULL,
    role text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT memberships_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'editor'::text, 'viewer'::text])))
);
CREATE TABLE public.mentions (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    thread_id text NOT NULL,
    comment_id text NOT NULL,
    user_id text NOT NULL,
    waits boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.meta_proposals (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    content_id text NOT NULL,
    run_id text NOT NULL,
    title text NOT NULL,
    description text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.oldest_program (
    version text NOT NULL
);
CREATE TABLE public.page_terms (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    page_id text NOT NULL,
    term_id text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.pages (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    sector_id text,
    cluster_id text,
    parent_id text,
    kind text NOT NULL,
    origin text NOT NULL,
    state text NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    slug text NOT NULL,
    title text NOT NULL,
    description text NOT NULL,
    canonical text NOT NULL,
    schema_type text NOT NULL,
    role text NOT NULL,
    intent text NOT NULL,
    target_keywords jsonb NOT NULL,
    no_cluster_reason text DEFAULT ''::text NOT NULL,
    "position" bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT pages_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'planned'::text, 'briefed'::text, 'drafted'::text, 'in_review'::text, 'approved'::text, 'published'::text, 'removed'::text])))
);
CREATE TABLE public.password_resets (
    id text NOT NULL,
    user_id text NOT NULL,
    token_hash text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.pending_sign_ups (
    id text NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    account_name text NOT NULL,
    password_hash text NOT NULL,
    token_hash text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.prompt_texts (
    id text NOT NULL,
    account_id text NOT NULL,
    digest text NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.prompt_versions (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text,
    place text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    text text NOT NULL,
    note text NOT NULL,
    author_id text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT prompt_versions_check CHECK ((place = COALESCE(site_id, ''::text))),
    CONSTRAINT prompt_versions_number_check CHECK ((number > 0))
);
CREATE TABLE public.publications (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    destination_id text NOT NULL,
    content_id text NOT NULL,
    revision bigint NOT NULL,
    remote_id text NOT NULL,
    remote_state text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.release_runs (
    id text NOT NULL,
    account_id text NOT NULL,
    release_id text NOT NULL
);
CREATE TABLE public.releases (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    destination_id text NOT NULL,
    number bigint NOT NULL,
    build text NOT NULL,
    digest text NOT NULL,
    page_count bigint NOT NULL,
    file_count bigint NOT NULL,
    bytes bigint NOT NULL,
    contents jsonb NOT NULL,
    user_id text NOT NULL,
    activated_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.revisions (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    content_id text NOT NULL,
    number bigint NOT NULL,
    title text NOT NULL,
    slug text NOT NULL,
    description text NOT NULL,
    blocks jsonb NOT NULL,
    author_id text NOT NULL,
    run_id text,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.run_batches (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    user_id text NOT NULL,
    function text NOT NULL,
    state text NOT NULL,
    size bigint NOT NULL,
    credits_quoted bigint NOT NULL,
    braked boolean NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    evidence jsonb,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT run_batches_state_check CHECK ((state = ANY (ARRAY['going'::text, 'paused'::text])))
);
CREATE TABLE public.run_subjects (
    id text NOT NULL,
    account_id text NOT NULL,
    run_id text NOT NULL,
    function text NOT NULL,
    subject text NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.runs (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    sector_id text,
    user_id text NOT NULL,
    batch_id text DEFAULT ''::text NOT NULL,
    function text NOT NULL,
    lane text NOT NULL COLLATE pg_catalog."C",
    payload jsonb NOT NULL,
    phase text NOT NULL,
    percent bigint DEFAULT 0 NOT NULL,
    message text NOT NULL,
    credits_quoted bigint NOT NULL,
    credits_charged bigint DEFAULT 0 NOT NULL,
    provider text NOT NULL,
    integration_id text DEFAULT ''::text NOT NULL,
    model text NOT NULL,
    parameters jsonb NOT NULL,
    prompt_version text NOT NULL,
    prompts jsonb,
    inputs_hash text NOT NULL,
    tokens_in bigint DEFAULT 0 NOT NULL,
    tokens_out bigint DEFAULT 0 NOT NULL,
    attempt bigint DEFAULT 0 NOT NULL,
    lease_owner text DEFAULT ''::text NOT NULL,
    lease_until timestamp with time zone,
    slot bigint DEFAULT 0 NOT NULL,
    not_before timestamp with time zone,
    approval text DEFAULT ''::text NOT NULL,
    decided_by text DEFAULT ''::text NOT NULL,
    decided_at timestamp with time zone,
    rerun text DEFAULT ''::text NOT NULL,
    origin_id text DEFAULT ''::text NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    asked_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT runs_approval_check CHECK ((approval = ANY (ARRAY[''::text, 'waiting'::text, 'approved'::text, 'declined'::text]))),
    CONSTRAINT runs_phase_check CHECK ((phase = ANY (ARRAY['INIT'::text, 'PREP'::text, 'AI_CALL'::text, 'PARSE'::text, 'SAVE'::text, 'DONE'::text, 'FAILED'::text, 'CANCELLED'::text])))
);
CREATE TABLE public.saved_views (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    list text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    query text NOT NULL,
    user_id text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.sectors (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone
);
CREATE TABLE public.sessions (
    id text NOT NULL,
    token_hash text NOT NULL,
    user_id text,
    device text NOT NULL,
    address text NOT NULL,
    data bytea NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.sign_in_failures (
    id text NOT NULL,
    email_key text NOT NULL COLLATE pg_catalog."C",
    address text NOT NULL,
    failed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.site_accesses (
    id text NOT NULL,
    account_id text NOT NULL,
    membership_id text NOT NULL,
    site_id text NOT NULL,
    can_publish boolean DEFAULT false NOT NULL,
    monthly_credits bigint,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.site_facts (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.site_limits (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    monthly_credits bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT site_limits_monthly_credits_check CHECK ((monthly_credits >= 0))
);
CREATE TABLE public.site_voices (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    tone text NOT NULL,
    names jsonb NOT NULL,
    never_say jsonb NOT NULL,
    samples jsonb NOT NULL,
    revision bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.sites (
    id text NOT NULL,
    account_id text NOT NULL,
    name text NOT NULL,
    domain text NOT NULL,
    language text NOT NULL,
    market text NOT NULL,
    type text NOT NULL,
    sample boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone
);
CREATE TABLE public.sketches (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    content_id text NOT NULL,
    revision bigint NOT NULL,
    sketch bytea NOT NULL
);
CREATE TABLE public.stages (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    gate text NOT NULL,
    state text NOT NULL,
    percent bigint NOT NULL,
    reason text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT stages_state_check CHECK ((state = ANY (ARRAY['open'::text, 'passed'::text])))
);
CREATE TABLE public.suggestions (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    content_id text NOT NULL,
    block_id text NOT NULL COLLATE pg_catalog."C",
    run_id text NOT NULL,
    how text NOT NULL,
    wish text NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    state text NOT NULL,
    decided_by text DEFAULT ''::text NOT NULL,
    decided_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT suggestions_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'rejected'::text, 'replaced'::text])))
);
CREATE TABLE public.tasks (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    sector_id text,
    page_id text NOT NULL,
    idea_id text,
    assignee_id text DEFAULT ''::text NOT NULL,
    planned_on text DEFAULT ''::text NOT NULL,
    brief jsonb NOT NULL,
    brief_edited boolean DEFAULT false NOT NULL,
    brief_approved_at timestamp with time zone,
    brief_approved_by text DEFAULT ''::text NOT NULL,
    state text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'drafted'::text, 'done'::text])))
);
CREATE TABLE public.taxonomies (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    name text NOT NULL,
    slug text NOT NULL COLLATE pg_catalog."C",
    "position" bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.terms (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    taxonomy_id text NOT NULL,
    name text NOT NULL,
    slug text NOT NULL COLLATE pg_catalog."C",
    "position" bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.threads (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    content_id text NOT NULL,
    block_id text NOT NULL COLLATE pg_catalog."C",
    quote text NOT NULL,
    state text NOT NULL,
    resolved_by text DEFAULT ''::text NOT NULL,
    resolved_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT threads_state_check CHECK ((state = ANY (ARRAY['open'::text, 'resolved'::text])))
);
CREATE TABLE public.throttles (
    key text NOT NULL COLLATE pg_catalog."C",
    count bigint NOT NULL,
    ends_at timestamp with time zone NOT NULL
);
CREATE TABLE public.token_families (
    id text NOT NULL,
    user_id text NOT NULL,
    account_id text NOT NULL,
    current_hash text NOT NULL,
    revoked_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL,
    device text NOT NULL,
    address text NOT NULL,
    used_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.trash_items (
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    noun text NOT NULL,
    row_id text NOT NULL,
    name text NOT NULL,
    released jsonb NOT NULL,
    trashed_by text NOT NULL,
    trashed_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone
);
CREATE TABLE public.users (
    id text NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    password_hash text NOT NULL,
    developer boolean DEFAULT false NOT NULL,
    last_account_id text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.wallets (
    id text NOT NULL,
    account_id text NOT NULL,
    balance bigint DEFAULT 0 NOT NULL,
    held bigint DEFAULT 0 NOT NULL,
    unmetered boolean DEFAULT false NOT NULL,
    approval_above bigint,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT wallets_approval_above_check CHECK ((approval_above >= 0)),
    CONSTRAINT wallets_check CHECK ((balance >= held)),
    CONSTRAINT wallets_held_check CHECK ((held >= 0))
);
INSERT INTO public.accounts VALUES
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', 'Birds', '2026-11-29 17:06:48.84234+00', '2026-11-29 17:06:48.84234+00');
INSERT INTO public.ai_outputs VALUES
	('01a22846-0c09-74a9-9b6c-5aa5b01ac900', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0be3-7253-b21c-8cd0cfde374f', '01a22846-0bcc-7741-a8ea-a90bea06c610', '4be12ac46f7948e3', '20 keywords', true, '{"Pages":[{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red eggs","Members":[{"Key":"finch red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"robin red eggs\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red food","Members":[{"Key":"finch red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"robin red food\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red nest","Members":[{"Key":"finch red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"robin red nest\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red size","Members":[{"Key":"finch red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"robin red size\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red song","Members":[{"Key":"finch red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"robin red song\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true}]}],"GivenPages":0,"Review":""}', 0, 0, '2026-11-29 17:06:48.969371+00'),
	('01a22846-0c2f-7317-9b3f-a954643f7996', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0c1f-74fa-bb78-76dfff569265', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', 'bdb9309a669959fc', '20 keywords', true, '{"Pages":[{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red eggs","Members":[{"Key":"finch red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"robin red eggs\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red food","Members":[{"Key":"finch red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"robin red food\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red nest","Members":[{"Key":"finch red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"robin red nest\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red size","Members":[{"Key":"finch red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"robin red size\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red song","Members":[{"Key":"finch red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"robin red song\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true}]}],"GivenPages":0,"Review":""}', 0, 0, '2026-11-29 17:06:49.007231+00'),
	('01a22846-0cc1-71b6-ba70-5aa88c4410d9', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0cab-78fc-8780-d110d3922c86', '01a22846-0c05-7b60-b32b-d2abc0f1c7ff', 'a097fb133ba1a4e0', 'finch red size', true, '{"title":"Finch Red Size: A Practical Guide","angle":"For people who search for “finch red size”: the page explains the subject from the ground up with practical examples. It also covers sparrow red size, wren red size, robin red size.","intent":"informational","outline":["Finch red size at a glance","Sparrow red size","Wren red size","Robin red size","How finch red size works in practice","Where to begin with finch red size"],"target_keywords":["finch red size","sparrow red size","wren red size","robin red size"]}', 0, 0, '2026-11-29 17:06:49.15316+00'),
	('01a22846-0cc1-71e3-869b-3d79d1befeaa', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0cab-78fc-8780-d110d3922c86', '01a22846-0c05-7b66-8108-082e785d2f5a', 'a097fb133ba1a4e0', 'finch red song', true, '{"title":"Finch Red Song: A Practical Guide","angle":"For people who search for “finch red song”: the page explains the subject from the ground up with practical examples. It also covers sparrow red song, wren red song, robin red song.","intent":"informational","outline":["Finch red song at a glance","Sparrow red song","Wren red song","Robin red song","How finch red song works in practice","Where to begin with finch red song"],"target_keywords":["finch red song","sparrow red song","wren red song","robin red song"]}', 0, 0, '2026-11-29 17:06:49.15316+00'),
	('01a22846-0cc1-7202-827b-db36a129d9ad', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0cab-78fc-8780-d110d3922c86', '01a22846-0c05-7b55-8346-3db8e46d4399', 'a097fb133ba1a4e0', 'finch red food', true, '{"title":"Finch Red Food: A Practical Guide","angle":"For people who search for “finch red food”: the page explains the subject from the ground up with practical examples. It also covers sparrow red food, wren red food, robin red food.","intent":"informational","outline":["Finch red food at a glance","Sparrow red food","Wren red food","Robin red food","How finch red food works in practice","Where to begin with finch red food"],"target_keywords":["finch red food","sparrow red food","wren red food","robin red food"]}', 0, 0, '2026-11-29 17:06:49.15316+00'),
	('01a22846-0d33-7a94-a668-686ae6187e8e', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d08-7224-a5a0-65938586b769', '01a22846-0cee-7e3a-92b6-3c93af35bd65', '9e3ef4e4d385f22c', 'Finch Red Size: A Practical Guide', true, '{"title":"Finch Red Size: A Practical Guide","description":"","opening":{"prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red size, wren red size and robin red size.","keywords":["finch red size"],"words":80},"intro":null,"sections":[{"heading":"Finch red size at a glance","paragraphs":null,"points":null,"slot":{"prompt":"What is it, in one sentence? What is it used for, and by whom?","words":150,"answer":"prose"}},{"heading":"Sparrow red size","paragraphs":null,"points":null,"slot":{"prompt":"What is the usual figure, and in which unit? What makes it higher, and what lower?","words":150,"answer":"number"}},{"heading":"Wren red size","paragraphs":null,"points":null,"slot":{"prompt":"How is it measured in your own case?","words":150,"answer":"number"}},{"heading":"Robin red size","paragraphs":null,"points":null,"slot":{"prompt":"When does it matter, and when not? Which example makes it clear?","words":150,"answer":"number"}},{"heading":"How finch red size works in practice","paragraphs":null,"points":null,"slot":{"prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","words":150,"answer":"prose"}},{"heading":"Where to begin with finch red size","paragraphs":null,"points":null,"slot":{"prompt":"In which order do the steps go? How long does each of them take?","words":150,"answer":"prose"}}],"questions":null}', 0, 0, '2026-11-29 17:06:49.267756+00'),
	('01a22846-0d33-7b05-8c4f-9c20077ffaaa', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d08-7224-a5a0-65938586b769', '01a22846-0cf9-7277-8fcb-dfe23d3bda25', '9e3ef4e4d385f22c', 'Finch Red Song: A Practical Guide', true, '{"title":"Finch Red Song: A Practical Guide","description":"","opening":{"prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red song, wren red song and robin red song.","keywords":["finch red song"],"words":80},"intro":null,"sections":[{"heading":"Finch red song at a glance","paragraphs":null,"points":null,"slot":{"prompt":"What is it, in one sentence? What is it used for, and by whom?","words":150,"answer":"prose"}},{"heading":"Sparrow red song","paragraphs":null,"points":null,"slot":{"prompt":"When does it matter, and when not? Which example makes it clear?","words":150,"answer":"prose"}},{"heading":"Wren red song","paragraphs":null,"points":null,"slot":{"prompt":"What do people mean by it?","words":150,"answer":"prose"}},{"heading":"Robin red song","paragraphs":null,"points":null,"slot":{"prompt":"What should readers know about “Robin red song” afterwards?","words":150,"answer":"prose"}},{"heading":"How finch red song works in practice","paragraphs":null,"points":null,"slot":{"prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","words":150,"answer":"prose"}},{"heading":"Where to begin with finch red song","paragraphs":null,"points":null,"slot":{"prompt":"In which order do the steps go? How long does each of them take?","words":150,"answer":"prose"}}],"questions":null}', 0, 0, '2026-11-29 17:06:49.267756+00'),
	('01a22846-0d33-7b57-94ba-fe4489069683', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d08-7224-a5a0-65938586b769', '01a22846-0d01-7cf7-9d41-71ec461c24ce', '9e3ef4e4d385f22c', 'Finch Red Food: A Practical Guide', true, '{"title":"Finch Red Food: A Practical Guide","description":"","opening":{"prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red food, wren red food and robin red food.","keywords":["finch red food"],"words":80},"intro":null,"sections":[{"heading":"Finch red food at a glance","paragraphs":null,"points":null,"slot":{"prompt":"What is it, in one sentence? What is it used for, and by whom?","words":150,"answer":"prose"}},{"heading":"Sparrow red food","paragraphs":null,"points":null,"slot":{"prompt":"When does it matter, and when not? Which example makes it clear?","words":150,"answer":"prose"}},{"heading":"Wren red food","paragraphs":null,"points":null,"slot":{"prompt":"What do people mean by it?","words":150,"answer":"prose"}},{"heading":"Robin red food","paragraphs":null,"points":null,"slot":{"prompt":"What should readers know about “Robin red food” afterwards?","words":150,"answer":"prose"}},{"heading":"How finch red food works in practice","paragraphs":null,"points":null,"slot":{"prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","words":150,"answer":"prose"}},{"heading":"Where to begin with finch red food","paragraphs":null,"points":null,"slot":{"prompt":"In which order do the steps go? How long does each of them take?","words":150,"answer":"prose"}}],"questions":null}', 0, 0, '2026-11-29 17:06:49.267756+00');
INSERT INTO public.blueprint_clusters VALUES
	('01a22846-0c86-763f-b39f-2dcc7a265355', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0c85-7022-b157-3f8175676542', '01a22846-0c05-7b60-b32b-d2abc0f1c7ff', 'hub', '2026-11-29 17:06:49.094604+00'),
	('01a22846-0c86-7644-a5f3-18c31fdd6faf', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0c85-7022-b157-3f8175676542', '01a22846-0c05-7b66-8108-082e785d2f5a', 'supporting', '2026-11-29 17:06:49.094604+00'),
	('01a22846-0c86-7647-912a-04c3a37d404e', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0c85-7022-b157-3f8175676542', '01a22846-0c05-7b55-8346-3db8e46d4399', 'supporting', '2026-11-29 17:06:49.094604+00');
INSERT INTO public.blueprints VALUES
	('01a22846-0c85-7022-b157-3f8175676542', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '{"name": "Garden birds", "email": "", "offer": "", "phone": "", "author": "", "address": "", "tagline": "", "audience": "", "description": "For people who watch birds."}', 'review', 'approved', '2026-11-29 17:06:49.119599+00', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '2026-11-29 17:06:49.093019+00', '2026-11-29 17:06:49.11961+00');
INSERT INTO public.change_rows VALUES
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c5b-7c49-8e20-ff646d80e554', 'clusters', '01a22846-0c05-7b43-a263-a74dd5d04fe1', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c5b-7c49-8e20-ff646d80e554', 'clusters', '01a22846-0c05-7b4e-9d1e-a54a666cd65c', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c5b-7c49-8e20-ff646d80e554', 'clusters', '01a22846-0c05-7b50-a790-a39ac846ea42', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c5b-7c49-8e20-ff646d80e554', 'clusters', '01a22846-0c05-7b55-8346-3db8e46d4399', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c5b-7c49-8e20-ff646d80e554', 'clusters', '01a22846-0c05-7b5b-9a29-643f1be4d526', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c5b-7c49-8e20-ff646d80e554', 'clusters', '01a22846-0c05-7b60-b32b-d2abc0f1c7ff', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c5b-7c49-8e20-ff646d80e554', 'clusters', '01a22846-0c05-7b66-8108-082e785d2f5a', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c71-73c3-9a0b-c7c672299741', 'clusters', '01a22846-0c2c-7e96-afa1-92e5375a3e0a', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c71-73c3-9a0b-c7c672299741', 'clusters', '01a22846-0c2c-7ea0-bff4-ac5f3d1baee1', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c71-73c3-9a0b-c7c672299741', 'clusters', '01a22846-0c2c-7ea2-9632-b16031f8a67a', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c71-73c3-9a0b-c7c672299741', 'clusters', '01a22846-0c2c-7ea5-8c56-125226ab7157', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c71-73c3-9a0b-c7c672299741', 'clusters', '01a22846-0c2c-7eaa-a478-3362e164969f', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c71-73c3-9a0b-c7c672299741', 'clusters', '01a22846-0c2c-7eaf-b544-3c78a040632a', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c71-73c3-9a0b-c7c672299741', 'clusters', '01a22846-0c2c-7eb5-b0e7-6d85ac07ecee', '{"state": "proposed"}', '{"state": "approved"}');
INSERT INTO public.changes VALUES
	('01a22846-0c5b-7c49-8e20-ff646d80e554', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '“finch red size”: approved.', 7, NULL, '', '2026-11-29 17:06:49.051805+00'),
	('01a22846-0c71-73c3-9a0b-c7c672299741', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '“finch red size”: approved.', 7, NULL, '', '2026-11-29 17:06:49.073247+00');
INSERT INTO public.clusters VALUES
	('01a22846-0c05-7b43-a263-a74dd5d04fe1', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c05-7b4e-9d1e-a54a666cd65c', 'page', 'supporting', 'finch red eggs', 'finch red eggs', 'approved', false, false, false, 4, 104, 104, NULL, 54, '01a22846-0be3-7253-b21c-8cd0cfde374f', '2026-11-29 17:06:48.967194+00', '2026-11-29 17:06:49.056867+00', NULL),
	('01a22846-0c05-7b4e-9d1e-a54a666cd65c', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c05-7b50-a790-a39ac846ea42', 'topic', 'hub', 'finch red size', 'finch red size', 'approved', false, false, false, 20, 540, 540, NULL, 274, '01a22846-0be3-7253-b21c-8cd0cfde374f', '2026-11-29 17:06:48.966733+00', '2026-11-29 17:06:49.056867+00', NULL),
	('01a22846-0c2c-7e96-afa1-92e5375a3e0a', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0c2c-7ea0-bff4-ac5f3d1baee1', 'page', 'supporting', 'finch red eggs', 'finch red eggs', 'approved', false, false, false, 4, 104, 104, NULL, 54, '01a22846-0c1f-74fa-bb78-76dfff569265', '2026-11-29 17:06:49.005591+00', '2026-11-29 17:06:49.077975+00', NULL),
	('01a22846-0c05-7b55-8346-3db8e46d4399', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c05-7b4e-9d1e-a54a666cd65c', 'page', 'supporting', 'finch red food', 'finch red food', 'approved', false, false, false, 4, 108, 108, NULL, 54, '01a22846-0be3-7253-b21c-8cd0cfde374f', '2026-11-29 17:06:48.967194+00', '2026-11-29 17:06:49.056867+00', NULL),
	('01a22846-0c05-7b5b-9a29-643f1be4d526', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c05-7b4e-9d1e-a54a666cd65c', 'page', 'supporting', 'finch red nest', 'finch red nest', 'approved', false, false, false, 4, 100, 100, NULL, 50, '01a22846-0be3-7253-b21c-8cd0cfde374f', '2026-11-29 17:06:48.967194+00', '2026-11-29 17:06:49.056867+00', NULL),
	('01a22846-0c05-7b60-b32b-d2abc0f1c7ff', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c05-7b4e-9d1e-a54a666cd65c', 'page', 'hub', 'finch red size', 'finch red size', 'approved', false, false, false, 4, 116, 116, NULL, 58, '01a22846-0be3-7253-b21c-8cd0cfde374f', '2026-11-29 17:06:48.967194+00', '2026-11-29 17:06:49.056867+00', NULL),
	('01a22846-0c05-7b66-8108-082e785d2f5a', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c05-7b4e-9d1e-a54a666cd65c', 'page', 'supporting', 'finch red song', 'finch red song', 'approved', false, false, false, 4, 112, 112, NULL, 58, '01a22846-0be3-7253-b21c-8cd0cfde374f', '2026-11-29 17:06:48.967194+00', '2026-11-29 17:06:49.056867+00', NULL),
	('01a22846-0c05-7b50-a790-a39ac846ea42', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', NULL, 'pillar', 'hub', 'finch red size', 'finch red size', 'approved', false, false, false, 20, 540, 540, NULL, 274, '01a22846-0be3-7253-b21c-8cd0cfde374f', '2026-11-29 17:06:48.965808+00', '2026-11-29 17:06:49.062597+00', NULL),
	('01a22846-0c2c-7ea0-bff4-ac5f3d1baee1', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0c2c-7ea2-9632-b16031f8a67a', 'topic', 'hub', 'finch red size', 'finch red size', 'approved', false, false, false, 20, 540, 540, NULL, 274, '01a22846-0c1f-74fa-bb78-76dfff569265', '2026-11-29 17:06:49.005308+00', '2026-11-29 17:06:49.077975+00', NULL),
	('01a22846-0c2c-7ea5-8c56-125226ab7157', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0c2c-7ea0-bff4-ac5f3d1baee1', 'page', 'supporting', 'finch red food', 'finch red food', 'approved', false, false, false, 4, 108, 108, NULL, 54, '01a22846-0c1f-74fa-bb78-76dfff569265', '2026-11-29 17:06:49.005591+00', '2026-11-29 17:06:49.077975+00', NULL),
	('01a22846-0c2c-7eaa-a478-3362e164969f', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0c2c-7ea0-bff4-ac5f3d1baee1', 'page', 'supporting', 'finch red nest', 'finch red nest', 'approved', false, false, false, 4, 100, 100, NULL, 50, '01a22846-0c1f-74fa-bb78-76dfff569265', '2026-11-29 17:06:49.005591+00', '2026-11-29 17:06:49.077975+00', NULL),
	('01a22846-0c2c-7eaf-b544-3c78a040632a', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0c2c-7ea0-bff4-ac5f3d1baee1', 'page', 'hub', 'finch red size', 'finch red size', 'approved', false, false, false, 4, 116, 116, NULL, 58, '01a22846-0c1f-74fa-bb78-76dfff569265', '2026-11-29 17:06:49.005591+00', '2026-11-29 17:06:49.077975+00', NULL),
	('01a22846-0c2c-7eb5-b0e7-6d85ac07ecee', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0c2c-7ea0-bff4-ac5f3d1baee1', 'page', 'supporting', 'finch red song', 'finch red song', 'approved', false, false, false, 4, 112, 112, NULL, 58, '01a22846-0c1f-74fa-bb78-76dfff569265', '2026-11-29 17:06:49.005591+00', '2026-11-29 17:06:49.077975+00', NULL),
	('01a22846-0c2c-7ea2-9632-b16031f8a67a', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', NULL, 'pillar', 'hub', 'finch red size', 'finch red size', 'approved', false, false, false, 20, 540, 540, NULL, 274, '01a22846-0c1f-74fa-bb78-76dfff569265', '2026-11-29 17:06:49.004987+00', '2026-11-29 17:06:49.082005+00', NULL);
INSERT INTO public.contents VALUES
	('01a22846-0d2a-710f-b07b-0a84864e0dfe', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c91-7ba8-b73a-3e3822357ab4', '01a22846-0cee-7e3a-92b6-3c93af35bd65', 'Finch Red Size: A Practical Guide', 'finch-red-size', '', '[{"id": "b0b6ca54b9a8d", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "be9972a9008d8", "text": "Finch red size at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bd4e57f4377bf", "text": "Sparrow red size", "type": "heading", "level": 2}, {"id": "b54490a57e696", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b61e41ccdc3ed", "text": "Wren red size", "type": "heading", "level": 2}, {"id": "b4fc1f875b741", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bb02eb9b14da9", "text": "Robin red size", "type": "heading", "level": 2}, {"id": "bbae9b322f161", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bb8194da478a3", "text": "How finch red size works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bb6c29456a687", "text": "Where to begin with finch red size", "type": "heading", "level": 2}, {"id": "b0cead341db76", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}]', 'published', 2, 2, '2026-11-29 17:06:49.340228+00', '', false, 120, 0, false, 0, '2026-11-29 17:06:49.258398+00', '2026-11-29 17:06:49.411461+00', NULL),
	('01a22846-0d2f-79ae-8009-89df4b30ff37', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c93-75a0-bd51-70664e60c6c7', '01a22846-0cf9-7277-8fcb-dfe23d3bda25', 'Finch Red Song: A Practical Guide', 'finch-red-song', '', '[{"id": "b637c6f85041f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bfc48b36a3ea2", "text": "Finch red song at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b99c1803b1665", "text": "Sparrow red song", "type": "heading", "level": 2}, {"id": "b5af13e890ca7", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bae34a2fe9c29", "text": "Wren red song", "type": "heading", "level": 2}, {"id": "bc51032c00a27", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bbfbe5ea7db19", "text": "Robin red song", "type": "heading", "level": 2}, {"id": "b9583739689ce", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b75911e6aa85e", "text": "How finch red song works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b43ff74d45fb7", "text": "Where to begin with finch red song", "type": "heading", "level": 2}, {"id": "b0cead341db76", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}]', 'published', 2, 2, '2026-11-29 17:06:49.317802+00', '', false, 120, 0, false, 0, '2026-11-29 17:06:49.263855+00', '2026-11-29 17:06:49.411816+00', NULL),
	('01a22846-0d31-7cb1-bb40-64f421856ab3', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c94-7907-abe6-3e6a8062a071', '01a22846-0d01-7cf7-9d41-71ec461c24ce', 'Finch Red Food: A Practical Guide', 'finch-red-food', '', '[{"id": "b946c63e646dc", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bcb0825ad9449", "text": "Finch red food at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b572d69c03c70", "text": "Sparrow red food", "type": "heading", "level": 2}, {"id": "b5af13e890ca7", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b98a00f41c351", "text": "Wren red food", "type": "heading", "level": 2}, {"id": "bc51032c00a27", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bfc9e03fc0421", "text": "Robin red food", "type": "heading", "level": 2}, {"id": "b73b0ea160bee", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b7ebca82146bd", "text": "How finch red food works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b1ed31daabb03", "text": "Where to begin with finch red food", "type": "heading", "level": 2}, {"id": "b0cead341db76", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}]', 'published', 2, 2, '2026-11-29 17:06:49.29912+00', '', false, 120, 0, false, 0, '2026-11-29 17:06:49.266047+00', '2026-11-29 17:06:49.412027+00', NULL);
INSERT INTO public.credit_entries VALUES
	('01a22846-0b90-71cf-a815-8e231f0a63c0', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0b90-71cc-814c-e0e23dc6ede4', 'wallet', 1000, 'grant', 'sign-up', NULL, NULL, '01a22846-0b89-7485-8f9e-62b9b9973a8c', '', 'Welcome credits', '2026-11-29 17:06:48.848158+00'),
	('01a22846-0b90-71d0-9665-714885395ed2', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0b90-71cc-814c-e0e23dc6ede4', 'grants', -1000, 'grant', 'sign-up', NULL, NULL, '01a22846-0b89-7485-8f9e-62b9b9973a8c', '', 'Welcome credits', '2026-11-29 17:06:48.848158+00'),
	('01a22846-0c0b-7159-88f8-a077a2b7bc8a', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c0b-7157-9e8e-ff8f02735b16', 'wallet', -1, 'charge', '01a22846-0be3-7253-b21c-8cd0cfde374f', '01a22846-0be3-7253-b21c-8cd0cfde374f', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'auto_cluster', '', '2026-11-29 17:06:48.9711+00'),
	('01a22846-0c0b-715a-90a8-4accd59d7a9e', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c0b-7157-9e8e-ff8f02735b16', 'usage', 1, 'charge', '01a22846-0be3-7253-b21c-8cd0cfde374f', '01a22846-0be3-7253-b21c-8cd0cfde374f', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'auto_cluster', '', '2026-11-29 17:06:48.9711+00'),
	('01a22846-0c30-70bd-92ef-87ff7ea059c1', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c30-70bb-9871-d356559da093', 'wallet', -1, 'charge', '01a22846-0c1f-74fa-bb78-76dfff569265', '01a22846-0c1f-74fa-bb78-76dfff569265', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'auto_cluster', '', '2026-11-29 17:06:49.00806+00'),
	('01a22846-0c30-70be-bff2-f929bba0f767', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c30-70bb-9871-d356559da093', 'usage', 1, 'charge', '01a22846-0c1f-74fa-bb78-76dfff569265', '01a22846-0c1f-74fa-bb78-76dfff569265', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'auto_cluster', '', '2026-11-29 17:06:49.00806+00'),
	('01a22846-0cc2-744a-80bc-8f803942c2bc', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0cc2-7448-9617-3f115740876d', 'wallet', -3, 'charge', '01a22846-0cab-78fc-8780-d110d3922c86', '01a22846-0cab-78fc-8780-d110d3922c86', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'generate_ideas', '', '2026-11-29 17:06:49.154289+00'),
	('01a22846-0cc2-744b-8309-e617d56a4e92', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0cc2-7448-9617-3f115740876d', 'usage', 3, 'charge', '01a22846-0cab-78fc-8780-d110d3922c86', '01a22846-0cab-78fc-8780-d110d3922c86', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'generate_ideas', '', '2026-11-29 17:06:49.154289+00'),
	('01a22846-0d34-7cb6-afa5-3e01c7ad5fb3', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0d34-7cb5-8de8-333f825e9025', 'wallet', -3, 'charge', '01a22846-0d08-7224-a5a0-65938586b769', '01a22846-0d08-7224-a5a0-65938586b769', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'generate_content', '', '2026-11-29 17:06:49.268842+00'),
	('01a22846-0d34-7cb7-80ae-4382fefa9e1d', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0d34-7cb5-8de8-333f825e9025', 'usage', 3, 'charge', '01a22846-0d08-7224-a5a0-65938586b769', '01a22846-0d08-7224-a5a0-65938586b769', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'generate_content', '', '2026-11-29 17:06:49.268842+00');
INSERT INTO public.credit_holds VALUES
	('01a22846-0be4-7bcc-9008-02bc24b2aa3f', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0be3-7253-b21c-8cd0cfde374f', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 1, 'settled', '2026-11-29 17:06:48.970375+00', '2026-11-29 17:06:48.932779+00'),
	('01a22846-0c20-7478-aafc-50a11cf9889d', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0c1f-74fa-bb78-76dfff569265', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 1, 'settled', '2026-11-29 17:06:49.007617+00', '2026-11-29 17:06:48.992299+00'),
	('01a22846-0cac-73d1-921d-03adda321f27', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0cab-78fc-8780-d110d3922c86', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 3, 'settled', '2026-11-29 17:06:49.1538+00', '2026-11-29 17:06:49.132257+00'),
	('01a22846-0d09-7664-9243-dcad24ac1175', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0d08-7224-a5a0-65938586b769', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 3, 'settled', '2026-11-29 17:06:49.268349+00', '2026-11-29 17:06:49.225431+00'),
	('01a22846-0d86-7125-bc57-5d9df79890f0', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0d84-7e6c-bb2e-2a67e16f95c1', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 0, 'settled', '2026-11-29 17:06:49.38708+00', '2026-11-29 17:06:49.350081+00');
INSERT INTO public.destinations VALUES
	('01a22846-0d81-71ec-8280-4d3a078dc23e', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', 'renderer', 'IGNY8 renderer', '', '2026-11-29 17:06:49.386634+00', '2026-11-29 17:06:49.345134+00', '2026-11-29 17:06:49.386643+00');
INSERT INTO public.event_deliveries VALUES
	('01a22846-0b8d-74f7-b710-b942a8e32c29', 'signed_up', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0b8a-7478-8f6c-e820a1ce078e', '{"id": "01a22846-0b8d-74f7-b710-b942a8e32c29", "kind": "signed_up", "detail": "Birds", "subject": "ada@birds.test", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:48.845325Z"}', '[]', 0, '2026-11-29 17:06:48.845325+00', '2026-11-29 17:06:48.845325+00'),
	('01a22846-0b90-7ddd-8dd9-9c85e97e9a03', 'credits_granted', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0b90-71cf-a815-8e231f0a63c0', '{"id": "01a22846-0b90-7ddd-8dd9-9c85e97e9a03", "data": {"credits": 1000, "reference": "sign-up"}, "kind": "credits_granted", "detail": "Welcome credits", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0b90-71cf-a815-8e231f0a63c0", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:48.848909Z"}', '[]', 0, '2026-11-29 17:06:48.848909+00', '2026-11-29 17:06:48.848909+00'),
	('01a22846-0bbd-7b89-bc2e-14001bc0c1be', 'site_created', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0bbd-7346-b8d6-7fa465940a61', '{"id": "01a22846-0bbd-7b89-bc2e-14001bc0c1be", "kind": "site_created", "site_id": "01a22846-0bbd-7346-b8d6-7fa465940a61", "subject": "Garden birds", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0bbd-7346-b8d6-7fa465940a61", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:48.893756Z"}', '[]', 0, '2026-11-29 17:06:48.893756+00', '2026-11-29 17:06:48.893756+00'),
	('01a22846-0c0b-7a1c-b073-9c4227da32d2', 'run_ended', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0be3-7253-b21c-8cd0cfde374f', '{"id": "01a22846-0c0b-7a1c-b073-9c4227da32d2", "data": {"credits": 1, "outcome": "DONE", "function": "auto_cluster"}, "kind": "run_ended", "site_id": "01a22846-0bbd-7346-b8d6-7fa465940a61", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0be3-7253-b21c-8cd0cfde374f", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:48.971662Z"}', '[]', 0, '2026-11-29 17:06:48.971662+00', '2026-11-29 17:06:48.971662+00'),
	('01a22846-0c30-7758-bd31-6fbe2875330b', 'run_ended', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0c1f-74fa-bb78-76dfff569265', '{"id": "01a22846-0c30-7758-bd31-6fbe2875330b", "data": {"credits": 1, "outcome": "DONE", "function": "auto_cluster"}, "kind": "run_ended", "site_id": "01a22846-0bbd-7346-b8d6-7fa465940a61", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0c1f-74fa-bb78-76dfff569265", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:49.008481Z"}', '[]', 0, '2026-11-29 17:06:49.008481+00', '2026-11-29 17:06:49.008481+00'),
	('01a22846-0cc2-7bcf-89b4-616d0e951201', 'run_ended', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0cab-78fc-8780-d110d3922c86', '{"id": "01a22846-0cc2-7bcf-89b4-616d0e951201", "data": {"credits": 3, "outcome": "DONE", "function": "generate_ideas"}, "kind": "run_ended", "site_id": "01a22846-0bbd-7346-b8d6-7fa465940a61", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0cab-78fc-8780-d110d3922c86", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:49.154774Z"}', '[]', 0, '2026-11-29 17:06:49.154774+00', '2026-11-29 17:06:49.154774+00'),
	('01a22846-0d35-73b0-848d-ec75743e62cb', 'run_ended', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0d08-7224-a5a0-65938586b769', '{"id": "01a22846-0d35-73b0-848d-ec75743e62cb", "data": {"credits": 3, "outcome": "DONE", "function": "generate_content"}, "kind": "run_ended", "site_id": "01a22846-0bbd-7346-b8d6-7fa465940a61", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0d08-7224-a5a0-65938586b769", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:49.269242Z"}', '[]', 0, '2026-11-29 17:06:49.269242+00', '2026-11-29 17:06:49.269242+00'),
	('01a22846-0d4c-74cb-bda0-664d2fb37385', 'content_submitted', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0d31-7cb1-bb40-64f421856ab3', '{"id": "01a22846-0d4c-74cb-bda0-664d2fb37385", "data": {"revision": 2}, "kind": "content_submitted", "site_id": "01a22846-0bbd-7346-b8d6-7fa465940a61", "subject": "Finch Red Food: A Practical Guide", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0d31-7cb1-bb40-64f421856ab3", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:49.292314Z"}', '[]', 0, '2026-11-29 17:06:49.292314+00', '2026-11-29 17:06:49.292314+00'),
	('01a22846-0d53-7bbc-a772-9faf4b1d517c', 'content_approved', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0d31-7cb1-bb40-64f421856ab3', '{"id": "01a22846-0d53-7bbc-a772-9faf4b1d517c", "data": {"revision": 2}, "kind": "content_approved", "site_id": "01a22846-0bbd-7346-b8d6-7fa465940a61", "subject": "Finch Red Food: A Practical Guide", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0d31-7cb1-bb40-64f421856ab3", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:49.299769Z"}', '[]', 0, '2026-11-29 17:06:49.299769+00', '2026-11-29 17:06:49.299769+00'),
	('01a22846-0d60-700c-b01f-e554d2080d69', 'content_submitted', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0d2f-79ae-8009-89df4b30ff37', '{"id": "01a22846-0d60-700c-b01f-e554d2080d69", "data": {"revision": 2}, "kind": "content_submitted", "site_id": "01a22846-0bbd-7346-b8d6-7fa465940a61", "subject": "Finch Red Song: A Practical Guide", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0d2f-79ae-8009-89df4b30ff37", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:49.312003Z"}', '[]', 0, '2026-11-29 17:06:49.312003+00', '2026-11-29 17:06:49.312003+00'),
	('01a22846-0d66-7358-ad02-86fb7b5f216b', 'content_approved', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0d2f-79ae-8009-89df4b30ff37', '{"id": "01a22846-0d66-7358-ad02-86fb7b5f216b", "data": {"revision": 2}, "kind": "content_approved", "site_id": "01a22846-0bbd-7346-b8d6-7fa465940a61", "subject": "Finch Red Song: A Practical Guide", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0d2f-79ae-8009-89df4b30ff37", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:49.318219Z"}', '[]', 0, '2026-11-29 17:06:49.318219+00', '2026-11-29 17:06:49.318219+00'),
	('01a22846-0d76-7055-a974-36ba9964d98e', 'content_submitted', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0d2a-710f-b07b-0a84864e0dfe', '{"id": "01a22846-0d76-7055-a974-36ba9964d98e", "data": {"revision": 2}, "kind": "content_submitted", "site_id": "01a22846-0bbd-7346-b8d6-7fa465940a61", "subject": "Finch Red Size: A Practical Guide", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0d2a-710f-b07b-0a84864e0dfe", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:49.334022Z"}', '[]', 0, '2026-11-29 17:06:49.334022+00', '2026-11-29 17:06:49.334022+00'),
	('01a22846-0d7c-7aea-9547-2df5fa526647', 'content_approved', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0d2a-710f-b07b-0a84864e0dfe', '{"id": "01a22846-0d7c-7aea-9547-2df5fa526647", "data": {"revision": 2}, "kind": "content_approved", "site_id": "01a22846-0bbd-7346-b8d6-7fa465940a61", "subject": "Finch Red Size: A Practical Guide", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0d2a-710f-b07b-0a84864e0dfe", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:49.340715Z"}', '[]', 0, '2026-11-29 17:06:49.340715+00', '2026-11-29 17:06:49.340715+00'),
	('01a22846-0dab-7b5e-b348-9ad11f49f619', 'run_ended', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0d84-7e6c-bb2e-2a67e16f95c1', '{"id": "01a22846-0dab-7b5e-b348-9ad11f49f619", "data": {"outcome": "DONE", "function": "publish_site"}, "kind": "run_ended", "site_id": "01a22846-0bbd-7346-b8d6-7fa465940a61", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0d84-7e6c-bb2e-2a67e16f95c1", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:49.387745Z"}', '[]', 0, '2026-11-29 17:06:49.387745+00', '2026-11-29 17:06:49.387745+00'),
	('01a22846-0dc0-7e34-85ba-d0f3a1699b45', 'release_live', '01a22846-0b8a-7478-8f6c-e820a1ce078e/01a22846-0da9-7b25-af0f-3353032b7cf9', '{"id": "01a22846-0dc0-7e34-85ba-d0f3a1699b45", "data": {"number": 1}, "kind": "release_live", "site_id": "01a22846-0bbd-7346-b8d6-7fa465940a61", "user_id": "01a22846-0b89-7485-8f9e-62b9b9973a8c", "object_id": "01a22846-0da9-7b25-af0f-3353032b7cf9", "account_id": "01a22846-0b8a-7478-8f6c-e820a1ce078e", "created_at": "2026-11-29T17:06:49.408931Z"}', '[]', 0, '2026-11-29 17:06:49.408931+00', '2026-11-29 17:06:49.408931+00');
INSERT INTO public.events VALUES
	('01a22846-0b8d-74f7-b710-b942a8e32c29', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'signed_up', '', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'ada@birds.test', 'Birds', '{}', true, '2026-11-29 17:06:48.845325+00'),
	('01a22846-0b90-7ddd-8dd9-9c85e97e9a03', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'credits_granted', '', '01a22846-0b90-71cf-a815-8e231f0a63c0', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '', 'Welcome credits', '{"credits": 1000, "reference": "sign-up"}', false, '2026-11-29 17:06:48.848909+00'),
	('01a22846-0bbd-7b89-bc2e-14001bc0c1be', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'site_created', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'Garden birds', '', '{}', true, '2026-11-29 17:06:48.893756+00'),
	('01a22846-0c0b-7a1c-b073-9c4227da32d2', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'run_ended', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0be3-7253-b21c-8cd0cfde374f', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '', '', '{"credits": 1, "outcome": "DONE", "function": "auto_cluster"}', false, '2026-11-29 17:06:48.971662+00'),
	('01a22846-0c30-7758-bd31-6fbe2875330b', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'run_ended', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0c1f-74fa-bb78-76dfff569265', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '', '', '{"credits": 1, "outcome": "DONE", "function": "auto_cluster"}', false, '2026-11-29 17:06:49.008481+00'),
	('01a22846-0cc2-7bcf-89b4-616d0e951201', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'run_ended', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0cab-78fc-8780-d110d3922c86', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '', '', '{"credits": 3, "outcome": "DONE", "function": "generate_ideas"}', false, '2026-11-29 17:06:49.154774+00'),
	('01a22846-0d35-73b0-848d-ec75743e62cb', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'run_ended', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d08-7224-a5a0-65938586b769', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '', '', '{"credits": 3, "outcome": "DONE", "function": "generate_content"}', false, '2026-11-29 17:06:49.269242+00'),
	('01a22846-0d4c-74cb-bda0-664d2fb37385', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'content_submitted', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d31-7cb1-bb40-64f421856ab3', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'Finch Red Food: A Practical Guide', '', '{"revision": 2}', false, '2026-11-29 17:06:49.292314+00'),
	('01a22846-0d53-7bbc-a772-9faf4b1d517c', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'content_approved', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d31-7cb1-bb40-64f421856ab3', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'Finch Red Food: A Practical Guide', '', '{"revision": 2}', false, '2026-11-29 17:06:49.299769+00'),
	('01a22846-0d60-700c-b01f-e554d2080d69', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'content_submitted', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d2f-79ae-8009-89df4b30ff37', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'Finch Red Song: A Practical Guide', '', '{"revision": 2}', false, '2026-11-29 17:06:49.312003+00'),
	('01a22846-0d66-7358-ad02-86fb7b5f216b', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'content_approved', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d2f-79ae-8009-89df4b30ff37', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'Finch Red Song: A Practical Guide', '', '{"revision": 2}', false, '2026-11-29 17:06:49.318219+00'),
	('01a22846-0d76-7055-a974-36ba9964d98e', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'content_submitted', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d2a-710f-b07b-0a84864e0dfe', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'Finch Red Size: A Practical Guide', '', '{"revision": 2}', false, '2026-11-29 17:06:49.334022+00'),
	('01a22846-0d7c-7aea-9547-2df5fa526647', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'content_approved', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d2a-710f-b07b-0a84864e0dfe', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'Finch Red Size: A Practical Guide', '', '{"revision": 2}', false, '2026-11-29 17:06:49.340715+00'),
	('01a22846-0dab-7b5e-b348-9ad11f49f619', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'run_ended', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d84-7e6c-bb2e-2a67e16f95c1', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '', '', '{"outcome": "DONE", "function": "publish_site"}', false, '2026-11-29 17:06:49.387745+00'),
	('01a22846-0dc0-7e34-85ba-d0f3a1699b45', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'release_live', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0da9-7b25-af0f-3353032b7cf9', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '', '', '{"number": 1}', false, '2026-11-29 17:06:49.408931+00');
INSERT INTO public.gate_passages VALUES
	('01a22846-0c82-7bc5-988b-ac6c624224a7', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', 'planner', '2026-11-29 17:06:49.090771+00'),
	('01a22846-0ce9-7e32-bcfc-c5b8e88f88bd', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', 'builder', '2026-11-29 17:06:49.19393+00'),
	('01a22846-0d83-7798-a88a-cac56056df51', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', 'writer', '2026-11-29 17:06:49.347498+00');
INSERT INTO public.goose_db_version VALUES
	(1, 0, true, '2026-11-29 17:06:48.577997'),
	(2, 101, true, '2026-11-29 17:06:48.58551'),
	(3, 102, true, '2026-11-29 17:06:48.586771'),
	(4, 103, true, '2026-11-29 17:06:48.602527'),
	(5, 104, true, '2026-11-29 17:06:48.603913'),
	(6, 105, true, '2026-11-29 17:06:48.614861'),
	(7, 106, true, '2026-11-29 17:06:48.619283'),
	(8, 107, true, '2026-11-29 17:06:48.620846'),
	(9, 108, true, '2026-11-29 17:06:48.626843'),
	(10, 109, true, '2026-11-29 17:06:48.634661'),
	(11, 110, true, '2026-11-29 17:06:48.640001'),
	(12, 111, true, '2026-11-29 17:06:48.655824'),
	(13, 112, true, '2026-11-29 17:06:48.662262'),
	(14, 113, true, '2026-11-29 17:06:48.666203'),
	(15, 114, true, '2026-11-29 17:06:48.669521'),
	(16, 115, true, '2026-11-29 17:06:48.67313'),
	(17, 116, true, '2026-11-29 17:06:48.688645'),
	(18, 117, true, '2026-11-29 17:06:48.691889'),
	(19, 118, true, '2026-11-29 17:06:48.695241');
INSERT INTO public.ideas VALUES
	('01a22846-0cbd-7263-bc8c-4d4d264f44ae', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c05-7b60-b32b-d2abc0f1c7ff', '01a22846-0c91-7ba8-b73a-3e3822357ab4', '01a22846-0cab-78fc-8780-d110d3922c86', 'Finch Red Size: A Practical Guide', 'For people who search for “finch red size”: the page explains the subject from the ground up with practical examples. It also covers sparrow red size, wren red size, robin red size.', 'informational', '["Finch red size at a glance", "Sparrow red size", "Wren red size", "Robin red size", "How finch red size works in practice", "Where to begin with finch red size"]', '["finch red size", "sparrow red size", "wren red size", "robin red size"]', 'accepted', false, 116, '', '[]', NULL, '2026-11-29 17:06:49.150308+00', '2026-11-29 17:06:49.198954+00', NULL),
	('01a22846-0cbf-7210-8818-b0f53d3ea61d', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c05-7b66-8108-082e785d2f5a', '01a22846-0c93-75a0-bd51-70664e60c6c7', '01a22846-0cab-78fc-8780-d110d3922c86', 'Finch Red Song: A Practical Guide', 'For people who search for “finch red song”: the page explains the subject from the ground up with practical examples. It also covers sparrow red song, wren red song, robin red song.', 'informational', '["Finch red song at a glance", "Sparrow red song", "Wren red song", "Robin red song", "How finch red song works in practice", "Where to begin with finch red song"]', '["finch red song", "sparrow red song", "wren red song", "robin red song"]', 'accepted', false, 112, '', '[]', NULL, '2026-11-29 17:06:49.151811+00', '2026-11-29 17:06:49.209176+00', NULL),
	('01a22846-0cc0-72cc-acfa-109969a8c4ea', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c05-7b55-8346-3db8e46d4399', '01a22846-0c94-7907-abe6-3e6a8062a071', '01a22846-0cab-78fc-8780-d110d3922c86', 'Finch Red Food: A Practical Guide', 'For people who search for “finch red food”: the page explains the subject from the ground up with practical examples. It also covers sparrow red food, wren red food, robin red food.', 'informational', '["Finch red food at a glance", "Sparrow red food", "Wren red food", "Robin red food", "How finch red food works in practice", "Where to begin with finch red food"]', '["finch red food", "sparrow red food", "wren red food", "robin red food"]', 'accepted', false, 108, '', '[]', NULL, '2026-11-29 17:06:49.152819+00', '2026-11-29 17:06:49.217865+00', NULL);
INSERT INTO public.keyword_imports VALUES
	('01a22846-0bcf-7028-a0a6-e27b47f60a54', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '[{"date": "", "name": "birds.csv", "rows": 20, "notes": null, "parts": null, "format": "Keyword table", "joined": 0, "market": "", "tables": [{"key": "106966f7b39d4d9c6a7aef05817f5a53", "part": "", "fields": ["keyword", "volume"], "header": ["Keyword", "Volume"], "mapped": false, "sample": [["robin red nest", "10"], ["robin red eggs", "11"], ["robin red food", "12"]], "header_row": 1, "headerless": false}], "columns": [{"field": "keyword", "header": "Keyword"}, {"field": "volume", "header": "Volume"}], "ignored": null, "refusal": "", "updated": 0, "accepted": 20, "declined": 0, "encoding": "UTF-8", "imported": 20, "rejected": null, "delimiter": "comma", "duplicates": 0, "header_row": 1, "rejected_count": 0, "unknown_volumes": 0}]', 20, 20, 0, 0, 0, 0, 0, 'done', NULL, '2026-11-29 17:06:48.915388+00'),
	('01a22846-0bda-7151-b8f4-d1b0306af792', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '[{"date": "", "name": "birds.csv", "rows": 20, "notes": null, "parts": null, "format": "Keyword table", "joined": 0, "market": "", "tables": [{"key": "106966f7b39d4d9c6a7aef05817f5a53", "part": "", "fields": ["keyword", "volume"], "header": ["Keyword", "Volume"], "mapped": false, "sample": [["robin red nest", "10"], ["robin red eggs", "11"], ["robin red food", "12"]], "header_row": 1, "headerless": false}], "columns": [{"field": "keyword", "header": "Keyword"}, {"field": "volume", "header": "Volume"}], "ignored": null, "refusal": "", "updated": 0, "accepted": 20, "declined": 0, "encoding": "UTF-8", "imported": 20, "rejected": null, "delimiter": "comma", "duplicates": 0, "header_row": 1, "rejected_count": 0, "unknown_volumes": 0}]', 20, 20, 0, 0, 0, 0, 0, 'done', NULL, '2026-11-29 17:06:48.924903+00');
INSERT INTO public.keywords VALUES
	('01a22846-0bdb-785b-a5ef-704dee5a6f2a', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'finch red eggs', 'finch red eggs', 41, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 41, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 41}]', 'clustered', '01a22846-0c2c-7e96-afa1-92e5375a3e0a', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"robin red eggs\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bd1-73a6-9251-207c253097f9', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'finch red eggs', 'finch red eggs', 41, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 41, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 41}]', 'clustered', '01a22846-0c05-7b43-a263-a74dd5d04fe1', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"robin red eggs\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73aa-ad4f-c680797b6de9', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'finch red food', 'finch red food', 42, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 42, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 42}]', 'clustered', '01a22846-0c05-7b55-8346-3db8e46d4399', '[{"kind": "shared_words", "text": "shares \"red food\" with \"robin red food\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73b5-a401-7abbae0083f9', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'finch red nest', 'finch red nest', 40, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 40, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 40}]', 'clustered', '01a22846-0c05-7b5b-9a29-643f1be4d526', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"robin red nest\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73bd-81a0-e97e6ceba4fc', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'finch red size', 'finch red size', 44, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 44, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 44}]', 'clustered', '01a22846-0c05-7b60-b32b-d2abc0f1c7ff', '[{"kind": "shared_words", "text": "shares \"red size\" with \"robin red size\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73be-a1bc-545d59df1581', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'finch red song', 'finch red song', 43, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 43, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 43}]', 'clustered', '01a22846-0c05-7b66-8108-082e785d2f5a', '[{"kind": "shared_words", "text": "shares \"red song\" with \"robin red song\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73c5-8f61-8e626cd7c749', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'robin red eggs', 'robin red eggs', 11, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 11, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 11}]', 'clustered', '01a22846-0c05-7b43-a263-a74dd5d04fe1', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73c6-b901-535fedc87340', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'robin red food', 'robin red food', 12, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 12, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 12}]', 'clustered', '01a22846-0c05-7b55-8346-3db8e46d4399', '[{"kind": "shared_words", "text": "shares \"red food\" with \"finch red food\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73c7-82b6-2031a01c8ce1', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'robin red nest', 'robin red nest', 10, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 10, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 10}]', 'clustered', '01a22846-0c05-7b5b-9a29-643f1be4d526', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"finch red nest\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73c8-9fe0-abeb5ce3f27a', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'robin red size', 'robin red size', 14, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 14, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 14}]', 'clustered', '01a22846-0c05-7b60-b32b-d2abc0f1c7ff', '[{"kind": "shared_words", "text": "shares \"red size\" with \"finch red size\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73ce-805d-99d0bfd9f861', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'robin red song', 'robin red song', 13, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 13, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 13}]', 'clustered', '01a22846-0c05-7b66-8108-082e785d2f5a', '[{"kind": "shared_words", "text": "shares \"red song\" with \"finch red song\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73cf-9be9-75b3f61242a3', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'sparrow red eggs', 'sparrow red eggs', 31, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 31, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 31}]', 'clustered', '01a22846-0c05-7b43-a263-a74dd5d04fe1', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73d0-976d-2f3eeb0fd1bf', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'sparrow red food', 'sparrow red food', 32, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 32, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 32}]', 'clustered', '01a22846-0c05-7b55-8346-3db8e46d4399', '[{"kind": "shared_words", "text": "shares \"red food\" with \"finch red food\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73d1-9a89-c6c6bd59cc3c', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'sparrow red nest', 'sparrow red nest', 30, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 30, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 30}]', 'clustered', '01a22846-0c05-7b5b-9a29-643f1be4d526', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"finch red nest\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73d2-a4ce-e50d0b95704d', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'sparrow red size', 'sparrow red size', 34, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 34, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 34}]', 'clustered', '01a22846-0c05-7b60-b32b-d2abc0f1c7ff', '[{"kind": "shared_words", "text": "shares \"red size\" with \"finch red size\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73d3-b044-4ba16b8e983e', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'sparrow red song', 'sparrow red song', 33, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 33, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 33}]', 'clustered', '01a22846-0c05-7b66-8108-082e785d2f5a', '[{"kind": "shared_words", "text": "shares \"red song\" with \"finch red song\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73d5-83d9-cde6ccf23144', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'wren red eggs', 'wren red eggs', 21, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 21, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 21}]', 'clustered', '01a22846-0c05-7b43-a263-a74dd5d04fe1', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73d6-ac59-63990de6569f', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'wren red food', 'wren red food', 22, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 22, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 22}]', 'clustered', '01a22846-0c05-7b55-8346-3db8e46d4399', '[{"kind": "shared_words", "text": "shares \"red food\" with \"finch red food\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73de-af6a-335733545633', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'wren red nest', 'wren red nest', 20, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 20, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 20}]', 'clustered', '01a22846-0c05-7b5b-9a29-643f1be4d526', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"finch red nest\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73df-b1ef-555de50ad869', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'wren red size', 'wren red size', 24, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 24, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 24}]', 'clustered', '01a22846-0c05-7b60-b32b-d2abc0f1c7ff', '[{"kind": "shared_words", "text": "shares \"red size\" with \"finch red size\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bd1-73e0-a079-99679d74e91e', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0bcf-7028-a0a6-e27b47f60a54', 'wren red song', 'wren red song', 23, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 23, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 23}]', 'clustered', '01a22846-0c05-7b66-8108-082e785d2f5a', '[{"kind": "shared_words", "text": "shares \"red song\" with \"finch red song\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.913476+00', '2026-11-29 17:06:48.967864+00'),
	('01a22846-0bdb-7860-92f7-d3e45d8ce7d7', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'finch red food', 'finch red food', 42, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 42, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 42}]', 'clustered', '01a22846-0c2c-7ea5-8c56-125226ab7157', '[{"kind": "shared_words", "text": "shares \"red food\" with \"robin red food\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-786c-9cc1-643e1cb97cb9', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'finch red nest', 'finch red nest', 40, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 40, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 40}]', 'clustered', '01a22846-0c2c-7eaa-a478-3362e164969f', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"robin red nest\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-7874-b58e-353f32f597d8', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'finch red size', 'finch red size', 44, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 44, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 44}]', 'clustered', '01a22846-0c2c-7eaf-b544-3c78a040632a', '[{"kind": "shared_words", "text": "shares \"red size\" with \"robin red size\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-7877-b930-e952aa366b99', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'finch red song', 'finch red song', 43, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 43, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 43}]', 'clustered', '01a22846-0c2c-7eb5-b0e7-6d85ac07ecee', '[{"kind": "shared_words", "text": "shares \"red song\" with \"robin red song\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-788b-b1b9-e7b3c1855f83', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'robin red eggs', 'robin red eggs', 11, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 11, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 11}]', 'clustered', '01a22846-0c2c-7e96-afa1-92e5375a3e0a', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-788c-9a01-bb62dd70c0c3', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'robin red food', 'robin red food', 12, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 12, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 12}]', 'clustered', '01a22846-0c2c-7ea5-8c56-125226ab7157', '[{"kind": "shared_words", "text": "shares \"red food\" with \"finch red food\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-788e-bd5e-1acfde8da42d', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'robin red nest', 'robin red nest', 10, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 10, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 10}]', 'clustered', '01a22846-0c2c-7eaa-a478-3362e164969f', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"finch red nest\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-788f-9b83-77d35cbd0fba', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'robin red size', 'robin red size', 14, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 14, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 14}]', 'clustered', '01a22846-0c2c-7eaf-b544-3c78a040632a', '[{"kind": "shared_words", "text": "shares \"red size\" with \"finch red size\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-78ab-9c9c-52cdeea9e8f4', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'robin red song', 'robin red song', 13, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 13, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 13}]', 'clustered', '01a22846-0c2c-7eb5-b0e7-6d85ac07ecee', '[{"kind": "shared_words", "text": "shares \"red song\" with \"finch red song\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-78ac-8b0b-9a52934ab214', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'sparrow red eggs', 'sparrow red eggs', 31, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 31, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 31}]', 'clustered', '01a22846-0c2c-7e96-afa1-92e5375a3e0a', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-78ad-acfb-81e17f470de8', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'sparrow red food', 'sparrow red food', 32, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 32, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 32}]', 'clustered', '01a22846-0c2c-7ea5-8c56-125226ab7157', '[{"kind": "shared_words", "text": "shares \"red food\" with \"finch red food\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-78ae-b5b5-26fa8433f64a', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'sparrow red nest', 'sparrow red nest', 30, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 30, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 30}]', 'clustered', '01a22846-0c2c-7eaa-a478-3362e164969f', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"finch red nest\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-78b0-b519-201ccb88c1fd', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'sparrow red size', 'sparrow red size', 34, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 34, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 34}]', 'clustered', '01a22846-0c2c-7eaf-b544-3c78a040632a', '[{"kind": "shared_words", "text": "shares \"red size\" with \"finch red size\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-78b1-b9f2-1215b9ee7b11', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'sparrow red song', 'sparrow red song', 33, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 33, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 33}]', 'clustered', '01a22846-0c2c-7eb5-b0e7-6d85ac07ecee', '[{"kind": "shared_words", "text": "shares \"red song\" with \"finch red song\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-78b2-8705-141ce0ae45db', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'wren red eggs', 'wren red eggs', 21, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 21, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 21}]', 'clustered', '01a22846-0c2c-7e96-afa1-92e5375a3e0a', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-78b3-82df-dd396e60fb19', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'wren red food', 'wren red food', 22, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 22, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 22}]', 'clustered', '01a22846-0c2c-7ea5-8c56-125226ab7157', '[{"kind": "shared_words", "text": "shares \"red food\" with \"finch red food\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-78d2-a2fd-4ccfcef31250', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'wren red nest', 'wren red nest', 20, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 20, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 20}]', 'clustered', '01a22846-0c2c-7eaa-a478-3362e164969f', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"finch red nest\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-78d3-8448-cc4052f2a0ca', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'wren red size', 'wren red size', 24, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 24, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 24}]', 'clustered', '01a22846-0c2c-7eaf-b544-3c78a040632a', '[{"kind": "shared_words", "text": "shares \"red size\" with \"finch red size\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00'),
	('01a22846-0bdb-78d5-ae8c-9c9e5914a935', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0bda-7151-b8f4-d1b0306af792', 'wren red song', 'wren red song', 23, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, NULL, 23, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 23}]', 'clustered', '01a22846-0c2c-7eb5-b0e7-6d85ac07ecee', '[{"kind": "shared_words", "text": "shares \"red song\" with \"finch red song\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 17:06:48.923798+00', '2026-11-29 17:06:49.006038+00');
INSERT INTO public.memberships VALUES
	('01a22846-0b8b-75bc-9bc5-a8734ea4715f', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'owner', '2026-11-29 17:06:48.84343+00', '2026-11-29 17:06:48.84343+00');
INSERT INTO public.oldest_program VALUES
	('0.1.0');
INSERT INTO public.pages VALUES
	('01a22846-0c90-7d8d-808a-79d55945908d', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', NULL, NULL, NULL, 'home', 'own', 'planned', '/', 'garden-birds', 'Garden birds', '', '', '', '', '', '[]', 'Every site has a home page.', 0, '2026-11-29 17:06:49.105288+00', '2026-11-29 17:06:49.123288+00', NULL),
	('01a22846-0c95-7bc8-a260-2d6856d5f37d', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', NULL, NULL, NULL, 'about', 'own', 'planned', '/about/', 'about', 'About Garden birds', '', '', '', '', '', '[]', 'Readers and search engines look for who writes here.', 4, '2026-11-29 17:06:49.109981+00', '2026-11-29 17:06:49.123288+00', NULL),
	('01a22846-0c96-7977-8004-f47e8c0f579f', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', NULL, NULL, NULL, 'contact', 'own', 'planned', '/contact/', 'contact', 'Contact', '', '', '', '', '', '[]', 'Readers need a way to reach the business.', 5, '2026-11-29 17:06:49.110786+00', '2026-11-29 17:06:49.123288+00', NULL),
	('01a22846-0c91-7ba8-b73a-3e3822357ab4', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c05-7b60-b32b-d2abc0f1c7ff', NULL, 'article', 'own', 'published', '/finch-red-size/', 'finch-red-size', 'Finch Red Size: A Practical Guide', '', '', '', 'hub', 'informational', '["finch red size", "sparrow red size", "wren red size", "robin red size"]', '', 1, '2026-11-29 17:06:49.106005+00', '2026-11-29 17:06:49.412586+00', NULL),
	('01a22846-0c93-75a0-bd51-70664e60c6c7', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c05-7b66-8108-082e785d2f5a', NULL, 'article', 'own', 'published', '/finch-red-song/', 'finch-red-song', 'Finch Red Song: A Practical Guide', '', '', '', 'supporting', 'informational', '["finch red song", "sparrow red song", "wren red song", "robin red song"]', '', 2, '2026-11-29 17:06:49.10761+00', '2026-11-29 17:06:49.412755+00', NULL),
	('01a22846-0c94-7907-abe6-3e6a8062a071', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c05-7b55-8346-3db8e46d4399', NULL, 'article', 'own', 'published', '/finch-red-food/', 'finch-red-food', 'Finch Red Food: A Practical Guide', '', '', '', 'supporting', 'informational', '["finch red food", "sparrow red food", "wren red food", "robin red food"]', '', 3, '2026-11-29 17:06:49.108818+00', '2026-11-29 17:06:49.412915+00', NULL);
INSERT INTO public.publications VALUES
	('01a22846-0dc1-7c68-8e6f-59719f1d43de', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d81-71ec-8280-4d3a078dc23e', '01a22846-0d2a-710f-b07b-0a84864e0dfe', 2, '/finch-red-size/', 'live', '2026-11-29 17:06:49.409818+00', '2026-11-29 17:06:49.409818+00'),
	('01a22846-0dc2-73ff-9164-bf6fbb72d69b', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d81-71ec-8280-4d3a078dc23e', '01a22846-0d2f-79ae-8009-89df4b30ff37', 2, '/finch-red-song/', 'live', '2026-11-29 17:06:49.41027+00', '2026-11-29 17:06:49.41027+00'),
	('01a22846-0dc2-76c4-b084-fe5d6546852c', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d81-71ec-8280-4d3a078dc23e', '01a22846-0d31-7cb1-bb40-64f421856ab3', 2, '/finch-red-food/', 'live', '2026-11-29 17:06:49.410451+00', '2026-11-29 17:06:49.410451+00');
INSERT INTO public.release_runs VALUES
	('01a22846-0d84-7e6c-bb2e-2a67e16f95c1', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0da9-7b25-af0f-3353032b7cf9');
INSERT INTO public.releases VALUES
	('01a22846-0da9-7b25-af0f-3353032b7cf9', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d81-71ec-8280-4d3a078dc23e', 1, '20261129T170649Z-6f30729b36ae', '6f30729b36aeb541e6cd2825488f5441e705bae4f7e770510053e1ab46ed700f', 5, 11, 45808, '[{"path": "/finch-red-size/", "revision": 2, "content_id": "01a22846-0d2a-710f-b07b-0a84864e0dfe"}, {"path": "/finch-red-song/", "revision": 2, "content_id": "01a22846-0d2f-79ae-8009-89df4b30ff37"}, {"path": "/finch-red-food/", "revision": 2, "content_id": "01a22846-0d31-7cb1-bb40-64f421856ab3"}]', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '2026-11-29 17:06:49.408115+00', '2026-11-29 17:06:49.385738+00');
INSERT INTO public.revisions VALUES
	('01a22846-0d2b-799a-8199-75ecaf8f1d0e', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d2a-710f-b07b-0a84864e0dfe', 1, 'Finch Red Size: A Practical Guide', 'finch-red-size', '', '[{"id": "b0b6ca54b9a8d", "must": true, "type": "slot", "words": 80, "answer": "prose", "prompt": "Answer the main question in two or three sentences. Then say what the page covers: sparrow red size, wren red size and robin red size.", "keywords": ["finch red size"], "left_out": ""}, {"id": "be9972a9008d8", "text": "Finch red size at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What is it, in one sentence? What is it used for, and by whom?", "keywords": [], "left_out": ""}, {"id": "bd4e57f4377bf", "text": "Sparrow red size", "type": "heading", "level": 2}, {"id": "b54490a57e696", "must": true, "type": "slot", "words": 150, "answer": "number", "prompt": "What is the usual figure, and in which unit? What makes it higher, and what lower?", "keywords": [], "left_out": ""}, {"id": "b61e41ccdc3ed", "text": "Wren red size", "type": "heading", "level": 2}, {"id": "b4fc1f875b741", "must": true, "type": "slot", "words": 150, "answer": "number", "prompt": "How is it measured in your own case?", "keywords": [], "left_out": ""}, {"id": "bb02eb9b14da9", "text": "Robin red size", "type": "heading", "level": 2}, {"id": "bbae9b322f161", "must": true, "type": "slot", "words": 150, "answer": "number", "prompt": "When does it matter, and when not? Which example makes it clear?", "keywords": [], "left_out": ""}, {"id": "bb8194da478a3", "text": "How finch red size works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What is it often taken for, and what sets it apart? What happens, in which order?", "keywords": [], "left_out": ""}, {"id": "bb6c29456a687", "text": "Where to begin with finch red size", "type": "heading", "level": 2}, {"id": "b0cead341db76", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "In which order do the steps go? How long does each of them take?", "keywords": [], "left_out": ""}]', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '01a22846-0d08-7224-a5a0-65938586b769', 'drafted', '2026-11-29 17:06:49.259729+00'),
	('01a22846-0d30-72df-8e4f-1faf74af956f', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d2f-79ae-8009-89df4b30ff37', 1, 'Finch Red Song: A Practical Guide', 'finch-red-song', '', '[{"id": "b637c6f85041f", "must": true, "type": "slot", "words": 80, "answer": "prose", "prompt": "Answer the main question in two or three sentences. Then say what the page covers: sparrow red song, wren red song and robin red song.", "keywords": ["finch red song"], "left_out": ""}, {"id": "bfc48b36a3ea2", "text": "Finch red song at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What is it, in one sentence? What is it used for, and by whom?", "keywords": [], "left_out": ""}, {"id": "b99c1803b1665", "text": "Sparrow red song", "type": "heading", "level": 2}, {"id": "b5af13e890ca7", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "When does it matter, and when not? Which example makes it clear?", "keywords": [], "left_out": ""}, {"id": "bae34a2fe9c29", "text": "Wren red song", "type": "heading", "level": 2}, {"id": "bc51032c00a27", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What do people mean by it?", "keywords": [], "left_out": ""}, {"id": "bbfbe5ea7db19", "text": "Robin red song", "type": "heading", "level": 2}, {"id": "b9583739689ce", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What should readers know about “Robin red song” afterwards?", "keywords": [], "left_out": ""}, {"id": "b75911e6aa85e", "text": "How finch red song works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What is it often taken for, and what sets it apart? What happens, in which order?", "keywords": [], "left_out": ""}, {"id": "b43ff74d45fb7", "text": "Where to begin with finch red song", "type": "heading", "level": 2}, {"id": "b0cead341db76", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "In which order do the steps go? How long does each of them take?", "keywords": [], "left_out": ""}]', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '01a22846-0d08-7224-a5a0-65938586b769', 'drafted', '2026-11-29 17:06:49.264198+00'),
	('01a22846-0d32-7584-ae94-b56722aee47e', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d31-7cb1-bb40-64f421856ab3', 1, 'Finch Red Food: A Practical Guide', 'finch-red-food', '', '[{"id": "b946c63e646dc", "must": true, "type": "slot", "words": 80, "answer": "prose", "prompt": "Answer the main question in two or three sentences. Then say what the page covers: sparrow red food, wren red food and robin red food.", "keywords": ["finch red food"], "left_out": ""}, {"id": "bcb0825ad9449", "text": "Finch red food at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What is it, in one sentence? What is it used for, and by whom?", "keywords": [], "left_out": ""}, {"id": "b572d69c03c70", "text": "Sparrow red food", "type": "heading", "level": 2}, {"id": "b5af13e890ca7", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "When does it matter, and when not? Which example makes it clear?", "keywords": [], "left_out": ""}, {"id": "b98a00f41c351", "text": "Wren red food", "type": "heading", "level": 2}, {"id": "bc51032c00a27", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What do people mean by it?", "keywords": [], "left_out": ""}, {"id": "bfc9e03fc0421", "text": "Robin red food", "type": "heading", "level": 2}, {"id": "b73b0ea160bee", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What should readers know about “Robin red food” afterwards?", "keywords": [], "left_out": ""}, {"id": "b7ebca82146bd", "text": "How finch red food works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What is it often taken for, and what sets it apart? What happens, in which order?", "keywords": [], "left_out": ""}, {"id": "b1ed31daabb03", "text": "Where to begin with finch red food", "type": "heading", "level": 2}, {"id": "b0cead341db76", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "In which order do the steps go? How long does each of them take?", "keywords": [], "left_out": ""}]', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '01a22846-0d08-7224-a5a0-65938586b769', 'drafted', '2026-11-29 17:06:49.26637+00'),
	('01a22846-0d47-7a64-8d98-3de96df0e126', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d31-7cb1-bb40-64f421856ab3', 2, 'Finch Red Food: A Practical Guide', 'finch-red-food', '', '[{"id": "b946c63e646dc", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bcb0825ad9449", "text": "Finch red food at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b572d69c03c70", "text": "Sparrow red food", "type": "heading", "level": 2}, {"id": "b5af13e890ca7", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b98a00f41c351", "text": "Wren red food", "type": "heading", "level": 2}, {"id": "bc51032c00a27", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bfc9e03fc0421", "text": "Robin red food", "type": "heading", "level": 2}, {"id": "b73b0ea160bee", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b7ebca82146bd", "text": "How finch red food works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b1ed31daabb03", "text": "Where to begin with finch red food", "type": "heading", "level": 2}, {"id": "b0cead341db76", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}]', '01a22846-0b89-7485-8f9e-62b9b9973a8c', NULL, 'edited', '2026-11-29 17:06:49.287691+00'),
	('01a22846-0d5b-7827-9065-edc07273fb6d', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d2f-79ae-8009-89df4b30ff37', 2, 'Finch Red Song: A Practical Guide', 'finch-red-song', '', '[{"id": "b637c6f85041f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bfc48b36a3ea2", "text": "Finch red song at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b99c1803b1665", "text": "Sparrow red song", "type": "heading", "level": 2}, {"id": "b5af13e890ca7", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bae34a2fe9c29", "text": "Wren red song", "type": "heading", "level": 2}, {"id": "bc51032c00a27", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bbfbe5ea7db19", "text": "Robin red song", "type": "heading", "level": 2}, {"id": "b9583739689ce", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b75911e6aa85e", "text": "How finch red song works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b43ff74d45fb7", "text": "Where to begin with finch red song", "type": "heading", "level": 2}, {"id": "b0cead341db76", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}]', '01a22846-0b89-7485-8f9e-62b9b9973a8c', NULL, 'edited', '2026-11-29 17:06:49.307545+00'),
	('01a22846-0d70-7a7f-a77e-f4ca8c1d19ae', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0d2a-710f-b07b-0a84864e0dfe', 2, 'Finch Red Size: A Practical Guide', 'finch-red-size', '', '[{"id": "b0b6ca54b9a8d", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "be9972a9008d8", "text": "Finch red size at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bd4e57f4377bf", "text": "Sparrow red size", "type": "heading", "level": 2}, {"id": "b54490a57e696", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b61e41ccdc3ed", "text": "Wren red size", "type": "heading", "level": 2}, {"id": "b4fc1f875b741", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bb02eb9b14da9", "text": "Robin red size", "type": "heading", "level": 2}, {"id": "bbae9b322f161", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bb8194da478a3", "text": "How finch red size works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bb6c29456a687", "text": "Where to begin with finch red size", "type": "heading", "level": 2}, {"id": "b0cead341db76", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}]', '01a22846-0b89-7485-8f9e-62b9b9973a8c', NULL, 'edited', '2026-11-29 17:06:49.328703+00');
INSERT INTO public.runs VALUES
	('01a22846-0be3-7253-b21c-8cd0cfde374f', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '', 'auto_cluster', 'auto_cluster 01a22846-0bcc-7741-a8ea-a90bea06c610', '{}', 'DONE', 100, '20 keywords are in 5 page clusters.', 1, 1, 'built_in', '', '', '{"units": 1, "unit_price": 1}', '', NULL, '4be12ac46f7948e38ee881ec75a09801f92f43bae83f19185db883a0af176217', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 17:06:48.956584+00', '2026-11-29 17:06:48.971344+00', '2026-11-29 17:06:48.931153+00', '2026-11-29 17:06:48.931168+00', '2026-11-29 17:06:48.971357+00'),
	('01a22846-0c1f-74fa-bb78-76dfff569265', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '', 'auto_cluster', 'auto_cluster 01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '{}', 'DONE', 100, '20 keywords are in 5 page clusters.', 1, 1, 'built_in', '', '', '{"units": 1, "unit_price": 1}', '', NULL, 'bdb9309a669959fc58afc882d753ab5189392cf3315e876423693496654e80fc', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 17:06:48.999374+00', '2026-11-29 17:06:49.008262+00', '2026-11-29 17:06:48.991326+00', '2026-11-29 17:06:48.99134+00', '2026-11-29 17:06:49.008273+00'),
	('01a22846-0cab-78fc-8780-d110d3922c86', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '', 'generate_ideas', 'generate_ideas 01a22846-0bcc-7741-a8ea-a90bea06c610', '{}', 'DONE', 100, '3 ideas are ready.', 3, 3, 'built_in', '', '', '{"units": 3, "unit_price": 1}', '', NULL, 'a097fb133ba1a4e0c0c58b3a8339d512357689063ac3b89258d80d3ffe83ab9d', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 17:06:49.141316+00', '2026-11-29 17:06:49.154499+00', '2026-11-29 17:06:49.131589+00', '2026-11-29 17:06:49.1316+00', '2026-11-29 17:06:49.154513+00'),
	('01a22846-0d08-7224-a5a0-65938586b769', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', NULL, '01a22846-0b89-7485-8f9e-62b9b9973a8c', '', 'generate_content', 'generate_content 01a22846-0bbd-7346-b8d6-7fa465940a61', '{"task_ids": ["01a22846-0cee-7e3a-92b6-3c93af35bd65", "01a22846-0cf9-7277-8fcb-dfe23d3bda25", "01a22846-0d01-7cf7-9d41-71ec461c24ce"]}', 'DONE', 100, '3 outlines are ready to be written.', 3, 3, 'built_in', '', '', '{"units": 3, "unit_price": 1}', '', NULL, '9e3ef4e4d385f22cfc848e1bb447f6cea95ec121fae72d72d30ee270c9557700', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 17:06:49.243474+00', '2026-11-29 17:06:49.26904+00', '2026-11-29 17:06:49.22414+00', '2026-11-29 17:06:49.224152+00', '2026-11-29 17:06:49.269053+00'),
	('01a22846-0d84-7e6c-bb2e-2a67e16f95c1', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', NULL, '01a22846-0b89-7485-8f9e-62b9b9973a8c', '', 'publish_site', 'publish_site 01a22846-0bbd-7346-b8d6-7fa465940a61', '{"destination_id": "01a22846-0d81-71ec-8280-4d3a078dc23e"}', 'DONE', 100, 'The release is built.', 0, 0, 'built_in', '', '', '{"units": 0, "unit_price": 0}', '', NULL, '', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 17:06:49.367572+00', '2026-11-29 17:06:49.387504+00', '2026-11-29 17:06:49.348945+00', '2026-11-29 17:06:49.348957+00', '2026-11-29 17:06:49.387514+00');
INSERT INTO public.sectors VALUES
	('01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', 'Sector 1', 'sector 1', '2026-11-29 17:06:48.908548+00', '2026-11-29 17:06:48.908548+00', NULL),
	('01a22846-0bd8-72ef-bab3-9dcbcc9f6336', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', 'Sector 2', 'sector 2', '2026-11-29 17:06:48.920198+00', '2026-11-29 17:06:48.920198+00', NULL);
INSERT INTO public.sites VALUES
	('01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 'Garden birds', '', 'en', '', 'blog', false, '2026-11-29 17:06:48.893329+00', '2026-11-29 17:06:49.092459+00', NULL);
INSERT INTO public.stages VALUES
	('01a22846-0bbe-7b81-8f6e-66c85c896f80', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', 'planner', 'passed', 100, '', '2026-11-29 17:06:48.89476+00', '2026-11-29 17:06:49.085133+00'),
	('01a22846-0bc3-7851-8957-1cfa5ddbe3ae', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', 'builder', 'passed', 100, '', '2026-11-29 17:06:48.899551+00', '2026-11-29 17:06:49.126126+00'),
	('01a22846-0bc7-7030-b29f-115b7f8e8f5a', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', 'writer', 'passed', 100, '', '2026-11-29 17:06:48.903019+00', '2026-11-29 17:06:49.341977+00'),
	('01a22846-0bc8-7d72-98d6-0d07d39c91cc', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', 'publish', 'passed', 100, '', '2026-11-29 17:06:48.904887+00', '2026-11-29 17:06:49.414774+00');
INSERT INTO public.tasks VALUES
	('01a22846-0cee-7e3a-92b6-3c93af35bd65', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c91-7ba8-b73a-3e3822357ab4', '01a22846-0cbd-7263-bc8c-4d4d264f44ae', '', '', '{"angle": "For people who search for “finch red size”: the page explains the subject from the ground up with practical examples. It also covers sparrow red size, wren red size, robin red size.", "facts": null, "links": null, "terms": null, "intent": "informational", "length": 0, "outline": ["Finch red size at a glance", "Sparrow red size", "Wren red size", "Robin red size", "How finch red size works in practice", "Where to begin with finch red size"], "audience": "", "keywords": ["finch red size", "sparrow red size", "wren red size", "robin red size"], "questions": null, "out_of_scope": null}', false, '2026-11-29 17:06:49.203823+00', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'done', '2026-11-29 17:06:49.200568+00', '2026-11-29 17:06:49.340245+00', NULL),
	('01a22846-0d01-7cf7-9d41-71ec461c24ce', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c94-7907-abe6-3e6a8062a071', '01a22846-0cc0-72cc-acfa-109969a8c4ea', '', '', '{"angle": "For people who search for “finch red food”: the page explains the subject from the ground up with practical examples. It also covers sparrow red food, wren red food, robin red food.", "facts": null, "links": null, "terms": null, "intent": "informational", "length": 0, "outline": ["Finch red food at a glance", "Sparrow red food", "Wren red food", "Robin red food", "How finch red food works in practice", "Where to begin with finch red food"], "audience": "", "keywords": ["finch red food", "sparrow red food", "wren red food", "robin red food"], "questions": null, "out_of_scope": null}', false, '2026-11-29 17:06:49.221976+00', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'done', '2026-11-29 17:06:49.219051+00', '2026-11-29 17:06:49.299135+00', NULL),
	('01a22846-0cf9-7277-8fcb-dfe23d3bda25', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '01a22846-0bbd-7346-b8d6-7fa465940a61', '01a22846-0bcc-7741-a8ea-a90bea06c610', '01a22846-0c93-75a0-bd51-70664e60c6c7', '01a22846-0cbf-7210-8818-b0f53d3ea61d', '', '', '{"angle": "For people who search for “finch red song”: the page explains the subject from the ground up with practical examples. It also covers sparrow red song, wren red song, robin red song.", "facts": null, "links": null, "terms": null, "intent": "informational", "length": 0, "outline": ["Finch red song at a glance", "Sparrow red song", "Wren red song", "Robin red song", "How finch red song works in practice", "Where to begin with finch red song"], "audience": "", "keywords": ["finch red song", "sparrow red song", "wren red song", "robin red song"], "questions": null, "out_of_scope": null}', false, '2026-11-29 17:06:49.213249+00', '01a22846-0b89-7485-8f9e-62b9b9973a8c', 'done', '2026-11-29 17:06:49.210321+00', '2026-11-29 17:06:49.317815+00', NULL);
INSERT INTO public.throttles VALUES
	('sign-up 127.0.0.1', 1, '2026-11-29 18:06:48.790294+00');
INSERT INTO public.token_families VALUES
	('01a22846-0bba-7c2f-9577-580f53ded41d', '01a22846-0b89-7485-8f9e-62b9b9973a8c', '01a22846-0b8a-7478-8f6c-e820a1ce078e', '09ebcc6885eab9b73c5005743e2f1b49d1dfca178c7cab95568ca34b13d80eb2', NULL, '2026-12-29 17:06:48.890794+00', 'Go-http-client/1.1', '127.0.0.1', '2026-11-29 17:06:48.890794+00', '2026-11-29 17:06:48.890907+00');
INSERT INTO public.users VALUES
	('01a22846-0b89-7485-8f9e-62b9b9973a8c', 'ada@birds.test', 'ada@birds.test', 'Ada', '$argon2id$v=19$m=19456,t=2,p=1$EXjr+LA7Jzx/pU77/1JCuQ$hCAGE6pam7IR197DXdDRsEJUCUno99ktuGUjh6I4Ha8', false, '01a22846-0b8a-7478-8f6c-e820a1ce078e', '2026-11-29 17:06:48.841431+00', '2026-11-29 17:06:48.891493+00');
INSERT INTO public.wallets VALUES
	('01a22846-0b8e-7b22-9628-9e0487f06b20', '01a22846-0b8a-7478-8f6c-e820a1ce078e', 992, 0, false, NULL, '2026-11-29 17:06:48.846785+00', '2026-11-29 17:06:49.350281+00');
SELECT pg_catalog.setval('public.goose_db_version_id_seq', 19, true);
ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ai_circuits
    ADD CONSTRAINT ai_circuits_account_id_provider_key UNIQUE (account_id, provider);
ALTER TABLE ONLY public.ai_circuits
    ADD CONSTRAINT ai_circuits_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.ai_outputs
    ADD CONSTRAINT ai_outputs_account_id_run_id_item_input_hash_key UNIQUE (account_id, run_id, item, input_hash);
ALTER TABLE ONLY public.ai_outputs
    ADD CONSTRAINT ai_outputs_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.blueprint_clusters
    ADD CONSTRAINT blueprint_clusters_account_id_blueprint_id_cluster_id_key UNIQUE (account_id, blueprint_id, cluster_id);
ALTER TABLE ONLY public.blueprint_clusters
    ADD CONSTRAINT blueprint_clusters_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.blueprints
    ADD CONSTRAINT blueprints_account_id_site_id_key UNIQUE (account_id, site_id);
ALTER TABLE ONLY public.blueprints
    ADD CONSTRAINT blueprints_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.change_rows
    ADD CONSTRAINT change_rows_pkey PRIMARY KEY (account_id, change_id, noun, row_id);
ALTER TABLE ONLY public.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.claim_decisions
    ADD CONSTRAINT claim_decisions_account_id_content_id_mark_key UNIQUE (account_id, content_id, mark);
ALTER TABLE ONLY public.claim_decisions
    ADD CONSTRAINT claim_decisions_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.clusters
    ADD CONSTRAINT clusters_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.contents
    ADD CONSTRAINT contents_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.credit_entries
    ADD CONSTRAINT credit_entries_account_id_movement_id_book_key UNIQUE (account_id, movement_id, book);
ALTER TABLE ONLY public.credit_entries
    ADD CONSTRAINT credit_entries_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.credit_holds
    ADD CONSTRAINT credit_holds_account_id_run_id_key UNIQUE (account_id, run_id);
ALTER TABLE ONLY public.credit_holds
    ADD CONSTRAINT credit_holds_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.destinations
    ADD CONSTRAINT destinations_account_id_site_id_name_key UNIQUE (account_id, site_id, name);
ALTER TABLE ONLY public.destinations
    ADD CONSTRAINT destinations_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.email_changes
    ADD CONSTRAINT email_changes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.email_changes
    ADD CONSTRAINT email_changes_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.event_deliveries
    ADD CONSTRAINT event_deliveries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.former_facts
    ADD CONSTRAINT former_facts_account_id_site_id_name_key_value_key_key UNIQUE (account_id, site_id, name_key, value_key);
ALTER TABLE ONLY public.former_facts
    ADD CONSTRAINT former_facts_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.gate_passages
    ADD CONSTRAINT gate_passages_account_id_site_id_gate_key UNIQUE (account_id, site_id, gate);
ALTER TABLE ONLY public.gate_passages
    ADD CONSTRAINT gate_passages_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.gate_waivers
    ADD CONSTRAINT gate_waivers_account_id_site_id_gate_check_key_key UNIQUE (account_id, site_id, gate, check_key);
ALTER TABLE ONLY public.gate_waivers
    ADD CONSTRAINT gate_waivers_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.goose_db_version
    ADD CONSTRAINT goose_db_version_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ideas
    ADD CONSTRAINT ideas_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_account_id_key_key UNIQUE (account_id, key);
ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.image_variants
    ADD CONSTRAINT image_variants_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.images
    ADD CONSTRAINT images_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.integrations
    ADD CONSTRAINT integrations_account_id_kind_key UNIQUE (account_id, kind);
ALTER TABLE ONLY public.integrations
    ADD CONSTRAINT integrations_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.keyword_import_changes
    ADD CONSTRAINT keyword_import_changes_account_id_import_id_kind_key_key UNIQUE (account_id, import_id, kind, key);
ALTER TABLE ONLY public.keyword_import_changes
    ADD CONSTRAINT keyword_import_changes_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.keyword_import_pieces
    ADD CONSTRAINT keyword_import_pieces_account_id_import_id_number_piece_key UNIQUE (account_id, import_id, number, piece);
ALTER TABLE ONLY public.keyword_import_pieces
    ADD CONSTRAINT keyword_import_pieces_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.keyword_imports
    ADD CONSTRAINT keyword_imports_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.keyword_mappings
    ADD CONSTRAINT keyword_mappings_account_id_header_key_key UNIQUE (account_id, header_key);
ALTER TABLE ONLY public.keyword_mappings
    ADD CONSTRAINT keyword_mappings_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.keywords
    ADD CONSTRAINT keywords_account_id_sector_id_key_key UNIQUE (account_id, sector_id, key);
ALTER TABLE ONLY public.keywords
    ADD CONSTRAINT keywords_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.mailbox_messages
    ADD CONSTRAINT mailbox_messages_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_account_id_user_id_key UNIQUE (account_id, user_id);
ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT mentions_account_id_comment_id_user_id_key UNIQUE (account_id, comment_id, user_id);
ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT mentions_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.meta_proposals
    ADD CONSTRAINT meta_proposals_account_id_content_id_key UNIQUE (account_id, content_id);
ALTER TABLE ONLY public.meta_proposals
    ADD CONSTRAINT meta_proposals_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.page_terms
    ADD CONSTRAINT page_terms_account_id_page_id_term_id_key UNIQUE (account_id, page_id, term_id);
ALTER TABLE ONLY public.page_terms
    ADD CONSTRAINT page_terms_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.pages
    ADD CONSTRAINT pages_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.password_resets
    ADD CONSTRAINT password_resets_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.password_resets
    ADD CONSTRAINT password_resets_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.pending_sign_ups
    ADD CONSTRAINT pending_sign_ups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pending_sign_ups
    ADD CONSTRAINT pending_sign_ups_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.prompt_texts
    ADD CONSTRAINT prompt_texts_account_id_digest_key UNIQUE (account_id, digest);
ALTER TABLE ONLY public.prompt_texts
    ADD CONSTRAINT prompt_texts_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.prompt_versions
    ADD CONSTRAINT prompt_versions_account_id_place_name_number_key UNIQUE (account_id, place, name, number);
ALTER TABLE ONLY public.prompt_versions
    ADD CONSTRAINT prompt_versions_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.publications
    ADD CONSTRAINT publications_account_id_destination_id_content_id_key UNIQUE (account_id, destination_id, content_id);
ALTER TABLE ONLY public.publications
    ADD CONSTRAINT publications_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.release_runs
    ADD CONSTRAINT release_runs_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.releases
    ADD CONSTRAINT releases_account_id_site_id_build_key UNIQUE (account_id, site_id, build);
ALTER TABLE ONLY public.releases
    ADD CONSTRAINT releases_account_id_site_id_number_key UNIQUE (account_id, site_id, number);
ALTER TABLE ONLY public.releases
    ADD CONSTRAINT releases_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT revisions_account_id_content_id_number_key UNIQUE (account_id, content_id, number);
ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT revisions_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.run_batches
    ADD CONSTRAINT run_batches_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.run_subjects
    ADD CONSTRAINT run_subjects_account_id_function_subject_key UNIQUE (account_id, function, subject);
ALTER TABLE ONLY public.run_subjects
    ADD CONSTRAINT run_subjects_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.runs
    ADD CONSTRAINT runs_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.saved_views
    ADD CONSTRAINT saved_views_account_id_site_id_list_name_key_key UNIQUE (account_id, site_id, list, name_key);
ALTER TABLE ONLY public.saved_views
    ADD CONSTRAINT saved_views_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.sectors
    ADD CONSTRAINT sectors_account_id_site_id_name_key_key UNIQUE (account_id, site_id, name_key);
ALTER TABLE ONLY public.sectors
    ADD CONSTRAINT sectors_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.sign_in_failures
    ADD CONSTRAINT sign_in_failures_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.site_accesses
    ADD CONSTRAINT site_accesses_account_id_membership_id_site_id_key UNIQUE (account_id, membership_id, site_id);
ALTER TABLE ONLY public.site_accesses
    ADD CONSTRAINT site_accesses_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.site_facts
    ADD CONSTRAINT site_facts_account_id_site_id_name_key_key UNIQUE (account_id, site_id, name_key);
ALTER TABLE ONLY public.site_facts
    ADD CONSTRAINT site_facts_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.site_limits
    ADD CONSTRAINT site_limits_account_id_site_id_key UNIQUE (account_id, site_id);
ALTER TABLE ONLY public.site_limits
    ADD CONSTRAINT site_limits_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.site_voices
    ADD CONSTRAINT site_voices_account_id_site_id_key UNIQUE (account_id, site_id);
ALTER TABLE ONLY public.site_voices
    ADD CONSTRAINT site_voices_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.sites
    ADD CONSTRAINT sites_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.sketches
    ADD CONSTRAINT sketches_account_id_content_id_key UNIQUE (account_id, content_id);
ALTER TABLE ONLY public.sketches
    ADD CONSTRAINT sketches_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.stages
    ADD CONSTRAINT stages_account_id_site_id_gate_key UNIQUE (account_id, site_id, gate);
ALTER TABLE ONLY public.stages
    ADD CONSTRAINT stages_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.suggestions
    ADD CONSTRAINT suggestions_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_account_id_page_id_key UNIQUE (account_id, page_id);
ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.taxonomies
    ADD CONSTRAINT taxonomies_account_id_site_id_slug_key UNIQUE (account_id, site_id, slug);
ALTER TABLE ONLY public.taxonomies
    ADD CONSTRAINT taxonomies_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.terms
    ADD CONSTRAINT terms_account_id_taxonomy_id_slug_key UNIQUE (account_id, taxonomy_id, slug);
ALTER TABLE ONLY public.terms
    ADD CONSTRAINT terms_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.threads
    ADD CONSTRAINT threads_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.throttles
    ADD CONSTRAINT throttles_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.token_families
    ADD CONSTRAINT token_families_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.trash_items
    ADD CONSTRAINT trash_items_account_id_noun_row_id_key UNIQUE (account_id, noun, row_id);
ALTER TABLE ONLY public.trash_items
    ADD CONSTRAINT trash_items_account_id_trashed_at_key UNIQUE (account_id, trashed_at);
ALTER TABLE ONLY public.trash_items
    ADD CONSTRAINT trash_items_pkey PRIMARY KEY (account_id, id);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_email_key_key UNIQUE (email_key);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wallets
    ADD CONSTRAINT wallets_account_id_key UNIQUE (account_id);
ALTER TABLE ONLY public.wallets
    ADD CONSTRAINT wallets_pkey PRIMARY KEY (account_id, id);
CREATE INDEX blueprint_clusters_cluster ON public.blueprint_clusters USING btree (account_id, cluster_id);
CREATE INDEX changes_sector ON public.changes USING btree (account_id, sector_id, created_at, id);
CREATE INDEX clusters_demand ON public.clusters USING btree (account_id, sector_id, level, ((demand IS NULL)), demand, id);
CREATE INDEX clusters_difficulty ON public.clusters USING btree (account_id, sector_id, level, ((difficulty IS NULL)), difficulty, id);
CREATE INDEX clusters_keywords ON public.clusters USING btree (account_id, sector_id, level, keyword_count, id);
CREATE INDEX clusters_name ON public.clusters USING btree (account_id, sector_id, level, name_key, id);
CREATE INDEX clusters_opportunity ON public.clusters USING btree (account_id, sector_id, level, ((opportunity IS NULL)), opportunity, id);
CREATE INDEX clusters_parent ON public.clusters USING btree (account_id, parent_id);
CREATE INDEX clusters_tree ON public.clusters USING btree (account_id, sector_id, parent_id);
CREATE INDEX clusters_volume ON public.clusters USING btree (account_id, sector_id, level, ((volume IS NULL)), volume, id);
CREATE INDEX comments_thread ON public.comments USING btree (account_id, content_id, created_at);
CREATE INDEX contents_of_page ON public.contents USING btree (account_id, page_id);
CREATE UNIQUE INDEX contents_page ON public.contents USING btree (account_id, page_id) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX credit_entries_reference ON public.credit_entries USING btree (account_id, kind, reference, book) WHERE (reference <> ''::text);
CREATE INDEX credit_entries_time ON public.credit_entries USING btree (account_id, book, created_at);
CREATE INDEX email_changes_user ON public.email_changes USING btree (user_id);
CREATE INDEX event_deliveries_due ON public.event_deliveries USING btree (due_at, id);
CREATE INDEX event_deliveries_lane ON public.event_deliveries USING btree (lane, id);
CREATE INDEX events_audited ON public.events USING btree (account_id, created_at, id) WHERE audited;
CREATE INDEX ideas_cluster ON public.ideas USING btree (account_id, cluster_id);
CREATE INDEX ideas_of_page ON public.ideas USING btree (account_id, page_id);
CREATE UNIQUE INDEX ideas_page ON public.ideas USING btree (account_id, page_id) WHERE (deleted_at IS NULL);
CREATE INDEX ideas_planned ON public.ideas USING btree (account_id, site_id, planned_on);
CREATE INDEX ideas_sector ON public.ideas USING btree (account_id, sector_id, ((demand IS NULL)), demand, id);
CREATE INDEX ideas_site ON public.ideas USING btree (account_id, site_id, ((demand IS NULL)), demand, id);
CREATE INDEX image_variants_of_image ON public.image_variants USING btree (account_id, image_id);
CREATE UNIQUE INDEX images_cover ON public.images USING btree (account_id, page_id) WHERE (cover AND (deleted_at IS NULL));
CREATE INDEX images_of_page ON public.images USING btree (account_id, page_id);
CREATE INDEX images_of_site ON public.images USING btree (account_id, site_id, created_at);
CREATE INDEX keyword_imports_sector ON public.keyword_imports USING btree (account_id, sector_id, created_at);
CREATE INDEX keywords_cluster ON public.keywords USING btree (account_id, cluster_id);
CREATE INDEX keywords_difficulty ON public.keywords USING btree (account_id, sector_id, ((difficulty IS NULL)), difficulty, id);
CREATE INDEX keywords_facets ON public.keywords USING btree (account_id, sector_id, key, id, site_id, state, weak, pinned, question, intent, intent_by, volume, difficulty, opportunity, evidence_bits);
CREATE INDEX keywords_opportunity ON public.keywords USING btree (account_id, sector_id, ((opportunity IS NULL)), opportunity, id);
CREATE INDEX keywords_sector ON public.keywords USING btree (account_id, sector_id, state);
CREATE INDEX keywords_state ON public.keywords USING btree (account_id, site_id, state);
CREATE INDEX keywords_volume ON public.keywords USING btree (account_id, sector_id, ((volume IS NULL)), volume, id);
CREATE INDEX mailbox_messages_expiry ON public.mailbox_messages USING btree (expires_at);
CREATE UNIQUE INDEX memberships_owner ON public.memberships USING btree (account_id) WHERE (role = 'owner'::text);
CREATE INDEX memberships_user ON public.memberships USING btree (user_id);
CREATE INDEX mentions_waiting ON public.mentions USING btree (account_id, user_id, created_at) WHERE waits;
CREATE INDEX pages_cluster ON public.pages USING btree (account_id, cluster_id);
CREATE UNIQUE INDEX pages_path ON public.pages USING btree (account_id, site_id, path) WHERE (deleted_at IS NULL);
CREATE INDEX pending_sign_ups_email ON public.pending_sign_ups USING btree (email_key);
CREATE INDEX pending_sign_ups_expiry ON public.pending_sign_ups USING btree (expires_at);
CREATE INDEX publications_site ON public.publications USING btree (account_id, site_id, remote_state);
CREATE INDEX run_batches_of_site ON public.run_batches USING btree (account_id, site_id, created_at, id);
CREATE INDEX run_subjects_run ON public.run_subjects USING btree (account_id, run_id);
CREATE INDEX runs_asked ON public.runs USING btree (account_id, user_id, asked_at);
CREATE INDEX runs_batch ON public.runs USING btree (account_id, batch_id) WHERE (batch_id <> ''::text);
CREATE INDEX runs_inputs ON public.runs USING btree (account_id, function, inputs_hash) WHERE (phase = 'DONE'::text);
CREATE INDEX runs_lane ON public.runs USING btree (account_id, lane, created_at, id);
CREATE UNIQUE INDEX runs_leased ON public.runs USING btree (account_id, lane) WHERE (lease_owner <> ''::text);
CREATE UNIQUE INDEX runs_slots ON public.runs USING btree (account_id, slot) WHERE (lease_owner <> ''::text);
CREATE INDEX runs_time ON public.runs USING btree (account_id, created_at, id);
CREATE INDEX runs_waiting ON public.runs USING btree (account_id, created_at) WHERE (phase <> ALL (ARRAY['DONE'::text, 'FAILED'::text, 'CANCELLED'::text]));
CREATE INDEX sessions_expiry ON public.sessions USING btree (expires_at);
CREATE INDEX sessions_user ON public.sessions USING btree (user_id);
CREATE INDEX sign_in_failures_address ON public.sign_in_failures USING btree (address, failed_at);
CREATE INDEX sign_in_failures_email ON public.sign_in_failures USING btree (email_key, failed_at);
CREATE INDEX suggestions_content ON public.suggestions USING btree (account_id, content_id, created_at);
CREATE UNIQUE INDEX suggestions_open ON public.suggestions USING btree (account_id, content_id, block_id) WHERE (state = 'open'::text);
CREATE INDEX threads_content ON public.threads USING btree (account_id, content_id, created_at);
CREATE INDEX throttles_end ON public.throttles USING btree (ends_at);
CREATE INDEX token_families_user ON public.token_families USING btree (user_id);
CREATE INDEX trash_items_age ON public.trash_items USING btree (trashed_at);
ALTER TABLE ONLY public.ai_circuits
    ADD CONSTRAINT ai_circuits_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.ai_outputs
    ADD CONSTRAINT ai_outputs_account_id_run_id_fkey FOREIGN KEY (account_id, run_id) REFERENCES public.runs(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.blueprint_clusters
    ADD CONSTRAINT blueprint_clusters_account_id_blueprint_id_fkey FOREIGN KEY (account_id, blueprint_id) REFERENCES public.blueprints(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.blueprint_clusters
    ADD CONSTRAINT blueprint_clusters_account_id_cluster_id_fkey FOREIGN KEY (account_id, cluster_id) REFERENCES public.clusters(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.blueprints
    ADD CONSTRAINT blueprints_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.change_rows
    ADD CONSTRAINT change_rows_account_id_change_id_fkey FOREIGN KEY (account_id, change_id) REFERENCES public.changes(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.changes
    ADD CONSTRAINT changes_account_id_sector_id_fkey FOREIGN KEY (account_id, sector_id) REFERENCES public.sectors(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.claim_decisions
    ADD CONSTRAINT claim_decisions_account_id_content_id_fkey FOREIGN KEY (account_id, content_id) REFERENCES public.contents(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.clusters
    ADD CONSTRAINT clusters_account_id_parent_id_fkey FOREIGN KEY (account_id, parent_id) REFERENCES public.clusters(account_id, id);
ALTER TABLE ONLY public.clusters
    ADD CONSTRAINT clusters_account_id_sector_id_fkey FOREIGN KEY (account_id, sector_id) REFERENCES public.sectors(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_account_id_thread_id_fkey FOREIGN KEY (account_id, thread_id) REFERENCES public.threads(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.contents
    ADD CONSTRAINT contents_account_id_page_id_fkey FOREIGN KEY (account_id, page_id) REFERENCES public.pages(account_id, id);
ALTER TABLE ONLY public.contents
    ADD CONSTRAINT contents_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.contents
    ADD CONSTRAINT contents_account_id_task_id_fkey FOREIGN KEY (account_id, task_id) REFERENCES public.tasks(account_id, id);
ALTER TABLE ONLY public.credit_entries
    ADD CONSTRAINT credit_entries_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.credit_holds
    ADD CONSTRAINT credit_holds_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.destinations
    ADD CONSTRAINT destinations_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.email_changes
    ADD CONSTRAINT email_changes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.former_facts
    ADD CONSTRAINT former_facts_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.gate_passages
    ADD CONSTRAINT gate_passages_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.gate_waivers
    ADD CONSTRAINT gate_waivers_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.ideas
    ADD CONSTRAINT ideas_account_id_cluster_id_fkey FOREIGN KEY (account_id, cluster_id) REFERENCES public.clusters(account_id, id);
ALTER TABLE ONLY public.ideas
    ADD CONSTRAINT ideas_account_id_page_id_fkey FOREIGN KEY (account_id, page_id) REFERENCES public.pages(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.ideas
    ADD CONSTRAINT ideas_account_id_sector_id_fkey FOREIGN KEY (account_id, sector_id) REFERENCES public.sectors(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.image_variants
    ADD CONSTRAINT image_variants_account_id_image_id_fkey FOREIGN KEY (account_id, image_id) REFERENCES public.images(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.images
    ADD CONSTRAINT images_account_id_page_id_fkey FOREIGN KEY (account_id, page_id) REFERENCES public.pages(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.images
    ADD CONSTRAINT images_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.integrations
    ADD CONSTRAINT integrations_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.keyword_import_changes
    ADD CONSTRAINT keyword_import_changes_account_id_import_id_fkey FOREIGN KEY (account_id, import_id) REFERENCES public.keyword_imports(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.keyword_import_pieces
    ADD CONSTRAINT keyword_import_pieces_account_id_import_id_fkey FOREIGN KEY (account_id, import_id) REFERENCES public.keyword_imports(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.keyword_imports
    ADD CONSTRAINT keyword_imports_account_id_sector_id_fkey FOREIGN KEY (account_id, sector_id) REFERENCES public.sectors(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.keyword_mappings
    ADD CONSTRAINT keyword_mappings_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.keywords
    ADD CONSTRAINT keywords_account_id_cluster_id_fkey FOREIGN KEY (account_id, cluster_id) REFERENCES public.clusters(account_id, id);
ALTER TABLE ONLY public.keywords
    ADD CONSTRAINT keywords_account_id_sector_id_fkey FOREIGN KEY (account_id, sector_id) REFERENCES public.sectors(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT mentions_account_id_comment_id_fkey FOREIGN KEY (account_id, comment_id) REFERENCES public.comments(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.meta_proposals
    ADD CONSTRAINT meta_proposals_account_id_content_id_fkey FOREIGN KEY (account_id, content_id) REFERENCES public.contents(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.page_terms
    ADD CONSTRAINT page_terms_account_id_page_id_fkey FOREIGN KEY (account_id, page_id) REFERENCES public.pages(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.page_terms
    ADD CONSTRAINT page_terms_account_id_term_id_fkey FOREIGN KEY (account_id, term_id) REFERENCES public.terms(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.pages
    ADD CONSTRAINT pages_account_id_cluster_id_fkey FOREIGN KEY (account_id, cluster_id) REFERENCES public.clusters(account_id, id);
ALTER TABLE ONLY public.pages
    ADD CONSTRAINT pages_account_id_parent_id_fkey FOREIGN KEY (account_id, parent_id) REFERENCES public.pages(account_id, id);
ALTER TABLE ONLY public.pages
    ADD CONSTRAINT pages_account_id_sector_id_fkey FOREIGN KEY (account_id, sector_id) REFERENCES public.sectors(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.pages
    ADD CONSTRAINT pages_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.password_resets
    ADD CONSTRAINT password_resets_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.prompt_texts
    ADD CONSTRAINT prompt_texts_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.prompt_versions
    ADD CONSTRAINT prompt_versions_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.prompt_versions
    ADD CONSTRAINT prompt_versions_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.publications
    ADD CONSTRAINT publications_account_id_content_id_fkey FOREIGN KEY (account_id, content_id) REFERENCES public.contents(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.publications
    ADD CONSTRAINT publications_account_id_destination_id_fkey FOREIGN KEY (account_id, destination_id) REFERENCES public.destinations(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.release_runs
    ADD CONSTRAINT release_runs_account_id_release_id_fkey FOREIGN KEY (account_id, release_id) REFERENCES public.releases(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.releases
    ADD CONSTRAINT releases_account_id_destination_id_fkey FOREIGN KEY (account_id, destination_id) REFERENCES public.destinations(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT revisions_account_id_content_id_fkey FOREIGN KEY (account_id, content_id) REFERENCES public.contents(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.run_batches
    ADD CONSTRAINT run_batches_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.run_subjects
    ADD CONSTRAINT run_subjects_account_id_run_id_fkey FOREIGN KEY (account_id, run_id) REFERENCES public.runs(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.runs
    ADD CONSTRAINT runs_account_id_sector_id_fkey FOREIGN KEY (account_id, sector_id) REFERENCES public.sectors(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.runs
    ADD CONSTRAINT runs_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.saved_views
    ADD CONSTRAINT saved_views_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.sectors
    ADD CONSTRAINT sectors_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.site_accesses
    ADD CONSTRAINT site_accesses_account_id_membership_id_fkey FOREIGN KEY (account_id, membership_id) REFERENCES public.memberships(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.site_accesses
    ADD CONSTRAINT site_accesses_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.site_facts
    ADD CONSTRAINT site_facts_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.site_limits
    ADD CONSTRAINT site_limits_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.site_voices
    ADD CONSTRAINT site_voices_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.sites
    ADD CONSTRAINT sites_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.sketches
    ADD CONSTRAINT sketches_account_id_content_id_fkey FOREIGN KEY (account_id, content_id) REFERENCES public.contents(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.sketches
    ADD CONSTRAINT sketches_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.stages
    ADD CONSTRAINT stages_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.suggestions
    ADD CONSTRAINT suggestions_account_id_content_id_fkey FOREIGN KEY (account_id, content_id) REFERENCES public.contents(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_account_id_idea_id_fkey FOREIGN KEY (account_id, idea_id) REFERENCES public.ideas(account_id, id);
ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_account_id_page_id_fkey FOREIGN KEY (account_id, page_id) REFERENCES public.pages(account_id, id);
ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.taxonomies
    ADD CONSTRAINT taxonomies_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.terms
    ADD CONSTRAINT terms_account_id_taxonomy_id_fkey FOREIGN KEY (account_id, taxonomy_id) REFERENCES public.taxonomies(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.threads
    ADD CONSTRAINT threads_account_id_content_id_fkey FOREIGN KEY (account_id, content_id) REFERENCES public.contents(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.token_families
    ADD CONSTRAINT token_families_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.token_families
    ADD CONSTRAINT token_families_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.trash_items
    ADD CONSTRAINT trash_items_account_id_site_id_fkey FOREIGN KEY (account_id, site_id) REFERENCES public.sites(account_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.wallets
    ADD CONSTRAINT wallets_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
