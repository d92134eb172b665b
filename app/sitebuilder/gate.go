package sitebuilder

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/gates"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/sites"
	"igny8/app/text"
)

// Coverage lists the pages that cover an attached cluster.
type Coverage struct {
	Candidate
	Pages []pages.Page // none: not covered
}

// Gate returns the Site Builder's gate: the blueprint is complete, every attached cluster is covered by a page, and somebody has
// approved it.
func (s *Service) Gate(ctx context.Context, siteID string) (gates.Gate, error) {
	return computeGate(s.db.Read(ctx), siteID)
}

func computeGate(db *gorm.DB, siteID string) (gates.Gate, error) {
	n, err := summarise(db, siteID)
	if err != nil {
		return gates.Gate{}, err
	}
	return sites.Judge(db, siteID, gates.Builder, append(n.complete(), n.approval())...)
}

func (s *Service) setStage(tx *gorm.DB, siteID string) error {
	return s.sites.SetStage(tx, siteID, gates.Builder)
}

// summary holds the counts that the gate depends on.
type summary struct {
	blueprint              Blueprint
	homes, articles, loose int64 // pages; a loose one has neither a cluster nor a reason
	attached, uncovered    int64 // clusters
	firstUncovered         string
}

// summarise counts the plan of the site.
func summarise(db *gorm.DB, siteID string) (summary, error) {
	var n summary
	var err error
	if n.blueprint, err = blueprint(db, siteID); err != nil {
		return n, err
	}
	var planned struct{ Homes, Articles, Loose int64 }
	err = db.Model(&pages.Page{}).Where("site_id = ? AND state <> ?", siteID, pages.Removed).Select(
		"COUNT(CASE WHEN kind = ? THEN 1 END) AS homes, COUNT(CASE WHEN kind = ? THEN 1 END) AS articles, "+
			"COUNT(CASE WHEN cluster_id IS NULL AND no_cluster_reason = '' THEN 1 END) AS loose", pages.Home, pages.Article).Take(&planned).Error
	if err != nil {
		return n, fmt.Errorf("count pages: %w", err)
	}
	n.homes, n.articles, n.loose = planned.Homes, planned.Articles, planned.Loose
	attached := db.Model(&BlueprintCluster{}).Where("blueprint_id = ?", n.blueprint.ID).Session(&gorm.Session{})
	if err := attached.Count(&n.attached).Error; err != nil {
		return n, fmt.Errorf("count attached clusters: %w", err)
	}
	served := serving(db, siteID).Model(&pages.Page{}).Select("cluster_id")
	open := attached.Where("cluster_id NOT IN (?)", served).Session(&gorm.Session{})
	if err := open.Count(&n.uncovered).Error; err != nil || n.uncovered == 0 {
		return n, err
	}
	var first []string
	err = db.Model(&planner.Cluster{}).Where("id IN (?)", open.Select("cluster_id")).Order("demand IS NULL, demand DESC").Order("name_key").Order("id").Limit(1).Pluck("name", &first).Error
	if err != nil {
		return n, fmt.Errorf("first cluster without a page: %w", err)
	}
	n.firstUncovered = strings.Join(first, "")
	return n, nil
}

// enter refuses everything here until the Planner's gate is passed. When it is passed, the site has entered this stage.
func (s *Service) enter(ctx context.Context, siteID string) error {
	g, err := s.planner.Gate(ctx, siteID)
	if err != nil {
		return err
	}
	return s.sites.Enter(ctx, siteID, g)
}

// complete refuses to approve an incomplete plan.
func complete(db *gorm.DB, siteID string) error {
	n, err := summarise(db, siteID)
	if err != nil {
		return err
	}
	g, err := sites.Judge(db, siteID, gates.Builder, n.complete()...)
	if err != nil {
		return err
	}
	return requireNow(g)
}

// requireNow looks only at the checks: that a gate was passed before does not approve a plan that has changed since.
func requireNow(g gates.Gate) error {
	g.Passed = true
	for _, c := range g.Checks {
		g.Passed = g.Passed && c.OK
	}
	return gates.Require(g)
}

// CoveragePage returns one page of the attached clusters with the pages that cover them, the greatest demand first. open leaves out those
// that are covered.
func (s *Service) CoveragePage(ctx context.Context, b Blueprint, open bool, limit int, cursor string) (database.Page[Coverage], error) {
	db := s.db.Read(ctx)
	query := db.Where("id IN (?)", db.Model(&BlueprintCluster{}).Select("cluster_id").Where("blueprint_id = ?", b.ID))
	if open {
		query = query.Where("id NOT IN (?)", serving(db, b.SiteID).Model(&pages.Page{}).Select("cluster_id"))
	}
	list, err := s.listed(ctx, b, query, limit, cursor)
	if err != nil {
		return database.Page[Coverage]{}, err
	}
	ids := make([]string, len(list.Items))
	for i, c := range list.Items {
		ids[i] = c.ID
	}
	var found []pages.Page
	if err := serving(db, b.SiteID).Where("cluster_id IN ?", ids).Order("position, path").Find(&found).Error; err != nil {
		return database.Page[Coverage]{}, fmt.Errorf("pages of clusters: %w", err)
	}
	by := map[string][]pages.Page{}
	for _, page := range found {
		by[*page.ClusterID] = append(by[*page.ClusterID], page)
	}
	covered := database.Page[Coverage]{Next: list.Next, Items: make([]Coverage, len(list.Items))}
	for i, c := range list.Items {
		covered.Items[i] = Coverage{Candidate: c, Pages: by[c.ID]}
	}
	return covered, nil
}

// serving returns the planned pages of the site that have a cluster.
func serving(db *gorm.DB, siteID string) *gorm.DB {
	return db.Where("site_id = ? AND state <> ? AND cluster_id IS NOT NULL", siteID, pages.Removed)
}

func (n summary) complete() []gates.Check {
	business := n.blueprint.Business
	return []gates.Check{
		check("business", business.Name != "" && business.Description != "", "The business has a name and a description",
			"Say who runs the site and what they do.", n.at(StepBusiness)),
		check("clusters", n.attached > 0, "Clusters are attached", "No cluster is attached yet.", n.at(StepClusters)),
		check("pages", n.homes > 0 && n.articles > 0, "There is a home page and an article", "The page tree has no home page or no article yet.",
			n.at(StepPages)),
		check("reasons", n.loose == 0, "Every page has a cluster or a reason",
			fmt.Sprintf("%s neither a cluster nor a reason.", text.Count(n.loose, "page has", "pages have")), n.at(StepPages)),
		{
			Key: "covered", OK: n.uncovered == 0 && n.attached > 0, Label: "Every attached cluster is covered by a page",
			Reason: n.reasonUncovered(), Where: n.at(StepReview), CanWaive: n.uncovered > 0,
		},
	}
}

func (n summary) approval() gates.Check {
	return check("approved", n.blueprint.State == BlueprintApproved, "The blueprint is approved", "The blueprint waits for approval.",
		n.at(StepReview))
}

func (n summary) at(step Step) gates.Where {
	return gates.Where{Site: n.blueprint.SiteID, Screen: gates.BuilderStep, ID: string(step)}
}

func check(key string, ok bool, label, reason string, where gates.Where) gates.Check {
	c := gates.Check{Key: key, OK: ok, Label: label, Where: where}
	if !ok {
		c.Reason = reason
	}
	return c
}

func (n summary) reasonUncovered() string {
	if n.uncovered == 0 {
		return ""
	}
	return fmt.Sprintf("%s no page, %q for one.", text.Count(n.uncovered, "attached cluster has", "attached clusters have"), n.firstUncovered)
}
