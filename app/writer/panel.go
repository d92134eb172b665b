package writer

import (
	"context"
	"slices"

	"igny8/app/blocks"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/prose"
	"igny8/app/sites"
)

// view is a content with what the panels beside it look at.
type view struct {
	content  Content
	page     pages.Page
	brief    Brief
	keywords []planner.Keyword // of the page's cluster, the largest volume first
	site     sites.Site
	written  blocks.Document // without what is still to be written
}

func (s *Service) viewOf(ctx context.Context, contentID string) (v view, err error) {
	if v.content, err = s.Content(ctx, contentID); err != nil {
		return v, err
	}
	outline, err := outlineTexts(s.db.Read(ctx), v.content)
	if err != nil {
		return v, err
	}
	v.written = outline.Written(v.content.Blocks)
	if v.site, err = s.sites.Get(ctx, v.content.SiteID); err != nil {
		return v, err
	}
	if v.page, err = s.pages.Get(ctx, v.content.PageID); err != nil {
		return v, err
	}
	if v.content.TaskID != nil {
		t, err := s.Task(ctx, *v.content.TaskID)
		if err != nil {
			return v, err
		}
		v.brief = t.Brief
	}
	if v.page.ClusterID == nil || v.page.SectorID == nil {
		return v, nil
	}
	const most = 100
	keywords, err := s.planner.Keywords(ctx, planner.KeywordQuery{SectorID: *v.page.SectorID, ClusterID: *v.page.ClusterID, Sort: "-volume", Limit: most})
	v.keywords = keywords.Items
	return v, err
}

// targets returns the keywords that the page is made for.
func (v view) targets() []string { return slices.Concat(v.page.TargetKeywords, v.brief.Keywords) }

// Targets returns the keywords that the page of the content is made for: those of the page, then those of the brief.
func (s *Service) Targets(ctx context.Context, c Content) ([]string, error) {
	v, err := s.viewOf(ctx, c.ID)
	return v.targets(), err
}

// Placements are the keywords of a content with the places where they stand.
type Placements struct {
	Content Content
	prose.Placements
}

// Placements finds where the target keywords of the content's page stand in it, and the other keywords of its cluster.
func (s *Service) Placements(ctx context.Context, contentID string) (Placements, error) {
	v, err := s.viewOf(ctx, contentID)
	if err != nil {
		return Placements{}, err
	}
	keywords := make([]prose.Keyword, len(v.keywords))
	for i, k := range v.keywords {
		keywords[i] = prose.Keyword{Text: k.Text, Volume: k.Volume}
	}
	c := v.content
	page := prose.Page{Title: c.Title, Description: c.Description, Slug: c.Slug, Text: v.written, Language: v.site.Language}
	return Placements{c, page.Place(v.targets(), keywords)}, nil
}

// Questions are the questions of a page, those of the brief first.
type Questions struct {
	Content Content
	Asked   []prose.Question
}

// Missing counts the questions that the text does not answer.
func (q Questions) Missing() int {
	n := 0
	for _, asked := range q.Asked {
		if asked.BlockID == "" {
			n++
		}
	}
	return n
}

// Questions finds which questions of the brief and of the cluster the content answers.
func (s *Service) Questions(ctx context.Context, contentID string) (Questions, error) {
	v, err := s.viewOf(ctx, contentID)
	if err != nil {
		return Questions{}, err
	}
	var asked []prose.Question
	for _, question := range v.brief.Questions {
		asked = append(asked, prose.Question{Text: question, Briefed: true})
	}
	for _, k := range v.keywords {
		if k.Question {
			asked = append(asked, prose.Question{Text: k.Text})
		}
	}
	return Questions{v.content, prose.FindAnswers(v.written, v.site.Language, asked)}, nil
}

// Readability tells how easily a content reads.
type Readability struct {
	Content Content
	prose.Readability
}

// Readability measures the content by the formula of its language.
func (s *Service) Readability(ctx context.Context, contentID string) (Readability, error) {
	c, err := s.Content(ctx, contentID)
	if err != nil {
		return Readability{}, err
	}
	site, err := s.sites.Get(ctx, c.SiteID)
	if err != nil {
		return Readability{}, err
	}
	outline, err := outlineTexts(s.db.Read(ctx), c)
	if err != nil {
		return Readability{}, err
	}
	return Readability{c, prose.MeasureReadability(outline.Written(c.Blocks), site.Language)}, nil
}

// Links are the links of a content in the order of reading.
type Links struct {
	Content Content
	Links   []prose.Link
	Missing []string // what the brief asks for and the text has not
}

// Problems counts the links that lead nowhere.
func (l Links) Problems() int {
	n := 0
	for _, link := range l.Links {
		if link.Problem == prose.LinkBroken || link.Problem == prose.LinkInsert {
			n++
		}
	}
	return n
}

// Links finds where the links of the content lead. Other sites are not asked.
func (s *Service) Links(ctx context.Context, contentID string) (Links, error) {
	v, err := s.viewOf(ctx, contentID)
	if err != nil {
		return Links{}, err
	}
	all, err := s.pages.List(ctx, v.site.ID)
	if err != nil {
		return Links{}, err
	}
	site := prose.Site{Host: v.site.Domain}
	for _, p := range all {
		if p.State != pages.Removed {
			site.Add(p.Path, p.Title, p.Kind != pages.Article || p.State == pages.Published)
		}
	}
	links := site.Links(v.content.Blocks)
	return Links{v.content, links, prose.MissingLinks(links, v.brief.Links)}, nil
}

// SearchPreview is how search engines show the page, if they take its own title and description.
type SearchPreview struct {
	Content  Content
	Page     pages.Page
	Host     string
	Site     string
	Snippets []prose.Snippet
	Proposal *MetaProposal // that waits for a decision
}

// SearchPreview measures the title and the description of the content.
func (s *Service) SearchPreview(ctx context.Context, contentID string) (SearchPreview, error) {
	c, err := s.Content(ctx, contentID)
	if err != nil {
		return SearchPreview{}, err
	}
	p := SearchPreview{Content: c, Snippets: prose.Snippets(c.Title, c.Description)}
	site, err := s.sites.Get(ctx, c.SiteID)
	if err != nil {
		return p, err
	}
	p.Host, p.Site = site.Domain, site.Name
	if p.Page, err = s.pages.Get(ctx, c.PageID); err != nil {
		return p, err
	}
	p.Proposal, err = s.metaProposal(ctx, c.ID)
	return p, err
}
