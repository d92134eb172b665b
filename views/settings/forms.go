// Package settings shows the screens that belong to no stage: the dashboard, sites, members, credits, prices and the account.
package settings

import (
	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/billing"
	"igny8/app/events"
	"igny8/app/sites"
	"igny8/app/writer"
	"igny8/views/form"
)

// SiteCard is a site on the dashboard.
type SiteCard struct {
	Site   sites.Site
	Href   string
	Stage  string // its current stage, in words
	Tally  string // "4,812 keywords, 20 pages"
	Sample bool
}

// Dashboard is the first screen after sign-in.
type Dashboard struct {
	Sites    []SiteCard
	May      May
	Mentions []writer.Waiting
}

// May holds the person's rights on the objects of a screen.
type May struct{ Manage, Own bool }

// SiteForm is the form of a site; ID is empty for a new one.
type SiteForm struct {
	ID, Name, Domain, Language, Market, Type, Sector string
	Sample                                           bool
	Sectors                                          []sites.Sector
	May                                              May
	Problems                                         form.Problems
}

// Members are the people of the account and those who are invited.
type Members struct {
	Members     []accounts.Member
	Invitations []accounts.Invitation
	Sites       []sites.Site
	Grantable   []accounts.Role // the roles that the person may give
	Me          string          // the id of the person's membership
	SendsMail   bool
	Issued      *accounts.IssuedInvitation // a new invitation whose mail was not sent
	Invite      InviteForm
	May         May
}

// InviteForm is the form that invites a person.
type InviteForm struct {
	Email, Role string
	Problems    form.Problems
}

// MemberForm is the form of one member's role and site access.
type MemberForm struct {
	Member    accounts.Member
	Sites     []sites.Site
	Grantable []accounts.Role
	May       May
	Problems  form.Problems
}

// AccountForm is the form of the account itself.
type AccountForm struct {
	Name     string
	May      May
	Audit    []events.Event
	Problems form.Problems
}

// Credits is the wallet and its ledger.
type Credits struct {
	Wallet  billing.Wallet
	Entries []billing.Entry
	Prices  []ai.PriceRow // for the titles of the functions
	Next    string        // the cursor of the next page
	First   bool
}

// Prices is the price list.
type Prices struct {
	Rows   []ai.PriceRow
	Remote bool // a remote model is configured
}
