package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"

	"igny8/app/accounts"
)

type forgotten struct {
	Body struct {
		Email string `json:"email"`
	}
	address string
}

// Resolve stores the address that the request comes from, for the limit.
func (f *forgotten) Resolve(ctx huma.Context) []error {
	f.address = humafiber.Unwrap(ctx).IP()
	return nil
}

type confirmation struct {
	Body struct {
		Token    string `json:"token" doc:"What the link in the mail ends with."`
		Password string `json:"password" doc:"The password of the sign-up."`
	}
}

type newPassword struct {
	Body struct {
		Token    string `json:"token" doc:"What the link in the mail ends with."`
		Password string `json:"password"`
	}
}

type accepted struct {
	Body struct {
		Token    string `json:"token" doc:"What the link in the mail ends with."`
		Name     string `json:"name,omitempty" doc:"The name, for a person who has no password here yet."`
		Password string `json:"password" doc:"The person's password, or a new one for a person who has none yet."`
	}
	address string
}

// Resolve stores the address that the request comes from, for the throttle.
func (a *accepted) Resolve(ctx huma.Context) []error {
	a.address = humafiber.Unwrap(ctx).IP()
	return nil
}

// entryOperations registers the ways into an account besides signing up: a new password, an invitation, another account.
func (a *API) entryOperations() {
	add(a, operation{method: post, path: "/auth/confirmation", id: "confirm-signup", summary: "Confirm the address of a sign-up with the token of the link; it opens the account", may: open, status: http.StatusCreated},
		func(ctx context.Context, in *confirmation) (*Answer[SignedUp], error) {
			m, err := a.Accounts.ConfirmSignUp(ctx, accounts.Confirmation{Token: in.Body.Token, Password: in.Body.Password})
			return answer(SignedUp{accountOf(m), userOf(m)}, err)
		})
	add(a, operation{method: post, path: "/auth/password-reset", id: "request-password-reset", summary: "Send a link for a new password; the answer does not say whether there is such a person", may: open, status: http.StatusNoContent},
		func(ctx context.Context, in *forgotten) (*struct{}, error) {
			return nil, a.Accounts.RequestReset(ctx, in.Body.Email, in.address)
		})
	add(a, operation{method: post, path: "/auth/password", id: "reset-password", summary: "Set a new password with the token of the link; it ends all sessions and tokens", may: open, status: http.StatusNoContent},
		func(ctx context.Context, in *newPassword) (*struct{}, error) {
			return nil, a.Accounts.Reset(ctx, in.Body.Token, in.Body.Password)
		})
	add(a, operation{method: post, path: "/auth/invitation", id: "accept-invitation", summary: "Accept an invitation with the token of its link", may: open, status: http.StatusCreated},
		func(ctx context.Context, in *accepted) (*Answer[SignedUp], error) {
			m, err := a.Accounts.Accept(ctx, accounts.Accept{
				Token: in.Body.Token, Name: in.Body.Name, Password: in.Body.Password,
				Address: in.address,
			})
			return answer(SignedUp{accountOf(m), userOf(m)}, err)
		})
	add(a, operation{method: get, path: "/accounts", id: "accounts", summary: "The accounts of the person; account_id at /auth/token chooses one", may: accounts.See},
		func(ctx context.Context, in *Paging) (*List[Account], error) {
			m, _ := accounts.MemberFrom(ctx)
			page, err := a.Accounts.AccountPage(ctx, m.UserID, in.Limit, in.Cursor)
			return listed(page, err, func(account accounts.Account) Account { return Account{account.ID, account.Name} })
		})
}
