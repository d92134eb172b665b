package api_test

import (
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

func TestIntegrationsNeverShowTheKey(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	const key = "sk-do-not-show-me-anywhere"
	add := map[string]any{"kind": "openai", "base_url": "https://ai.example.com/v1", "key": key, "model": "small"}
	with := func(name string, value any) map[string]any {
		body := map[string]any{}
		for k, v := range add {
			body[k] = v
		}
		body[name] = value
		return body
	}
	for name, body := range map[string]map[string]any{
		"no such kind": with("kind", "telepathy"), "a private address": with("base_url", "http://169.254.169.254/v1"), "no model": with("model", ""), "no key": {"kind": "openai", "model": "small"},
	} {
		if got := w.API(accountstest.Admin, http.MethodPost, "/integrations", body); got.Status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d %s", name, got.Status, got.Body)
		}
	}
	made := w.API(accountstest.Admin, http.MethodPost, "/integrations", add)
	id, _ := made.JSON(t)["id"].(string)
	if made.Status != http.StatusCreated || made.JSON(t)["key_tail"] != "…here" || strings.Contains(made.Body, key) {
		t.Fatalf("%d %s", made.Status, made.Body)
	}
	if got := w.API(accountstest.Admin, http.MethodPost, "/integrations", add); got.Status != http.StatusConflict {
		t.Errorf("a second one: %d", got.Status)
	}
	if got := w.API(accountstest.Admin, http.MethodPut, "/integrations/"+id, map[string]any{"base_url": "https://ai.example.com/v1", "model": "large"}); got.Status != http.StatusOK || got.JSON(t)["model"] != "large" || got.JSON(t)["key_tail"] != "…here" {
		t.Errorf("changed: %d %s", got.Status, got.Body)
	}
	if list := w.API(accountstest.Admin, http.MethodGet, "/integrations", nil); !strings.Contains(list.Body, id) || strings.Contains(list.Body, key) {
		t.Errorf("list: %s", list.Body)
	}
	if list := w.API(accountstest.Stranger, http.MethodGet, "/integrations", nil); strings.Contains(list.Body, id) {
		t.Errorf("the other account's list: %s", list.Body)
	}
	if got := w.API(accountstest.Admin, http.MethodDelete, "/integrations/"+id, nil); got.Status != http.StatusNoContent {
		t.Errorf("removed: %d", got.Status)
	}
	if got := w.API(accountstest.Admin, http.MethodDelete, "/integrations/"+id, nil); got.Status != http.StatusNotFound {
		t.Errorf("removed twice: %d", got.Status)
	}
}
