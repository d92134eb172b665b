package keywordfile

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// amount is the number in a cell: exact, a range, or unknown (all nil).
type amount struct {
	value     *float64
	low, high *float64
	estimated bool
}

// unknowns are the texts by which tools mark an unknown number.
var unknowns = map[string]bool{"": true, "-": true, "–": true, "—": true, "n/a": true, "na": true, "no data": true, "null": true, "none": true, "∞": true, "unknown": true}

var (
	grouped    = regexp.MustCompile(`^\d{1,3}([.,' ]\d{3})+$`)
	wideSpaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ")
	currencies = strings.NewReplacer("$", "", "€", "", "£", "", "¥", "", "₹", "", "%", "")
)

// spaced returns the text with plain spaces in place of non-breaking ones.
func spaced(s string) string {
	if !strings.ContainsAny(s, "\u00a0\u202f\u2009") {
		return s
	}
	return wideSpaces.Replace(s)
}

// count reads a whole number such as a search volume. A dot or comma before three digits separates thousands. "1K – 10K" and "<10" are
// ranges; their value is the geometric mean, or half of the upper end if the lower is 0.
func count(cell string) amount {
	if v, err := strconv.ParseUint(cell, 10, 50); err == nil {
		exact := float64(v)
		return amount{value: &exact}
	}
	s := strings.ToLower(strings.TrimSpace(spaced(cell)))
	if unknowns[s] {
		return amount{}
	}
	if upper, ok := strings.CutPrefix(s, "<"); ok {
		if high, ok := whole(upper); ok {
			return between(0, high)
		}
		return amount{}
	}
	for _, dash := range []string{"–", "—", "-"} {
		first, second, found := strings.Cut(s, dash)
		if !found || strings.TrimSpace(first) == "" {
			continue
		}
		low, okLow := whole(first)
		high, okHigh := whole(second)
		if okLow && okHigh && low <= high {
			return between(low, high)
		}
		return amount{}
	}
	if v, ok := whole(s); ok {
		return amount{value: &v}
	}
	return amount{}
}

func between(low, high float64) amount {
	middle := math.Round(math.Sqrt(low * high))
	if low == 0 {
		middle = math.Round(high / 2)
	}
	return amount{value: &middle, low: &low, high: &high, estimated: true}
}

var units = []struct {
	suffix string
	factor float64
}{{"k", 1e3}, {"m", 1e6}, {"b", 1e9}}

func whole(s string) (float64, bool) {
	s = strings.TrimSpace(currencies.Replace(s))
	factor := 1.0
	for _, unit := range units {
		if rest, ok := strings.CutSuffix(s, unit.suffix); ok {
			s, factor = strings.TrimSpace(rest), unit.factor
		}
	}
	if factor == 1 && grouped.MatchString(s) {
		s = strings.NewReplacer(".", "", ",", "", "'", "", " ", "").Replace(s)
	}
	v, ok := number(s)
	v = math.Round(v * factor)
	return v, ok && v >= 0 && v < 1e15
}

// decimal reads a number that may have a fraction, such as a price. If only one kind of separator occurs, and only once, it is the
// decimal separator.
func decimal(cell string) *float64 {
	s := strings.ToLower(strings.TrimSpace(spaced(cell)))
	if unknowns[s] {
		return nil
	}
	v, ok := number(strings.TrimSpace(currencies.Replace(s)))
	if !ok {
		return nil
	}
	return &v
}

func number(s string) (float64, bool) {
	s = strings.ReplaceAll(s, " ", "")
	dot, comma := strings.LastIndex(s, "."), strings.LastIndex(s, ",")
	switch {
	case dot >= 0 && comma > dot: // 1.234,5
		s = strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1)
	case dot >= 0 && comma >= 0: // 1,234.5
		s = strings.ReplaceAll(s, ",", "")
	case strings.Count(s, ",") == 1:
		s = strings.Replace(s, ",", ".", 1)
	case comma >= 0:
		s = strings.ReplaceAll(s, ",", "")
	case strings.Count(s, ".") > 1:
		s = strings.ReplaceAll(s, ".", "")
	}
	for _, r := range s {
		if (r < '0' || r > '9') && r != '.' && r != '-' {
			return 0, false // no exponents, no names such as NaN
		}
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

func integer(f *float64) *int64 {
	if f == nil {
		return nil
	}
	n := int64(*f)
	return &n
}

// buckets are the volumes that Keyword Planner shows to accounts with low spending: each number stands for a range.
var buckets = map[float64][2]float64{0: {0, 10}, 50: {10, 100}, 500: {100, 1e3}, 5000: {1e3, 1e4}, 50000: {1e4, 1e5}, 500000: {1e5, 1e6}}
