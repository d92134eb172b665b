package app_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "igny8/"

// layers lists the layers from top to bottom: a package may import packages of later layers only, never of earlier ones.
// Packages of the same layer do not import each other.
var layers = [][]string{
	{"cmd/igny8", "deploy"},
	{"app"},
	{"app/web"},
	{
		"app/web/builder", "app/web/console", "app/web/entry", "app/web/images", "app/web/planner", "app/web/profile", "app/web/publish", "app/web/runs",
		"app/web/settings", "app/web/writer", "app/api", "app/mail",
	},
	{"app/web/exchange"},
	{"app/modules"},
	{"views"},
	{"app/pipeline"},
	{"app/backup"},
	{"app/publish/site"},
	{"app/publish"},
	{"app/optimizer"},
	{"app/linker"},
	{"app/writer/drafting"},
	{"app/writer"},
	{"app/images"},
	{"app/sitebuilder"},
	{"app/planner/exports"},
	{"app/planner/imports", "app/planner/grouping", "app/planner/ideas"},
	{"app/planner"},
	{"app/pages"},
	{"app/ai"},
	{"app/ai/prompt", "app/ai/provider/openai", "app/ai/provider/runware"},
	{"app/ai/provider"},
	{"app/runs"},
	{"app/billing"},
	{"app/integrations"},
	{"app/accounts"},
	{"app/sites"},
	{"app/history"},
	{"app/events"},
	{"app/tasks"},
	{"app/database"},
	{"app/logs"},
	{"app/tenancy"},
	{"app/gates", "app/body"},
	{"app/text"},
	{"app/fault"},
	{"app/config"},
}

// pure packages hold rules without a database. They have layers of their own: each may import the pure packages of later layers and
// fault, and nothing else of the application. Every package above may import them. Only a few packages import assets.
var (
	pure = [][]string{
		{"app/builtin"},
		{"app/prose"},
		{"app/blocks", "app/clustering", "app/keywordfile", "views/themes"},
		{"app/language", "app/spill"},
		{"app/text", "app/minhash", "app/vault", "app/outbound"},
	}
	assets = map[string][]string{"static": {"app/web", "views", "app/mail", "app/api"}, "migrations": {"app/database"}}
)

// libraryUsers are the only packages that may import an outside library.
var libraryUsers = map[string][]string{
	"github.com/andybalholm/brotli":         {"static"},
	"github.com/hibiken/asynq":              {"app/tasks"},
	"github.com/alicebob/miniredis":         {"app/tasks"},
	"github.com/redis/go-redis":             {"app/tasks"},
	"github.com/sashabaranov/go-openai":     {"app/ai/provider/openai"},
	"golang.org/x/image":                    {"app/images/picture"},
	"github.com/gen2brain/webp":             {"app/images/picture"},
	"github.com/santhosh-tekuri/jsonschema": {"app/ai"},
	"github.com/alexedwards/scs":            {"app/web"},
	"github.com/gofiber/fiber":              {"app/web", "app/api", "app"},
	"github.com/valyala/fasthttp":           {"app/web"},
	"github.com/danielgtaylor/huma":         {"app/api"},
	"github.com/golang-jwt/jwt":             {"app/accounts"},
	"github.com/prometheus/client_golang":   {"app/web"},
	"github.com/wneessen/go-mail":           {"app/mail"},
	"github.com/pressly/goose":              {"app/database"},
	"github.com/gofrs/flock":                {"app/database"},
	"golang.org/x/mod":                      {"app/database"},
	"modernc.org/sqlite":                    {"app/database"},
	"github.com/jackc/pgx":                  {"app/database"},
	"gorm.io/driver/postgres":               {"app/database"},
	"database/sql":                          {"app/database"},
	"github.com/a-h/templ":                  {"views", "app/web", "app/api", "app/mail", "app/publish/renderer"},
	"github.com/blevesearch/snowballstem":   {"app/language"},
	"github.com/kljensen/snowball":          {"app/language"},
	"github.com/xuri/excelize":              {"app/keywordfile"},
	"github.com/microcosm-cc/bluemonday":    {"app/blocks"},
	"github.com/yuin/goldmark":              {"app/blocks"},
	"github.com/PuerkitoBio/goquery":        {"app/blocks"},
	"golang.org/x/crypto/argon2":            {"app/accounts"},
	"gorm.io/gorm":                          {"app/database", "app/tenancy", "app/events", "app/history", "app/accounts", "app/sites", "app/integrations", "app/billing", "app/runs", "app/ai", "app/pages", "app/planner", "app/sitebuilder", "app/images", "app/writer", "app/publish", "app/mail"},
}

type listed struct {
	ImportPath string
	Imports    []string
}

func TestImportRules(t *testing.T) {
	t.Parallel()
	for _, p := range packages(t) {
		room := strings.TrimPrefix(p.ImportPath, module)
		if testOnly(room) {
			continue
		}
		layer, known := layerOf(room)
		if _, ok := pureLayer(room); !known && !ok && assets[room] == nil {
			t.Errorf("%s stands on no floor: give it one", room)
			continue
		}
		for _, imported := range p.Imports {
			if inner, ok := strings.CutPrefix(imported, module); ok {
				inside(t, room, layer, inner)
				continue
			}
			outside(t, room, imported)
		}
	}
}

func inside(t *testing.T, room string, layer int, imported string) {
	below, isPure := pureLayer(imported)
	if at, ok := pureLayer(room); ok {
		if imported != "app/fault" && (!isPure || below <= at) {
			t.Errorf("%s is pure: it is not to import %s", room, imported)
		}
		return
	}
	if isPure {
		// Only the renderer may import the theme of the published sites.
		if imported == "views/themes" && room != "app/publish/renderer" {
			t.Errorf("%s imports %s, which is the renderer's", room, imported)
		}
		return
	}
	if users, ok := assets[imported]; ok {
		if !slices.ContainsFunc(users, func(user string) bool { return within(room, user) }) {
			t.Errorf("%s imports %s", room, imported)
		}
		return
	}
	if assets[room] != nil {
		t.Errorf("%s is to import nothing of the application, but imports %s", room, imported)
		return
	}
	below, known := layerOf(imported)
	if !known {
		return
	}
	samePackage := layer == below && listedPackage(room) == listedPackage(imported)
	if below < layer || (below == layer && !samePackage) {
		t.Errorf("%s imports %s, which stands above or beside it", room, imported)
	}
	if within(room, "views") && slices.Contains([]string{"app/tasks", "app/config", "app/database"}, imported) {
		t.Errorf("%s imports %s: views know domain types alone", room, imported)
	}
}

func outside(t *testing.T, room, imported string) {
	longest := ""
	for library := range libraryUsers {
		if within(imported, library) && len(library) > len(longest) {
			longest = library
		}
	}
	// Types that store themselves implement the driver's interface; that gives them no database handle.
	if longest == "" || imported == "database/sql/driver" {
		return
	}
	if !slices.ContainsFunc(libraryUsers[longest], func(keeper string) bool { return room == keeper || (keeper != "app" && within(room, keeper)) }) {
		t.Errorf("%s imports %s, which belongs to %s alone", room, imported, strings.Join(libraryUsers[longest], ", "))
	}
}

// testOnly reports whether only tests import the package: it may then import whatever it needs.
func testOnly(room string) bool {
	last := room[strings.LastIndex(room, "/")+1:]
	return strings.HasSuffix(last, "test")
}

func within(path, root string) bool {
	return path == root || strings.HasPrefix(path, strings.TrimSuffix(root, "/")+"/")
}

// layerOf returns the layer that lists the package, otherwise that of the nearest package around it.
func layerOf(room string) (layer int, known bool) {
	named := listedPackage(room)
	layer = slices.IndexFunc(layers, func(rooms []string) bool { return slices.Contains(rooms, named) })
	return layer, layer >= 0
}

func pureLayer(room string) (int, bool) {
	at := slices.IndexFunc(pure, func(rooms []string) bool { return slices.Contains(rooms, room) })
	return at, at >= 0
}

// listedPackage returns the innermost package in layers that contains the package, or "".
func listedPackage(room string) (longest string) {
	for _, r := range slices.Concat(layers...) {
		if (room == r || (r != "app" && within(room, r))) && len(r) > len(longest) {
			longest = r
		}
	}
	return longest
}

func packages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Imports", module+"...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
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
