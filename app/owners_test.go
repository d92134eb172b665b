package app_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gorm.io/gorm/schema"

	"igny8/migrations"
)

// estate is the type-checked source of every package that uses the database, and the owner of each table.
type estate struct {
	fset     *token.FileSet
	sources  map[string]built
	checked  map[string]*estateRoom
	compiled types.Importer // of libraries
	rooms    []*estateRoom
	tables   map[string]string // the package that owns the table
}

type estateRoom struct {
	path  string
	types *types.Package
	info  *types.Info
	files []*ast.File
}

func TestOnlyOwnersWriteTheirTables(t *testing.T) {
	t.Parallel()
	e := survey(t)
	for _, table := range tablesOf(t) {
		if e.tables[table] == "" && table != "oldest_program" { // migrations alone write it
			t.Errorf("no package has a model of the table %s", table)
		}
	}
	for _, r := range e.rooms {
		for _, wrong := range e.foreignWrites(r) {
			t.Error(wrong)
		}
	}
}

// A check that never fails proves nothing: each of these statements writes a table of another package.
func TestOwnersCheckFindsForeignWrites(t *testing.T) {
	t.Parallel()
	e := survey(t)
	for name, body := range map[string]string{
		"create":                     `tx.Create(&pages.Page{})`,
		"create of many":             `list := []pages.Page{{}}; tx.CreateInBatches(list, 10)`,
		"create of a variable":       `var p pages.Page; tx.Create(&p)`,
		"upsert":                     `tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&pages.Page{})`,
		"save":                       `p := &pages.Page{}; tx.Save(p)`,
		"first or create":            `var p pages.Page; tx.FirstOrCreate(&p)`,
		"update of a model":          `tx.Model(&pages.Page{}).Where("id = ?", "a").Update("state", "b")`,
		"updates of a row":           `p := pages.Page{}; tx.Where("id = ?", "a").Updates(&p)`,
		"updates of a map":           `tx.Model(&pages.Page{}).Updates(map[string]any{"state": "b"})`,
		"update of a column":         `tx.Model(new(pages.Page)).UpdateColumn("state", "b")`,
		"delete":                     `tx.Delete(&pages.Page{}, "id = ?", "a")`,
		"delete of a query":          `tx.Where("id = ?", "a").Delete(&pages.Page{})`,
		"query that is kept":         `q := tx.Model(&pages.Page{}).Where("id = ?", "a"); q.Update("state", "b")`,
		"query that is kept in var":  `var q = tx.Model(&pages.Page{}); q.Delete(nil)`,
		"query of a function":        `q := func() *gorm.DB { return tx.Model(&pages.Page{}) }; q().Update("state", "b")`,
		"query that is handed on":    `hand(tx.Model(&pages.Page{}))`,
		"table by name":              `tx.Table("pages").Where("id = ?", "a").Update("state", "b")`,
		"another model of the table": `tx.Create(&Shadow{})`,
		"SQL":                        `tenancy.Run(tx, "UPDATE pages SET state = 'b' WHERE account_id = @account", nil)`,
		"SQL that deletes":           `tenancy.Run(tx, "delete from pages where account_id = @account", nil)`,
		"SQL that inserts":           "tenancy.Run(tx, `\n\tINSERT INTO pages (id) VALUES ('a')`, nil)",
		"SQL that is put together":   `tenancy.Run(tx, "UPDATE "+name+" SET state = 'b' WHERE account_id = @account", nil)`,
		"method that is handed on":   `use(tx.Create)`,
		"any":                        `var x any = &pages.Page{}; tx.Create(x)`,
		"type parameter":             `write[pages.Page](tx)`,
	} {
		if found := e.example(t, body); len(found) == 0 {
			t.Errorf("%s: nothing is found in %s", name, body)
		}
	}
	for name, body := range map[string]string{
		"read":         `var list []pages.Page; tx.Where("id = ?", "a").Find(&list)`,
		"count":        `var n int64; tx.Model(&pages.Page{}).Where("id = ?", "a").Count(&n)`,
		"pluck":        `var ids []string; q := tx.Model(&pages.Page{}); q.Pluck("id", &ids)`,
		"subquery":     `tx.Where("id IN (?)", tx.Model(&pages.Page{}).Select("id")).Delete(&Own{})`,
		"SQL":          `tenancy.SQL(tx, "SELECT * FROM pages WHERE account_id = @account", nil)`,
		"own":          `tx.Create(&Own{}); tx.Model(&Own{}).Update("name", name); write[Own](tx)`,
		"own function": `_ = pages.SetState(tx, "a", "planned")`,
	} {
		if found := e.example(t, body); len(found) > 0 {
			t.Errorf("%s: %v", name, found)
		}
	}
}

// example returns the foreign writes of the statements in a function of a package that owns the table "owns".
func (e *estate) example(t *testing.T, body string) []string {
	t.Helper()
	source := `package example

import (
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/pages"
	"igny8/app/tenancy"
)

type Own struct{ ID string }

type Shadow struct{ ID string }

func (Shadow) TableName() string { return "pages" }

var (
	_ = clause.OnConflict{}
	_ = tenancy.SQL
	_ pages.Page
)

func hand(tx *gorm.DB) { tx.Update("state", "b") }

func use(fn func(any) *gorm.DB) {}

func write[T any](tx *gorm.DB) { tx.Create(new(T)) }

func example(tx *gorm.DB, name string) {
	` + body + `
}
`
	r, err := e.check(module+"app/example", map[string]any{"example.go": source})
	if err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	more := *e
	more.rooms, more.tables = append(slices.Clone(e.rooms), r), maps.Clone(e.tables)
	more.tables["owns"] = r.path
	return more.foreignWrites(r)
}

// survey loads every package of the program that imports GORM and finds the owner of each table: the package that has its model.
func survey(t *testing.T) *estate {
	t.Helper()
	e := &estate{fset: token.NewFileSet(), checked: map[string]*estateRoom{}, sources: map[string]built{}, tables: map[string]string{}}
	var libraries []string
	for _, p := range list(t, "-deps", "-json=ImportPath,Dir,GoFiles,Imports", module+"app/...") {
		if strings.HasPrefix(p.ImportPath, module) {
			e.sources[p.ImportPath] = p
		}
	}
	for _, p := range e.sources {
		for _, imported := range p.Imports {
			if !strings.HasPrefix(imported, module) && imported != "unsafe" && !slices.Contains(libraries, imported) {
				libraries = append(libraries, imported)
			}
		}
	}
	exports := map[string]string{}
	for _, p := range list(t, append([]string{"-export", "-deps", "-json=ImportPath,Export"}, libraries...)...) {
		exports[p.ImportPath] = p.Export
	}
	e.compiled = importer.ForCompiler(e.fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	known, rank, rivals := tablesOf(t), map[string]int{}, map[string][]string{}
	for _, path := range slices.Sorted(maps.Keys(e.sources)) {
		room := strings.TrimPrefix(path, module)
		if testOnly(room) || !slices.Contains(e.sources[path].Imports, "gorm.io/gorm") {
			continue
		}
		if _, err := e.Import(path); err != nil {
			t.Fatal(err)
		}
		r := e.checked[path]
		e.rooms = append(e.rooms, r)
		for _, name := range r.types.Scope().Names() {
			model, ok := r.types.Scope().Lookup(name).(*types.TypeName)
			if !ok {
				continue
			}
			table, weight := e.model(model)
			if weight == 0 || !slices.Contains(known, table) {
				continue
			}
			if weight == rank[table] && e.tables[table] != r.path {
				rivals[table] = append(rivals[table], r.path)
			}
			if weight > rank[table] {
				e.tables[table], rank[table], rivals[table] = r.path, weight, nil
			}
		}
	}
	for table, rooms := range rivals {
		if len(rooms) > 0 {
			t.Errorf("%s and %v have a model of the table %s", e.tables[table], rooms, table)
		}
	}
	return e
}

// Import type-checks a package of the program from its source. It reads libraries in compiled form.
func (e *estate) Import(path string) (*types.Package, error) {
	source, own := e.sources[path]
	if !own {
		return e.compiled.Import(path)
	}
	if r := e.checked[path]; r != nil {
		return r.types, nil
	}
	files := map[string]any{}
	for _, name := range source.GoFiles {
		files[filepath.Join(source.Dir, name)] = nil
	}
	r, err := e.check(path, files)
	if err != nil {
		return nil, err
	}
	e.checked[path] = r
	return r.types, nil
}

// check parses and type-checks a package. files maps names to their text, or to nil for a file on disk.
func (e *estate) check(path string, files map[string]any) (*estateRoom, error) {
	r := &estateRoom{path: path, info: &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, Instances: map[*ast.Ident]types.Instance{},
	}}
	for name, text := range files {
		file, err := parser.ParseFile(e.fset, name, text, 0)
		if err != nil {
			return nil, err
		}
		r.files = append(r.files, file)
	}
	var err error
	r.types, err = (&types.Config{Importer: e}).Check(path, e.fset, r.files, r.info)
	return r, err
}

type built struct {
	ImportPath, Dir, Export string
	GoFiles, Imports        []string
}

func list(t *testing.T, args ...string) (all []built) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", append([]string{"list"}, args...)...).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p built
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

var tableStatement = regexp.MustCompile(`(?i)\b(?:(CREATE|DROP) TABLE (?:IF (?:NOT )?EXISTS )?(\w+)|ALTER TABLE (\w+)\s+RENAME TO (\w+))`)

// tablesOf returns the tables that the migrations create.
func tablesOf(t *testing.T) []string {
	t.Helper()
	tables := map[string]bool{}
	names, err := fs.Glob(migrations.Files, "*.sql")
	if err != nil || len(names) == 0 {
		t.Fatalf("no migrations: %v", err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(migrations.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		up, _, _ := strings.Cut(string(text), "-- +goose Down")
		for _, m := range tableStatement.FindAllStringSubmatch(up, -1) {
			switch {
			case strings.EqualFold(m[1], "create"):
				tables[m[2]] = true
			case m[1] != "":
				delete(tables, m[2])
			default:
				delete(tables, m[3])
				tables[m[4]] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(tables))
}

// model returns the table of a type, and how likely the type is its model: an exported type named like the table has the highest weight,
// a type that is no model has zero.
func (e *estate) model(of *types.TypeName) (table string, weight int) {
	named, ok := of.Type().(*types.Named)
	if !ok || named.TypeParams().Len() > 0 {
		return "", 0
	}
	s, ok := named.Underlying().(*types.Struct)
	if !ok || !hasKey(s) {
		return "", 0
	}
	if table := e.tableName(named); table != "" {
		return table, 1
	}
	table = schema.NamingStrategy{}.TableName(of.Name())
	if of.Exported() {
		return table, 3
	}
	return table, 2
}

func hasKey(s *types.Struct) bool {
	for i := range s.NumFields() {
		name := s.Field(i).Name()
		if name == "ID" || name == "AccountID" || strings.Contains(s.Tag(i), "primaryKey") {
			return true
		}
	}
	return false
}

// tableName returns the result of the type's method TableName, if it has one.
func (e *estate) tableName(named *types.Named) string {
	for i := range named.NumMethods() {
		method := named.Method(i)
		if method.Name() != "TableName" {
			continue
		}
		for _, r := range e.rooms {
			if text := r.returned(method.Pos()); text != "" {
				return text
			}
		}
	}
	return ""
}

// returned returns the string that the function at the position returns.
func (r *estateRoom) returned(at token.Pos) (text string) {
	for _, file := range r.files {
		ast.Inspect(file, func(n ast.Node) bool {
			fn, ok := n.(*ast.FuncDecl)
			if !ok || fn.Name.Pos() != at {
				return true
			}
			ast.Inspect(fn.Body, func(n ast.Node) bool {
				if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
					text, _ = strconv.Unquote(literal.Value)
				}
				return true
			})
			return false
		})
	}
	return text
}

// The methods of a *gorm.DB that write, and those that end a query that only reads.
var (
	writing = []string{"Create", "CreateInBatches", "Save", "Update", "Updates", "UpdateColumn", "UpdateColumns", "Delete", "FirstOrCreate"}
	reading = []string{"Count", "Find", "FindInBatches", "First", "Last", "Pluck", "Row", "Rows", "Scan", "Take"}
)

// journals write rows of any table for its owner, who passes the model. The architecture allows this only to package history.
var journals = []string{module + "app/history"}

// foreignWrites returns the places where the package writes, or may write, a table of another one.
func (e *estate) foreignWrites(r *estateRoom) (found []string) {
	if slices.Contains(journals, r.path) || r.path == module+"app/database" || r.path == module+"app/tenancy" {
		return nil
	}
	for _, file := range r.files {
		w := &walk{estate: e, room: r, parents: map[ast.Node]ast.Node{}}
		var stack []ast.Node
		ast.Inspect(file, func(n ast.Node) bool {
			if n == nil {
				stack = stack[:len(stack)-1]
				return true
			}
			if len(stack) > 0 {
				w.parents[n] = stack[len(stack)-1]
			}
			stack = append(stack, n)
			return true
		})
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				w.selector(n)
			case *ast.BasicLit:
				w.text(n)
			}
			return true
		})
		found = append(found, w.found...)
	}
	return found
}

// walk checks one file.
type walk struct {
	*estate
	room    *estateRoom
	parents map[ast.Node]ast.Node
	found   []string
}

func (w *walk) say(at ast.Node, format string, values ...any) {
	w.found = append(w.found, fmt.Sprintf("%s: %s", w.fset.Position(at.Pos()), fmt.Sprintf(format, values...)))
}

// selector checks a method of *gorm.DB.
func (w *walk) selector(s *ast.SelectorExpr) {
	if !isQuery(w.room.info.Types[s.X].Type) {
		return
	}
	method := s.Sel.Name
	call, called := w.parents[s].(*ast.CallExpr)
	called = called && call.Fun == s
	switch {
	case slices.Contains(writing, method) && !called:
		w.say(s, "%s is handed on: what it writes cannot be seen", method)
	case slices.Contains(writing, method) && method != "Update" && method != "UpdateColumn" && len(call.Args) > 0:
		w.written(call, call.Args[0])
	case (method == "Model" || method == "Table") && called && len(call.Args) > 0:
		if table := w.foreign(call.Args[0]); table != "" && w.writes(call) {
			w.say(call, "%s is written, which belongs to %s", table, w.tables[table])
		}
	}
}

// written reports a write of a value, which may be of any type.
func (w *walk) written(call *ast.CallExpr, value ast.Expr) {
	of := element(w.room.info.Types[value].Type)
	switch of := of.(type) {
	case *types.TypeParam:
		w.instances(call, of)
	case *types.Interface:
		w.say(call, "a value of any type is written")
	default:
		if table := w.foreign(value); table != "" {
			w.say(call, "%s is written, which belongs to %s", table, w.tables[table])
		}
	}
}

// instances reports the packages that instantiate the generic function around the call with a table that is not theirs.
func (w *walk) instances(call *ast.CallExpr, parameter *types.TypeParam) {
	var fn *ast.FuncDecl
	for at := ast.Node(call); at != nil && fn == nil; at = w.parents[at] {
		fn, _ = at.(*ast.FuncDecl)
	}
	if fn == nil {
		w.say(call, "a type parameter of a type is written")
		return
	}
	name := w.room.info.Defs[fn.Name].(*types.Func).FullName()
	for _, r := range w.rooms {
		for id, instance := range r.info.Instances {
			used, ok := r.info.Uses[id].(*types.Func)
			if !ok || used.FullName() != name || instance.TypeArgs.Len() <= parameter.Index() {
				continue
			}
			table := w.tableOf(instance.TypeArgs.At(parameter.Index()))
			if owner := w.tables[table]; owner != "" && owner != r.path {
				w.say(id, "%s is written, which belongs to %s", table, owner)
			}
		}
	}
}

// writes reports whether the query that begins with the call writes, or goes where the check cannot follow it.
func (w *walk) writes(call ast.Expr) bool {
	top, last := w.chain(call)
	if slices.Contains(reading, last) {
		return false
	}
	if slices.Contains(writing, last) {
		return true
	}
	switch parent := w.parents[top].(type) {
	case *ast.CallExpr:
		return !w.subquery(parent, top)
	case *ast.AssignStmt:
		at := slices.Index(parent.Rhs, top)
		if name, ok := parent.Lhs[max(at, 0)].(*ast.Ident); ok && at >= 0 {
			return w.kept(name)
		}
	case *ast.ValueSpec:
		if at := slices.Index(parent.Values, top); at >= 0 {
			return w.kept(parent.Names[at])
		}
	}
	return true
}

// kept reports whether a query stored in a variable writes.
func (w *walk) kept(name *ast.Ident) bool {
	object := w.room.info.ObjectOf(name)
	for id, used := range w.room.info.Uses {
		if used != object {
			continue
		}
		if assign, ok := w.parents[id].(*ast.AssignStmt); ok && slices.Contains(assign.Lhs, ast.Expr(id)) {
			continue
		}
		if w.writes(id) {
			return true
		}
	}
	return false
}

// chain follows the chain of methods that are called on the expression.
func (w *walk) chain(at ast.Expr) (top ast.Expr, last string) {
	for top = at; ; {
		selector, ok := w.parents[top].(*ast.SelectorExpr)
		if !ok || selector.X != top {
			return top, last
		}
		call, ok := w.parents[selector].(*ast.CallExpr)
		if !ok || call.Fun != selector || !isQuery(w.room.info.Types[selector.X].Type) {
			return top, last
		}
		last, top = selector.Sel.Name, call
		if slices.Contains(reading, last) || slices.Contains(writing, last) {
			return top, last
		}
	}
}

// subquery reports whether the argument belongs to a condition, or to a function of package database, which only reads.
func (w *walk) subquery(call *ast.CallExpr, argument ast.Expr) bool {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		if index, generic := call.Fun.(*ast.IndexExpr); generic {
			selector, ok = index.X.(*ast.SelectorExpr)
		}
		if !ok {
			return false
		}
	}
	if isQuery(w.room.info.Types[selector.X].Type) {
		return !slices.Contains(writing, selector.Sel.Name) || call.Args[0] != argument
	}
	used := w.room.info.Uses[selector.Sel]
	return used != nil && used.Pkg() != nil && used.Pkg().Path() == module+"app/database" && strings.HasPrefix(used.Name(), "List")
}

// foreign returns the table whose row or name the expression is, if another package owns it.
func (w *walk) foreign(e ast.Expr) string {
	table := w.tableOf(w.room.info.Types[e].Type)
	if value := w.room.info.Types[e].Value; value != nil {
		table, _, _ = strings.Cut(strings.Trim(value.ExactString(), `"`), " ")
	}
	if owner := w.tables[table]; owner != "" && owner != w.room.path {
		return table
	}
	return ""
}

// tableOf returns the table of a row, of a pointer to one or of a list of them.
func (e *estate) tableOf(of types.Type) string {
	named, ok := element(of).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || !strings.HasPrefix(named.Obj().Pkg().Path(), module) {
		return ""
	}
	table, _ := e.model(named.Obj())
	return table
}

// element returns the type without pointers and slices around it.
func element(of types.Type) types.Type {
	for {
		switch t := types.Unalias(of).(type) {
		case *types.Pointer:
			of = t.Elem()
		case *types.Slice:
			of = t.Elem()
		case *types.Array:
			of = t.Elem()
		case *types.Named:
			if _, any := t.Underlying().(*types.Interface); any {
				return t.Underlying()
			}
			return t
		case nil:
			return nil
		default:
			return t
		}
	}
}

func isQuery(of types.Type) bool {
	return of != nil && of.String() == "*gorm.io/gorm.DB"
}

var (
	writingSQL = regexp.MustCompile(`(?i)\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+(\w+)`)
	openSQL    = regexp.MustCompile(`\b(?:INSERT INTO|UPDATE|DELETE FROM) (?:%|$)`)
)

// text checks a string literal that may be SQL.
func (w *walk) text(literal *ast.BasicLit) {
	if literal.Kind != token.STRING {
		return
	}
	text, err := strconv.Unquote(literal.Value)
	if err != nil {
		return
	}
	if openSQL.MatchString(text) {
		w.say(literal, "SQL writes a table that cannot be seen")
	}
	for _, m := range writingSQL.FindAllStringSubmatch(text, -1) {
		if owner := w.tables[strings.ToLower(m[1])]; owner != "" && owner != w.room.path {
			w.say(literal, "SQL writes %s, which belongs to %s", m[1], owner)
		}
	}
}
