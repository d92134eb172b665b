package runs

import (
	"context"
	"slices"

	"golang.org/x/sync/semaphore"
)

// pool is where runs are worked on that are answered by the same kind of server. The pools share no workers, so a server
// that keeps its runs waiting holds up those of its own pool alone.
type pool struct {
	kind string // of the deliveries
	rows string // the condition of its runs
	runs int    // at the same time in one process; 0: as many as the queue's common workers
	// local bounds how many of them read, compute and save at the same time; a run gives its place away while it waits for
	// its server. Nil in the pool whose runs never wait: there the number of runs is the bound.
	local *semaphore.Weighted
	// firstSlot is before the first of the slots that an account has in this pool.
	firstSlot int64
}

// slotsApart is the distance between the slots of two pools; an account has fewer in each.
const slotsApart = 1000

// newPools returns the pool of the built-in engine, that of the installation's servers, and that of the servers that accounts
// bring. A run that waits takes some 300 kB with four calls.
func newPools() []*pool {
	const asks = "provider <> 'built_in' AND rerun = ''"
	return []*pool{
		{kind: "run", rows: "(provider = 'built_in' OR rerun <> '')"},
		{
			kind: "run.remote", rows: asks + " AND integration_id = ''",
			runs: 256, local: semaphore.NewWeighted(8), firstSlot: slotsApart,
		},
		{
			kind: "run.own", rows: asks + " AND integration_id <> ''",
			runs: 1024, local: semaphore.NewWeighted(8), firstSlot: 2 * slotsApart,
		},
	}
}

// pool returns the one that the run belongs to, as the conditions of the pools have it.
func (e *Engine) pool(r Run) *pool {
	switch {
	case r.Provider == BuiltIn || r.Rerun != Asked:
		return e.pools[0]
	case r.IntegrationID == "":
		return e.pools[1]
	}
	return e.pools[2]
}

// enter waits for a place to work at, and leave gives it to the next.
func (p *pool) enter(ctx context.Context) error {
	if p.local == nil {
		return nil
	}
	return p.local.Acquire(ctx, 1)
}

func (p *pool) leave() {
	if p.local != nil {
		p.local.Release(1)
	}
}

// freeSlot returns a slot of the pool that is not taken; 0 when there is none.
func (p *pool) freeSlot(taken []int64, perAccount int) int64 {
	for slot := p.firstSlot + 1; slot <= p.firstSlot+int64(perAccount); slot++ {
		if !slices.Contains(taken, slot) {
			return slot
		}
	}
	return 0
}

// free returns how many slots of the pool are not taken.
func (p *pool) free(taken []int64, perAccount int) int {
	for _, slot := range taken {
		if slot > p.firstSlot && slot < p.firstSlot+slotsApart {
			perAccount--
		}
	}
	return perAccount
}
