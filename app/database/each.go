package database

import "gorm.io/gorm"

// EachRow calls visit with the rows of the query one by one, so that not all of them have to be in memory. On PostgreSQL visit cannot ask
// the transaction of the query for anything else.
func EachRow[T any](query *gorm.DB, visit func(T) error) error {
	rows, err := query.Model(new(T)).Rows()
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var row T
		if err := query.ScanRows(rows, &row); err != nil {
			return err
		}
		if err := visit(row); err != nil {
			return err
		}
	}
	return rows.Err()
}
