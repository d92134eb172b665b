package ai_test

import (
	"context"
	"strings"
	"testing"

	"igny8/app/ai"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

func TestPeriodsAreRefused(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"century", "", ""}, {"31", "", ""}, {"", "yesterday", "2026-03-01"}, {"", "2026-03-01", ""}, {"", "2026-03-02", "2026-03-01"}, {"", "2024-01-01", "2026-03-01"},
	} {
		if _, err := ai.ParsePeriod(c[0], c[1], c[2]); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: %v", c, err)
		}
	}
	p, err := ai.ParsePeriod("7", "2024-02-28", "2024-03-01")
	if err != nil || p.Name != "" || p.Last().Format("2006-01-02") != "2024-03-01" {
		t.Errorf("period %+v, %v", p, err)
	}
	for _, name := range append(ai.Presets(), "") {
		if p, err := ai.ParsePeriod(name, "", ""); err != nil || !p.From.Before(p.To) {
			t.Errorf("%q: %+v, %v", name, p, err)
		}
	}
}

func TestUsage(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}).start()
	w.wait(w.run(`{"words": ["tea", "mate"]}`).ID)
	w.shout.at("AI_CALL", func(context.Context, string) error { return fault.New(fault.Conflict, "No.") })
	w.wait(w.run(`{"words": ["tea"]}`).ID)
	period, err := ai.ParsePeriod("30", "", "")
	w.must(err)
	u, err := w.engine.Usage(w.a, period)
	w.must(err)
	days := u.Days()
	if len(u.Rows) != 1 || u.Total != (ai.Use{Credits: 4, Runs: 2}) || len(days) != 30 || days[29].Credits != 4 || days[28].Credits != 0 {
		t.Errorf("usage %+v, days %+v", u, days)
	}
	for _, key := range []func(ai.UsageRow) string{
		func(r ai.UsageRow) string { return r.UserID }, func(r ai.UsageRow) string { return r.SiteID },
		func(r ai.UsageRow) string { return r.Function },
	} {
		if shares := u.By(key); len(shares) != 1 || shares[0].Credits != 4 {
			t.Errorf("shares %+v", shares)
		}
	}
	var file strings.Builder
	w.must(u.WriteCSV(&file, ai.Names{Users: map[string]string{tenancy.User(w.a): "=cmd()"}, Sites: map[string]string{w.site: "Tea, green"}}))
	if got := file.String(); !strings.Contains(got, `,'=cmd(),"Tea, green",shout,4,2,0,0`) {
		t.Errorf("file %s", got)
	}
	if other, err := w.engine.Usage(w.b, period); err != nil || len(other.Rows) != 0 || other.Total != (ai.Use{}) {
		t.Errorf("the other account sees %+v, %v", other, err)
	}
	past, err := ai.ParsePeriod("", "2020-01-01", "2020-01-31")
	w.must(err)
	if u, err := w.engine.Usage(w.a, past); err != nil || len(u.Rows) != 0 {
		t.Errorf("a month without use: %+v, %v", u, err)
	}
}
