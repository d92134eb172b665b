package database_test

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"igny8/app/database"
)

func TestDataDirectoryHasOneHolder(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "data")
	hold, err := database.HoldDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	_, err = database.HoldDir(dir)
	var held *database.HeldError
	if !errors.As(err, &held) || held.Process != strconv.Itoa(os.Getpid()) || !strings.Contains(err.Error(), dir) {
		t.Errorf("the second hold: %v", err)
	}
	other, err := database.HoldDir(t.TempDir())
	if err != nil {
		t.Errorf("another directory: %v", err)
	}
	for _, h := range []*database.Hold{hold, other} {
		if err := h.Release(); err != nil {
			t.Error(err)
		}
	}
	again, err := database.HoldDir(dir)
	if err != nil {
		t.Fatalf("after the release: %v", err)
	}
	if err := again.Release(); err != nil {
		t.Error(err)
	}
}
