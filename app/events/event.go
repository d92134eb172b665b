// Package events records what happened. An event is a row that is written in the transaction of what it reports, so there is one
// exactly when it happened. The audit log is a view of the events. Subscribers, such as the senders of mails, are told once the
// transaction is committed, never inside it and never inside a request: the outbox holds what they have not been told yet.
//
// It stands below every module that has something to report and knows none of them. The subscribers are registered where the
// program is wired.
package events

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// Kind says what happened: a noun and a verb in the past tense. It is stored, and programs will be told it, so it never changes.
type Kind string

// What happens in an account. The comment names the object of the event.
const (
	SignedUp             Kind = "signed_up"             // account
	AccountRenamed       Kind = "account_renamed"       // account
	MemberInvited        Kind = "member_invited"        // invitation
	InvitationRenewed    Kind = "invitation_renewed"    // invitation
	InvitationWithdrawn  Kind = "invitation_withdrawn"  // invitation
	InvitationAccepted   Kind = "invitation_accepted"   // membership
	MemberChanged        Kind = "member_changed"        // membership
	MemberRemoved        Kind = "member_removed"        // membership
	OwnershipTransferred Kind = "ownership_transferred" // membership of the new owner
	DeveloperEntered     Kind = "developer_entered"     // user
	EmailChanged         Kind = "email_changed"         // user
	PasswordReset        Kind = "password_reset"        // user
	PasswordChanged      Kind = "password_changed"      // user

	SiteCreated  Kind = "site_created"  // site
	SiteDeleted  Kind = "site_deleted"  // site
	FactAdded    Kind = "fact_added"    // fact
	FactChanged  Kind = "fact_changed"  // fact
	FactRemoved  Kind = "fact_removed"  // fact
	VoiceChanged Kind = "voice_changed" // site
	CheckWaived  Kind = "check_waived"  // site

	IntegrationAdded   Kind = "integration_added"       // integration
	IntegrationChanged Kind = "integration_changed"     // integration
	IntegrationRemoved Kind = "integration_removed"     // integration
	LimitsChanged      Kind = "spending_limits_changed" // account
	CreditsGranted     Kind = "credits_granted"         // entry of the ledger

	PromptChanged  Kind = "prompt_changed"  // version of the prompt
	RunApproved    Kind = "run_approved"    // run, the first of its batch
	RunDeclined    Kind = "run_declined"    // run, the first of its batch
	RunEnded       Kind = "run_ended"       // run
	ConflictWaived Kind = "conflict_waived" // idea

	ContentSubmitted Kind = "content_submitted" // content
	ContentApproved  Kind = "content_approved"  // content
	ContentReturned  Kind = "content_returned"  // content
	MemberMentioned  Kind = "member_mentioned"  // mention
	ReleaseLive      Kind = "release_live"      // release
)

// What happens before it is known in which account, or to a person who may be in several. It is announced, not recorded.
const (
	SignUpAsked        Kind = "sign_up_asked"        // pending sign-up
	PasswordResetAsked Kind = "password_reset_asked" // none: the address may have no user
	NoticeDue          Kind = "notice_due"           // user
)

// daily are the kinds of everyday work. The audit log, which is about rights, money and decisions, leaves them out.
var daily = []Kind{CreditsGranted, RunEnded, ContentSubmitted, ContentApproved, ContentReturned, MemberMentioned, ReleaseLive}

// Event is one thing that happened. It is never changed.
type Event struct {
	ID        string    `json:"id"`
	AccountID string    `json:"account_id,omitempty" gorm:"<-:create"`
	Kind      Kind      `json:"kind"`
	SiteID    string    `json:"site_id,omitempty" gorm:"<-:create"` // empty: it is about the account as a whole
	ObjectID  string    `json:"object_id,omitempty"`                // of the row that it happened to
	UserID    string    `json:"user_id,omitempty"`                  // who did it; empty: the system
	Subject   string    `json:"subject,omitempty"`                  // the name of the person or thing
	Detail    string    `json:"detail,omitempty"`                   // for people, without ids
	Data      Data      `json:"data,omitzero" gorm:"serializer:json"`
	Audited   bool      `json:"-"` // shown in the audit log
	CreatedAt time.Time `json:"created_at"`
}

// Data is what subscribers need to know of an event besides its ids. A kind leaves out what it has no use for. It never holds a
// secret.
type Data struct {
	Role      string `json:"role,omitempty"`      // of the member or the invitation, afterwards
	Revision  int64  `json:"revision,omitempty"`  // of the content
	Reason    string `json:"reason,omitempty"`    // that a person gave
	By        string `json:"by,omitempty"`        // the name of who did it, at that time
	Function  string `json:"function,omitempty"`  // of the run
	Outcome   string `json:"outcome,omitempty"`   // of the run: its last phase
	Failed    int64  `json:"failed,omitempty"`    // how many items of the run could not be done, while others were
	Number    int64  `json:"number,omitempty"`    // of the release
	Credits   int64  `json:"credits,omitempty"`   // that were granted or charged
	Reference string `json:"reference,omitempty"` // of the grant
	Notice    string `json:"notice,omitempty"`    // what the person is told
	To        string `json:"to,omitempty"`        // the e-mail address that is written to
	Name      string `json:"name,omitempty"`      // of the person who is written to
	Email     string `json:"email,omitempty"`     // the e-mail address that it is about
}

// Action says in words what happened.
func (e Event) Action() string {
	return strings.NewReplacer("_", " ", "email", "e-mail").Replace(string(e.Kind))
}

// Record writes the event in the account of the transaction's context, as its user, and posts it to the subscribers.
func Record(tx *gorm.DB, e Event) error {
	scope, _ := tenancy.From(tx.Statement.Context)
	e.ID, e.AccountID, e.UserID, e.CreatedAt = database.NewID(), scope.Account, scope.User, database.Now()
	e.Audited = !slices.Contains(daily, e.Kind)
	// A person who reaches only some sites may do things that are about none.
	scope.Sites = nil
	if err := tx.WithContext(tenancy.With(tx.Statement.Context, scope)).Create(&e).Error; err != nil {
		return fmt.Errorf("record that %s: %w", e.Action(), err)
	}
	return post(tx, e)
}

// Announce posts an event that belongs to no account. Nothing is left of it when the subscribers are told.
func Announce(tx *gorm.DB, e Event) error {
	e.ID, e.CreatedAt = database.NewID(), database.Now()
	return post(tx, e)
}

// Log returns the audit log of the account, the newest entry first. Whoever may read it reads it whole: it is about the account,
// and names sites that a member may not reach.
func (s *Service) Log(ctx context.Context, limit int, cursor string) (database.Page[Event], error) {
	whole := tenancy.With(ctx, tenancy.Scope{Account: tenancy.Account(ctx), User: tenancy.User(ctx)})
	order := database.Order{Column: "created_at", Falling: true, Kind: database.Time}
	return database.List(s.db.Read(whole).Where("audited"), order, limit, cursor, func(e Event) database.Position {
		return database.Position{Value: e.CreatedAt, ID: e.ID}
	})
}
