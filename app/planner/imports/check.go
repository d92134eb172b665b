package imports

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/keywordfile"
	"igny8/app/spill"
)

// keptPiece is a piece of a packed file of an import that waits for a person's word.
type keptPiece struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	SectorID  string `gorm:"<-:create"`
	ImportID  string `gorm:"<-:create"`
	Number    int    // of the file, in the order in which they were given
	Piece     int    // in the order of the file
	Name      string // of the file
	Packed    []byte // gzip, pieceSize bytes but for the last
	CreatedAt time.Time
}

func (keptPiece) TableName() string { return "keyword_import_pieces" }

// pieceSize is how much of a file is in memory while it is kept and read again.
const pieceSize = 1 << 20

// checkedFor is how long an import waits for a person's word.
const checkedFor = 7 * 24 * time.Hour

// CheckFiles reads the files, compares them with the sector and keeps them, so that a person sees what an import would do
// before it does anything. An import that nobody wants is forgotten after a week. If no file can be read, not even with
// columns that are mapped by hand, it is refused.
func (s *Service) CheckFiles(ctx context.Context, sectorID string, files []File) (Import, error) {
	im, err := s.newImport(ctx, sectorID, ImportChecked)
	if err != nil {
		return Import{}, err
	}
	changes, err := s.compare(ctx, &im, files)
	if err != nil {
		return Import{}, err
	}
	defer func() { _ = changes.close() }()
	if err := im.refused(); err != nil && !im.mappable() {
		return Import{}, err
	}
	packed, err := pack(files)
	if err != nil {
		return Import{}, err
	}
	defer func() { _ = closeAll(packed) }()
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old := tx.Where("sector_id = ? AND state = ? AND created_at < ?", sectorID, ImportChecked, database.Now().Add(-checkedFor))
		if err := old.Delete(&Import{}).Error; err != nil {
			return fmt.Errorf("forget imports: %w", err)
		}
		if err := tx.Create(&im).Error; err != nil {
			return fmt.Errorf("keep import: %w", err)
		}
		for i, file := range packed {
			if err := im.keep(tx, i, shown(files[i].Name), file); err != nil {
				return err
			}
		}
		return changes.write(tx)
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

// pack packs each file into a temporary one.
func pack(files []File) (packed []*os.File, err error) {
	for _, file := range files {
		to, err := spill.Temp()
		if err != nil {
			return nil, errors.Join(err, closeAll(packed))
		}
		packed = append(packed, to)
		size := file.Size
		if size > keywordfile.MaxBytes {
			size = 0 // it is refused; its report says so
		}
		w, err := gzip.NewWriterLevel(to, gzip.BestSpeed)
		if err == nil {
			_, err = io.Copy(w, io.NewSectionReader(file.Data, 0, size))
			err = errors.Join(err, w.Close())
		}
		if err != nil {
			return nil, errors.Join(fmt.Errorf("pack %s: %w", shown(file.Name), err), closeAll(packed))
		}
	}
	return packed, nil
}

func closeAll(files []*os.File) error {
	var errs []error
	for _, f := range files {
		errs = append(errs, f.Close())
	}
	return errors.Join(errs...)
}

// keep keeps a packed file in pieces.
func (im Import) keep(tx *gorm.DB, number int, name string, file *os.File) error {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("keep file: %w", err)
	}
	buffer := make([]byte, pieceSize)
	for piece := 0; ; piece++ {
		n, err := io.ReadFull(file, buffer)
		last := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !last {
			return fmt.Errorf("keep file: %w", err)
		}
		if n > 0 {
			row := keptPiece{
				ID: database.NewID(), SiteID: im.SiteID, SectorID: im.SectorID, ImportID: im.ID, Number: number, Piece: piece, Name: name,
				Packed: buffer[:n],
			}
			if err := tx.Create(&row).Error; err != nil {
				return fmt.Errorf("keep file: %w", err)
			}
		}
		if last {
			return nil
		}
	}
}

// kept are the files of a checked import, unpacked into temporary ones until done is called.
func (s *Service) kept(ctx context.Context, importID string) (files []File, done func(), err error) {
	var pieces []keptPiece
	query := s.db.Read(ctx).Select("id", "number", "name").Where("import_id = ?", importID)
	if err := query.Order("number, piece").Find(&pieces).Error; err != nil {
		return nil, nil, fmt.Errorf("load files: %w", err)
	}
	var opened []*os.File
	done = func() { _ = closeAll(opened) }
	for len(pieces) > 0 {
		end := slices.IndexFunc(pieces, func(p keptPiece) bool { return p.Number != pieces[0].Number })
		if end < 0 {
			end = len(pieces)
		}
		file, err := spill.Temp()
		if err != nil {
			done()
			return nil, nil, err
		}
		opened = append(opened, file)
		size, err := s.unpack(ctx, pieces[:end], file)
		if err != nil {
			done()
			return nil, nil, fmt.Errorf("unpack %s: %w", pieces[0].Name, err)
		}
		files = append(files, File{Name: pieces[0].Name, Data: file, Size: size})
		pieces = pieces[end:]
	}
	return files, done, nil
}

func (s *Service) unpack(ctx context.Context, pieces []keptPiece, to io.Writer) (size int64, err error) {
	unpacked, err := gzip.NewReader(&pieceReader{db: s.db.Read(ctx), left: pieces})
	if err != nil {
		return 0, err
	}
	return io.Copy(to, unpacked)
}

// pieceReader reads the pieces of a file one after the other.
type pieceReader struct {
	db     *gorm.DB
	left   []keptPiece
	packed []byte
}

func (r *pieceReader) Read(b []byte) (int, error) {
	for len(r.packed) == 0 {
		if len(r.left) == 0 {
			return 0, io.EOF
		}
		var piece keptPiece
		if err := r.db.Select("packed").Take(&piece, "id = ?", r.left[0].ID).Error; err != nil {
			return 0, err
		}
		r.packed, r.left = piece.Packed, r.left[1:]
	}
	n := copy(b, r.packed)
	r.packed = r.packed[n:]
	return n, nil
}

// checked returns the import with the id while it waits.
func (s *Service) checked(ctx context.Context, id string) (Import, error) {
	im, err := database.One[Import](s.db.Read(ctx), "import", id)
	if err != nil {
		return im, err
	}
	if !im.State.mayBecome(ImportDone) {
		return im, fault.New(fault.Conflict, "This import is done. Import the files again to change it.")
	}
	return im, nil
}

// checkAgain reads the files of a checked import anew.
func (s *Service) checkAgain(ctx context.Context, im Import) (Import, error) {
	files, done, err := s.kept(ctx, im.ID)
	if err != nil {
		return im, err
	}
	defer done()
	im.Files = nil
	changes, err := s.compare(ctx, &im, files)
	if err != nil {
		return im, err
	}
	defer func() { _ = changes.close() }()
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		columns := []string{"files", "rows", "imported", "updated", "duplicates", "rejected"}
		done := tx.Model(&Import{}).Where("id = ? AND state = ?", im.ID, ImportChecked).Select(columns).Updates(&im)
		if done.Error != nil {
			return fmt.Errorf("update import: %w", done.Error)
		}
		if done.RowsAffected == 0 {
			return fault.New(fault.Conflict, "This import has ended meanwhile.")
		}
		if err := tx.Delete(&Change{}, "import_id = ?", im.ID).Error; err != nil {
			return fmt.Errorf("forget changes: %w", err)
		}
		return changes.write(tx)
	})
	return im, err
}

// DiscardImport forgets a checked import.
func (s *Service) DiscardImport(ctx context.Context, importID string) error {
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
