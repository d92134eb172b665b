package database

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gofrs/flock"
)

// lockName is the file in the data directory that the process holds locked which works on it. The operating system frees the lock when
// the process ends, however it ends.
const lockName = "igny8.lock"

// Hold is the claim of this process to work on a data directory alone. Only commands that make a single change beside it do without.
type Hold struct{ file *flock.Flock }

// HeldError says that another process holds the directory.
type HeldError struct {
	Dir     string
	Process string // its id, empty if unknown
}

func (e *HeldError) Error() string {
	holder := "another process"
	if e.Process != "" {
		holder = "process " + e.Process
	}
	return fmt.Sprintf("%s works on the data directory %s: stop it first, or name another directory with IGNY8_DATA_DIR", holder, e.Dir)
}

// HoldDir claims the data directory, which it makes if needed. If another process has it, the error is a *HeldError.
func HoldDir(dir string) (*Hold, error) {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return nil, fmt.Errorf("data directory: %w", err)
	}
	path := filepath.Join(dir, lockName)
	file := flock.New(path, flock.SetPermissions(0o600))
	ours, err := file.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock the data directory: %w", err)
	}
	if !ours {
		process, _ := os.ReadFile(path) // Windows does not let others read a locked file
		return nil, &HeldError{Dir: dir, Process: strings.TrimSpace(string(process))}
	}
	_ = os.WriteFile(path, []byte(strconv.Itoa(os.Getpid())+"\n"), 0o600) // for the message alone
	return &Hold{file}, nil
}

// Release lets another process claim the directory. A nil Hold has nothing to release.
func (h *Hold) Release() error {
	if h == nil {
		return nil
	}
	return h.file.Unlock()
}
