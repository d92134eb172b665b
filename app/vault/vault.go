// Package vault seals small secrets for storage, such as the keys of an account's integrations: AES-256-GCM under a key
// derived from the installation's secret key. A sealed text names its key, so that the secret key can be changed and older
// ones still open what they sealed. It knows no database and no module.
package vault

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
)

// Errors of Open.
var (
	ErrUnknownKey = errors.New("vault: sealed under a secret key that is not known here")
	ErrBroken     = errors.New("vault: not sealed here, changed since, or about something else")
)

const format = "v1"

// Vault seals with the newest key and opens with all of them.
type Vault struct{ keys []key }

type key struct {
	id   string
	aead cipher.AEAD
}

// New returns a vault that seals with secret, and opens what secret or an older key has sealed.
func New(secret []byte, older ...[]byte) (*Vault, error) {
	v := &Vault{}
	for _, s := range append([][]byte{secret}, older...) {
		k, err := derive(s)
		if err != nil {
			return nil, fmt.Errorf("vault: %w", err)
		}
		v.keys = append(v.keys, k)
	}
	return v, nil
}

func derive(secret []byte) (key, error) {
	if len(secret) == 0 {
		return key{}, errors.New("a secret key is empty")
	}
	id, err := hkdf.Key(sha256.New, secret, nil, "igny8 vault key id", 6)
	if err != nil {
		return key{}, err
	}
	raw, err := hkdf.Key(sha256.New, secret, nil, "igny8 vault", 32)
	if err != nil {
		return key{}, err
	}
	block, err := aes.NewCipher(raw)
	if err != nil {
		return key{}, err
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	return key{id: hex.EncodeToString(id), aead: aead}, err
}

// Seal encrypts the secret. about, such as the id of its row, is needed to open it: a sealed text that was copied to another
// row cannot be opened.
func (v *Vault) Seal(secret, about string) string {
	k := v.keys[0]
	sealed := k.aead.Seal(nil, nil, []byte(secret), []byte(format+k.id+about))
	return strings.Join([]string{format, k.id, base64.RawURLEncoding.EncodeToString(sealed)}, ":")
}

// Open returns the secret, or ErrUnknownKey or ErrBroken.
func (v *Vault) Open(sealed, about string) (string, error) {
	parts := strings.Split(sealed, ":")
	if len(parts) != 3 || parts[0] != format {
		return "", ErrBroken
	}
	data, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err != nil {
		return "", ErrBroken
	}
	for _, k := range v.keys {
		if k.id != parts[1] {
			continue
		}
		secret, err := k.aead.Open(nil, nil, data, []byte(format+k.id+about))
		if err != nil {
			return "", ErrBroken
		}
		return string(secret), nil
	}
	return "", ErrUnknownKey
}

// Newest reports whether the text was sealed under the newest key; if not, it should be sealed again.
func (v *Vault) Newest(sealed string) bool { return strings.HasPrefix(sealed, v.Mark()) }

// Mark returns the beginning of every text that was sealed with the newest key.
func (v *Vault) Mark() string { return format + ":" + v.keys[0].id + ":" }
