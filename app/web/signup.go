package web

import (
	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/views/address"
	"igny8/views/entry"
	"igny8/views/form"
)

// sessionSignUp is the id of the sign-up that was made in this browser and waits for its address to be confirmed.
const sessionSignUp = "sign-up"

func (x *exchange) signupForm() error {
	if x.signedIn() {
		return x.to(address.Dashboard)
	}
	return x.showSignup(entry.Signup{}, nil)
}

func (x *exchange) showSignup(f entry.Signup, err error) error {
	f.Open, f.Confirm, f.Credits, f.Problems = x.config.SignupOpen, x.config.SignupConfirm, x.config.SignupCredits, form.Of(err)
	page := entry.SignupPage(x.outside("Open an account"), f)
	if err != nil {
		return x.again(err, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) signup() error {
	n := accounts.SignUp{
		AccountName: x.value("account_name"), Name: x.value("name"), Email: x.value("email"), Password: x.FormValue("password"), Address: x.IP(),
	}
	up, err := x.Accounts.SignUp(x.ctx(), n)
	if err != nil {
		return x.showSignup(entry.Signup{Account: n.AccountName, Name: n.Name, Email: n.Email}, err)
	}
	if up.Pending != "" {
		x.sessions.Put(x.ctx(), sessionSignUp, up.Pending)
		return x.to(address.SignupSent)
	}
	return x.enter(up.Member, address.Dashboard)
}

func (x *exchange) signupSent() error { return x.showSignupSent(nil) }

func (x *exchange) showSignupSent(problem error) error {
	p, err := x.Accounts.PendingSignUp(x.ctx(), x.sessions.GetString(x.ctx(), sessionSignUp))
	if fault.KindOf(err) == fault.NotFound {
		return x.to(address.Signup)
	}
	if err != nil {
		return err
	}
	page := entry.SentPage(x.outside("Confirm your address"), entry.Sent{
		Email: p.Email, Until: p.ExpiresAt, SendsMail: x.Accounts.SendsMail(), Problems: form.Of(problem),
	})
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) repeatSignup() error {
	err := x.Accounts.RepeatSignUpMail(x.ctx(), x.sessions.GetString(x.ctx(), sessionSignUp))
	if fault.KindOf(err) == fault.NotFound {
		return x.to(address.Signup)
	}
	if err != nil {
		return x.showSignupSent(err)
	}
	x.say("good", "A new link replaces the one before.")
	return x.to(address.SignupSent)
}

// confirmForm only shows: programs that look through mails follow their links, and must not open an account by that.
func (x *exchange) confirmForm() error { return x.showConfirm(x.Query("token"), nil) }

func (x *exchange) showConfirm(token string, problem error) error {
	p, err := x.Accounts.SignUpByToken(x.ctx(), token)
	if err != nil {
		return x.ended(err, entry.Ended{Label: "Sign up", Href: address.Signup})
	}
	page := entry.ConfirmPage(x.outside("Confirm your address"), entry.Confirm{
		Token: token, Account: p.AccountName, Email: p.Email, Problems: form.Of(problem),
		AskPassword: x.sessions.GetString(x.ctx(), sessionSignUp) != p.ID,
	})
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) confirm() error {
	token := x.value("token")
	member, err := x.Accounts.ConfirmSignUp(x.ctx(), accounts.Confirmation{
		Token: token, Password: x.FormValue("password"), Browser: x.sessions.GetString(x.ctx(), sessionSignUp),
	})
	if err != nil {
		return x.showConfirm(token, err)
	}
	x.sessions.Remove(x.ctx(), sessionSignUp)
	return x.enter(member, address.Dashboard)
}
