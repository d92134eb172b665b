// Package gates holds the types that describe what a stage still needs: checks, gates and waivers. Each module computes its
// own gate; nothing is computed or stored here.
package gates

import (
	"errors"
	"strings"

	"igny8/app/fault"
)

// The gates in the order of the stages. A site passes each once, and it stays passed.
const (
	Planner = "planner"
	Builder = "builder"
	Writer  = "writer"
	Publish = "publish"
)

// Names returns the gates in order.
func Names() []string { return []string{Planner, Builder, Writer, Publish} }

// Screen names a screen independently of its path.
type Screen string

// The screens where checks are fixed.
const (
	PlannerImport   Screen = "planner.import"
	PlannerKeywords Screen = "planner.keywords"
	PlannerClusters Screen = "planner.clusters"
	BuilderStep     Screen = "builder.step" // ID: the step
	WriterBoard     Screen = "writer.board"
	WriterContent   Screen = "writer.content"
	WriterClaims    Screen = "writer.claims"
	PublishStage    Screen = "publish.stage"
)

// Screens lists every screen that a check may name.
func Screens() []Screen {
	return []Screen{PlannerImport, PlannerKeywords, PlannerClusters, BuilderStep, WriterBoard, WriterContent, WriterClaims, PublishStage}
}

// Where is a place on a screen of a site. Package address knows its path.
type Where struct {
	Site   string
	Screen Screen // empty: nowhere
	ID     string // of the row that the screen shows
	Block  string // the block of a text
	State  string // the state that a list is filtered by
}

// Check is one condition of a gate.
type Check struct {
	Key       string // stable name, used by waivers
	OK        bool
	Label     string // the condition, as a sentence
	Reason    string // why it is red; empty if it is green
	Where     Where  // the screen on which it is fixed
	CanWaive  bool
	Waived    bool   // green only because somebody waived it
	WaivedFor string // the reason given
	Waits     string // green because the gate was passed before; what has come since
}

// Gate is the state of one gate of one site.
type Gate struct {
	Name   string
	Passed bool // every check is green or waived, or the gate has been passed before
	Checks []Check
}

// Percent returns how many percent of the checks are green.
func (g Gate) Percent() int {
	green := 0
	for _, c := range g.Checks {
		if c.OK {
			green++
		}
	}
	return 100 * green / max(len(g.Checks), 1)
}

// Missing returns the reason of the first red check, or "".
func (g Gate) Missing() string {
	for _, c := range g.Checks {
		if !c.OK {
			return c.Reason
		}
	}
	return ""
}

// Settled returns the gate with its red checks as waiting, if it was passed: later changes do not close a gate.
func (g Gate) Settled() Gate {
	if !g.Passed {
		return g
	}
	for i := range g.Checks {
		if c := &g.Checks[i]; !c.OK {
			c.OK, c.Waits, c.Reason = true, c.Reason, ""
		}
	}
	return g
}

// Waivable returns the check with the key. It refuses a check that does not exist or cannot be waived.
func (g Gate) Waivable(key string) (Check, error) {
	for _, c := range g.Checks {
		if c.Key == key && c.CanWaive {
			return c, nil
		}
	}
	return Check{}, fault.New(fault.Conflict, "This check cannot be waived.")
}

// Waiver is the decision that a red check does not stop a site.
type Waiver struct {
	Check  string
	Reason string
}

// Of returns the gate of the checks. It applies the waivers to checks that can be waived.
func Of(name string, passedBefore bool, waivers []Waiver, checks ...Check) Gate {
	passed := true
	for i := range checks {
		c := &checks[i]
		for _, w := range waivers {
			if w.Check == c.Key && c.CanWaive && !c.OK {
				c.OK, c.Waived, c.WaivedFor = true, true, w.Reason
			}
		}
		passed = passed && c.OK
	}
	return Gate{Name: name, Passed: passed || passedBefore, Checks: checks}
}

// Closed refuses an action behind a gate that is not passed. It is a fault of kind Conflict.
type Closed struct {
	Gate  Gate
	fault *fault.Error
}

func (c *Closed) Error() string { return c.fault.Error() }
func (c *Closed) Unwrap() error { return c.fault }

// Require returns nil if the gate is passed, else a *Closed that names what is missing.
func Require(g Gate) error {
	if g.Passed {
		return nil
	}
	var missing []string
	for _, c := range g.Checks {
		if !c.OK {
			missing = append(missing, c.Reason)
		}
	}
	return &Closed{Gate: g, fault: fault.New(fault.Conflict, "The %s stage is not finished: %s", g.Name, strings.Join(missing, " "))}
}

// Refuse returns a *Closed that lists the red checks of the gate, with a sentence of its own.
func Refuse(g Gate, why *fault.Error) *Closed { return &Closed{Gate: g, fault: why} }

// ClosedOf returns the refusal in the chain of err, if there is one.
func ClosedOf(err error) (*Closed, bool) {
	var c *Closed
	ok := errors.As(err, &c)
	return c, ok
}
