package app

import (
	"context"
	"path/filepath"

	"igny8/app/backup"
	"igny8/app/config"
)

// OpenBackup opens what is archived and restored: the database, which it does not migrate, and the folders. It starts no queue, so a backup
// runs beside a server. The caller closes the database.
func OpenBackup(ctx context.Context, c config.Config, version string) (*backup.Service, error) {
	keys, err := keptKeys(c)
	if err != nil {
		return nil, err
	}
	db, err := OpenDatabase(ctx, c)
	if err != nil {
		return nil, err
	}
	return backup.New(backup.Needs{DB: db, PicturesDir: picturesDir(c), SitesDir: c.SitesDir, Program: version, Keys: keys}), nil
}

// keptKeys returns the secret key and the earlier ones, none if there is no secret key yet.
func keptKeys(c config.Config) ([][]byte, error) {
	key, err := keptKey(c)
	if err != nil || key == nil {
		return nil, err
	}
	keys := [][]byte{key}
	for _, older := range c.SecretKeysOld {
		keys = append(keys, []byte(older.Reveal()))
	}
	return keys, nil
}

// picturesDir is where the files of pictures are stored.
func picturesDir(c config.Config) string { return filepath.Join(c.DataDir, "images") }

// KeyFile is where the embedded mode keeps the secret key that it has made.
func KeyFile(c config.Config) string { return filepath.Join(c.DataDir, "secret.key") }
