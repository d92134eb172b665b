// Package address spells the path of every screen and form once. Views, handlers, mails and the API ask it; nothing else
// knows a path of the application. A test holds each address against the routes of the server.
package address

import (
	"net/url"
	"strings"

	"igny8/app/gates"
)

// With returns the address with the pairs of names and values whose value is not empty. An anchor stays at the end.
func With(address string, pairs ...string) string {
	values := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			values.Set(pairs[i], pairs[i+1])
		}
	}
	if len(values) == 0 {
		return address
	}
	path, anchor, found := strings.Cut(address, "#")
	path += "?" + values.Encode()
	if found {
		path += "#" + anchor
	}
	return path
}

// Inside reports whether the path is one of the application, behind the sign-in.
func Inside(path string) bool {
	return path == Dashboard || strings.HasPrefix(path, Dashboard+"/") || strings.HasPrefix(path, Dashboard+"?")
}

// Of returns the address of the place that a check names, empty where it names none.
func Of(w gates.Where) string {
	switch w.Screen {
	case gates.PlannerImport:
		return Import(w.Site)
	case gates.PlannerKeywords:
		return With(Keywords(w.Site), "state", w.State)
	case gates.PlannerClusters:
		return Clusters(w.Site)
	case gates.BuilderStep:
		return BuilderStep(w.Site, w.ID)
	case gates.WriterBoard:
		return Writer(w.Site)
	case gates.WriterContent:
		if w.Block != "" {
			return ContentBlock(w.Site, w.ID, w.Block)
		}
		return Content(w.Site, w.ID)
	case gates.WriterClaims:
		return Panel(w.Site, w.ID, "claims")
	case gates.PublishStage:
		return Publish(w.Site)
	}
	return ""
}

// On is the origin of an installation, as people see it: https://app.example.com. Its addresses are whole, as mails need them.
type On string

// SignIn returns the address of the sign-in.
func (o On) SignIn() string { return string(o) + Login }

// Profile returns the address of the profile of whoever reads it.
func (o On) Profile() string { return string(o) + Profile }

// ForgotPassword returns the address at which a link to a new password is asked for.
func (o On) ForgotPassword() string { return string(o) + ForgotPassword }

// ResetPassword returns the address at which the holder of the token sets a new password.
func (o On) ResetPassword(token string) string {
	return string(o) + With(ResetPassword, "token", token)
}

// ConfirmSignup returns the address that opens the account of the token.
func (o On) ConfirmSignup(token string) string {
	return string(o) + With(ConfirmSignup, "token", token)
}

// ConfirmEmail returns the address that makes the e-mail address of the token the person's.
func (o On) ConfirmEmail(token string) string { return string(o) + With(ConfirmEmail, "token", token) }

// Invitation returns the address at which an invitation is accepted.
func (o On) Invitation(token string) string { return string(o) + Invitation(token) }

// Thread returns the address of a thread of comments.
func (o On) Thread(site, content, thread string) string {
	return string(o) + Thread(site, content, thread)
}
