package web

import (
	"context"
	"errors"
	"log/slog"
	"maps"
	"slices"
	"strings"

	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/body"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/web/exchange"
	views "igny8/views/failure"
)

// Failed turns an error into its status and a page, or into a notice when the request swaps a part. It logs failures of ours and of the
// servers that we need once; people do not see their text.
func (s *Server) Failed(c *fiber.Ctx, err error) error {
	err = known(err)
	c.SetUserContext(context.WithoutCancel(c.UserContext())) // a request that ran out of time still gets its error page
	kind := fault.KindOf(err)
	if kind.Status() >= fiber.StatusInternalServerError {
		slog.ErrorContext(c.UserContext(), "request failed", "error", err)
	}
	c.Status(kind.Status())
	exchange.RetryAfter(c, err)
	v := views.View{Status: kind.Status(), Sentence: fault.Sentence(err)}
	if closed, ok := gates.ClosedOf(err); ok {
		v.Gate = &closed.Gate
	}
	x := &exchange.Exchange{Ctx: c, Shared: s.Shared}
	x.Member, _ = c.Locals(exchange.MemberKey).(accounts.Member)
	if x.Partial() {
		c.Set("HX-Retarget", "#notices")
		c.Set("HX-Reswap", "innerHTML")
		return exchange.Render(c, views.Part(v))
	}
	promise(c)
	if x.SignedIn() {
		return exchange.Render(c, views.Page(x.Chrome(v.Title()), v))
	}
	return exchange.Render(c, views.Public(x.Outside(v.Title()), v))
}

// known translates the errors of Fiber and of the database into faults of our own with sentences for people.
func known(err error) error {
	err = database.Outage(err)
	var f *fiber.Error
	if !errors.As(err, &f) {
		return err
	}
	switch f.Code {
	case fiber.StatusNotFound:
		return fault.New(fault.NotFound, "There is no such page.")
	case fiber.StatusRequestHeaderFieldsTooLarge:
		return tooLong()
	case fiber.StatusRequestTimeout:
		return body.TooSlow(err)
	}
	if f.Code >= fiber.StatusInternalServerError {
		return err
	}
	return fault.New(fault.Malformed, "The request could not be read.")
}

// pathMethods maps the pattern of a path to the methods that its routes accept.
type pathMethods map[string][]string

// refuse answers a request that no route accepts: 405 with the allowed methods if the path exists, else 404.
func (m pathMethods) refuse(c *fiber.Ctx) error {
	allowed := map[string]bool{}
	for pattern, methods := range m {
		if fiber.RoutePatternMatch(c.Path(), pattern) {
			for _, method := range methods {
				allowed[method] = true
			}
		}
	}
	if len(allowed) == 0 {
		return fiber.ErrNotFound
	}
	if allowed[fiber.MethodGet] {
		allowed[fiber.MethodHead] = true
	}
	c.Set(fiber.HeaderAllow, strings.Join(slices.Sorted(maps.Keys(allowed)), ", "))
	return fault.New(fault.NotAllowed, "This address does not take the method %s.", c.Method())
}
