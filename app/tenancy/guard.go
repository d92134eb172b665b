package tenancy

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"gorm.io/gorm/schema"
)

// Shared are the tables without an account: people, their sessions, and rows that belong to no account yet.
var Shared = []string{"users", "sessions", "token_families", "password_resets", "email_changes", "sign_in_failures", "mailbox_messages", "accounts", "pending_sign_ups", "throttles", "oldest_program", "event_deliveries"}

// Guard is the GORM plugin that scopes every statement.
type Guard struct{}

// Name returns the plugin's name.
func (Guard) Name() string { return "tenancy" }

// Initialize registers the guard before GORM's own callbacks, so that soft deletes and default scopes come after it.
func (Guard) Initialize(db *gorm.DB) error {
	cb := db.Callback()
	for _, err := range []error{
		cb.Query().Before("gorm:query").Register("tenancy:query", read),
		cb.Row().Before("gorm:row").Register("tenancy:row", read),
		cb.Update().Before("gorm:setup_reflect_value").Register("tenancy:update", update),
		cb.Delete().Before("gorm:before_delete").Register("tenancy:delete", remove),
		cb.Create().Before("gorm:before_create").Register("tenancy:create", create),
		cb.Create().After("gorm:create").Register("tenancy:created", created),
		cb.Raw().Before("gorm:raw").Register("tenancy:raw", raw),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

// columns are the fields that scope a model; site is nil for a table that belongs to the account as a whole, and deleted for one whose rows
// cannot be in the trash.
type columns struct{ account, site, deleted *schema.Field }

func columnsOf(s *schema.Schema) columns {
	c := columns{account: s.LookUpField("account_id"), site: s.LookUpField("site_id"), deleted: s.LookUpField("deleted_at")}
	if s.Table == "sites" {
		c.site = s.LookUpField("id")
	}
	return c
}

// entry decides about a statement. done means that it passes unchanged or was refused.
func entry(db *gorm.DB) (s Scope, c columns, done bool) {
	st := db.Statement
	if db.Error != nil || system(st.Context) {
		return s, c, true
	}
	if _, ok := st.Settings.Load(sqlSetting); ok {
		return s, c, true
	}
	if st.SQL.Len() > 0 || st.Schema == nil || foreignTable(st) || stringJoins(st) {
		db.AddError(ErrRawSQL)
		return s, c, true
	}
	c = columnsOf(st.Schema)
	if c.account == nil {
		if !slices.Contains(Shared, st.Schema.Table) {
			db.AddError(fmt.Errorf("%w: %s", ErrUnknown, st.Schema.Table))
		}
		return s, c, true
	}
	s, ok := From(st.Context)
	if !ok {
		db.AddError(fmt.Errorf("%w: %s", ErrNoAccount, st.Schema.Table))
		return s, c, true
	}
	return s, c, false
}

func foreignTable(st *gorm.Statement) bool {
	if st.TableExpr == nil {
		return false
	}
	words := strings.Fields(strings.Trim(st.TableExpr.SQL, "`\""))
	return len(words) == 0 || strings.Trim(words[0], "`\"") != st.Schema.Table
}

func stringJoins(st *gorm.Statement) bool {
	for _, j := range st.Joins {
		if j.Expression != nil || joinedSchema(st.Schema, j.Name) == nil {
			return true
		}
	}
	from, ok := st.Clauses["FROM"].Expression.(clause.From)
	return ok && len(from.Joins) > 0
}

// joinedSchema follows the association path a.b.c of a Joins call.
func joinedSchema(s *schema.Schema, path string) *schema.Schema {
	for _, name := range strings.Split(path, ".") {
		rel, ok := s.Relationships.Relations[name]
		if !ok {
			return nil
		}
		s = rel.FieldSchema
	}
	return s
}

// conditions are the scope's. Rows in the trash are outside of it, unless WithTrash has asked for them.
func conditions(st *gorm.Statement, s Scope, c columns) []clause.Expression {
	exprs := append([]clause.Expression{equal(c.account.DBName, s.Account)}, inSight(st, c)...)
	if c.site == nil || s.Sites == nil {
		return exprs
	}
	values := make([]any, len(s.Sites))
	for i, site := range s.Sites {
		values[i] = site
	}
	return append(exprs, clause.IN{Column: clause.Column{Table: clause.CurrentTable, Name: c.site.DBName}, Values: values})
}

func equal(column string, value any) clause.Expression {
	return clause.Eq{Column: clause.Column{Table: clause.CurrentTable, Name: column}, Value: value}
}

// inSight leaves out the rows that are in the trash.
func inSight(st *gorm.Statement, c columns) []clause.Expression {
	if _, asked := st.Settings.Load(trashSetting); asked || c.deleted == nil {
		return nil
	}
	return []clause.Expression{equal(c.deleted.DBName, nil)}
}

// leaveTrash is the part of the guard that holds in the system context, too. write says that the statement changes rows.
func leaveTrash(db *gorm.DB, write bool) {
	st := db.Statement
	if db.Error != nil || !system(st.Context) || st.Schema == nil || st.SQL.Len() > 0 {
		return
	}
	exprs := inSight(st, columnsOf(st.Schema))
	if exprs == nil || (write && refuseGlobal(db)) {
		return
	}
	narrow(st, exprs)
}

func restrict(st *gorm.Statement, s Scope, c columns) { narrow(st, conditions(st, s, c)) }

// narrow adds to WHERE, and puts brackets around the existing conditions: an OR among them would bypass what is added.
func narrow(st *gorm.Statement, exprs []clause.Expression) {
	if where, ok := st.Clauses["WHERE"].Expression.(clause.Where); ok && len(where.Exprs) > 0 {
		st.Clauses["WHERE"] = clause.Clause{Name: "WHERE", Expression: clause.Where{Exprs: []clause.Expression{brackets{where}}}}
	}
	st.AddClause(clause.Where{Exprs: exprs})
}

// brackets always writes conditions in brackets. GORM omits them if it sees no OR, and it does not see all.
type brackets struct{ where clause.Where }

func (b brackets) Build(builder clause.Builder) {
	_ = builder.WriteByte('(')
	b.where.Build(builder)
	_ = builder.WriteByte(')')
}

func read(db *gorm.DB) {
	s, c, done := entry(db)
	if done {
		leaveTrash(db, false)
		return
	}
	st := db.Statement
	restrict(st, s, c)
	for i := range st.Joins {
		joined := columnsOf(joinedSchema(st.Schema, st.Joins[i].Name))
		if joined.account == nil {
			continue
		}
		if st.Joins[i].On == nil {
			st.Joins[i].On = &clause.Where{}
		}
		st.Joins[i].On.Exprs = append(st.Joins[i].On.Exprs, conditions(st, s, joined)...)
	}
}

func update(db *gorm.DB) {
	s, c, done := entry(db)
	if done {
		leaveTrash(db, true)
		return
	}
	if refuseGlobal(db) {
		return
	}
	if moves(db.Statement, c) {
		db.AddError(ErrMove)
		return
	}
	restrict(db.Statement, s, c)
}

func remove(db *gorm.DB) {
	s, c, done := entry(db)
	if done {
		leaveTrash(db, true)
		return
	}
	if refuseGlobal(db) {
		return
	}
	restrict(db.Statement, s, c)
}

// savepoint matches what GORM executes for a transaction inside a transaction.
var savepoint = regexp.MustCompile(`^(ROLLBACK TO )?SAVEPOINT sp[0-9]+$`)

func raw(db *gorm.DB) {
	if !savepoint.MatchString(db.Statement.SQL.String()) {
		entry(db)
	}
}

// refuseGlobal repeats GORM's own check for a missing WHERE, because the scope would satisfy that check.
func refuseGlobal(db *gorm.DB) bool {
	st := db.Statement
	if where, ok := st.Clauses["WHERE"].Expression.(clause.Where); (ok && len(where.Exprs) > 0) || db.AllowGlobalUpdate || hasKey(st) {
		return false
	}
	db.AddError(gorm.ErrMissingWhereClause)
	return true
}

func hasKey(st *gorm.Statement) bool {
	found := false
	for _, source := range []any{st.Model, st.Dest} {
		each(reflect.ValueOf(source), func(v reflect.Value) {
			if v.Type() != st.Schema.ModelType {
				return
			}
			for _, f := range st.Schema.PrimaryFields {
				if _, zero := f.ValueOf(st.Context, v); !zero {
					found = true
				}
			}
		})
	}
	return found
}

// moves reports whether an update sets a scoping column. Struct updates cannot: those fields are tagged <-:create.
func moves(st *gorm.Statement, c columns) bool {
	values, ok := st.Dest.(map[string]any)
	if !ok {
		return false
	}
	for name := range values {
		f := st.Schema.LookUpField(name)
		if f != nil && (f == c.account || f == c.site) {
			return true
		}
	}
	return false
}

func create(db *gorm.DB) {
	s, c, done := entry(db)
	if done {
		return
	}
	st := db.Statement
	switch values := st.Dest.(type) {
	case map[string]any:
		db.AddError(own(values, s, c))
	case *map[string]any:
		db.AddError(own(*values, s, c))
	case []map[string]any:
		for _, v := range values {
			db.AddError(own(v, s, c))
		}
	default:
		each(st.ReflectValue, func(v reflect.Value) { db.AddError(ownStruct(st, v, s, c)) })
	}
	if conflict, ok := st.Clauses["ON CONFLICT"].Expression.(clause.OnConflict); ok && !conflict.DoNothing {
		conflict.Where.Exprs = append(conflict.Where.Exprs, conditions(st, s, c)...)
		st.AddClause(conflict)
		st.Settings.Store(upsertSetting, true)
	}
}

// created detects an upsert that met a row of another account: the database leaves the row unchanged and reports no error.
func created(db *gorm.DB) {
	st := db.Statement
	if _, ok := st.Settings.LoadAndDelete(upsertSetting); !ok || db.Error != nil {
		return
	}
	rows := int64(1)
	if st.ReflectValue.Kind() == reflect.Slice || st.ReflectValue.Kind() == reflect.Array {
		rows = int64(st.ReflectValue.Len())
	}
	if st.RowsAffected < rows {
		db.AddError(ErrForeign)
	}
}

func own(values map[string]any, s Scope, c columns) error {
	for _, name := range []string{c.account.DBName, c.account.Name} {
		if v, ok := values[name]; ok && v != s.Account {
			return ErrForeign
		}
	}
	values[c.account.DBName] = s.Account
	if c.site == nil || s.Sites == nil {
		return nil
	}
	for _, name := range []string{c.site.DBName, c.site.Name} {
		if v, ok := values[name]; ok && s.Reaches(fmt.Sprint(v)) {
			return nil
		}
	}
	return ErrForeign
}

func ownStruct(st *gorm.Statement, v reflect.Value, s Scope, c columns) error {
	account, zero := c.account.ValueOf(st.Context, v)
	if !zero && account != s.Account {
		return ErrForeign
	}
	if err := c.account.Set(st.Context, v, s.Account); err != nil {
		return err
	}
	if c.site == nil || s.Sites == nil || st.Schema.Table == "sites" {
		return nil
	}
	if site, _ := c.site.ValueOf(st.Context, v); !s.Reaches(fmt.Sprint(site)) {
		return ErrForeign
	}
	return nil
}

// each calls visit for the structs behind pointers and in slices.
func each(v reflect.Value, visit func(reflect.Value)) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return
		}
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.Struct:
		visit(v)
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			each(v.Index(i), visit)
		}
	}
}
