// Package console has the screens of the operators. A handler reads the form, calls one service method and shows a page or its part.
package console

import (
	"igny8/app/accounts"
	"igny8/app/web/exchange"
	"igny8/views/console"
)

// handler answers the requests of this package.
type handler struct{ *exchange.Exchange }

// Routes returns the routes of the package.
func Routes() []exchange.Route[*exchange.Exchange] {
	return exchange.Table(func(x *exchange.Exchange) handler { return handler{x} }, consoleRoutes)
}

var consoleRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/admin", accounts.Console, nil, handler.allAccounts),
	exchange.At(exchange.Get, "/admin/mailbox", accounts.Console, nil, handler.mailbox),
	exchange.At(exchange.Get, "/app/kit", accounts.Console, nil, handler.kit),
}

func (x handler) allAccounts() error {
	all, err := x.Accounts.AccountsOf(x.Context(), x.Member.UserID)
	if err != nil {
		return err
	}
	page := console.AccountsPage(x.Chrome("Accounts"), all)
	return x.Show(page, page)
}

func (x handler) mailbox() error {
	all, err := x.Mailbox(x.Context())
	if err != nil {
		return err
	}
	page := console.MailboxPage(x.Chrome("Mailbox"), all)
	return x.Show(page, page)
}

func (x handler) kit() error {
	page := console.KitPage(x.Chrome("Component kit"))
	return x.Show(page, page)
}
