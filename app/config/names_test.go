package config_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"igny8/app/config"
)

func TestUnknownVariablesAreFound(t *testing.T) {
	t.Parallel()
	got := config.Unknown([]string{"IGNY8_SINGUP=closed", "IGNY8_SIGNUP=open", "IGNY8_TLS=internal", "PATH=/bin", "IGNY8_=", "SIGNUP=x"})
	if want := []string{"IGNY8_", "IGNY8_SINGUP"}; !slices.Equal(got, want) {
		t.Errorf("unknown %q, want %q", got, want)
	}
}

func TestVariablesOfCaddyAreKnown(t *testing.T) {
	t.Parallel()
	for _, match := range regexp.MustCompile(`\{\$(IGNY8_[A-Z_]+)`).FindAllStringSubmatch(read(t, "../../Caddyfile"), -1) {
		if unknown := config.Unknown([]string{match[1] + "=x"}); len(unknown) > 0 {
			t.Errorf("the Caddyfile reads %s, which the program takes for misspelt", match[1])
		}
	}
}

// TestDocumentedVariablesAreRead compares the operators' book with the variables that the program reads.
func TestDocumentedVariablesAreRead(t *testing.T) {
	t.Parallel()
	_, table, _ := strings.Cut(read(t, "../../deploy/README.md"), "| variable |")
	table, _, _ = strings.Cut(table, "\n\n")
	var documented []string
	for line := range strings.Lines(table) {
		if cells := strings.Split(line, "|"); len(cells) > 2 {
			for _, match := range regexp.MustCompile("`([A-Z0-9_]+)`").FindAllStringSubmatch(cells[1], -1) {
				documented = append(documented, match[1])
			}
		}
	}
	names := config.Names()
	for _, name := range names {
		if secret, isFile := strings.CutSuffix(name, "_FILE"); isFile && slices.Contains(names, secret) {
			continue // the table describes the file of a secret once for all
		}
		if !slices.Contains(documented, name) {
			t.Errorf("deploy/README.md does not describe %s", name)
		}
	}
	for _, name := range documented {
		if !slices.Contains(names, name) {
			t.Errorf("deploy/README.md describes %s, which nothing reads", name)
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
