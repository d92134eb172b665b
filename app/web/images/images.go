// Package images has the screens of the pictures. A handler reads the form, calls one service method and shows a page or its part.
package images

import (
	"fmt"
	"strconv"

	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/images"
	"igny8/app/images/picture"
	"igny8/app/web/exchange"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/images"
)

// handler answers the requests of this package.
type handler struct{ *exchange.Exchange }

// Routes returns the routes of the package.
func Routes() []exchange.Route[*exchange.Exchange] {
	return exchange.Table(func(x *exchange.Exchange) handler { return handler{x} }, imageRoutes)
}

var imageRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app/sites/:site/images", accounts.See, exchange.InSite, handler.imageLibrary),
	exchange.At(exchange.Get, "/app/sites/:site/images/:id", accounts.See, exchange.Within[images.Image]("picture"), handler.image),
	exchange.At(exchange.Post, "/app/sites/:site/images/:id", accounts.Work, exchange.Within[images.Image]("picture"), handler.changeImage),
	exchange.At(exchange.Post, "/app/sites/:site/images/:id/make", accounts.Work, exchange.Within[images.Image]("picture"), handler.makeVariants),
	exchange.At(exchange.Post, "/app/sites/:site/images/:id/choose", accounts.Work, exchange.Within[images.Image]("picture"), handler.chooseVariant),
	exchange.At(exchange.Post, "/app/sites/:site/images/:id/cut", accounts.Work, exchange.Within[images.Image]("picture"), handler.cutImage),
	exchange.At(exchange.Upload, "/app/sites/:site/images/:id/upload", accounts.Work, exchange.Within[images.Image]("picture"), handler.replaceImage),
	exchange.At(exchange.Post, "/app/sites/:site/images/:id/remove", accounts.Work, exchange.Within[images.Image]("picture"), handler.removeImage),
	exchange.At(exchange.Get, "/app/sites/:site/images/:id/files/:file", accounts.See, exchange.Within[images.Image]("picture"), handler.imageFile),
}

func (x handler) imagePath() string {
	return address.Image(x.Site.ID, x.Params("id"))
}

// imageFile answers with a file of the picture. Browsers may cache it forever, because its name is the hash of its content.
func (x handler) imageFile() error {
	f, source, err := x.Images.Open(x.Context(), x.Params("id"), x.Params("file"))
	if err != nil {
		return err
	}
	x.Set(fiber.HeaderContentType, string(f.Type))
	x.Set(fiber.HeaderCacheControl, "private, max-age=31536000, immutable")
	return x.SendStream(source, f.Bytes)
}

func (x handler) imageLibrary() error {
	page, err := x.Images.Library(x.Context(), x.Site.ID, 0, x.Query("cursor"))
	if err != nil {
		return err
	}
	v := views.Library{SiteID: x.Site.ID, Images: page.Items}
	base := address.Images(x.Site.ID)
	if x.Query("cursor") != "" {
		v.First = base
	}
	if page.Next != "" {
		v.Next = address.With(base, "cursor", page.Next)
	}
	ids := make([]string, len(page.Items))
	for n, i := range page.Items {
		ids[n] = i.PageID
	}
	if v.Pages, err = x.Pages.Titles(x.Context(), ids); err != nil {
		return err
	}
	list := views.LibraryPage(x.Staged("Pictures", gates.Writer), v)
	return x.Show(list, list)
}

func (x handler) image() error {
	i, err := x.Images.Get(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showImage(i, nil)
}

// showImage shows the picture. After a refused form it also shows what was typed and what is wrong.
func (x handler) showImage(i images.Image, problem error) error {
	v := views.Picture{Image: i, Work: x.Member.May(accounts.Work, x.Site.ID), Problems: form.Of(problem)}
	var err error
	if v.Page, err = x.Pages.Get(x.Context(), i.PageID); err != nil {
		return err
	}
	if v.ContentID, err = x.Writer.ContentOf(x.Context(), i.PageID); err != nil {
		return err
	}
	if v.Shown, err = x.Writer.Showing(x.Context(), i.SiteID, i.ID); err != nil {
		return err
	}
	if v.Model, err = x.Engine.Asks(x.Context(), images.GenerateImages); err != nil {
		return err
	}
	if v.Quote, err = x.Images.QuoteOne(x.Context(), i.SiteID); err != nil {
		return err
	}
	run, active, err := x.Engine.About(x.Context(), images.GenerateImages, i.ID)
	if err != nil {
		return err
	}
	if active {
		v.Run = new(x.RunView(run))
	} else if v.Run, err = x.Trouble(i.SiteID, images.GenerateImages, i.ID); err != nil {
		return err
	}
	page := views.PicturePage(x.Staged("Picture", gates.Writer), v)
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

// imageDone redirects to the picture, or shows the picture with the error.
func (x handler) imageDone(err error, said string) error {
	if err == nil {
		x.Say("good", said)
		return x.To(x.imagePath())
	}
	if kind := fault.KindOf(err); kind == fault.NotFound {
		return err
	}
	i, missing := x.Images.Get(x.Context(), x.Params("id"))
	if missing != nil {
		return missing
	}
	return x.showImage(i, err)
}

func (x handler) changeImage() error {
	c := images.Change{Alt: new(x.Value("alt")), Cover: new(x.Checked("cover"))}
	_, err := x.Images.Update(x.Context(), x.Params("id"), c)
	return x.imageDone(err, "Saved.")
}

func (x handler) makeVariants() error {
	variants, err := strconv.Atoi(x.Value("variants"))
	if err != nil {
		return x.imageDone(fault.Fields{{Name: "variants", Message: fmt.Sprintf("Ask for 1 to %d variants.", images.MaxVariants)}}.Err(), "")
	}
	_, err = x.Images.Make(x.Context(), x.Params("id"), x.Value("prompt"), variants)
	return x.imageDone(err, "Variants are being made. You can leave this page.")
}

func (x handler) chooseVariant() error {
	_, err := x.Images.Choose(x.Context(), x.Params("id"), x.Value("variant"))
	return x.imageDone(err, "This variant is shown now.")
}

func (x handler) cutImage() error {
	cut, err := x.postedCut()
	if err == nil {
		_, err = x.Images.Recut(x.Context(), x.Params("id"), cut)
	}
	return x.imageDone(err, "Cut.")
}

// postedCut returns the cut in the form: a shape or a rectangle in pixels, and the point that has to stay visible.
func (x handler) postedCut() (c picture.Cut, err error) {
	var wrong fault.Fields
	for name, to := range map[string]*int{"focus_x": &c.FocusX, "focus_y": &c.FocusY, "x": &c.X, "y": &c.Y, "width": &c.Width, "height": &c.Height} {
		if x.Value(name) == "" {
			continue
		}
		if *to, err = strconv.Atoi(x.Value(name)); err != nil {
			wrong.Add(name, "Write a whole number.")
		}
	}
	if c.Ratio = x.Value("ratio"); c.Ratio == "own" {
		c.Ratio = ""
	} else {
		c.X, c.Y, c.Width, c.Height = 0, 0, 0, 0
	}
	return c, wrong.Err()
}

func (x handler) replaceImage() error {
	file, err := x.SentFile()
	if err != nil {
		return x.imageDone(err, "")
	}
	_, err = x.Images.Upload(x.Context(), images.Upload{ImageID: x.Params("id"), Data: file})
	return x.imageDone(err, "The new file is shown now.")
}

func (x handler) removeImage() error {
	i, err := x.Images.Get(x.Context(), x.Params("id"))
	if err == nil {
		err = x.Images.Delete(x.Context(), i.ID)
	}
	if err != nil {
		return x.imageDone(err, "")
	}
	x.Say("good", "The picture is removed.")
	content, err := x.Writer.ContentOf(x.Context(), i.PageID)
	if err != nil || content == "" {
		return x.To(address.Images(x.Site.ID))
	}
	return x.To(address.Panel(x.Site.ID, content, "images"))
}
