package config

import (
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
)

// secretBytes is the most that a file with a secret may hold: a wrong path, such as a disk, must not fill the memory.
const secretBytes = 64 << 10

// secret reads a variable, or the file that NAME_FILE names, as Docker, Kubernetes and systemd hand secrets over. Line breaks at the end
// of the file are not part of the secret.
func (e *environment) secret(name string) Secret {
	value, path := e.get(name, ""), e.get(name+"_FILE", "")
	if path == "" {
		return Secret(value)
	}
	if value != "" {
		e.check(false, name+" and "+name+"_FILE are both set: set one of them")
		return ""
	}
	text, err := readSecret(path)
	if err != nil {
		e.check(false, fmt.Sprintf("%s_FILE cannot be read: %v", name, err))
		return ""
	}
	e.check(text != "", fmt.Sprintf("%s_FILE names a file without a secret: %s", name, path))
	return Secret(text)
}

func readSecret(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, secretBytes+1))
	if err != nil {
		return "", err
	}
	if len(data) > secretBytes {
		return "", fmt.Errorf("%s is larger than %d KB", path, secretBytes>>10)
	}
	return strings.TrimRight(string(data), "\r\n"), nil
}

// withPassword puts the password that stands in a variable of its own into the address, so that it may have any letters and signs.
func (e *environment) withPassword(address Secret, addressName, passwordName string) Secret {
	password := e.secret(passwordName)
	if password == "" {
		return address
	}
	u, err := url.Parse(address.Reveal())
	if err != nil || address == "" {
		e.check(false, passwordName+" is set, so "+addressName+" must be an address")
		return ""
	}
	if _, has := u.User.Password(); has {
		e.check(false, passwordName+" is set, so "+addressName+" must not have a password")
		return ""
	}
	u.User = url.UserPassword(u.User.Username(), password.Reveal())
	return Secret(u.String())
}
