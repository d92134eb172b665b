package api

import (
	"context"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/views/address"
)

// Gate lists what a stage still needs.
type Gate struct {
	Passed bool    `json:"passed"`
	Checks []Check `json:"checks"`
}

// Check is one requirement of a gate.
type Check struct {
	Key      string  `json:"key"`
	OK       bool    `json:"ok"`
	Label    string  `json:"label"`
	Reason   *string `json:"reason" doc:"Why it is not met."`
	Link     *string `json:"link" doc:"The page where it can be fixed."`
	CanWaive bool    `json:"can_waive"`
	Waived   bool    `json:"waived"`
	Waits    *string `json:"waits" doc:"What is new since the gate was passed. It blocks nothing."`
}

// Gates holds the gates of a site.
type Gates struct {
	Planner Gate `json:"planner"`
	Builder Gate `json:"builder"`
	Writer  Gate `json:"writer"`
	Publish Gate `json:"publish"`
}

type waiver struct {
	ByID
	Gate string `path:"gate" values:"gate"`
	Body struct {
		Check  string `json:"check"`
		Reason string `json:"reason"`
	}
}

func (a *API) gateOperations() {
	add(a, operation{method: get, path: "/sites/{id}/gates", id: "gates", summary: "The gates of a site", may: accounts.See, site: inSite},
		func(ctx context.Context, in *ByID) (*Answer[Gates], error) { return a.gates(ctx, in.ID) })
	add(a, operation{method: post, path: "/sites/{id}/gates/{gate}/waivers", id: "waive-check", summary: "Waive a check that is not met", may: accounts.Manage, site: inSite, status: 201},
		func(ctx context.Context, in *waiver) (*Answer[Gate], error) {
			g, err := a.gate(ctx, in.Gate, in.ID)
			if err != nil {
				return nil, err
			}
			if err := a.Sites.Waive(ctx, in.ID, g, in.Body.Check, in.Body.Reason); err != nil {
				return nil, err
			}
			g, err = a.gate(ctx, in.Gate, in.ID)
			return answer(gateOf(g), err)
		})
}

func (a *API) gates(ctx context.Context, siteID string) (*Answer[Gates], error) {
	var out Gates
	for name, into := range map[string]*Gate{
		gates.Planner: &out.Planner, gates.Builder: &out.Builder, gates.Writer: &out.Writer,
		gates.Publish: &out.Publish,
	} {
		g, err := a.gate(ctx, name, siteID)
		if err != nil {
			return nil, err
		}
		*into = gateOf(g)
	}
	return answer(out, nil)
}

// gate returns the gate from the module that owns it.
func (a *API) gate(ctx context.Context, name, siteID string) (gates.Gate, error) {
	switch name {
	case gates.Planner:
		return a.Planner.Gate(ctx, siteID)
	case gates.Builder:
		return a.Builder.Gate(ctx, siteID)
	case gates.Writer:
		return a.Writer.Gate(ctx, siteID)
	case gates.Publish:
		return a.Publish.Gate(ctx, siteID)
	}
	return gates.Gate{}, fault.Missing("gate")
}

func gateOf(g gates.Gate) Gate { return Gate{g.Passed, checksOf(g)} }

func checksOf(g gates.Gate) []Check {
	all := make([]Check, len(g.Checks))
	for i, c := range g.Checks {
		all[i] = Check{c.Key, c.OK, c.Label, orNil(c.Reason), orNil(address.Of(c.Where)), c.CanWaive, c.Waived, orNil(c.Waits)}
	}
	return all
}
