package publish

import (
	"context"
	"fmt"

	"igny8/app/gates"
	"igny8/app/sites"
	"igny8/app/writer"

	"gorm.io/gorm"
)

// Gate returns the last gate: the site is live and shows what is approved, at every destination in use.
func (s *Service) Gate(ctx context.Context, siteID string) (gates.Gate, error) {
	if _, err := s.Sites.Get(ctx, siteID); err != nil {
		return gates.Gate{}, err
	}
	return s.computeGate(s.DB.Read(ctx), siteID)
}

// Standing is what is approved of a site, and what readers see of it.
type Standing struct {
	SiteID       string
	Approved     map[string]int64 // revisions by content
	Destinations []Destination
	shown        map[string]map[string]int64 // revisions by destination and content
}

// Standing returns that of the site.
func (s *Service) Standing(ctx context.Context, siteID string) (Standing, error) {
	if _, err := s.Sites.Get(ctx, siteID); err != nil {
		return Standing{}, err
	}
	return standing(s.DB.Read(ctx), siteID)
}

func standing(db *gorm.DB, siteID string) (st Standing, err error) {
	st.SiteID = siteID
	if st.Approved, err = writer.ApprovedRevisions(db, siteID); err != nil {
		return st, err
	}
	if st.Destinations, err = destinationsOf(db, siteID); err != nil {
		return st, err
	}
	st.shown, err = shownOn(db, siteID)
	return st, err
}

// Find returns the destination with the name. If there is none yet, the destination has no id.
func (st Standing) Find(n NewDestination) Destination {
	for _, d := range st.Destinations {
		if d.Name == n.Name {
			return d
		}
	}
	return n.destination()
}

// GateOf returns the last gate of a site whose standing is known.
func (s *Service) GateOf(ctx context.Context, st Standing) (gates.Gate, error) {
	return st.gate(s.DB.Read(ctx))
}

func (s *Service) computeGate(db *gorm.DB, siteID string) (gates.Gate, error) {
	st, err := standing(db, siteID)
	if err != nil {
		return gates.Gate{}, err
	}
	return st.gate(db)
}

func (st Standing) gate(db *gorm.DB) (gates.Gate, error) {
	used := inUse(st.Destinations)
	behind := differences(st.Approved, st.shown)
	stage := gates.Where{Site: st.SiteID, Screen: gates.PublishStage}
	built := gates.Check{Key: "built", OK: len(used) > 0, Label: "The site has been built", Where: stage}
	online := gates.Check{Key: "live", OK: len(st.shown) > 0, Label: "A release is live", Where: stage}
	current := gates.Check{Key: "current", OK: online.OK && behind == 0, Label: "What is approved is live", Where: stage}
	if !built.OK {
		built.Reason = "No release has been built yet."
	}
	if !online.OK {
		online.Reason = "No release is live."
	}
	if !current.OK {
		current.Reason = reasonBehind(behind)
	}
	return sites.Judge(db, st.SiteID, gates.Publish, built, online, current)
}

// shownOn returns the revisions that readers of the site see, by destination and content.
func shownOn(db *gorm.DB, siteID string) (map[string]map[string]int64, error) {
	var list []Publication
	err := db.Select("destination_id", "content_id", "revision").Where("site_id = ? AND remote_state = ?", siteID, PublicationLive).Find(&list).Error
	if err != nil {
		return nil, fmt.Errorf("list publications: %w", err)
	}
	shown := map[string]map[string]int64{}
	for _, p := range list {
		if shown[p.DestinationID] == nil {
			shown[p.DestinationID] = map[string]int64{}
		}
		shown[p.DestinationID][p.ContentID] = p.Revision
	}
	return shown, nil
}

// differences counts the contents that some destination shows at another revision than the approved one, or that are only
// approved or only shown.
func differences(approved map[string]int64, shown map[string]map[string]int64) int {
	if len(shown) == 0 {
		return len(approved)
	}
	differ := map[string]bool{}
	for _, live := range shown {
		for id, revision := range approved {
			if live[id] != revision {
				differ[id] = true
			}
		}
		for id := range live {
			if _, ok := approved[id]; !ok {
				differ[id] = true
			}
		}
	}
	return len(differ)
}

func reasonBehind(n int) string {
	if n == 1 {
		return "1 page is live as it was, not as it is approved now. Publish to change that."
	}
	return fmt.Sprintf("%d pages are not live as they are approved now. Publish to change that.", n)
}
