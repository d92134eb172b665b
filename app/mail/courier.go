package mail

import (
	"context"
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"igny8/app/database"
	"igny8/views/email"
)

// patience is the time limit of the server for one mail.
const patience = 15 * time.Second

// courier sends mails to an SMTP server. It encrypts unless the address says tls=off, and never sends a password in the
// clear.
type courier struct {
	host    string
	options []gomail.Option
	from    *mail.Address
	domain  string // of the message ids
}

func newCourier(address, baseHost string) (*courier, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || (u.Scheme != "smtp" && u.Scheme != "smtps") {
		// The address contains a password, so the error does not repeat it.
		return nil, errors.New("SMTP_URL must look like smtp://user:password@mail.example.com:587?from=hello@example.com, or smtps://")
	}
	c := &courier{host: u.Hostname(), domain: baseHost}
	if c.from, err = sender(u, baseHost); err != nil {
		return nil, err
	}
	encryption, err := encryptionOf(u)
	if err != nil {
		return nil, err
	}
	c.options = append(c.options, encryption)
	if port, err := strconv.Atoi(u.Port()); err == nil {
		c.options = append(c.options, gomail.WithPort(port))
	}
	if password, ok := u.User.Password(); ok {
		c.options = append(c.options, gomail.WithUsername(u.User.Username()), gomail.WithPassword(password),
			gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover))
	}
	_, err = gomail.NewClient(c.host, c.options...)
	return c, err
}

// encryptionOf returns TLS from the start for smtps, and required STARTTLS for smtp: links in mails are secrets, and an
// attacker on the line could make a server look as if it could not encrypt.
func encryptionOf(u *url.URL) (gomail.Option, error) {
	off := u.Query().Get("tls") == "off"
	switch {
	case u.Query().Has("tls") && (!off || u.Scheme == "smtps"):
		return nil, errors.New("SMTP_URL: tls can only be off, and only for smtp://. Without it mails are always encrypted")
	case u.Scheme == "smtps":
		return gomail.WithSSLPort(false), nil
	case off:
		return gomail.WithTLSPortPolicy(gomail.NoTLS), nil
	}
	return gomail.WithTLSPortPolicy(gomail.TLSMandatory), nil
}

// sender returns the from parameter, else the user if that is an address, else igny8 at the host of the installation.
func sender(u *url.URL, baseHost string) (*mail.Address, error) {
	if from := u.Query().Get("from"); from != "" {
		address, err := mail.ParseAddress(from)
		if err != nil {
			return nil, errors.New("SMTP_URL: from must be an e-mail address")
		}
		return address, nil
	}
	if address, err := mail.ParseAddress(u.User.Username()); err == nil {
		return &mail.Address{Name: "IGNY8", Address: address.Address}, nil
	}
	return &mail.Address{Name: "IGNY8", Address: "igny8@" + baseHost}, nil
}

func (c *courier) send(ctx context.Context, l email.Letter, html string) error {
	m := gomail.NewMsg()
	m.FromMailAddress(c.from)
	if err := m.To(l.To); err != nil {
		return err
	}
	m.Subject(l.Subject)
	m.SetDate()
	m.SetMessageIDWithValue(database.NewID() + "@" + c.domain)
	m.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: prevents out-of-office answers
	m.SetBodyString(gomail.TypeTextPlain, l.Text())
	m.AddAlternativeString(gomail.TypeTextHTML, html)
	client, err := gomail.NewClient(c.host, slices.Concat(c.options, []gomail.Option{gomail.WithTimeout(patienceOf(ctx))})...)
	if err != nil {
		return err
	}
	err = client.DialAndSendWithContext(ctx, m)
	if err != nil && strings.Contains(err.Error(), "does not support STARTTLS") {
		return fmt.Errorf("the mail server offers no encryption (STARTTLS), so nothing was sent; "+
			"add tls=off to SMTP_URL if you trust the network between: %w", err)
	}
	return err
}

// patienceOf returns the part of patience that ctx leaves: the client observes the context only until it is connected.
func patienceOf(ctx context.Context) time.Duration {
	deadline, ok := ctx.Deadline()
	if !ok {
		return patience
	}
	return max(time.Millisecond, min(patience, time.Until(deadline)))
}
