package sites_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/fault"
	"igny8/app/sites"
)

func TestFactsAreRefused(t *testing.T) {
	t.Parallel()
	c, _ := newStage(t)
	ctx := c.Ctx(accountstest.Owner)
	warranty, err := c.Sites.AddFact(ctx, c.Site, " Warranty ", "12 months")
	must(t, err)
	for what, fact := range map[string][2]string{
		"no name": {" ", "12"}, "no value": {"Price", " "}, "a name that is taken": {"WARRANTY", "3 years"},
		"a long name": {strings.Repeat("n", 101), "1"}, "a long value": {"Price", strings.Repeat("v", 501)}, "a control character": {"Price", "1\x072"},
	} {
		_, err := c.Sites.AddFact(ctx, c.Site, fact[0], fact[1])
		refused(t, what, err, fault.Invalid)
	}
	_, err = c.Sites.ChangeFact(ctx, c.OtherSite, warranty.ID, sites.FactChange{Value: to("24 months")})
	refused(t, "a fact of another site", err, fault.NotFound)
	_, err = c.Sites.ChangeFact(ctx, c.Site, warranty.ID, sites.FactChange{Value: to("")})
	refused(t, "a value that is nothing", err, fault.Invalid)
	for i := 1; i < 200; i++ {
		_, err := c.Sites.AddFact(ctx, c.Site, fmt.Sprint("Fact ", i), "x")
		must(t, err)
	}
	_, err = c.Sites.AddFact(ctx, c.Site, "One more", "x")
	refused(t, "more than a site may have", err, fault.Conflict)
}

// TestFormerFacts changes a fact and changes it back, renames it and removes it.
func TestFormerFacts(t *testing.T) {
	t.Parallel()
	c, _ := newStage(t)
	ctx := c.Ctx(accountstest.Owner)
	f, err := c.Sites.AddFact(ctx, c.Site, "Warranty", "12 months")
	must(t, err)
	change := func(ch sites.FactChange) {
		t.Helper()
		_, err := c.Sites.ChangeFact(ctx, c.Site, f.ID, ch)
		must(t, err)
	}
	former := func(want string) {
		t.Helper()
		list, err := c.Sites.FormerFacts(ctx, c.Site)
		must(t, err)
		var said []string
		for _, f := range list {
			said = append(said, f.Name+"="+f.Value)
		}
		if got := strings.Join(said, " "); got != want {
			t.Errorf("former facts %q, want %q", got, want)
		}
	}
	change(sites.FactChange{Value: to("12 months")})
	former("")
	change(sites.FactChange{Value: to("24 months")})
	former("Warranty=12 months")
	change(sites.FactChange{Value: to("12 months")})
	former("Warranty=24 months")
	change(sites.FactChange{Name: to("Guarantee")})
	former("Warranty=24 months")
	must(t, c.Sites.RemoveFact(ctx, c.Site, f.ID))
	former("Guarantee=12 months Warranty=24 months")
	list, err := c.Sites.FormerFacts(ctx, c.Site)
	must(t, err)
	refused(t, "forgetting from another site", c.Sites.ForgetFact(ctx, c.OtherSite, list[0].ID), fault.NotFound)
	must(t, c.Sites.ForgetFact(ctx, c.Site, list[0].ID))
	former("Warranty=24 months")
}

func TestVoice(t *testing.T) {
	t.Parallel()
	c, _ := newStage(t)
	ctx := c.Ctx(accountstest.Owner)
	for what, v := range map[string]sites.Voice{
		"a long tone":            {Tone: strings.Repeat("t", 1001)},
		"too many samples":       {Samples: []string{"1", "2", "3", "4", "5", "6"}},
		"a long sample":          {Samples: []string{strings.Repeat("s", 2001)}},
		"a word that comes back": {NeverSay: []sites.Word{{Word: "cheap", Instead: "not cheap"}}},
		"too many words":         {NeverSay: many(201)},
		"no text":                {Names: []string{"a\x01b"}},
	} {
		v.SiteID = c.Site
		_, err := c.Sites.SetVoice(ctx, v)
		refused(t, what, err, fault.Invalid)
	}
	said := sites.Voice{
		SiteID: c.Site, Tone: "Calm.\r\nShort.", Names: []string{" IGNY8 ", ""}, Samples: []string{"One.\n\nTwo.", " "},
		NeverSay: []sites.Word{{Word: "cheap", Instead: " affordable "}, {Word: ""}, {Word: "Cheap"}},
	}
	saved, err := c.Sites.SetVoice(ctx, said)
	must(t, err)
	got, err := c.Sites.Voice(ctx, c.Site)
	must(t, err)
	if fmt.Sprint(got.Tone, got.Names, got.NeverSay, len(got.Samples)) != "Calm.\nShort.[IGNY8] [{cheap affordable}] 1" || got.Revision != 1 || saved.Revision != 1 {
		t.Errorf("voice %+v", got)
	}
	_, err = c.Sites.SetVoice(ctx, said)
	refused(t, "a voice made from an older one", err, fault.Conflict)
	said.Revision, said.Tone = 1, "Loud."
	if _, err := c.Sites.SetVoice(ctx, said); err != nil {
		t.Error(err)
	}
	_, err = c.Sites.AddFact(ctx, c.Site, "Founded", "1998")
	must(t, err)
	p, err := c.Sites.Profile(ctx, c.Site)
	must(t, err)
	if p.Tone != "Loud." || len(p.Facts) != 1 || p.Facts[0] != (sites.Statement{Name: "Founded", Value: "1998"}) || p.Empty() {
		t.Errorf("profile %+v", p)
	}
	other, err := c.Sites.Profile(ctx, c.OtherSite)
	must(t, err)
	if !other.Empty() {
		t.Errorf("another site says %+v", other)
	}
}

func many(n int) []sites.Word {
	list := make([]sites.Word, n)
	for i := range list {
		list[i].Word = fmt.Sprint("word", i)
	}
	return list
}

// The other account, and a person without access to the site, find neither facts nor voice.
func TestFactsAndVoiceOutOfReach(t *testing.T) {
	t.Parallel()
	c, _ := newStage(t)
	owner := c.Ctx(accountstest.Owner)
	f, err := c.Sites.AddFact(owner, c.OtherSite, "Warranty", "12 months")
	must(t, err)
	_, err = c.Sites.ChangeFact(owner, c.OtherSite, f.ID, sites.FactChange{Value: to("24 months")})
	must(t, err)
	former, err := c.Sites.FormerFacts(owner, c.OtherSite)
	must(t, err)
	for who, ctx := range map[string]context.Context{"the other account": c.Foreign, "an editor without access": c.Ctx(accountstest.Editor)} {
		for what, err := range map[string]error{
			"facts":   second(c.Sites.Facts(ctx, c.OtherSite)),
			"add":     second(c.Sites.AddFact(ctx, c.OtherSite, "Mine", "x")),
			"change":  second(c.Sites.ChangeFact(ctx, c.OtherSite, f.ID, sites.FactChange{Value: to("x")})),
			"remove":  c.Sites.RemoveFact(ctx, c.OtherSite, f.ID),
			"former":  second(c.Sites.FormerFacts(ctx, c.OtherSite)),
			"forget":  c.Sites.ForgetFact(ctx, c.OtherSite, former[0].ID),
			"voice":   second(c.Sites.Voice(ctx, c.OtherSite)),
			"speak":   second(c.Sites.SetVoice(ctx, sites.Voice{SiteID: c.OtherSite, Tone: "Mine."})),
			"profile": second(c.Sites.Profile(ctx, c.OtherSite)),
		} {
			refused(t, what+" by "+who, err, fault.NotFound)
		}
	}
}

func second[T any](_ T, err error) error { return err }
