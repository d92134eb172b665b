package accounts

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// Cost is the memory and the number of passes of one password hash.
type Cost struct {
	MemoryKiB uint32
	Passes    uint32
}

// advised is the first recommendation of OWASP's Password Storage Cheat Sheet for Argon2id.
var advised = Cost{MemoryKiB: 19 * 1024, Passes: 2}

const (
	saltBytes = 16
	hashBytes = 32
)

// passwords hashes and compares passwords with Argon2id. It computes only a few hashes at once: each needs much memory, and a burst of
// attempts must not run ahead of the count of failures.
type passwords struct {
	cost  Cost
	slots chan struct{}
	decoy string // compared if there is no user, so that both cases take the same time
}

func newPasswords(cost Cost) *passwords {
	if cost == (Cost{}) {
		cost = advised
	}
	p := &passwords{cost: cost, slots: make(chan struct{}, max(2, runtime.NumCPU()))}
	p.decoy = p.encode(make([]byte, saltBytes), make([]byte, hashBytes))
	return p
}

// hash returns the hash of the password in the PHC string format, with a new salt.
func (p *passwords) hash(password string) string {
	salt := make([]byte, saltBytes)
	_, _ = rand.Read(salt)
	p.slots <- struct{}{}
	defer func() { <-p.slots }()
	return p.encode(salt, derive(password, salt, p.cost))
}

// check waits for a slot and reports whether the password matches the hash.
func (p *passwords) check(hash, password string) bool {
	if len(password) > maxPassword {
		return false
	}
	p.slots <- struct{}{}
	defer func() { <-p.slots }()
	return p.matches(hash, password)
}

// matches reports whether the password matches the hash. The caller holds a slot.
func (p *passwords) matches(hash, password string) bool {
	cost, salt, want, err := decode(hash)
	if err != nil {
		return false
	}
	return subtle.ConstantTimeCompare(derive(password, salt, cost), want) == 1
}

// derive normalises the password before it hashes it: some keyboards send letters composed, others decomposed.
func derive(password string, salt []byte, c Cost) []byte {
	return argon2.IDKey(norm.NFC.Bytes([]byte(password)), salt, c.Passes, c.MemoryKiB, 1, hashBytes)
}

func (p *passwords) encode(salt, hash []byte) string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=1$%s$%s", argon2.Version, p.cost.MemoryKiB, p.cost.Passes,
		b64.EncodeToString(salt), b64.EncodeToString(hash))
}

func decode(encoded string) (c Cost, salt, hash []byte, err error) {
	parts := strings.Split(encoded, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return c, nil, nil, fmt.Errorf("password hash of an unknown kind")
	}
	if _, err = fmt.Sscanf(parts[3], "m=%d,t=%d,p=1", &c.MemoryKiB, &c.Passes); err != nil {
		return c, nil, nil, fmt.Errorf("password hash: %w", err)
	}
	if salt, err = base64.RawStdEncoding.DecodeString(parts[4]); err != nil {
		return c, nil, nil, fmt.Errorf("password hash: %w", err)
	}
	hash, err = base64.RawStdEncoding.DecodeString(parts[5])
	return c, salt, hash, err
}
