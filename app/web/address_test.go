package web_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
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

// addresses are the functions of package address, each with what it returns for a site s.
var addresses = map[string][]string{
	"Invitation": {address.Invitation("t")}, "EndSession": {address.EndSession("i")}, "Member": {address.Member("i")}, "RemoveMember": {address.RemoveMember("i")},
	"MakeOwner": {address.MakeOwner("i")}, "RenewInvitation": {address.RenewInvitation("i")}, "WithdrawInvitation": {address.WithdrawInvitation("i")},
	"Integration": {address.Integration("i")}, "TryIntegration": {address.TryIntegration("i")}, "RemoveIntegration": {address.RemoveIntegration("i")},
	"Prompts": {address.Prompts(""), address.Prompts("s")}, "Prompt": {address.Prompt("", "p"), address.Prompt("s", "p")},
	"PreviewPrompt": {address.PreviewPrompt("", "p"), address.PreviewPrompt("s", "p")},
	"RestorePrompt": {address.RestorePrompt("", "p"), address.RestorePrompt("s", "p")},
	"Run":           {address.Run("i")}, "RunAction": each(address.RunAction, "cancel", "retry", "again", "reuse", "replay", "approve", "decline"),

	"Site": {address.Site("s")}, "SiteSettings": {address.SiteSettings("s")}, "Sectors": {address.Sectors("s")}, "DeleteSite": {address.DeleteSite("s")},
	"Waivers": {address.Waivers("s", gates.Planner)}, "Facts": {address.Facts("s")}, "Fact": {address.Fact("s", "i")}, "RemoveFact": {address.RemoveFact("s", "i")},
	"ForgetFact": {address.ForgetFact("s", "i")}, "Voice": {address.Voice("s")}, "Stage": each(address.Stage, gates.Names()...),
	"Builder": {address.Builder("s")}, "BuilderStep": each(address.BuilderStep, "business", "type", "clusters", "taxonomies", "pages", "review"),
	"ProposePages": {address.ProposePages("s")}, "AddPage": {address.AddPage("s")}, "ApproveBlueprint": {address.ApproveBlueprint("s")},
	"Publish": {address.Publish("s")}, "PreviewRelease": {address.PreviewRelease("s", "i")}, "ActivateRelease": {address.ActivateRelease("s", "i")},
	"Images": {address.Images("s")}, "Image": {address.Image("s", "i")}, "ImageFile": {address.ImageFile("s", "i", "f.png")},
	"ImageAction": eachOf(address.ImageAction, "make", "choose", "cut", "upload", "remove"),

	"Planner": {address.Planner("s")}, "Import": {address.Import("s")}, "ImportQueue": {address.ImportQueue("s")}, "ImportReport": {address.ImportReport("s", "i")},
	"Keywords": {address.Keywords("s")}, "Export": {address.Export("s")}, "Views": {address.Views("s")}, "View": {address.View("s", "i")},
	"Group": {address.Group("s")}, "GenerateIdeas": {address.GenerateIdeas("s")}, "Clusters": {address.Clusters("s")},
	"ClusterOptions": {address.ClusterOptions("s")}, "Cluster": {address.Cluster("s", "i")}, "DivideCluster": {address.DivideCluster("s", "i")},
	"ApproveClusters": {address.ApproveClusters("s")}, "Changes": {address.Changes("s")}, "UndoChange": {address.UndoChange("s", "i")},
	"Coverage": {address.Coverage("s")}, "Calendar": {address.Calendar("s")},

	"Writer": {address.Writer("s")}, "Ideas": {address.Ideas("s")}, "UndoReject": {address.UndoReject("s")}, "Idea": {address.Idea("s", "i")},
	"IdeaAction": eachOf(address.IdeaAction, "accept", "reject", "propose"), "IdeaConflicts": {address.IdeaConflicts("s", "i")},
	"Tasks": {address.Tasks("s")}, "Task": {address.Task("s", "i")}, "ApproveBrief": {address.ApproveBrief("s", "i")}, "WithdrawBrief": {address.WithdrawBrief("s", "i")},
	"Briefs": {address.Briefs("s")}, "QuoteDrafts": {address.QuoteDrafts("s")}, "Drafts": {address.Drafts("s")}, "Batch": {address.Batch("s", "i")},
	"BatchAction": eachOf(address.BatchAction, "pause", "resume", "cancel", "retry"), "Content": {address.Content("s", "i")},
	"ContentBlock": {address.ContentBlock("s", "i", "b")}, "Head": {address.Head("s", "i")}, "Blocks": {address.Blocks("s", "i")}, "Block": {address.Block("s", "i", "b")},
	"MoveBlock": {address.MoveBlock("s", "i", "b")}, "RemoveBlock": {address.RemoveBlock("s", "i", "b")}, "Paste": {address.Paste("s", "i")},
	"ContentAction": eachOf(address.ContentAction, "submit", "approve", "return", "undo"),
	"Panel":         eachOf(address.Panel, "comments", "rewrite", "keywords", "questions", "claims", "links", "images", "search-result", "readability"),
	"Panels":        {address.Panels("s", "i")}, "MetaAction": eachOf(address.MetaAction, "accept", "reject"),
	"ContentImages": eachOf(address.ContentImages, "think", "make", "place"), "Suggestions": {address.Suggestions("s", "i")},
	"Suggestion": eachOf(address.Suggestion, "accept", "reject"), "Thread": {address.Thread("s", "i", "t")},
	"ThreadAction": eachOf(address.ThreadAction, "comments", "resolve", "reopen"), "Revisions": {address.Revisions("s", "i")},
	"Revision": {address.Revision("s", "i", 2)}, "RestoreRevision": {address.RestoreRevision("s", "i", 2)}, "RestoreBlock": {address.RestoreBlock("s", "i", 2, "b")},
	"Compare": {address.Compare("s", "i")}, "Comparison": {address.Comparison("s", "i", 1, 2)},
}

func each(at func(string, string) string, actions ...string) []string {
	return eachOf(func(site, _, action string) string { return at(site, action) }, actions...)
}

func eachOf(at func(site, id, action string) string, actions ...string) []string {
	var all []string
	for _, action := range actions {
		all = append(all, at("s", "i", action))
	}
	return all
}

// TestAddressesAnswerToRoutes holds every address, and every place that a check may name, against the routes of the server.
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
			t.Errorf("address.%s is %s: no route answers to it", name, at)
		}
	}
	constants, functions := spelled(t)
	for name, path := range constants {
		answers(name, path)
	}
	for _, name := range functions {
		if len(addresses[name]) == 0 {
			t.Errorf("address.%s is not in the table of this test", name)
		}
		for _, at := range addresses[name] {
			answers(name, at)
		}
	}
	for _, screen := range gates.Screens() {
		answers("Of("+string(screen)+")", address.Of(gates.Where{Site: "s", Screen: screen, ID: "i"}))
	}
}

// spelled returns the exported constants of package address, which test values cannot name, and the names of its functions.
func spelled(t *testing.T) (constants map[string]string, functions []string) {
	t.Helper()
	constants = map[string]string{}
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
				if d.Recv == nil && d.Name.IsExported() && !slices.Contains([]string{"With", "Inside", "Of"}, d.Name.Name) {
					functions = append(functions, d.Name.Name)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					if v, ok := spec.(*ast.ValueSpec); ok {
						constants[v.Names[0].Name] = text(v.Values[0], constants)
					}
				}
			}
		}
	}
	delete(constants, "settings")
	return constants, functions
}

func text(e ast.Expr, known map[string]string) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, _ := strconv.Unquote(e.Value)
		return s
	case *ast.BinaryExpr:
		return text(e.X, known) + text(e.Y, known)
	case *ast.Ident:
		return known[e.Name]
	}
	return ""
}

// path is how a path of the application looks in a source: whole, or as the end of one.
var path = regexp.MustCompile(`["\x60](/app|/admin|/login|/signup|/password/)["/?\x60]|/app/sites/|["\x60]/[a-z][a-z-]*["/?#\x60]`)

// unspelled are the lines that may name paths of their own: route tables, what is no screen, and themes, whose paths are the
// published site's.
var unspelled = regexp.MustCompile(`^\texchange\.At\(|"/(static|preview|api|healthz|readyz|metrics|sites|favicon|contact)|igny8/|^\s*//`)

// TestPathsAreSpelledOnce reads every source of the pages and of the modules, templates included.
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
				if path.MatchString(line) && !unspelled.MatchString(line) {
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
