package web_test

import (
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/ai/aitest"
	"igny8/app/apptest"
	"igny8/app/config"
)

// TestIntegrationIsAddedTriedChangedAndRemoved uses the page: a refusal, a new server, a trial that fails, one that works, a change and
// the removal.
func TestIntegrationIsAddedTriedChangedAndRemoved(t *testing.T) {
	t.Parallel()
	const key = "sk-do-not-show-me-anywhere"
	server := aitest.New(t, func(c aitest.Call) aitest.Answer {
		if c.Key != key {
			return aitest.Fails(http.StatusUnauthorized)
		}
		return aitest.Says(`{"answer":"yes"}`)
	})
	w := apptest.New(t, func(c *config.Config) { c.AllowPrivateHosts = true })
	admin := w.Browse(accountstest.Admin)
	const page = "/app/settings/integrations"
	see := func(reply apptest.Reply, status int, texts ...string) {
		t.Helper()
		if reply.Status != status || strings.Contains(reply.Body, key) {
			t.Fatalf("status %d, want %d, or the key is on the page: %s", reply.Status, status, reply.Body)
		}
		for _, text := range texts {
			if !strings.Contains(reply.Body, text) {
				t.Errorf("the page does not say %q:\n%s", text, reply.Body)
			}
		}
	}
	see(admin.Get(page), 200, "built-in engine", "Bring your own AI server")
	see(admin.Post(page, "kind", "openai", "base_url", "nonsense", "key", key, "model", "small"), 422, "The address begins with https://", `value="small"`)
	see(admin.Post(page, "kind", "openai", "base_url", server.URL, "key", "sk-the-wrong-one-0000", "model", "small"), 303)
	shown := admin.Get(page)
	see(shown, 200, "answered by small at", "…0000", "never shown again")
	_, after, _ := strings.Cut(shown.Body, page+"/")
	address := page + "/" + after[:36]
	see(admin.Post(address+"/try"), 303)
	see(admin.Get(page), 200, "refuses the key")
	see(admin.Get(address), 200, "Empty keeps the one that ends in …0000")
	see(admin.Post(address, "base_url", "http://127.0.0.1:1/v1", "model", "small"), 422, "enter the key again")
	see(admin.Post(address, "base_url", server.URL, "key", key, "model", "small"), 303)
	see(admin.Post(address+"/try"), 303)
	see(admin.Get(page), 200, "Works: small answered")
	if log := admin.Get("/app/settings/account"); !strings.Contains(log.Body, "integration changed") || strings.Contains(log.Body, key) {
		t.Error("the log of the account does not tell of it, or tells the key")
	}
	if prices := admin.Get("/app/settings/prices"); strings.Contains(prices.Body, "No model is configured") {
		t.Error("the price list does not know of the account's own model")
	}
	stranger := w.Browse(accountstest.Stranger)
	see(stranger.Get(page), 200, "built-in engine")
	see(stranger.Get(address), 404)
	see(admin.Post(address+"/remove"), 303)
	see(admin.Get(page), 200, "built-in engine", "Bring your own AI server")
}
