package accounts

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
)

// newSecret returns a token for a link or a client: at least 128 random bits, in letters that need no escaping.
func newSecret() string { return rand.Text() }

// hashSecret returns the stored form of a token. A plain hash is enough because nobody can guess a random token.
func hashSecret(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
