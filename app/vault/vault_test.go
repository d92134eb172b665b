package vault_test

import (
	"errors"
	"strings"
	"testing"

	"igny8/app/vault"
)

func open(t *testing.T, secret string, older ...string) *vault.Vault {
	t.Helper()
	var keys [][]byte
	for _, s := range older {
		keys = append(keys, []byte(s))
	}
	v, err := vault.New([]byte(secret), keys...)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	v := open(t, "new secret")
	sealed := v.Seal("sk-very-secret", "row 1")
	flipped := []byte(sealed)
	flipped[len(flipped)-3] ^= 1
	head, body, _ := strings.Cut(sealed[3:], ":")
	cases := []struct {
		name, sealed, about string
		want                error
	}{
		{"nothing", "", "row 1", vault.ErrBroken},
		{"plain text", "sk-very-secret", "row 1", vault.ErrBroken},
		{"another format", "v2" + sealed[2:], "row 1", vault.ErrBroken},
		{"no base64", "v1:" + head + ":!!", "row 1", vault.ErrBroken},
		{"too short", "v1:" + head + ":AAAA", "row 1", vault.ErrBroken},
		{"a changed byte", string(flipped), "row 1", vault.ErrBroken},
		{"another row", sealed, "row 2", vault.ErrBroken},
		{"a key that is not known", "v1:000000000000:" + body, "row 1", vault.ErrUnknownKey},
		{"sealed by another installation", open(t, "another secret").Seal("x", "row 1"), "row 1", vault.ErrUnknownKey},
	}
	for _, c := range cases {
		if got, err := v.Open(c.sealed, c.about); !errors.Is(err, c.want) || got != "" {
			t.Errorf("%s: %q, %v; want %v", c.name, got, err, c.want)
		}
	}
	if _, err := vault.New(nil); err == nil {
		t.Error("an empty secret key was taken")
	}
	if _, err := vault.New([]byte("new"), nil); err == nil {
		t.Error("an empty older key was taken")
	}
}

func TestSealAndOpen(t *testing.T) {
	t.Parallel()
	v := open(t, "new secret")
	sealed := v.Seal("sk-very-secret", "row 1")
	if strings.Contains(sealed, "secret") || sealed == v.Seal("sk-very-secret", "row 1") || !v.Newest(sealed) {
		t.Errorf("sealed as %s", sealed)
	}
	if got, err := v.Open(sealed, "row 1"); err != nil || got != "sk-very-secret" {
		t.Errorf("opened as %q, %v", got, err)
	}
	if got, err := v.Open(v.Seal("", "row 1"), "row 1"); err != nil || got != "" {
		t.Errorf("an empty secret opened as %q, %v", got, err)
	}
}

func TestRotation(t *testing.T) {
	t.Parallel()
	before, after := open(t, "old secret"), open(t, "new secret", "older secret", "old secret")
	sealed := before.Seal("sk-very-secret", "row 1")
	got, err := after.Open(sealed, "row 1")
	if err != nil || got != "sk-very-secret" || after.Newest(sealed) {
		t.Fatalf("opened as %q, %v; newest %v", got, err, after.Newest(sealed))
	}
	again := after.Seal(got, "row 1")
	if got, err := open(t, "new secret").Open(again, "row 1"); err != nil || got != "sk-very-secret" {
		t.Errorf("without the old key: %q, %v", got, err)
	}
	if _, err := before.Open(again, "row 1"); !errors.Is(err, vault.ErrUnknownKey) {
		t.Errorf("the old key opens what the new one sealed: %v", err)
	}
}
