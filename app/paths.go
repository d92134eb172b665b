package app

import (
	"fmt"
	"os"

	"igny8/app/config"
)

// checkPaths makes the directories of the installation and refuses those in which the process cannot write, and files that it cannot read.
// Without this check an installation seems well until somebody uploads a picture or publishes a site.
func checkPaths(c config.Config) error {
	for _, dir := range []struct{ variable, path string }{{"IGNY8_DATA_DIR", c.DataDir}, {"IGNY8_SITES_DIR", c.SitesDir}} {
		if err := tryToWrite(dir.path); err != nil {
			return fmt.Errorf("%s names %s, where this process cannot write: %w", dir.variable, dir.path, err)
		}
	}
	for _, file := range []struct{ variable, path string }{{"IGNY8_PROMPTS_DIR", c.PromptsDir}, {"IGNY8_PRICES", c.PricesFile}} {
		if file.path == "" {
			continue
		}
		if err := tryToRead(file.path); err != nil {
			return fmt.Errorf("%s names %s, which this process cannot read: %w", file.variable, file.path, err)
		}
	}
	return nil
}

func tryToRead(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return f.Close()
}

func tryToWrite(dir string) error {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".igny8-")
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Remove(f.Name())
}
