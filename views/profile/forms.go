// Package profile shows a person's own data and the forms that change it: name, e-mail, password and sessions.
package profile

import (
	"igny8/app/accounts"
	"igny8/views/form"
)

// Profile is the person with their sessions. Name is the name as it was typed.
type Profile struct {
	Name, Email string
	Pending     *accounts.EmailChange // a new address that is not confirmed yet
	Mailbox     bool                  // mails are stored for the operator instead of sent
	Sessions    []accounts.ActiveSession
	Problems    form.Problems
}

// EmailForm is the form that changes the e-mail address. New is the address as it was typed.
type EmailForm struct {
	Email, New string
	Problems   form.Problems
}

// PasswordForm is the form that changes the password.
type PasswordForm struct {
	Email    string // for password managers
	Problems form.Problems
}

// Confirmation is the form that opens from the link in the mail to a new address.
type Confirmation struct {
	Token, Email string
	Problems     form.Problems
}
