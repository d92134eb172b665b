package sitebuilder

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/planner"
)

// PagePlan is one page of the tree as a person plans it.
type PagePlan struct {
	ID              string // empty for a new page
	Kind            string // empty is an article
	Title           string
	Slug            string // empty: from the title
	ClusterID       string
	ParentID        string
	NoClusterReason string // required without a cluster
	TermIDs         []string
}

// setPages makes the list the planned pages of the site. Those missing from it are dropped as long as nobody has begun to
// write them.
func setPages(tx *gorm.DB, siteID string, list []PagePlan) error {
	var f fault.Fields
	homes := 0
	for i, p := range list {
		field := fmt.Sprintf("pages[%d].", i)
		f.Check(strings.TrimSpace(p.Title) != "", field+"title", "Give the page a title.")
		f.Check(p.ClusterID != "" || strings.TrimSpace(p.NoClusterReason) != "", field+"no_cluster_reason", "%q needs a cluster, or a reason why it has none.", p.Title)
		f.Check(p.Kind == "" || slices.Contains(kinds(), p.Kind), field+"kind", "There is no such kind of page.")
		if p.Kind == pages.Home {
			homes++
		}
	}
	f.Check(homes <= 1, "pages", "A site has one home page.")
	if err := f.Err(); err != nil {
		return err
	}
	kept := map[string]bool{}
	for i, p := range list {
		id, err := setPage(tx, siteID, p, int64(i))
		if err != nil {
			return err
		}
		kept[id] = true
	}
	return dropOthers(tx, siteID, kept)
}

func kinds() []string {
	return []string{pages.Home, pages.Hub, pages.Article, pages.Category, pages.About, pages.Contact, pages.Plain}
}

func setPage(tx *gorm.DB, siteID string, plan PagePlan, position int64) (string, error) {
	if plan.ClusterID != "" {
		if err := inSite[planner.Cluster](tx, siteID, plan.ClusterID, "cluster"); err != nil {
			return "", err
		}
	}
	title := strings.TrimSpace(plan.Title)
	if plan.ID == "" {
		page, err := propose(tx, siteID, plan)
		if err != nil {
			return "", err
		}
		plan.ID = page.ID
	} else if err := inSite[pages.Page](tx, siteID, plan.ID, "page"); err != nil {
		return "", err
	}
	at := pages.Placement{
		Kind: plan.Kind, ParentID: plan.ParentID, ClusterID: plan.ClusterID,
		NoClusterReason: strings.TrimSpace(plan.NoClusterReason), Position: position,
	}
	if plan.Slug != "" && plan.Kind != pages.Home {
		at.Path = "/" + pages.Slug(plan.Slug) + "/"
	}
	if _, err := pages.Place(tx, plan.ID, at); err != nil {
		return "", err
	}
	if err := pages.SetMetadata(tx, plan.ID, pages.Metadata{Title: &title}); err != nil {
		return "", err
	}
	return plan.ID, pages.SetTerms(tx, plan.ID, plan.TermIDs)
}

func propose(tx *gorm.DB, siteID string, plan PagePlan) (pages.Page, error) {
	p := pages.Page{
		SiteID: siteID, Kind: plan.Kind, Title: strings.TrimSpace(plan.Title), Slug: pages.Slug(or(plan.Slug, plan.Title)),
		ClusterID: optional(plan.ClusterID), NoClusterReason: plan.NoClusterReason, ParentID: optional(plan.ParentID),
	}
	if plan.Kind == pages.Home {
		p.Path = "/"
	}
	if plan.ClusterID != "" {
		var c planner.Cluster
		if err := tx.Take(&c, "id = ?", plan.ClusterID).Error; err != nil {
			return p, fmt.Errorf("cluster of a page: %w", err)
		}
		p.Role, p.SectorID = c.Role, &c.SectorID
		// A topic's keywords are those of its pages: its own page targets the name.
		p.TargetKeywords = []string{c.Name}
	}
	return pages.Propose(tx, p)
}

// inSite refuses an id that is not a row of the site.
func inSite[T any](tx *gorm.DB, siteID, id, noun string) error {
	var n int64
	if err := tx.Model(new(T)).Where("id = ? AND site_id = ?", id, siteID).Count(&n).Error; err != nil {
		return fmt.Errorf("look for %s: %w", noun, err)
	}
	if n == 0 {
		return fault.Missing(noun)
	}
	return nil
}

// dropOthers deletes the pages nobody plans any more. What is written stays; so does a page that a task waits for.
func dropOthers(tx *gorm.DB, siteID string, kept map[string]bool) error {
	var all []pages.Page
	if err := tx.Where("site_id = ? AND origin = ? AND state IN ?", siteID, pages.Own, []string{pages.Proposed, pages.Planned}).Find(&all).Error; err != nil {
		return fmt.Errorf("drop pages: %w", err)
	}
	var gone []string
	for _, p := range all {
		if !kept[p.ID] {
			gone = append(gone, p.ID)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	if err := tx.Model(&pages.Page{}).Where("parent_id IN ?", gone).Update("parent_id", nil).Error; err != nil {
		return fmt.Errorf("drop pages: %w", err)
	}
	for _, id := range gone {
		// A savepoint each: on PostgreSQL the refusal of one would end the transaction.
		err := tx.Transaction(func(tx *gorm.DB) error { return tx.Delete(&pages.Page{ID: id}).Error })
		if err != nil && !errors.Is(err, gorm.ErrForeignKeyViolated) {
			return fmt.Errorf("drop page: %w", err)
		}
	}
	return nil
}

// ProposePages fills what the tree lacks, and changes nothing that is there: a home page, a hub for each attached topic, an
// article for each attached page-level cluster, a page per category, about and contact.
func (s *Service) ProposePages(ctx context.Context, siteID string) (Plan, error) {
	if err := s.enter(ctx, siteID); err != nil {
		return Plan{}, err
	}
	plan, err := s.Plan(ctx, siteID)
	if err != nil {
		return plan, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error { return s.grow(ctx, tx, plan) })
	if err != nil {
		return plan, fmt.Errorf("propose pages: %w", err)
	}
	return s.Plan(ctx, siteID)
}

// grower adds the missing pages of a plan in one transaction.
type grower struct {
	tx       *gorm.DB
	plan     Plan
	position int64
	hubs     map[string]string // page id by topic id
	terms    map[string]string // term id by lower-case name
}

func (s *Service) grow(ctx context.Context, tx *gorm.DB, plan Plan) error {
	b, err := begin(tx, plan.Site.ID)
	if err != nil {
		return err
	}
	g := &grower{tx: tx, plan: plan, position: int64(len(plan.Pages)), hubs: map[string]string{}, terms: map[string]string{}}
	for _, t := range plan.Taxonomies {
		for _, term := range t.Terms {
			g.terms[strings.ToLower(term.Name)] = term.ID
		}
	}
	for _, step := range []func() error{g.home, g.hubPages, g.articles, g.categories, g.aboutAndContact} {
		if err := step(); err != nil {
			return err
		}
	}
	return tx.Model(&b).Update("step", further(b.Step, StepPages)).Error
}

func (g *grower) has(kind string) bool {
	return slices.ContainsFunc(g.plan.Pages, func(p pages.Page) bool { return p.Kind == kind })
}

// covering is the page of the kind that serves the cluster, empty when there is none.
func (g *grower) covering(kind, clusterID string) string {
	for _, p := range g.plan.Pages {
		if p.Kind == kind && p.ClusterID != nil && *p.ClusterID == clusterID {
			return p.ID
		}
	}
	return ""
}

func (g *grower) add(p PagePlan) (string, error) {
	g.position++
	return setPage(g.tx, g.plan.Site.ID, p, g.position)
}

func (g *grower) home() error {
	if g.has(pages.Home) {
		return nil
	}
	_, err := g.add(PagePlan{Kind: pages.Home, Title: or(g.plan.Business.Name, g.plan.Site.Name), NoClusterReason: "Every site has a home page."})
	return err
}

func (g *grower) hubPages() error {
	for _, a := range g.plan.Clusters {
		if a.Cluster.Level != planner.Topic {
			continue
		}
		id := g.covering(pages.Hub, a.ClusterID)
		if id == "" {
			var err error
			if id, err = g.add(PagePlan{Kind: pages.Hub, Title: Headline(a.Cluster.Name), ClusterID: a.ClusterID}); err != nil {
				return err
			}
		}
		g.hubs[a.ClusterID] = id
	}
	return nil
}

func (g *grower) articles() error {
	for _, a := range g.plan.Clusters {
		if a.Cluster.Level != planner.Page || g.covering(pages.Article, a.ClusterID) != "" {
			continue
		}
		parent := ""
		if a.Cluster.ParentID != nil {
			parent = g.hubs[*a.Cluster.ParentID]
		}
		term, err := g.termOf(a.Cluster)
		if err != nil {
			return err
		}
		if _, err := g.add(PagePlan{Kind: pages.Article, Title: Headline(a.Cluster.Name), ClusterID: a.ClusterID, ParentID: parent, TermIDs: term}); err != nil {
			return err
		}
	}
	return nil
}

// termOf is the term with the name of the cluster's topic or pillar, if there is one.
func (g *grower) termOf(c planner.Cluster) ([]string, error) {
	for c.ParentID != nil {
		var above planner.Cluster
		if err := g.tx.Take(&above, "id = ?", *c.ParentID).Error; err != nil {
			return nil, fmt.Errorf("term of a page: %w", err)
		}
		if id, ok := g.terms[strings.ToLower(Headline(above.Name))]; ok {
			return []string{id}, nil
		}
		c = above
	}
	return nil, nil
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
		{Kind: pages.About, Title: "About " + or(g.plan.Business.Name, g.plan.Site.Name), Slug: "about", NoClusterReason: "Readers and search engines look for who writes here."},
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

// TaxonomyNames are the taxonomies that suit a site type, the first being the one that category pages are made of.
func TaxonomyNames(siteType string) []string {
	switch siteType {
	case "ecommerce":
		return []string{"Product categories", "Brands", "Attributes"}
	case "company":
		return []string{"Services", "Industries", "Locations"}
	}
	return []string{"Categories", "Tags"}
}

// SuggestTaxonomies names the taxonomies that suit the site type; the terms of the first are the pillars of what is attached.
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

// pillars are the names of the pillars above the attached clusters, the one with the largest demand first.
func (s *Service) pillars(ctx context.Context, plan Plan) ([]string, error) {
	var topics, above []string
	for _, a := range plan.Clusters {
		if a.Cluster.ParentID == nil {
			continue
		}
		if a.Cluster.Level == planner.Topic {
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
	if err := s.db.Read(ctx).Where("id IN ? AND level = ?", append(above, parents...), planner.Pillar).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("suggest taxonomies: %w", err)
	}
	slices.SortFunc(list, byDemand)
	var names []string
	for _, c := range list {
		if name := Headline(c.Name); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names, nil
}

// Headline is a search phrase as a title: its first letter is a capital, the rest is as people type it.
func Headline(phrase string) string {
	runes := []rune(strings.TrimSpace(phrase))
	if len(runes) == 0 {
		return ""
	}
	return strings.ToUpper(string(runes[:1])) + string(runes[1:])
}

func or(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}

func optional(id string) *string {
	if id == "" {
		return nil
	}
	return &id
}

// AddPage puts one more page at the end of the tree.
func (s *Service) AddPage(ctx context.Context, siteID string, p PagePlan) (Plan, error) {
	if err := s.enter(ctx, siteID); err != nil {
		return Plan{}, err
	}
	plan, err := s.Plan(ctx, siteID)
	if err != nil {
		return plan, err
	}
	var f fault.Fields
	f.Check(strings.TrimSpace(p.Title) != "", "title", "Give the page a title.")
	f.Check(p.ClusterID != "" || strings.TrimSpace(p.NoClusterReason) != "", "reason", "The page needs a cluster, or a reason why it has none.")
	if err := f.Err(); err != nil {
		return plan, err
	}
	p.ID = ""
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		_, err := setPage(tx, siteID, p, int64(len(plan.Pages)))
		return err
	})
	if err != nil {
		return plan, err
	}
	return s.Plan(ctx, siteID)
}
