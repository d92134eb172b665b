package tasks

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/hibiken/asynq"
)

// workers take the tasks of one queue in Redis, up to a number at a time in each process.
type workers struct {
	queue  string
	count  int
	busy   atomic.Int64
	mux    *asynq.ServeMux
	server *asynq.Server
}

func (q *Queue) workers(queue string, count int) *workers {
	return &workers{queue: queue, count: count, mux: asynq.NewServeMux(), server: asynq.NewServerFromRedisClient(q.redis, asynq.Config{
		Concurrency:       count,
		Queues:            map[string]int{queue: 1},
		BaseContext:       func() context.Context { return q.base },
		TaskCheckInterval: pickup,
		ShutdownTimeout:   patience,
		Logger:            logger{},
		LogLevel:          asynq.WarnLevel,
	})}
}

// of returns the workers that take tasks of the kind.
func (q *Queue) of(kind string) *workers { return cmp.Or(q.apart[kind], q.common) }

// all returns the workers of every queue, the common ones first.
func (q *Queue) all() []*workers {
	all := []*workers{q.common}
	for _, kind := range slices.Sorted(maps.Keys(q.apart)) {
		all = append(all, q.apart[kind])
	}
	return all
}

// each calls do for all servers at the same time, since each takes a moment to stop.
func (q *Queue) each(do func(*asynq.Server)) {
	var group sync.WaitGroup
	for _, w := range q.all() {
		group.Go(func() { do(w.server) })
	}
	group.Wait()
}

// Alive returns the number of processes whose workers take tasks. Each says every few seconds that it lives.
func (q *Queue) Alive() (int, error) {
	servers, err := q.inspector.Servers()
	if err != nil {
		return 0, fmt.Errorf("workers: %w", err)
	}
	alive := 0
	for _, s := range servers {
		if _, ours := s.Queues[q.common.queue]; ours {
			alive++
		}
	}
	return alive, nil
}

// Load is the amount of work of a queue.
type Load struct {
	Queue   string // the name of the installation for the common one; for others with the kind after a colon
	Workers int    // of this process
	Busy    int    // of these
	Waiting int    // tasks in Redis that no process has taken yet
}

// Load returns the load of every queue, the common one first. It serves metrics.
func (q *Queue) Load() ([]Load, error) {
	known, err := q.inspector.Queues()
	if err != nil {
		return nil, fmt.Errorf("load of the queue: %w", err)
	}
	all := q.all()
	loads := make([]Load, len(all))
	for i, w := range all {
		loads[i] = Load{Queue: w.queue, Workers: w.count, Busy: int(w.busy.Load())}
		if !slices.Contains(known, w.queue) { // nothing was ever enqueued
			continue
		}
		info, err := q.inspector.GetQueueInfo(w.queue)
		if err != nil {
			return nil, fmt.Errorf("load of the queue: %w", err)
		}
		loads[i].Waiting = info.Pending
	}
	return loads, nil
}
