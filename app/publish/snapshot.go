package publish

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"igny8/app/pages"
	"igny8/app/publish/renderer"
	"igny8/app/sitebuilder"
	"igny8/app/writer"
)

// Unnamed is the origin of a site that has no domain yet.
const Unnamed = "https://example.com"

// snapshot is the site as it would be published now: the approved contents, and the pages that list them. The same site
// gives the same value, so that publishing twice makes one release.
type snapshot struct {
	site     renderer.Site
	contents []writer.Publishable
}

func (s *Service) snapshot(ctx context.Context, siteID, origin string) (snapshot, error) {
	plan, err := s.builder.Plan(ctx, siteID)
	if err != nil {
		return snapshot{}, err
	}
	contents, err := s.writer.Publishable(ctx, siteID)
	if err != nil {
		return snapshot{}, err
	}
	if origin == "" {
		origin = Origin(plan.Site.Domain)
	}
	covers, err := s.images.Covers(ctx, siteID)
	if err != nil {
		return snapshot{}, err
	}
	shot := snapshot{contents: contents, site: siteOf(plan, origin)}
	shot.site.Images, shot.site.Built = s.pictures(siteID), newest(plan, contents)
	for _, page := range worthShowing(plan, contents) {
		shown := shot.page(plan, page)
		shown.CoverID = covers[page.ID].ID
		shot.site.Pages = append(shot.site.Pages, shown)
	}
	tellApart(shot.site.Pages)
	return shot, nil
}

// planned is the whole plan of the site, with the headings of its drafts and no word of a text.
func (s *Service) planned(ctx context.Context, siteID, origin string) (renderer.Site, error) {
	plan, err := s.builder.Plan(ctx, siteID)
	if err != nil {
		return renderer.Site{}, err
	}
	drafts, err := s.writer.Drafts(ctx, siteID)
	if err != nil {
		return renderer.Site{}, err
	}
	shot := snapshot{contents: drafts, site: siteOf(plan, origin)}
	shot.site.Plan, shot.site.Built = true, newest(plan, nil)
	for _, page := range worthShowing(plan, drafts) {
		shot.site.Pages = append(shot.site.Pages, shot.page(plan, page))
	}
	tellApart(shot.site.Pages)
	return shot.site, nil
}

// siteOf is what the plan says about the site itself. Whom it is for stays inside.
func siteOf(plan sitebuilder.Plan, origin string) renderer.Site {
	b := plan.Business
	return renderer.Site{
		Name: cmp.Or(b.Name, plan.Site.Name), Description: b.Description, Tagline: b.Tagline, Language: plan.Site.Language, BaseURL: origin, Type: plan.Site.Type,
		Facts: renderer.Facts{About: b.Description, Email: b.Email, Phone: b.Phone, Address: b.Address, Author: b.Author},
	}
}

// tellApart gives titles that are the same a number: search results show nothing else to choose by. The first in the site's order
// keeps its own, and readers see each page under its name.
func tellApart(list []renderer.Page) {
	taken := map[string]bool{}
	for i := range list {
		title := list[i].Title
		for n := 2; taken[strings.ToLower(list[i].Title)]; n++ {
			list[i].Title, list[i].H1 = title+" ("+strconv.Itoa(n)+")", cmp.Or(list[i].H1, title)
		}
		taken[strings.ToLower(list[i].Title)] = true
	}
}

// Origin is the address of a site with the domain, Unnamed without.
func Origin(domain string) string {
	if domain == "" {
		return Unnamed
	}
	if strings.Contains(domain, "://") {
		return strings.TrimRight(domain, "/")
	}
	return "https://" + strings.Trim(domain, "/")
}

// worthShowing leaves out what readers would find empty: pages without approved content, hubs and categories that list nothing,
// a contact page without a way to reach anybody.
func worthShowing(plan sitebuilder.Plan, contents []writer.Publishable) []pages.Page {
	written, hubs, terms := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, c := range contents {
		written[c.Page.ID] = true
		if c.Page.ParentID != nil {
			hubs[*c.Page.ParentID] = true
		}
		for _, t := range plan.Terms[c.Page.ID] {
			terms[t.ID] = true
		}
	}
	var shown []pages.Page
	for _, p := range plan.Pages {
		show := written[p.ID]
		switch p.Kind {
		case pages.Home, pages.About:
			show = show || p.State != pages.Proposed
		case pages.Contact:
			reachable := plan.Business.Email != "" || plan.Business.Phone != "" || plan.Business.Address != ""
			show = show || reachable && p.State != pages.Proposed
		case pages.Hub:
			show = show || hubs[p.ID]
		case pages.Category:
			show = show || slices.ContainsFunc(plan.Terms[p.ID], func(t pages.Term) bool { return terms[t.ID] })
		}
		if show && p.Origin == pages.Own && p.State != pages.Removed {
			shown = append(shown, p)
		}
	}
	return shown
}

func (shot snapshot) page(plan sitebuilder.Plan, p pages.Page) renderer.Page {
	out := renderer.Page{
		ID: p.ID, Kind: p.Kind, Path: p.Path, Title: p.Title, Description: p.Description, Canonical: p.Canonical, SchemaType: p.SchemaType,
		TargetKeywords: p.TargetKeywords,
	}
	if p.ParentID != nil {
		out.ParentID, out.HubID = *p.ParentID, *p.ParentID
	}
	for _, t := range plan.Terms[p.ID] {
		term := renderer.Term{Taxonomy: taxonomyOf(plan, t), Name: t.Name, Slug: t.Slug}
		if p.Title == term.Taxonomy+": "+term.Name {
			out.H1 = term.Name
		}
		out.Terms = append(out.Terms, term)
	}
	for _, c := range shot.contents {
		if c.Page.ID != p.ID {
			continue
		}
		out.Title, out.Description, out.Body = c.Content.Title, c.Content.Description, c.Content.Blocks
		if c.Content.ApprovedAt != nil {
			// The time of the approval, not that of the row: publishing changes the row, and must not make the next release differ.
			out.Published, out.Updated = c.Content.CreatedAt, *c.Content.ApprovedAt
		}
	}
	return out
}

func taxonomyOf(plan sitebuilder.Plan, t pages.Term) string {
	for _, taxonomy := range plan.Taxonomies {
		if taxonomy.ID == t.TaxonomyID {
			return taxonomy.Name
		}
	}
	return ""
}

// newest is the time of the last change that the release shows. Publishing changes the state of a row and must not count, or
// every publish would make the next one differ.
func newest(plan sitebuilder.Plan, contents []writer.Publishable) time.Time {
	at := plan.Site.CreatedAt
	if plan.ApprovedAt != nil && plan.ApprovedAt.After(at) {
		at = *plan.ApprovedAt
	}
	for _, c := range contents {
		if c.Content.ApprovedAt != nil && c.Content.ApprovedAt.After(at) {
			at = *c.Content.ApprovedAt
		}
	}
	return at.UTC()
}
