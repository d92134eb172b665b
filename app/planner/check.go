package planner

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/keywordfile"
)

// keptFile is a file of an import that waits for a person's word.
type keptFile struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	SectorID  string `gorm:"<-:create"`
	ImportID  string `gorm:"<-:create"`
	Number    int    // in the order in which they were given
	Name      string
	Packed    []byte // gzip
	CreatedAt time.Time
}

func (keptFile) TableName() string { return "keyword_import_files" }

// checkedFor is how long an import waits for a person's word.
const checkedFor = 7 * 24 * time.Hour

// Check reads the files, compares them with the sector and keeps them, so that a person sees what an import would do before it does anything. An import
// that nobody wants is forgotten after a week. If no file can be read, not even with columns that are mapped by hand, it is refused.
func (s *Service) Check(ctx context.Context, sectorID string, files []File) (Import, error) {
	im, err := s.newImport(ctx, sectorID, ImportChecked)
	if err != nil {
		return Import{}, err
	}
	kept, files, err := im.keep(files)
	if err != nil {
		return Import{}, err
	}
	if im.Changes, err = s.compare(ctx, &im, files); err != nil {
		return Import{}, err
	}
	if err := im.refused(); err != nil && !im.mappable() {
		return Import{}, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old := tx.Where("sector_id = ? AND state = ? AND created_at < ?", sectorID, ImportChecked, database.Now().Add(-checkedFor))
		if err := old.Delete(&Import{}).Error; err != nil {
			return fmt.Errorf("forget imports: %w", err)
		}
		if err := tx.Create(&im).Error; err != nil {
			return fmt.Errorf("keep import: %w", err)
		}
		for i := range kept {
			if err := tx.Create(&kept[i]).Error; err != nil {
				return fmt.Errorf("keep file: %w", err)
			}
		}
		return writeDiff(tx, im.Changes)
	})
	return im, err
}

// mappable says whether some file has a table whose columns a person can name.
func (im Import) mappable() bool {
	for _, f := range im.Files {
		if len(f.Tables) > 0 {
			return true
		}
	}
	return false
}

// keep packs the files, and is them to be read again.
func (im Import) keep(files []File) (kept []keptFile, again []File, err error) {
	for i, file := range files {
		data, err := io.ReadAll(io.LimitReader(file.Data, keywordfile.MaxBytes+1))
		if err != nil {
			return nil, nil, fmt.Errorf("read %s: %w", shown(file.Name), err)
		}
		again = append(again, File{Name: file.Name, Data: bytes.NewReader(data)})
		if len(data) > keywordfile.MaxBytes {
			data = data[:0] // it is refused; its report says so
		}
		packed, err := pack(data)
		if err != nil {
			return nil, nil, err
		}
		kept = append(kept, keptFile{
			ID: database.NewID(), SiteID: im.SiteID, SectorID: im.SectorID, ImportID: im.ID, Number: i, Name: shown(file.Name), Packed: packed,
		})
	}
	return kept, again, nil
}

func pack(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestSpeed)
	if err != nil {
		return nil, fmt.Errorf("pack file: %w", err)
	}
	if _, err := w.Write(data); err != nil {
		return nil, fmt.Errorf("pack file: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("pack file: %w", err)
	}
	return out.Bytes(), nil
}

// kept are the files of a checked import.
func (s *Service) kept(ctx context.Context, importID string) ([]File, error) {
	var rows []keptFile
	if err := s.db.Read(ctx).Where("import_id = ?", importID).Order("number").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load files: %w", err)
	}
	files := make([]File, len(rows))
	for i, row := range rows {
		unpacked, err := gzip.NewReader(bytes.NewReader(row.Packed))
		if err != nil {
			return nil, fmt.Errorf("unpack %s: %w", row.Name, err)
		}
		files[i] = File{Name: row.Name, Data: unpacked}
	}
	return files, nil
}

// checked is the import with the id while it waits.
func (s *Service) checked(ctx context.Context, id string) (Import, error) {
	im, err := load[Import](s.db.Read(ctx), "import", id)
	if err != nil {
		return im, err
	}
	if im.State != ImportChecked {
		return im, fault.New(fault.Conflict, "This import is done. Import the files again to change it.")
	}
	return im, nil
}

// checkAgain reads the files of a checked import anew.
func (s *Service) checkAgain(ctx context.Context, im Import) (Import, error) {
	files, err := s.kept(ctx, im.ID)
	if err != nil {
		return im, err
	}
	im.Files = nil
	if im.Changes, err = s.compare(ctx, &im, files); err != nil {
		return im, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		columns := []string{"files", "rows", "imported", "updated", "duplicates", "rejected"}
		done := tx.Model(&Import{}).Where("id = ? AND state = ?", im.ID, ImportChecked).Select(columns).Updates(&im)
		if done.Error != nil {
			return fmt.Errorf("update import: %w", done.Error)
		}
		if done.RowsAffected == 0 {
			return fault.New(fault.Conflict, "This import has ended meanwhile.")
		}
		if err := tx.Delete(&ImportChange{}, "import_id = ?", im.ID).Error; err != nil {
			return fmt.Errorf("forget changes: %w", err)
		}
		return writeDiff(tx, im.Changes)
	})
	return im, err
}

// Discard forgets a checked import.
func (s *Service) Discard(ctx context.Context, importID string) error {
	if _, err := s.checked(ctx, importID); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Delete(&Import{}, "id = ? AND state = ?", importID, ImportChecked).Error; err != nil {
			return fmt.Errorf("forget import: %w", err)
		}
		return nil
	})
}
