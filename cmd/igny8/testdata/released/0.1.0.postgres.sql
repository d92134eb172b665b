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
    updated_at timestamp with time zone NOT NULL
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
    updated_at timestamp with time zone NOT NULL
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
    updated_at timestamp with time zone NOT NULL
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
	('01a22810-815f-7e7b-bf00-76e98190d3d1', 'Birds', '2026-11-29 16:08:20.064076+00', '2026-11-29 16:08:20.064076+00');
INSERT INTO public.ai_outputs VALUES
	('01a22810-84b5-7ea1-909c-56a262b2990e', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83f8-7717-83ae-76a71536d474', '01a22810-8355-77c3-a5c0-73234e29393b', 'fd4a217f93294e59', '20 keywords', true, '{"Pages":[{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red eggs","Members":[{"Key":"finch red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"robin red eggs\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red food","Members":[{"Key":"finch red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"robin red food\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red nest","Members":[{"Key":"finch red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"robin red nest\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red size","Members":[{"Key":"finch red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"robin red size\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red song","Members":[{"Key":"finch red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"robin red song\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true}]}],"GivenPages":0,"Review":""}', 0, 0, '2026-11-29 16:08:20.918063+00'),
	('01a22810-8602-741c-a941-e1193d4bcb63', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-854c-7699-a2d5-ccb0f31f71e2', '01a22810-83a4-70d4-9057-31f23a848bd8', '5842dd6a7fa10917', '20 keywords', true, '{"Pages":[{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red eggs","Members":[{"Key":"finch red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"robin red eggs\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red eggs","Evidence":[{"kind":"shared_words","text":"shares \"red eggs\" with \"finch red eggs\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red food","Members":[{"Key":"finch red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"robin red food\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red food","Evidence":[{"kind":"shared_words","text":"shares \"red food\" with \"finch red food\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red nest","Members":[{"Key":"finch red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"robin red nest\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red nest","Evidence":[{"kind":"shared_words","text":"shares \"red nest\" with \"finch red nest\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red size","Members":[{"Key":"finch red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"robin red size\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red size","Evidence":[{"kind":"shared_words","text":"shares \"red size\" with \"finch red size\""}],"Strength":0.5785315478467611,"Weak":true}]},{"Pillar":"finch red size","Topic":"finch red size","Name":"finch red song","Members":[{"Key":"finch red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"robin red song\""}],"Strength":0.5785315279785461,"Weak":true},{"Key":"robin red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"sparrow red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true},{"Key":"wren red song","Evidence":[{"kind":"shared_words","text":"shares \"red song\" with \"finch red song\""}],"Strength":0.5785315478467611,"Weak":true}]}],"GivenPages":0,"Review":""}', 0, 0, '2026-11-29 16:08:21.250327+00'),
	('01a22810-8a78-7804-86be-70e400f8d1ad', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8a49-77a6-8115-a0b0508e6dc9', '01a22810-84a6-7c0a-ba6f-eb79ca321741', '8a1bb9373d080ffc', 'finch red size', true, '{"title":"Finch Red Size: A Practical Guide","angle":"For people who search for “finch red size”: the page explains the subject from the ground up with practical examples. It also covers sparrow red size, wren red size, robin red size.","intent":"informational","outline":["Finch red size at a glance","Sparrow red size","Wren red size","Robin red size","How finch red size works in practice","Where to begin with finch red size"],"target_keywords":["finch red size","sparrow red size","wren red size","robin red size"]}', 0, 0, '2026-11-29 16:08:22.392562+00'),
	('01a22810-8a78-7838-b9ac-0092a8149ac6', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8a49-77a6-8115-a0b0508e6dc9', '01a22810-84a6-7c12-857a-10d55e1647c3', '8a1bb9373d080ffc', 'finch red song', true, '{"title":"Finch Red Song: A Practical Guide","angle":"For people who search for “finch red song”: the page explains the subject from the ground up with practical examples. It also covers sparrow red song, wren red song, robin red song.","intent":"informational","outline":["Finch red song at a glance","Sparrow red song","Wren red song","Robin red song","How finch red song works in practice","Where to begin with finch red song"],"target_keywords":["finch red song","sparrow red song","wren red song","robin red song"]}', 0, 0, '2026-11-29 16:08:22.392562+00'),
	('01a22810-8a78-7855-b195-81c6add0cebe', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8a49-77a6-8115-a0b0508e6dc9', '01a22810-84a6-7c01-bccb-9f4cf0f1d814', '8a1bb9373d080ffc', 'finch red food', true, '{"title":"Finch Red Food: A Practical Guide","angle":"For people who search for “finch red food”: the page explains the subject from the ground up with practical examples. It also covers sparrow red food, wren red food, robin red food.","intent":"informational","outline":["Finch red food at a glance","Sparrow red food","Wren red food","Robin red food","How finch red food works in practice","Where to begin with finch red food"],"target_keywords":["finch red food","sparrow red food","wren red food","robin red food"]}', 0, 0, '2026-11-29 16:08:22.392562+00'),
	('01a22810-8be3-7680-9b2c-505eb4d431d4', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8b6c-7d03-85db-a49fbaa6b6c8', '01a22810-8ac3-79e0-8768-bb42fae2e09e', '9d05966ad48ce972', 'Finch Red Size: A Practical Guide', true, '{"title":"Finch Red Size: A Practical Guide","description":"","opening":{"prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red size, wren red size and robin red size.","keywords":["finch red size"],"words":80},"intro":null,"sections":[{"heading":"Finch red size at a glance","paragraphs":null,"points":null,"slot":{"prompt":"What is it, in one sentence? What is it used for, and by whom?","words":150,"answer":"prose"}},{"heading":"Sparrow red size","paragraphs":null,"points":null,"slot":{"prompt":"What is the usual figure, and in which unit? What makes it higher, and what lower?","words":150,"answer":"number"}},{"heading":"Wren red size","paragraphs":null,"points":null,"slot":{"prompt":"How is it measured in your own case?","words":150,"answer":"number"}},{"heading":"Robin red size","paragraphs":null,"points":null,"slot":{"prompt":"When does it matter, and when not? Which example makes it clear?","words":150,"answer":"number"}},{"heading":"How finch red size works in practice","paragraphs":null,"points":null,"slot":{"prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","words":150,"answer":"prose"}},{"heading":"Where to begin with finch red size","paragraphs":null,"points":null,"slot":{"prompt":"In which order do the steps go? How long does each of them take?","words":150,"answer":"prose"}}],"questions":null}', 0, 0, '2026-11-29 16:08:22.755507+00'),
	('01a22810-8be3-7703-ac08-04d20d00293c', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8b6c-7d03-85db-a49fbaa6b6c8', '01a22810-8af8-74de-8f6a-c30eb2d4a325', '9d05966ad48ce972', 'Finch Red Song: A Practical Guide', true, '{"title":"Finch Red Song: A Practical Guide","description":"","opening":{"prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red song, wren red song and robin red song.","keywords":["finch red song"],"words":80},"intro":null,"sections":[{"heading":"Finch red song at a glance","paragraphs":null,"points":null,"slot":{"prompt":"What is it, in one sentence? What is it used for, and by whom?","words":150,"answer":"prose"}},{"heading":"Sparrow red song","paragraphs":null,"points":null,"slot":{"prompt":"When does it matter, and when not? Which example makes it clear?","words":150,"answer":"prose"}},{"heading":"Wren red song","paragraphs":null,"points":null,"slot":{"prompt":"What do people mean by it?","words":150,"answer":"prose"}},{"heading":"Robin red song","paragraphs":null,"points":null,"slot":{"prompt":"What should readers know about “Robin red song” afterwards?","words":150,"answer":"prose"}},{"heading":"How finch red song works in practice","paragraphs":null,"points":null,"slot":{"prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","words":150,"answer":"prose"}},{"heading":"Where to begin with finch red song","paragraphs":null,"points":null,"slot":{"prompt":"In which order do the steps go? How long does each of them take?","words":150,"answer":"prose"}}],"questions":null}', 0, 0, '2026-11-29 16:08:22.755507+00'),
	('01a22810-8be3-7769-9c85-f39838773339', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8b6c-7d03-85db-a49fbaa6b6c8', '01a22810-8b18-7171-9de9-1152d6b4b7f8', '9d05966ad48ce972', 'Finch Red Food: A Practical Guide', true, '{"title":"Finch Red Food: A Practical Guide","description":"","opening":{"prompt":"Answer the main question in two or three sentences. Then say what the page covers: sparrow red food, wren red food and robin red food.","keywords":["finch red food"],"words":80},"intro":null,"sections":[{"heading":"Finch red food at a glance","paragraphs":null,"points":null,"slot":{"prompt":"What is it, in one sentence? What is it used for, and by whom?","words":150,"answer":"prose"}},{"heading":"Sparrow red food","paragraphs":null,"points":null,"slot":{"prompt":"When does it matter, and when not? Which example makes it clear?","words":150,"answer":"prose"}},{"heading":"Wren red food","paragraphs":null,"points":null,"slot":{"prompt":"What do people mean by it?","words":150,"answer":"prose"}},{"heading":"Robin red food","paragraphs":null,"points":null,"slot":{"prompt":"What should readers know about “Robin red food” afterwards?","words":150,"answer":"prose"}},{"heading":"How finch red food works in practice","paragraphs":null,"points":null,"slot":{"prompt":"What is it often taken for, and what sets it apart? What happens, in which order?","words":150,"answer":"prose"}},{"heading":"Where to begin with finch red food","paragraphs":null,"points":null,"slot":{"prompt":"In which order do the steps go? How long does each of them take?","words":150,"answer":"prose"}}],"questions":null}', 0, 0, '2026-11-29 16:08:22.755507+00');
INSERT INTO public.blueprint_clusters VALUES
	('01a22810-88f2-7c8e-92f6-7c80a8cc5a6d', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-88e4-71f0-a465-822b4ea1201c', '01a22810-84a6-7c0a-ba6f-eb79ca321741', 'hub', '2026-11-29 16:08:22.007358+00'),
	('01a22810-88f2-7c9e-b02b-f8e28dcb557f', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-88e4-71f0-a465-822b4ea1201c', '01a22810-84a6-7c12-857a-10d55e1647c3', 'supporting', '2026-11-29 16:08:22.007358+00'),
	('01a22810-88f2-7caa-b6a6-902e5eaa3bd6', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-88e4-71f0-a465-822b4ea1201c', '01a22810-84a6-7c01-bccb-9f4cf0f1d814', 'supporting', '2026-11-29 16:08:22.007358+00');
INSERT INTO public.blueprints VALUES
	('01a22810-88e4-71f0-a465-822b4ea1201c', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '{"name": "Garden birds", "email": "", "offer": "", "phone": "", "author": "", "address": "", "tagline": "", "audience": "", "description": "For people who watch birds."}', 'review', 'approved', '2026-11-29 16:08:22.319663+00', '01a22810-815e-7c4f-8305-7929d1f622f9', '2026-11-29 16:08:21.988181+00', '2026-11-29 16:08:22.319687+00');
INSERT INTO public.change_rows VALUES
	('01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-86d8-7747-b132-e4921de1e02b', 'clusters', '01a22810-84a6-7bdf-914d-018d675a90c3', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-86d8-7747-b132-e4921de1e02b', 'clusters', '01a22810-84a6-7bf7-a795-3d4d313fcbbe', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-86d8-7747-b132-e4921de1e02b', 'clusters', '01a22810-84a6-7bf9-8400-e82a36a44224', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-86d8-7747-b132-e4921de1e02b', 'clusters', '01a22810-84a6-7c01-bccb-9f4cf0f1d814', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-86d8-7747-b132-e4921de1e02b', 'clusters', '01a22810-84a6-7c05-b546-23735fd57eb6', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-86d8-7747-b132-e4921de1e02b', 'clusters', '01a22810-84a6-7c0a-ba6f-eb79ca321741', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-86d8-7747-b132-e4921de1e02b', 'clusters', '01a22810-84a6-7c12-857a-10d55e1647c3', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-87d6-7d59-9b9e-48aab96b1d7a', 'clusters', '01a22810-85ed-7582-b2b0-a6a25fe97d0c', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-87d6-7d59-9b9e-48aab96b1d7a', 'clusters', '01a22810-85ed-759c-b43c-f0414ff3914d', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-87d6-7d59-9b9e-48aab96b1d7a', 'clusters', '01a22810-85ed-759f-aaa0-57a5969fde4b', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-87d6-7d59-9b9e-48aab96b1d7a', 'clusters', '01a22810-85ed-75ac-add7-3e2d23ec6947', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-87d6-7d59-9b9e-48aab96b1d7a', 'clusters', '01a22810-85ed-75b2-a966-e5745d70e841', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-87d6-7d59-9b9e-48aab96b1d7a', 'clusters', '01a22810-85ed-75b7-8371-d234f51e0ada', '{"state": "proposed"}', '{"state": "approved"}'),
	('01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-87d6-7d59-9b9e-48aab96b1d7a', 'clusters', '01a22810-85ed-75bd-8787-2711d7591773', '{"state": "proposed"}', '{"state": "approved"}');
INSERT INTO public.changes VALUES
	('01a22810-86d8-7747-b132-e4921de1e02b', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-815e-7c4f-8305-7929d1f622f9', '“finch red size”: approved.', 7, NULL, '', '2026-11-29 16:08:21.464479+00'),
	('01a22810-87d6-7d59-9b9e-48aab96b1d7a', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-815e-7c4f-8305-7929d1f622f9', '“finch red size”: approved.', 7, NULL, '', '2026-11-29 16:08:21.718877+00');
INSERT INTO public.clusters VALUES
	('01a22810-84a6-7bdf-914d-018d675a90c3', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-84a6-7bf7-a795-3d4d313fcbbe', 'page', 'supporting', 'finch red eggs', 'finch red eggs', 'approved', false, false, false, 4, 104, 104, NULL, 54, '01a22810-83f8-7717-83ae-76a71536d474', '2026-11-29 16:08:20.91525+00', '2026-11-29 16:08:21.503247+00'),
	('01a22810-84a6-7bf7-a795-3d4d313fcbbe', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-84a6-7bf9-8400-e82a36a44224', 'topic', 'hub', 'finch red size', 'finch red size', 'approved', false, false, false, 20, 540, 540, NULL, 274, '01a22810-83f8-7717-83ae-76a71536d474', '2026-11-29 16:08:20.912597+00', '2026-11-29 16:08:21.503247+00'),
	('01a22810-85ed-7582-b2b0-a6a25fe97d0c', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-85ed-759c-b43c-f0414ff3914d', 'page', 'supporting', 'finch red eggs', 'finch red eggs', 'approved', false, false, false, 4, 104, 104, NULL, 54, '01a22810-854c-7699-a2d5-ccb0f31f71e2', '2026-11-29 16:08:21.237183+00', '2026-11-29 16:08:21.740967+00'),
	('01a22810-84a6-7c01-bccb-9f4cf0f1d814', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-84a6-7bf7-a795-3d4d313fcbbe', 'page', 'supporting', 'finch red food', 'finch red food', 'approved', false, false, false, 4, 108, 108, NULL, 54, '01a22810-83f8-7717-83ae-76a71536d474', '2026-11-29 16:08:20.91525+00', '2026-11-29 16:08:21.503247+00'),
	('01a22810-84a6-7c05-b546-23735fd57eb6', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-84a6-7bf7-a795-3d4d313fcbbe', 'page', 'supporting', 'finch red nest', 'finch red nest', 'approved', false, false, false, 4, 100, 100, NULL, 50, '01a22810-83f8-7717-83ae-76a71536d474', '2026-11-29 16:08:20.91525+00', '2026-11-29 16:08:21.503247+00'),
	('01a22810-84a6-7c0a-ba6f-eb79ca321741', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-84a6-7bf7-a795-3d4d313fcbbe', 'page', 'hub', 'finch red size', 'finch red size', 'approved', false, false, false, 4, 116, 116, NULL, 58, '01a22810-83f8-7717-83ae-76a71536d474', '2026-11-29 16:08:20.91525+00', '2026-11-29 16:08:21.503247+00'),
	('01a22810-84a6-7c12-857a-10d55e1647c3', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-84a6-7bf7-a795-3d4d313fcbbe', 'page', 'supporting', 'finch red song', 'finch red song', 'approved', false, false, false, 4, 112, 112, NULL, 58, '01a22810-83f8-7717-83ae-76a71536d474', '2026-11-29 16:08:20.91525+00', '2026-11-29 16:08:21.503247+00'),
	('01a22810-84a6-7bf9-8400-e82a36a44224', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', NULL, 'pillar', 'hub', 'finch red size', 'finch red size', 'approved', false, false, false, 20, 540, 540, NULL, 274, '01a22810-83f8-7717-83ae-76a71536d474', '2026-11-29 16:08:20.902875+00', '2026-11-29 16:08:21.532707+00'),
	('01a22810-85ed-759c-b43c-f0414ff3914d', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-85ed-759f-aaa0-57a5969fde4b', 'topic', 'hub', 'finch red size', 'finch red size', 'approved', false, false, false, 20, 540, 540, NULL, 274, '01a22810-854c-7699-a2d5-ccb0f31f71e2', '2026-11-29 16:08:21.234795+00', '2026-11-29 16:08:21.740967+00'),
	('01a22810-85ed-75ac-add7-3e2d23ec6947', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-85ed-759c-b43c-f0414ff3914d', 'page', 'supporting', 'finch red food', 'finch red food', 'approved', false, false, false, 4, 108, 108, NULL, 54, '01a22810-854c-7699-a2d5-ccb0f31f71e2', '2026-11-29 16:08:21.237183+00', '2026-11-29 16:08:21.740967+00'),
	('01a22810-85ed-75b2-a966-e5745d70e841', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-85ed-759c-b43c-f0414ff3914d', 'page', 'supporting', 'finch red nest', 'finch red nest', 'approved', false, false, false, 4, 100, 100, NULL, 50, '01a22810-854c-7699-a2d5-ccb0f31f71e2', '2026-11-29 16:08:21.237183+00', '2026-11-29 16:08:21.740967+00'),
	('01a22810-85ed-75b7-8371-d234f51e0ada', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-85ed-759c-b43c-f0414ff3914d', 'page', 'hub', 'finch red size', 'finch red size', 'approved', false, false, false, 4, 116, 116, NULL, 58, '01a22810-854c-7699-a2d5-ccb0f31f71e2', '2026-11-29 16:08:21.237183+00', '2026-11-29 16:08:21.740967+00'),
	('01a22810-85ed-75bd-8787-2711d7591773', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-85ed-759c-b43c-f0414ff3914d', 'page', 'supporting', 'finch red song', 'finch red song', 'approved', false, false, false, 4, 112, 112, NULL, 58, '01a22810-854c-7699-a2d5-ccb0f31f71e2', '2026-11-29 16:08:21.237183+00', '2026-11-29 16:08:21.740967+00'),
	('01a22810-85ed-759f-aaa0-57a5969fde4b', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', NULL, 'pillar', 'hub', 'finch red size', 'finch red size', 'approved', false, false, false, 20, 540, 540, NULL, 274, '01a22810-854c-7699-a2d5-ccb0f31f71e2', '2026-11-29 16:08:21.229412+00', '2026-11-29 16:08:21.768571+00');
INSERT INTO public.contents VALUES
	('01a22810-8bc4-7d84-88c2-c323eaf6c669', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-89dc-79d2-895b-c1c78ceb59fb', '01a22810-8ac3-79e0-8768-bb42fae2e09e', 'Finch Red Size: A Practical Guide', 'finch-red-size', '', '[{"id": "b0b6ca54b9a8d", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "be9972a9008d8", "text": "Finch red size at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bd4e57f4377bf", "text": "Sparrow red size", "type": "heading", "level": 2}, {"id": "b54490a57e696", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b61e41ccdc3ed", "text": "Wren red size", "type": "heading", "level": 2}, {"id": "b4fc1f875b741", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bb02eb9b14da9", "text": "Robin red size", "type": "heading", "level": 2}, {"id": "bbae9b322f161", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bb8194da478a3", "text": "How finch red size works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bb6c29456a687", "text": "Where to begin with finch red size", "type": "heading", "level": 2}, {"id": "b0cead341db76", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}]', 'published', 2, 2, '2026-11-29 16:08:23.081238+00', '', false, 120, 0, false, 0, '2026-11-29 16:08:22.725397+00', '2026-11-29 16:08:23.420451+00'),
	('01a22810-8bd2-740a-89bb-26f4da939eeb', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-89e6-74b7-b589-c98b1f81a8d3', '01a22810-8af8-74de-8f6a-c30eb2d4a325', 'Finch Red Song: A Practical Guide', 'finch-red-song', '', '[{"id": "b637c6f85041f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bfc48b36a3ea2", "text": "Finch red song at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b99c1803b1665", "text": "Sparrow red song", "type": "heading", "level": 2}, {"id": "b5af13e890ca7", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bae34a2fe9c29", "text": "Wren red song", "type": "heading", "level": 2}, {"id": "bc51032c00a27", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bbfbe5ea7db19", "text": "Robin red song", "type": "heading", "level": 2}, {"id": "b9583739689ce", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b75911e6aa85e", "text": "How finch red song works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b43ff74d45fb7", "text": "Where to begin with finch red song", "type": "heading", "level": 2}, {"id": "b0cead341db76", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}]', 'published', 2, 2, '2026-11-29 16:08:23.023749+00', '', false, 120, 0, false, 0, '2026-11-29 16:08:22.743077+00', '2026-11-29 16:08:23.42067+00'),
	('01a22810-8bdb-774f-b50f-a890d2f6a705', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-89e8-7114-a0c7-77cae70f3622', '01a22810-8b18-7171-9de9-1152d6b4b7f8', 'Finch Red Food: A Practical Guide', 'finch-red-food', '', '[{"id": "b946c63e646dc", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bcb0825ad9449", "text": "Finch red food at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b572d69c03c70", "text": "Sparrow red food", "type": "heading", "level": 2}, {"id": "b5af13e890ca7", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b98a00f41c351", "text": "Wren red food", "type": "heading", "level": 2}, {"id": "bc51032c00a27", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bfc9e03fc0421", "text": "Robin red food", "type": "heading", "level": 2}, {"id": "b73b0ea160bee", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b7ebca82146bd", "text": "How finch red food works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b1ed31daabb03", "text": "Where to begin with finch red food", "type": "heading", "level": 2}, {"id": "b0cead341db76", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}]', 'published', 2, 2, '2026-11-29 16:08:22.871766+00', '', false, 120, 0, false, 0, '2026-11-29 16:08:22.747678+00', '2026-11-29 16:08:23.420859+00');
INSERT INTO public.credit_entries VALUES
	('01a22810-817a-7117-a703-b61e280f28c5', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-817a-710e-88d4-7ef67578a045', 'wallet', 1000, 'grant', 'sign-up', NULL, NULL, '01a22810-815e-7c4f-8305-7929d1f622f9', '', 'Welcome credits', '2026-11-29 16:08:20.090141+00'),
	('01a22810-817a-7119-975a-db78a4c4326e', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-817a-710e-88d4-7ef67578a045', 'grants', -1000, 'grant', 'sign-up', NULL, NULL, '01a22810-815e-7c4f-8305-7929d1f622f9', '', 'Welcome credits', '2026-11-29 16:08:20.090141+00'),
	('01a22810-84cd-77be-af90-af8593b4aaa0', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-84cd-7775-b187-ccd60f3b38fd', 'wallet', -1, 'charge', '01a22810-83f8-7717-83ae-76a71536d474', '01a22810-83f8-7717-83ae-76a71536d474', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815e-7c4f-8305-7929d1f622f9', 'auto_cluster', '', '2026-11-29 16:08:20.941546+00'),
	('01a22810-84cd-77bf-9f04-e46e5bf8a46a', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-84cd-7775-b187-ccd60f3b38fd', 'usage', 1, 'charge', '01a22810-83f8-7717-83ae-76a71536d474', '01a22810-83f8-7717-83ae-76a71536d474', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815e-7c4f-8305-7929d1f622f9', 'auto_cluster', '', '2026-11-29 16:08:20.941546+00'),
	('01a22810-861a-719a-9bfc-ce56fec1a785', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-861a-7194-9f8a-d13aca8f041c', 'wallet', -1, 'charge', '01a22810-854c-7699-a2d5-ccb0f31f71e2', '01a22810-854c-7699-a2d5-ccb0f31f71e2', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815e-7c4f-8305-7929d1f622f9', 'auto_cluster', '', '2026-11-29 16:08:21.274135+00'),
	('01a22810-861a-719c-a275-b3de07ac8a23', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-861a-7194-9f8a-d13aca8f041c', 'usage', 1, 'charge', '01a22810-854c-7699-a2d5-ccb0f31f71e2', '01a22810-854c-7699-a2d5-ccb0f31f71e2', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815e-7c4f-8305-7929d1f622f9', 'auto_cluster', '', '2026-11-29 16:08:21.274135+00'),
	('01a22810-8a85-7dd7-b8f9-ea0e78b4c41a', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-8a85-7dd2-8434-e3e4e13c7339', 'wallet', -3, 'charge', '01a22810-8a49-77a6-8115-a0b0508e6dc9', '01a22810-8a49-77a6-8115-a0b0508e6dc9', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815e-7c4f-8305-7929d1f622f9', 'generate_ideas', '', '2026-11-29 16:08:22.405941+00'),
	('01a22810-8a85-7dd8-9730-5349155987d5', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-8a85-7dd2-8434-e3e4e13c7339', 'usage', 3, 'charge', '01a22810-8a49-77a6-8115-a0b0508e6dc9', '01a22810-8a49-77a6-8115-a0b0508e6dc9', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815e-7c4f-8305-7929d1f622f9', 'generate_ideas', '', '2026-11-29 16:08:22.405941+00'),
	('01a22810-8be4-7ccd-a6fd-23e39661bd8d', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-8be4-7cca-a9d8-3c1f0b11f5bd', 'wallet', -3, 'charge', '01a22810-8b6c-7d03-85db-a49fbaa6b6c8', '01a22810-8b6c-7d03-85db-a49fbaa6b6c8', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815e-7c4f-8305-7929d1f622f9', 'generate_content', '', '2026-11-29 16:08:22.756853+00'),
	('01a22810-8be4-7ccf-9cf6-f4a213af6eff', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-8be4-7cca-a9d8-3c1f0b11f5bd', 'usage', 3, 'charge', '01a22810-8b6c-7d03-85db-a49fbaa6b6c8', '01a22810-8b6c-7d03-85db-a49fbaa6b6c8', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815e-7c4f-8305-7929d1f622f9', 'generate_content', '', '2026-11-29 16:08:22.756853+00');
INSERT INTO public.credit_holds VALUES
	('01a22810-8405-71ff-a48e-501e6691f81f', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-83f8-7717-83ae-76a71536d474', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815e-7c4f-8305-7929d1f622f9', 1, 'settled', '2026-11-29 16:08:20.922047+00', '2026-11-29 16:08:20.741174+00'),
	('01a22810-8553-76cc-8ddb-1e9249dfb757', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-854c-7699-a2d5-ccb0f31f71e2', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815e-7c4f-8305-7929d1f622f9', 1, 'settled', '2026-11-29 16:08:21.264889+00', '2026-11-29 16:08:21.07546+00'),
	('01a22810-8a4a-7f22-9d71-a3eec68412e0', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-8a49-77a6-8115-a0b0508e6dc9', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815e-7c4f-8305-7929d1f622f9', 3, 'settled', '2026-11-29 16:08:22.396969+00', '2026-11-29 16:08:22.347+00'),
	('01a22810-8b78-7b04-9bc5-3cd0a24c169b', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-8b6c-7d03-85db-a49fbaa6b6c8', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815e-7c4f-8305-7929d1f622f9', 3, 'settled', '2026-11-29 16:08:22.756367+00', '2026-11-29 16:08:22.648731+00'),
	('01a22810-8d43-7504-9c4c-f78a818f84ef', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-8d40-7269-b445-933b771645fc', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815e-7c4f-8305-7929d1f622f9', 0, 'settled', '2026-11-29 16:08:23.332936+00', '2026-11-29 16:08:23.107343+00');
INSERT INTO public.destinations VALUES
	('01a22810-8d37-7a22-aefe-52d97472a416', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', 'renderer', 'IGNY8 renderer', '', '2026-11-29 16:08:23.332635+00', '2026-11-29 16:08:23.095673+00', '2026-11-29 16:08:23.332649+00');
INSERT INTO public.event_deliveries VALUES
	('01a22810-8be5-747d-b0cd-d268dd7c571f', 'run_ended', '01a22810-815f-7e7b-bf00-76e98190d3d1/01a22810-8b6c-7d03-85db-a49fbaa6b6c8', '{"id": "01a22810-8be5-747d-b0cd-d268dd7c571f", "data": {"credits": 3, "outcome": "DONE", "function": "generate_content"}, "kind": "run_ended", "site_id": "01a22810-830a-7c7f-ac60-e95a3c46c4dc", "user_id": "01a22810-815e-7c4f-8305-7929d1f622f9", "object_id": "01a22810-8b6c-7d03-85db-a49fbaa6b6c8", "account_id": "01a22810-815f-7e7b-bf00-76e98190d3d1", "created_at": "2026-11-29T16:08:22.757294Z"}', '[]', 0, '2026-11-29 16:08:22.757294+00', '2026-11-29 16:08:22.757294+00'),
	('01a22810-8c29-7af6-9091-bc2463cae610', 'content_submitted', '01a22810-815f-7e7b-bf00-76e98190d3d1/01a22810-8bdb-774f-b50f-a890d2f6a705', '{"id": "01a22810-8c29-7af6-9091-bc2463cae610", "data": {"revision": 2}, "kind": "content_submitted", "site_id": "01a22810-830a-7c7f-ac60-e95a3c46c4dc", "subject": "Finch Red Food: A Practical Guide", "user_id": "01a22810-815e-7c4f-8305-7929d1f622f9", "object_id": "01a22810-8bdb-774f-b50f-a890d2f6a705", "account_id": "01a22810-815f-7e7b-bf00-76e98190d3d1", "created_at": "2026-11-29T16:08:22.825719Z"}', '[]', 0, '2026-11-29 16:08:22.825719+00', '2026-11-29 16:08:22.825719+00'),
	('01a22810-8c58-7cb0-8280-426162d465d9', 'content_approved', '01a22810-815f-7e7b-bf00-76e98190d3d1/01a22810-8bdb-774f-b50f-a890d2f6a705', '{"id": "01a22810-8c58-7cb0-8280-426162d465d9", "data": {"revision": 2}, "kind": "content_approved", "site_id": "01a22810-830a-7c7f-ac60-e95a3c46c4dc", "subject": "Finch Red Food: A Practical Guide", "user_id": "01a22810-815e-7c4f-8305-7929d1f622f9", "object_id": "01a22810-8bdb-774f-b50f-a890d2f6a705", "account_id": "01a22810-815f-7e7b-bf00-76e98190d3d1", "created_at": "2026-11-29T16:08:22.872832Z"}', '[]', 0, '2026-11-29 16:08:22.872832+00', '2026-11-29 16:08:22.872832+00'),
	('01a22810-8cc7-7748-8f63-cb9ec6ee0f58', 'content_submitted', '01a22810-815f-7e7b-bf00-76e98190d3d1/01a22810-8bd2-740a-89bb-26f4da939eeb', '{"id": "01a22810-8cc7-7748-8f63-cb9ec6ee0f58", "data": {"revision": 2}, "kind": "content_submitted", "site_id": "01a22810-830a-7c7f-ac60-e95a3c46c4dc", "subject": "Finch Red Song: A Practical Guide", "user_id": "01a22810-815e-7c4f-8305-7929d1f622f9", "object_id": "01a22810-8bd2-740a-89bb-26f4da939eeb", "account_id": "01a22810-815f-7e7b-bf00-76e98190d3d1", "created_at": "2026-11-29T16:08:22.983477Z"}', '[]', 0, '2026-11-29 16:08:22.983477+00', '2026-11-29 16:08:22.983477+00'),
	('01a22810-8cf0-7377-aab9-7deedfa81c64', 'content_approved', '01a22810-815f-7e7b-bf00-76e98190d3d1/01a22810-8bd2-740a-89bb-26f4da939eeb', '{"id": "01a22810-8cf0-7377-aab9-7deedfa81c64", "data": {"revision": 2}, "kind": "content_approved", "site_id": "01a22810-830a-7c7f-ac60-e95a3c46c4dc", "subject": "Finch Red Song: A Practical Guide", "user_id": "01a22810-815e-7c4f-8305-7929d1f622f9", "object_id": "01a22810-8bd2-740a-89bb-26f4da939eeb", "account_id": "01a22810-815f-7e7b-bf00-76e98190d3d1", "created_at": "2026-11-29T16:08:23.024227Z"}', '[]', 0, '2026-11-29 16:08:23.024227+00', '2026-11-29 16:08:23.024227+00'),
	('01a22810-8d22-74b1-8da3-dba61f632481', 'content_submitted', '01a22810-815f-7e7b-bf00-76e98190d3d1/01a22810-8bc4-7d84-88c2-c323eaf6c669', '{"id": "01a22810-8d22-74b1-8da3-dba61f632481", "data": {"revision": 2}, "kind": "content_submitted", "site_id": "01a22810-830a-7c7f-ac60-e95a3c46c4dc", "subject": "Finch Red Size: A Practical Guide", "user_id": "01a22810-815e-7c4f-8305-7929d1f622f9", "object_id": "01a22810-8bc4-7d84-88c2-c323eaf6c669", "account_id": "01a22810-815f-7e7b-bf00-76e98190d3d1", "created_at": "2026-11-29T16:08:23.074308Z"}', '[]', 0, '2026-11-29 16:08:23.074308+00', '2026-11-29 16:08:23.074308+00'),
	('01a22810-8d29-79c1-bcc8-d96273e9c0ef', 'content_approved', '01a22810-815f-7e7b-bf00-76e98190d3d1/01a22810-8bc4-7d84-88c2-c323eaf6c669', '{"id": "01a22810-8d29-79c1-bcc8-d96273e9c0ef", "data": {"revision": 2}, "kind": "content_approved", "site_id": "01a22810-830a-7c7f-ac60-e95a3c46c4dc", "subject": "Finch Red Size: A Practical Guide", "user_id": "01a22810-815e-7c4f-8305-7929d1f622f9", "object_id": "01a22810-8bc4-7d84-88c2-c323eaf6c669", "account_id": "01a22810-815f-7e7b-bf00-76e98190d3d1", "created_at": "2026-11-29T16:08:23.081639Z"}', '[]', 0, '2026-11-29 16:08:23.081639+00', '2026-11-29 16:08:23.081639+00'),
	('01a22810-8e25-76e9-8b5e-02da09b7b1b1', 'run_ended', '01a22810-815f-7e7b-bf00-76e98190d3d1/01a22810-8d40-7269-b445-933b771645fc', '{"id": "01a22810-8e25-76e9-8b5e-02da09b7b1b1", "data": {"outcome": "DONE", "function": "publish_site"}, "kind": "run_ended", "site_id": "01a22810-830a-7c7f-ac60-e95a3c46c4dc", "user_id": "01a22810-815e-7c4f-8305-7929d1f622f9", "object_id": "01a22810-8d40-7269-b445-933b771645fc", "account_id": "01a22810-815f-7e7b-bf00-76e98190d3d1", "created_at": "2026-11-29T16:08:23.333453Z"}', '[]', 0, '2026-11-29 16:08:23.333453+00', '2026-11-29 16:08:23.333453+00'),
	('01a22810-8e75-7935-92a4-64419e081364', 'release_live', '01a22810-815f-7e7b-bf00-76e98190d3d1/01a22810-8e23-7b32-89ff-42a7440a47d1', '{"id": "01a22810-8e75-7935-92a4-64419e081364", "data": {"number": 1}, "kind": "release_live", "site_id": "01a22810-830a-7c7f-ac60-e95a3c46c4dc", "user_id": "01a22810-815e-7c4f-8305-7929d1f622f9", "object_id": "01a22810-8e23-7b32-89ff-42a7440a47d1", "account_id": "01a22810-815f-7e7b-bf00-76e98190d3d1", "created_at": "2026-11-29T16:08:23.413603Z"}', '[]', 0, '2026-11-29 16:08:23.413603+00', '2026-11-29 16:08:23.413603+00');
INSERT INTO public.events VALUES
	('01a22810-8169-7d35-aba8-23d921268e84', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'signed_up', '', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-815e-7c4f-8305-7929d1f622f9', 'ada@birds.test', 'Birds', '{}', true, '2026-11-29 16:08:20.073867+00'),
	('01a22810-817b-7246-9129-9c8c649a1dcb', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'credits_granted', '', '01a22810-817a-7117-a703-b61e280f28c5', '01a22810-815e-7c4f-8305-7929d1f622f9', '', 'Welcome credits', '{"credits": 1000, "reference": "sign-up"}', false, '2026-11-29 16:08:20.09115+00'),
	('01a22810-830d-7211-977f-2ad3ddcb22fc', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'site_created', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815e-7c4f-8305-7929d1f622f9', 'Garden birds', '', '{}', true, '2026-11-29 16:08:20.493136+00'),
	('01a22810-84cf-71b7-bcac-1a0c2ea0c786', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'run_ended', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83f8-7717-83ae-76a71536d474', '01a22810-815e-7c4f-8305-7929d1f622f9', '', '', '{"credits": 1, "outcome": "DONE", "function": "auto_cluster"}', false, '2026-11-29 16:08:20.943113+00'),
	('01a22810-861f-7769-be17-faf6149b64e2', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'run_ended', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-854c-7699-a2d5-ccb0f31f71e2', '01a22810-815e-7c4f-8305-7929d1f622f9', '', '', '{"credits": 1, "outcome": "DONE", "function": "auto_cluster"}', false, '2026-11-29 16:08:21.279486+00'),
	('01a22810-8a8b-740b-9e46-15f572aad8fc', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'run_ended', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8a49-77a6-8115-a0b0508e6dc9', '01a22810-815e-7c4f-8305-7929d1f622f9', '', '', '{"credits": 3, "outcome": "DONE", "function": "generate_ideas"}', false, '2026-11-29 16:08:22.411266+00'),
	('01a22810-8be5-747d-b0cd-d268dd7c571f', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'run_ended', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8b6c-7d03-85db-a49fbaa6b6c8', '01a22810-815e-7c4f-8305-7929d1f622f9', '', '', '{"credits": 3, "outcome": "DONE", "function": "generate_content"}', false, '2026-11-29 16:08:22.757294+00'),
	('01a22810-8c29-7af6-9091-bc2463cae610', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'content_submitted', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8bdb-774f-b50f-a890d2f6a705', '01a22810-815e-7c4f-8305-7929d1f622f9', 'Finch Red Food: A Practical Guide', '', '{"revision": 2}', false, '2026-11-29 16:08:22.825719+00'),
	('01a22810-8c58-7cb0-8280-426162d465d9', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'content_approved', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8bdb-774f-b50f-a890d2f6a705', '01a22810-815e-7c4f-8305-7929d1f622f9', 'Finch Red Food: A Practical Guide', '', '{"revision": 2}', false, '2026-11-29 16:08:22.872832+00'),
	('01a22810-8cc7-7748-8f63-cb9ec6ee0f58', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'content_submitted', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8bd2-740a-89bb-26f4da939eeb', '01a22810-815e-7c4f-8305-7929d1f622f9', 'Finch Red Song: A Practical Guide', '', '{"revision": 2}', false, '2026-11-29 16:08:22.983477+00'),
	('01a22810-8cf0-7377-aab9-7deedfa81c64', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'content_approved', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8bd2-740a-89bb-26f4da939eeb', '01a22810-815e-7c4f-8305-7929d1f622f9', 'Finch Red Song: A Practical Guide', '', '{"revision": 2}', false, '2026-11-29 16:08:23.024227+00'),
	('01a22810-8d22-74b1-8da3-dba61f632481', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'content_submitted', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8bc4-7d84-88c2-c323eaf6c669', '01a22810-815e-7c4f-8305-7929d1f622f9', 'Finch Red Size: A Practical Guide', '', '{"revision": 2}', false, '2026-11-29 16:08:23.074308+00'),
	('01a22810-8d29-79c1-bcc8-d96273e9c0ef', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'content_approved', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8bc4-7d84-88c2-c323eaf6c669', '01a22810-815e-7c4f-8305-7929d1f622f9', 'Finch Red Size: A Practical Guide', '', '{"revision": 2}', false, '2026-11-29 16:08:23.081639+00'),
	('01a22810-8e25-76e9-8b5e-02da09b7b1b1', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'run_ended', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8d40-7269-b445-933b771645fc', '01a22810-815e-7c4f-8305-7929d1f622f9', '', '', '{"outcome": "DONE", "function": "publish_site"}', false, '2026-11-29 16:08:23.333453+00'),
	('01a22810-8e75-7935-92a4-64419e081364', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'release_live', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8e23-7b32-89ff-42a7440a47d1', '01a22810-815e-7c4f-8305-7929d1f622f9', '', '', '{"number": 1}', false, '2026-11-29 16:08:23.413603+00');
INSERT INTO public.gate_passages VALUES
	('01a22810-88b0-7e07-8342-0e7b2b912106', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', 'planner', '2026-11-29 16:08:21.93692+00'),
	('01a22810-8aa7-70c4-8543-d6c4a6b72b3b', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', 'builder', '2026-11-29 16:08:22.43905+00'),
	('01a22810-8d3e-7c43-aa4e-1b56d069745c', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', 'writer', '2026-11-29 16:08:23.102804+00');
INSERT INTO public.goose_db_version VALUES
	(1, 0, true, '2026-11-29 16:08:18.506763'),
	(2, 101, true, '2026-11-29 16:08:18.598253'),
	(3, 102, true, '2026-11-29 16:08:18.617766'),
	(4, 103, true, '2026-11-29 16:08:18.666881'),
	(5, 104, true, '2026-11-29 16:08:18.668578'),
	(6, 105, true, '2026-11-29 16:08:18.701633'),
	(7, 106, true, '2026-11-29 16:08:18.716885'),
	(8, 107, true, '2026-11-29 16:08:18.721686'),
	(9, 108, true, '2026-11-29 16:08:18.758624'),
	(10, 109, true, '2026-11-29 16:08:18.793512'),
	(11, 110, true, '2026-11-29 16:08:18.816852'),
	(12, 111, true, '2026-11-29 16:08:18.890776'),
	(13, 112, true, '2026-11-29 16:08:18.935123'),
	(14, 113, true, '2026-11-29 16:08:18.951444'),
	(15, 114, true, '2026-11-29 16:08:18.969873'),
	(16, 115, true, '2026-11-29 16:08:18.977111'),
	(17, 116, true, '2026-11-29 16:08:19.048825'),
	(18, 117, true, '2026-11-29 16:08:19.066527'),
	(19, 118, true, '2026-11-29 16:08:19.070736');
INSERT INTO public.ideas VALUES
	('01a22810-8a68-77d8-a672-0602b9e6feee', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-84a6-7c0a-ba6f-eb79ca321741', '01a22810-89dc-79d2-895b-c1c78ceb59fb', '01a22810-8a49-77a6-8115-a0b0508e6dc9', 'Finch Red Size: A Practical Guide', 'For people who search for “finch red size”: the page explains the subject from the ground up with practical examples. It also covers sparrow red size, wren red size, robin red size.', 'informational', '["Finch red size at a glance", "Sparrow red size", "Wren red size", "Robin red size", "How finch red size works in practice", "Where to begin with finch red size"]', '["finch red size", "sparrow red size", "wren red size", "robin red size"]', 'accepted', false, 116, '', '[]', NULL, '2026-11-29 16:08:22.379785+00', '2026-11-29 16:08:22.467695+00'),
	('01a22810-8a74-72d1-9193-90ef77e60ab5', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-84a6-7c12-857a-10d55e1647c3', '01a22810-89e6-74b7-b589-c98b1f81a8d3', '01a22810-8a49-77a6-8115-a0b0508e6dc9', 'Finch Red Song: A Practical Guide', 'For people who search for “finch red song”: the page explains the subject from the ground up with practical examples. It also covers sparrow red song, wren red song, robin red song.', 'informational', '["Finch red song at a glance", "Sparrow red song", "Wren red song", "Robin red song", "How finch red song works in practice", "Where to begin with finch red song"]', '["finch red song", "sparrow red song", "wren red song", "robin red song"]', 'accepted', false, 112, '', '[]', NULL, '2026-11-29 16:08:22.389247+00', '2026-11-29 16:08:22.52035+00'),
	('01a22810-8a75-7d7e-b13c-275098345d12', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-84a6-7c01-bccb-9f4cf0f1d814', '01a22810-89e8-7114-a0c7-77cae70f3622', '01a22810-8a49-77a6-8115-a0b0508e6dc9', 'Finch Red Food: A Practical Guide', 'For people who search for “finch red food”: the page explains the subject from the ground up with practical examples. It also covers sparrow red food, wren red food, robin red food.', 'informational', '["Finch red food at a glance", "Sparrow red food", "Wren red food", "Robin red food", "How finch red food works in practice", "Where to begin with finch red food"]', '["finch red food", "sparrow red food", "wren red food", "robin red food"]', 'accepted', false, 108, '', '[]', NULL, '2026-11-29 16:08:22.391678+00', '2026-11-29 16:08:22.564077+00');
INSERT INTO public.keyword_imports VALUES
	('01a22810-835b-7d86-9f17-1ae8da58668a', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-815e-7c4f-8305-7929d1f622f9', '[{"Date": "", "Name": "birds.csv", "Rows": 20, "Notes": null, "Parts": null, "Format": "Keyword table", "Joined": 0, "Market": "", "Tables": [{"Key": "106966f7b39d4d9c6a7aef05817f5a53", "Part": "", "Fields": ["keyword", "volume"], "Header": ["Keyword", "Volume"], "Mapped": false, "Sample": [["robin red nest", "10"], ["robin red eggs", "11"], ["robin red food", "12"]], "HeaderRow": 1, "Headerless": false}], "Columns": [{"Field": "keyword", "Header": "Keyword"}, {"Field": "volume", "Header": "Volume"}], "Ignored": null, "Refusal": "", "Updated": 0, "Accepted": 20, "Declined": 0, "Encoding": "UTF-8", "Imported": 20, "Rejected": null, "Delimiter": "comma", "HeaderRow": 1, "Duplicates": 0, "RejectedCount": 0, "UnknownVolumes": 0}]', 20, 20, 0, 0, 0, 0, 0, 'done', NULL, '2026-11-29 16:08:20.59915+00'),
	('01a22810-83a8-7be4-a032-0f7def67c02a', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-815e-7c4f-8305-7929d1f622f9', '[{"Date": "", "Name": "birds.csv", "Rows": 20, "Notes": null, "Parts": null, "Format": "Keyword table", "Joined": 0, "Market": "", "Tables": [{"Key": "106966f7b39d4d9c6a7aef05817f5a53", "Part": "", "Fields": ["keyword", "volume"], "Header": ["Keyword", "Volume"], "Mapped": false, "Sample": [["robin red nest", "10"], ["robin red eggs", "11"], ["robin red food", "12"]], "HeaderRow": 1, "Headerless": false}], "Columns": [{"Field": "keyword", "Header": "Keyword"}, {"Field": "volume", "Header": "Volume"}], "Ignored": null, "Refusal": "", "Updated": 0, "Accepted": 20, "Declined": 0, "Encoding": "UTF-8", "Imported": 20, "Rejected": null, "Delimiter": "comma", "HeaderRow": 1, "Duplicates": 0, "RejectedCount": 0, "UnknownVolumes": 0}]', 20, 20, 0, 0, 0, 0, 0, 'done', NULL, '2026-11-29 16:08:20.65486+00');
INSERT INTO public.keywords VALUES
	('01a22810-83ab-7695-a58c-a9729ddec4f5', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'finch red eggs', 'finch red eggs', 41, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 41, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 41}]', 'clustered', '01a22810-85ed-7582-b2b0-a6a25fe97d0c', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"robin red eggs\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-836c-7ef9-93a4-aba081e99ee9', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'finch red eggs', 'finch red eggs', 41, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 41, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 41}]', 'clustered', '01a22810-84a6-7bdf-914d-018d675a90c3', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"robin red eggs\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f00-bea0-4c87bece3173', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'finch red food', 'finch red food', 42, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 42, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 42}]', 'clustered', '01a22810-84a6-7c01-bccb-9f4cf0f1d814', '[{"kind": "shared_words", "text": "shares \"red food\" with \"robin red food\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f03-b4a4-e17c1dde9c80', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'finch red nest', 'finch red nest', 40, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 40, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 40}]', 'clustered', '01a22810-84a6-7c05-b546-23735fd57eb6', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"robin red nest\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f07-abab-b7252299425a', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'finch red size', 'finch red size', 44, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 44, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 44}]', 'clustered', '01a22810-84a6-7c0a-ba6f-eb79ca321741', '[{"kind": "shared_words", "text": "shares \"red size\" with \"robin red size\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f08-a01d-dd10c9ace4d1', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'finch red song', 'finch red song', 43, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 43, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 43}]', 'clustered', '01a22810-84a6-7c12-857a-10d55e1647c3', '[{"kind": "shared_words", "text": "shares \"red song\" with \"robin red song\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f2c-9d94-9f2cc8faee91', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'robin red eggs', 'robin red eggs', 11, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 11, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 11}]', 'clustered', '01a22810-84a6-7bdf-914d-018d675a90c3', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f2e-9b4e-86b513169710', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'robin red food', 'robin red food', 12, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 12, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 12}]', 'clustered', '01a22810-84a6-7c01-bccb-9f4cf0f1d814', '[{"kind": "shared_words", "text": "shares \"red food\" with \"finch red food\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f2f-bd7e-4d6f19158e52', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'robin red nest', 'robin red nest', 10, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 10, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 10}]', 'clustered', '01a22810-84a6-7c05-b546-23735fd57eb6', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"finch red nest\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f31-8f49-c54594537dc2', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'robin red size', 'robin red size', 14, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 14, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 14}]', 'clustered', '01a22810-84a6-7c0a-ba6f-eb79ca321741', '[{"kind": "shared_words", "text": "shares \"red size\" with \"finch red size\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f3a-86b3-97b042f1afb4', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'robin red song', 'robin red song', 13, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 13, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 13}]', 'clustered', '01a22810-84a6-7c12-857a-10d55e1647c3', '[{"kind": "shared_words", "text": "shares \"red song\" with \"finch red song\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f3b-b1bb-0d9f321f3f29', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'sparrow red eggs', 'sparrow red eggs', 31, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 31, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 31}]', 'clustered', '01a22810-84a6-7bdf-914d-018d675a90c3', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f3d-8559-877f95fc323c', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'sparrow red food', 'sparrow red food', 32, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 32, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 32}]', 'clustered', '01a22810-84a6-7c01-bccb-9f4cf0f1d814', '[{"kind": "shared_words", "text": "shares \"red food\" with \"finch red food\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f3e-a909-db6ecc544423', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'sparrow red nest', 'sparrow red nest', 30, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 30, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 30}]', 'clustered', '01a22810-84a6-7c05-b546-23735fd57eb6', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"finch red nest\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f3f-9a6d-baa1c3673b7e', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'sparrow red size', 'sparrow red size', 34, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 34, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 34}]', 'clustered', '01a22810-84a6-7c0a-ba6f-eb79ca321741', '[{"kind": "shared_words", "text": "shares \"red size\" with \"finch red size\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f40-baf8-815f4b6fdab7', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'sparrow red song', 'sparrow red song', 33, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 33, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 33}]', 'clustered', '01a22810-84a6-7c12-857a-10d55e1647c3', '[{"kind": "shared_words", "text": "shares \"red song\" with \"finch red song\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836c-7f41-9ba7-f9e5a1b310ef', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'wren red eggs', 'wren red eggs', 21, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 21, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 21}]', 'clustered', '01a22810-84a6-7bdf-914d-018d675a90c3', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836d-7000-a764-6daad093d87b', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'wren red food', 'wren red food', 22, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 22, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 22}]', 'clustered', '01a22810-84a6-7c01-bccb-9f4cf0f1d814', '[{"kind": "shared_words", "text": "shares \"red food\" with \"finch red food\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836d-7001-8c52-f59f7e54d6ec', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'wren red nest', 'wren red nest', 20, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 20, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 20}]', 'clustered', '01a22810-84a6-7c05-b546-23735fd57eb6', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"finch red nest\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836d-700e-8b59-661a44b041c3', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'wren red size', 'wren red size', 24, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 24, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 24}]', 'clustered', '01a22810-84a6-7c0a-ba6f-eb79ca321741', '[{"kind": "shared_words", "text": "shares \"red size\" with \"finch red size\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-836d-700f-bb21-5c58bddd4ea8', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-835b-7d86-9f17-1ae8da58668a', 'wren red song', 'wren red song', 23, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 23, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 23}]', 'clustered', '01a22810-84a6-7c12-857a-10d55e1647c3', '[{"kind": "shared_words", "text": "shares \"red song\" with \"finch red song\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.58993+00', '2026-11-29 16:08:20.91613+00'),
	('01a22810-83ab-769a-8a8f-4ddbc56cd2c7', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'finch red food', 'finch red food', 42, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 42, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 42}]', 'clustered', '01a22810-85ed-75ac-add7-3e2d23ec6947', '[{"kind": "shared_words", "text": "shares \"red food\" with \"robin red food\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-769f-ac30-d442c93bfaa1', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'finch red nest', 'finch red nest', 40, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 40, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 40}]', 'clustered', '01a22810-85ed-75b2-a966-e5745d70e841', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"robin red nest\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76a8-a3bd-cdc034381c6e', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'finch red size', 'finch red size', 44, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 44, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 44}]', 'clustered', '01a22810-85ed-75b7-8371-d234f51e0ada', '[{"kind": "shared_words", "text": "shares \"red size\" with \"robin red size\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76a9-beca-a70b7c539ac4', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'finch red song', 'finch red song', 43, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 43, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 43}]', 'clustered', '01a22810-85ed-75bd-8787-2711d7591773', '[{"kind": "shared_words", "text": "shares \"red song\" with \"robin red song\""}]', 1, 0.5785315279785461, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76bf-93f3-3544977e6af4', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'robin red eggs', 'robin red eggs', 11, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 11, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 11}]', 'clustered', '01a22810-85ed-7582-b2b0-a6a25fe97d0c', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76c1-997a-c988b7c8ef77', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'robin red food', 'robin red food', 12, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 12, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 12}]', 'clustered', '01a22810-85ed-75ac-add7-3e2d23ec6947', '[{"kind": "shared_words", "text": "shares \"red food\" with \"finch red food\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76c2-8d4f-d8977837580c', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'robin red nest', 'robin red nest', 10, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 10, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 10}]', 'clustered', '01a22810-85ed-75b2-a966-e5745d70e841', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"finch red nest\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76c4-91d0-c09e8a8f18dc', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'robin red size', 'robin red size', 14, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 14, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 14}]', 'clustered', '01a22810-85ed-75b7-8371-d234f51e0ada', '[{"kind": "shared_words", "text": "shares \"red size\" with \"finch red size\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76cd-96ca-75bc98c2780f', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'robin red song', 'robin red song', 13, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 13, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 13}]', 'clustered', '01a22810-85ed-75bd-8787-2711d7591773', '[{"kind": "shared_words", "text": "shares \"red song\" with \"finch red song\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76ce-b2b5-59c4fcab94bc', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'sparrow red eggs', 'sparrow red eggs', 31, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 31, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 31}]', 'clustered', '01a22810-85ed-7582-b2b0-a6a25fe97d0c', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76d0-9c03-3747310bba8e', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'sparrow red food', 'sparrow red food', 32, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 32, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 32}]', 'clustered', '01a22810-85ed-75ac-add7-3e2d23ec6947', '[{"kind": "shared_words", "text": "shares \"red food\" with \"finch red food\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76d1-958b-06cba3867c67', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'sparrow red nest', 'sparrow red nest', 30, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 30, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 30}]', 'clustered', '01a22810-85ed-75b2-a966-e5745d70e841', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"finch red nest\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76d2-994a-e8055a8fdede', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'sparrow red size', 'sparrow red size', 34, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 34, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 34}]', 'clustered', '01a22810-85ed-75b7-8371-d234f51e0ada', '[{"kind": "shared_words", "text": "shares \"red size\" with \"finch red size\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76d3-9224-52fa24ab484d', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'sparrow red song', 'sparrow red song', 33, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 33, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 33}]', 'clustered', '01a22810-85ed-75bd-8787-2711d7591773', '[{"kind": "shared_words", "text": "shares \"red song\" with \"finch red song\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76d4-8db7-5ed6e2f83ca2', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'wren red eggs', 'wren red eggs', 21, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 21, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 21}]', 'clustered', '01a22810-85ed-7582-b2b0-a6a25fe97d0c', '[{"kind": "shared_words", "text": "shares \"red eggs\" with \"finch red eggs\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76d6-ae3a-0ba489c837e2', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'wren red food', 'wren red food', 22, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 22, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 22}]', 'clustered', '01a22810-85ed-75ac-add7-3e2d23ec6947', '[{"kind": "shared_words", "text": "shares \"red food\" with \"finch red food\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76d7-9fe3-c2455d78f63b', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'wren red nest', 'wren red nest', 20, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 20, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 20}]', 'clustered', '01a22810-85ed-75b2-a966-e5745d70e841', '[{"kind": "shared_words", "text": "shares \"red nest\" with \"finch red nest\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76e5-b1cb-584a851a213d', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'wren red size', 'wren red size', 24, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 24, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 24}]', 'clustered', '01a22810-85ed-75b7-8371-d234f51e0ada', '[{"kind": "shared_words", "text": "shares \"red size\" with \"finch red size\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00'),
	('01a22810-83ab-76e6-b0dc-0a91e7c700b1', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-83a8-7be4-a032-0f7def67c02a', 'wren red song', 'wren red song', 23, NULL, NULL, false, NULL, NULL, '', '', false, '', '', NULL, NULL, NULL, 23, DEFAULT, '', '[]', '', '', '[{"file": "birds.csv", "tool": "Keyword table", "volume": 23}]', 'clustered', '01a22810-85ed-75bd-8787-2711d7591773', '[{"kind": "shared_words", "text": "shares \"red song\" with \"finch red song\""}]', 1, 0.5785315478467611, true, false, '2026-11-29 16:08:20.651581+00', '2026-11-29 16:08:21.237973+00');
INSERT INTO public.memberships VALUES
	('01a22810-8167-7483-87ce-749f70b68644', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-815e-7c4f-8305-7929d1f622f9', 'owner', '2026-11-29 16:08:20.071432+00', '2026-11-29 16:08:20.071432+00');
INSERT INTO public.oldest_program VALUES
	('0.1.0');
INSERT INTO public.pages VALUES
	('01a22810-89d0-7388-a6ff-9887b3de8b5d', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', NULL, NULL, NULL, 'home', 'own', 'planned', '/', 'garden-birds', 'Garden birds', '', '', '', '', '', '[]', 'Every site has a home page.', 0, '2026-11-29 16:08:22.233664+00', '2026-11-29 16:08:22.32057+00'),
	('01a22810-89e9-763d-b275-25fe1a4b9fc2', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', NULL, NULL, NULL, 'about', 'own', 'planned', '/about/', 'about', 'About Garden birds', '', '', '', '', '', '[]', 'Readers and search engines look for who writes here.', 4, '2026-11-29 16:08:22.249691+00', '2026-11-29 16:08:22.32057+00'),
	('01a22810-89eb-7268-a869-8758e2e5eb05', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', NULL, NULL, NULL, 'contact', 'own', 'planned', '/contact/', 'contact', 'Contact', '', '', '', '', '', '[]', 'Readers need a way to reach the business.', 5, '2026-11-29 16:08:22.251395+00', '2026-11-29 16:08:22.32057+00'),
	('01a22810-89dc-79d2-895b-c1c78ceb59fb', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-84a6-7c0a-ba6f-eb79ca321741', NULL, 'article', 'own', 'published', '/finch-red-size/', 'finch-red-size', 'Finch Red Size: A Practical Guide', '', '', '', 'hub', 'informational', '["finch red size", "sparrow red size", "wren red size", "robin red size"]', '', 1, '2026-11-29 16:08:22.242463+00', '2026-11-29 16:08:23.421274+00'),
	('01a22810-89e6-74b7-b589-c98b1f81a8d3', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-84a6-7c12-857a-10d55e1647c3', NULL, 'article', 'own', 'published', '/finch-red-song/', 'finch-red-song', 'Finch Red Song: A Practical Guide', '', '', '', 'supporting', 'informational', '["finch red song", "sparrow red song", "wren red song", "robin red song"]', '', 2, '2026-11-29 16:08:22.246662+00', '2026-11-29 16:08:23.421389+00'),
	('01a22810-89e8-7114-a0c7-77cae70f3622', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-84a6-7c01-bccb-9f4cf0f1d814', NULL, 'article', 'own', 'published', '/finch-red-food/', 'finch-red-food', 'Finch Red Food: A Practical Guide', '', '', '', 'supporting', 'informational', '["finch red food", "sparrow red food", "wren red food", "robin red food"]', '', 3, '2026-11-29 16:08:22.248376+00', '2026-11-29 16:08:23.421466+00');
INSERT INTO public.publications VALUES
	('01a22810-8e76-751a-ad0b-b172bac4f2a9', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8d37-7a22-aefe-52d97472a416', '01a22810-8bc4-7d84-88c2-c323eaf6c669', 2, '/finch-red-size/', 'live', '2026-11-29 16:08:23.414341+00', '2026-11-29 16:08:23.414341+00'),
	('01a22810-8e7a-7c3e-a07a-2abb26bc62e4', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8d37-7a22-aefe-52d97472a416', '01a22810-8bd2-740a-89bb-26f4da939eeb', 2, '/finch-red-song/', 'live', '2026-11-29 16:08:23.418822+00', '2026-11-29 16:08:23.418822+00'),
	('01a22810-8e7b-7739-8082-d9e126d3af18', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8d37-7a22-aefe-52d97472a416', '01a22810-8bdb-774f-b50f-a890d2f6a705', 2, '/finch-red-food/', 'live', '2026-11-29 16:08:23.419486+00', '2026-11-29 16:08:23.419486+00');
INSERT INTO public.release_runs VALUES
	('01a22810-8d40-7269-b445-933b771645fc', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-8e23-7b32-89ff-42a7440a47d1');
INSERT INTO public.releases VALUES
	('01a22810-8e23-7b32-89ff-42a7440a47d1', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8d37-7a22-aefe-52d97472a416', 1, '20261129T160823Z-90fc6e48feac', '90fc6e48feac8b9aef9a4b953f1e2e358fa673fdcf0a32e6fc2ee90523dbc709', 5, 11, 45808, '[{"path": "/finch-red-size/", "revision": 2, "content_id": "01a22810-8bc4-7d84-88c2-c323eaf6c669"}, {"path": "/finch-red-song/", "revision": 2, "content_id": "01a22810-8bd2-740a-89bb-26f4da939eeb"}, {"path": "/finch-red-food/", "revision": 2, "content_id": "01a22810-8bdb-774f-b50f-a890d2f6a705"}]', '01a22810-815e-7c4f-8305-7929d1f622f9', '2026-11-29 16:08:23.412849+00', '2026-11-29 16:08:23.331744+00');
INSERT INTO public.revisions VALUES
	('01a22810-8bc6-7b90-8d76-9a8e7b2d1866', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8bc4-7d84-88c2-c323eaf6c669', 1, 'Finch Red Size: A Practical Guide', 'finch-red-size', '', '[{"id": "b0b6ca54b9a8d", "must": true, "type": "slot", "words": 80, "answer": "prose", "prompt": "Answer the main question in two or three sentences. Then say what the page covers: sparrow red size, wren red size and robin red size.", "keywords": ["finch red size"], "left_out": ""}, {"id": "be9972a9008d8", "text": "Finch red size at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What is it, in one sentence? What is it used for, and by whom?", "keywords": [], "left_out": ""}, {"id": "bd4e57f4377bf", "text": "Sparrow red size", "type": "heading", "level": 2}, {"id": "b54490a57e696", "must": true, "type": "slot", "words": 150, "answer": "number", "prompt": "What is the usual figure, and in which unit? What makes it higher, and what lower?", "keywords": [], "left_out": ""}, {"id": "b61e41ccdc3ed", "text": "Wren red size", "type": "heading", "level": 2}, {"id": "b4fc1f875b741", "must": true, "type": "slot", "words": 150, "answer": "number", "prompt": "How is it measured in your own case?", "keywords": [], "left_out": ""}, {"id": "bb02eb9b14da9", "text": "Robin red size", "type": "heading", "level": 2}, {"id": "bbae9b322f161", "must": true, "type": "slot", "words": 150, "answer": "number", "prompt": "When does it matter, and when not? Which example makes it clear?", "keywords": [], "left_out": ""}, {"id": "bb8194da478a3", "text": "How finch red size works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What is it often taken for, and what sets it apart? What happens, in which order?", "keywords": [], "left_out": ""}, {"id": "bb6c29456a687", "text": "Where to begin with finch red size", "type": "heading", "level": 2}, {"id": "b0cead341db76", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "In which order do the steps go? How long does each of them take?", "keywords": [], "left_out": ""}]', '01a22810-815e-7c4f-8305-7929d1f622f9', '01a22810-8b6c-7d03-85db-a49fbaa6b6c8', 'drafted', '2026-11-29 16:08:22.727258+00'),
	('01a22810-8bd7-7d86-ae09-5d164afeff30', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8bd2-740a-89bb-26f4da939eeb', 1, 'Finch Red Song: A Practical Guide', 'finch-red-song', '', '[{"id": "b637c6f85041f", "must": true, "type": "slot", "words": 80, "answer": "prose", "prompt": "Answer the main question in two or three sentences. Then say what the page covers: sparrow red song, wren red song and robin red song.", "keywords": ["finch red song"], "left_out": ""}, {"id": "bfc48b36a3ea2", "text": "Finch red song at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What is it, in one sentence? What is it used for, and by whom?", "keywords": [], "left_out": ""}, {"id": "b99c1803b1665", "text": "Sparrow red song", "type": "heading", "level": 2}, {"id": "b5af13e890ca7", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "When does it matter, and when not? Which example makes it clear?", "keywords": [], "left_out": ""}, {"id": "bae34a2fe9c29", "text": "Wren red song", "type": "heading", "level": 2}, {"id": "bc51032c00a27", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What do people mean by it?", "keywords": [], "left_out": ""}, {"id": "bbfbe5ea7db19", "text": "Robin red song", "type": "heading", "level": 2}, {"id": "b9583739689ce", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What should readers know about “Robin red song” afterwards?", "keywords": [], "left_out": ""}, {"id": "b75911e6aa85e", "text": "How finch red song works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What is it often taken for, and what sets it apart? What happens, in which order?", "keywords": [], "left_out": ""}, {"id": "b43ff74d45fb7", "text": "Where to begin with finch red song", "type": "heading", "level": 2}, {"id": "b0cead341db76", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "In which order do the steps go? How long does each of them take?", "keywords": [], "left_out": ""}]', '01a22810-815e-7c4f-8305-7929d1f622f9', '01a22810-8b6c-7d03-85db-a49fbaa6b6c8', 'drafted', '2026-11-29 16:08:22.7439+00'),
	('01a22810-8bdc-70af-9e8d-81bcbe13d950', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8bdb-774f-b50f-a890d2f6a705', 1, 'Finch Red Food: A Practical Guide', 'finch-red-food', '', '[{"id": "b946c63e646dc", "must": true, "type": "slot", "words": 80, "answer": "prose", "prompt": "Answer the main question in two or three sentences. Then say what the page covers: sparrow red food, wren red food and robin red food.", "keywords": ["finch red food"], "left_out": ""}, {"id": "bcb0825ad9449", "text": "Finch red food at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What is it, in one sentence? What is it used for, and by whom?", "keywords": [], "left_out": ""}, {"id": "b572d69c03c70", "text": "Sparrow red food", "type": "heading", "level": 2}, {"id": "b5af13e890ca7", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "When does it matter, and when not? Which example makes it clear?", "keywords": [], "left_out": ""}, {"id": "b98a00f41c351", "text": "Wren red food", "type": "heading", "level": 2}, {"id": "bc51032c00a27", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What do people mean by it?", "keywords": [], "left_out": ""}, {"id": "bfc9e03fc0421", "text": "Robin red food", "type": "heading", "level": 2}, {"id": "b73b0ea160bee", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What should readers know about “Robin red food” afterwards?", "keywords": [], "left_out": ""}, {"id": "b7ebca82146bd", "text": "How finch red food works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "What is it often taken for, and what sets it apart? What happens, in which order?", "keywords": [], "left_out": ""}, {"id": "b1ed31daabb03", "text": "Where to begin with finch red food", "type": "heading", "level": 2}, {"id": "b0cead341db76", "must": true, "type": "slot", "words": 150, "answer": "prose", "prompt": "In which order do the steps go? How long does each of them take?", "keywords": [], "left_out": ""}]', '01a22810-815e-7c4f-8305-7929d1f622f9', '01a22810-8b6c-7d03-85db-a49fbaa6b6c8', 'drafted', '2026-11-29 16:08:22.748056+00'),
	('01a22810-8c14-7eca-ac8c-ecb25a9e2c0b', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8bdb-774f-b50f-a890d2f6a705', 2, 'Finch Red Food: A Practical Guide', 'finch-red-food', '', '[{"id": "b946c63e646dc", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bcb0825ad9449", "text": "Finch red food at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b572d69c03c70", "text": "Sparrow red food", "type": "heading", "level": 2}, {"id": "b5af13e890ca7", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b98a00f41c351", "text": "Wren red food", "type": "heading", "level": 2}, {"id": "bc51032c00a27", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bfc9e03fc0421", "text": "Robin red food", "type": "heading", "level": 2}, {"id": "b73b0ea160bee", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b7ebca82146bd", "text": "How finch red food works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b1ed31daabb03", "text": "Where to begin with finch red food", "type": "heading", "level": 2}, {"id": "b0cead341db76", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}]', '01a22810-815e-7c4f-8305-7929d1f622f9', NULL, 'edited', '2026-11-29 16:08:22.804986+00'),
	('01a22810-8c8e-77be-816d-74c0eb172ce5', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8bd2-740a-89bb-26f4da939eeb', 2, 'Finch Red Song: A Practical Guide', 'finch-red-song', '', '[{"id": "b637c6f85041f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bfc48b36a3ea2", "text": "Finch red song at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b99c1803b1665", "text": "Sparrow red song", "type": "heading", "level": 2}, {"id": "b5af13e890ca7", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bae34a2fe9c29", "text": "Wren red song", "type": "heading", "level": 2}, {"id": "bc51032c00a27", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bbfbe5ea7db19", "text": "Robin red song", "type": "heading", "level": 2}, {"id": "b9583739689ce", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b75911e6aa85e", "text": "How finch red song works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b43ff74d45fb7", "text": "Where to begin with finch red song", "type": "heading", "level": 2}, {"id": "b0cead341db76", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}]', '01a22810-815e-7c4f-8305-7929d1f622f9', NULL, 'edited', '2026-11-29 16:08:22.926522+00'),
	('01a22810-8d13-7d7a-a7cb-e54a70d3856b', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8bc4-7d84-88c2-c323eaf6c669', 2, 'Finch Red Size: A Practical Guide', 'finch-red-size', '', '[{"id": "b0b6ca54b9a8d", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "be9972a9008d8", "text": "Finch red size at a glance", "type": "heading", "level": 2}, {"id": "b24b8dbf374c3", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bd4e57f4377bf", "text": "Sparrow red size", "type": "heading", "level": 2}, {"id": "b54490a57e696", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "b61e41ccdc3ed", "text": "Wren red size", "type": "heading", "level": 2}, {"id": "b4fc1f875b741", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bb02eb9b14da9", "text": "Robin red size", "type": "heading", "level": 2}, {"id": "bbae9b322f161", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bb8194da478a3", "text": "How finch red size works in practice", "type": "heading", "level": 2}, {"id": "b54e13bea342f", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}, {"id": "bb6c29456a687", "text": "Where to begin with finch red size", "type": "heading", "level": 2}, {"id": "b0cead341db76", "text": "We looked at it in our own garden and tell what we saw.", "type": "paragraph"}]', '01a22810-815e-7c4f-8305-7929d1f622f9', NULL, 'edited', '2026-11-29 16:08:23.059902+00');
INSERT INTO public.runs VALUES
	('01a22810-83f8-7717-83ae-76a71536d474', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-815e-7c4f-8305-7929d1f622f9', '', 'auto_cluster', 'auto_cluster 01a22810-8355-77c3-a5c0-73234e29393b', '{}', 'DONE', 100, '20 keywords are in 5 page clusters.', 1, 1, 'built_in', '', '', '{"units": 1, "unit_price": 1}', '', NULL, 'fd4a217f93294e590aa01a92cb0165800bd0879790dd30b3433b80e64e7d8124', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 16:08:20.807644+00', '2026-11-29 16:08:20.942377+00', '2026-11-29 16:08:20.728466+00', '2026-11-29 16:08:20.728503+00', '2026-11-29 16:08:20.942431+00'),
	('01a22810-854c-7699-a2d5-ccb0f31f71e2', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-815e-7c4f-8305-7929d1f622f9', '', 'auto_cluster', 'auto_cluster 01a22810-83a4-70d4-9057-31f23a848bd8', '{}', 'DONE', 100, '20 keywords are in 5 page clusters.', 1, 1, 'built_in', '', '', '{"units": 1, "unit_price": 1}', '', NULL, '5842dd6a7fa1091766d0ff58bbae3ee3fd6f6c74faa2039340a5398cfc39de9a', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 16:08:21.105072+00', '2026-11-29 16:08:21.278923+00', '2026-11-29 16:08:21.068433+00', '2026-11-29 16:08:21.068451+00', '2026-11-29 16:08:21.278959+00'),
	('01a22810-8a49-77a6-8115-a0b0508e6dc9', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-815e-7c4f-8305-7929d1f622f9', '', 'generate_ideas', 'generate_ideas 01a22810-8355-77c3-a5c0-73234e29393b', '{}', 'DONE', 100, '3 ideas are ready.', 3, 3, 'built_in', '', '', '{"units": 3, "unit_price": 1}', '', NULL, '8a1bb9373d080ffcbfac3dea6f41fcea15197d47f2b3a450cde2173e07ffbd5e', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 16:08:22.358844+00', '2026-11-29 16:08:22.41081+00', '2026-11-29 16:08:22.345501+00', '2026-11-29 16:08:22.34552+00', '2026-11-29 16:08:22.410841+00'),
	('01a22810-8b6c-7d03-85db-a49fbaa6b6c8', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', NULL, '01a22810-815e-7c4f-8305-7929d1f622f9', '', 'generate_content', 'generate_content 01a22810-830a-7c7f-ac60-e95a3c46c4dc', '{"task_ids": ["01a22810-8ac3-79e0-8768-bb42fae2e09e", "01a22810-8af8-74de-8f6a-c30eb2d4a325", "01a22810-8b18-7171-9de9-1152d6b4b7f8"]}', 'DONE', 100, '3 outlines are ready to be written.', 3, 3, 'built_in', '', '', '{"units": 3, "unit_price": 1}', '', NULL, '9d05966ad48ce9728c75e6183957b625ddf33267548997d6e1b5bcd123f4f8ca', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 16:08:22.692623+00', '2026-11-29 16:08:22.757074+00', '2026-11-29 16:08:22.636853+00', '2026-11-29 16:08:22.63687+00', '2026-11-29 16:08:22.757092+00'),
	('01a22810-8d40-7269-b445-933b771645fc', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', NULL, '01a22810-815e-7c4f-8305-7929d1f622f9', '', 'publish_site', 'publish_site 01a22810-830a-7c7f-ac60-e95a3c46c4dc', '{"destination_id": "01a22810-8d37-7a22-aefe-52d97472a416"}', 'DONE', 100, 'The release is built.', 0, 0, 'built_in', '', '', '{"units": 0, "unit_price": 0}', '', NULL, '', 0, 0, 1, '', NULL, 1, NULL, '', '', NULL, '', '', '2026-11-29 16:08:23.187687+00', '2026-11-29 16:08:23.333205+00', '2026-11-29 16:08:23.104158+00', '2026-11-29 16:08:23.104172+00', '2026-11-29 16:08:23.333215+00');
INSERT INTO public.sectors VALUES
	('01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', 'Sector 1', 'sector 1', '2026-11-29 16:08:20.565593+00', '2026-11-29 16:08:20.565593+00'),
	('01a22810-83a4-70d4-9057-31f23a848bd8', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', 'Sector 2', 'sector 2', '2026-11-29 16:08:20.64407+00', '2026-11-29 16:08:20.64407+00');
INSERT INTO public.sites VALUES
	('01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-815f-7e7b-bf00-76e98190d3d1', 'Garden birds', '', 'en', '', 'blog', false, '2026-11-29 16:08:20.491014+00', '2026-11-29 16:08:21.973622+00');
INSERT INTO public.stages VALUES
	('01a22810-8312-7a4d-9868-9937e207958b', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', 'planner', 'passed', 100, '', '2026-11-29 16:08:20.498694+00', '2026-11-29 16:08:21.842871+00'),
	('01a22810-8329-78a7-b52a-2c5294319159', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', 'builder', 'passed', 100, '', '2026-11-29 16:08:20.521585+00', '2026-11-29 16:08:22.331853+00'),
	('01a22810-8332-7c9b-9972-d65ae884aba3', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', 'writer', 'passed', 100, '', '2026-11-29 16:08:20.530843+00', '2026-11-29 16:08:23.082526+00'),
	('01a22810-8348-7d69-a4d5-a90527dd5803', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', 'publish', 'passed', 100, '', '2026-11-29 16:08:20.552906+00', '2026-11-29 16:08:23.439695+00');
INSERT INTO public.tasks VALUES
	('01a22810-8ac3-79e0-8768-bb42fae2e09e', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-89dc-79d2-895b-c1c78ceb59fb', '01a22810-8a68-77d8-a672-0602b9e6feee', '', '', '{"angle": "For people who search for “finch red size”: the page explains the subject from the ground up with practical examples. It also covers sparrow red size, wren red size, robin red size.", "facts": null, "links": null, "terms": null, "intent": "informational", "length": 0, "outline": ["Finch red size at a glance", "Sparrow red size", "Wren red size", "Robin red size", "How finch red size works in practice", "Where to begin with finch red size"], "audience": "", "keywords": ["finch red size", "sparrow red size", "wren red size", "robin red size"], "questions": null, "out_of_scope": null}', false, '2026-11-29 16:08:22.497978+00', '01a22810-815e-7c4f-8305-7929d1f622f9', 'done', '2026-11-29 16:08:22.479319+00', '2026-11-29 16:08:23.081255+00'),
	('01a22810-8b18-7171-9de9-1152d6b4b7f8', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-89e8-7114-a0c7-77cae70f3622', '01a22810-8a75-7d7e-b13c-275098345d12', '', '', '{"angle": "For people who search for “finch red food”: the page explains the subject from the ground up with practical examples. It also covers sparrow red food, wren red food, robin red food.", "facts": null, "links": null, "terms": null, "intent": "informational", "length": 0, "outline": ["Finch red food at a glance", "Sparrow red food", "Wren red food", "Robin red food", "How finch red food works in practice", "Where to begin with finch red food"], "audience": "", "keywords": ["finch red food", "sparrow red food", "wren red food", "robin red food"], "questions": null, "out_of_scope": null}', false, '2026-11-29 16:08:22.621254+00', '01a22810-815e-7c4f-8305-7929d1f622f9', 'done', '2026-11-29 16:08:22.592585+00', '2026-11-29 16:08:22.871793+00'),
	('01a22810-8af8-74de-8f6a-c30eb2d4a325', '01a22810-815f-7e7b-bf00-76e98190d3d1', '01a22810-830a-7c7f-ac60-e95a3c46c4dc', '01a22810-8355-77c3-a5c0-73234e29393b', '01a22810-89e6-74b7-b589-c98b1f81a8d3', '01a22810-8a74-72d1-9193-90ef77e60ab5', '', '', '{"angle": "For people who search for “finch red song”: the page explains the subject from the ground up with practical examples. It also covers sparrow red song, wren red song, robin red song.", "facts": null, "links": null, "terms": null, "intent": "informational", "length": 0, "outline": ["Finch red song at a glance", "Sparrow red song", "Wren red song", "Robin red song", "How finch red song works in practice", "Where to begin with finch red song"], "audience": "", "keywords": ["finch red song", "sparrow red song", "wren red song", "robin red song"], "questions": null, "out_of_scope": null}', false, '2026-11-29 16:08:22.540747+00', '01a22810-815e-7c4f-8305-7929d1f622f9', 'done', '2026-11-29 16:08:22.530608+00', '2026-11-29 16:08:23.02377+00');
INSERT INTO public.throttles VALUES
	('sign-up 127.0.0.1', 1, '2026-11-29 17:08:19.746682+00');
INSERT INTO public.token_families VALUES
	('01a22810-8302-7bf2-bada-726345c92300', '01a22810-815e-7c4f-8305-7929d1f622f9', '01a22810-815f-7e7b-bf00-76e98190d3d1', '07e4a5e990140ba07dcc6d51c6b7e480986661a8f7c7ae9c953771db6df673ea', NULL, '2026-12-29 16:08:20.482776+00', 'Go-http-client/1.1', '127.0.0.1', '2026-11-29 16:08:20.482776+00', '2026-11-29 16:08:20.482955+00');
INSERT INTO public.users VALUES
	('01a22810-815e-7c4f-8305-7929d1f622f9', 'ada@birds.test', 'ada@birds.test', 'Ada', '$argon2id$v=19$m=19456,t=2,p=1$C1RUn0/zKKLs8moEJhqPjA$OMiMbfusvKpYHn4IDssSjp3cSxqH4MHsthKY1ftxd38', false, '01a22810-815f-7e7b-bf00-76e98190d3d1', '2026-11-29 16:08:20.062969+00', '2026-11-29 16:08:20.487258+00');
INSERT INTO public.wallets VALUES
	('01a22810-8178-7910-9785-61949eae4bfb', '01a22810-815f-7e7b-bf00-76e98190d3d1', 992, 0, false, NULL, '2026-11-29 16:08:20.088726+00', '2026-11-29 16:08:23.107623+00');
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
    ADD CONSTRAINT contents_account_id_page_id_key UNIQUE (account_id, page_id);
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
    ADD CONSTRAINT ideas_account_id_page_id_key UNIQUE (account_id, page_id);
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
    ADD CONSTRAINT pages_account_id_site_id_path_key UNIQUE (account_id, site_id, path);
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
CREATE UNIQUE INDEX credit_entries_reference ON public.credit_entries USING btree (account_id, kind, reference, book) WHERE (reference <> ''::text);
CREATE INDEX credit_entries_time ON public.credit_entries USING btree (account_id, book, created_at);
CREATE INDEX email_changes_user ON public.email_changes USING btree (user_id);
CREATE INDEX event_deliveries_due ON public.event_deliveries USING btree (due_at, id);
CREATE INDEX event_deliveries_lane ON public.event_deliveries USING btree (lane, id);
CREATE INDEX events_audited ON public.events USING btree (account_id, created_at, id) WHERE audited;
CREATE INDEX ideas_cluster ON public.ideas USING btree (account_id, cluster_id);
CREATE INDEX ideas_planned ON public.ideas USING btree (account_id, site_id, planned_on);
CREATE INDEX ideas_sector ON public.ideas USING btree (account_id, sector_id, ((demand IS NULL)), demand, id);
CREATE INDEX ideas_site ON public.ideas USING btree (account_id, site_id, ((demand IS NULL)), demand, id);
CREATE INDEX image_variants_of_image ON public.image_variants USING btree (account_id, image_id);
CREATE UNIQUE INDEX images_cover ON public.images USING btree (account_id, page_id) WHERE cover;
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
ALTER TABLE ONLY public.wallets
    ADD CONSTRAINT wallets_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;
