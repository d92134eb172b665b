package database

import (
	"errors"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"igny8/app/fault"
	"igny8/app/text"
)

// One returns the row with the id. A row that does not exist and a row of another account give the same fault, which names
// the noun.
func One[T any](tx *gorm.DB, noun, id string) (T, error) {
	if !text.Printable(id) {
		var none T
		return none, fault.Missing(noun)
	}
	return Once(tx, id, func() (T, error) { return Take[T](tx.Where("id = ?", id), noun) })
}

// Take returns a row of the query, or a fault that names the noun if there is none.
func Take[T any](query *gorm.DB, noun string) (T, error) {
	var row T
	err := query.Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, fault.Missing(noun)
	}
	if err != nil {
		return row, fmt.Errorf("load %s: %w", noun, err)
	}
	return row, nil
}

// EscapeLike returns s with the characters escaped that mean something in a LIKE pattern.
func EscapeLike(s string) string {
	return strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(s)
}
