package pipeline

import (
	"igny8/app/language"
	"igny8/app/pages"
	"igny8/app/sitebuilder"
)

// standing returns the pages that every site needs.
func standing(words *language.Site, name string) []sitebuilder.PagePlan {
	return []sitebuilder.PagePlan{
		{Kind: pages.About, Title: words.AboutTitle(name), Slug: "about", NoClusterReason: "Readers and search engines look for who writes here."},
		{Kind: pages.Contact, Title: words.Contact, Slug: "contact", NoClusterReason: "Readers need a way to reach the business."},
	}
}
