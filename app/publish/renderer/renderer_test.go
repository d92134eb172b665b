package renderer_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"igny8/app/fault"
	"igny8/app/publish/renderer"
)

func TestBuildRefuses(t *testing.T) {
	t.Parallel()
	at := func(path string) func(*renderer.Site) {
		return func(s *renderer.Site) { s.Pages[2].Path = path }
	}
	for name, tc := range map[string]struct {
		spoil func(*renderer.Site)
		says  string
	}{
		"no name":            {func(s *renderer.Site) { s.Name = " \x00" }, "no name"},
		"no time":            {func(s *renderer.Site) { s.Built = time.Time{} }, "build time"},
		"unknown type":       {func(s *renderer.Site) { s.Type = "forum" }, `"forum"`},
		"no language":        {func(s *renderer.Site) { s.Language = "klingonish!" }, "klingonish"},
		"no origin":          {func(s *renderer.Site) { s.BaseURL = "slowroast.example" }, "slowroast.example"},
		"origin with a path": {func(s *renderer.Site) { s.BaseURL = "https://slowroast.example/blog" }, "/blog"},
		"origin of a script": {func(s *renderer.Site) { s.BaseURL = "javascript://x" }, "javascript"},
		"no pages":           {func(s *renderer.Site) { s.Pages = nil }, "0 home pages"},
		"two homes": {func(s *renderer.Site) {
			s.Pages = append(s.Pages, renderer.Page{ID: "h2", Kind: renderer.Home, Path: "/", Title: "Again"})
		}, "same address"},
		"home elsewhere":  {func(s *renderer.Site) { s.Pages[0].Path = "/home/" }, "Slow Roast"},
		"article at root": {at("/"), "How burr grinders work"},
		"no title":        {func(s *renderer.Site) { s.Pages[2].Title = "\u200b\n" }, "has no title"},
		"no id":           {func(s *renderer.Site) { s.Pages[2].ID = "" }, "How burr grinders work"},
		"id twice":        {func(s *renderer.Site) { s.Pages[2].ID = "blade" }, "same id"},
		"unknown kind":    {func(s *renderer.Site) { s.Pages[2].Kind = "poster" }, `"poster"`},
		"schema type":     {func(s *renderer.Site) { s.Pages[2].SchemaType = "</script>" }, "How burr grinders work"},
		"canonical":       {func(s *renderer.Site) { s.Pages[2].Canonical = "javascript:alert(1)" }, "How burr grinders work"},
		"address twice":   {at("/Grinding/Blade-Grinders/"), "When a blade grinder is enough"},
		"parent of self": {func(s *renderer.Site) {
			s.Pages[1].ParentID, s.Pages[2].ParentID, s.Pages[2].HubID = "burr", "grind", ""
		}, "above itself"},
		"climbing":       {at("/../../etc/"), "How burr grinders work"},
		"climbing deep":  {at("/a/../../../b/"), "How burr grinders work"},
		"encoded climb":  {at("/%2e%2e/x/"), "How burr grinders work"},
		"backslash":      {at(`/..\x/`), "How burr grinders work"},
		"no first slash": {at("x/"), "How burr grinders work"},
		"no last slash":  {at("/x"), "How burr grinders work"},
		"double slash":   {at("//x/"), "How burr grinders work"},
		"query":          {at("/x?y/"), "How burr grinders work"},
		"null byte":      {at("/x\x00/"), "How burr grinders work"},
		"broken UTF-8":   {at("/x\xff/"), "How burr grinders work"},
		"hidden":         {at("/.git/"), "How burr grinders work"},
		"own assets":     {at("/Assets/x/"), "How burr grinders work"},
		"own files":      {at("/404.html/"), "How burr grinders work"},
		"index inside":   {at("/x/Index.HTML/"), "How burr grinders work"},
		"long segment":   {at("/" + strings.Repeat("x", 250) + "/"), "How burr grinders work"},
		"long path":      {at(strings.Repeat("/xxxxxxxxx", 101) + "/"), "How burr grinders work"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site, root := roastery(t), t.TempDir()
			tc.spoil(&site)
			_, err := renderer.Build(context.Background(), root, site, nil)
			if kind := fault.KindOf(err); kind != fault.Invalid || !strings.Contains(err.Error(), tc.says) {
				t.Fatalf("got %v (%s), want a sentence with %q", err, kind, tc.says)
			}
			if left, _ := os.ReadDir(root); len(left) > 0 {
				t.Fatalf("a refused build left %v", left)
			}
		})
	}
}

func TestExportRefusesAFullDirectory(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "mine.txt"), "mine")
	_, err := renderer.Export(context.Background(), dir, roastery(t))
	if fault.KindOf(err) != fault.Conflict {
		t.Fatalf("got %v, want a conflict", err)
	}
	if names := list(t, dir); len(names) != 1 || names[0] != "mine.txt" {
		t.Fatalf("the directory now holds %v", names)
	}
	if _, err := renderer.Export(context.Background(), filepath.Join(dir, "mine.txt"), roastery(t)); fault.KindOf(err) != fault.Invalid {
		t.Fatalf("a file as directory: %v", err)
	}
}

func TestExportLeavesNothingWhenCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	dir := filepath.Join(t.TempDir(), "new")
	if _, err := renderer.Export(ctx, dir, roastery(t)); err == nil {
		t.Fatal("a cancelled export succeeded")
	}
	if names := list(t, dir); len(names) > 0 {
		t.Fatalf("a cancelled export left %v", names)
	}
}

func TestBuildIsDeterministic(t *testing.T) {
	t.Parallel()
	first, second := t.TempDir(), t.TempDir()
	a := export(t, first, roastery(t))
	b := export(t, second, roastery(t))
	if a.Digest != b.Digest || a.Files != len(list(t, first)) {
		t.Fatalf("digests %s and %s, %d files said, %d there", a.Digest, b.Digest, a.Files, len(list(t, first)))
	}
	for _, name := range list(t, first) {
		if content(t, first, name) != content(t, second, name) {
			t.Errorf("%s differs", name)
		}
	}
	later := roastery(t)
	later.Pages[3].Title += "!"
	if c := export(t, t.TempDir(), later); c.Digest == a.Digest {
		t.Error("another site has the same digest")
	}
}

func TestBuiltSitesHaveNoProblems(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"blog", "ecommerce", "company"} {
		for _, language := range []string{"en", "de-AT", "he", "ja"} {
			site := roastery(t)
			site.Type, site.Language = kind, language
			noProblems(t, site)
		}
	}
	noProblems(t, shelf(60))
	noProblems(t, renderer.Site{Name: "Bare", BaseURL: "http://localhost:8080/", Built: built, Pages: []renderer.Page{
		{ID: "h", Kind: renderer.Home, Path: "/", Title: "Bare"},
	}})
}

// Every page is listed on some other page, so that visitors and search engines find it.
func TestEveryPageIsReached(t *testing.T) {
	t.Parallel()
	site := shelf(40)
	for i := range site.Pages {
		p := &site.Pages[i]
		switch {
		case i%5 == 1:
			p.HubID, p.ParentID = "nowhere", "gone"
		case i%5 == 2 && p.Kind == renderer.Article:
			p.HubID, p.ParentID = "", site.Pages[i-1].ID
		case i%5 == 3:
			p.ParentID = "home"
		}
	}
	noProblems(t, site)
}

func BenchmarkBuild300(b *testing.B) {
	site := shelf(300)
	for i := range b.N {
		site.Built = built.Add(time.Duration(i) * time.Second)
		if _, err := renderer.Build(context.Background(), b.TempDir(), site, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func noProblems(t *testing.T, site renderer.Site) {
	t.Helper()
	dir := t.TempDir()
	export(t, dir, site)
	problems, err := renderer.Check(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s %s: %s: %s: %s", site.Type, site.Language, p.File, p.Key, p.Message)
	}
}

func export(t testing.TB, dir string, site renderer.Site) renderer.Release {
	t.Helper()
	release, err := renderer.Export(context.Background(), dir, site)
	if err != nil {
		t.Fatal(err)
	}
	return release
}

func write(t testing.TB, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func content(t testing.TB, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// list returns the names of the files under dir.
func list(t testing.TB, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		names = append(names, name)
		return err
	})
	if err != nil {
		t.Fatal(fmt.Errorf("list %s: %w", dir, err))
	}
	return names
}
