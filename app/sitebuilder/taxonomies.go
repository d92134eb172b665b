package sitebuilder

import (
	"context"
	"fmt"
	"slices"

	"igny8/app/planner"
	"igny8/app/text"
)

// TaxonomyNames returns the taxonomies that suit a site type. Category pages are made of the first.
func TaxonomyNames(siteType string) []string {
	switch siteType {
	case "ecommerce":
		return []string{"Product categories", "Brands", "Attributes"}
	case "company":
		return []string{"Services", "Industries", "Locations"}
	}
	return []string{"Categories", "Tags"}
}

// SuggestTaxonomies returns the taxonomies that suit the site type. The terms of the first are the pillars of the attached
// clusters.
func (s *Service) SuggestTaxonomies(ctx context.Context, siteID string) ([]TaxonomyPlan, error) {
	plan, err := s.Plan(ctx, siteID)
	if err != nil {
		return nil, err
	}
	pillars, err := s.pillars(ctx, plan)
	if err != nil {
		return nil, err
	}
	names := TaxonomyNames(plan.Site.Type)
	list := make([]TaxonomyPlan, len(names))
	for i, name := range names {
		list[i].Name = name
	}
	list[0].Terms = pillars
	return list, nil
}

// pillars returns the names of the pillars above the attached clusters, the one with the largest demand first.
func (s *Service) pillars(ctx context.Context, plan Plan) ([]string, error) {
	var topics, above []string
	for _, a := range plan.Clusters {
		if a.Cluster.ParentID == nil {
			continue
		}
		if a.Cluster.Level == planner.LevelTopic {
			above = append(above, *a.Cluster.ParentID)
		} else {
			topics = append(topics, *a.Cluster.ParentID)
		}
	}
	var parents []string
	if err := s.db.Read(ctx).Model(&planner.Cluster{}).Where("id IN ? AND parent_id IS NOT NULL", topics).Pluck("parent_id", &parents).Error; err != nil {
		return nil, fmt.Errorf("suggest taxonomies: %w", err)
	}
	var list []planner.Cluster
	if err := s.db.Read(ctx).Where("id IN ? AND level = ?", append(above, parents...), planner.LevelPillar).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("suggest taxonomies: %w", err)
	}
	slices.SortFunc(list, byDemand)
	var names []string
	for _, c := range list {
		if name := text.Headline(c.Name); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names, nil
}
