package ai_test

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/runs"
	"igny8/app/tenancy"
)

// statements records the statements that run with the context of fn, with their values.
func (w *world) statements(fn func(ctx context.Context)) []string {
	w.Helper()
	type key struct{}
	taken := dbtest.Watch(w, w.db, func(ctx context.Context) bool { return ctx.Value(key{}) == w })
	fn(context.WithValue(w.a, key{}, w))
	return taken()
}

// history writes runs of the first sector: many that have ended, and some that wait behind each other.
func (w *world) history(ended, waiting int) {
	w.Helper()
	lane, began := "shout "+w.sector, database.Now().Add(-time.Hour)
	rows := make([]runs.Run, ended+waiting)
	for i := range rows {
		phase := runs.PhaseDone
		if i >= ended {
			phase = runs.PhaseInit
		}
		rows[i] = runs.Run{
			ID: database.NewID(), SiteID: w.site, SectorID: &w.sector, Function: "shout", Lane: lane,
			Payload: json.RawMessage(`{"words": ["tea"]}`), Phase: phase, Record: runs.Record{Provider: runs.BuiltIn}, AskedAt: began, CreatedAt: began.Add(time.Duration(i) * time.Millisecond),
		}
	}
	w.must(w.db.Tx(w.a, func(tx *gorm.DB) error { return tx.CreateInBatches(rows, 500).Error }))
}

// With a year of ended runs and a long queue in one lane, the look-up of what may run next reads the rows that it returns and hardly
// any other.
func TestQueueReadsFewRows(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{})
	w.history(20000, 1000)
	system := tenancy.System(t.Context(), "test")
	if w.db.Postgres() {
		w.must(w.db.Tx(system, func(tx *gorm.DB) error { return tx.Exec("ANALYZE runs").Error }))
	}
	looked := w.statements(w.engine.Wake)
	if len(looked) != 4 { // the slots, and the runs of three pools
		t.Fatalf("statements of a look-up: %q", looked)
	}
	for _, statement := range looked {
		if !w.db.Postgres() {
			w.readsFew(system, statement)
			continue
		}
		var plan string
		w.must(w.db.Read(system).Raw("EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) " + statement).Scan(&plan).Error)
		var nodes []struct {
			Plan planNode
		}
		w.must(json.Unmarshal([]byte(plan), &nodes))
		if read := nodes[0].Plan.rowsRead("runs"); read > 10 {
			t.Errorf("%v rows were read by\n%s\n%s", read, statement, plan)
		}
	}
}

// planNode is a node of a plan of PostgreSQL.
type planNode struct {
	Relation string     `json:"Relation Name"`
	Rows     float64    `json:"Actual Rows"` // of each loop
	Loops    float64    `json:"Actual Loops"`
	Filtered float64    `json:"Rows Removed by Filter"` // of each loop
	Nodes    []planNode `json:"Plans"`
}

func (n planNode) rowsRead(table string) (rows float64) {
	if n.Relation == table {
		rows = (n.Rows + n.Filtered) * n.Loops
	}
	for _, below := range n.Nodes {
		rows += below.rowsRead(table)
	}
	return rows
}

// few are the ways by which SQLite finds few runs: by the indexes that hold no ended run, and by an id.
var few = regexp.MustCompile(`^SEARCH (runs USING INDEX (runs_queue|runs_slots) |(runs|batch) USING INDEX \w+ \(account_id=\? AND id=\?\))`)

// readsFew fails if SQLite, which counts no rows, would read runs in any other way, or the other runs of a lane for each run that waits.
func (w *world) readsFew(ctx context.Context, statement string) {
	w.Helper()
	var steps []struct{ Detail string }
	w.must(w.db.Read(ctx).Raw("EXPLAIN QUERY PLAN " + statement).Scan(&steps).Error)
	for _, step := range steps {
		scans := strings.HasPrefix(step.Detail, "SCAN") && !strings.HasPrefix(step.Detail, "SCAN lanes") &&
			!strings.HasPrefix(step.Detail, "SCAN heads") && step.Detail != "SCAN CONSTANT ROW"
		if scans || strings.HasPrefix(step.Detail, "SEARCH") && !few.MatchString(step.Detail) {
			w.Errorf("%s\n%s", step.Detail, statement)
		}
	}
}

// One worker ends the runs of a lane one after the other, in their order, from the delivery of the first alone.
func TestWorkerGoesOnWithTheLane(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}, runs.Options{SweepEvery: time.Hour})
	var order []string
	w.shout.at("SAVE", func(_ context.Context, word string) error {
		order = append(order, word)
		return nil
	})
	var last runs.Run
	for i := range 20 {
		last = w.run(fmt.Sprintf(`{"words": ["%02d"]}`, i))
	}
	if load, err := w.queue.Load(); err != nil || load[0].Waiting != 1 {
		t.Errorf("deliveries %+v, %v; want the first run's alone", load, err)
	}
	w.start()
	if run := w.wait(last.ID); run.Phase != runs.PhaseDone {
		t.Errorf("the last run %+v", run)
	}
	if got := strings.Join(order, " "); got != "00 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19" {
		t.Errorf("the runs ended in the order %s", got)
	}
	w.charged(40)
}

// A run that is tried again is older than the one behind it. When the worker of that one has died, both still come to their end.
func TestDeadLeaseBehindARetryBlocksNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}, runs.Options{SweepEvery: 20 * time.Millisecond})
	older, younger := w.run(`{"words": ["oolong"]}`), w.run(`{"words": ["sencha"]}`)
	_, err := w.engine.Cancel(w.a, older.ID)
	w.must(err)
	w.must(w.db.Tx(w.a, func(tx *gorm.DB) error {
		return tx.Model(&runs.Run{}).Where("id = ?", younger.ID).Updates(map[string]any{
			"attempt": 1, "phase": runs.PhaseCall, "lease_owner": "dead", "lease_until": database.Now().Add(-time.Second), "slot": 1,
		}).Error
	}))
	_, err = w.engine.Retry(w.a, older.ID)
	w.must(err)
	w.start()
	for _, run := range []runs.Run{older, younger} {
		if ended := w.wait(run.ID); ended.Phase != runs.PhaseDone {
			t.Errorf("%+v", ended)
		}
	}
	w.charged(4)
}

// leaseInSQL finds the lease that a statement writes: by the database's clock, or the number of its parameter.
var leaseInSQL = regexp.MustCompile(`"lease_until"=(?:clock_timestamp\(\)|\$(\d+))`)

// A host whose clock is wrong neither takes a run from another nor keeps one for too long: no time of a host is in the statements
// about leases. SQLite has the clock of its host.
func TestLeasesAreToldByTheDatabase(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}, runs.Options{Unseen: time.Nanosecond, SweepEvery: time.Hour})
	if !w.db.Postgres() {
		t.Skip("needs PostgreSQL: TEST_DATABASE_URL names none")
	}
	var mu sync.Mutex
	byDatabase, byHost := 0, []time.Time{}
	record := func(db *gorm.DB) {
		mu.Lock()
		defer mu.Unlock()
		lease := leaseInSQL.FindStringSubmatch(db.Statement.SQL.String())
		if lease == nil {
			return
		}
		if lease[1] == "" {
			byDatabase++
			return
		}
		n, _ := strconv.Atoi(lease[1])
		if at, ok := db.Statement.Vars[n-1].(time.Time); ok { // else it ends the lease
			byHost = append(byHost, at)
		}
	}
	w.must(w.db.Read(w.a).Callback().Update().After("gorm:update").Register("test:leases", record))
	run := w.run(`{"words": ["tea"]}`)
	w.start()
	w.wait(run.ID)
	mu.Lock()
	defer mu.Unlock()
	if byDatabase < 5 || len(byHost) > 0 { // the claim and each phase
		t.Errorf("%d leases are written by the clock of the database, and %v by that of the host", byDatabase, byHost)
	}
}
