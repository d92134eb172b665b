package openai

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	client "github.com/sashabaranov/go-openai"

	"igny8/app/ai/provider"
)

// classify turns an error of the library into a reason.
func (p *Provider) classify(ctx context.Context, err error, wait time.Duration) error {
	if ours := provider.Interrupted(ctx, err); ours != nil {
		return ours
	}
	status, code := statusOf(err)
	reason := reasonOf(status, code)
	if reason == provider.Wrong && modelUnknown(status, code, err) {
		reason = provider.NoModel
	}
	return &provider.Failure{Reason: reason, Status: status, Wait: wait, Err: silenced{err, p.key}}
}

// silenced is an error without the key in it: servers quote a key that they refuse, and errors are logged.
type silenced struct {
	error
	key string
}

func (s silenced) Error() string {
	if s.key == "" {
		return s.error.Error()
	}
	return strings.ReplaceAll(s.error.Error(), s.key, "***")
}

func (s silenced) Unwrap() error { return s.error }

func reasonOf(status int, code string) provider.Reason {
	switch {
	case code == "insufficient_quota" || code == "billing_hard_limit_reached":
		return provider.Denied
	case code == "content_policy_violation" || code == "content_filter" || code == "moderation_blocked":
		return provider.Refused
	case status == http.StatusTooManyRequests || code == "rate_limit_exceeded":
		return provider.Busy
	case status == http.StatusUnauthorized || status == http.StatusForbidden || status == http.StatusPaymentRequired:
		return provider.Denied
	case status == http.StatusRequestTimeout || status == http.StatusConflict:
		return provider.Broken
	case status >= 400 && status < 500:
		return provider.Wrong
	}
	return provider.Broken
}

// modelUnknown reports whether the server says that it does not know the model: by a code, or by a message with 404 or 400.
func modelUnknown(status int, code string, err error) bool {
	text := strings.ToLower(err.Error())
	return code == "model_not_found" || (status == http.StatusNotFound && strings.Contains(text, "model")) ||
		(status == http.StatusBadRequest && strings.Contains(text, "not a valid model"))
}

// statusOf finds status and code. RequestError comes first: an error body that is a plain string matches both types, and
// only that one has its status.
func statusOf(err error) (status int, code string) {
	var request *client.RequestError
	var api *client.APIError
	if errors.As(err, &request) {
		status = request.HTTPStatusCode
	}
	if errors.As(err, &api) {
		status = max(status, api.HTTPStatusCode)
		code = fmt.Sprint(api.Code)
	}
	return status, code
}

// formatRefused reports whether the server does not know response formats.
func formatRefused(err error) bool {
	status, _ := statusOf(err)
	text := err.Error()
	return status == http.StatusBadRequest && (strings.Contains(text, "response_format") || strings.Contains(text, "json_schema"))
}

// headers reads from every response how long the server asks to wait. The library's errors do not contain it.
type headers struct{ next http.RoundTripper }

func (h headers) RoundTrip(r *http.Request) (*http.Response, error) {
	response, err := h.next.RoundTrip(r)
	if w, ok := r.Context().Value(waitKey{}).(*wait); ok && err == nil {
		w.header = response.Header.Get("Retry-After")
	}
	return response, err
}

type waitKey struct{}

type wait struct{ header string }

func withWait(ctx context.Context) (context.Context, *wait) {
	w := &wait{}
	return context.WithValue(ctx, waitKey{}, w), w
}

// asked returns the Retry-After of the response, in seconds or as a date; 0 if there is none.
func (w *wait) asked() time.Duration {
	if seconds, err := strconv.ParseFloat(w.header, 64); err == nil && seconds > 0 && seconds < 1e6 {
		return time.Duration(seconds * float64(time.Second))
	}
	if at, err := http.ParseTime(w.header); err == nil {
		return max(time.Until(at), 0)
	}
	return 0
}
