package database_test

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// SQLite is generated for one version of libc and asks programs to use that one; go get of another module may raise it.
func TestSQLiteHasItsLibc(t *testing.T) {
	t.Parallel()
	libc := regexp.MustCompile(`modernc\.org/libc (v\S+)`)
	where, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.GoMod}}", "modernc.org/sqlite").Output()
	if err != nil {
		t.Skipf("the module cache cannot be asked: %v", err)
	}
	want, ours := libcOf(t, libc, strings.TrimSpace(string(where))), libcOf(t, libc, "../../go.mod")
	if want != ours {
		t.Errorf("go.mod has libc %s, SQLite is made for %s", ours, want)
	}
}

func libcOf(t *testing.T, libc *regexp.Regexp, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	found := libc.FindSubmatch(data)
	if found == nil {
		t.Fatalf("%s names no libc", path)
	}
	return string(found[1])
}
