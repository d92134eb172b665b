package accounts

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// KnownBrowser returns the mark of a browser in which the user has signed in. It grants nothing: it only keeps the failures of others from
// slowing this browser down. It names nobody and is good for this user alone.
func (s *Service) KnownBrowser(userID string) string {
	nonce := newSecret()
	return nonce + "." + s.browserMAC(userID, nonce)
}

func (s *Service) browserMAC(userID, nonce string) string {
	mac := hmac.New(sha256.New, s.browserKey)
	mac.Write([]byte(userID + "." + nonce))
	return hex.EncodeToString(mac.Sum(nil))
}

// origin is what the failures of a sign-in are counted for: the browser if the user has signed in there before, else the network.
func (s *Service) origin(userID string, n SignIn) string {
	nonce, mac, _ := strings.Cut(n.Browser, ".")
	if userID != "" && nonce != "" && hmac.Equal([]byte(mac), []byte(s.browserMAC(userID, nonce))) {
		return knownBrowser + nonce
	}
	return network(n.Address)
}

const knownBrowser = "browser "
