package settings

import (
	"slices"
	"strconv"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/web/exchange"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/layout"
	"igny8/views/settings"
)

var accountRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Post, "/app/switch", accounts.See, nil, handler.switchAccount),
	exchange.At(exchange.Get, "/app/settings/members", accounts.Manage, nil, handler.members),
	exchange.At(exchange.Get, "/app/settings/members/:id", accounts.Manage, nil, handler.memberForm),
	exchange.At(exchange.Post, "/app/settings/members/:id", accounts.Manage, nil, handler.updateMember),
	exchange.At(exchange.Post, "/app/settings/members/:id/remove", accounts.Manage, nil, handler.removeMember),
	exchange.At(exchange.Post, "/app/settings/members/:id/owner", accounts.Own, nil, handler.transferOwnership),
	exchange.At(exchange.Post, "/app/settings/invitations", accounts.Manage, nil, handler.invite),
	exchange.At(exchange.Post, "/app/settings/invitations/:id/withdraw", accounts.Manage, nil, handler.withdrawInvitation),
	exchange.At(exchange.Post, "/app/settings/invitations/:id/renew", accounts.Manage, nil, handler.renewInvitation),
	exchange.At(exchange.Get, "/app/settings/account", accounts.Manage, nil, handler.accountForm),
	exchange.At(exchange.Post, "/app/settings/account", accounts.Manage, nil, handler.renameAccount),
	exchange.At(exchange.Get, "/app/settings/prices", accounts.See, nil, handler.prices),
	exchange.At(exchange.Get, "/app/credits", accounts.Manage, nil, handler.credits),
}

func (x handler) may() settings.May {
	return settings.May{Manage: x.Member.May(accounts.Manage, ""), Own: x.Member.May(accounts.Own, "")}
}

// grantable returns the roles below the person's own.
func (x handler) grantable() []accounts.Role {
	return slices.DeleteFunc([]accounts.Role{accounts.Admin, accounts.Editor, accounts.Viewer}, func(r accounts.Role) bool {
		return !x.Member.Role.Outranks(r)
	})
}

func (x handler) switchAccount() error {
	member, err := x.Accounts.Enter(x.Context(), x.Member.UserID, x.Value("account_id"))
	if err != nil {
		return err
	}
	x.Sessions.Put(x.Context(), exchange.SessionAccount, member.AccountID)
	return x.To(address.Dashboard)
}

func (x handler) members() error {
	return x.showMembers(settings.Members{}, nil)
}

func (x handler) showMembers(v settings.Members, problem error) error {
	v.Grantable, v.Me, v.May, v.SendsMail = x.grantable(), x.Member.MembershipID, x.may(), x.Accounts.SendsMail()
	if v.Invite.Role == "" {
		v.Invite.Role = string(accounts.Editor)
	}
	var err error
	if v.Members, err = x.Accounts.Members(x.Context()); err != nil {
		return err
	}
	if v.Invitations, err = x.Accounts.Invitations(x.Context()); err != nil {
		return err
	}
	if v.Sites, err = x.Sites.List(x.Context()); err != nil {
		return err
	}
	v.Invite.Problems = form.Of(problem)
	page := settings.MembersPage(x.Section("Members", layout.SectionMembers), v)
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) invite() error {
	f := settings.InviteForm{Email: x.Value("email"), Role: x.Value("role")}
	access, err := x.access()
	if err != nil {
		return x.showMembers(settings.Members{Invite: f}, err)
	}
	i, err := x.Accounts.Invite(x.Context(), accounts.Invite{Email: f.Email, Role: accounts.Role(f.Role), Access: access})
	if err != nil {
		return x.showMembers(settings.Members{Invite: f}, err)
	}
	return x.showIssued(i)
}

func (x handler) renewInvitation() error {
	i, err := x.Accounts.RenewInvitation(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showIssued(i)
}

// showIssued says that the mail was sent, or shows the link if no mail was sent. Only this answer contains the link: a
// message for the next page would store it in the session.
func (x handler) showIssued(i accounts.IssuedInvitation) error {
	if i.Link != "" {
		return x.showMembers(settings.Members{Issued: &i}, nil)
	}
	x.Say("good", "The invitation was mailed to "+i.Email+".")
	return x.To(address.Members)
}

// access returns the site access that the checkboxes of the form give.
func (x handler) access() ([]accounts.Access, error) {
	publish := x.Values("publish")
	access := []accounts.Access{}
	for _, site := range x.Values("site") {
		a := accounts.Access{SiteID: site, CanPublish: slices.Contains(publish, site)}
		if text := x.Value("credits-" + site); text != "" {
			n, err := strconv.ParseInt(text, 10, 64)
			if err != nil || n < 0 {
				return nil, fault.Fields{{Name: "credits-" + site, Message: "Credits a month is a number of 0 or more, or empty for no limit."}}.Err()
			}
			a.MonthlyCredits = &n
		}
		access = append(access, a)
	}
	return access, nil
}

func (x handler) withdrawInvitation() error {
	if err := x.Accounts.Withdraw(x.Context(), x.Params("id")); err != nil {
		return err
	}
	x.Say("good", "The invitation is withdrawn; its link does not work any more.")
	return x.To(address.Members)
}

func (x handler) memberForm() error { return x.showMember(nil) }

func (x handler) showMember(problem error) error {
	member, err := x.Accounts.MemberByID(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	all, err := x.Sites.List(x.Context())
	if err != nil {
		return err
	}
	page := settings.MemberPage(x.Section(member.Name, layout.SectionMembers), settings.MemberForm{
		Member: member, Sites: all, Grantable: x.grantable(), May: x.may(), Problems: form.Of(problem),
	})
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) updateMember() error {
	role := accounts.Role(x.Value("role"))
	access, err := x.access()
	if err == nil {
		_, err = x.Accounts.UpdateMember(x.Context(), x.Params("id"), accounts.MemberChange{Role: &role, Access: &access})
	}
	if err != nil {
		return x.showMember(err)
	}
	x.Say("good", "Saved. It holds from their next click.")
	return x.To(address.Members)
}

func (x handler) removeMember() error {
	if err := x.Accounts.RemoveMember(x.Context(), x.Params("id")); err != nil {
		return err
	}
	x.Say("good", "Removed from the account.")
	return x.To(address.Members)
}

func (x handler) transferOwnership() error {
	if err := x.Accounts.TransferOwnership(x.Context(), x.Params("id")); err != nil {
		return err
	}
	x.Say("good", "The account has a new owner. You are an admin now.")
	return x.To(address.Members)
}

func (x handler) accountForm() error { return x.showAccount(x.Member.AccountName, nil) }

func (x handler) showAccount(name string, problem error) error {
	log, err := x.Events.Log(x.Context(), 50, "")
	if err != nil {
		return err
	}
	page := settings.AccountPage(x.Section("Account", layout.SectionAccount), settings.AccountForm{
		Name: name, May: x.may(), Audit: log.Items, Problems: form.Of(problem),
	})
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) renameAccount() error {
	name := x.Value("name")
	if err := x.Accounts.Rename(x.Context(), name); err != nil {
		return x.showAccount(name, err)
	}
	x.Say("good", "Saved.")
	return x.To(address.Account)
}

func (x handler) prices() error {
	answerer, err := x.Engine.Answerer(x.Context())
	if err != nil {
		return err
	}
	page := settings.PricesPage(x.Section("Prices", layout.SectionPrices), settings.Prices{Rows: x.Engine.Prices(), Remote: answerer.Model != ""})
	return x.Show(page, page)
}

func (x handler) credits() error {
	wallet, err := x.Billing.Wallet(x.Context())
	if err != nil {
		return err
	}
	entries, err := x.Billing.Entries(x.Context(), 0, x.Query("cursor"))
	if err != nil {
		return err
	}
	page := settings.CreditsPage(x.Section("Credits", layout.SectionCredits), settings.Credits{
		Wallet: wallet, Entries: entries.Items, Prices: x.Engine.Prices(), Next: entries.Next, First: x.Query("cursor") == "",
	})
	return x.Show(page, page)
}
