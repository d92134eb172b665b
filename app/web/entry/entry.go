// Package entry has the screens before sign-in: sign-up, sign-in, invitations. A handler reads the form, calls one service
// method and shows a page or its part.
package entry

import (
	"strings"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/web/exchange"
	"igny8/views/address"
	"igny8/views/entry"
	"igny8/views/form"
)

// handler answers the requests of this package.
type handler struct{ *exchange.Exchange }

// Routes returns the routes of the package.
func Routes() []exchange.Route[*exchange.Exchange] {
	return exchange.Table(func(x *exchange.Exchange) handler { return handler{x} }, publicRoutes)
}

var publicRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/", exchange.Public, nil, handler.home),
	exchange.At(exchange.Get, "/signup", exchange.Public, nil, handler.signupForm),
	exchange.At(exchange.Post, "/signup", exchange.Public, nil, handler.signup),
	exchange.At(exchange.Get, "/signup/sent", exchange.Public, nil, handler.signupSent),
	exchange.At(exchange.Post, "/signup/sent", exchange.Public, nil, handler.repeatSignup),
	exchange.At(exchange.Get, "/signup/confirm", exchange.Public, nil, handler.confirmForm),
	exchange.At(exchange.Post, "/signup/confirm", exchange.Public, nil, handler.confirm),
	exchange.At(exchange.Get, "/login", exchange.Public, nil, handler.loginForm),
	exchange.At(exchange.Post, "/login", exchange.Public, nil, handler.login),
	exchange.At(exchange.Post, "/logout", exchange.Public, nil, handler.logout),
	exchange.At(exchange.Get, "/password/forgot", exchange.Public, nil, handler.forgotForm),
	exchange.At(exchange.Post, "/password/forgot", exchange.Public, nil, handler.forgot),
	exchange.At(exchange.Get, "/password/reset", exchange.Public, nil, handler.resetForm),
	exchange.At(exchange.Post, "/password/reset", exchange.Public, nil, handler.reset),
	exchange.At(exchange.Get, "/invitations/:token", exchange.Public, nil, handler.invitationForm),
	exchange.At(exchange.Post, "/invitations/:token", exchange.Public, nil, handler.acceptInvitation),
}

func (x handler) home() error {
	c := x.Outside("From keywords to a published site")
	c.Narrow = false
	c.Description = "IGNY8 takes search keywords through four stages to a published, maintained website."
	page := entry.HomePage(c)
	return x.Show(page, page)
}

func (x handler) loginForm() error {
	if x.SignedIn() {
		return x.To(address.Dashboard)
	}
	return x.showLogin(entry.Login{Next: x.Query("next")}, nil)
}

func (x handler) showLogin(f entry.Login, err error) error {
	f.SignupOpen, f.Problems = x.Config.SignupOpen, form.Of(err)
	page := entry.LoginPage(x.Outside("Sign in"), f)
	if err != nil {
		return x.Again(err, page, page)
	}
	return x.Show(page, page)
}

func (x handler) login() error {
	f := entry.Login{Email: x.Value("email"), Next: x.Value("next")}
	member, err := x.Accounts.SignInMember(x.Context(), accounts.SignIn{
		Email: f.Email, Password: x.FormValue("password"), Address: x.IP(), Browser: x.knownBrowser(),
	})
	if err != nil {
		return x.showLogin(f, err)
	}
	return x.enter(member, inside(f.Next))
}

// enter begins a session and marks the browser as one in which this person has signed in.
func (x handler) enter(m accounts.Member, path string) error {
	if err := x.SignIn(x.Context(), m.UserID, m.AccountID); err != nil {
		return err
	}
	x.markBrowser(m.UserID)
	return x.To(path)
}

// inside returns the path if it belongs to this application, else the dashboard: a redirect never leads to another host.
func inside(path string) string {
	if address.Inside(path) && !strings.ContainsAny(path, "\\\r\n") {
		return path
	}
	return address.Dashboard
}

func (x handler) logout() error {
	if err := x.Sessions.Destroy(x.Context()); err != nil {
		return err
	}
	return x.To(address.Login)
}

func (x handler) forgotForm() error {
	page := entry.ForgotPage(x.Outside("Set a new password"), entry.Forgot{SendsMail: x.Accounts.SendsMail()})
	return x.Show(page, page)
}

func (x handler) forgot() error {
	f := entry.Forgot{Email: x.Value("email"), SendsMail: x.Accounts.SendsMail()}
	err := x.Accounts.RequestReset(x.Context(), f.Email, x.IP())
	f.Sent, f.Problems = err == nil, form.Of(err)
	page := entry.ForgotPage(x.Outside("Set a new password"), f)
	if err != nil {
		return x.Again(err, page, page)
	}
	return x.Show(page, page)
}

func (x handler) resetForm() error {
	token := x.Query("token")
	if err := x.Accounts.ResetByToken(x.Context(), token); err != nil {
		return x.resetEnded(err)
	}
	page := entry.ResetPage(x.Outside("Set a new password"), entry.Reset{Token: token})
	return x.Show(page, page)
}

func (x handler) reset() error {
	f := entry.Reset{Token: x.Value("token")}
	err := x.Accounts.Reset(x.Context(), f.Token, x.FormValue("password"))
	if fault.KindOf(err) == fault.NotFound {
		return x.resetEnded(err)
	}
	if err != nil {
		f.Problems = form.Of(err)
		page := entry.ResetPage(x.Outside("Set a new password"), f)
		return x.Again(err, page, page)
	}
	x.Say("good", "The password is set. Sign in with it.")
	return x.To(address.Login)
}

// ended shows what to do now to a person who followed a link that is used or expired. It returns any other error unchanged.
func (x handler) ended(err error, v entry.Ended) error {
	if fault.KindOf(err) != fault.NotFound {
		return err
	}
	x.Status(fault.NotFound.Status())
	v.Sentence = fault.Sentence(err)
	page := entry.EndedPage(x.Outside("This link has ended"), v)
	return x.Show(page, page)
}

func (x handler) resetEnded(err error) error {
	return x.ended(err, entry.Ended{Label: "Ask for a new link", Href: address.ForgotPassword})
}

func (x handler) invitationForm() error { return x.showInvitation(nil) }

func (x handler) showInvitation(problem error) error {
	token := x.Params("token")
	i, err := x.Accounts.InvitationByToken(x.Context(), token)
	if err != nil {
		return x.ended(err, entry.Ended{})
	}
	page := entry.InvitationPage(x.Outside("Join "+i.AccountName), entry.Invitation{
		Token: token, Account: i.AccountName, Role: string(i.Role), Email: i.Email, Name: x.Value("name"), Known: i.Known, Problems: form.Of(problem),
	})
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) acceptInvitation() error {
	member, err := x.Accounts.Accept(x.Context(), accounts.Accept{
		Token: x.Params("token"), Name: x.Value("name"), Password: x.FormValue("password"), Address: x.IP(), Browser: x.knownBrowser(),
	})
	if err != nil {
		return x.showInvitation(err)
	}
	return x.enter(member, address.Dashboard)
}
