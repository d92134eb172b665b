package accounts_test

import (
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/fault"
)

// stage is a cast with its database, for tests that read rows directly or change times.
type stage struct {
	*accountstest.Cast
	db *database.DB
}

func newStage(t *testing.T) stage {
	t.Helper()
	db := dbtest.New(t)
	return stage{accountstest.NewCast(t, db), db}
}

// set sets a column of every row of the model.
func (s stage) set(t *testing.T, model any, column string, value any) {
	t.Helper()
	must(t, s.db.Tx(s.System(), func(tx *gorm.DB) error {
		return tx.Model(model).Where("1 = 1").Update(column, value).Error
	}))
}

// later makes the waiting events of the outbox due.
func (s stage) later(t *testing.T) {
	t.Helper()
	must(t, s.db.Tx(s.System(), func(tx *gorm.DB) error {
		return tx.Table("event_deliveries").Where("id <> ''").UpdateColumns(map[string]any{"due_at": database.Now().Add(-time.Second)}).Error
	}))
}

// actions returns the audited actions in the person's account, newest first.
func (s stage) actions(t *testing.T, p accountstest.Person) (list []string) {
	t.Helper()
	page, err := s.Events.Log(s.Ctx(p), 0, "")
	must(t, err)
	for _, e := range page.Items {
		list = append(list, e.Action())
	}
	return list
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// refused fails unless err has the kind.
func refused(t *testing.T, what string, err error, kind fault.Kind) {
	t.Helper()
	if err == nil || fault.KindOf(err) != kind {
		t.Errorf("%s: %v, want %s", what, err, kind)
	}
}
