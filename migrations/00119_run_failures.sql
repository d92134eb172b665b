-- +goose Up
-- +goose ENVSUB ON
-- What a run could not do of what it was asked, while the rest was saved. NULL: nothing failed.
ALTER TABLE runs ADD COLUMN failed ${DB_JSON};
-- The run whose failed items this one asks for again. A run is tried again by one run at most.
ALTER TABLE runs ADD COLUMN retry_of TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX runs_retry_of ON runs (account_id, retry_of) WHERE retry_of <> '';

-- +goose Down
DROP INDEX runs_retry_of;
ALTER TABLE runs DROP COLUMN retry_of;
ALTER TABLE runs DROP COLUMN failed;
