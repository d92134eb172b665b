package clustering_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"
	"time"

	"igny8/app/clustering"
)

// invented makes n distinct keywords. Each subject has its own words, all share some, and the frequencies fall as those of
// real searches do.
func invented(n int) []clustering.Keyword {
	source := rand.New(rand.NewPCG(5, 8))
	word := func(i int) string {
		const consonants, vowels = "bcdfglmnprstv", "aeiou"
		var b strings.Builder
		for k := i + 30; k > 0; k /= 65 {
			b.WriteByte(consonants[k%13])
			b.WriteByte(vowels[k/13%5])
		}
		return b.String()
	}
	falling := func(n int) int { return int(float64(n) * source.Float64() * source.Float64() * source.Float64()) }
	shared := strings.Fields("best free online how to vs for pricing review template download tool guide 2026 near me")
	seen, list := map[string]bool{}, make([]clustering.Keyword, 0, n)
	subjects := 40 + n/500
	for len(list) < n {
		subject := falling(subjects)
		words := []string{word(subject)}
		for range 1 + source.IntN(3) {
			words = append(words, word(1000+subject*150+falling(150)))
		}
		if source.IntN(2) == 0 {
			words = append(words, word(500_000+falling(n/10+50)))
		}
		if source.IntN(2) == 0 {
			words = append(words, shared[falling(len(shared))])
		}
		source.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		if text := strings.Join(words, " "); !seen[text] {
			seen[text] = true
			list = append(list, clustering.Keyword{Text: text})
		}
	}
	return list
}

// task is something to time on one core.
type task struct {
	name string
	size int
	do   func(ctx context.Context, list []clustering.Keyword) error
}

func tasks() []task {
	all := func(ctx context.Context, list []clustering.Keyword) error {
		_, err := clustering.Run(ctx, list, clustering.Options{Workers: 1})
		return err
	}
	topics := func(ctx context.Context, list []clustering.Keyword) error {
		_, err := clustering.TopicsAlone(ctx, list, 1)
		return err
	}
	return []task{
		{"all levels", 1_000, all}, {"all levels", 10_000, all}, {"topics alone", 100_000, topics}, {"all levels", 100_000, all}, {"topics alone", 500_000, topics},
	}
}

// speed reports how long invented imports of several sizes take on one core. Processor time is valid on a busy machine, too.
func (t *table) speed(test *testing.T) {
	test.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	t.row("\n| one core | keywords | seconds | processor seconds | peak MB |\n|---|---|---|---|---|")
	for _, task := range tasks() {
		list := invented(task.size)
		debug.FreeOSMemory()
		peak, stop := watchMemory()
		begin, used := time.Now(), processorSeconds(test)
		if err := task.do(test.Context(), list); err != nil {
			test.Fatal(err)
		}
		seconds, used := time.Since(begin).Seconds(), processorSeconds(test)-used
		stop()
		t.row("| %s | %d | %.2f | %.2f | %.0f |", task.name, task.size, seconds, used, float64(*peak)/(1<<20))
	}
}

func processorSeconds(t *testing.T) float64 {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano()).Seconds()
}

// BenchmarkRun times the tasks: go test -run '^$' -bench Run -benchtime 1x -cpu 1.
func BenchmarkRun(b *testing.B) {
	for _, task := range tasks() {
		b.Run(fmt.Sprintf("%s/%dk", strings.ReplaceAll(task.name, " ", "-"), task.size/1000), func(b *testing.B) {
			list := invented(task.size)
			debug.FreeOSMemory()
			peak, stop := watchMemory()
			for b.Loop() {
				if err := task.do(b.Context(), list); err != nil {
					b.Fatal(err)
				}
			}
			stop()
			b.ReportMetric(float64(*peak)/(1<<20), "peak-MB")
		})
	}
}
