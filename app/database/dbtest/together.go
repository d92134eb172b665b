package dbtest

import (
	"sync"
	"testing"
)

// Together runs the functions at the same time and reports their errors. None may lose what another writes, and no two may
// wait for each other.
func Together(t testing.TB, fns ...func() error) {
	t.Helper()
	errs := make([]error, len(fns))
	var all sync.WaitGroup
	for i, fn := range fns {
		all.Go(func() { errs[i] = fn() })
	}
	all.Wait()
	for i, err := range errs {
		if err != nil {
			t.Errorf("writer %d: %v", i+1, err)
		}
	}
}
