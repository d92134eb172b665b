package clustering

import (
	"math/rand/v2"
	"sync"
)

const (
	searches      = 8      // runs of the community search, each in another order
	searchedNodes = 36_000 // limit of nodes times runs, so that large imports do not take longer because of it
	gammaShare    = .6     // factor for gamma: weighing by agreement makes the edges lighter
)

// consensus returns the communities that searches in several orders agree on. Each edge is multiplied by the square of the
// share of searches that put its two ends together. With one search alone, chance decides about a seventh of the pairs.
func (r *run) consensus(g *graph, gamma float64) ([]int32, error) {
	found := make([][]int32, min(searches, searchedNodes/g.nodes()))
	if len(found) < 2 {
		return leiden(r.ctx, g, gamma, identity(g.nodes()))
	}
	turns := make(chan int, len(found))
	for i := range found {
		turns <- i
	}
	close(turns)
	var wait sync.WaitGroup
	for range min(r.workers, len(found)) {
		wait.Go(func() {
			for i := range turns {
				found[i], _ = leiden(r.ctx, g, gamma, shuffled(g.nodes(), uint64(i)))
			}
		})
	}
	wait.Wait()
	if err := r.ctx.Err(); err != nil {
		return nil, err
	}
	return leiden(r.ctx, g.consensusWeights(found), gammaShare*gamma, identity(g.nodes()))
}

// shuffled returns the numbers below n in an order that depends only on turn.
func shuffled(n int, turn uint64) []int32 {
	order := identity(n)
	rand.New(rand.NewPCG(turn, 9)).Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// consensusWeights returns the graph with each edge weighed by the share of the groupings that put its ends together.
func (g *graph) consensusWeights(found [][]int32) *graph {
	weight := make([]float32, len(g.weight))
	for i := range int32(g.nodes()) {
		for k := g.start[i]; k < g.start[i+1]; k++ {
			together := float32(0)
			for _, at := range found {
				if at[i] == at[g.to[k]] {
					together++
				}
			}
			share := together / float32(len(found))
			weight[k] = g.weight[k] * share * share
		}
	}
	return &graph{start: g.start, to: g.to, weight: weight, size: g.size}
}
