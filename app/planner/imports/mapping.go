package imports

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/keywordfile"
	"igny8/app/text"
)

// ColumnMapping is what a person of the account said the columns under a header mean. It goes for every file with that header.
type ColumnMapping struct {
	ID         string
	AccountID  string              `gorm:"<-:create"`
	HeaderKey  string              `gorm:"<-:create"`
	Header     []string            `gorm:"serializer:json"` // as it was written where it was mapped last
	Fields     []keywordfile.Field `gorm:"serializer:json"`
	Headerless bool
	UpdatedAt  time.Time
}

// TableName returns the table of mappings.
func (ColumnMapping) TableName() string { return "keyword_mappings" }

// ColumnMappings returns the mappings of the account, the latest first.
func (s *Service) ColumnMappings(ctx context.Context) ([]ColumnMapping, error) {
	var rows []ColumnMapping
	if err := s.db.Read(ctx).Order("updated_at DESC, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load mappings: %w", err)
	}
	return rows, nil
}

// ColumnMappingPage returns one page of the column mappings, the latest first, for the API.
func (s *Service) ColumnMappingPage(ctx context.Context, limit int, cursor string) (database.Page[ColumnMapping], error) {
	return database.List(s.db.Read(ctx), database.Order{Column: "updated_at", Falling: true, Kind: database.Time}, limit, cursor,
		func(m ColumnMapping) database.Position { return database.Position{Value: m.UpdatedAt, ID: m.ID} })
}

// MapHeader says what the columns under a header mean, for every file that comes with it. A mapping without fields forgets what was said.
func (s *Service) MapHeader(ctx context.Context, header []string, m keywordfile.Mapping) error {
	if len(header) == 0 || len(header) > keywordfile.MaxColumns || !text.Printable(strings.Join(header, "")) {
		return fault.Fields{{Name: "header", Message: fmt.Sprintf("A header has 1 to %d names of columns that can be shown.", keywordfile.MaxColumns)}}.Err()
	}
	return s.mapTable(ctx, keywordfile.Table{Key: keywordfile.HeaderKey(header), Header: header}, m)
}

func (s *Service) mapTable(ctx context.Context, table keywordfile.Table, m keywordfile.Mapping) error {
	if len(m.Fields) == 0 {
		return s.forgetMapping(ctx, table.Key)
	}
	return s.keepMapping(ctx, table, m)
}

// readingOptions read files as people of the account said that they are read.
func (s *Service) readingOptions(ctx context.Context) (keywordfile.Options, error) {
	rows, err := s.ColumnMappings(ctx)
	if err != nil {
		return keywordfile.Options{}, err
	}
	if len(rows) == 0 {
		return keywordfile.Options{}, nil
	}
	byKey := make(map[string]keywordfile.Mapping, len(rows))
	for _, m := range rows {
		byKey[m.HeaderKey] = keywordfile.Mapping{Fields: m.Fields, Headerless: m.Headerless}
	}
	return keywordfile.Options{Mapping: func(header []string) (keywordfile.Mapping, bool) {
		m, ok := byKey[keywordfile.HeaderKey(header)]
		return m, ok
	}}, nil
}

// MapColumns says what the columns of a table of a checked import mean, reads its files again, and goes for later files with
// the same header. A mapping without fields forgets what was said.
func (s *Service) MapColumns(ctx context.Context, importID, headerKey string, m keywordfile.Mapping) (Import, error) {
	im, err := s.checked(ctx, importID)
	if err != nil {
		return im, err
	}
	table, ok := im.table(headerKey)
	if !ok {
		return im, fault.Missing("table")
	}
	if err := s.mapTable(ctx, table, m); err != nil {
		return im, err
	}
	return s.checkAgain(ctx, im)
}

// table returns the table of the import with such a header.
func (im Import) table(headerKey string) (keywordfile.Table, bool) {
	for _, f := range im.Files {
		for _, t := range f.Tables {
			if t.Key == headerKey {
				return t, true
			}
		}
	}
	return keywordfile.Table{}, false
}

func (s *Service) forgetMapping(ctx context.Context, headerKey string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Delete(&ColumnMapping{}, "header_key = ?", headerKey).Error; err != nil {
			return fmt.Errorf("forget mapping: %w", err)
		}
		return nil
	})
}

func (s *Service) keepMapping(ctx context.Context, table keywordfile.Table, m keywordfile.Mapping) error {
	if err := checkMapping(table, m); err != nil {
		return err
	}
	row := ColumnMapping{
		ID: database.NewID(), HeaderKey: table.Key, Header: table.Header, Fields: m.Fields, Headerless: m.Headerless,
		UpdatedAt: database.Now(),
	}
	onHeader := clause.OnConflict{
		Columns:   []clause.Column{{Name: "account_id"}, {Name: "header_key"}},
		DoUpdates: clause.AssignmentColumns([]string{"header", "fields", "headerless", "updated_at"}),
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Clauses(onHeader).Create(&row).Error; err != nil {
			return fmt.Errorf("keep mapping: %w", err)
		}
		return nil
	})
}

func checkMapping(table keywordfile.Table, m keywordfile.Mapping) error {
	if len(m.Fields) != len(table.Header) {
		return fault.New(fault.Invalid, "The table has %d columns; say of each what it is.", len(table.Header))
	}
	seen := map[keywordfile.Field]int{}
	for _, field := range m.Fields {
		if !slices.Contains(keywordfile.Fields(), field) {
			return fault.New(fault.Invalid, "There is no field %q.", field)
		}
		if seen[field]++; seen[field] > 1 && field != keywordfile.FieldIgnored && field != keywordfile.FieldURL {
			return fault.New(fault.Invalid, "Two columns are the %s. Choose one of them; the other is left out.", field.Words())
		}
	}
	if seen[keywordfile.FieldKeyword] == 0 {
		return fault.New(fault.Invalid, "Say which column has the keywords.")
	}
	return nil
}
