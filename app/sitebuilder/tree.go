package sitebuilder

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
	"igny8/app/text"
)

// PagePlan is one page of the tree as a person planned it.
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

// tidy folds white space, sets a default kind and refuses what cannot be stored. prefix is put before the names of the
// fields.
func (p *PagePlan) tidy(f *fault.Fields, prefix string) {
	if p.Kind == "" {
		p.Kind = pages.Article
	}
	p.Title, p.Slug = text.Line(f, prefix+"title", p.Title, longName), text.Line(f, prefix+"slug", p.Slug, longName)
	p.NoClusterReason = text.Line(f, prefix+"no_cluster_reason", p.NoClusterReason, longText)
	f.Check(p.Title != "", prefix+"title", "Give the page a title.")
	f.Check(slices.Contains(pages.Kinds(), p.Kind), prefix+"kind", "There is no such kind of page.")
	f.Check(p.ClusterID != "" || p.NoClusterReason != "", prefix+"no_cluster_reason", "%q needs a cluster, or a reason why it has none.", p.Title)
}

// tree holds the rows of a site while its pages are planned.
type tree struct {
	tx       *gorm.DB
	store    *pages.Service
	siteID   string
	pages    map[string]pages.Page // removed ones too
	terms    map[string][]string   // term ids by page
	clusters map[string]planner.Cluster
	dropped  map[string]bool // ids of pages that are no longer planned
}

// plant loads the tree, with the named clusters and those of its pages.
func (s *Service) plant(tx *gorm.DB, siteID string, clusterIDs []string) (*tree, error) {
	t := &tree{
		tx: tx, store: s.pages, siteID: siteID, pages: map[string]pages.Page{}, terms: map[string][]string{},
		dropped: map[string]bool{},
	}
	list, err := pages.Locked(tx.Where("site_id = ?", siteID))
	if err != nil {
		return nil, err
	}
	for _, p := range list {
		t.pages[p.ID] = p
	}
	var pairs []pages.PageTerm
	if err := tx.Where("site_id = ?", siteID).Find(&pairs).Error; err != nil {
		return nil, fmt.Errorf("load terms of pages: %w", err)
	}
	for _, pair := range pairs {
		t.terms[pair.PageID] = append(t.terms[pair.PageID], pair.TermID)
	}
	t.clusters, err = clustersOf(tx, siteID, clusterIDs)
	return t, err
}

// setPages makes the list the planned pages of the site. Pages missing from it are dropped unless somebody has begun to
// write them.
func (s *Service) setPages(tx *gorm.DB, siteID string, list []PagePlan) error {
	var f fault.Fields
	f.Check(len(list) <= mostPages, "pages", "A plan has at most %d pages.", mostPages)
	list = slices.Clone(list)
	kept := map[string]bool{}
	var clusterIDs []string
	for i := range list {
		list[i].tidy(&f, fmt.Sprintf("pages[%d].", i))
		kept[list[i].ID] = true
		clusterIDs = append(clusterIDs, list[i].ClusterID)
	}
	if err := f.Err(); err != nil {
		return err
	}
	t, err := s.plant(tx, siteID, clusterIDs)
	if err != nil {
		return err
	}
	if err := t.drop(kept); err != nil {
		return err
	}
	for i, p := range list {
		if t.dropped[p.ParentID] {
			p.ParentID = ""
		}
		if _, err := t.set(p, int64(i)); err != nil {
			return err
		}
	}
	return t.check()
}

// set writes one page of the plan if it has changed, and returns its id.
func (t *tree) set(plan PagePlan, position int64) (string, error) {
	if _, ok := t.clusters[plan.ClusterID]; !ok && plan.ClusterID != "" {
		return "", fault.Missing("cluster")
	}
	if plan.ID == "" {
		p, err := t.propose(plan)
		if err != nil {
			return "", err
		}
		t.pages[p.ID] = p
		plan.ID = p.ID
	}
	p, ok := t.pages[plan.ID]
	if !ok || p.State == pages.Removed {
		return "", fault.Missing("page")
	}
	if err := unwritten(p, plan); err != nil {
		return "", err
	}
	p, err := t.place(p, plan, position)
	if err != nil {
		return "", err
	}
	t.pages[p.ID] = p
	if slices.Equal(slices.Sorted(slices.Values(plan.TermIDs)), slices.Sorted(slices.Values(t.terms[p.ID]))) {
		return p.ID, nil
	}
	if !text.Printable(strings.Join(plan.TermIDs, "")) {
		return "", fault.Missing("term")
	}
	return p.ID, pages.SetTerms(t.tx, p.ID, plan.TermIDs)
}

// unwritten refuses to change in the plan what a text decides by now.
func unwritten(p pages.Page, plan PagePlan) error {
	if !p.Written() {
		return nil
	}
	var f fault.Fields
	f.Check(plan.Title == p.Title, "pages", "%q is written already. Its title is changed with its text, in the Writer.", p.Title)
	f.Check(plan.Slug == "" || pages.Slug(plan.Slug) == p.Slug, "pages", "%q is written already. Its address is changed with its text, in the Writer.", p.Title)
	f.Check(plan.Kind == p.Kind, "pages", "%q is written already. It stays the kind of page it is.", p.Title)
	return f.Err()
}

// place moves the page to its place in the plan, with the plan's title and the metadata of its cluster.
func (t *tree) place(p pages.Page, plan PagePlan, position int64) (pages.Page, error) {
	at := pages.Placement{
		Kind: plan.Kind, ParentID: plan.ParentID, ClusterID: plan.ClusterID, NoClusterReason: plan.NoClusterReason,
		Position: position, Path: p.Path,
	}
	if parent, ok := t.pages[at.ParentID]; at.ParentID != "" && (!ok || parent.State == pages.Removed) {
		return p, fault.Missing("page")
	}
	switch {
	case plan.Kind == pages.Home:
		at.Path = "/"
	case plan.Slug != "":
		at.Path = "/" + pages.Slug(plan.Slug) + "/"
	case p.Path == "/":
		at.Path = "/" + pages.Slug(plan.Title) + "/"
	}
	moved := at.ClusterID != str(p.ClusterID)
	if moved || at.Kind != p.Kind || at.ParentID != str(p.ParentID) || at.NoClusterReason != p.NoClusterReason ||
		at.Position != p.Position || at.Path != p.Path {
		var err error
		if p, err = pages.Place(t.tx, p.ID, at); err != nil {
			return p, err
		}
	}
	if !moved && plan.Title == p.Title {
		return p, nil
	}
	change := pages.Metadata{Title: &plan.Title}
	p.Title = plan.Title
	if moved {
		c := t.clusters[plan.ClusterID]
		p.Role, p.TargetKeywords = c.Role, targets(c)
		change.Role, change.TargetKeywords = &p.Role, &p.TargetKeywords
	}
	return p, pages.SetMetadata(t.tx, p.ID, change)
}

func str(id *string) string {
	if id == nil {
		return ""
	}
	return *id
}

// targets returns the target keywords of a page until an idea sets them. The keywords of a topic belong to its pages, so the
// topic's own page targets the name.
func targets(c planner.Cluster) []string {
	if c.ID == "" {
		return []string{}
	}
	return []string{c.Name}
}

// propose writes a new page, or restores the one that was dropped for the same cluster before.
func (t *tree) propose(plan PagePlan) (pages.Page, error) {
	for _, id := range slices.Sorted(maps.Keys(t.pages)) {
		p := t.pages[id]
		if p.State == pages.Removed && plan.ClusterID != "" && str(p.ClusterID) == plan.ClusterID && p.Kind == plan.Kind {
			p.State = pages.Proposed
			return p, pages.SetState(t.tx, p.ID, p.State)
		}
	}
	c := t.clusters[plan.ClusterID]
	p := pages.Page{
		SiteID: t.siteID, Kind: plan.Kind, Title: plan.Title, NoClusterReason: plan.NoClusterReason, Role: c.Role,
		TargetKeywords: targets(c),
		Slug:           pages.Slug(cmp.Or(plan.Slug, plan.Title)),
	}
	if plan.Kind == pages.Home {
		p.Path = "/"
	}
	if c.ID != "" {
		p.ClusterID, p.SectorID = &c.ID, &c.SectorID
	}
	return pages.Propose(t.tx, p)
}

// drop takes pages out of the plan that are no longer planned and not begun. One with an idea is only marked as removed, so
// that the decision about the idea stays. One with a task stays.
func (t *tree) drop(kept map[string]bool) error {
	var gone []string
	for _, id := range slices.Sorted(maps.Keys(t.pages)) {
		if p := t.pages[id]; !kept[id] && p.Origin == pages.Own && p.State != pages.Removed && !p.Written() {
			gone = append(gone, id)
		}
	}
	for part := range slices.Chunk(gone, batch) {
		var proposals []ideas.Idea
		if err := t.tx.Select("page_id", "state").Where("page_id IN ?", part).Find(&proposals).Error; err != nil {
			return fmt.Errorf("ideas of dropped pages: %w", err)
		}
		decided := map[string]ideas.IdeaState{}
		for _, idea := range proposals {
			decided[idea.PageID] = idea.State
		}
		for _, id := range part {
			if decided[id] == ideas.IdeaAccepted {
				continue
			}
			if err := t.remove(id, decided[id] != ""); err != nil {
				return err
			}
		}
	}
	return t.orphan()
}

// remove puts the page into the trash, or only marks it as removed.
func (t *tree) remove(id string, keep bool) error {
	t.dropped[id] = true
	if !keep {
		delete(t.pages, id)
		return t.store.Delete(t.tx, id)
	}
	p := t.pages[id]
	p.State = pages.Removed
	t.pages[id] = p
	return pages.SetState(t.tx, id, pages.Removed)
}

// orphan clears the parent of pages whose parent is dropped.
func (t *tree) orphan() error {
	if _, err := pages.Orphan(t.tx, slices.Sorted(maps.Keys(t.dropped))); err != nil {
		return err
	}
	for id, p := range t.pages {
		if p.ParentID != nil && t.dropped[*p.ParentID] {
			p.ParentID = nil
			t.pages[id] = p
		}
	}
	return nil
}

// check refuses pages that form no tree.
func (t *tree) check() error {
	var f fault.Fields
	homes := 0
	for id, p := range t.pages {
		if p.State == pages.Removed {
			continue
		}
		if p.Kind == pages.Home {
			homes++
		}
		for steps, at := 0, str(p.ParentID); at != ""; steps, at = steps+1, str(t.pages[at].ParentID) {
			if at == id || steps > len(t.pages) {
				f.Add("pages", "%q stands below itself.", p.Title)
				break
			}
		}
	}
	f.Check(homes <= 1, "pages", "A site has one home page.")
	return f.Err()
}

// DeletePage puts the page into the trash, with its idea, task, text and pictures. Readers see what is live until the next publish.
func (s *Service) DeletePage(ctx context.Context, siteID, pageID string) (Plan, error) {
	return s.revise(ctx, siteID, func(tx *gorm.DB, _ *Blueprint, plan Plan) (bool, error) {
		if !slices.ContainsFunc(plan.Pages, func(p pages.Page) bool { return p.ID == pageID }) {
			return false, fault.Missing("page")
		}
		return true, s.pages.Delete(tx, pageID)
	})
}

// AddPage adds a page at the end of the tree.
func (s *Service) AddPage(ctx context.Context, siteID string, p PagePlan) (Plan, error) {
	var f fault.Fields
	p.ID = ""
	p.tidy(&f, "")
	return s.revise(ctx, siteID, func(tx *gorm.DB, _ *Blueprint, _ Plan) (bool, error) {
		if err := f.Err(); err != nil {
			return false, err
		}
		t, err := s.plant(tx, siteID, []string{p.ClusterID})
		if err != nil {
			return false, err
		}
		if _, err := t.set(p, int64(len(t.pages))); err != nil {
			return false, err
		}
		return true, t.check()
	})
}
