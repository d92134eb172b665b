package tasks

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/hibiken/asynq"

	"igny8/app/tenancy"
)

// newQueue returns a queue on the embedded Redis, or on TEST_REDIS_URL under a name of its own.
func newQueue(t *testing.T) *Queue {
	t.Helper()
	return another(t, os.Getenv("TEST_REDIS_URL"), "test-"+rand.Text())
}

func another(t *testing.T, url, name string) *Queue {
	t.Helper()
	q, err := Open(t.Context(), Options{URL: url, Name: name})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := q.Shutdown(context.WithoutCancel(t.Context())); err != nil {
			t.Errorf("shutdown: %v", err)
		}
	})
	return q
}

// beside returns a second process on the Redis of q.
func beside(t *testing.T, q *Queue) *Queue {
	t.Helper()
	url := os.Getenv("TEST_REDIS_URL")
	if q.embedded != nil {
		url = q.embedded.url()
	}
	return another(t, url, q.name)
}

func start(t *testing.T, q *Queue) {
	t.Helper()
	if err := q.Start(); err != nil {
		t.Fatal(err)
	}
}

func enqueue(t *testing.T, ctx context.Context, q *Queue, id string, payload any) {
	t.Helper()
	if err := q.Enqueue(ctx, "greet", id, payload); err != nil {
		t.Fatal(err)
	}
}

func TestScopeTravels(t *testing.T) {
	t.Parallel()
	q := newQueue(t)
	got := make(chan string, 2)
	q.Handle("greet", func(ctx context.Context, payload []byte) error {
		scope, ok := tenancy.From(ctx)
		got <- fmt.Sprint(ok, " ", scope.Account, " ", scope.User, " ", scope.Sites, " ", string(payload))
		return nil
	})
	start(t, q)
	enqueue(t, t.Context(), q, "1", "nobody")
	if text := <-got; text != `false   [] "nobody"` {
		t.Errorf("without a scope: %s", text)
	}
	enqueue(t, tenancy.With(t.Context(), tenancy.Scope{Account: "a", User: "ann", Sites: []string{"s"}}), q, "2", map[string]int{"n": 1})
	if text := <-got; text != `true a ann [s] {"n":1}` {
		t.Errorf("with a scope: %s", text)
	}
}

func TestOneTaskPerIDAndNoneIsRetried(t *testing.T) {
	t.Parallel()
	q := newQueue(t)
	var mu sync.Mutex
	var got []string
	ended := make(chan struct{}, 10)
	q.Handle("greet", func(_ context.Context, payload []byte) error {
		var word string
		if err := json.Unmarshal(payload, &word); err != nil {
			return err
		}
		mu.Lock()
		got = append(got, word)
		mu.Unlock()
		defer func() { ended <- struct{}{} }()
		switch word {
		case "fails":
			return errors.New("no greeting")
		case "panics":
			panic("no greeting")
		}
		return nil
	})
	for _, word := range []string{"fails", "fails", "panics", "works", "works"} {
		enqueue(t, t.Context(), q, word, word)
	}
	start(t, q)
	for range 3 {
		<-ended
	}
	// The ids are free again: a failed task does not block its id.
	for _, word := range []string{"fails", "panics"} {
		for !free(t, q, word) {
			time.Sleep(time.Millisecond)
		}
		enqueue(t, t.Context(), q, word, word)
		<-ended
	}
	mu.Lock()
	defer mu.Unlock()
	slices.Sort(got)
	if want := []string{"fails", "fails", "panics", "panics", "works"}; !slices.Equal(got, want) {
		t.Errorf("handled %v, want %v", got, want)
	}
}

// free reports whether the task has left Redis, shortly after its handler returned.
func free(t *testing.T, q *Queue, id string) bool {
	t.Helper()
	_, err := q.inspector.GetTaskInfo(q.name, "greet:"+id)
	if err != nil && !errors.Is(err, asynq.ErrTaskNotFound) && !errors.Is(err, asynq.ErrQueueNotFound) {
		t.Fatal(err)
	}
	return err != nil
}

// TestArchivedTaskIsForgotten archives a task, as asynq does if its worker has died.
func TestArchivedTaskIsForgotten(t *testing.T) {
	t.Parallel()
	q := newQueue(t)
	enqueue(t, t.Context(), q, "1", "dead")
	if err := q.inspector.ArchiveTask(q.name, "greet:1"); err != nil {
		t.Fatal(err)
	}
	enqueue(t, t.Context(), q, "1", "alive")
	info, err := q.inspector.GetTaskInfo(q.name, "greet:1")
	if err != nil || info.State != asynq.TaskStatePending || !strings.Contains(string(info.Payload), "alive") {
		t.Errorf("task %+v, %v", info, err)
	}
}

func TestShutdownStopsHandlers(t *testing.T) {
	t.Parallel()
	q := newQueue(t)
	begun, ended := make(chan struct{}), make(chan error, 1)
	q.Handle("greet", func(ctx context.Context, _ []byte) error {
		close(begun)
		<-ctx.Done()
		time.Sleep(20 * time.Millisecond) // a handler always has something left to write
		ended <- ctx.Err()
		return ctx.Err()
	})
	start(t, q)
	enqueue(t, t.Context(), q, "1", "")
	<-begun
	for range 2 {
		if err := q.Shutdown(t.Context()); err != nil {
			t.Errorf("shutdown: %v", err)
		}
	}
	select {
	case err := <-ended:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("handler ended by %v", err)
		}
	default:
		t.Error("the stop did not wait for the handler")
	}
	if q.Ping(t.Context()) == nil {
		t.Error("the queue answers after its end")
	}
	if err := q.Enqueue(t.Context(), "greet", "2", ""); err == nil {
		t.Error("a closed queue took a task")
	}
}

func TestScheduleRunsInOneProcessAtATime(t *testing.T) {
	t.Parallel()
	first := newQueue(t)
	second := beside(t, first)
	var running, runs atomic.Int64
	enough := make(chan struct{})
	for _, q := range []*Queue{first, second} {
		q.Every(time.Millisecond, "tick", func(context.Context) error {
			if running.Add(1) > 1 {
				t.Error("the schedule runs twice at the same time")
			}
			time.Sleep(2 * time.Millisecond)
			running.Add(-1)
			if runs.Add(1) == 20 {
				close(enough)
			}
			if runs.Load()%2 == 0 {
				panic("a schedule survives that")
			}
			return errors.New("and that")
		})
	}
	start(t, first)
	start(t, second)
	<-enough
}

// TestLockOfADeadProcessEnds holds a lock as a process that has died would.
func TestLockOfADeadProcessEnds(t *testing.T) {
	t.Parallel()
	q := newQueue(t)
	if err := q.redis.Set(t.Context(), q.name+":schedule:tick", "dead", 1100*time.Millisecond).Err(); err != nil {
		t.Fatal(err)
	}
	ticked := make(chan struct{}, 1)
	q.Every(20*time.Millisecond, "tick", func(context.Context) error {
		select {
		case ticked <- struct{}{}:
		default:
		}
		return nil
	})
	start(t, q)
	<-ticked
}

func TestRedisOfAnotherPasswordIsRefused(t *testing.T) {
	t.Parallel()
	e, err := startEmbedded()
	if err != nil {
		t.Fatal(err)
	}
	defer e.stop()
	for _, url := range []string{"redis://" + e.server.Addr(), "redis://:wrong@" + e.server.Addr(), "redis://127.0.0.1:1", "http://127.0.0.1"} {
		if q, err := Open(t.Context(), Options{URL: url}); err == nil {
			t.Errorf("opened %s", url)
			_ = q.Shutdown(t.Context())
		}
	}
}

// TestTasksApartTakeNoWorkerFromOthers lets more tasks of one kind hang than there are workers for all kinds together.
func TestTasksApartTakeNoWorkerFromOthers(t *testing.T) {
	t.Parallel()
	q := newQueue(t)
	const apart = 20
	release, hanging := make(chan struct{}), make(chan struct{}, 3*apart)
	q.HandleApart("wait", apart, func(context.Context, []byte) error {
		hanging <- struct{}{}
		<-release
		return nil
	})
	t.Cleanup(func() { close(release) })
	greeted := make(chan struct{}, 1)
	q.Handle("greet", func(context.Context, []byte) error {
		greeted <- struct{}{}
		return nil
	})
	for i := range apart + 1 {
		if err := q.Enqueue(t.Context(), "wait", fmt.Sprint(i), ""); err != nil {
			t.Fatal(err)
		}
	}
	start(t, q)
	for range apart {
		<-hanging
	}
	enqueue(t, t.Context(), q, "1", "")
	select {
	case <-greeted:
	case <-time.After(30 * time.Second):
		t.Fatal("the other kind waits for them")
	}
	select {
	case <-hanging:
		t.Errorf("more than %d tasks of the kind at the same time", apart)
	default:
	}
	loads, err := q.Load()
	if err != nil || len(loads) != 2 || loads[0].Workers != 8 || loads[1] != (Load{Queue: q.name + ":wait", Workers: apart, Busy: apart, Waiting: 1}) {
		t.Errorf("loads %+v, %v", loads, err)
	}
}

// TestArchivedTaskApartIsForgotten is TestArchivedTaskIsForgotten for a kind with workers of its own.
func TestArchivedTaskApartIsForgotten(t *testing.T) {
	t.Parallel()
	q := newQueue(t)
	q.HandleApart("wait", 1, func(context.Context, []byte) error { return nil })
	for _, word := range []string{"dead", "alive"} {
		if err := q.Enqueue(t.Context(), "wait", "1", word); err != nil {
			t.Fatal(err)
		}
		if word == "alive" {
			break
		}
		if err := q.inspector.ArchiveTask(q.name+":wait", "wait:1"); err != nil {
			t.Fatal(err)
		}
	}
	info, err := q.inspector.GetTaskInfo(q.name+":wait", "wait:1")
	if err != nil || info.State != asynq.TaskStatePending || !strings.Contains(string(info.Payload), "alive") {
		t.Errorf("task %+v, %v", info, err)
	}
}
