package main_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"regexp"
	"slices"
	"testing"
	"time"

	"igny8/app/ai/aitest"
	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/planner"
	"igny8/app/planner/grouping"
	"igny8/app/planner/ideas"
	"igny8/app/runs"
)

// TestClusteringSurvivesKills kills the program repeatedly while it groups keywords, each time with one more sector in work, and then
// lets it finish. Every sector must get the same clusters as the first one, which was grouped without a kill.
func TestClusteringSurvivesKills(t *testing.T) {
	t.Parallel()
	const kills, together = 30, 4                                          // of runs; a run is begun five times at most
	where := install(t, fmt.Sprintf("IGNY8_RUNS_PER_ACCOUNT=%d", 1+kills)) // with PostgreSQL, leases of killed runs take slots until they expire
	program := start(t, where.env)
	user := signUp(t, program.base, http.DefaultClient)
	sectors := user.sectors(1+kills, phrases(100, 12))

	began := time.Now()
	undisturbed := user.cluster(sectors[0])
	usual := time.Since(began)
	if undisturbed.Phase != "DONE" {
		t.Fatalf("undisturbed: %+v", undisturbed)
	}

	random := rand.New(rand.NewPCG(uint64(began.UnixNano()), 0))
	hit := map[runs.Phase]int{}
	var queued []string
	for _, sector := range sectors[1:] {
		queued = append(queued, user.queue(grouping.AutoCluster, on{"sector_id": sector}).ID)
		time.Sleep(time.Duration(random.Float64() * 1.5 * float64(usual)))
		program.kill()
		where.look(t, func(ctx context.Context, db *database.DB) error {
			var run runs.Run
			err := db.Read(ctx).Take(&run, "id = ?", queued[len(queued)-1]).Error
			hit[run.Phase]++
			return err
		})
		program = start(t, where.env)
		user.base = program.base
		if len(queued)%together == 0 {
			for _, id := range queued[len(queued)-together:] {
				user.wait(id)
			}
		}
	}
	t.Logf("%d kills, within %v of the start of a run; the run was then in %v", kills, usual.Round(time.Millisecond), hit)
	if len(hit) < 2 {
		t.Errorf("the kills hit %v: they were not at random moments of a run", hit)
	}
	for _, id := range queued {
		if run := user.wait(id); run.Phase != "DONE" || run.CreditsCharged != undisturbed.CreditsCharged || run.CreditsHeld != 0 {
			t.Errorf("after the kills: %+v, want as undisturbed: %+v", run, undisturbed)
		}
	}
	where.look(t, func(ctx context.Context, db *database.DB) error {
		want, err := shape(ctx, db, sectors[0])
		if err != nil {
			return err
		}
		for n, sector := range sectors[1:] {
			got, err := shape(ctx, db, sector)
			if err != nil {
				return err
			}
			if !maps.Equal(got, want) {
				t.Errorf("sector %d has other clusters than the one that nobody disturbed: %d and %d", n+2, len(got), len(want))
			}
		}
		return nil
	})
	where.checkLedger(t)
}

// shape counts the clusters of the sector by level, name and size.
func shape(ctx context.Context, db *database.DB, sector string) (map[string]int, error) {
	var clusters []planner.Cluster
	if err := db.Read(ctx).Where("sector_id = ?", sector).Find(&clusters).Error; err != nil {
		return nil, err
	}
	found := map[string]int{}
	for _, c := range clusters {
		found[fmt.Sprintf("%s %q of %d", c.Level, c.Name, c.KeywordCount)]++
	}
	return found, nil
}

// checkLedger checks the ledger when no run is active: each finished run has one charge and no other run has any, no credits are held,
// and the balance of the wallet is the sum of its entries.
func (i *installation) checkLedger(t *testing.T) {
	t.Helper()
	i.look(t, func(ctx context.Context, db *database.DB) error {
		var all []runs.Run
		var entries []billing.Entry
		var open, balance, held int64
		for _, read := range []func() error{
			func() error { return db.Read(ctx).Find(&all).Error },
			func() error { return db.Read(ctx).Where("book = 'wallet'").Find(&entries).Error },
			func() error { return db.Read(ctx).Table("credit_holds").Where("state = 'open'").Count(&open).Error },
			func() error { return db.Read(ctx).Table("wallets").Pluck("balance", &balance).Error },
			func() error { return db.Read(ctx).Table("wallets").Pluck("held", &held).Error },
		} {
			if err := read(); err != nil {
				return err
			}
		}
		charged := map[string][]int64{}
		var sum int64
		for _, e := range entries {
			sum += e.Amount
			if e.RunID != nil {
				charged[*e.RunID] = append(charged[*e.RunID], -e.Amount)
			}
		}
		for _, r := range all {
			want := []int64{r.CreditsCharged}
			if r.Phase != runs.PhaseDone {
				want = nil
			}
			if !slices.Equal(charged[r.ID], want) || !r.Ended() {
				t.Errorf("run in %s was charged %v, want %v", r.Phase, charged[r.ID], want)
			}
		}
		if open != 0 || held != 0 || balance != sum {
			t.Errorf("%d open holds over %d credits, balance %d, entries %d", open, held, balance, sum)
		}
		return nil
	})
}

var clusterInPrompt = regexp.MustCompile(`"cluster":\s*"([^"]+)"`)

// thinking returns a script that proposes an idea for the cluster of a call. The first cluster gets its answer at once. For the others
// the model sends half a word and then nothing until awake is closed.
func thinking(model *aitest.Server, awake <-chan struct{}) aitest.Script {
	return func(c aitest.Call) aitest.Answer {
		proposal, _ := json.Marshal(map[string]any{
			"title": "All about " + c.Subject, "angle": "For people who watch birds.", "intent": "informational",
			"outline": []string{"Where it lives", "What it eats"}, "target_keywords": []string{c.Subject},
		})
		if c.Subject == model.Calls()[0].Subject {
			return aitest.Says(string(proposal))
		}
		return aitest.Begins(string(proposal[:5]), awake, string(proposal[5:]))
	}
}

// TestRunSurvivesKillDuringModelCall kills the program when the model has answered one question of a run and is still working on the
// others. The next process must ask only the other questions, save each idea once and charge once.
func TestRunSurvivesKillDuringModelCall(t *testing.T) {
	t.Parallel()
	model, awake := aitest.New(t, aitest.Always(aitest.Fails(http.StatusBadRequest))).About(clusterInPrompt), make(chan struct{})
	where := install(t, "OPENAI_BASE_URL="+model.URL, "OPENAI_API_KEY=none", "IGNY8_AI_MODEL=slow")
	program := start(t, where.env)
	user := signUp(t, program.base, http.DefaultClient)
	sector := user.approvedSector()
	model.Follow(thinking(model, awake))
	run := user.queue(ideas.GenerateIdeas, on{"sector_id": sector})
	eventually(t, "the model has answered once and thinks about more", func() bool {
		calls := len(model.Calls())
		return calls > 1 && model.Open() == calls-1
	})
	eventually(t, "the answer is kept", func() bool {
		var kept int64
		where.look(t, func(ctx context.Context, db *database.DB) error {
			return db.Read(ctx).Table("ai_outputs").Where("run_id = ?", run.ID).Count(&kept).Error
		})
		return kept == 1
	})
	program.kill()
	before := model.Calls()
	where.look(t, func(ctx context.Context, db *database.DB) error {
		var left runs.Run
		err := db.Read(ctx).Take(&left, "id = ?", run.ID).Error
		if left.Phase != runs.PhaseCall {
			t.Errorf("killed in %s, want AI_CALL", left.Phase)
		}
		return err
	})
	close(awake)
	program = start(t, where.env)
	user.base = program.base
	done := user.wait(run.ID)

	var ideas struct {
		Items []struct {
			ClusterID string `json:"cluster_id"`
			Title     string `json:"title"`
		}
	}
	user.get("/sectors/"+sector+"/ideas?limit=200", &ideas)
	perCluster := map[string]int{}
	for _, idea := range ideas.Items {
		perCluster[idea.ClusterID]++
	}
	if done.Phase != "DONE" || int(done.CreditsCharged) != len(ideas.Items) || len(perCluster) != len(ideas.Items) || len(ideas.Items) < 2 {
		t.Errorf("run %+v made ideas %v", done, perCluster)
	}
	asked := map[string]int{before[0].Subject: 1}
	for _, c := range model.Calls()[len(before):] {
		asked[c.Subject]++
	}
	for cluster, times := range asked {
		if times != 1 {
			t.Errorf("the model's answer for %q was used up %d times", cluster, times)
		}
	}
	if len(asked) != len(ideas.Items) {
		t.Errorf("the model answered for %d clusters, want the %d of the ideas", len(asked), len(ideas.Items))
	}
	where.checkLedger(t)
}
