-- +goose Up
-- +goose ENVSUB ON
-- When somebody asked for the run last: when it was queued, or queued again. What a person starts within a day is added up by it.
ALTER TABLE ai_runs ADD COLUMN asked_at ${DB_TS};
UPDATE ai_runs SET asked_at = created_at;
CREATE INDEX ai_runs_asked ON ai_runs (account_id, user_id, asked_at);

-- +goose Down
DROP INDEX ai_runs_asked;
ALTER TABLE ai_runs DROP COLUMN asked_at;
