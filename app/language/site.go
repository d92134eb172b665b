package language

import "fmt"

// Site holds the texts of a new site that no keyword supplies.
type Site struct {
	Promise string // what the site does, by its name
	About   string // the title of the page about it, by its name
	Contact string
	Shelves map[string]string // names of categories, by the type of the site
}

// SiteOf returns the texts for the BCP 47 tag. For a language without any it returns the site's name instead of sentences,
// and English shelves.
func SiteOf(tag string) *Site {
	if s := Of(tag).Site; s != nil {
		return s
	}
	english := Of("en").Site
	return &Site{Promise: "%s", About: "%s", Contact: english.Contact, Shelves: english.Shelves}
}

// Describe returns the promise of a site of that name.
func (s *Site) Describe(name string) string { return fmt.Sprintf(s.Promise, name) }

// AboutTitle returns the title of the page about a site of that name.
func (s *Site) AboutTitle(name string) string { return fmt.Sprintf(s.About, name) }
