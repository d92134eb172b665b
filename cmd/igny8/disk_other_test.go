//go:build !linux

package main_test

import "testing"

func smallDisk(t *testing.T, _ string) string {
	t.Skip("no disk is mounted here")
	return ""
}
