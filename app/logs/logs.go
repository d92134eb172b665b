// Package logs makes the log of the process: one line for each event, in logfmt or JSON. A line that is written with the context of a
// request carries the id of the request and of the account.
package logs

import (
	"context"
	"io"
	"log/slog"

	"igny8/app/config"
	"igny8/app/tenancy"
)

// New returns a logger that writes lines of the level and above.
func New(w io.Writer, format string, level slog.Level) *slog.Logger {
	options := &slog.HandlerOptions{Level: level}
	if format == config.JSON {
		return slog.New(handler{slog.NewJSONHandler(w, options)})
	}
	return slog.New(handler{slog.NewTextHandler(w, options)})
}

type requestKey struct{}

// WithRequest returns a context whose lines carry the id of the request.
func WithRequest(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestKey{}, id)
}

// Request returns the id of the request that the context belongs to; empty: none.
func Request(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}

// handler adds to each line what its context knows.
type handler struct{ slog.Handler }

func (h handler) Handle(ctx context.Context, line slog.Record) error {
	if id := Request(ctx); id != "" {
		line.AddAttrs(slog.String("request", id))
	}
	if account := tenancy.Account(ctx); account != "" {
		line.AddAttrs(slog.String("account", account))
	}
	return h.Handler.Handle(ctx, line)
}

func (h handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return handler{h.Handler.WithAttrs(attrs)}
}

func (h handler) WithGroup(name string) slog.Handler { return handler{h.Handler.WithGroup(name)} }
