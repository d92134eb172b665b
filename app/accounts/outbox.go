package accounts

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"igny8/app/fault"
)

const (
	mailsAtOnce  = 16
	mailPatience = time.Minute
)

// outbox sends mails after the request was answered, so that the time of the answer does not tell whether there was one to send.
type outbox struct {
	room chan struct{}
	work sync.WaitGroup
}

func newOutbox() *outbox { return &outbox{room: make(chan struct{}, mailsAtOnce)} }

// post runs send in the background. When too many are under way already, it refuses and sends nothing.
func (o *outbox) post(ctx context.Context, what string, send func(context.Context) error) error {
	select {
	case o.room <- struct{}{}:
	default:
		return fault.Throttle(mailPatience, "Too many mails are being sent just now, so this one was not. Try again in a minute.")
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), mailPatience)
	o.work.Go(func() {
		defer func() { <-o.room }()
		defer cancel()
		if err := send(ctx); err != nil {
			slog.ErrorContext(ctx, "mail "+what, "error", err)
		}
	})
	return nil
}
