package tenancy_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/tenancy"
)

// Tables that only these tests have: a project with parts. Projects can be in the trash.
type project struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	Name      string
	DeletedAt *time.Time
	Parts     []part `gorm:"foreignKey:ProjectID"`
}

type part struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	ProjectID string
	Name      string
	Project   *project `gorm:"foreignKey:ProjectID"`
}

type stranger struct{ ID string }

const (
	siteA1, siteA2, siteB = "site-a1", "site-a2", "site-b"
)

type world struct {
	*database.DB
	a, b, system context.Context
}

// newWorld holds projects a1 and a2 of account a (one per site) and b1 of account b, each with a part.
func newWorld(t *testing.T) world {
	t.Helper()
	w := world{
		DB:     dbtest.New(t),
		a:      tenancy.With(t.Context(), tenancy.Scope{Account: "a", User: "ann"}),
		b:      tenancy.With(t.Context(), tenancy.Scope{Account: "b", User: "bob"}),
		system: tenancy.System(t.Context(), "test"),
	}
	must(t, w.Tx(w.system, func(tx *gorm.DB) error {
		for _, statement := range []string{
			"CREATE TABLE projects (id TEXT PRIMARY KEY, account_id TEXT NOT NULL, site_id TEXT NOT NULL, name TEXT NOT NULL, deleted_at TIMESTAMP)",
			"CREATE TABLE parts (id TEXT PRIMARY KEY, account_id TEXT NOT NULL, project_id TEXT NOT NULL, name TEXT NOT NULL)",
			"CREATE TABLE strangers (id TEXT PRIMARY KEY)",
		} {
			if err := tx.Exec(statement).Error; err != nil {
				return err
			}
		}
		return nil
	}))
	must(t, w.Tx(w.a, func(tx *gorm.DB) error {
		return tx.Create([]project{
			{ID: "a1", SiteID: siteA1, Name: "first", Parts: []part{{ID: "pa1", Name: "part"}}},
			{ID: "a2", SiteID: siteA2, Name: "second"},
		}).Error
	}))
	must(t, w.Tx(w.b, func(tx *gorm.DB) error {
		return tx.Create(&project{ID: "b1", SiteID: siteB, Name: "first", Parts: []part{{ID: "pb1", Name: "part"}}}).Error
	}))
	return w
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// untouched fails if anything of account b has changed.
func (w world) untouched(t *testing.T) {
	t.Helper()
	var p project
	must(t, w.Read(w.system).Preload("Parts").Take(&p, "id = ?", "b1").Error)
	if p.AccountID != "b" || p.Name != "first" || p.SiteID != siteB || p.DeletedAt != nil || len(p.Parts) != 1 || p.Parts[0].Name != "part" {
		t.Errorf("account b was changed: %+v", p)
	}
}

func TestStatementsAreRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	none := t.Context()
	cases := []struct {
		name string
		ctx  context.Context
		want error
		do   func(*gorm.DB) error
	}{
		{"no account: find", none, tenancy.ErrNoAccount, func(tx *gorm.DB) error { return tx.Find(&[]project{}).Error }},
		{"no account: create", none, tenancy.ErrNoAccount, func(tx *gorm.DB) error { return tx.Create(&project{ID: "x"}).Error }},
		{"no account: update", none, tenancy.ErrNoAccount, func(tx *gorm.DB) error {
			return tx.Model(&project{}).Where("id = ?", "b1").Update("name", "x").Error
		}},
		{"no account: delete", none, tenancy.ErrNoAccount, func(tx *gorm.DB) error { return tx.Delete(&project{}, "id = ?", "b1").Error }},
		{"no account: SQL", none, tenancy.ErrNoAccount, func(tx *gorm.DB) error {
			return tenancy.SQL(tx, "SELECT id FROM projects WHERE account_id = @account", nil).Scan(&[]string{}).Error
		}},
		{"an empty account is none", tenancy.With(none, tenancy.Scope{}), tenancy.ErrNoAccount, func(tx *gorm.DB) error { return tx.Find(&[]project{}).Error }},
		{"a scope ends the system context", tenancy.With(w.system, tenancy.Scope{}), tenancy.ErrNoAccount, func(tx *gorm.DB) error { return tx.Find(&[]project{}).Error }},
		{"raw", w.a, tenancy.ErrRawSQL, func(tx *gorm.DB) error { return tx.Raw("SELECT * FROM projects").Scan(&[]project{}).Error }},
		{"raw into find", w.a, tenancy.ErrRawSQL, func(tx *gorm.DB) error { return tx.Raw("SELECT * FROM projects").Find(&[]project{}).Error }},
		{"exec", w.a, tenancy.ErrRawSQL, func(tx *gorm.DB) error { return tx.Exec("UPDATE projects SET name = 'x'").Error }},
		{"exec behind a savepoint", w.a, tenancy.ErrRawSQL, func(tx *gorm.DB) error {
			return tx.Exec("SAVEPOINT sp1; UPDATE projects SET name = 'x'").Error
		}},
		{"table without model", w.a, tenancy.ErrRawSQL, func(tx *gorm.DB) error { return tx.Table("projects").Find(&[]map[string]any{}).Error }},
		{"another model's table", w.a, tenancy.ErrRawSQL, func(tx *gorm.DB) error { return tx.Table("projects").Find(&[]part{}).Error }},
		{"string join", w.a, tenancy.ErrRawSQL, func(tx *gorm.DB) error {
			return tx.Joins("JOIN parts ON parts.project_id = projects.id").Find(&[]project{}).Error
		}},
		{"join in FROM", w.a, tenancy.ErrRawSQL, func(tx *gorm.DB) error {
			return tx.Clauses(clause.From{Joins: []clause.Join{{Table: clause.Table{Name: "parts"}}}}).Find(&[]project{}).Error
		}},
		{"SQL without the account", w.a, tenancy.ErrNoParameter, func(tx *gorm.DB) error {
			return tenancy.SQL(tx, "SELECT id FROM projects", nil).Scan(&[]string{}).Error
		}},
		{"a table that nobody listed", w.a, tenancy.ErrUnknown, func(tx *gorm.DB) error { return tx.Find(&[]stranger{}).Error }},
		{"update without where", w.a, gorm.ErrMissingWhereClause, func(tx *gorm.DB) error { return tx.Model(&project{}).Update("name", "x").Error }},
		{"delete without where", w.a, gorm.ErrMissingWhereClause, func(tx *gorm.DB) error { return tx.Delete(&project{}).Error }},
		{"update of the account", w.a, tenancy.ErrMove, func(tx *gorm.DB) error {
			return tx.Model(&project{}).Where("id = ?", "a1").Update("account_id", "b").Error
		}},
		{"update of the account by field name", w.a, tenancy.ErrMove, func(tx *gorm.DB) error {
			return tx.Model(&project{}).Where("id = ?", "a1").Updates(map[string]any{"AccountID": "b"}).Error
		}},
		{"update of the site", w.a, tenancy.ErrMove, func(tx *gorm.DB) error {
			return tx.Model(&project{}).Where("id = ?", "a1").UpdateColumn("site_id", siteA2).Error
		}},
		{"create for another account", w.a, tenancy.ErrForeign, func(tx *gorm.DB) error { return tx.Create(&project{ID: "x", AccountID: "b"}).Error }},
		{"create for another account by map", w.a, tenancy.ErrForeign, func(tx *gorm.DB) error {
			return tx.Model(&project{}).Create(map[string]any{"id": "x", "account_id": "b", "site_id": siteB, "name": "x"}).Error
		}},
		{"save over a foreign row", w.a, tenancy.ErrForeign, func(tx *gorm.DB) error { return tx.Save(&project{ID: "b1", SiteID: siteA1, Name: "taken"}).Error }},
		{"upsert over a foreign row", w.a, tenancy.ErrForeign, func(tx *gorm.DB) error {
			return tx.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "id"}}, DoUpdates: clause.AssignmentColumns([]string{"name", "account_id"})}).
				Create(&[]project{{ID: "b1", SiteID: siteA1, Name: "taken"}}).Error
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if err := w.Tx(c.ctx, c.do); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			w.untouched(t)
		})
	}
}

func names(ps []project) (ids string) {
	for _, p := range ps {
		ids += p.ID + " "
	}
	return ids
}

func TestReadsFindTheOwnRowsAlone(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	cases := []struct {
		name string
		find func(db *gorm.DB, into *[]project) error
		want string
	}{
		{"all", func(db *gorm.DB, into *[]project) error { return db.Order("id").Find(into).Error }, "a1 a2 "},
		{"a foreign id", func(db *gorm.DB, into *[]project) error { return db.Find(into, "id = ?", "b1").Error }, ""},
		{"or", func(db *gorm.DB, into *[]project) error {
			return db.Where("id = ?", "a1").Or("name = ?", "first").Find(into).Error
		}, "a1 "},
		{"or first", func(db *gorm.DB, into *[]project) error {
			return db.Or("1 = 1").Or("id = ?", "b1").Order("id").Find(into).Error
		}, "a1 a2 "},
		{"or inside one condition, on a new line", func(db *gorm.DB, into *[]project) error {
			return db.Where("id = 'a1'\nOR\n1 = 1").Order("id").Find(into).Error
		}, "a1 a2 "},
		{"unscoped", func(db *gorm.DB, into *[]project) error { return db.Unscoped().Order("id").Find(into).Error }, "a1 a2 "},
		{"not", func(db *gorm.DB, into *[]project) error { return db.Not("id = ?", "a1").Find(into).Error }, "a2 "},
		{"aliased table", func(db *gorm.DB, into *[]project) error { return db.Table("projects p").Order("id").Find(into).Error }, "a1 a2 "},
		{"sub-query", func(db *gorm.DB, into *[]project) error {
			return db.Where("id IN (?)", db.Session(&gorm.Session{NewDB: true}).Model(&part{}).Select("project_id")).Find(into).Error
		}, "a1 "},
		{"SQL", func(db *gorm.DB, into *[]project) error {
			return tenancy.SQL(db, "SELECT * FROM projects WHERE account_id = @account AND name = @name", map[string]any{"name": "first"}).Scan(into).Error
		}, "a1 "},
		{"SQL with an account of the caller's choice", func(db *gorm.DB, into *[]project) error {
			return tenancy.SQL(db, "SELECT * FROM projects WHERE account_id = @account AND name = 'first'", map[string]any{"account": "b"}).Scan(into).Error
		}, "a1 "},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []project
			must(t, c.find(w.Read(w.a), &got))
			if names(got) != c.want {
				t.Errorf("found %q, want %q", names(got), c.want)
			}
		})
	}
	var count int64
	must(t, w.Read(w.a).Model(&project{}).Count(&count).Error)
	if count != 2 {
		t.Errorf("counted %d, want 2", count)
	}
}

func TestJoinsAndPreloadsDoNotFollowAForeignParent(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	must(t, w.Tx(w.system, func(tx *gorm.DB) error {
		return tx.Exec("INSERT INTO parts (id, account_id, project_id, name) VALUES ('stray', 'a', 'b1', 'stray')").Error
	}))
	for name, db := range map[string]*gorm.DB{"join": w.Read(w.a).Joins("Project"), "preload": w.Read(w.a).Preload("Project")} {
		var parts []part
		must(t, db.Order("parts.id").Find(&parts).Error)
		if len(parts) != 2 {
			t.Fatalf("%s: %d parts, want 2", name, len(parts))
		}
		if own := parts[0].Project; own == nil || own.ID != "a1" {
			t.Errorf("%s: the own project is missing: %+v", name, own)
		}
		if parts[1].Project != nil {
			t.Errorf("%s: the foreign project came along: %+v", name, parts[1].Project)
		}
	}
}

// trash puts a1 and b1 into the trash.
func (w world) trash(t *testing.T) {
	t.Helper()
	must(t, w.Tx(w.system, func(tx *gorm.DB) error {
		return tx.Exec("UPDATE projects SET deleted_at = ? WHERE id IN ('a1', 'b1')", database.Now()).Error
	}))
}

func TestTrashIsLeftOut(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.trash(t)
	for name, find := range map[string]func(*gorm.DB, *[]project) error{
		"find":     func(db *gorm.DB, into *[]project) error { return db.Order("id").Find(into).Error },
		"or":       func(db *gorm.DB, into *[]project) error { return db.Where("id = 'a2'").Or("1 = 1").Find(into).Error },
		"unscoped": func(db *gorm.DB, into *[]project) error { return db.Unscoped().Find(into).Error },
		"sub-query": func(db *gorm.DB, into *[]project) error {
			return db.Where("id IN (?)", db.Session(&gorm.Session{NewDB: true}).Model(&project{}).Select("id")).Find(into).Error
		},
	} {
		for who, ctx := range map[string]context.Context{"an account": w.a, "the system": w.system} {
			var got []project
			must(t, find(w.Read(ctx), &got))
			if names(got) != "a2 " {
				t.Errorf("%s by %s: found %q, want a2", name, who, names(got))
			}
		}
	}
	var count int64
	must(t, w.Read(w.a).Model(&project{}).Count(&count).Error)
	if count != 1 {
		t.Errorf("counted %d, want 1", count)
	}
	for name, db := range map[string]*gorm.DB{"join": w.Read(w.a).Joins("Project"), "preload": w.Read(w.a).Preload("Project")} {
		var parts []part
		must(t, db.Order("parts.id").Find(&parts).Error)
		if len(parts) != 1 || parts[0].Project != nil {
			t.Errorf("%s: %+v, want the part alone", name, parts)
		}
	}
	for name, change := range map[string]func(*gorm.DB) *gorm.DB{
		"update":  func(tx *gorm.DB) *gorm.DB { return tx.Model(&project{}).Where("id = ?", "a1").Update("name", "x") },
		"updates": func(tx *gorm.DB) *gorm.DB { return tx.Model(&project{ID: "a1"}).Updates(project{Name: "x"}) },
		"delete":  func(tx *gorm.DB) *gorm.DB { return tx.Delete(&project{ID: "a1"}) },
		"unscoped delete": func(tx *gorm.DB) *gorm.DB {
			return tx.Unscoped().Where("id = ?", "a1").Or("1 = 1 AND id = 'a1'").Delete(&project{})
		},
	} {
		for who, ctx := range map[string]context.Context{"an account": w.a, "the system": w.system} {
			must(t, w.Tx(ctx, func(tx *gorm.DB) error {
				if done := change(tx); done.Error != nil || done.RowsAffected > 0 {
					t.Errorf("%s by %s: %d rows, %v", name, who, done.RowsAffected, done.Error)
				}
				return nil
			}))
		}
	}
	err := w.Tx(w.a, func(tx *gorm.DB) error {
		return tx.Clauses(clause.OnConflict{UpdateAll: true}).Create(&project{ID: "a1", SiteID: siteA1, Name: "up"}).Error
	})
	if !errors.Is(err, tenancy.ErrForeign) {
		t.Errorf("an upsert of a row in the trash: %v, want ErrForeign", err)
	}
	err = w.Tx(w.system, func(tx *gorm.DB) error { return tx.Delete(&project{}).Error })
	if !errors.Is(err, gorm.ErrMissingWhereClause) {
		t.Errorf("a delete of all by the system: %v", err)
	}
}

func TestWithTrashSeesTheOwnTrash(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.trash(t)
	must(t, w.Tx(w.a, func(tx *gorm.DB) error {
		all := tenancy.WithTrash(tx)
		for range 2 { // conditions do not add up
			var got []project
			if err := all.Where("deleted_at IS NOT NULL").Find(&got).Error; err != nil || names(got) != "a1 " {
				t.Errorf("in the trash are %q, %v", names(got), err)
			}
		}
		var got []project
		if err := tx.Find(&got).Error; err != nil || names(got) != "a2 " {
			t.Errorf("the session before sees %q, %v", names(got), err)
		}
		return all.Model(&project{}).Where("id IN ?", []string{"a1", "b1"}).Update("deleted_at", nil).Error
	}))
	var got []project
	must(t, w.Read(w.a).Order("id").Find(&got).Error)
	if names(got) != "a1 a2 " {
		t.Errorf("found %q after they were brought back", names(got))
	}
	must(t, w.Read(w.b).Find(&got).Error)
	if len(got) > 0 {
		t.Errorf("account b got %q back", names(got))
	}
}

func TestWritesReachTheOwnRowsAlone(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		do   func(*gorm.DB) error
		want string // the account's own projects afterwards
	}{
		{"update", func(tx *gorm.DB) error {
			return tx.Model(&project{}).Where("name = ?", "first").Update("name", "x").Error
		}, "a1=x a2=second "},
		{"update with or", func(tx *gorm.DB) error {
			return tx.Model(&project{}).Where("id = ?", "a2").Or("id = ?", "b1").Updates(project{Name: "x"}).Error
		}, "a1=first a2=x "},
		{"struct update ignores the account", func(tx *gorm.DB) error {
			return tx.Model(&project{ID: "a1"}).Updates(project{AccountID: "b", Name: "x"}).Error
		}, "a1=x a2=second "},
		{"delete of a foreign id", func(tx *gorm.DB) error { return tx.Delete(&project{ID: "b1"}).Error }, "a1=first a2=second "},
		{"delete", func(tx *gorm.DB) error { return tx.Where("name = ?", "first").Delete(&project{}).Error }, "a2=second "},
		{"unscoped delete", func(tx *gorm.DB) error { return tx.Unscoped().Where("name = ?", "first").Delete(&project{}).Error }, "a2=second "},
		{"save of an own row", func(tx *gorm.DB) error { return tx.Save(&project{ID: "a1", SiteID: siteA1, Name: "saved"}).Error }, "a1=saved a2=second "},
		{"upsert of an own row", func(tx *gorm.DB) error {
			return tx.Clauses(clause.OnConflict{UpdateAll: true}).Create(&project{ID: "a1", SiteID: siteA1, Name: "up"}).Error
		}, "a1=up a2=second "},
		{"association clear of a foreign parent", func(tx *gorm.DB) error { return tx.Model(&project{ID: "b1"}).Association("Parts").Clear() }, "a1=first a2=second "},
		{"run", func(tx *gorm.DB) error {
			n, err := tenancy.Run(tx, "UPDATE projects SET name = @name WHERE account_id = @account AND name = 'first'", map[string]any{"name": "ran"})
			if err == nil && n != 1 {
				err = fmt.Errorf("%d rows changed, want 1", n)
			}
			return err
		}, "a1=ran a2=second "},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			must(t, w.Tx(w.a, c.do))
			w.untouched(t)
			var own []project
			must(t, w.Read(w.a).Order("id").Find(&own).Error)
			got := ""
			for _, p := range own {
				got += p.ID + "=" + p.Name + " "
			}
			if got != c.want {
				t.Errorf("own rows are %q, want %q", got, c.want)
			}
		})
	}
}

func TestSiteScope(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ann := tenancy.With(t.Context(), tenancy.Scope{Account: "a", User: "ann", Sites: []string{siteA2, siteB}})
	nobody := tenancy.With(t.Context(), tenancy.Scope{Account: "a", User: "eve", Sites: []string{}})
	var got []project
	must(t, w.Read(ann).Find(&got).Error)
	if len(got) != 1 || got[0].ID != "a2" {
		t.Errorf("found %+v, want a2 alone", got)
	}
	must(t, w.Read(nobody).Find(&got).Error)
	if len(got) != 0 {
		t.Errorf("without sites %+v was found", got)
	}
	err := w.Tx(ann, func(tx *gorm.DB) error { return tx.Create(&project{ID: "x", SiteID: siteA1}).Error })
	if !errors.Is(err, tenancy.ErrForeign) {
		t.Errorf("create on a site out of reach: %v, want ErrForeign", err)
	}
	must(t, w.Tx(ann, func(tx *gorm.DB) error { return tx.Model(&project{}).Where("1 = 1").Update("name", "mine").Error }))
	var first project
	must(t, w.Read(w.a).Take(&first, "id = ?", "a1").Error)
	if first.Name != "first" {
		t.Errorf("a project out of reach was renamed to %q", first.Name)
	}
	w.untouched(t)
}

func TestTheGuardKeepsADeadline(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx, cancel := context.WithTimeout(w.a, time.Nanosecond)
	defer cancel()
	if err := w.Read(ctx).Find(&[]project{}).Error; !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("got %v, want the deadline", err)
	}
}
