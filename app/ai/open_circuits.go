package ai

import (
	"context"
	"fmt"

	"igny8/app/tenancy"
)

// OpenCircuits counts the open circuits of all accounts, for metrics: those to servers of the installation, and those to own servers.
func (e *Engine) OpenCircuits(ctx context.Context) (installation, own int64, err error) {
	var providers []string
	err = e.db.Read(tenancy.System(ctx, "count open circuits")).Model(&Circuit{}).Where("opened_at IS NOT NULL").Pluck("provider", &providers).Error
	if err != nil {
		return 0, 0, fmt.Errorf("count open circuits: %w", err)
	}
	for _, p := range providers {
		if e.installationServer(p) {
			installation++
		} else {
			own++
		}
	}
	return installation, own, nil
}

// installationServer reports whether a circuit with this name is to a server of the installation: the others are named after an
// integration.
func (e *Engine) installationServer(name string) bool {
	for _, p := range []interface{ Name() string }{e.options.Provider, e.options.Images} {
		if p != nil && p.Name() == name {
			return true
		}
	}
	return false
}
