-- +goose Up
-- +goose ENVSUB ON
-- What a run is about, as long as it has not ended: no two runs of a kind are about the same.
CREATE TABLE run_subjects (
    id         TEXT NOT NULL,
    account_id TEXT NOT NULL,
    run_id     TEXT NOT NULL,
    function   TEXT NOT NULL,
    subject    ${DB_KEY} NOT NULL,
    created_at ${DB_TS} NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, function, subject),
    FOREIGN KEY (account_id, run_id) REFERENCES ai_runs (account_id, id) ON DELETE CASCADE
);
CREATE INDEX run_subjects_run ON run_subjects (account_id, run_id);

-- +goose Down
DROP TABLE run_subjects;
