package web

import (
	"context"
	"log/slog"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"igny8/app/database"
	"igny8/app/runs"
	"igny8/app/tasks"
)

// Readings are the values that are read when somebody asks for /metrics.
type Readings struct {
	Pools    func() []database.PoolStats
	Sent     func() int64 // statements
	Loads    func() ([]tasks.Load, error)
	Alive    func() (int, error) // processes with workers
	Backlogs func(context.Context) ([]runs.Backlog, error)
	Circuits func(context.Context) (installation, own int64, err error) // that are open
	Held     func(context.Context) (credits int64, err error)
}

// Read adds the readings to the metrics.
func (m *Metrics) Read(r Readings) { m.registry.MustRegister(readings{r}) }

// patience is how long the readings may take together.
const patience = 5 * time.Second

// readings is a collector whose metrics are made anew for each question. It describes none of them, so that Prometheus does not expect
// them while the database or Redis is away.
type readings struct{ Readings }

func (readings) Describe(chan<- *prometheus.Desc) {}

// gauges sends values of one metric.
type gauges func(value float64, labels ...string)

func (r readings) Collect(out chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	metric := func(kind prometheus.ValueType, name, help string, labels ...string) gauges {
		description := prometheus.NewDesc(name, help, labels, nil)
		return func(value float64, of ...string) {
			out <- prometheus.MustNewConstMetric(description, kind, value, of...)
		}
	}
	gauge := func(name, help string, labels ...string) gauges {
		return metric(prometheus.GaugeValue, name, help, labels...)
	}
	r.pools(gauge, func(name, help string, labels ...string) gauges {
		return metric(prometheus.CounterValue, name, help, labels...)
	})
	for name, read := range map[string]func() error{
		"load":     func() error { return r.load(ctx, gauge) },
		"workers":  func() error { return r.workers(ctx, gauge) },
		"runs":     func() error { return r.backlogs(ctx, gauge) },
		"circuits": func() error { return r.circuits(ctx, gauge) },
		"credits":  func() error { return r.credits(ctx, gauge) },
	} {
		if err := read(); err != nil {
			slog.Warn("metrics are incomplete", "missing", name, "error", err)
		}
	}
}

type declare func(name, help string, labels ...string) gauges

func (r readings) pools(gauge, counter declare) {
	most := gauge("igny8_database_connections_max", "Connections that the pool may open.", "pool")
	open := gauge("igny8_database_connections", "Connections of the pool, by state.", "pool", "state")
	waits := counter("igny8_database_waits_total", "How often somebody waited for a connection.", "pool")
	seconds := counter("igny8_database_wait_seconds_total", "How long connections were waited for.", "pool")
	counter("igny8_database_statements_total", "Statements that this process has sent.")(float64(r.Sent()))
	for _, p := range r.Pools() {
		most(float64(p.Most), p.Pool)
		open(float64(p.InUse), p.Pool, "in use")
		open(float64(p.Open-p.InUse), p.Pool, "idle")
		waits(float64(p.Waits), p.Pool)
		seconds(p.WaitsSeconds, p.Pool)
	}
}

func (r readings) load(ctx context.Context, gauge declare) error {
	loads, err := within(ctx, r.Loads)
	if err != nil {
		return err
	}
	workers := gauge("igny8_workers", "Workers of this process, by state.", "queue", "state")
	waiting := gauge("igny8_tasks_waiting", "Tasks in Redis that no worker has taken.", "queue")
	for _, l := range loads {
		workers(float64(l.Busy), l.Queue, "busy")
		workers(float64(l.Workers-l.Busy), l.Queue, "free")
		waiting(float64(l.Waiting), l.Queue)
	}
	return nil
}

func (r readings) workers(ctx context.Context, gauge declare) error {
	alive, err := within(ctx, r.Alive)
	if err != nil {
		return err
	}
	gauge("igny8_worker_processes", "Processes of the installation that work on tasks.")(float64(alive))
	return nil
}

func (r readings) backlogs(ctx context.Context, gauge declare) error {
	all, err := r.Backlogs(ctx)
	if err != nil {
		return err
	}
	count := gauge("igny8_runs", "Runs of the installation that have not ended, by state.", "pool", "state")
	age := gauge("igny8_runs_oldest_waiting_seconds", "How long the oldest run that could start has waited for a worker.", "pool")
	for _, b := range all {
		count(float64(b.Waiting), b.Pool, "waiting")
		count(float64(b.Running), b.Pool, "running")
		count(float64(b.Parked), b.Pool, "parked")
		count(float64(b.Approval), b.Pool, "approval")
		age(b.Oldest.Seconds(), b.Pool)
	}
	return nil
}

func (r readings) circuits(ctx context.Context, gauge declare) error {
	installation, own, err := r.Circuits(ctx)
	if err != nil {
		return err
	}
	open := gauge("igny8_ai_circuits_open", "Accounts whose AI server is not asked at the moment, because it did not answer.", "server")
	open(float64(installation), "installation")
	open(float64(own), "account")
	return nil
}

func (r readings) credits(ctx context.Context, gauge declare) error {
	held, err := r.Held(ctx)
	if err != nil {
		return err
	}
	gauge("igny8_credits_held", "Credits that runs of all accounts hold.")(float64(held))
	return nil
}

// within calls fn and stops waiting for it when the context ends: the clients of Redis take none, and have limits of their own.
func within[T any](ctx context.Context, fn func() (T, error)) (T, error) {
	type answer struct {
		value T
		err   error
	}
	answers := make(chan answer, 1)
	go func() {
		value, err := fn()
		answers <- answer{value, err}
	}()
	select {
	case a := <-answers:
		return a.value, a.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
