package database

import (
	"errors"
	"fmt"

	"gorm.io/gorm"

	"igny8/app/fault"
)

// Found is the error of a query for one row, as the caller passes it on: a row that is not there is a missing noun.
func Found(err error, noun string) error {
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return fault.Missing(noun)
	}
	if err != nil {
		return fmt.Errorf("find %s: %w", noun, err)
	}
	return nil
}
