package integrations

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"igny8/app/config"
	"igny8/app/fault"
	"igny8/app/outbound"
	"igny8/app/text"
)

const longestName = 200 // of a setting

// check normalises a connection and refuses one that cannot work.
func (s *Service) check(c Connection) (Connection, error) {
	var wrong fault.Fields
	kind, known := s.kinds[c.Kind]
	wrong.Check(known, "kind", "There is no integration of the kind %q here.", c.Kind)
	s.checkAddress(&c, kind, &wrong)
	settings := map[string]string{}
	for _, f := range kind.Fields {
		value := strings.TrimSpace(c.Settings[f.Name])
		wrong.Check(utf8.RuneCountInString(value) <= longestName && text.Printable(value), f.Name,
			"The name of the %s has at most %d characters, and no control characters.", f.Label, longestName)
		wrong.Check(value != "" || f.Missing == "", f.Name, "%s", f.Missing)
		if value != "" {
			settings[f.Name] = value
		}
	}
	c.Settings = settings
	key := strings.TrimSpace(c.Key.Reveal())
	wrong.Check(len(key) <= 1000 && text.Printable(key) && !strings.Contains(key, " "), "key", "This does not look like a key: keys have no spaces and at most 1,000 characters.")
	wrong.Check(key != "" || c.BaseURL != "", "key", "Enter a key: this server asks for one.")
	c.Key = config.Secret(key)
	return c, wrong.Err()
}

// checkAddress refuses addresses that are certainly wrong. What a name resolves to is checked when it is dialled.
func (s *Service) checkAddress(c *Connection, kind Kind, wrong *fault.Fields) {
	c.BaseURL = strings.TrimRight(strings.TrimSpace(c.BaseURL), "/")
	if c.BaseURL == "" {
		return
	}
	u, err := url.Parse(c.BaseURL)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Hostname() == "" || len(c.BaseURL) > 500 {
		wrong.Add("base_url", "%s", kind.Address)
		return
	}
	wrong.Check(u.User == nil && u.RawQuery == "" && u.Fragment == "", "base_url", "The address holds no name, password, question mark or #; the key has a field of its own.")
	if s.needs.AllowPrivate {
		return
	}
	if outbound.Local(u.Hostname()) {
		wrong.Add("base_url", "This address is private, and this installation reaches public servers only. Whoever runs it can change that with IGNY8_ALLOW_PRIVATE_HOSTS.")
		return
	}
	wrong.Check(u.Scheme == "https" || c.Key == "", "base_url", "Over http the key could be read on its way: use https.")
}
