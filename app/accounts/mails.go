package accounts

import (
	"context"
	"time"

	"gorm.io/gorm"

	"igny8/app/events"
	"igny8/app/fault"
)

// mostAsked is how many mails that strangers can ask for may wait to be sent.
const mostAsked = 100

// Subscribe has the mails sent that nobody waits for at a screen. What is mailed is found out after the answer, so that neither
// the answer nor its time tells whether an address has a user. A link is made when its mail is sent: the token is stored nowhere.
func (s *Service) Subscribe(to *events.Service) {
	if s.options.Mailer == nil {
		return
	}
	to.Subscribe("accounts.sign_up_mail", events.SignUpAsked, s.mailSignUp)
	to.Subscribe("accounts.reset_mail", events.PasswordResetAsked, s.mailReset)
	to.Subscribe("accounts.notice_mail", events.NoticeDue, s.mailNotice)
}

// ask announces that a stranger wants a mail. While too many wait, it refuses.
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

// notify announces that the person is to be told by mail what happened to their user.
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
