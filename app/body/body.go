// Package body reads the body of an HTTP request: a whole body of bounded size into memory, or a form with files part by
// part to disk. Pages and API share it, so that both have the same limits and messages.
package body

import (
	"bytes"
	"errors"
	"io"
	"net"
	"time"

	"igny8/app/fault"
)

// Limits of a body in bytes, by sender and purpose.
const (
	Stranger = 64 << 10  // nobody is signed in
	Member   = 1 << 20   // a person or program of an account
	Editor   = 4 << 20   // the same, where the editor saves and pastes
	Upload   = 120 << 20 // a form with files: two keyword files of the largest size and their envelope
)

// The time limits of a form with files: for its arrival, and for the answer after it. Files take long to read and to write.
const (
	UploadArrival  = 10 * time.Minute
	Patience       = 30 * time.Second
	UploadPatience = 5 * time.Minute
)

// Read returns the whole body of at most limit bytes. declared is the Content-Length, -1 if the request has none. A larger
// body is TooLarge; one that ends early or too late is Interrupted.
func Read(r io.Reader, declared, limit int) ([]byte, error) {
	if declared > limit {
		return nil, tooLarge(limit)
	}
	if r == nil || declared == 0 {
		return nil, nil
	}
	var data bytes.Buffer // grows with the data that arrives, not with the announced length
	n, err := data.ReadFrom(io.LimitReader(r, int64(limit)+1))
	if err != nil || (declared > 0 && n < int64(declared)) {
		return nil, interrupted(err)
	}
	if n > int64(limit) {
		return nil, tooLarge(limit)
	}
	return data.Bytes(), nil
}

// Drained returns err after it has read the rest of a refused body, up to the largest limit. Browsers and most programs read
// no answer before they have sent everything, so this lets signed-in people see the reason.
func Drained(r io.Reader, err error) error {
	if err != nil && r != nil {
		_, _ = io.CopyN(io.Discard, r, Upload)
	}
	return err
}

func tooLarge(limit int) error {
	if limit < 1<<20 {
		return fault.New(fault.TooLarge, "The request is larger than %d KB. Nothing was read and nothing was changed.", limit>>10)
	}
	return fault.New(fault.TooLarge, "The request is larger than %d MB. Nothing was read and nothing was changed. Send less at once.", limit>>20)
}

// interrupted distinguishes a slow request from a broken one. Both are caused by the connection, so neither is logged as a
// failure of the program.
func interrupted(err error) error {
	if slow := networkError(err); slow != nil && slow.Timeout() {
		return TooSlow(err)
	}
	return fault.Wrap(err, fault.Interrupted, "The request broke off before all of it had arrived. Nothing was changed; send it once more.")
}

// TooSlow returns the refusal of a request that took too long to arrive.
func TooSlow(cause error) error {
	return fault.Wrap(cause, fault.Interrupted, "The request took too long to arrive. Nothing was changed; send it once more, in smaller parts on a slow line.")
}

func networkError(err error) net.Error {
	var network net.Error
	errors.As(err, &network)
	return network
}
