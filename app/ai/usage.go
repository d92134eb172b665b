package ai

import (
	"cmp"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"time"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/keywordfile"
	"igny8/app/runs"
	"igny8/app/sites"
)

// Period is the days that a usage is counted for, in UTC.
type Period struct {
	Name     string    // of a preset; empty: given by its days
	From, To time.Time // To is the day after the last
}

// Presets returns the names of the periods with fixed days, the usual one first.
func Presets() []string { return []string{"month", "last-month", "7", "30", "90"} }

// maxPeriod bounds what one page counts.
const maxPeriod = 366 * 24 * time.Hour

const dayFormat = "2006-01-02"

// Last returns the last day of the period.
func (p Period) Last() time.Time { return p.To.AddDate(0, 0, -1) }

// ParsePeriod reads a period: first and last day, or the name of a preset, or nothing for this month.
func ParsePeriod(name, first, last string) (Period, error) {
	now := database.Now()
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	month := today.AddDate(0, 0, 1-today.Day())
	usual := Period{Name: "month", From: month, To: today.AddDate(0, 0, 1)}
	var wrong fault.Fields
	if first != "" || last != "" {
		from, err := time.Parse(dayFormat, first)
		wrong.Check(err == nil, "from", "The first day is a date such as 2026-03-01.")
		to, err := time.Parse(dayFormat, last)
		wrong.Check(err == nil, "to", "The last day is a date such as 2026-03-31.")
		wrong.Check(len(wrong) > 0 || !to.Before(from), "to", "The last day is before the first.")
		wrong.Check(len(wrong) > 0 || to.Sub(from) < maxPeriod, "to", "A period has at most 366 days.")
		if len(wrong) > 0 {
			return usual, wrong.Err()
		}
		return Period{From: from, To: to.AddDate(0, 0, 1)}, nil
	}
	switch name {
	case "", "month":
		return usual, nil
	case "last-month":
		return Period{Name: name, From: month.AddDate(0, -1, 0), To: month}, nil
	}
	days, err := strconv.Atoi(name)
	wrong.Check(err == nil && slices.Contains(Presets(), name), "period", "There is no period %q.", name)
	return Period{Name: name, From: today.AddDate(0, 0, 1-days), To: today.AddDate(0, 0, 1)}, wrong.Err()
}

// Use is what runs have used.
type Use struct{ Credits, Runs, TokensIn, TokensOut int64 }

func (u *Use) add(o Use) {
	u.Credits, u.Runs, u.TokensIn, u.TokensOut = u.Credits+o.Credits, u.Runs+o.Runs, u.TokensIn+o.TokensIn, u.TokensOut+o.TokensOut
}

// UsageRow is what a person's runs of a function on a site used on a day.
type UsageRow struct {
	Day, UserID, SiteID, Function string
	Use
}

// Usage is what the account has used in a period. Credits are from the ledger; runs and tokens are from ended runs, which
// are deleted with their site.
type Usage struct {
	Period
	Rows  []UsageRow
	Total Use
}

// Usage counts a period.
func (e *Engine) Usage(ctx context.Context, p Period) (Usage, error) {
	u := Usage{Period: p}
	charges, err := e.billing.Charges(ctx, p.From, p.To)
	if err != nil {
		return u, err
	}
	var rows []UsageRow
	err = e.db.Read(ctx).Model(&runs.Run{}).
		Select(e.db.Day("finished_at")+" AS day, user_id, site_id, function, COUNT(*) AS runs, SUM(tokens_in) AS tokens_in, SUM(tokens_out) AS tokens_out").
		Where("finished_at >= ? AND finished_at < ?", p.From, p.To).
		Where("site_id IN (?)", e.db.Read(ctx).Model(&sites.Site{}).Select("id")).Group("1, 2, 3, 4").Scan(&rows).Error
	if err != nil {
		return u, fmt.Errorf("count runs: %w", err)
	}
	for _, c := range charges {
		rows = append(rows, UsageRow{Day: c.Day, UserID: c.UserID, SiteID: c.SiteID, Function: c.Function, Use: Use{Credits: c.Credits}})
	}
	slices.SortStableFunc(rows, func(a, b UsageRow) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.UserID, b.UserID), cmp.Compare(a.SiteID, b.SiteID),
			cmp.Compare(a.Function, b.Function))
	})
	for _, row := range rows {
		u.Total.add(row.Use)
		if last := len(u.Rows) - 1; last >= 0 && u.Rows[last].same(row) {
			u.Rows[last].add(row.Use)
			continue
		}
		u.Rows = append(u.Rows, row)
	}
	return u, nil
}

func (r UsageRow) same(o UsageRow) bool {
	return r.Day == o.Day && r.UserID == o.UserID && r.SiteID == o.SiteID && r.Function == o.Function
}

// Share is the part of a usage that belongs to one person, site, function or day.
type Share struct {
	Key string
	Use
}

// By adds the usage up by a key, the greatest share first.
func (u Usage) By(key func(UsageRow) string) []Share {
	var shares []Share
	at := map[string]int{}
	for _, row := range u.Rows {
		k := key(row)
		if _, ok := at[k]; !ok {
			at[k] = len(shares)
			shares = append(shares, Share{Key: k})
		}
		shares[at[k]].add(row.Use)
	}
	slices.SortStableFunc(shares, func(a, b Share) int {
		return cmp.Or(cmp.Compare(b.Credits, a.Credits), cmp.Compare(b.Runs, a.Runs), cmp.Compare(a.Key, b.Key))
	})
	return shares
}

// Days adds the usage up by day, days without any included.
func (u Usage) Days() []Share {
	of := map[string]Use{}
	for _, s := range u.By(func(r UsageRow) string { return r.Day }) {
		of[s.Key] = s.Use
	}
	var days []Share
	for day := u.From; day.Before(u.To); day = day.AddDate(0, 0, 1) {
		key := day.Format(dayFormat)
		days = append(days, Share{key, of[key]})
	}
	return days
}

// Names are the names of the ids in a usage.
type Names struct{ Users, Sites map[string]string }

// User returns the name of the person with the id.
func (n Names) User(id string) string { return cmp.Or(n.Users[id], "Somebody who has left") }

// Site returns the name of the site with the id.
func (n Names) Site(id string) string { return cmp.Or(n.Sites[id], "A deleted site") }

// WriteCSV writes the usage as a table for spreadsheets. Cells cannot be read as formulas.
func (u Usage) WriteCSV(w io.Writer, n Names) error {
	table := csv.NewWriter(w)
	rows := [][]string{{"day", "user", "site", "function", "credits", "runs", "tokens_in", "tokens_out"}}
	for _, r := range u.Rows {
		row := []string{r.Day, n.User(r.UserID), n.Site(r.SiteID), r.Function}
		for i, cell := range row {
			row[i] = keywordfile.Neutralise(cell)
		}
		for _, number := range []int64{r.Credits, r.Runs, r.TokensIn, r.TokensOut} {
			row = append(row, strconv.FormatInt(number, 10))
		}
		rows = append(rows, row)
	}
	if err := table.WriteAll(rows); err != nil {
		return fmt.Errorf("write usage: %w", err)
	}
	return nil
}
