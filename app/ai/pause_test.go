package ai

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestPause(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		within := func(name string) time.Duration {
			return time.Duration(rapid.Int64Range(0, int64(time.Hour)).Draw(t, name))
		}
		asked, own, longest := within("asked"), within("own"), within("longest")
		got := pause(asked, own, longest)
		if asked > 0 && (got < asked || got > asked+asked/10) {
			t.Fatalf("the server asks for %v, we wait %v", asked, got)
		}
		if ours := min(own, longest); asked == 0 && (got < ours/2 || got > ours) {
			t.Fatalf("our pause is %v, we wait %v", ours, got)
		}
	})
}
