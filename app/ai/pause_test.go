package ai

import (
	"testing"
	"time"

	"igny8/app/ai/provider"

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
		if ours := min(own, longest); asked == 0 && (got < ours || got > longest || got > own+own/4) {
			t.Fatalf("our pause is %v, we wait %v", ours, got)
		}
	})
}

// TestBusyServerIsAskedForLongerThanItsWindow adds up the shortest pauses: limits of tokens or questions are those of a minute.
func TestBusyServerIsAskedForLongerThanItsWindow(t *testing.T) {
	t.Parallel()
	o, all := Options{}.withDefaults(), time.Duration(0)
	for own, try := o.Backoff, 1; try < tries[provider.Busy]; try++ {
		all += min(own, o.LongestWait)
		own *= 2
	}
	if all < time.Minute {
		t.Errorf("a busy server is given up after %v", all)
	}
}
