package sites_test

import (
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/sites"
)

func TestVoiceIsSavedWithEmptyLists(t *testing.T) {
	t.Parallel()
	c, _ := newStage(t)
	ctx := c.Ctx(accountstest.Owner)
	for name, v := range map[string]sites.Voice{
		"empty lists": {SiteID: c.Site, Tone: "Calm", Names: []string{}, NeverSay: []sites.Word{}, Samples: []string{}},
		"no lists":    {SiteID: c.Site, Tone: "Calm"},
		"blank words": {SiteID: c.Site, Tone: "Calm", Names: []string{" "}, NeverSay: []sites.Word{{Word: " "}}, Samples: []string{" "}},
	} {
		before, err := c.Sites.Voice(ctx, c.Site)
		if err != nil {
			t.Fatal(err)
		}
		v.Revision = before.Revision
		if saved, err := c.Sites.SetVoice(ctx, v); err != nil || saved.Tone != "Calm" {
			t.Errorf("%s: %+v, %v", name, saved, err)
		}
	}
	if _, err := c.Sites.Voice(c.Ctx(accountstest.Stranger), c.Site); err == nil {
		t.Error("the other account reads the voice")
	}
}
