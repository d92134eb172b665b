package ai_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"gorm.io/gorm"
	"pgregory.net/rapid"

	"igny8/app/ai"
	"igny8/app/ai/aitest"
	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/runs"
	"igny8/app/tenancy"
)

// fates are the beginnings of words that say what becomes of them: the model refuses them, or its answer is cut off or useless, until it is
// healed; or they are not saved.
var fates = []string{"good", "refused", "cut", "useless", "gone"}

// TestLedgerOfPartialRuns runs random histories of runs: items fail, runs are cancelled, interrupted in any phase, taken over while their
// worker is at work, and tried again. A run is charged for the rows that it wrote, once, and nothing stays held.
func TestLedgerOfPartialRuns(t *testing.T) {
	t.Parallel()
	var healed atomic.Bool
	w, _ := remoteWorld(t, ai.Options{}, func(c aitest.Call) aitest.Answer {
		switch fate := c.Subject[:len(c.Subject)-1]; {
		case healed.Load():
			return good(c)
		case fate == "refused":
			return aitest.SaysAndEnds("", "content_filter")
		case fate == "cut":
			return aitest.SaysAndEnds(`{"loud"`, "length")
		case fate == "useless":
			return loudly("coffee")
		}
		return good(c)
	}, runs.Options{SweepEvery: 10 * time.Millisecond})
	_, err := w.ledger.Grant(w.a, billing.Grant{Amount: 100_000})
	w.must(err)
	drop := map[string]string{}
	for n := range 3 {
		drop[fmt.Sprintf("gone%d", n)] = "Somebody has deleted it."
	}
	w.shout.loses(drop, "")
	word := rapid.Custom(func(r *rapid.T) string {
		return fmt.Sprintf("%s%d", rapid.SampledFrom(fates).Draw(r, "fate"), rapid.IntRange(0, 2).Draw(r, "number"))
	})
	rapid.Check(t, func(r *rapid.T) {
		payload, err := json.Marshal(shouted{rapid.SliceOfNDistinct(word, 1, 4, rapid.ID[string]).Draw(r, "words")})
		w.must(err)
		before := w.books()
		w.interrupt(r)
		healed.Store(false)
		run := w.run(string(payload))
		if rapid.IntRange(0, 4).Draw(r, "cancelled") == 0 {
			if _, err := w.engine.Cancel(w.a, run.ID); err != nil && fault.KindOf(err) != fault.Conflict {
				r.Fatal(err)
			}
		}
		for retries := rapid.IntRange(0, 3).Draw(r, "retries"); ; retries-- {
			run = w.wait(run.ID)
			before = w.exact(r, run, before)
			if retries == 0 {
				return
			}
			w.interrupt(r)
			healed.Store(rapid.Bool().Draw(r, "healed"))
			next, err := w.engine.Retry(w.a, run.ID)
			if whole := run.Phase == runs.PhaseDone && len(run.Failed) == 0; whole != (fault.KindOf(err) == fault.Conflict) {
				r.Fatalf("retry of %+v: %v", run, err)
			}
			if err != nil {
				return
			}
			run = next
		}
	})
}

// books are what the account has, and what was saved for it.
type books struct{ balance, rows int64 }

func (w *world) books() books {
	w.Helper()
	wallet, err := w.ledger.Wallet(w.a)
	w.must(err)
	return books{wallet.Balance, int64(len(w.saved()))}
}

// exact fails unless the run, which has ended, is charged for what was saved since, and returns the books after it.
func (w *world) exact(r *rapid.T, run runs.Run, before books) books {
	now := w.books()
	units, failed := now.rows-before.rows, int64(len(run.Failed))
	if done := run.Phase == runs.PhaseDone; run.CreditsCharged != 5*units || done != (units > 0) ||
		done && units+failed != int64(len(w.asked(run))) {
		r.Fatalf("%d rows were saved and %d items failed: %+v", units, failed, run)
	}
	var sum int64
	w.must(w.db.Read(w.a).Model(&billing.Entry{}).Select("SUM(amount)").Where("book = 'wallet'").Scan(&sum).Error)
	var charges []int64
	w.must(w.db.Read(w.a).Model(&billing.Entry{}).Where("book = 'wallet' AND run_id = ?", run.ID).Pluck("amount", &charges).Error)
	if now.balance != sum || now.balance != before.balance-run.CreditsCharged || len(charges) > 1 ||
		len(charges) == 1 && charges[0] != -run.CreditsCharged {
		r.Fatalf("balance %d, before %d, entries of %d, charges %v: %+v", now.balance, before.balance, sum, charges, run)
	}
	if wallet, err := w.ledger.Wallet(w.a); err != nil || wallet.Held != 0 {
		r.Fatalf("held %d, %v: %+v", wallet.Held, err, run)
	}
	return now
}

// interrupt chooses a phase of the next run, and what happens in it, once: its code fails or panics, or another worker takes it over.
func (w *world) interrupt(r *rapid.T) {
	for _, phase := range []string{"PREP", "PARSE", "SAVE"} {
		w.shout.at(phase, nil)
	}
	phase := rapid.SampledFrom([]string{"", "", "PREP", "PARSE", "SAVE"}).Draw(r, "phase")
	how := rapid.SampledFrom([]string{"fails", "panics", "is taken over"}).Draw(r, "how")
	var happened atomic.Bool
	w.shout.at(phase, func(context.Context, string) error {
		switch {
		case happened.Swap(true):
			return nil
		case how == "panics":
			panic("at the disco")
		case how == "is taken over" && phase != "SAVE": // SAVE has locked the row
			return w.db.Tx(w.a, func(tx *gorm.DB) error {
				_, err := tenancy.Run(tx, "UPDATE runs SET lease_owner = 'dead', lease_until = @past WHERE account_id = @account AND lease_owner <> ''",
					map[string]any{"past": database.Now().Add(-time.Second)})
				return err
			})
		}
		return errors.New("connection lost")
	})
}
