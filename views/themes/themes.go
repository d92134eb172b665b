// Package themes holds the templates and the stylesheet of the sites that IGNY8 publishes. It has its own plain types, which
// app/publish/renderer fills, and knows nothing of the application. It writes no inline style and no script that runs, so that a
// page works under any Content-Security-Policy, and needs no JavaScript.
//
// Every string is escaped here except Body, which is trusted: it comes from app/blocks, where it was sanitised.
package themes

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
)

//go:embed site.css
var stylesheet []byte

// Stylesheet returns the one stylesheet of the theme and its name, which changes with its content.
func Stylesheet() (name string, css []byte) {
	sum := sha256.Sum256(stylesheet)
	return "site." + hex.EncodeToString(sum[:6]) + ".css", stylesheet
}
