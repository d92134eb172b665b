package images_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"igny8/app/accounts/accountstest"
	"igny8/app/ai"
	"igny8/app/ai/aitest"
	"igny8/app/apptest"
	"igny8/app/blocks"
	"igny8/app/config"
	"igny8/app/fault"
	"igny8/app/images"
	"igny8/app/images/picture"
	"igny8/app/pages"
	"igny8/app/runs"
	"igny8/app/writer"
)

// album is a page with one picture.
type album struct {
	*apptest.World
	testing.TB
	ctx    context.Context
	things apptest.Things
	page   pages.Page
	folder string
}

func newAlbum(t *testing.T) *album {
	t.Helper()
	folder := ""
	w := apptest.NewTuned(t, func(o *ai.Options) { o.Backoff, o.CallTimeout = time.Millisecond, time.Second }, func(c *config.Config) {
		c.AllowPrivateHosts = true
		folder = c.DataDir
	})
	a := &album{World: w, TB: t, ctx: w.Ctx(accountstest.Editor), things: w.Furnish(), folder: filepath.Join(folder, "images")}
	c, err := w.Writer.Content(a.ctx, a.things.Content)
	a.must(err)
	a.page, err = w.Pages.Get(a.ctx, c.PageID)
	a.must(err)
	return a
}

func (a *album) must(err error) {
	a.Helper()
	if err != nil {
		a.Fatal(err)
	}
}

func (a *album) get() images.Image {
	a.Helper()
	i, err := a.Images.Get(a.ctx, a.things.Image)
	a.must(err)
	return i
}

// files returns the names of all stored files.
func (a *album) files() (names []string) {
	a.Helper()
	a.must(filepath.WalkDir(a.folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, filepath.Base(path))
		}
		return err
	}))
	slices.Sort(names)
	return names
}

// named returns the names of the files that the pictures of the page refer to.
func (a *album) named() (names []string) {
	a.Helper()
	all, err := a.Images.OfPage(a.ctx, a.page.ID)
	a.must(err)
	for _, i := range all {
		for _, f := range append(slices.Clone(i.Files), i.Share) {
			names = append(names, f.Name)
		}
		for _, v := range i.Variants {
			names = append(names, v.Kept.Name, v.Thumb.Name)
		}
	}
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(name string) bool { return name == "" })
}

func TestRemoveDeletesEveryFile(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	check := func(when string) {
		t.Helper()
		a.must(a.Images.SweepBefore(context.Background(), time.Now().Add(time.Minute)))
		if kept := slices.Compact(a.files()); !slices.Equal(kept, a.named()) {
			t.Errorf("%s: kept %v, named %v", when, kept, a.named())
		}
	}
	check("uploaded")
	added, err := a.Images.Upload(a.ctx, images.Upload{PageID: a.page.ID, Alt: "Stones", Data: bytes.NewReader(apptest.Picture(900, 700))})
	a.must(err)
	check("another one")
	_, err = a.Images.Recut(a.ctx, added.ID, picture.Cut{Ratio: "1:1"})
	a.must(err)
	check("cut")
	replaced, err := a.Images.Upload(a.ctx, images.Upload{ImageID: added.ID, Data: bytes.NewReader(apptest.Picture(500, 600))})
	a.must(err)
	if replaced.Alt != "Stones" || replaced.Cut.Ratio != "1:1" || replaced.Files[0].Width != replaced.Files[0].Height {
		t.Errorf("replaced: %+v", replaced)
	}
	check("replaced")
	_, err = a.Images.Choose(a.ctx, added.ID, a.variantOf(added.ID, 1))
	a.must(err)
	check("the first file again")
	a.must(a.Images.Delete(a.ctx, added.ID))
	a.must(a.Services.Trash.PurgeBefore(context.Background(), time.Now().Add(time.Minute)))
	check("deleted for good")
	a.must(a.Publish.DeleteSite(a.Ctx(accountstest.Owner), a.things.Site))
	a.must(a.Services.Trash.PurgeBefore(context.Background(), time.Now().Add(time.Minute)))
	if kept := a.files(); len(kept) > 0 {
		t.Errorf("the site is gone, and %v are there", kept)
	}
}

// TestSweepDeletesUnusedFiles adds files beside those of a picture, as a crash would leave them.
func TestSweepDeletesUnusedFiles(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	before, account := a.files(), a.get().AccountID
	folder := images.Folder(a.folder)
	beside := account + "/" + a.things.Site + "/" + a.things.Image + "/"
	for _, key := range []string{beside + "unnamed.webp", beside + "half.jpg.HALFWRITTEN", account + "/" + a.things.Site + "/gone/unnamed.jpg", "no-account/" + a.things.Site + "/" + a.things.Image + "/" + a.get().Share.Name} {
		a.must(folder.Put(a.ctx, key, []byte("data")))
	}
	a.must(folder.Put(a.ctx, "read-me.txt", []byte("somebody's own")))
	left := len(a.files())
	a.must(a.Images.Sweep(context.Background()))
	if n := len(a.files()); n != left {
		t.Errorf("of %d files that are new, %d are left", left, n)
	}
	a.must(a.Images.SweepBefore(context.Background(), time.Now().Add(time.Minute)))
	want := append(before, "read-me.txt")
	slices.Sort(want)
	if now := a.files(); !slices.Equal(now, want) {
		t.Errorf("left are %v, not %v", now, want)
	}
}

// TestCutsAtTheSameTimeKeepTheLast cuts a picture twice at the same moment: the last cut stays, and its files exist.
func TestCutsAtTheSameTimeKeepTheLast(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	var all sync.WaitGroup
	for n := range 9 {
		shape := []string{"1:1", "4:3", ""}[n%3]
		all.Go(func() {
			if _, err := a.Images.Recut(a.ctx, a.things.Image, picture.Cut{Ratio: shape}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	kept := a.files()
	for _, name := range a.named() {
		if !slices.Contains(kept, name) {
			t.Errorf("%s is named, and deleted", name)
		}
	}
}

// variantOf returns the id of the picture's n-th variant.
func (a *album) variantOf(id string, n int) string {
	a.Helper()
	i, err := a.Images.Get(a.ctx, id)
	a.must(err)
	return i.Variants[n].ID
}

func TestPageHasOneCover(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	other, err := a.Images.Upload(a.ctx, images.Upload{PageID: a.page.ID, Alt: "Stones", Data: bytes.NewReader(apptest.Picture(90, 70))})
	a.must(err)
	yes := true
	for _, id := range []string{a.things.Image, other.ID} {
		_, err := a.Images.Update(a.ctx, id, images.Change{Cover: &yes})
		a.must(err)
	}
	covers, err := a.Images.Covers(a.ctx, a.things.Site)
	a.must(err)
	if len(covers) != 1 || covers[a.page.ID].ID != other.ID || a.get().Cover {
		t.Errorf("the covers are %v", covers)
	}
}

// Two people set the cover and change a picture at the same moment: there is one cover, and no change is lost.
func TestPicturesAreChangedOneAfterTheOther(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	other, err := a.Images.Upload(a.ctx, images.Upload{PageID: a.page.ID, Alt: "Stones", Data: bytes.NewReader(apptest.Picture(90, 70))})
	a.must(err)
	yes, no := true, false
	for n := range 15 {
		alt := fmt.Sprint("Stones ", n)
		var all sync.WaitGroup
		for _, c := range []struct {
			id string
			images.Change
		}{{a.things.Image, images.Change{Cover: &yes}}, {other.ID, images.Change{Cover: &yes}}, {other.ID, images.Change{Alt: &alt}}} {
			all.Go(func() {
				if _, err := a.Images.Update(a.ctx, c.id, c.Change); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		covers, err := a.Images.Covers(a.ctx, a.things.Site)
		a.must(err)
		said, err := a.Images.Get(a.ctx, other.ID)
		a.must(err)
		if said.Alt != alt || len(covers) != 1 {
			t.Fatalf("%q is said and %d covers are there, want %q and one", said.Alt, len(covers), alt)
		}
		for _, cover := range covers {
			_, err := a.Images.Update(a.ctx, cover.ID, images.Change{Cover: &no})
			a.must(err)
		}
	}
}

func TestOtherAccountSeesNoPicture(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	i := a.get()
	alt := "Mine"
	for _, person := range []accountstest.Person{accountstest.Stranger, accountstest.Newcomer} {
		ctx := a.Ctx(person)
		for name, call := range map[string]func() error{
			"Get":    func() error { _, err := a.Images.Get(ctx, i.ID); return err },
			"Update": func() error { _, err := a.Images.Update(ctx, i.ID, images.Change{Alt: &alt}); return err },
			"Remove": func() error { return a.Images.Delete(ctx, i.ID) },
			"Choose": func() error { _, err := a.Images.Choose(ctx, i.ID, i.Variants[0].ID); return err },
			"Recut":  func() error { _, err := a.Images.Recut(ctx, i.ID, picture.Cut{}); return err },
			"Open":   func() error { _, _, err := a.Images.Open(ctx, i.ID, i.Files[0].Name); return err },
			"replace": func() error {
				_, err := a.Images.Upload(ctx, images.Upload{ImageID: i.ID, Data: bytes.NewReader(apptest.Picture(40, 40))})
				return err
			},
			"Upload": func() error {
				_, err := a.Images.Upload(ctx, images.Upload{PageID: a.page.ID, Alt: "x", Data: bytes.NewReader(apptest.Picture(40, 40))})
				return err
			},
			"generate": func() error { _, err := a.Images.StartImages(ctx, a.things.Site, []string{i.ID}, 1); return err },
			"think":    func() error { _, err := a.Images.StartPrompts(ctx, a.things.Site, []string{a.page.ID}); return err },
		} {
			if err := call(); fault.KindOf(err) != fault.NotFound {
				t.Errorf("%s by %s: %v", name, person, err)
			}
		}
		if all, err := a.Images.OfPage(ctx, a.page.ID); err != nil || len(all) > 0 {
			t.Errorf("%s sees %v, %v", person, all, err)
		}
		if all, err := a.Images.Library(ctx, a.things.Site, 0, ""); err != nil || len(all.Items) > 0 {
			t.Errorf("the library of %s has %v, %v", person, all, err)
		}
	}
	if a.get().Alt != "A hose in the grass" {
		t.Error("a stranger changed it")
	}
}

// paints answers with as many pictures as are asked for.
func paints(c aitest.Call) aitest.Answer { return copies(apptest.Picture(640, 480))(c) }

// copies answers with the file, as often as pictures are asked for.
func copies(file []byte) aitest.Script {
	return func(c aitest.Call) aitest.Answer {
		return aitest.Pictures(slices.Repeat([][]byte{file}, c.Pictures)...)
	}
}

// paintedBy makes the account ask a server for its pictures.
func (a *album) paintedBy(script aitest.Script) *aitest.Server {
	a.Helper()
	server := aitest.New(a.TB, script)
	_, err := a.Integrations.Add(a.Ctx(accountstest.Owner), ai.Connection{Kind: ai.OpenAI, BaseURL: server.URL, Key: "of-the-account", Model: "small", ImageModel: "painter"}.Entered())
	a.must(err)
	prompt := "A hose in the grass, from above, in soft light."
	_, err = a.Images.Update(a.ctx, a.things.Image, images.Change{Prompt: &prompt})
	a.must(err)
	return server
}

func (a *album) balance() int64 {
	a.Helper()
	w, err := a.Billing.Wallet(a.ctx)
	a.must(err)
	if w.Held != 0 {
		a.Errorf("%d credits are held", w.Held)
	}
	return w.Balance
}

func TestPicturesByAModel(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		script  aitest.Script
		message string // of the failure; empty: it works
	}{
		"good":              {paints, ""},
		"busy once":         {aitest.First(1, aitest.FailsAs(http.StatusTooManyRequests, "rate_limit_exceeded"), paints), ""},
		"broken twice":      {aitest.First(2, aitest.Fails(http.StatusBadGateway), paints), ""},
		"one of two":        {aitest.First(1, aitest.Pictures(apptest.Picture(64, 64)), paints), ""},
		"a key refused":     {aitest.Always(aitest.Fails(http.StatusUnauthorized)), "refuses the key"},
		"the prompt":        {aitest.Always(aitest.FailsAs(http.StatusBadRequest, "moderation_blocked")), "refused"},
		"always broken":     {aitest.Always(aitest.Fails(http.StatusInternalServerError)), "does not answer properly"},
		"words for pixels":  {copies([]byte("<svg onload='alert(1)'/>")), "that is no picture"},
		"half of a picture": {copies(apptest.Picture(640, 480)[:400]), "that is no picture"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newAlbum(t)
			a.paintedBy(c.script)
			before := a.balance()
			quote, err := a.Images.QuoteImages(a.ctx, a.things.Site, []string{a.things.Image}, 2)
			a.must(err)
			run, err := a.Images.StartImages(a.ctx, a.things.Site, []string{a.things.Image}, 2)
			a.must(err)
			run, err = a.Engine.Wait(a.ctx, run.ID)
			a.must(err)
			paid, variants := before-a.balance(), a.get().Variants
			if c.message == "" {
				if run.Phase != runs.PhaseDone || paid != 8 || quote.UpperBound != 8 || len(variants) != 3 || variants[0].Origin != images.Generated || variants[0].Model != "painter" {
					t.Errorf("%s %q, %d paid of %d: %+v", run.Phase, run.Message, paid, quote.UpperBound, variants)
				}
				return
			}
			if run.Phase != runs.PhaseFailed || !strings.Contains(run.Message, c.message) || paid != 0 || len(variants) != 1 {
				t.Errorf("%s %q, %d paid, %d variants", run.Phase, run.Message, paid, len(variants))
			}
		})
	}
}

func TestVariantsAreMadeFromANewDescription(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	release := a.paintedBy(paints).Hold()
	if _, err := a.Images.Make(a.ctx, a.things.Image, strings.Repeat("x", images.MaxPrompt+1), 1); fault.KindOf(err) != fault.Invalid {
		t.Errorf("a long description: %v", err)
	}
	if _, err := a.Images.Make(a.Foreign, a.things.Image, "Stones.", 1); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the other account: %v", err)
	}
	run, err := a.Images.Make(a.ctx, a.things.Image, "A hedge in the rain.", 1)
	a.must(err)
	again, err := a.Images.Make(a.ctx, a.things.Image, "Stones.", 1)
	a.must(err)
	if again.ID != run.ID {
		t.Errorf("a second run %s beside %s", again.ID, run.ID)
	}
	release()
	_, err = a.Engine.Wait(a.ctx, run.ID)
	a.must(err)
	if i := a.get(); i.Prompt != "A hedge in the rain." || len(i.Variants) != 2 {
		t.Errorf("%q, %d variants", i.Prompt, len(i.Variants))
	}
}

// TestRetryAsksOnlyForMissingPictures lets the second of two pictures fail: the retry asks only for that one.
func TestRetryAsksOnlyForMissingPictures(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	kept := make(chan struct{})
	server := a.paintedBy(func(c aitest.Call) aitest.Answer {
		if c.N == 2 {
			return aitest.After(kept, aitest.Fails(http.StatusUnauthorized))
		}
		return paints(c)
	})
	second, err := a.Images.Upload(a.ctx, images.Upload{PageID: a.page.ID, Alt: "Stones", Data: bytes.NewReader(apptest.Picture(90, 70))})
	a.must(err)
	prompt := "Stones."
	_, err = a.Images.Update(a.ctx, second.ID, images.Change{Prompt: &prompt})
	a.must(err)
	run, err := a.Images.StartImages(a.ctx, a.things.Site, []string{a.things.Image, second.ID}, 1)
	a.must(err)
	for outputs := []ai.Output(nil); len(outputs) == 0; time.Sleep(time.Millisecond) {
		outputs, err = a.Engine.Outputs(a.ctx, run.ID)
		a.must(err)
	}
	close(kept)
	if run, err = a.Engine.Wait(a.ctx, run.ID); err != nil || run.Phase != runs.PhaseFailed {
		t.Fatalf("%s, %v", run.Phase, err)
	}
	if _, err = a.Engine.Retry(a.ctx, run.ID); err != nil {
		t.Fatal(err)
	}
	if run, err = a.Engine.Wait(a.ctx, run.ID); err != nil || run.Phase != runs.PhaseDone || len(server.Calls()) != 3 ||
		run.CreditsCharged != 8 {
		t.Errorf("%s %q, asked %d times, %d credits, %v", run.Phase, run.Message, len(server.Calls()), run.CreditsCharged, err)
	}
}

func TestRunReplacesUnusedWishes(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	think := func() []images.Image {
		t.Helper()
		run, err := a.Images.StartPrompts(a.ctx, a.things.Site, []string{a.page.ID})
		a.must(err)
		run, err = a.Engine.Wait(a.ctx, run.ID)
		a.must(err)
		all, err := a.Images.OfPage(a.ctx, a.page.ID)
		a.must(err)
		if run.Phase != runs.PhaseDone {
			t.Fatalf("%s: %s", run.Phase, run.Message)
		}
		return all
	}
	first := think()
	if len(first) < 3 || !first[0].Cover || first[0].Prompt == "" || first[0].Alt == "" {
		t.Fatalf("thought of %+v", first)
	}
	words := "My own words."
	_, err := a.Images.Update(a.ctx, first[0].ID, images.Change{Prompt: &words})
	a.must(err)
	again := think()
	kept := slices.IndexFunc(again, func(i images.Image) bool { return i.ID == first[0].ID })
	if kept < 0 || again[kept].Prompt != words || slices.ContainsFunc(again,
		func(i images.Image) bool { return i.ID == first[1].ID && i.ID != a.things.Image }) {
		t.Errorf("thought again of %+v", again)
	}
	if a.get().Alt != "A hose in the grass" {
		t.Error("an uploaded picture is gone")
	}
}

func TestRemoveRefusesAPictureInAText(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	c, err := a.Writer.Content(a.ctx, a.things.Content)
	a.must(err)
	doc := append(blocks.Document{{Type: blocks.TypeImage, ImageID: a.things.Image, Alt: "A hose"}}, c.Blocks...)
	_, err = a.Writer.Save(a.ctx, c.ID, writer.Change{Revision: c.Revision, Blocks: &doc})
	a.must(err)
	if err := a.Images.Delete(a.ctx, a.things.Image); fault.KindOf(err) != fault.Conflict || !strings.Contains(err.Error(), c.Title) {
		t.Errorf("removed: %v", err)
	}
}

// TestFolderRefusesKeysThatLeadOutOfIt checks that no key leads out of the folder.
func TestFolderRefusesKeysThatLeadOutOfIt(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	folder := images.Folder(filepath.Join(root, "kept"))
	rapid.Check(t, func(t *rapid.T) {
		key := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "..", ".", "", "b.jpg", "/", "\\", "~"}), 1, 6).Draw(t, "parts"), "/")
		err := folder.Put(context.Background(), key, []byte("data"))
		if err == nil {
			source, err := folder.Open(context.Background(), key)
			if err != nil {
				t.Fatalf("%q was put and is not there: %v", key, err)
			}
			if err := source.Close(); err != nil {
				t.Fatal(err)
			}
			if err := folder.Delete(context.Background(), key); err != nil {
				t.Fatal(err)
			}
		}
		if out, _ := filepath.Glob(filepath.Join(root, "*")); len(out) > 1 {
			t.Fatalf("%q made %v", key, out)
		}
	})
}
