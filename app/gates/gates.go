// Package gates holds the words in which a stage says what it still needs: checks, gates and waivers. Each module
// computes its own gate; nothing is computed or stored here.
package gates

import (
	"errors"
	"strings"

	"igny8/app/fault"
)

// The gates, in the order of the stages. A site passes each once; what has passed stays open.
const (
	Planner = "planner"
	Builder = "builder"
	Writer  = "writer"
	Publish = "publish"
)

// Names returns the gates in order.
func Names() []string { return []string{Planner, Builder, Writer, Publish} }

// Screen names a screen in words that no change of its path touches.
type Screen string

// The screens on which checks are fixed.
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

// Check is one sentence of the contract a stage has to fulfil.
type Check struct {
	Key       string // stable name, the one a waiver names
	OK        bool
	Label     string // what is asked, as a sentence
	Reason    string // why it is red, empty when green
	Where     Where  // the screen on which it is fixed
	CanWaive  bool
	Waived    bool   // green only because somebody said so
	WaivedFor string // the reason given
	Waits     string // green, for the gate was passed before; what has come since
}

// Gate is the state of one gate of one site.
type Gate struct {
	Name   string
	Passed bool // every check is green or waived, or the gate has been passed before
	Checks []Check
}

// Percent says how many of the checks are green.
func (g Gate) Percent() int {
	green := 0
	for _, c := range g.Checks {
		if c.OK {
			green++
		}
	}
	return 100 * green / max(len(g.Checks), 1)
}

// Missing returns the reason of the first red check, empty when all are green.
func (g Gate) Missing() string {
	for _, c := range g.Checks {
		if !c.OK {
			return c.Reason
		}
	}
	return ""
}

// Settled returns the gate with what is red in it as waiting, if it is passed: what comes after a passage holds nothing back.
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

// Waivable returns the check with the key. One that may not be waived, or does not exist, is refused.
func (g Gate) Waivable(key string) (Check, error) {
	for _, c := range g.Checks {
		if c.Key == key && c.CanWaive {
			return c, nil
		}
	}
	return Check{}, fault.New(fault.Conflict, "This check cannot be waived.")
}

// Waiver is the decision that a red check does not hold a site back.
type Waiver struct {
	Check  string
	Reason string
}

// Of judges the checks: it applies the waivers to those that may be waived and says whether all are green.
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

// Closed is the refusal of an action behind a gate that is not passed. It is a fault of kind Conflict.
type Closed struct {
	Gate  Gate
	fault *fault.Error
}

func (c *Closed) Error() string { return c.fault.Error() }
func (c *Closed) Unwrap() error { return c.fault }

// Require returns nil when the gate is passed, else a *Closed that names what is missing.
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

// Refuse returns a *Closed that lists the red checks of the gate and says why in words of its own.
func Refuse(g Gate, why *fault.Error) *Closed { return &Closed{Gate: g, fault: why} }

// ClosedOf returns the refusal in the chain of err, if there is one.
func ClosedOf(err error) (*Closed, bool) {
	var c *Closed
	ok := errors.As(err, &c)
	return c, ok
}
