package sites_test

import (
	"fmt"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/database/dbtest"
	"igny8/app/sites"
)

func TestSiteKeepsEightConcurrentChanges(t *testing.T) {
	t.Parallel()
	c := accountstest.NewCast(t, dbtest.New(t))
	ctx := c.Ctx(accountstest.Owner)
	fact, err := c.Sites.AddFact(ctx, c.Site, "Founded", "1900")
	if err != nil {
		t.Fatal(err)
	}
	update := func(change sites.Change) func() error {
		return func() error { _, err := c.Sites.Update(ctx, c.Site, change); return err }
	}
	say := func(change sites.FactChange) func() error {
		return func() error { _, err := c.Sites.ChangeFact(ctx, c.Site, fact.ID, change); return err }
	}
	for n := range 100 {
		text, domain := fmt.Sprintf("round %d", n), fmt.Sprintf("round-%d.example.com", n)
		language, kind := []string{"de", "fr"}[n%2], sites.Types()[n%3]
		dbtest.Together(
			t,
			update(sites.Change{Name: &text}), update(sites.Change{Domain: &domain}), update(sites.Change{Language: &language}),
			update(sites.Change{Market: &text}), update(sites.Change{Type: &kind}),
			say(sites.FactChange{Name: &text}), say(sites.FactChange{Value: &text}),
			func() error { _, err := c.Sites.AddFact(ctx, c.Site, "Fact of "+text, text); return err },
		)
		site, err := c.Sites.Get(ctx, c.Site)
		if err != nil {
			t.Fatal(err)
		}
		if site.Name != text || site.Domain != domain || site.Language != language || site.Market != text || site.Type != kind {
			t.Fatalf("round %d: the site is %+v", n, site)
		}
		facts, err := c.Sites.Facts(ctx, c.Site)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range facts {
			if f.ID == fact.ID && (f.Name != text || f.Value != text) {
				t.Fatalf("round %d: the fact is %+v", n, f)
			}
			if f.ID == fact.ID {
				continue
			}
			if err := c.Sites.RemoveFact(ctx, c.Site, f.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
}
