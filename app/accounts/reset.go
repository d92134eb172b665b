package accounts

import "time"

// ResetMail is what the mail of a password reset says.
type ResetMail struct {
	To, Name, Link string
	ExpiresAt      time.Time
}
