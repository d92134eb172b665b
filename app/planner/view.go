package planner

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"time"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/language"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// The lists that views are of.
const (
	KeywordList = "keywords"
	ClusterList = "clusters"
)

// View is a list as somebody wants to see it again: its filters and its order under a name. Views belong to a site, and go
// for each of its sectors.
type View struct {
	ID        string // empty: built in
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	List      string `gorm:"<-:create"` // KeywordList or ClusterList
	Name      string
	NameKey   string
	Query     string // the parameters of its address, encoded
	UserID    string `gorm:"<-:create"`
	CreatedAt time.Time
	UpdatedAt time.Time
}

// TableName returns the table of views.
func (View) TableName() string { return "saved_views" }

// builtIn are the views that every site has.
var builtIn = map[string][]View{
	KeywordList: {
		{Name: "All"},
		{Name: "Not grouped", Query: "state=new"},
		{Name: "Check these", Query: "weak=yes"},
		{Name: "Without volume", Query: "volume=unknown"},
		{Name: "Questions", Query: "question=yes"},
		{Name: "High opportunity", Query: "sort=-opportunity"},
	},
	ClusterList: {
		{Name: "All"},
		{Name: "To approve", Query: "state=proposed"},
		{Name: "High opportunity", Query: "sort=-opportunity"},
	},
}

// Views returns the views of a list of the site: those that are built in, then the saved ones by name.
func (s *Service) Views(ctx context.Context, siteID, list string) ([]View, error) {
	if _, err := s.sites.Get(ctx, siteID); err != nil {
		return nil, err
	}
	var saved []View
	if err := s.db.Read(ctx).Where("site_id = ? AND list = ?", siteID, list).Order("name_key").Find(&saved).Error; err != nil {
		return nil, fmt.Errorf("list views: %w", err)
	}
	all := append(slices.Clone(builtIn[list]), saved...)
	for i := range all {
		all[i].List = list
	}
	return all, nil
}

// ViewPage returns one page of Views, for the API.
func (s *Service) ViewPage(ctx context.Context, siteID, list string, limit int, cursor string) (database.Page[View], error) {
	all, err := s.Views(ctx, siteID, list)
	if err != nil {
		return database.Page[View]{}, err
	}
	return database.PageOf(all, limit, cursor, func(v View) string { return v.ID + v.Name })
}

const (
	mostViews = 50
	maxQuery  = 2000
)

// SaveView saves a view of a list of the site under a name that no other view of the list has.
func (s *Service) SaveView(ctx context.Context, v View) (View, error) {
	site, err := s.sites.Get(ctx, v.SiteID)
	if err != nil {
		return View{}, err
	}
	if builtIn[v.List] == nil {
		return View{}, fault.New(fault.Invalid, "There are views of keywords and of clusters, not of %q.", v.List)
	}
	v = View{ID: database.NewID(), SiteID: site.ID, List: v.List, Name: v.Name, Query: v.Query, UserID: tenancy.User(ctx)}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		var count int64
		if err := tx.Model(&View{}).Where("site_id = ? AND list = ?", site.ID, v.List).Count(&count).Error; err != nil {
			return fmt.Errorf("count views: %w", err)
		}
		if count >= mostViews {
			return fault.New(fault.Invalid, "A list has at most %d saved views. Delete one first.", mostViews)
		}
		return v.write(func() error { return tx.Create(&v).Error })
	})
	return v, err
}

// ViewChange is a change of a saved view; nil keeps what is there.
type ViewChange struct{ Name, Query *string }

// ChangeView renames a saved view or gives it other filters.
func (s *Service) ChangeView(ctx context.Context, id string, c ViewChange) (View, error) {
	var v View
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		if v, err = database.One[View](database.Locked(tx), "view", id); err != nil {
			return err
		}
		if c.Name != nil {
			v.Name = *c.Name
		}
		if c.Query != nil {
			v.Query = *c.Query
		}
		return v.write(func() error { return tx.Select("name", "name_key", "query", "updated_at").Updates(&v).Error })
	})
	return v, err
}

// write checks the view and writes it by store.
func (v *View) write(store func() error) error {
	if err := v.check(); err != nil {
		return err
	}
	taken := fault.Fields{{Name: "name", Message: fmt.Sprintf("There is a view %q already. Choose another name.", v.Name)}}.Err()
	if slices.ContainsFunc(builtIn[v.List], func(b View) bool { return language.Key(b.Name) == v.NameKey }) {
		return taken
	}
	err := store()
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return taken
	}
	if err != nil {
		return fmt.Errorf("save view: %w", err)
	}
	return nil
}

func (v *View) check() error {
	v.NameKey = language.Key(v.Name)
	if n := utf8.RuneCountInString(v.Name); n == 0 || n > 60 || v.NameKey == "" || !text.Printable(v.Name) {
		return fault.Fields{{Name: "name", Message: "A view's name has 1 to 60 characters that can be shown."}}.Err()
	}
	parameters, err := url.ParseQuery(v.Query)
	if err != nil || len(v.Query) > maxQuery || !text.Printable(v.Query) {
		return fault.New(fault.Invalid, "These filters cannot be saved. Open the list anew and set them again.")
	}
	v.Query = lasting(parameters).Encode()
	return nil
}

// lasting returns the parameters of an address that make a view: not its page, and the sector only with something of that sector.
func lasting(parameters url.Values) url.Values {
	list := url.Values{}
	bound := parameters.Has("cluster_id") || parameters.Has("import_id") || parameters.Has("parent_id") || parameters.Has("under_id")
	for name := range parameters {
		value := parameters.Get(name)
		if value == "" || name == "cursor" || name == "_csrf" || (name == "sector" && !bound) {
			continue
		}
		list.Set(name, value)
	}
	return list
}

// DeleteView deletes a saved view. What it shows stays.
func (s *Service) DeleteView(ctx context.Context, id string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		v, err := database.One[View](tx, "view", id)
		if err != nil {
			return err
		}
		if err := tx.Delete(&v).Error; err != nil {
			return fmt.Errorf("delete view: %w", err)
		}
		return nil
	})
}

// Shows says whether the view is what an address with the parameters shows.
func (v View) Shows(parameters url.Values) bool { return v.Query == lasting(parameters).Encode() }
