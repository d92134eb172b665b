package exchange

import (
	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/sites"
	"igny8/views/address"
)

// Route is a line of the table of a room, whose handler is H. What a person needs to be allowed stands here and nowhere else.
type Route[H any] struct {
	Verb   verb
	Path   string
	May    accounts.Permission // Public: anybody
	Site   finder              // how the site is found; nil: the account as a whole
	Handle func(H) error
}

// At returns a line of the table of a room.
func At[H any](verb verb, path string, may accounts.Permission, site finder, handle func(H) error) Route[H] {
	return Route[H]{verb, path, may, site, handle}
}

// Table returns the routes of a room as the server mounts them. The room's handler is made anew for each request.
func Table[H any](room func(*Exchange) H, tables ...[]Route[H]) []Route[*Exchange] {
	var all []Route[*Exchange]
	for _, table := range tables {
		for _, r := range table {
			all = append(all, Route[*Exchange]{r.Verb, r.Path, r.May, r.Site, func(x *Exchange) error { return r.Handle(room(x)) }})
		}
	}
	return all
}

// Public is the permission that nobody needs to have.
const Public accounts.Permission = ""

// finder says which site a request is about. A site out of reach does not exist for the person.
type finder func(*Exchange) (siteID string, err error)

func InSite(x *Exchange) (string, error) { return x.Params("site"), nil }

// Of finds the site of the object that :id names.
func Of[T any](noun string) finder {
	return func(x *Exchange) (string, error) { return sites.Of[T](x.Context(), x.Sites, noun, x.Params("id")) }
}

// Serve reads what the request brings, admits it by its route's permission and hands it on.
func (s *Shared) Serve(r Route[*Exchange]) fiber.Handler {
	return func(c *fiber.Ctx) error {
		x := &Exchange{Ctx: c, Shared: s}
		x.Member, _ = c.Locals(MemberKey).(accounts.Member)
		defer func() {
			if x.form != nil {
				_ = x.form.Close()
			}
		}()
		if r.Verb == Get && r.May != Public && !x.SignedIn() {
			return x.askToSignIn()
		}
		if err := x.receive(r); err != nil {
			return err
		}
		return x.limited(r.Verb.patience(), r.Handle)
	}
}

// admit finds the site of the route and refuses who may not do what the route does.
func (x *Exchange) admit(r Route[*Exchange]) error {
	if r.May == Public {
		return nil
	}
	if !x.SignedIn() {
		return signedOut()
	}
	if r.Site != nil {
		id, err := r.Site(x)
		if err != nil {
			return err
		}
		if x.Site, err = x.Sites.Get(x.Context(), id); err != nil {
			return err
		}
	}
	if !x.Member.May(r.May, x.Site.ID) {
		return fault.New(fault.Forbidden, "Your role in this account does not allow that. An owner or admin can change it under Members.")
	}
	return nil
}

func (x *Exchange) askToSignIn() error {
	if x.Partial() {
		return signedOut()
	}
	return x.To(address.With(address.Login, "next", x.OriginalURL()))
}

// signedOut says how to lose nothing: a form works again as soon as the same person has signed in, in whatever tab.
func signedOut() error {
	return fault.New(fault.Unauthenticated, "You are signed out, and nothing was changed. Sign in in another tab, go back to your form and send it once more: what you typed is still there.")
}

// Within finds the object that :id names, which has to be one of the site that :site names.
func Within[T any](noun string) finder {
	find := Of[T](noun)
	return func(x *Exchange) (string, error) {
		id, err := find(x)
		if err == nil && id != x.Params("site") {
			return "", fault.Missing(noun)
		}
		return id, err
	}
}
