package planner_test

import (
	"fmt"
	"testing"

	"igny8/app/ai"
	"igny8/app/runs"
)

// BenchmarkGrouping groups 100,000 keywords that are in no cluster, then the same again, which changes nothing, then
// coarser, which moves most. It prints the seconds of each phase of the three runs.
func BenchmarkGrouping(b *testing.B) {
	phases := make(chan string, 100)
	w := newWorldWith(b, ai.Options{}, runs.Options{Observe: func(_, phase string, seconds float64) { phases <- fmt.Sprintf("%s %.2f", phase, seconds) }})
	w.many(100_000)
	for b.Loop() {
		for _, how := range []string{"normal", "normal", "coarse"} {
			run, err := w.grouping.StartClustering(w.ctx, w.Sector, how)
			w.must(err)
			b.ReportMetric(w.once(func() { run = w.await(run) }), "s/"+how)
			fmt.Println(how, run.Message)
			for len(phases) > 0 {
				fmt.Println("  ", <-phases, "s")
			}
		}
	}
	b.ReportMetric(0, "ns/op")
}
