package web

import (
	"errors"
	"net/http"
	"strconv"

	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/runs"
	"igny8/app/writer"
	"igny8/views/address"
	"igny8/views/ui"
	views "igny8/views/writer"
)

// quoteDrafts says what the drafts of all that was chosen cost together, before anything is started.
func (x *exchange) quoteDrafts() error {
	tasks, left, err := x.chosenTasks()
	if err != nil {
		return err
	}
	return x.showQuote(tasks, left)
}

func (x *exchange) showQuote(tasks []writer.Listed, left int) error {
	v := views.Drafts{SiteID: x.site.ID, Once: database.NewID(), Tasks: tasks, Left: left}
	var err error
	if v.Model, err = x.Engine.Asks(x.ctx(), writer.GenerateContent); err != nil {
		return err
	}
	if v.Quote, err = x.Writer.QuoteBatch(x.ctx(), x.site.ID, idsOf(v.Tasks)); err != nil {
		return err
	}
	page := views.DraftsPage(x.staged("Draft pages", gates.Writer), v)
	return x.show(page, page)
}

// startDrafts starts a batch, unless the form has started one already: what is sent twice is paid once.
func (x *exchange) startDrafts() error {
	most, err := x.shownPrice()
	if err != nil {
		return err
	}
	key, request := "form "+x.value("once"), writer.GenerateContent+" "+x.site.ID
	started, err := x.Accounts.Remembered(x.ctx(), key, request)
	if err != nil {
		return err
	}
	if started != nil {
		return x.to(address.Writer(x.site.ID))
	}
	if _, err := x.Writer.StartBatch(x.ctx(), x.site.ID, x.values("ids"), x.checked("approve"), most); err != nil {
		return errors.Join(err, x.Accounts.Forget(x.ctx(), key, request))
	}
	if err := x.Accounts.Remember(x.ctx(), key, request, accounts.Answer{Status: http.StatusSeeOther}); err != nil {
		return err
	}
	return x.to(address.Writer(x.site.ID))
}

// shownPrice is the price that the form was shown with; nil when it names none.
func (x *exchange) shownPrice() (*int64, error) {
	text := x.value("credits")
	if text == "" {
		return nil, nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return nil, fault.New(fault.Invalid, "The form names a price that is no number. Open the page again.")
	}
	return &n, nil
}

// batch is a batch as it stands: a page, or the part that is asked for again while it is at work.
func (x *exchange) batch() error {
	b, err := x.Writer.Batch(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	v := views.Batch{View: b, Rights: x.writerRights(), CSRF: x.csrfToken(), Card: x.Query("card") != ""}
	if !x.partial() {
		return x.show(views.BatchPage(x.staged(v.Title(), gates.Writer), v), nil)
	}
	x.Set("HX-PTag", v.Tag())
	if x.Get("HX-PTag") == v.Tag() {
		return x.SendStatus(fiber.StatusNotModified)
	}
	if v.Still() {
		x.Set("HX-Trigger", "run-ended")
	}
	if v.Card {
		return x.show(nil, views.BatchCard(v))
	}
	return x.show(nil, views.BatchPart(v))
}

func (x *exchange) afterBatch(_ any, err error) error {
	if err != nil {
		return err
	}
	return x.back(address.Batch(x.site.ID, x.Params("id")))
}

func (x *exchange) pauseBatch() error {
	return x.afterBatch(x.Engine.PauseBatch(x.ctx(), x.Params("id")))
}

func (x *exchange) resumeBatch() error {
	return x.afterBatch(x.Engine.ResumeBatch(x.ctx(), x.Params("id"), !x.checked("unbraked")))
}

func (x *exchange) cancelBatch() error {
	n, err := x.Engine.CancelBatch(x.ctx(), x.Params("id"))
	if err == nil {
		x.say("info", ui.Plural(n, "draft is", "drafts are")+" cancelled. What was drafted before stays.")
	}
	return x.afterBatch(runs.Batch{}, err)
}

func (x *exchange) retryBatch() error {
	most, err := x.shownPrice()
	if err != nil {
		return err
	}
	n, err := x.Engine.RetryBatch(x.ctx(), x.Params("id"), most)
	if err == nil {
		x.say("good", ui.Plural(n, "draft is", "drafts are")+" tried again.")
	}
	return x.afterBatch(runs.Batch{}, err)
}
