package config

import (
	"slices"
	"strings"
)

// frontNames are the variables of the Caddyfile and of docker-compose.yml, which may stand in the same file as ours.
var frontNames = []string{"IGNY8_AWAY_DIR", "IGNY8_BIND", "IGNY8_HTTP_PORT", "IGNY8_HTTPS_PORT", "IGNY8_SITES_HOST", "IGNY8_TLS", "IGNY8_UPSTREAM"}

// Names returns the names of all variables that FromEnv reads, in order.
func Names() []string {
	var names []string
	_, _ = FromEnv(func(name string) string {
		names = append(names, name)
		return ""
	})
	slices.Sort(names)
	return slices.Compact(names)
}

// Unknown returns the variables that begin with IGNY8_ and that nothing reads, in order: most are misspelt. environ is as of os.Environ.
func Unknown(environ []string) []string {
	known := append(Names(), frontNames...)
	var unknown []string
	for _, pair := range environ {
		name, _, _ := strings.Cut(pair, "=")
		if strings.HasPrefix(name, "IGNY8_") && !slices.Contains(known, name) {
			unknown = append(unknown, name)
		}
	}
	slices.Sort(unknown)
	return unknown
}
