package sitebuilder

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/sites"
	"igny8/app/tenancy"
	"igny8/app/text"
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

// Steps returns the steps of the wizard in order.
func Steps() []Step {
	return []Step{StepBusiness, StepType, StepClusters, StepTaxonomies, StepPages, StepReview}
}

// BlueprintState is the state of a blueprint: a draft until somebody approves it, and a draft again after every change.
type BlueprintState string

// The states of a blueprint.
const (
	BlueprintDraft    BlueprintState = "draft"
	BlueprintApproved BlueprintState = "approved"
)

// Business holds the facts about who runs the site. Prompts and the built-in engine use nothing else as fact.
type Business struct {
	Name        string `json:"name"`
	Description string `json:"description" required:"false"` // one or two sentences: what the business does
	Audience    string `json:"audience" required:"false"`    // who the site is for; never published
	Tagline     string `json:"tagline" required:"false"`     // stands beside the name in titles
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
	Step       Step     // the furthest step so far
	State      BlueprintState
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

// Change is what a step of the wizard saves. Nil leaves a part as it is, an empty list empties it.
type Change struct {
	Business   *Business
	Type       *string
	Clusters   *[]Attach
	Edit       *ClusterEdit // of the attached clusters
	Taxonomies *[]TaxonomyPlan
	Pages      *[]PagePlan
}

// TaxonomyPlan is a taxonomy and its terms by name.
type TaxonomyPlan struct {
	Name  string
	Terms []string
}

// Plan returns the plan of the site, an empty one if nobody has begun it.
func (s *Service) Plan(ctx context.Context, siteID string) (Plan, error) {
	p, err := s.PlanOfPages(ctx, siteID)
	if err != nil {
		return p, err
	}
	p.Clusters, err = s.attached(ctx, p.ID)
	return p, err
}

// PlanOfPages returns the plan without its clusters: what readers see of it.
func (s *Service) PlanOfPages(ctx context.Context, siteID string) (Plan, error) {
	p, err := s.Begun(ctx, siteID)
	if err != nil {
		return p, err
	}
	if p.Taxonomies, err = s.pages.Taxonomies(ctx, siteID); err != nil {
		return p, err
	}
	if p.Pages, err = s.pages.List(ctx, siteID); err != nil {
		return p, err
	}
	p.Pages = slices.DeleteFunc(p.Pages, func(page pages.Page) bool { return page.State == pages.Removed })
	p.Terms, err = s.pages.TermsOf(ctx, siteID, p.Taxonomies)
	return p, err
}

// Begun returns the site and its blueprint, without clusters, taxonomies and pages.
func (s *Service) Begun(ctx context.Context, siteID string) (p Plan, err error) {
	if p.Site, err = s.sites.Get(ctx, siteID); err != nil {
		return p, err
	}
	p.Blueprint, err = blueprint(s.db.Read(ctx), siteID)
	return p, err
}

// blueprint returns the blueprint of the site, or a new one that is not saved yet.
func blueprint(db *gorm.DB, siteID string) (Blueprint, error) {
	b := Blueprint{SiteID: siteID, Step: StepBusiness, State: BlueprintDraft}
	err := db.Where("site_id = ?", siteID).Take(&b).Error
	if err != nil && !errors.Is(err, gorm.ErrRecordNotFound) {
		return b, fmt.Errorf("load blueprint: %w", err)
	}
	return b, nil
}

// Save stores what a step of the wizard says, all of it or nothing. It is refused until the Planner's gate is passed. A
// change to an approved blueprint makes it a draft again; pages that are already written stay as they are.
func (s *Service) Save(ctx context.Context, siteID string, c Change) (Plan, error) {
	if err := s.Store(ctx, siteID, c); err != nil {
		return Plan{}, err
	}
	return s.Plan(ctx, siteID)
}

// Store is Save without the plan that follows from it.
func (s *Service) Store(ctx context.Context, siteID string, c Change) error {
	if err := s.enter(ctx, siteID); err != nil {
		return err
	}
	if err := c.tidy(); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if c.Type != nil {
			if err := sites.SetType(tx, siteID, *c.Type); err != nil {
				return err
			}
		}
		b, _, err := begin(tx, siteID)
		if err != nil {
			return err
		}
		if err := s.apply(tx, &b, c); err != nil {
			return err
		}
		b.Step = further(b.Step, c.step())
		if err := s.setStage(tx, siteID); err != nil {
			return err
		}
		return b.redraft(tx)
	})
}

// redraft stores the blueprint as a draft that needs approval again.
func (b *Blueprint) redraft(tx *gorm.DB) error {
	b.State, b.ApprovedAt, b.ApprovedBy = BlueprintDraft, nil, ""
	columns := []string{"business", "step", "state", "approved_at", "approved_by", "updated_at"}
	if err := tx.Model(b).Select(columns).Updates(b).Error; err != nil {
		return fmt.Errorf("save blueprint: %w", err)
	}
	return nil
}

// The limits of a plan.
const (
	mostTaxonomies = 20
	mostTerms      = 500
	mostPages      = 2000
	longName       = 200
	longText       = 2000
)

// tidy folds white space and refuses what cannot be stored.
func (c *Change) tidy() error {
	var f fault.Fields
	if c.Business != nil {
		c.Business.tidy(&f)
	}
	if c.Type != nil {
		f.Check(slices.Contains(sites.Types(), *c.Type), "type", "Choose blog, ecommerce or company.")
	}
	if c.Taxonomies != nil {
		f.Check(len(*c.Taxonomies) <= mostTaxonomies, "taxonomies", "A site has at most %d taxonomies.", mostTaxonomies)
		for i, t := range *c.Taxonomies {
			field := fmt.Sprintf("taxonomies[%d].", i)
			f.Check(text.Line(&f, field+"name", t.Name, longName) != "", field+"name", "Give the taxonomy a name.")
			f.Check(len(t.Terms) <= mostTerms, field+"terms", "A taxonomy has at most %d entries.", mostTerms)
			for _, term := range t.Terms {
				text.Line(&f, field+"terms", term, longName)
			}
		}
	}
	return f.Err()
}

func (b *Business) tidy(f *fault.Fields) {
	for _, of := range []struct {
		field string
		value *string
		most  int
	}{
		{"name", &b.Name, longName},
		{"description", &b.Description, longText},
		{"audience", &b.Audience, longText},
		{"tagline", &b.Tagline, longName},
		{"offer", &b.Offer, longName},
		{"author", &b.Author, longName},
		{"email", &b.Email, longName},
		{"phone", &b.Phone, longName},
	} {
		*of.value = text.Line(f, of.field, *of.value, of.most)
	}
	b.Address = strings.TrimSpace(b.Address) // its line breaks stay
	f.Check(utf8.RuneCountInString(b.Address) <= longText && text.Multiline(b.Address), "address", "At most %d characters that can be shown.", longText)
	f.Check(b.Name != "", "name", "Say what the business or site is called.")
	f.Check(b.Email == "" || strings.Contains(b.Email, "@"), "email", "That is no e-mail address.")
}

// step returns the last step that the change belongs to.
func (c Change) step() Step {
	switch {
	case c.Pages != nil:
		return StepReview
	case c.Taxonomies != nil:
		return StepPages
	case c.Clusters != nil || c.Edit != nil:
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

// begin locks the site's blueprint, which is created on first use, and its clusters. existed says that it was saved before.
func begin(tx *gorm.DB, siteID string) (b Blueprint, existed bool, err error) {
	if err := planner.LockSectors(tx, siteID); err != nil {
		return b, false, err
	}
	fresh := Blueprint{ID: database.NewID(), SiteID: siteID, Step: StepBusiness, State: BlueprintDraft}
	made := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&fresh)
	if made.Error != nil {
		return b, false, fmt.Errorf("begin blueprint: %w", made.Error)
	}
	if b, err = blueprint(database.Locked(tx), siteID); err != nil {
		return b, false, err
	}
	return b, made.RowsAffected == 0, nil
}

func (s *Service) apply(tx *gorm.DB, b *Blueprint, c Change) error {
	if c.Business != nil {
		b.Business = *c.Business
	}
	if c.Clusters != nil {
		if err := attach(tx, *b, *c.Clusters); err != nil {
			return err
		}
	}
	if c.Edit != nil {
		if err := c.Edit.apply(tx, *b); err != nil {
			return err
		}
	}
	if c.Taxonomies != nil {
		if err := pages.SetTaxonomies(tx, b.SiteID, named(*c.Taxonomies)); err != nil {
			return err
		}
	}
	if c.Pages != nil {
		return s.setPages(tx, b.SiteID, *c.Pages)
	}
	return nil
}

// named returns the taxonomies of the plan by name; blank terms are left out.
func named(plan []TaxonomyPlan) []pages.Taxonomy {
	list := make([]pages.Taxonomy, len(plan))
	for i, t := range plan {
		list[i] = pages.Taxonomy{Name: strings.Join(strings.Fields(t.Name), " ")}
		for _, term := range t.Terms {
			if term = strings.Join(strings.Fields(term), " "); term != "" {
				list[i].Terms = append(list[i].Terms, pages.Term{Name: term})
			}
		}
	}
	return list
}

// revise runs change on the current plan, in a transaction that excludes all other changes of the plan. changed says whether
// the plan needs approval again.
func (s *Service) revise(ctx context.Context, siteID string,
	change func(tx *gorm.DB, b *Blueprint, plan Plan) (changed bool, err error),
) (Plan, error) {
	if err := s.enter(ctx, siteID); err != nil {
		return Plan{}, err
	}
	const tries = 5
	for range tries {
		plan, err := s.Plan(ctx, siteID)
		if err != nil {
			return plan, err
		}
		err = s.db.Tx(ctx, func(tx *gorm.DB) error {
			b, existed, err := begin(tx, siteID)
			if err != nil {
				return err
			}
			if existed && !b.UpdatedAt.Equal(plan.UpdatedAt) {
				return errMoved
			}
			changed, err := change(tx, &b, plan)
			if err != nil || !changed {
				return err
			}
			if err := s.setStage(tx, siteID); err != nil {
				return err
			}
			return b.redraft(tx)
		})
		if err == nil {
			return s.Plan(ctx, siteID)
		}
		if !errors.Is(err, errMoved) {
			return plan, err
		}
	}
	return Plan{}, errMoved
}

// errMoved refuses a change that was made from an older plan.
var errMoved = fault.New(fault.Conflict, "Somebody changed this plan a moment ago. Load the page again to go on with it.")

// Approve makes the plan binding: its proposed pages become planned ones. It is refused while a check of the gate other than
// the approval is red, and if the plan has changed meanwhile: nobody approves what they have not seen.
func (s *Service) Approve(ctx context.Context, siteID string) (Plan, error) {
	if err := s.enter(ctx, siteID); err != nil {
		return Plan{}, err
	}
	plan, err := s.Plan(ctx, siteID)
	if err != nil {
		return plan, err
	}
	if err := complete(s.db.Read(ctx), siteID); err != nil {
		return plan, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := plan.approve(tx, tenancy.User(ctx)); err != nil {
			return err
		}
		return s.setStage(tx, siteID)
	})
	if err != nil {
		return plan, err
	}
	return s.Plan(ctx, siteID)
}

func (p Plan) approve(tx *gorm.DB, by string) error {
	done := tx.Model(&Blueprint{}).Where("id = ? AND updated_at = ?", p.ID, p.UpdatedAt).Updates(map[string]any{
		"state": BlueprintApproved, "approved_at": database.Now(), "approved_by": by, "step": StepReview,
	})
	if done.Error != nil {
		return fmt.Errorf("approve blueprint: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		return errMoved
	}
	var planned []string
	for _, page := range p.Pages {
		if page.State == pages.Proposed && (page.Kind != pages.Article || p.attaches(page.ClusterID)) {
			planned = append(planned, page.ID)
		}
	}
	return pages.Plan(tx, planned)
}

func (p Plan) attaches(clusterID *string) bool {
	return clusterID == nil || slices.ContainsFunc(p.Clusters, func(a Attached) bool { return a.ClusterID == *clusterID })
}
