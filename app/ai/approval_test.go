package ai_test

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"
	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/runs"
	"igny8/app/tenancy"
)

// as returns the context of a member of account a with the role, who may work on the site.
func (w *world) as(role accounts.Role, limit *int64) context.Context {
	return accounts.WithMember(w.Context(), accounts.Member{
		AccountID: tenancy.Account(w.a), UserID: "the " + string(role), Role: role, Access: []accounts.Access{{SiteID: w.site, MonthlyCredits: limit}},
	})
}

func (w *world) ask(ctx context.Context, words ...string) (runs.Run, error) {
	w.Helper()
	payload, err := json.Marshal(map[string][]string{"words": words})
	w.must(err)
	return w.engine.RunAITask(ctx, "shout", runs.Request{SectorID: w.sector, Payload: payload})
}

// cautious returns a world whose account requires approval for runs above this many credits.
func cautious(t *testing.T, above int64) *world {
	t.Helper()
	w := newWorld(t, ai.Options{}, runs.Options{SweepEvery: 20 * time.Millisecond})
	w.must(w.ledger.SetLimits(w.a, billing.Limits{ApprovalAbove: &above}))
	return w.start()
}

func TestRunWaitsForApproval(t *testing.T) {
	t.Parallel()
	w := cautious(t, 3)
	editor, admin := w.as(accounts.Editor, nil), w.as(accounts.Admin, nil)
	dear, err := w.ask(editor, "tea", "mate")
	w.must(err)
	if !dear.AwaitsApproval() || dear.CreditsHeld() != 4 || !strings.Contains(dear.Message, "may cost 4 credits") || !strings.Contains(dear.Message, "more than 3") {
		t.Errorf("dear run %+v", dear)
	}
	cheap, err := w.ask(editor, "oolong") // in the same lane, and not blocked by it
	w.must(err)
	admins, err := w.ask(admin, "sencha", "bancha")
	w.must(err)
	for _, run := range []runs.Run{cheap, admins} {
		if run := w.wait(run.ID); run.Phase != runs.PhaseDone || run.Approval != runs.NoApproval {
			t.Errorf("run without a need for approval: %+v", run)
		}
	}
	waiting, err := w.engine.List(w.a, runs.Filter{Unapproved: true})
	w.must(err)
	if len(waiting.Items) != 1 || waiting.Items[0].ID != dear.ID || waiting.Items[0].Phase != runs.PhaseInit {
		t.Errorf("waiting %+v", waiting.Items)
	}
	if _, err := w.engine.Approve(w.b, dear.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("another account approves: %v", err)
	}
	if _, err := w.engine.Decline(w.b, dear.ID, ""); fault.KindOf(err) != fault.NotFound {
		t.Errorf("another account declines: %v", err)
	}
	if _, err := w.engine.Decline(admin, dear.ID, strings.Repeat("no ", 200)); fault.KindOf(err) != fault.Invalid {
		t.Errorf("a reason without end: %v", err)
	}
	for range 2 { // a double click
		run, err := w.engine.Approve(admin, dear.ID)
		if err != nil || run.Approval != runs.ApprovalGiven || run.DecidedBy != "the admin" || run.DecidedAt == nil {
			t.Errorf("approve: %+v, %v", run, err)
		}
	}
	if run := w.wait(dear.ID); run.Phase != runs.PhaseDone || run.CreditsCharged != 4 {
		t.Errorf("approved run %+v", run)
	}
	if _, err := w.engine.Decline(admin, dear.ID, ""); fault.KindOf(err) != fault.Conflict {
		t.Errorf("decline of what is done: %v", err)
	}
	if _, err := w.engine.Approve(admin, cheap.ID); fault.KindOf(err) != fault.Conflict {
		t.Errorf("approval of what needs none: %v", err)
	}
	w.charged(10)
}

func TestDeclinedRunIsCancelled(t *testing.T) {
	t.Parallel()
	w := cautious(t, 3)
	editor, admin := w.as(accounts.Editor, nil), w.as(accounts.Admin, nil)
	dear, err := w.ask(editor, "tea", "mate")
	w.must(err)
	run, err := w.engine.Decline(admin, dear.ID, " After the holidays. ")
	if err != nil || run.Phase != runs.PhaseCancelled || run.Approval != runs.ApprovalDeclined || !strings.Contains(run.Message, "declined this: After the holidays. Nothing") {
		t.Errorf("declined: %+v, %v", run, err)
	}
	w.charged(0)
	if _, err := w.engine.Approve(admin, dear.ID); fault.KindOf(err) != fault.Conflict {
		t.Errorf("approval after the refusal: %v", err)
	}
	again, err := w.engine.Retry(editor, dear.ID)
	if err != nil || !again.AwaitsApproval() || again.CreditsHeld() != 4 {
		t.Errorf("asked again: %+v, %v", again, err)
	}
	if _, err := w.engine.Cancel(editor, dear.ID); err != nil {
		t.Error(err)
	}
	w.charged(0)
	if _, err := w.engine.Retry(admin, dear.ID); err != nil { // an admin's retry is the approval
		t.Error(err)
	}
	if run := w.wait(dear.ID); run.Phase != runs.PhaseDone {
		t.Errorf("run %+v", run)
	}
	w.charged(4)
}

func TestApprovalOutlastsAFailure(t *testing.T) {
	t.Parallel()
	w := cautious(t, 3)
	editor, admin := w.as(accounts.Editor, nil), w.as(accounts.Admin, nil)
	w.shout.at("AI_CALL", func(context.Context, string) error { return fault.New(fault.Conflict, "The kettle is empty.") })
	dear, err := w.ask(editor, "tea", "mate")
	w.must(err)
	_, err = w.engine.Approve(admin, dear.ID)
	w.must(err)
	if run := w.wait(dear.ID); run.Phase != runs.PhaseFailed {
		t.Fatalf("run %+v", run)
	}
	w.shout.at("AI_CALL", nil)
	if run, err := w.engine.Retry(editor, dear.ID); err != nil || run.AwaitsApproval() {
		t.Errorf("retry of what was approved: %+v, %v", run, err)
	}
	w.wait(dear.ID)
	w.charged(4)
}

func TestQuoteAppliesLimits(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{})
	above := int64(5)
	w.must(w.ledger.SetLimits(w.a, billing.Limits{ApprovalAbove: &above, Sites: map[string]int64{w.site: 10}}))
	editor := w.as(accounts.Editor, new(int64(5)))
	_, err := w.ask(editor, "tea") // holds 2
	w.must(err)
	cases := []struct {
		name     string
		ctx      context.Context
		words    int
		approval bool
		refusal  string
	}{
		{"within all", editor, 1, false, ""},
		{"over the person's month", editor, 2, true, "of your 5 credits a month on this site 3 are left: 0 are spent and 2 held"},
		{"over the site's month", w.as(accounts.Admin, nil), 5, false, "of the 10 credits a month on this site 8 are left"},
		{"over the wallet", w.as(accounts.Admin, nil), 50, false, "98 are available"},
	}
	for _, c := range cases {
		payload, err := json.Marshal(map[string][]string{"words": slices.Repeat([]string{"tea"}, c.words)})
		w.must(err)
		quote, err := w.engine.Quote(c.ctx, "shout", runs.Request{SectorID: w.sector, Payload: payload})
		w.must(err)
		said := ""
		if err := quote.Refusal(); err != nil {
			said = fault.Sentence(err)
		}
		if quote.Approval != c.approval || !strings.Contains(said, c.refusal) || (c.refusal == "") != (said == "") {
			t.Errorf("%s: %+v says %q", c.name, quote, said)
		}
		if c.refusal == "" {
			continue
		}
		if _, err := w.ask(c.ctx, slices.Repeat([]string{"tea"}, c.words)...); err == nil || fault.Sentence(err) != said {
			t.Errorf("%s: started, or refused with other words: %v", c.name, err)
		}
	}
	now := time.Now().UTC()
	renews := time.Date(now.Year(), now.Month()+1, 1, 0, 0, 0, 0, time.UTC).Format("2 January 2006")
	if _, err := w.ask(editor, "tea", "mate"); err == nil || !strings.Contains(fault.Sentence(err), "begins anew on "+renews) {
		t.Errorf("the refusal does not say when the month begins anew: %v", err)
	}
}

func TestLimitsOfAnotherAccountCannotBeSet(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{})
	if err := w.ledger.SetLimits(w.b, billing.Limits{Sites: map[string]int64{w.site: 1}}); fault.KindOf(err) != fault.NotFound {
		t.Errorf("a limit for the site of another account: %v", err)
	}
	if err := w.ledger.SetLimits(w.a, billing.Limits{
		ApprovalAbove: new(int64(-1)),
		Sites:         map[string]int64{w.site: -1},
	}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("limits below zero: %v", err)
	}
	for _, limits := range []billing.Limits{
		{Sites: map[string]int64{w.site: 7}, ApprovalAbove: new(int64(9))},
		{Sites: map[string]int64{w.site: 8}},
		{Sites: map[string]int64{}},
	} {
		w.must(w.ledger.SetLimits(w.a, limits))
		got, err := w.ledger.Limits(w.a)
		w.must(err)
		if len(got.Sites) != len(limits.Sites) || got.Sites[w.site] != limits.Sites[w.site] ||
			(got.ApprovalAbove == nil) != (limits.ApprovalAbove == nil) {
			t.Errorf("limits %+v, want %+v", got, limits)
		}
	}
	w.must(w.ledger.SetLimits(w.a, billing.Limits{Sites: map[string]int64{w.site: 8}}))
	if got, err := w.ledger.Limits(w.b); err != nil || len(got.Sites) != 0 || got.ApprovalAbove != nil {
		t.Errorf("the other account sees %+v, %v", got, err)
	}
	w.must(w.db.Tx(w.a, func(tx *gorm.DB) error { return tx.Delete(&site{}, "id = ?", w.site).Error }))
	if got, err := w.ledger.Limits(w.a); err != nil || len(got.Sites) != 0 {
		t.Errorf("limits of a deleted site: %+v, %v", got, err)
	}
}

func TestBatchNeedsOneApproval(t *testing.T) {
	t.Parallel()
	w := cautious(t, 3)
	editor, admin := w.as(accounts.Editor, nil), w.as(accounts.Admin, nil)
	order := runs.BatchRequest{Function: "shout"}
	for _, word := range []string{"tea", "mate"} { // 2 credits each, 4 together
		order.Requests = append(order.Requests, runs.Request{SectorID: w.sector, Payload: json.RawMessage(`{"words": ["` + word + `"]}`)})
	}
	if quote, err := w.engine.QuoteBatch(editor, "shout", order.Requests); err != nil || !quote.Approval {
		t.Errorf("quote %+v, %v", quote, err)
	}
	for _, decide := range []func(id string) (runs.Run, error){
		func(id string) (runs.Run, error) { return w.engine.Decline(admin, id, "") },
		func(id string) (runs.Run, error) { return w.engine.Approve(admin, id) },
	} {
		batch, err := w.engine.StartBatch(editor, order)
		w.must(err)
		all, err := w.engine.Runs(w.a, batch.ID)
		w.must(err)
		if len(all) != 2 || !all[0].AwaitsApproval() || !all[1].AwaitsApproval() {
			t.Fatalf("runs %+v", all)
		}
		decided, err := decide(all[1].ID)
		w.must(err)
		for _, run := range all {
			ended := w.wait(run.ID)
			if done := ended.Phase == runs.PhaseDone; done != (decided.Approval == runs.ApprovalGiven) ||
				ended.Approval != decided.Approval {
				t.Errorf("run %+v", ended)
			}
		}
	}
	w.charged(4)
}

// TestApprovalCountsTheDay has a person start many cheap runs whose sum would need approval.
func TestApprovalCountsTheDay(t *testing.T) {
	t.Parallel()
	w := cautious(t, 5)
	editor, admin := w.as(accounts.Editor, nil), w.as(accounts.Admin, nil)
	other := accounts.WithMember(w.Context(), accounts.Member{
		AccountID: tenancy.Account(w.a), UserID: "another editor", Role: accounts.Editor, Access: []accounts.Access{{SiteID: w.site}},
	})
	request := runs.Request{SectorID: w.sector, Payload: json.RawMessage(`{"words": ["tea"]}`)}
	for range 2 {
		run, err := w.ask(editor, "tea")
		w.must(err)
		if run.AwaitsApproval() {
			t.Fatalf("a run within the limit waits: %+v", run)
		}
		w.wait(run.ID)
	}
	quote, err := w.engine.Quote(editor, "shout", request)
	if err != nil || !quote.Approval || quote.Started != 4 {
		t.Errorf("quote %+v, %v; want approval after the 4 credits of the day", quote, err)
	}
	batch, err := w.engine.QuoteBatch(editor, "shout", []runs.Request{request})
	if err != nil || !batch.Approval || batch.Started != 4 {
		t.Errorf("quote of a batch %+v, %v", batch, err)
	}
	third, err := w.ask(editor, "tea")
	w.must(err)
	if !third.AwaitsApproval() || !strings.Contains(third.Message, "2 credits after 4 that were started before") || !strings.Contains(third.Message, "more than 5 within 24 hours") {
		t.Errorf("the run beyond the day's limit: %+v", third)
	}
	started, err := w.engine.StartBatch(editor, runs.BatchRequest{Function: "shout", Requests: []runs.Request{request}})
	w.must(err)
	if all, err := w.engine.Runs(w.a, started.ID); err != nil || len(all) != 1 || !all[0].AwaitsApproval() {
		t.Errorf("the batch beyond it: %+v, %v", all, err)
	}
	for _, ctx := range []context.Context{other, admin} { // each person has their own sum of the day, and admins have none
		run, err := w.ask(ctx, "tea")
		w.must(err)
		if w.wait(run.ID).Approval != runs.NoApproval {
			t.Errorf("somebody else's run waits: %+v", run)
		}
	}
	if _, err := w.engine.Approve(admin, third.ID); err != nil {
		t.Fatal(err)
	}
	w.wait(third.ID)
	w.must(w.db.Tx(w.a, func(tx *gorm.DB) error { // move the runs that were started without approval one day into the past
		return tx.Model(&runs.Run{}).Where("approval = ''").Update("asked_at", database.Now().Add(-runs.Day)).Error
	}))
	quote, err = w.engine.Quote(editor, "shout", request)
	if err != nil || quote.Approval || quote.Started != 0 {
		t.Errorf("quote of the next day %+v, %v: what an admin approved is not counted", quote, err)
	}
}

// TestRetriesCountTheDay retries failed runs, one by one and as a batch.
func TestRetriesCountTheDay(t *testing.T) {
	t.Parallel()
	w := cautious(t, 3)
	editor := w.as(accounts.Editor, nil)
	w.shout.at("AI_CALL", func(context.Context, string) error { return fault.New(fault.Conflict, "The kettle is empty.") })
	var failed []string
	for range 2 {
		run, err := w.ask(editor, "tea")
		w.must(err)
		w.wait(run.ID)
		failed = append(failed, run.ID)
	}
	order := runs.BatchRequest{Function: "shout"}
	for _, word := range []string{"tea", "mate"} {
		order.Requests = append(order.Requests, runs.Request{SectorID: w.sector, Payload: json.RawMessage(`{"words": ["` + word + `"]}`)})
	}
	batch, err := w.engine.StartBatch(w.as(accounts.Admin, nil), order)
	w.must(err)
	all, err := w.engine.Runs(w.a, batch.ID)
	w.must(err)
	for _, run := range all {
		w.wait(run.ID)
	}
	w.must(w.db.Tx(w.a, func(tx *gorm.DB) error {
		return tx.Model(&runs.Run{}).Where("phase = ?", runs.PhaseFailed).Updates(map[string]any{"asked_at": database.Now().AddDate(0, 0, -3), "created_at": database.Now().AddDate(0, 0, -3)}).Error
	}))
	w.shout.at("AI_CALL", nil)
	quote, _, err := w.engine.QuoteRetry(editor, batch.ID)
	if err != nil || !quote.Approval || quote.Credits != 4 || quote.Refusal() != nil {
		t.Errorf("quote of the batch %+v, %v", quote, err)
	}
	if n, err := w.engine.RetryBatch(editor, batch.ID, nil); err != nil || n != 2 {
		t.Fatalf("tried %d again, %v", n, err)
	}
	all, err = w.engine.Runs(w.a, batch.ID)
	if err != nil || !all[0].AwaitsApproval() || !all[1].AwaitsApproval() {
		t.Errorf("the batch is one decision: %+v, %v", all, err)
	}
	for i, id := range failed {
		run, err := w.engine.Retry(editor, id)
		if err != nil || run.AwaitsApproval() != (i == 1) {
			t.Errorf("retry %d: %+v, %v", i, run, err)
		}
	}
}

// TestStartsAtOnceCountEachOther has a person start ten runs at the same time, of which two are within the limit.
func TestStartsAtOnceCountEachOther(t *testing.T) {
	t.Parallel()
	w := cautious(t, 5)
	editor := w.as(accounts.Editor, nil)
	var group errgroup.Group
	var alone atomic.Int64
	for range 10 {
		group.Go(func() error {
			run, err := w.ask(editor, "tea")
			if err == nil && !run.AwaitsApproval() {
				alone.Add(1)
			}
			return err
		})
	}
	w.must(group.Wait())
	if alone.Load() != 2 {
		t.Errorf("%d runs of 2 credits began without approval, want the 2 that stay below 5", alone.Load())
	}
}
