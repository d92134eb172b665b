package web

import (
	"log/slog"
	"regexp"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"igny8/app/database"
	"igny8/app/logs"
)

// harmless is the form of the request ids that are taken from a proxy.
var harmless = regexp.MustCompile(`^[A-Za-z0-9._-]{8,64}$`)

// requestID gives the request an id, which the answer and each line of the log carry. A trusted proxy may have given one.
func requestID(c *fiber.Ctx) error {
	id := c.Get(fiber.HeaderXRequestID)
	if !c.IsProxyTrusted() || !harmless.MatchString(id) {
		id = database.NewID()
	}
	c.Set(fiber.HeaderXRequestID, id)
	c.SetUserContext(logs.WithRequest(c.UserContext(), id))
	return c.Next()
}

// observe counts the request and writes its line of the access log.
func (s *Server) observe(c *fiber.Ctx) error {
	begun := time.Now()
	err := c.Next()
	if err != nil {
		// Call the error handler here: it sets the status that is counted.
		if handled := c.App().ErrorHandler(c, err); handled != nil {
			return handled
		}
	}
	status, took := c.Response().StatusCode(), time.Since(begun)
	s.Metrics.request(c.Method(), c.Route().Path, status, took)
	slog.Log(c.UserContext(), accessLevel(c.Path()), "request",
		"method", c.Method(), "path", loggable(c), "status", status, "ms", took.Milliseconds(), "bytes", size(c))
	return nil
}

// accessLevel keeps the questions of monitors, which come every few seconds, out of the usual log.
func accessLevel(path string) slog.Level {
	switch path {
	case "/healthz", "/readyz", "/metrics":
		return slog.LevelDebug
	}
	return slog.LevelInfo
}

// size returns the number of bytes of the answer's body, -1 if it is not known before it is sent.
func size(c *fiber.Ctx) int {
	if c.Response().IsBodyStream() {
		return c.Response().Header.ContentLength()
	}
	return len(c.Response().Body())
}

// maxLogged bounds the addresses in the log. Nobody sends a longer one in good faith.
const maxLogged = 300

// loggable returns the address of the request without secrets: the tokens of previews, invitations and other links.
func loggable(c *fiber.Ctx) string {
	path := c.Path()
	if token := c.Params("token"); token != "" {
		path = strings.ReplaceAll(path, token, "***")
	}
	return masked(path)
}

var uuid = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

// masked replaces what may be a token in the path: everything of a preview, and long segments that are no ids.
func masked(path string) string {
	if strings.HasPrefix(path, "/preview/") {
		return "/preview/***"
	}
	segments := strings.Split(path, "/")
	for i, segment := range segments {
		if len(segment) > 24 && !uuid.MatchString(segment) && !strings.HasPrefix(path, "/static/") {
			segments[i] = "***"
		}
	}
	path = strings.Join(segments, "/")
	return path[:min(len(path), maxLogged)]
}
