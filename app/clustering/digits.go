package clustering

import "strings"

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// year reports whether a token is a recent year. A year dates a page; it does not separate topics.
func year(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) && strings.Trim(s, "0123456789") == ""
}
