package history

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// A sector keeps its latest changes, up to this number, age and total number of rows. The newest is kept whatever its size.
const (
	keptChanges    = 100
	keptFor        = 30 * 24 * time.Hour
	keptChangeRows = 500_000
)

// Change is what a person did to rows of a sector in one action. Undo takes it back. It is written in the transaction of the action.
type Change struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	SectorID  string `gorm:"<-:create"`
	UserID    string
	Text      string // what was done, a sentence for people
	Rows      int64  // the number of rows that differ from before; with 0 there is nothing to undo
	CreatedAt time.Time
	UndoneAt  *time.Time
	UndoneBy  string
}

// Undoable reports whether there is something to undo.
func (c Change) Undoable() bool { return c.UndoneAt == nil && c.Rows > 0 }

// Row is what a change did to one row. Before and After are JSON objects of the columns that differ. A created row has no Before, a
// deleted one no After; the other object then holds the whole row.
type Row struct {
	AccountID string `gorm:"<-:create;primaryKey"`
	ChangeID  string `gorm:"primaryKey"`
	Noun      string `gorm:"primaryKey"` // the table
	RowID     string `gorm:"primaryKey"`
	Before    *string
	After     *string
}

// TableName returns the name of the table.
func (Row) TableName() string { return "change_rows" }

// Changes returns one page of the changes that people made in the sector, latest first. It leaves out changes of no rows.
func (l *Log) Changes(ctx context.Context, sectorID string, limit int, cursor string) (database.Page[Change], error) {
	order := database.Order{Column: "created_at", Falling: true, Kind: database.Time}
	return database.List(l.db.Read(ctx).Where("sector_id = ? AND rows > 0", sectorID), order, limit, cursor, func(c Change) database.Position {
		return database.Position{Value: c.CreatedAt, ID: c.ID}
	})
}

// Change returns the change with the id.
func (l *Log) Change(ctx context.Context, id string) (Change, error) {
	return database.One[Change](l.db.Read(ctx), "change", id)
}

// LastChange returns the latest change that the person of the context made in the sector. ok is false if there is none.
func (l *Log) LastChange(ctx context.Context, sectorID string) (last Change, ok bool, err error) {
	err = l.db.Read(ctx).Where("sector_id = ? AND user_id = ?", sectorID, tenancy.User(ctx)).Order("created_at DESC, id DESC").Take(&last).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return last, false, nil
	}
	if err != nil {
		return last, false, fmt.Errorf("load last change: %w", err)
	}
	return last, true, nil
}

// prune deletes the changes of the sector that are beyond the limits above.
func prune(tx *gorm.DB, sectorID string) error {
	var list []Change
	if err := tx.Where("sector_id = ?", sectorID).Order("created_at DESC, id DESC").Find(&list).Error; err != nil {
		return fmt.Errorf("load changes: %w", err)
	}
	oldest, rows := database.Now().Add(-keptFor), int64(0)
	var gone []string
	for i, c := range list {
		rows += c.Rows
		if i > 0 && (i >= keptChanges || rows > keptChangeRows || c.CreatedAt.Before(oldest)) {
			gone = append(gone, c.ID)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	if err := tx.Where("id IN ?", gone).Delete(&Change{}).Error; err != nil {
		return fmt.Errorf("forget changes: %w", err)
	}
	return nil
}
