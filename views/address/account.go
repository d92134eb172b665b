package address

import "net/url"

// Addresses before the sign-in.
const (
	Landing        = "/"
	Signup         = "/signup"
	SignupSent     = "/signup/sent"
	ConfirmSignup  = "/signup/confirm"
	Login          = "/login"
	Logout         = "/logout"
	ForgotPassword = "/password/forgot"
	ResetPassword  = "/password/reset"
	ConfirmEmail   = "/email/confirm"
)

// Invitation returns the address of the form that accepts an invitation.
func Invitation(token string) string { return "/invitations/" + token }

// Addresses of the person.
const (
	Profile             = "/app/profile"
	ChangeEmail         = Profile + "/email"
	WithdrawEmailChange = ChangeEmail + "/withdraw"
	ChangePassword      = Profile + "/password"
	EndOtherSessions    = Profile + "/sessions/end-others"
	Mentions            = "/app/mentions"
	SwitchAccount       = "/app/switch"
)

// EndSession returns the address of the form that ends another session of the person.
func EndSession(id string) string { return Profile + "/sessions/" + id + "/end" }

// Addresses of the account.
const (
	Dashboard    = "/app"
	Sample       = "/app/sample"
	Sites        = "/app/sites"
	NewSite      = Sites + "/new"
	Runs         = "/app/runs"
	Credits      = "/app/credits"
	settings     = "/app/settings"
	Account      = settings + "/account"
	Members      = settings + "/members"
	Invitations  = settings + "/invitations"
	Prices       = settings + "/prices"
	Usage        = settings + "/usage"
	UsageFile    = settings + "/usage.csv"
	Limits       = settings + "/limits"
	Integrations = settings + "/integrations"
)

// Addresses of the operator.
const (
	Accounts = "/admin"
	Mailbox  = "/admin/mailbox"
	Kit      = "/app/kit"
)

// Member returns the address of the form of a member.
func Member(id string) string { return Members + "/" + id }

// RemoveMember returns the address of the form that takes a member out of the account.
func RemoveMember(id string) string { return Member(id) + "/remove" }

// MakeOwner returns the address of the form that makes a member the owner of the account.
func MakeOwner(id string) string { return Member(id) + "/owner" }

// RenewInvitation returns the address of the form that creates a new link for an invitation.
func RenewInvitation(id string) string { return Invitations + "/" + id + "/renew" }

// WithdrawInvitation returns the address of the form that ends an invitation.
func WithdrawInvitation(id string) string { return Invitations + "/" + id + "/withdraw" }

// Integration returns the address of the form of an integration.
func Integration(id string) string { return Integrations + "/" + id }

// TryIntegration returns the address of the form that tests whether the server of an integration answers.
func TryIntegration(id string) string { return Integration(id) + "/try" }

// RemoveIntegration returns the address of the form that disconnects a server.
func RemoveIntegration(id string) string { return Integration(id) + "/remove" }

// Prompts returns the address of the prompts of a site, or of the account if site is empty.
func Prompts(site string) string {
	if site == "" {
		return settings + "/prompts"
	}
	return Site(site) + "/prompts"
}

// Prompt returns the address of the form of a prompt.
func Prompt(site, name string) string { return Prompts(site) + "/" + url.PathEscape(name) }

// PreviewPrompt returns the address of the preview of a prompt, filled in with examples.
func PreviewPrompt(site, name string) string { return Prompt(site, name) + "/preview" }

// RestorePrompt returns the address of the form that restores an earlier version of a prompt.
func RestorePrompt(site, name string) string { return Prompt(site, name) + "/restore" }

// Run returns the address of the record of a run.
func Run(id string) string { return Runs + "/" + id }

// RunAction returns the address of an action on a run: cancel, retry, again, reuse, replay, approve or decline.
func RunAction(id, action string) string { return Run(id) + "/" + action }
