package backup_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"igny8/app/backup"
)

// eachEntry reads an archive as tar does.
func eachEntry(t *testing.T, name string, visit func(h *tar.Header, content []byte)) {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	for entries := tar.NewReader(unpacked); ; {
		h, err := entries.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(entries)
		if err != nil {
			t.Fatal(err)
		}
		visit(h, content)
	}
}

func headOf(t *testing.T, name string) (head backup.Head) {
	t.Helper()
	eachEntry(t, name, func(h *tar.Header, content []byte) {
		if h.Name == "igny8-backup.json" {
			if err := json.Unmarshal(content, &head); err != nil {
				t.Fatal(err)
			}
		}
	})
	return head
}

// rewritten returns a whole archive, each of whose entries has gone through change.
func rewritten(t *testing.T, name string, change func(entry string, content []byte) []byte) string {
	t.Helper()
	var out bytes.Buffer
	packed, err := gzip.NewWriterLevel(&out, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	written := tar.NewWriter(packed)
	eachEntry(t, name, func(h *tar.Header, content []byte) {
		content = change(h.Name, content)
		h.Size = int64(len(content))
		if err := written.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := written.Write(content); err != nil {
			t.Fatal(err)
		}
	})
	if err := errors.Join(written.Close(), packed.Close()); err != nil {
		t.Fatal(err)
	}
	return saved(t, out.Bytes())
}

// withHead changes the head of an archive.
func withHead(change func(*backup.Head)) func(string, []byte) []byte {
	return func(entry string, content []byte) []byte {
		var head backup.Head
		if entry != "igny8-backup.json" || json.Unmarshal(content, &head) != nil {
			return content
		}
		change(&head)
		content, _ = json.Marshal(head)
		return content
	}
}

func saved(t *testing.T, data []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "saved.tar.gz")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// filesOf lists the files of pictures and releases with their sizes, and where links point.
func filesOf(t *testing.T, s *backup.Service) (found []string) {
	t.Helper()
	for _, dir := range []string{s.PicturesDir, s.SitesDir} {
		err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			below, err := filepath.Rel(dir, name)
			if err != nil {
				return err
			}
			if target, err := os.Readlink(name); err == nil {
				found = append(found, below+" -> "+target)
				return nil
			}
			content, err := os.ReadFile(name)
			found = append(found, fmt.Sprintf("%s %x", below, content))
			return err
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
	return found
}

// unpacked returns what is packed in an archive, or nil.
func unpacked(data []byte) []byte {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	content, err := io.ReadAll(z)
	if err != nil {
		return nil
	}
	return content
}
