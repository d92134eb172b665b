package tasks

import (
	"context"
	"crypto/rand"
	"log/slog"
	"time"

	"github.com/redis/go-redis/v9"
)

// turn is how long a lock outlives its process. The holder renews it.
const turn = 15 * time.Second

type periodic struct {
	name     string
	interval time.Duration
	do       func(context.Context) error
}

// Every runs fn at Start and then at every interval, in one process at a time. Its error is logged. Call it before Start.
func (q *Queue) Every(interval time.Duration, name string, fn func(context.Context) error) {
	q.schedule = append(q.schedule, periodic{name: name, interval: interval, do: fn})
}

func (q *Queue) repeat(p periodic) {
	ticker := time.NewTicker(p.interval)
	defer ticker.Stop()
	for {
		if err := q.alone(p); err != nil && q.base.Err() == nil {
			slog.ErrorContext(q.base, "schedule failed", "name", p.name, "error", err)
		}
		select {
		case <-q.base.Done():
			return
		case <-ticker.C:
		}
	}
}

// unlock removes the lock only if this process holds it.
var unlock = redis.NewScript(`if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("DEL", KEYS[1]) end return 0`)

// alone runs p while this process holds its lock. If another process holds it, it does nothing.
func (q *Queue) alone(p periodic) error {
	key, token := q.name+":schedule:"+p.name, rand.Text()
	ours, err := q.redis.SetNX(q.base, key, token, turn).Result()
	if err != nil || !ours {
		return err
	}
	ctx, cancel := context.WithCancel(q.base)
	renewed := make(chan struct{})
	go func() {
		defer close(renewed)
		q.renew(ctx, key)
	}()
	err = guarded(ctx, p.do)
	cancel()
	<-renewed
	after, stop := context.WithTimeout(context.WithoutCancel(q.base), enqueuing)
	defer stop()
	if e := unlock.Run(after, q.redis, []string{key}, token).Err(); e != nil && err == nil {
		return e
	}
	return err
}

func (q *Queue) renew(ctx context.Context, key string) {
	ticker := time.NewTicker(turn / 3)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if err := q.redis.Expire(ctx, key, turn).Err(); err != nil && ctx.Err() == nil {
				slog.WarnContext(ctx, "schedule lock not renewed", "key", key, "error", err)
			}
		}
	}
}
