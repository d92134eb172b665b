-- +goose Up
-- The queue is read by lane: the first run of each that has not ended. Of the many runs that have ended it holds none.
CREATE INDEX runs_queue ON runs (account_id, lane, created_at, id) WHERE phase NOT IN ('DONE', 'FAILED', 'CANCELLED') AND approval <> 'waiting';
DROP INDEX runs_lane;

-- +goose Down
CREATE INDEX runs_lane ON runs (account_id, lane, created_at, id);
DROP INDEX runs_queue;
