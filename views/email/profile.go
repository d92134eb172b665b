package email

import (
	"fmt"

	"igny8/app/accounts"
)

// EmailChange returns the mail to a new address, with the link that confirms it.
func EmailChange(m accounts.EmailChangeMail) Letter {
	return Letter{
		To:      m.To,
		Subject: "Confirm your new e-mail address for IGNY8",
		Lines: []string{
			fmt.Sprintf("Hello %s,", name(m.Name, "there")),
			fmt.Sprintf("you want to sign in to IGNY8 with this address, %s, from now on. Confirm it to make the change.", m.To),
		},
		Links:   []Link{{"Confirm the address", m.Link}},
		Closing: fmt.Sprintf("The link works once, until %s. If you did not ask for it, do nothing: nothing changes.", day(m.ExpiresAt)),
		Ends:    m.ExpiresAt,
	}
}

// Notice returns the mail about something that happened to a user.
func Notice(m accounts.NoticeMail) Letter {
	l := Letter{To: m.To, Lines: []string{fmt.Sprintf("Hello %s,", name(m.Name, "there"))}}
	switch m.Event {
	case accounts.EmailChangeAsked:
		l.Subject = "A new e-mail address was asked for"
		l.say("your IGNY8 user is to get the address %s. It changes as soon as the link that we sent there is followed.", m.Email)
		l.Links = []Link{{"See your profile", m.Link}}
		l.Closing = "If it was not you, withdraw the change in your profile and choose a new password: somebody knows yours."
	case accounts.EmailChanged:
		l.Subject = "Your e-mail address for IGNY8 was changed"
		l.say("you sign in to IGNY8 with %s from now on, and mails go there. This address is not used any more.", m.Email)
		l.Links = []Link{{"Sign in", m.Link}}
		l.Closing = "If it was not you, tell an owner or admin of your account at once."
	case accounts.EmailTaken:
		l.Subject = "Somebody wants to use your address for IGNY8"
		l.say("somebody who is signed in to IGNY8 asked to use the address %s. It has a user already, so nothing was changed.", m.Email)
		l.Links = []Link{{"Sign in with this address", m.Link}}
		l.Closing = "If it was not you, you need do nothing."
	case accounts.PasswordChanged:
		l.Subject = "Your password for IGNY8 was changed"
		l.say("your password was changed, and you were signed out everywhere else.")
		l.Links = []Link{{"Ask for a new password", m.Link}}
		l.Closing = "If it was you, you need do nothing. If it was not you, ask for a new password now: it ends every session."
	}
	return l
}

func (l *Letter) say(format string, args ...any) {
	l.Lines = append(l.Lines, fmt.Sprintf(format, args...))
}
