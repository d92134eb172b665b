// Package profile has the screens of a person's own profile. A handler reads the form, calls one service method and shows a
// page or its part.
package profile

import (
	"igny8/app/accounts"
	"igny8/app/web/exchange"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/profile"
)

// handler answers the requests of this package.
type handler struct{ *exchange.Exchange }

// Routes returns the routes of the package.
func Routes() []exchange.Route[*exchange.Exchange] {
	return exchange.Table(func(x *exchange.Exchange) handler { return handler{x} }, profileRoutes)
}

var profileRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app/profile", accounts.See, nil, handler.profile),
	exchange.At(exchange.Post, "/app/profile", accounts.See, nil, handler.renameUser),
	exchange.At(exchange.Get, "/app/profile/email", accounts.See, nil, handler.emailForm),
	exchange.At(exchange.Post, "/app/profile/email", accounts.See, nil, handler.requestEmailChange),
	exchange.At(exchange.Post, "/app/profile/email/withdraw", accounts.See, nil, handler.withdrawEmailChange),
	exchange.At(exchange.Get, "/app/profile/password", accounts.See, nil, handler.passwordForm),
	exchange.At(exchange.Post, "/app/profile/password", accounts.See, nil, handler.changePassword),
	exchange.At(exchange.Post, "/app/profile/sessions/end-others", accounts.See, nil, handler.endOtherSessions),
	exchange.At(exchange.Post, "/app/profile/sessions/:id/end", accounts.See, nil, handler.endSession),
	exchange.At(exchange.Get, "/email/confirm", exchange.Public, nil, handler.confirmEmailForm),
	exchange.At(exchange.Post, "/email/confirm", exchange.Public, nil, handler.confirmEmail),
}

func (x handler) profile() error { return x.showProfile(x.Member.Name, nil) }

func (x handler) showProfile(name string, problem error) error {
	v := profile.Profile{Name: name, Email: x.Member.Email, Mailbox: x.Config.SMTPURL == "", Problems: form.Of(problem)}
	var err error
	if v.Pending, err = x.Accounts.PendingEmail(x.Context()); err != nil {
		return err
	}
	if v.Sessions, err = x.Accounts.ActiveSessions(x.Context(), x.Sessions.Token(x.Context())); err != nil {
		return err
	}
	page := profile.Page(x.Chrome("Your profile"), v)
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) renameUser() error {
	name := x.Value("name")
	if _, err := x.Accounts.RenameUser(x.Context(), name); err != nil {
		return x.showProfile(name, err)
	}
	x.Say("good", "Saved.")
	return x.To(address.Profile)
}

func (x handler) emailForm() error { return x.showEmailForm("", nil) }

func (x handler) showEmailForm(email string, problem error) error {
	page := profile.EmailPage(x.Chrome("Change e-mail"), profile.EmailForm{Email: x.Member.Email, New: email, Problems: form.Of(problem)})
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) requestEmailChange() error {
	n := accounts.NewEmail{Email: x.Value("email"), Password: x.FormValue("current_password"), Address: x.IP()}
	if err := x.Accounts.RequestEmailChange(x.Context(), n); err != nil {
		return x.showEmailForm(n.Email, err)
	}
	x.Say("good", "The link is made. Your address changes when you follow it.")
	return x.To(address.Profile)
}

func (x handler) withdrawEmailChange() error {
	if err := x.Accounts.WithdrawEmailChange(x.Context()); err != nil {
		return err
	}
	x.Say("good", "Your address stays as it is. The link does not work any more.")
	return x.To(address.Profile)
}

func (x handler) passwordForm() error { return x.showPasswordForm(nil) }

func (x handler) showPasswordForm(problem error) error {
	page := profile.PasswordPage(x.Chrome("Change password"), profile.PasswordForm{Email: x.Member.Email, Problems: form.Of(problem)})
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

// changePassword ends every session of the person and begins a new one in this browser.
func (x handler) changePassword() error {
	member, err := x.Accounts.ChangePassword(x.Context(), accounts.PasswordChange{
		Current: x.FormValue("current_password"), New: x.FormValue("password"), Address: x.IP(),
	})
	if err != nil {
		return x.showPasswordForm(err)
	}
	if err := x.SignIn(x.Context(), member.UserID, member.AccountID); err != nil {
		return err
	}
	x.Say("good", "Your password is changed. You are signed out everywhere else.")
	return x.To(address.Profile)
}

func (x handler) endSession() error {
	if err := x.Accounts.EndSession(x.Context(), x.Params("id")); err != nil {
		return err
	}
	x.Say("good", "Signed out there.")
	return x.To(address.Profile)
}

func (x handler) endOtherSessions() error {
	if err := x.Accounts.EndOtherSessions(x.Context(), x.Sessions.Token(x.Context())); err != nil {
		return err
	}
	x.Say("good", "You are signed out everywhere else.")
	return x.To(address.Profile)
}

func (x handler) confirmEmailForm() error { return x.showConfirmation(x.Query("token"), nil) }

func (x handler) showConfirmation(token string, problem error) error {
	change, err := x.Accounts.EmailChangeByToken(x.Context(), token)
	if err != nil {
		return err
	}
	page := profile.ConfirmPage(x.Outside("Confirm your new e-mail"), profile.Confirmation{
		Token: token, Email: change.Email, Problems: form.Of(problem),
	})
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) confirmEmail() error {
	token := x.Value("token")
	if err := x.Accounts.ConfirmEmail(x.Context(), token); err != nil {
		return x.showConfirmation(token, err)
	}
	x.Say("good", "Your address is changed. Sign in with it from now on.")
	if x.SignedIn() {
		return x.To(address.Profile)
	}
	return x.To(address.Login)
}
