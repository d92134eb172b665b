-- +goose Up
-- Drafts that the built-in engine made before it left slots are outlines in lists and paragraphs. What of them nobody changed is unwritten, too.
ALTER TABLE contents ADD COLUMN outlined BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE contents ADD COLUMN unwritten BIGINT NOT NULL DEFAULT 0;

UPDATE contents SET outlined = TRUE, unwritten = 1 WHERE built_in OR EXISTS (
    SELECT 1 FROM revisions
    JOIN ai_runs ON ai_runs.account_id = revisions.account_id AND ai_runs.id = revisions.run_id
    WHERE revisions.account_id = contents.account_id AND revisions.content_id = contents.id AND revisions.number = 1 AND ai_runs.provider = 'built_in'
);

-- +goose Down
ALTER TABLE contents DROP COLUMN unwritten;
ALTER TABLE contents DROP COLUMN outlined;
