package main

import (
	"context"
	"fmt"

	"igny8/app"
)

func migrate(ctx context.Context, p process) error {
	c, err := p.config()
	if err != nil {
		return err
	}
	if len(p.args) != 1 || (p.args[0] != "up" && p.args[0] != "status") {
		return misuse("migrate: say up or status")
	}
	db, err := app.OpenDatabase(ctx, c)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	if p.args[0] == "up" {
		if err := db.Migrate(ctx); err != nil {
			return err
		}
	}
	steps, err := db.Migrations(ctx)
	if err != nil {
		return err
	}
	for _, step := range steps {
		state := "pending"
		if step.Applied {
			state = "applied"
		}
		if _, err := fmt.Fprintf(p.out, "%-8s %s\n", state, step.Name); err != nil {
			return err
		}
	}
	return nil
}
