// Package config turns the environment into one checked value. Every variable of the contract is read here and nowhere
// else; secrets never print.
package config

import (
	"errors"
	"log/slog"
	"math"
	"net/netip"
	"path/filepath"
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

	DBConnections int // connections of one process to PostgreSQL
	Workers       int // tasks that one process works on at the same time
	LogLevel      slog.Level
	LogFormat     string // Logfmt or JSON

	// Warnings are sentences about settings that are allowed but have no effect.
	Warnings []string
}

// The formats of the log.
const (
	Logfmt = "logfmt"
	JSON   = "json"
)

// Postgres reports whether the database is a PostgreSQL server.
func (c Config) Postgres() bool { return c.DatabaseURL != "" }

// Remote reports whether a remote model is configured; if not, the built-in engine writes.
func (c Config) Remote() bool {
	return c.AIModel != "" && (c.OpenAIKey != "" || c.OpenAIBaseURL != "")
}

// FromEnv reads the environment through getenv. The error names every variable that is wrong, in one line.
func FromEnv(getenv func(string) string) (Config, error) {
	e := environment{getenv: getenv}
	c := Config{
		Addr:           e.address("IGNY8_ADDR", "127.0.0.1:8011"),
		AppHost:        e.host("IGNY8_APP_HOST"),
		MarketingHost:  e.host("IGNY8_MARKETING_HOST"),
		DataDir:        e.get("IGNY8_DATA_DIR", "data"),
		DatabaseURL:    e.withPassword(e.secret("DATABASE_URL"), "DATABASE_URL", "DATABASE_PASSWORD"),
		DBConnections:  e.number("IGNY8_DB_CONNECTIONS", 20, 2, 1000),
		RedisURL:       e.withPassword(e.redis("REDIS_URL"), "REDIS_URL", "REDIS_PASSWORD"),
		SecretKey:      e.secret("IGNY8_SECRET_KEY"),
		SecretKeysOld:  e.secrets("IGNY8_SECRET_KEYS_OLD"),
		OpenAIKey:      e.secret("OPENAI_API_KEY"),
		OpenAIBaseURL:  strings.TrimRight(e.get("OPENAI_BASE_URL", ""), "/"),
		AIModel:        e.get("IGNY8_AI_MODEL", ""),
		EmbeddingModel: e.get("IGNY8_EMBEDDING_MODEL", ""),
		ImageModel:     e.get("IGNY8_IMAGE_MODEL", ""),
		RunwareKey:     e.secret("RUNWARE_API_KEY"),
		RunsPerAccount: e.number("IGNY8_RUNS_PER_ACCOUNT", 4, 1, 100),
		Workers:        e.number("IGNY8_WORKERS", 8, 1, 256),
		PromptsDir:     e.get("IGNY8_PROMPTS_DIR", ""),
		PricesFile:     e.get("IGNY8_PRICES", ""),
		SMTPURL:        e.secret("SMTP_URL"),
		SignupCredits:  int64(e.number("IGNY8_SIGNUP_CREDITS", 1000, -1, math.MaxInt)),
		TrustedProxies: e.networks("IGNY8_TRUSTED_PROXIES", "127.0.0.0/8,::1/128"),
		MetricsAddr:    e.address("IGNY8_METRICS_ADDR", ""),
		LogLevel:       e.level("IGNY8_LOG_LEVEL"),
		LogFormat:      e.choice("IGNY8_LOG_FORMAT", Logfmt, Logfmt, JSON),

		AllowPrivateHosts: e.onOff("IGNY8_ALLOW_PRIVATE_HOSTS"),
	}
	c.SitesDir = e.get("IGNY8_SITES_DIR", filepath.Join(c.DataDir, "sites"))
	c.BaseURL = strings.TrimRight(e.get("IGNY8_BASE_URL", "http://"+c.Addr), "/")
	e.check(origin(c.BaseURL), "IGNY8_BASE_URL must be http:// or https:// and a host, without a path")
	e.check(c.OpenAIBaseURL == "" || httpURL(c.OpenAIBaseURL), "OPENAI_BASE_URL must be an http or https address that ends in /v1")
	e.check(!c.Postgres() || hasScheme(c.DatabaseURL, "postgres", "postgresql"), "DATABASE_URL must begin with postgres://")
	e.check(!c.Postgres() || c.SecretKey != "", "IGNY8_SECRET_KEY is required with PostgreSQL")
	e.check(c.SecretKey == "" || len(c.SecretKey) >= 32, "IGNY8_SECRET_KEY must have at least 32 characters")
	signup := e.choice("IGNY8_SIGNUP", whetherConfirmed(c), "open", "confirm", "closed")
	c.SignupOpen, c.SignupConfirm = signup != "closed", signup == "confirm"
	e.models(&c)
	if len(e.wrong) > 0 {
		return Config{}, errors.New(strings.Join(e.wrong, "; "))
	}
	return c, nil
}

// whetherConfirmed returns the default of IGNY8_SIGNUP.
func whetherConfirmed(c Config) string {
	if c.SMTPURL != "" {
		return "confirm"
	}
	return "open"
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
