package exchange

// StartOnce starts a run of the function on the sector or site for a form: once, however often the form is sent, and not
// while such a run is under way.
func (x *Exchange) StartOnce(function, on string, start func() error) error {
	_, active, err := x.Engine.Active(x.Context(), on, function)
	if err != nil || active {
		return err
	}
	return x.Once(function+" "+on, start)
}

// Once does what the form asks for a single time, however often the form is sent. The form's field "once" tells its copies
// from other forms.
func (x *Exchange) Once(request string, do func() error) error {
	return x.Accounts.Once(x.Context(), "form "+x.Value("once"), request, do)
}
