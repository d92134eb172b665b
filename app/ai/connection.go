package ai

import (
	"context"
	"sync"
	"time"

	"igny8/app/ai/provider"
	"igny8/app/fault"
	"igny8/app/integrations"
	"igny8/app/runs"
)

// connected is a provider with its owner.
type connected struct {
	provider.Provider
	integration string // the id of the account's own; empty: the installation's
	server      string // of an integration, for the record
}

// circuit returns the name of the provider's circuit.
func (c connected) circuit() string {
	if c.integration != "" {
		return c.integration
	}
	return c.Name()
}

// Kinds returns the kinds of servers that accounts may add.
func (e *Engine) Kinds() []Kind {
	if !e.connects() {
		return nil
	}
	return []Kind{OpenAI, Runware}
}

func (e *Engine) connects() bool { return e.options.Integrations != nil && e.options.Connect != nil }

// remote returns the server that answers the account's questions: its own, else the installation's. If it has no provider,
// the built-in engine answers.
func (e *Engine) remote(ctx context.Context) (connected, error) {
	if !e.connects() {
		return connected{Provider: e.options.Provider}, nil
	}
	own, err := e.options.Integrations.OfKind(ctx, string(OpenAI))
	if err != nil {
		return connected{}, err
	}
	if own == nil {
		return connected{Provider: e.options.Provider}, nil
	}
	return e.connect(*own)
}

// providerOf returns the provider that the run was queued for, with its current settings.
func (e *Engine) providerOf(ctx context.Context, run runs.Run) (c connected, err error) {
	d := e.functions[run.Function]
	if run.IntegrationID == "" {
		c.Provider = e.options.Provider
		if d.pictures {
			c.Provider = e.options.Images
		}
	} else if c, err = e.integrated(ctx, run.IntegrationID); err != nil && fault.KindOf(err) != fault.NotFound {
		return connected{}, err
	}
	if d.pictures {
		c = c.forImages()
	}
	if c.Provider == nil || c.Name() != run.Provider {
		return connected{}, fault.New(fault.Unavailable, "The AI model that this task was queued for is not configured any more. Nothing was charged; try again to use what is.")
	}
	return c, nil
}

func (e *Engine) integrated(ctx context.Context, id string) (connected, error) {
	i, err := e.options.Integrations.Integration(ctx, id)
	if err != nil {
		return connected{}, err
	}
	return e.connect(i)
}

// connect returns the provider of the integration. It is the same one until the integration changes, because a provider
// learns what its server can do.
func (e *Engine) connect(i integrations.Integration) (connected, error) {
	c := connected{integration: i.ID, server: e.options.Integrations.Server(i)}
	if c.Provider = e.connections.get(i); c.Provider != nil {
		return c, nil
	}
	connection := ConnectionOf(i)
	var err error
	if connection.Key, err = e.options.Integrations.Key(i); err != nil {
		return connected{}, err
	}
	c.Provider = e.options.Connect(connection)
	e.connections.put(i, c.Provider)
	return c, nil
}

// connections caches the providers of the accounts' own servers.
type connections struct {
	mu sync.Mutex
	of map[string]connection // by the id of the integration
}

type connection struct {
	provider.Provider
	since time.Time // when the integration was changed last
}

func (c *connections) get(i integrations.Integration) provider.Provider {
	c.mu.Lock()
	defer c.mu.Unlock()
	if kept, ok := c.of[i.ID]; ok && kept.since.Equal(i.UpdatedAt) {
		return kept.Provider
	}
	return nil
}

func (c *connections) put(i integrations.Integration, p provider.Provider) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of == nil {
		c.of = map[string]connection{}
	}
	c.of[i.ID] = connection{Provider: p, since: i.UpdatedAt}
}

func (c *connections) drop(id string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.of, id)
}

// Answerer says who answers the questions of an account.
type Answerer struct {
	Model  string // empty: the built-in engine
	Own    bool   // the account's own server
	Server string // of an own one
}

// Answerer returns who answers the account's questions now.
func (e *Engine) Answerer(ctx context.Context) (Answerer, error) {
	c, err := e.remote(ctx)
	if err != nil || c.Provider == nil {
		return Answerer{}, err
	}
	return Answerer{Model: c.Model(), Own: c.integration != "", Server: c.server}, nil
}
