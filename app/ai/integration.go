package ai

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/config"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/outbound"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// Kind is a kind of server that an account can bring.
type Kind string

// The kinds of servers.
const (
	OpenAI  Kind = "openai"  // OpenAI, and every server with its API
	Runware Kind = "runware" // images
)

// Connection is what it takes to ask a server. Its zero value is OpenAI's own server without key and model.
type Connection struct {
	Kind           Kind
	BaseURL        string // includes /v1; empty: the server of whoever the kind is named after
	Key            config.Secret
	Model          string // writes
	ImageModel     string
	EmbeddingModel string
}

// Integration is a server that an account brings: its own goes before the installation's. The key is sealed and never shown
// again; people know it by its last characters.
type Integration struct {
	ID             string
	AccountID      string `gorm:"<-:create"`
	Kind           Kind   `gorm:"<-:create"`
	BaseURL        string
	Model          string
	ImageModel     string
	EmbeddingModel string
	SealedKey      string
	KeyTail        string // empty: the server asks for no key
	TriedAt        *time.Time
	TriedOK        bool
	TriedMessage   string
	CreatedAt      time.Time
	UpdatedAt      time.Time
}

// Server is the host of the integration, for people.
func (i Integration) Server() string { return i.Connection().server() }

// Connection is what the integration asks, without the key.
func (i Integration) Connection() Connection {
	return Connection{Kind: i.Kind, BaseURL: i.BaseURL, Model: i.Model, ImageModel: i.ImageModel, EmbeddingModel: i.EmbeddingModel}
}

// sealedAbout is what a key is sealed with: it opens in the row it was sealed for, and in no other.
func (i Integration) sealedAbout() string { return "integration " + i.AccountID + " " + i.ID }

// Integrations are the account's, by kind.
func (e *Engine) Integrations(ctx context.Context) ([]Integration, error) {
	var all []Integration
	if err := e.db.Read(ctx).Order("kind").Find(&all).Error; err != nil {
		return nil, fmt.Errorf("read integrations: %w", err)
	}
	return all, nil
}

// IntegrationPage is one page of Integrations, for the API.
func (e *Engine) IntegrationPage(ctx context.Context, limit int, cursor string) (database.Page[Integration], error) {
	return database.List(e.db.Read(ctx), database.Order{Column: "kind", Kind: database.Text}, limit, cursor,
		func(i Integration) database.Position { return database.Position{Value: string(i.Kind), ID: i.ID} })
}

// Integration is the one with the id.
func (e *Engine) Integration(ctx context.Context, id string) (Integration, error) {
	return integration(e.db.Read(ctx), id)
}

func integration(tx *gorm.DB, id string) (i Integration, err error) {
	return database.One[Integration](tx, "integration", id)
}

// AddIntegration makes the account ask its own server from now on.
func (e *Engine) AddIntegration(ctx context.Context, c Connection) (Integration, error) {
	c, err := e.check(c)
	if err != nil {
		return Integration{}, err
	}
	i := Integration{ID: database.NewID(), AccountID: tenancy.Account(ctx), Kind: c.Kind}
	e.seal(&i, c)
	err = e.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Create(&i).Error; err != nil {
			return err
		}
		return accounts.Audit(ctx, tx, "integration added", string(c.Kind), i.summary())
	})
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return Integration{}, fault.New(fault.Conflict, "This account has such an integration already. Change that one, or remove it first.")
	}
	if err != nil {
		return Integration{}, fmt.Errorf("add integration: %w", err)
	}
	return i, nil
}

// ChangeIntegration replaces what the integration asks. An empty key keeps the one that is sealed, as long as the server stays: a key is never sent to
// a server that it was not entered for.
func (e *Engine) ChangeIntegration(ctx context.Context, id string, c Connection) (Integration, error) {
	i, err := e.Integration(ctx, id)
	if err != nil {
		return Integration{}, err
	}
	c.Kind = i.Kind
	if c.Key == "" && i.KeyTail != "" {
		if origin(c.BaseURL) != origin(i.BaseURL) {
			return Integration{}, fault.Fields{{Name: "key", Message: "The address leads to another server, so enter the key again: it was entered for the old one."}}.Err()
		}
		if c.Key, err = e.key(i); err != nil {
			return Integration{}, err
		}
	}
	if c, err = e.check(c); err != nil {
		return Integration{}, err
	}
	err = e.db.Tx(ctx, func(tx *gorm.DB) error {
		if i, err = integration(tx, id); err != nil {
			return err
		}
		e.seal(&i, c)
		if err := rewrite(tx, i); err != nil {
			return err
		}
		if err := closeCircuit(tx, id); err != nil {
			return err
		}
		return accounts.Audit(ctx, tx, "integration changed", string(i.Kind), i.summary())
	})
	if err != nil {
		return Integration{}, err
	}
	e.Wake(ctx)
	return i, nil
}

// RemoveIntegration forgets the server and its key. Runs that were queued for it end in words; new ones ask the
// installation's server, or the built-in engine.
func (e *Engine) RemoveIntegration(ctx context.Context, id string) error {
	err := e.db.Tx(ctx, func(tx *gorm.DB) error {
		i, err := integration(tx, id)
		if err != nil {
			return err
		}
		if err := closeCircuit(tx, id); err != nil {
			return err
		}
		if err := tx.Delete(&Integration{}, "id = ?", id).Error; err != nil {
			return fmt.Errorf("remove integration: %w", err)
		}
		return accounts.Audit(ctx, tx, "integration removed", string(i.Kind), i.summary())
	})
	if err != nil {
		return err
	}
	e.connections.drop(id)
	e.Wake(ctx)
	return nil
}

// seal puts the connection into the row. What an earlier trial said is about another connection, and goes.
func (e *Engine) seal(i *Integration, c Connection) {
	i.BaseURL, i.Model, i.ImageModel, i.EmbeddingModel = c.BaseURL, c.Model, c.ImageModel, c.EmbeddingModel
	i.SealedKey, i.KeyTail = "", ""
	i.TriedAt, i.TriedOK, i.TriedMessage = nil, false, ""
	if key := c.Key.Reveal(); key != "" {
		i.SealedKey, i.KeyTail = e.options.Vault.Seal(key, i.sealedAbout()), tail(key)
	}
}

// tail is what people know a key by: a quarter of it at the most, and never more than four characters.
func tail(key string) string {
	return "…" + key[len(key)-min(4, len(key)/4):]
}

func rewrite(tx *gorm.DB, i Integration) error {
	done := tx.Model(&Integration{}).Where("id = ?", i.ID).
		Select("base_url", "model", "image_model", "embedding_model", "sealed_key", "key_tail", "tried_at", "tried_ok", "tried_message").Updates(i)
	if done.Error != nil {
		return fmt.Errorf("write integration: %w", done.Error)
	}
	return nil
}

// summary is the integration for the log of what was done.
func (i Integration) summary() string {
	text := i.Server()
	for _, model := range []string{i.Model, i.ImageModel, i.EmbeddingModel} {
		if model != "" {
			text += ", " + model
		}
	}
	if i.KeyTail != "" {
		text += ", key " + i.KeyTail
	}
	return text
}

// key is the integration's key as it was entered.
func (e *Engine) key(i Integration) (config.Secret, error) {
	if i.SealedKey == "" {
		return "", nil
	}
	key, err := e.options.Vault.Open(i.SealedKey, i.sealedAbout())
	if err != nil {
		return "", fault.Wrap(err, fault.Unavailable, "The key of this account's AI server cannot be read any more: the installation's secret key has changed. An admin can enter the key again under Integrations.")
	}
	return config.Secret(key), nil
}

const longestName = 200 // of a model

// check puts a connection into shape and refuses what cannot work.
func (e *Engine) check(c Connection) (Connection, error) {
	var wrong fault.Fields
	wrong.Check(e.connects(c.Kind), "kind", "There is no integration of the kind %q here.", c.Kind)
	e.checkAddress(&c, &wrong)
	for _, f := range []struct {
		name, label string
		value       *string
	}{{"model", "model", &c.Model}, {"image_model", "model for images", &c.ImageModel}, {"embedding_model", "model for vectors", &c.EmbeddingModel}} {
		*f.value = strings.TrimSpace(*f.value)
		wrong.Check(utf8.RuneCountInString(*f.value) <= longestName && text.Printable(*f.value), f.name, "The name of the %s has at most %d characters, and no control characters.", f.label, longestName)
	}
	wrong.Check(c.Model != "" || c.Kind != OpenAI, "model", "Name the model that answers, as the server calls it.")
	wrong.Check(c.ImageModel != "" || c.Kind != Runware, "image_model", "Name the model that makes pictures, as the server calls it.")
	key := strings.TrimSpace(c.Key.Reveal())
	wrong.Check(len(key) <= 1000 && text.Printable(key) && !strings.Contains(key, " "), "key", "This does not look like a key: keys have no spaces and at most 1,000 characters.")
	wrong.Check(key != "" || c.BaseURL != "", "key", "Enter a key: this server asks for one.")
	c.Key = config.Secret(key)
	return c, wrong.Err()
}

// checkAddress refuses addresses that are wrong by their looks. What a name resolves to is found out when it is dialled.
func (e *Engine) checkAddress(c *Connection, wrong *fault.Fields) {
	c.BaseURL = strings.TrimRight(strings.TrimSpace(c.BaseURL), "/")
	if c.BaseURL == "" {
		return
	}
	u, err := url.Parse(c.BaseURL)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Hostname() == "" || len(c.BaseURL) > 500 {
		wrong.Add("base_url", "The address begins with https:// and ends in /v1, such as https://openrouter.ai/api/v1.")
		return
	}
	wrong.Check(u.User == nil && u.RawQuery == "" && u.Fragment == "", "base_url", "The address holds no name, password, question mark or #; the key has a field of its own.")
	if e.options.AllowPrivate {
		return
	}
	if outbound.Local(u.Hostname()) {
		wrong.Add("base_url", "This address is private, and this installation reaches public servers only. Whoever runs it can change that with IGNY8_ALLOW_PRIVATE_HOSTS.")
		return
	}
	wrong.Check(u.Scheme == "https" || c.Key == "", "base_url", "Over http the key could be read on its way: use https.")
}

// origin is the server of an address: what a key was entered for.
func origin(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return address
	}
	return strings.ToLower(u.Scheme + "://" + u.Host)
}
