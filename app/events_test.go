package app_test

import (
	"context"
	"slices"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/writer"
)

// recorded returns the events of the kind in the account of ctx, oldest first.
func recorded(t *testing.T, db *database.DB, ctx context.Context, kind events.Kind) (list []events.Event) {
	t.Helper()
	if err := db.Read(ctx).Where("kind = ?", kind).Order("id").Find(&list).Error; err != nil {
		t.Fatal(err)
	}
	return list
}

func TestActionsAreRecorded(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things, owner := w.Furnish(), w.Ctx(accountstest.Owner)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	saved, err := w.Writer.Content(owner, things.Content)
	must(err)
	title := saved.Title + " again"
	_, err = w.Writer.Save(owner, saved.ID, writer.Change{Revision: saved.Revision, Title: &title})
	must(err)
	_, err = w.Writer.Submit(owner, saved.ID, writer.Latest)
	must(err)
	_, err = w.Writer.Return(owner, saved.ID, writer.Latest, "Too long.")
	must(err)
	_, err = w.Billing.Grant(owner, billing.Grant{Amount: 40, Reference: "payment 1"})
	must(err)
	must(w.Publish.DeleteSite(owner, w.OtherSite))

	for kind, want := range map[events.Kind]events.Event{
		events.ContentSubmitted: {SiteID: things.Site, ObjectID: things.Content},
		events.ContentReturned:  {SiteID: things.Site, ObjectID: things.Content, Data: events.Data{Reason: "Too long."}},
		events.ReleaseLive:      {SiteID: things.Site, ObjectID: things.Release, Data: events.Data{Number: 1}},
		events.SiteDeleted:      {SiteID: w.OtherSite, ObjectID: w.OtherSite},
		events.CreditsGranted:   {Data: events.Data{Credits: 40, Reference: "payment 1"}},
	} {
		list := recorded(t, w.DB, owner, kind)
		if len(list) == 0 {
			t.Errorf("%s is not recorded", kind)
			continue
		}
		got := list[len(list)-1]
		got.Data.Revision = 0
		if want.ObjectID == "" {
			got.ObjectID = ""
		}
		if got.SiteID != want.SiteID || got.ObjectID != want.ObjectID || got.Data != want.Data ||
			got.UserID != w.Member(accountstest.Owner).UserID {
			t.Errorf("%s is recorded as %+v", kind, got)
		}
	}
	for _, kind := range []events.Kind{
		events.SignedUp, events.MemberInvited, events.InvitationAccepted, events.SiteCreated, events.FactAdded, events.ContentApproved,
	} {
		if len(recorded(t, w.DB, owner, kind)) == 0 {
			t.Errorf("%s is not recorded", kind)
		}
	}
	ended := recorded(t, w.DB, owner, events.RunEnded)
	if !slices.ContainsFunc(ended, func(e events.Event) bool {
		return e.ObjectID == things.Run && e.SiteID == things.Site && e.Data.Function == "generate_content" && e.Data.Outcome == "DONE"
	}) {
		t.Errorf("the end of the run is not among %+v", ended)
	}
	var foreign int64
	must(w.DB.Read(w.Foreign).Model(&events.Event{}).Where("site_id IN ?", []string{things.Site, w.OtherSite}).Count(&foreign).Error)
	if foreign != 0 {
		t.Errorf("the other account sees %d of the events", foreign)
	}
}
