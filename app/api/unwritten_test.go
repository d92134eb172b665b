package api_test

import (
	"net/http"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

func TestOutlineIsNotApprovedByTheAPI(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	made, err := w.Pipeline.Sample(w.Ctx(owner))
	if err != nil {
		t.Fatal(err)
	}
	outline := ""
	for _, c := range w.API(owner, http.MethodGet, "/sites/"+made.SiteID+"/contents", nil).JSON(t)["items"].([]any) {
		if content := c.(map[string]any); content["state"] == "draft" {
			outline = content["id"].(string)
		}
	}
	if outline == "" {
		t.Fatal("the sample has no draft that is still to be written")
	}
	content := w.API(owner, http.MethodGet, "/contents/"+outline, nil).JSON(t)
	approve := func(p accountstest.Person) apptest.Reply {
		return w.API(p, http.MethodPost, "/contents/"+outline+"/approve", map[string]any{"revision": content["revision"]})
	}
	refused := approve(owner)
	if refused.Status != http.StatusConflict {
		t.Fatalf("approve an outline: %d %s", refused.Status, refused.Body)
	}
	checks, _ := refused.JSON(t)["checks"].([]any)
	if len(checks) < 3 {
		t.Fatalf("it lists %d parts that are still to be written: %s", len(checks), refused.Body)
	}
	for _, c := range checks {
		if check := c.(map[string]any); check["ok"] != false || check["reason"] == "" || check["link"] == "" {
			t.Errorf("a part without its reason and its place: %v", check)
		}
	}
	if got := w.API(owner, http.MethodGet, "/contents/"+outline, nil).JSON(t)["state"]; got != "draft" {
		t.Errorf("the outline is %v now", got)
	}
	if got := approve(accountstest.Stranger); got.Status != http.StatusNotFound {
		t.Errorf("the other account: %d", got.Status)
	}
}
