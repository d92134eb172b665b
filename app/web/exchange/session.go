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

// The keys of a session. All values are strings, so that JSON does not change their type.
const (
	sessionUser    = "user"
	SessionAccount = "account"
	sessionStamp   = "stamp" // changes with the password: a session with an older stamp is not valid any more
	sessionFlash   = "flash"
)

const sessionCookie = "igny8_session"

const (
	MemberKey = "member"
	// sessionLoaded is set once the session is loaded. A request that fails before that has no session.
	sessionLoaded = "session loaded"
)

// newSessions returns a manager that keeps sessions in the store. The store hashes their tokens and ends unused sessions,
// because the idle timeout of scs would write on every request.
func newSessions(store scs.CtxStore) *scs.SessionManager {
	m := scs.New()
	m.Store = store
	m.Codec = jsonCodec{}
	m.Lifetime = accounts.SessionLife
	return m
}

// jsonCodec encodes sessions as JSON, which is faster than gob: gob compiles a decoder for each session.
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

// Session loads the session, puts the member into the context and stores what the handler changed. If the handler fails,
// the error page is made before the session is stored, so that changes by the error page are stored, too.
func (s *Shared) Session(c *fiber.Ctx) error {
	token := c.Cookies(CookieName(sessionCookie, s.OverTLS()))
	ctx, err := c.UserContext(), error(nil)
	if token != "" {
		if ctx, err = s.Accounts.Arrive(ctx, token); err != nil {
			return err
		}
	}
	if ctx, err = s.Sessions.Load(ctx, token); err != nil {
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

// identify finds the person of the session. It signs out a person who was removed from the account, does not exist any
// more or has changed the password since.
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

// keep stores the session if it was changed. A session whose token differs from the loaded one is new.
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

// SignIn begins a session of the user in the account; an empty accountID means the account used last. The session gets a
// new token, so that a token that an attacker planted before is useless (session fixation).
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
