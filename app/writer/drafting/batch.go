package drafting

import (
	"context"
	"encoding/json"
	"strings"

	"gorm.io/gorm"

	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/runs"
	"igny8/app/text"
	"igny8/app/writer"
)

// QuoteBatch returns what drafts of all the tasks would cost together. It refuses what StartBatch would refuse but for briefs that nobody
// has approved yet: they are shown with the price.
func (s *Service) QuoteBatch(ctx context.Context, siteID string, taskIDs []string) (runs.Quote, error) {
	requests, err := s.draftsOf(ctx, siteID, taskIDs, true)
	if err != nil {
		return runs.Quote{}, err
	}
	return s.engine.QuoteBatch(ctx, GenerateContent, requests)
}

// StartBatch asks for a draft of each task: a run for each, all bound by a batch that stops when a model's draft is too much like another
// page. With approve, the briefs of all of them are approved as they are. most is the price that was shown; a higher one is refused, nil
// takes any.
func (s *Service) StartBatch(ctx context.Context, siteID string, taskIDs []string, approve bool, most *int64) (runs.Batch, error) {
	requests, err := s.draftsOf(ctx, siteID, taskIDs, approve)
	if err != nil {
		return runs.Batch{}, err
	}
	// The outlines of the built-in engine share its questions: they are not compared.
	model, err := s.engine.Asks(ctx, GenerateContent)
	if err != nil {
		return runs.Batch{}, err
	}
	order := runs.BatchRequest{Function: GenerateContent, Requests: requests, Braked: model, Most: most}
	if approve {
		order.With = func(tx *gorm.DB) error { return writer.ApproveBriefs(tx, siteID, taskIDs) }
	}
	return s.engine.StartBatch(ctx, order)
}

// draftsOf returns the requests for the drafts of the tasks, a request for each, the oldest task first.
func (s *Service) draftsOf(ctx context.Context, siteID string, taskIDs []string, approve bool) ([]runs.Request, error) {
	if !text.Printable(strings.Join(taskIDs, "")) {
		return nil, fault.Missing("task")
	}
	tasks, err := s.writer.TasksOfSite(ctx, siteID, taskIDs, writer.MaxTasks)
	if err != nil {
		return nil, err
	}
	if err := s.engine.CheckSubjects(ctx, GenerateContent, taskIDs...); err != nil {
		return nil, err
	}
	if !approve {
		if err := refuseUnapproved(tasks); err != nil {
			return nil, err
		}
	}
	requests := make([]runs.Request, len(tasks))
	for i, t := range tasks {
		requests[i] = draftPayload{TaskIDs: []string{t.ID}, ApproveBriefs: approve}.request(siteID)
	}
	return requests, nil
}

// BatchView is a batch with its progress and the page of each of its runs.
type BatchView struct {
	runs.Batch
	runs.Tally
	Runs      []BatchRun     // in the order in which they were asked for
	Duplicate *NearDuplicate // what paused the batch by itself
	Retry     runs.Quote     // of the failed runs that can be tried again
	Failed    int            // how many those are
}

// BatchRun is a run of a batch and the page that it drafts.
type BatchRun struct {
	runs.Run
	Page      pages.Page
	TaskID    string
	ContentID string // empty until there is a draft
}

// Batch returns the batch with the id.
func (s *Service) Batch(ctx context.Context, id string) (v BatchView, err error) {
	if v.Batch, err = s.engine.Batch(ctx, id); err != nil {
		return v, err
	}
	of, err := s.engine.Runs(ctx, id)
	if err != nil {
		return v, err
	}
	v.Tally, v.Duplicate = runs.TallyOf(of), DuplicateOf(v.Batch)
	if v.Tally.Failed > 0 {
		again, failed, err := s.engine.QuoteRetry(ctx, id)
		if err != nil {
			return v, err
		}
		v.Retry, v.Failed = again, len(failed)
	}
	ids := make([]string, len(of))
	for i, run := range of {
		var p draftPayload
		if err := json.Unmarshal(run.Payload, &p); err != nil || len(p.TaskIDs) != 1 {
			return v, fault.New(fault.Internal, "The run %s of the batch drafts no page.", run.ID)
		}
		ids[i] = p.TaskIDs[0]
	}
	byID, err := s.writer.ListedAmong(ctx, v.SiteID, ids)
	for i, run := range of {
		t := byID[ids[i]]
		v.Runs = append(v.Runs, BatchRun{Run: run, Page: t.Page, TaskID: ids[i], ContentID: t.ContentID})
	}
	return v, err
}

// recentBatches is how many batches are searched for an open one.
const recentBatches = 5

// OpenBatch returns the newest batch of the site that has not ended, else the last one if some of it failed; nil when there is neither.
func (s *Service) OpenBatch(ctx context.Context, siteID string) (*BatchView, error) {
	recent, err := s.engine.CountBatches(ctx, siteID, recentBatches)
	if err != nil {
		return nil, err
	}
	for i, b := range recent {
		if b.Unended == 0 && (i > 0 || b.Failed == 0) {
			continue
		}
		v, err := s.Batch(ctx, b.BatchID)
		return &v, err
	}
	return nil, nil
}
