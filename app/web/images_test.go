package web_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/images"
)

// firstImage returns the image of the page in the editor.
func (d writerScreens) firstImage() images.Image {
	d.Helper()
	i, err := d.w.Images.Get(d.w.Ctx(accountstest.Owner), d.things.Image)
	if err != nil {
		d.Fatal(err)
	}
	return i
}

// upload uploads a file as an image of the page.
func (d writerScreens) upload(file, alt string) apptest.Reply {
	d.Helper()
	return d.editor.PostFiles(d.path+"/images", []apptest.File{{Field: "file", Name: "picture.png", Data: file}}, "alt", alt)
}

func TestPicturesAreUploadedInThePanel(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	panel, whole := d.path+"/images", apptest.Picture(300, 200)
	for name, c := range map[string]struct{ file, alt, says string }{
		"text":                {"These are words.", "Words", "no picture"},
		"a page named png":    {"<html><script>alert(1)</script></html>", "A page", "no picture"},
		"a drawing of lines":  {`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`, "A drawing", "SVG"},
		"half a picture":      {string(whole[:len(whole)/2]), "Half", "damaged or not complete"},
		"a picture, no words": {string(apptest.Picture(30, 20)), "", "those who do not see it"},
	} {
		got := d.upload(c.file, c.alt)
		d.wants(name, got, http.StatusUnprocessableEntity, c.says)
	}
	d.wants("nothing chosen", d.editor.Post(panel, "alt", "Nothing"), http.StatusUnprocessableEntity, "Choose a file.")
	d.wants("a picture", d.upload(string(apptest.Picture(900, 600)), "A bed of stones"), http.StatusSeeOther)
	d.wants("the panel", d.editor.Get(panel), http.StatusOK, "A bed of stones", "Put it there")
	d.wants("the library", d.editor.Get("/app/sites/"+d.things.Site+"/images"), http.StatusOK, "A bed of stones", "A hose in the grass")
}

func TestPictureIsPlacedInTheText(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	first, revision := d.content().Blocks[0].ID, "1"
	d.wants("one that is not there", d.editor.Post(d.path+"/images/place", "image", "nobody", "revision", revision), http.StatusUnprocessableEntity, "not there any more")
	d.wants("below the first block", d.editor.Post(d.path+"/images/place", "image", d.things.Image, "after", first, "revision", revision), http.StatusSeeOther)
	doc := d.content().Blocks
	if doc[1].ImageID != d.things.Image || doc[1].Alt != "A hose in the grass" || doc[1].ID == "" {
		t.Fatalf("the second block is %+v", doc[1])
	}
	file := "/app/sites/" + d.things.Site + "/images/" + d.things.Image + "/files/" + d.things.ImageFile
	d.wants("the editor", d.editor.Get(d.path), http.StatusOK, file, `alt="A hose in the grass"`)
	got := d.editor.Get(file)
	if got.Status != http.StatusOK || !strings.HasPrefix(got.Header.Get("Content-Type"), "image/") || !strings.Contains(got.Header.Get("Cache-Control"), "private") {
		t.Errorf("the file: %d, %v", got.Status, got.Header)
	}
	if stranger := d.w.Browse(accountstest.Stranger).Get(file); stranger.Status != http.StatusNotFound {
		t.Errorf("the file for a stranger: %d", stranger.Status)
	}
	remove := "/app/sites/" + d.things.Site + "/images/" + d.things.Image + "/remove"
	d.wants("removed while it stands there", d.editor.Post(remove), http.StatusConflict, "take it out of the text first")
	d.wants("taken out", d.editor.Post(d.path+"/blocks/"+doc[1].ID+"/remove", "revision", "2"), http.StatusSeeOther)
	d.wants("removed", d.editor.Post(remove), http.StatusSeeOther)
	d.wants("gone", d.editor.Get(file), http.StatusNotFound)
}

func TestPictureIsMadeChosenAndCut(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	path := "/app/sites/" + d.things.Site + "/images/" + d.things.Image
	d.wants("no number", d.editor.Post(path+"/make", "prompt", "A hose.", "variants", "many"), http.StatusUnprocessableEntity, "1 to 4 variants")
	d.wants("too many", d.editor.Post(path+"/make", "prompt", "A hose.", "variants", "9"), http.StatusUnprocessableEntity, "1 to 4 variants")
	d.wants("no words", d.editor.Post(path+"/make", "prompt", "", "variants", "1"), http.StatusUnprocessableEntity, "Describe the picture first")
	d.wants("made", d.editor.Post(path+"/make", "prompt", "A hose.", "variants", "2"), http.StatusSeeOther)
	d.settleImages()
	page := d.editor.Get(path)
	d.wants("the variants", page, http.StatusOK, "Drawn by the built-in engine", "Uploaded", "Show variant 1")
	if n := len(d.firstImage().Variants); n != 3 {
		t.Fatalf("%d variants", n)
	}
	variant := regexp.MustCompile(`name="variant" value="([^"]+)"`).FindStringSubmatch(page.Body)[1]
	d.wants("chosen", d.editor.Post(path+"/choose", "variant", variant), http.StatusSeeOther)
	if now := d.firstImage(); *now.VariantID != variant || now.Files[len(now.Files)-1].Width < 1000 {
		t.Errorf("shown is %+v", now)
	}
	for name, c := range map[string][]string{
		"no shape":      {"ratio", "5:7"},
		"no number":     {"ratio", "own", "width", "wide"},
		"outside":       {"ratio", "own", "x", "100", "y", "0", "width", "90000", "height", "100"},
		"beyond itself": {"ratio", "1:1", "focus_x", "400"},
	} {
		d.wants(name, d.editor.Post(path+"/cut", c...), http.StatusUnprocessableEntity)
	}
	d.wants("a square", d.editor.Post(path+"/cut", "ratio", "1:1", "focus_x", "20", "focus_y", "50"), http.StatusSeeOther)
	if f := d.firstImage().Files[0]; f.Width != f.Height {
		t.Errorf("the square is %d × %d", f.Width, f.Height)
	}
	d.wants("without words", d.editor.Post(path, "alt", ""), http.StatusUnprocessableEntity, "those who do not see it")
	d.wants("other words", d.editor.Post(path, "alt", "A blue hose", "cover", "on"), http.StatusSeeOther)
	if now := d.firstImage(); now.Alt != "A blue hose" || !now.Cover {
		t.Errorf("it says %q and is a cover: %v", now.Alt, now.Cover)
	}
}

func TestPicturesAreDescribedAndMade(t *testing.T) {
	t.Parallel()
	d := newWriterScreens(t)
	d.wants("thought of", d.editor.Post(d.path+"/images/think"), http.StatusSeeOther)
	d.settleImages()
	panel := d.editor.Get(d.path + "/images")
	label := regexp.MustCompile(`Make \d pictures?`).FindString(panel.Body)
	d.wants("described", panel, http.StatusOK, "Not made yet", "Cover")
	if label == "" {
		t.Fatal("nothing can be made")
	}
	d.wants("made", d.editor.Post(d.path+"/images/make"), http.StatusSeeOther)
	d.settleImages()
	if done := d.editor.Get(d.path + "/images"); strings.Contains(done.Body, "Not made yet") || strings.Contains(done.Body, label) {
		t.Error("something is not made")
	}
	d.wants("made again", d.editor.Post(d.path+"/images/make"), http.StatusSeeOther)
}

// settleImages waits for the image runs of the site.
func (d writerScreens) settleImages() {
	d.Helper()
	ctx := d.w.Ctx(accountstest.Owner)
	for _, function := range []string{images.GeneratePrompts, images.GenerateImages} {
		run, active, err := d.w.Engine.Active(ctx, d.things.Site, function)
		if err == nil && active {
			_, err = d.w.Engine.Wait(ctx, run.ID)
		}
		if err != nil {
			d.Fatal(err)
		}
	}
}
