package drafting

import (
	"context"
	"slices"

	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/runs"
	"igny8/app/writer"
)

// openTasks returns the named tasks that a run can work on when it begins, and the others as items that are left out. reason says why a
// task is left out; empty: it is not.
func openTasks[In any](
	ctx context.Context, s *Service, siteID string, ids []string, reason func(writer.Task) string,
) (open []writer.Task, left []ai.Item[In], err error) {
	ids = database.Distinct(ids)
	tasks, err := s.writer.TasksAmong(ctx, siteID, ids)
	if err != nil {
		return nil, nil, err
	}
	pageIDs := make([]string, len(tasks))
	for i, t := range tasks {
		pageIDs[i] = t.PageID
	}
	titles, err := s.pages.Titles(ctx, pageIDs)
	if err != nil {
		return nil, nil, err
	}
	for _, t := range tasks {
		if why := reason(t); why != "" {
			left = append(left, ai.Item[In]{Key: t.ID, Label: titles[t.PageID], LeftOut: why})
			continue
		}
		open = append(open, t)
	}
	for _, id := range ids {
		if !slices.ContainsFunc(tasks, func(t writer.Task) bool { return t.ID == id }) {
			left = append(left, ai.Item[In]{Key: id, Label: "Page", LeftOut: writer.PageGone})
		}
	}
	return open, left, nil
}

// failures returns the results that could not be saved. left says why, by the key of the item.
func failures[In, Out any](results []ai.Result[In, Out], left map[string]string) (failed []runs.Failure) {
	for _, r := range results {
		if why := left[r.Item.Key]; why != "" {
			failed = append(failed, r.Failed(why))
		}
	}
	return failed
}
