package web

import (
	"igny8/app/accounts"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/profile"
)

var profileRoutes = []route{
	{get, "/app/profile", accounts.See, nil, (*exchange).profile},
	{post, "/app/profile", accounts.See, nil, (*exchange).renameUser},
	{get, "/app/profile/email", accounts.See, nil, (*exchange).emailForm},
	{post, "/app/profile/email", accounts.See, nil, (*exchange).requestEmailChange},
	{post, "/app/profile/email/withdraw", accounts.See, nil, (*exchange).withdrawEmailChange},
	{get, "/app/profile/password", accounts.See, nil, (*exchange).passwordForm},
	{post, "/app/profile/password", accounts.See, nil, (*exchange).changePassword},
	{post, "/app/profile/sessions/end-others", accounts.See, nil, (*exchange).endOtherSessions},
	{post, "/app/profile/sessions/:id/end", accounts.See, nil, (*exchange).endSession},
	{get, "/email/confirm", public, nil, (*exchange).confirmEmailForm},
	{post, "/email/confirm", public, nil, (*exchange).confirmEmail},
}

func (x *exchange) profile() error { return x.showProfile(x.member.Name, nil) }

func (x *exchange) showProfile(name string, problem error) error {
	v := profile.Profile{Name: name, Email: x.member.Email, Mailbox: x.config.SMTPURL == "", Problems: form.Of(problem)}
	var err error
	if v.Pending, err = x.Accounts.PendingEmail(x.ctx()); err != nil {
		return err
	}
	if v.Sessions, err = x.Accounts.ActiveSessions(x.ctx(), x.sessions.Token(x.ctx())); err != nil {
		return err
	}
	page := profile.Page(x.chrome("Your profile"), v)
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) renameUser() error {
	name := x.value("name")
	if _, err := x.Accounts.RenameUser(x.ctx(), name); err != nil {
		return x.showProfile(name, err)
	}
	x.say("good", "Saved.")
	return x.to(address.Profile)
}

func (x *exchange) emailForm() error { return x.showEmailForm("", nil) }

func (x *exchange) showEmailForm(email string, problem error) error {
	page := profile.EmailPage(x.chrome("Change e-mail"), profile.EmailForm{Email: x.member.Email, New: email, Problems: form.Of(problem)})
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) requestEmailChange() error {
	n := accounts.NewEmail{Email: x.value("email"), Password: x.FormValue("current_password"), Address: x.IP()}
	if err := x.Accounts.RequestEmailChange(x.ctx(), n); err != nil {
		return x.showEmailForm(n.Email, err)
	}
	x.say("good", "The link is made. Your address changes when you follow it.")
	return x.to(address.Profile)
}

func (x *exchange) withdrawEmailChange() error {
	if err := x.Accounts.WithdrawEmailChange(x.ctx()); err != nil {
		return err
	}
	x.say("good", "Your address stays as it is. The link does not work any more.")
	return x.to(address.Profile)
}

func (x *exchange) passwordForm() error { return x.showPasswordForm(nil) }

func (x *exchange) showPasswordForm(problem error) error {
	page := profile.PasswordPage(x.chrome("Change password"), profile.PasswordForm{Email: x.member.Email, Problems: form.Of(problem)})
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

// changePassword ends every session, and begins a new one here.
func (x *exchange) changePassword() error {
	member, err := x.Accounts.ChangePassword(x.ctx(), accounts.PasswordChange{
		Current: x.FormValue("current_password"), New: x.FormValue("password"), Address: x.IP(),
	})
	if err != nil {
		return x.showPasswordForm(err)
	}
	if err := x.signIn(x.ctx(), member.UserID, member.AccountID); err != nil {
		return err
	}
	x.say("good", "Your password is changed. You are signed out everywhere else.")
	return x.to(address.Profile)
}

func (x *exchange) endSession() error {
	if err := x.Accounts.EndSession(x.ctx(), x.Params("id")); err != nil {
		return err
	}
	x.say("good", "Signed out there.")
	return x.to(address.Profile)
}

func (x *exchange) endOtherSessions() error {
	if err := x.Accounts.EndOtherSessions(x.ctx(), x.sessions.Token(x.ctx())); err != nil {
		return err
	}
	x.say("good", "You are signed out everywhere else.")
	return x.to(address.Profile)
}

func (x *exchange) confirmEmailForm() error { return x.showConfirmation(x.Query("token"), nil) }

func (x *exchange) showConfirmation(token string, problem error) error {
	change, err := x.Accounts.EmailChangeByToken(x.ctx(), token)
	if err != nil {
		return err
	}
	page := profile.ConfirmPage(x.outside("Confirm your new e-mail"), profile.Confirmation{
		Token: token, Email: change.Email, Problems: form.Of(problem),
	})
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) confirmEmail() error {
	token := x.value("token")
	if err := x.Accounts.ConfirmEmail(x.ctx(), token); err != nil {
		return x.showConfirmation(token, err)
	}
	x.say("good", "Your address is changed. Sign in with it from now on.")
	if x.signedIn() {
		return x.to(address.Profile)
	}
	return x.to(address.Login)
}
