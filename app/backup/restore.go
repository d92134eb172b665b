package backup

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"igny8/app/database"
	"igny8/app/fault"
)

// Check reads a whole archive and returns what it holds. One that was cut off or changed is refused.
func Check(name string) (Summary, error) {
	file, err := os.Open(name)
	if err != nil {
		return Summary{}, fmt.Errorf("restore: %w", err)
	}
	defer func() { _ = file.Close() }()
	var head Head
	contents, err := read(file, visitor{
		head: func(h Head) error {
			head = h
			return nil
		},
		entry: func(*tar.Header, io.Reader) error { return nil },
	})
	return summary(head, contents), err
}

// Restore checks the archive and brings it up in an empty installation. If it fails, nothing is restored: the rows come in one transaction,
// and files are moved into their place just before its end.
func (s *Service) Restore(ctx context.Context, name string) (Summary, error) {
	sum, err := Check(name)
	if err != nil {
		return sum, err
	}
	pictures, sites := &shelf{dir: s.PicturesDir, folders: 0o750, file: 0o640}, &shelf{dir: s.SitesDir, folders: 0o755, file: 0o644}
	if err := errors.Join(s.refuseFull(ctx), pictures.refuse(), sites.refuse()); err != nil {
		return sum, err
	}
	if err := s.DB.MigrateEmpty(ctx, sum.Migration); err != nil {
		if errors.Is(err, database.ErrNewer) {
			return sum, fault.New(fault.Conflict, "The archive was made by igny8 %s, which is newer than this one. Nothing was restored; use that version or later.", sum.Program)
		}
		return sum, err
	}
	defer pictures.close()
	defer sites.close()
	if err := errors.Join(pictures.open(), sites.open()); err != nil {
		return sum, err
	}
	r := &restoring{Service: s, shelves: map[string]*shelf{picturesDir: pictures, sitesDir: sites}}
	if err := s.DB.Load(ctx, func(into *database.Loader) error { return r.load(ctx, name, into) }); err != nil {
		pictures.undo()
		sites.undo()
		return sum, fmt.Errorf("restore: %w", err)
	}
	if err := s.DB.Migrate(ctx); err != nil {
		return sum, fmt.Errorf("the archive is restored, and its schema could not be brought up to date, which igny8 migrate up does: %w", err)
	}
	return sum, nil
}

// refuseFull returns a fault if the database holds an installation. Rows of tables that no archive holds do not count: somebody has looked
// at the page to sign in.
func (s *Service) refuseFull(ctx context.Context) error {
	counts, err := s.DB.Counts(ctx)
	if err != nil {
		return err
	}
	return refuse(counts)
}

func refuse(counts map[string]int64) error {
	var full []string
	for _, table := range slices.Sorted(maps.Keys(counts)) {
		if n := counts[table]; n > 0 && !LeavesOut(table) && table != "oldest_program" {
			full = append(full, fmt.Sprintf("%s (%d)", table, n))
		}
	}
	if len(full) == 0 {
		return nil
	}
	return fault.New(fault.Conflict, "The database is not empty: it has rows in %s. Nothing was restored; restore into a new database.", strings.Join(full, ", "))
}

// restoring is a restore that is under way.
type restoring struct {
	*Service
	shelves map[string]*shelf // by the first word of the names in the archive
	head    Head
	current loading
}

// load reads the archive again, this time into the database and the staging folders.
func (r *restoring) load(ctx context.Context, name string, into *database.Loader) error {
	if err := r.empty(ctx, into); err != nil {
		return err
	}
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	contents, err := read(file, visitor{
		head: func(h Head) error {
			r.head = h
			return nil
		},
		entry: func(h *tar.Header, content io.Reader) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return r.entry(ctx, into, h, content)
		},
	})
	if err != nil {
		return err
	}
	if err := r.compare(ctx, into, contents.rows()); err != nil {
		return err
	}
	for _, place := range r.shelves {
		if err := place.place(); err != nil {
			return err
		}
	}
	return nil
}

// empty deletes the rows that migrations wrote. It refuses once more if there are others: a server may have been started meanwhile.
func (r *restoring) empty(ctx context.Context, into *database.Loader) error {
	counts, err := into.Counts(ctx)
	if err != nil {
		return err
	}
	if err := refuse(counts); err != nil {
		return err
	}
	return into.Empty(ctx)
}

func (r *restoring) entry(ctx context.Context, into *database.Loader, h *tar.Header, content io.Reader) error {
	kind, name, _ := strings.Cut(h.Name, "/")
	if place := r.shelves[kind]; place != nil {
		return place.put(name, h, content)
	}
	if kind != rowsDir {
		return fault.New(fault.Invalid, "The archive holds %s, which this version does not know.", h.Name)
	}
	table, _, _ := strings.Cut(name, "/")
	if r.current.here.Name != table {
		var err error
		if r.current, err = newLoading(table, r.head.Tables, into.Tables, r.DB.Postgres()); err != nil {
			return err
		}
	}
	return r.current.load(ctx, into, content)
}

// compare refuses if a table has not as many rows as were archived.
func (r *restoring) compare(ctx context.Context, into *database.Loader, archived map[string]int64) error {
	counts, err := into.Counts(ctx)
	if err != nil {
		return err
	}
	for table, n := range counts {
		if n != archived[table] {
			return fmt.Errorf("%s has %d rows, and the archive %d", table, n, archived[table])
		}
	}
	return nil
}
