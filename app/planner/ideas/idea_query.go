package ideas

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/planner"
)

// What ideas can be filtered by beside their state.
const (
	IdeasHeld    = "held"  // they meet a page, and nobody has decided what becomes of the two
	IdeasClear   = "clear" // nothing holds them back
	IdeasPlanned = "yes"   // they have a date
	IdeasUndated = "no"
)

// IdeaQuery is a page of the ideas of a site or a sector, the greatest demand first. Empty fields do not filter, but one of SiteID and
// SectorID is needed.
type IdeaQuery struct {
	SiteID     string
	SectorID   string
	ClusterID  string
	State      IdeaState
	Conflict   string // IdeasHeld or IdeasClear
	Planned    string // IdeasPlanned or IdeasUndated
	From, Till string // days, YYYY-MM-DD, both inclusive: those that are planned then
	Limit      int
	Cursor     string
}

// Ideas returns one page of the ideas.
func (s *Service) Ideas(ctx context.Context, q IdeaQuery) (database.Page[Idea], error) {
	none := database.Page[Idea]{}
	query, keep, err := s.matching(ctx, q)
	if err != nil {
		return none, err
	}
	order := database.Order{Column: "demand", Falling: true, Nullable: true}
	position := func(i Idea) database.Position {
		if i.Demand == nil {
			return database.Position{ID: i.ID}
		}
		return database.Position{Value: *i.Demand, ID: i.ID}
	}
	if keep == nil {
		return database.List(query, order, q.Limit, q.Cursor, position)
	}
	kept := func(list []Idea) ([]Idea, error) {
		return slices.DeleteFunc(list, func(i Idea) bool { return !keep(i) }), nil
	}
	return database.ListKept(query, kept, order, q.Limit, q.Cursor, position)
}

func (q IdeaQuery) check() error {
	var wrong fault.Fields
	one := func(name, value, message string, of ...string) {
		wrong.Check(value == "" || slices.Contains(of, value), name, message+", not %q.", value)
	}
	wrong.Check(q.State == "" || slices.Contains(IdeaStates(), q.State), "state", "The state of an idea is proposed, accepted or rejected, not %q.", q.State)
	one("conflict", q.Conflict, "An idea is held or clear", IdeasHeld, IdeasClear)
	one("planned", q.Planned, "An idea has a date, yes or no", IdeasPlanned, IdeasUndated)
	wrong.Check(isDate(q.From), "from", "Give the first day as year, month and day, such as 2027-01-31.")
	wrong.Check(isDate(q.Till), "till", "Give the last day as year, month and day, such as 2027-01-31.")
	return wrong.Err()
}

// ideasIn returns the ideas of the query's sector or site, and of its cluster, and which site that is. The sector must be
// one of the site, if both are given.
func (s *Service) ideasIn(ctx context.Context, q IdeaQuery) (query *gorm.DB, siteID string, err error) {
	query = s.db.Read(ctx)
	if q.SectorID != "" {
		sector, err := s.sites.Sector(ctx, q.SectorID)
		if err != nil {
			return nil, "", err
		}
		if q.SiteID != "" && q.SiteID != sector.SiteID {
			return nil, "", fault.Missing("sector")
		}
		query, siteID = query.Where("sector_id = ?", sector.ID), sector.SiteID
	} else {
		site, err := s.sites.Get(ctx, q.SiteID)
		if err != nil {
			return nil, "", err
		}
		query, siteID = query.Where("site_id = ?", site.ID), site.ID
	}
	if q.ClusterID != "" {
		if _, err := database.One[planner.Cluster](s.db.Read(ctx), "cluster", q.ClusterID); err != nil {
			return nil, "", err
		}
		query = query.Where("cluster_id = ?", q.ClusterID)
	}
	return query, siteID, nil
}

// dated keeps the ideas whose date is as asked.
func (q IdeaQuery) dated(query *gorm.DB) *gorm.DB {
	if q.Planned == IdeasUndated {
		query = query.Where("planned_on = ''")
	}
	if q.Planned == IdeasPlanned || q.From != "" || q.Till != "" {
		query = query.Where("planned_on <> ''")
	}
	if q.From != "" {
		query = query.Where("planned_on >= ?", q.From)
	}
	if q.Till != "" {
		query = query.Where("planned_on <= ?", q.Till)
	}
	return query
}
