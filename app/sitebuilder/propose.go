package sitebuilder

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/text"
)

// ProposePages adds the pages that the tree lacks, and changes no existing one: a home page, a hub for each attached topic,
// an article for each attached page-level cluster, a page for each category, about and contact. Proposing again adds
// nothing.
func (s *Service) ProposePages(ctx context.Context, siteID string) (Plan, error) {
	return s.revise(ctx, siteID, func(tx *gorm.DB, b *Blueprint, plan Plan) (bool, error) {
		g, err := s.newGrower(tx, plan)
		if err != nil {
			return false, err
		}
		for _, step := range []func() error{g.home, g.hubPages, g.articles, g.categories, g.aboutAndContact} {
			if err := step(); err != nil {
				return false, fmt.Errorf("propose pages: %w", err)
			}
		}
		b.Step = further(b.Step, StepPages)
		return g.grown || b.Step != plan.Step, nil
	})
}

// grower adds the missing pages of a plan in one transaction.
type grower struct {
	tree  *tree
	plan  Plan
	grown bool
	hubs  map[string]string          // page id by topic id
	terms map[string]string          // term id by lower-case name
	above map[string]planner.Cluster // the topics and pillars above the attached clusters
}

func (s *Service) newGrower(tx *gorm.DB, plan Plan) (*grower, error) {
	g := &grower{plan: plan, hubs: map[string]string{}, terms: map[string]string{}}
	for _, t := range plan.Taxonomies {
		for _, term := range t.Terms {
			g.terms[strings.ToLower(term.Name)] = term.ID
		}
	}
	var ids []string
	for _, a := range plan.Clusters {
		ids = append(ids, a.ClusterID)
	}
	var err error
	if g.tree, err = s.plant(tx, plan.Site.ID, ids); err != nil {
		return nil, err
	}
	g.above, err = ancestors(tx, plan)
	return g, err
}

// ancestors returns the topics and pillars above the attached clusters, by id.
func ancestors(tx *gorm.DB, plan Plan) (map[string]planner.Cluster, error) {
	found := map[string]planner.Cluster{}
	var ids []string
	for _, a := range plan.Clusters {
		if a.Cluster.ParentID != nil {
			ids = append(ids, *a.Cluster.ParentID)
		}
	}
	for len(ids) > 0 {
		parents, err := clustersOf(tx, plan.Site.ID, ids)
		if err != nil {
			return nil, err
		}
		ids = nil
		for id, c := range parents {
			found[id] = c
			if c.ParentID != nil {
				ids = append(ids, *c.ParentID)
			}
		}
	}
	return found, nil
}

func (g *grower) has(kind string) bool {
	return slices.ContainsFunc(g.plan.Pages, func(p pages.Page) bool { return p.Kind == kind })
}

// covering returns the page of the kind that serves the cluster, or nil.
func (g *grower) covering(kind, clusterID string) *pages.Page {
	for i, p := range g.plan.Pages {
		if p.Kind == kind && p.ClusterID != nil && *p.ClusterID == clusterID {
			return &g.plan.Pages[i]
		}
	}
	return nil
}

func (g *grower) add(p PagePlan) (string, error) {
	g.grown = true
	return g.tree.set(p, int64(len(g.tree.pages)))
}

func (g *grower) home() error {
	if g.has(pages.Home) {
		return nil
	}
	_, err := g.add(PagePlan{Kind: pages.Home, Title: g.name(), NoClusterReason: "Every site has a home page."})
	return err
}

func (g *grower) name() string { return cmp.Or(g.plan.Business.Name, g.plan.Site.Name) }

func (g *grower) hubPages() error {
	for _, a := range g.plan.Clusters {
		if a.Cluster.Level != planner.LevelTopic {
			continue
		}
		if page := g.covering(pages.Hub, a.ClusterID); page != nil {
			g.hubs[a.ClusterID] = page.ID
			if err := g.describe(*page, a.Cluster); err != nil {
				return err
			}
			continue
		}
		id, err := g.add(PagePlan{Kind: pages.Hub, Title: text.Headline(a.Cluster.Name), ClusterID: a.ClusterID})
		if err != nil {
			return err
		}
		g.hubs[a.ClusterID] = id
		if err := g.describe(g.tree.pages[id], a.Cluster); err != nil {
			return err
		}
	}
	return nil
}

// describe writes the description of a hub page that has none, from the clusters of its topic.
func (g *grower) describe(page pages.Page, topic planner.Cluster) error {
	if page.Description != "" || page.Written() {
		return nil
	}
	var names []string
	for _, a := range g.plan.Clusters {
		if a.Cluster.ParentID != nil && *a.Cluster.ParentID == topic.ID {
			names = append(names, a.Cluster.Name)
		}
	}
	text := described(topic.Name, names)
	if text == "" {
		return nil
	}
	g.grown = true
	return pages.SetMetadata(g.tree.tx, page.ID, pages.Metadata{Description: &text})
}

// longDescription is the number of characters of a description that a search result shows.
const longDescription = 155

// described describes a topic in any language by the names of its clusters: the topic, and as many names as a search result
// shows. It returns "" if they add nothing to the topic.
func described(topic string, names []string) string {
	text, part := text.Headline(topic), ": "
	for _, name := range names {
		if strings.EqualFold(name, topic) || utf8.RuneCountInString(text+part+name) >= longDescription {
			continue
		}
		text, part = text+part+name, ", "
	}
	if part == ": " {
		return ""
	}
	return text + "."
}

func (g *grower) articles() error {
	for _, a := range g.plan.Clusters {
		if a.Cluster.Level != planner.LevelPage || g.covering(pages.Article, a.ClusterID) != nil {
			continue
		}
		page := PagePlan{Kind: pages.Article, Title: text.Headline(a.Cluster.Name), ClusterID: a.ClusterID, TermIDs: g.termOf(a.Cluster)}
		if a.Cluster.ParentID != nil {
			page.ParentID = g.hubs[*a.Cluster.ParentID]
		}
		if _, err := g.add(page); err != nil {
			return err
		}
	}
	return nil
}

// termOf returns the term with the name of the cluster's topic or pillar, if there is one.
func (g *grower) termOf(c planner.Cluster) []string {
	for c.ParentID != nil {
		above, ok := g.above[*c.ParentID]
		if !ok {
			return nil
		}
		if id, ok := g.terms[strings.ToLower(text.Headline(above.Name))]; ok {
			return []string{id}
		}
		c = above
	}
	return nil
}

func (g *grower) categories() error {
	if len(g.plan.Taxonomies) == 0 {
		return nil
	}
	kind := g.plan.Taxonomies[0]
	for _, term := range kind.Terms {
		listed := slices.ContainsFunc(g.plan.Pages, func(p pages.Page) bool {
			return p.Kind == pages.Category && slices.ContainsFunc(g.plan.Terms[p.ID], func(t pages.Term) bool { return t.ID == term.ID })
		})
		if listed {
			continue
		}
		page := PagePlan{Kind: pages.Category, Title: kind.Name + ": " + term.Name, Slug: kind.Slug + "-" + term.Slug, NoClusterReason: "Lists the pages of " + kind.Name + ": " + term.Name + ".", TermIDs: []string{term.ID}}
		if _, err := g.add(page); err != nil {
			return err
		}
	}
	return nil
}

func (g *grower) aboutAndContact() error {
	for _, p := range []PagePlan{
		{Kind: pages.About, Title: "About " + g.name(), Slug: "about", NoClusterReason: "Readers and search engines look for who writes here."},
		{Kind: pages.Contact, Title: "Contact", Slug: "contact", NoClusterReason: "Readers need a way to reach the business."},
	} {
		if g.has(p.Kind) {
			continue
		}
		if _, err := g.add(p); err != nil {
			return err
		}
	}
	return nil
}
