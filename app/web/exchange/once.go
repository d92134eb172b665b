package exchange

import (
	"errors"

	"igny8/app/runs"
)

// StartOnce starts a run for a form. It starts one run even if the form is sent several times. If a run of the same work is
// under way, it starts none and returns no error.
func (x *Exchange) StartOnce(request string, start func() error) error {
	err := x.Once(request, start)
	if underway := (*runs.Underway)(nil); errors.As(err, &underway) {
		return nil
	}
	return err
}

// Once calls do a single time, even if the form is sent several times. The value of the field "once" identifies the form.
func (x *Exchange) Once(request string, do func() error) error {
	return x.Accounts.Once(x.Context(), "form "+x.Value("once"), request, do)
}
