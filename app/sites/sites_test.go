package sites_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/accounts/accountstest"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/sites"
	"igny8/app/tenancy"
)

func newStage(t *testing.T) (*accountstest.Cast, *database.DB) {
	t.Helper()
	db := dbtest.New(t)
	return accountstest.NewCast(t, db), db
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, what string, err error, kind fault.Kind) {
	t.Helper()
	if err == nil || fault.KindOf(err) != kind {
		t.Errorf("%s: %v, want %s", what, err, kind)
	}
}

func to(s string) *string { return &s }

// waivable returns a gate with a red check that can be waived.
func waivable(gate, key string) gates.Gate {
	return gates.Of(gate, false, nil, gates.Check{Key: key, Label: "Everything is done.", CanWaive: true})
}

// For every method with an id, a site of another account and an own site without access do not exist.
func TestSiteOutOfReachDoesNotExist(t *testing.T) {
	t.Parallel()
	c, db := newStage(t)
	must(t, c.Sites.Waive(c.Ctx(accountstest.Owner), c.OtherSite, waivable(gates.Writer, "drafts"), "drafts", "Later."))
	for who, ctx := range map[string]context.Context{
		"the other account": c.Foreign, "an editor without access": c.Ctx(accountstest.Editor), "a guest": c.Ctx(accountstest.Guest),
	} {
		for what, do := range map[string]func() error{
			"get":        func() error { _, err := c.Sites.Get(ctx, c.OtherSite); return err },
			"update":     func() error { _, err := c.Sites.Update(ctx, c.OtherSite, sites.Change{Name: to("Mine")}); return err },
			"delete":     func() error { return c.DeleteSite(ctx, c.OtherSite) },
			"sectors":    func() error { _, err := c.Sites.Sectors(ctx, c.OtherSite); return err },
			"sector":     func() error { _, err := c.Sites.Sector(ctx, c.OtherSector); return err },
			"new sector": func() error { _, err := c.Sites.CreateSector(ctx, c.OtherSite, "Mine"); return err },
			"site of":    func() error { _, err := sites.Of[sites.Sector](ctx, c.Sites, "sector", c.OtherSector); return err },
			"judge":      func() error { _, err := sites.Judge(db.Read(ctx), c.OtherSite, gates.Writer); return err },
			"enter":      func() error { return c.Sites.Enter(ctx, c.OtherSite, gates.Of(gates.Writer, false, nil)) },
			"waive": func() error {
				return c.Sites.Waive(ctx, c.OtherSite, waivable(gates.Writer, "drafts"), "drafts", "Mine.")
			},
			"wrong waive": func() error { return c.Sites.Waive(ctx, c.OtherSite, gates.Gate{}, "", "") },
		} {
			refused(t, who+": "+what, do(), fault.NotFound)
		}
	}
	owner := c.Ctx(accountstest.Owner)
	site, err := c.Sites.Get(owner, c.OtherSite)
	must(t, err)
	sectors, err := c.Sites.Sectors(owner, c.OtherSite)
	must(t, err)
	gate, err := sites.Judge(db.Read(owner), c.OtherSite, gates.Writer, gates.Check{Key: "drafts", CanWaive: true}, gates.Check{Key: "other"})
	must(t, err)
	if site.Name != "Alpha shop" || len(sectors) != 1 || gate.Passed || gate.Checks[0].WaivedFor != "Later." {
		t.Errorf("something was changed: %+v %+v %+v", site, sectors, gate)
	}
	if id, err := sites.Of[sites.Sector](c.Ctx(accountstest.Viewer), c.Sites, "sector", c.Sector); err != nil || id != c.Site {
		t.Errorf("the site of the sector = %s, %v", id, err)
	}
}

func TestSiteIsCreatedChangedAndDeleted(t *testing.T) {
	t.Parallel()
	c, db := newStage(t)
	owner := c.Ctx(accountstest.Owner)
	for field, n := range map[string]sites.NewSite{
		"name":     {Name: "  "},
		"language": {Name: "Shop", Language: "english please"},
		"type":     {Name: "Shop", Type: "forum"},
		"domain":   {Name: "Shop", Domain: "shop\x00.example"},
		"domain ":  {Name: "Shop", Domain: "not a domain!!"},
		"domain  ": {Name: "Shop", Domain: "shop.example/path"},
		"market":   {Name: "Shop", Market: strings.Repeat("m", 61)},
		"sector":   {Name: "Shop", Sector: strings.Repeat("s", 101)},
	} {
		_, _, err := c.Sites.Create(owner, n)
		refused(t, field, err, fault.Invalid)
		if fields := fault.FieldsOf(err); len(fields) != 1 || fields[0].Name != strings.TrimSpace(field) {
			t.Errorf("fields = %+v, want %s alone", fields, field)
		}
	}
	site, sector, err := c.Sites.Create(owner, sites.NewSite{Name: " Shop ", Language: "pt-br", Market: "Brazil", Type: sites.Ecommerce, Sector: "Shoes"})
	if err != nil || site.Name != "Shop" || site.Language != "pt-BR" || sector.SiteID != site.ID || sector.Name != "Shoes" {
		t.Fatalf("made %+v, %+v, %v", site, sector, err)
	}
	plain, none, err := c.Sites.Create(owner, sites.NewSite{Name: "Blog"})
	if err != nil || plain.Language != "en" || plain.Type != sites.Blog || none != (sites.Sector{}) {
		t.Errorf("made %+v, %+v, %v; want an English blog without a sector", plain, none, err)
	}
	_, err = c.Sites.Update(owner, site.ID, sites.Change{Name: to("")})
	refused(t, "no name", err, fault.Invalid)
	_, err = c.Sites.Update(owner, site.ID, sites.Change{Domain: to(" https://Shop.example/ "), Market: to("")})
	must(t, err)
	if got, err := c.Sites.Get(owner, site.ID); err != nil || got.Name != "Shop" || got.Domain != "shop.example" || got.Market != "" || got.Type != sites.Ecommerce {
		t.Errorf("changed to %+v, %v", got, err)
	}
	must(t, c.Sites.Waive(owner, site.ID, waivable(gates.Planner, "grouped"), "grouped", "Later."))
	must(t, c.Sites.Enter(owner, site.ID, gates.Of(gates.Planner, false, nil)))
	must(t, c.DeleteSite(owner, site.ID))
	refused(t, "deleted twice", c.DeleteSite(owner, site.ID), fault.NotFound)
	must(t, c.Trash.PurgeBefore(t.Context(), database.Now().Add(time.Minute)))
	for _, model := range []any{&sites.Sector{}, &sites.GateWaiver{}, &sites.GatePassage{}} {
		var left int64
		must(t, db.Read(owner).Model(model).Where("site_id = ?", site.ID).Count(&left).Error)
		if left != 0 {
			t.Errorf("%T: %d rows of the deleted site are left", model, left)
		}
	}
}

func TestSectors(t *testing.T) {
	t.Parallel()
	c, _ := newStage(t)
	ctx := c.Ctx(accountstest.Editor)
	_, err := c.Sites.CreateSector(ctx, c.Site, " ")
	refused(t, "no name", err, fault.Invalid)
	_, err = c.Sites.CreateSector(ctx, c.Site, "MAIN")
	refused(t, "a name in use", err, fault.Conflict)
	for _, id := range []string{"", "no such sector", "nul\x00", "broken\xff", strings.ToUpper(c.Sector)} {
		_, err = c.Sites.Sector(ctx, id)
		refused(t, "the sector "+id, err, fault.NotFound)
		_, err = sites.Of[sites.Sector](ctx, c.Sites, "sector", id)
		refused(t, "the site of the sector "+id, err, fault.NotFound)
	}
	made, err := c.Sites.CreateSector(ctx, c.Site, "Second")
	must(t, err)
	list, err := c.Sites.Sectors(ctx, c.Site)
	if err != nil || len(list) != 2 || list[0].ID != c.Sector || list[1].ID != made.ID {
		t.Errorf("sectors = %+v, %v", list, err)
	}
}

func TestGates(t *testing.T) {
	t.Parallel()
	c, db := newStage(t)
	ctx := c.Ctx(accountstest.Editor)
	red := gates.Check{Key: "grouped", CanWaive: true, Reason: "3 keywords are in no cluster."}
	strict := gates.Check{Key: "imported", Reason: "There are no keywords yet."}
	judge := func(gate string, passed bool, checks ...gates.Check) gates.Gate {
		t.Helper()
		g, err := sites.Judge(db.Read(ctx), c.Site, gate, checks...)
		if err != nil || g.Passed != passed {
			t.Errorf("%s = %+v, %v; want passed = %v", gate, g, err, passed)
		}
		return g
	}
	gate := waivable(gates.Planner, "grouped")
	refused(t, "without a reason", c.Sites.Waive(ctx, c.Site, gate, "grouped", " "), fault.Invalid)
	refused(t, "no such gate", c.Sites.Waive(ctx, c.Site, waivable("moon", "grouped"), "grouped", "Because."), fault.Invalid)
	refused(t, "no check", c.Sites.Waive(ctx, c.Site, gate, "", "Because."), fault.Invalid)
	refused(t, "a check of another gate", c.Sites.Waive(ctx, c.Site, gate, "drafts", "Because."), fault.Conflict)
	refused(t, "a check that may not be waived", c.Sites.Waive(ctx, c.Site, gates.Of(gates.Planner, false, nil, strict), "imported", "Because."), fault.Conflict)
	closed := judge(gates.Planner, false, red)
	err := c.Sites.Enter(ctx, c.Site, closed)
	refused(t, "a closed gate", err, fault.Conflict)
	if refusal, ok := gates.ClosedOf(err); !ok || len(refusal.Gate.Checks) != 1 {
		t.Errorf("the refusal has no checks: %v", err)
	}

	must(t, c.Sites.Waive(ctx, c.Site, gate, "grouped", "First reason."))
	must(t, c.Sites.Waive(ctx, c.Site, gate, "grouped", "They come later."))
	judge(gates.Planner, false, red, strict)
	judge(gates.Builder, false, red)
	open := judge(gates.Planner, true, red)
	if !open.Checks[0].Waived || open.Checks[0].WaivedFor != "They come later." {
		t.Errorf("the waiver is not shown: %+v", open.Checks)
	}
	must(t, c.Sites.Enter(ctx, c.Site, open))
	must(t, c.Sites.Enter(ctx, c.Site, open))
	judge(gates.Planner, true, strict)
	judge(gates.Writer, false, strict)

	entries, err := c.Events.Log(c.Ctx(accountstest.Owner), 1, "")
	if err != nil || entries.Items[0].Action() != "check waived" || entries.Items[0].Detail != "Planner stage, “Everything is done”: They come later." ||
		entries.Items[0].UserID != c.Member(accountstest.Editor).UserID {
		t.Errorf("audited %+v, %v", entries.Items, err)
	}
}

// The sites package keeps the promises of the tenancy scope even for a row that was written without it.
func TestSectorCannotBelongToSiteOfAnotherAccount(t *testing.T) {
	t.Parallel()
	c, db := newStage(t)
	err := db.Tx(tenancy.With(t.Context(), tenancy.Scope{Account: c.Alpha}), func(tx *gorm.DB) error {
		return tx.Create(&sites.Sector{ID: database.NewID(), SiteID: c.ForeignSite, Name: "x", NameKey: "x"}).Error
	})
	if err == nil {
		t.Error("the database took a sector of a foreign site")
	}
}
