package fault_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"igny8/app/fault"
)

func TestUnknownErrorsAreInternalAndSayNothing(t *testing.T) {
	t.Parallel()
	err := fmt.Errorf("load site: %w", errors.New("pq: password is hunter2"))
	if got := fault.KindOf(err); got != fault.Internal {
		t.Fatalf("kind = %s, want internal", got)
	}
	if s := fault.Sentence(err); strings.Contains(s, "hunter2") {
		t.Fatalf("the sentence leaks the cause: %q", s)
	}
}

func TestWrapShowsTheSentenceAndKeepsTheCause(t *testing.T) {
	t.Parallel()
	cause := errors.New("dial tcp 10.0.0.1: refused")
	err := fmt.Errorf("draft page: %w", fault.Wrap(cause, fault.Unavailable, "The model does not answer. Try again in a minute."))
	if got := fault.Sentence(err); got != "The model does not answer. Try again in a minute." {
		t.Fatalf("sentence = %q", got)
	}
	if !errors.Is(err, cause) || !strings.Contains(err.Error(), "refused") {
		t.Fatalf("the cause is lost for the log: %v", err)
	}
}

func TestFields(t *testing.T) {
	t.Parallel()
	var f fault.Fields
	if err := f.Err(); err != nil {
		t.Fatalf("no field is wrong, got %v", err)
	}
	f.Check(true, "email", "never")
	f.Check(false, "name", "Give the site a name.")
	f.Add("type", "Choose a type.")
	err := f.Err()
	if fault.KindOf(err) != fault.Invalid || fault.Sentence(err) != "Give the site a name." {
		t.Fatalf("got %s %q", fault.KindOf(err), fault.Sentence(err))
	}
	if got := fault.FieldsOf(err); len(got) != 2 || got[0].Name != "name" || got[1].Name != "type" {
		t.Fatalf("fields = %+v", got)
	}
}

func TestRetryAfterRoundsUpToSeconds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		err  error
		want int
	}{
		{nil, 0},
		{errors.New("anything"), 0},
		{fault.New(fault.Throttled, "Wait."), 0},
		{fault.Throttle(time.Millisecond, "Wait."), 1},
		{fault.Later(errors.New("refused"), time.Minute, "Wait."), 60},
		{fmt.Errorf("sign in: %w", fault.Throttle(90*time.Second+1, "Wait %d.", 91)), 91},
	} {
		if got := fault.RetryAfter(c.err); got != c.want {
			t.Errorf("RetryAfter(%v) = %d, want %d", c.err, got, c.want)
		}
	}
	if err := fault.Throttle(time.Second, "Wait %s.", "a little"); err.Kind != fault.Throttled || err.Message != "Wait a little." {
		t.Errorf("got %s %q", err.Kind, err.Message)
	}
}
