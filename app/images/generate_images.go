package images

import (
	"context"
	"fmt"
	"image"
	"slices"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/ai/provider"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/images/picture"
	"igny8/app/pages"
	"igny8/app/runs"
	"igny8/app/tenancy"
)

// GenerateImages is the name of the function that makes pictures.
const GenerateImages = "generate_images"

// MaxVariants is the number of variants that one run makes of a picture, and maxMade the number of all its pictures.
const (
	MaxVariants = 4
	maxMade     = 40
)

// wanted is the size that is requested from models.
var wanted = provider.Size{Width: 1536, Height: 1024}

type imagesPayload struct {
	ImageIDs []string `json:"image_ids" doc:"The pictures, all of one site."`
	Variants int      `json:"variants,omitempty" doc:"How many of each; 1 without it."`
}

// order is a picture to make.
type order struct {
	ImageID  string `json:"image_id"`
	SiteID   string `json:"site_id"`
	PageID   string `json:"page_id"`
	Alt      string `json:"alt"`
	Prompt   string `json:"prompt"`
	Title    string `json:"title"` // drawn by the built-in engine
	Site     string `json:"site"`
	SiteType string `json:"site_type"`
	Variants int    `json:"variants,omitempty" doc:"How many of each; 1 without it."`
	Before   int    `json:"before"` // number of variants so far, so that the built-in engine draws others
	First    bool   `json:"first"`  // nothing is shown yet, so the first one made is shown
	Ratio    string `json:"ratio"`
}

// delivered is what was made: the files are stored, the rows are not written yet.
type delivered struct {
	Model string `json:"model"`
	Made  []made `json:"made"`
	Shown *sizes `json:"shown,omitempty"` // the sizes of the first one, if it is to be shown
}

// generateImages returns the function: variants of pictures, to choose from.
func (s *Service) generateImages() ai.Definition {
	return ai.Define(ai.Function[imagesPayload, order, delivered]{
		Name: GenerateImages, Title: "Make pictures", Per: "picture", PerSite: true, Price: ai.Price{Remote: 4, Local: 1}, Pictures: true,
		Subjects: func(r runs.Input[imagesPayload]) []string { return r.Payload.ImageIDs },
		Narrow:   func(p imagesPayload, ids []string) imagesPayload { p.ImageIDs = ids; return p },
		Admit:    s.admitImages, Units: s.countImages, Prepare: s.prepareImages, Compose: s.compose, Local: s.draw, Save: s.saveImages,
	})
}

// StartImages queues a run that makes variants of pictures of the site.
func (s *Service) StartImages(ctx context.Context, siteID string, imageIDs []string, variants int) (runs.Run, error) {
	return s.engine.RunAITask(ctx, GenerateImages, request(siteID, imagesPayload{imageIDs, variants}))
}

// Make saves the description of the picture and queues a run that makes variants from it. The description stays if the engine
// refuses. While variants are being made, it changes nothing and returns the run that makes them.
func (s *Service) Make(ctx context.Context, id, prompt string, variants int) (runs.Run, error) {
	run, active, err := s.engine.About(ctx, GenerateImages, id)
	if err != nil || active {
		return run, err
	}
	i, err := s.Update(ctx, id, Change{Prompt: &prompt})
	if err != nil {
		return runs.Run{}, err
	}
	return s.StartImages(ctx, i.SiteID, []string{id}, variants)
}

// QuoteImages returns what StartImages would cost. It refuses what StartImages would refuse.
func (s *Service) QuoteImages(ctx context.Context, siteID string, imageIDs []string, variants int) (runs.Quote, error) {
	return s.engine.Quote(ctx, GenerateImages, request(siteID, imagesPayload{imageIDs, variants}))
}

// QuoteOne returns the price of one picture, whether it is described or not.
func (s *Service) QuoteOne(ctx context.Context, siteID string) (runs.Quote, error) {
	return s.engine.QuoteUnits(ctx, GenerateImages, siteID, 1)
}

// admitImages refuses what cannot be made.
func (s *Service) admitImages(ctx context.Context, r runs.Input[imagesPayload]) error {
	p := r.Payload
	if len(p.ImageIDs) == 0 {
		return fault.Fields{{Name: "payload", Message: "The payload is {image_ids: [...], variants: 1}."}}.Err()
	}
	var wrong fault.Fields
	wrong.Check(p.Variants >= 0 && p.Variants <= MaxVariants, "variants", "Ask for 1 to %d variants.", MaxVariants)
	wrong.Check(len(database.Distinct(p.ImageIDs))*p.variants() <= maxMade, "image_ids", "Have at most %d pictures made at once.", maxMade)
	if err := wrong.Err(); err != nil {
		return err
	}
	for _, id := range database.Distinct(p.ImageIDs) {
		i, err := s.Get(ctx, id)
		if err == nil && i.SiteID != r.SiteID {
			err = fault.Missing("picture")
		}
		if err != nil {
			return err
		}
		if i.Prompt == "" {
			return fault.Fields{{Name: "prompt", Message: "Describe the picture first: it was added without words."}}.Err()
		}
	}
	return nil
}

// variants returns how many variants of each picture are asked for.
func (p imagesPayload) variants() int { return max(p.Variants, 1) }

// toMake returns the pictures that can be made when the run begins, and the others as items that are left out.
func (s *Service) toMake(ctx context.Context, r runs.Input[imagesPayload]) (list []Image, left []ai.Item[order], err error) {
	for _, id := range database.Distinct(r.Payload.ImageIDs) {
		i, err := s.Get(ctx, id)
		switch {
		case fault.KindOf(err) == fault.NotFound:
			left = append(left, ai.Item[order]{Key: id, Label: "Picture", LeftOut: "The picture was deleted in the meantime."})
		case err != nil:
			return nil, nil, err
		case i.Prompt == "":
			left = append(left, ai.Item[order]{Key: id, Label: i.Alt, LeftOut: "The description of the picture was removed in the meantime."})
		default:
			list = append(list, i)
		}
	}
	return list, left, nil
}

func (s *Service) countImages(ctx context.Context, r runs.Input[imagesPayload]) (int64, error) {
	list, _, err := s.toMake(ctx, r)
	return int64(len(list) * r.Payload.variants()), err
}

func (s *Service) prepareImages(ctx context.Context, r runs.Input[imagesPayload]) ([]ai.Item[order], error) {
	list, left, err := s.toMake(ctx, r)
	if err != nil {
		return nil, err
	}
	site, err := s.sites.Get(ctx, r.SiteID)
	if err != nil {
		return nil, err
	}
	items := make([]ai.Item[order], len(list))
	for n, i := range list {
		in := order{
			ImageID: i.ID, SiteID: i.SiteID, PageID: i.PageID, Alt: i.Alt, Prompt: i.Prompt, Title: i.Alt,
			Site: site.Name, SiteType: site.Type,
			Variants: r.Payload.variants(), Before: len(i.Variants), First: i.VariantID == nil, Ratio: i.Cut.Ratio,
		}
		if i.Cover {
			page, err := s.pages.Get(ctx, i.PageID)
			if err != nil {
				return nil, err
			}
			in.Title = page.Title
		}
		items[n] = ai.Item[order]{Key: i.ID, Label: i.Alt, In: in}
	}
	return append(items, left...), nil
}

// lettering asks models not to write: they rarely write real words.
const lettering = " No text, letters, logos or watermarks in the picture."

// compose lets a model make the variants. They are stored at once, so that nobody pays for them again after a crash.
func (s *Service) compose(ctx context.Context, in order, m *ai.Model, tell runs.Progress) (delivered, error) {
	return ai.Once(ctx, m, fmt.Sprintf("%d of %s", in.Variants, in.Prompt), in.Title, func(ctx context.Context) (delivered, error) {
		files, err := m.Draw(ctx, in.Title, in.Prompt+lettering, wanted, in.Variants)
		if err != nil && len(files) == 0 {
			return delivered{}, err
		}
		// They are paid for, so they are stored even if another picture fails or the run is stopped.
		return s.deliver(context.WithoutCancel(ctx), in, m.Maker(), len(files), tell, func(n int) (*image.NRGBA, error) {
			made, err := picture.Read(files[n])
			if err != nil {
				return nil, ai.Unusable(err, "The AI server sent something for %q that is no picture. Try again, or use another model.", in.Title)
			}
			return made, nil
		})
	})
}

// draw is the built-in engine.
func (s *Service) draw(ctx context.Context, in order, tell runs.Progress) (delivered, error) {
	return s.deliver(ctx, in, "", in.Variants, tell, func(n int) (*image.NRGBA, error) {
		return picture.Draw(picture.Drawing{
			Title: in.Title, Name: in.Site, Palette: picture.PaletteOf(in.SiteType), Seed: fmt.Sprintf("%s %d", in.ImageID, in.Before+n),
		}), nil
	})
}

// deliver makes and stores a number of pictures one after the other, and makes the sizes of the one that will be shown. It goes on after
// one that cannot be used, and fails if none can.
func (s *Service) deliver(ctx context.Context, in order, model string, count int, tell runs.Progress,
	make func(n int) (*image.NRGBA, error),
) (delivered, error) {
	d := delivered{Model: model}
	var bad error
	for n := range count {
		err := picture.Alone(ctx, func() error {
			m, err := make(n)
			if err != nil {
				return err
			}
			return s.add(ctx, in, m, &d)
		})
		if ai.IsUnusable(err) {
			bad = err
			continue
		}
		if err != nil {
			return d, err
		}
		tell(float64(n+1)/float64(count), fmt.Sprintf("%s: %d of %d.", in.Title, n+1, count))
	}
	if len(d.Made) == 0 {
		return d, bad
	}
	return d, nil
}

// add stores a picture that was made.
func (s *Service) add(ctx context.Context, in order, m *image.NRGBA, to *delivered) error {
	of := Image{ID: in.ImageID, SiteID: in.SiteID}
	kept, err := s.keep(ctx, of, m)
	if err != nil {
		return err
	}
	to.Made = append(to.Made, kept)
	if len(to.Made) > 1 || !in.First {
		return nil
	}
	shown, err := s.cut(ctx, of, m, picture.Cut{Ratio: in.Ratio})
	to.Shown = &shown
	return err
}

// saveImages writes the variants of the pictures, and shows the first one if nothing was shown. What was made is kept: a
// picture in the trash gets its variants there, and one that is gone comes back.
func (s *Service) saveImages(_ context.Context, tx *gorm.DB, run runs.Run, results []ai.Result[order, delivered]) (runs.Saved, error) {
	var saved runs.Saved
	tx = tenancy.WithTrash(tx)
	for _, r := range results {
		i, err := database.One[Image](tx, "picture", r.Item.Key)
		if fault.KindOf(err) == fault.NotFound {
			i, err = bringBack(tx, r.Item.In)
		}
		if fault.KindOf(err) == fault.NotFound {
			saved.Failed = append(saved.Failed, r.Failed("The page of the picture was deleted for good in the meantime."))
			continue
		}
		if err != nil {
			return saved, err
		}
		if err := addVariants(tx, i, run.ID, r); err != nil {
			return saved, err
		}
		saved.Units += int64(len(r.Out.Made))
		if missing := r.Item.In.Variants - len(r.Out.Made); missing > 0 {
			saved.Failed = append(saved.Failed, r.Failed(fmt.Sprintf("%d of %d variants could not be made.", missing, r.Item.In.Variants)))
		}
	}
	saved.Summary = "1 picture is made."
	if saved.Units != 1 {
		saved.Summary = fmt.Sprintf("%d pictures are made. Choose among the variants.", saved.Units)
	}
	return saved, nil
}

// bringBack writes the row of a picture again that was deleted while it was made. It goes where its page is: into the trash, if that
// is there.
func bringBack(tx *gorm.DB, o order) (Image, error) {
	page, err := database.One[pages.Page](tx, "page", o.PageID)
	if err != nil {
		return Image{}, err
	}
	i := Image{
		ID: o.ImageID, SiteID: page.SiteID, PageID: page.ID, Prompt: o.Prompt, Alt: o.Alt, Cut: picture.Cut{Ratio: o.Ratio},
		Files: []File{}, DeletedAt: page.DeletedAt,
	}
	if err := tx.Create(&i).Error; err != nil {
		return i, fmt.Errorf("bring picture back: %w", err)
	}
	return i, nil
}

func addVariants(tx *gorm.DB, i Image, runID string, r ai.Result[order, delivered]) error {
	origin := Generated
	if r.BuiltIn {
		origin = Drawn
	}
	// The newest come first, and the one that is shown comes before the others of its run.
	for _, m := range slices.Backward(r.Out.Made) {
		v := Variant{
			ID: database.NewID(), SiteID: i.SiteID, ImageID: i.ID, Origin: origin, Model: r.Out.Model, RunID: &runID,
			Kept: m.Kept, Thumb: m.Thumb,
		}
		if err := tx.Create(&v).Error; err != nil {
			return fmt.Errorf("save variant: %w", err)
		}
		if m == r.Out.Made[0] && r.Out.Shown != nil && i.VariantID == nil {
			i.VariantID, i.Files, i.Share = &v.ID, r.Out.Shown.Files, r.Out.Shown.Share
		}
	}
	if r.Out.Shown == nil {
		return nil
	}
	return write(tx.Where("variant_id IS NULL"), i, "variant_id", "files", "share")
}
