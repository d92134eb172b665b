package tasks

import (
	"context"
	"testing"
	"time"
)

func TestLoadOfAQueueThatWasNeverUsed(t *testing.T) {
	t.Parallel()
	q := newQueue(t)
	q.HandleApart("wait", 3, func(context.Context, []byte) error { return nil })
	loads, err := q.Load()
	if err != nil || len(loads) != 2 || loads[0] != (Load{Queue: q.name, Workers: 8}) || loads[1].Workers != 3 {
		t.Errorf("loads %+v, %v", loads, err)
	}
}

// TestAliveCountsProcessesWithWorkers checks that a process counts from its start to its stop, also for others.
func TestAliveCountsProcessesWithWorkers(t *testing.T) {
	t.Parallel()
	web := newQueue(t)
	worker := beside(t, web)
	alive := func(want int) {
		t.Helper()
		for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(20 * time.Millisecond) {
			got, err := web.Alive()
			if err != nil {
				t.Fatal(err)
			}
			if got == want {
				return
			}
			if time.Now().After(deadline) {
				t.Fatalf("%d processes are alive, want %d", got, want)
			}
		}
	}
	alive(0)
	start(t, worker)
	alive(1)
	if err := worker.Shutdown(t.Context()); err != nil {
		t.Fatal(err)
	}
	alive(0)
}
