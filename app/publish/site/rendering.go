package site

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"igny8/app/pages"
	"igny8/app/publish"
	"igny8/app/publish/renderer"
	"igny8/app/sitebuilder"
	"igny8/app/writer"
)

// Unnamed is the origin of a site without a domain.
const Unnamed = "https://example.com"

// rendering turns the snapshot into the input of the renderer: the approved contents, and the pages that list them. The same
// site gives the same value, so that publishing twice makes one release. An empty origin means that of the site's domain.
func (s *Service) rendering(snapshot publish.Snapshot, origin string) renderer.Site {
	if origin == "" {
		origin = Origin(snapshot.Plan.Site.Domain)
	}
	site := siteOf(snapshot.Plan, origin)
	site.Images, site.Built = s.pictures(snapshot.Plan.Site.ID), newest(snapshot.Plan, snapshot.Contents)
	for _, page := range nonEmptyPages(snapshot.Plan, snapshot.Contents) {
		shown := pageOf(snapshot, page)
		shown.CoverID = snapshot.Covers[page.ID].ID
		site.Pages = append(site.Pages, shown)
	}
	numberEqualTitles(site.Pages)
	return site
}

// planned returns the whole plan of the site, with the headings of its drafts but without their text.
func (s *Service) planned(ctx context.Context, siteID, origin string) (renderer.Site, error) {
	plan, err := s.Builder.PlanOfPages(ctx, siteID)
	if err != nil {
		return renderer.Site{}, err
	}
	drafts, err := s.Writer.Drafts(ctx, siteID)
	if err != nil {
		return renderer.Site{}, err
	}
	snapshot, site := publish.Snapshot{Plan: plan, Contents: drafts}, siteOf(plan, origin)
	site.Plan, site.Built = true, newest(plan, nil)
	for _, page := range nonEmptyPages(plan, drafts) {
		site.Pages = append(site.Pages, pageOf(snapshot, page))
	}
	numberEqualTitles(site.Pages)
	return site, nil
}

// siteOf returns what the plan says about the site itself. The audience stays internal.
func siteOf(plan sitebuilder.Plan, origin string) renderer.Site {
	b := plan.Business
	return renderer.Site{
		Name: or(b.Name, plan.Site.Name), Description: b.Description, Tagline: b.Tagline, Language: plan.Site.Language, BaseURL: origin,
		Type:  plan.Site.Type,
		Facts: renderer.Facts{About: b.Description, Email: b.Email, Phone: b.Phone, Address: b.Address, Author: b.Author},
	}
}

// numberEqualTitles adds a number to equal titles: in search results the title is all that separates two pages. The first in
// the site's order keeps its title, and on the site each page keeps its name.
func numberEqualTitles(list []renderer.Page) {
	taken := map[string]bool{}
	for i := range list {
		title := list[i].Title
		for n := 2; taken[strings.ToLower(list[i].Title)]; n++ {
			list[i].Title, list[i].H1 = title+" ("+strconv.Itoa(n)+")", or(list[i].H1, title)
		}
		taken[strings.ToLower(list[i].Title)] = true
	}
}

// Origin returns the address of a site with the domain, or Unnamed without one.
func Origin(domain string) string {
	if domain == "" {
		return Unnamed
	}
	if strings.Contains(domain, "://") {
		return strings.TrimRight(domain, "/")
	}
	return "https://" + strings.Trim(domain, "/")
}

// nonEmptyPages leaves out pages that readers would find empty: without approved content, hubs and categories that list
// nothing, a contact page without contact data.
func nonEmptyPages(plan sitebuilder.Plan, contents []writer.Publishable) []pages.Page {
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

func pageOf(snapshot publish.Snapshot, p pages.Page) renderer.Page {
	out := renderer.Page{
		ID: p.ID, Kind: p.Kind, Path: p.Path, Title: p.Title, Description: p.Description, Canonical: p.Canonical, SchemaType: p.SchemaType,
		TargetKeywords: p.TargetKeywords,
	}
	if p.ParentID != nil {
		out.ParentID, out.HubID = *p.ParentID, *p.ParentID
	}
	for _, t := range snapshot.Plan.Terms[p.ID] {
		term := renderer.Term{Taxonomy: taxonomyOf(snapshot.Plan, t), Name: t.Name, Slug: t.Slug}
		if p.Title == term.Taxonomy+": "+term.Name {
			out.H1 = term.Name
		}
		out.Terms = append(out.Terms, term)
	}
	for _, c := range snapshot.Contents {
		if c.Page.ID != p.ID {
			continue
		}
		out.Title, out.Description, out.Body = c.Content.Title, c.Content.Description, c.Content.Blocks
		if c.Content.ApprovedAt != nil {
			// The time of the approval is used instead of the row's: publishing changes the row, and must not make the next
			// release differ.
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

// newest returns the time of the last change that the release shows. Publishing changes the state of a row; that must not
// count, or every publish would make the next one differ.
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

func or(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}
