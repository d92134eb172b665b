package database

import "gorm.io/gorm"

// CountBy returns how many rows of the query's model have each value of the column.
func CountBy(query *gorm.DB, column string) (map[string]int64, error) {
	var rows []struct {
		Value string
		Count int64
	}
	if err := query.Select(column + " AS value, COUNT(*) AS count").Group(column).Scan(&rows).Error; err != nil {
		return nil, err
	}
	counts := make(map[string]int64, len(rows))
	for _, row := range rows {
		counts[row.Value] = row.Count
	}
	return counts, nil
}
