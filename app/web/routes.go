package web

import (
	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/sites"
	"igny8/views/address"
)

// route is a line of the tables in the files of the modules. What a person needs to be allowed stands here and nowhere else.
type route struct {
	verb   verb
	path   string
	may    accounts.Permission // public: anybody
	site   finder              // how the site is found; nil: the account as a whole
	handle func(*exchange) error
}

// public is the permission that nobody needs to have.
const public accounts.Permission = ""

// finder says which site a request is about. A site out of reach does not exist for the person.
type finder func(*exchange) (siteID string, err error)

func inSite(x *exchange) (string, error) { return x.Params("site"), nil }

// of finds the site of the object that :id names.
func of[T any](noun string) finder {
	return func(x *exchange) (string, error) { return sites.Of[T](x.ctx(), x.Sites, noun, x.Params("id")) }
}

// serve reads what the request brings, admits it by its route's permission and hands it on.
func (s *Server) serve(r route) fiber.Handler {
	return func(c *fiber.Ctx) error {
		x := &exchange{Ctx: c, Server: s}
		x.member, _ = c.Locals(memberKey).(accounts.Member)
		defer func() {
			if x.form != nil {
				_ = x.form.Close()
			}
		}()
		if r.verb == get && r.may != public && !x.signedIn() {
			return x.askToSignIn()
		}
		if err := x.receive(r); err != nil {
			return err
		}
		return x.limited(r.verb.patience(), r.handle)
	}
}

// admit finds the site of the route and refuses who may not do what the route does.
func (x *exchange) admit(r route) error {
	if r.may == public {
		return nil
	}
	if !x.signedIn() {
		return signedOut()
	}
	if r.site != nil {
		id, err := r.site(x)
		if err != nil {
			return err
		}
		if x.site, err = x.Sites.Get(x.ctx(), id); err != nil {
			return err
		}
	}
	if !x.member.May(r.may, x.site.ID) {
		return fault.New(fault.Forbidden, "Your role in this account does not allow that. An owner or admin can change it under Members.")
	}
	return nil
}

func (x *exchange) askToSignIn() error {
	if x.partial() {
		return signedOut()
	}
	return x.to(address.With(address.Login, "next", x.OriginalURL()))
}

// signedOut says how to lose nothing: a form works again as soon as the same person has signed in, in whatever tab.
func signedOut() error {
	return fault.New(fault.Unauthenticated, "You are signed out, and nothing was changed. Sign in in another tab, go back to your form and send it once more: what you typed is still there.")
}
