// Package settings has the screens of the settings of accounts and sites. A handler reads the form, calls one service method
// and shows a page or its part.
package settings

import (
	"igny8/app/web/exchange"
)

// handler answers the requests of this package.
type handler struct{ *exchange.Exchange }

// Routes returns the routes of the package.
func Routes() []exchange.Route[*exchange.Exchange] {
	return exchange.Table(func(x *exchange.Exchange) handler { return handler{x} }, siteRoutes, accountRoutes, integrationRoutes,
		promptRoutes, usageRoutes, factRoutes)
}
