package database_test

import (
	"context"
	"testing"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// pad is one note of an account, and how the tests read and write it.
type pad struct {
	*testing.T
	db   *database.DB
	note note
}

func newPad(t *testing.T) (pad, context.Context) {
	t.Helper()
	db, ctx := notes(t)
	p := pad{t, db, note{ID: "1", Text: "roses"}}
	if err := db.Tx(ctx, func(tx *gorm.DB) error { return tx.Create(&p.note).Error }); err != nil {
		t.Fatal(err)
	}
	return p, ctx
}

func (p pad) write(ctx context.Context, text string) {
	p.Helper()
	if err := p.db.Tx(ctx, func(tx *gorm.DB) error { return tx.Model(&p.note).Update("text", text).Error }); err != nil {
		p.Fatal(err)
	}
}

func (p pad) want(text string, tx *gorm.DB, when string) {
	p.Helper()
	row, err := database.One[note](tx, "note", p.note.ID)
	if err != nil || row.Text != text {
		p.Errorf("%s: the note says %q, %v; want %q", when, row.Text, err, text)
	}
}

func TestRowsAreRememberedUntilATransaction(t *testing.T) {
	t.Parallel()
	p, ctx := newPad(t)
	remembering := database.Remembering(ctx)
	p.want("roses", p.db.Read(remembering), "at first")
	p.write(ctx, "tulips") // another request
	p.want("roses", p.db.Read(remembering), "at the second look")
	p.want("tulips", p.db.Read(ctx), "without memory")
	p.write(remembering, "lilies")
	p.want("lilies", p.db.Read(remembering), "after a transaction")
}

func TestMemoryAnswersOnlyTheSameQuestion(t *testing.T) {
	t.Parallel()
	p, ctx := newPad(t)
	remembering := database.Remembering(ctx)
	p.want("roses", p.db.Read(remembering), "at first")
	p.write(ctx, "tulips")
	p.want("", p.db.Read(remembering).Omit("text"), "without its text")
	p.want("tulips", p.db.Read(remembering).Where("text <> ''"), "with a condition")
	stranger := tenancy.With(remembering, tenancy.Scope{Account: "b"})
	if _, err := database.One[note](p.db.Read(stranger), "note", p.note.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the other account: %v, want that there is no note", err)
	}
	err := p.db.Tx(remembering, func(tx *gorm.DB) error {
		p.want("tulips", tx, "in a transaction")
		if err := tx.Model(&p.note).Update("text", "lilies").Error; err != nil {
			return err
		}
		p.want("lilies", tx, "after a write in the transaction")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
