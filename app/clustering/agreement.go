package clustering

import (
	"math/rand/v2"
	"sync"
)

const (
	searches = 8      // orders in which communities are searched for
	searched = 36_000 // nodes times searches, so that large imports take no longer for it
	retained = .6     // what is left of gamma, since agreement takes from the weights
)

// agreed are the communities that searches in several orders agree on: each edge weighs what it did times the square of
// the share of searches that put its ends together. One search alone is a matter of luck to a seventh of the pairs.
func (r *run) agreed(g *graph, gamma float64) ([]int32, error) {
	found := make([][]int32, min(searches, searched/g.nodes()))
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
	return leiden(r.ctx, g.agreeing(found), retained*gamma, identity(g.nodes()))
}

// shuffled are the numbers below n in an order that the turn alone decides.
func shuffled(n int, turn uint64) []int32 {
	order := identity(n)
	rand.New(rand.NewPCG(turn, 9)).Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// agreeing is the graph with each edge weighed by how many of the groupings have its ends together.
func (g *graph) agreeing(found [][]int32) *graph {
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
