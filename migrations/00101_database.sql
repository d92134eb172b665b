-- +goose Up
-- The oldest version of the program that may use this database, in one row. A migration that older programs cannot work with raises it.
CREATE TABLE oldest_program (
    version TEXT NOT NULL
);
INSERT INTO oldest_program (version) VALUES ('0.1.0');

-- +goose Down
DROP TABLE oldest_program;
