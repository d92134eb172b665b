package provider

import (
	"context"
	"errors"
	"time"

	"igny8/app/outbound"
)

// Patience is how long a call waits for its server. A model that reasons first may be silent for a while after the response
// has begun; a server with a queue sends comments meanwhile.
var Patience = outbound.Terms{FirstByte: time.Minute, Silence: 2 * time.Minute, Signs: 10 * time.Minute}

// PicturePatience is Patience for pictures. Their response begins when they are finished, which takes up to two minutes
// according to OpenAI's documentation.
var PicturePatience = outbound.Terms{FirstByte: 2 * time.Minute, Silence: 2 * time.Minute, Signs: 10 * time.Minute}

// Interrupted returns why a call was ended on this side: the server was too slow, the run ends, or the answer is too long.
// It returns nil if the server itself has failed.
func Interrupted(ctx context.Context, err error) error {
	var silence *outbound.Silence
	switch {
	case errors.As(context.Cause(ctx), &silence):
		return &Failure{Reason: Silent, Told: silence.Error(), Err: silence}
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case errors.Is(err, outbound.ErrPrivate):
		return &Failure{Reason: Private, Err: outbound.ErrPrivate}
	case errors.Is(err, outbound.ErrTooLong):
		return &Failure{Reason: TooLong, Err: outbound.ErrTooLong}
	case errors.Is(err, outbound.ErrCrowded):
		return &Failure{Reason: Busy, Err: outbound.ErrCrowded}
	}
	return nil
}
