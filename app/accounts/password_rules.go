package accounts

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"igny8/app/fault"
)

const (
	minPassword = 10
	maxPassword = 1000
)

// commonList are the 10,000 most common passwords that are long enough for minPassword (ASVS 5.0, 6.2.4), one a line. The file says
// where they come from.
//
//go:embed common_passwords.txt
var commonList string

var commonPasswords = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for line := range strings.Lines(commonList) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && !strings.HasPrefix(line, "# ") {
			all[line] = true
		}
	}
	return all
})

// checkPassword refuses a password that is too short, too long, common, or equal to a name that others know: the e-mail address, its part
// before the @, the name of the person or of the account.
func checkPassword(f *fault.Fields, password, email string, names ...string) {
	key := passwordKey(password)
	local, _, _ := strings.Cut(email, "@")
	switch {
	case utf8.RuneCountInString(password) < minPassword:
		f.Add("password", "The password needs at least %d characters. A short sentence is a good one.", minPassword)
	case len(password) > maxPassword:
		f.Add("password", "The password is longer than %d bytes. Choose a shorter one.", maxPassword)
	case key == passwordKey(email) || key == passwordKey(local):
		f.Add("password", "The password must not be the e-mail address or the part before the @.")
	case commonPasswords()[key]:
		f.Add("password", "This is one of the 10,000 most common passwords, which are guessed first. A short sentence is a good one.")
	default:
		for _, name := range names {
			if key == passwordKey(name) {
				f.Add("password", "The password must not be your name or the name of the account.")
				return
			}
		}
	}
}

// passwordKey returns the form in which passwords are compared with names and common ones: trimmed, NFC, lower case.
func passwordKey(s string) string { return strings.ToLower(norm.NFC.String(strings.TrimSpace(s))) }
