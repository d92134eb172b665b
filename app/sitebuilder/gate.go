package sitebuilder

import (
	"context"
	"fmt"

	"igny8/app/gates"
	"igny8/app/pages"
	"igny8/app/text"
)

// Coverage says by which pages an attached cluster is covered.
type Coverage struct {
	Attached Attached
	Pages    []pages.Page // none: not covered
}

// Gate is the Site Builder's gate: the blueprint is complete, every attached cluster is covered by a page, and somebody has
// approved it.
func (s *Service) Gate(ctx context.Context, siteID string) (gates.Gate, error) {
	plan, err := s.Plan(ctx, siteID)
	if err != nil {
		return gates.Gate{}, err
	}
	checks := append(plan.complete(), plan.approval())
	return s.judge(ctx, siteID, checks...)
}

func (s *Service) judge(ctx context.Context, siteID string, checks ...gates.Check) (gates.Gate, error) {
	return s.sites.Judge(ctx, siteID, gates.Builder, checks...)
}

// enter refuses everything here until the Planner's gate is passed, and remembers that it was.
func (s *Service) enter(ctx context.Context, siteID string) error {
	g, err := s.planner.Gate(ctx, siteID)
	if err != nil {
		return err
	}
	return s.sites.Enter(ctx, siteID, g)
}

// requireNow looks at the checks alone: a gate that was passed before does not approve a plan that has changed since.
func requireNow(g gates.Gate) error {
	g.Passed = true
	for _, c := range g.Checks {
		g.Passed = g.Passed && c.OK
	}
	return gates.Require(g)
}

// Coverage lists the attached clusters with the pages that cover them.
func (p Plan) Coverage() []Coverage {
	by := map[string][]pages.Page{}
	for _, page := range p.Pages {
		if page.ClusterID != nil {
			by[*page.ClusterID] = append(by[*page.ClusterID], page)
		}
	}
	all := make([]Coverage, len(p.Clusters))
	for i, a := range p.Clusters {
		all[i] = Coverage{Attached: a, Pages: by[a.ClusterID]}
	}
	return all
}

func (p Plan) complete() []gates.Check {
	articles, home, loose := 0, false, 0
	for _, page := range p.Pages {
		home = home || page.Kind == pages.Home
		if page.Kind == pages.Article {
			articles++
		}
		if page.ClusterID == nil && page.NoClusterReason == "" {
			loose++
		}
	}
	open, first := 0, ""
	for _, c := range p.Coverage() {
		if len(c.Pages) == 0 {
			open++
			if first == "" {
				first = c.Attached.Cluster.Name
			}
		}
	}
	return []gates.Check{
		check("business", p.Business.Name != "" && p.Business.Description != "", "The business has a name and a description",
			"Say who runs the site and what they do.", p.at(StepBusiness)),
		check("clusters", len(p.Clusters) > 0, "Clusters are attached", "No cluster is attached yet.", p.at(StepClusters)),
		check("pages", home && articles > 0, "There is a home page and an article", "The page tree has no home page or no article yet.", p.at(StepPages)),
		check("reasons", loose == 0, "Every page has a cluster or a reason",
			fmt.Sprintf("%s neither a cluster nor a reason.", text.Count(loose, "page has", "pages have")), p.at(StepPages)),
		{
			Key: "covered", OK: open == 0 && len(p.Clusters) > 0, Label: "Every attached cluster is covered by a page",
			Reason: uncovered(open, first), Where: p.at(StepReview), CanWaive: open > 0,
		},
	}
}

func (p Plan) approval() gates.Check {
	return check("approved", p.State == BlueprintApproved, "The blueprint is approved", "The blueprint waits for approval.", p.at(StepReview))
}

func (p Plan) at(step Step) gates.Where {
	return gates.Where{Site: p.Site.ID, Screen: gates.BuilderStep, ID: string(step)}
}

func check(key string, ok bool, label, reason string, where gates.Where) gates.Check {
	c := gates.Check{Key: key, OK: ok, Label: label, Where: where}
	if !ok {
		c.Reason = reason
	}
	return c
}

func uncovered(open int, first string) string {
	if open == 0 {
		return ""
	}
	return fmt.Sprintf("%s no page, %q for one.", text.Count(open, "attached cluster has", "attached clusters have"), first)
}
