-- +goose Up
-- The changes that Undo takes back are not of the Planner's rows alone any more.
ALTER TABLE planner_changes RENAME TO changes;
ALTER TABLE planner_change_rows RENAME TO change_rows;

-- +goose Down
ALTER TABLE change_rows RENAME TO planner_change_rows;
ALTER TABLE changes RENAME TO planner_changes;
