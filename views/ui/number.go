package ui

import (
	"context"
	"io"
	"strconv"
	"time"

	"github.com/a-h/templ"

	"igny8/app/text"
)

// Number returns a count with thousands separators, for use inside a sentence: "4,812".
func Number[N int | int32 | int64](n N) string { return text.Number(n) }

// Plural returns a count with its noun: "1 keyword", "4,812 keywords".
func Plural[N int | int32 | int64](n N, one, many string) string { return text.Count(n, one, many) }

// Count shows a whole number; nil (unknown) is an em dash.
func Count(n *int64) templ.Component {
	if n == nil {
		return unknown()
	}
	return Text(Number(*n))
}

// Float shows a number with the given number of decimals; nil (unknown) is an em dash.
func Float(f *float64, decimals int) templ.Component {
	if f == nil {
		return unknown()
	}
	return Text(text.Sprintf("%.*f", decimals, *f))
}

// Money shows an amount in a currency given as an ISO 4217 code, "" if the currency is unknown. A nil amount (unknown) is an
// em dash.
func Money(amount *float64, currency string) templ.Component {
	if amount == nil {
		return unknown()
	}
	shown := text.Sprintf("%.2f", *amount)
	switch currency {
	case "USD":
		return Text("$" + shown)
	case "EUR":
		return Text("€" + shown)
	case "GBP":
		return Text("£" + shown)
	case "":
		return Text(shown)
	}
	return Text(shown + "\u00a0" + currency)
}

// Percent shows a share as a whole number with a percent sign; nil (unknown) is an em dash.
func Percent(p *int) templ.Component {
	if p == nil {
		return unknown()
	}
	return Text(strconv.Itoa(*p) + "%")
}

// Moment shows a time in UTC to the minute; the zero time is an em dash.
func Moment(t time.Time) templ.Component { return moment(t, "2 Jan 2006, 15:04 UTC") }

// Day shows the date of a time in UTC; the zero time is an em dash.
func Day(t time.Time) templ.Component { return moment(t, "2 Jan 2006") }

// Text returns escaped text as a component.
func Text(s string) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, templ.EscapeString(s))
		return err
	})
}

func clamp(percent int) int { return min(max(percent, 0), 100) }
