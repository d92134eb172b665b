package exchange

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"

	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/views/address"
)

const (
	csrfCookie = "igny8_form"
	csrfField  = "_csrf"
	csrfHeader = "X-CSRF-Token"
	csrfKey    = "form token" // 32 bytes
)

// Forms gives every page the token of its forms, a signed double submit: the token is a signature over a random cookie and
// the person. It needs no session before sign-in, survives a restart and is useless to anybody else. In addition, checkToken
// reads the header in which browsers name the origin of a request.
func (s *Shared) Forms(c *fiber.Ctx) error {
	seed := c.Cookies(CookieName(csrfCookie, s.OverTLS()))
	if len(seed) != base64.RawURLEncoding.EncodedLen(32) {
		raw := make([]byte, 32)
		_, _ = rand.Read(raw)
		seed = base64.RawURLEncoding.EncodeToString(raw)
		cookie := NewCookie(csrfCookie, s.OverTLS())
		cookie.Value, cookie.MaxAge = seed, 30*24*3600
		c.Cookie(cookie)
	}
	member, _ := c.Locals(MemberKey).(accounts.Member)
	mac := hmac.New(sha256.New, s.csrfKey)
	mac.Write([]byte(seed + "|" + member.UserID))
	c.Locals(csrfKey, mac.Sum(nil))
	return c.Next()
}

// FormToken returns the token for the forms of the answer, behind a random mask: the length of a packed page would tell a token that
// stays the same, letter by letter, to whoever can put text into the page.
func (x *Exchange) FormToken() string {
	token, _ := x.Locals(csrfKey).([]byte)
	if len(token) == 0 {
		return ""
	}
	masked := make([]byte, 2*len(token))
	mask := masked[:len(token)]
	_, _ = rand.Read(mask)
	subtle.XORBytes(masked[len(token):], mask, token)
	return base64.RawURLEncoding.EncodeToString(masked)
}

// unmasked returns the token that was given to a page; nil if it is none.
func unmasked(given string) []byte {
	masked, err := base64.RawURLEncoding.DecodeString(given)
	if err != nil || len(masked) != 2*sha256.Size {
		return nil
	}
	token := make([]byte, sha256.Size)
	subtle.XORBytes(token, masked[:sha256.Size], masked[sha256.Size:])
	return token
}

// checkToken refuses a form without the token of its page. The token is in the header, or in a field, whose value is given.
func (x *Exchange) checkToken(given string) error {
	given = x.Get(csrfHeader, given)
	token, _ := x.Locals(csrfKey).([]byte)
	from := x.Get("Sec-Fetch-Site", "same-origin")
	if len(token) > 0 && hmac.Equal(unmasked(given), token) && (from == "same-origin" || from == "none") {
		return nil
	}
	if !x.SignedIn() && address.Inside(x.Path()) {
		return signedOut()
	}
	return fault.New(fault.Forbidden, "This form is no longer valid, perhaps because you signed in or out in another tab. Nothing was changed. Load the page again and send it once more.")
}
