package fault_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

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
