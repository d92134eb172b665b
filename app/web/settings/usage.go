package settings

import (
	"bytes"
	"strconv"

	"github.com/gofiber/fiber/v2"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/billing"
	"igny8/app/fault"
	"igny8/app/web/exchange"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/layout"
	"igny8/views/settings"
)

var usageRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app/settings/usage", accounts.Manage, nil, handler.usage),
	exchange.At(exchange.Get, "/app/settings/usage.csv", accounts.Manage, nil, handler.usageFile),
	exchange.At(exchange.Get, "/app/settings/limits", accounts.Manage, nil, handler.limits),
	exchange.At(exchange.Post, "/app/settings/limits", accounts.Manage, nil, handler.setLimits),
}

// usage shows what the account has used in the period that the address names.
func (x handler) usage() error {
	period, problem := ai.ParsePeriod(x.Query("period"), x.Query("from"), x.Query("to"))
	v := settings.Usage{First: x.Query("from"), Last: x.Query("to"), Problems: form.Of(problem), Titles: map[string]string{}}
	var err error
	if v.Usage, err = x.Engine.Usage(x.Context(), period); err != nil {
		return err
	}
	if v.Names, err = x.names(); err != nil {
		return err
	}
	if v.Wallet, err = x.Billing.Wallet(x.Context()); err != nil {
		return err
	}
	for _, kind := range x.Runs.Kinds() {
		v.Titles[kind] = x.Engine.Title(kind)
	}
	page := settings.UsagePage(x.Section("Usage", layout.SectionCredits), v)
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) usageFile() error {
	period, err := ai.ParsePeriod(x.Query("period"), x.Query("from"), x.Query("to"))
	if err != nil {
		return err
	}
	usage, err := x.Engine.Usage(x.Context(), period)
	if err != nil {
		return err
	}
	names, err := x.names()
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := usage.WriteCSV(&file, names); err != nil {
		return err
	}
	x.Set(fiber.HeaderContentType, "text/csv; charset=utf-8")
	x.Set(fiber.HeaderContentDisposition, `attachment; filename="usage-`+period.From.Format("2006-01-02")+"-"+period.Last().Format("2006-01-02")+`.csv"`)
	return x.Send(file.Bytes())
}

// names returns the people and sites of the account.
func (x handler) names() (n ai.Names, err error) {
	if n.Users, err = x.People(); err != nil {
		return n, err
	}
	all, err := x.Sites.List(x.Context())
	n.Sites = make(map[string]string, len(all))
	for _, s := range all {
		n.Sites[s.ID] = s.Name
	}
	return n, err
}

func (x handler) limits() error {
	l, err := x.Billing.Limits(x.Context())
	if err != nil {
		return err
	}
	f := settings.LimitsForm{Credits: map[string]string{}}
	if l.ApprovalAbove != nil {
		f.ApprovalAbove = strconv.FormatInt(*l.ApprovalAbove, 10)
	}
	for site, credits := range l.Sites {
		f.Credits[site] = strconv.FormatInt(credits, 10)
	}
	return x.showLimits(f, nil)
}

func (x handler) showLimits(f settings.LimitsForm, problem error) error {
	var err error
	if f.Sites, err = x.Sites.List(x.Context()); err != nil {
		return err
	}
	f.Problems = form.Of(problem)
	page := settings.LimitsPage(x.Section("Limits", layout.SectionCredits), f)
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) setLimits() error {
	all, err := x.Sites.List(x.Context())
	if err != nil {
		return err
	}
	f := settings.LimitsForm{ApprovalAbove: x.Value("approval_above"), Credits: map[string]string{}}
	l := billing.Limits{Sites: map[string]int64{}}
	var wrong fault.Fields
	l.ApprovalAbove = credits(&wrong, "approval_above", f.ApprovalAbove)
	for _, s := range all {
		name := "credits-" + s.ID
		f.Credits[s.ID] = x.Value(name)
		if limit := credits(&wrong, name, f.Credits[s.ID]); limit != nil {
			l.Sites[s.ID] = *limit
		}
	}
	if err = wrong.Err(); err == nil {
		err = x.Billing.SetLimits(x.Context(), l)
	}
	if err != nil {
		return x.showLimits(f, err)
	}
	x.Say("good", "Saved. The limits hold for what is started from now on.")
	return x.To(address.Limits)
}

// credits returns the number of credits that a person typed; an empty field returns nil, which means no limit.
func credits(wrong *fault.Fields, field, text string) *int64 {
	if text == "" {
		return nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	wrong.Check(err == nil && n >= 0, field, "This is a number of 0 or more, or empty for no limit.")
	return &n
}
