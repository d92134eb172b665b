// Package app builds the whole program from a config.Config and runs it. It is the only package that knows all others: it connects what
// one package needs with the package that provides it.
package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"time"

	"github.com/gofiber/fiber/v2"

	"igny8/app/api"
	"igny8/app/config"
	"igny8/app/database"
	"igny8/app/web"
	"igny8/app/web/exchange"
)

// Parts says which parts of the program a process runs.
type Parts struct {
	Web     bool // pages and API
	Workers bool // tasks and their schedule
}

// App is the program, ready to run.
type App struct {
	*Services
	config config.Config
	hold   *database.Hold // of the data directory; nil with PostgreSQL, which several processes share
	parts  Parts
	fiber  *fiber.App
	// Listening is closed once Addr returns the address.
	Listening chan struct{}
	addr      net.Addr
}

// grace is how long a stop waits for open requests and running tasks.
const grace = 15 * time.Second

// New opens everything that the parts need. The caller must call Close or Run.
func New(ctx context.Context, c config.Config, version string, parts Parts) (*App, error) {
	if err := checkPaths(c); err != nil {
		return nil, err
	}
	a := &App{config: c, parts: parts, Listening: make(chan struct{})}
	var err error
	if a.hold, err = HoldData(c); err != nil {
		return nil, err
	}
	if a.Services, err = Open(ctx, c); err != nil {
		return nil, errors.Join(err, a.hold.Release())
	}
	if err := a.prepare(ctx, version); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}

// HoldData claims the embedded data directory for this process alone. With PostgreSQL, which several processes share, it claims nothing.
func HoldData(c config.Config) (*database.Hold, error) {
	if c.Postgres() {
		return nil, nil
	}
	return database.HoldDir(c.DataDir)
}

func (a *App) prepare(ctx context.Context, version string) (err error) {
	a.Metrics.Build(version)
	if a.hold != nil {
		if err := a.Runs.Reclaim(ctx); err != nil {
			return err
		}
	}
	if a.parts.Web {
		a.fiber, err = Routes(a.config, version, a.Services)
	}
	return err
}

// Close closes the services and lets another process work on the data directory.
func (a *App) Close() error { return errors.Join(a.Services.Close(), a.hold.Release()) }

// Routes returns one server with pages and API. An error under /api is answered as problem+json, any other as a page.
func Routes(c config.Config, version string, s *Services) (*fiber.App, error) {
	pages, err := web.New(c, s.secret, version, exchange.Services{Modules: s.Modules, Mailbox: s.mailbox}, s.operations())
	if err != nil {
		return nil, err
	}
	f := web.NewFiber(c, func(ctx *fiber.Ctx, err error) error {
		if web.ForAPI(ctx) {
			return api.Failed(ctx, err)
		}
		return pages.Failed(ctx, err)
	})
	pages.Around(f)
	api.Mount(f, version, s.Modules)
	pages.Mount(f)
	return f, nil
}

func (s *Services) operations() web.Operations {
	return web.Operations{Metrics: s.Metrics, Alive: s.Queue.Alive, Ready: map[string]func(context.Context) error{"database": s.DB.Ping, "queue": s.Queue.Ping}}
}

// Addr returns the address on which the program listens. It is set once Listening is closed.
func (a *App) Addr() net.Addr { return a.addr }

// Run serves until the context ends, then finishes open requests and running tasks. It closes the App.
func (a *App) Run(ctx context.Context) error {
	defer func() {
		if err := a.Close(); err != nil {
			slog.Error("close", "error", err)
		}
	}()
	if a.parts.Web {
		looked := a.missingFiles(ctx)
		defer func() { <-looked }()
	}
	if a.parts.Workers {
		if err := a.Queue.Start(); err != nil {
			return fmt.Errorf("start workers: %w", err)
		}
	}
	if a.config.MetricsAddr != "" {
		stop, err := a.serveOperations()
		if err != nil {
			return err
		}
		defer stop()
	}
	if !a.parts.Web {
		slog.Info("workers are running", a.description()...)
		<-ctx.Done()
		return nil
	}
	listener, err := net.Listen("tcp", a.config.Addr)
	if err != nil {
		return fmt.Errorf("listen on %s, which --addr and IGNY8_ADDR change: %w", a.config.Addr, err)
	}
	a.addr = listener.Addr()
	close(a.Listening)
	slog.Info("IGNY8 is ready", append([]any{"open", a.config.BaseURL}, a.description()...)...)
	failed := make(chan error, 1)
	go func() { failed <- a.fiber.Listener(web.Linger(listener)) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return a.stopServing()
	}
}

// stopServing waits for open requests, at most for the grace period. It cuts off slower clients, such as an upload on a slow line; that
// is no failure of the process. Listener returns as soon as the shutdown begins; only the shutdown itself waits.
func (a *App) stopServing() error {
	slog.Info("stopping")
	err := a.fiber.ShutdownWithTimeout(grace)
	if errors.Is(err, context.DeadlineExceeded) {
		slog.Warn("requests were cut off", "connections", a.fiber.Server().GetOpenConnectionsCount(), "after", grace)
		return nil
	}
	return err
}

// serveOperations serves IGNY8_METRICS_ADDR until stop is called.
func (a *App) serveOperations() (stop func(), err error) {
	listener, err := net.Listen("tcp", a.config.MetricsAddr)
	if err != nil {
		return nil, fmt.Errorf("listen on %s, which IGNY8_METRICS_ADDR names: %w", a.config.MetricsAddr, err)
	}
	server := web.NewOperations(a.operations())
	go func() {
		if err := server.Listener(listener); err != nil {
			slog.Error("metrics", "error", err)
		}
	}()
	return func() { _ = server.ShutdownWithTimeout(time.Second) }, nil
}

// description returns the log attributes that tell an operator which database, queue and other services this process uses.
func (a *App) description() []any {
	database, redis, engine := "SQLite in "+a.config.DataDir, "embedded", "built in"
	if a.config.Postgres() {
		database = "PostgreSQL"
	}
	if a.config.RedisURL != "" {
		redis = "server"
	}
	if a.config.Remote() {
		engine = a.config.AIModel
	}
	return []any{"database", database, "redis", redis, "ai", engine}
}
