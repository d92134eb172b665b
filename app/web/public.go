package web

import (
	"strings"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/views/address"
	"igny8/views/entry"
	"igny8/views/form"
)

var publicRoutes = []route{
	{get, "/", public, nil, (*exchange).home},
	{get, "/signup", public, nil, (*exchange).signupForm},
	{post, "/signup", public, nil, (*exchange).signup},
	{get, "/signup/sent", public, nil, (*exchange).signupSent},
	{post, "/signup/sent", public, nil, (*exchange).repeatSignup},
	{get, "/signup/confirm", public, nil, (*exchange).confirmForm},
	{post, "/signup/confirm", public, nil, (*exchange).confirm},
	{get, "/login", public, nil, (*exchange).loginForm},
	{post, "/login", public, nil, (*exchange).login},
	{post, "/logout", public, nil, (*exchange).logout},
	{get, "/password/forgot", public, nil, (*exchange).forgotForm},
	{post, "/password/forgot", public, nil, (*exchange).forgot},
	{get, "/password/reset", public, nil, (*exchange).resetForm},
	{post, "/password/reset", public, nil, (*exchange).reset},
	{get, "/invitations/:token", public, nil, (*exchange).invitationForm},
	{post, "/invitations/:token", public, nil, (*exchange).acceptInvitation},
}

func (x *exchange) home() error {
	c := x.outside("From keywords to a published site")
	c.Narrow = false
	c.Description = "IGNY8 takes search keywords through four stages to a published, maintained website."
	page := entry.HomePage(c)
	return x.show(page, page)
}

func (x *exchange) loginForm() error {
	if x.signedIn() {
		return x.to(address.Dashboard)
	}
	return x.showLogin(entry.Login{Next: x.Query("next")}, nil)
}

func (x *exchange) showLogin(f entry.Login, err error) error {
	f.SignupOpen, f.Problems = x.config.SignupOpen, form.Of(err)
	page := entry.LoginPage(x.outside("Sign in"), f)
	if err != nil {
		return x.again(err, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) login() error {
	f := entry.Login{Email: x.value("email"), Next: x.value("next")}
	member, err := x.Accounts.SignInMember(x.ctx(), accounts.SignIn{
		Email: f.Email, Password: x.FormValue("password"), Address: x.IP(), Browser: x.knownBrowser(),
	})
	if err != nil {
		return x.showLogin(f, err)
	}
	return x.enter(member, inside(f.Next))
}

// enter begins a session and marks the browser as one that the person has signed in with.
func (x *exchange) enter(m accounts.Member, path string) error {
	if err := x.signIn(x.ctx(), m.UserID, m.AccountID); err != nil {
		return err
	}
	x.markBrowser(m.UserID)
	return x.to(path)
}

// inside keeps a wish to go somewhere to this application: an address of another host is none.
func inside(path string) string {
	if address.Inside(path) && !strings.ContainsAny(path, "\\\r\n") {
		return path
	}
	return address.Dashboard
}

func (x *exchange) logout() error {
	if err := x.sessions.Destroy(x.ctx()); err != nil {
		return err
	}
	return x.to(address.Login)
}

func (x *exchange) forgotForm() error {
	page := entry.ForgotPage(x.outside("Set a new password"), entry.Forgot{SendsMail: x.Accounts.SendsMail()})
	return x.show(page, page)
}

func (x *exchange) forgot() error {
	f := entry.Forgot{Email: x.value("email"), SendsMail: x.Accounts.SendsMail()}
	err := x.Accounts.RequestReset(x.ctx(), f.Email, x.IP())
	f.Sent, f.Problems = err == nil, form.Of(err)
	page := entry.ForgotPage(x.outside("Set a new password"), f)
	if err != nil {
		return x.again(err, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) resetForm() error {
	token := x.Query("token")
	if err := x.Accounts.ResetByToken(x.ctx(), token); err != nil {
		return x.resetEnded(err)
	}
	page := entry.ResetPage(x.outside("Set a new password"), entry.Reset{Token: token})
	return x.show(page, page)
}

func (x *exchange) reset() error {
	f := entry.Reset{Token: x.value("token")}
	err := x.Accounts.Reset(x.ctx(), f.Token, x.FormValue("password"))
	if fault.KindOf(err) == fault.NotFound {
		return x.resetEnded(err)
	}
	if err != nil {
		f.Problems = form.Of(err)
		page := entry.ResetPage(x.outside("Set a new password"), f)
		return x.again(err, page, page)
	}
	x.say("good", "The password is set. Sign in with it.")
	return x.to(address.Login)
}

// ended tells a person who followed a link that is used or too old what to do now. Any other error is passed on.
func (x *exchange) ended(err error, v entry.Ended) error {
	if fault.KindOf(err) != fault.NotFound {
		return err
	}
	x.Status(fault.NotFound.Status())
	v.Sentence = fault.Sentence(err)
	page := entry.EndedPage(x.outside("This link has ended"), v)
	return x.show(page, page)
}

func (x *exchange) resetEnded(err error) error {
	return x.ended(err, entry.Ended{Label: "Ask for a new link", Href: address.ForgotPassword})
}

func (x *exchange) invitationForm() error { return x.showInvitation(nil) }

func (x *exchange) showInvitation(problem error) error {
	token := x.Params("token")
	i, err := x.Accounts.InvitationByToken(x.ctx(), token)
	if err != nil {
		return x.ended(err, entry.Ended{})
	}
	page := entry.InvitationPage(x.outside("Join "+i.AccountName), entry.Invitation{
		Token: token, Account: i.AccountName, Role: string(i.Role), Email: i.Email, Name: x.value("name"), Known: i.Known, Problems: form.Of(problem),
	})
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) acceptInvitation() error {
	member, err := x.Accounts.Accept(x.ctx(), accounts.Accept{
		Token: x.Params("token"), Name: x.value("name"), Password: x.FormValue("password"), Address: x.IP(), Browser: x.knownBrowser(),
	})
	if err != nil {
		return x.showInvitation(err)
	}
	return x.enter(member, address.Dashboard)
}
