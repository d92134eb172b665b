// Package config turns the environment into one checked value. Every variable of the contract is read here and nowhere
// else; secrets never print.
package config

import (
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
)

// Secret is a value that prints as stars.
type Secret string

func (Secret) String() string   { return "***" }
func (Secret) GoString() string { return "***" }

// MarshalText keeps the value out of JSON, and so out of the log.
func (Secret) MarshalText() ([]byte, error) { return []byte("***"), nil }

// Reveal returns the value itself, for the one place that needs it.
func (s Secret) Reveal() string { return string(s) }

// Config is everything that the environment decides.
type Config struct {
	Addr          string // host:port to listen on
	BaseURL       string // the origin that people see, without a trailing slash
	AppHost       string // host of the application where it differs from the marketing page's, else empty
	MarketingHost string

	DataDir       string   // database, secret key and uploads of the embedded mode
	SitesDir      string   // releases of published sites
	DatabaseURL   Secret   // postgres://..., empty for SQLite in DataDir
	RedisURL      Secret   // redis://..., empty for the embedded Redis
	SecretKey     Secret   // empty: made on first start, embedded mode only
	SecretKeysOld []Secret // earlier secret keys, which still open what they have sealed

	OpenAIKey      Secret
	OpenAIBaseURL  string // with its /v1
	AIModel        string
	EmbeddingModel string // on the same server; empty: no vectors
	ImageModel     string // at Runware if its key is set, else on the same server; empty: Runware's default, else drawn pictures
	RunwareKey     Secret
	RunsPerAccount int    // AI runs of one account at the same time
	PromptsDir     string // files that replace default prompts
	PricesFile     string // file that replaces default prices

	SMTPURL           Secret // empty: mails go to the mailbox page
	SignupOpen        bool
	SignupConfirm     bool           // an address is confirmed by a mail before there is an account
	SignupCredits     int64          // -1: unmetered
	AllowPrivateHosts bool           // destinations may resolve to loopback or private addresses
	TrustedProxies    []netip.Prefix // whose X-Forwarded-For is believed
	MetricsAddr       string         // host:port of a listener for /metrics, /healthz and /readyz alone; empty: they stand on Addr
}

// Postgres reports whether the database is a PostgreSQL server.
func (c Config) Postgres() bool { return c.DatabaseURL != "" }

// Remote reports whether a remote model is configured; if not, the built-in engine writes. A key that merely happens to be
// in the environment spends nobody's money: a model must be named too.
func (c Config) Remote() bool {
	return c.AIModel != "" && (c.OpenAIKey != "" || c.OpenAIBaseURL != "")
}

// FromEnv reads the environment through getenv. The error names every variable that is wrong, in one line.
func FromEnv(getenv func(string) string) (Config, error) {
	var wrong []string
	get := func(name, fallback string) string {
		if v := strings.TrimSpace(getenv(name)); v != "" {
			return v
		}
		return fallback
	}
	c := Config{
		Addr:           get("IGNY8_ADDR", "127.0.0.1:8011"),
		AppHost:        get("IGNY8_APP_HOST", ""),
		MarketingHost:  get("IGNY8_MARKETING_HOST", ""),
		DataDir:        get("IGNY8_DATA_DIR", "data"),
		DatabaseURL:    Secret(get("DATABASE_URL", "")),
		RedisURL:       Secret(get("REDIS_URL", "")),
		SecretKey:      Secret(get("IGNY8_SECRET_KEY", "")),
		OpenAIKey:      Secret(get("OPENAI_API_KEY", "")),
		OpenAIBaseURL:  strings.TrimRight(get("OPENAI_BASE_URL", ""), "/"),
		AIModel:        get("IGNY8_AI_MODEL", ""),
		EmbeddingModel: get("IGNY8_EMBEDDING_MODEL", ""),
		ImageModel:     get("IGNY8_IMAGE_MODEL", ""),
		RunwareKey:     Secret(get("RUNWARE_API_KEY", "")),
		PromptsDir:     get("IGNY8_PROMPTS_DIR", ""),
		PricesFile:     get("IGNY8_PRICES", ""),
		SMTPURL:        Secret(get("SMTP_URL", "")),
	}
	c.SitesDir = get("IGNY8_SITES_DIR", filepath.Join(c.DataDir, "sites"))
	c.BaseURL = strings.TrimRight(get("IGNY8_BASE_URL", "http://"+c.Addr), "/")

	if _, _, err := net.SplitHostPort(c.Addr); err != nil {
		wrong = append(wrong, "IGNY8_ADDR must be host:port")
	}
	if !httpURL(c.BaseURL) {
		wrong = append(wrong, "IGNY8_BASE_URL must be an http or https address")
	}
	if c.OpenAIBaseURL != "" && !httpURL(c.OpenAIBaseURL) {
		wrong = append(wrong, "OPENAI_BASE_URL must be an http or https address that ends in /v1")
	}
	if c.Postgres() && !hasScheme(c.DatabaseURL, "postgres", "postgresql") {
		wrong = append(wrong, "DATABASE_URL must begin with postgres://")
	}
	if c.RedisURL != "" && !hasScheme(c.RedisURL, "redis", "rediss") {
		wrong = append(wrong, "REDIS_URL must begin with redis://")
	}
	if c.Postgres() && c.SecretKey == "" {
		wrong = append(wrong, "IGNY8_SECRET_KEY is required with PostgreSQL")
	}
	if n := len(c.SecretKey); n > 0 && n < 32 {
		wrong = append(wrong, "IGNY8_SECRET_KEY must have at least 32 characters")
	}
	for _, key := range strings.Split(get("IGNY8_SECRET_KEYS_OLD", ""), ",") {
		if key = strings.TrimSpace(key); key != "" {
			c.SecretKeysOld = append(c.SecretKeysOld, Secret(key))
		}
	}
	perAccount, err := strconv.Atoi(get("IGNY8_RUNS_PER_ACCOUNT", "4"))
	if err != nil || perAccount < 1 || perAccount > 100 {
		wrong = append(wrong, "IGNY8_RUNS_PER_ACCOUNT must be a number from 1 to 100")
	}
	c.RunsPerAccount = perAccount
	signup := "open"
	if c.SMTPURL != "" {
		signup = "confirm"
	}
	switch signup = get("IGNY8_SIGNUP", signup); signup {
	case "open", "confirm", "closed":
		c.SignupOpen, c.SignupConfirm = signup != "closed", signup == "confirm"
	default:
		wrong = append(wrong, "IGNY8_SIGNUP must be open, confirm or closed")
	}
	credits, err := strconv.ParseInt(get("IGNY8_SIGNUP_CREDITS", "1000"), 10, 64)
	if err != nil || credits < -1 {
		wrong = append(wrong, "IGNY8_SIGNUP_CREDITS must be a number, -1 for unmetered")
	}
	c.SignupCredits = credits
	if c.TrustedProxies, err = prefixes(get("IGNY8_TRUSTED_PROXIES", "127.0.0.0/8,::1/128")); err != nil {
		wrong = append(wrong, "IGNY8_TRUSTED_PROXIES must be addresses or networks with commas between, such as 172.30.8.2 or 10.0.0.0/8")
	}
	if c.MetricsAddr = get("IGNY8_METRICS_ADDR", ""); c.MetricsAddr != "" {
		if _, _, err := net.SplitHostPort(c.MetricsAddr); err != nil {
			wrong = append(wrong, "IGNY8_METRICS_ADDR must be host:port")
		}
	}
	switch allow := strings.ToLower(get("IGNY8_ALLOW_PRIVATE_HOSTS", "off")); allow {
	case "on", "1", "true":
		c.AllowPrivateHosts = true
	case "off", "0", "false":
	default:
		wrong = append(wrong, "IGNY8_ALLOW_PRIVATE_HOSTS must be on or off")
	}
	if len(wrong) > 0 {
		return Config{}, fmt.Errorf("%s", strings.Join(wrong, "; "))
	}
	return c, nil
}

// At is FromEnv with another address to listen on, its base URL following unless the environment names one.
func At(addr string, getenv func(string) string) (Config, error) {
	return FromEnv(func(name string) string {
		if name == "IGNY8_ADDR" {
			return addr
		}
		return getenv(name)
	})
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

func httpURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

func hasScheme(s Secret, schemes ...string) bool {
	for _, scheme := range schemes {
		if strings.HasPrefix(s.Reveal(), scheme+"://") {
			return true
		}
	}
	return false
}
