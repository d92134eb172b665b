package api

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strconv"

	"github.com/gofiber/fiber/v2"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/runs"
	"igny8/app/writer"
)

// Problem is an error in the format of RFC 9457. Of an unexpected failure it gives no details.
type Problem struct {
	Type   string   `json:"type" doc:"Names the kind of problem."`
	Title  string   `json:"title"`
	Status int      `json:"status"`
	Detail string   `json:"detail" doc:"A sentence for people."`
	Errors []Detail `json:"errors,omitempty"`
	Checks []Check  `json:"checks,omitempty" doc:"The checks of the gate that is not passed, or the parts of a content that are still to be written."`
	Newer  *Content `json:"newer,omitempty" doc:"The newer revision, where a stale one was sent."`
	RunID  string   `json:"run_id,omitempty" doc:"The run that is about the same and has not ended, where a second one was asked for."`
	wait   int      // seconds until the request may succeed; 0: not known
}

// Detail says what is wrong with one value.
type Detail struct {
	Location string `json:"location"`
	Message  string `json:"message"`
}

func (p *Problem) Error() string  { return p.Detail }
func (p *Problem) GetStatus() int { return p.Status }

// ContentType returns the media type of problems.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// GetHeaders returns the headers that the answer needs besides the problem.
func (p *Problem) GetHeaders() http.Header {
	headers := http.Header{}
	if p.Status == http.StatusUnauthorized {
		headers.Set("WWW-Authenticate", "Bearer")
	}
	if p.wait > 0 {
		headers.Set("Retry-After", strconv.Itoa(p.wait))
	}
	return headers
}

func problem(kind fault.Kind, status int, sentence string) *Problem {
	return &Problem{Type: "urn:igny8:problem:" + string(kind), Title: http.StatusText(status), Status: status, Detail: sentence}
}

// problemOf returns err as a problem. It logs failures of ours and of the servers that we need; nobody else logs them.
func problemOf(ctx context.Context, err error) *Problem {
	var known *Problem
	if errors.As(err, &known) {
		return known
	}
	err = database.Outage(err)
	kind := fault.KindOf(err)
	status := kind.Status()
	if status >= http.StatusInternalServerError {
		slog.ErrorContext(ctx, "request failed", "error", err)
	}
	p := problem(kind, status, fault.Sentence(err))
	p.wait = fault.RetryAfter(err)
	for _, f := range fault.FieldsOf(err) {
		p.Errors = append(p.Errors, Detail{Location: "body." + f.Name, Message: f.Message})
	}
	if closed, ok := gates.ClosedOf(err); ok {
		p.Checks = checksOf(closed.Gate)
	}
	var underway *runs.Underway
	if errors.As(err, &underway) {
		p.RunID = underway.Run.ID
	}
	var stale *writer.Stale
	if errors.As(err, &stale) {
		newer := contentOf(stale.Newer)
		p.Newer = &newer
	}
	return p
}

// Failed answers errors under /api that no operation handles: an unknown address, an invalid token, a body that is too large.
func Failed(c *fiber.Ctx, err error) error {
	var f *fiber.Error
	if errors.As(err, &f) && f.Code < fiber.StatusInternalServerError {
		err = &Problem{Type: "about:blank", Title: http.StatusText(f.Code), Status: f.Code, Detail: f.Message}
	}
	p := problemOf(c.UserContext(), err)
	body, err := json.Marshal(p)
	if err != nil {
		return err
	}
	for name, values := range p.GetHeaders() {
		c.Set(name, values[0])
	}
	if p.Status == http.StatusUnauthorized && bearer(c) != "" {
		c.Set(fiber.HeaderWWWAuthenticate, `Bearer error="invalid_token"`) // RFC 6750, section 3.1
	}
	c.Set(fiber.HeaderContentType, p.ContentType(""))
	return c.Status(p.Status).Send(body)
}
