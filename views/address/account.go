package address

import "net/url"

// Before the sign-in.
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

// Invitation returns where an invitation is accepted.
func Invitation(token string) string { return "/invitations/" + token }

// Of the person.
const (
	Profile             = "/app/profile"
	ChangeEmail         = Profile + "/email"
	WithdrawEmailChange = ChangeEmail + "/withdraw"
	ChangePassword      = Profile + "/password"
	EndOtherSessions    = Profile + "/sessions/end-others"
	Mentions            = "/app/mentions"
	SwitchAccount       = "/app/switch"
)

// EndSession signs the person out elsewhere.
func EndSession(id string) string { return Profile + "/sessions/" + id + "/end" }

// Of the account.
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

// Of the operator.
const (
	Accounts = "/admin"
	Mailbox  = "/admin/mailbox"
	Kit      = "/app/kit"
)

// Member returns the form of a member.
func Member(id string) string { return Members + "/" + id }

// RemoveMember takes a member out of the account.
func RemoveMember(id string) string { return Member(id) + "/remove" }

// MakeOwner hands the account over to a member.
func MakeOwner(id string) string { return Member(id) + "/owner" }

// RenewInvitation makes a new link for an invitation.
func RenewInvitation(id string) string { return Invitations + "/" + id + "/renew" }

// WithdrawInvitation ends an invitation.
func WithdrawInvitation(id string) string { return Invitations + "/" + id + "/withdraw" }

// Integration returns the form of an integration.
func Integration(id string) string { return Integrations + "/" + id }

// TryIntegration asks the server of an integration whether it answers.
func TryIntegration(id string) string { return Integration(id) + "/try" }

// RemoveIntegration disconnects a server.
func RemoveIntegration(id string) string { return Integration(id) + "/remove" }

// Prompts returns the prompts of a site, or of the account where no site is named.
func Prompts(site string) string {
	if site == "" {
		return settings + "/prompts"
	}
	return Site(site) + "/prompts"
}

// Prompt returns the form of a prompt.
func Prompt(site, name string) string { return Prompts(site) + "/" + url.PathEscape(name) }

// PreviewPrompt fills a prompt in with examples.
func PreviewPrompt(site, name string) string { return Prompt(site, name) + "/preview" }

// RestorePrompt goes back to an earlier version of a prompt.
func RestorePrompt(site, name string) string { return Prompt(site, name) + "/restore" }

// Run returns the record of a run.
func Run(id string) string { return Runs + "/" + id }

// RunAction returns a decision about a run: cancel, retry, again, reuse, replay, approve or decline.
func RunAction(id, action string) string { return Run(id) + "/" + action }
