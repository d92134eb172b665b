package config

import (
	"fmt"
	"log/slog"
	"math"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// environment reads variables and collects sentences about those that are wrong. No sentence quotes a secret.
type environment struct {
	getenv func(string) string
	wrong  []string
}

func (e *environment) check(ok bool, sentence string) {
	if !ok {
		e.wrong = append(e.wrong, sentence)
	}
}

func (e *environment) get(name, fallback string) string {
	if v := strings.TrimSpace(e.getenv(name)); v != "" {
		return v
	}
	return fallback
}

func (e *environment) number(name string, fallback, least, most int) int {
	n, err := strconv.Atoi(e.get(name, strconv.Itoa(fallback)))
	limits := fmt.Sprintf("from %d to %d", least, most)
	if most == math.MaxInt {
		limits = fmt.Sprintf("from %d on", least)
	}
	e.check(err == nil && n >= least && n <= most, name+" must be a whole number "+limits)
	return n
}

// choice returns one of the allowed values.
func (e *environment) choice(name, fallback string, allowed ...string) string {
	v := strings.ToLower(e.get(name, fallback))
	last := len(allowed) - 1
	e.check(slices.Contains(allowed, v), name+" must be "+strings.Join(allowed[:last], ", ")+" or "+allowed[last])
	return v
}

func (e *environment) onOff(name string) bool {
	switch strings.ToLower(e.get(name, "off")) {
	case "on", "1", "true":
		return true
	case "off", "0", "false":
		return false
	}
	e.check(false, name+" must be on or off")
	return false
}

func (e *environment) level(name string) slog.Level {
	var level slog.Level
	_ = level.UnmarshalText([]byte(e.choice(name, "info", "debug", "info", "warn", "error")))
	return level
}

// address reads host:port. The host may be empty, which means every address of the machine.
func (e *environment) address(name, fallback string) string {
	v := e.get(name, fallback)
	e.check(v == "" || hostPort(v), name+" must be host:port")
	return v
}

// host reads the name of a host, with a port where it is not the usual one.
func (e *environment) host(name string) string {
	v := e.get(name, "")
	u, err := url.Parse("http://" + v)
	e.check(v == "" || (err == nil && u.Host == v), name+" must be a host name, such as app.example.com")
	return v
}

// redis reads an address whose password must not appear in the errors of whoever opens it.
func (e *environment) redis(name string) Secret {
	s := e.secret(name)
	_, err := url.Parse(s.Reveal())
	e.check(s == "" || (err == nil && hasScheme(s, "redis", "rediss")),
		name+" must begin with redis:// and be an address; other signs than letters and digits of a password are written as %XX")
	return s
}

func (e *environment) secrets(name string) []Secret {
	var all []Secret
	for key := range strings.SplitSeq(e.secret(name).Reveal(), ",") {
		if key = strings.TrimSpace(key); key != "" {
			all = append(all, Secret(key))
		}
	}
	return all
}

func (e *environment) networks(name, fallback string) []netip.Prefix {
	all, err := prefixes(e.get(name, fallback))
	e.check(err == nil, name+" must be addresses or networks with commas between, such as 172.30.8.2 or 10.0.0.0/8")
	return all
}

// models refuses models without a server and servers without a model, because nothing would be asked. In embedded mode a key of OpenAI
// that happens to be in the environment of a developer must not stop `make run`: there it is a warning.
func (e *environment) models(c *Config) {
	reached := c.OpenAIKey != "" || c.OpenAIBaseURL != ""
	e.check(c.AIModel == "" || reached, "IGNY8_AI_MODEL names a model, so OPENAI_API_KEY or OPENAI_BASE_URL must name its server")
	e.check(c.EmbeddingModel == "" || c.Remote(), "IGNY8_EMBEDDING_MODEL needs IGNY8_AI_MODEL and its server")
	e.check(c.ImageModel == "" || c.RunwareKey != "" || reached,
		"IGNY8_IMAGE_MODEL names a model, so RUNWARE_API_KEY, OPENAI_API_KEY or OPENAI_BASE_URL must name its server")
	if !reached || c.AIModel != "" || (c.ImageModel != "" && c.RunwareKey == "") {
		return
	}
	name := "OPENAI_API_KEY"
	if c.OpenAIKey == "" {
		name = "OPENAI_BASE_URL"
	}
	sentence := name + " is set, but IGNY8_AI_MODEL names no model, so the built-in engine writes: name a model, or remove " + name
	if c.Postgres() {
		e.check(false, sentence)
		return
	}
	c.Warnings = append(c.Warnings, sentence)
}

// prefixes reads addresses and networks with commas between. An address is a network of one.
func prefixes(list string) ([]netip.Prefix, error) {
	var all []netip.Prefix
	for entry := range strings.SplitSeq(list, ",") {
		entry = strings.TrimSpace(entry)
		if address, err := netip.ParseAddr(entry); err == nil {
			all = append(all, netip.PrefixFrom(address, address.BitLen()))
			continue
		}
		prefix, err := netip.ParsePrefix(entry)
		if err != nil {
			return nil, err
		}
		all = append(all, prefix)
	}
	return all, nil
}

func hostPort(s string) bool {
	_, port, err := net.SplitHostPort(s)
	if err != nil {
		return false
	}
	_, err = strconv.ParseUint(port, 10, 16)
	return err == nil
}

func httpURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// origin reports whether the address is a scheme and a host alone.
func origin(s string) bool {
	u, err := url.Parse(s)
	return httpURL(s) && err == nil && s == u.Scheme+"://"+u.Host
}

func hasScheme(s Secret, schemes ...string) bool {
	for _, scheme := range schemes {
		if strings.HasPrefix(s.Reveal(), scheme+"://") {
			return true
		}
	}
	return false
}
