package main_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"sync"
	"testing"
	"time"

	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/planner"
	"igny8/app/planner/grouping"
	"igny8/app/planner/ideas"
	"igny8/app/runs"
)

// TestKilledAtRandomMoments kills the program while it groups keywords, again and again, each time with a run of one more
// sector at work, and then lets it finish. Every sector must look as the first does, which nobody disturbed.
func TestKilledAtRandomMoments(t *testing.T) {
	t.Parallel()
	const kills = 30
	where := install(t)
	program := start(t, where.env)
	user := signUp(t, program.base, http.DefaultClient)
	sectors := user.sectors(1+kills, phrases(100, 12))

	began := time.Now()
	undisturbed := user.wait(user.queue(grouping.AutoCluster, on{"sector_id": sectors[0]}).ID)
	usual := time.Since(began)
	if undisturbed.Phase != "DONE" {
		t.Fatalf("undisturbed: %+v", undisturbed)
	}

	random := rand.New(rand.NewPCG(uint64(began.UnixNano()), 0))
	hit := map[runs.Phase]int{}
	var queued []string
	for _, sector := range sectors[1:] {
		queued = append(queued, user.queue(grouping.AutoCluster, on{"sector_id": sector}).ID)
		early := random.Float64() * random.Float64() // the phases before SAVE are the shorter ones
		time.Sleep(time.Duration(early * float64(usual)))
		program.kill()
		where.look(t, func(ctx context.Context, db *database.DB) error {
			var run runs.Run
			err := db.Read(ctx).Take(&run, "id = ?", queued[len(queued)-1]).Error
			hit[run.Phase]++
			return err
		})
		program = start(t, where.env)
		user.base = program.base
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
	where.balanced(t)
}

// shape returns how often there is a cluster of a level, name and size in the sector.
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

// balanced looks at the books when all is quiet: one charge for each run that is done and none for another, no credits
// held, and the wallet is the sum of its entries.
func (i *installation) balanced(t *testing.T) {
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

// slowModel is an OpenAI-compatible server. It answers the first question; to the others it says half a word and then
// nothing, until it is woken.
type slowModel struct {
	mu        sync.Mutex
	questions int
	answered  map[string]int // whole answers by cluster
	awake     chan struct{}
}

var clusterInPrompt = regexp.MustCompile(`"cluster":\s*"([^"]+)"`)

func (m *slowModel) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var question struct {
		Messages []struct{ Content string }
	}
	if err := json.NewDecoder(r.Body).Decode(&question); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	found := clusterInPrompt.FindStringSubmatch(question.Messages[len(question.Messages)-1].Content)
	if found == nil {
		http.Error(w, "no cluster in the prompt", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	proposal, _ := json.Marshal(map[string]any{
		"title": "All about " + found[1], "angle": "For people who watch birds.", "intent": "informational",
		"outline": []string{"Where it lives", "What it eats"}, "target_keywords": []string{found[1]},
	})
	m.say(w, string(proposal[:5]))
	if !m.first() {
		select {
		case <-m.awake:
		case <-r.Context().Done():
			return
		}
	}
	m.say(w, string(proposal[5:]))
	_, _ = io.WriteString(w, "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n")
	m.mu.Lock()
	defer m.mu.Unlock()
	m.answered[found[1]]++
}

func (m *slowModel) say(w http.ResponseWriter, text string) {
	content, _ := json.Marshal(text)
	_, _ = fmt.Fprintf(w, "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":%s}}]}\n\n", content)
	w.(http.Flusher).Flush()
}

// first reports whether this is the first question of all.
func (m *slowModel) first() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.questions++
	return m.questions == 1
}

// thinks reports whether the model has answered once and owes more answers.
func (m *slowModel) thinks() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.answered) == 1 && m.questions > 1
}

// TestKilledWhileTheModelThinks kills the program when the model has answered one question of a run and is about to
// answer others. The next process must ask for the others alone, save each idea once and charge once.
func TestKilledWhileTheModelThinks(t *testing.T) {
	t.Parallel()
	model := &slowModel{answered: map[string]int{}, awake: make(chan struct{})}
	server := httptest.NewServer(model)
	t.Cleanup(server.Close)
	where := install(t, "OPENAI_BASE_URL="+server.URL+"/v1", "OPENAI_API_KEY=none", "IGNY8_AI_MODEL=slow")
	program := start(t, where.env)
	user := signUp(t, program.base, http.DefaultClient)
	sector := user.sectors(1, phrases(4, 6))[0]
	user.wait(user.queue(grouping.AutoCluster, on{"sector_id": sector}).ID)
	user.approve(sector)
	run := user.queue(ideas.GenerateIdeas, on{"sector_id": sector})
	eventually(t, "the model has answered once and thinks about more", model.thinks)
	eventually(t, "the answer is kept", func() bool {
		var kept int64
		where.look(t, func(ctx context.Context, db *database.DB) error {
			return db.Read(ctx).Table("ai_outputs").Where("run_id = ?", run.ID).Count(&kept).Error
		})
		return kept == 1
	})
	program.kill()
	where.look(t, func(ctx context.Context, db *database.DB) error {
		var left runs.Run
		err := db.Read(ctx).Take(&left, "id = ?", run.ID).Error
		if left.Phase != runs.PhaseCall {
			t.Errorf("killed in %s, want AI_CALL", left.Phase)
		}
		return err
	})
	close(model.awake)
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
	model.mu.Lock()
	defer model.mu.Unlock()
	for cluster, times := range model.answered {
		if times != 1 {
			t.Errorf("the model's answer for %q was used up %d times", cluster, times)
		}
	}
	where.balanced(t)
}
