package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"

	"igny8/app/accounts"
)

// TokenPair is what a program signs its requests with.
type TokenPair struct {
	AccessToken  string `json:"access_token"`
	RefreshToken string `json:"refresh_token"`
	TokenType    string `json:"token_type"`
	ExpiresIn    int64  `json:"expires_in" doc:"Seconds that the access token lives."`
}

// User is a person.
type User struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Email string `json:"email"`
}

// Account is a tenant.
type Account struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Me is who a token stands for.
type Me struct {
	User        User     `json:"user"`
	Account     Account  `json:"account"`
	Role        string   `json:"role" values:"role"`
	Permissions []string `json:"permissions" values:"permission"`
	Access      []Access `json:"access" doc:"The sites of an editor or viewer; the others reach every site."`
}

// Credentials are what a token is given for. The address is filled in by the request itself.
type Credentials struct {
	Body struct {
		Email     string `json:"email"`
		Password  string `json:"password"`
		AccountID string `json:"account_id,omitempty" doc:"The account to work in; the one used last without it."`
	}
	address string
}

// Resolve notes where the request comes from, for the throttle.
func (c *Credentials) Resolve(ctx huma.Context) []error {
	c.address = humafiber.Unwrap(ctx).IP()
	return nil
}

type signup struct {
	Body struct {
		AccountName string `json:"account_name"`
		Name        string `json:"name"`
		Email       string `json:"email"`
		Password    string `json:"password"`
	}
}

type refresh struct {
	Body struct {
		RefreshToken string `json:"refresh_token"`
	}
}

// SignedUp is a new account and its owner.
type SignedUp struct {
	Account Account `json:"account"`
	User    User    `json:"user"`
}

func (a *API) authOperations() {
	add(a, operation{method: post, path: "/auth/signup", id: "signup", summary: "Open an account", may: open, status: http.StatusCreated},
		func(ctx context.Context, in *signup) (*Answer[SignedUp], error) {
			m, err := a.Accounts.SignUp(ctx, accounts.SignUp{AccountName: in.Body.AccountName, Name: in.Body.Name, Email: in.Body.Email, Password: in.Body.Password})
			return answer(SignedUp{accountOf(m), userOf(m)}, err)
		})
	add(a, operation{method: post, path: "/auth/token", id: "token", summary: "Get tokens for a password", may: open}, a.token)
	add(a, operation{method: post, path: "/auth/refresh", id: "refresh", summary: "Get new tokens for a refresh token, which is spent", may: open},
		func(ctx context.Context, in *refresh) (*Answer[TokenPair], error) {
			pair, err := a.Accounts.Refresh(ctx, in.Body.RefreshToken)
			return answer(TokenPair(pair), err)
		})
	add(a, operation{method: post, path: "/auth/revoke", id: "revoke", summary: "End a family of tokens", may: open, status: http.StatusNoContent},
		func(ctx context.Context, in *refresh) (*struct{}, error) {
			return nil, a.Accounts.Revoke(ctx, in.Body.RefreshToken)
		})
	add(a, operation{method: get, path: "/me", id: "me", summary: "Who the token stands for", may: accounts.See}, me)
}

func (a *API) token(ctx context.Context, in *Credentials) (*Answer[TokenPair], error) {
	user, err := a.Accounts.SignIn(ctx, accounts.SignIn{Email: in.Body.Email, Password: in.Body.Password, Address: in.address})
	if err != nil {
		return nil, err
	}
	pair, err := a.Accounts.Issue(ctx, user.ID, in.Body.AccountID)
	return answer(TokenPair(pair), err)
}

func me(ctx context.Context, _ *struct{}) (*Answer[Me], error) {
	m, _ := accounts.MemberFrom(ctx)
	out := Me{User: userOf(m), Account: accountOf(m), Role: string(m.Role), Permissions: []string{}, Access: accessOf(m)}
	for _, p := range m.Permissions() {
		out.Permissions = append(out.Permissions, string(p))
	}
	return answer(out, nil)
}

func userOf(m accounts.Member) User       { return User{m.UserID, m.Name, m.Email} }
func accountOf(m accounts.Member) Account { return Account{m.AccountID, m.AccountName} }
