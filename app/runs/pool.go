package runs

import (
	"context"
	"slices"

	"golang.org/x/sync/semaphore"
)

// pool is the set of runs that are answered by the same kind of server. Pools share no workers, so a slow server delays only
// the runs of its own pool.
type pool struct {
	kind string // of the deliveries
	rows string // the condition of its runs
	runs int    // how many one process works on at the same time; 0: as many as the queue's common workers
	// local limits how many of the runs read, compute and save at the same time. A run releases its place while it waits for
	// its server. It is nil in the pool whose runs never wait: there the number of runs is the limit.
	local *semaphore.Weighted
	// firstSlot is the number before the first slot of an account in this pool.
	firstSlot int64
}

// slotsPerPool is the distance between the slot numbers of two pools. It is more than an account has slots in a pool.
const slotsPerPool = 1000

// newPools returns the pools of the built-in engine, of the installation's servers, and of the servers of accounts. A
// waiting run takes about 300 kB with four calls. Of each of the last two, the number of workers may compute at the same time.
func newPools(workers int) []*pool {
	const asks = "provider <> 'built_in' AND rerun = ''"
	return []*pool{
		{kind: "run", rows: "(provider = 'built_in' OR rerun <> '')"},
		{
			kind: "run.remote", rows: asks + " AND integration_id = ''",
			runs: 256, local: semaphore.NewWeighted(int64(workers)), firstSlot: slotsPerPool,
		},
		{
			kind: "run.own", rows: asks + " AND integration_id <> ''",
			runs: 1024, local: semaphore.NewWeighted(int64(workers)), firstSlot: 2 * slotsPerPool,
		},
	}
}

// pool returns the pool of the run. It must agree with the conditions of the pools.
func (e *Engine) pool(r Run) *pool {
	switch {
	case r.Provider == BuiltIn || r.Rerun != Asked:
		return e.pools[0]
	case r.IntegrationID == "":
		return e.pools[1]
	}
	return e.pools[2]
}

// acquire waits for a place to work at, and release gives it to the next run.
func (p *pool) acquire(ctx context.Context) error {
	if p.local == nil {
		return nil
	}
	return p.local.Acquire(ctx, 1)
}

func (p *pool) release() {
	if p.local != nil {
		p.local.Release(1)
	}
}

// freeSlot returns a free slot of the pool, or 0.
func (p *pool) freeSlot(taken []int64, perAccount int) int64 {
	for slot := p.firstSlot + 1; slot <= p.firstSlot+int64(perAccount); slot++ {
		if !slices.Contains(taken, slot) {
			return slot
		}
	}
	return 0
}

// free returns the number of free slots in the pool.
func (p *pool) free(taken []int64, perAccount int) int {
	for _, slot := range taken {
		if slot > p.firstSlot && slot < p.firstSlot+slotsPerPool {
			perAccount--
		}
	}
	return perAccount
}
