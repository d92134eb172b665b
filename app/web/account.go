package web

import (
	"slices"
	"strconv"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/layout"
	"igny8/views/settings"
)

var accountRoutes = []route{
	{post, "/app/switch", accounts.See, nil, (*exchange).switchAccount},
	{get, "/app/settings/members", accounts.Manage, nil, (*exchange).members},
	{get, "/app/settings/members/:id", accounts.Manage, nil, (*exchange).memberForm},
	{post, "/app/settings/members/:id", accounts.Manage, nil, (*exchange).updateMember},
	{post, "/app/settings/members/:id/remove", accounts.Manage, nil, (*exchange).removeMember},
	{post, "/app/settings/members/:id/owner", accounts.Own, nil, (*exchange).transferOwnership},
	{post, "/app/settings/invitations", accounts.Manage, nil, (*exchange).invite},
	{post, "/app/settings/invitations/:id/withdraw", accounts.Manage, nil, (*exchange).withdrawInvitation},
	{post, "/app/settings/invitations/:id/renew", accounts.Manage, nil, (*exchange).renewInvitation},
	{get, "/app/settings/account", accounts.Manage, nil, (*exchange).accountForm},
	{post, "/app/settings/account", accounts.Manage, nil, (*exchange).renameAccount},
	{get, "/app/settings/prices", accounts.See, nil, (*exchange).prices},
	{get, "/app/credits", accounts.Manage, nil, (*exchange).credits},
}

func (x *exchange) may() settings.May {
	return settings.May{Manage: x.member.May(accounts.Manage, ""), Own: x.member.May(accounts.Own, "")}
}

// grantable are the roles below the person's own.
func (x *exchange) grantable() []accounts.Role {
	return slices.DeleteFunc([]accounts.Role{accounts.Admin, accounts.Editor, accounts.Viewer}, func(r accounts.Role) bool {
		return !x.member.Role.Outranks(r)
	})
}

func (x *exchange) switchAccount() error {
	member, err := x.Accounts.Enter(x.ctx(), x.member.UserID, x.value("account_id"))
	if err != nil {
		return err
	}
	x.sessions.Put(x.ctx(), sessionAccount, member.AccountID)
	return x.to(address.Dashboard)
}

func (x *exchange) members() error {
	return x.showMembers(settings.Members{}, nil)
}

func (x *exchange) showMembers(v settings.Members, problem error) error {
	v.Grantable, v.Me, v.May, v.SendsMail = x.grantable(), x.member.MembershipID, x.may(), x.Accounts.SendsMail()
	if v.Invite.Role == "" {
		v.Invite.Role = string(accounts.Editor)
	}
	var err error
	if v.Members, err = x.Accounts.Members(x.ctx()); err != nil {
		return err
	}
	if v.Invitations, err = x.Accounts.Invitations(x.ctx()); err != nil {
		return err
	}
	if v.Sites, err = x.Sites.List(x.ctx()); err != nil {
		return err
	}
	v.Invite.Problems = form.Of(problem)
	page := settings.MembersPage(x.section("Members", layout.SectionMembers), v)
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) invite() error {
	f := settings.InviteForm{Email: x.value("email"), Role: x.value("role")}
	access, err := x.access()
	if err != nil {
		return x.showMembers(settings.Members{Invite: f}, err)
	}
	i, err := x.Accounts.Invite(x.ctx(), accounts.Invite{Email: f.Email, Role: accounts.Role(f.Role), Access: access})
	if err != nil {
		return x.showMembers(settings.Members{Invite: f}, err)
	}
	return x.showIssued(i)
}

func (x *exchange) renewInvitation() error {
	i, err := x.Accounts.RenewInvitation(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showIssued(i)
}

// showIssued says that the mail went out, or shows the link where none did. The link is in this answer alone: the session, which would
// carry it to another page, is stored.
func (x *exchange) showIssued(i accounts.IssuedInvitation) error {
	if i.Link != "" {
		return x.showMembers(settings.Members{Issued: &i}, nil)
	}
	x.say("good", "The invitation was mailed to "+i.Email+".")
	return x.to(address.Members)
}

// access reads the boxes of site access.
func (x *exchange) access() ([]accounts.Access, error) {
	publish := x.values("publish")
	access := []accounts.Access{}
	for _, site := range x.values("site") {
		a := accounts.Access{SiteID: site, CanPublish: slices.Contains(publish, site)}
		if text := x.value("credits-" + site); text != "" {
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

func (x *exchange) withdrawInvitation() error {
	if err := x.Accounts.Withdraw(x.ctx(), x.Params("id")); err != nil {
		return err
	}
	x.say("good", "The invitation is withdrawn; its link does not work any more.")
	return x.to(address.Members)
}

func (x *exchange) memberForm() error { return x.showMember(nil) }

func (x *exchange) showMember(problem error) error {
	member, err := x.Accounts.MemberByID(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	all, err := x.Sites.List(x.ctx())
	if err != nil {
		return err
	}
	page := settings.MemberPage(x.section(member.Name, layout.SectionMembers), settings.MemberForm{
		Member: member, Sites: all, Grantable: x.grantable(), May: x.may(), Problems: form.Of(problem),
	})
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) updateMember() error {
	role := accounts.Role(x.value("role"))
	access, err := x.access()
	if err == nil {
		_, err = x.Accounts.UpdateMember(x.ctx(), x.Params("id"), accounts.MemberChange{Role: &role, Access: &access})
	}
	if err != nil {
		return x.showMember(err)
	}
	x.say("good", "Saved. It holds from their next click.")
	return x.to(address.Members)
}

func (x *exchange) removeMember() error {
	if err := x.Accounts.RemoveMember(x.ctx(), x.Params("id")); err != nil {
		return err
	}
	x.say("good", "Removed from the account.")
	return x.to(address.Members)
}

func (x *exchange) transferOwnership() error {
	if err := x.Accounts.TransferOwnership(x.ctx(), x.Params("id")); err != nil {
		return err
	}
	x.say("good", "The account has a new owner. You are an admin now.")
	return x.to(address.Members)
}

func (x *exchange) accountForm() error { return x.showAccount(x.member.AccountName, nil) }

func (x *exchange) showAccount(name string, problem error) error {
	log, err := x.Accounts.AuditEntries(x.ctx(), 50, "")
	if err != nil {
		return err
	}
	page := settings.AccountPage(x.section("Account", layout.SectionAccount), settings.AccountForm{
		Name: name, May: x.may(), Audit: log.Items, Problems: form.Of(problem),
	})
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) renameAccount() error {
	name := x.value("name")
	if err := x.Accounts.Rename(x.ctx(), name); err != nil {
		return x.showAccount(name, err)
	}
	x.say("good", "Saved.")
	return x.to(address.Account)
}

func (x *exchange) prices() error {
	answerer, err := x.Engine.Answerer(x.ctx())
	if err != nil {
		return err
	}
	page := settings.PricesPage(x.section("Prices", layout.SectionPrices), settings.Prices{Rows: x.Engine.Prices(), Remote: answerer.Model != ""})
	return x.show(page, page)
}

func (x *exchange) credits() error {
	wallet, err := x.Billing.Wallet(x.ctx())
	if err != nil {
		return err
	}
	entries, err := x.Billing.Entries(x.ctx(), 0, x.Query("cursor"))
	if err != nil {
		return err
	}
	page := settings.CreditsPage(x.section("Credits", layout.SectionCredits), settings.Credits{
		Wallet: wallet, Entries: entries.Items, Prices: x.Engine.Prices(), Next: entries.Next, First: x.Query("cursor") == "",
	})
	return x.show(page, page)
}
