package web_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gofiber/fiber/v2"

	"igny8/app/apptest"
	"igny8/app/gates"
	"igny8/views/address"
)

// choices lists the functions of package address whose last parameter is a part of the path from a fixed list.
var choices = map[string][]string{
	"RunAction": {"cancel", "retry", "again", "reuse", "replay", "approve", "decline"}, "Stage": gates.Names(),
	"BuilderStep": {"business", "type", "clusters", "taxonomies", "pages", "review"}, "ImageAction": {"make", "choose", "cut", "upload", "remove"},
	"IdeaAction": {"accept", "reject", "propose"}, "BatchAction": {"pause", "resume", "cancel", "retry"}, "ContentAction": {"submit", "approve", "return", "undo"},
	"Panel":      {"comments", "rewrite", "keywords", "questions", "claims", "links", "images", "search-result", "readability"},
	"MetaAction": {"accept", "reject"}, "ContentImages": {"think", "make", "place"}, "Suggestion": {"accept", "reject"}, "ThreadAction": {"comments", "resolve", "reopen"},
}

// withBranches lists the functions of more than one expression, with the addresses that they return.
var withBranches = map[string][]string{
	"Prompts": {address.Prompts(""), address.Prompts("s")}, "Prompt": {address.Prompt("", "p"), address.Prompt("s", "p")},
	"PreviewPrompt": {address.PreviewPrompt("", "p"), address.PreviewPrompt("s", "p")},
	"RestorePrompt": {address.RestorePrompt("", "p"), address.RestorePrompt("s", "p")},
}

// TestAddressesAnswerToRoutes checks that a route of the server fits every address and every screen that a check may link to.
func TestAddressesAnswerToRoutes(t *testing.T) {
	t.Parallel()
	var patterns []string
	for _, r := range apptest.New(t).Server.GetRoutes(true) {
		if !strings.HasSuffix(r.Path, "*") {
			patterns = append(patterns, r.Path)
		}
	}
	answers := func(name, at string) {
		path, _, _ := strings.Cut(at, "#")
		path, _, _ = strings.Cut(path, "?")
		fits := func(pattern string) bool {
			return strings.Count(pattern, "/") == strings.Count(path, "/") && fiber.RoutePatternMatch(path, pattern)
		}
		if !slices.ContainsFunc(patterns, fits) {
			t.Errorf("address.%s is %q: no route answers to it. If its last part is one of a few, list them in choices", name, at)
		}
	}
	source := parsedAddresses(t)
	for name, path := range source.constants {
		if ast.IsExported(name) {
			answers(name, path)
		}
	}
	for name := range source.functions {
		if ast.IsExported(name) && !slices.Contains([]string{"With", "Inside", "Of"}, name) {
			for _, at := range source.examples(name) {
				answers(name, at)
			}
		}
	}
	for _, screen := range gates.Screens() {
		answers("Of("+string(screen)+")", address.Of(gates.Where{Site: "s", Screen: screen, ID: "i"}))
	}
}

// addressSource holds the parsed source of package address.
type addressSource struct {
	constants map[string]string
	functions map[string]*ast.FuncDecl
}

func parsedAddresses(t *testing.T) addressSource {
	t.Helper()
	s := addressSource{map[string]string{}, map[string]*ast.FuncDecl{}}
	files, err := filepath.Glob("../../views/address/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("package address: %d files, %v", len(files), err)
	}
	for _, file := range files {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, declared := range tree.Decls {
			switch d := declared.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil {
					s.functions[d.Name.Name] = d
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					if v, ok := spec.(*ast.ValueSpec); ok {
						s.constants[v.Names[0].Name] = s.text(v.Values[0], s.constants)
					}
				}
			}
		}
	}
	return s
}

// examples returns addresses of the function. Each parameter has its own name as its value; the last one takes each of its choices.
func (s addressSource) examples(name string) []string {
	if known := withBranches[name]; known != nil {
		return known
	}
	args := parameters(s.functions[name])
	last := len(args) - 1
	choices := choices[name]
	if choices == nil {
		choices = args[last:]
	}
	var all []string
	for _, choice := range choices {
		all = append(all, s.returned(name, append(args[:last:last], choice)))
	}
	return all
}

func parameters(f *ast.FuncDecl) (names []string) {
	for _, field := range f.Type.Params.List {
		for _, name := range field.Names {
			names = append(names, name.Name)
		}
	}
	return names
}

// returned evaluates the function. Its body must be one return statement.
func (s addressSource) returned(name string, args []string) string {
	f := s.functions[name]
	statement, ok := f.Body.List[0].(*ast.ReturnStmt)
	if !ok {
		return ""
	}
	known := maps.Clone(s.constants)
	for i, parameter := range parameters(f) {
		known[parameter] = args[i]
	}
	return s.text(statement.Results[0], known)
}

// text evaluates an expression that joins strings.
func (s addressSource) text(e ast.Expr, known map[string]string) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(e.Value)
		return text
	case *ast.BinaryExpr:
		return s.text(e.X, known) + s.text(e.Y, known)
	case *ast.Ident:
		return known[e.Name]
	case *ast.CallExpr:
		args := make([]string, len(e.Args))
		for i, arg := range e.Args {
			args[i] = s.text(arg, known)
		}
		if name, ok := e.Fun.(*ast.Ident); ok && name.Name != "With" && s.functions[name.Name] != nil {
			return s.returned(name.Name, args)
		}
		return args[0] // With adds a query, which routes do not have; other functions escape or convert the value
	}
	return ""
}

// appPath matches a path of the application in a source file: a whole path, or its last part.
var appPath = regexp.MustCompile(`["\x60](/app|/admin|/login|/signup|/password/)["/?\x60]|/app/sites/|["\x60]/[a-z][a-z-]*["/?#\x60]`)

// allowedLines matches lines that may contain a path: route tables, addresses that are not screens, and themes, whose paths
// belong to the published site.
var allowedLines = regexp.MustCompile(`^\texchange\.At\(|"/(static|preview|api|healthz|readyz|metrics|sites|favicon|contact)|igny8/|^\s*//`)

// TestPathsAreSpelledOnce checks the sources of the pages and of the modules, with their templates.
func TestPathsAreSpelledOnce(t *testing.T) {
	t.Parallel()
	for _, root := range []string{"../web", "../mail", "../../views", "../accounts", "../sites", "../planner", "../sitebuilder", "../images", "../writer"} {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() && (d.Name() == "address" || d.Name() == "themes") {
				return errorOrSkip(err)
			}
			source := strings.HasSuffix(name, ".templ") || strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_templ.go")
			if d.IsDir() || !source || strings.HasSuffix(name, "_test.go") {
				return nil
			}
			data, err := os.ReadFile(name)
			for i, line := range strings.Split(string(data), "\n") {
				if appPath.MatchString(line) && !allowedLines.MatchString(line) {
					t.Errorf("%s:%d spells a path of the application; package address does: %s", name, i+1, strings.TrimSpace(line))
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func errorOrSkip(err error) error {
	if err != nil {
		return err
	}
	return fs.SkipDir
}
