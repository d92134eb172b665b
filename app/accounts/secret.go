package accounts

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
)

// newSecret is a token for a link or a client: 128 bits and more, in letters that need no escaping.
func newSecret() string { return rand.Text() }

// hashSecret is what is stored of a token. A plain hash is enough: nobody can guess what rand made.
func hashSecret(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
