package accounts

import "slices"

// Role is a person's place in an account.
type Role string

// The roles, highest first.
const (
	Developer Role = "developer"
	Owner     Role = "owner"
	Admin     Role = "admin"
	Editor    Role = "editor"
	Viewer    Role = "viewer"
	SystemBot Role = "system_bot"
)

// Roles returns all roles, highest first.
func Roles() []Role { return []Role{Developer, Owner, Admin, Editor, Viewer, SystemBot} }

// Outranks reports whether r is above o. A role that does not exist outranks no role.
func (r Role) Outranks(o Role) bool {
	ranks := Roles()
	mine, other := slices.Index(ranks, r), slices.Index(ranks, o)
	return mine >= 0 && other >= 0 && mine < other
}

// wholeAccount reports whether the role reaches every site without site access.
func (r Role) wholeAccount() bool { return r == Developer || r == Owner || r == Admin }

// Permission is what a route requires.
type Permission string

// The permissions.
const (
	See     Permission = "see"     // look at a site and what belongs to it
	Work    Permission = "work"    // import, cluster, plan, write, review, spend credits
	Publish Permission = "publish" // approve and publish
	Manage  Permission = "manage"  // users, sites, integrations, prompts, destinations, waivers
	Own     Permission = "own"     // billing, delete or export the account, transfer ownership
	Console Permission = "console" // every account, the admin console
)

// Permissions returns all permissions.
func Permissions() []Permission { return []Permission{See, Work, Publish, Manage, Own, Console} }

// reach is on which sites a role has a permission.
type reach int

const (
	nowhere     reach = iota
	withAccess        // on the sites that were granted
	withPublish       // on the sites that were granted with can_publish
	everywhere
)

// may is the table of roles and permissions. A pair that is not in it is refused.
var may = map[Role]map[Permission]reach{
	Developer: {See: everywhere, Work: everywhere, Publish: everywhere, Manage: everywhere, Own: everywhere, Console: everywhere},
	Owner:     {See: everywhere, Work: everywhere, Publish: everywhere, Manage: everywhere, Own: everywhere},
	Admin:     {See: everywhere, Work: everywhere, Publish: everywhere, Manage: everywhere},
	Editor:    {See: withAccess, Work: withAccess, Publish: withPublish},
	Viewer:    {See: withAccess},
	SystemBot: {See: withAccess, Work: withAccess, Publish: withPublish},
}

// May reports whether the member has the permission on the site. An empty siteID means the account as a whole: every member may see it,
// and has another permission if they have it on at least one site.
func (m Member) May(p Permission, siteID string) bool {
	reach := may[m.Role][p]
	if reach == nowhere || reach == everywhere {
		return reach == everywhere
	}
	if p == See && siteID == "" {
		return true
	}
	return slices.ContainsFunc(m.Access, func(a Access) bool {
		return (siteID == "" || a.SiteID == siteID) && (reach == withAccess || a.CanPublish)
	})
}

// Permissions returns the permissions that the member has on at least one site or in the account.
func (m Member) Permissions() []Permission {
	return slices.DeleteFunc(Permissions(), func(p Permission) bool { return !m.May(p, "") })
}
