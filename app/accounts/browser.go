package accounts

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// KnownBrowser returns the mark of a browser in which the user has signed in. It grants nothing: it only means that failed sign-ins of
// others do not slow down this browser. It contains no identity and is valid for this user only.
func (s *Service) KnownBrowser(userID string) string {
	nonce := newSecret()
	return nonce + "." + s.browserMAC(userID, nonce)
}

func (s *Service) browserMAC(userID, nonce string) string {
	mac := hmac.New(sha256.New, s.browserKey)
	mac.Write([]byte(userID + "." + nonce))
	return hex.EncodeToString(mac.Sum(nil))
}

// origin returns the subject for which failed sign-ins are counted: the browser if the user has signed in there before, otherwise the
// network.
func (s *Service) origin(userID string, n SignIn) string {
	nonce, mac, _ := strings.Cut(n.Browser, ".")
	if userID != "" && nonce != "" && hmac.Equal([]byte(mac), []byte(s.browserMAC(userID, nonce))) {
		return knownBrowser + nonce
	}
	return network(n.Address)
}

const knownBrowser = "browser "
