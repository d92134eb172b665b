package history

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// TrashKeeps is how long a row stays in the trash before it is deleted for good.
const TrashKeeps = 30 * 24 * time.Hour

// TrashItem is what somebody deleted in one action: a row, and with it every row below it.
type TrashItem struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	Noun      string // of the row, such as "page"
	RowID     string
	Name      string   // of the row, for people
	Released  Released `gorm:"serializer:json"`
	TrashedBy string
	TrashedAt time.Time  // deleted_at of all rows that were deleted in the action; no two actions of an account have the same
	DeletedAt *time.Time // set while the site of the item is in the trash, too
}

// Released holds, by the id of a row of the item, the ids of rows that referred to it and were released. A restored row takes back those
// that are still free.
type Released map[string][]string

// TrashKind is a table whose rows can be in the trash. Its model has the fields ID and DeletedAt.
type TrashKind struct {
	Noun  string // one of database.LockOrder
	Model any
	// Under holds, by column, the noun of the row's parent: the row goes into the trash, is restored and is purged with it.
	Under map[string]string
	// Cascades reports whether the database deletes the rows below a row together with it.
	Cascades bool
	// Restore calls back, which restores the rows of an item of this noun, between the owner's own checks. It may refuse. Nil: there are
	// no such checks.
	Restore func(tx *gorm.DB, item TrashItem, back func() error) error
	// Purge is called before rows of the table are deleted for good. It returns what to do after that, such as deleting their files. Nil:
	// nothing.
	Purge func(tx *gorm.DB, ids []string) (after func(context.Context), err error)
}

// Trash keeps deleted rows until they are restored or purged. The rows are only marked, in their own tables: the guard of package tenancy
// leaves them out of every query. Trash knows no table by name: the owners register them.
type Trash struct {
	db     *database.DB
	kinds  []TrashKind // in the order of database.LockOrder
	settle []func(tx *gorm.DB, item TrashItem, restored bool) error
}

// NewTrash returns a trash without kinds.
func NewTrash(db *database.DB) *Trash {
	t := &Trash{db: db}
	t.Register(TrashKind{Noun: "trash item", Model: &TrashItem{}, Under: map[string]string{"site_id": "site"}})
	return t
}

// Register adds tables. Each module calls it once, when it is built.
func (t *Trash) Register(kinds ...TrashKind) {
	t.kinds = append(t.kinds, kinds...)
	slices.SortStableFunc(t.kinds, func(a, b TrashKind) int {
		return cmp.Compare(slices.Index(database.LockOrder, a.Noun), slices.Index(database.LockOrder, b.Noun))
	})
}

// Settle adds a function that is called in the transaction when an item goes into the trash, is restored (then restored is true), or is
// purged.
func (t *Trash) Settle(fn func(tx *gorm.DB, item TrashItem, restored bool) error) {
	t.settle = append(t.settle, fn)
}

func (t *Trash) settled(tx *gorm.DB, item TrashItem, restored bool) error {
	for _, fn := range t.settle {
		if err := fn(tx, item, restored); err != nil {
			return err
		}
	}
	return nil
}

func (t *Trash) kind(noun string) (TrashKind, bool) {
	i := slices.IndexFunc(t.kinds, func(k TrashKind) bool { return k.Noun == noun })
	if i < 0 {
		return TrashKind{}, false
	}
	return t.kinds[i], true
}

// fresh returns a new, empty model of the table: GORM writes into the model of an update.
func (k TrashKind) fresh() any { return reflect.New(reflect.TypeOf(k.Model).Elem()).Interface() }

// Move puts the row that the item names into the trash, with everything below it. The item gives the row, its name, its site and what was
// released. The owner has checked before that the row may be deleted.
func (t *Trash) Move(tx *gorm.DB, item TrashItem) error {
	at, err := t.stamp(tx)
	if err != nil {
		return err
	}
	for first := true; ; first = false {
		moved, err := t.mark(tx, item, at)
		if err != nil {
			return fmt.Errorf("move to the trash: %w", err)
		}
		if moved == 0 && first {
			return fault.Missing(item.Noun)
		}
		if moved == 0 {
			break // no row was added below since the last look
		}
	}
	if item.Released == nil {
		item.Released = Released{}
	}
	item.ID, item.TrashedAt, item.TrashedBy = database.NewID(), at, tenancy.User(tx.Statement.Context)
	if err := tx.Create(&item).Error; err != nil {
		return fmt.Errorf("write trash item: %w", err)
	}
	return t.settled(tx, item, false)
}

// stamp returns a time that no item of the account has: restoring finds the rows of an item by it.
func (t *Trash) stamp(tx *gorm.DB) (time.Time, error) {
	for at := database.Now(); ; at = at.Add(time.Microsecond) {
		var taken int64
		if err := tenancy.WithTrash(tx).Model(&TrashItem{}).Where("trashed_at = ?", at).Count(&taken).Error; err != nil {
			return at, fmt.Errorf("stamp for the trash: %w", err)
		}
		if taken == 0 {
			return at, nil
		}
	}
}

// mark sets deleted_at to the time in the row of the item and in the visible rows below it.
func (t *Trash) mark(tx *gorm.DB, item TrashItem, at time.Time) (moved int64, err error) {
	rows, err := t.family(tx, item)
	if err != nil {
		return 0, err
	}
	for _, k := range t.kinds {
		for part := range slices.Chunk(slices.Sorted(slices.Values(rows[k.Noun])), idsAtOnce) {
			done := tx.Model(k.fresh()).Where("id IN ?", part).UpdateColumn("deleted_at", at)
			if done.Error != nil {
				return moved, done.Error
			}
			moved += done.RowsAffected
		}
	}
	return moved, nil
}

// idsAtOnce is how many rows one statement names.
const idsAtOnce = 500

// family returns the ids of the row of the item and of everything below it, by noun. Within a noun, parents come before children.
func (t *Trash) family(tx *gorm.DB, item TrashItem) (map[string][]string, error) {
	all, last := map[string][]string{}, map[string][]string{item.Noun: {item.RowID}}
	seen := map[string]bool{item.RowID: true}
	for len(last) > 0 {
		below := map[string][]string{}
		for noun, ids := range last {
			all[noun] = append(all[noun], ids...)
		}
		for _, k := range t.kinds {
			for column, above := range k.Under {
				ids, err := pluck(tx.Model(k.fresh()), column, last[above])
				if err != nil {
					return nil, err
				}
				for _, id := range ids {
					if !seen[id] {
						seen[id], below[k.Noun] = true, append(below[k.Noun], id)
					}
				}
			}
		}
		last = below
	}
	return all, nil
}

// pluck returns the ids of the rows whose column has one of the values.
func pluck(query *gorm.DB, column string, values []string) (all []string, err error) {
	query = query.Session(&gorm.Session{})
	for part := range slices.Chunk(values, idsAtOnce) {
		var ids []string
		if err := query.Where(column+" IN ?", part).Order("id").Pluck("id", &ids).Error; err != nil {
			return nil, fmt.Errorf("look below: %w", err)
		}
		all = append(all, ids...)
	}
	return all, nil
}

// Items returns one page of the items in the trash, latest first. An empty noun means all.
func (t *Trash) Items(ctx context.Context, noun string, limit int, cursor string) (database.Page[TrashItem], error) {
	query := t.db.Read(ctx)
	if noun != "" {
		query = query.Where("noun = ?", noun)
	}
	latest := database.Order{Column: "trashed_at", Falling: true, Kind: database.Time}
	return database.List(query, latest, limit, cursor, func(i TrashItem) database.Position {
		return database.Position{Value: i.TrashedAt, ID: i.ID}
	})
}

// SiteOf returns the site of the row of the noun with the id, whether it is in the trash or not.
func (t *Trash) SiteOf(ctx context.Context, noun, rowID string) (string, error) {
	k, known := t.kind(noun)
	if !known || !text.Printable(rowID) {
		return "", fault.Missing(noun)
	}
	column := "site_id"
	if noun == "site" {
		column = "id"
	}
	var ids []string
	err := tenancy.WithTrash(t.db.Read(ctx)).Model(k.fresh()).Where("id = ?", rowID).Pluck(column, &ids).Error
	if err != nil {
		return "", fmt.Errorf("find the site of a %s: %w", noun, err)
	}
	if len(ids) == 0 {
		return "", fault.Missing(noun)
	}
	return ids[0], nil
}

// Restore restores the row of the noun with the id, and everything that was deleted with it. It refuses when the name is taken now, or
// when the parent is missing.
func (t *Trash) Restore(ctx context.Context, noun, rowID string) (item TrashItem, err error) {
	k, known := t.kind(noun)
	if !known || !text.Printable(rowID) {
		return item, fault.Missing(noun)
	}
	err = t.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		item, err = database.Take[TrashItem](database.Locked(tx).Where("noun = ? AND row_id = ?", noun, rowID), noun)
		if fault.KindOf(err) == fault.NotFound {
			return t.notThere(ctx, noun, rowID)
		}
		if err != nil {
			return err
		}
		if err := t.checkAbove(tx, k, item); err != nil {
			return err
		}
		restore := k.Restore
		if restore == nil {
			restore = func(_ *gorm.DB, _ TrashItem, back func() error) error { return back() }
		}
		if err := restore(tx, item, func() error { return t.back(tx, item) }); err != nil {
			return err
		}
		if err := tx.Delete(&item).Error; err != nil {
			return fmt.Errorf("delete trash item: %w", err)
		}
		return t.settled(tx, item, true)
	})
	return item, err
}

// notThere returns the error for a row that cannot be restored because it was not deleted by itself.
func (t *Trash) notThere(ctx context.Context, noun, rowID string) error {
	if _, err := t.SiteOf(ctx, noun, rowID); err != nil {
		return err
	}
	return fault.New(fault.Conflict, "This %s is not in the trash, or went there with something else. Nothing was restored.", noun)
}

// checkAbove refuses to restore a row whose parent is missing.
func (t *Trash) checkAbove(tx *gorm.DB, k TrashKind, item TrashItem) error {
	for column, noun := range k.Under {
		above, _ := t.kind(noun)
		var ids []string
		if err := tenancy.WithTrash(tx).Model(k.fresh()).Where("id = ? AND "+column+" IS NOT NULL", item.RowID).Pluck(column, &ids).Error; err != nil {
			return fmt.Errorf("look above: %w", err)
		}
		if len(ids) == 0 {
			continue
		}
		var there []string
		if err := database.Locked(tx).Model(above.fresh()).Where("id = ?", ids[0]).Pluck("id", &there).Error; err != nil {
			return fmt.Errorf("look above: %w", err)
		}
		if len(there) == 0 {
			return fault.New(fault.Conflict, "The %s that %s belongs to is deleted. Restore that first.", noun, text.Quote(item.Name))
		}
	}
	return nil
}

// back clears deleted_at in all rows that were deleted with the item.
func (t *Trash) back(tx *gorm.DB, item TrashItem) error {
	for _, k := range t.kinds {
		err := tenancy.WithTrash(tx).Model(k.fresh()).Where("deleted_at = ?", item.TrashedAt).UpdateColumn("deleted_at", nil).Error
		if errors.Is(err, gorm.ErrDuplicatedKey) {
			return fault.New(fault.Conflict, "%s cannot come back: another %s has its place by now.", text.Quote(item.Name), k.Noun)
		}
		if err != nil {
			return fmt.Errorf("restore from the trash: %w", err)
		}
	}
	return nil
}

// purgesAtOnce is how many items one call of Purge deletes. The others wait for the next call.
const purgesAtOnce = 500

// Purge deletes for good what has been in the trash for longer than TrashKeeps. The queue calls it on schedule.
func (t *Trash) Purge(ctx context.Context) error {
	return t.PurgeBefore(ctx, database.Now().Add(-TrashKeeps))
}

// PurgeBefore purges what went into the trash before the moment. Items that cannot be deleted now are tried again the next time.
func (t *Trash) PurgeBefore(ctx context.Context, moment time.Time) error {
	var old []TrashItem
	all := tenancy.WithTrash(t.db.Read(tenancy.System(ctx, "purge the trash")))
	if err := all.Where("trashed_at < ?", moment).Order("trashed_at, id").Limit(purgesAtOnce).Find(&old).Error; err != nil {
		return fmt.Errorf("list what is to be purged: %w", err)
	}
	var failed []error
	for _, item := range old {
		if err := t.purge(tenancy.With(ctx, tenancy.Scope{Account: item.AccountID}), item); err != nil {
			failed = append(failed, fmt.Errorf("purge %s %s: %w", item.Noun, item.RowID, err))
		}
	}
	return errors.Join(failed...)
}

// purge deletes the rows of the item, and the items of rows that were below.
func (t *Trash) purge(ctx context.Context, item TrashItem) error {
	var afters []func(context.Context)
	err := t.db.Tx(ctx, func(tx *gorm.DB) error {
		all := tenancy.WithTrash(tx)
		var still []TrashItem
		if err := all.Clauses(clause.Locking{Strength: "UPDATE"}).Where("id = ?", item.ID).Find(&still).Error; err != nil || len(still) == 0 {
			return err // nil: somebody has restored it
		}
		rows, err := t.family(all, item)
		if err != nil {
			return err
		}
		for _, k := range t.byDepth() {
			after, err := t.deleteRows(all, item, k, rows[k.Noun])
			if err != nil {
				return err
			}
			if after != nil {
				afters = append(afters, after)
			}
		}
		for _, ids := range rows {
			for part := range slices.Chunk(ids, idsAtOnce) {
				if err := all.Where("row_id IN ?", part).Delete(&TrashItem{}).Error; err != nil {
					return err
				}
			}
		}
		if still[0].DeletedAt != nil {
			return nil // its site is in the trash, too
		}
		return t.settled(tx, item, false)
	})
	if err != nil {
		return err
	}
	for _, after := range afters {
		after(ctx)
	}
	return nil
}

// deleteRows deletes the rows of one table for good, children first.
func (t *Trash) deleteRows(all *gorm.DB, item TrashItem, k TrashKind, ids []string) (after func(context.Context), err error) {
	if len(ids) == 0 {
		return nil, nil
	}
	if k.Purge != nil {
		if after, err = k.Purge(all, ids); err != nil {
			return nil, err
		}
	}
	if root, _ := t.kind(item.Noun); root.Cascades && k.Noun != item.Noun {
		return after, nil
	}
	ids = slices.Clone(ids)
	slices.Reverse(ids)
	for part := range slices.Chunk(ids, idsAtOnce) {
		if err := all.Where("id IN ?", part).Delete(k.fresh()).Error; err != nil {
			return nil, err
		}
	}
	return after, nil
}

// byDepth returns the kinds so that children come before their parents.
func (t *Trash) byDepth() []TrashKind {
	var depth func(noun string) int
	depth = func(noun string) int {
		k, _ := t.kind(noun)
		most := 0
		for _, above := range k.Under {
			if above != noun {
				most = max(most, depth(above)+1)
			}
		}
		return most
	}
	sorted := slices.Clone(t.kinds)
	slices.SortStableFunc(sorted, func(a, b TrashKind) int { return cmp.Compare(depth(b.Noun), depth(a.Noun)) })
	return sorted
}
