package writer

import (
	"igny8/app/accounts"
	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/images"
	"igny8/app/runs"
	"igny8/app/web/exchange"
	"igny8/app/writer"
	"igny8/views/address"
	"igny8/views/form"
	runviews "igny8/views/runs"
	views "igny8/views/writer"
)

var pageImageRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app/sites/:site/writer/contents/:id/images", accounts.See, exchange.Within[writer.Content]("content"), handler.imagesPanel),
	exchange.At(exchange.Upload, "/app/sites/:site/writer/contents/:id/images", accounts.Work, exchange.Within[writer.Content]("content"), handler.uploadImage),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/images/think", accounts.Work, exchange.Within[writer.Content]("content"), handler.thinkOfImages),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/images/make", accounts.Work, exchange.Within[writer.Content]("content"), handler.makeImages),
	exchange.At(exchange.Post, "/app/sites/:site/writer/contents/:id/images/place", accounts.Work, exchange.Within[writer.Content]("content"), handler.placeImage),
}

func (x handler) imagesPanel() error { return x.showImages(nil) }

// showImages shows the pictures of the page beside its text. After a refused form it also shows what is wrong.
func (x handler) showImages(problem error) error {
	c, err := x.Writer.Content(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	v := views.ImagesPanel{Beside: x.beside(c), Problems: form.Of(problem)}
	if problem != nil {
		v.Alt = x.Value("alt")
	}
	if err := x.fillImages(&v); err != nil {
		return err
	}
	return x.showBeside(v.Beside, "images", len(v.Wishes), views.ImagesBody(x.Staged(c.Title, gates.Writer), v), problem)
}

func (x handler) fillImages(v *views.ImagesPanel) (err error) {
	c := v.Content
	if v.Images, err = x.Images.OfPage(x.Context(), c.PageID); err != nil {
		return err
	}
	v.Wishes = wishes(v.Images)
	if v.Run, err = x.imageRun(c, v.Images); err != nil {
		return err
	}
	if v.Model, err = x.Engine.Asks(x.Context(), images.GeneratePrompts); err != nil {
		return err
	}
	if v.Think, err = x.Images.QuotePrompts(x.Context(), c.SiteID, []string{c.PageID}); err != nil && fault.KindOf(err) != fault.Conflict {
		return err
	}
	if len(v.Wishes) > 0 {
		v.Make, err = x.Images.QuoteImages(x.Context(), c.SiteID, v.Wishes, 1)
		return err
	}
	return nil
}

// wishes returns the ids of the pictures that are described and not made yet.
func wishes(all []images.Image) []string {
	var ids []string
	for _, i := range all {
		if !i.Shown() && i.Prompt != "" {
			ids = append(ids, i.ID)
		}
	}
	return ids
}

// imageRun returns the run that describes or makes pictures for the page now, or the last one if it failed, or a part of it.
func (x handler) imageRun(c writer.Content, all []images.Image) (*runviews.View, error) {
	ids := []string{c.PageID}
	for _, i := range all {
		ids = append(ids, i.ID)
	}
	run, active, err := x.Engine.AboutAny(x.Context(), []string{images.GeneratePrompts, images.GenerateImages}, ids...)
	if err != nil {
		return nil, err
	}
	if active {
		return new(x.RunView(run)), nil
	}
	latest, err := x.Engine.Latest(x.Context(), c.SiteID, images.GenerateImages, images.GeneratePrompts)
	if err != nil {
		return nil, err
	}
	if v := x.Troubled(latest[images.GenerateImages], ids...); v != nil {
		return v, nil
	}
	return x.Troubled(latest[images.GeneratePrompts], ids...), nil
}

// imagesDone redirects to the panel, or shows the panel with the error.
func (x handler) imagesDone(err error) error {
	if err != nil {
		return x.showImages(err)
	}
	return x.To(address.Panel(x.Site.ID, x.Params("id"), "images"))
}

// uploadImage adds an uploaded picture to the page.
func (x handler) uploadImage() error {
	c, err := x.Writer.Content(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	file, err := x.SentFile()
	if err != nil {
		return x.showImages(err)
	}
	_, err = x.Images.Upload(x.Context(), images.Upload{PageID: c.PageID, Alt: x.Value("alt"), Data: file})
	return x.imagesDone(err)
}

// thinkOfImages starts a run that describes pictures for the page. A second request returns the run of the first.
func (x handler) thinkOfImages() error {
	c, err := x.Writer.Content(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	_, err = runs.Joined(x.Images.StartPrompts(x.Context(), c.SiteID, []string{c.PageID}))
	return x.imagesDone(err)
}

// makeImages starts a run that makes all described pictures. A second request returns the run of the first.
func (x handler) makeImages() error {
	c, err := x.Writer.Content(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	all, err := x.Images.OfPage(x.Context(), c.PageID)
	if err != nil {
		return err
	}
	ids := wishes(all)
	if len(ids) == 0 {
		return x.imagesDone(nil)
	}
	_, err = runs.Joined(x.Images.StartImages(x.Context(), c.SiteID, ids, 1))
	return x.imagesDone(err)
}

// placeImage puts a picture of the page into its text, below the named block or else at the beginning.
func (x handler) placeImage() error {
	i, err := x.Images.Get(x.Context(), x.Value("image"))
	if fault.KindOf(err) == fault.NotFound || err == nil && (i.SiteID != x.Site.ID || !i.Shown()) {
		return x.showImages(fault.New(fault.Invalid, "That picture is not there any more. Nothing was changed."))
	}
	if err != nil {
		return err
	}
	at, place := 0, blocks.Place{After: x.Value("after")}
	put := func(doc blocks.Document) blocks.Document {
		at = place.In(doc)
		return blocks.Put(place, blocks.Document{{Type: blocks.TypeImage, ImageID: i.ID, Alt: blocks.FromPlain(i.Alt)}})(doc)
	}
	return x.change(edit{
		blocks: put, said: "The picture is in the text.",
		anchor: func(doc blocks.Document) string { return anchorAt(doc, at) },
	})
}
