package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"

	"igny8/app/accounts"
)

// TokenPair is an access token, which signs requests, and the refresh token for the next pair.
type TokenPair struct {
	AccessToken  string `json:"access_token"`
	RefreshToken string `json:"refresh_token" doc:"Ends after 7 days without use, and 30 days after the sign-in."`
	TokenType    string `json:"token_type"`
	ExpiresIn    int64  `json:"expires_in" doc:"Seconds that the access token lives."`
}

// User is a person, who may belong to several accounts.
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

// Me is the person and the account of a token.
type Me struct {
	User        User     `json:"user"`
	Account     Account  `json:"account"`
	Role        string   `json:"role" values:"role"`
	Permissions []string `json:"permissions" values:"permission"`
	Access      []Access `json:"access" doc:"The sites of an editor or viewer; the others reach every site."`
}

// Credentials are the body of a request for tokens. Resolve fills in the address of the caller.
type Credentials struct {
	Body struct {
		Email     string `json:"email"`
		Password  string `json:"password"`
		AccountID string `json:"account_id,omitempty" doc:"The account to work in; the one used last without it."`
	}
	address, device string
}

// Resolve stores the address that the request comes from, for the throttle and the list of sessions.
func (c *Credentials) Resolve(ctx huma.Context) []error {
	c.address, c.device = humafiber.Unwrap(ctx).IP(), ctx.Header("User-Agent")
	return nil
}

type signup struct {
	Body struct {
		AccountName string `json:"account_name"`
		Name        string `json:"name"`
		Email       string `json:"email"`
		Password    string `json:"password"`
	}
	address string
}

// Resolve stores the address that the request comes from, for the limit of sign-ups.
func (s *signup) Resolve(ctx huma.Context) []error {
	s.address = humafiber.Unwrap(ctx).IP()
	return nil
}

type refresh struct {
	Body struct {
		RefreshToken string `json:"refresh_token"`
	}
}

type passwordChange struct {
	Body struct {
		CurrentPassword string `json:"current_password" doc:"The present password."`
		Password        string `json:"password" doc:"The new password."`
	}
	address string
}

// Resolve stores the address that the request comes from, for the throttle.
func (c *passwordChange) Resolve(ctx huma.Context) []error {
	c.address = humafiber.Unwrap(ctx).IP()
	return nil
}

type rename struct {
	Body struct {
		Name string `json:"name"`
	}
}

// SignedUp is a new account and its owner.
type SignedUp struct {
	Account Account `json:"account"`
	User    User    `json:"user"`
}

// SignUpAnswer holds a new account and its owner, or says that the address must be confirmed first.
type SignUpAnswer struct {
	State   string   `json:"state,omitempty" enum:"confirm" doc:"Set if the address must be confirmed first: a mail says how. The answer is the same for an address that has a user."`
	Account *Account `json:"account,omitempty"`
	User    *User    `json:"user,omitempty"`
}

type signupOutput struct {
	Status int
	Body   SignUpAnswer
}

func (a *API) authOperations() {
	add(a, operation{method: post, path: "/auth/signup", id: "signup", summary: "Open an account; 202 where the address is confirmed first", may: open, status: http.StatusCreated, later: true}, a.signup)
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
	add(a, operation{method: post, path: "/auth/password-change", id: "change-password", summary: "Change the password; it ends all sessions and tokens, the one of this request too", may: accounts.See, status: http.StatusNoContent},
		func(ctx context.Context, in *passwordChange) (*struct{}, error) {
			_, err := a.Accounts.ChangePassword(ctx,
				accounts.PasswordChange{Current: in.Body.CurrentPassword, New: in.Body.Password, Address: in.address})
			return nil, err
		})
	add(a, operation{method: get, path: "/me", id: "me", summary: "Who the token stands for", may: accounts.See},
		func(ctx context.Context, _ *struct{}) (*Answer[Me], error) {
			m, _ := accounts.MemberFrom(ctx)
			return answer(meOf(m), nil)
		})
	add(a, operation{method: patch, path: "/me", id: "rename-me", summary: "Change the name of the person", may: accounts.See},
		func(ctx context.Context, in *rename) (*Answer[Me], error) {
			m, err := a.Accounts.RenameUser(ctx, in.Body.Name)
			return answer(meOf(m), err)
		})
}

func (a *API) signup(ctx context.Context, in *signup) (*signupOutput, error) {
	up, err := a.Accounts.SignUp(ctx, accounts.SignUp{
		AccountName: in.Body.AccountName, Name: in.Body.Name, Email: in.Body.Email, Password: in.Body.Password, Address: in.address,
	})
	if err != nil {
		return nil, err
	}
	if up.Pending != "" {
		return &signupOutput{http.StatusAccepted, SignUpAnswer{State: "confirm"}}, nil
	}
	account, user := accountOf(up.Member), userOf(up.Member)
	return &signupOutput{http.StatusCreated, SignUpAnswer{Account: &account, User: &user}}, nil
}

func (a *API) token(ctx context.Context, in *Credentials) (*Answer[TokenPair], error) {
	n := accounts.SignIn{Email: in.Body.Email, Password: in.Body.Password, Address: in.address}
	ctx = accounts.WithVisit(ctx, accounts.Visit{Device: in.device, Address: in.address})
	pair, err := a.Accounts.SignInByAPI(ctx, n, in.Body.AccountID)
	return answer(TokenPair(pair), err)
}

func meOf(m accounts.Member) Me {
	out := Me{User: userOf(m), Account: accountOf(m), Role: string(m.Role), Permissions: []string{}, Access: accessOf(m)}
	for _, p := range m.Permissions() {
		out.Permissions = append(out.Permissions, string(p))
	}
	return out
}

func userOf(m accounts.Member) User       { return User{m.UserID, m.Name, m.Email} }
func accountOf(m accounts.Member) Account { return Account{m.AccountID, m.AccountName} }
