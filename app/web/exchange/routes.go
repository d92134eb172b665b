package exchange

import (
	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/sites"
	"igny8/views/address"
)

// Route is a line of the route table of a package whose handler is H. It is the only place that names the permission for a request.
type Route[H any] struct {
	Verb   verb
	Path   string
	May    accounts.Permission // Public: anybody
	Site   finder              // how the site is found; nil: the account as a whole
	Handle func(H) error
}

// At returns a line of a route table.
func At[H any](verb verb, path string, may accounts.Permission, site finder, handle func(H) error) Route[H] {
	return Route[H]{verb, path, may, site, handle}
}

// Table returns the routes of a package as the server mounts them. It calls room for each request to make the handler.
func Table[H any](room func(*Exchange) H, tables ...[]Route[H]) []Route[*Exchange] {
	var all []Route[*Exchange]
	for _, table := range tables {
		for _, r := range table {
			all = append(all, Route[*Exchange]{r.Verb, r.Path, r.May, r.Site, func(x *Exchange) error { return r.Handle(room(x)) }})
		}
	}
	return all
}

// Public marks a route that is open to everybody.
const Public accounts.Permission = ""

// finder returns the id of the site that a request is about. A site that the person may not see is reported as not found.
type finder func(*Exchange) (siteID string, err error)

func InSite(x *Exchange) (string, error) { return x.Params("site"), nil }

// Of returns a finder of the site of the object that :id names.
func Of[T any](noun string) finder {
	return func(x *Exchange) (string, error) { return sites.Of[T](x.Context(), x.Sites, noun, x.Params("id")) }
}

// Serve returns a Fiber handler that reads the request, checks the permission of the route and calls the route's handler.
func (s *Shared) Serve(r Route[*Exchange]) fiber.Handler {
	return func(c *fiber.Ctx) error {
		x := &Exchange{Ctx: c, Shared: s}
		x.Member, _ = c.Locals(MemberKey).(accounts.Member)
		if r.Verb == Get {
			x.SetUserContext(database.Remembering(x.Context()))
		}
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

// admit finds the site of the route and refuses a person without the permission of the route.
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
		if err := x.enter(id); err != nil {
			return err
		}
	}
	if !x.Member.May(r.May, x.Site.ID) {
		return fault.New(fault.Forbidden, "Your role in this account does not allow that. An owner or admin can change it under Members.")
	}
	return nil
}

// enter loads the site. For a page it loads the others with it, which the frame lists.
func (x *Exchange) enter(siteID string) (err error) {
	if x.frame == nil && x.frames() {
		x.loadFrame(siteID)
	}
	x.Site, err = x.Sites.Get(x.Context(), siteID)
	return err
}

// frames reports whether the answer is a page with the frame around it.
func (x *Exchange) frames() bool { return x.Method() == fiber.MethodGet && !x.Partial() }

func (x *Exchange) askToSignIn() error {
	if x.Partial() {
		return signedOut()
	}
	return x.To(address.With(address.Login, "next", x.OriginalURL()))
}

// signedOut returns an error that tells people how to keep what they typed: the form works again as soon as the same person has
// signed in, in any tab.
func signedOut() error {
	return fault.New(fault.Unauthenticated, "You are signed out, and nothing was changed. Sign in in another tab, go back to your form and send it once more: what you typed is still there.")
}

// Within returns a finder of the object that :id names. The object must belong to the site that :site names.
func Within[T any](noun string) finder {
	find := Of[T](noun)
	return func(x *Exchange) (string, error) {
		if x.frames() {
			x.loadFrame(x.Params("site"))
		}
		id, err := find(x)
		if err == nil && id != x.Params("site") {
			return "", fault.Missing(noun)
		}
		return id, err
	}
}
