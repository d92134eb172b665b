package sitebuilder

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/sites"
	"igny8/app/tenancy"
)

// Step is a page of the wizard.
type Step string

// The steps in order.
const (
	StepBusiness   Step = "business"
	StepType       Step = "type"
	StepClusters   Step = "clusters"
	StepTaxonomies Step = "taxonomies"
	StepPages      Step = "pages"
	StepReview     Step = "review"
)

// Steps are the steps of the wizard in order.
func Steps() []Step {
	return []Step{StepBusiness, StepType, StepClusters, StepTaxonomies, StepPages, StepReview}
}

// The states of a blueprint.
const (
	StateDraft    = "draft"
	StateApproved = "approved"
)

// Business is what the site has to say about who runs it. Prompts and the built-in engine use nothing else as fact.
type Business struct {
	Name        string `json:"name"`
	Description string `json:"description" required:"false"` // one or two sentences: what the business does
	Audience    string `json:"audience" required:"false"`    // who the site is for
	Offer       string `json:"offer" required:"false"`       // what readers can do next: buy, book, subscribe
	Author      string `json:"author" required:"false"`
	Email       string `json:"email" required:"false"`
	Phone       string `json:"phone" required:"false"`
	Address     string `json:"address" required:"false"`
}

// Blueprint is the plan of one site.
type Blueprint struct {
	ID         string
	AccountID  string   `gorm:"<-:create"`
	SiteID     string   `gorm:"<-:create"`
	Business   Business `gorm:"serializer:json"`
	Step       Step     // the furthest step that was reached
	State      string
	ApprovedAt *time.Time
	ApprovedBy string
	CreatedAt  time.Time
	UpdatedAt  time.Time
}

// Plan is the blueprint with everything that belongs to it.
type Plan struct {
	Blueprint
	Site       sites.Site
	Clusters   []Attached
	Taxonomies []pages.Taxonomy
	Pages      []pages.Page
	Terms      map[string][]pages.Term // by page
}

// Change is what a step of the wizard saves; nil leaves a part as it is, an empty list empties it.
type Change struct {
	Business   *Business
	Type       *string
	Clusters   *[]Attach
	Taxonomies *[]TaxonomyPlan
	Pages      *[]PagePlan
}

// TaxonomyPlan is a taxonomy and its terms by name.
type TaxonomyPlan struct {
	Name  string
	Terms []string
}

// Plan is the plan of the site; one that nobody has begun is empty.
func (s *Service) Plan(ctx context.Context, siteID string) (Plan, error) {
	site, err := s.sites.Get(ctx, siteID)
	if err != nil {
		return Plan{}, err
	}
	p := Plan{Site: site}
	db := s.db.Read(ctx)
	if p.Blueprint, err = blueprint(db, siteID); err != nil {
		return p, err
	}
	if p.Clusters, err = s.attached(ctx, p.ID); err != nil {
		return p, err
	}
	if p.Taxonomies, err = s.pages.Taxonomies(ctx, siteID); err != nil {
		return p, err
	}
	if p.Pages, err = s.pages.List(ctx, siteID); err != nil {
		return p, err
	}
	p.Pages = slices.DeleteFunc(p.Pages, func(page pages.Page) bool { return page.State == pages.Removed })
	p.Terms, err = s.pages.TermsOf(ctx, siteID)
	return p, err
}

// blueprint is the site's, or one that has not been saved yet.
func blueprint(db *gorm.DB, siteID string) (Blueprint, error) {
	b := Blueprint{SiteID: siteID, Step: StepBusiness, State: StateDraft}
	err := db.Where("site_id = ?", siteID).Take(&b).Error
	if err != nil && !errors.Is(err, gorm.ErrRecordNotFound) {
		return b, fmt.Errorf("load blueprint: %w", err)
	}
	return b, nil
}

// Save stores what a step of the wizard says. It is refused until the Planner's gate is passed. A change to an approved
// blueprint makes it a draft again; pages that are written already stay as they are.
func (s *Service) Save(ctx context.Context, siteID string, c Change) (Plan, error) {
	if err := s.enter(ctx, siteID); err != nil {
		return Plan{}, err
	}
	if err := c.check(); err != nil {
		return Plan{}, err
	}
	if c.Type != nil {
		if _, err := s.sites.Update(ctx, siteID, sites.Change{Type: c.Type}); err != nil {
			return Plan{}, err
		}
	}
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		b, err := begin(tx, siteID)
		if err != nil {
			return err
		}
		if err := apply(tx, &b, c); err != nil {
			return err
		}
		b.State, b.ApprovedAt, b.ApprovedBy = StateDraft, nil, ""
		b.Step = further(b.Step, c.step())
		return tx.Save(&b).Error
	})
	if err != nil {
		return Plan{}, err
	}
	return s.Plan(ctx, siteID)
}

func (c Change) check() error {
	var f fault.Fields
	if b := c.Business; b != nil {
		f.Check(strings.TrimSpace(b.Name) != "", "name", "Say what the business or site is called.")
		f.Check(len([]rune(b.Name)) <= 200, "name", "At most 200 characters.")
		f.Check(len([]rune(b.Description)) <= 2000, "description", "At most 2,000 characters.")
		f.Check(b.Email == "" || strings.Contains(b.Email, "@"), "email", "That is no e-mail address.")
	}
	if c.Type != nil {
		f.Check(slices.Contains(sites.Types(), *c.Type), "type", "Choose blog, ecommerce or company.")
	}
	if c.Taxonomies != nil {
		for i, t := range *c.Taxonomies {
			f.Check(strings.TrimSpace(t.Name) != "", fmt.Sprintf("taxonomies[%d].name", i), "Give the taxonomy a name.")
		}
	}
	return f.Err()
}

// step is the last step that the change belongs to.
func (c Change) step() Step {
	switch {
	case c.Pages != nil:
		return StepReview
	case c.Taxonomies != nil:
		return StepPages
	case c.Clusters != nil:
		return StepTaxonomies
	case c.Type != nil:
		return StepClusters
	}
	return StepType
}

func further(a, b Step) Step {
	if slices.Index(Steps(), b) > slices.Index(Steps(), a) {
		return b
	}
	return a
}

// begin is the site's blueprint, made on first use. Two people who begin at once get the same one.
func begin(tx *gorm.DB, siteID string) (Blueprint, error) {
	b, err := blueprint(tx, siteID)
	if err != nil || b.ID != "" {
		return b, err
	}
	b.ID = database.NewID()
	err = tx.Create(&b).Error
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return b, fault.New(fault.Conflict, "Somebody else began this plan a moment ago. Load the page again to go on with it.")
	}
	return b, err
}

func apply(tx *gorm.DB, b *Blueprint, c Change) error {
	if c.Business != nil {
		b.Business = trimmed(*c.Business)
	}
	if c.Clusters != nil {
		if err := attach(tx, *b, *c.Clusters); err != nil {
			return err
		}
	}
	if c.Taxonomies != nil {
		if err := pages.SetTaxonomies(tx, b.SiteID, named(*c.Taxonomies)); err != nil {
			return err
		}
	}
	if c.Pages != nil {
		return setPages(tx, b.SiteID, *c.Pages)
	}
	return nil
}

// named are the taxonomies of the plan by name; blank terms are left out.
func named(plan []TaxonomyPlan) []pages.Taxonomy {
	list := make([]pages.Taxonomy, len(plan))
	for i, t := range plan {
		list[i] = pages.Taxonomy{Name: strings.TrimSpace(t.Name)}
		for _, term := range t.Terms {
			if term = strings.TrimSpace(term); term != "" {
				list[i].Terms = append(list[i].Terms, pages.Term{Name: term})
			}
		}
	}
	return list
}

func trimmed(b Business) Business {
	for _, field := range []*string{&b.Name, &b.Description, &b.Audience, &b.Offer, &b.Author, &b.Email, &b.Phone, &b.Address} {
		*field = strings.TrimSpace(*field)
	}
	return b
}

// Approve makes the plan binding: its proposed pages become planned ones. It is refused while a check of the gate other than
// the approval itself is red.
func (s *Service) Approve(ctx context.Context, siteID string) (Plan, error) {
	if err := s.enter(ctx, siteID); err != nil {
		return Plan{}, err
	}
	plan, err := s.Plan(ctx, siteID)
	if err != nil {
		return plan, err
	}
	complete, err := s.judge(ctx, siteID, plan.complete()...)
	if err != nil {
		return plan, err
	}
	if err := requireNow(complete); err != nil {
		return plan, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		now := database.Now()
		err := tx.Model(&Blueprint{ID: plan.ID}).Updates(map[string]any{
			"state": StateApproved, "approved_at": now, "approved_by": tenancy.User(ctx), "step": StepReview,
		}).Error
		if err != nil {
			return err
		}
		for _, page := range plan.Pages {
			if page.State != pages.Proposed || (page.Kind == pages.Article && !plan.attaches(page.ClusterID)) {
				continue
			}
			if err := pages.SetState(tx, page.ID, pages.Planned); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return plan, fmt.Errorf("approve blueprint: %w", err)
	}
	return s.Plan(ctx, siteID)
}

func (p Plan) attaches(clusterID *string) bool {
	return clusterID == nil || slices.ContainsFunc(p.Clusters, func(a Attached) bool { return a.ClusterID == *clusterID })
}
