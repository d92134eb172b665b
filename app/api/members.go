package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"igny8/app/accounts"
)

// Access is the permission of an editor or viewer to reach a site.
type Access struct {
	SiteID         string `json:"site_id"`
	CanPublish     bool   `json:"can_publish"`
	MonthlyCredits *int64 `json:"monthly_credits" doc:"The most credits a month on the site, null for no limit." minimum:"0"`
}

// Member is a person in the account.
type Member struct {
	ID     string   `json:"id"`
	UserID string   `json:"user_id"`
	Name   string   `json:"name"`
	Email  string   `json:"email"`
	Role   string   `json:"role" values:"role"`
	Access []Access `json:"access"`
}

// Invitation is an invitation that the person has not accepted yet.
type Invitation struct {
	ID        string    `json:"id"`
	Email     string    `json:"email"`
	Role      string    `json:"role" values:"role"`
	ExpiresAt time.Time `json:"expires_at"`
	Mailed    bool      `json:"mailed" doc:"Whether a mail with the link went out."`
	Link      string    `json:"link,omitempty" doc:"The link, where no mail went out: hand it over yourself. It is not shown again."`
}

type invite struct {
	Body struct {
		Email  string   `json:"email"`
		Role   string   `json:"role" values:"invited role"`
		Access []Access `json:"access,omitempty"`
	}
}

type memberChange struct {
	ByID
	Body struct {
		Role   *string   `json:"role,omitempty" values:"invited role"`
		Access *[]Access `json:"access,omitempty"`
	}
}

func (a *API) memberOperations() {
	add(a, operation{method: get, path: "/members", id: "members", summary: "The people of the account", may: accounts.Manage},
		func(ctx context.Context, in *Paging) (*List[Member], error) {
			page, err := a.Accounts.MemberPage(ctx, in.Limit, in.Cursor)
			return listed(page, err, memberOf)
		})
	add(a, operation{method: post, path: "/members", id: "add-member", summary: "Invite a person: the same as POST /invitations", may: accounts.Manage, secret: true, status: http.StatusCreated}, a.invite)
	add(a, operation{method: post, path: "/invitations", id: "invite", summary: "Invite a person by mail", may: accounts.Manage, secret: true, status: http.StatusCreated}, a.invite)
	add(a, operation{method: post, path: "/invitations/{id}/link", id: "renew-invitation", summary: "Make and mail a new link for an invitation; the one before ends", may: accounts.Manage, site: ofInvitation, secret: true},
		func(ctx context.Context, in *ByID) (*Answer[Invitation], error) {
			i, err := a.Accounts.RenewInvitation(ctx, in.ID)
			return answer(invitationOf(i), err)
		})
	add(a, operation{method: patch, path: "/members/{id}", id: "update-member", summary: "Change a role or site access", may: accounts.Manage, site: ofMember},
		func(ctx context.Context, in *memberChange) (*Answer[Member], error) {
			change := accounts.MemberChange{Role: (*accounts.Role)(in.Body.Role)}
			if in.Body.Access != nil {
				access := accessIn(*in.Body.Access)
				change.Access = &access
			}
			m, err := a.Accounts.UpdateMember(ctx, in.ID, change)
			return answer(memberOf(m), err)
		})
	add(a, operation{method: remove, path: "/members/{id}", id: "remove-member", summary: "Remove a person from the account", may: accounts.Manage, site: ofMember, status: http.StatusNoContent},
		func(ctx context.Context, in *ByID) (*struct{}, error) {
			return nil, a.Accounts.RemoveMember(ctx, in.ID)
		})
}

// ofMember fails if the account does not have the member. It returns no site, as a member belongs to none.
func ofMember(a *API, ctx huma.Context) (string, error) {
	_, err := a.Accounts.MemberByID(ctx.Context(), ctx.Param("id"))
	return "", err
}

func ofInvitation(a *API, ctx huma.Context) (string, error) {
	_, err := a.Accounts.InvitationByID(ctx.Context(), ctx.Param("id"))
	return "", err
}

func (a *API) invite(ctx context.Context, in *invite) (*Answer[Invitation], error) {
	i, err := a.Accounts.Invite(ctx, accounts.Invite{
		Email: in.Body.Email, Role: accounts.Role(in.Body.Role),
		Access: accessIn(in.Body.Access),
	})
	return answer(invitationOf(i), err)
}

func invitationOf(i accounts.IssuedInvitation) Invitation {
	return Invitation{i.ID, i.Email, string(i.Role), i.ExpiresAt.UTC(), i.Link == "", i.Link}
}

func memberOf(m accounts.Member) Member {
	return Member{ID: m.MembershipID, UserID: m.UserID, Name: m.Name, Email: m.Email, Role: string(m.Role), Access: accessOf(m)}
}

func accessOf(m accounts.Member) []Access {
	all := make([]Access, len(m.Access))
	for i, x := range m.Access {
		all[i] = Access{x.SiteID, x.CanPublish, x.MonthlyCredits}
	}
	return all
}

func accessIn(list []Access) []accounts.Access {
	all := make([]accounts.Access, len(list))
	for i, x := range list {
		all[i] = accounts.Access{SiteID: x.SiteID, CanPublish: x.CanPublish, MonthlyCredits: x.MonthlyCredits}
	}
	return all
}
