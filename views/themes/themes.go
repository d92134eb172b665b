// Package themes holds the templates and the stylesheet of the sites that IGNY8 publishes. It has its own plain types, which
// app/publish/renderer fills, and imports only app/language of the application. It writes no inline style and no executable
// script, so that a page works under any Content-Security-Policy and without JavaScript.
//
// The templates escape every string except Body. Body is trusted, because app/blocks has sanitised it.
package themes

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
)

//go:embed site.css
var stylesheet []byte

// Stylesheet returns the stylesheet of the theme and its file name, which changes with its content.
func Stylesheet() (name string, css []byte) {
	sum := sha256.Sum256(stylesheet)
	return "site." + hex.EncodeToString(sum[:6]) + ".css", stylesheet
}
