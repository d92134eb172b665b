// Package ui is the component kit: every screen consists of its components and adds very little markup of its own. A
// component takes one props struct, escapes its values, writes no style and no script, and works without JavaScript. Kit
// shows all components in all states. The package imports no domain types: screens translate them.
package ui

import "github.com/a-h/templ"

// Tone is the colour of a state. An icon or a word must always say the same.
type Tone string

// The tones. Plain means neither good nor bad.
const (
	Plain Tone = ""
	Good  Tone = "good"
	Warn  Tone = "warn"
	Bad   Tone = "bad"
	Info  Tone = "info"
	Ember Tone = "ember"
)

func (t Tone) icon() IconName {
	switch t {
	case Good:
		return "circle-check"
	case Warn:
		return "triangle-alert"
	case Bad:
		return "circle-alert"
	}
	return "info"
}

// class joins the class names that are not empty.
func class(names ...string) string {
	var joined string
	for _, name := range names {
		if name == "" {
			continue
		}
		if joined != "" {
			joined += " "
		}
		joined += name
	}
	return joined
}

// when returns the text if the condition holds, else nothing.
func when(condition bool, text string) string {
	if condition {
		return text
	}
	return ""
}

// plain returns the component, or an empty component for nil.
func plain(c templ.Component) templ.Component {
	if c == nil {
		return templ.NopComponent
	}
	return c
}
