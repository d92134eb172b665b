package accounts

import (
	"context"
	"time"

	"gorm.io/gorm"

	"igny8/app/events"
	"igny8/app/fault"
)

// mostAsked is how many mails that strangers can request may wait to be sent.
const mostAsked = 100

// Subscribe registers the handlers that send mails in the background. They look up the address after the response, so that neither the
// response nor its time reveals whether an address has a user. They create a link when its mail is sent: the token is stored nowhere.
func (s *Service) Subscribe(to *events.Service) {
	if s.options.Mailer == nil {
		return
	}
	to.Subscribe("accounts.sign_up_mail", events.SignUpAsked, s.mailSignUp)
	to.Subscribe("accounts.reset_mail", events.PasswordResetAsked, s.mailReset)
	to.Subscribe("accounts.notice_mail", events.NoticeDue, s.mailNotice)
}

// ask records that a stranger requests a mail. It refuses while too many wait.
func ask(tx *gorm.DB, e events.Event) error {
	waiting, err := events.Waiting(tx, events.SignUpAsked, events.PasswordResetAsked)
	if err != nil {
		return err
	}
	if waiting >= mostAsked {
		return fault.Throttle(time.Minute, "Too many mails are being sent just now, so this one was not. Try again in a minute.")
	}
	return events.Announce(tx, e)
}

// notify records that the person must get a mail about what happened to their user.
func notify(tx *gorm.DB, u User, what NoticeEvent, email string) error {
	return events.Announce(tx, events.Event{
		Kind: events.NoticeDue, ObjectID: u.ID, Data: events.Data{Notice: string(what), To: u.Email, Name: u.Name, Email: email},
	})
}

func (s *Service) mailNotice(ctx context.Context, e events.Event) error {
	m := NoticeMail{To: e.Data.To, Name: e.Data.Name, Event: NoticeEvent(e.Data.Notice), Email: e.Data.Email}
	switch m.Event {
	case EmailChangeAsked:
		m.Link = s.options.Addresses.Profile()
	case PasswordChanged:
		m.Link = s.options.Addresses.ForgotPassword()
	default:
		m.Link = s.options.Addresses.SignIn()
	}
	return s.options.Mailer.Notice(ctx, m)
}
