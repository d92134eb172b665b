// Package entry shows the pages before sign-in: the marketing page, sign-up, sign-in, invitations and password reset.
package entry

import (
	"time"

	"igny8/views/form"
)

// Signup is the form that opens an account.
type Signup struct {
	Account, Name, Email string
	Open                 bool // sign-up is open to everybody
	Confirm              bool // the address is confirmed first
	Credits              int64
	Problems             form.Problems
}

// Sent holds the address to which the mail of a sign-up was sent. The page is the same for an address that has a user already.
type Sent struct {
	Email     string
	Until     time.Time
	SendsMail bool
	Problems  form.Problems
}

// Confirm is the form that confirms the address of a sign-up.
type Confirm struct {
	Token, Account, Email string
	AskPassword           bool // this browser is not the one that signed up
	Problems              form.Problems
}

// Ended says that a link is used or expired, and what to do now. Without a Label it offers the sign-in only.
type Ended struct{ Sentence, Label, Href string }

// Login is the form that begins a session. Next is where the person wanted to go.
type Login struct {
	Email, Next string
	SignupOpen  bool
	Problems    form.Problems
}

// Forgot is the form that requests a reset mail. Sent means that the form was sent; the answer is the same for every address.
type Forgot struct {
	Email     string
	Sent      bool
	SendsMail bool
	Problems  form.Problems
}

// Reset is the form that sets a new password.
type Reset struct {
	Token    string
	Problems form.Problems
}

// Invitation is the form that accepts an invitation. Known means that the address has a user already, who confirms with their
// existing password.
type Invitation struct {
	Token, Account, Role, Email, Name string
	Known                             bool
	Problems                          form.Problems
}
