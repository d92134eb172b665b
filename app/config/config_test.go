package config_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"igny8/app/config"
)

func env(pairs map[string]string) func(string) string {
	return func(name string) string { return pairs[name] }
}

func TestWrongVariablesAreNamed(t *testing.T) {
	t.Parallel()
	cases := map[string]map[string]string{
		"IGNY8_ADDR":                {"IGNY8_ADDR": "8011"},
		"IGNY8_BASE_URL":            {"IGNY8_BASE_URL": "igny8.example"},
		"OPENAI_BASE_URL":           {"OPENAI_BASE_URL": "localhost:11434", "IGNY8_AI_MODEL": "m"},
		"DATABASE_URL":              {"DATABASE_URL": "mysql://x", "IGNY8_SECRET_KEY": strings.Repeat("k", 32)},
		"REDIS_URL":                 {"REDIS_URL": "localhost:6379"},
		"IGNY8_SECRET_KEY":          {"DATABASE_URL": "postgres://x"},
		"at least 32":               {"IGNY8_SECRET_KEY": "short"},
		"IGNY8_SIGNUP must":         {"IGNY8_SIGNUP": "perhaps"},
		"IGNY8_SIGNUP_CREDITS":      {"IGNY8_SIGNUP_CREDITS": "-2"},
		"IGNY8_ALLOW_PRIVATE_HOSTS": {"IGNY8_ALLOW_PRIVATE_HOSTS": "maybe"},
		"IGNY8_RUNS_PER_ACCOUNT":    {"IGNY8_RUNS_PER_ACCOUNT": "0"},
		"IGNY8_TRUSTED_PROXIES":     {"IGNY8_TRUSTED_PROXIES": "10.0.0.0/8, caddy"},
		"IGNY8_METRICS_ADDR":        {"IGNY8_METRICS_ADDR": "9108"},
		"IGNY8_ADDR must":           {"IGNY8_ADDR": "127.0.0.1:8011/app"},
		"without a path":            {"IGNY8_BASE_URL": "https://igny8.example/app"},
		"IGNY8_BASE_URL must":       {"IGNY8_BASE_URL": "https://igny8.example?x=1"},
		"IGNY8_APP_HOST":            {"IGNY8_APP_HOST": "https://app.example.com"},
		"IGNY8_MARKETING_HOST":      {"IGNY8_MARKETING_HOST": "example.com/start"},
		"REDIS_URL must":            {"REDIS_URL": "redis://:p/w#x@redis:6379/0"},
		"IGNY8_AI_MODEL":            {"IGNY8_AI_MODEL": "gpt"},
		"IGNY8_EMBEDDING_MODEL":     {"IGNY8_EMBEDDING_MODEL": "vectors", "OPENAI_BASE_URL": "http://127.0.0.1:1/v1"},
		"IGNY8_IMAGE_MODEL":         {"IGNY8_IMAGE_MODEL": "pictures"},
		"OPENAI_API_KEY is set":     inProduction("OPENAI_API_KEY", "k"),
		"OPENAI_BASE_URL is set":    inProduction("OPENAI_BASE_URL", "https://ai.example/v1"),
		"IGNY8_DB_CONNECTIONS":      {"IGNY8_DB_CONNECTIONS": "1"},
		"IGNY8_WORKERS":             {"IGNY8_WORKERS": "0"},
		"IGNY8_LOG_LEVEL":           {"IGNY8_LOG_LEVEL": "loud"},
		"IGNY8_LOG_FORMAT":          {"IGNY8_LOG_FORMAT": "xml"},
	}
	for want, vars := range cases {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			_, err := config.FromEnv(env(vars))
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Fatalf("error = %v, want it to name %q", err, want)
			}
		})
	}
}

func inProduction(name, value string) map[string]string {
	return map[string]string{"DATABASE_URL": "postgres://db/igny8", "IGNY8_SECRET_KEY": strings.Repeat("k", 32), name: value}
}

func TestErrorsQuoteNoSecret(t *testing.T) {
	t.Parallel()
	for name, value := range map[string]string{
		"REDIS_URL": "redis://:hidden/x@redis:6379", "DATABASE_URL": "hidden://u@db", "IGNY8_SECRET_KEY": "hidden", "OPENAI_API_KEY": "hidden",
	} {
		_, err := config.FromEnv(env(map[string]string{"DATABASE_URL": "postgres://db", name: value}))
		if err == nil || strings.Contains(err.Error(), "hidden") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDefaults(t *testing.T) {
	t.Parallel()
	c, err := config.FromEnv(env(nil))
	if err != nil {
		t.Fatal(err)
	}
	if c.Addr != "127.0.0.1:8011" || c.BaseURL != "http://127.0.0.1:8011" || c.SitesDir != "data/sites" {
		t.Fatalf("defaults = %+v", c)
	}
	if c.Postgres() || c.Remote() || !c.SignupOpen || c.SignupCredits != 1000 || c.AllowPrivateHosts {
		t.Fatalf("defaults = %+v", c)
	}
}

func TestAKeyWithoutAModelStaysUnused(t *testing.T) {
	t.Parallel()
	c, err := config.FromEnv(env(map[string]string{"OPENAI_API_KEY": "k"}))
	if err != nil || c.Remote() {
		t.Fatalf("remote = %v, %v; want the built-in engine", c.Remote(), err)
	}
	if len(c.Warnings) != 1 || !strings.Contains(c.Warnings[0], "OPENAI_API_KEY is set, but IGNY8_AI_MODEL names no model") {
		t.Errorf("warnings %q, want one about the key", c.Warnings)
	}
}

func TestSecretsDoNotPrint(t *testing.T) {
	t.Parallel()
	c, err := config.FromEnv(env(map[string]string{
		"OPENAI_API_KEY": "sk-hidden", "IGNY8_AI_MODEL": "m", "SMTP_URL": "smtp://u:hidden@mail.example",
		"DATABASE_URL": "postgres://u:hidden@db.example/igny8", "IGNY8_SECRET_KEY": strings.Repeat("hidden", 6), "IGNY8_SECRET_KEYS_OLD": "hidden-1, hidden-2,",
	}))
	if err != nil {
		t.Fatal(err)
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
		if s := fmt.Sprintf(verb, c); strings.Contains(s, "hidden") {
			t.Fatalf("%s prints a secret: %s", verb, s)
		}
	}
	if data, err := json.Marshal(c); err != nil || strings.Contains(string(data), "hidden") {
		t.Errorf("as JSON: %s, %v", data, err)
	}
	if len(c.SecretKeysOld) != 2 || c.SecretKeysOld[1].Reveal() != "hidden-2" {
		t.Errorf("%d older keys", len(c.SecretKeysOld))
	}
	if !c.Remote() || c.OpenAIKey.Reveal() != "sk-hidden" {
		t.Fatalf("the key does not arrive")
	}
}

func TestSignupIsConfirmedWhereMailsGoOut(t *testing.T) {
	t.Parallel()
	for _, k := range []struct {
		signup, smtp  string
		open, confirm bool
	}{
		{"", "", true, false},
		{"", "smtp://mail.example", true, true},
		{"open", "smtp://mail.example", true, false},
		{"confirm", "", true, true},
		{"closed", "smtp://mail.example", false, false},
	} {
		c, err := config.FromEnv(env(map[string]string{"IGNY8_SIGNUP": k.signup, "SMTP_URL": k.smtp}))
		if err != nil || c.SignupOpen != k.open || c.SignupConfirm != k.confirm {
			t.Errorf("IGNY8_SIGNUP=%q with SMTP_URL=%q: open %v, confirm %v, %v", k.signup, k.smtp, c.SignupOpen, c.SignupConfirm, err)
		}
	}
}

func TestTrustedProxiesAreAddressesAndNetworks(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{
		"":                          "[127.0.0.0/8 ::1/128]",
		"172.30.8.2":                "[172.30.8.2/32]",
		"10.0.0.0/8, 2001:db8::/32": "[10.0.0.0/8 2001:db8::/32]",
	} {
		c, err := config.FromEnv(env(map[string]string{"IGNY8_TRUSTED_PROXIES": given}))
		if got := fmt.Sprint(c.TrustedProxies); err != nil || got != want {
			t.Errorf("%q: %s %v, want %s", given, got, err, want)
		}
	}
}
