package app

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/ai/provider"
	"igny8/app/ai/provider/openai"
	"igny8/app/ai/provider/runware"
	"igny8/app/billing"
	"igny8/app/config"
	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/history"
	"igny8/app/images"
	"igny8/app/integrations"
	"igny8/app/mail"
	"igny8/app/modules"
	"igny8/app/outbound"
	"igny8/app/pages"
	"igny8/app/pipeline"
	"igny8/app/planner"
	"igny8/app/planner/exports"
	"igny8/app/planner/grouping"
	"igny8/app/planner/ideas"
	"igny8/app/planner/imports"
	"igny8/app/publish"
	"igny8/app/publish/site"
	"igny8/app/runs"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
	"igny8/app/tasks"
	"igny8/app/vault"
	"igny8/app/web"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
	"igny8/views/address"
	"igny8/views/console"
)

// Services holds the modules, connected with each other, and what they run on. Commands use it without a web server.
type Services struct {
	modules.Modules
	DB      *database.DB
	Queue   *tasks.Queue
	Metrics *web.Metrics
	Mail    *mail.Service
	secret  []byte
}

// Open opens the database and the queue and builds the modules. It migrates SQLite. It refuses a PostgreSQL database that still needs
// `migrate up`, and a database of a newer version on both.
func Open(ctx context.Context, c config.Config) (*Services, error) {
	secret, err := secretKey(c)
	if err != nil {
		return nil, err
	}
	db, err := OpenDatabase(ctx, c)
	if err != nil {
		return nil, err
	}
	if err := ready(ctx, c, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	queue, err := tasks.Open(ctx, tasks.Options{URL: c.RedisURL.Reveal(), Workers: c.Workers})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("REDIS_URL: %w", err), db.Close())
	}
	return Assemble(c, secret, db, queue)
}

// Assemble builds the modules over an open database and queue. It takes them over and closes them on failure. tune changes the options of
// the AI engine, for tests that need shorter waits.
func Assemble(c config.Config, secret []byte, db *database.DB, queue *tasks.Queue, tune ...func(*ai.Options)) (*Services, error) {
	s := &Services{DB: db, Queue: queue, Metrics: web.NewMetrics(), secret: secret}
	if err := s.wire(c, tune); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func ready(ctx context.Context, c config.Config, db *database.DB) error {
	if c.Postgres() {
		return db.Check(ctx)
	}
	return db.Migrate(ctx)
}

// OpenDatabase opens the configured database without migrating it, for the commands that migrate.
func OpenDatabase(ctx context.Context, c config.Config) (*database.DB, error) {
	if c.Postgres() {
		db, err := database.OpenPostgres(ctx, c.DatabaseURL.Reveal(), c.DBConnections)
		if err != nil {
			return nil, fmt.Errorf("DATABASE_URL: %w", err)
		}
		return db, nil
	}
	return database.OpenSQLite(filepath.Join(c.DataDir, database.FileName))
}

func (s *Services) wire(c config.Config, tune []func(*ai.Options)) error {
	var err error
	if s.Mail, err = mail.New(s.DB, c.SMTPURL.Reveal(), c.BaseURL); err != nil {
		return err
	}
	s.Events = events.New(s.DB)
	s.Billing = billing.New(s.DB, billing.Options{SignupCredits: c.SignupCredits})
	s.Accounts = accounts.New(s.DB, accounts.Options{
		SecretKey: s.secret, Addresses: address.On(c.BaseURL), SignupOpen: c.SignupOpen, SignupConfirm: c.SignupConfirm,
		Granter: s.Billing, Mailer: s.Mail,
	})
	s.Trash = history.NewTrash(s.DB)
	s.Sites = sites.New(s.DB, s.Trash)
	s.Runs = runs.New(runs.Needs{DB: s.DB, Queue: s.Queue, Billing: s.Billing},
		runs.Options{Observe: s.Metrics.Phase, PerAccount: c.RunsPerAccount, Workers: c.Workers})
	sealing, err := s.vault(c)
	if err != nil {
		return err
	}
	s.Integrations = integrations.New(integrations.Needs{DB: s.DB, Queue: s.Queue, Vault: sealing, AllowPrivate: c.AllowPrivateHosts})
	options := ai.Options{PromptsDir: c.PromptsDir, PricesFile: c.PricesFile, Site: s.Sites.Profile, Integrations: s.Integrations}
	strangers := outbound.Transport(c.AllowPrivateHosts)
	options.Connect = func(own ai.Connection) provider.Provider {
		if own.Kind == ai.Runware {
			server := runware.Server{BaseURL: own.BaseURL, Key: own.Key.Reveal(), Model: own.ImageModel, Transport: strangers}
			return provider.Observed(runware.New(server), true, s.Metrics.Call)
		}
		server := openai.Server{
			BaseURL: own.BaseURL, Key: own.Key.Reveal(), Model: own.Model, ImageModel: own.ImageModel, EmbeddingModel: own.EmbeddingModel,
			Transport: strangers,
		}
		return provider.Observed(openai.New(server), true, s.Metrics.Call)
	}
	if c.Remote() {
		server := openai.Server{BaseURL: c.OpenAIBaseURL, Key: c.OpenAIKey.Reveal(), Model: c.AIModel, EmbeddingModel: c.EmbeddingModel}
		options.Provider = provider.Observed(openai.New(server), false, s.Metrics.Call)
	}
	for _, change := range tune {
		change(&options)
	}
	if images := installationImages(c); images != nil {
		options.Images = provider.Observed(images, false, s.Metrics.Call)
	}
	if s.Engine, err = ai.NewEngine(ai.Needs{DB: s.DB, Queue: s.Queue, Billing: s.Billing, Runs: s.Runs}, options); err != nil {
		return err
	}
	s.Pages = pages.New(s.DB, s.Trash)
	s.Planner = planner.New(planner.Needs{
		DB: s.DB, Trash: s.Trash, Sites: s.Sites, Pages: s.Pages,
		Followers: func() []planner.Follower { return []planner.Follower{s.Builder, s.Ideas} },
	})
	s.Imports = imports.New(imports.Needs{DB: s.DB, Sites: s.Sites, Planner: s.Planner, Engine: s.Engine})
	s.Grouping = grouping.New(grouping.Needs{DB: s.DB, Planner: s.Planner, Engine: s.Engine})
	s.Ideas = ideas.New(ideas.Needs{
		DB: s.DB, Trash: s.Trash, Sites: s.Sites, Planner: s.Planner, Engine: s.Engine, Author: func() ideas.Author { return s.Writer },
	})
	s.Exports = exports.New(exports.Needs{Planner: s.Planner, Ideas: s.Ideas})
	s.Builder = sitebuilder.New(sitebuilder.Needs{DB: s.DB, Sites: s.Sites, Pages: s.Pages, Planner: s.Planner})
	s.Images = images.New(images.Needs{
		DB: s.DB, Trash: s.Trash, Sites: s.Sites, Pages: s.Pages, Engine: s.Engine, Blobs: images.Folder(picturesDir(c)),
		Texts: func() images.Texts { return s.Writer },
	})
	s.Writer = writer.New(writer.Needs{
		DB: s.DB, Trash: s.Trash, Accounts: s.Accounts, Sites: s.Sites, Pages: s.Pages, Planner: s.Planner, Ideas: s.Ideas,
		Builder: s.Builder,
		Mailer:  s.Mail, Addresses: address.On(c.BaseURL),
	})
	s.Drafting = drafting.New(drafting.Needs{
		DB: s.DB, Sites: s.Sites, Pages: s.Pages, Planner: s.Planner, Builder: s.Builder, Writer: s.Writer, Engine: s.Engine,
	})
	s.Publish = publish.New(publish.Needs{
		DB: s.DB, Trash: s.Trash, Sites: s.Sites, Ideas: s.Ideas, Builder: s.Builder, Images: s.Images, Writer: s.Writer, Runs: s.Runs,
	})
	s.Releases, err = site.New(site.Needs{
		DB: s.DB, Sites: s.Sites, Builder: s.Builder, Images: s.Images, Writer: s.Writer, Publish: s.Publish, Dir: c.SitesDir,
		SecretKey: s.secret,
	})
	if err != nil {
		return err
	}
	s.Pipeline = pipeline.New(pipeline.Needs{
		Sites: s.Sites, Planner: s.Planner, Imports: s.Imports, Grouping: s.Grouping, Ideas: s.Ideas, Builder: s.Builder,
		Writer: s.Writer, Drafting: s.Drafting, Releases: s.Releases, Engine: s.Engine,
	})
	s.Metrics.Read(web.Readings{
		Pools: s.DB.Stats, Sent: s.DB.Statements, Loads: s.Queue.Load, Alive: s.Queue.Alive,
		Backlogs: s.Runs.Backlogs, Circuits: s.Engine.OpenCircuits,
		Held: s.Billing.Held,
	})
	s.Accounts.Subscribe(s.Events)
	s.Writer.Subscribe(s.Events)
	s.Queue.Every(time.Second, "events.deliver", s.Events.Deliver)
	s.Queue.Every(time.Hour, "accounts.expire", s.Accounts.DeleteExpired)
	s.Queue.Every(time.Hour, "mail.expire", s.Mail.DeleteExpired)
	s.Queue.Every(24*time.Hour, "images.sweep", s.Images.Sweep)
	s.Queue.Every(time.Hour, "trash.purge", s.Trash.Purge)
	return s.Engine.Verify()
}

// installationImages returns the image provider of accounts without a server of their own. nil means the built-in engine.
func installationImages(c config.Config) provider.Provider {
	switch {
	case c.RunwareKey != "":
		return runware.New(runware.Server{Key: c.RunwareKey.Reveal(), Model: c.ImageModel})
	case c.ImageModel != "" && (c.OpenAIKey != "" || c.OpenAIBaseURL != ""):
		return openai.New(openai.Server{BaseURL: c.OpenAIBaseURL, Key: c.OpenAIKey.Reveal(), ImageModel: c.ImageModel})
	}
	return nil
}

// vault returns a vault that seals with the secret key and also opens with the earlier keys.
func (s *Services) vault(c config.Config) (*vault.Vault, error) {
	older := make([][]byte, len(c.SecretKeysOld))
	for i, key := range c.SecretKeysOld {
		older[i] = []byte(key.Reveal())
	}
	return vault.New(s.secret, older...)
}

// mailbox returns the newest stored mails for the pages, which do not import the mail package.
func (s *Services) mailbox(ctx context.Context) ([]console.Mail, error) {
	kept, err := s.Mail.Messages(ctx, 50, "")
	if err != nil {
		return nil, err
	}
	all := make([]console.Mail, len(kept.Items))
	for i, m := range kept.Items {
		all[i] = console.Mail{ID: m.ID, To: m.Recipient, Subject: m.Subject, Text: m.BodyText, At: m.CreatedAt}
	}
	return all, nil
}

// Close stops running tasks and closes the queue and the database.
func (s *Services) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	stopped := s.Queue.Shutdown(ctx)
	return errors.Join(stopped, s.DB.Close())
}

// keptKey returns the configured key. In embedded mode it returns the key that the first start stored beside the database, or nil.
func keptKey(c config.Config) ([]byte, error) {
	if c.SecretKey != "" {
		return []byte(c.SecretKey.Reveal()), nil
	}
	kept, err := os.ReadFile(KeyFile(c))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("secret key: %w", err)
	}
	return []byte(strings.TrimSpace(string(kept))), nil
}

// secretKey returns the kept key, and makes one at the first start in embedded mode.
func secretKey(c config.Config) ([]byte, error) {
	key, err := keptKey(c)
	if err != nil || key != nil {
		return key, err
	}
	if err := os.MkdirAll(c.DataDir, 0o750); err != nil {
		return nil, fmt.Errorf("data directory: %w", err)
	}
	raw := make([]byte, 32)
	_, _ = rand.Read(raw)
	key = []byte(hex.EncodeToString(raw))
	if err := os.WriteFile(KeyFile(c), append(key, '\n'), 0o600); err != nil {
		return nil, fmt.Errorf("secret key: %w", err)
	}
	return key, nil
}
