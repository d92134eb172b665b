package database

import "slices"

// Distinct returns the ids in order, each once.
func Distinct(ids []string) []string { return slices.Compact(slices.Sorted(slices.Values(ids))) }
