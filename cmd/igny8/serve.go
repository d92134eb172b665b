package main

import (
	"context"
	"flag"
	"os"
	"runtime/debug"

	"igny8/app"
	"igny8/app/config"
)

func serve(ctx context.Context, p process) error {
	c, err := p.config()
	if err != nil {
		return err
	}
	f := flag.NewFlagSet("serve", flag.ContinueOnError)
	addr := f.String("addr", c.Addr, "")
	noWorker := f.Bool("no-worker", false, "")
	words, err := parse(f, p.args)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return misuse("serve: takes no " + words[0])
	}
	if *addr != c.Addr {
		if c, err = config.At(*addr, p.getenv); err != nil {
			return misuse(err.Error())
		}
	}
	if *noWorker {
		if err := needsServers(c, "serve --no-worker"); err != nil {
			return err
		}
	}
	return p.serve(ctx, c, app.Parts{Web: true, Workers: !*noWorker})
}

func worker(ctx context.Context, p process) error {
	c, err := p.config()
	if err != nil {
		return err
	}
	words, err := parse(flag.NewFlagSet("worker", flag.ContinueOnError), p.args)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return misuse("worker: takes no " + words[0])
	}
	if err := needsServers(c, "worker"); err != nil {
		return err
	}
	return p.serve(ctx, c, app.Parts{Workers: true})
}

// needsServers refuses to split the process when its parts would not share a database and a queue.
func needsServers(c config.Config, what string) error {
	if !c.Postgres() || c.RedisURL == "" {
		return misuse(what + " needs DATABASE_URL with PostgreSQL and REDIS_URL: web and workers share them")
	}
	return nil
}

// memoryGoal is the size in bytes from which the process collects garbage more often. Clustering 500,000 keywords takes more memory; it
// only becomes slower.
const memoryGoal = 512 << 20

func (p process) serve(ctx context.Context, c config.Config, parts app.Parts) error {
	p.warn(c)
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryGoal)
	}
	a, err := app.New(ctx, c, version, parts)
	if err != nil {
		return err
	}
	return a.Run(ctx)
}
