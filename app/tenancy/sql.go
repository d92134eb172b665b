package tenancy

import (
	"maps"
	"strings"

	"gorm.io/gorm"
)

const (
	sqlSetting    = "tenancy:sql"
	upsertSetting = "tenancy:upsert"
	trashSetting  = "tenancy:trash"
)

// SQL returns a query in SQL for what GORM cannot express. The text must use the account as @account, which is bound to the
// account of tx's context; values are the other named parameters. Finish with Scan or Rows.
func SQL(tx *gorm.DB, text string, values map[string]any) *gorm.DB {
	bound, err := bind(tx, text, values)
	if err != nil {
		return refused(tx, err)
	}
	return tx.Set(sqlSetting, true).Raw(text, bound)
}

// WithTrash returns a session that sees the rows in the trash beside the others: those of a table with a column deleted_at
// that is set. It is for what deletes, restores and purges, and for what has to follow a row that is in the trash; a test
// lists all callers. SQL and Run see such rows anyway: a text that names such a table says what it wants of deleted_at.
func WithTrash(tx *gorm.DB) *gorm.DB {
	return tx.Set(trashSetting, true).Session(&gorm.Session{})
}

// Run is SQL for a statement without a result. It returns the number of changed rows.
func Run(tx *gorm.DB, text string, values map[string]any) (int64, error) {
	bound, err := bind(tx, text, values)
	if err != nil {
		return 0, err
	}
	done := tx.Set(sqlSetting, true).Exec(text, bound)
	return done.RowsAffected, done.Error
}

func bind(tx *gorm.DB, text string, values map[string]any) (map[string]any, error) {
	s, ok := From(tx.Statement.Context)
	if !ok {
		return nil, ErrNoAccount
	}
	if !strings.Contains(text, "@account") {
		return nil, ErrNoParameter
	}
	bound := maps.Clone(values)
	if bound == nil {
		bound = map[string]any{}
	}
	bound["account"] = s.Account
	return bound, nil
}

func refused(tx *gorm.DB, err error) *gorm.DB {
	tx = tx.Session(&gorm.Session{})
	_ = tx.AddError(err)
	return tx
}
