package web

import (
	"context"
	"errors"
	"strconv"

	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/gates"
	views "igny8/views/failure"
)

// statusOf is the one table from kinds to statuses.
func statusOf(kind fault.Kind) int {
	switch kind {
	case fault.Invalid:
		return fiber.StatusUnprocessableEntity
	case fault.NotFound:
		return fiber.StatusNotFound
	case fault.Forbidden:
		return fiber.StatusForbidden
	case fault.Unauthenticated:
		return fiber.StatusUnauthorized
	case fault.Conflict:
		return fiber.StatusConflict
	case fault.NoCredits:
		return fiber.StatusPaymentRequired
	case fault.TooLarge:
		return fiber.StatusRequestEntityTooLarge
	case fault.Throttled:
		return fiber.StatusTooManyRequests
	case fault.Unavailable:
		return fiber.StatusServiceUnavailable
	}
	return fiber.StatusInternalServerError
}

// Failed turns an error into its status and a page, or into a notice when a part was asked for. Unknown errors are logged
// here, once, and say nothing of themselves.
func (s *Server) Failed(c *fiber.Ctx, err error) error {
	err = known(err)
	c.SetUserContext(context.WithoutCancel(c.UserContext())) // what ran out of time still gets its page
	kind := fault.KindOf(err)
	if kind == fault.Internal {
		logger(c).Error("request failed", "method", c.Method(), "path", c.Path(), "error", err)
	}
	c.Status(statusOf(kind))
	retryAfter(c, err)
	v := views.View{Status: statusOf(kind), Sentence: fault.Sentence(err)}
	if closed, ok := gates.ClosedOf(err); ok {
		v.Gate = &closed.Gate
	}
	x := &exchange{Ctx: c, Server: s}
	x.member, _ = c.Locals(memberKey).(accounts.Member)
	if x.partial() {
		c.Set("HX-Retarget", "#notices")
		c.Set("HX-Reswap", "innerHTML")
		return render(c, views.Part(v))
	}
	promise(c)
	if x.signedIn() {
		return render(c, views.Page(x.chrome(v.Title()), v))
	}
	return render(c, views.Public(x.outside(v.Title()), v))
}

// retryAfter tells the client how long to wait, where err says it.
func retryAfter(c *fiber.Ctx, err error) {
	if seconds := fault.RetryAfter(err); seconds > 0 {
		c.Set(fiber.HeaderRetryAfter, strconv.Itoa(seconds))
	}
}

// known gives the errors of Fiber and of the clock the words of ours.
func known(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return fault.Wrap(err, fault.Unavailable, "This took too long and was stopped. Nothing was changed; please try again.")
	}
	var f *fiber.Error
	if !errors.As(err, &f) {
		return err
	}
	switch f.Code {
	case fiber.StatusNotFound, fiber.StatusMethodNotAllowed:
		return fault.New(fault.NotFound, "There is no such page.")
	case fiber.StatusRequestEntityTooLarge:
		return fault.New(fault.TooLarge, "That is more than 120 MB at once. Nothing was read. Send the files one by one; each may have 50 MB.")
	}
	if f.Code >= fiber.StatusInternalServerError {
		return err
	}
	return fault.New(fault.Invalid, "The request could not be read.")
}
