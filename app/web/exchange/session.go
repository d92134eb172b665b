package exchange

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/fault"
)

// What a session holds: strings alone, so that they survive JSON.
const (
	sessionUser    = "user"
	SessionAccount = "account"
	sessionStamp   = "stamp" // changes with the password: a session begun under another stamp has ended
	sessionFlash   = "flash"
)

const sessionCookie = "igny8_session"

const (
	MemberKey = "member"
	// sessionLoaded is set where there is a session to ask: what fails before that has none.
	sessionLoaded = "session loaded"
)

// newSessions keeps sessions in the store, which hashes their tokens and ends those that go unused: the idle timeout of scs would write on
// every request.
func newSessions(store scs.CtxStore) *scs.SessionManager {
	m := scs.New()
	m.Store = store
	m.Codec = jsonCodec{}
	m.Lifetime = accounts.SessionLife
	return m
}

// jsonCodec spares the decoder that gob compiles for each session.
type jsonCodec struct{}

type sessionData struct {
	Deadline time.Time         `json:"deadline"`
	Values   map[string]string `json:"values"`
}

func (jsonCodec) Encode(deadline time.Time, values map[string]any) ([]byte, error) {
	data := sessionData{Deadline: deadline, Values: map[string]string{}}
	for name, value := range values {
		text, ok := value.(string)
		if !ok {
			return nil, errors.New("a session holds strings alone")
		}
		data.Values[name] = text
	}
	return json.Marshal(data)
}

func (jsonCodec) Decode(b []byte) (time.Time, map[string]any, error) {
	var data sessionData
	if err := json.NewDecoder(bytes.NewReader(b)).Decode(&data); err != nil {
		return time.Time{}, nil, err
	}
	values := make(map[string]any, len(data.Values))
	for name, text := range data.Values {
		values[name] = text
	}
	return data.Deadline, values, nil
}

// Session loads the session, puts the member into the context and stores what the handler changed. A failed handler's
// answer is made first, so that what it said to the session is kept too.
func (s *Shared) Session(c *fiber.Ctx) error {
	ctx, err := s.Sessions.Load(c.UserContext(), c.Cookies(CookieName(sessionCookie, s.OverTLS())))
	if err != nil {
		return err
	}
	loaded := s.Sessions.Token(ctx)
	c.SetUserContext(ctx)
	c.Locals(sessionLoaded, true)
	if err := s.identify(c); err != nil {
		return err
	}
	if err := c.Next(); err != nil {
		if handled := c.App().ErrorHandler(c, err); handled != nil {
			return handled
		}
	}
	return s.keep(c, loaded)
}

// identify finds the person of the session. One who was removed from the account, does not exist any more or has set
// another password since is signed out.
func (s *Shared) identify(c *fiber.Ctx) error {
	ctx := c.UserContext()
	user := s.Sessions.GetString(ctx, sessionUser)
	if user == "" {
		return nil
	}
	member, err := s.Accounts.Resume(ctx, user, s.Sessions.GetString(ctx, SessionAccount))
	if fault.KindOf(err) == fault.NotFound {
		return s.Sessions.Destroy(ctx)
	}
	if err != nil {
		return err
	}
	if member.Stamp != s.Sessions.GetString(ctx, sessionStamp) {
		return s.Sessions.Destroy(ctx)
	}
	c.Locals(MemberKey, member)
	c.SetUserContext(accounts.WithMember(ctx, member))
	return nil
}

// keep stores the session if it was changed. One that has another token than the loaded one begins now.
func (s *Shared) keep(c *fiber.Ctx, loaded string) error {
	ctx := c.UserContext()
	cookie := NewCookie(sessionCookie, s.OverTLS())
	switch s.Sessions.Status(ctx) {
	case scs.Modified:
		if loaded == "" || s.Sessions.Token(ctx) != loaded {
			ctx = accounts.WithVisit(ctx, accounts.Visit{
				UserID: s.Sessions.GetString(ctx, sessionUser), Device: c.Get(fiber.HeaderUserAgent), Address: c.IP(),
			})
		}
		token, expires, err := s.Sessions.Commit(ctx)
		if err != nil {
			return err
		}
		cookie.Value, cookie.Expires = token, expires
	case scs.Destroyed:
		cookie.Expires = time.Unix(1, 0)
	default:
		return nil
	}
	c.Cookie(cookie)
	return nil
}

// SignIn begins a session of the user in the account, with an empty accountID in the one used last. It has a new token, so that one planted
// before does not become the person's.
func (s *Shared) SignIn(ctx context.Context, userID, accountID string) error {
	m, err := s.Accounts.Enter(ctx, userID, accountID)
	if err != nil {
		return err
	}
	if err := s.Sessions.RenewToken(ctx); err != nil {
		return err
	}
	s.Sessions.Put(ctx, sessionUser, m.UserID)
	s.Sessions.Put(ctx, SessionAccount, m.AccountID)
	s.Sessions.Put(ctx, sessionStamp, m.Stamp)
	return nil
}
