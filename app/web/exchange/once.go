package exchange

import (
	"net/http"

	"igny8/app/accounts"
)

// StartOnce starts a run of the function on the sector or site for a form: a single time however often the form is sent, and none while one
// is under way.
func (x *Exchange) StartOnce(function, on string, start func() error) error {
	_, active, err := x.Engine.Active(x.Context(), on, function)
	if err != nil || active {
		return err
	}
	key, request := "form "+x.Value("once"), function+" "+on
	answer, err := x.Accounts.Remembered(x.Context(), key, request)
	if err != nil || answer != nil {
		return err
	}
	if err := start(); err != nil {
		if freed := x.Accounts.Forget(x.Context(), key, request); freed != nil {
			return freed
		}
		return err
	}
	return x.Accounts.Remember(x.Context(), key, request, accounts.Answer{Status: http.StatusSeeOther})
}
