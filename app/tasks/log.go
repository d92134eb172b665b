package tasks

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"

	"github.com/redis/go-redis/v9"
)

// logger writes asynq's messages to slog.
type logger struct{}

func (logger) Debug(args ...any) { slog.Debug(text(args)) }
func (logger) Info(args ...any)  { slog.Info(text(args)) }
func (logger) Error(args ...any) { slog.Error(text(args)) }
func (logger) Fatal(args ...any) { slog.Error(text(args)) }

// Warn writes a warning, except of tasks that are stopped with their process: asynq says "Retry exhausted", but it has nothing to retry,
// because the owner of the row behind a task delivers it again.
func (logger) Warn(args ...any) {
	message, level := text(args), slog.LevelWarn
	if strings.Contains(message, "Retry exhausted") {
		level = slog.LevelDebug
	}
	slog.Log(context.Background(), level, message)
}

func text(args []any) string { return "queue: " + fmt.Sprint(args...) }

// clientLog writes the Redis client's messages to slog. Without it they go to standard error.
type clientLog struct{}

func (clientLog) Printf(ctx context.Context, format string, args ...any) {
	slog.DebugContext(ctx, "redis: "+fmt.Sprintf(format, args...))
}

var quieten = sync.OnceFunc(func() { redis.SetLogger(clientLog{}) })
