package ideas

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/builtin"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/language"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/runs"
	"igny8/app/sites"
	"igny8/app/text"
)

// GenerateIdeas is the name of the function that makes an idea for each approved page cluster.
const GenerateIdeas = "generate_ideas"

// The most clusters of one run, when none are named and when they are.
const (
	defaultIdeas = 50
	mostIdeas    = 200
)

// briefKeywords is how many keywords of a cluster go into its brief.
const briefKeywords = 60

// StartIdeas queues a run that makes ideas for the clusters, or without any for the approved page clusters of the sector,
// the greatest demand first.
func (s *Service) StartIdeas(ctx context.Context, sectorID string, clusterIDs []string) (runs.Run, error) {
	r, err := ideasRequest(sectorID, clusterIDs)
	if err != nil {
		return runs.Run{}, err
	}
	return s.engine.RunAITask(ctx, GenerateIdeas, r)
}

// QuoteOne returns the price of one idea on the site, whichever cluster it is for.
func (s *Service) QuoteOne(ctx context.Context, siteID string) (runs.Quote, error) {
	return s.engine.QuoteUnits(ctx, GenerateIdeas, siteID, 1)
}

func ideasRequest(sectorID string, clusterIDs []string) (runs.Request, error) {
	payload, err := json.Marshal(ideasPayload{ClusterIDs: clusterIDs})
	if err != nil {
		return runs.Request{}, fmt.Errorf("request ideas: %w", err)
	}
	return runs.Request{SectorID: sectorID, Payload: payload}, nil
}

type ideasPayload struct {
	ClusterIDs []string `json:"cluster_ids,omitempty"`
}

func (s *Service) generateIdeas() ai.Definition {
	return ai.Define(ai.Function[ideasPayload, builtin.PageCluster, builtin.Idea]{
		Name: GenerateIdeas, Title: "Generate ideas", Per: "cluster",
		Price: ai.Price{Remote: 1, Local: 1},
		// Another run would find the same clusters without ideas.
		Subjects: func(r runs.Input[ideasPayload]) []string { return []string{r.SectorID} },
		Narrow:   func(_ ideasPayload, ids []string) ideasPayload { return ideasPayload{ids} },
		Prompt:   ideasPrompt, Schema: ideasSchema, MaxTokens: 2000, Admit: s.admitClusters,
		Units: func(ctx context.Context, r runs.Input[ideasPayload]) (int64, error) {
			chosen, _, err := s.ideaClusters(ctx, r)
			return int64(len(chosen)), err
		},
		Prepare: s.briefs,
		Local: func(_ context.Context, c builtin.PageCluster, tell runs.Progress) (builtin.Idea, error) {
			tell(1, fmt.Sprintf("Thinking of a page for “%s”.", c.Cluster))
			return builtin.ProposeIdea(c), nil
		},
		Parse: parseProposal,
		Texts: func(p *builtin.Idea) []*string {
			texts := []*string{&p.Title, &p.Angle}
			for i := range p.Outline {
				texts = append(texts, &p.Outline[i])
			}
			return texts
		},
		Save: s.saveIdeas,
	})
}

const ideasPrompt = `You plan one page of a website. The page must answer everything that people want who search for the keywords of one cluster.

{{data "cluster" .}}

Write, in the language of the keywords:
- title: the page's title, at most 65 characters, with the main keyword in natural words. Promise nothing that the outline does not keep.
- angle: one or two sentences: for whom the page is and what makes it worth reading.
- intent: the intent behind most of the demand.
- outline: 6 to 9 headings in reading order. Cover the keywords and answer their questions; no introduction, no conclusion, nothing that a neighbouring page is for.
- target_keywords: the keywords of the cluster that the page should serve, the most important first, spelled as they are given.`

var ideasSchema = json.RawMessage(`{
  "type": "object",
  "additionalProperties": false,
  "required": ["title", "angle", "intent", "outline", "target_keywords"],
  "properties": {
    "title": {"type": "string"},
    "angle": {"type": "string"},
    "intent": {"type": "string", "enum": ["informational", "commercial", "transactional", "navigational"]},
    "outline": {"type": "array", "items": {"type": "string"}},
    "target_keywords": {"type": "array", "items": {"type": "string"}}
  }
}`)

// ideaClusters returns the page clusters that the request is about. Unless they are named, clusters come first that the plan has
// a page for and that have no idea yet, then others without an idea; if all have one, those whose idea nobody has decided on. Named ones
// that no idea can be made for any more come as items that are left out.
func (s *Service) ideaClusters(ctx context.Context, r runs.Input[ideasPayload]) ([]planner.Cluster, []leftOut, error) {
	if len(r.Payload.ClusterIDs) > 0 {
		return s.stillOpen(ctx, r)
	}
	chosen, err := s.openClusters(ctx, r.SectorID)
	return chosen, nil, err
}

func (s *Service) openClusters(ctx context.Context, sectorID string) ([]planner.Cluster, error) {
	ideas := func(which string) *gorm.DB {
		return s.db.Read(ctx).Model(&Idea{}).Select("cluster_id").Where("sector_id = ?", sectorID).Where(which)
	}
	planned := s.db.Read(ctx).Model(&pages.Page{}).Select("cluster_id").
		Where("cluster_id IS NOT NULL AND state NOT IN ?", []pages.State{pages.Proposed, pages.Removed})
	const anyIdea, decidedIdea = "id IS NOT NULL", "(edited OR state <> 'proposed')"
	for _, tier := range []func(*gorm.DB) *gorm.DB{
		func(q *gorm.DB) *gorm.DB { return q.Where("id IN (?) AND id NOT IN (?)", planned, ideas(anyIdea)) },
		func(q *gorm.DB) *gorm.DB { return q.Where("id NOT IN (?)", ideas(anyIdea)) },
		func(q *gorm.DB) *gorm.DB { return q.Where("id NOT IN (?)", ideas(decidedIdea)) },
	} {
		var list []planner.Cluster
		query := s.db.Read(ctx).Where("sector_id = ? AND level = ? AND state = ? AND keyword_count > 0", sectorID, planner.LevelPage, planner.ClusterApproved)
		if err := tier(query).Order("(demand IS NULL), demand DESC, id").Limit(defaultIdeas).Find(&list).Error; err != nil {
			return nil, fmt.Errorf("choose clusters: %w", err)
		}
		if len(list) > 0 {
			return list, nil
		}
	}
	var approved int64
	if err := s.db.Read(ctx).Model(&planner.Cluster{}).Where("sector_id = ? AND level = ? AND state = ?", sectorID, planner.LevelPage, planner.ClusterApproved).Count(&approved).Error; err != nil {
		return nil, fmt.Errorf("count clusters: %w", err)
	}
	if approved > 0 {
		return nil, fault.New(fault.Invalid, "Every approved cluster has an idea that somebody has decided on. Approve more clusters first.")
	}
	return nil, fault.New(fault.Invalid, "No page cluster of this sector is approved yet. Approve some in the Planner first.")
}

// admitClusters refuses named clusters that no idea is made for, and those whose idea stays as it is.
func (s *Service) admitClusters(ctx context.Context, r runs.Input[ideasPayload]) error {
	if len(r.Payload.ClusterIDs) == 0 {
		return nil
	}
	named, err := s.namedClusters(ctx, r.SectorID, r.Payload.ClusterIDs)
	if err != nil {
		return err
	}
	if len(named) < len(database.Distinct(r.Payload.ClusterIDs)) {
		return fault.Missing("cluster")
	}
	var decided []string
	for _, n := range named {
		if !n.open() {
			return fault.New(fault.Invalid, "%q is not an approved page cluster. Ideas are made for those alone.", n.Name)
		}
		if n.decided {
			decided = append(decided, n.Name)
		}
	}
	if len(decided) == 0 {
		return nil
	}
	refusal := "Somebody has edited, accepted or rejected the idea of %s. It stays as it is, so nothing was started. Leave it out."
	if len(decided) > 1 {
		refusal = "Somebody has edited, accepted or rejected the ideas of %s. They stay as they are, so nothing was started. Leave them out."
	}
	return fault.Fields{{Name: "cluster_ids", Message: fmt.Sprintf(refusal, text.List(decided, mostNames))}}.Err()
}

// mostNames is how many clusters a refusal names.
const mostNames = 10

// named is a cluster that a request names.
type named struct {
	planner.Cluster
	decided bool // its idea stays as it is
}

// open reports whether ideas are made for the cluster.
func (n named) open() bool { return n.Level == planner.LevelPage && n.State == planner.ClusterApproved }

// namedClusters returns those of the clusters that are there.
func (s *Service) namedClusters(ctx context.Context, sectorID string, ids []string) ([]named, error) {
	ids = database.Distinct(ids)
	if !text.Printable(strings.Join(ids, "")) {
		return nil, fault.Missing("cluster")
	}
	if len(ids) > mostIdeas {
		return nil, fault.New(fault.Invalid, "One run makes at most %d ideas; %d clusters are named.", mostIdeas, len(ids))
	}
	var list []planner.Cluster
	if err := s.db.Read(ctx).Where("sector_id = ? AND id IN ?", sectorID, ids).Order("(demand IS NULL), demand DESC, id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("choose clusters: %w", err)
	}
	var existing []Idea
	if err := s.db.Read(ctx).Select("cluster_id", "edited", "state").Where("cluster_id IN ?", ids).Find(&existing).Error; err != nil {
		return nil, fmt.Errorf("look for decided ideas: %w", err)
	}
	ideas := map[string][]Idea{}
	for _, i := range existing {
		ideas[i.ClusterID] = append(ideas[i.ClusterID], i)
	}
	found := make([]named, len(list))
	for i, c := range list {
		_, decided := replaceable(ideas[c.ID])
		found[i] = named{c, decided}
	}
	return found, nil
}

// replaceable returns the idea of a cluster that a run may write anew; nil: it makes a new one. decided says that it may do neither:
// somebody has edited, accepted or rejected what is there.
func replaceable(existing []Idea) (idea *Idea, decided bool) {
	if slices.ContainsFunc(existing, func(i Idea) bool { return i.Edited || i.State == IdeaAccepted }) {
		return nil, true
	}
	if at := slices.IndexFunc(existing, func(i Idea) bool { return i.State == IdeaProposed }); at >= 0 {
		return &existing[at], false
	}
	return nil, len(existing) > 0
}

// leftOut is a cluster that no idea is made for after all.
type leftOut = ai.Item[builtin.PageCluster]

// stillOpen returns the named clusters that an idea can be made for when the run begins, and the others as items that are left out.
func (s *Service) stillOpen(ctx context.Context, r runs.Input[ideasPayload]) (open []planner.Cluster, left []leftOut, err error) {
	found, err := s.namedClusters(ctx, r.SectorID, r.Payload.ClusterIDs)
	if err != nil {
		return nil, nil, err
	}
	leave := func(id, name, reason string) {
		left = append(left, leftOut{Key: id, Label: name, LeftOut: reason})
	}
	for _, n := range found {
		switch {
		case n.decided:
			leave(n.ID, n.Name, decidedMeanwhile)
		case !n.open():
			leave(n.ID, n.Name, "The cluster is not approved any more.")
		default:
			open = append(open, n.Cluster)
		}
	}
	for _, id := range database.Distinct(r.Payload.ClusterIDs) {
		if !slices.ContainsFunc(found, func(n named) bool { return n.ID == id }) {
			leave(id, "Cluster", gone)
		}
	}
	return open, left, nil
}

// Why an idea is not made after all.
const (
	decidedMeanwhile = "Somebody has decided on its idea in the meantime. It stays as it is."
	gone             = "The cluster was merged or grouped anew in the meantime."
)

// briefs loads what each idea is made from.
func (s *Service) briefs(ctx context.Context, r runs.Input[ideasPayload]) ([]ai.Item[builtin.PageCluster], error) {
	chosen, left, err := s.ideaClusters(ctx, r)
	if err != nil {
		return nil, err
	}
	sector, err := s.sites.Sector(ctx, r.SectorID)
	if err != nil {
		return nil, err
	}
	site, err := s.sites.Get(ctx, sector.SiteID)
	if err != nil {
		return nil, err
	}
	all, err := s.planner.Clusters(ctx, r.SectorID, "")
	if err != nil {
		return nil, err
	}
	byID, children := map[string]planner.Cluster{}, map[string][]planner.Cluster{}
	for _, c := range all {
		byID[c.ID] = c
		children[c.Parent()] = append(children[c.Parent()], c)
	}
	items := make([]ai.Item[builtin.PageCluster], 0, len(chosen))
	var together []builtin.Keyword
	for _, c := range chosen {
		topic := byID[c.Parent()]
		b := briefOf(c, topic, byID[topic.Parent()], children[topic.ID], site)
		if b.Keywords, err = s.briefKeywords(ctx, c.ID); err != nil {
			return nil, err
		}
		together = append(together, b.Keywords...)
		items = append(items, ai.Item[builtin.PageCluster]{Key: c.ID, Label: c.Name, In: b})
	}
	// A single cluster may be too small to tell its language; all of them together are not.
	if spoken := builtin.IdeaLanguage(site.Language, together).Code; spoken != language.Base(site.Language) {
		for i := range items {
			items[i].In.Language = spoken
		}
	}
	return append(items, left...), nil
}

func briefOf(c, topic, pillar planner.Cluster, siblings []planner.Cluster, site sites.Site) builtin.PageCluster {
	b := builtin.PageCluster{
		Cluster: c.Name, Topic: topic.Name, Pillar: pillar.Name, Siblings: []string{}, Role: c.Role,
		Language: site.Language, Market: site.Market, Site: site.Name, SiteType: site.Type,
	}
	for _, sibling := range siblings {
		if sibling.ID != c.ID && sibling.State != planner.ClusterExcluded && len(b.Siblings) < 8 {
			b.Siblings = append(b.Siblings, sibling.Name)
		}
	}
	return b
}

func (s *Service) briefKeywords(ctx context.Context, clusterID string) ([]builtin.Keyword, error) {
	var list []planner.Keyword
	query := s.db.Read(ctx).Where("cluster_id = ? AND state = ?", clusterID, planner.KeywordClustered)
	if err := query.Order("(demand IS NULL), demand DESC, key").Limit(briefKeywords).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("load keywords: %w", err)
	}
	brief := make([]builtin.Keyword, len(list))
	for i, k := range list {
		brief[i] = builtin.Keyword{Keyword: k.Text, Volume: k.Volume, Demand: k.Demand, Intent: k.Intent}
	}
	return brief, nil
}

// parseProposal checks what the schema cannot say. Target keywords that the cluster does not have are dropped: a model must
// not invent demand.
func parseProposal(b builtin.PageCluster, p builtin.Idea) (builtin.Idea, error) {
	p.Title, p.Angle = strings.Join(strings.Fields(p.Title), " "), strings.Join(strings.Fields(p.Angle), " ")
	p.Outline = tidyLines(p.Outline)
	switch {
	case !text.Printable(p.Title + p.Angle + strings.Join(p.Outline, "")):
		return p, errors.New("there are control characters in the text")
	case p.Title == "" || utf8.RuneCountInString(p.Title) > 200:
		return p, errors.New("title must have 1 to 200 characters")
	case p.Angle == "":
		return p, errors.New("angle is empty")
	case len(b.Keywords) > 0 && len(p.Outline) == 0:
		return p, errors.New("outline has no headings")
	case len(p.Outline) > 20:
		return p, errors.New("outline has more than 20 headings")
	}
	own := map[string]string{}
	for _, k := range b.Keywords {
		own[language.Key(k.Keyword)] = k.Keyword
	}
	served := []string{}
	for _, keyword := range p.TargetKeywords {
		if text, ok := own[language.Key(keyword)]; ok && !slices.Contains(served, text) {
			served = append(served, text)
		}
	}
	if p.TargetKeywords = served; len(served) == 0 {
		p.TargetKeywords = builtin.TargetKeywords(b.Keywords)
	}
	return p, nil
}

// saveIdeas writes an idea and a proposed page for each cluster. The page that a cluster has already is used again, so that there is never
// a second idea for it; what a person has edited, rejected or accepted stays as it is.
func (s *Service) saveIdeas(
	_ context.Context, tx *gorm.DB, run runs.Run, results []ai.Result[builtin.PageCluster, builtin.Idea],
) (saved runs.Saved, _ error) {
	sector, err := planner.LockSector(tx, run.Sector())
	if err != nil {
		return saved, err
	}
	clusterIDs := make([]string, len(results))
	for i, result := range results {
		clusterIDs[i] = result.Item.Key
	}
	if _, err := pages.Locked(tx.Where("cluster_id IN ?", clusterIDs)); err != nil {
		return saved, err
	}
	for _, result := range results {
		c, err := database.One[planner.Cluster](tx, "cluster", result.Item.Key)
		if fault.KindOf(err) == fault.NotFound {
			saved.Failed = append(saved.Failed, result.Failed(gone))
			continue
		}
		if err != nil {
			return saved, err
		}
		written, err := saveIdea(tx, run, c, result.Out)
		if err != nil {
			return saved, err
		}
		if !written {
			saved.Failed = append(saved.Failed, result.Failed(decidedMeanwhile))
			continue
		}
		saved.Units++
	}
	saved.Summary = text.Count(saved.Units, "idea is", "ideas are") + " ready."
	return saved, s.planner.SetStage(tx, sector.SiteID)
}

// saveIdea writes the idea of the cluster, unless somebody has decided on it.
func saveIdea(tx *gorm.DB, run runs.Run, c planner.Cluster, p builtin.Idea) (written bool, err error) {
	var existing []Idea
	if err := tx.Where("cluster_id = ?", c.ID).Order("created_at, id").Find(&existing).Error; err != nil {
		return false, fmt.Errorf("load ideas: %w", err)
	}
	before, decided := replaceable(existing)
	if decided {
		return false, nil
	}
	idea := Idea{ID: database.NewID(), SiteID: c.SiteID, SectorID: c.SectorID, ClusterID: c.ID, State: IdeaProposed, Waivers: []Waiver{}}
	if before != nil {
		idea = *before
	}
	idea.RunID, idea.Title, idea.Angle, idea.Intent = &run.ID, p.Title, p.Angle, p.Intent
	idea.Outline, idea.TargetKeywords, idea.Demand = p.Outline, p.TargetKeywords, c.Demand
	if before != nil {
		if err := writeIdea(tx, idea, "run_id", "title", "angle", "intent", "outline", "target_keywords", "demand"); err != nil {
			return false, err
		}
		return true, describePage(tx, idea)
	}
	page, err := pageFor(tx, c, idea)
	if err != nil {
		return false, err
	}
	idea.PageID = page.ID
	if err := tx.Create(&idea).Error; err != nil {
		return false, fmt.Errorf("write idea: %w", err)
	}
	return true, nil
}

// pageFor returns the page that serves the cluster, with the idea's intent and keywords, or a new proposed one.
func pageFor(tx *gorm.DB, c planner.Cluster, idea Idea) (pages.Page, error) {
	var served []pages.Page
	if err := tx.Where("cluster_id = ? AND state <> ?", c.ID, pages.Removed).Order("position, id").Limit(1).Find(&served).Error; err != nil {
		return pages.Page{}, fmt.Errorf("load page of cluster: %w", err)
	}
	if len(served) > 0 {
		return served[0], pages.SetMetadata(tx, served[0].ID,
			pages.Metadata{Role: &c.Role, Intent: &idea.Intent, TargetKeywords: &idea.TargetKeywords})
	}
	return pages.Propose(tx, pages.Page{
		SiteID: c.SiteID, SectorID: &c.SectorID, ClusterID: &c.ID, Kind: pages.Article, Title: idea.Title, Slug: pages.Slug(c.Name),
		Role: c.Role, Intent: idea.Intent, TargetKeywords: idea.TargetKeywords,
	})
}
