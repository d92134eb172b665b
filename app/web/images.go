package web

import (
	"fmt"
	"strconv"

	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/body"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/images"
	"igny8/app/images/picture"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/images"
)

var imageRoutes = []route{
	{get, "/app/sites/:site/images", accounts.See, inSite, (*exchange).imageLibrary},
	{get, "/app/sites/:site/images/:id", accounts.See, within[images.Image]("picture"), (*exchange).image},
	{post, "/app/sites/:site/images/:id", accounts.Work, within[images.Image]("picture"), (*exchange).changeImage},
	{post, "/app/sites/:site/images/:id/make", accounts.Work, within[images.Image]("picture"), (*exchange).makeVariants},
	{post, "/app/sites/:site/images/:id/choose", accounts.Work, within[images.Image]("picture"), (*exchange).chooseVariant},
	{post, "/app/sites/:site/images/:id/cut", accounts.Work, within[images.Image]("picture"), (*exchange).cutImage},
	{upload, "/app/sites/:site/images/:id/upload", accounts.Work, within[images.Image]("picture"), (*exchange).replaceImage},
	{post, "/app/sites/:site/images/:id/remove", accounts.Work, within[images.Image]("picture"), (*exchange).removeImage},
	{get, "/app/sites/:site/images/:id/files/:file", accounts.See, within[images.Image]("picture"), (*exchange).imageFile},
}

func (x *exchange) imagePath() string {
	return address.Image(x.site.ID, x.Params("id"))
}

// imageFile answers with a file of the picture. Its name is the hash of its content, so that a browser may keep it.
func (x *exchange) imageFile() error {
	f, source, err := x.Images.Open(x.ctx(), x.Params("id"), x.Params("file"))
	if err != nil {
		return err
	}
	x.Set(fiber.HeaderContentType, string(f.Type))
	x.Set(fiber.HeaderCacheControl, "private, max-age=31536000, immutable")
	return x.SendStream(source, f.Bytes)
}

func (x *exchange) imageLibrary() error {
	page, err := x.Images.Library(x.ctx(), x.site.ID, 0, x.Query("cursor"))
	if err != nil {
		return err
	}
	v := views.Library{SiteID: x.site.ID, Images: page.Items, Pages: map[string]string{}}
	base := address.Images(x.site.ID)
	if x.Query("cursor") != "" {
		v.First = base
	}
	if page.Next != "" {
		v.Next = address.With(base, "cursor", page.Next)
	}
	for _, i := range page.Items {
		if _, known := v.Pages[i.PageID]; known {
			continue
		}
		p, err := x.Pages.Get(x.ctx(), i.PageID)
		if err != nil {
			return err
		}
		v.Pages[i.PageID] = p.Title
	}
	list := views.LibraryPage(x.staged("Pictures", gates.Writer), v)
	return x.show(list, list)
}

func (x *exchange) image() error {
	i, err := x.Images.Get(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showImage(i, nil)
}

// showImage shows the picture, as the answer to a refused form with what was typed and what is wrong.
func (x *exchange) showImage(i images.Image, problem error) error {
	v := views.Picture{Image: i, Work: x.member.May(accounts.Work, x.site.ID), Problems: form.Of(problem)}
	var err error
	if v.Page, err = x.Pages.Get(x.ctx(), i.PageID); err != nil {
		return err
	}
	if v.ContentID, err = x.Writer.ContentOf(x.ctx(), i.PageID); err != nil {
		return err
	}
	if v.Shown, err = x.Writer.Showing(x.ctx(), i.SiteID, i.ID); err != nil {
		return err
	}
	if v.Model, err = x.Engine.Asks(x.ctx(), images.GenerateImages); err != nil {
		return err
	}
	if v.Quote, err = x.Images.QuoteOne(x.ctx(), i.SiteID); err != nil {
		return err
	}
	run, active, err := x.Engine.About(x.ctx(), images.GenerateImages, i.ID)
	if err != nil {
		return err
	}
	if active {
		v.Run = new(x.runView(run))
	}
	page := views.PicturePage(x.staged("Picture", gates.Writer), v)
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

// imageDone goes back to the picture, or shows it with what was refused.
func (x *exchange) imageDone(err error, said string) error {
	if err == nil {
		x.say("good", said)
		return x.to(x.imagePath())
	}
	if kind := fault.KindOf(err); kind == fault.NotFound {
		return err
	}
	i, missing := x.Images.Get(x.ctx(), x.Params("id"))
	if missing != nil {
		return missing
	}
	return x.showImage(i, err)
}

func (x *exchange) changeImage() error {
	c := images.Change{Alt: new(x.value("alt")), Cover: new(x.checked("cover"))}
	_, err := x.Images.Update(x.ctx(), x.Params("id"), c)
	return x.imageDone(err, "Saved.")
}

// makeVariants keeps the description and has variants made from it. Sent twice, it finds the run of the first.
func (x *exchange) makeVariants() error {
	id := x.Params("id")
	_, active, err := x.Engine.About(x.ctx(), images.GenerateImages, id)
	if err != nil || active {
		return x.imageDone(err, "Variants are being made already.")
	}
	variants, err := strconv.Atoi(x.value("variants"))
	if err != nil {
		return x.imageDone(fault.Fields{{Name: "variants", Message: fmt.Sprintf("Ask for 1 to %d variants.", images.MaxVariants)}}.Err(), "")
	}
	if _, err := x.Images.Update(x.ctx(), id, images.Change{Prompt: new(x.value("prompt"))}); err != nil {
		return x.imageDone(err, "")
	}
	_, err = x.Images.StartImages(x.ctx(), x.site.ID, []string{id}, variants)
	return x.imageDone(err, "Variants are being made. You can leave this page.")
}

func (x *exchange) chooseVariant() error {
	_, err := x.Images.Choose(x.ctx(), x.Params("id"), x.value("variant"))
	return x.imageDone(err, "This variant is shown now.")
}

func (x *exchange) cutImage() error {
	cut, err := x.postedCut()
	if err == nil {
		_, err = x.Images.Recut(x.ctx(), x.Params("id"), cut)
	}
	return x.imageDone(err, "Cut.")
}

// postedCut is a shape, or a part in pixels, with what has to stay in sight.
func (x *exchange) postedCut() (c picture.Cut, err error) {
	var wrong fault.Fields
	for name, to := range map[string]*int{"focus_x": &c.FocusX, "focus_y": &c.FocusY, "x": &c.X, "y": &c.Y, "width": &c.Width, "height": &c.Height} {
		if x.value(name) == "" {
			continue
		}
		if *to, err = strconv.Atoi(x.value(name)); err != nil {
			wrong.Add(name, "Write a whole number.")
		}
	}
	if c.Ratio = x.value("ratio"); c.Ratio == "own" {
		c.Ratio = ""
	} else {
		c.X, c.Y, c.Width, c.Height = 0, 0, 0, 0
	}
	return c, wrong.Err()
}

func (x *exchange) replaceImage() error {
	file, err := x.sentFile()
	if err != nil {
		return x.imageDone(err, "")
	}
	_, err = x.Images.Upload(x.ctx(), images.Upload{ImageID: x.Params("id"), Data: file})
	return x.imageDone(err, "The new file is shown now.")
}

// sentFile is the picture in the form.
func (x *exchange) sentFile() (body.File, error) {
	all := x.files("file")
	if len(all) == 0 {
		return body.File{}, fault.Fields{{Name: "file", Message: "Choose a file."}}.Err()
	}
	return all[0], nil
}

func (x *exchange) removeImage() error {
	i, err := x.Images.Get(x.ctx(), x.Params("id"))
	if err == nil {
		err = x.Images.Remove(x.ctx(), i.ID)
	}
	if err != nil {
		return x.imageDone(err, "")
	}
	x.say("good", "The picture is removed.")
	content, err := x.Writer.ContentOf(x.ctx(), i.PageID)
	if err != nil || content == "" {
		return x.to(address.Images(x.site.ID))
	}
	return x.to(address.Panel(x.site.ID, content, "images"))
}
