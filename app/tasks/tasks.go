// Package tasks runs work outside of requests: asynq on Redis, or on a Redis inside the process if none is configured, with
// the same code. An envelope carries the account and the person from the request to the handler.
//
// Redis may lose everything, so it is never the truth: a task that must happen has a row somewhere, and the owner of the row
// enqueues it again. Therefore nothing is retried here, no task is stored after its end, and a handler must tolerate a
// second call.
package tasks

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"github.com/hibiken/asynq"
	"github.com/redis/go-redis/v9"

	"igny8/app/tenancy"
)

const (
	// pickup is how often idle workers look for tasks, because asynq polls.
	pickup = 50 * time.Millisecond
	// longest is the time limit of one task. Without it asynq stops every task after 30 minutes.
	longest = 12 * time.Hour
	// patience is how long asynq waits for a handler before it puts its task back.
	patience = 5 * time.Second
	// enqueuing is how long a request waits for Redis before it leaves the task to the owner of its row.
	enqueuing = 3 * time.Second
)

// Handler does one task. Its error is only logged: the row behind the task decides what happens next.
type Handler func(ctx context.Context, payload []byte) error

// Queue passes tasks to workers, here or in another process.
type Queue struct {
	name      string
	redis     redis.UniversalClient
	embedded  *embedded // nil on a real Redis
	client    *asynq.Client
	inspector *asynq.Inspector
	common    *workers            // for all kinds without their own workers
	apart     map[string]*workers // by kind
	schedule  []periodic
	base      context.Context // of handlers; cancelled by Shutdown
	cancel    context.CancelFunc
	mu        sync.Mutex     // orders a beginning handler and a stop
	running   sync.WaitGroup // handlers and the schedule
	closing   sync.Once
	closed    chan struct{}
	failure   error // of closing, once closed
}

// Options are the settings of a queue. Zero values mean the defaults.
type Options struct {
	URL     string // of the Redis; empty: one inside the process
	Name    string // keeps the tasks of installations separate that share a Redis; igny8
	Workers int    // tasks that the process works on at the same time, without those of HandleApart; 8
}

// Open connects to Redis, or starts one inside the process.
func Open(ctx context.Context, o Options) (*Queue, error) {
	quieten()
	q := &Queue{name: cmp.Or(o.Name, "igny8"), apart: map[string]*workers{}, closed: make(chan struct{})}
	redisURL := o.URL
	if redisURL == "" {
		var err error
		if q.embedded, err = startEmbedded(); err != nil {
			return nil, err
		}
		redisURL = q.embedded.url()
	}
	options, err := redis.ParseURL(redisURL)
	if err != nil {
		return nil, fmt.Errorf("open queue: %w", err)
	}
	q.redis = redis.NewClient(options)
	q.base, q.cancel = context.WithCancel(context.WithoutCancel(ctx))
	q.client = asynq.NewClientFromRedisClient(q.redis)
	q.inspector = asynq.NewInspectorFromRedisClient(q.redis)
	q.common = q.workers(q.name, cmp.Or(o.Workers, 8))
	if err := q.Ping(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open queue: %w", err), q.Shutdown(ctx))
	}
	return q, nil
}

// envelope is what Redis stores: the payload and who enqueued it.
type envelope struct {
	Scope   *tenancy.Scope  `json:"scope,omitempty"`
	Payload json.RawMessage `json:"payload"`
}

// Handle sets the handler of a kind. Call it before Start. The handler's context carries the account and the person of the
// context that enqueued the task, and ends when the process stops.
func (q *Queue) Handle(kind string, handler Handler) { q.handle(q.common, kind, handler) }

// HandleApart is Handle for a kind with its own workers in each process. Use it for tasks that wait for something, so that
// they take no worker from others.
func (q *Queue) HandleApart(kind string, count int, handler Handler) {
	w := q.workers(q.name+":"+kind, count)
	q.apart[kind] = w
	q.handle(w, kind, handler)
}

func (q *Queue) handle(w *workers, kind string, handler Handler) {
	w.mux.HandleFunc(kind, func(ctx context.Context, task *asynq.Task) error {
		if !q.begin() {
			return nil
		}
		defer q.running.Done()
		w.busy.Add(1)
		defer w.busy.Add(-1)
		var e envelope
		if err := json.Unmarshal(task.Payload(), &e); err != nil {
			slog.ErrorContext(ctx, "task without envelope", "kind", kind, "error", err)
			return nil
		}
		if e.Scope != nil {
			ctx = tenancy.With(ctx, *e.Scope)
		}
		id, _ := asynq.GetTaskID(ctx)
		if err := guarded(ctx, func(ctx context.Context) error { return handler(ctx, e.Payload) }); err != nil {
			slog.ErrorContext(ctx, "task failed", "kind", kind, "task", id, "error", err)
		}
		return nil // a failed task would be archived and block its id
	})
}

// begin counts a handler, unless the queue is being stopped. asynq does not wait for a handler whose context has ended, but
// the handler may still need the database.
func (q *Queue) begin() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.base.Err() != nil {
		return false
	}
	q.running.Add(1)
	return true
}

// Enqueue adds a task for the workers. If a task of the same kind and id waits or runs, it succeeds without adding another.
func (q *Queue) Enqueue(ctx context.Context, kind, id string, payload any) error {
	data, err := seal(ctx, payload)
	if err != nil {
		return fmt.Errorf("enqueue %s: %w", kind, err)
	}
	queue, taskID := q.of(kind).queue, kind+":"+id
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), enqueuing)
	defer cancel()
	for range 2 {
		_, err = q.client.EnqueueContext(ctx, asynq.NewTask(kind, data), asynq.Queue(queue), asynq.TaskID(taskID), asynq.MaxRetry(0),
			asynq.Timeout(longest))
		if !errors.Is(err, asynq.ErrTaskIDConflict) || !q.forget(queue, taskID) {
			break
		}
	}
	if err == nil || errors.Is(err, asynq.ErrTaskIDConflict) {
		return nil
	}
	return fmt.Errorf("enqueue %s: %w", kind, err)
}

func seal(ctx context.Context, payload any) ([]byte, error) {
	body, err := json.Marshal(payload)
	if err != nil {
		return nil, err
	}
	e := envelope{Payload: body}
	if scope, ok := tenancy.From(ctx); ok {
		e.Scope = &scope
	}
	return json.Marshal(e)
}

// forget removes the archived task that asynq makes of one whose worker has died. It would block the id for months.
func (q *Queue) forget(queue, taskID string) bool {
	info, err := q.inspector.GetTaskInfo(queue, taskID)
	if err != nil || info.State != asynq.TaskStateArchived {
		return false
	}
	return q.inspector.DeleteTask(queue, taskID) == nil
}

// Start starts the handlers and the schedule. Without it a process only enqueues.
func (q *Queue) Start() error {
	for _, w := range q.all() {
		if err := w.server.Start(w.mux); err != nil {
			return fmt.Errorf("start workers: %w", err)
		}
	}
	for _, p := range q.schedule {
		q.running.Go(func() { q.repeat(p) })
	}
	return nil
}

// Ping checks that Redis answers.
func (q *Queue) Ping(ctx context.Context) error { return q.redis.Ping(ctx).Err() }

// Shutdown cancels the handlers' context, waits for them and closes everything, at the latest when ctx ends.
func (q *Queue) Shutdown(ctx context.Context) error {
	q.closing.Do(func() {
		q.each((*asynq.Server).Stop)
		q.mu.Lock()
		q.cancel()
		q.mu.Unlock()
		go q.close()
	})
	select {
	case <-q.closed:
		return q.failure
	case <-ctx.Done():
		return fmt.Errorf("stop workers: %w", ctx.Err())
	}
}

// close closes the users of Redis before the connection, and the connection before the embedded server.
func (q *Queue) close() {
	defer close(q.closed)
	q.each((*asynq.Server).Shutdown)
	q.running.Wait()
	q.failure = q.redis.Close()
	if q.embedded != nil {
		q.embedded.stop()
	}
}

// guarded turns a panic into an error.
func guarded(ctx context.Context, fn func(context.Context) error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	return fn(ctx)
}
