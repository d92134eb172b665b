package web_test

import (
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

func TestAuditLogShowsNoIds(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	owner := w.Browse(accountstest.Owner)
	made := owner.Post("/app/sites", "name", "Balcony", "type", "blog", "language", "en", "market", "us", "sector", "Main")
	id := strings.Split(made.Header.Get("Location")+"///", "/")[3]
	if made.Status != http.StatusSeeOther || len(id) != 36 {
		t.Fatalf("new site: %d to %q", made.Status, made.Header.Get("Location"))
	}
	if gone := owner.Post("/app/sites/"+id+"/delete", "name", "Balcony"); gone.Status != http.StatusSeeOther {
		t.Fatalf("delete the site: %d", gone.Status)
	}
	page := owner.Get("/app/settings/account").Body
	for _, want := range []string{"site created", "site deleted", "Balcony"} {
		if !strings.Contains(page, want) {
			t.Errorf("the log does not say %q", want)
		}
	}
	if strings.Contains(page, id) {
		t.Errorf("the log shows the id of the site")
	}
	if other := w.Browse(accountstest.Stranger).Get("/app/settings/account").Body; strings.Contains(other, "Balcony") {
		t.Error("the other account sees the log")
	}
}
