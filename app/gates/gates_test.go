package gates_test

import (
	"fmt"
	"strings"
	"testing"

	"igny8/app/fault"
	"igny8/app/gates"
)

func TestGate(t *testing.T) {
	t.Parallel()
	red := gates.Check{Key: "grouped", Reason: "3 keywords are in no cluster.", CanWaive: true}
	strict := gates.Check{Key: "imported", Reason: "No keywords yet."}
	green := gates.Check{Key: "imported", OK: true}
	cases := []struct {
		name    string
		before  bool
		waivers []gates.Waiver
		checks  []gates.Check
		passed  bool
	}{
		{"a red check closes it", false, nil, []gates.Check{green, red}, false},
		{"a waiver for another check changes nothing", false, []gates.Waiver{{Check: "other"}}, []gates.Check{red}, false},
		{"what cannot be waived stays red", false, []gates.Waiver{{Check: "imported", Reason: "x"}}, []gates.Check{strict}, false},
		{"a waiver opens it", false, []gates.Waiver{{Check: "grouped", Reason: "later"}}, []gates.Check{green, red}, true},
		{"what has passed stays open", true, nil, []gates.Check{red}, true},
		{"green opens it", false, nil, []gates.Check{green}, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			g := gates.Of(gates.Planner, c.before, c.waivers, append([]gates.Check{}, c.checks...)...)
			if g.Passed != c.passed {
				t.Fatalf("passed = %v, want %v", g.Passed, c.passed)
			}
			err := gates.Require(g)
			if (err == nil) != c.passed {
				t.Fatalf("Require = %v with passed = %v", err, c.passed)
			}
			if err == nil {
				return
			}
			if fault.KindOf(fmt.Errorf("accept idea: %w", err)) != fault.Conflict {
				t.Fatalf("kind = %s, want conflict", fault.KindOf(err))
			}
			closed, ok := gates.ClosedOf(fmt.Errorf("accept idea: %w", err))
			if !ok || len(closed.Gate.Checks) != len(c.checks) {
				t.Fatalf("the refusal lost its checks: %+v", closed)
			}
			if last := c.checks[len(c.checks)-1]; !strings.Contains(err.Error(), last.Reason) {
				t.Fatalf("%q does not name %q", err, last.Reason)
			}
		})
	}
}

func TestWhatComesAfterAPassageWaits(t *testing.T) {
	t.Parallel()
	red := gates.Check{Key: "grouped", Reason: "12 keywords are in no cluster yet."}
	if first := gates.Of(gates.Planner, false, nil, red).Settled(); first.Passed || first.Checks[0].OK || first.Checks[0].Waits != "" {
		t.Errorf("before the passage: %+v", first)
	}
	later := gates.Of(gates.Planner, true, nil, red).Settled()
	if c := later.Checks[0]; !c.OK || c.Waits != red.Reason || c.Reason != "" {
		t.Errorf("after it: %+v", c)
	}
}
