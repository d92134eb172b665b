// Package profile is what a person sees and changes of themselves: name, e-mail, password and the sessions they are signed in by.
package profile

import (
	"igny8/app/accounts"
	"igny8/views/form"
)

// Profile is the person with their sessions. Name is as it was typed.
type Profile struct {
	Name, Email string
	Pending     *accounts.EmailChange // an address that waits to be confirmed
	Mailbox     bool                  // mails are kept for the operator instead of sent
	Sessions    []accounts.ActiveSession
	Problems    form.Problems
}

// EmailForm asks for another address. New is as it was typed.
type EmailForm struct {
	Email, New string
	Problems   form.Problems
}

// PasswordForm asks for another password.
type PasswordForm struct {
	Email    string // for password managers
	Problems form.Problems
}

// Confirmation is the page that the link to a new address opens.
type Confirmation struct {
	Token, Email string
	Problems     form.Problems
}
