package exchange

// StartOnce starts a run of the function on the sector or site for a form. It starts one run even if the form is sent
// several times, and none while such a run is under way.
func (x *Exchange) StartOnce(function, on string, start func() error) error {
	_, active, err := x.Engine.Active(x.Context(), on, function)
	if err != nil || active {
		return err
	}
	return x.Once(function+" "+on, start)
}

// Once calls do a single time, even if the form is sent several times. The value of the field "once" identifies the form.
func (x *Exchange) Once(request string, do func() error) error {
	return x.Accounts.Once(x.Context(), "form "+x.Value("once"), request, do)
}
