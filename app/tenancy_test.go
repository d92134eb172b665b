package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"igny8/app/tenancy"
	"igny8/migrations"
)

// systemCallers are the only files that may bypass the guard, grouped by their purpose.
var systemCallers = []string{
	"accounts/account.go", "accounts/active_session.go", "accounts/arrival.go", "accounts/email_change.go", "accounts/expiry.go", "accounts/invitation.go", "accounts/member.go", "accounts/profile.go", "accounts/reset.go",
	"accounts/signin.go", "accounts/signup.go", "accounts/token.go", "accounts/user.go",
	"backup/backup.go", "backup/missing.go", "integrations/rotation.go", "runs/backlog.go", "runs/reclaim.go", "runs/sweep.go", "billing/held.go", "billing/hold.go",
	"ai/open_circuits.go", "history/trash.go",
}

// trashReaders are the only files that may see rows in the trash: code that deletes, restores and purges, code that deletes for good
// although such rows refer to the row, and code that keeps what was made for such a row.
var trashReaders = []string{
	"history/trash.go", "images/generate_images.go", "images/sweep.go", "images/trash.go", "pages/trash.go", "planner/ideas/trash.go", "planner/trash.go", "writer/trash.go",
}

// sources visits the Go files of the application, without tests.
func sources(t *testing.T, visit func(path string, file *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasSuffix(filepath.Dir(path), "test") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, data, 0)
		visit(filepath.ToSlash(path), file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOnlySystemCallersBypassTheGuard(t *testing.T) {
	t.Parallel()
	found := callersOf(t, "System")
	for path := range found {
		if !slices.Contains(systemCallers, path) {
			t.Errorf("%s uses the system context: is it a sweeper, a session, the sign-in or the console?", path)
		}
	}
	for _, path := range systemCallers {
		if !found[path] {
			t.Errorf("%s does not use the system context any more: take it off the list", path)
		}
	}
}

func TestOnlyTrashReadersSeeTheTrash(t *testing.T) {
	t.Parallel()
	found := callersOf(t, "WithTrash")
	for path := range found {
		if !slices.Contains(trashReaders, path) {
			t.Errorf("%s sees the rows in the trash: does it delete, restore or purge?", path)
		}
	}
	for _, path := range trashReaders {
		if !found[path] {
			t.Errorf("%s does not look into the trash any more: take it off the list", path)
		}
	}
}

// callersOf returns the files that call the function of package tenancy.
func callersOf(t *testing.T, function string) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	sources(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok || call.Sel.Name != function {
				return true
			}
			if of, ok := call.X.(*ast.Ident); ok && of.Name == "tenancy" {
				found[path] = true
			}
			return true
		})
	})
	return found
}

// trashTables are the tables whose rows can be in the trash.
func trashTables(t *testing.T) []string {
	t.Helper()
	var names []string
	eachTable(t, func(name, body string) {
		if regexp.MustCompile(`(?m)^\s*deleted_at\s`).MatchString(body) {
			names = append(names, name)
		}
	})
	if len(names) < 9 {
		t.Fatalf("only %v can be in the trash", names)
	}
	return names
}

// sqlThatSeesTheTrash are parts of SQL texts that name such a table and include its rows in the trash on purpose.
var sqlThatSeesTheTrash = []string{
	"\nUPDATE clusters SET state = s.state", // the inserted text selects the rows to count
	" AS t JOIN clusters AS c ",             // rows in the trash keep a cluster that Undo would delete
	"DELETE FROM clusters",
	"INSERT INTO clusters",
	" FROM change_rows AS r JOIN clusters", // the history log has already refused those in the trash
}

// SQL bypasses the guard: a text that names a table with a trash must mention deleted_at.
func TestSQLLeavesTheTrashOut(t *testing.T) {
	t.Parallel()
	named := regexp.MustCompile(`(?i)\b(FROM|JOIN|UPDATE|INTO)\s+(` + strings.Join(trashTables(t), "|") + `)\b`)
	seen := 0
	sources(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(literal.Value)
			if err != nil || !named.MatchString(text) {
				return true
			}
			seen++
			meant := slices.ContainsFunc(sqlThatSeesTheTrash, func(beginning string) bool { return strings.HasPrefix(text, beginning) })
			if !meant && !strings.Contains(text, "deleted_at") {
				t.Errorf("%s: the SQL does not leave out the trash: %.80q", path, text)
			}
			return true
		})
	})
	if seen < 10 {
		t.Errorf("only %d texts were found: does this test still see them?", seen)
	}
}

// The unique keys of a table with a trash leave out the rows in it: a deleted row does not block its name.
func TestUniqueKeysLeaveTheTrashOut(t *testing.T) {
	t.Parallel()
	tables := trashTables(t)
	eachTable(t, func(name, body string) {
		if !slices.Contains(tables, name) || name == "trash_items" {
			return
		}
		for _, u := range unique.FindAllStringSubmatch(body, -1) {
			if u[1] != "account_id, id" && !slices.Contains(keysThatGoWithTheParent, name) {
				t.Errorf("%s: UNIQUE (%s) holds for the trash, too", name, u[1])
			}
		}
	})
	named := regexp.MustCompile(`CREATE UNIQUE INDEX \w+ ON (\w+) [^;]*;`)
	eachSchema(t, func(text string) {
		for _, m := range named.FindAllStringSubmatch(text, -1) {
			if slices.Contains(tables, m[1]) && !strings.Contains(m[0], "deleted_at IS NULL") {
				t.Errorf("the trash counts in %s", m[0])
			}
		}
	})
}

// keysThatGoWithTheParent are tables whose rows go into the trash only together with the row that their unique key names.
var keysThatGoWithTheParent = []string{"sectors", "tasks"}

// Every row that belongs to an account has an account_id that never changes.
func TestModelsKeepTheirAccount(t *testing.T) {
	t.Parallel()
	models := 0
	sources(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			named, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			fields, ok := named.Type.(*ast.StructType)
			if !ok {
				return true
			}
			columns := map[string]string{}
			for _, f := range fields.Fields.List {
				for _, name := range f.Names {
					if columns[name.Name] = ""; f.Tag != nil {
						columns[name.Name] = reflect.StructTag(strings.Trim(f.Tag.Value, "`")).Get("gorm")
					}
				}
			}
			_, owned := columns["AccountID"]
			_, stored := columns["CreatedAt"]
			if owned && stored {
				models++
				for _, column := range []string{"AccountID", "SiteID"} {
					if tag, has := columns[column]; has && !strings.Contains(tag, "<-:create") {
						t.Errorf("%s: %s.%s can be updated: tag it <-:create", path, named.Name.Name, column)
					}
				}
			}
			return true
		})
	})
	if models < 20 {
		t.Errorf("only %d models were found: does this test still see them?", models)
	}
}

var (
	table   = regexp.MustCompile(`(?s)CREATE TABLE (\w+) \((.*?)\n\);`)
	unique  = regexp.MustCompile(`UNIQUE \(([^)]*)\)`)
	foreign = regexp.MustCompile(`FOREIGN KEY \(([^)]*)\) REFERENCES (\w+) \(([^)]*)\)`)
	primary = regexp.MustCompile(`PRIMARY KEY \(([^)]*)\)`)
	index   = regexp.MustCompile(`CREATE (?:UNIQUE )?INDEX (\w+) ON (\w+) \((\w+)`)
)

// eachSchema visits the migrations.
func eachSchema(t *testing.T, visit func(text string)) {
	t.Helper()
	err := fs.WalkDir(migrations.Files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := migrations.Files.ReadFile(path)
		visit(string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// eachTable visits the tables of the migrations.
func eachTable(t *testing.T, visit func(name, body string)) {
	t.Helper()
	eachSchema(t, func(text string) {
		for _, m := range table.FindAllStringSubmatch(text, -1) {
			visit(m[1], m[2])
		}
	})
}

// acrossAccounts are the indexes for queries of the system: to which accounts does a person belong, and which rows are to be purged?
var acrossAccounts = []string{"memberships_user", "trash_items_age"}

// primaryKeys are the keys of tables whose rows have no id: a change writes thousands of rows, and each is found by the row that it
// describes.
var primaryKeys = map[string]string{"change_rows": "account_id, change_id, noun, row_id"}

// The schema itself refuses a row whose parent belongs to another account.
func TestSchemaRefusesParentsOfOtherAccounts(t *testing.T) {
	t.Parallel()
	seen := 0
	eachSchema(t, func(text string) {
		for _, m := range table.FindAllStringSubmatch(text, -1) {
			name, body := m[1], m[2]
			if slices.Contains(tenancy.Shared, name) {
				continue
			}
			seen++
			if !regexp.MustCompile(`account_id\s+TEXT NOT NULL`).MatchString(body) {
				t.Errorf("%s has no account", name)
			}
			if key := primary.FindStringSubmatch(body); key == nil || key[1] != "account_id, id" && key[1] != primaryKeys[name] {
				t.Errorf("%s: the primary key is %q, want (account_id, id)", name, key)
			}
			for _, u := range unique.FindAllStringSubmatch(body, -1) {
				if !strings.HasPrefix(u[1], "account_id") {
					t.Errorf("%s: UNIQUE (%s) does not begin with the account", name, u[1])
				}
			}
			for _, f := range foreign.FindAllStringSubmatch(body, -1) {
				if !strings.HasPrefix(f[1], "account_id, ") || f[3] != "account_id, id" {
					t.Errorf("%s: the key (%s) to %s may cross accounts", name, f[1], f[2])
				}
			}
		}
		for _, m := range index.FindAllStringSubmatch(text, -1) {
			if !slices.Contains(tenancy.Shared, m[2]) && m[3] != "account_id" && !slices.Contains(acrossAccounts, m[1]) {
				t.Errorf("the index %s of %s does not begin with the account", m[1], m[2])
			}
		}
	})
	if seen < 20 {
		t.Fatalf("only %d tables", seen)
	}
}
