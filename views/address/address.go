// Package address defines the path of every screen and form in one place. Views, handlers, mails and the API use it; no other
// code contains a path of the application. A test compares each address with the routes of the server.
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

// Inside reports whether the path belongs to the screens of the application that need a sign-in.
func Inside(path string) bool {
	return path == Dashboard || strings.HasPrefix(path, Dashboard+"/") || strings.HasPrefix(path, Dashboard+"?")
}

// Of returns the address of the place that a check names, or an empty string if it names none.
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

// On is the public origin of an installation, such as https://app.example.com. Its methods return absolute addresses, for mails.
type On string

// SignIn returns the address of the sign-in.
func (o On) SignIn() string { return string(o) + Login }

// Profile returns the address of the profile of the person who opens it.
func (o On) Profile() string { return string(o) + Profile }

// ForgotPassword returns the address of the form that requests a link to a new password.
func (o On) ForgotPassword() string { return string(o) + ForgotPassword }

// ResetPassword returns the address of the form that sets a new password with the token.
func (o On) ResetPassword(token string) string {
	return string(o) + With(ResetPassword, "token", token)
}

// ConfirmSignup returns the address of the form that opens the account of the token.
func (o On) ConfirmSignup(token string) string {
	return string(o) + With(ConfirmSignup, "token", token)
}

// ConfirmEmail returns the address of the form that confirms the new e-mail address of the token.
func (o On) ConfirmEmail(token string) string { return string(o) + With(ConfirmEmail, "token", token) }

// Invitation returns the address of the form that accepts an invitation.
func (o On) Invitation(token string) string { return string(o) + Invitation(token) }

// Thread returns the address of a thread of comments.
func (o On) Thread(site, content, thread string) string {
	return string(o) + Thread(site, content, thread)
}
