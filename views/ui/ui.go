// Package ui is the component kit: every screen is made of what stands here and adds next to no markup of its own. A
// component takes one props struct, escapes what it is given, writes no style and no script, and works without
// JavaScript. Kit shows all of them in all states. It knows no domain type: screens translate.
package ui

import "github.com/a-h/templ"

// Tone colours a state. It never stands alone: an icon or a word says the same.
type Tone string

// The tones. Plain is the absence of a judgement.
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

// plain renders a component that may be nil.
func plain(c templ.Component) templ.Component {
	if c == nil {
		return templ.NopComponent
	}
	return c
}
