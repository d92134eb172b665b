package config_test

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"igny8/app/config"
)

// secretNames are the variables whose value may stand in a file.
var secretNames = []string{
	"DATABASE_URL", "DATABASE_PASSWORD", "REDIS_URL", "REDIS_PASSWORD",
	"IGNY8_SECRET_KEY", "IGNY8_SECRET_KEYS_OLD", "OPENAI_API_KEY", "RUNWARE_API_KEY", "SMTP_URL",
}

func TestWrongSecretFilesAreRefused(t *testing.T) {
	t.Parallel()
	empty, large := secretFile(t, "\n"), secretFile(t, strings.Repeat("hidden", 20_000))
	for _, name := range secretNames {
		for what, vars := range map[string]map[string]string{
			"are both set":         {name: "hidden", name + "_FILE": secretFile(t, "hidden")},
			"cannot be read":       {name + "_FILE": filepath.Join(t.TempDir(), "nothing")},
			"is a directory":       {name + "_FILE": t.TempDir()},
			"without a secret":     {name + "_FILE": empty},
			"is larger than 64 KB": {name + "_FILE": large},
		} {
			_, err := config.FromEnv(env(vars))
			refuses(t, err, name+"_FILE", what)
		}
	}
}

func TestSecretsAreReadFromFiles(t *testing.T) {
	t.Parallel()
	key := strings.Repeat("k", 32)
	c, err := config.FromEnv(env(map[string]string{
		"DATABASE_URL_FILE": secretFile(t, "postgres://u@db/igny8\n"), "REDIS_URL_FILE": secretFile(t, "redis://r:6379/0"),
		"IGNY8_SECRET_KEY_FILE": secretFile(t, key+"\r\n"), "IGNY8_SECRET_KEYS_OLD_FILE": secretFile(t, "a, b\n"),
		"OPENAI_API_KEY_FILE": secretFile(t, "sk\n"), "IGNY8_AI_MODEL": "m",
		"RUNWARE_API_KEY_FILE": secretFile(t, "rw\n"), "SMTP_URL_FILE": secretFile(t, "smtp://mail.example\n"),
	}))
	if err != nil {
		t.Fatal(err)
	}
	got := []string{
		c.DatabaseURL.Reveal(), c.RedisURL.Reveal(), c.SecretKey.Reveal(), c.SecretKeysOld[0].Reveal(), c.SecretKeysOld[1].Reveal(),
		c.OpenAIKey.Reveal(), c.RunwareKey.Reveal(), c.SMTPURL.Reveal(),
	}
	want := []string{"postgres://u@db/igny8", "redis://r:6379/0", key, "a", "b", "sk", "rw", "smtp://mail.example"}
	if !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
}

func TestWrongPasswordsAreRefused(t *testing.T) {
	t.Parallel()
	for _, service := range []struct{ name, address string }{
		{"DATABASE", "postgres://igny8:hidden@db/igny8"},
		{"REDIS", "redis://:hidden@r:6379/0"},
	} {
		for what, address := range map[string]string{"must be an address": "", "must not have a password": service.address} {
			_, err := config.FromEnv(env(map[string]string{
				service.name + "_URL": address, service.name + "_PASSWORD": "hidden", "IGNY8_SECRET_KEY": strings.Repeat("k", 32),
			}))
			refuses(t, err, service.name+"_PASSWORD is set", what)
		}
	}
}

func TestPasswordsMayHaveAnySigns(t *testing.T) {
	t.Parallel()
	password := "p/w#x?y@z:% ü'\"\\&+$"
	c, err := config.FromEnv(env(map[string]string{
		"DATABASE_URL": "postgres://igny8@postgres:5432/igny8?sslmode=disable", "DATABASE_PASSWORD_FILE": secretFile(t, password+"\n"),
		"REDIS_URL": "redis://redis:6379/0", "REDIS_PASSWORD": password, "IGNY8_SECRET_KEY": strings.Repeat("k", 32),
	}))
	if err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]string{
		c.DatabaseURL.Reveal(): "igny8 postgres:5432 /igny8 sslmode=disable",
		c.RedisURL.Reveal():    " redis:6379 /0 ",
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		got := fmt.Sprint(u.User.Username(), " ", u.Host, " ", u.Path, " ", u.RawQuery)
		if kept, _ := u.User.Password(); kept != password || got != want {
			t.Errorf("%q with the password %q, want %q with %q", got, kept, want, password)
		}
	}
}

// refuses reports an error that does not say these words, or that quotes the secret.
func refuses(t *testing.T, err error, words ...string) {
	t.Helper()
	for _, word := range words {
		if err == nil || !strings.Contains(err.Error(), word) || strings.Contains(err.Error(), "hidden") {
			t.Errorf("error %v, want it to say %q", err, word)
		}
	}
}

func secretFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
