package entry

import (
	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/views/address"
	"igny8/views/entry"
	"igny8/views/form"
)

// sessionSignUp is the session key for the id of the sign-up that was made in this browser and whose address is not confirmed yet.
const sessionSignUp = "sign-up"

func (x handler) signupForm() error {
	if x.SignedIn() {
		return x.To(address.Dashboard)
	}
	return x.showSignup(entry.Signup{}, nil)
}

func (x handler) showSignup(f entry.Signup, err error) error {
	f.Open, f.Confirm, f.Credits, f.Problems = x.Config.SignupOpen, x.Config.SignupConfirm, x.Config.SignupCredits, form.Of(err)
	page := entry.SignupPage(x.Outside("Open an account"), f)
	if err != nil {
		return x.Again(err, page, page)
	}
	return x.Show(page, page)
}

func (x handler) signup() error {
	n := accounts.SignUp{
		AccountName: x.Value("account_name"), Name: x.Value("name"), Email: x.Value("email"), Password: x.FormValue("password"), Address: x.IP(),
	}
	up, err := x.Accounts.SignUp(x.Context(), n)
	if err != nil {
		return x.showSignup(entry.Signup{Account: n.AccountName, Name: n.Name, Email: n.Email}, err)
	}
	if up.Pending != "" {
		x.Sessions.Put(x.Context(), sessionSignUp, up.Pending)
		return x.To(address.SignupSent)
	}
	return x.enter(up.Member, address.Dashboard)
}

func (x handler) signupSent() error { return x.showSignupSent(nil) }

func (x handler) showSignupSent(problem error) error {
	p, err := x.Accounts.PendingSignUp(x.Context(), x.Sessions.GetString(x.Context(), sessionSignUp))
	if fault.KindOf(err) == fault.NotFound {
		return x.To(address.Signup)
	}
	if err != nil {
		return err
	}
	page := entry.SentPage(x.Outside("Confirm your address"), entry.Sent{
		Email: p.Email, Until: p.ExpiresAt, SendsMail: x.Accounts.SendsMail(), Problems: form.Of(problem),
	})
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) repeatSignup() error {
	err := x.Accounts.RepeatSignUpMail(x.Context(), x.Sessions.GetString(x.Context(), sessionSignUp))
	if fault.KindOf(err) == fault.NotFound {
		return x.To(address.Signup)
	}
	if err != nil {
		return x.showSignupSent(err)
	}
	x.Say("good", "A new link replaces the one before.")
	return x.To(address.SignupSent)
}

// confirmForm shows a button and changes nothing: programs that scan mails follow links, and this must not open an account.
func (x handler) confirmForm() error { return x.showConfirm(x.Query("token"), nil) }

func (x handler) showConfirm(token string, problem error) error {
	p, err := x.Accounts.SignUpByToken(x.Context(), token)
	if err != nil {
		return x.ended(err, entry.Ended{Label: "Sign up", Href: address.Signup})
	}
	page := entry.ConfirmPage(x.Outside("Confirm your address"), entry.Confirm{
		Token: token, Account: p.AccountName, Email: p.Email, Problems: form.Of(problem),
		AskPassword: x.Sessions.GetString(x.Context(), sessionSignUp) != p.ID,
	})
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) confirm() error {
	token := x.Value("token")
	member, err := x.Accounts.ConfirmSignUp(x.Context(), accounts.Confirmation{
		Token: token, Password: x.FormValue("password"), Browser: x.Sessions.GetString(x.Context(), sessionSignUp),
	})
	if err != nil {
		return x.showConfirm(token, err)
	}
	x.Sessions.Remove(x.Context(), sessionSignUp)
	return x.enter(member, address.Dashboard)
}
