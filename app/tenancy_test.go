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
	"strings"
	"testing"

	"igny8/app/tenancy"
	"igny8/migrations"
)

// systemCallers are the only files that may reach around the guard, by what they do it for.
var systemCallers = []string{
	"accounts/account.go", "accounts/active_session.go", "accounts/email_change.go", "accounts/expiry.go", "accounts/invitation.go", "accounts/member.go", "accounts/profile.go", "accounts/reset.go",
	"accounts/signin.go", "accounts/signup.go", "accounts/token.go", "accounts/user.go",
	"integrations/rotation.go", "runs/sweep.go", "billing/hold.go",
}

// sources visits the Go files of the application that are no tests.
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

func TestWhoReachesAroundTheGuard(t *testing.T) {
	t.Parallel()
	found := map[string]bool{}
	sources(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok || call.Sel.Name != "System" {
				return true
			}
			if of, ok := call.X.(*ast.Ident); ok && of.Name == "tenancy" {
				found[path] = true
			}
			return true
		})
	})
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

// Every row that belongs to an account says so once and for all.
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

// acrossAccounts are the indexes for questions of the system: to which accounts does a person belong?
var acrossAccounts = []string{"memberships_user"}

// primaryKeys are the keys of tables whose rows have no id: a change writes thousands of rows, and each is found by what it is the change of.
var primaryKeys = map[string]string{"change_rows": "account_id, change_id, noun, row_id"}

// The schema itself refuses a row whose parent belongs to another account.
func TestTheSchemaKeepsAccountsApart(t *testing.T) {
	t.Parallel()
	seen := 0
	err := fs.WalkDir(migrations.Files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := migrations.Files.ReadFile(path)
		for _, m := range table.FindAllStringSubmatch(string(data), -1) {
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
		for _, m := range index.FindAllStringSubmatch(string(data), -1) {
			if !slices.Contains(tenancy.Shared, m[2]) && m[3] != "account_id" && !slices.Contains(acrossAccounts, m[1]) {
				t.Errorf("the index %s of %s does not begin with the account", m[1], m[2])
			}
		}
		return err
	})
	if err != nil || seen < 20 {
		t.Fatalf("%d tables, %v", seen, err)
	}
}
