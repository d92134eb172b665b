package migrations_test

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"igny8/migrations"
)

// A migration that has been released is never edited. testdata holds the sums of each released version, as sha256sum writes them.
func TestReleasedMigrationsAreNotEdited(t *testing.T) {
	t.Parallel()
	lists, err := filepath.Glob("testdata/*.sum")
	if err != nil || len(lists) == 0 {
		t.Fatalf("no sums: %v", err)
	}
	for _, list := range lists {
		f, err := os.Open(list)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = f.Close() })
		lines, sums := bufio.NewScanner(f), 0
		for lines.Scan() {
			sum, name, ok := strings.Cut(lines.Text(), "  ")
			if !ok {
				t.Fatalf("%s: %q is no sum", list, lines.Text())
			}
			sums++
			data, err := migrations.Files.ReadFile(name)
			if err != nil {
				t.Errorf("%s was released and is gone: %v", name, err)
				continue
			}
			if now := sha256.Sum256(data); hex.EncodeToString(now[:]) != sum {
				t.Errorf("%s was released and is edited: write a new migration instead", name)
			}
		}
		if err := lines.Err(); err != nil || sums == 0 {
			t.Errorf("%s: %d sums, %v", list, sums, err)
		}
	}
}
