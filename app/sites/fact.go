package sites

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// The bounds of facts.
const (
	mostFacts     = 200
	longFactName  = 100
	longFactValue = 500
)

// Fact is a statement that is true for the whole site and that every text may use: "Warranty" is "24 months".
type Fact struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	Name      string
	NameKey   string // the name in the form in which names are compared
	Value     string
	CreatedAt time.Time
	UpdatedAt time.Time
}

// TableName returns the name of the table.
func (Fact) TableName() string { return "site_facts" }

// FormerFact is the value of a fact before it was changed or removed. Texts may still state it.
type FormerFact struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	Name      string
	NameKey   string
	Value     string
	ValueKey  string
	UserID    string // who changed it
	CreatedAt time.Time
}

// Facts returns the facts of the site, by name.
func (s *Service) Facts(ctx context.Context, siteID string) ([]Fact, error) {
	if _, err := s.Get(ctx, siteID); err != nil {
		return nil, err
	}
	return facts(s.db.Read(ctx), siteID)
}

// FactPage returns one page of Facts, for the API.
func (s *Service) FactPage(ctx context.Context, siteID string, limit int, cursor string) (database.Page[Fact], error) {
	if _, err := s.Get(ctx, siteID); err != nil {
		return database.Page[Fact]{}, err
	}
	return database.List(s.db.Read(ctx).Where("site_id = ?", siteID), database.Order{Column: "name_key", Kind: database.Text}, limit, cursor,
		func(fact Fact) database.Position { return database.Position{Value: fact.NameKey, ID: fact.ID} })
}

func facts(tx *gorm.DB, siteID string) ([]Fact, error) {
	var list []Fact
	if err := tx.Where("site_id = ?", siteID).Order("name_key, id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list facts: %w", err)
	}
	return list, nil
}

// AddFact adds a fact to the site. Names are unique within a site, whatever their case.
func (s *Service) AddFact(ctx context.Context, siteID, name, value string) (Fact, error) {
	fact := Fact{ID: database.NewID(), SiteID: siteID}
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		site, err := database.One[Site](database.Locked(tx), "site", siteID)
		if err != nil {
			return err
		}
		if err := fact.say(name, value); err != nil {
			return err
		}
		var count int64
		if err := tx.Model(&Fact{}).Where("site_id = ?", siteID).Count(&count).Error; err != nil {
			return fmt.Errorf("count facts: %w", err)
		}
		if count >= mostFacts {
			return fault.New(fault.Conflict, "A site has at most %d facts. Remove one that no text needs.", mostFacts)
		}
		if err := fact.write(func() error { return tx.Create(&fact).Error }); err != nil {
			return err
		}
		if err := current(tx, fact); err != nil {
			return err
		}
		return events.Record(tx, events.Event{Kind: events.FactAdded, SiteID: siteID, ObjectID: fact.ID, Subject: site.Name, Detail: fact.Name + ": " + fact.Value})
	})
	return fact, err
}

// FactChange is a change of a fact. A nil field stays unchanged.
type FactChange struct{ Name, Value *string }

// ChangeFact changes a fact of the site. It stores the earlier value as a former fact, so that texts that state it can be found.
func (s *Service) ChangeFact(ctx context.Context, siteID, id string, c FactChange) (Fact, error) {
	var fact Fact
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		before, err := factOf(database.Locked(tx), siteID, id)
		if err != nil {
			return err
		}
		fact = before
		name, value := before.Name, before.Value
		if c.Name != nil {
			name = *c.Name
		}
		if c.Value != nil {
			value = *c.Value
		}
		if err := fact.say(name, value); err != nil {
			return err
		}
		if fact.Name == before.Name && fact.Value == before.Value {
			return nil
		}
		if err := fact.write(func() error { return tx.Select("name", "name_key", "value", "updated_at").Updates(&fact).Error }); err != nil {
			return err
		}
		if err := former(ctx, tx, before, fact.NameKey, fact.Value); err != nil {
			return err
		}
		if err := current(tx, fact); err != nil {
			return err
		}
		return events.Record(tx, events.Event{Kind: events.FactChanged, SiteID: siteID, ObjectID: id, Subject: fact.Name, Detail: before.Value + " → " + fact.Value})
	})
	return fact, err
}

// RemoveFact removes a fact from the site. It becomes a former fact.
func (s *Service) RemoveFact(ctx context.Context, siteID, id string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		fact, err := factOf(database.Locked(tx), siteID, id)
		if err != nil {
			return err
		}
		if err := tx.Where("id = ?", id).Delete(&Fact{}).Error; err != nil {
			return fmt.Errorf("remove fact: %w", err)
		}
		if err := former(ctx, tx, fact, fact.NameKey, ""); err != nil {
			return err
		}
		return events.Record(tx, events.Event{
			Kind: events.FactRemoved, SiteID: siteID, ObjectID: id, Subject: fact.Name,
			Detail: fact.Value,
		})
	})
}

// FormerFacts returns the former facts of the site, the last changed first.
func (s *Service) FormerFacts(ctx context.Context, siteID string) ([]FormerFact, error) {
	if _, err := s.Get(ctx, siteID); err != nil {
		return nil, err
	}
	var list []FormerFact
	if err := s.db.Read(ctx).Where("site_id = ?", siteID).Order("created_at DESC, id").Limit(mostFacts).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list former facts: %w", err)
	}
	return list, nil
}

// ForgetFact deletes a former fact of the site, so that texts are no longer searched for it.
func (s *Service) ForgetFact(ctx context.Context, siteID, formerID string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := database.One[FormerFact](tx, "former fact", formerID)
		if err == nil && old.SiteID != siteID {
			err = fault.Missing("former fact")
		}
		if err != nil {
			return err
		}
		if err := tx.Where("id = ?", formerID).Delete(&FormerFact{}).Error; err != nil {
			return fmt.Errorf("forget former fact: %w", err)
		}
		return nil
	})
}

func factOf(tx *gorm.DB, siteID, id string) (Fact, error) {
	fact, err := database.One[Fact](tx, "fact", id)
	if err == nil && fact.SiteID != siteID {
		err = fault.Missing("fact")
	}
	return fact, err
}

// say sets name and value of the fact.
func (f *Fact) say(name, value string) error {
	var wrong fault.Fields
	f.Name, f.Value = text.Line(&wrong, "name", name, longFactName), text.Line(&wrong, "value", value, longFactValue)
	wrong.Check(f.Name != "", "name", "Name the fact: what is it about?")
	wrong.Check(f.Value != "", "value", "Say what holds, the way that texts should state it.")
	f.NameKey = strings.ToLower(f.Name)
	return wrong.Err()
}

func (f *Fact) write(store func() error) error {
	err := store()
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return fault.Fields{{Name: "name", Message: fmt.Sprintf("The site has a fact named %q already. Change that one.", f.Name)}}.Err()
	}
	if err != nil {
		return fmt.Errorf("save fact: %w", err)
	}
	return nil
}

// former stores the earlier value as a former fact under the new name, unless the value stays the same.
func former(ctx context.Context, tx *gorm.DB, before Fact, nameKey, value string) error {
	if before.Value == value {
		return nil
	}
	old := FormerFact{
		ID: database.NewID(), SiteID: before.SiteID, Name: before.Name, NameKey: nameKey, Value: before.Value,
		ValueKey: strings.ToLower(before.Value), UserID: tenancy.User(ctx),
	}
	if err := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&old).Error; err != nil {
		return fmt.Errorf("keep former fact: %w", err)
	}
	return nil
}

// current deletes the former fact that equals the fact, for a fact that was changed back.
func current(tx *gorm.DB, fact Fact) error {
	err := tx.Where("site_id = ? AND name_key = ? AND value_key = ?", fact.SiteID, fact.NameKey, strings.ToLower(fact.Value)).Delete(&FormerFact{}).Error
	if err != nil {
		return fmt.Errorf("forget former fact: %w", err)
	}
	return nil
}
