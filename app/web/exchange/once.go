package exchange

import (
	"errors"

	"igny8/app/runs"
)

// StartOnce starts a run for a form: once, however often the form is sent. A run about the same that has not ended is taken for
// the one that the form asks for.
func (x *Exchange) StartOnce(request string, start func() error) error {
	err := x.Once(request, start)
	if underway := (*runs.Underway)(nil); errors.As(err, &underway) {
		return nil
	}
	return err
}

// Once does what the form asks for a single time, however often the form is sent. The form's field "once" tells its copies
// from other forms.
func (x *Exchange) Once(request string, do func() error) error {
	return x.Accounts.Once(x.Context(), "form "+x.Value("once"), request, do)
}
