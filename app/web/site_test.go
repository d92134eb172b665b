package web_test

import (
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/fault"
)

func TestSiteIsDeletedByItsName(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	ctx := w.Ctx(accountstest.Owner)
	site, err := w.Services.Sites.Get(ctx, things.Site)
	if err != nil {
		t.Fatal(err)
	}
	owner, path := w.Browse(accountstest.Owner), "/app/sites/"+things.Site+"/delete"
	if got := w.Browse(accountstest.Stranger).Post(path, "name", site.Name); got.Status != http.StatusNotFound {
		t.Errorf("the other account: %d", got.Status)
	}
	if got := w.Browse(accountstest.Editor).Post(path, "name", site.Name); got.Status != http.StatusForbidden {
		t.Errorf("an editor: %d", got.Status)
	}
	for _, typed := range []string{"", "delete", strings.ToUpper(site.Name) + "!", site.Name + " 2"} {
		got := owner.Post(path, "name", typed)
		if got.Status != http.StatusUnprocessableEntity || !strings.Contains(got.Body, "Type the name of the site") || !strings.Contains(got.Body, "button danger") {
			t.Errorf("%q: %d", typed, got.Status)
		}
	}
	if _, err := w.Services.Sites.Get(ctx, things.Site); err != nil {
		t.Fatalf("the site is gone without its name: %v", err)
	}
	asked := owner.Get(path)
	for _, word := range []string{site.Name, "keywords with all clusters", "all revisions", "can be restored through the API for 30 days"} {
		if !strings.Contains(asked.Body, word) {
			t.Errorf("the page does not say %q", word)
		}
	}
	if settings := owner.Get("/app/sites/" + things.Site + "/settings"); strings.Contains(settings.Body, `action="`+path) {
		t.Error("the settings delete the site with one click")
	}
	if got := owner.Post(path, "name", " "+site.Name+" "); got.Status != http.StatusSeeOther {
		t.Errorf("the name: %d %s", got.Status, got.Body)
	}
	if _, err := w.Services.Sites.Get(ctx, things.Site); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the site is still there: %v", err)
	}
}
