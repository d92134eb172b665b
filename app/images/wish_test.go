package images_test

import (
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/ai/aitest"
	"igny8/app/apptest"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/images"
	"igny8/app/pages"
	"igny8/app/runs"
)

// threeWishes is what a model thinks of for a page.
const threeWishes = `{"pictures": [
  {"prompt": "A hedge, from above.", "alt": "A hedge"},
  {"prompt": "A pond, in soft light.", "alt": "A pond"},
  {"prompt": "A path of stones.", "alt": "A path"}]}`

// thinks answers questions with three wishes, and orders for pictures by the script.
func thinks(paint aitest.Script) aitest.Script {
	return func(c aitest.Call) aitest.Answer {
		if c.Pictures > 0 {
			return paint(c)
		}
		return aitest.Says(threeWishes)
	}
}

// think has a run describe pictures for the page, and returns the wishes of the page.
func (a *album) think() []string {
	a.Helper()
	run, err := a.Images.StartPrompts(a.ctx, a.things.Site, []string{a.page.ID})
	a.must(err)
	run, err = a.Engine.Wait(a.ctx, run.ID)
	a.must(err)
	if run.Phase != runs.PhaseDone {
		a.Fatalf("%s: %s", run.Phase, run.Message)
	}
	return a.wishes()
}

func (a *album) wishes() (ids []string) {
	a.Helper()
	all, err := a.Images.OfPage(a.ctx, a.page.ID)
	a.must(err)
	for _, i := range all {
		if !i.Shown() {
			ids = append(ids, i.ID)
		}
	}
	return ids
}

// paintedLater has pictures painted by a model that waits until let is closed.
func (a *album) paintedLater() (let chan struct{}) {
	a.Helper()
	let = make(chan struct{})
	a.paintedBy(thinks(func(c aitest.Call) aitest.Answer { return aitest.After(let, paints(c)) }))
	return let
}

// variantsBy counts the variants that the run has made of pictures of the page.
func (a *album) variantsBy(runID string) (n int64) {
	a.Helper()
	all, err := a.Images.OfPage(a.ctx, a.page.ID)
	a.must(err)
	for _, i := range all {
		for _, v := range i.Variants {
			if v.RunID != nil && *v.RunID == runID {
				n++
			}
		}
	}
	return n
}

func TestWishesInTheMakingAreKept(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	let := a.paintedLater()
	wishes := a.think()
	before := a.balance()
	run, err := a.Images.StartImages(a.ctx, a.things.Site, wishes, 2)
	a.must(err)
	again := a.think()
	for _, id := range wishes {
		if !slices.Contains(again, id) {
			t.Errorf("the wish %s is gone while it is made", id)
		}
	}
	close(let)
	run, err = a.Engine.Wait(a.ctx, run.ID)
	a.must(err)
	if made := a.variantsBy(run.ID); run.Phase != runs.PhaseDone || made != 6 || run.CreditsCharged != 24 {
		t.Errorf("%s %q: %d variants, %d credits", run.Phase, run.Message, made, run.CreditsCharged)
	}
	if spent := before - a.balance(); spent != 24+1 {
		t.Errorf("%d credits are spent on 6 variants and one page", spent)
	}
}

// TestPictureOfALostWishIsKept deletes a wish while a run makes it, as two transactions may on PostgreSQL.
func TestPictureOfALostWishIsKept(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	let := a.paintedLater()
	wishes := a.think()
	lost, err := a.Images.Get(a.ctx, wishes[0])
	a.must(err)
	run, err := a.Images.StartImages(a.ctx, a.things.Site, wishes[:1], 2)
	a.must(err)
	a.atWork(run.ID)
	a.must(a.DB.Tx(a.ctx, func(tx *gorm.DB) error { return tx.Delete(&images.Image{}, "id = ?", lost.ID).Error }))
	close(let)
	run, err = a.Engine.Wait(a.ctx, run.ID)
	a.must(err)
	kept, err := a.Images.Get(a.ctx, lost.ID)
	if err != nil {
		t.Fatalf("%s %q, %d credits, and the picture is gone: %v", run.Phase, run.Message, run.CreditsCharged, err)
	}
	same := kept.PageID == a.page.ID && kept.Prompt == lost.Prompt && kept.Alt == lost.Alt
	if run.Phase != runs.PhaseDone || run.CreditsCharged != 8 || len(kept.Variants) != 2 || !kept.Shown() || !same {
		t.Errorf("%s %q, %d credits: %+v", run.Phase, run.Message, run.CreditsCharged, kept)
	}
	if _, source, err := a.Images.Open(a.ctx, kept.ID, kept.Files[0].Name); err != nil {
		t.Errorf("its file: %v", err)
	} else {
		a.must(source.Close())
	}
	if _, err := a.Images.Get(a.Foreign, kept.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the other account: %v", err)
	}
}

// atWork waits until a worker has begun the run.
func (a *album) atWork(runID string) {
	a.Helper()
	for {
		run, err := a.Engine.Get(a.ctx, runID)
		a.must(err)
		if run.Phase == runs.PhaseCall {
			return
		}
		if run.Ended() {
			a.Fatalf("%s: %s", run.Phase, run.Message)
		}
		a.must(runs.Sleep(a.ctx, time.Millisecond))
	}
}

func TestPictureInTheMakingIsNotDeleted(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	let := a.paintedLater()
	run, err := a.Images.StartImages(a.ctx, a.things.Site, []string{a.things.Image}, 1)
	a.must(err)
	if err := a.Images.Delete(a.ctx, a.things.Image); fault.KindOf(err) != fault.Conflict || !strings.Contains(err.Error(), "being made") {
		t.Errorf("deleted while it is made: %v", err)
	}
	if err := a.Images.Delete(a.Foreign, a.things.Image); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the other account: %v", err)
	}
	close(let)
	_, err = a.Engine.Wait(a.ctx, run.ID)
	a.must(err)
	a.must(a.Images.Delete(a.ctx, a.things.Image))
}

// TestPicturesFollowTheirPageIntoTheTrash deletes the page of a picture that is made: the picture waits for the page to come back.
func TestPicturesFollowTheirPageIntoTheTrash(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	let := a.paintedLater()
	run, err := a.Images.StartImages(a.ctx, a.things.Site, []string{a.things.Image}, 1)
	a.must(err)
	a.atWork(run.ID)
	_, err = a.Builder.DeletePage(a.Ctx(accountstest.Owner), a.things.Site, a.page.ID)
	a.must(err)
	close(let)
	run, err = a.Engine.Wait(a.ctx, run.ID)
	a.must(err)
	_, err = a.Services.Trash.Restore(a.Ctx(accountstest.Owner), "page", a.page.ID)
	a.must(err)
	if made := a.variantsBy(run.ID); made*4 != run.CreditsCharged || made != 1 {
		t.Errorf("%s %q: %d variants, %d credits", run.Phase, run.Message, made, run.CreditsCharged)
	}
}

// TestThinkingAndMakingAtOnce starts both functions at the same moment, again and again: what is charged was made, and is there.
func TestThinkingAndMakingAtOnce(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	a.paintedBy(thinks(paints))
	a.think()
	for range 12 {
		wishes := a.wishes()
		if len(wishes) == 0 {
			wishes = a.think()
		}
		var thought, made runs.Run
		var refused error
		var both sync.WaitGroup
		both.Go(func() {
			var err error
			if thought, err = a.Images.StartPrompts(a.ctx, a.things.Site, []string{a.page.ID}); err != nil {
				t.Error(err)
			}
		})
		both.Go(func() { made, refused = a.Images.StartImages(a.ctx, a.things.Site, wishes[:1], 1) })
		both.Wait()
		_, err := a.Engine.Wait(a.ctx, thought.ID)
		a.must(err)
		if refused != nil {
			if fault.KindOf(refused) != fault.NotFound { // the wish was replaced before
				t.Fatal(refused)
			}
			continue
		}
		made, err = a.Engine.Wait(a.ctx, made.ID)
		a.must(err)
		if there := a.variantsBy(made.ID); there*4 != made.CreditsCharged {
			t.Fatalf("%s %q: %d variants, %d credits", made.Phase, made.Message, there, made.CreditsCharged)
		}
	}
}

// TestFullPageFailsAlone describes pictures for two pages, of which one has as many pictures as a page may have, and then for that alone.
func TestFullPageFailsAlone(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	a.paintedBy(thinks(paints))
	other := a.secondPage()
	a.must(a.DB.Tx(a.ctx, func(tx *gorm.DB) error {
		full := make([]images.Image, 99) // beside the one that it has
		for n := range full {
			full[n] = images.Image{ID: database.NewID(), SiteID: a.things.Site, PageID: a.page.ID, Prompt: "Grass.", PromptEdited: true, Files: []images.File{}}
		}
		return tx.Create(&full).Error
	}))
	ask := func(pages ...string) runs.Run {
		t.Helper()
		run, err := a.Images.StartPrompts(a.ctx, a.things.Site, pages)
		a.must(err)
		run, err = a.Engine.Wait(a.ctx, run.ID)
		a.must(err)
		return run
	}
	both := ask(a.page.ID, other)
	if both.Phase != runs.PhaseDone || both.CreditsCharged != 1 || len(both.Failed) != 1 || both.Failed[0].Subject != a.page.ID ||
		!strings.Contains(both.Failed[0].Reason, "100 pictures already") || !strings.HasPrefix(both.Message, "3 pictures are described.") {
		t.Errorf("both: %s %q, %d credits, %+v", both.Phase, both.Message, both.CreditsCharged, both.Failed)
	}
	one := ask(a.page.ID)
	if one.Phase != runs.PhaseFailed || one.CreditsCharged != 0 || !strings.Contains(one.Message, "100 pictures already") {
		t.Errorf("the full one: %s %q, %d credits", one.Phase, one.Message, one.CreditsCharged)
	}
}

// TestRetryIsQuotedAsItRuns deletes one of two pictures whose run has failed: the retry asks for the other, and that is its quote.
func TestRetryIsQuotedAsItRuns(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	server := a.paintedBy(thinks(aitest.Always(aitest.FailsAs(http.StatusBadRequest, "moderation_blocked"))))
	wishes := a.think()
	run, err := a.Images.StartImages(a.ctx, a.things.Site, wishes[:2], 1)
	a.must(err)
	run, err = a.Engine.Wait(a.ctx, run.ID)
	a.must(err)
	a.must(a.Images.Delete(a.ctx, wishes[0]))
	if quote, err := a.Engine.QuoteRetryOf(a.ctx, run); run.Phase != runs.PhaseFailed || err != nil || quote.Credits != 4 {
		t.Errorf("%s, quote %+v, %v", run.Phase, quote, err)
	}
	server.Follow(paints)
	_, err = a.Engine.Retry(a.ctx, run.ID)
	a.must(err)
	if run, err = a.Engine.Wait(a.ctx, run.ID); err != nil || run.CreditsCharged != 4 {
		t.Errorf("%+v, %v", run, err)
	}
}

// TestNoWishesReplaceNone describes pictures, and then has the model think of none: those that were described stay, and nothing is charged.
func TestNoWishesReplaceNone(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	answer := threeWishes
	a.paintedBy(func(aitest.Call) aitest.Answer { return aitest.Says(answer) })
	before := a.think()
	answer = `{"pictures": []}`
	run, err := a.Images.StartPrompts(a.ctx, a.things.Site, []string{a.page.ID})
	a.must(err)
	run, err = a.Engine.Wait(a.ctx, run.ID)
	a.must(err)
	if run.Phase != runs.PhaseFailed || run.CreditsCharged != 0 || !strings.HasPrefix(run.Message, "No picture was thought of.") {
		t.Errorf("%s %q, %d credits", run.Phase, run.Message, run.CreditsCharged)
	}
	if after := a.wishes(); !slices.Equal(after, before) {
		t.Errorf("wishes %v, before %v", after, before)
	}
}

// secondPage returns another page of the site with a text.
func (a *album) secondPage() string {
	a.Helper()
	all, err := a.Pages.List(a.ctx, a.things.Site)
	a.must(err)
	at := slices.IndexFunc(all, func(p pages.Page) bool { return p.ID != a.page.ID && p.Kind == pages.Article && p.Written() })
	if at < 0 {
		a.Fatal("there is one written page")
	}
	return all[at].ID
}

// TestPictureDeletedBeforeTheRunBeginsIsLeftOut deletes one of two wishes while their run waits for another.
func TestPictureDeletedBeforeTheRunBeginsIsLeftOut(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	let := a.paintedLater()
	wishes := a.think()
	first, err := a.Images.StartImages(a.ctx, a.things.Site, []string{a.things.Image}, 1)
	a.must(err)
	a.atWork(first.ID)
	run, err := a.Images.StartImages(a.ctx, a.things.Site, wishes[:2], 1) // of the same lane: it waits
	a.must(err)
	a.must(a.DB.Tx(a.ctx, func(tx *gorm.DB) error { return tx.Delete(&images.Image{}, "id = ?", wishes[0]).Error }))
	close(let)
	run, err = a.Engine.Wait(a.ctx, run.ID)
	a.must(err)
	if run.Phase != runs.PhaseDone || run.CreditsCharged != 4 || a.variantsBy(run.ID) != 1 || len(run.Failed) != 1 ||
		run.Failed[0].Subject != wishes[0] {
		t.Errorf("%s %q: %d credits, failed %+v", run.Phase, run.Message, run.CreditsCharged, run.Failed)
	}
}

// TestMadeVariantsAreKept has a server make one of two variants: that is kept and charged, and the other is not.
func TestMadeVariantsAreKept(t *testing.T) {
	t.Parallel()
	good, half := apptest.Picture(640, 480), apptest.Picture(640, 480)[:400]
	for name, script := range map[string]aitest.Script{
		"the other is no picture": aitest.Always(aitest.Pictures(half, good)),
		"the other is refused":    aitest.First(1, aitest.Pictures(good), aitest.Always(aitest.FailsAs(http.StatusBadRequest, "moderation_blocked"))),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newAlbum(t)
			server := a.paintedBy(script)
			before := a.balance()
			run, err := a.Images.StartImages(a.ctx, a.things.Site, []string{a.things.Image}, 2)
			a.must(err)
			run, err = a.Engine.Wait(a.ctx, run.ID)
			a.must(err)
			if made := a.variantsBy(run.ID); run.Phase != runs.PhaseDone || made != 1 || before-a.balance() != 4 || len(run.Failed) != 1 || run.Failed[0].Reason != "1 of 2 variants could not be made." {
				t.Errorf("%s %q: %d variants, %d credits, failed %+v", run.Phase, run.Message, made, before-a.balance(), run.Failed)
			}
			if calls := server.Calls(); len(calls) > 1 && calls[1].Pictures != 1 {
				t.Errorf("asked again for %d", calls[1].Pictures)
			}
			asked := len(server.Calls())
			again, err := a.Engine.Retry(a.ctx, run.ID)
			a.must(err)
			_, err = a.Engine.Wait(a.ctx, again.ID)
			a.must(err)
			if len(server.Calls()) == asked {
				t.Error("the retry delivers and charges what was delivered already")
			}
		})
	}
}

// TestPictureThatIsNoneFailsAlone has a server send something else for one of two pictures.
func TestPictureThatIsNoneFailsAlone(t *testing.T) {
	t.Parallel()
	a := newAlbum(t)
	a.paintedBy(thinks(func(c aitest.Call) aitest.Answer {
		if strings.Contains(c.Prompt, "hedge") {
			return copies([]byte("<svg/>"))(c)
		}
		return paints(c)
	}))
	wishes := a.think()
	run, err := a.Images.StartImages(a.ctx, a.things.Site, wishes, 1)
	a.must(err)
	run, err = a.Engine.Wait(a.ctx, run.ID)
	a.must(err)
	if run.Phase != runs.PhaseDone || run.CreditsCharged != 8 || a.variantsBy(run.ID) != 2 || len(run.Failed) != 1 || !strings.Contains(run.Failed[0].Reason, "that is no picture") {
		t.Errorf("%s %q: %d credits, failed %+v", run.Phase, run.Message, run.CreditsCharged, run.Failed)
	}
}
