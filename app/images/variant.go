package images

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"io"
	"slices"
	"time"

	"gorm.io/gorm"

	"igny8/app/fault"
	"igny8/app/images/picture"
	"igny8/app/tenancy"
)

// Origin says where a variant comes from.
type Origin string

// The origins.
const (
	Uploaded  Origin = "uploaded"
	Drawn     Origin = "drawn"     // by the built-in engine
	Generated Origin = "generated" // by a model
)

// Variant is one of the pictures to choose from. It never changes.
type Variant struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	ImageID   string
	Origin    Origin
	Model     string // that made it
	RunID     *string
	Kept      File `gorm:"serializer:json"` // the whole picture, from which sizes are cut
	Thumb     File `gorm:"serializer:json"`
	CreatedAt time.Time
}

func (Variant) TableName() string { return "image_variants" }

func variants(tx *gorm.DB, imageIDs []string) ([]Variant, error) {
	var all []Variant
	for part := range slices.Chunk(imageIDs, 500) {
		var list []Variant
		if err := tx.Where("image_id IN ?", part).Order("created_at DESC, id DESC").Find(&list).Error; err != nil {
			return nil, fmt.Errorf("list variants: %w", err)
		}
		all = append(all, list...)
	}
	return all, nil
}

// made is a picture whose files are stored and whose row is not written yet.
type made struct {
	Kept  File `json:"kept"`
	Thumb File `json:"thumb"`
}

// sizes are the files of a variant after cutting.
type sizes struct {
	Files []File `json:"files"`
	Share File   `json:"share"`
}

// keep stores the picture and its thumbnail.
func (s *Service) keep(ctx context.Context, of Image, m *image.NRGBA) (made, error) {
	data, kind, err := picture.Kept(m)
	if err != nil {
		return made{}, fmt.Errorf("write picture: %w", err)
	}
	kept, err := s.put(ctx, of, picture.Written{Type: kind, Width: m.Bounds().Dx(), Height: m.Bounds().Dy(), Data: data})
	if err != nil {
		return made{}, err
	}
	small, err := picture.Thumb(m)
	if err != nil {
		return made{}, fmt.Errorf("write thumbnail: %w", err)
	}
	thumb, err := s.put(ctx, of, small)
	return made{Kept: kept, Thumb: thumb}, err
}

// cut stores the sizes of a picture.
func (s *Service) cut(ctx context.Context, of Image, m *image.NRGBA, c picture.Cut) (sizes, error) {
	var to sizes
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	all, err := picture.Sizes(m, c.Of(w, h))
	if err != nil {
		return to, fmt.Errorf("make sizes: %w", err)
	}
	for _, written := range all {
		f, err := s.put(ctx, of, written)
		if err != nil {
			return to, err
		}
		to.Files = append(to.Files, f)
	}
	share, err := picture.ShareFile(m, c.ShareOf(w, h))
	if err != nil {
		return to, fmt.Errorf("make picture to share: %w", err)
	}
	to.Share, err = s.put(ctx, of, share)
	return to, err
}

func (s *Service) put(ctx context.Context, of Image, w picture.Written) (File, error) {
	sum := sha256.Sum256(w.Data)
	f := File{Name: hex.EncodeToString(sum[:12]) + w.Type.Extension(), Type: w.Type, Width: w.Width, Height: w.Height, Bytes: len(w.Data)}
	of.AccountID = tenancy.Account(ctx)
	return f, s.blobs.Put(ctx, of.key(f), w.Data)
}

// key returns the blob key of a file of the picture.
func (i Image) key(f File) string {
	return i.AccountID + "/" + i.SiteID + "/" + i.ID + "/" + f.Name
}

// load reads the whole picture of a variant.
func (s *Service) load(ctx context.Context, of Image, v File) (*image.NRGBA, error) {
	source, err := s.OpenFile(ctx, of, v)
	if err != nil {
		return nil, fmt.Errorf("read picture: %w", err)
	}
	data, err := io.ReadAll(source)
	if err := errors.Join(err, source.Close()); err != nil {
		return nil, fmt.Errorf("read picture: %w", err)
	}
	return picture.Open(data)
}

// Open reads a file of the picture or of one of its variants, by its name.
func (s *Service) Open(ctx context.Context, id, name string) (File, io.ReadCloser, error) {
	i, err := s.Get(ctx, id)
	if err != nil {
		return File{}, nil, err
	}
	for _, f := range i.all() {
		if f.Name == name {
			source, err := s.OpenFile(ctx, i, f)
			return f, source, err
		}
	}
	return File{}, nil, fault.Missing("file")
}

// OpenFile reads a file that the picture named, for example while a release is built. A file that is not stored, such as after a database
// was copied without its files, is a conflict: the picture is there, and somebody can add its file again.
func (s *Service) OpenFile(ctx context.Context, i Image, f File) (io.ReadCloser, error) {
	source, err := s.blobs.Open(ctx, i.key(f))
	if fault.KindOf(err) == fault.NotFound {
		return nil, fault.Wrap(err, fault.Conflict, "The file of the picture %q is missing on the server. Add the picture again, or ask whoever runs IGNY8 to restore it from a backup.", cmp.Or(i.Alt, i.Prompt, i.ID))
	}
	return source, err
}

// Choose shows another variant of the picture. A cut by shape stays; a cut by position is reset, since it belongs to the
// previous pixels.
func (s *Service) Choose(ctx context.Context, id, variantID string) (Image, error) {
	i, err := s.Get(ctx, id)
	if err != nil {
		return i, err
	}
	at := slices.IndexFunc(i.Variants, func(v Variant) bool { return v.ID == variantID })
	if at < 0 {
		return i, fault.Fields{{Name: "variant", Message: "The picture has no such variant. Nothing was changed."}}.Err()
	}
	return s.show(ctx, i, i.Variants[at], picture.Cut{Ratio: i.Cut.Ratio})
}

// Recut shows another part of the picture.
func (s *Service) Recut(ctx context.Context, id string, c picture.Cut) (Image, error) {
	i, err := s.Get(ctx, id)
	if err != nil {
		return i, err
	}
	if !i.Shown() {
		return i, fault.New(fault.Conflict, "There is no picture to cut yet. Make or add one first.")
	}
	whole := i.Chosen().Kept
	if err := checkCut(c, whole); err != nil {
		return i, err
	}
	return s.show(ctx, i, i.Chosen(), c)
}

func checkCut(c picture.Cut, whole File) error {
	var wrong fault.Fields
	wrong.Check(c.Ratio == "" || picture.KnownRatio(c.Ratio), "ratio", "There is no shape %q.", c.Ratio)
	wrong.Check(c.FocusX >= 0 && c.FocusX <= 100, "focus_x", "Write a percentage from 0 to 100.")
	wrong.Check(c.FocusY >= 0 && c.FocusY <= 100, "focus_y", "Write a percentage from 0 to 100.")
	if c.Ratio != "" || (c.Width == 0 && c.Height == 0) {
		return wrong.Err()
	}
	wrong.Check(c.X >= 0 && c.X+picture.MinSide <= whole.Width, "x", "Begin between 0 and %d.", whole.Width-picture.MinSide)
	wrong.Check(c.Y >= 0 && c.Y+picture.MinSide <= whole.Height, "y", "Begin between 0 and %d.", whole.Height-picture.MinSide)
	wrong.Check(c.Width >= picture.MinSide && c.X+c.Width <= whole.Width, "width", "The part has to lie in the picture, which is %d pixels wide, and be at least %d wide.", whole.Width, picture.MinSide)
	wrong.Check(c.Height >= picture.MinSide && c.Y+c.Height <= whole.Height, "height", "The part has to lie in the picture, which is %d pixels high, and be at least %d high.", whole.Height, picture.MinSide)
	return wrong.Err()
}

// show makes the sizes of the variant and writes them into the row. The sweep deletes the previous files: somebody else may
// be showing them again at this moment.
func (s *Service) show(ctx context.Context, i Image, v Variant, c picture.Cut) (Image, error) {
	var to sizes
	err := picture.Alone(ctx, func() error {
		m, err := s.load(ctx, i, v.Kept)
		if err != nil {
			return err
		}
		to, err = s.cut(ctx, i, m, c)
		return err
	})
	if err != nil {
		return i, err
	}
	next := i
	next.VariantID, next.Cut, next.Files, next.Share = &v.ID, c, to.Files, to.Share
	if err := s.db.Tx(ctx, func(tx *gorm.DB) error { return write(tx, next, "variant_id", "cut", "files", "share") }); err != nil {
		return i, err
	}
	return next, nil
}
