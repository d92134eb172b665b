package web

import (
	"igny8/app/accounts"
	"igny8/views/console"
)

var consoleRoutes = []route{
	{get, "/admin", accounts.Console, nil, (*exchange).allAccounts},
	{get, "/admin/mailbox", accounts.Console, nil, (*exchange).mailbox},
	{get, "/app/kit", accounts.Console, nil, (*exchange).kit},
}

func (x *exchange) allAccounts() error {
	all, err := x.Accounts.AccountsOf(x.ctx(), x.member.UserID)
	if err != nil {
		return err
	}
	page := console.AccountsPage(x.chrome("Accounts"), all)
	return x.show(page, page)
}

func (x *exchange) mailbox() error {
	all, err := x.Mailbox(x.ctx())
	if err != nil {
		return err
	}
	page := console.MailboxPage(x.chrome("Mailbox"), all)
	return x.show(page, page)
}

func (x *exchange) kit() error {
	page := console.KitPage(x.chrome("Component kit"))
	return x.show(page, page)
}
