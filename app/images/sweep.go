package images

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// patience is how long an unused file stays, so that a retry of a failed run finds what was paid for.
const patience = 30 * 24 * time.Hour

// sweepAtOnce is small, so that little time passes between reading the rows and deleting files.
const sweepAtOnce = 100

// Sweep deletes files of pictures that no row names and that are older than patience: another cut, a crash or a failed run
// left them. Other files stay. The queue calls it on a schedule.
func (s *Service) Sweep(ctx context.Context) error {
	return s.SweepBefore(ctx, database.Now().Add(-patience))
}

// SweepBefore is Sweep for files that were written before the moment.
func (s *Service) SweepBefore(ctx context.Context, moment time.Time) error {
	var old []string
	swept := 0
	sweep := func() error {
		n, err := s.sweep(ctx, old)
		swept, old = swept+n, old[:0]
		return err
	}
	err := s.blobs.Each(ctx, func(key string, written time.Time) error {
		if written.Before(moment) {
			old = append(old, key)
		}
		if len(old) < sweepAtOnce {
			return nil
		}
		return sweep()
	})
	err = errors.Join(err, sweep())
	if swept > 0 {
		slog.InfoContext(ctx, "files that no picture names were deleted", "files", swept)
	}
	return err
}

// sweep deletes the keys that no picture names, and returns how many.
func (s *Service) sweep(ctx context.Context, keys []string) (deleted int, err error) {
	named := map[string]map[string]bool{} // by account and picture
	for _, key := range keys {
		part := strings.Split(key, "/")
		if len(part) != 4 {
			continue
		}
		owner := part[0] + "/" + part[2]
		if named[owner] == nil {
			if named[owner], err = s.namedBy(ctx, part[0], part[2]); err != nil {
				return deleted, err
			}
		}
		if named[owner][key] {
			continue
		}
		if err := s.blobs.Delete(ctx, key); err != nil {
			return deleted, err
		}
		deleted++
	}
	return deleted, nil
}

// namedBy returns the keys that the picture of the account uses, also if it is in the trash; none if it is gone.
func (s *Service) namedBy(ctx context.Context, accountID, imageID string) (map[string]bool, error) {
	keys := map[string]bool{}
	tx := tenancy.WithTrash(s.db.Read(tenancy.With(ctx, tenancy.Scope{Account: accountID})))
	var list []Image
	if err := tx.Where("id = ?", imageID).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("read picture: %w", err)
	}
	if err := withVariants(tx, list); err != nil {
		return nil, err
	}
	for _, i := range list {
		for _, f := range i.all() {
			keys[i.key(f)] = true
		}
	}
	return keys, nil
}

// EachNamed calls visit with the key of every file that the pictures of all accounts name, those in the trash included. The context of tx
// is the system's.
func EachNamed(tx *gorm.DB, visit func(key string) error) error {
	tx = tenancy.WithTrash(tx)
	named := func(i Image) error {
		for _, f := range i.all() {
			if err := visit(i.key(f)); err != nil {
				return err
			}
		}
		return nil
	}
	if err := database.EachRow(tx.Select("id", "account_id", "site_id", "files", "share"), named); err != nil {
		return fmt.Errorf("read the files of pictures: %w", err)
	}
	err := database.EachRow(tx.Select("account_id", "site_id", "image_id", "kept", "thumb"), func(v Variant) error {
		return named(Image{ID: v.ImageID, AccountID: v.AccountID, SiteID: v.SiteID, Variants: []Variant{v}})
	})
	if err != nil {
		return fmt.Errorf("read the files of variants: %w", err)
	}
	return nil
}
