package clustering

import "strings"

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// year says whether a token is a year of our time: it dates a page, it does not tell topics apart.
func year(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) && strings.Trim(s, "0123456789") == ""
}
