package ai

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"

	"igny8/app/ai/provider"
)

// probeTimeout is the time for the test question, and again for a test vector.
const probeTimeout = 10 * time.Second

var probe = provider.Completion{
	System:     "You are being tested. Answer with one JSON value that follows the schema, and nothing else.",
	Prompt:     `Answer with {"answer": "yes"}.`,
	SchemaName: "test",
	Schema:     json.RawMessage(`{"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"],"additionalProperties":false}`),
	MaxTokens:  500, // models that think first need some
}

// keyChecker is a Provider that can check its key without a paid question.
type keyChecker interface {
	Ping(context.Context) error
}

// probe asks for an answer, and for a vector if a model for vectors is named.
func (c connected) probe(ctx context.Context) (ok bool, said string) {
	begun := time.Now()
	limited, cancel := context.WithTimeout(ctx, probeTimeout)
	if p, ok := c.Provider.(keyChecker); ok {
		defer cancel()
		if err := p.Ping(limited); err != nil {
			return false, c.explain(provider.FailureOf(err))
		}
		return true, fmt.Sprintf("Works: %s takes the key. Whether the model is known there shows with the first picture; a test would cost one.", c.server)
	}
	answer, err := c.Complete(limited, probe)
	cancel()
	took := max(time.Since(begun).Seconds(), 0.1)
	f := (*provider.Failure)(nil)
	if err != nil {
		f = provider.FailureOf(err)
	}
	switch {
	case f == nil && json.Valid([]byte(unwrap(answer.Text))):
		said = fmt.Sprintf("Works: %s answered in %.1f s.", c.Model(), took)
	case f == nil:
		return false, fmt.Sprintf("%s answered in %.1f s, but not in the form that was asked for (JSON by a schema). Tasks would often fail; choose another model.", c.Model(), took)
	case f.Reason == provider.CutOff:
		said = fmt.Sprintf("Works: %s answered in %.1f s, at length.", c.Model(), took)
	default:
		return false, c.explain(f)
	}
	if !c.Embeds() {
		return true, said
	}
	limited, cancel = context.WithTimeout(ctx, probeTimeout)
	defer cancel()
	if _, _, err := c.Embed(limited, []string{"test"}); err != nil {
		return false, said + " The model for vectors does not: " + c.explain(provider.FailureOf(err))
	}
	return true, said + " The model for vectors works, too."
}

// explain returns what a failure means, for the person who has just added the server.
func (c connected) explain(f *provider.Failure) string {
	switch {
	case f.Reason == provider.Private:
		return fmt.Sprintf("Refused: %s leads to a private address, and this installation reaches public servers only. Whoever runs it can change that with IGNY8_ALLOW_PRIVATE_HOSTS.", c.server)
	case f.Reason == provider.Denied && (f.Status == http.StatusUnauthorized || f.Status == http.StatusForbidden):
		return fmt.Sprintf("%s refuses the key. Enter another one, or look there whether it may use the model.", c.server)
	case f.Reason == provider.Denied:
		return fmt.Sprintf("%s knows the key, but its credit or limit is spent.", c.server)
	case f.Reason == provider.NoModel:
		return fmt.Sprintf("%s does not know the model. Look up how it is called there.", c.server)
	case f.Reason == provider.Wrong && f.Status == http.StatusNotFound:
		return fmt.Sprintf("%s has nothing at this address. It should end in /v1, as the server's documentation says.", c.server)
	case f.Reason == provider.Wrong:
		return fmt.Sprintf("%s did not accept the question (status %d): it may be no server with OpenAI's API, or the model may be of another kind.", c.server, f.Status)
	case f.Reason == provider.Busy:
		return fmt.Sprintf("%s has no capacity, or limits this key, at the moment (status 429). Try again in a minute.", c.server)
	case f.Reason == provider.Refused:
		return fmt.Sprintf("%s answers, but %s refused a harmless question.", c.server, c.Model())
	case f.Reason == provider.Silent:
		return fmt.Sprintf("No answer from %s within %d seconds.", c.server, int(probeTimeout.Seconds()))
	case f.Status >= http.StatusInternalServerError:
		return fmt.Sprintf("%s answers with an error of its own (status %d). Try again later.", c.server, f.Status)
	}
	return c.explainUnreachable(f)
}

// explainUnreachable returns why no answer could be read.
func (c connected) explainUnreachable(f *provider.Failure) string {
	var name *net.DNSError
	var certificate *tls.CertificateVerificationError
	var transport *url.Error
	switch {
	case errors.As(f.Err, &name):
		return fmt.Sprintf("No answer: there is no server named %s.", c.server)
	case errors.As(f.Err, &certificate):
		return fmt.Sprintf("No answer: the certificate of %s is not valid.", c.server)
	case errors.As(f.Err, &transport):
		return fmt.Sprintf("No answer: %s takes no connection.", c.server)
	}
	return fmt.Sprintf("%s answers, but not like a server with OpenAI's API. Look at the address; it should end in /v1.", c.server)
}
