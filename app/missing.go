package app

import (
	"context"
	"log/slog"

	"igny8/app/backup"
)

// missingFiles logs which files of pictures and releases the database names and the disk does not hold, such as after a database was copied
// alone. It returns a channel that is closed when everything was looked at.
func (a *App) missingFiles(ctx context.Context) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		files := backup.New(backup.Needs{DB: a.DB, PicturesDir: picturesDir(a.config), SitesDir: a.config.SitesDir})
		missing, err := files.Missing(ctx)
		if err != nil && ctx.Err() == nil {
			slog.Error("look for missing files", "error", err)
		}
		for _, line := range missing.Lines() {
			slog.Warn("files are missing", "what", line)
		}
	}()
	return done
}
