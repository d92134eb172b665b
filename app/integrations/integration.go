package integrations

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"strings"
	"time"

	"gorm.io/gorm"

	"igny8/app/config"
	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// Integration is an outside system that an account has connected. People recognise its key by the last characters.
type Integration struct {
	ID           string
	AccountID    string `gorm:"<-:create"`
	Kind         string `gorm:"<-:create"`
	BaseURL      string
	Settings     map[string]string `gorm:"serializer:json"`
	SealedKey    string
	KeyTail      string // empty: the system needs no key
	TriedAt      *time.Time
	TriedOK      bool
	TriedMessage string
	CreatedAt    time.Time
	UpdatedAt    time.Time
}

// sealedAbout returns the text that ties a sealed key to this row: it cannot be opened in another.
func (i Integration) sealedAbout() string { return "integration " + i.AccountID + " " + i.ID }

// Integrations returns the integrations of the account, by kind.
func (s *Service) Integrations(ctx context.Context) ([]Integration, error) {
	var all []Integration
	if err := s.db.Read(ctx).Order("kind").Find(&all).Error; err != nil {
		return nil, fmt.Errorf("read integrations: %w", err)
	}
	return all, nil
}

// Page returns one page of Integrations, for the API.
func (s *Service) Page(ctx context.Context, limit int, cursor string) (database.Page[Integration], error) {
	return database.List(s.db.Read(ctx), database.Order{Column: "kind", Kind: database.Text}, limit, cursor,
		func(i Integration) database.Position { return database.Position{Value: i.Kind, ID: i.ID} })
}

// Integration returns the integration with the id.
func (s *Service) Integration(ctx context.Context, id string) (Integration, error) {
	return integration(s.db.Read(ctx), id)
}

func integration(tx *gorm.DB, id string) (i Integration, err error) {
	if !text.Printable(id) { // PostgreSQL would return an error
		return i, fault.Missing("integration")
	}
	err = tx.Take(&i, "id = ?", id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return i, fault.Missing("integration")
	}
	if err != nil {
		return i, fmt.Errorf("read integration: %w", err)
	}
	return i, nil
}

// OfKind returns the account's integration of the kind, or nil.
func (s *Service) OfKind(ctx context.Context, kind string) (*Integration, error) {
	tx := s.db.Read(ctx)
	return database.Once(tx, kind, func() (*Integration, error) {
		var own Integration
		err := tx.Take(&own, "kind = ?", kind).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return nil, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read integration: %w", err)
		}
		return &own, nil
	})
}

// Add connects the account to the system.
func (s *Service) Add(ctx context.Context, c Connection) (Integration, error) {
	c, err := s.check(c)
	if err != nil {
		return Integration{}, err
	}
	i := Integration{ID: database.NewID(), AccountID: tenancy.Account(ctx), Kind: c.Kind}
	s.seal(&i, c)
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Create(&i).Error; err != nil {
			return err
		}
		return events.Record(tx, s.event(events.IntegrationAdded, i))
	})
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return Integration{}, fault.New(fault.Conflict, "This account has such an integration already. Change that one, or remove it first.")
	}
	if err != nil {
		return Integration{}, fmt.Errorf("add integration: %w", err)
	}
	return i, nil
}

// Change replaces the connection. An empty key keeps the stored one if the server stays the same: a key is never sent to a
// server that it was not entered for.
func (s *Service) Change(ctx context.Context, id string, c Connection) (Integration, error) {
	var i Integration
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		if i, err = integration(database.Locked(tx), id); err != nil {
			return err
		}
		if c, err = s.replacement(i, c); err != nil {
			return err
		}
		s.seal(&i, c)
		if err := rewrite(tx, i); err != nil {
			return err
		}
		if err := s.changed(tx, i); err != nil {
			return err
		}
		return events.Record(tx, s.event(events.IntegrationChanged, i))
	})
	if err != nil {
		return Integration{}, err
	}
	s.after(ctx, i)
	return i, nil
}

// replacement returns the connection that replaces the row's. The row is locked, so that a key entered a moment ago is not
// lost.
func (s *Service) replacement(i Integration, c Connection) (_ Connection, err error) {
	c.Kind = i.Kind
	if c.Key == "" && i.KeyTail != "" {
		if origin(c.BaseURL) != origin(i.BaseURL) {
			return c, fault.Fields{{Name: "key", Message: "The address leads to another server, so enter the key again: it was entered for the old one."}}.Err()
		}
		if c.Key, err = s.Key(i); err != nil {
			return c, err
		}
	}
	return s.check(c)
}

// Remove deletes the integration and its key.
func (s *Service) Remove(ctx context.Context, id string) error {
	var i Integration
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		if i, err = integration(database.Locked(tx), id); err != nil {
			return err
		}
		if err := s.changed(tx, i); err != nil {
			return err
		}
		if err := tx.Delete(&Integration{}, "id = ?", id).Error; err != nil {
			return fmt.Errorf("remove integration: %w", err)
		}
		return events.Record(tx, s.event(events.IntegrationRemoved, i))
	})
	if err != nil {
		return err
	}
	s.after(ctx, i)
	return nil
}

// Try sends the system a harmless request and stores the result as a sentence for people.
func (s *Service) Try(ctx context.Context, id string) (Integration, error) {
	i, err := s.Integration(ctx, id)
	if err != nil {
		return Integration{}, err
	}
	kind, known := s.kinds[i.Kind]
	if !known {
		return Integration{}, fault.New(fault.Unavailable, "This installation cannot reach integrations of this kind.")
	}
	if i.TriedOK, i.TriedMessage, err = kind.Try(ctx, i); err != nil {
		return Integration{}, err
	}
	i.TriedAt = new(database.Now())
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		// If the integration was changed meanwhile, the result says nothing about it.
		done := tx.Model(&Integration{}).Where("id = ? AND updated_at = ?", id, i.UpdatedAt).
			UpdateColumns(map[string]any{"tried_at": i.TriedAt, "tried_ok": i.TriedOK, "tried_message": i.TriedMessage})
		if done.Error != nil {
			return fmt.Errorf("store trial: %w", done.Error)
		}
		if !i.TriedOK || done.RowsAffected == 0 {
			return nil
		}
		return s.changed(tx, i)
	})
	if err == nil && i.TriedOK {
		s.after(ctx, i)
	}
	return i, err
}

func (s *Service) changed(tx *gorm.DB, i Integration) error {
	if tell := s.kinds[i.Kind].Changed; tell != nil {
		return tell(tx, i.ID)
	}
	return nil
}

func (s *Service) after(ctx context.Context, i Integration) {
	if tell := s.kinds[i.Kind].After; tell != nil {
		tell(ctx, i.ID)
	}
}

// seal writes the connection into the row. The result of an earlier trial is deleted, since it is about another connection.
func (s *Service) seal(i *Integration, c Connection) {
	i.BaseURL, i.Settings = c.BaseURL, c.Settings
	i.SealedKey, i.KeyTail = "", ""
	i.TriedAt, i.TriedOK, i.TriedMessage = nil, false, ""
	if key := c.Key.Reveal(); key != "" {
		i.SealedKey, i.KeyTail = s.needs.Vault.Seal(key, i.sealedAbout()), tail(key)
	}
}

// tail returns the end of a key that people recognise it by: at most a quarter of it, and at most four characters.
func tail(key string) string {
	return "…" + key[len(key)-min(4, len(key)/4):]
}

func rewrite(tx *gorm.DB, i Integration) error {
	done := tx.Model(&Integration{}).Where("id = ?", i.ID).
		Select("base_url", "settings", "sealed_key", "key_tail", "tried_at", "tried_ok", "tried_message").Updates(i)
	if done.Error != nil {
		return fmt.Errorf("write integration: %w", done.Error)
	}
	return nil
}

// Server returns the host of the integration, for people.
func (s *Service) Server(i Integration) string {
	if u, err := url.Parse(i.BaseURL); err == nil && u.Host != "" {
		return u.Host
	}
	return s.kinds[i.Kind].Server
}

func (s *Service) event(kind events.Kind, i Integration) events.Event {
	return events.Event{Kind: kind, ObjectID: i.ID, Subject: i.Kind, Detail: s.summary(i)}
}

// summary describes the integration for the audit log.
func (s *Service) summary(i Integration) string {
	text := s.Server(i)
	for _, f := range s.kinds[i.Kind].Fields {
		if value := i.Settings[f.Name]; value != "" {
			text += ", " + value
		}
	}
	if i.KeyTail != "" {
		text += ", key " + i.KeyTail
	}
	return text
}

// Key returns the integration's key in the clear.
func (s *Service) Key(i Integration) (config.Secret, error) {
	if i.SealedKey == "" {
		return "", nil
	}
	key, err := s.needs.Vault.Open(i.SealedKey, i.sealedAbout())
	if err != nil {
		return "", fault.Wrap(err, fault.Unavailable, "The key of this account's %s cannot be read any more: the installation's secret key has changed. "+
			"An admin can enter the key again under Integrations.", s.kinds[i.Kind].Title)
	}
	return config.Secret(key), nil
}

// Connection returns the connection of the integration, without the key.
func (i Integration) Connection() Connection {
	return Connection{Kind: i.Kind, BaseURL: i.BaseURL, Settings: maps.Clone(i.Settings)}
}

// origin returns the server of an address: the server that a key was entered for.
func origin(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return address
	}
	return strings.ToLower(u.Scheme + "://" + u.Host)
}
